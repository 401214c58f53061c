"""People with phones: drives the local Telegram through its control API, for the end-to-end tests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, cast

import aiohttp

from bot.clock import SystemClock
from bot.demo.acts import is_bot_link
from bot.demo.api import OnCall
from bot.demo.model import (
    Answer,
    Button,
    ForceReply,
    InlineKeyboard,
    JsonObject,
    Message,
    MessageKind,
    RemoveKeyboard,
    ReplyKeyboard,
)
from bot.demo.server import DemoServer
from bot.demo.view import transcript, words
from bot.demo.world import World

Found = TypeVar("Found")

PATIENCE = 30.0
"""Seconds to wait for the bot: a machine that does much at once is slow, and not wrong."""


class Town:
    """A local Telegram with its people; `async with Town() as town:` starts and stops the server.

    `real` is the real clock of the server (never the demo's); `offset_file` is where the demo's clock is
    written for the bot to read.
    """

    def __init__(
        self, *, real: Callable[[], datetime] | None = None, offset_file: Path | None = None, port: int = 0
    ) -> None:
        self.world = World(real=real or SystemClock().real)
        self.server = DemoServer(self.world, port=port, offset_file=offset_file)
        self._http: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        """Opens the server on a free port."""
        await self.server.start()
        self._http = aiohttp.ClientSession(self.server.url)

    async def stop(self) -> None:
        """Closes the server; waiting polls end."""
        if self._http is not None:
            await self._http.close()
            self._http = None
        await self.server.stop()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def http(self) -> aiohttp.ClientSession:
        """Plain HTTP to the server; addresses are paths."""
        assert self._http is not None, "the town has not started"
        return self._http

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.token

    @property
    def base_url(self) -> str:
        """For a client's `base_url`."""
        return self.server.base_url

    @property
    def base_file_url(self) -> str:
        """For a client's `base_file_url`."""
        return self.server.base_file_url

    def on_call(self, hook: OnCall) -> None:
        """Lets a hook see every call of the bot and its answer."""
        self.server.api.on_call.append(hook)

    async def act(self, name: str, /, **fields: object) -> JsonObject:
        """One act of the control API; fails with the server's own reason when it is not possible."""
        async with self.http.post(f"/demo/{name}", json=fields) as response:
            answer = cast(JsonObject, await response.json())
            assert response.status == 200, f"{name} {fields}: {answer.get('error')}"
            return answer

    async def person(self, first_name: str, language_code: str | None = "nl") -> Person:
        """Someone with a Telegram account who has not met the bot yet."""
        answer = await self.act("users", first_name=first_name, language_code=language_code)
        return Person(self, _number(answer["id"]), first_name)

    async def group(
        self, title: str, owner: Person, *members: Person, with_bot: bool = True, supergroup: bool = False
    ) -> Group:
        """A group of these people; the owner adds the others and (by default) the bot, last."""
        kind = "supergroup" if supergroup else "group"
        answer = await self.act("groups", title=title, owner=owner.id, type=kind)
        group = Group(self, _number(answer["id"]))
        for member in members:
            await group.adds(member, by=owner)
        if with_bot:
            await self.act("add_bot", chat=group.id, by=owner.id)
        return group

    async def forward_clock(self, seconds: int) -> None:
        """Moves the demo's clock forward."""
        await self.act("clock", forward=seconds)

    async def fails(self, **rule: object) -> None:
        """Adds one fault rule, see the control API."""
        await self.act("faults", rules=[rule])

    async def until(self, predicate: Callable[[], Found], seconds: float = PATIENCE) -> Found:
        """The first truthy value of `predicate`, looked at again at each change; fails after `seconds`."""
        changed = asyncio.Event()
        quiet = self.world.listen(lambda event: changed.set())
        try:
            async with asyncio.timeout(seconds):
                while not (found := predicate()):
                    await changed.wait()
                    changed.clear()
            return found
        except TimeoutError:
            raise AssertionError(f"it did not happen within {seconds} s\n{self.transcripts()}") from None
        finally:
            quiet()

    def transcript(self, chat: Person | Group) -> str:
        """One chat to read; for a person their private chat."""
        found = self.world.chats.get(chat.id)
        return transcript(self.world, found) if found is not None else ""

    def transcripts(self) -> str:
        """All chats to read, for the message of a test that fails."""
        return "\n".join(
            f"== {chat.title or self.world.user(chat.id).first_name}\n{transcript(self.world, chat)}"
            for chat in self.world.chats.values()
        )

    def messages(self, chat: Person | Group) -> list[Message]:
        """What stands in a chat now, oldest first, without deleted messages."""
        found = self.world.chats.get(chat.id)
        return [] if found is None else [m for m in found.messages.values() if not m.deleted]

    def from_bot(self, chat: Person | Group) -> list[str]:
        """The texts and captions of the bot in a chat, oldest first."""
        bot = self.world.bot_id
        return [m.text for m in self.messages(chat) if m.sender == bot and m.kind is not MessageKind.SERVICE]

    def calls(self, method: str = "") -> list[JsonObject]:
        """The parameters of the calls the bot made, of one method or of all, oldest first."""
        return [call.params for call in self.server.api.log if not method or call.method == method]


@dataclass(frozen=True, slots=True)
class Group:
    """A group chat."""

    town: Town
    id: int

    async def adds(self, person: Person, *, by: Person | None = None) -> None:
        """Someone is added by a member, or comes in by themselves."""
        await self.town.act("add", chat=self.id, user=person.id, **({"by": by.id} if by else {}))

    async def removes(self, person: Person, *, by: Person) -> None:
        """A member removes someone."""
        await self.town.act("remove", chat=self.id, user=person.id, by=by.id)

    async def kicks_bot(self, *, by: Person) -> None:
        """A member removes the bot."""
        await self.town.act("kick_bot", chat=self.id, by=by.id)

    async def migrates(self) -> Group:
        """The group becomes a supergroup; returns the new one."""
        answer = await self.town.act("migrate", chat=self.id)
        return Group(self.town, _number(answer["id"]))

    def sees(self) -> list[str]:
        """All that stands in the group, of people, bot and Telegram itself."""
        return [words(self.town.world, message) for message in self.town.messages(self)]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a phone; unless a group is named, all happens in their private chat with the bot."""

    town: Town
    id: int
    first_name: str

    async def starts(self, payload: str = "") -> None:
        """Opens the bot and presses Start, perhaps after following a link with this payload."""
        if payload:
            await self.follows(f"https://t.me/{self.town.world.username}?start={payload}")
        else:
            await self.town.act("start", user=self.id)

    async def follows(self, url: str, group: Group | None = None) -> None:
        """Follows a link to the bot and presses Start; for a `startgroup` link chooses a group."""
        await self.town.act("open", user=self.id, url=url, **({"chat": group.id} if group else {}))

    async def writes(self, text: str, *, reply_to: Message | None = None) -> int:
        """Writes in the private chat; returns the message id."""
        return await self._writes(self.id, text, reply_to)

    async def says(self, group: Group, text: str, *, reply_to: Message | None = None) -> int:
        """Writes in a group; returns the message id."""
        return await self._writes(group.id, text, reply_to)

    async def _writes(self, chat: int, text: str, reply_to: Message | None) -> int:
        reply = {"reply_to": reply_to.message_id} if reply_to else {}
        return _number((await self.town.act("send", user=self.id, chat=chat, text=text, **reply))["message_id"])

    async def picks(self, label: str) -> int:
        """Sends a label of the current reply keyboard; fails when it is not on it."""
        assert label in self.keyboard(), f"{label!r} is not on the keyboard {self.keyboard()}"
        return await self.writes(label)

    async def picks_when(self, label: str, seconds: float = PATIENCE) -> int:
        """The same, as soon as the label is there."""
        await self.town.until(lambda: label in self.keyboard(), seconds)
        return await self.picks(label)

    async def taps(self, place: Person | Group, label: str, message: Message | None = None) -> Answer | None:
        """Presses the newest inline button with this label, or the one under `message`.

        A link to the bot, of the button or in its answer, is followed at once, as an app does; another
        address is only given back. None when the bot did not answer within ten seconds.
        """
        found = message or self._with_button(place, label)
        row, col = _place_of(found, label)
        tap = await self.town.act("tap", user=self.id, chat=place.id, message_id=found.message_id, row=row, col=col)
        return await self._answered(tap)

    async def taps_data(self, place: Person | Group, message: Message, data: str) -> Answer | None:
        """Presses with made-up data, as a changed app could."""
        tap = await self.town.act("tap", user=self.id, chat=place.id, message_id=message.message_id, data=data)
        return await self._answered(tap)

    async def _answered(self, tap: JsonObject) -> Answer | None:
        given = tap.get("answer")
        answer: Answer | None = None
        url = tap.get("url")
        if isinstance(url, str):
            answer = Answer(url=url)
        elif isinstance(given, dict):
            url = given["url"]
            text = given["text"]
            answer = Answer(
                text=text if isinstance(text, str) else None,
                show_alert=given["show_alert"] is True,
                url=url if isinstance(url, str) else None,
            )
        if isinstance(url, str) and is_bot_link(self.town.world, url):
            await self.follows(url)
        return answer

    def _with_button(self, place: Person | Group, label: str) -> Message:
        for message in reversed(self.town.messages(place)):
            if label in buttons_of(message):
                return message
        raise AssertionError(f"there is no button {label!r}\n{self.town.transcript(place)}")

    async def voice(self, seconds: int = 3, *, group: Group | None = None, reply_to: Message | None = None) -> int:
        """Sends a voice note; returns the message id."""
        return await self._sends("voice", group, reply_to, seconds=seconds)

    async def photo(self, caption: str = "", *, group: Group | None = None) -> int:
        """Sends a photo; returns the message id."""
        return await self._sends("photo", group, None, caption=caption)

    async def sticker(self, emoji: str = "👍", *, group: Group | None = None) -> int:
        """Sends a sticker; returns the message id."""
        return await self._sends("sticker", group, None, emoji=emoji)

    async def document(self, name: str = "verslag.pdf", *, group: Group | None = None) -> int:
        """Sends a document; returns the message id."""
        return await self._sends("document", group, None, name=name)

    async def forwards(self, text: str, *, group: Group | None = None) -> int:
        """Forwards someone else's message; returns the message id."""
        return await self._sends("forward", group, None, text=text)

    async def _sends(self, act: str, group: Group | None, reply_to: Message | None, **facts: object) -> int:
        if reply_to is not None:
            facts["reply_to"] = reply_to.message_id
        chat = group.id if group else self.id
        return _number((await self.town.act(act, user=self.id, chat=chat, **facts))["message_id"])

    async def edits(self, message_id: int, text: str, *, group: Group | None = None) -> None:
        """Changes an own message."""
        chat = group.id if group else self.id
        await self.town.act("edit", user=self.id, chat=chat, message_id=message_id, text=text)

    async def deletes(self, message_id: int, *, group: Group | None = None) -> None:
        """Deletes an own message; Telegram tells the bot nothing of it."""
        chat = group.id if group else self.id
        await self.town.act("delete", user=self.id, chat=chat, message_id=message_id)

    async def blocks(self) -> None:
        """Blocks the bot."""
        await self.town.act("block", user=self.id)

    async def unblocks(self) -> None:
        """Lets the bot in again."""
        await self.town.act("unblock", user=self.id)

    async def leaves(self, group: Group) -> None:
        """Leaves a group."""
        await self.town.act("remove", chat=group.id, user=self.id)

    async def sees(self, text: str = "", seconds: float = PATIENCE) -> list[str]:
        """The texts of the bot in the private chat; with `text`, waits until one holds it."""
        if text:
            await self.town.until(lambda: any(text in said for said in self.town.from_bot(self)), seconds)
        return self.town.from_bot(self)

    def keyboard(self) -> list[str]:
        """The labels of the reply keyboard that is on the screen now, row by row."""
        pressed: set[str] = set()
        for message in reversed(self.town.messages(self)):
            match message.markup:
                case ReplyKeyboard(rows=rows, one_time=one_time):
                    labels = [label for row in rows for label in row]
                    return [] if one_time and pressed & set(labels) else labels
                case RemoveKeyboard() | ForceReply():
                    return []
                case _:
                    if message.sender == self.id:
                        pressed.add(message.text)
        return []

    def buttons(self, place: Person | Group | None = None) -> list[str]:
        """The labels of the newest inline keyboard in the private chat, or elsewhere."""
        for message in reversed(self.town.messages(place or self)):
            if labels := buttons_of(message):
                return labels
        return []


def buttons_of(message: Message) -> list[str]:
    """The labels of the inline buttons under a message, row by row."""
    return [button.text for row in _rows(message) for button in row]


def _rows(message: Message) -> tuple[tuple[Button, ...], ...]:
    return message.markup.rows if isinstance(message.markup, InlineKeyboard) else ()


def _place_of(message: Message, label: str) -> tuple[int, int]:
    for row, buttons in enumerate(_rows(message)):
        for col, button in enumerate(buttons):
            if button.text == label:
                return row, col
    raise AssertionError(f"there is no button {label!r} under message {message.message_id}: {buttons_of(message)}")


def _number(value: object) -> int:
    assert isinstance(value, int), f"{value!r} is no number"
    return value
