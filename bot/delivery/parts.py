"""What is sent by one request: plain data between composing and HTTP."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.reports.pictures import Picture
from flows.names import WordsId


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A reply keyboard: rows of labels, and what the empty writing field says."""

    rows: tuple[tuple[str, ...], ...]
    placeholder: str | None = None


@dataclass(frozen=True, slots=True)
class NoKeyboard:
    """Take the reply keyboard away."""


@dataclass(frozen=True, slots=True)
class InlineButton:
    """A button in the message: exactly one of token and url."""

    text: str
    token: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class InlineButtons:
    """Rows of buttons in the message."""

    rows: tuple[tuple[InlineButton, ...], ...]


Markup: TypeAlias = Keyboard | NoKeyboard | InlineButtons


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """A message of text."""

    html: str
    markup: Markup | None = None
    protect: bool = False
    refs: tuple[WordsId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicePart:
    """A voice note, by Telegram's own file id."""

    file_id: str
    caption: str
    refs: tuple[WordsId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPart:
    """A photo, by Telegram's own file id."""

    file_id: str
    caption: str
    refs: tuple[WordsId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPart:
    """A file of our own making, to be kept: it may be saved and passed on."""

    name: str
    body: bytes
    caption: str
    refs: tuple[WordsId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePart:
    """A picture of our own making, drawn when it goes; the caption says all that it shows.

    `protect`: it can't be saved or passed on. `file`: it goes as a PDF of this name, to be printed.
    """

    picture: Picture
    caption: str
    markup: InlineButtons | None = None
    protect: bool = True
    file: str = ""
    refs: tuple[WordsId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPart:
    """Another text and other buttons in a message of ours."""

    chat_id: int
    message_id: int
    html: str
    markup: InlineButtons | None
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPart:
    """A board that does not stand there yet. `shown`: hash of what it says."""

    html: str
    markup: InlineButtons | None
    shown: str


@dataclass(frozen=True, slots=True)
class BarePart:
    """Take the buttons of an old message away."""

    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class WithdrawPart:
    """Put '[verwijderd]' in the place of an old message."""

    chat_id: int
    message_id: int
    html: str


@dataclass(frozen=True, slots=True)
class LeavePart:
    """Leave the group."""


Part: TypeAlias = (
    TextPart
    | VoicePart
    | PhotoPart
    | DocumentPart
    | PicturePart
    | EditPart
    | BoardPart
    | BarePart
    | WithdrawPart
    | LeavePart
)


def words_in(part: Part) -> tuple[WordsId, ...]:
    """Whose words it shows."""
    match part:
        case TextPart() | VoicePart() | PhotoPart() | DocumentPart() | PicturePart():
            return part.refs
        case _:
            return ()
