"""What becomes of a row of the outbox: claimed, held, there, perhaps there, or never; and where its messages stand."""

from collections.abc import Sequence

from bot.storage.database import Tx
from bot.storage.outbox import OutboxRow, row_of

LEASE = 60.0  # seconds of the real clock; no request takes as long


def claim(tx: Tx, row: OutboxRow, *, real: float) -> None:
    """It goes now. Counted here, so that a crash between sending and storing is never forgotten."""
    tx.change(
        "UPDATE outbox SET state = 'sending', sends = sends + 1, lease_until = :lease WHERE id = :id",
        id=row.id,
        lease=real + LEASE,
    )


def hold(tx: Tx, row: int, *, not_before: float, why: str) -> None:
    """Not before this calendar moment; others in its chat may pass."""
    tx.change(
        "UPDATE outbox SET not_before = :not_before, why = :why WHERE id = :id AND state IN ('new', 'unknown')",
        id=row,
        not_before=not_before,
        why=why,
    )


def unclaim(
    tx: Tx, row: OutboxRow, *, why: str, retry_at: float = 0.0, not_before: float = 0.0, tried: bool = False
) -> None:
    """It surely did not go: back to where it waited, and that attempt does not count as a send."""
    tx.change(
        """UPDATE outbox SET state = :state, sends = sends - 1, tries = tries + :tried, lease_until = NULL,
               retry_at = :retry_at, not_before = MAX(not_before, :not_before), why = :why
           WHERE id = :id AND state = 'sending'""",
        id=row.id,
        state=row.state,
        tried=int(tried),
        retry_at=retry_at,
        not_before=not_before,
        why=why,
    )


def put_off(tx: Tx, row: OutboxRow, *, retry_at: float, why: str) -> None:
    """It could not even be tried."""
    tx.change(
        "UPDATE outbox SET tries = tries + 1, retry_at = :retry_at, why = :why WHERE id = :id",
        id=row.id,
        retry_at=retry_at,
        why=why,
    )


def part_arrived(tx: Tx, row: OutboxRow) -> None:
    """One part of several is there; the next one is a send of its own."""
    tx.change(
        """UPDATE outbox SET state = 'new', parts_sent = :parts, sends = 0, tries = 0, retry_at = 0,
               lease_until = NULL, why = NULL WHERE id = :id""",
        id=row.id,
        parts=row.parts_sent + 1,
    )


def unknown(tx: Tx, row: int, *, retry_at: float, why: str) -> None:
    """It may have arrived."""
    tx.change(
        """UPDATE outbox SET state = 'unknown', lease_until = NULL, retry_at = :retry_at, why = :why
           WHERE id = :id AND state = 'sending'""",
        id=row,
        retry_at=retry_at,
        why=why,
    )


def finish(tx: Tx, row: int, state: str, *, why: str | None = None) -> None:
    """sent, failed, cancelled or expired: nothing more becomes of it."""
    tx.change(
        "UPDATE outbox SET state = :state, lease_until = NULL, why = :why WHERE id = :id", id=row, state=state, why=why
    )


def abandoned(tx: Tx, *, leased_before: float | None) -> list[OutboxRow]:
    """Rows whose sender is gone: at the start all that are 'sending', later those whose lease is over."""
    rows = tx.run(
        "SELECT * FROM outbox WHERE state = 'sending' AND (:before IS NULL OR lease_until < :before)",
        before=leased_before,
    )
    return [row_of(r) for r in rows]


def stored_message(tx: Tx, row: OutboxRow, chat_id: int, message_id: int, refs: Sequence[int], *, at: float) -> None:
    """Remember what stands where and whose words it shows, so that it can later become '[verwijderd]'."""
    tx.change(
        """INSERT INTO messages (chat_id, message_id, outbox, prompt, run, refs, at)
           VALUES (:chat, :message, :outbox, :prompt, :run, :refs, :at)
           ON CONFLICT (chat_id, message_id) DO UPDATE SET refs = excluded.refs, outbox = excluded.outbox""",
        chat=chat_id,
        message=message_id,
        outbox=row.id,
        prompt=row.prompt,
        run=row.run,
        refs="[" + ",".join(str(int(ref)) for ref in refs) + "]",
        at=at,
    )


def messages_of(tx: Tx, row: int) -> list[tuple[int, int]]:
    """Where the parts of this row stand, in order."""
    rows = tx.run("SELECT chat_id, message_id FROM messages WHERE outbox = :id ORDER BY message_id", id=row)
    return [(r["chat_id"], r["message_id"]) for r in rows]
