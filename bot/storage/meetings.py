"""Meetings (mdo) as records: references and dates, sealed under the circle's key."""

from pydantic import TypeAdapter

from bot.keys import Vault, of_circle
from bot.storage.database import Row, Tx
from flows.meetings import Meeting
from flows.names import CircleId, MeetingId, RunId

_MEETING = TypeAdapter(Meeting)


def add(tx: Tx, vault: Vault, meeting: Meeting, *, at: float) -> None:
    """A meeting that was noted just now."""
    tx.change(
        "INSERT INTO meetings (id, circle, at, sealed_meeting) VALUES (:id, :circle, :at, :sealed)",
        id=meeting.id,
        circle=meeting.circle,
        at=at,
        sealed=_seal(tx, vault, meeting),
    )


def save(tx: Tx, vault: Vault, meeting: Meeting) -> None:
    """What became of it; the caller read it in this same transaction."""
    tx.change(
        "UPDATE meetings SET version = version + 1, sealed_meeting = :sealed WHERE id = :id",
        sealed=_seal(tx, vault, meeting),
        id=meeting.id,
    )


def load(tx: Tx, vault: Vault, id: int | None) -> Meeting | None:
    """A meeting by its id."""
    row = tx.one("SELECT * FROM meetings WHERE id = :id", id=id) if id is not None else None
    return _meeting(tx, vault, row) if row is not None else None


def of(tx: Tx, vault: Vault, circle: CircleId) -> list[Meeting]:
    """All meetings of a circle, oldest first."""
    rows = tx.run("SELECT * FROM meetings WHERE circle = :circle ORDER BY id", circle=circle)
    return [_meeting(tx, vault, row) for row in rows]


def boards(tx: Tx, circle: CircleId, meeting: MeetingId | None = None) -> list[RunId]:
    """Open runs in the group about its meetings, or about this one, oldest first: each has a board."""
    rows = tx.run(
        """SELECT id FROM runs WHERE circle = :circle AND state = 'open' AND setting = 'groep' AND meeting IS NOT NULL
           AND (:meeting IS NULL OR meeting = :meeting) ORDER BY id""",
        circle=circle,
        meeting=meeting,
    )
    return [RunId(r["id"]) for r in rows]


def _seal(tx: Tx, vault: Vault, meeting: Meeting) -> bytes:
    body = _MEETING.dump_json(meeting).decode()
    key = of_circle(meeting.circle)
    return vault.seal(tx, key, body, table="meetings", row=meeting.id, column="sealed_meeting")


def _meeting(tx: Tx, vault: Vault, row: Row) -> Meeting:
    key = of_circle(CircleId(row["circle"]))
    body = vault.open(tx, key, row["sealed_meeting"], table="meetings", row=row["id"], column="sealed_meeting")
    return _MEETING.validate_json(body)
