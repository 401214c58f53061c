"""A professional opens the talk in two sentences, when they wish; the talk waits no longer than a school day."""

import pytest

from flows.effects import Reason
from flows.events import Purpose, Rested
from flows.names import Form, Pace
from flows.run import Status
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM, TALK

WORDS = "Ik wil dit gesprek, omdat ik Sam graag zie. Wat ik nog niet weet, is hoe het thuis is."


def opening(*people: tuple, **more) -> Chat:
    return Chat(TALK, *(people or (ANNA, JOOST, NOOR)), opening=True, **more)


def test_one_professional_is_asked_and_the_group_reads_it_before_the_first_question() -> None:
    chat = opening()
    anna, joost, noor = chat.people
    assert joost.hears("openen") and anna.open is None and noor.open is None
    joost.says(WORDS)
    assert joost.hears("opening-delen") and not chat.shown

    joost.presses("Deel dit")
    assert joost.hears("opening-komt") and anna.open is None
    chat.turns()

    assert chat.group == [f"Joost: {WORDS}"] and chat.shown == set(chat.words)
    assert anna.hears("vraag-alleen") and chat.run.at == "eerst-alleen"


def shared(told: int | None = 4) -> Chat:
    """Joost shared what he wrote, having been told how many people would read it; it is on its way to the group."""
    chat = opening()
    joost = chat.people[1]
    joost.says(WORDS)
    if told is not None:
        chat.tells_audience(joost, told)
    joost.presses("Deel dit")
    assert chat.reveal is not None and chat.reveal.told == told
    return chat


def test_when_the_group_grew_meanwhile_nothing_is_shown_and_they_are_asked_again() -> None:
    chat = shared()
    joost = chat.people[1]

    chat.grows(5)

    assert joost.hears("opening-groep-groeide") and "5 mensen" in joost.last and WORDS in joost.last
    assert not chat.shown and chat.run.at == "openen"
    joost.presses("Deel dit")
    assert chat.reveal is not None and (chat.reveal.told, chat.reveal.anyone) == (5, False)
    chat.turns()
    assert chat.group == [f"Joost: {WORDS}"]


def test_when_nobody_can_say_how_many_people_there_are_it_is_shown_to_anyone_only_after_a_yes_to_that() -> None:
    chat = shared(None)
    joost = chat.people[1]
    chat.grows(None)
    assert joost.hears("opening-groep-onbekend")

    joost.presses("Deel dit")

    assert chat.reveal is not None and (chat.reveal.told, chat.reveal.anyone) == (None, True)


def test_who_was_asked_again_may_change_it_or_keep_it_and_new_words_are_read_back_as_the_first() -> None:
    chat = shared()
    joost = chat.people[1]
    chat.grows(5)
    joost.presses("Aanpassen")
    joost.says("Iets anders.")
    assert joost.hears("opening-delen")

    joost.presses("Ik sla over")

    assert chat.run.at == "eerst-alleen" and chat.erased == set(chat.words) and not chat.shown


@pytest.mark.parametrize("goes", ["leaves", "blocks", "time", "begin"])
def test_what_was_about_to_be_shown_is_held_back_when_the_talk_begins_without_it(goes: str) -> None:
    chat = shared()
    anna, joost, _noor = chat.people
    match goes:
        case "time":
            chat.fires(Purpose.DEADLINE)
        case "begin":
            anna.taps("Begin alvast")
        case _:
            getattr(joost, goes)()

    assert chat.reveal is None and chat.erased == set(chat.words) and not chat.shown
    assert chat.run.at == "eerst-alleen" and ("ui/opening-te-laat" in joost.keys) is (goes in ("time", "begin"))


def test_from_sharing_on_there_is_a_school_day_anew_and_an_old_keyboard_does_nothing() -> None:
    chat = opening()
    joost = chat.people[1]
    first = next(timer for _, timer in chat.timers if timer.purpose is Purpose.DEADLINE)
    joost.says(WORDS)
    old = joost.open
    assert old is not None
    joost.presses("Deel dit")

    chat.fires_late(first)
    joost.presses_old(old, "sla-over")
    assert joost.is_refused(Reason.CLOSED)
    joost.open = old
    joost.says("En nog iets.")

    assert joost.is_refused(Reason.CLOSED) and chat.reveal is not None


def test_a_talk_does_not_rest_while_its_opening_is_on_its_way_and_stopping_holds_it_back() -> None:
    chat = shared()
    chat.happens(Rested(at=chat.now))
    assert chat.run.status is Status.OPEN

    chat.stops()

    assert chat.reveal is None and not chat.shown


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
    assert WORDS not in chat.board and "ui/opening-te-laat" in chat.people[1].keys


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
