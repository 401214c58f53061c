"""The methods with which the bot changes what it said, and answers presses."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.acts import is_bot_link
from bot.demo.keyboards import read_markup
from bot.demo.markup import units
from bot.demo.model import (
    Answer,
    BotStatus,
    Chat,
    ChatKind,
    InlineKeyboard,
    Json,
    JsonObject,
    Message,
    MessageKind,
    bad_request,
)
from bot.demo.params import Params
from bot.demo.sending import LONGEST_TEXT, known_chat, must_be_inside, reachable_chat, read_text
from bot.demo.updates import PRESS_LIFE
from bot.demo.wire import message_json
from bot.demo.world import World

DELETE_WITHIN = timedelta(hours=48)
LONGEST_ANSWER = 200
_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def _chat_with_old_messages(world: World, params: Params) -> Chat:
    """The chat; one that became a supergroup still has its old messages, which may be edited and deleted."""
    chat = known_chat(world, params)
    if chat.migrated_to is not None:
        must_be_inside(chat)
        return chat
    return reachable_chat(world, params)


def _own_message(world: World, params: Params) -> Message:
    if params.text("inline_message_id") is not None:
        raise bad_request("inline messages are not offered by the demo server")
    if params.number("message_id") is None:
        raise bad_request("message identifier is not specified")
    if "chat_id" not in params.values:
        raise bad_request("chat_id is empty")
    chat = _chat_with_old_messages(world, params)
    message = chat.messages.get(params.number("message_id") or 0)
    if message is None or message.deleted:
        raise bad_request("message to edit not found")
    if message.sender != world.bot_id or message.kind is MessageKind.SERVICE:
        raise bad_request("message can't be edited")
    # Bot API documentation, "Updating messages": only messages without reply_markup or with an
    # inline keyboard can be edited.
    if message.markup is not None and not isinstance(message.markup, InlineKeyboard):
        raise bad_request("message can't be edited")
    return message


def _inline_markup(params: Params) -> InlineKeyboard | None:
    markup = read_markup(params.json("reply_markup"))
    if markup is not None and not isinstance(markup, InlineKeyboard):
        raise bad_request("inline keyboard expected")
    return markup


def edit_message_text(world: World, params: Params) -> JsonObject:
    """editMessageText; a keyboard that is not passed again disappears."""
    message = _own_message(world, params)
    if message.kind is not MessageKind.TEXT:
        raise bad_request("there is no text in the message to edit")
    text, entities = read_text(params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    markup = _inline_markup(params)
    if (text, entities, markup) == (message.text, message.entities, message.markup):
        raise bad_request(_UNCHANGED)
    message.text, message.entities, message.markup = text, entities, markup
    world.edited(message)
    return message_json(world, message)


def edit_message_reply_markup(world: World, params: Params) -> JsonObject:
    """editMessageReplyMarkup; without `reply_markup` the buttons go."""
    message = _own_message(world, params)
    markup = _inline_markup(params)
    if markup == message.markup:
        raise bad_request(_UNCHANGED)
    message.markup = markup
    world.edited(message)
    return message_json(world, message)


def delete_message(world: World, params: Params) -> Json:
    """deleteMessage, within 48 hours of the message's date on the world's clock.

    Source: Bot API documentation, deleteMessage.
    """
    chat = _chat_with_old_messages(world, params)
    message = chat.messages.get(params.number("message_id") or 0)
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    if world.stamp() - message.date > DELETE_WITHIN.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    mine = message.sender == world.bot_id
    if chat.kind is not ChatKind.PRIVATE and not mine and chat.bot is not BotStatus.ADMINISTRATOR:
        raise bad_request("message can't be deleted")
    world.delete(message)
    return True


def answer_callback_query(world: World, params: Params) -> Json:
    """answerCallbackQuery: once, and only while the press lives."""
    text, url = params.text("text"), params.text("url")
    if text is not None and units(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not is_bot_link(world, url):
        raise bad_request("URL_INVALID")
    press = world.presses.get(params.text("callback_query_id") or "")
    if press is None or press.answer is not None or world.real() - press.at > PRESS_LIFE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.answer_press(press, Answer(text=text or None, show_alert=params.flag("show_alert"), url=url or None))
    return True
