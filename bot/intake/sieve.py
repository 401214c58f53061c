"""What of an update may be stored: only what is addressed to the bot, and of a stranger no words (decision 0003).

Built up field by field from what handlers use, so that whatever Telegram adds one day is left out by itself.
"""

import re
from functools import lru_cache

from bot import typed
from bot.intake.shape import CREATED, MOVES, Json, as_number, as_object, is_service, kind_of

LONGEST_TEXT = 20_000  # Telegram's own limit is 4096; beyond this nobody is typing
_ANONYMOUS = frozenset(
    {1087968824, 136817688}
)  # anonymous admin, "send as channel": bots by name only (docs/explanation/telegram.md)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_DATA = re.compile(r"[A-Za-z0-9_:.-]{1,64}")


def what_may_be_stored(
    update: Json, *, consented: bool, bot_username: str, bot_id: int, control_labels: frozenset[str]
) -> Json | None:
    """What is left of an update, in Telegram's own shape; None when nothing may be stored.

    Of a person who has not consented only ids, the kind, and a command (with its token) or one of our own labels,
    in our spelling. Raises Unusable for what is no update.
    """
    kind = kind_of(update)
    if kind is None:
        return None
    content = as_object(update.get(kind))
    kept: Json | None
    match kind:
        case "message" | "edited_message":
            kept = _message(content, kind, consented, bot_username, bot_id, control_labels)
        case "callback_query":
            kept = _tap(content, consented)
        case _:
            kept = _change(content)
    return None if kept is None else {"update_id": as_number(update.get("update_id")), kind: kept}


# ------------------------------------------------------------ messages


def _message(
    message: Json, kind: str, consented: bool, username: str, bot_id: int, labels: frozenset[str]
) -> Json | None:
    chat = as_object(message.get("chat"))
    private = chat.get("type") == "private"
    kept = _frame(message, consented)
    if not private and chat.get("type") not in ("group", "supergroup"):
        return None  # a channel
    if is_service(message):
        return kept | _service(message) if kind == "message" else None
    sender = as_object(message.get("from", {}))
    if sender.get("is_bot") is True and sender.get("id") not in _ANONYMOUS:
        return None
    if "sender_chat" in message:
        kept["sender_chat"] = _chat(as_object(message["sender_chat"]))
        consented = False  # nobody stands behind it by name
    if kind == "edited_message":
        # An edit changes nothing; its writer is told how to change an answer. A live location edits itself.
        return kept if private and "location" not in message else None
    command = _command(message, username)
    if not private and command is None and not _replies_to(message, bot_id):
        return None  # people talking to each other
    if command is not None:
        return kept | _said_command(command, message, consented)
    if "forward_origin" in message or "forward_date" in message or "via_bot" in message:
        # someone else's words: that it was forwarded is all we keep
        kept["forward_origin"] = {"type": "hidden_user", "date": kept["date"], "sender_user_name": ""}
        return kept
    return kept | _content(message, consented and private, labels if private else frozenset())


def _frame(message: Json, consented: bool) -> Json:
    """Where, when and who, of any message."""
    kept: Json = {
        "message_id": as_number(message.get("message_id")),
        "date": as_number(message.get("date")),
        "chat": _chat(as_object(message.get("chat"))),
    }
    if "from" in message:
        kept["from"] = _user(as_object(message["from"]), named=consented)
    if isinstance(message.get("message_thread_id"), int):
        kept["message_thread_id"] = message["message_thread_id"]
    if isinstance(message.get("edit_date"), int):
        kept["edit_date"] = message["edit_date"]
    if isinstance(message.get("reply_to_message"), dict):
        reply = as_object(message["reply_to_message"])
        kept["reply_to_message"] = _pointer(reply)
    return kept


def _service(message: Json) -> Json:
    kept: Json = {key: as_number(message[key]) for key in MOVES if key in message}
    kept |= {key: True for key in CREATED if key in message}
    if "new_chat_members" in message:
        members = message["new_chat_members"]
        kept["new_chat_members"] = [
            _user(as_object(one), named=False) for one in (members if isinstance(members, list) else [])
        ]
    if "left_chat_member" in message:
        kept["left_chat_member"] = _user(as_object(message["left_chat_member"]), named=False)
    return kept


def _command(message: Json, username: str) -> tuple[str, int] | None:
    """The command this message opens with and its length, when it is addressed to us or to nobody."""
    text = message.get("text")
    entities = message.get("entities")
    if not isinstance(text, str) or not isinstance(entities, list):
        return None
    for one in entities:
        entity = as_object(one)
        length = entity.get("length")
        if entity.get("type") == "bot_command" and entity.get("offset") == 0 and isinstance(length, int):
            command = text[:length]  # commands are ASCII: characters and UTF-16 units are the same
            _, _, bot = command.partition("@")
            ours = not bot or bot.casefold() == username.casefold()
            return (command, length) if ours else None
    return None


