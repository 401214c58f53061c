"""The cards turn together, only for the group their writers knew of, and never one person's alone unasked."""

import pytest

from flows.effects import Reason, Reveal, SetTimer
from flows.events import AudienceTold, Fired, Purpose, Revealed
from flows.names import Share
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM, TALK


def ready(*people: tuple, told: int | None = 5, **more) -> Chat:
    """A talk in which everyone shared their answer with their name."""
    chat = Chat(TALK, *people, **more)
    for person in chat.people:
        person.says(f"geheim van {person.name}")
        person.presses("Klaar")
        if told is not None:
            chat.tells_audience(person, told)
        person.presses("met mijn naam")
    return chat


def lone() -> Chat:
    """A talk in which only Anna shared an answer; she is asked whether it may be shown."""
    chat = Chat(TALK, ANNA, JOOST)
    chat.people[1].presses("Ik sla over")
    chat.people[0].answers("Hij lachte.")
    return chat


def test_pupil_first_then_parents_supporters_school_and_care() -> None:
    chat = ready(NOOR, JOOST, OMA, ANNA, SAM)

    chat.turns()

    assert [line.split(":")[0] for line in chat.group] == ["Sam", "Anna", "Oma", "Joost", "Noor"]
    assert chat.run.at == "reageren"
    assert chat.shown == set(chat.words)


