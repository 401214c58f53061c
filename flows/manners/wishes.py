"""What people may choose: a day of the week on or off, quiet hours, free days; each gives new manners."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta

from flows.manners.people import Manners
from flows.names import Role

WEEK = ("ma", "di", "wo", "do", "vr", "za", "zo")
"""The days of the week as the settings call them, Monday first."""

LONGEST_PAUSE = 92
"""Days: a pause always ends (docs/explanation/rules.md)."""

Period = tuple[date, date]
"""The first and the last day, both included."""

_DAY = timedelta(days=1)


def day_turned(manners: Manners, day: str, role: Role) -> Manners:
    """This day of the week (of `WEEK`) on or off; the last one stays on, for with none nothing would ever come."""
    days = manners.days_of(role) ^ {WEEK.index(day)}
    return replace(manners, working_days=days) if days else manners


def quiet_from(manners: Manners, start: int, end: int) -> Manners:
    """Quiet from this whole hour until that one, over midnight when it is earlier; equal hours: no quiet at all."""
    return replace(manners, quiet=((time(start), time(end)),) if start != end else ())


def with_period(periods: Iterable[Period], new: Period, *, today: date) -> tuple[Period, ...]:
    """The periods with this one, in order; what touches becomes one, and what is past is forgotten."""
    merged: list[Period] = []
    for first, last in sorted((*periods, new)):
        if merged and first <= merged[-1][1] + _DAY:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(still_to_come(merged, today=today))


def still_to_come(periods: Iterable[Period], *, today: date) -> list[Period]:
    """Those that are not over."""
    return [period for period in periods if period[1] >= today]
