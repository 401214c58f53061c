"""The methods with which the bot says something: text, voice, photo, document."""

from __future__ import annotations

from bot.demo.keyboards import read_markup
from bot.demo.markup import given_entities, parse_html, tidy, units
from bot.demo.model import (
    ApiError,
    BotStatus,
    Chat,
    ChatKind,
    Entity,
    JsonObject,
    MessageKind,
    StoredFile,
    bad_request,
)
from bot.demo.params import Params, Upload
from bot.demo.wire import message_json
from bot.demo.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_UPLOAD = 50 << 20
_MIGRATED = "Bad Request: group chat was upgraded to a supergroup chat"


def known_chat(world: World, params: Params) -> Chat:
    """The chat of `chat_id`, whether the bot may write there or not; raises "chat not found"."""
    chat_id = params.number("chat_id")
    chat = world.chats.get(chat_id) if chat_id is not None else None
    if chat is None and (name := params.text("chat_id")):
        chat = next((c for c in world.chats.values() if c.username and f"@{c.username}" == name), None)
    if chat is None and chat_id in world.users and not world.users[chat_id].started:
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
    if chat is None or (chat.kind is not ChatKind.PRIVATE and not chat.known_to_bot):
        raise bad_request("chat not found")
    return chat


def reachable_chat(world: World, params: Params) -> Chat:
    """The chat of `chat_id` when the bot may write there; raises Telegram's reason when not."""
    chat = known_chat(world, params)
    if chat.migrated_to is not None:
        raise ApiError(400, _MIGRATED, {"migrate_to_chat_id": chat.migrated_to})
    if chat.kind is ChatKind.PRIVATE:
        if world.users[chat.id].blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat
    must_be_inside(chat)
    return chat


def must_be_inside(chat: Chat) -> None:
    """Raises 403 when the bot is no member of this group."""
    if chat.bot is BotStatus.KICKED:
        raise ApiError(403, f"Forbidden: bot was kicked from the {chat.kind} chat")
    if chat.bot is BotStatus.LEFT:
        raise ApiError(403, f"Forbidden: bot is not a member of the {chat.kind} chat")


def read_text(params: Params, name: str, entities: str) -> tuple[str, tuple[Entity, ...]]:
    """The text or caption with its marks, after parsing."""
    source = params.text(name) or ""
    mode = (params.text("parse_mode") or "").lower()
    given = params.json(entities)
    if mode == "html":
        return parse_html(source)
    if mode:
        raise bad_request(
            "unsupported parse_mode" if mode not in {"markdown", "markdownv2"} else "the demo server reads HTML only"
        )
    return given_entities(source, given) if given is not None else tidy(source)


def _reply_target(world: World, chat: Chat, params: Params) -> int | None:
    given = params.json("reply_parameters")
    if given is None:
        return None
    if not isinstance(given, dict) or not isinstance(target := given.get("message_id"), int):
        raise bad_request("can't parse reply parameters: Can't find field \"message_id\"")
    if given.get("chat_id", chat.id) != chat.id:
        raise bad_request("replies to another chat are not offered by the demo server")
    message = chat.messages.get(target)
    if message is None or message.deleted:
        if given.get("allow_sending_without_reply") is True:
            return None
        raise bad_request("message to be replied not found")
    quote = given.get("quote")
    if isinstance(quote, str) and quote not in message.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return target


def _send(world: World, chat: Chat, params: Params, kind: MessageKind, file: StoredFile | None) -> JsonObject:
    if file is None:
        text, entities = read_text(params, "text", "entities")
        if not text:
            raise bad_request("message text is empty")
        if units(text) > LONGEST_TEXT:
            raise bad_request("message is too long")
    else:
        text, entities = read_text(params, "caption", "caption_entities")
        if units(text) > LONGEST_CAPTION:
            raise bad_request("message caption is too long")
    if params.number("message_thread_id") is not None:
        raise bad_request("message thread not found")
    markup = read_markup(params.json("reply_markup"))
    message = world.post(
        chat,
        world.bot_id,
        kind,
        text=text,
        entities=entities,
        file=file,
        reply_to=_reply_target(world, chat, params),
        markup=markup,
        protected=params.flag("protect_content"),
    )
    return message_json(world, message)


def send_message(world: World, params: Params) -> JsonObject:
    """sendMessage."""
    return _send(world, reachable_chat(world, params), params, MessageKind.TEXT, None)


def send_voice(world: World, params: Params) -> JsonObject:
    """sendVoice."""
    chat = reachable_chat(world, params)
    return _send(world, chat, params, MessageKind.VOICE, _file(world, params, MessageKind.VOICE))


def send_photo(world: World, params: Params) -> JsonObject:
    """sendPhoto."""
    chat = reachable_chat(world, params)
    return _send(world, chat, params, MessageKind.PHOTO, _file(world, params, MessageKind.PHOTO))


def send_document(world: World, params: Params) -> JsonObject:
    """sendDocument."""
    chat = reachable_chat(world, params)
    return _send(world, chat, params, MessageKind.DOCUMENT, _file(world, params, MessageKind.DOCUMENT))


def _file(world: World, params: Params, kind: MessageKind) -> StoredFile:
    """A stored file by its id, or the uploaded one."""
    given = params.file(kind.value)
    if isinstance(given, Upload):
        if not given.data:
            raise bad_request("file must be non-empty")
        if len(given.data) > LARGEST_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        seconds = params.number("duration") or 0
        name = given.name if kind is MessageKind.DOCUMENT else None
        mime = given.mime if kind is MessageKind.DOCUMENT else None
        return world.add_file(kind, given.data, name=name, mime=mime, seconds=seconds)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = world.files.get(given)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind is not kind:
        raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file
