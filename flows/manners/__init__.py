"""When Praatmaat may speak: the one gate, the days of a circle, the manners of a reader, and durations."""

from flows.manners.durations import Duration, Unit, after, check_in_moment, read_duration
from flows.manners.gate import DeliveryClass, Go, Hold, Never, Verdict, Why, gate
from flows.manners.people import CLOSES, OPENS, Days, Holidays, Manners, Reader, Region, read_manners, write_manners
from flows.manners.wall import at

__all__ = [
    "CLOSES",
    "OPENS",
    "Days",
    "DeliveryClass",
    "Duration",
    "Go",
    "Hold",
    "Holidays",
    "Manners",
    "Never",
    "Reader",
    "Region",
    "Unit",
    "Verdict",
    "Why",
    "after",
    "at",
    "check_in_moment",
    "gate",
    "read_duration",
    "read_manners",
    "write_manners",
]
