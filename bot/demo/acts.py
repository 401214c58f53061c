"""What people do in their Telegram app, and which updates the bot gets of it."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from bot.demo.markup import tidy, units
from bot.demo.membership import add_bot, unblock
from bot.demo.model import (
    BotStatus,
    Chat,
    ChatKind,
    InlineKeyboard,
    JsonObject,
    Message,
    MessageKind,
    NotPossible,
    Press,
)
from bot.demo.samples import picture_bytes, voice_bytes
from bot.demo.wire import message_json, user_json
from bot.demo.world import World

LONGEST_TEXT = 4096
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def _place(world: World, user_id: int, chat_id: int) -> Chat:
    """The chat this person may write in now."""
    user = world.user(user_id)
    if chat_id == user_id:
        if not user.started:
            raise NotPossible(f"{user.first_name} must press Start first")
        if user.blocked:
            raise NotPossible(f"{user.first_name} blocked the bot and must unblock it first")
        return world.private_chat(user_id)
    chat = world.chat(chat_id)
    if user_id not in chat.members:
        raise NotPossible(f"{user.first_name} is not in chat {chat_id}")
    if chat.migrated_to is not None:
        raise NotPossible(f"chat {chat_id} became {chat.migrated_to}")
    return chat


def _deliver(world: World, message: Message, kind: str = "message") -> Message:
    if world.bot_sees(message):
        world.updates.add(kind, message_json(world, message))
    return message


def write(world: World, user_id: int, chat_id: int, text: str, *, reply_to: int | None = None) -> Message:
    """Someone sends a text; long texts are cut in several messages, as the apps do. Returns the last."""
    chat = _place(world, user_id, chat_id)
    if reply_to is not None:
        world.message(chat_id, reply_to)
    pieces = _pieces(text)
    if not pieces:
        raise NotPossible("an empty message can't be sent")
    sent: list[Message] = []
    for piece in pieces:
        body, entities = tidy(piece)
        sent.append(_deliver(world, world.post(chat, user_id, text=body, entities=entities, reply_to=reply_to)))
    return sent[-1]


def _pieces(text: str) -> list[str]:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotPossible("that text is no valid Unicode") from None
    pieces: list[str] = []
    rest = text.strip()
    while rest:
        cut = len(rest)
        while units(rest[:cut]) > LONGEST_TEXT:
            cut = min(cut - 1, LONGEST_TEXT)
        pieces.append(rest[:cut])
        rest = rest[cut:].strip()
    return pieces


def send_file(
    world: World,
    user_id: int,
    chat_id: int,
    kind: MessageKind,
    *,
    seconds: int = 3,
    caption: str = "",
    emoji: str = "👍",
    name: str = "verslag.pdf",
    data: bytes | None = None,
    reply_to: int | None = None,
) -> Message:
    """Someone sends a voice note, photo, sticker or document; without `data` a small sample goes."""
    chat = _place(world, user_id, chat_id)
    match kind:
        case MessageKind.VOICE:
            content = voice_bytes(seconds) if data is None else data
            file = world.add_file(kind, content, seconds=seconds)
        case MessageKind.STICKER:
            file = world.add_file(kind, picture_bytes() if data is None else data, emoji=emoji)
        case MessageKind.PHOTO:
            file = world.add_file(kind, picture_bytes() if data is None else data)
        case _:
            content = b"%PDF-1.4\n%%EOF\n" if data is None else data
            file = world.add_file(kind, content, name=name, mime="application/pdf")
    text, entities = tidy(caption)
    message = world.post(chat, user_id, kind, text=text, entities=entities, file=file, reply_to=reply_to)
    return _deliver(world, message)


def send_contact(world: World, user_id: int, chat_id: int) -> Message:
    """Someone shares their own contact."""
    contact: JsonObject = {
        "phone_number": "31600000000",
        "first_name": world.user(user_id).first_name,
        "user_id": user_id,
    }
    chat = _place(world, user_id, chat_id)
    return _deliver(world, world.post(chat, user_id, MessageKind.CONTACT, extra={"contact": contact}))


def send_location(world: World, user_id: int, chat_id: int) -> Message:
    """Someone shares a place."""
    place: JsonObject = {"latitude": 52.0907, "longitude": 5.1214}
    chat = _place(world, user_id, chat_id)
    return _deliver(world, world.post(chat, user_id, MessageKind.LOCATION, extra={"location": place}))


def forward(world: World, user_id: int, chat_id: int, text: str) -> Message:
    """Someone forwards a message of a person who hides their account."""
    chat = _place(world, user_id, chat_id)
    body, entities = tidy(text)
    if not body:
        raise NotPossible("an empty message can't be sent")
    origin: JsonObject = {"type": "hidden_user", "date": world.stamp(), "sender_user_name": "Iemand anders"}
    message = world.post(chat, user_id, text=body, entities=entities, extra={"forward_origin": origin})
    message.forwarded = True
    return _deliver(world, message)


def edit(world: World, user_id: int, chat_id: int, message_id: int, text: str) -> Message:
    """Someone changes their own text or caption."""
    _place(world, user_id, chat_id)
    message = world.message(chat_id, message_id)
    if message.sender != user_id or message.kind is MessageKind.SERVICE or message.forwarded:
        raise NotPossible("people can only edit their own messages")
    body, entities = tidy(text)
    if not body or units(body) > LONGEST_TEXT:
        raise NotPossible("the new text must have 1 to 4096 characters")
    message.text, message.entities = body, entities
    world.edited(message)
    return _deliver(world, message, "edited_message")


def take_back(world: World, user_id: int, chat_id: int, message_id: int) -> None:
    """Someone deletes their own message for everyone; the bot is not told, as in the real Telegram."""
    _place(world, user_id, chat_id)
    message = world.message(chat_id, message_id)
    if message.sender != user_id:
        raise NotPossible("people can only delete their own messages")
    world.delete(message)


def start(world: World, user_id: int, payload: str = "") -> Message:
    """Someone opens the private chat and presses Start, perhaps through a link; unblocks if needed."""
    if world.user(user_id).blocked:
        unblock(world, user_id)
    world.private_chat(user_id)
    return write(world, user_id, user_id, f"/start {payload}".strip())


def follow(world: World, user_id: int, url: str, group_id: int | None = None) -> int:
    """Someone follows a link to the bot; returns the chat they end up in.

    `?start=` opens the private chat; `?startgroup=` puts the bot in the group they choose (`group_id`).
    """
    query = _bot_link(world, url)
    payload = query.get("start", query.get("startgroup", [""]))[0]
    if payload and not _PAYLOAD.fullmatch(payload):
        raise NotPossible("a start payload has 1 to 64 characters of A-Za-z0-9_-")
    if "startgroup" not in query:
        start(world, user_id, payload)
        return user_id
    if group_id is None:
        raise NotPossible("choose a group for this link")
    if not world.chat(group_id).bot.inside:
        add_bot(world, group_id, user_id)
    write(world, user_id, group_id, f"/start@{world.username} {payload}".strip())
    return group_id


def _bot_link(world: World, url: str) -> dict[str, list[str]]:
    parts = urlsplit(url if "://" in url else f"https://{url}")
    query = parse_qs(parts.query, keep_blank_values=True)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", [""])[0]
    elif parts.netloc.lower() in {"t.me", "telegram.me"}:
        name = parts.path.strip("/")
    else:
        raise NotPossible(f"{url} is no link to a Telegram chat")
    if name.lower() != world.username.lower():
        raise NotPossible(f"{url} is not a link to @{world.username}")
    return query


def is_bot_link(world: World, url: str) -> bool:
    """Whether this is a link that opens the bot, the only kind an answer to a press may carry."""
    try:
        return bool({"start", "startgroup"} & set(_bot_link(world, url)))
    except (NotPossible, ValueError):
        return False


def tap(world: World, user_id: int, chat_id: int, message_id: int, data: str) -> Press:
    """Someone presses an inline button with this data; the data may be forged, the server does not check.

    A press under a deleted message is possible too: the app of the presser may not know yet.
    """
    chat = _place(world, user_id, chat_id)
    message = chat.messages.get(message_id)
    if message is None or message.sender != world.bot_id:
        raise NotPossible(f"message {message_id} in chat {chat_id} has no buttons of the bot")
    if chat.kind is not ChatKind.PRIVATE and chat.bot in (BotStatus.LEFT, BotStatus.KICKED):
        raise NotPossible("the bot is no longer in this chat")
    press = world.add_press(user_id, message)
    world.updates.add(
        "callback_query",
        {
            "id": press.id,
            "from": user_json(world, user_id),
            "message": message_json(world, message),
            "chat_instance": str(-(7_000_000_000_000_000 + abs(chat_id))),
            "data": data,
        },
    )
    return press


def button_of(world: World, chat_id: int, message_id: int, row: int, col: int) -> tuple[str | None, str | None]:
    """The data and the address of the button at this place; one of both is None."""
    markup = world.message(chat_id, message_id).markup
    if not isinstance(markup, InlineKeyboard):
        raise NotPossible(f"message {message_id} has no buttons")
    if not (0 <= row < len(markup.rows) and 0 <= col < len(markup.rows[row])):
        raise NotPossible(f"message {message_id} has no button at row {row}, column {col}")
    button = markup.rows[row][col]
    return button.data, button.url
