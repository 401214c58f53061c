"""The transport: it knows whether a request surely did not leave, and never repeats the token."""

import logging
from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter

from bot.delivery.request import AiohttpRequest, MaybeSent, NotSent, TooFast
from tests.people import Person, Town


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with Town() as town:
        yield town


@pytest.fixture
async def bot(town: Town) -> AsyncIterator[Bot]:
    request = AiohttpRequest(read_timeout=0.3)
    bot = Bot(town.token, base_url=town.base_url, request=request, get_updates_request=request)
    async with bot:
        yield bot


@pytest.fixture
async def anna(town: Town) -> Person:
    anna = await town.person("Anna")
    await anna.starts()
    return anna


async def test_a_message_with_every_kind_of_character_arrives_as_it_is(town: Town, bot: Bot, anna: Person) -> None:
    text = "é 👩‍👩‍👧 \u2068x\u2069 & = + % ; \n \" '"
    await bot.send_message(anna.id, text)
    assert town.from_bot(anna) == [text]


async def test_a_server_that_is_not_there_surely_got_nothing(town: Town, anna: Person) -> None:
    request = AiohttpRequest()
    await request.initialize()
    await town.server.stop()
    with pytest.raises(NotSent):
        await Bot(town.token, base_url=town.base_url, request=request).send_message(anna.id, "hoi")
    await request.shutdown()
    await town.server.start()


async def test_a_request_that_was_never_opened_or_is_closed_sends_nothing(town: Town, anna: Person) -> None:
    request = AiohttpRequest()
    with pytest.raises(NotSent):
        await Bot(town.token, base_url=town.base_url, request=request).send_message(anna.id, "hoi")


@pytest.mark.parametrize("effect", ["before", "after"])
async def test_a_broken_connection_may_have_delivered(town: Town, bot: Bot, anna: Person, effect: str) -> None:
    await town.fails(method="sendMessage", drop=True, effect=effect)
    with pytest.raises(MaybeSent):
        await bot.send_message(anna.id, "hoi")
    assert len(town.from_bot(anna)) == (effect == "after")


async def test_an_answer_that_takes_too_long_may_have_been_delivered(town: Town, bot: Bot, anna: Person) -> None:
    await town.fails(method="sendMessage", delay=2, effect="after")
    with pytest.raises(MaybeSent):
        await bot.send_message(anna.id, "hoi")


async def test_a_call_may_allow_itself_more_time(town: Town, bot: Bot, anna: Person) -> None:
    await town.fails(method="sendMessage", delay=0.5)
    await bot.send_message(anna.id, "hoi", read_timeout=5)
    assert town.from_bot(anna) == ["hoi"]


async def test_an_answer_that_is_no_json_is_not_written_in_the_log(
    town: Town, bot: Bot, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await town.fails(method="sendMessage", body="geheim van Anna")
    with pytest.raises(MaybeSent) as caught:
        await bot.send_message(anna.id, "hoi")
    assert "geheim" not in caplog.text and "geheim" not in str(caught.value)


async def test_a_429_tells_how_long_to_wait(town: Town, bot: Bot, anna: Person) -> None:
    await town.fails(method="sendMessage", status=429, retry_after=7)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(anna.id, "hoi")
    assert isinstance(caught.value, TooFast) and caught.value.seconds == 7


async def test_a_429_without_a_number_waits_a_little(town: Town, bot: Bot, anna: Person) -> None:
    await town.fails(method="sendMessage", status=429, body="slow down")
    with pytest.raises(TooFast) as caught:
        await bot.send_message(anna.id, "hoi")
    assert 1 <= caught.value.seconds <= 60


async def test_no_error_repeats_the_token(town: Town, bot: Bot, anna: Person) -> None:
    for rule in ({"drop": True}, {"status": 502}, {"body": "x"}, {"delay": 2, "effect": "after"}):
        await town.fails(method="sendMessage", **rule)
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(anna.id, "hoi")
        chain: list[BaseException] = [caught.value]
        while (cause := chain[-1].__cause__) is not None:
            chain.append(cause)
        assert not any(town.token in repr(error) for error in chain)
