"""The things the local Telegram is made of: people, chats, messages, keyboards, files and presses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]


class NotPossible(Exception):
    """A person asks for something their Telegram would not let them do; the text says why."""


class ApiError(Exception):
    """The Bot API refuses a call with `status`, a description and sometimes parameters."""

    def __init__(self, status: int, description: str, parameters: JsonObject | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> JsonObject:
        """The JSON body Telegram sends with this refusal."""
        body: JsonObject = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> ApiError:
    """A 400 with Telegram's usual prefix."""
    return ApiError(400, f"Bad Request: {reason}")


class ChatKind(StrEnum):
    """The kinds of chats a group bot meets."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class BotStatus(StrEnum):
    """Where the bot stands in a group, in Telegram's words; `left` also before it was ever added."""

    LEFT = "left"
    KICKED = "kicked"
    MEMBER = "member"
    ADMINISTRATOR = "administrator"

    @property
    def inside(self) -> bool:
        """Whether the bot may write in the group."""
        return self in (BotStatus.MEMBER, BotStatus.ADMINISTRATOR)


class MessageKind(StrEnum):
    """What a message carries."""

    TEXT = "text"
    VOICE = "voice"
    PHOTO = "photo"
    STICKER = "sticker"
    DOCUMENT = "document"
    CONTACT = "contact"
    LOCATION = "location"
    SERVICE = "service"


CAPTIONED = frozenset({MessageKind.VOICE, MessageKind.PHOTO, MessageKind.DOCUMENT})


@dataclass(kw_only=True, slots=True)
class User:
    """A person with a Telegram account; `started` once they opened the bot's private chat."""

    id: int
    first_name: str
    language_code: str | None = "nl"
    started: bool = False
    blocked: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity:
    """A marked-up part of a text; `offset` and `length` count UTF-16 units, as Telegram does."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user: int | None = None
    expandable: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """An inline button: exactly one of `data`, `url` and `copy` is set."""

    text: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class InlineKeyboard:
    """Buttons under a message."""

    rows: tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReplyKeyboard:
    """Buttons in place of the keys; a press sends the label as an ordinary message."""

    rows: tuple[tuple[str, ...], ...]
    placeholder: str | None = None
    one_time: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class RemoveKeyboard:
    """Takes a reply keyboard away."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ForceReply:
    """Opens a reply box in the reader's app."""

    placeholder: str | None = None


Markup: TypeAlias = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredFile:
    """A file on the server, with the facts its sender told (seconds, pixels, name)."""

    file_id: str
    unique_id: str
    path: str
    kind: MessageKind
    data: bytes
    mime: str
    name: str | None = None
    seconds: int = 0
    emoji: str | None = None


@dataclass(kw_only=True, slots=True)
class Message:
    """One message; `text` is the caption when it carries a file; `date` is world time in unix seconds."""

    chat_id: int
    message_id: int
    sender: int
    date: int
    kind: MessageKind
    text: str = ""
    entities: tuple[Entity, ...] = ()
    file: StoredFile | None = None
    reply_to: int | None = None
    markup: Markup | None = None
    protected: bool = False
    edited_at: int | None = None
    deleted: bool = False
    forwarded: bool = False
    extra: JsonObject = field(default_factory=dict)
    """Fields of a service message, a contact or a place, already in Telegram's shape."""


@dataclass(kw_only=True, slots=True)
class Chat:
    """A private chat (id = the person's id) or a group; message ids count per chat."""

    id: int
    kind: ChatKind
    title: str = ""
    username: str | None = None
    owner: int = 0
    members: list[int] = field(default_factory=list)
    admins: set[int] = field(default_factory=set)
    bot: BotStatus = BotStatus.LEFT
    known_to_bot: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    migrated_to: int | None = None

    @property
    def next_message_id(self) -> int:
        """The id the next message in this chat gets."""
        return len(self.messages) + 1


@dataclass(kw_only=True, slots=True)
class Answer:
    """What the bot answered to a press."""

    text: str | None = None
    show_alert: bool = False
    url: str | None = None


@dataclass(kw_only=True, slots=True)
class Press:
    """A press on an inline button; `at` is real time, since its life is measured on the real clock."""

    id: str
    user: int
    chat_id: int
    message_id: int
    at: datetime
    answer: Answer | None = None
