"""Ask: everybody answers the same question alone; the group sees only how many are ready."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows import answering, gathering
from flows.effects import Effect, Reason, Remind, SetTimer, Tell
from flows.events import (
    AudienceTold,
    Event,
    Fired,
    Joined,
    Left,
    Pressed,
    Purpose,
    Returned,
    Said,
    Tapped,
    Unreachable,
)
from flows.line import Who
from flows.moments import AskMoment, Writing
from flows.names import MemberId, OptionId, StepId
from flows.run import Run
from flows.times import Times
from flows.turn import TIME_UP, Turn, refuse, silent, stay

COMPLETE = OptionId("compleet")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStep:
    """The words come from the card's `slot`, worded for each role. `besides`: the name of who is not asked."""

    id: StepId
    slot: str
    deadline: Times
    remind: Times | None = None
    besides: str = ""
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["ask"] = "ask"


def enter(step: AskStep, run: Run) -> Turn:
    """Put the question to everyone present and show the board."""
    asked = (p.member for p in run.present if not _beside(step, run, p.member))
    moment = AskMoment(writers={member: Writing(round=0) for member in asked})
    questions = tuple(
        answering.put(gathering.own(step.slot, run, moment, member), step.remind) for member in moment.writers
    )
    timer = SetTimer(step=step.id, turn=run.turn, purpose=Purpose.DEADLINE, after=step.deadline.at(run.pace))
    return _settled(run, moment, (*questions, timer))


def on(step: AskStep, moment: AskMoment, run: Run, event: Event) -> Turn:
    """One person wrote, chose, came, went; or the time is up."""
    match event:
        case Said(by=by) | Pressed(by=by) | Tapped(by=by) if by not in moment.writers:
            return refuse(run, by, Reason.STRANGER if run.participant(by) is None else Reason.NOT_ASKED)
        case Said(by=by) | Pressed(by=by):
            return _heard(run, moment, by, answering.heard(gathering.own(step.slot, run, moment, by), event))
        case Joined(by=by) | Returned(by=by) if by not in moment.writers and not _beside(step, run, by):
            moment = gathering.with_newcomer(moment, by)
            question = answering.put(gathering.own(step.slot, run, moment, by), step.remind)
            return stay(run, moment, question, gathering.board(run, moment))
        case Joined() | Returned() if event.by not in moment.writers:
            return silent(run)
        case Returned(by=by) if moment.writers[by].finished:
            return stay(run, moment, gathering.board(run, moment))
        case Tapped(by=by) | Returned(by=by):
            return _heard(run, moment, by, answering.look_again(gathering.own(step.slot, run, moment, by)))
        case AudienceTold(by=by, count=count, question=question) if by in moment.writers:
            if gathering.own(step.slot, run, moment, by).question != question:
                return silent(run)
            return stay(run, gathering.changed(moment, by, replace(moment.writers[by], told=count)))
        case Left(by=by) if by in moment.writers:
            close = gathering.close(run, by, moment.writers[by])
            return _settled(run, gathering.without(moment, by), (close,))
        case Unreachable():
            return _settled(run, moment, ())
        case Fired(purpose=Purpose.REMIND, member=by, round=round) if by is not None and by in moment.writers:
            own = gathering.own(step.slot, run, moment, by)
            if own.writer.finished or own.writer.round != round or not own.participant.here:
                return silent(run)
            return Turn(run, (Remind(to=by, question=own.question, line=run.ui("herinnering-vraag")),))
        case Fired(purpose=Purpose.DEADLINE):
            return _time_up(moment, run)
        case _:
            return silent(run)


def _beside(step: AskStep, run: Run, member: MemberId) -> bool:
    """Whether this is somebody the question is not for."""
    named = run.about.get(step.besides)
    return isinstance(named, Who) and named.member == member


def _heard(run: Run, moment: AskMoment, by: MemberId, heard: answering.Heard) -> Turn:
    writer, effects = heard
    if writer == moment.writers[by]:
        return Turn(run, effects)
    changed = gathering.changed(moment, by, writer)
    if writer.finished == moment.writers[by].finished:
        return stay(run, changed, *effects)
    return _settled(run, changed, effects)


def _settled(run: Run, moment: AskMoment, effects: tuple[Effect, ...]) -> Turn:
    """Show the board, and go on when everybody who can be reached is ready."""
    said = (*effects, gathering.board(run, moment))
    if not gathering.complete(run, moment):
        return stay(run, moment, *said)
    return Turn(gathering.gathered(run, moment), (*said, *gathering.closing(run, moment)), COMPLETE)


def _time_up(moment: AskMoment, run: Run) -> Turn:
    unshared = tuple(
        Tell(to=p.member, line=run.ui("tijd-om-niet-gedeeld"), outcome=True)
        for p in run.present
        if (w := moment.writers.get(p.member)) and not w.finished and w.words and w.share is None
    )
    return Turn(gathering.gathered(run, moment), (*gathering.closing(run, moment), *unshared), TIME_UP)
