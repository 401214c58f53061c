"""A second, independent client agrees with the local server, and its models would notice mistakes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiogram
import aiogram.exceptions
import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import SendMessage
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.demo.model import JsonObject
from bot.demo.params import spec
from tests.demo.conformance import Conformance, method_model, request_problems, update_problems
from tests.demo.test_server_ptb import started
from tests.people import Town


@pytest.fixture
async def other(town: Town) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(town.server.url))
    async with aiogram.Bot(town.token, session=session) as bot:
        yield bot


async def test_another_client_library_holds_a_whole_conversation(town: Town, other: aiogram.Bot) -> None:
    anna = await started(town)
    assert (await other.me()).username == town.world.username
    (update,) = await other.get_updates(timeout=1)
    assert update.message is not None and update.message.text == "/start"
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Ja", callback_data="ja")]])
    sent = await other.send_message(anna.id, "Doe je mee?", reply_markup=keyboard)
    tapping = asyncio.ensure_future(anna.taps(anna, "Ja"))
    (press,) = await other.get_updates(offset=update.update_id + 1, timeout=10)
    assert press.callback_query is not None and press.callback_query.data == "ja"
    await other.answer_callback_query(press.callback_query.id, text="Fijn!")
    answer = await tapping
    assert answer is not None and answer.text == "Fijn!"
    await other.edit_message_text("Je doet mee", chat_id=anna.id, message_id=sent.message_id)
    photo = await other.send_photo(anna.id, BufferedInputFile(b"picture", "plaat.png"), caption="De plaat")
    assert photo.photo is not None
    got = await other.download(photo.photo[-1].file_id)
    assert got is not None and got.read() == b"picture"
    assert await anna.sees() == ["Je doet mee", "De plaat"]
    with pytest.raises(aiogram.exceptions.TelegramBadRequest, match="chat not found"):
        await other.get_chat(1)


def test_every_method_of_the_list_is_known_to_the_other_library() -> None:
    unknown = [method for method in spec() if method_model(method) is None]
    assert unknown == []
    assert len(spec()) == 180


def test_every_parameter_of_the_list_is_known_to_the_other_library() -> None:
    for method, parameters in spec().items():
        model = method_model(method)
        assert model is not None
        assert set(parameters) - set(model.model_fields) == set(), method


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"chat_id": 1, "text": "x", "chatid": 2}, "request.chatid: unknown field of SendMessage"),
        ({"chat_id": 1}, "request.text: Field required"),
        ({"chat_id": 1, "text": 5}, "request.text: Input should be a valid string"),
        (
            {"chat_id": 1, "text": "x", "protect_content": "true"},
            "request.protect_content: 'true' has the wrong type",
        ),
        (
            {"chat_id": 1, "text": "x", "reply_parameters": {"message_id": 1, "mesage": 1}},
            "request.reply_parameters.mesage: unknown field of ReplyParameters",
        ),
    ],
)
def test_a_wrong_request_is_named(params: JsonObject, problem: str) -> None:
    assert problem in list(request_problems(SendMessage, params))


def test_a_wrong_update_is_named() -> None:
    update: JsonObject = {
        "update_id": 1,
        "message": {"message_id": 1, "date": "1", "chat": {"id": 1, "type": "private", "naam": "x"}},
    }
    problems = list(update_problems(update))
    assert "update.message.chat.naam: unknown field of Chat" in problems
    assert any(problem.startswith("update.message.date") for problem in problems)


async def test_the_check_fails_when_an_answer_was_not_as_in_the_bot_api(town: Town) -> None:
    conformance = Conformance(town.world)
    conformance("getMe", {}, {"ok": True, "result": {"id": 1, "is_bot": True}})
    conformance("getMe", {}, {"ok": False, "error_code": 400})
    with pytest.raises(AssertionError, match="first_name"):
        conformance.check()
    assert len(conformance.problems) == 2
