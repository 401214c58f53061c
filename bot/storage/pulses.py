"""Pulses: numbers under their owner's key, and what the circle may see of them under the circle's."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from pydantic import TypeAdapter

from bot.keys import Forgotten, Vault, of_circle, of_member
from bot.storage.database import Row, Tx
from flows.names import CircleId, MemberId
from flows.pulse import Answers, Occasion, Point, Question, Reading

PulseId = NewType("PulseId", int)
_ANSWERS = TypeAdapter(dict[Question, int])
_POINTS = TypeAdapter(dict[Question, Point])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """One time that people were asked; `waiting`: dialogues that are not over yet."""

    id: PulseId
    circle: CircleId
    occasion: Occasion
    on: date
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One person's numbers. `consents`: of two who answered, they let the group see it."""

    member: MemberId
    answers: Answers
    consents: bool


def add(tx: Tx, *, circle: CircleId, occasion: Occasion, waiting: int, at: float, on: date) -> PulseId:
    """People are about to be asked."""
    id = PulseId(tx.new_id())
    tx.change(
        """INSERT INTO pulses (id, circle, occasion, at, local_day, waiting)
           VALUES (:id, :circle, :occasion, :at, :day, :waiting)""",
        id=id,
        circle=circle,
        occasion=occasion,
        at=at,
        day=on.isoformat(),
        waiting=waiting,
    )
    return id


def load(tx: Tx, id: PulseId) -> Pulse | None:
    """A pulse by its id."""
    row = tx.one("SELECT * FROM pulses WHERE id = :id", id=id)
    return _pulse(row) if row is not None else None


def newest(tx: Tx, circle: CircleId) -> Pulse | None:
    """The last time people of this circle were asked."""
    row = tx.one("SELECT * FROM pulses WHERE circle = :circle ORDER BY id DESC LIMIT 1", circle=circle)
    return _pulse(row) if row is not None else None


def one_less(tx: Tx, id: PulseId) -> bool:
    """One dialogue of it is over; whether it was the last."""
    tx.change("UPDATE pulses SET waiting = waiting - 1 WHERE id = :id", id=id)
    row = tx.one("SELECT waiting FROM pulses WHERE id = :id", id=id)
    return row is not None and row["waiting"] == 0


def keep(tx: Tx, vault: Vault, id: PulseId, member: MemberId, answers: Answers) -> None:
    """Someone's numbers, sealed under their own key; once per pulse."""
    row = tx.new_id()
    body = _ANSWERS.dump_json(dict(answers)).decode()
    tx.change(
        """INSERT INTO pulse_answers (id, pulse, member, sealed_answer) VALUES (:id, :pulse, :member, :sealed)
           ON CONFLICT (pulse, member) DO NOTHING""",
        id=row,
        pulse=id,
        member=member,
        sealed=vault.seal(tx, of_member(member), body, table="pulse_answers", row=row, column="sealed_answer"),
    )


def consent(tx: Tx, id: PulseId, member: MemberId) -> None:
    """One of two lets the group see it."""
    tx.change("UPDATE pulse_answers SET consents = 1 WHERE pulse = :id AND member = :member", id=id, member=member)


def given(tx: Tx, vault: Vault, id: PulseId) -> tuple[Given, ...]:
    """All numbers of one pulse, to make its reading of; nobody is shown these."""
    rows = tx.run("SELECT * FROM pulse_answers WHERE pulse = :id ORDER BY id", id=id)
    return tuple(
        Given(member=MemberId(row["member"]), answers=answers, consents=bool(row["consents"]))
        for row in rows
        if (answers := _answers(tx, vault, row)) is not None
    )


def own(tx: Tx, vault: Vault, member: MemberId, *, most: int) -> tuple[tuple[date, Answers], ...]:
    """This member's own numbers with their days, the newest `most`, oldest first; for their eyes only."""
    rows = tx.run(
        """SELECT a.*, p.local_day FROM pulse_answers a JOIN pulses p ON p.id = a.pulse
           WHERE a.member = :member ORDER BY a.pulse DESC LIMIT :most""",
        member=member,
        most=most,
    )
    found = ((date.fromisoformat(row["local_day"]), _answers(tx, vault, row)) for row in reversed(rows))
    return tuple((day, answers) for day, answers in found if answers is not None)


def set_reading(tx: Tx, vault: Vault, pulse: Pulse, points: dict[Question, Point]) -> None:
    """What the circle may see of it from now on."""
    body = _POINTS.dump_json(points).decode()
    sealed = vault.seal(tx, of_circle(pulse.circle), body, table="pulses", row=pulse.id, column="sealed_reading")
    tx.change("UPDATE pulses SET sealed_reading = :sealed WHERE id = :id", sealed=sealed, id=pulse.id)


def readings(tx: Tx, vault: Vault, circle: CircleId) -> tuple[Reading, ...]:
    """What the circle may see, oldest first."""
    rows = tx.run("SELECT * FROM pulses WHERE circle = :c AND sealed_reading IS NOT NULL ORDER BY id", c=circle)

    def opened(row: Row) -> Reading:
        key = of_circle(circle)
        body = vault.open(tx, key, row["sealed_reading"], table="pulses", row=row["id"], column="sealed_reading")
        day = date.fromisoformat(row["local_day"])
        return Reading(on=day, occasion=Occasion(row["occasion"]), points=_POINTS.validate_json(body))

    return tuple(opened(row) for row in rows)


def invited(tx: Tx, id: PulseId) -> None:
    """The circle is invited to look at it together."""
    tx.change("UPDATE pulses SET invited = 1 WHERE id = :id", id=id)


def last_invited(tx: Tx, circle: CircleId) -> date | None:
    """The day of the last pulse that led to an invitation."""
    row = tx.one("SELECT MAX(local_day) AS day FROM pulses WHERE circle = :c AND invited = 1", c=circle)
    return date.fromisoformat(row["day"]) if row is not None and row["day"] is not None else None


def forget_member(tx: Tx, member: MemberId) -> None:
    """Their numbers go, and with them what two had consented to show; an average of more names nobody and stays."""
    tx.change(
        """UPDATE pulses SET sealed_reading = NULL
           WHERE id IN (SELECT pulse FROM pulse_answers WHERE member = :member AND consents = 1)""",
        member=member,
    )
    if tx.change("DELETE FROM pulse_answers WHERE member = :member", member=member):
        tx.wipe()


def forget_before(tx: Tx, before: float) -> None:
    """What was asked before this moment goes, numbers and readings."""
    old = "SELECT id FROM pulses WHERE at < :before AND waiting <= 0"
    tx.change(f"DELETE FROM pulse_answers WHERE pulse IN ({old})", before=before)
    if tx.change("DELETE FROM pulses WHERE at < :before AND waiting <= 0", before=before):
        tx.wipe()


def _pulse(row: Row) -> Pulse:
    return Pulse(
        id=PulseId(row["id"]),
        circle=CircleId(row["circle"]),
        occasion=Occasion(row["occasion"]),
        on=date.fromisoformat(row["local_day"]),
        waiting=row["waiting"],
    )


def _answers(tx: Tx, vault: Vault, row: Row) -> Answers | None:
    key = of_member(MemberId(row["member"]))
    try:
        body = vault.open(tx, key, row["sealed_answer"], table="pulse_answers", row=row["id"], column="sealed_answer")
    except Forgotten:
        return None
    return _ANSWERS.validate_json(body)
