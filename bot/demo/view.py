"""The world as the page and the tests see it: plain JSON and a readable transcript, in Dutch."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.model import (
    Button,
    Chat,
    ChatKind,
    ForceReply,
    InlineKeyboard,
    Json,
    JsonObject,
    Message,
    MessageKind,
    RemoveKeyboard,
    ReplyKeyboard,
)
from bot.demo.safe_html import safe_html
from bot.demo.wire import user_json
from bot.demo.world import World

ZONE = ZoneInfo("Europe/Amsterdam")
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
_KINDS = {
    MessageKind.VOICE: "🎤 spraakbericht",
    MessageKind.PHOTO: "📷 foto",
    MessageKind.STICKER: "sticker",
    MessageKind.DOCUMENT: "📄 document",
    MessageKind.CONTACT: "contactgegevens",
    MessageKind.LOCATION: "plaats op de kaart",
}


def clock_view(world: World) -> JsonObject:
    """The world's clock: offset in whole seconds, the moment, and the moment in words (Dutch time)."""
    now = world.now().astimezone(ZONE)
    words = f"{_DAYS[now.weekday()]} {now.day} {_MONTHS[now.month - 1]} {now.year}, {now:%H:%M}"
    return {"offset": int(world.offset.total_seconds()), "now": now.isoformat(), "now_text": words}


def state_view(world: World) -> JsonObject:
    """Everything there is: bot, clock, people, chats and messages."""
    users: list[Json] = [
        {
            "id": user.id,
            "first_name": user.first_name,
            "language_code": user.language_code,
            "blocked": user.blocked,
            "started": user.started,
        }
        for user in world.users.values()
    ]
    chats: list[Json] = [chat_view(chat) for chat in world.chats.values()]
    messages: JsonObject = {str(chat.id): messages_view(world, chat) for chat in world.chats.values()}
    bot: JsonObject = {"id": world.bot_id, "username": world.username, "first_name": world.first_name}
    return {"bot": bot, "clock": clock_view(world), "users": users, "chats": chats, "messages": messages}


def chat_view(chat: Chat) -> JsonObject:
    """A chat without its messages."""
    members: list[Json] = list(chat.members)
    return {
        "id": chat.id,
        "type": chat.kind.value,
        "title": chat.title,
        "members": members,
        "bot_in": chat.kind is ChatKind.PRIVATE or chat.bot.inside,
        "bot_admin": chat.bot.value == "administrator",
        "migrated_to": chat.migrated_to,
    }


def messages_view(world: World, chat: Chat, after: int = 0) -> list[Json]:
    """The messages of a chat with a number above `after`, oldest first."""
    return [message_view(world, message) for message in chat.messages.values() if message.message_id > after]


def message_view(world: World, message: Message) -> JsonObject:
    """One message as a phone shows it; a deleted one without its content."""
    shown = "" if message.deleted else words(world, message)
    entities = () if message.deleted else message.entities
    captioned = message.kind not in (MessageKind.TEXT, MessageKind.SERVICE)
    view: JsonObject = {
        "message_id": message.message_id,
        "chat_id": message.chat_id,
        "from": _sender(world, message),
        "date": datetime.fromtimestamp(message.date, ZONE).isoformat(),
        "text": None if captioned else shown,
        "caption": shown if captioned else None,
        "html": safe_html(shown, entities),
        "kind": message.kind.value,
        "reply_to": message.reply_to,
        "edited": message.edited_at is not None,
        "protected": message.protected,
        "deleted": message.deleted,
        "forwarded": message.forwarded,
    }
    return view | _file_view(message) | _keyboard_view(message)


def _sender(world: World, message: Message) -> JsonObject:
    sender = user_json(world, message.sender)
    return {key: sender[key] for key in ("id", "first_name", "is_bot")}


def _file_view(message: Message) -> JsonObject:
    file = message.file
    if file is None or message.deleted:
        return {"file": None}
    return {
        "file": {
            "url": f"/demo/file/{file.file_id}",
            "mime": file.mime,
            "name": file.name,
            "seconds": file.seconds,
            "emoji": file.emoji,
            "size": len(file.data),
        }
    }


def _keyboard_view(message: Message) -> JsonObject:
    view: JsonObject = {
        "inline_keyboard": None,
        "reply_keyboard": None,
        "placeholder": None,
        "one_time": False,
    }
    match None if message.deleted else message.markup:
        case InlineKeyboard(rows=rows):
            view["inline_keyboard"] = [[_button_view(button) for button in row] for row in rows]
        case ReplyKeyboard(rows=labels, placeholder=placeholder, one_time=one_time):
            view |= {"placeholder": placeholder, "one_time": one_time}
            view["reply_keyboard"] = [[label for label in row] for row in labels]
        case RemoveKeyboard():
            view["reply_keyboard"] = "remove"
        case ForceReply(placeholder=placeholder):
            view["placeholder"] = placeholder or ""
        case None:
            pass
    return view


def _button_view(button: Button) -> JsonObject:
    if button.url is not None:
        return {"text": button.text, "url": button.url}
    if button.data is not None:
        return {"text": button.text, "callback": True}
    return {"text": button.text, "copy": button.copy}


def words(world: World, message: Message) -> str:
    """The text or caption; for a service message what Telegram says in its place."""
    if message.kind is not MessageKind.SERVICE:
        return message.text
    who = _name(world, message.sender)
    match message.extra:
        case {"new_chat_members": [{"id": int(newcomer)}]}:
            return f"{who} doet nu mee" if newcomer == message.sender else f"{who} voegt {_name(world, newcomer)} toe"
        case {"left_chat_member": {"id": int(gone)}}:
            return f"{who} gaat weg" if gone == message.sender else f"{who} verwijdert {_name(world, gone)}"
        case {"migrate_to_chat_id": _}:
            return "Deze groep wordt een supergroep"
        case {"migrate_from_chat_id": _}:
            return "Deze groep is nu een supergroep"
        case _:
            return ""


def _name(world: World, user_id: int) -> str:
    return world.first_name if user_id == world.bot_id else world.user(user_id).first_name


def transcript(world: World, chat: Chat) -> str:
    """The chat to read: a line per message, buttons between brackets; ends with a line end."""
    lines = [_line(world, message) for message in chat.messages.values()]
    return "".join(f"{line}\n" for line in lines)


def _line(world: World, message: Message) -> str:
    at = datetime.fromtimestamp(message.date, ZONE)
    start = f"{at:%d-%m %H:%M} "
    if message.deleted:
        return f"{start}{_name(world, message.sender)}: (verwijderd)"
    said = words(world, message)
    if message.kind is MessageKind.SERVICE:
        return f"{start}— {said}"
    if message.kind in _KINDS:
        said = f"({_KINDS[message.kind]}) {said}".rstrip()
    parts = [f"{start}{_name(world, message.sender)}: {said}"]
    match message.markup:
        case InlineKeyboard(rows=rows):
            parts += ["   " + " ".join(f"[{button.text}]" for button in row) for row in rows]
        case ReplyKeyboard(rows=labels):
            parts += ["   " + " ".join(f"<{label}>" for label in row) for row in labels]
        case _:
            pass
    return "\n".join(parts) + (" (bewerkt)" if message.edited_at is not None else "")
