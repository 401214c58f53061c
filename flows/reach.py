"""Which days may be given to a question that asks for one: all that can be read, or a stretch of them."""

from dataclasses import dataclass
from datetime import date, timedelta

from flows.dates import FURTHEST_BACK
from flows.line import Day
from flows.names import OptionId
from flows.run import Run

FURTHEST = timedelta(days=366)
"""As far as the calendar goes and typed days are read (flows.dates)."""

LONGEST = timedelta(days=183)
"""A time with a beginning and an end lasts no longer."""

AWAY = {
    OptionId("gisteren"): -1,
    OptionId("vandaag"): 0,
    OptionId("over-1-week"): 7,
    OptionId("over-2-weken"): 14,
    OptionId("over-4-weken"): 28,
    OptionId("over-6-weken"): 42,
    OptionId("over-8-weken"): 56,
}
"""The labels a flow may offer, with how many days they are away from today."""
USUAL = (OptionId("over-1-week"), OptionId("over-2-weken"), OptionId("over-4-weken"))


@dataclass(frozen=True, slots=True)
class Reach:
    """The first and the last day that may be given."""

    first: date
    last: date

    def of(self, days: tuple[date, ...]) -> tuple[date, ...]:
        """Those of the days that lie within it."""
        return tuple(day for day in days if self.first <= day <= self.last)


def reach(run: Run, today: date, *, since: str | None = None, within: int | None = None, past: bool = False) -> Reach:
    """From today to a year ahead; with `since` from the day this run knows by that name; with `within` a
    later day than today, at most so many days ahead; with `past` also from some months ago on."""
    if within is not None:
        return Reach(today + timedelta(days=1), today + timedelta(days=within))
    known = run.about.get(since) if since is not None else None
    if isinstance(known, Day):
        return Reach(known.day, known.day + LONGEST)
    return Reach(today - FURTHEST_BACK if past else today, today + FURTHEST)