def test_a_card_only_for_its_writer_stays_away() -> None:
    chat = Chat(TALK, ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    sam.answers("Alleen voor mij.", Share.ME)
    anna.answers("Hij lachte.")
    joost.answers("In de klas.")

    chat.turns()

    assert [line.split(":")[0] for line in chat.group] == ["Anna", "Joost"]
    assert 1 not in chat.shown


def test_a_lone_card_waits_for_the_tap_of_its_owner() -> None:
    chat = lone()
    anna = chat.people[0]
    assert anna.hears("enige-kaart")
    assert chat.reveal is None
    chat.tells_audience(anna, 6)

    anna.presses("Ja, laat zien")

    assert chat.reveal is not None
    assert chat.reveal.told == 6
    chat.turns()
    assert chat.group == ["Anna: Hij lachte."]


def test_a_lone_card_of_who_was_told_no_number_now_goes_by_what_they_knew_when_they_shared() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    joost.presses("Ik sla over")
    anna.says("Hij lachte.")
    anna.presses("Klaar")
    chat.tells_audience(anna, 4)
    anna.presses("met mijn naam")

    anna.presses("Ja, laat zien")

    assert chat.reveal is not None
    assert chat.reveal.told == 4


def test_a_lone_card_is_asked_about_again_when_the_group_grew_and_one_yes_is_enough() -> None:
    chat = lone()
    anna = chat.people[0]
    anna.presses("Ja, laat zien")
    chat.grows(7)
    assert anna.hears("groep-groeide")

    anna.presses("Ja, laat zien")

    chat.turns()
    assert chat.group == ["Anna: Hij lachte."]


def test_an_owner_who_does_not_answer_keeps_the_card() -> None:
    chat = lone()
    anna = chat.people[0]

    chat.fires(Purpose.GREW)

    assert chat.posted == ["kaarten-blijven-dicht"]
    assert anna.open is None
    assert chat.shown == set()


def test_the_group_grew_and_only_the_cards_of_who_says_yes_are_turned() -> None:
    chat = ready(ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    chat.grows(6)
    assert all(person.hears("groep-groeide") for person in chat.people)
    anna.presses("Ja")
    sam.presses("Nee")
    assert sam.hears("blijft-dicht")
    joost.presses("Ja")

    assert chat.reveal is not None
    assert chat.reveal.told == 6
    chat.turns()
    assert [line.split(":")[0] for line in chat.group] == ["Anna", "Joost"]


def test_the_group_grew_twice_and_an_old_yes_does_not_count_for_the_larger_group() -> None:
    chat = ready(ANNA, JOOST)
    anna, joost = chat.people
    chat.grows(6)
    old = anna.open
    assert old is not None
    anna.presses("Ja")
    joost.presses("Ja")
    chat.grows(8)
    joost.presses("Ja")

    anna.presses_old(old, "laat-zien")

    assert anna.is_refused(Reason.CLOSED)
    assert chat.reveal is None
    anna.presses("Nee")
    assert chat.posted == ["kaarten-blijven-dicht"]


def test_a_second_tap_on_the_same_yes_changes_nothing() -> None:
    chat = ready(ANNA, JOOST)
    anna = chat.people[0]
    chat.grows(6)
    old = anna.open
    assert old is not None
    anna.presses("Ja")

    anna.presses_old(old, "houd-dicht")

    assert anna.is_refused(Reason.CLOSED)


def test_nobody_can_count_the_group_and_those_who_say_yes_are_shown_to_whoever_is_there() -> None:
    chat = ready(ANNA, JOOST, NOOR)
    anna, joost, noor = chat.people
    chat.grows(None)
    assert anna.hears("groep-onbekend")
    for person in chat.people:
        person.presses("Ja")
    assert chat.reveal is not None
    assert (chat.reveal.told, chat.reveal.anyone) == (None, True)

    noor.leaves()

    assert chat.reveal is not None
    assert chat.reveal.anyone, "that yes still holds"
    assert [card.member for card in chat.reveal.cards] == [anna.id, joost.id]


def test_who_was_told_no_number_is_asked_before_anything_is_shown() -> None:
    chat = ready(ANNA, JOOST, told=None)
    assert chat.reveal is not None
    assert (chat.reveal.told, chat.reveal.anyone) == (None, False)

    chat.grows(5)

    assert chat.people[0].hears("groep-groeide")


def test_a_number_that_comes_late_from_the_question_before_does_not_count_for_the_lone_card() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    joost.presses("Ik sla over")
    anna.says("Hij lachte.")
    anna.presses("Klaar")
    sharing = anna.open
    assert sharing is not None
    chat.tells_audience(anna, 4)
    anna.presses("met mijn naam")
    before = chat.run

    chat.happens(AudienceTold(at=chat.now, by=anna.id, question=sharing.question, count=99))
    assert chat.run == before
    lone = anna.open
    assert lone is not None
    chat.happens(AudienceTold(at=chat.now, by=joost.id, question=lone.question, count=99))
    assert chat.run == before


@pytest.mark.parametrize("goes", ["leaves", "blocks"])
def test_the_card_of_who_goes_before_it_is_turned_is_not_turned(goes: str) -> None:
    chat = ready(ANNA, SAM, JOOST)
    getattr(chat.people[1], goes)()

    chat.turns()

    assert [line.split(":")[0] for line in chat.group] == ["Anna", "Joost"]


@pytest.mark.parametrize("goes", ["leaves", "blocks"])
def test_one_of_two_goes_and_the_other_is_asked_about_their_lone_card_before_anything_is_shown(goes: str) -> None:
    chat = ready(ANNA, JOOST)
    anna, joost = chat.people

    getattr(joost, goes)()

    assert chat.reveal is None, "what was to be turned is held back"
    assert anna.hears("enige-kaart"), "the reason is that it is the only card, not that nobody can count"
    anna.presses("Ja, laat zien")
    assert chat.reveal is not None
    assert not chat.reveal.anyone
    assert chat.reveal.told == 5


def test_both_go_and_nothing_is_left_to_turn() -> None:
    chat = ready(ANNA, JOOST, NOOR)
    anna, joost, noor = chat.people
    anna.blocks()
    joost.blocks()
    assert noor.hears("enige-kaart")

    noor.blocks()

    assert chat.posted == ["kaarten-blijven-dicht"]
    assert noor.open is None


def test_the_owner_of_the_lone_card_that_was_to_be_turned_goes() -> None:
    chat = lone()
    anna = chat.people[0]
    anna.presses("Ja, laat zien")

    anna.leaves()

    assert chat.reveal is None
    assert chat.posted == ["geen-kaarten"]


def test_who_goes_while_asked_again_no_longer_holds_up_the_others() -> None:
    chat = ready(ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    chat.grows(6)
    anna.presses("Ja")
    joost.presses("Ja")

    sam.leaves()

    assert sam.open is None
    chat.turns()
    assert [line.split(":")[0] for line in chat.group] == ["Anna", "Joost"]


def test_who_said_yes_and_then_goes_is_not_shown() -> None:
    chat = ready(ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    chat.grows(6)
    sam.presses("Ja")
    sam.blocks()
    anna.presses("Ja")
    joost.presses("Ja")

    chat.turns()

    assert [line.split(":")[0] for line in chat.group] == ["Anna", "Joost"]


def test_who_has_no_card_goes_and_the_others_are_shown_as_they_were() -> None:
    chat = Chat(TALK, ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    sam.presses("Ik sla over")
    anna.answers("Hij lachte.")
    joost.answers("In de klas.")
    before = chat.reveal

    sam.leaves()

    assert chat.reveal is before


def test_time_is_up_for_turning_and_what_still_waited_stays_here() -> None:
    chat = ready(ANNA, JOOST)

    chat.fires(Purpose.DEADLINE)

    assert chat.reveal is None
    assert chat.posted == ["kaarten-blijven-dicht"]
    assert chat.run.at in ("praten", "praten-zonder")


def test_time_is_up_while_people_are_asked_again_and_their_question_closes() -> None:
    chat = ready(ANNA, JOOST)
    chat.grows(6)
    chat.people[0].presses("Ja")

    chat.fires(Purpose.DEADLINE)

    assert chat.people[1].open is None
    assert chat.posted == ["kaarten-blijven-dicht"]


def test_the_talk_stops_and_no_card_is_turned_afterwards() -> None:
    chat = ready(ANNA, JOOST)

    chat.stops()

    assert chat.reveal is None
    assert chat.over


def test_cards_that_went_while_someone_left_do_lie_open() -> None:
    chat = ready(ANNA, JOOST)
    anna, joost = chat.people
    under_way = chat.reveal
    assert isinstance(under_way, Reveal)
    joost.leaves()

    chat.happens(Revealed(at=chat.now, step=under_way.step, turn=under_way.turn))

    assert anna.open is None, "nobody needs to say yes to what lies open"
    assert chat.run.at in ("praten", "praten-zonder")
    assert chat.shown == {1}


def test_patience_that_ends_late_does_not_end_a_later_question() -> None:
    chat = ready(ANNA, JOOST)
    anna, joost = chat.people
    chat.grows(6)
    first = next(t for _, t in reversed(chat.timers) if t.purpose is Purpose.GREW)
    anna.presses("Ja")
    joost.presses("Ja")
    chat.grows(7)
    assert isinstance(first, SetTimer)
    before = chat.run

    chat.happens(Fired(at=chat.now, step=first.step, turn=first.turn, purpose=first.purpose, round=first.round))

    assert chat.run == before


def test_a_typed_word_while_asked_again_is_pointed_to_the_buttons() -> None:
    chat = ready(ANNA, JOOST)
    chat.grows(6)

    chat.people[0].says("ja hoor")

    assert chat.people[0].is_refused(Reason.USE_LABELS)


def test_a_late_joiner_while_the_cards_turn_is_welcome_and_changes_no_card() -> None:
    chat = ready(ANNA, JOOST, outside=(OMA,))
    oma, before = chat.outside[0], chat.reveal

    oma.joins()

    assert oma.hears("doet-mee-vanaf-nu")
    assert chat.reveal is before
