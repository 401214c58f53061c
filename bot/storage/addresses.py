"""The one place where Telegram's ids meet ours: which chat is whose."""

from bot.storage import merging
from bot.storage.database import Tx
from flows.names import CircleId, PersonId


def person_of_chat(tx: Tx, chat_id: int) -> PersonId | None:
    """Whose private chat this is (the chat's id is the user's id)."""
    row = tx.one("SELECT person FROM addresses WHERE chat_id = :chat AND person IS NOT NULL", chat=chat_id)
    return PersonId(row["person"]) if row is not None else None


def ensure_person(tx: Tx, chat_id: int, language: str) -> PersonId:
    """The person behind this private chat, made when new, who reads this language until they choose one."""
    known = person_of_chat(tx, chat_id)
    if known is not None:
        return known
    person = PersonId(tx.new_id())
    tx.change("INSERT INTO persons (id, language) VALUES (:id, :language)", id=person, language=language)
    tx.change("INSERT INTO addresses (chat_id, person) VALUES (:chat, :person)", chat=chat_id, person=person)
    return person


def chat_of_person(tx: Tx, person: PersonId) -> int | None:
    """Where to write to someone."""
    row = tx.one("SELECT chat_id FROM addresses WHERE person = :person AND current = 1", person=person)
    return int(row["chat_id"]) if row is not None else None


def circle_of_chat(tx: Tx, chat_id: int) -> CircleId | None:
    """Which circle this group is, also under the id it had before it became a supergroup."""
    row = tx.one("SELECT circle FROM addresses WHERE chat_id = :chat AND circle IS NOT NULL", chat=chat_id)
    return CircleId(row["circle"]) if row is not None else None


def ensure_circle(tx: Tx, chat_id: int) -> CircleId:
    """The circle of this group, made when new."""
    known = circle_of_chat(tx, chat_id)
    if known is not None:
        return known
    circle = CircleId(tx.new_id())
    tx.change("INSERT INTO circles (id) VALUES (:id)", id=circle)
    tx.change("INSERT INTO addresses (chat_id, circle) VALUES (:chat, :circle)", chat=chat_id, circle=circle)
    return circle


def chat_of_circle(tx: Tx, circle: CircleId) -> int | None:
    """Where to write to a circle."""
    row = tx.one("SELECT chat_id FROM addresses WHERE circle = :circle AND current = 1", circle=circle)
    return int(row["chat_id"]) if row is not None else None


def migrate(tx: Tx, old_chat: int, new_chat: int) -> None:
    """The group became a supergroup. Told once, twice, in either order, or by a failed send: the same circle."""
    old, new = circle_of_chat(tx, old_chat), circle_of_chat(tx, new_chat)
    if old is None and new is None:
        return  # nobody we know
    stays = old if old is not None else new
    assert stays is not None
    if old is not None and new is not None and old != new:
        merging.merge(tx, new, into=old)
    tx.change("UPDATE addresses SET current = 0 WHERE circle = :circle", circle=stays)
    for chat, current in ((old_chat, 0), (new_chat, 1)):
        tx.change(
            "INSERT INTO addresses (chat_id, circle, current) VALUES (:chat, :circle, :current) "
            "ON CONFLICT (chat_id) DO UPDATE SET circle = excluded.circle, current = excluded.current",
            chat=chat,
            circle=stays,
            current=current,
        )
