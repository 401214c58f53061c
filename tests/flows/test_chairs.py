"""Changing chairs: everyone thinks for a moment as somebody else, and nobody is left out or stuck."""

import pytest

from flows import chairs
from flows.effects import Erase, Reason
from flows.events import Purpose
from flows.names import Pace, Role, Share
from tests.chat import Chat, Person
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM

SWAP = "wissel-van-stoel/zie-vooral-het-kind"
BEN, RUTH = ("Ben", Role.PARENT), ("Ruth", Role.SCHOOL)


def swapping(*people: tuple[str, Role], quiet: tuple[str, ...] = (), **more) -> Chat:
    """A talk in which everyone but the `quiet` said their own, so that all are at the second question."""
    chat = Chat(SWAP, *people, **more)
    for person in chat.people:
        if person.name in quiet:
            person.presses("Ik sla over")
            continue
        person.says(f"eigen woorden van {person.name}")
        chat.tells_audience(person, 6)
        person.presses("met mijn naam")
    assert chat.run.at == "andere-stoel" or quiet
    return chat


def thinks(chat: Chat, person: Person, share: str = "met mijn naam", told: int = 6) -> None:
    person.says(f"{person.name} denkt dit")
    chat.tells_audience(person, told)
    person.presses(share)


def sits(chat: Chat) -> dict[str, str]:
    """Whose chair each takes."""
    taken = chairs.appointed(chat.run, chat.flow.steps[0].id)
    return {chat.person(m).name: chat.person(chair).name for m, chair in taken.items()}


def test_two_people_take_each_others_chair() -> None:
    chat = swapping(ANNA, JOOST)
    anna, joost = chat.people
    assert "Joost" in anna.last and "Anna" in joost.last
    thinks(chat, anna)
    thinks(chat, joost)
    chat.turns()
    assert chat.group == [
        "Anna: eigen woorden van Anna",
        "↳ Joost dacht: Joost denkt dit",
        "Joost: eigen woorden van Joost",
        "↳ Anna dacht: Anna denkt dit",
    ]
    assert chat.shown == set(chat.words)
    assert chat.run.at == "verrast"
    assert len(anna.heard) < 8 and len(joost.heard) < 8


@pytest.mark.parametrize(
    "people",
    [
        (ANNA, JOOST),
        (ANNA, SAM, JOOST),
        (ANNA, SAM, JOOST, NOOR),
        (SAM, ANNA, BEN, OMA, JOOST, NOOR),
        (ANNA, JOOST, NOOR, RUTH),
        (ANNA, BEN),
        (ANNA, SAM, BEN),
    ],
)
def test_every_chair_is_taken_once_by_another_and_across_the_table_as_far_as_that_goes(
    people: tuple[tuple[str, Role], ...],
) -> None:
    chat = swapping(*people)
    taken = sits(chat)
    assert sorted(taken) == sorted(taken.values()) == sorted(p.name for p in chat.people)
    assert all(who != whose for who, whose in taken.items())
    work = {p.name for p in chat.people if p.role in (Role.SCHOOL, Role.CARE)}
    crossing = sum((who in work) is not (whose in work) for who, whose in taken.items())
    assert crossing == 2 * min(len(work), len(chat.people) - len(work))


def test_who_said_nothing_themself_thinks_along_and_nobody_takes_their_chair() -> None:
    chat = swapping(ANNA, SAM, JOOST, NOOR, quiet=("Noor",))
    taken = sits(chat)
    assert "Noor" not in taken.values()
    assert taken["Noor"] in {"Anna", "Sam"}, "across the table"
    assert set(taken.values()) == {"Anna", "Sam", "Joost"}


