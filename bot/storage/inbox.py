"""Updates from Telegram, stored and sealed before they are acknowledged, kept in order per chat."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.keys import INTAKE, Vault
from bot.storage.database import Row, Tx

IDS_KEPT = (
    3 * 86400.0
)  # longer than Telegram's 24 h of redelivery, shorter than the 7 quiet days after which ids restart
DEAD_BODIES_KEPT = 2 * 86400.0
NEVER = 0  # the lane of an update that belongs to no chat


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An update to be stored. `body` is JSON, already without what may not be kept; `dead`: quarantined at once."""

    update_id: int
    lane: int
    kind: str
    body: str | None
    dead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """The update that goes next in its chat; `not_before` in real seconds."""

    update_id: int
    lane: int
    kind: str
    received_at: float
    attempts: int
    not_before: float


def store(tx: Tx, vault: Vault, rows: Iterable[Incoming], *, received_at: float) -> list[Incoming]:
    """Keep what is new and return it. An id that was stored before is the same update sent again."""
    new: list[Incoming] = []
    for row in rows:
        added = tx.change(
            "INSERT INTO inbox (update_id, lane, kind, received_at, state, sealed_body) "
            "VALUES (:id, :lane, :kind, :at, :state, :body) ON CONFLICT (update_id) DO NOTHING",
            id=row.update_id,
            lane=row.lane,
            kind=row.kind,
            at=received_at,
            state="dead" if row.dead else "new",
            body=vault.seal(tx, INTAKE, row.body, table="inbox", row=row.update_id, column="sealed_body")
            if row.body is not None
            else None,
        )
        if added:
            new.append(row)
    return new


def next_of_lanes(tx: Tx, *, limit: int = 64) -> list[Waiting]:
    """The first waiting update of each chat, longest waiting first; also those whose next try is not due yet."""
    rows = tx.run(
        "SELECT * FROM inbox WHERE update_id IN "
        "(SELECT min(update_id) FROM inbox WHERE state = 'new' GROUP BY lane) "
        "ORDER BY not_before, update_id LIMIT :limit",
        limit=limit,
    )
    return [_waiting(row) for row in rows]


def body(tx: Tx, vault: Vault, update_id: int) -> str | None:
    """The stored JSON of an update that still waits; None when it is done or dead."""
    row = tx.one("SELECT sealed_body FROM inbox WHERE update_id = :id AND state = 'new'", id=update_id)
    if row is None or row["sealed_body"] is None:
        return None
    return vault.open(tx, INTAKE, row["sealed_body"], table="inbox", row=update_id, column="sealed_body")


def done(tx: Tx, update_id: int) -> None:
    """Handled: its body goes in the same transaction, its id stays for a while."""
    tx.change("UPDATE inbox SET state = 'done', sealed_body = NULL WHERE update_id = :id", id=update_id)


def put_off(tx: Tx, update_id: int, *, again_at: float, count: bool = True) -> None:
    """A try failed; the next one is not before `again_at` (real seconds). The chat waits for it."""
    tx.change(
        "UPDATE inbox SET attempts = attempts + :count, not_before = :at WHERE update_id = :id AND state = 'new'",
        count=int(count),
        at=again_at,
        id=update_id,
    )


def count_try(tx: Tx, update_id: int) -> int:
    """Count a try before it is made, for an update that may have killed the program; the tries so far."""
    row = tx.one(
        "UPDATE inbox SET attempts = attempts + 1 WHERE update_id = :id AND state = 'new' RETURNING attempts",
        id=update_id,
    )
    return int(row["attempts"]) if row is not None else 0


def dead(tx: Tx, update_id: int) -> None:
    """Given up: the chat goes on; the body stays sealed for two days."""
    tx.change("UPDATE inbox SET state = 'dead' WHERE update_id = :id", id=update_id)


def prune(tx: Tx, *, now: float) -> None:
    """Empty the bodies and forget the ids that are past their time (`now` in real seconds)."""
    tx.change(
        "UPDATE inbox SET sealed_body = NULL WHERE state = 'dead' AND sealed_body IS NOT NULL "
        "AND received_at < :before",
        before=now - DEAD_BODIES_KEPT,
    )
    tx.change(
        "DELETE FROM inbox WHERE state <> 'new' AND received_at < :before",
        before=now - IDS_KEPT,
    )


def oldest(tx: Tx) -> float | None:
    """When the longest waiting update came in (real seconds); None when nothing waits."""
    row = tx.one("SELECT min(received_at) AS at FROM inbox WHERE state = 'new'")
    return None if row is None or row["at"] is None else float(row["at"])


def _waiting(row: Row) -> Waiting:
    return Waiting(
        update_id=row["update_id"],
        lane=row["lane"],
        kind=row["kind"],
        received_at=row["received_at"],
        attempts=row["attempts"],
        not_before=row["not_before"],
    )
