"""Pick: the group picks one of a few things by a tap on the board; the first tap of a member counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Board, Button, Reason, SetTimer
from flows.events import Event, Fired, Purpose, Tapped
from flows.line import Word
from flows.moments import PickMoment
from flows.names import OptionId, StepId, TextKey
from flows.run import Run
from flows.times import Times
from flows.turn import TIME_UP, Turn, refuse, silent, stay


@dataclass(frozen=True, slots=True, kw_only=True)
class PickStep:
    """Each option's text is `<step>.<option>`; what was picked is kept under the step's own name.

    `only`: an option that is offered only when the run knows this name.
    """

    id: StepId
    options: tuple[OptionId, ...]
    deadline: Times
    only: Mapping[OptionId, str] = field(default_factory=dict)
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["pick"] = "pick"


def enter(step: PickStep, run: Run) -> Turn:
    """Show what can be picked."""
    rows = tuple((Button(o, run.line(f"{step.id}.{o}")),) for o in _offered(step, run))
    timer = SetTimer(step=step.id, turn=run.turn, purpose=Purpose.DEADLINE, after=step.deadline.at(run.pace))
    return stay(run, PickMoment(), Board(lines=(run.line(f"{step.id}.text"),), buttons=rows), timer)


def on(step: PickStep, moment: PickMoment, run: Run, event: Event) -> Turn:
    """Someone picked, or nobody did in time."""
    match event:
        case Tapped(by=by, option=option):
            if option not in _offered(step, run):
                return refuse(run, by, Reason.CLOSED)
            picked = replace(
                run,
                kept={**run.kept, step.id: option},
                about={**run.about, step.id: Word(TextKey(f"{step.id}.{option}"))},
            )
            return Turn(picked, (), option)
        case Fired(purpose=Purpose.DEADLINE):
            return Turn(run, (), TIME_UP)
        case _:
            return silent(run)


def _offered(step: PickStep, run: Run) -> tuple[OptionId, ...]:
    return tuple(o for o in step.options if o not in step.only or step.only[o] in run.about)
