"""What can happen to a run: past tense, each with its moment and, where someone acted, by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from flows.line import Value
from flows.names import AgreementId, Form, MemberId, OptionId, Role, StepId, WordsId


class Purpose(StrEnum):
    """Why a step asked to be woken."""

    DEADLINE = "deadline"
    REMIND = "remind"
    LAST = "last"  # after the deadline nobody moved on: the step goes on by itself
    GREW = "grew"  # time is up for those asked again because the group grew


@dataclass(frozen=True, slots=True)
class Question:
    """Which question: a step, the how-manieth visit to it, and the how-manieth question within that visit."""

    step: StepId
    turn: int
    round: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The run begins."""

    at: datetime
    by: MemberId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A piece of an answer came in private: text, voice note or photo. `size` is its length in UTF-16 units."""

    at: datetime
    by: MemberId
    question: Question
    words: WordsId
    form: Form
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A label of the question's own keyboard was chosen in private."""

    at: datetime
    by: MemberId
    question: Question
    option: OptionId


@dataclass(frozen=True, slots=True, kw_only=True)
class DayGiven:
    """A day was typed or tapped for a question that asks for one: none understood, one, or two to choose from."""

    at: datetime
    by: MemberId
    question: Question
    days: tuple[date, ...]
    past: bool = False


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
class Joined:
    """A member takes part from now on."""

    at: datetime
    by: MemberId
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCardOnly:
    """A member takes part with their own card, and is asked for nothing besides."""

    at: datetime
    by: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A member left the circle or stopped: counts no longer, and what was not yet turned is erased."""

    at: datetime
    by: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """A member can't be written to (blocked): counts no longer, the words wait."""

    at: datetime
    by: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A member can be written to again."""

    at: datetime
    by: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceTold:
    """While choosing how to share, this member was told how many people the group counts."""

    at: datetime
    by: MemberId
    question: Question
    count: int


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


Event: TypeAlias = (
    Started | Said | Pressed | DayGiven | Tapped | Fired | Joined | OwnCardOnly | Left | Unreachable | Returned
    | AudienceTold | Revealed | AudienceGrew | Noted | Known | Stopped | Rested
)  # fmt: skip
