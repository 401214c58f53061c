"""What is said to one person in private, and asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from flows.events import Question
from flows.line import Line, Value
from flows.manners import Duration
from flows.names import MemberId, OptionId


class Expect(StrEnum):
    """What kind of reply a private question waits for."""

    WORDS = "words"  # text, voice notes and photos, several of them
    NOTE = "note"  # one short text
    LABEL = "label"  # a label of the keyboard
    DAY = "day"  # a day: typed, tapped on the calendar, or a label


@dataclass(frozen=True, slots=True)
class Label:
    """One choice on the keyboard under a private question; `line` is what it says."""

    id: OptionId
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Put a question to one member in private. `audience`: tell how many others will see it, and say so back."""

    to: MemberId
    question: Question
    line: Line
    labels: tuple[Label, ...]
    expect: Expect
    remind: Duration | None = None
    audience: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Say something within an open question, with a fresh keyboard."""

    to: MemberId
    question: Question
    line: Line
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remind:
    """Bring an open question back once."""

    to: MemberId
    question: Question
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """This question is no longer open for this member."""

    to: MemberId
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Say something to one member in private. `outcome`: a deadline did it, not the member."""

    to: MemberId
    line: Line
    outcome: bool = False


class Reason(StrEnum):
    """Why something was kindly refused; the value is the string's key in content/ui."""

    STRANGER = "weiger-vreemde"
    CLOSED = "weiger-dicht"
    TWICE = "weiger-al-gedaan"
    NOTHING_YET = "weiger-nog-niets"
    TOO_LONG = "weiger-te-lang"
    TOO_MANY = "weiger-te-veel"
    USE_LABELS = "weiger-kies-een-knop"
    TEXT_ONLY = "weiger-alleen-tekst"
    ONE_MESSAGE = "weiger-een-bericht"
    UNKNOWN_DAY = "weiger-dag-niet-begrepen"
    PAST_DAY = "weiger-dag-voorbij"
    DAY_OUT_OF_REACH = "weiger-dag-buiten-bereik"
    NOT_YET_YOU = "weiger-nog-niet-jij"
    NOT_YOUR_TURN = "weiger-niet-jouw-beurt"
    NOT_ASKED = "weiger-niet-gevraagd"
    RESTS = "weiger-rust"
    THEIRS_TO_SAY = "weiger-ouder-en-leerling"
    NO_ROLE_FOR_VOICE = "weiger-stem-als-rol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse:
    """A kind no: nothing changed. `about` is filled into the text where it has a place."""

    to: MemberId
    reason: Reason
    about: Mapping[str, Value] = field(default_factory=dict)
