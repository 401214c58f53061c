"""The days of a circle and the manners of a reader: what the gate weighs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum

from pydantic import TypeAdapter

from flows.names import PROFESSIONALS, Role

OPENS, CLOSES = time(8), time(20)
"""Between these, on the reader's wall, Praatmaat may start to speak (docs/explanation/rules.md)."""

HOME_ZONE = "Europe/Amsterdam"
SCHOOL_WEEK: frozenset[int] = frozenset({0, 1, 2, 3, 4})
WHOLE_WEEK: frozenset[int] = frozenset(range(7))
USUAL_PACE = 3


class Region(StrEnum):
    """The three regions with their own school holidays (docs/explanation/rules.md)."""

    NORTH = "noord"
    MIDDLE = "midden"
    SOUTH = "zuid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """Public holidays, and school holidays per region, each day with its Dutch name."""

    public: Mapping[date, str] = field(default_factory=dict)
    school: Mapping[Region, Mapping[date, str]] = field(default_factory=dict)

    def school_day_off(self, day: date, region: Region | None) -> str | None:
        """Which school holiday this day is in. Without a region: whichever region has one (decision 0005)."""
        regions = tuple(Region) if region is None else (region,)
        return next((name for r in regions if (name := self.school.get(r, {}).get(day)) is not None), None)

    def next_school(self, region: Region, today: date) -> "SchoolHoliday | None":
        """The school holiday of this region that is going on or comes first; None when no more is known."""
        known = self.school.get(region, {})
        first = min((day for day in known if day >= today), default=None)
        if first is None:
            return None
        last = first
        while known.get(last + timedelta(days=1)) == known[first]:
            last += timedelta(days=1)
        while known.get(first - timedelta(days=1)) == known[first]:
            first -= timedelta(days=1)
        return SchoolHoliday(name=known[first], first=first, last=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolHoliday:
    """One school holiday, first and last day included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The calendar of one circle. `free`: own free periods, first and last day included.

    `paused_until`: the first day on which nudges may come again (`/pauze`).
    """

    zone: str = HOME_ZONE
    region: Region | None = None
    free: tuple[tuple[date, date], ...] = ()
    holidays: Holidays = field(default_factory=Holidays)
    paused_until: date | None = None

    def closed(self, day: date) -> str | None:
        """Why school is out on this day, in Dutch; None on a school day."""
        if day.weekday() not in SCHOOL_WEEK:
            return "weekend"
        return self.day_off(day)

    def day_off(self, day: date) -> str | None:
        """The public holiday, school holiday or free period of the circle this day is in, by its Dutch name."""
        if (public := self.holidays.public.get(day)) is not None:
            return public
        if any(first <= day <= last for first, last in self.free):
            return "vrij"
        return self.holidays.school_day_off(day, self.region)


class DayPart(StrEnum):
    """When of the day it suits somebody to be asked how it went."""

    MORNING = "ochtend"
    AFTERNOON = "middag"
    EVENING = "avond"  # early: the hours end at eight

    @property
    def clock(self) -> time:
        """The time on the wall that goes with it (docs/explanation/rules.md)."""
        return {DayPart.MORNING: time(9), DayPart.AFTERNOON: time(16), DayPart.EVENING: time(18, 30)}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What somebody chose for themself. Week days count from Monday, 0; None leaves it to their role.

    `quiet`: local times, from and until, over midnight when the first is later; equal times close nothing.
    `pace`: nudges in any seven days. `paused_until`: the first day on which nudges may come again.
    """

    moment: DayPart = DayPart.AFTERNOON

    quiet: tuple[tuple[time, time], ...] = ()
    working_days: frozenset[int] | None = None
    free: tuple[tuple[date, date], ...] = ()
    pace: int = USUAL_PACE
    paused_until: date | None = None

    def days_of(self, role: Role) -> frozenset[int]:
        """The days of the week on which they may be written to, in this role."""
        usual = SCHOOL_WEEK if role in PROFESSIONALS else WHOLE_WEEK
        return usual if self.working_days is None else self.working_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who would read a message, and how they wish to be treated. The defaults fit a group, or someone at home.

    `school_calendar`: questions keep to the school days of the circle; professionals have it so (decision 0005).
    """

    zone: str = HOME_ZONE
    quiet: tuple[tuple[time, time], ...] = ()
    working_days: frozenset[int] = WHOLE_WEEK
    free: tuple[tuple[date, date], ...] = ()
    school_calendar: bool = False
    pace: int = USUAL_PACE
    paused_until: date | None = None

    @staticmethod
    def of(manners: Manners, *, role: Role, zone: str = HOME_ZONE) -> "Reader":
        """What somebody chose, completed with what is usual for their role in this circle."""
        return Reader(
            zone=zone,
            quiet=manners.quiet,
            working_days=manners.days_of(role),
            free=manners.free,
            school_calendar=role in PROFESSIONALS,
            pace=manners.pace,
            paused_until=manners.paused_until,
        )

    def in_quiet(self, clock: time) -> bool:
        """Whether this local time lies in one of their own quiet hours."""
        return any(start <= clock < end if start <= end else clock >= start or clock < end for start, end in self.quiet)

    def is_free(self, day: date) -> bool:
        """Whether this is one of their own free days."""
        return any(first <= day <= last for first, last in self.free)


_MANNERS = TypeAdapter(Manners)


def read_manners(text: str) -> Manners:
    """Manners as stored; an empty object means the usual ones. Raises ValueError on what is not manners."""
    return _MANNERS.validate_json(text)


def write_manners(manners: Manners) -> str:
    """Manners as JSON, to store."""
    return _MANNERS.dump_json(manners, exclude_defaults=True).decode()
