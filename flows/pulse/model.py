"""What one pulse holds: numbers per question of those who answered, and what the circle may see of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class Question(StrEnum):
    """The four questions, in the order in which they are asked; each the id of a step in the flows of the pulse."""

    HEARD = "gehoord"
    GOAL = "zelfde-doel"
    WHO = "wie-doet-wat"
    TRUST = "vertrouwen"


class Occasion(StrEnum):
    """After what it is asked."""

    TALK = "gesprek"
    MEETING = "mdo"
    ROUND = "ronde"  # every six weeks, on request


Answers: TypeAlias = Mapping[Question, int]
"""One person's numbers, 0 to 10; a question that was skipped is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One question at one pulse: of how many people, their sum, the lowest and the highest number."""

    count: int
    total: int
    low: int
    high: int

    @property
    def tenths(self) -> int:
        """The average in tenths, rounded half up: 63 is 6,3."""
        return (20 * self.total + self.count) // (2 * self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the circle may see of one pulse. A question without enough answers has no point."""

    on: date
    occasion: Occasion
    points: Mapping[Question, Point]
