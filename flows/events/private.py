"""What one person did in private with a question put to them."""

from dataclasses import dataclass
from datetime import date, datetime

from flows.names import Form, MemberId, OptionId, StepId, WordsId


@dataclass(frozen=True, slots=True)
class Question:
    """Which question: a step, the how-manieth visit to it, and the how-manieth question within that visit."""

    step: StepId
    turn: int
    round: int


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
class AudienceTold:
    """While choosing how to share, this member was told how many people the group counts."""

    at: datetime
    by: MemberId
    question: Question
    count: int
