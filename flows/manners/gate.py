"""The one gate: may a message of this class go now, and if not, from when (decision 0005)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias, assert_never
from zoneinfo import ZoneInfo

from flows.manners.people import CLOSES, OPENS, SCHOOL_WEEK, Days, Reader
from flows.manners.wall import at

HORIZON = 400
"""Days to look ahead; what stays shut longer is never opened by waiting."""

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class DeliveryClass(StrEnum):
    """Why a message is sent, which decides when it may (the table of decision 0005)."""

    REPLY = "reply"  # follows at once on somebody's act in that chat: always
    REVEAL = "reveal"  # a reveal or the outcome of a deadline: within the hours
    PROMPT = "prompt"  # a question in a talk under way: also on the reader's own days
    NUDGE = "nudge"  # started by the calendar: also on no closed day, and within the pace


class Why(StrEnum):
    """What keeps the gate shut."""

    HOURS = "hours"  # before eight or after eight, on the reader's wall
    QUIET = "quiet"  # the reader's own quiet hours
    NOT_WORKING = "not-working"  # not one of the reader's days of the week
    FREE = "free"  # a free day of the reader
    WEEKEND = "weekend"
    HOLIDAY = "holiday"  # a public holiday, school holiday or free period of the circle
    PAUSED = "paused"  # the reader or the circle asked for rest
    PACE = "pace"  # enough nudges in seven days


@dataclass(frozen=True, slots=True)
class Go:
    """It may go now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Not now. `until` is the first instant, in UTC, at which it may, as things stand; `why` is what shuts it now."""

    until: datetime
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Never:
    """Not now, and not within `HORIZON` days: waiting won't help, only other manners will."""

    why: Why


Verdict: TypeAlias = Go | Hold | Never


def gate(
    kind: DeliveryClass, *, now: datetime, reader: Reader, days: Days, sent_nudges: Sequence[datetime] = ()
) -> Verdict:
    """Whether a message of this class may go to this reader about this circle.

    `now` and `sent_nudges` (those of the past week or longer, any order) are aware instants. A week of the pace
    is any seven days in a row on the reader's calendar. Asked when planning, when claiming and directly before
    sending; for a message to the group, give a plain Reader in the circle's zone.
    """
    if kind is DeliveryClass.REPLY:
        return Go()
    there = ZoneInfo(reader.zone)
    wall = now.astimezone(there)
    nudged = tuple(sent.astimezone(there).date() for sent in sent_nudges)
    shut = _shut_day(kind, wall.date(), reader, days, nudged) or _shut_hour(wall.time(), reader)
    if shut is None:
        return Go()
    for ahead in range(HORIZON + 1):
        day = wall.date() + ahead * _DAY
        if _shut_day(kind, day, reader, days, nudged) is None:
            for opening in _openings(day, reader):
                if opening > now:
                    return Hold(until=opening, why=shut)
    return Never(why=shut)


def _openings(day: date, reader: Reader) -> Sequence[datetime]:
    """The instants of this day at which the hours open, earliest first."""
    there = ZoneInfo(reader.zone)
    opens = {clock for clock in (OPENS, *(end for _, end in reader.quiet)) if _shut_hour(clock, reader) is None}
    instants = sorted({at(day, clock, reader.zone) for clock in opens})
    walls = ((instant, instant.astimezone(there)) for instant in instants)
    return [i.astimezone(UTC) for i, wall in walls if wall.date() == day and _shut_hour(wall.time(), reader) is None]


def _shut_hour(clock: time, reader: Reader) -> Why | None:
    if not OPENS <= clock < CLOSES:
        return Why.HOURS
    return Why.QUIET if reader.in_quiet(clock) else None


def _shut_day(kind: DeliveryClass, day: date, reader: Reader, days: Days, nudged: Sequence[date]) -> Why | None:
    match kind:
        case DeliveryClass.REPLY | DeliveryClass.REVEAL:
            return None
        case DeliveryClass.PROMPT:
            return _own_day(day, reader) or (_day_off(day, days) if reader.school_calendar else None)
        case DeliveryClass.NUDGE:
            return _own_day(day, reader) or _closed(day, days) or _resting(day, reader, days, nudged)
        case _:
            assert_never(kind)


def _own_day(day: date, reader: Reader) -> Why | None:
    if reader.is_free(day):
        return Why.FREE
    return Why.NOT_WORKING if day.weekday() not in reader.working_days else None


def _closed(day: date, days: Days) -> Why | None:
    return Why.WEEKEND if day.weekday() not in SCHOOL_WEEK else _day_off(day, days)


def _day_off(day: date, days: Days) -> Why | None:
    return Why.HOLIDAY if days.day_off(day) is not None else None


def _resting(day: date, reader: Reader, days: Days, nudged: Sequence[date]) -> Why | None:
    if any(until is not None and day < until for until in (reader.paused_until, days.paused_until)):
        return Why.PAUSED
    return Why.PACE if sum(day - _WEEK < sent for sent in nudged) >= reader.pace else None
