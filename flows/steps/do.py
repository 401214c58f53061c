"""Do: hand over what the run gathered to the record that outlives it; then on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Deed, Do
from flows.names import OptionId, StepId
from flows.run import Run
from flows.turn import NEXT, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class DoStep:
    """Which deed; the values are the run's `kept` and `about`."""

    id: StepId
    deed: Deed
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["do"] = "do"


def enter(step: DoStep, run: Run) -> Turn:
    """Hand it over, and remember that it was."""
    handed = replace(run, kept={**run.kept, step.id: NEXT})
    return Turn(handed, (Do(deed=step.deed, by=run.participants[0].member),), NEXT)
