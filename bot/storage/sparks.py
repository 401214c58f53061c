"""How many sparks somebody saw."""

from bot.storage.database import Tx
from flows.names import PersonId


def seen(tx: Tx, person: PersonId) -> int | None:
    """So many; None when they never asked for one."""
    row = tx.one("SELECT seen FROM sparks WHERE person = :person", person=person)
    return int(row["seen"]) if row is not None else None


def saw(tx: Tx, person: PersonId, seen: int) -> None:
    """So many by now."""
    tx.change(
        "INSERT INTO sparks (person, seen) VALUES (:person, :seen) "
        "ON CONFLICT (person) DO UPDATE SET seen = excluded.seen",
        person=person,
        seen=seen,
    )


def forget(tx: Tx, person: PersonId) -> None:
    """They are in no circle any more."""
    tx.change("DELETE FROM sparks WHERE person = :person", person=person)
