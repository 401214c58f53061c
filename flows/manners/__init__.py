"""When Praatmaat may speak: the one gate, the days of a circle, the manners of a reader, and durations."""

from flows.manners.durations import Duration, Unit, after, check_in_moment, read_duration
from flows.manners.gate import DeliveryClass, Go, Hold, Never, Verdict, Why, gate
from flows.manners.people import (
    CLOSES,
    OPENS,
    SCHOOL_WEEK,
    WHOLE_WEEK,
    DayPart,
    Days,
    Holidays,
    Manners,
    Reader,
    Region,
    SchoolHoliday,
    read_manners,
    write_manners,
)
from flows.manners.wall import at
from flows.manners.wishes import LONGEST_PAUSE, WEEK, Period, day_turned, quiet_from, still_to_come, with_period

__all__ = [
    "CLOSES",
    "LONGEST_PAUSE",
    "OPENS",
    "SCHOOL_WEEK",
    "WEEK",
    "WHOLE_WEEK",
    "DayPart",
    "Days",
    "DeliveryClass",
    "Duration",
    "Go",
    "Hold",
    "Holidays",
    "Manners",
    "Never",
    "Period",
    "Reader",
    "Region",
    "SchoolHoliday",
    "Unit",
    "Verdict",
    "Why",
    "after",
    "at",
    "check_in_moment",
    "day_turned",
    "gate",
    "quiet_from",
    "read_duration",
    "read_manners",
    "still_to_come",
    "with_period",
    "write_manners",
]
