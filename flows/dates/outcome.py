"""What can come of reading a typed day."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Unread(StrEnum):
    """Why no day came out."""

    UNKNOWN = "unknown"  # at least one word was not understood
    VAGUE = "vague"  # understood, but not one day: 'volgende week'
    PAST = "past"
    IMPOSSIBLE = "impossible"  # 31 april
    MISMATCH = "mismatch"  # the day of the week and the date don't go together
    TOO_FAR = "too-far"  # over a year ahead


class Refused(Exception):
    """The words can't be read as a day, for this reason. Never leaves flows.dates."""

    def __init__(self, why: Unread) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One day, or two to choose from (earliest first), or none and `why`; with the clock time if one was given."""

    days: tuple[date, ...] = ()
    clock: time | None = None
    why: Unread | None = None

    @property
    def past(self) -> bool:
        """Whether a day was understood, but it has been."""
        return self.why is Unread.PAST
