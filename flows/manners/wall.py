"""From a day and a time on somebody's wall to the one instant that is meant."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


def at(day: date, clock: time, zone: str) -> datetime:
    """The instant, in UTC, at which a clock in this zone shows this day and time.

    A time that the spring change skips becomes the next minute that exists; a time that the autumn change
    repeats is the first of the two (decision 0012). Raises ZoneInfoNotFoundError for an unknown zone.
    """
    there = ZoneInfo(zone)
    wall = datetime.combine(day, clock.replace(tzinfo=None, fold=0))
    if not _exists(wall, there):
        wall = wall.replace(second=0, microsecond=0)
        while not _exists(wall, there):
            wall += _MINUTE
    return wall.replace(tzinfo=there).astimezone(UTC)


def _exists(wall: datetime, there: ZoneInfo) -> bool:
    back = wall.replace(tzinfo=there).astimezone(UTC).astimezone(there)
    return back.replace(tzinfo=None, fold=0) == wall
