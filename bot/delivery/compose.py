"""Letters become parts: rendered in the reader's language, cut to Telegram's size, keyboards filled in."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot import agenda, overview
from bot.delivery import reveal
from bot.delivery.letters import (
    AgendaLetter,
    Block,
    BoardLetter,
    CardLetter,
    Inline,
    Leave,
    Letter,
    Note,
    PlateLetter,
    RevealLetter,
    SheetLetter,
    SparkLetter,
    TrendLetter,
    WeekLetter,
    Withdraw,
    board_from_json,
)
from bot.delivery.parts import (
    BarePart,
    BoardPart,
    DocumentPart,
    EditPart,
    InlineButton,
    InlineButtons,
    Keyboard,
    LeavePart,
    Markup,
    NoKeyboard,
    Part,
    PicturePart,
    TextPart,
    WithdrawPart,
)
from bot.delivery.splitting import CAPTION, split
from bot.rendering import GAP, Reader, Renderer
from bot.reports import pictures, plate, sheets, trend
from bot.reports.calendar_file import calendar_file
from bot.storage import boards, people, prompts, runs
from bot.storage.database import Tx
from bot.storage.outbox import OutboxRow, ToCircle, ToPerson
from flows.effects import Label
from flows.flow import FOR_ONESELF
from flows.line import Count, Line, Lines, Quote, Value, ui
from flows.manners import DeliveryClass
from flows.names import CircleId, Language, PersonId, WordsId
from flows.texts import HOME

SHORT, SHORT_IN_A_ROW = 2, 6
"""Characters of a label that needs no row of its own, and how many of those a thumb can still tell apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What only the moment of sending knows. `audience`: people in the group and those of them outside the talk."""

    now: datetime
    audience: tuple[int, int] | None = None
    more_waiting: int = 0
    perhaps_twice: bool = False


def reader_of(tx: Tx, row: OutboxRow) -> Reader:
    """Who will read this row, in which language, with which texts."""
    speech = boards.speech_of(tx, row.run) if row.run is not None else None
    texts = runs.revision(tx, speech.revision)[1] if speech is not None else None
    if isinstance(row.to, ToCircle):
        group = people.circle(tx, row.to.circle)
        language = group.language if group is not None else HOME
        return Reader(language=Language(language), circle=row.to.circle, group=True, texts=texts)
    member = people.member(tx, row.to.member) if row.to.member is not None else None
    circle = member.circle if member is not None else speech.circle if speech is not None else None
    return Reader(
        language=Language(people.language_of(tx, row.to.person)),
        circle=CircleId(circle) if circle is not None else None,
        member=row.to.member,
        texts=texts,
    )


def compose(tx: Tx, by: Renderer, row: OutboxRow, moment: Circumstances, chat_id: int) -> tuple[Part, ...]:
    """All parts of this row, in order. The same again for the same row, unless people changed what it refers to."""
    reader = reader_of(tx, row)
    letter: Letter = row.letter
    match letter:
        case Note():
            return _note(tx, by, row, letter, reader, moment)
        case BoardLetter(run=run):
            board = boards.load(tx, run)
            return (_board(tx, by, board, reader, chat_id),) if board is not None else ()
        case RevealLetter():
            return reveal.parts(tx, by, letter, reader)
        case WeekLetter(inline=inline):
            assert isinstance(row.to, ToPerson)
            week = overview.of_week(tx, by.vault, row.to.person)
            return _note(tx, by, row, replace(week, inline=inline), reader, moment) if week is not None else ()
        case SparkLetter(line=line, inline=inline):
            return _note(tx, by, row, Note(lines=(line,), inline=inline), reader, moment)
        case AgendaLetter():
            return _agenda(tx, by, row, letter, reader, moment)
        case TrendLetter(inline=inline):
            return trend.parts(tx, by, reader, _buttons(tx, by, inline, reader))
        case PlateLetter(run=run):
            drawn = plate.part(tx, by, run, reader, moment.audience[0] if moment.audience is not None else None)
            return (drawn,) if drawn is not None else ()
        case SheetLetter():
            return (sheets.part(tx, by, letter, reader),)
        case CardLetter():
            return (_card(tx, by, letter, reader),)
        case Leave():
            return (LeavePart(),)
        case Withdraw(buttons_only=True):
            return (BarePart(letter.chat_id, letter.message_id),)
        case Withdraw(lines=lines):
            html = "\n\n".join(by.html(tx, line, reader) for line in lines or (ui("verwijderd"),))
            return (WithdrawPart(letter.chat_id, letter.message_id, html),)


def _note(tx: Tx, by: Renderer, row: OutboxRow, note: Note, reader: Reader, moment: Circumstances) -> tuple[Part, ...]:
    lines = list(note.lines)
    more: dict[str, Value] = {}
    if note.audience and moment.audience is not None:
        people_there, outside = moment.audience
        more = {"mensen": Count(people_there), "buiten": Count(outside)}
    elif note.audience:
        lines = [by.variant(line, "-onbekend") for line in lines]
    paragraphs = [by.html(tx, line, reader, more) for line in lines]
    paragraphs += [_block(tx, by, block, reader) for block in note.blocks]
    private = isinstance(row.to, ToPerson)
    if note.protect and isinstance(row.to, ToPerson) and _needs_circle(tx, by, row, row.to.person, reader):
        paragraphs.insert(0, by.html(tx, ui("over-welke-groep"), reader))
    if moment.perhaps_twice:
        paragraphs.insert(0, by.html(tx, ui("mogelijk-dubbel"), reader))
    if private and row.klass is not DeliveryClass.REPLY:
        # A lock screen shows the beginning to whoever looks along (docs/explanation/telegram.md).
        paragraphs.insert(0, by.html(tx, ui("neutrale-eerste-regel"), reader))
    if moment.more_waiting:
        paragraphs.append(by.html(tx, ui("meer-vragen", n=Count(moment.more_waiting)), reader))
    pieces = split("\n\n".join(p for p in paragraphs if p)) or [GAP]
    refs = quoted((*note.lines, *(line for block in note.blocks for line in block.lines)))
    last = len(pieces) - 1
    # A question may have gone in silence, or come, since this was said: its keyboard goes, or stays, by what is now.
    idle = isinstance(row.to, ToPerson) and prompts.open_of(tx, row.to.person) is None
    markup = _markup(tx, by, note, reader, idle=idle)
    return tuple(
        TextPart(html=piece, markup=markup if at == last else None, protect=note.protect, refs=refs)
        for at, piece in enumerate(pieces)
    )


def _block(tx: Tx, by: Renderer, block: Block, reader: Reader) -> str:
    member = people.member(tx, block.member) if block.member is not None else None
    if member is not None:
        reader = replace(reader, member=member.id, circle=member.circle)
    first = block.first
    lines = [
        (f"{first + at}. " if first is not None else "") + by.html(tx, line, reader)
        for at, line in enumerate(block.lines)
    ]
    return "\n".join(([by.html(tx, block.head, reader)] if block.head is not None else []) + lines)


def _agenda(
    tx: Tx, by: Renderer, row: OutboxRow, letter: AgendaLetter, reader: Reader, moment: Circumstances
) -> tuple[Part, ...]:
    assert isinstance(row.to, ToPerson)
    entries = agenda.entries(tx, by, row.to.person, letter.agreement)
    if not entries:
        return ()
    return (
        DocumentPart(
            name=agenda.FILE_NAME,
            body=calendar_file(entries, stamp=moment.now),
            caption=by.html(tx, letter.caption, reader),
            refs=agenda.words_in(tx, by, row.to.person, letter.agreement),
        ),
    )


def _card(tx: Tx, by: Renderer, letter: CardLetter, reader: Reader) -> PicturePart:
    said = split("\n\n".join(by.html(tx, line, reader) for line in letter.lines), CAPTION)
    return PicturePart(
        picture=pictures.of_card(letter.card),
        caption=said[0] if said else "",
        markup=_buttons(tx, by, letter.inline, reader),
        protect=False,
        refs=quoted(letter.lines),
    )


def _needs_circle(tx: Tx, by: Renderer, row: OutboxRow, person: PersonId, reader: Reader) -> bool:
    """Whoever takes part in several groups is told which one asks, when that group chose a name to be told by."""
    speech = boards.speech_of(tx, row.run) if row.run is not None else None
    if speech is not None and speech.flow in FOR_ONESELF:
        return False
    if reader.circle is None or len(people.circles_of(tx, person)) < 2:
        return False
    return people.child_of(tx, by.vault, reader.circle) is not None


def _markup(tx: Tx, by: Renderer, note: Note, reader: Reader, *, idle: bool) -> Markup | None:
    if note.inline:
        return _buttons(tx, by, note.inline, reader)
    if note.labels:
        placeholder = (
            by.label(tx, ui("tekstveld"), reader)[:64] if note.expects_text and by.strings.has("tekstveld") else None
        )
        rows = tuple(tuple(label_text(tx, by, label, reader) for label in row) for row in note.labels)
        return Keyboard(_side_by_side(rows), placeholder)
    if idle or note.labels == ():
        return NoKeyboard()
    return None


def _side_by_side(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Labels that stand alone on their row share one with their neighbours when all are as short as a number."""
    packed: list[tuple[str, ...]] = []
    for row in rows:
        last = packed[-1] if packed else ()
        short = len(row) == 1 and all(len(text) <= SHORT for text in (*last, *row))
        if short and 0 < len(last) < SHORT_IN_A_ROW:
            packed[-1] = (*last, *row)
        else:
            packed.append(row)
    return tuple(packed)


