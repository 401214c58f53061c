"""What a step makes of a moment: the changed run, what to ask of the world, and whether it is finished."""

from dataclasses import dataclass, replace

from flows.effects import Button, Effect, Label, Reason, Refuse, SetTimer
from flows.events import Purpose
from flows.line import Value, ui
from flows.moments import Moment
from flows.names import MemberId, OptionId, StepId
from flows.run import Run
from flows.times import Times

NEXT = OptionId("verder")
TIME_UP = OptionId("tijd-om")
SKIP = OptionId("overslaan")  # a question that need not be answered


@dataclass(frozen=True, slots=True)
class Turn:
    """`outcome` is None while the step still waits; else the engine goes where the step's `next` says."""

    run: Run
    effects: tuple[Effect, ...] = ()
    outcome: OptionId | None = None


def stay(run: Run, moment: Moment, *effects: Effect) -> Turn:
    """The step goes on waiting, with this moment."""
    return Turn(replace(run, moment=moment), effects)


def refuse(run: Run, to: MemberId, reason: Reason, **about: Value) -> Turn:
    """Nothing changes and the person hears why."""
    return Turn(run, (Refuse(to=to, reason=reason, about=about),))


def silent(run: Run) -> Turn:
    """Nothing changes and nobody needs to hear (a timer that came too late)."""
    return Turn(run)


def label(option: OptionId) -> Label:
    """A label of the program's own keyboards; its text is `ui/knop-<option>`."""
    return Label(option, ui(f"knop-{option}"))


def button(option: OptionId, *, private: bool = False) -> Button:
    """A board button; its text is `ui/knop-<option>`."""
    return Button(option, ui(f"knop-{option}"), private)


def wake(run: Run, purpose: Purpose, after: Times, *, round: int = 0) -> SetTimer:
    """Wake the step the run stands at after so much open time, at the pace of the run."""
    return SetTimer(step=where(run), turn=run.turn, purpose=purpose, after=after.at(run.pace), round=round)


def reader(run: Run) -> MemberId:
    """The one person a private flow is with."""
    return run.participants[0].member


def where(run: Run) -> StepId:
    """The step the run stands at; asking a run that stands nowhere is a bug."""
    assert run.at is not None
    return run.at
