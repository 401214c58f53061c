"""Every refusal of Telegram that concerns sending has one meaning (docs/explanation/telegram.md)."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.delivery.errors import Action, Verdict, verdict
from bot.delivery.request import MaybeSent, NotSent, TooFast

TABLE = [
    (TooFast(30), Action.HOLD),
    (ChatMigrated(-1001), Action.MIGRATE),
    (Forbidden("Forbidden: bot was blocked by the user"), Action.GONE),
    (Forbidden("Forbidden: bot can't initiate conversation with a user"), Action.GONE),
    (Forbidden("Forbidden: user is deactivated"), Action.GONE),
    (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Action.GONE),
    (Forbidden("Forbidden: bot is not a member of the group chat"), Action.GONE),
    (Forbidden("Forbidden: the group chat was deleted"), Action.GONE),
    (Forbidden("Forbidden: bots can't send messages to bots"), Action.FAIL),
    (BadRequest("Bad Request: chat not found"), Action.GONE),
    (BadRequest("Bad Request: not enough rights to send photos to the chat"), Action.RESTRICTED),
    (BadRequest("Bad Request: have no rights to send a message"), Action.RESTRICTED),
    (BadRequest("Bad Request: CHAT_WRITE_FORBIDDEN"), Action.RESTRICTED),
    (BadRequest("Bad Request: message thread not found"), Action.NO_THREAD),
    (BadRequest("Bad Request: TOPIC_CLOSED"), Action.NO_THREAD),
    (BadRequest("Bad Request: message is not modified: the same"), Action.DONE),
    (BadRequest("Bad Request: message to edit not found"), Action.SEND_NEW),
    (BadRequest("Bad Request: message can't be edited"), Action.SEND_NEW),
    (BadRequest("Bad Request: message to delete not found"), Action.DONE),
    (BadRequest("Bad Request: message can't be deleted"), Action.NO_TEXT),
    (BadRequest("Bad Request: can't parse entities: Unsupported start tag"), Action.PLAIN),
    (BadRequest("Bad Request: message is too long"), Action.FAIL),
    (BadRequest("Bad Request: message text is empty"), Action.FAIL),
    (BadRequest("Bad Request: reply markup is too long"), Action.FAIL),
    (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Action.FAIL),
    (BadRequest("Bad Request: wrong file identifier/HTTP URL specified"), Action.FAIL),
    (BadRequest("Bad Request: something nobody ever saw"), Action.STRANGE),
    (Forbidden("Forbidden: something nobody ever saw"), Action.STRANGE),
    (InvalidToken("Unauthorized"), Action.ALARM),
    (InvalidToken("Not Found"), Action.ALARM),
    (Conflict("Conflict: terminated by other getUpdates request"), Action.NOT_SENT),
    (NotSent("ClientConnectorError"), Action.NOT_SENT),
    (MaybeSent("ServerDisconnectedError"), Action.UNKNOWN),
    (TimedOut(), Action.UNKNOWN),
    (NetworkError("Bad Gateway"), Action.UNKNOWN),
    (TelegramError("Invalid server response"), Action.UNKNOWN),
    (ZeroDivisionError("a bug of ours"), Action.UNKNOWN),
]


@pytest.mark.parametrize(("error", "action"), TABLE, ids=lambda value: str(value)[:60])
def test_each_error_has_its_action(error: Exception, action: Action) -> None:
    assert verdict(error).action is action


def test_a_429_is_obeyed_to_the_second_and_one_more() -> None:
    assert verdict(TooFast(30)) == Verdict(Action.HOLD, "429", wait=31.0)


def test_a_restricted_group_is_tried_again_after_a_day() -> None:
    wait = verdict(BadRequest("Bad Request: have no rights to send a message")).wait
    assert wait == timedelta(days=1).total_seconds()


def test_the_code_of_an_unknown_error_never_repeats_its_text_but_tells_equal_ones_apart() -> None:
    one, two, again = (verdict(BadRequest(f"Bad Request: {text}")).why for text in ("geheim", "anders", "geheim"))
    assert "geheim" not in one and one != two and one == again
