"""The one door: what comes too late, twice or from a stranger changes nothing, and whoever speaks hears something."""

from dataclasses import replace

import pytest

from flows import steps
from flows.effects import Finish, Post, Reason
from flows.engine import advance
from flows.events import (
    AudienceTold,
    DayGiven,
    Event,
    Fired,
    Joined,
    Left,
    Noted,
    Pressed,
    Purpose,
    Question,
    Returned,
    Revealed,
    Said,
    Started,
    Stopped,
    Tapped,
    Unreachable,
)
from flows.moments import PickMoment
from flows.names import AgreementId, Form, MemberId, OptionId, Role, StepId, WordsId
from flows.run import Status
from flows.steps.say import Place, SayStep
from tests.chat import MONDAY, Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, TALK

ANNAS, STRANGERS = MemberId(1), MemberId(9)
QUESTION = Question(StepId("eerst-alleen"), 1, 0)
SPOKEN: tuple[Event, ...] = (
    Said(at=MONDAY, by=ANNAS, question=QUESTION, words=WordsId(1), form=Form.TEXT, size=3),
    Pressed(at=MONDAY, by=ANNAS, question=QUESTION, option=OptionId("klaar")),
    DayGiven(at=MONDAY, by=ANNAS, question=QUESTION, days=()),
    Tapped(at=MONDAY, by=ANNAS, step=QUESTION.step, turn=1, option=OptionId("mijn-antwoord")),
)
UNSPOKEN: tuple[Event, ...] = (
    Started(at=MONDAY),
    Fired(at=MONDAY, step=QUESTION.step, turn=1, purpose=Purpose.DEADLINE),
    Left(at=MONDAY, by=ANNAS),
    Unreachable(at=MONDAY, by=ANNAS),
    Returned(at=MONDAY, by=ANNAS),
    AudienceTold(at=MONDAY, by=ANNAS, question=QUESTION, count=5),
    Revealed(at=MONDAY, step=QUESTION.step, turn=1),
    Noted(at=MONDAY, by=ANNAS, agreement=AgreementId(1), stands=True),
    Stopped(at=MONDAY),
)


def name(event: Event) -> str:
    return type(event).__name__


def moved_on() -> Chat:
    """A talk in which the first question is over."""
    chat = Chat(TALK, ANNA, JOOST)
    for person in chat.people:
        person.presses("Ik sla over")
    return chat


@pytest.mark.parametrize("event", [*SPOKEN, *UNSPOKEN], ids=name)
def test_nothing_happens_to_a_talk_that_has_not_begun(event: Event) -> None:
    chat = Chat(TALK, ANNA, JOOST)
    new = replace(chat.run, status=Status.NEW, at=None, moment=None, turn=0)

    run, _ = advance(chat.flow, new, event)

    assert run == new or isinstance(event, Started)


@pytest.mark.parametrize("event", [*SPOKEN, Joined(at=MONDAY, by=ANNAS, role=Role.PARENT)], ids=name)
def test_whoever_speaks_to_a_talk_that_is_over_hears_that_it_is_closed(event: Event) -> None:
    chat = Chat(TALK, ANNA, JOOST)
    chat.stops()

    chat.happens(event)

    assert chat.people[0].is_refused(Reason.CLOSED)


@pytest.mark.parametrize("event", UNSPOKEN, ids=name)
def test_what_nobody_said_changes_nothing_in_a_talk_that_is_over(event: Event) -> None:
    chat = Chat(TALK, ANNA, JOOST)
    chat.stops()

    chat.happens(event)

    assert chat.effects == ()


@pytest.mark.parametrize("event", SPOKEN, ids=name)
def test_an_old_button_or_answer_is_kindly_refused_once_the_talk_moved_on(event: Event) -> None:
    chat = moved_on()

    chat.happens(event)

    assert chat.people[0].is_refused(Reason.CLOSED)


@pytest.mark.parametrize("event", [e for e in UNSPOKEN if isinstance(e, Started | Fired | Revealed)], ids=name)
def test_what_comes_from_an_earlier_step_changes_nothing(event: Event) -> None:
    chat = moved_on()

    chat.happens(event)

    assert chat.effects == ()


def test_a_day_where_no_day_is_asked_gets_a_sign_of_life() -> None:
    chat = Chat(TALK, ANNA, JOOST)

    chat.happens(SPOKEN[2])

    assert chat.people[0].is_refused(Reason.CLOSED)


@pytest.mark.parametrize("gone", [Left, Unreachable, Returned])
def test_a_stranger_who_comes_or_goes_changes_nothing(gone: type[Left | Unreachable | Returned]) -> None:
    chat = Chat(TALK, ANNA, JOOST)
    before = chat.run

    chat.happens(gone(at=MONDAY, by=STRANGERS))

    assert chat.run == before
    assert chat.effects == ()


def test_blocking_twice_and_coming_back_twice_is_blocking_and_coming_back_once() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    joost = chat.people[1]
    joost.blocks()
    blocked = chat.run
    joost.blocks()
    assert chat.run == blocked

    joost.returns()
    back = chat.run
    joost.returns()
    assert chat.run == back


def test_joining_twice_and_leaving_twice_is_joining_and_leaving_once() -> None:
    chat = Chat(TALK, ANNA, JOOST, outside=(OMA,))
    oma = chat.outside[0]
    oma.joins()
    oma.joins()
    assert oma.is_refused(Reason.TWICE)

    oma.leaves()
    gone = chat.run
    oma.leaves()
    assert chat.run == gone


@pytest.mark.parametrize("skipped", [0, 1, 2])
def test_a_talk_can_be_stopped_at_every_step_and_then_asks_nobody_anything(skipped: int) -> None:
    chat = Chat(TALK, ANNA, JOOST, NOOR)
    for person in chat.people if skipped else ():
        person.presses("Ik sla over")
    if skipped == 2:
        chat.people[0].taps("uitgepraat")

    chat.stops()

    assert chat.run.status is Status.STOPPED
    assert chat.buttons == {}
    assert all(person.open is None for person in chat.people)


def test_a_private_dialogue_stops_without_a_word_in_the_group() -> None:
    chat = Chat("meedoen", ANNA)

    chat.stops()

    assert chat.effects == (Finish(),)


def test_every_event_that_changes_something_is_counted_once() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    before = chat.run.version
    chat.people[0].says("Hij lachte.")
    assert chat.run.version == before + 1

    chat.happens(SPOKEN[2])
    assert chat.run.version == before + 1


def test_a_text_for_the_group_is_posted_there() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    hello = SayStep(id=StepId("slot"), to=Place.GROUP)

    turn = steps.enter(hello, chat.run)

    assert [type(effect) for effect in turn.effects] == [Post]


def test_a_step_and_a_moment_of_another_kind_are_a_bug_and_not_a_guess() -> None:
    chat = Chat(TALK, ANNA, JOOST)

    with pytest.raises(AssertionError, match="can't stand"):
        steps.on(chat.flow.steps[0], PickMoment(), chat.run, Stopped(at=MONDAY))
