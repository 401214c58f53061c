"""The control API: what people do, what the clock does and what goes wrong, over JSON."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from inspect import isawaitable
from math import ceil
from pathlib import Path
from typing import TypeAlias

from bot.demo import acts, membership
from bot.demo.api import BotApi
from bot.demo.body import Body
from bot.demo.faults import read_rule
from bot.demo.model import Answer, ChatKind, Json, JsonObject, Message, MessageKind, NotPossible
from bot.demo.view import clock_view

NextMoment: TypeAlias = Callable[[], Awaitable[datetime | None]]
ANSWER_WITHIN = 10.0
"""How long a press waits for the bot's answer, in real seconds."""


class Control:
    """The acts behind /demo; `next_moment` tells when the bot may next send something, if anyone knows."""

    def __init__(self, api: BotApi, *, offset_file: Path | None = None) -> None:
        self.api = api
        self.world = api.world
        self.offset_file = offset_file
        self.next_moment: NextMoment | None = None
        self.answer_within = ANSWER_WITHIN
        self.acts: dict[str, Callable[[Body], JsonObject | Awaitable[JsonObject]]] = {
            "send": self.send,
            "voice": self.voice,
            "photo": self.photo,
            "sticker": self.sticker,
            "document": self.document,
            "contact": self.contact,
            "location": self.location,
            "forward": self.forward,
            "edit": self.edit,
            "delete": self.delete,
            "tap": self.tap,
            "open": self.open,
            "start": self.start,
            "users": self.users,
            "groups": self.groups,
            "add": self.add,
            "remove": self.remove,
            "add_bot": self.add_bot,
            "kick_bot": self.kick_bot,
            "block": self.block,
            "unblock": self.unblock,
            "migrate": self.migrate,
            "make_admin": self.make_admin,
            "clock": self.clock,
            "limits": self.limits,
            "faults": self.add_faults,
            "raw": self.raw,
        }

    async def do(self, name: str, values: JsonObject) -> JsonObject:
        """Carries out one act; raises NotPossible with the reason when it can't be done."""
        act = self.acts.get(name)
        if act is None:
            raise NotPossible(f"there is no act called {name}")
        result = act(Body(values))
        return await result if isawaitable(result) else result

    # -- speaking --------------------------------------------------------------------------------------

    def send(self, body: Body) -> JsonObject:
        """A text."""
        reply_to = body.maybe_number("reply_to")
        return _sent(
            acts.write(self.world, body.number("user"), body.number("chat"), body.text("text"), reply_to=reply_to)
        )

    def _file(self, body: Body, kind: MessageKind) -> JsonObject:
        return _sent(
            acts.send_file(
                self.world,
                body.number("user"),
                body.number("chat"),
                kind,
                seconds=body.maybe_number("seconds") or 3,
                caption=body.text("caption", ""),
                emoji=body.text("emoji", "👍"),
                name=body.text("name", "verslag.pdf"),
                data=body.maybe_bytes("content"),
                reply_to=body.maybe_number("reply_to"),
            )
        )

    def voice(self, body: Body) -> JsonObject:
        """A voice note of `seconds`; `content` may hold its bytes in base64."""
        return self._file(body, MessageKind.VOICE)

    def photo(self, body: Body) -> JsonObject:
        """A photo, perhaps with a caption."""
        return self._file(body, MessageKind.PHOTO)

    def sticker(self, body: Body) -> JsonObject:
        """A sticker."""
        return self._file(body, MessageKind.STICKER)

    def document(self, body: Body) -> JsonObject:
        """A document."""
        return self._file(body, MessageKind.DOCUMENT)

    def contact(self, body: Body) -> JsonObject:
        """The person's own contact."""
        return _sent(acts.send_contact(self.world, body.number("user"), body.number("chat")))

    def location(self, body: Body) -> JsonObject:
        """A place."""
        return _sent(acts.send_location(self.world, body.number("user"), body.number("chat")))

    def forward(self, body: Body) -> JsonObject:
        """Someone else's message."""
        return _sent(acts.forward(self.world, body.number("user"), body.number("chat"), body.text("text")))

    def edit(self, body: Body) -> JsonObject:
        """A change of one's own message."""
        user, chat = body.number("user"), body.number("chat")
        return _sent(acts.edit(self.world, user, chat, body.number("message_id"), body.text("text")))

    def delete(self, body: Body) -> JsonObject:
        """Deleting one's own message."""
        user, chat = body.number("user"), body.number("chat")
        acts.take_back(self.world, user, chat, body.number("message_id"))
        return {}

    # -- pressing and following links ------------------------------------------------------------------

    async def tap(self, body: Body) -> JsonObject:
        """A press: gives the address of an address button, else waits for the bot's answer."""
        user, chat, message_id = body.number("user"), body.number("chat"), body.number("message_id")
        data: str | None = body.text("data") if "data" in body.values else None
        if data is None:
            place = (chat, message_id, body.number("row"), body.number("col"))
            data, url = acts.button_of(self.world, *place)
            if data is None:
                return {"url": url}
        press = acts.tap(self.world, user, chat, message_id, data)
        answered = asyncio.Event()
        quiet = self.world.listen(lambda event: answered.set() if press.answer is not None else None)
        try:
            await asyncio.wait_for(answered.wait(), self.answer_within)
        except TimeoutError:
            return {"answer": None}
        finally:
            quiet()
        answer = press.answer or Answer()
        return {"answer": {"text": answer.text, "show_alert": answer.show_alert, "url": answer.url}}

    def open(self, body: Body) -> JsonObject:
        """Following a link to the bot."""
        return {"chat": acts.follow(self.world, body.number("user"), body.text("url"), body.maybe_number("chat"))}

    def start(self, body: Body) -> JsonObject:
        """Pressing Start."""
        return _sent(acts.start(self.world, body.number("user")))

    # -- who is where ----------------------------------------------------------------------------------

    def users(self, body: Body) -> JsonObject:
        """A new person."""
        language = body.values.get("language_code", "nl")
        user = self.world.add_user(body.text("first_name"), language if isinstance(language, str) else None)
        return {"id": user.id}

    def groups(self, body: Body) -> JsonObject:
        """A new group."""
        owner = body.number("owner")
        self.world.user(owner)
        kind = body.text("type", "group")
        if kind not in ("group", "supergroup"):
            raise NotPossible("type is group or supergroup")
        username = body.text("username", "") or None
        return {"id": self.world.add_group(body.text("title"), owner, ChatKind(kind), username).id}

    def add(self, body: Body) -> JsonObject:
        """Someone comes in the group."""
        membership.add_member(self.world, body.number("chat"), body.number("user"), body.maybe_number("by"))
        return {}

    def remove(self, body: Body) -> JsonObject:
        """Someone leaves or is removed."""
        membership.remove_member(self.world, body.number("chat"), body.number("user"), body.maybe_number("by"))
        return {}

    def add_bot(self, body: Body) -> JsonObject:
        """The bot comes in the group."""
        membership.add_bot(self.world, body.number("chat"), body.number("by"))
        return {}

    def kick_bot(self, body: Body) -> JsonObject:
        """The bot is removed from the group."""
        membership.kick_bot(self.world, body.number("chat"), body.number("by"))
        return {}

    def block(self, body: Body) -> JsonObject:
        """Someone blocks the bot."""
        membership.block(self.world, body.number("user"))
        return {}

    def unblock(self, body: Body) -> JsonObject:
        """Someone lets the bot in again."""
        membership.unblock(self.world, body.number("user"))
        return {}

    def migrate(self, body: Body) -> JsonObject:
        """A group becomes a supergroup."""
        return {"id": membership.migrate(self.world, body.number("chat"))}

    def make_admin(self, body: Body) -> JsonObject:
        """A person, or the bot (`"bot": true`), becomes administrator."""
        chat = self.world.chat(body.number("chat"))
        user = self.world.bot_id if body.values.get("bot") else body.number("user")
        membership.make_admin(self.world, chat.id, user, chat.owner)
        return {}

    # -- time and trouble ------------------------------------------------------------------------------

    async def clock(self, body: Body) -> JsonObject:
        """Moves the world's clock to an offset, forward by seconds, or to the next thing that may happen."""
        try:
            offset = await self._offset(body)
            self.world.real() + offset
        except OverflowError:
            raise NotPossible("that is outside the calendar") from None
        if self.offset_file is not None:
            _write(self.offset_file, f"{int(offset.total_seconds())}\n")
        self.world.move_clock(offset)
        return clock_view(self.world)

    async def _offset(self, body: Body) -> timedelta:
        match body.values:
            case {"offset": int(seconds)}:
                return timedelta(seconds=seconds)
            case {"forward": int(seconds)} if seconds >= 0:
                return self.world.offset + timedelta(seconds=seconds)
            case {"until": "next"}:
                return await self._offset_of_next()
            case _:
                raise NotPossible('give "offset" or "forward" in seconds, or "until": "next"')

    async def _offset_of_next(self) -> timedelta:
        moment = None if self.next_moment is None else await self.next_moment()
        if moment is None:
            raise NotPossible("nothing is waiting for a later moment")
        ahead = ceil((moment - self.world.now()).total_seconds())
        return timedelta(seconds=int(self.world.offset.total_seconds()) + max(ahead, 0))

    def limits(self, body: Body) -> JsonObject:
        """Switches Telegram's sending limits on or off."""
        self.api.flood.on = body.values.get("on") is True
        return {"on": self.api.flood.on}

    def add_faults(self, body: Body) -> JsonObject:
        """Adds fault rules after those that are there."""
        rules = [read_rule(rule) for rule in body.list("rules")]
        self.api.faults.rules += rules
        return {"rules": len(self.api.faults.rules)}

    def raw(self, body: Body) -> JsonObject:
        """Updates exactly as given."""
        ids: list[Json] = []
        for update in body.list("updates"):
            if not isinstance(update, dict):
                raise NotPossible("an update is an object")
            ids.append(self.world.updates.add_raw(update))
        return {"update_ids": ids}


def _sent(message: Message) -> JsonObject:
    return {"message_id": message.message_id}


def _write(path: Path, text: str) -> None:
    """Writes whole or not at all: the bot reads this file while it runs."""
    new = path.with_name(path.name + ".new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)
