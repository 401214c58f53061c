"""Keyboards as a bot sends them: read, measured against Telegram's limits, and written back."""

from __future__ import annotations

import re

from bot.demo.markup import units
from bot.demo.model import (
    Button,
    ForceReply,
    InlineKeyboard,
    Json,
    JsonObject,
    Markup,
    RemoveKeyboard,
    ReplyKeyboard,
    bad_request,
)

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
LONGEST_DATA = 64
LONGEST_PLACEHOLDER = 64
_ACTIONS = ("callback_data", "url", "copy_text")
_REPLY_BUTTON_FIELDS = frozenset({"text", "style", "icon_custom_emoji_id"})


def read_markup(given: Json) -> Markup | None:
    """The keyboard in a `reply_markup`; None for an empty one. Limits: telegram limits of keyboards."""
    if given is None:
        return None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    match given:
        case {"inline_keyboard": list(rows)}:
            return _inline(rows)
        case {"keyboard": list(rows)}:
            return _reply(rows, given)
        case {"remove_keyboard": True}:
            return RemoveKeyboard()
        case {"force_reply": True}:
            return ForceReply(placeholder=_placeholder(given))
        case _:
            raise bad_request("can't parse reply keyboard markup JSON object")


def _inline(rows: list[Json]) -> InlineKeyboard | None:
    read = tuple(tuple(_inline_button(item) for item in _row(row)) for row in rows if row != [])
    _measure([len(row) for row in read])
    return InlineKeyboard(rows=read) if read else None


def _row(row: Json) -> list[Json]:
    if not isinstance(row, list):
        raise bad_request("can't parse inline keyboard: expected an Array of Arrays of buttons")
    return row


def _measure(widths: list[int]) -> None:
    if sum(widths) > MOST_BUTTONS or max(widths, default=0) > MOST_IN_A_ROW:
        raise bad_request("reply markup is too long")


def _inline_button(item: Json) -> Button:
    if not isinstance(item, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    text = item.get("text")
    if not isinstance(text, str) or not text.strip():
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    actions = [name for name in _ACTIONS if name in item]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is allowed")
    value = item[actions[0]]
    match actions[0], value:
        case "callback_data", str():
            if not 1 <= len(value.encode("utf-8", "surrogatepass")) <= LONGEST_DATA:
                raise bad_request("BUTTON_DATA_INVALID")
            return Button(text=text, data=value)
        case "url", str():
            if not re.match(r"(https?://|tg://|t\.me/)\S", value):
                raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
            return Button(text=text, url=value)
        case "copy_text", {"text": str(copied)} if 1 <= len(copied) <= 256:
            return Button(text=text, copy=copied)
        case _:
            raise bad_request("can't parse inline keyboard button: wrong field type")


def _reply(rows: list[Json], given: JsonObject) -> ReplyKeyboard | None:
    read = tuple(tuple(_label(item) for item in _row(row)) for row in rows if row != [])
    _measure([len(row) for row in read])
    if not read:
        raise bad_request("reply keyboard is empty")
    return ReplyKeyboard(rows=read, placeholder=_placeholder(given), one_time=given.get("one_time_keyboard") is True)


def _label(item: Json) -> str:
    text = item.get("text") if isinstance(item, dict) else item
    if not isinstance(text, str) or not text.strip():
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if isinstance(item, dict) and (other := sorted(set(item) - _REPLY_BUTTON_FIELDS)):
        raise bad_request(f"can't parse keyboard button: {other[0]} is not offered by the demo server")
    return text


def _placeholder(given: JsonObject) -> str | None:
    text = given.get("input_field_placeholder")
    if text is None:
        return None
    if not isinstance(text, str) or not 1 <= units(text) <= LONGEST_PLACEHOLDER:
        raise bad_request("input field placeholder must be 1-64 characters")
    return text


def inline_json(keyboard: InlineKeyboard) -> JsonObject:
    """The keyboard as Telegram repeats it in a message."""
    rows: list[Json] = []
    for row in keyboard.rows:
        rows.append([_button_json(button) for button in row])
    return {"inline_keyboard": rows}


def _button_json(button: Button) -> JsonObject:
    if button.data is not None:
        return {"text": button.text, "callback_data": button.data}
    if button.url is not None:
        return {"text": button.text, "url": button.url}
    return {"text": button.text, "copy_text": {"text": button.copy or ""}}
