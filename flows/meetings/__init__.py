"""Meetings (mdo), pure: what one is, what may become of it, and when the circle looks back."""

from flows.meetings.acts import announce, capture, heard, leave, looked_back, move, plan
from flows.meetings.model import AFTER_WEEKS, Did, Entry, Meeting, State
from flows.meetings.moments import (
    HEARD_WITHIN,
    NOBODY_TAPPED,
    WAITS,
    Wait,
    capture_moment,
    comes_back,
    heard_moment,
    heard_until,
    look_back_moment,
)

__all__ = [
    "AFTER_WEEKS",
    "HEARD_WITHIN",
    "NOBODY_TAPPED",
    "WAITS",
    "Did",
    "Entry",
    "Meeting",
    "State",
    "Wait",
    "announce",
    "capture",
    "capture_moment",
    "comes_back",
    "heard",
    "heard_moment",
    "heard_until",
    "leave",
    "look_back_moment",
    "looked_back",
    "move",
    "plan",
]
