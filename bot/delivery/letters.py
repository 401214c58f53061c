"""What lies in the outbox: keys and references in JSON, never words."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, TypeAdapter

from flows.effects import Label, Turned
from flows.line import Line
from flows.names import AgreementId, MemberId, Revision, RunId, StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A button inside a message: an opaque token, or a link. `plain`: a text that needs no words (a day's number)."""

    line: Line | None = None
    plain: str = ""
    token: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines close together, one below the other; what they quote is opened for `member` (None: for who reads).

    `first`: they are numbered from here; None: they are not. `head` stands above them, never numbered.
    """

    lines: tuple[Line, ...]
    head: Line | None = None
    member: MemberId | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One message; each line becomes a paragraph, and after them each block.

    `labels`: rows of the reply keyboard; without any, an old one goes once nothing is asked. `expects_text`: the
    writing field invites. `protect`: a question, which can't be forwarded and begins with a neutral line. `audience`:
    tell how many people are in the group: lines get `mensen` (people in the group) and `buiten` (those of them who
    do not take part), or the text under the key with `-onbekend` behind it when the number can't be had.
    `participants`: how many take part; None: as many as the run has.
    """

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...] = ()
    labels: tuple[tuple[Label, ...], ...] | None = None
    inline: tuple[tuple[Inline, ...], ...] = ()
    expects_text: bool = False
    protect: bool = False
    audience: bool = False
    participants: int | None = None
    kind: Literal["note"] = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardContent:
    """What a run's board says (JSON in boards.body)."""

    lines: tuple[Line, ...]
    inline: tuple[tuple[Inline, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLetter:
    """Bring the run's board up to date; what it says is read when it goes."""

    run: RunId
    kind: Literal["board"] = "board"


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealLetter:
    """Turn these cards, in this order. `of`, `told` and `anyone` as in flows.effects.Reveal."""

    run: RunId
    step: StepId
    turn: int
    title: Line
    cards: tuple[Turned, ...]
    told: int | None
    anyone: bool = False
    of: StepId | None = None  # None: of before anybody could pick
    kind: Literal["reveal"] = "reveal"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLetter:
    """How the pulses go, as its reader may see it: the circle's trend, or a member's own numbers."""

    inline: tuple[tuple[Inline, ...], ...] = ()
    kind: Literal["trend"] = "trend"


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave this group."""

    kind: Literal["leave"] = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Change an old message of ours to '[verwijderd]', or to `lines`, or take only its buttons away."""

    chat_id: int
    message_id: int
    buttons_only: bool = False
    lines: tuple[Line, ...] = ()
    kind: Literal["withdraw"] = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLetter:
    """What this person promised and waits for, over all their circles; what it says is read when it goes."""

    inline: tuple[tuple[Inline, ...], ...]
    kind: Literal["week"] = "week"


@dataclass(frozen=True, slots=True, kw_only=True)
class SparkLetter:
    """A spark for one person, with what can be done with it."""

    line: Line
    inline: tuple[tuple[Inline, ...], ...]
    kind: Literal["spark"] = "spark"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLetter:
    """A file for one's own calendar, of one agreement or (None) of all of one's own; made when it goes."""

    caption: Line
    agreement: AgreementId | None
    kind: Literal["agenda"] = "agenda"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLetter:
    """The drawing of a card (or of a whole deck), by its name, with these words below it."""

    card: str
    lines: tuple[Line, ...]
    inline: tuple[tuple[Inline, ...], ...] = ()
    kind: Literal["card"] = "card"


@dataclass(frozen=True, slots=True)
class PlateLetter:
    """The filled-in plate of a talk that is over; what it shows is read when it goes."""

    run: RunId
    kind: Literal["plate"] = "plate"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLetter:
    """A deck to print: its cards, each with the revision whose words it has; `whole`: the deck on one page."""

    deck: str
    cards: tuple[tuple[str, Revision], ...]
    whole: bool
    kind: Literal["sheet"] = "sheet"


_Any: TypeAlias = (
    Note
    | BoardLetter
    | RevealLetter
    | TrendLetter
    | Leave
    | Withdraw
    | WeekLetter
    | SparkLetter
    | AgendaLetter
    | CardLetter
    | PlateLetter
    | SheetLetter
)
Letter: TypeAlias = Annotated[_Any, Field(discriminator="kind")]

_LETTER: TypeAdapter[_Any] = TypeAdapter(Letter)
_BOARD = TypeAdapter(BoardContent)


def letter_to_json(letter: Letter) -> str:
    """The letter as it lies in the outbox."""
    return _LETTER.dump_json(letter).decode()


@lru_cache(maxsize=256)
def letter_from_json(body: str) -> Letter:
    """Raises pydantic.ValidationError for anything that is not a letter."""
    return _LETTER.validate_json(body)


def board_to_json(content: BoardContent) -> str:
    """The board as it stands in boards.body."""
    return _BOARD.dump_json(content).decode()


def board_from_json(body: str) -> BoardContent:
    """Raises pydantic.ValidationError for anything that is no board."""
    return _BOARD.validate_json(body)
