"""What can happen to a run: past tense, each with its moment and, where someone acted, by whom."""

from typing import TypeAlias

from flows.events.people import Joined, Left, OwnCardOnly, Returned, Unreachable
from flows.events.private import AudienceTold, DayGiven, Pressed, Question, Said
from flows.events.run import AudienceGrew, Fired, Known, Noted, Purpose, Rested, Revealed, Started, Stopped, Tapped

Event: TypeAlias = (
    Started | Said | Pressed | DayGiven | Tapped | Fired | Joined | OwnCardOnly | Left | Unreachable | Returned
    | AudienceTold | Revealed | AudienceGrew | Noted | Known | Stopped | Rested
)  # fmt: skip

__all__ = [
    "AudienceGrew",
    "AudienceTold",
    "DayGiven",
    "Event",
    "Fired",
    "Joined",
    "Known",
    "Left",
    "Noted",
    "OwnCardOnly",
    "Pressed",
    "Purpose",
    "Question",
    "Rested",
    "Returned",
    "Revealed",
    "Said",
    "Started",
    "Stopped",
    "Tapped",
    "Unreachable",
]
