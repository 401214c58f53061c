"""A professional opens the talk in two sentences, when they wish; the talk waits no longer than a school day."""

import pytest

from flows.effects import Reason
from flows.events import Purpose
from flows.names import Form, Pace
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM, TALK

WORDS = "Ik wil dit gesprek, omdat ik Sam graag zie. Wat ik nog niet weet, is hoe het thuis is."


def opening(*people: tuple, **more) -> Chat:
    return Chat(TALK, *(people or (ANNA, JOOST, NOOR)), opening=True, **more)


def test_one_professional_is_asked_and_the_group_reads_it_above_the_first_question() -> None:
    chat = opening()
    anna, joost, noor = chat.people
    assert joost.hears("openen") and anna.open is None and noor.open is None
    joost.says(WORDS)
    assert joost.hears("opening-delen") and not chat.shown

    joost.presses("Deel dit")

    assert chat.board.startswith(f"Joost: {WORDS}")
    assert anna.hears("vraag-alleen") and chat.run.at == "eerst-alleen"


def test_who_began_the_talk_opens_it_when_that_is_a_professional() -> None:
    assert opening(ANNA, JOOST, NOOR, starter=2).people[2].hears("openen")


def test_without_a_professional_or_at_the_table_the_talk_just_begins() -> None:
    assert opening(ANNA, SAM, OMA).run.at == "eerst-alleen"
    assert opening(pace=Pace.NOW).run.at == "eerst-alleen"
    assert opening(ANNA, JOOST, away=("Joost",)).run.at == "eerst-alleen"


def test_after_a_school_day_the_talk_begins_anyway_and_what_was_not_shared_is_gone() -> None:
    chat = opening()
    chat.people[1].says(WORDS)

    chat.fires(Purpose.DEADLINE)

    assert chat.run.at == "eerst-alleen" and chat.erased == set(chat.words)
    assert WORDS not in chat.board


def test_who_began_the_talk_may_begin_at_once_and_others_may_not() -> None:
    chat = opening()
    anna, joost, noor = chat.people
    noor.taps("Begin alvast")
    assert noor.is_refused(Reason.NOT_YET_YOU)

    anna.taps("Begin alvast")

    assert chat.run.at == "eerst-alleen" and joost.hears("vraag-alleen")


def test_an_opening_can_be_changed_and_skipped() -> None:
    chat = opening()
    joost = chat.people[1]
    joost.says("Eerst dit.")
    joost.presses("Aanpassen")
    assert joost.hears("openen") and len(chat.erased) == 1
    joost.says(WORDS)

    joost.presses("Ik sla over")

    assert len(chat.erased) == 2 and chat.run.at == "eerst-alleen" and "ui/opening-niet" in joost.keys


def test_only_who_was_asked_answers_in_writing_and_not_too_long() -> None:
    chat = opening()
    _anna, joost, noor = chat.people
    noor.open = joost.open
    noor.says("Ik ook.")
    assert noor.is_refused(Reason.CLOSED)
    joost.says("🎤", Form.VOICE)
    assert joost.is_refused(Reason.TEXT_ONLY)
    joost.says("x" * 401)
    assert joost.is_refused(Reason.TOO_LONG)
    old = joost.open
    assert old is not None
    joost.presses_old(old, "deel-opening")
    assert joost.is_refused(Reason.CLOSED)
    joost.says(WORDS)
    joost.presses_old(old, "sla-over")

    assert joost.is_refused(Reason.CLOSED)


def test_who_sends_a_second_message_before_or_after_the_first_is_read_back_hears_how_to_add_to_it() -> None:
    chat = opening()
    joost = chat.people[1]
    first = joost.open
    joost.says(WORDS)
    joost.says("En nog iets.")
    assert joost.is_refused(Reason.ONE_MESSAGE)

    joost.open = first  # sent in one breath, so it still belongs to the question
    joost.says("En dit ook.")

    assert joost.is_refused(Reason.ONE_MESSAGE)


@pytest.mark.parametrize("goes", ["leaves", "blocks"])
def test_when_the_one_who_would_open_goes_the_talk_begins(goes: str) -> None:
    chat = opening()
    chat.people[1].says(WORDS)

    getattr(chat.people[1], goes)()

    assert chat.run.at == "eerst-alleen" and chat.erased == set(chat.words)


def test_others_come_and_go_meanwhile() -> None:
    chat = opening(outside=(OMA,))
    anna, joost, noor = chat.people
    noor.leaves()
    anna.blocks()
    anna.returns()
    chat.outside[0].joins()

    assert chat.run.at == "openen" and joost.open is not None
