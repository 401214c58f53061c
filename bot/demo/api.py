"""The Bot API: finds the method, reads the parameters, lets faults happen, keeps the log."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from inspect import isawaitable
from typing import TypeAlias

from bot.demo import asking, editing, sending
from bot.demo.faults import Faults, Rule
from bot.demo.flood import Flood
from bot.demo.model import ApiError, Json, JsonObject
from bot.demo.params import Params, Value, method_named
from bot.demo.world import World

Method: TypeAlias = Callable[[World, Params], "Json | JsonObject | Awaitable[list[Json]]"]
OnCall: TypeAlias = Callable[[str, dict[str, Value], JsonObject], None]

METHODS: dict[str, Method] = {
    "getMe": asking.get_me,
    "getUpdates": asking.get_updates,
    "deleteWebhook": asking.delete_webhook,
    "getWebhookInfo": asking.get_webhook_info,
    "setMyCommands": asking.set_my_commands,
    "getMyCommands": asking.get_my_commands,
    "getChat": asking.get_chat,
    "getChatMember": asking.get_chat_member,
    "getChatMemberCount": asking.get_chat_member_count,
    "leaveChat": asking.leave_chat,
    "sendChatAction": asking.send_chat_action,
    "getFile": asking.get_file,
    "sendMessage": sending.send_message,
    "sendVoice": sending.send_voice,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
}
COUNTED = frozenset(
    {"sendMessage", "sendVoice", "sendPhoto", "sendDocument", "editMessageText", "editMessageReplyMarkup"}
)
_LOG_LENGTH = 20_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What goes back over HTTP: JSON, raw text, or nothing at all when the connection must break."""

    status: int
    body: JsonObject | str
    drop: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One line of the log; `status` 0 when the connection was broken; `at` is the world's clock."""

    method: str
    params: JsonObject
    status: int
    at: str


class BotApi:
    """Answers the bot's calls. `on_call` hooks see each call with its JSON answer."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.faults = Faults()
        self.flood = Flood(world.real)
        self.log: deque[Call] = deque(maxlen=_LOG_LENGTH)
        self.on_call: list[OnCall] = []

    async def call(self, token: str, name: str, raw: dict[str, Value]) -> Reply:
        """One call, from token to answer; never raises for what the bot did wrong."""
        if token != self.world.token:
            return _refused(ApiError(401, "Unauthorized"))
        rule = self.faults.take(name, _number(raw.get("chat_id")))
        if rule is None:
            return self._noted(*await self._answer(name, raw))
        if not rule.after:
            await asyncio.sleep(rule.delay)
        params, reply = Params(name, raw), faulty(rule)
        if rule.after or rule.only_slow:
            params, done = await self._answer(name, raw)
            reply = done if rule.only_slow else reply
        if rule.after:
            await asyncio.sleep(rule.delay)
        return self._noted(params, reply)

    async def _answer(self, name: str, raw: dict[str, Value]) -> tuple[Params, Reply]:
        params = Params(name, raw)
        try:
            method = method_named(name)
            if method not in METHODS:
                raise ApiError(404, f"Not Found: {method} is not offered by the demo server")
            params = Params.read(method, raw)
            if method in COUNTED:
                self.flood.check(params.number("chat_id") or 0)
            result = METHODS[method](self.world, params)
            answer: Json = await result if isawaitable(result) else result
            return params, Reply(status=200, body={"ok": True, "result": answer})
        except ApiError as refusal:
            return params, _refused(refusal)

    def _noted(self, params: Params, reply: Reply) -> Reply:
        at = self.world.now().isoformat()
        self.log.append(Call(method=params.method, params=params.shown(), status=reply.status, at=at))
        self.world.tell("call", method=params.method, status=reply.status)
        if isinstance(reply.body, dict):
            for hook in self.on_call:
                hook(params.method, params.values, reply.body)
        return reply


def faulty(rule: Rule) -> Reply:
    """The answer a fault rule makes of a call."""
    if rule.drop:
        return Reply(status=0, body="", drop=True)
    if rule.body is not None:
        return Reply(status=rule.status or 200, body=rule.body)
    return _refused(rule.refusal())


def _refused(refusal: ApiError) -> Reply:
    return Reply(status=refusal.status, body=refusal.body())


def _number(value: Value) -> int | None:
    """A chat id as forms and JSON bodies carry it."""
    if isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    return value if isinstance(value, int) else None
