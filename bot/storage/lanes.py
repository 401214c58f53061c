"""What waits in the outbox, chat by chat, and what may go next."""

from bot.storage.database import Tx
from bot.storage.outbox import OutboxRow, To, ToPerson, row_of
from flows.manners import DeliveryClass
from flows.names import PersonId

MOST_SENDS = 2  # attempts that may have arrived


def waiting(tx: Tx, klass: DeliveryClass, *, now: float, real: float, after: int, at_most: int = 64) -> list[OutboxRow]:
    """Rows of this class that may be due, oldest first, with ids above `after`."""
    rows = tx.run(
        """SELECT * FROM outbox WHERE state = 'new' AND class = :class AND id > :after
           AND not_before <= :now AND retry_at <= :real ORDER BY id LIMIT :n""",
        after=after,
        now=now,
        real=real,
        n=at_most,
        **{"class": klass},
    )
    return [row_of(r) for r in rows]


def to_repeat(tx: Tx, *, now: float, real: float) -> list[OutboxRow]:
    """Rows of unknown outcome that may go once more. They stand outside their lane: nobody waits behind them."""
    rows = tx.run(
        """SELECT * FROM outbox WHERE state = 'unknown' AND class <> 'nudge' AND sends < :most
           AND not_before <= :now AND retry_at <= :real ORDER BY retry_at LIMIT 64""",
        now=now,
        real=real,
        most=MOST_SENDS,
    )
    return [row_of(r) for r in rows]


def lane(to: To) -> tuple[str, int]:
    """The name of the chat's lane; the same for every row to the same chat."""
    return ("person", to.person) if isinstance(to, ToPerson) else ("circle", to.circle)


def head(tx: Tx, to: To, *, now: float) -> OutboxRow | None:
    """What goes next in this lane: what was begun, else the oldest that is not held for later hours."""
    column, id = lane(to)
    row = tx.one(
        f"""SELECT * FROM outbox WHERE {column} = :id AND state = 'new' AND not_before <= :now
            ORDER BY parts_sent > 0 DESC, id LIMIT 1""",
        id=id,
        now=now,
    )
    return row_of(row) if row is not None else None


def all_in_lane(tx: Tx, to: To, *, kind: str, created_before: float) -> list[OutboxRow]:
    """Everything of this kind that waits in this lane for longer than since then."""
    column, id = lane(to)
    rows = tx.run(
        f"""SELECT * FROM outbox WHERE {column} = :id AND state = 'new' AND kind = :kind
            AND created_at < :before ORDER BY id""",
        id=id,
        kind=kind,
        before=created_before,
    )
    return [row_of(r) for r in rows]


def busy(tx: Tx, to: To) -> bool:
    """Whether something is on its way to this chat."""
    column, id = lane(to)
    return tx.one(f"SELECT 1 FROM outbox WHERE {column} = :id AND state = 'sending'", id=id) is not None


def due_nudges(tx: Tx, person: PersonId, *, but: int, now: float) -> list[int]:
    """Other nudges that are due for this person: they join the one that goes."""
    rows = tx.run(
        """SELECT id FROM outbox WHERE person = :person AND state = 'new' AND class = 'nudge' AND id <> :but
           AND not_before <= :now ORDER BY id""",
        person=person,
        but=but,
        now=now,
    )
    return [r["id"] for r in rows]


def held(tx: Tx, person: PersonId) -> list[OutboxRow]:
    """What waits for this person and does not follow on an act of theirs, oldest first."""
    rows = tx.run(
        """SELECT * FROM outbox WHERE person = :person AND state = 'new' AND class IN ('nudge', 'prompt')
           ORDER BY id""",
        person=person,
    )
    return [row_of(r) for r in rows]


def due_questions(tx: Tx, person: PersonId, *, but: int, now: float) -> int:
    """How many of the other nudges that are due ask something: an overview of the week does not."""
    row = tx.one(
        """SELECT COUNT(*) AS n FROM outbox WHERE person = :person AND state = 'new' AND class = 'nudge' AND id <> :but
           AND not_before <= :now AND kind <> 'week'""",
        person=person,
        but=but,
        now=now,
    )
    return int(row["n"]) if row is not None else 0


def waiting_questions(tx: Tx, person: PersonId, *, but: int | None) -> int:
    """How many questions of the calendar wait their turn for this person."""
    row = tx.one(
        """SELECT COUNT(*) AS n FROM prompts WHERE person = :person AND state = 'waiting' AND class = 'nudge'
           AND id <> :but""",
        person=person,
        but=but if but is not None else -1,
    )
    return int(row["n"]) if row is not None else 0


def next_moments(tx: Tx, *, now: float, real: float) -> float | None:
    """Seconds until the next row may become due by itself; None when nothing waits for a moment."""
    row = tx.one(
        """SELECT MIN(wait) AS wait FROM (
             SELECT MIN(lease_until) - :real AS wait FROM outbox WHERE state = 'sending'
             UNION ALL
             SELECT MIN(not_before) - :now FROM outbox WHERE state = 'new' AND not_before > :now
             UNION ALL
             SELECT MIN(retry_at) - :real FROM outbox WHERE state = 'new' AND retry_at > :real AND not_before <= :now
             UNION ALL
             SELECT MIN(MAX(retry_at - :real, not_before - :now)) FROM outbox
             WHERE state = 'unknown' AND class <> 'nudge' AND sends < :most
               AND (retry_at > :real OR not_before > :now)
           )""",
        now=now,
        real=real,
        most=MOST_SENDS,
    )
    return max(float(row["wait"]), 0.0) if row is not None and row["wait"] is not None else None
