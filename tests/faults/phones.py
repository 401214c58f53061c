"""Everybody's phone below HTTP: Telegram-shaped updates in, and out what the bot sends to whom."""

import json
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Protocol, TypeVar, cast

from telegram import Bot, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove
from telegram.error import BadRequest, Forbidden, TimedOut

from bot.days import days_of
from bot.delivery.delivery import Delivery
from bot.desk import Desk
from bot.intake.handlers.room import House
from bot.intake.handling import Handling, control_labels
from bot.intake.process import Answer
from bot.intake.sieve import what_may_be_stored
from bot.keys import Vault
from bot.library import Library
from bot.outcomes import Outcomes
from bot.rendering import Renderer
from bot.runner import Runner
from bot.storage import outbox, people
from bot.storage.database import Database, Tx
from bot.storage.outbox import OutboxRow
from bot.strings import Strings
from bot.timers import Timers
from tests.clock import ManualClock

USERNAME, BOT_ID = "Praatmaat_bot", 4_000_000
SOON = 40.0
"""Seconds a person waits for what the bot says: longer than its budgets make anything wait, shorter than its leases."""

T = TypeVar("T")
Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Content:
    """Read once for all histories."""

    library: Library
    strings: Strings

    @classmethod
    def load(cls) -> "Content":
        return cls(Library.load(), Strings.load())


@dataclass(frozen=True, slots=True)
class Shown:
    """One message of the bot as it stands in a chat. `row`: where it came from."""

    message_id: int
    text: str
    buttons: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]
    file_id: str
    row: OutboxRow


@dataclass
class Chat:
    """A private chat or a group; `keyboard`: the labels on the screen; `seen`: all that were ever on it."""

    id: int
    members: set[int]
    private: bool
    messages: list[Shown] = field(default_factory=list)
    last: int = 0
    keyboard: tuple[str, ...] = ()
    seen: list[str] = field(default_factory=list)

    def next_id(self) -> int:
        self.last += 1
        return self.last


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the bot made of one update: answers to a tap, and rows it put in the outbox."""

    answers: tuple[Answer, ...]
    rows: tuple[OutboxRow, ...]


class Watch(Protocol):
    """Looks at everything that is shown, before its reader does."""

    def shows(self, chat: Chat, text: str, file_id: str, row: OutboxRow) -> None: ...


class Now:
    """The database's promise, kept at once: the whole history is one transaction of the real database."""

    def __init__(self, tx: Tx) -> None:
        self.tx = tx

    async def transact(self, fn: Callable[[Tx], T], *, alone: bool = False) -> T:
        return fn(self.tx)


