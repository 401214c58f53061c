"""Which days may be given to a question that asks for one: all that can be read, or a stretch of them."""

from dataclasses import dataclass
from datetime import date, timedelta

from flows.line import Day
from flows.run import Run

FURTHEST = timedelta(days=366)
"""As far as the calendar goes and typed days are read (flows.dates)."""

LONGEST = timedelta(days=183)
"""A time with a beginning and an end lasts no longer."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The first and the last day that may be given."""

    first: date
    last: date

    def of(self, days: tuple[date, ...]) -> tuple[date, ...]:
        """Those of the days that lie within it."""
        return tuple(day for day in days if self.first <= day <= self.last)


def reach(run: Run, today: date, *, since: str | None, within: int | None) -> Reach:
    """From today to a year ahead; with `since` from the day this run knows by that name; with `within` a
    later day than today, at most so many days ahead."""
    if within is not None:
        return Reach(today + timedelta(days=1), today + timedelta(days=within))
    known = run.about.get(since) if since is not None else None
    return Reach(known.day, known.day + LONGEST) if isinstance(known, Day) else Reach(today, today + FURTHEST)
