"""Days as people type them in Dutch or English, and as Praatmaat says them back."""

from flows.dates.gone import FURTHEST_BACK
from flows.dates.outcome import Read, Unread
from flows.dates.periods import read_period
from flows.dates.reading import FURTHEST, LONGEST, read_date
from flows.dates.saying import DAYS, MONTHS, say_date

__all__ = [
    "DAYS",
    "FURTHEST",
    "FURTHEST_BACK",
    "LONGEST",
    "MONTHS",
    "Read",
    "Unread",
    "read_date",
    "read_period",
    "say_date",
]
