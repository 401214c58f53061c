"""Groups: their settings, and what they call the child."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot import typed
from bot.keys import Forgotten, Vault, of_circle
from bot.storage.database import Tx
from flows.names import CircleId, Language
from flows.schools import School

LONGEST_NICKNAME = 64


class CircleState(StrEnum):
    """Whether the bot may speak in a group."""

    ACTIVE = "active"
    FROZEN = "frozen"  # the bot was put out of the group
    REFUSED = "refused"  # a public group or a channel


class CircleKind(StrEnum):
    """What a group is about."""

    CHILD = "kring"  # around one child
    TEAM = "team"  # professionals among themselves, with no child there


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """One group; `active_at` in calendar seconds."""

    id: CircleId
    language: Language
    zone: str
    region: str | None
    free_days: tuple[tuple[date, date], ...]
    paused_until: date | None
    state: CircleState
    kind: CircleKind
    school: School
    welcomed: bool
    active_at: float


def circle(tx: Tx, id: CircleId) -> Circle | None:
    """One group's settings."""
    row = tx.one("SELECT * FROM circles WHERE id = :id", id=id)
    if row is None:
        return None
    return Circle(
        id=CircleId(row["id"]),
        language=Language(row["language"]),
        zone=row["zone"],
        region=row["region"],
        free_days=tuple(
            (date.fromisoformat(first), date.fromisoformat(last)) for first, last in json.loads(row["free_days"])
        ),
        paused_until=date.fromisoformat(row["paused_until"]) if row["paused_until"] is not None else None,
        state=CircleState(row["state"]),
        kind=CircleKind(row["kind"]),
        school=School(row["school"]),
        welcomed=bool(row["welcomed"]),
        active_at=row["active_at"],
    )


def set_circle_state(tx: Tx, id: CircleId, state: str) -> None:
    """The bot was put out of the group, came back, or refuses it."""
    tx.change(
        "UPDATE circles SET state = :state, version = version + 1 WHERE id = :id",
        state=CircleState(state),
        id=id,
    )


def set_welcomed(tx: Tx, id: CircleId) -> bool:
    """The group got its welcome; True the first time."""
    return tx.change("UPDATE circles SET welcomed = 1 WHERE id = :id AND welcomed = 0", id=id) > 0


def set_kind(tx: Tx, id: CircleId, kind: CircleKind) -> None:
    """The group said what it is."""
    tx.change("UPDATE circles SET kind = :kind, version = version + 1 WHERE id = :id", kind=kind, id=id)


def school_of(tx: Tx, id: CircleId | None) -> School:
    """What kind of school the circle is around; who is in no circle reads what was written."""
    row = tx.one("SELECT school FROM circles WHERE id = :id", id=id) if id is not None else None
    return School(row["school"]) if row is not None else School.SECONDARY


def set_school(tx: Tx, id: CircleId, school: School) -> None:
    """The group said what kind of school it is."""
    tx.change("UPDATE circles SET school = :school, version = version + 1 WHERE id = :id", school=school, id=id)


def touch_circle(tx: Tx, id: CircleId, at: float) -> None:
    """Something happened in the group; retention counts from its last activity."""
    tx.change("UPDATE circles SET active_at = :at WHERE id = :id AND active_at < :at", at=at, id=id)


def set_calendar(tx: Tx, id: CircleId, *, region: str | None, free_days: tuple[tuple[date, date], ...]) -> None:
    """The school's region and free days."""
    tx.change(
        "UPDATE circles SET region = :region, free_days = :days, version = version + 1 WHERE id = :id",
        region=region,
        days=json.dumps([[first.isoformat(), last.isoformat()] for first, last in free_days]),
        id=id,
    )


def set_pause(tx: Tx, id: CircleId, until: date | None) -> None:
    """The circle asked for rest until this day, or for no more rest."""
    tx.change(
        "UPDATE circles SET paused_until = :until, version = version + 1 WHERE id = :id",
        until=until.isoformat() if until is not None else None,
        id=id,
    )


def child_of(tx: Tx, vault: Vault, circle: CircleId) -> str | None:
    """The nickname the circle chose for the child; None when it chose none, or it was forgotten."""
    row = tx.one("SELECT sealed_child FROM circles WHERE id = :id", id=circle)
    if row is None or row["sealed_child"] is None:
        return None
    try:
        return vault.open(
            tx, of_circle(circle), row["sealed_child"], table="circles", row=circle, column="sealed_child"
        )
    except Forgotten:
        return None


def set_child(tx: Tx, vault: Vault, circle: CircleId, name: str | None) -> None:
    """The circle chose a nickname, or none."""
    nickname = typed.one_line(name, most=LONGEST_NICKNAME) if name else ""
    tx.change(
        "UPDATE circles SET sealed_child = :child, version = version + 1 WHERE id = :id",
        child=vault.seal(tx, of_circle(circle), nickname, table="circles", row=circle, column="sealed_child")
        if nickname
        else None,
        id=circle,
    )