def at_once(coroutine: Coroutine[object, None, T]) -> T:
    """Run what never waits."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        return cast(T, done.value)
    raise AssertionError("something waited where nothing waits")


class Phones:
    """The town: who is in which chat, what stands there, and the bot behind it."""

    def __init__(self, tx: Tx, content: Content, vault: Vault, clock: ManualClock, watch: Watch, names: Iterable[str],
                 first_id: int) -> None:  # fmt: skip
        self.tx, self.clock, self.watch = tx, clock, watch
        self.names = tuple(names)
        self.people = tuple(first_id + n for n in range(len(self.names)))
        self.chats = {id: Chat(id, {id}, True) for id in self.people}
        self.blocked: set[int] = set()
        self.faults: list[str] = []
        self.wrong: list[Exception] = []
        self.links: list[str] = []
        self.sent = self.updates = 0
        self._first, self._update = first_id, first_id * 1000
        desk = Desk(content.library, vault, clock)
        runner, renderer = (
            Runner(desk),
            Renderer(vault, content.strings, content.library.reference, content.library.schools),
        )
        self.renderer = renderer
        self.handling = Handling(House(desk, runner, renderer, USERNAME))
        self.labels = control_labels(content.library, content.strings)
        now = cast(Database, Now(tx))
        self.timers = Timers(desk=desk, runner=runner, database=now)
        self.delivery = Delivery(
            now,
            cast(Bot, self),
            renderer,
            clock,
            Outcomes(desk, runner),
            days_of=lambda tx, circle: days_of(tx, circle, clock),
            jitter=lambda: 0.5,
        )

    # ------------------------------------------------------------ what people do

    def group(self, *members: int) -> Chat:
        """A new group of these people with the bot in it."""
        chat = Chat(-self._first - len(self.chats), set(members), False)
        self.chats[chat.id] = chat
        member = {"user": {"id": BOT_ID, "is_bot": True, "first_name": "P"}}
        self._feed("my_chat_member", members[0], {
            "chat": self._chat(chat), "from": self._user(members[0]), "date": self._date(),
            "old_chat_member": {**member, "status": "left"}, "new_chat_member": {**member, "status": "member"},
        })  # fmt: skip
        return chat

    def message(self, who: int, chat: Chat, content: Json) -> Json:
        """A message as Telegram would tell of it; it takes its place in the chat now, whenever the bot hears of it."""
        place = {"message_id": chat.next_id(), "date": self._date()}
        return {**place, "chat": self._chat(chat), "from": self._user(who), **content}

    def says(self, who: int, chat: Chat, text: str) -> Reaction | None:
        """Someone writes; a text that begins with / is a command."""
        command = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
        content: Json = {"text": text} | ({"entities": [command]} if text.startswith("/") else {})
        return self.gives(who, self.message(who, chat, content))

    def gives(self, who: int, body: Json, kind: str = "message") -> Reaction | None:
        """An update of this person reaches the bot; None: nothing of it may be stored."""
        return self._feed(kind, who, body)

    def taps(self, who: int, chat: Chat, message_id: int, data: str) -> Reaction | None:
        """Someone taps; a personal link in the answer is followed at once."""
        reaction = self._feed("callback_query", who, {
            "id": f"tap{self._update}", "from": self._user(who), "chat_instance": "1", "data": data,
            "message": {"message_id": message_id, "date": self._date(), "chat": self._chat(chat),
                        "from": {"id": BOT_ID, "is_bot": True, "first_name": "P"}, "text": "…"},
        })  # fmt: skip
        for answer in reaction.answers if reaction is not None else ():
            if answer.url is not None and who not in self.blocked:
                self.links.append(answer.url.rpartition("=")[2])
                self.says(who, self.chats[who], f"/start {self.links[-1]}")
        return reaction

    def leaves(self, who: int, chat: Chat) -> None:
        chat.members.discard(who)
        self.gives(who, self.message(who, chat, {"left_chat_member": self._user(who)}))

    def comes(self, who: int, chat: Chat) -> None:
        chat.members.add(who)
        self.gives(who, self.message(who, chat, {"new_chat_members": [self._user(who)]}))

    def blocks(self, who: int, yes: bool) -> None:
        self.blocked = self.blocked | {who} if yes else self.blocked - {who}
        bot = {"user": {"id": BOT_ID, "is_bot": True, "first_name": "P"}, "until_date": 0}
        states = ("member", "kicked") if yes else ("kicked", "member")
        self._feed("my_chat_member", who, {
            "chat": self._chat(self.chats[who]), "from": self._user(who), "date": self._date(),
            "old_chat_member": {**bot, "status": states[0]}, "new_chat_member": {**bot, "status": states[1]},
        })  # fmt: skip

    # ------------------------------------------------------------ time

    def drain(self) -> None:
        """Everything that may go now or within a little while goes."""
        until = self.clock.monotonic() + SOON
        for _ in range(2000):
            wait = at_once(self.delivery.once())
            if self.wrong:
                raise self.wrong[0]
            if wait is None or self.clock.monotonic() + wait > until:
                return
            self.clock.advance(wait + 0.001 if wait else 0.0)
        raise AssertionError("sending never came to rest")

    def later(self, by: timedelta) -> None:
        """Time passes; what is due fires."""
        self.clock.advance(by)
        for _ in range(20):
            if not at_once(self.timers.fire_due()):
                return

    # ------------------------------------------------------------ Telegram's side, as far as delivery calls it

    async def send_message(self, chat_id: int, text: str, **more: object) -> SimpleNamespace:
        return self._show(chat_id, text, "", more.get("reply_markup"))

    async def send_voice(self, chat_id: int, voice: str, caption: str, **more: object) -> SimpleNamespace:
        return self._show(chat_id, caption, voice, None)

    async def send_photo(self, chat_id: int, photo: str, caption: str, **more: object) -> SimpleNamespace:
        return self._show(chat_id, caption, photo, None)

    async def send_document(self, chat_id: int, body: bytes, *, filename: str, caption: str,
                            **more: object) -> SimpleNamespace:  # fmt: skip
        return self._show(chat_id, f"{caption}\n{body.decode()}", filename, None)

    async def edit_message_text(self, text: str, *, chat_id: int, message_id: int, **more: object) -> None:
        chat = self.chats[chat_id]
        row = self._row(chat)
        self._reach(chat)
        self._watched(chat, text, "", row)
        for at, old in enumerate(chat.messages):
            if old.message_id == message_id:
                buttons = _buttons(more.get("reply_markup"))
                chat.messages[at] = Shown(message_id, text, buttons or old.buttons, (), "", row)

    async def edit_message_reply_markup(self, *, chat_id: int, message_id: int, **more: object) -> None:
        self._reach(self.chats[chat_id])

    async def get_chat_member_count(self, chat_id: int) -> int:
        if "uncounted" in self.faults:
            self.faults.remove("uncounted")
            raise BadRequest("CHAT_ADMIN_REQUIRED of another kind")
        return len(self.chats[chat_id].members) + 1

    async def leave_chat(self, chat_id: int) -> None:
        self._reach(self.chats[chat_id])

    def _show(self, chat_id: int, text: str, file_id: str, markup: object) -> SimpleNamespace:
        chat = self.chats[chat_id]
        self._reach(chat)
        fault = next((one for one in self.faults if one in ("lost", "unheard")), None)
        if fault is not None:
            self.faults.remove(fault)
        if fault == "lost":
            raise TimedOut
        row = self._row(chat)
        self._watched(chat, text, file_id, row)
        self.sent += 1
        labels: tuple[str, ...] = ()
        if isinstance(markup, ReplyKeyboardMarkup):
            labels = tuple(button.text for line in markup.keyboard for button in line)
            chat.keyboard = labels
            chat.seen += labels
        elif isinstance(markup, ReplyKeyboardRemove):
            chat.keyboard = ()
        shown = Shown(chat.next_id(), text, _buttons(markup), labels, file_id, row)
        chat.messages.append(shown)
        if fault == "unheard":
            raise TimedOut
        return SimpleNamespace(message_id=shown.message_id)

    def _watched(self, chat: Chat, text: str, file_id: str, row: OutboxRow) -> None:
        """What is wrong is remembered: delivery takes whatever is raised here for a trouble of the network."""
        try:
            self.watch.shows(chat, text, file_id, row)
        except Exception as error:
            self.wrong.append(error)

    def _reach(self, chat: Chat) -> None:
        if chat.id in self.blocked:
            raise Forbidden("Forbidden: bot was blocked by the user")

    def _row(self, chat: Chat) -> OutboxRow:
        """What is being sent to this chat: there is never more than one."""
        column = "person" if chat.private else "circle"
        whose = people.person_of_chat(self.tx, chat.id) if chat.private else people.circle_of_chat(self.tx, chat.id)
        ids = self.tx.run(f"SELECT id FROM outbox WHERE state = 'sending' AND {column} = :id", id=whose)
        if len(ids) != 1:
            self.wrong.append(AssertionError("two messages on their way to one chat"))
        row = outbox.load(self.tx, ids[0]["id"])
        assert row is not None
        return row

    # ------------------------------------------------------------ the bot's ear

    def _feed(self, kind: str, who: int, content: Json) -> Reaction | None:
        self._update += 1
        self.updates += 1
        person = people.person_of_chat(self.tx, who)
        kept = what_may_be_stored(
            {"update_id": self._update, kind: content},
            consented=person is not None and people.consented(self.tx, person),
            bot_username=USERNAME,
            bot_id=BOT_ID,
            control_labels=self.labels,
        )
        if kept is None:
            return None
        last = self.tx.one("SELECT last FROM ids WHERE id = 1")
        assert last is not None
        answers = self.handling(self.tx, json.loads(json.dumps(kept)))
        new = self.tx.run("SELECT id FROM outbox WHERE id > :last AND state = 'new' ORDER BY id", last=last["last"])
        rows = tuple(row for one in new if (row := outbox.load(self.tx, one["id"])) is not None)
        return Reaction(answers, rows)

    def _user(self, who: int) -> Json:
        return {"id": who, "is_bot": False, "first_name": self.names[who - self._first], "language_code": "nl"}

    def _chat(self, chat: Chat) -> Json:
        return {"id": chat.id, "type": "private"} if chat.private else {"id": chat.id, "type": "group", "title": "Rond"}

    def _date(self) -> int:
        return int(self.clock.real().timestamp())


def _buttons(markup: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(markup, InlineKeyboardMarkup):
        return ()
    return tuple((b.text, str(b.callback_data)) for row in markup.inline_keyboard for b in row if b.callback_data)
