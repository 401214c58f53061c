"""What is to be said: rows that wait, go, and tell what became of them; one key per intention (design.md 7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.clock import Clock
from bot.delivery.letters import BoardLetter, Letter, Note, letter_from_json, letter_to_json
from bot.storage.database import Row, Tx
from flows.manners import DeliveryClass
from flows.names import CircleId, MemberId, PersonId, RunId

__all__ = ["Letter", "OutboxRow", "To", "ToCircle", "ToPerson", "enqueue"]

MOST_SENDS = 2  # attempts that may have arrived
LEASE = 60.0  # seconds of the real clock; no request takes as long


@dataclass(frozen=True, slots=True)
class ToPerson:
    """The private chat of a person, who reads it as this member (None: as nobody in particular)."""

    person: PersonId
    member: MemberId | None = None


@dataclass(frozen=True, slots=True)
class ToCircle:
    """The group of a circle."""

    circle: CircleId


To: TypeAlias = ToPerson | ToCircle


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """One thing to be said. `created_at` and `retry_at`: real clock; `not_before`: calendar; seconds since 1970."""

    id: int
    to: To
    klass: DeliveryClass
    run: RunId | None
    prompt: int | None
    body: str
    dedupe: str
    created_at: float
    not_before: float
    retry_at: float
    tries: int
    sends: int
    state: str
    parts_sent: int

    @property
    def letter(self) -> Letter:
        """What it says; raises pydantic.ValidationError when a former version wrote what this one can't read."""
        return letter_from_json(self.body)


def enqueue(tx: Tx, *, to: To, klass: DeliveryClass, letter: Letter, dedupe: str, clock: Clock,
            run: RunId | None = None, prompt: int | None = None) -> bool:  # fmt: skip
    """Put it in the outbox; False when that was done before. A board that still waits is not put twice."""
    if isinstance(letter, BoardLetter) and tx.one(
        "SELECT 1 FROM outbox WHERE run = :run AND kind = 'board' AND state = 'new'", run=letter.run
    ):
        return True  # what the board says is read when it goes
    added = tx.change(
        """INSERT INTO outbox (id, dedupe_key, person, circle, member, class, kind, run, prompt, body, created_at)
           VALUES (:id, :dedupe, :person, :circle, :member, :class, :kind, :run, :prompt, :body, :at)
           ON CONFLICT (dedupe_key) DO NOTHING""",
        id=tx.new_id(),
        dedupe=dedupe,
        person=to.person if isinstance(to, ToPerson) else None,
        circle=to.circle if isinstance(to, ToCircle) else None,
        member=to.member if isinstance(to, ToPerson) else None,
        kind=letter.kind,
        run=letter.run if isinstance(letter, BoardLetter) else run,
        prompt=prompt,
        body=letter_to_json(letter),
        at=clock.real().timestamp(),
        **{"class": klass},
    )
    return added == 1


# ------------------------------------------------------------ second thoughts


def cancel_for_prompt(tx: Tx, prompt: int) -> int:
    """The question was answered or closed: copies that wait, or of which nobody knows, go no more."""
    return tx.change(
        """UPDATE outbox SET state = 'cancelled', why = 'prompt'
           WHERE prompt = :prompt AND state IN ('new', 'unknown')""",
        prompt=prompt,
    )


def cancel_for_run(tx: Tx, run: RunId, kinds: Iterable[str]) -> int:
    """These kinds of letter of this run go no more, unless they are under way this very moment."""
    return sum(
        tx.change(
            """UPDATE outbox SET state = 'cancelled', why = 'run'
               WHERE run = :run AND kind = :kind AND state IN ('new', 'unknown')""",
            run=run,
            kind=kind,
        )
        for kind in kinds
    )


def cancel_for_member(tx: Tx, member: MemberId) -> int:
    """This member stopped or left: nothing more as this member."""
    return tx.change(
        "UPDATE outbox SET state = 'cancelled', why = 'member' WHERE member = :member AND state IN ('new', 'unknown')",
        member=member,
    )


def cancel_for_circle(tx: Tx, circle: CircleId) -> int:
    """The bot is out of this group: what waits for it goes no more."""
    return tx.change(
        "UPDATE outbox SET state = 'cancelled', why = 'circle' WHERE circle = :circle AND state IN ('new', 'unknown')",
        circle=circle,
    )


def person_spoke(tx: Tx, person: PersonId) -> int:
    """A word from this person: a question of which nobody knows whether it came is asked again right away."""
    return tx.change(
        "UPDATE outbox SET retry_at = 0 WHERE person = :person AND state = 'unknown' AND class = 'prompt'",
        person=person,
    )


# ------------------------------------------------------------ what waits


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
    return [_row(r) for r in rows]


def to_repeat(tx: Tx, *, now: float, real: float) -> list[OutboxRow]:
    """Rows of unknown outcome that may go once more. They stand outside their lane: nobody waits behind them."""
    rows = tx.run(
        """SELECT * FROM outbox WHERE state = 'unknown' AND class <> 'nudge' AND sends < :most
           AND not_before <= :now AND retry_at <= :real ORDER BY retry_at LIMIT 64""",
        now=now,
        real=real,
        most=MOST_SENDS,
    )
    return [_row(r) for r in rows]


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
    return _row(row) if row is not None else None


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
    return [_row(r) for r in rows]


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


# ------------------------------------------------------------ what becomes of it


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
    return [_row(r) for r in rows]


def load(tx: Tx, row: int) -> OutboxRow | None:
    """A row as it is now."""
    found = tx.one("SELECT * FROM outbox WHERE id = :id", id=row)
    return _row(found) if found is not None else None


def state_of(tx: Tx, row: int) -> str | None:
    """The state of a row now."""
    found = tx.one("SELECT state FROM outbox WHERE id = :id", id=row)
    return str(found["state"]) if found is not None else None


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


def is_telling(row: OutboxRow) -> bool:
    """Whether it only tells something, so that one summary may stand in for it when it is late."""
    return isinstance(row.letter, Note) and row.prompt is None and not row.letter.inline and not row.letter.protect


def _row(r: Row) -> OutboxRow:
    to: To = ToPerson(r["person"], r["member"]) if r["person"] is not None else ToCircle(r["circle"])
    return OutboxRow(
        id=r["id"],
        to=to,
        klass=DeliveryClass(r["class"]),
        run=r["run"],
        prompt=r["prompt"],
        body=r["body"],
        dedupe=r["dedupe_key"],
        created_at=r["created_at"],
        not_before=r["not_before"],
        retry_at=r["retry_at"],
        tries=r["tries"],
        sends=r["sends"],
        state=r["state"],
        parts_sent=r["parts_sent"],
    )
