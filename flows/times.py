"""A duration for each pace: how long a step waits in a talk held now and in one spread over days."""

from dataclasses import dataclass

from flows.manners import Duration
from flows.names import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Open time a step waits (decision 0009: durations say what they mean)."""

    now: Duration
    spread: Duration

    def at(self, pace: Pace) -> Duration:
        """The duration for this pace."""
        return self.now if pace is Pace.NOW else self.spread
