"""Ask: everybody answers the same question alone; the group sees only how many are ready."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flows import alone
from flows.answers import Answers
from flows.asking import Way
from flows.events import Event
from flows.moments import AskMoment
from flows.names import OptionId, StepId
from flows.run import Run
from flows.times import Times
from flows.turn import Turn


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
    work = Answers(way=step.way, run=run)
    return alone.begun(work, work.begun(), step.deadline)


def on(step: AskStep, moment: AskMoment, run: Run, event: Event) -> Turn:
    """One person wrote, chose, came, went; or the time is up."""
    return alone.on(Answers(way=step.way, run=run), moment, event)
