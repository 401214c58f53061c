"""A point on a scale: one tap, told beforehand what will be seen, shown among the others and never as somebody's."""

import pytest

from flows.effects import Ask, Expect, Reason, Remind
from flows.events import AudienceTold, Purpose
from flows.names import Pace
from tests.chat import Chat, Person
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM

SCALE, LINE = "schaal/zie-vooral-het-kind", "de-lijn/zie-vooral-het-kind"


def picked(**numbers: str) -> Chat:
    """A talk in which Anna, Sam and Joost are asked for a number, and those named gave one."""
    chat = Chat(SCALE, ANNA, SAM, JOOST)
    for person in chat.people:
        chat.tells_audience(person, 5)
    for name, number in numbers.items():
        person = next(p for p in chat.people if p.name.lower() == name)
        person.presses(number)
    return chat


def dots(chat: Chat) -> dict[str, str]:
    return dict(line.rsplit("  ", 1) for line in chat.group[-1].splitlines())


def test_everyone_gets_the_same_question_with_eleven_numbers_and_one_way_out() -> None:
    chat = Chat(SCALE, ANNA, SAM, JOOST)
    assert {tuple(p.labels) for p in chat.people} == {(*map(str, range(11)), "Ik sla over")}
    assert len({p.last for p in chat.people}) == 1
    asked = [e for e in chat.effects if isinstance(e, Ask)]
    assert all(ask.audience and ask.expect is Expect.LABEL for ask in asked)


def test_who_picks_was_told_what_will_be_seen_and_what_both_ends_mean() -> None:
    chat = Chat(SCALE, ANNA, JOOST)
    said = chat.people[0].last
    assert "zonder namen" in said and "raden mensen soms" in said and "zitten 5 mensen" in said
    assert "0 = " in said and "10 = " in said


def test_one_tap_is_a_whole_answer() -> None:
    chat = picked(anna="7")
    anna = chat.people[0]
    assert anna.hears("dank-spreiding") and anna.open is None
    assert "1 van de 3" in chat.board


def test_the_numbers_are_shown_by_how_often_and_nobody_is_named() -> None:
    chat = picked(anna="7", sam="4", joost="7")
    chat.turns()
    assert dots(chat) == {**dict.fromkeys(map(str, range(11)), "·"), "4": "●", "7": "●●"}
    assert not any(p.name in chat.group[-1] or p.role in chat.group[-1] for p in chat.people)
    assert chat.run.at == "niet-lager"


def test_after_the_numbers_are_shown_the_run_no_longer_knows_who_gave_which() -> None:
    chat = picked(anna="7", sam="4", joost="7")
    chat.turns()
    assert not any(given for given in (*chat.run.answers.values(), *chat.run.shown.values()))


def test_a_number_can_be_changed_until_it_is_shown() -> None:
    chat = picked(anna="7", sam="4")
    anna, _, joost = chat.people
    anna.taps("Mijn antwoord")
    assert "1 van de 3" in chat.board, "who looks again is not ready"
    anna.presses("3")
    joost.presses("5")
    chat.turns()
    assert [number for number, dot in dots(chat).items() if dot == "●"] == ["3", "4", "5"]


def test_who_looked_again_and_left_it_there_keeps_their_number() -> None:
    chat = picked(anna="7", sam="4")
    chat.people[0].taps("Mijn antwoord")
    chat.fires(Purpose.DEADLINE)
    chat.turns()
    assert [number for number, dot in dots(chat).items() if dot == "●"] == ["4", "7"]


def test_who_skips_after_all_takes_their_number_back() -> None:
    chat = picked(anna="7", sam="4", joost="5")
    assert chat.reveal is not None
    chat = picked(anna="7", sam="4")
    anna, _, joost = chat.people
    anna.taps("Mijn antwoord")
    anna.presses("Ik sla over")
    joost.presses("5")
    chat.turns()
    assert [number for number, dot in dots(chat).items() if dot == "●"] == ["4", "5"]


def test_words_or_a_label_of_something_else_are_kindly_refused() -> None:
    chat = picked()
    anna = chat.people[0]
    anna.says("Ik weet het niet zo goed")
    assert anna.is_refused(Reason.USE_LABELS)
    assert anna.open is not None
    anna.presses_old(anna.open, "deel-naam")
    assert anna.is_refused(Reason.USE_LABELS)