def label_text(tx: Tx, by: Renderer, label: Label, reader: Reader) -> str:
    """What stands on this label for this reader; intake compares with the same."""
    return by.label(tx, label.line, reader)


def _buttons(tx: Tx, by: Renderer, rows: tuple[tuple[Inline, ...], ...], reader: Reader) -> InlineButtons | None:
    filled = tuple(
        tuple(
            InlineButton(
                button.plain or (by.label(tx, button.line, reader) if button.line else "…"), button.token, button.url
            )
            for button in row
        )
        for row in rows
        if row
    )
    return InlineButtons(filled) if filled else None


def _board(tx: Tx, by: Renderer, board: boards.Board, reader: Reader, chat_id: int) -> BoardPart | EditPart:
    content = board_from_json(board.body)
    # A board is one message: what does not fit would have to be said elsewhere.
    whole = split("\n\n".join(p for line in content.lines if (p := by.html(tx, line, reader))), 4000)
    html = whole[0] if whole else GAP
    buttons = _buttons(tx, by, content.inline, reader)
    shown = hashlib.sha256(repr((html, buttons)).encode("utf-8", "replace")).hexdigest()[:32]
    # A board that stands under the group's old id (it became a supergroup) is out of sight: a new one.
    if board.message_id is None or board.chat_id != chat_id:
        return BoardPart(html=html, markup=buttons, shown=shown)
    return EditPart(chat_id=chat_id, message_id=board.message_id, html=html, markup=buttons, shown=shown)


def outsiders(tx: Tx, by: Renderer, row: OutboxRow, people_there: int) -> int:
    """How many people in the group do not take part in what this row is about."""
    letter = row.letter
    taking_part = letter.participants if isinstance(letter, Note) else None
    if taking_part is None:
        record = runs.load(tx, by.vault, row.run) if row.run is not None else None
        taking_part = len(record.run.participants) if record is not None else 0
    return max(people_there - taking_part, 0)


def quoted(lines: Sequence[Line]) -> tuple[WordsId, ...]:
    """Whose words these lines show."""
    found: list[WordsId] = []
    for value in (value for line in lines for value in line.args.values()):
        if isinstance(value, Quote):
            found += value.words
        elif isinstance(value, Lines):
            found += quoted(value.lines)
    return tuple(found)
