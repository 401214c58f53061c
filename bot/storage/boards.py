"""A run's one message in its group: what it should say, where it stands, what it last showed."""

from dataclasses import dataclass

from bot.storage.database import Tx
from flows.names import RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """`shown`: hash of what it says now in the group; `shown_at`: since when (real clock)."""

    run: RunId
    generation: int
    body: str
    chat_id: int | None
    message_id: int | None
    shown: str | None
    shown_at: float


def load(tx: Tx, run: RunId) -> Board | None:
    """The board of a run."""
    row = tx.one("SELECT * FROM boards WHERE run = :run", run=run)
    if row is None:
        return None
    return Board(
        run=run,
        generation=row["generation"],
        body=row["body"],
        chat_id=row["chat_id"],
        message_id=row["message_id"],
        shown=row["shown"],
        shown_at=row["shown_at"],
    )


def stands(tx: Tx, run: RunId, *, generation: int, chat_id: int, message_id: int, shown: str, at: float) -> bool:
    """It shows this now; False when a fresh board was asked for meanwhile, so that this one is old already."""
    changed = tx.change(
        """UPDATE boards SET chat_id = :chat, message_id = :message, shown = :shown, shown_at = :at
           WHERE run = :run AND generation = :generation""",
        run=run,
        generation=generation,
        chat=chat_id,
        message=message_id,
        shown=shown,
        at=at,
    )
    return changed == 1


def lost(tx: Tx, run: RunId, *, generation: int) -> None:
    """Its message is gone: the next one is new."""
    tx.change(
        """UPDATE boards SET chat_id = NULL, message_id = NULL, shown = NULL
           WHERE run = :run AND generation = :generation""",
        run=run,
        generation=generation,
    )


@dataclass(frozen=True, slots=True)
class Speech:
    """Which flow a run is of, where it belongs and in which words it speaks."""

    flow: str
    revision: str
    circle: int | None


def speech_of(tx: Tx, run: RunId) -> Speech | None:
    """The flow, the revision and the circle of a run, without opening it."""
    row = tx.one("SELECT flow, revision, circle FROM runs WHERE id = :run", run=run)
    return Speech(row["flow"], row["revision"], row["circle"]) if row is not None else None