def _said_command(command: tuple[str, int], message: Json, consented: bool) -> Json:
    name, length = command
    rest = str(message["text"])[length:]
    if not consented:
        payload = rest.strip()
        is_start = name[1:].partition("@")[0].casefold() == "start"
        rest = f" {payload}" if is_start and _PAYLOAD.fullmatch(payload) else ""
    return {
        "text": typed.whole(name + rest)[:LONGEST_TEXT],
        "entities": [{"type": "bot_command", "offset": 0, "length": length}],
    }


def _replies_to(message: Json, bot_id: int) -> bool:
    reply = message.get("reply_to_message")
    if not isinstance(reply, dict):
        return False
    if reply.get("message_id") == message.get("message_thread_id"):
        return False  # in a topic every message "replies" to the message that opened it
    return bool(as_object(reply.get("from", {})).get("id") == bot_id)


def _content(message: Json, words: bool, labels: frozenset[str]) -> Json:
    """What was said. Without leave to keep words: one of our labels, or an empty text in place of any text."""
    text = message.get("text")
    if isinstance(text, str):
        if not words:
            return {"text": _own_spelling(labels).get(bare(text), "")}
        return {"text": typed.whole(text)[:LONGEST_TEXT]}
    if not words:
        return {}
    kept: Json = {}
    if isinstance(message.get("voice"), dict):
        kept["voice"] = _file(as_object(message["voice"]), "duration")
    photo = message.get("photo")
    if isinstance(photo, list) and photo:
        kept["photo"] = [_file(as_object(photo[-1]), "width", "height")]
    if kept and isinstance(message.get("caption"), str):
        kept["caption"] = typed.whole(str(message["caption"]))[:LONGEST_TEXT]
    if kept and isinstance(message.get("media_group_id"), str):
        kept["media_group_id"] = message["media_group_id"]
    return kept


def bare(text: str) -> str:
    """Letters and digits only, in lower case: how labels are compared, whatever emoji stand beside them."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@lru_cache(maxsize=8)
def _own_spelling(labels: frozenset[str]) -> dict[str, str]:
    return {bare(label): label for label in labels if bare(label)}


# ------------------------------------------------------------ taps and membership


def _tap(query: Json, consented: bool) -> Json:
    kept: Json = {
        "id": str(query.get("id")),
        "from": _user(as_object(query.get("from")), named=consented),
        "chat_instance": str(query.get("chat_instance", "")),
    }
    data = query.get("data")
    if isinstance(data, str) and _DATA.fullmatch(data):
        kept["data"] = data
    if query.get("message") is not None:
        kept["message"] = _pointer(as_object(query["message"]))
    return kept


def _change(change: Json) -> Json:
    return {
        "chat": _chat(as_object(change.get("chat"))),
        "from": _user(as_object(change.get("from")), named=False),
        "date": as_number(change.get("date")),
        "old_chat_member": _standing(as_object(change.get("old_chat_member"))),
        "new_chat_member": _standing(as_object(change.get("new_chat_member"))),
    }


def _standing(member: Json) -> Json:
    """Someone's status in a chat, with its rights, without any title they carry."""
    kept: Json = {key: value for key, value in member.items() if isinstance(value, bool | int)}
    return kept | {"status": str(member.get("status")), "user": _user(as_object(member.get("user")), named=False)}


# ------------------------------------------------------------ small parts


def _pointer(message: Json) -> Json:
    """Which message, without what it says."""
    kept: Json = {
        "message_id": as_number(message.get("message_id")),
        "date": as_number(message.get("date")),
        "chat": _chat(as_object(message.get("chat"))),
    }
    if "from" in message:
        kept["from"] = _user(as_object(message["from"]), named=False)
    return kept


def _chat(chat: Json) -> Json:
    """The chat without its title. That it is public shows by a username, whose name we do not keep."""
    kept: Json = {"id": as_number(chat.get("id")), "type": str(chat.get("type"))}
    if chat.get("username") and chat.get("type") != "private":
        kept["username"] = "openbaar"
    return kept


def _user(user: Json, *, named: bool) -> Json:
    kept: Json = {
        "id": as_number(user.get("id")),
        "is_bot": user.get("is_bot") is True,
        "first_name": typed.whole(str(user.get("first_name", ""))) if named else "",
    }
    language = user.get("language_code")
    if isinstance(language, str) and re.fullmatch(r"[A-Za-z-]{2,12}", language):
        kept["language_code"] = language
    return kept


def _file(file: Json, *numbers: str) -> Json:
    kept: Json = {
        "file_id": typed.whole(str(file.get("file_id"))),
        "file_unique_id": typed.whole(str(file.get("file_unique_id"))),
    }
    for key in (*numbers, "file_size"):
        if isinstance(file.get(key), int):
            kept[key] = file[key]
    return kept
