"""The circle's list of cards that still get their turn: references only, sealed under the circle's key."""

from pydantic import TypeAdapter

from bot.keys import Forgotten, Vault, of_circle
from bot.storage.database import Tx
from flows.names import CircleId
from flows.topics import Topics

_TOPICS = TypeAdapter(Topics)


def of(tx: Tx, vault: Vault, circle: CircleId) -> Topics:
    """The list in order; a card whose own title was erased is on it no more."""
    row = tx.one("SELECT sealed_topics FROM circles WHERE id = :id", id=circle)
    if row is None or row["sealed_topics"] is None:
        return ()
    try:
        body = vault.open(
            tx, of_circle(circle), row["sealed_topics"], table="circles", row=circle, column="sealed_topics"
        )
    except Forgotten:
        return ()
    listed = _TOPICS.validate_json(body)
    return tuple(t for t in listed if t.title is None or tx.one("SELECT 1 FROM words WHERE id = :id", id=t.title))


def save(tx: Tx, vault: Vault, circle: CircleId, topics: Topics) -> None:
    """The list as it is from now on."""
    body = _TOPICS.dump_json(topics).decode()
    sealed = vault.seal(tx, of_circle(circle), body, table="circles", row=circle, column="sealed_topics")
    tx.change(
        "UPDATE circles SET sealed_topics = :topics, version = version + 1 WHERE id = :id",
        topics=sealed if topics else None,
        id=circle,
    )
