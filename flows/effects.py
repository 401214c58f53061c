"""What the engine asks of the world: imperative, carrying keys and references, never words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from flows.events import Purpose, Question
from flows.line import Line, Value
from flows.manners import Duration
from flows.names import FlowId, MemberId, OptionId, Share, StepId, WordsId


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


@dataclass(frozen=True, slots=True)
class Button:
    """One button of the board. A `private` button leads the tapper to the private chat."""

    id: OptionId
    line: Line
    private: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the run's one message in the group says from now on; `fresh` starts a new one below."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Say something to the whole group. `outcome`: a deadline did it."""

    line: Line
    outcome: bool = False


@dataclass(frozen=True, slots=True)
class Turned:
    """One card to turn: whose, what, and how its writer lets it be shown."""

    member: MemberId
    words: tuple[WordsId, ...]
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveal:
    """Turn these cards in this order, unless the group counts more than `told` people by then.

    `told` None: nobody was told a number, so nothing goes without asking first; unless `anyone`, when those
    who shared said yes while the number could not be had.
    """

    step: StepId
    turn: int
    title: Line
    cards: tuple[Turned, ...]
    told: int | None
    anyone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseal:
    """These words were shown to the circle and are open from now on."""

    words: tuple[WordsId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erase:
    """Forget these words, body and all."""

    words: tuple[WordsId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTimer:
    """Wake this step after so much open time."""

    step: StepId
    turn: int
    purpose: Purpose
    after: Duration
    member: MemberId | None = None
    round: int = 0


class Deed(StrEnum):
    """What a flow hands over to the records that outlive it."""

    CONSENT = "toestemming"  # from here on this person's words may be stored
    JOIN = "meedoen"  # role and language stand: a member from now on
    TALK = "gesprek-beginnen"  # the card and the pace were picked
    PROPOSE = "voorstellen"  # what, who and when of an agreement
    ACCEPT = "akkoord-geven"
    DECLINE = "afwijzen"
    MOVE = "verzetten"  # another day for my promise
    RESULT = "uitkomst"  # gelukt, deels, nog niet, niet meer nodig
    TELL = "vertellen"  # the group may know
    PULSE = "peilen"  # ask everyone who took part whether they felt heard
    STOP_ME = "mijn-deel-stoppen"
    STOP_TALK = "gesprek-stoppen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Do:
    """Hand what this run gathered over to the record it belongs to."""

    deed: Deed
    by: MemberId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """Start another flow for one member, out of this run."""

    flow: FlowId
    by: MemberId


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
    UNKNOWN_DAY = "weiger-dag-niet-begrepen"
    PAST_DAY = "weiger-dag-voorbij"
    NOT_YET_YOU = "weiger-nog-niet-jij"
    NO_ROLE_FOR_VOICE = "weiger-stem-als-rol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse:
    """A kind no: nothing changed. `about` is filled into the text where it has a place."""

    to: MemberId
    reason: Reason
    about: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """The run is over."""


Effect: TypeAlias = (
    Ask
    | Add
    | Remind
    | Close
    | Tell
    | Board
    | Post
    | Reveal
    | Unseal
    | Erase
    | SetTimer
    | Do
    | Begin
    | Refuse
    | Finish
)
