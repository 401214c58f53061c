"""One part over HTTP, with the gate asked once more directly before it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, assert_never

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot import markup
from bot.delivery.errors import Action, Verdict, verdict
from bot.delivery.parts import (
    BarePart,
    BoardPart,
    DocumentPart,
    EditPart,
    InlineButtons,
    Keyboard,
    LeavePart,
    Markup,
    NoKeyboard,
    Part,
    PhotoPart,
    PicturePart,
    TextPart,
    VoicePart,
    WithdrawPart,
)
from bot.reports.pictures import draw, printed

log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_Keys: TypeAlias = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """Telegram has it. `message_id`: of a new message."""

    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class NotNow:
    """The gate closed while it was on its way; nothing was sent."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Grew:
    """More people than was told, or nobody knows how many (None); nothing was sent."""

    count: int | None


@dataclass(frozen=True, slots=True)
class Failed:
    """What Telegram or the network said."""

    verdict: Verdict


Outcome: TypeAlias = Arrived | NotNow | Grew | Failed


async def count_people(bot: Bot, chat_id: int) -> int | Verdict:
    """How many people are in the group: Telegram's number without the bot itself."""
    try:
        return max(await bot.get_chat_member_count(chat_id) - 1, 0)
    except Exception as error:
        return verdict(error)


async def send(bot: Bot, chat_id: int, part: Part) -> Arrived | Failed:
    """One request, or a second one where the first surely changed nothing: without markup, or as a new message."""
    outcome = await _try(bot, chat_id, part, rich=True)
    if isinstance(outcome, Failed) and outcome.verdict.action is Action.PLAIN:
        log.error("alarm: Telegram can't parse our markup; sent without")
        outcome = await _try(bot, chat_id, part, rich=False)
    return outcome


async def _try(bot: Bot, chat_id: int, part: Part, *, rich: bool) -> Arrived | Failed:
    try:
        return await _request(bot, chat_id, part, rich)
    except Exception as error:
        said = verdict(error)
        if said.action is Action.DONE:
            return Arrived(part.message_id if isinstance(part, EditPart) else None)
        return Failed(said)


async def _request(bot: Bot, chat_id: int, part: Part, rich: bool) -> Arrived:
    mode = ParseMode.HTML if rich else None
    match part:
        case TextPart() | BoardPart():
            sent: Message = await bot.send_message(
                chat_id,
                part.html if rich else markup.plain(part.html),
                parse_mode=mode,
                reply_markup=_keys(part.markup),
                protect_content=True if isinstance(part, TextPart) and part.protect else None,
                link_preview_options=_NO_PREVIEW,
            )
            return Arrived(sent.message_id)
        case VoicePart() | PhotoPart():
            sent = await (bot.send_voice if isinstance(part, VoicePart) else bot.send_photo)(
                chat_id,
                part.file_id,
                caption=part.caption if rich else markup.plain(part.caption),
                parse_mode=mode,
                protect_content=True,
            )
            return Arrived(sent.message_id)
        case DocumentPart():
            sent = await bot.send_document(
                chat_id,
                part.body,
                filename=part.name,
                caption=part.caption if rich else markup.plain(part.caption),
                parse_mode=mode,
            )
            return Arrived(sent.message_id)
        case PicturePart():
            return await _picture(bot, chat_id, part, rich)
        case EditPart():
            keys = _keys(part.markup)
            assert keys is None or isinstance(keys, InlineKeyboardMarkup)
            await bot.edit_message_text(
                part.html if rich else markup.plain(part.html),
                chat_id=part.chat_id,
                message_id=part.message_id,
                parse_mode=mode,
                reply_markup=keys,  # left out, Telegram would take the buttons away
                link_preview_options=_NO_PREVIEW,
            )
            return Arrived(part.message_id)
        case BarePart():
            await bot.edit_message_reply_markup(chat_id=part.chat_id, message_id=part.message_id, reply_markup=None)
            return Arrived()
        case WithdrawPart():
            await _withdraw(bot, part)
            return Arrived()
        case LeavePart():
            await bot.leave_chat(chat_id)
            return Arrived()
        case _:
            assert_never(part)


async def _picture(bot: Bot, chat_id: int, part: PicturePart, rich: bool) -> Arrived:
    """Drawn beside the event loop; what can't be drawn, or may not be sent there, is said in words."""
    text, mode = part.caption if rich else markup.plain(part.caption), ParseMode.HTML if rich else None
    keys, protect = _keys(part.markup), part.protect or None
    try:
        drawn = await asyncio.to_thread(printed if part.file else draw, part.picture)
    except Exception as error:
        log.error("alarm: a picture can't be drawn (%s); sent in words", type(error).__name__)
        sent = await bot.send_message(chat_id, text, parse_mode=mode, reply_markup=keys, protect_content=protect)
        return Arrived(sent.message_id)
    try:
        if part.file:
            sent = await bot.send_document(chat_id, drawn, filename=part.file, caption=text, parse_mode=mode)
        else:
            sent = await bot.send_photo(
                chat_id,
                drawn,
                filename=f"{part.picture.name}.png",
                caption=text,
                parse_mode=mode,
                reply_markup=keys,
                protect_content=protect,
            )
    except BadRequest as error:
        if verdict(error).action is Action.PLAIN:
            raise
        log.warning("a picture may not be sent here; sent in words")
        sent = await bot.send_message(chat_id, text, parse_mode=mode, reply_markup=keys, protect_content=protect)
    return Arrived(sent.message_id)


async def _withdraw(bot: Bot, part: WithdrawPart) -> None:
    """A text is changed; a voice note or photo is deleted, or where that is no longer possible its caption is."""
    chat, message = part.chat_id, part.message_id
    ways: tuple[Callable[[], Awaitable[object]], ...] = (
        lambda: bot.edit_message_text(part.html, chat_id=chat, message_id=message, parse_mode=ParseMode.HTML),
        lambda: bot.delete_message(chat, message),
        lambda: bot.edit_message_caption(chat, message, caption=part.html, parse_mode=ParseMode.HTML),
    )
    for way in ways[:-1]:
        try:
            await way()
            return
        except Exception as error:
            if verdict(error).action is not Action.NO_TEXT:
                raise
    await ways[-1]()


def _keys(wanted: Markup | None) -> _Keys:
    match wanted:
        case None:
            return None
        case NoKeyboard():
            return ReplyKeyboardRemove()
        case Keyboard(rows=rows, placeholder=placeholder):
            return ReplyKeyboardMarkup(rows, resize_keyboard=True, input_field_placeholder=placeholder)
        case InlineButtons(rows=buttons):
            return InlineKeyboardMarkup(
                [[InlineKeyboardButton(b.text, callback_data=b.token, url=b.url) for b in row] for row in buttons]
            )
        case _:
            assert_never(wanted)
