"""Where a run stands within the step it is at: one small value per kind of step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from flows.names import MemberId, OptionId, Role, Share, WordsId


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
class OpeningMoment:
    """One professional opens the talk, in private. `words`: what they wrote and have not shared yet."""

    by: MemberId
    round: int = 0
    words: WordsId | None = None
    kind: Literal["opening"] = "opening"


class RevealPhase(StrEnum):
    """What the turning of the cards waits for."""

    TURNING = "omdraaien"
    ASKING = "navragen"  # asked those who shared whether it may be shown after all


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealMoment:
    """The cards are about to be turned. `consents`: per asked member yes, no or not yet (None).

    `anyone`: those who share were asked while nobody could say how many people would see it.
    `beneath`: who thought what somebody else would say, with whose card it is shown under.
    """

    phase: RevealPhase
    round: int
    cards: tuple[MemberId, ...] = ()
    told: int | None = None
    consents: Mapping[MemberId, bool | None] = field(default_factory=dict)
    lone: bool = False  # the only card: it needs its owner's tap
    anyone: bool = False
    beneath: Mapping[MemberId, MemberId] = field(default_factory=dict)
    kind: Literal["reveal"] = "reveal"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussMoment:
    """People talk; the bot waits."""

    open_to_all: bool = False  # after the deadline anyone may move on
    met: bool = False  # someone asked to call or meet
    kind: Literal["discuss"] = "discuss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One place in a round: a member, or (None) somebody in this role who may be there without a phone."""

    role: Role
    member: MemberId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundMoment:
    """People speak one after the other. `line`: who has the turn, and who comes after; empty: whoever passed may.

    `number` counts the turns, so that a second tap on the same button skips nobody.
    """

    line: tuple[Seat, ...]
    number: int = 0
    been: tuple[MemberId, ...] = ()
    passed: bool = False  # somebody let their turn go by
    open_to_all: bool = False
    kind: Literal["round"] = "round"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeMoment:
    """Agreements are being made. `offered`: professionals asked for the first move, with their answer."""

    open_to_all: bool = False
    proposed: tuple[int, ...] = ()
    standing: tuple[int, ...] = ()
    offered: Mapping[MemberId, bool | None] = field(default_factory=dict)
    kind: Literal["agree"] = "agree"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PickMoment:
    """The group picks by a tap on the board."""

    kind: Literal["pick"] = "pick"


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


Moment: TypeAlias = Annotated[
    AskMoment
    | ReactMoment
    | OpeningMoment
    | RevealMoment
    | DiscussMoment
    | RoundMoment
    | AgreeMoment
    | ChooseMoment
    | WhenMoment
    | WriteMoment
    | WhoMoment
    | PickMoment
    | EachMoment,
    Field(discriminator="kind"),
]
