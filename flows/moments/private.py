"""One person is asked something in private."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from flows.names import MemberId, WordsId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningMoment:
    """One professional opens the talk, in private. `words`: what they wrote and nobody else has seen yet.

    `turning`: they shared it, and it is about to be shown. `timer`: the round of the deadline that counts.
    """

    by: MemberId
    round: int = 0
    words: WordsId | None = None
    told: int | None = None  # people in the group, as last told beside their words
    anyone: bool = False  # asked while nobody could say how many people would see it
    turning: bool = False
    timer: int = 0
    kind: Literal["opening"] = "opening"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseMoment:
    """One person chooses in private."""

    round: int = 0
    reminded: bool = False
    kind: Literal["choose"] = "choose"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenMoment:
    """One person gives a day. `days`: what was understood and waits for a yes."""

    round: int = 0
    days: tuple[date, ...] = ()
    kind: Literal["when"] = "when"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMoment:
    """One person writes one short text."""

    round: int = 0
    words: WordsId | None = None
    kind: Literal["write"] = "write"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoMoment:
    """One person says who will do it."""

    round: int = 0
    chosen: tuple[MemberId, ...] = ()
    candidates: tuple[MemberId, ...] = ()
    kind: Literal["who"] = "who"
