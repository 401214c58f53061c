"""The one gate: when something may be said to whom, and how long a while is when only open time counts.

All instants are timezone-aware; rules are read on the wall clock of the circle or the reader.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MORNING, EVENING = time(8), time(20)
"""Nothing the bot starts by itself comes between 20.00 and 8.00 (product.md 4)."""
AFTERNOON = time(16)
HORIZON = 400  # days looked ahead; a calendar that is closed for longer is closed for good
WEEK = timedelta(days=7)
ALL_DAYS: frozenset[int] = frozenset(range(7))
WEEKDAYS: frozenset[int] = frozenset(range(5))


class DeliveryClass(StrEnum):
    """What a message is, which decides when it may go (design.md 7)."""

    REPLY = "reply"  # follows on someone's act, in that chat
    REVEAL = "reveal"  # the cards, or what a deadline brought about
    PROMPT = "prompt"  # a question in a talk under way
    NUDGE = "nudge"  # started by the calendar


class Unit(StrEnum):
    """What a duration counts in."""

    MINUTES = "minuten"
    HOURS = "uur"
    DAYS = "dagen"
    SCHOOL_DAYS = "schooldagen"


@dataclass(frozen=True, slots=True)
class Duration:
    """A while, as an editor writes it: '2 schooldagen'."""

    n: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.n} {self.unit}"


_WRITTEN = re.compile(r"(\d{1,3})\s+(minuut|minuten|uur|dag|dagen|schooldag|schooldagen|week|weken)")
_UNITS = {
    "minuut": (1, Unit.MINUTES), "minuten": (1, Unit.MINUTES), "uur": (1, Unit.HOURS), "dag": (1, Unit.DAYS),
    "dagen": (1, Unit.DAYS), "schooldag": (1, Unit.SCHOOL_DAYS), "schooldagen": (1, Unit.SCHOOL_DAYS),
    "week": (7, Unit.DAYS), "weken": (7, Unit.DAYS),
}  # fmt: skip


def read_duration(text: str) -> Duration | None:
    """'20 minuten', '4 uur', '3 dagen', '2 schooldagen', '1 week'; None for anything else, and for nothing at all."""
    written = _WRITTEN.fullmatch(" ".join(text.casefold().split()))
    if written is None or int(written[1]) == 0:
        return None
    times, unit = _UNITS[written[2]]
    return Duration(int(written[1]) * times, unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleDays:
    """The calendar of a circle: `closed` holds its public and school holidays and own free days."""

    zone: str = "Europe/Amsterdam"
    closed: frozenset[date] = frozenset()

    def open_on(self, day: date) -> bool:
        """Whether this is a school day."""
        return day.weekday() in WEEKDAYS and day not in self.closed

    def next_open(self, day: date) -> date:
        """The first school day from this one on. Raises LookupError when there is none within the horizon."""
        for ahead in range(HORIZON):
            if self.open_on(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        raise LookupError("this calendar has no open day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The manners of one person. `quiet`: own hours beside 20.00-8.00, as (from, to) on their own clock.

    `school_days`: questions come on school days only (the default for school and care). `pace`: nudges in seven
    days. `paused_until`: no nudges before this day.
    """

    zone: str = "Europe/Amsterdam"
    quiet: tuple[tuple[time, time], ...] = ()
    working_days: frozenset[int] = ALL_DAYS
    free_days: frozenset[date] = frozenset()
    school_days: bool = False
    pace: int = 3
    paused_until: date | None = None


class Why(StrEnum):
    """What holds something back; told to the person concerned on request."""

    HOURS = "uren"
    DAY = "dag"
    PACE = "tempo"
    PAUSE = "pauze"


@dataclass(frozen=True, slots=True)
class Go:
    """It may go now."""


@dataclass(frozen=True, slots=True)
class Hold:
    """It may not go before `until` (None: not within the horizon)."""

    until: datetime | None
    why: Why


