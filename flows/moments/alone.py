"""Everybody is busy alone: each one's own answer, reaction or pick in the making."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from flows.names import MemberId, OptionId, Share, WordsId


class Phase(StrEnum):
    """How far one person is with their own answer."""

    WRITING = "schrijven"
    SHARING = "delen"
    DONE = "klaar"
    SKIPPED = "overgeslagen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """One person's answer in the making: words, or a `pick` out of a few. `chair`: who it is asked about."""

    round: int
    phase: Phase = Phase.WRITING
    words: tuple[WordsId, ...] = ()
    size: int = 0  # UTF-16 units of text so far
    media: int = 0  # voice notes and photos so far
    voice: bool = False  # a voice note can't be shared as a role only
    pick: OptionId | None = None
    chair: MemberId | None = None
    share: Share | None = None
    told: int | None = None  # people in the group, as last told beside a question how to share
    agreed: int | None = None  # the same, at the moment they chose: being asked again is no yes

    @property
    def finished(self) -> bool:
        """Whether nothing more is waited for from this person."""
        return self.phase in (Phase.DONE, Phase.SKIPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMoment:
    """Everybody is answering alone. `left`: who went away, with the round of their next question."""

    writers: Mapping[MemberId, Writing]
    left: Mapping[MemberId, int] = field(default_factory=dict)
    kind: Literal["ask"] = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacting:
    """One person's reaction to somebody's card. `passed`: the cards they rather left to others."""

    card: MemberId
    round: int = 0
    passed: tuple[MemberId, ...] = ()
    begins: OptionId | None = None  # how their sentence begins; None while they choose
    words: tuple[WordsId, ...] = ()
    phase: Phase = Phase.WRITING
    told: int | None = None  # people in the group, as last told beside the question for the words
    agreed: int | None = None  # the same, at the moment they wrote them

    @property
    def finished(self) -> bool:
        """Whether nothing more is waited for from this person."""
        return self.phase in (Phase.DONE, Phase.SKIPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactMoment:
    """Everybody reacts alone to the card of somebody else. `left`: as in AskMoment."""

    writers: Mapping[MemberId, Reacting]
    left: Mapping[MemberId, int] = field(default_factory=dict)
    kind: Literal["react"] = "react"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One person's pick in the making. `deck`: the one whose cards they look at."""

    round: int = 0
    deck: OptionId | None = None
    card: OptionId | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EachMoment:
    """Everybody picks a card alone. `left`: who went away, with the round of their next question."""

    choices: Mapping[MemberId, Choice]
    left: Mapping[MemberId, int] = field(default_factory=dict)
    kind: Literal["each"] = "each"
