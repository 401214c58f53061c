"""What happened to the run itself: it began, a button was tapped, a moment came, something around it changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flows.line import Value
from flows.names import AgreementId, MemberId, OptionId, StepId


class Purpose(StrEnum):
    """Why a step asked to be woken."""

    DEADLINE = "deadline"
    REMIND = "remind"
    LAST = "last"  # after the deadline nobody moved on: the step goes on by itself
    GREW = "grew"  # time is up for those asked again because the group grew


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The run begins."""

    at: datetime
    by: MemberId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tapped:
    """A button of the board in the group was tapped."""

    at: datetime
    by: MemberId
    step: StepId
    turn: int
    option: OptionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """The moment a step asked to be woken for has come."""

    at: datetime
    step: StepId
    turn: int
    purpose: Purpose
    member: MemberId | None = None
    round: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """The cards lie open in the group."""

    at: datetime
    step: StepId
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceGrew:
    """Nothing was shown: the group counts more people than a sharer was told (`count` None: unknown)."""

    at: datetime
    step: StepId
    turn: int
    count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """An agreement that came out of this run was proposed, or stands."""

    at: datetime
    by: MemberId
    agreement: AgreementId
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What this run is about changed: each name's value from now on; None: gone. `below`: show its board anew."""

    at: datetime
    about: Mapping[str, Value | None]
    below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Someone ended the run, after having been asked whether they meant it."""

    at: datetime
    by: MemberId | None = None


@dataclass(frozen=True, kw_only=True)
class Rested:
    """The circle lets the talk rest, or takes it up again (`over`)."""

    at: datetime
    over: bool = False