def test_what_is_only_for_oneself_is_no_chair() -> None:
    chat = Chat(SWAP, ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    for person, share in ((anna, Share.NAME), (sam, Share.ME), (joost, Share.NAME)):
        person.answers("woorden", share)
    assert set(sits(chat).values()) == {"Anna", "Joost"}


def test_ones_own_chair_has_a_name_or_stays_empty() -> None:
    chat = Chat(SWAP, ANNA, JOOST)
    anna = chat.people[0]
    anna.says("woorden")
    assert [label for label in anna.labels if "rol" in label] == []
    assert anna.open is not None
    anna.presses_old(anna.open, "deel-rol")
    assert anna.is_refused(Reason.USE_LABELS)


def test_one_message_is_enough_and_a_second_one_is_added() -> None:
    chat = Chat(SWAP, ANNA, JOOST)
    anna = chat.people[0]
    anna.says("Eerst dit.")
    assert anna.hears("hoe-delen")
    anna.says("En dit ook.")
    assert "Eerst dit. / En dit ook." in anna.last
    anna.presses("Aanpassen")
    anna.says("Toch anders.")
    assert "Eerst dit." not in anna.last
    anna.presses("met mijn naam")
    anna.taps("Mijn antwoord")
    assert "Toch anders." in anna.last


def test_of_two_one_has_nothing_to_say_and_only_they_think_along() -> None:
    chat = swapping(ANNA, JOOST, quiet=("Joost",))
    anna, joost = chat.people
    assert anna.open is None and "Anna" in joost.last
    anna.taps("Mijn antwoord")
    assert anna.is_refused(Reason.CLOSED)
    thinks(chat, joost)
    assert anna.hears("enige-kaart")
    anna.presses("Ja, laat zien")
    chat.turns()
    assert chat.group == ["Anna: eigen woorden van Anna", "↳ Joost dacht: Joost denkt dit"]


def test_nobody_said_anything_and_nobody_is_asked_to_think_for_another() -> None:
    chat = swapping(ANNA, JOOST, quiet=("Anna", "Joost"))
    assert chat.run.at == "praten-zonder" and chat.posted == ["geen-kaarten"]


def test_a_thought_kept_to_oneself_or_skipped_is_not_shown_and_the_others_are() -> None:
    chat = swapping(ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    thinks(chat, anna, "Alleen voor mij")
    sam.presses("Ik sla over")
    thinks(chat, joost, "Delen als")
    chat.turns()
    assert [line for line in chat.group if "dacht" in line] == ["↳ (onderwijs) dacht: Joost denkt dit"]
    assert len(chat.group) == 4


def test_who_changes_or_takes_back_a_thought_is_asked_about_the_same_chair() -> None:
    chat = swapping(ANNA, JOOST)
    anna, joost = chat.people
    anna.says("iets")
    anna.presses("Aanpassen")
    assert "Joost" in anna.last
    anna.presses("Ik sla over")
    anna.taps("Mijn antwoord")
    assert "Joost" in anna.last
    thinks(chat, anna)
    thinks(chat, joost)
    chat.turns()
    assert "↳ Anna dacht: Anna denkt dit" in chat.group


def test_who_was_thinking_as_someone_who_leaves_takes_another_chair() -> None:
    chat = swapping(ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    on_joost = next(p for p in (anna, sam) if sits(chat)[p.name] == "Joost")
    on_joost.says("Joost zegt vast")
    joost.leaves()
    other = sam if on_joost is anna else anna
    assert other.name in on_joost.last
    assert any(isinstance(e, Erase) and 4 in e.words for e in chat.effects), "what was begun about them is forgotten"
    thinks(chat, on_joost)
    assert chat.run.at == "andere-stoel"
    if other.open is not None:
        thinks(chat, other)
    chat.turns()
    assert "Joost" not in " ".join(chat.group)


def test_the_last_chair_is_gone_and_nobody_waits_for_it() -> None:
    chat = swapping(ANNA, JOOST)
    anna, joost = chat.people
    joost.leaves()
    assert anna.hears("enige-kaart"), "their own card is the only one now"
    assert "stoel-leeg" in [key.removeprefix("ui/") for key in anna.keys]


def test_what_was_thought_of_someone_who_left_meanwhile_is_not_shown() -> None:
    chat = swapping(ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    about_joost = next(p for p in (anna, sam) if sits(chat)[p.name] == "Joost")
    thinks(chat, about_joost)
    joost.leaves()
    rest = sam if about_joost is anna else anna
    if rest.open is not None:
        thinks(chat, rest)
    chat.turns()
    assert "Joost" not in " ".join(chat.group)
    assert not any(about_joost.name in line and "dacht" in line for line in chat.group)


def test_who_joins_halfway_takes_a_chair_across_the_table() -> None:
    chat = swapping(ANNA, SAM, JOOST, outside=(NOOR,))
    noor = chat.outside[0]
    noor.joins()
    assert "Anna" in noor.last or "Sam" in noor.last
    thinks(chat, noor)
    assert "1 van de 4" in chat.board


def test_the_only_one_with_a_chair_is_away_for_a_while_and_everything_stands_as_it_stood() -> None:
    chat = swapping(ANNA, JOOST, quiet=("Joost",))
    anna, joost = chat.people
    anna.blocks()
    anna.returns()
    assert chat.run.at == "andere-stoel" and anna.open is None
    thinks(chat, joost)
    assert anna.hears("enige-kaart")


def test_who_was_away_at_the_start_takes_a_chair_when_they_are_back_or_none_when_there_is_none() -> None:
    chat = Chat(SWAP, ANNA, JOOST, NOOR, away=("Noor",))
    anna, joost, noor = chat.people
    anna.answers("woorden")
    joost.answers("woorden", Share.ME)
    assert chat.run.at == "andere-stoel"
    noor.returns()
    assert "Anna" in noor.last
    anna.leaves()
    assert noor.hears("stoel-leeg")


def test_someone_who_joins_while_the_only_chair_is_out_of_reach_is_free() -> None:
    chat = swapping(ANNA, JOOST, quiet=("Joost",), outside=(NOOR,))
    anna, _ = chat.people
    anna.blocks()
    noor = chat.outside[0]
    noor.joins()
    assert noor.hears("doet-mee-vanaf-nu") and noor.open is None


def at_the_turning() -> Chat:
    chat = swapping(ANNA, SAM, JOOST)
    for person in chat.people:
        thinks(chat, person)
    return chat


def test_a_larger_group_and_everyone_whose_words_would_be_shown_is_asked_about_all_of_them() -> None:
    chat = at_the_turning()
    chat.grows(9)
    anna, sam, joost = chat.people
    assert "eigen woorden van Anna / Anna denkt dit" in anna.last
    anna.presses("Nee")
    sam.presses("Ja")
    joost.presses("Ja")
    assert chat.reveal is not None
    chat.turns()
    assert "Anna" not in " ".join(line.split(":")[0] for line in chat.group)


def test_a_no_stays_a_no_when_the_group_grows_once_more() -> None:
    chat = swapping(ANNA, SAM, JOOST, NOOR, quiet=("Noor",))
    anna, sam, joost, noor = chat.people
    for person in chat.people:
        thinks(chat, person)
    chat.grows(9)
    noor.presses("Nee")
    for person in (anna, sam, joost):
        person.presses("Ja")
    chat.grows(10)
    assert noor.open is None, "asked once"
    for person in (anna, sam, joost):
        person.presses("Ja")
    chat.turns()
    assert "Noor" not in " ".join(chat.group)


def test_the_lowest_number_that_any_of_them_was_told_holds_for_all() -> None:
    chat = swapping(ANNA, JOOST)
    anna, joost = chat.people
    thinks(chat, anna, told=4)
    thinks(chat, joost)
    assert chat.reveal is not None and chat.reveal.told == 4


@pytest.mark.parametrize("how", ["leaves", "blocks"])
def test_who_only_thought_along_goes_and_the_cards_are_turned_without(how: str) -> None:
    chat = swapping(ANNA, SAM, JOOST, NOOR, quiet=("Noor",))
    for person in chat.people:
        thinks(chat, person)
    getattr(chat.people[3], how)()
    chat.turns()
    assert "Noor" not in " ".join(chat.group) and len(chat.group) == 6


def test_who_only_thought_along_leaves_while_the_owner_of_the_lone_card_is_asked() -> None:
    chat = swapping(ANNA, JOOST, quiet=("Joost",))
    anna, joost = chat.people
    thinks(chat, joost)
    anna.presses("Ja, laat zien")
    joost.leaves()
    assert chat.reveal is not None, "one yes is enough"
    chat.turns()
    assert chat.group == ["Anna: eigen woorden van Anna"]


def test_while_people_are_asked_again_who_only_thought_along_leaves() -> None:
    chat = swapping(ANNA, SAM, JOOST, NOOR, quiet=("Noor",))
    for person in chat.people:
        thinks(chat, person)
    chat.grows(9)
    chat.people[3].leaves()
    for person in chat.people[:3]:
        person.presses("Ja")
    chat.turns()
    assert len(chat.group) == 6


@pytest.mark.parametrize("pace", Pace)
def test_time_is_up_at_both_questions_and_what_was_shared_is_turned(pace: Pace) -> None:
    chat = Chat(SWAP, ANNA, SAM, JOOST, pace=pace)
    anna, _, joost = chat.people
    for person in (anna, joost):
        person.answers("woorden")
    chat.fires(Purpose.DEADLINE)
    thinks(chat, anna)
    chat.fires(Purpose.DEADLINE)
    chat.turns()
    assert chat.group == ["Anna: woorden", "Joost: woorden", "↳ Anna dacht: Anna denkt dit"]