def test_a_lone_number_is_shown_only_by_its_owners_tap_and_the_question_does_not_repeat_it() -> None:
    chat = picked(anna="7")
    anna, sam, joost = chat.people
    sam.presses("Ik sla over")
    joost.presses("Ik sla over")
    assert anna.hears("enige-keuze") and "7" not in anna.last
    assert chat.reveal is None
    anna.presses("Ja, laat zien")
    chat.turns()
    assert dots(chat)["7"] == "●"


def test_a_lone_number_stays_where_it_is_when_its_owner_says_no() -> None:
    chat = picked(anna="7")
    anna, sam, joost = chat.people
    sam.presses("Ik sla over")
    joost.presses("Ik sla over")
    anna.presses("Nee, houd dicht")
    assert chat.posted == ["kaarten-blijven-dicht"] and chat.run.at == "zonder-cijfers"


@pytest.mark.parametrize(("count", "key"), [(8, "keuze-groep-groeide"), (None, "keuze-groep-onbekend")])
def test_more_people_than_was_told_and_everyone_is_asked_again(count: int | None, key: str) -> None:
    chat = picked(anna="7", sam="4", joost="7")
    chat.grows(count)
    anna, sam, joost = chat.people
    assert all(p.hears(key) for p in chat.people)
    anna.presses("Ja")
    sam.presses("Nee")
    joost.presses("Ja")
    chat.turns()
    assert {number for number, dot in dots(chat).items() if dot != "·"} == {"7"}


def test_nobody_was_told_how_many_people_there_are_so_delivery_is_told_that() -> None:
    chat = Chat(SCALE, ANNA, JOOST)
    anna, joost = chat.people
    chat.tells_audience(anna, 5)
    anna.presses("7")
    joost.presses("4")
    assert chat.reveal is not None and chat.reveal.told is None


def test_who_leaves_takes_their_number_along() -> None:
    chat = picked(anna="7", sam="4", joost="9")
    chat.people[2].leaves()
    chat.turns()
    assert {number for number, dot in dots(chat).items() if dot != "·"} == {"4", "7"}


def test_of_two_one_leaves_and_the_other_is_asked() -> None:
    chat = picked(anna="7", sam="4")
    anna, sam, joost = chat.people
    joost.presses("Ik sla over")
    sam.leaves()
    assert chat.reveal is None and anna.hears("enige-keuze")


def test_the_question_comes_back_once_with_its_keyboard() -> None:
    chat = picked(anna="7")
    chat.fires(Purpose.REMIND, chat.people[1])
    assert [type(e) for e in chat.effects] == [Remind]


def test_being_told_again_how_many_people_there_are_changes_no_answer() -> None:
    chat = Chat(SCALE, ANNA, JOOST)
    anna, joost = chat.people
    question = anna.open
    assert question is not None
    chat.tells_audience(anna, 5)
    anna.presses("7")
    chat.happens(AudienceTold(at=chat.now, by=anna.id, question=question.question, count=9))
    chat.tells_audience(joost, 5)
    joost.presses("4")
    assert chat.reveal is not None and chat.reveal.told == 5


def ends(chat: Chat, leader: Person) -> None:
    while not chat.over:
        leader.taps("uitgepraat" if "uitgepraat" in " ".join(chat.buttons.values()) else "Klaar")


@pytest.mark.parametrize("pace", Pace)
def test_the_line_has_five_places_in_words_and_two_people_are_enough(pace: Pace) -> None:
    chat = Chat(LINE, ANNA, JOOST, pace=pace)
    anna, joost = chat.people
    assert anna.labels == ["Helemaal mee oneens", "Mee oneens", "Ertussenin", "Mee eens", "Helemaal mee eens",
                           "Ik sla over"]  # fmt: skip
    anna.presses("Helemaal mee eens")
    joost.presses("Ertussenin")
    chat.turns()
    assert list(dots(chat).values()) == ["·", "·", "●", "·", "●"]
    ends(chat, anna)
    assert len(anna.heard) < 8 and len(joost.heard) < 8


def test_nobody_picks_and_the_talk_goes_on_without() -> None:
    chat = Chat(LINE, ANNA, JOOST, NOOR, outside=(OMA,))
    chat.outside[0].joins()
    chat.fires(Purpose.DEADLINE)
    assert chat.posted == ["geen-kaarten"] and chat.run.at == "zonder-lijn"
