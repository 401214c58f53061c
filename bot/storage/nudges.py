"""When somebody was last approached by the calendar, for the pace they chose."""

from bot.storage.database import Tx
from flows.names import PersonId


def sent(tx: Tx, person: PersonId, *, at: float) -> None:
    """One more, at this calendar moment; what is older than four weeks is forgotten."""
    tx.change("INSERT INTO nudges (person, at) VALUES (:person, :at)", person=person, at=at)
    tx.change("DELETE FROM nudges WHERE person = :person AND at < :old", person=person, old=at - 28 * 86400)


def since(tx: Tx, person: PersonId, *, after: float) -> list[float]:
    """Calendar moments of the nudges after this one, oldest first."""
    rows = tx.run(
        "SELECT at FROM nudges WHERE person = :person AND at > :after ORDER BY at", person=person, after=after
    )
    return [r["at"] for r in rows]
