"""When something comes of a meeting by itself, on the calendar of its circle (docs/explanation/rules.md)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from flows.manners import OPENS, Days, Duration, Unit, after, at, check_in_moment
from flows.meetings.model import Meeting

HEARD_WITHIN = Duration(2, Unit.SCHOOL_DAYS)
"""How long after a meeting it still helps to ask whether somebody felt heard."""

_HELD_BY = time(16)  # a meeting has no hour: by the end of the school day it was held


class Wait(StrEnum):
    """How long the card stays away when somebody taps Later."""

    WEEK = "over-een-week"
    TWO_SCHOOL_WEEKS = "over-twee-weken"


WAITS: Mapping[Wait, Duration] = {
    Wait.WEEK: Duration(1, Unit.WEEKS),
    Wait.TWO_SCHOOL_WEEKS: Duration(10, Unit.SCHOOL_DAYS),
}
NOBODY_TAPPED = Wait.TWO_SCHOOL_WEEKS
"""When the card comes again if nobody tapped, or the group wants to talk about it first."""


def capture_moment(meeting: Meeting, days: Days) -> datetime:
    """When its agreements are asked for, in UTC: the morning of its day."""
    return at(meeting.day, OPENS, days.zone)


def heard_until(meeting: Meeting, days: Days) -> datetime:
    """Until when it may be asked, in UTC, whether somebody felt heard."""
    return after(_held(meeting, days), HEARD_WITHIN, days)


def heard_moment(meeting: Meeting, days: Days, *, now: datetime) -> datetime | None:
    """When that is asked, in UTC: the first school afternoon after the meeting; None when it is too late."""
    moment = check_in_moment(meeting.day, days, now=now)
    return moment if moment <= heard_until(meeting, days) else None


def look_back_moment(meeting: Meeting, days: Days, *, now: datetime) -> datetime | None:
    """When the card comes (again), in UTC: a school afternoon on or after its day; None when it comes no more."""
    back = meeting.back
    return check_in_moment(back, days, now=now) if back is not None else None


def comes_back(wait: Wait, days: Days, *, now: datetime) -> date:
    """From which day of the circle the card comes again."""
    return after(now, WAITS[wait], days).astimezone(ZoneInfo(days.zone)).date()


def _held(meeting: Meeting, days: Days) -> datetime:
    return at(meeting.day, _HELD_BY, days.zone).astimezone(UTC)
