"""What is to be said: rows that wait, go, and tell what became of them; one key per intention (decision 0005)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from bot.clock import Clock
from bot.delivery.letters import BoardLetter, Letter, Note, letter_from_json, letter_to_json
from bot.storage.database import Row, Tx
from flows.manners import DeliveryClass
from flows.names import CircleId, MemberId, PersonId, RunId

__all__ = ["Letter", "OutboxRow", "To", "ToCircle", "ToPerson", "enqueue"]


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


def cancel_kind(tx: Tx, person: PersonId, kind: str) -> int:
    """This person does not want this kind of letter any more: what waits goes no more."""
    return tx.change(
        """UPDATE outbox SET state = 'cancelled', why = 'unwanted'
           WHERE person = :person AND kind = :kind AND state IN ('new', 'unknown')""",
        person=person,
        kind=kind,
    )


def goes_or_went(tx: Tx, person: PersonId, kind: str, *, since: float) -> bool:
    """Whether a letter of this kind waits for this person, or came to them after this calendar moment."""
    found = tx.one(
        """SELECT 1 FROM outbox o LEFT JOIN messages m ON m.outbox = o.id
           WHERE o.person = :person AND o.kind = :kind
             AND (o.state IN ('new', 'sending', 'unknown') OR m.at > :since)""",
        person=person,
        kind=kind,
        since=since,
    )
    return found is not None


def person_spoke(tx: Tx, person: PersonId) -> int:
    """A word from this person: a question of which nobody knows whether it came is asked again right away."""
    return tx.change(
        "UPDATE outbox SET retry_at = 0 WHERE person = :person AND state = 'unknown' AND class = 'prompt'",
        person=person,
    )


# ------------------------------------------------------------ rows


def load(tx: Tx, row: int) -> OutboxRow | None:
    """A row as it is now."""
    found = tx.one("SELECT * FROM outbox WHERE id = :id", id=row)
    return row_of(found) if found is not None else None


def state_of(tx: Tx, row: int) -> str | None:
    """The state of a row now."""
    found = tx.one("SELECT state FROM outbox WHERE id = :id", id=row)
    return str(found["state"]) if found is not None else None


def is_telling(row: OutboxRow) -> bool:
    """Whether it only tells something, so that one summary may stand in for it when it is late."""
    return isinstance(row.letter, Note) and row.prompt is None and not row.letter.inline and not row.letter.protect


def row_of(r: Row) -> OutboxRow:
    """A row of the table, read."""
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
