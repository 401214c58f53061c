"""One small step: anyone may make one, professionals are asked for the first move, nobody is pushed."""

import pytest

from flows.effects import Begin, Reason
from flows.events import Purpose
from flows.line import People
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, TALK


def agreeing(*people: tuple, **more) -> Chat:
    """A talk in which people are looking for a small step."""
    chat = Chat(TALK, *(people or (ANNA, JOOST, NOOR)), **more)
    for person in chat.people:
        person.presses("Ik sla over")
    chat.people[0].taps("uitgepraat")
    return chat


def test_professionals_are_asked_for_the_first_move_and_parents_are_not() -> None:
    anna, joost, noor = agreeing().people

    assert joost.hears("eerste-stap")
    assert noor.hears("eerste-stap")
    assert anna.open is None


def test_who_takes_the_first_move_makes_an_agreement_in_private() -> None:
    chat = agreeing()
    anna, joost, noor = chat.people

    joost.presses("Ja, ik zet een stap")

    assert [d.by for d in chat.deeds if isinstance(d, Begin)] == [joost.id]
    assert joost.open is None
    noor.presses("Nu niet")
    assert noor.hears("nu-niet")
    assert [d.by for d in chat.deeds if isinstance(d, Begin)] == [joost.id]
    anna.taps("Afspraak maken")
    assert [d.by for d in chat.deeds if isinstance(d, Begin)] == [joost.id, anna.id]


def test_a_second_tap_on_the_offer_begins_nothing_twice() -> None:
    chat = agreeing()
    joost = chat.people[1]
    old = joost.open
    assert old is not None
    joost.presses("Ja, ik zet een stap")

    joost.presses_old(old, "ik-zet-een-stap")

    assert joost.is_refused(Reason.CLOSED)
    assert len(chat.deeds) == 1


def test_the_board_counts_each_proposal_once_and_names_nobody() -> None:
    chat = agreeing()
    anna, joost = chat.people[:2]
    chat.notes(1, anna, stands=False)
    chat.notes(2, joost, stands=False)
    assert "2 voorstellen" in chat.board

    chat.notes(1, joost, stands=True)
    chat.notes(1, joost, stands=True)

    assert "2 voorstellen" in chat.board
    assert "1 staat vast" in chat.board
    assert "Joost" not in chat.board


def test_ready_is_for_who_began_until_the_deadline_and_open_offers_close_with_it() -> None:
    chat = agreeing()
    anna, joost, noor = chat.people
    joost.presses("Nu niet")
    joost.taps("Klaar")
    assert joost.is_refused(Reason.NOT_YET_YOU)

    chat.fires(Purpose.DEADLINE)
    joost.taps("Klaar")

    assert noor.open is None
    assert chat.over
    assert anna.id in {p.member for p in chat.run.participants}


def test_when_nobody_says_ready_the_talk_closes_by_itself() -> None:
    chat = agreeing()

    chat.fires(Purpose.LAST)

    assert chat.over
    assert chat.people[1].open is None


@pytest.mark.parametrize("goes", ["leaves", "blocks"])
def test_the_offer_to_who_goes_is_closed(goes: str) -> None:
    chat = agreeing()
    joost = chat.people[1]

    getattr(joost, goes)()

    assert joost.open is None
    chat.fires(Purpose.LAST)
    assert chat.over


def test_who_answered_the_offer_and_goes_changes_nothing() -> None:
    chat = agreeing()
    joost = chat.people[1]
    joost.presses("Nu niet")

    joost.leaves()

    assert chat.effects == ()


def test_a_group_without_professionals_makes_agreements_too() -> None:
    chat = agreeing(ANNA, OMA)

    chat.people[1].taps("Afspraak maken")

    assert [d.by for d in chat.deeds if isinstance(d, Begin)] == [chat.people[1].id]


def test_a_typed_answer_to_the_offer_is_pointed_to_the_buttons() -> None:
    chat = agreeing()

    chat.people[1].says("misschien")

    assert chat.people[1].is_refused(Reason.USE_LABELS)


def test_the_talk_remembers_which_professionals_did_not_say_no_for_now() -> None:
    chat = agreeing()
    anna, joost, noor = chat.people
    joost.presses("Nu niet")

    anna.taps("Klaar")

    assert chat.run.about["stap-open"] == People((noor.id,))
