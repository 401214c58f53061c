"""What an update is about: its kind, its chat, who did it and when."""

from typing import TypeAlias

Json: TypeAlias = dict[str, object]

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
"""What we ask Telegram for, always the whole list: it sticks until changed (docs/explanation/telegram.md)."""

MOVES = ("migrate_to_chat_id", "migrate_from_chat_id")
CREATED = ("group_chat_created", "supergroup_chat_created")
"""Fields of service messages: the group moved to another id, or was made with the bot in it."""

LIMIT = 1 << 63  # of an integer in SQLite


class Unusable(Exception):
    """The update is not shaped like one."""


def kind_of(update: Json) -> str | None:
    """Which of the kinds we know this is; None for any other."""
    return next((kind for kind in KINDS if kind in update), None)


def lane_of(update: Json) -> int:
    """The chat it belongs to (order is kept per chat); raises Unusable when it has none."""
    kind = kind_of(update)
    content = as_object(update.get(kind)) if kind is not None else {}
    if kind == "callback_query":
        message = content.get("message")
        content = as_object(message) if message is not None else {"chat": content.get("from")}
    return as_number(as_object(content.get("chat")).get("id"))


def sender_of(update: Json) -> int | None:
    """Who did it, by Telegram's id; None when nobody in particular did."""
    kind = kind_of(update)
    sender = as_object(update.get(kind)).get("from") if kind is not None else None
    return as_number(as_object(sender).get("id")) if sender is not None else None


def happened_at(update: Json) -> float | None:
    """When Telegram says it was written (seconds since 1970); None for a tap, which carries no moment of its own."""
    kind = kind_of(update)
    if kind is None or kind == "callback_query":
        return None
    date = as_object(update.get(kind)).get("edit_date" if kind == "edited_message" else "date")
    return float(date) if isinstance(date, int) else None


def counts_as_act(kept: Json) -> bool:
    """Whether a person did this by hand: only such updates can be a flood. Comings, goings and moves never are."""
    message = as_object(kept.get("message", {}))
    return "my_chat_member" not in kept and "chat_member" not in kept and not is_service(message)


def is_service(message: Json) -> bool:
    """Whether Telegram itself wrote this message: someone came or left, or the group moved."""
    return any(key in message for key in (*MOVES, *CREATED, "new_chat_members", "left_chat_member"))


def as_object(value: object) -> Json:
    """A JSON object, or Unusable."""
    if not isinstance(value, dict):
        raise Unusable("an object was expected")
    return value


def as_number(value: object) -> int:
    """A whole number that fits in a column, or Unusable."""
    if not isinstance(value, int) or isinstance(value, bool) or not -LIMIT <= value < LIMIT:
        raise Unusable("a number was expected")
    return value
