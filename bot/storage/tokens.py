"""What buttons and links carry: opaque, short-lived, looked up; authority is our own tables (decision 0003)."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.storage.database import Tx
from flows.names import CircleId, PersonId, RunId

_BYTES = 16  # 128 bits: 22 characters, within the 64 of a button or a deep link


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What a token stands for. `person`: only this person may use it; None: checked otherwise."""

    kind: str
    circle: CircleId | None
    run: RunId | None
    person: PersonId | None
    body: Mapping[str, str | int]
    used: bool


def mint(
    tx: Tx,
    *,
    kind: str,
    circle: CircleId | None = None,
    run: RunId | None = None,
    person: PersonId | None = None,
    body: Mapping[str, str | int] | None = None,
    ttl: timedelta,
    clock: Clock,
) -> str:
    """A new token, good for `ttl` of real time. Only its hash is stored: who reads the database can't press buttons."""
    token = secrets.token_urlsafe(_BYTES)
    tx.change(
        "INSERT INTO tokens (hash, kind, circle, run, person, body, expires_at) "
        "VALUES (:hash, :kind, :circle, :run, :person, :body, :expires)",
        hash=_hash(token),
        kind=kind,
        circle=circle,
        run=run,
        person=person,
        body=json.dumps(body or {}, ensure_ascii=False),
        expires=(clock.real() + ttl).timestamp(),
    )
    return token


def find(tx: Tx, token: str, clock: Clock) -> Token | None:
    """What this token stands for; None for anything unknown, forged or expired. Looking does not use it."""
    row = tx.one(
        "SELECT * FROM tokens WHERE hash = :hash AND expires_at > :now",
        hash=_hash(token),
        now=clock.real().timestamp(),
    )
    if row is None:
        return None
    return Token(
        kind=row["kind"],
        circle=CircleId(row["circle"]) if row["circle"] is not None else None,
        run=RunId(row["run"]) if row["run"] is not None else None,
        person=PersonId(row["person"]) if row["person"] is not None else None,
        body=json.loads(row["body"]),
        used=bool(row["used"]),
    )


def use(tx: Tx, token: str) -> bool:
    """Use it up; True for the first who does."""
    return tx.change("UPDATE tokens SET used = 1 WHERE hash = :hash AND used = 0", hash=_hash(token)) > 0


def forget_person(tx: Tx, person: PersonId, circle: CircleId) -> None:
    """No link this person was given to this circle works any more."""
    tx.change("DELETE FROM tokens WHERE person = :person AND circle = :circle", person=person, circle=circle)


def end_of_run(tx: Tx, run: RunId) -> None:
    """No button of this run leads anywhere any more."""
    tx.change("DELETE FROM tokens WHERE run = :run", run=run)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
