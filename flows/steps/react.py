"""React: everybody takes somebody else's turned card and says one thing about it; a reveal shows them together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flows import alone
from flows.events import Event
from flows.moments import ReactMoment
from flows.names import OptionId, Pace, StepId
from flows.reacting import NONE, Reactions
from flows.run import Run
from flows.times import Times
from flows.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactStep:
    """Reacts to what the reveal `of` turned. Only in a spread talk: who sit together say it aloud."""

    id: StepId
    of: StepId
    deadline: Times
    remind: Times | None = None
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["react"] = "react"


def enter(step: ReactStep, run: Run) -> Turn:
    """Deal the cards and ask; go on when there is no card to react to."""
    work = Reactions(run=run, of=step.of, remind=step.remind)
    moment = work.begun()
    if run.pace is Pace.NOW or not moment.writers:
        return Turn(run, (), NONE)
    return alone.begun(work, moment, step.deadline, fresh=True)


def on(step: ReactStep, moment: ReactMoment, run: Run, event: Event) -> Turn:
    """One person chose, wrote, came, went; or the time is up."""
    return alone.on(Reactions(run=run, of=step.of, remind=step.remind), moment, event)
