"""The one door: given a flow, a run and what happened, the run as it is now and what should be done."""

from dataclasses import replace

from flows import forgetting, resting, steps
from flows.effects import Board, Effect, Finish, Reason, Tell, Withhold
from flows.events import (
    AudienceGrew,
    DayGiven,
    Event,
    Fired,
    Joined,
    Known,
    Left,
    OwnCardOnly,
    Pressed,
    Rested,
    Returned,
    Revealed,
    Said,
    Started,
    Stopped,
    Tapped,
    Unreachable,
)
from flows.flow import Flow, Setting
from flows.moments import under_way
from flows.names import MemberId
from flows.run import Participant, Run, Status
from flows.steps import Step
from flows.turn import Turn, refuse, silent


def advance(flow: Flow, run: Run, event: Event) -> tuple[Run, tuple[Effect, ...]]:
    """Apply one event. Same arguments, same result; an event that comes too late changes nothing.

    A polite no is an effect (`Refuse`) with an unchanged run. Exceptions are bugs.
    """
    turn = _apply(flow, run, event)
    if turn.run == run:
        return run, turn.effects or _sign_of_life(run, event)
    return replace(turn.run, version=run.version + 1), turn.effects


def _apply(flow: Flow, run: Run, event: Event) -> Turn:
    if run.status is Status.NEW:
        if not isinstance(event, Started):
            return silent(run)
        return _walk(flow, replace(run, status=Status.OPEN), flow.steps[0])
    if run.status in (Status.DONE, Status.STOPPED):
        return _too_late(run, event)
    if run.status is Status.RESTING and not isinstance(event, Stopped):
        return resting.while_resting(run, event)
    assert run.at is not None and run.moment is not None
    step, moment = flow.step(run.at), run.moment
    match event:
        case Started():
            return silent(run)
        case Stopped():
            return _stopped(flow, run)
        case Rested():
            return resting.rest(run) if flow.setting is Setting.TALK and not event.over else silent(run)
        case Joined(by=by) if run.participant(by) is not None:
            return refuse(run, by, Reason.TWICE)
        case Joined(by=by, role=role):
            joined = run.with_participant(Participant(member=by, role=role))
            turn = steps.on(step, moment, joined, event)
            if not turn.effects:
                turn = replace(turn, effects=(Tell(to=by, line=run.ui("doet-mee-vanaf-nu")),))
            return _onward(flow, step, turn)
        case OwnCardOnly(by=by):
            return _onward(flow, step, steps.on(step, moment, run.only_own_card(by), event))
        case Left(by=by) if run.participant(by) is None:
            return silent(run)
        case Left(by=by):
            return _left(flow, run, by, step, event)
        case Unreachable(by=by) | Returned(by=by):
            participant = run.participant(by)
            here = isinstance(event, Returned)
            if participant is None or participant.here is here:
                return silent(run)
            changed = run.with_participant(replace(participant, here=here))
            return _onward(flow, step, steps.on(step, moment, changed, event))
        case Known(about=about):
            renewed = {name: value for name, value in {**run.about, **about}.items() if value is not None}
            return _onward(flow, step, steps.on(step, moment, replace(run, about=renewed), event))
        case Said(question=question) | Pressed(question=question) | DayGiven(question=question) if (
            question.step,
            question.turn,
        ) != (step.id, run.turn):
            return refuse(run, event.by, Reason.CLOSED)
        case Tapped(by=by, step=at, turn=number) if (at, number) != (step.id, run.turn):
            return refuse(run, by, Reason.CLOSED)
        case Fired(step=at, turn=number) | Revealed(step=at, turn=number) | AudienceGrew(step=at, turn=number) if (
            at,
            number,
        ) != (step.id, run.turn):
            return silent(run)
        case _:
            turn = steps.on(step, moment, run, event)
            again = forgetting.written_anew(flow, step, run, turn.run)
            return _onward(flow, step, replace(turn, effects=(*again, *turn.effects)))


def _onward(flow: Flow, step: Step, turn: Turn) -> Turn:
    """Leave a finished step behind and walk to the next one that waits."""
    if turn.outcome is None:
        return turn
    following = flow.after(step, turn.outcome)
    if following is None:
        ended = replace(turn.run, status=Status.DONE, at=None, moment=None, answers={})
        return Turn(ended, (*turn.effects, *forgetting.never_handed_over(flow, ended), Finish()))
    onward = _walk(flow, turn.run, following)
    return replace(onward, effects=(*turn.effects, *onward.effects))


def _walk(flow: Flow, run: Run, step: Step) -> Turn:
    arrived = replace(run, at=step.id, turn=run.turn + 1, moment=None)
    return _onward(flow, step, steps.enter(step, arrived))


def _left(flow: Flow, run: Run, by: MemberId, step: Step, event: Left) -> Turn:
    """Who leaves counts no longer, and what was not yet turned is erased (docs/explanation/rules.md)."""
    erased = forgetting.of_one(run, by)
    rest = run.without(by)
    rest = replace(rest, answers={s: {m: a for m, a in g.items() if m != by} for s, g in run.answers.items()})
    if not rest.participants:
        ended = _stopped(flow, rest)
        return replace(ended, effects=(*erased, *ended.effects))
    assert run.moment is not None
    turn = steps.on(step, run.moment, rest, event)
    return _onward(flow, step, replace(turn, effects=(*erased, *turn.effects)))


def _stopped(flow: Flow, run: Run) -> Turn:
    ended = replace(run, status=Status.STOPPED, at=None, moment=None, answers={})
    if flow.setting is Setting.PRIVATE:
        return Turn(ended, (*forgetting.never_handed_over(flow, run), Finish()))
    kept_back = (Withhold(),) if under_way(run.moment) else ()
    said = run.ui("bord-gestopt" if flow.setting is Setting.TALK else "bord-vervallen")
    return Turn(ended, (*kept_back, Board(lines=(said,)), Finish()))


def _sign_of_life(run: Run, event: Event) -> tuple[Effect, ...]:
    """Whoever speaks hears something, also where their step has no use for what they said."""
    match event:
        case Said(by=by):
            return refuse(run, by, Reason.USE_LABELS).effects
        case Pressed(by=by) | DayGiven(by=by) | Tapped(by=by):
            return refuse(run, by, Reason.CLOSED).effects
        case _:
            return ()


def _too_late(run: Run, event: Event) -> Turn:
    match event:
        case Said(by=by) | Pressed(by=by) | DayGiven(by=by) | Tapped(by=by) | Joined(by=by):
            return refuse(run, by, Reason.CLOSED)
        case _:
            return silent(run)
