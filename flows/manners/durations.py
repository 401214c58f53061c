"""Durations that say what they mean ('2 schooldagen'), counted in open time on a circle's calendar."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import assert_never
from zoneinfo import ZoneInfo

from flows.manners.gate import HORIZON
from flows.manners.people import CLOSES, OPENS, Days, Reader
from flows.manners.wall import at

AFTERNOON = time(16)
"""When an owner is asked how it went, unless they chose otherwise (docs/explanation/rules.md)."""

_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What is counted; the value is its Dutch plural."""

    MINUTES = "minuten"
    HOURS = "uur"
    DAYS = "dagen"
    WEEKS = "weken"
    SCHOOL_DAYS = "schooldagen"


_ONE = {
    Unit.MINUTES: "minuut",
    Unit.HOURS: "uur",
    Unit.DAYS: "dag",
    Unit.WEEKS: "week",
    Unit.SCHOOL_DAYS: "schooldag",
}
_UNITS: dict[str, Unit] = {unit.value: unit for unit in Unit} | {word: unit for unit, word in _ONE.items()}
_WRITTEN = re.compile(r"([1-9][0-9]{0,2}) +([a-z]+)")


@dataclass(frozen=True, slots=True)
class Duration:
    """So many of a unit; as text it reads back the same ('1 schooldag', '20 minuten')."""

    n: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.n} {_ONE[self.unit] if self.n == 1 else self.unit}"


def read_duration(text: str) -> Duration | None:
    """A duration from 1 to 999 as editors write it; None when it is not one."""
    written = _WRITTEN.fullmatch(text.strip())
    unit = _UNITS.get(written[2]) if written is not None else None
    return Duration(int(written[1]), unit) if written is not None and unit is not None else None


def after(start: datetime, duration: Duration, days: Days) -> datetime:
    """The instant, in UTC, at which this much open time has passed since `start`, on the circle's wall.

    - minutes are plain minutes: a talk held now does not wait for opening hours;
    - hours count between 8.00 and 20.00 only, on every day; what would end at 20.00 ends at the next 8.00;
    - days and weeks keep the time of day; a start outside 8.00-20.00 counts from the next 8.00;
    - school days do so too, and pass over weekends, holidays and the circle's free periods: two school days
      after Friday 15.00 is Tuesday 15.00; after Saturday, counted from Monday 8.00, it is Wednesday 8.00.

    A circle that has no school day within `HORIZON` days is counted in ordinary days.
    """
    wall = start.astimezone(ZoneInfo(days.zone))
    match duration.unit:
        case Unit.MINUTES:
            return start.astimezone(UTC) + timedelta(minutes=duration.n)
        case Unit.HOURS:
            return _after_hours(wall, duration.n, days.zone)
        case Unit.DAYS | Unit.WEEKS:
            day, clock = _opened(wall)
            step = _DAY if duration.unit is Unit.DAYS else 7 * _DAY
            return at(day + duration.n * step, clock, days.zone)
        case Unit.SCHOOL_DAYS:
            day, clock = _opened(wall)
            first = _school_day(day, days)
            clock = clock if first == day else OPENS
            for _ in range(duration.n):
                first = _school_day(first + _DAY, days)
            return at(first, clock, days.zone)
        case _:
            assert_never(duration.unit)


def check_in_moment(
    day: date, days: Days, *, now: datetime | None = None, reader: Reader | None = None, clock: time = AFTERNOON
) -> datetime:
    """When to ask how it went, in UTC: the first suitable afternoon on or after the day that is later than `now`.

    Suitable is a school day of the circle on which the reader works; the gate still has the last word. When there
    is none within `HORIZON` days it is the afternoon of the day itself.
    """
    for ahead in range(HORIZON + 1):
        then = day + ahead * _DAY
        moment = at(then, clock, days.zone)
        works = reader is None or (then.weekday() in reader.working_days and not reader.is_free(then))
        if days.closed(then) is None and works and (now is None or moment > now):
            return moment
    return at(day, clock, days.zone)


def _opened(wall: datetime) -> tuple[date, time]:
    """This wall time, or the next eight o'clock when it lies outside the hours."""
    if wall.time() < OPENS:
        return wall.date(), OPENS
    if wall.time() >= CLOSES:
        return wall.date() + _DAY, OPENS
    return wall.date(), wall.time()


def _after_hours(wall: datetime, hours: int, zone: str) -> datetime:
    day, clock = _opened(wall)
    into = datetime.combine(day, clock) - datetime.combine(day, OPENS)
    length = datetime.combine(day, CLOSES) - datetime.combine(day, OPENS)
    whole, rest = divmod(into + timedelta(hours=hours), length)
    return at(day + whole * _DAY, (datetime.combine(day, OPENS) + rest).time(), zone)


def _school_day(day: date, days: Days) -> date:
    """The first school day on or after this day."""
    open_days = (day + ahead * _DAY for ahead in range(HORIZON + 1))
    return next((d for d in open_days if days.closed(d) is None), day)
