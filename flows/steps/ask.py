"""Ask: everybody answers the same question alone; the group sees only how many are ready."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows import answering, asking, gathering
from flows.asking import Way
from flows.effects import Effect, Reason, Remind, SetTimer
from flows.events import (
    AudienceTold,
    Event,
    Fired,
    Joined,
    Left,
    OwnCardOnly,
    Pressed,
    Purpose,
    Returned,
    Said,
    Tapped,
    Unreachable,
)
from flows.moments import AskMoment
from flows.names import MemberId, OptionId, StepId
from flows.run import Run
from flows.times import Times
from flows.turn import TIME_UP, Turn, refuse, silent, stay

COMPLETE = OptionId("compleet")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStep:
    """The words come from the card's `slot`, worded for each role. For the other fields, see `Way`."""

    id: StepId
    slot: str
    deadline: Times
    remind: Times | None = None
    besides: str = ""
    options: tuple[OptionId, ...] = ()
    brief: bool = False
    named: bool = False
    chairs: StepId | None = None
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["ask"] = "ask"

    @property
    def way(self) -> Way:
        """What is asked and how it is answered."""
        return Way(slot=self.slot, options=self.options, brief=self.brief, named=self.named, chairs=self.chairs,
                   remind=self.remind, besides=self.besides)  # fmt: skip


def enter(step: AskStep, run: Run) -> Turn:
    """Put the question to everyone present and show the board."""
    moment = gathering.begun(step.way, run)
    questions = tuple(gathering.put(step.way, run, moment, m) for m, w in moment.writers.items() if not w.finished)
    timer = SetTimer(step=step.id, turn=run.turn, purpose=Purpose.DEADLINE, after=step.deadline.at(run.pace))
    return _settled(step, run, moment, (*questions, timer))


def on(step: AskStep, moment: AskMoment, run: Run, event: Event) -> Turn:
    """One person wrote, chose, came, went; or the time is up."""
    match event:
        case Said(by=by) | Pressed(by=by) | Tapped(by=by) if by not in moment.writers:
            return refuse(run, by, Reason.STRANGER if run.participant(by) is None else Reason.NOT_ASKED)
        case Said(by=by) | Pressed(by=by):
            return _heard(step, run, moment, by, answering.heard(gathering.own(step.way, run, moment, by), event))
        case Joined(by=by) | Returned(by=by) if by not in moment.writers and asking.is_for(step.way, run, by):
            moment = gathering.with_newcomer(step.way, run, moment, by)
            return stay(run, moment, gathering.put(step.way, run, moment, by), gathering.board(step.way, run, moment))
        case Joined() | Returned() if event.by not in moment.writers:
            return silent(run)
        case Returned(by=by) if moment.writers[by].finished:
            return stay(run, moment, gathering.board(step.way, run, moment))
        case Tapped(by=by) | Returned(by=by):
            return _heard(step, run, moment, by, answering.look_again(gathering.own(step.way, run, moment, by)))
        case AudienceTold(by=by, count=count, question=question) if by in moment.writers:
            if gathering.own(step.way, run, moment, by).question != question:
                return silent(run)
            return stay(run, gathering.changed(moment, by, replace(moment.writers[by], told=count)))
        case OwnCardOnly(by=by) if by in moment.writers and not asking.is_for(step.way, run, by):
            return _heard(step, run, moment, by, answering.let_off(gathering.own(step.way, run, moment, by)))
        case Left(by=by) if by in moment.writers:
            close = gathering.close(run, by, moment.writers[by])
            moment, again = gathering.reseated(step.way, run, gathering.without(moment, by), by)
            return _settled(step, run, moment, (close, *again))
        case Unreachable():
            return _settled(step, run, moment, ())
        case Fired(purpose=Purpose.REMIND, member=by, round=round) if by is not None and by in moment.writers:
            own = gathering.own(step.way, run, moment, by)
            if own.writer.finished or own.writer.round != round or not own.participant.here:
                return silent(run)
            return Turn(run, (Remind(to=by, question=own.question, line=run.ui("herinnering-vraag")),))
        case Fired(purpose=Purpose.DEADLINE):
            closing, unshared = gathering.closing(run, moment), gathering.unshared(run, moment)
            return Turn(gathering.gathered(run, moment), (*closing, *unshared), TIME_UP)
        case _:
            return silent(run)


def _heard(step: AskStep, run: Run, moment: AskMoment, by: MemberId, heard: answering.Heard) -> Turn:
    writer, effects = heard
    if writer == moment.writers[by]:
        return Turn(run, effects)
    changed = gathering.changed(moment, by, writer)
    if writer.finished == moment.writers[by].finished:
        return stay(run, changed, *effects)
    return _settled(step, run, changed, effects)


def _settled(step: AskStep, run: Run, moment: AskMoment, effects: tuple[Effect, ...]) -> Turn:
    """Show the board, and go on when everybody who can be reached is ready."""
    said = (*effects, gathering.board(step.way, run, moment))
    if not gathering.complete(run, moment):
        return stay(run, moment, *said)
    return Turn(gathering.gathered(run, moment), (*said, *gathering.closing(run, moment)), COMPLETE)
