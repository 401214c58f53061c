"""Fork: the flow goes one way when the run knows something, or is held at this pace, and another when not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flows.names import OptionId, StepId
from flows.run import Run
from flows.turn import Turn

KNOWN, UNKNOWN = OptionId("bekend"), OptionId("onbekend")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForkStep:
    """`known`: the name of a value, given at the start or by a question that could be skipped; or of a pace."""

    id: StepId
    known: str
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["fork"] = "fork"


def enter(step: ForkStep, run: Run) -> Turn:
    """Look, and go on."""
    return Turn(run, (), KNOWN if step.known in (*run.about, run.pace) else UNKNOWN)
