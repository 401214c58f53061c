"""Moments to come: rows with a due instant, and the local wall time they were meant for."""

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Row, Tx
from flows.names import AgreementId, CircleId, MemberId, PersonId, RunId


@dataclass(frozen=True, kw_only=True)
class Timer:
    """Something to wake for: a step of a run, or what bot/timers.py says about its purpose.

    `about`: the id of a thing that belongs to the purpose alone. `local` and `zone`: the wall time it was meant for.
    """

    purpose: str
    due_at: float
    run: RunId | None = None
    agreement: AgreementId | None = None
    member: MemberId | None = None
    circle: CircleId | None = None
    person: PersonId | None = None
    about: int | None = None
    step: str | None = None
    turn: int | None = None
    round: int | None = None
    local: str | None = None
    zone: str | None = None
    id: int = 0


def put(tx: Tx, timer: Timer, *, dedupe: str) -> None:
    """Set it, or move the one with the same key (`dedupe` says what it is for and for whom)."""
    tx.change(
        """INSERT INTO timers (id, due_at, run, agreement, member, circle, person, about,
                               step, turn, round, purpose, local, zone, dedupe)
           VALUES (:id, :due_at, :run, :agreement, :member, :circle, :person, :about,
                   :step, :turn, :round, :purpose, :local, :zone, :dedupe)
           ON CONFLICT (dedupe) DO UPDATE SET due_at = excluded.due_at, local = excluded.local, zone = excluded.zone""",
        id=tx.new_id(),
        due_at=timer.due_at,
        run=timer.run,
        agreement=timer.agreement,
        member=timer.member,
        circle=timer.circle,
        person=timer.person,
        about=timer.about,
        step=timer.step,
        turn=timer.turn,
        round=timer.round,
        purpose=timer.purpose,
        local=timer.local,
        zone=timer.zone,
        dedupe=dedupe,
    )


def due(tx: Tx, now: datetime, *, at_most: int = 200) -> list[Timer]:
    """What is due by now, oldest first."""
    rows = tx.run(
        "SELECT * FROM timers WHERE due_at <= :now AND rests IS NULL ORDER BY due_at, id LIMIT :n",
        now=now.timestamp(),
        n=at_most,
    )
    return [_timer(row) for row in rows]


def of_promise(tx: Tx, agreement: AgreementId, member: MemberId, purpose: str) -> Timer | None:
    """What this owner is woken for in this agreement, if anything."""
    row = tx.one(
        "SELECT * FROM timers WHERE agreement = :agreement AND member = :member AND purpose = :purpose",
        agreement=agreement,
        member=member,
        purpose=purpose,
    )
    return _timer(row) if row is not None else None


def of_member(tx: Tx, member: MemberId, purpose: str) -> list[Timer]:
    """What is still to come for this member, for this purpose."""
    rows = tx.run(
        "SELECT * FROM timers WHERE member = :member AND purpose = :purpose ORDER BY id", member=member, purpose=purpose
    )
    return [_timer(r) for r in rows]


def of_run(tx: Tx, run: RunId, purpose: str) -> list[Timer]:
    """What a run is to be woken for, for this purpose."""
    rows = tx.run("SELECT * FROM timers WHERE run = :run AND purpose = :purpose ORDER BY id", run=run, purpose=purpose)
    return [_timer(r) for r in rows]


def put_again(tx: Tx, timer: Timer, *, due_at: float) -> None:
    """This one, at another moment."""
    tx.change("UPDATE timers SET due_at = :due WHERE id = :id", due=due_at, id=timer.id)


def gone(tx: Tx, id: int) -> bool:
    """Take a timer off; False when someone was before us."""
    return tx.change("DELETE FROM timers WHERE id = :id", id=id) == 1


def stands(tx: Tx, dedupe: str) -> bool:
    """Whether a timer with this key waits."""
    return tx.one("SELECT 1 FROM timers WHERE dedupe = :dedupe", dedupe=dedupe) is not None


def clear(tx: Tx, dedupe: str) -> bool:
    """Take the timer with this key off; whether there was one."""
    return tx.change("DELETE FROM timers WHERE dedupe = :dedupe", dedupe=dedupe) == 1


def clear_run(tx: Tx, run: RunId) -> None:
    """A finished run wakes for nothing."""
    tx.change("DELETE FROM timers WHERE run = :run", run=run)


def put_aside(tx: Tx, run: RunId, *, now: float) -> None:
    """The time of this run stands still; `now` in calendar seconds."""
    tx.change("UPDATE timers SET rests = MAX(due_at - :now, 0) WHERE run = :run AND rests IS NULL", now=now, run=run)


def bring_back(tx: Tx, run: RunId, *, now: float) -> None:
    """The time of this run goes on where it stood still."""
    tx.change(
        "UPDATE timers SET due_at = :now + rests, rests = NULL WHERE run = :run AND rests IS NOT NULL",
        now=now,
        run=run,
    )


def clear_promise(tx: Tx, agreement: AgreementId, member: MemberId) -> None:
    """Nothing more is asked about this promise."""
    tx.change(
        "DELETE FROM timers WHERE agreement = :agreement AND member = :member",
        agreement=agreement,
        member=member,
    )


def next_due(tx: Tx) -> float | None:
    """The earliest due instant, in seconds since 1970."""
    row = tx.one("SELECT MIN(due_at) AS due FROM timers WHERE rests IS NULL")
    return row["due"] if row is not None else None


def _timer(r: Row) -> Timer:
    return Timer(
        id=r["id"],
        purpose=r["purpose"],
        due_at=r["due_at"],
        run=r["run"],
        agreement=r["agreement"],
        member=r["member"],
        circle=r["circle"],
        person=r["person"],
        about=r["about"],
        step=r["step"],
        turn=r["turn"],
        round=r["round"],
        local=r["local"],
        zone=r["zone"],
    )
