"""What an error of Telegram asks us to do: one table, matched by fragment of its text."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.request import MaybeSent, NotSent, TooFast


class Action(StrEnum):
    """What to do with the message that met an error."""

    HOLD = "hold"  # too fast: this chat waits
    MIGRATE = "migrated"  # the group has another id now
    GONE = "gone"  # this person or group can't be written to
    RESTRICTED = "restricted"  # the bot may not write in this group now
    DONE = "done"  # what we wanted is so already
    SEND_NEW = "send-new"  # what we wanted to change is not there
    PLAIN = "plain"  # our markup is wrong: once more without
    NO_THREAD = "no-thread"  # the topic is gone or closed: once more outside it
    NOT_SENT = "not-sent"  # the network: later
    UNKNOWN = "unknown"  # it may have arrived
    FAIL = "fail"  # never again
    STRANGE = "strange"  # a text we do not know: a few times more
    ALARM = "alarm"  # the token or the server is wrong: everything waits
    NO_TEXT = "no-text"  # there is no text in it to change


@dataclass(frozen=True, slots=True)
class Verdict:
    """`why` is a code for the outbox and the log: never a text of Telegram, which may hold ours."""

    action: Action
    why: str
    wait: float = 0.0
    new_chat: int | None = None


_FORBIDDEN: tuple[tuple[str, Action], ...] = (
    ("bot was blocked by the user", Action.GONE),
    ("can't initiate conversation", Action.GONE),
    ("user is deactivated", Action.GONE),
    ("can't send messages to bots", Action.FAIL),
    ("bot was kicked", Action.GONE),
    ("bot is not a member", Action.GONE),
    ("chat was deleted", Action.GONE),
    ("not enough rights", Action.RESTRICTED),
    ("have no rights to send", Action.RESTRICTED),
    ("chat_write_forbidden", Action.RESTRICTED),
)

_BAD_REQUEST: tuple[tuple[str, Action], ...] = (
    ("message is not modified", Action.DONE),
    ("message to delete not found", Action.DONE),
    ("message to edit not found", Action.SEND_NEW),
    ("message can't be edited", Action.SEND_NEW),
    ("there is no text in the message", Action.NO_TEXT),
    ("message can't be deleted", Action.NO_TEXT),
    ("can't parse entities", Action.PLAIN),
    ("can't find end", Action.PLAIN),
    ("unsupported start tag", Action.PLAIN),
    ("message thread not found", Action.NO_THREAD),
    ("topic_closed", Action.NO_THREAD),
    ("topic_deleted", Action.NO_THREAD),
    ("chat not found", Action.GONE),
    ("user not found", Action.GONE),
    ("participant_id_invalid", Action.GONE),
    ("peer_id_invalid", Action.GONE),
    ("chat was deleted", Action.GONE),
    ("have no rights to send", Action.RESTRICTED),
    ("not enough rights", Action.RESTRICTED),
    ("chat_write_forbidden", Action.RESTRICTED),
    ("chat_restricted", Action.RESTRICTED),
    ("chat_admin_required", Action.RESTRICTED),
    ("message is too long", Action.FAIL),
    ("text is too long", Action.FAIL),
    ("caption is too long", Action.FAIL),
    ("text is empty", Action.FAIL),
    ("message text is empty", Action.FAIL),
    ("text must be non-empty", Action.FAIL),
    ("entities too long", Action.FAIL),
    ("reply markup is too long", Action.FAIL),
    ("button_data_invalid", Action.FAIL),
    ("wrong file identifier", Action.FAIL),
    ("wrong remote file", Action.FAIL),
    ("method is available only for supergroups", Action.FAIL),
    ("logged out", Action.ALARM),
)

ALARM_WAIT = 60.0  # seconds everything waits when the token or the server is wrong
RESTRICTED_WAIT = timedelta(days=1).total_seconds()


def verdict(error: Exception) -> Verdict:
    """What to do. The order matters: BadRequest and TimedOut are kinds of NetworkError in python-telegram-bot."""
    match error:
        case TooFast(seconds=seconds):
            return Verdict(Action.HOLD, "429", wait=max(seconds, 0.0) + 1.0)
        case RetryAfter(retry_after=after):  # whoever uses another transport
            seconds = after.total_seconds() if isinstance(after, timedelta) else float(after)
            return Verdict(Action.HOLD, "429", wait=max(seconds, 0.0) + 1.0)
        case ChatMigrated(new_chat_id=new_chat):
            return Verdict(Action.MIGRATE, "migrated", new_chat=new_chat)
        case Forbidden():
            return _look_up(error, _FORBIDDEN, "403")
        case InvalidToken():
            return Verdict(Action.ALARM, "token", wait=ALARM_WAIT)
        case Conflict():
            return Verdict(Action.NOT_SENT, "409")
        case BadRequest():
            return _look_up(error, _BAD_REQUEST, "400")
        case NotSent():
            return Verdict(Action.NOT_SENT, "not-sent")
        case MaybeSent() | TimedOut() | NetworkError() | TelegramError():
            return Verdict(Action.UNKNOWN, f"maybe-{type(error).__name__}")
        case _:
            # A fault of ours while the request was under way: nobody knows how far it came.
            return Verdict(Action.UNKNOWN, f"bug-{type(error).__name__}")


def _look_up(error: TelegramError, table: tuple[tuple[str, Action], ...], code: str) -> Verdict:
    text = error.message.lower()
    for fragment, action in table:
        if fragment in text:
            wait = {Action.RESTRICTED: RESTRICTED_WAIT, Action.ALARM: ALARM_WAIT}.get(action, 0.0)
            return Verdict(action, f"{code} {fragment}", wait=wait)
    return Verdict(Action.STRANGE, f"{code} {fingerprint(error)}")


def fingerprint(error: Exception) -> str:
    """Class and hash of an error's text, to count unknown ones without repeating what they say."""
    digest = hashlib.sha256(str(error).encode("utf-8", "replace")).hexdigest()[:12]
    return f"{type(error).__name__} {digest}"
