"""The one door: given a flow, a run and what happened, the run as it is now and what should be done."""

from dataclasses import replace

from flows import resting, steps
from flows.effects import TAKES_WORDS, Board, Effect, Erase, Finish, Reason, Tell, Withhold
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
from flows.line import Quote
from flows.moments import AskMoment, OpeningMoment, ReactMoment, WriteMoment, under_way
from flows.names import MemberId, WordsId
from flows.run import Participant, Run, Status
from flows.steps import Step
from flows.steps.do import DoStep
from flows.steps.write import WriteStep
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
            again = _erased(_written_anew(flow, step, run, turn.run))
            return _onward(flow, step, replace(turn, effects=(*again, *turn.effects)))


def _onward(flow: Flow, step: Step, turn: Turn) -> Turn:
    """Leave a finished step behind and walk to the next one that waits."""
    if turn.outcome is None:
        return turn
    following = flow.after(step, turn.outcome)
    if following is None:
        ended = replace(turn.run, status=Status.DONE, at=None, moment=None, answers={})
        return Turn(ended, (*turn.effects, *_erased(_never_handed_over(flow, ended)), Finish()))
    onward = _walk(flow, turn.run, following)
    return replace(onward, effects=(*turn.effects, *onward.effects))


def _walk(flow: Flow, run: Run, step: Step) -> Turn:
    arrived = replace(run, at=step.id, turn=run.turn + 1, moment=None)
    return _onward(flow, step, steps.enter(step, arrived))


def _left(flow: Flow, run: Run, by: MemberId, step: Step, event: Left) -> Turn:
    """Who leaves counts no longer, and what was not yet turned is erased (docs/explanation/rules.md)."""
    given = tuple(w for answers in run.answers.values() if by in answers for w in answers[by].words)
    given = (*given, *_begun(run, by))
    erased = _erased(given)
    rest = run.without(by)
    rest = replace(rest, answers={s: {m: a for m, a in g.items() if m != by} for s, g in run.answers.items()})
    if not rest.participants:
        ended = _stopped(flow, rest)
        return replace(ended, effects=(*erased, *ended.effects))
    assert run.moment is not None
    turn = steps.on(step, run.moment, rest, event)
    return _onward(flow, step, replace(turn, effects=(*erased, *turn.effects)))


def _begun(run: Run, by: MemberId) -> tuple[WordsId, ...]:
    """What this member wrote for the step the run stands at, and nobody else has seen."""
    match run.moment:
        case AskMoment(writers=writers) | ReactMoment(writers=writers) if by in writers:
            return writers[by].words
        case OpeningMoment(by=opener, words=words) if opener == by and words is not None:
            return (words,)
        case _:
            return ()


def _stopped(flow: Flow, run: Run) -> Turn:
    ended = replace(run, status=Status.STOPPED, at=None, moment=None, answers={})
    if flow.setting is Setting.PRIVATE:
        return Turn(ended, (*_erased(_never_handed_over(flow, run)), Finish()))
    kept_back = (Withhold(),) if under_way(run.moment) else ()
    said = run.ui("bord-gestopt" if flow.setting is Setting.TALK else "bord-vervallen")
    return Turn(ended, (*kept_back, Board(lines=(said,)), Finish()))


def _never_handed_over(flow: Flow, run: Run) -> tuple[WordsId, ...]:
    """What somebody wrote for a record that was never made: nobody has a use for it any more."""
    if _handed_over(flow, run):
        return ()
    written = [run.about.get(s.id) for s in flow.steps if isinstance(s, WriteStep)]
    begun = (run.moment.words,) if isinstance(run.moment, WriteMoment) and run.moment.words is not None else ()
    return (*(w for value in written if isinstance(value, Quote) for w in value.words), *begun)


def _written_anew(flow: Flow, step: Step, before: Run, after: Run) -> tuple[WordsId, ...]:
    """What stood here already, when they came back to this step and wrote it once more."""
    written = before.about.get(step.id)
    anew = isinstance(step, WriteStep) and after.about.get(step.id) != written and not _handed_over(flow, before)
    return written.words if anew and isinstance(written, Quote) else ()


def _handed_over(flow: Flow, run: Run) -> bool:
    return any(isinstance(s, DoStep) and s.deed in TAKES_WORDS and s.id in run.kept for s in flow.steps)


def _erased(words: tuple[WordsId, ...]) -> tuple[Effect, ...]:
    return (Erase(words=words),) if words else ()


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
