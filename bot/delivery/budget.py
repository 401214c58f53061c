"""How much may be sent when: kept in the database, below Telegram's own limits, on the real clock (decision 0005)."""

import json
from dataclasses import dataclass

from bot.storage.database import Tx

EVERYWHERE = 0  # the row of all chats together
SPACING = 0.034  # seconds between any two sends
BURST, BURST_WINDOW = 3, 3.1  # one a second on average; a bit of room, for requests do not take equally long
MINUTE = 60.0
GROUP_SENDS, GROUP_EDITS = 18, 10  # a minute; edits are part of the sends
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Place:
    """Where and what: groups have a limit per minute, and edits a lower one."""

    chat_id: int
    group: bool
    edit: bool = False


@dataclass(frozen=True, slots=True)
class _Book:
    hold_until: float
    next_at: float
    sent: list[float]
    edited: list[float]


def free_at(tx: Tx, place: Place, real: float) -> float:
    """The earliest real moment at which this may go; not above `real` when it may go now."""
    book = _book(tx, place.chat_id, real)
    moment = max(everywhere_free_at(tx, real), book.hold_until)
    moment = max(moment, _window(book.sent, BURST, BURST_WINDOW))
    if place.group:
        moment = max(moment, _window(book.sent, GROUP_SENDS, MINUTE))
        if place.edit:
            moment = max(moment, _window(book.edited, GROUP_EDITS, MINUTE))
    return moment if moment > real + _TINY else real


def everywhere_free_at(tx: Tx, real: float) -> float:
    """The earliest real moment at which anything may go to anyone."""
    book = _book(tx, EVERYWHERE, real)
    return max(book.hold_until, book.next_at)


def take(tx: Tx, place: Place, real: float) -> None:
    """Count one send, in the claiming transaction."""
    everywhere = _book(tx, EVERYWHERE, real)
    _write(tx, EVERYWHERE, _Book(everywhere.hold_until, real + SPACING, [], []))
    book = _book(tx, place.chat_id, real)
    sent = [*book.sent, real] if place.group else [*book.sent, real][-BURST:]
    edited = [*book.edited, real] if place.group and place.edit else book.edited
    _write(tx, place.chat_id, _Book(book.hold_until, 0.0, sent, edited))


def hold(tx: Tx, chat_id: int, until: float, real: float) -> None:
    """Telegram said wait: nothing to this chat (or to anyone: EVERYWHERE) before this real moment."""
    book = _book(tx, chat_id, real)
    _write(tx, chat_id, _Book(max(book.hold_until, until), book.next_at, book.sent, book.edited))


def moved(tx: Tx, old_chat: int, new_chat: int, real: float) -> None:
    """A group that became a supergroup has spent there what it spent here."""
    _write(tx, new_chat, _book(tx, old_chat, real))


def tidy(tx: Tx, real: float) -> None:
    """Forget chats that have been quiet: an empty book and none are the same."""
    tx.change(
        """DELETE FROM budgets WHERE chat_id <> :all AND hold_until < :real
           AND COALESCE(json_extract(sent, '$[#-1]'), 0) < :old""",
        all=EVERYWHERE,
        real=real,
        old=real - MINUTE,
    )


def _window(moments: list[float], most: int, seconds: float) -> float:
    return moments[-most] + seconds if len(moments) >= most else 0.0


def _book(tx: Tx, chat_id: int, real: float) -> _Book:
    row = tx.one("SELECT hold_until, next_at, sent, edited FROM budgets WHERE chat_id = :chat", chat=chat_id)
    if row is None:
        return _Book(0.0, 0.0, [], [])
    return _Book(
        row["hold_until"],
        # A clock that was set back must not silence the bot for as long as it jumped.
        row["next_at"] if row["next_at"] <= real + SPACING else real,
        [at for at in json.loads(row["sent"]) if real - MINUTE < at <= real],
        [at for at in json.loads(row["edited"]) if real - MINUTE < at <= real],
    )


def _write(tx: Tx, chat_id: int, book: _Book) -> None:
    tx.change(
        """INSERT INTO budgets (chat_id, hold_until, next_at, sent, edited)
           VALUES (:chat, :hold_until, :next_at, :sent, :edited)
           ON CONFLICT (chat_id) DO UPDATE SET hold_until = excluded.hold_until, next_at = excluded.next_at,
               sent = excluded.sent, edited = excluded.edited""",
        chat=chat_id,
        hold_until=book.hold_until,
        next_at=book.next_at,
        sent=json.dumps(book.sent),
        edited=json.dumps(book.edited),
    )
