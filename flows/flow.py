"""A flow: the written dialogue, compiled; structure only, its texts live beside it in the revision."""

from dataclasses import dataclass
from enum import StrEnum

from flows.names import FlowId, OptionId, Revision, StepId
from flows.steps import Step

END = StepId("einde")
"""A `next` that ends the flow."""


FOR_ONESELF = frozenset(map(FlowId, ("oefenen", "vaardigheid", "zelf", "wegwijzer", "instellingen", "pauze")))
"""Flows about the one person and no circle, whichever of theirs they are begun through."""


class Setting(StrEnum):
    """Whom a flow is with."""

    TALK = "gesprek"  # the whole group; at most one open per circle
    GROUP = "groep"  # a short exchange in the group, such as picking a card
    PRIVATE = "apart"  # one person


class Origin(StrEnum):
    """What starts a flow: somebody's act, or the calendar. It decides how the first question is delivered."""

    ACT = "act"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Steps in order; `next` on a step overrules the order."""

    id: FlowId
    revision: Revision
    setting: Setting
    origin: Origin
    steps: tuple[Step, ...]

    def step(self, id: StepId) -> Step:
        """The step with this name; an unknown name is a bug (the checker saw to it)."""
        return next(s for s in self.steps if s.id == id)

    def after(self, step: Step, outcome: OptionId) -> Step | None:
        """Where the flow goes when this step ends so; None at the end."""
        target = step.next.get(outcome)
        if target == END:
            return None
        if target is not None:
            return self.step(target)
        index = self.steps.index(step) + 1
        return self.steps[index] if index < len(self.steps) else None