def gate(kind: DeliveryClass, *, now: datetime, reader: Reader, circle: CircleDays,
         nudges: Iterable[datetime] = ()) -> Go | Hold:  # fmt: skip
    """May this go now? Asked when planning, when claiming and directly before it is sent (design.md 7)."""
    sent = tuple(nudges)
    why = _closed(kind, now, reader, circle, sent)
    if why is None:
        return Go()
    for moment in _openings(now, reader, sent):
        if _closed(kind, moment, reader, circle, sent) is None:
            return Hold(moment, why)
    return Hold(None, why)


def _closed(kind: DeliveryClass, at: datetime, reader: Reader, circle: CircleDays,
            nudges: tuple[datetime, ...]) -> Why | None:  # fmt: skip
    if kind is DeliveryClass.REPLY:
        return None
    local = at.astimezone(ZoneInfo(reader.zone))
    day, clock = local.date(), local.time()
    if not MORNING <= clock < EVENING or any(_within(clock, *hours) for hours in reader.quiet):
        return Why.HOURS
    if kind is DeliveryClass.REVEAL:
        return None
    own = day.weekday() in reader.working_days and day not in reader.free_days
    school = circle.open_on(at.astimezone(ZoneInfo(circle.zone)).date())
    if not own or (not school and (reader.school_days or kind is DeliveryClass.NUDGE)):
        return Why.DAY
    if kind is DeliveryClass.PROMPT:
        return None
    if reader.paused_until is not None and day < reader.paused_until:
        return Why.PAUSE
    return Why.PACE if sum(at - WEEK < sent <= at for sent in nudges) >= reader.pace else None


def _within(clock: time, start: time, end: time) -> bool:
    return start <= clock < end if start <= end else clock >= start or clock < end


def _openings(now: datetime, reader: Reader, nudges: tuple[datetime, ...]) -> Iterator[datetime]:
    """Every moment at which something that was closed can open, in order: a morning, the end of quiet, of a week."""
    zone = ZoneInfo(reader.zone)
    today = now.astimezone(zone).date()
    clocks = {MORNING, *(end for _, end in reader.quiet)}
    weeks = [sent + WEEK for sent in nudges]
    for ahead in range(HORIZON):
        day = today + timedelta(days=ahead)
        moments = [at(day, clock, reader.zone) for clock in clocks]
        moments += [week for week in weeks if week.astimezone(zone).date() == day]
        yield from sorted(moment for moment in moments if moment > now)


def at(day: date, clock: time, zone: str) -> datetime:
    """The instant of a wall-clock time: in a spring gap the first minute after it, in an autumn fold the first."""
    there = ZoneInfo(zone)
    moment = datetime.combine(day, clock)
    while (instant := moment.replace(tzinfo=there).astimezone(UTC)).astimezone(there).replace(tzinfo=None) != moment:
        moment = moment.replace(second=0) + timedelta(minutes=1)
    return instant


def after(start: datetime, duration: Duration, days: CircleDays) -> datetime:
    """When a while is over, counted in open time on the circle's clock.

    Minutes and hours are plain: they belong to a talk held now. Days land on the same clock time, within
    8.00-20.00. School days skip closed days; what starts on a closed day or outside hours counts from the next
    open 8.00: two school days from Friday 15.00 is Tuesday 15.00.
    """
    if duration.unit in (Unit.MINUTES, Unit.HOURS):
        return start + (timedelta(minutes=duration.n) if duration.unit is Unit.MINUTES else timedelta(hours=duration.n))
    local = start.astimezone(ZoneInfo(days.zone))
    day, clock = local.date(), local.time().replace(microsecond=0)
    if duration.unit is Unit.DAYS:
        day += timedelta(days=duration.n)
        if clock >= EVENING:
            day, clock = day + timedelta(days=1), MORNING
        return at(day, max(clock, MORNING), days.zone)
    if clock >= EVENING:
        day, clock = day + timedelta(days=1), MORNING
    if not days.open_on(day):
        day, clock = days.next_open(day), MORNING
    for _ in range(duration.n):
        day = days.next_open(day + timedelta(days=1))
    return at(day, max(clock, MORNING), days.zone)


def check_in_moment(day: date, days: CircleDays) -> datetime:
    """The next suitable afternoon from this day on: 16.00 on an open day (product.md 4)."""
    return at(days.next_open(day), AFTERNOON, days.zone)
