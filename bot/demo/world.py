"""The local Telegram itself: who is there, what was said where, and what the bot gets to know of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.demo.model import (
    CAPTIONED,
    Answer,
    Chat,
    ChatKind,
    Entity,
    Json,
    JsonObject,
    Markup,
    Message,
    MessageKind,
    NotPossible,
    Press,
    StoredFile,
    User,
)
from bot.demo.updates import UpdateQueue

Listener = Callable[[JsonObject], None]
_FOLDERS = {
    MessageKind.VOICE: ("voice", "oga", "audio/ogg", "AwACAgQAAxk"),
    MessageKind.PHOTO: ("photos", "png", "image/png", "AgACAgQAAxk"),
    MessageKind.STICKER: ("stickers", "webp", "image/webp", "CAACAgQAAxk"),
    MessageKind.DOCUMENT: ("documents", "bin", "application/octet-stream", "BQACAgQAAxk"),
}


def small_id(file_id: str) -> str:
    """The id of the small size of a photo."""
    return f"{file_id}_s"


class World:
    """All state of the local Telegram, in memory.

    `real` is the machine's clock (with a zone); messages are dated by `now()`, which is `real` plus the
    demo's `offset`. How long updates, presses and answers live is always measured on `real`.
    """

    def __init__(
        self,
        *,
        real: Callable[[], datetime],
        token: str = "700000001:demo-token-without-any-power",
        username: str = "praatmaat_demo_bot",
        first_name: str = "Praatmaat",
    ) -> None:
        self.real = real
        self.token = token
        self.bot_id = int(token.partition(":")[0])
        self.username = username
        self.first_name = first_name
        self.offset = timedelta(0)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.presses: dict[str, Press] = {}
        self.commands: dict[str, list[Json]] = {}
        self.updates = UpdateQueue(real)
        self._listeners: list[Listener] = []
        self._counter = 0

    def now(self) -> datetime:
        """The world's clock: real time plus the demo's offset."""
        return self.real() + self.offset

    def stamp(self) -> int:
        """The world's clock in unix seconds, as messages are dated."""
        return int(self.now().timestamp())

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` at every change; the function returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, kind: str, **facts: int | str | bool | None) -> None:
        """Lets the listeners (page, tests) know that something changed."""
        event: JsonObject = {"type": kind, **facts}
        for listener in list(self._listeners):
            listener(event)

    def next_number(self) -> int:
        """A number this world never gave out before."""
        self._counter += 1
        return self._counter

    # -- people and chats ------------------------------------------------------------------------------

    def add_user(self, first_name: str, language_code: str | None = "nl") -> User:
        """Someone gets a Telegram account."""
        user = User(id=5_100_000_000 + self.next_number(), first_name=first_name, language_code=language_code)
        self.users[user.id] = user
        self.tell("chat", user=user.id)
        return user

    def user(self, user_id: int) -> User:
        """The person with this id; raises NotPossible when there is none."""
        if user_id not in self.users:
            raise NotPossible(f"there is no user {user_id}")
        return self.users[user_id]

    def chat(self, chat_id: int) -> Chat:
        """The chat with this id; raises NotPossible when there is none."""
        if chat_id not in self.chats:
            raise NotPossible(f"there is no chat {chat_id}")
        return self.chats[chat_id]

    def message(self, chat_id: int, message_id: int) -> Message:
        """A message that still exists; raises NotPossible otherwise."""
        message = self.chat(chat_id).messages.get(message_id)
        if message is None or message.deleted:
            raise NotPossible(f"there is no message {message_id} in chat {chat_id}")
        return message

    def private_chat(self, user_id: int) -> Chat:
        """The private chat of this person with the bot, made when they first open it."""
        user = self.user(user_id)
        user.started = True
        if user_id not in self.chats:
            self.chats[user_id] = Chat(id=user_id, kind=ChatKind.PRIVATE, members=[user_id])
            self.tell("chat", chat_id=user_id)
        return self.chats[user_id]

    def add_group(self, title: str, owner: int, kind: ChatKind, username: str | None = None) -> Chat:
        """A group without the bot; ids as Telegram makes them for groups and supergroups."""
        number = self.next_number()
        group_id = -4_200_000_000 - number if kind is ChatKind.GROUP else -1_002_300_000_000 - number
        chat = Chat(id=group_id, kind=kind, title=title, username=username, owner=owner, members=[owner])
        self.chats[group_id] = chat
        self.tell("chat", chat_id=group_id)
        return chat

    # -- messages --------------------------------------------------------------------------------------

    def post(
        self,
        chat: Chat,
        sender: int,
        kind: MessageKind = MessageKind.TEXT,
        *,
        text: str = "",
        entities: tuple[Entity, ...] = (),
        file: StoredFile | None = None,
        reply_to: int | None = None,
        markup: Markup | None = None,
        protected: bool = False,
        extra: JsonObject | None = None,
    ) -> Message:
        """Puts a message in a chat, under the chat's next number; tells nobody but the listeners."""
        message = Message(
            chat_id=chat.id,
            message_id=chat.next_message_id,
            sender=sender,
            date=self.stamp(),
            kind=kind,
            text=text,
            entities=entities,
            file=file,
            reply_to=reply_to,
            markup=markup,
            protected=protected,
            extra=extra or {},
        )
        chat.messages[message.message_id] = message
        self.tell("message", chat_id=chat.id, message_id=message.message_id)
        return message

    def edited(self, message: Message) -> None:
        """Marks a message as edited now."""
        message.edited_at = self.stamp()
        self.tell("edit", chat_id=message.chat_id, message_id=message.message_id)

    def delete(self, message: Message) -> None:
        """Deletes a message for everyone."""
        message.deleted = True
        self.tell("delete", chat_id=message.chat_id, message_id=message.message_id)

    def bot_sees(self, message: Message) -> bool:
        """Whether the bot gets this message of a person: Telegram's privacy mode.

        Source: Telegram's bot FAQ and features page. In a group a bot that is no admin gets commands
        meant for it, replies to its own messages and service messages, and nothing else.
        """
        chat = self.chats[message.chat_id]
        if chat.kind is ChatKind.PRIVATE:
            return True
        if not chat.bot.inside:
            return False
        if chat.bot.value == "administrator" or message.kind is MessageKind.SERVICE:
            return True
        answered = chat.messages.get(message.reply_to or 0)
        if answered is not None and answered.sender == self.bot_id:
            return True
        return message.kind in CAPTIONED | {MessageKind.TEXT} and self._is_command_for_bot(message)

    def _is_command_for_bot(self, message: Message) -> bool:
        if not any(entity.type == "bot_command" and entity.offset == 0 for entity in message.entities):
            return False
        _, at, name = message.text.split()[0].partition("@")
        return not at or name.lower() == self.username.lower()

    # -- files and presses -----------------------------------------------------------------------------

    def add_file(
        self,
        kind: MessageKind,
        data: bytes,
        *,
        mime: str | None = None,
        name: str | None = None,
        seconds: int = 0,
        emoji: str | None = None,
    ) -> StoredFile:
        """Keeps a file; equal bytes get the same `unique_id`, as on the real server."""
        folder, ending, default_mime, prefix = _FOLDERS[kind]
        number = self.next_number()
        digest = hashlib.sha256(data).hexdigest()
        if name and "." in name:
            ending = "".join(c for c in name.rpartition(".")[2] if c.isalnum())[:8] or ending
        file = StoredFile(
            file_id=f"{prefix}{number:06d}{digest[:40]}",
            unique_id=f"AQAD{digest[:12]}",
            path=f"{folder}/file_{number}.{ending}",
            kind=kind,
            data=data,
            mime=mime or default_mime,
            name=name,
            seconds=seconds,
            emoji=emoji,
        )
        self.files[file.file_id] = file
        if kind is MessageKind.PHOTO:
            small = replace(file, file_id=small_id(file.file_id), unique_id=small_id(file.unique_id))
            self.files[small.file_id] = small
        return file

    def add_press(self, user_id: int, message: Message) -> Press:
        """Notes that someone pressed an inline button; the bot's answer comes in `press.answer`."""
        press = Press(
            id=str(4_300_000_000_000_000_000 + self.next_number()),
            user=user_id,
            chat_id=message.chat_id,
            message_id=message.message_id,
            at=self.real(),
        )
        self.presses[press.id] = press
        return press

    def answer_press(self, press: Press, answer: Answer) -> None:
        """Shows the bot's answer to the person who pressed."""
        press.answer = answer
        self.tell("answer", press_id=press.id, user=press.user, text=answer.text, url=answer.url)

    def move_clock(self, offset: timedelta) -> None:
        """Sets how far the world's clock is ahead of the real one."""
        self.offset = offset
        self.tell("clock", now=self.now().astimezone(UTC).isoformat())
