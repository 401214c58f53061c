"""The group is busy together, or the board waits for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from flows.names import MemberId, Role


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
class PickMoment:
    """The group picks by a tap on the board."""

    kind: Literal["pick"] = "pick"
