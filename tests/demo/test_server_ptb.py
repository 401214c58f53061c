"""The local server answers python-telegram-bot, the client the bot itself uses, as Telegram would."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from tests.people import Town


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with Town() as town:
        yield town


@pytest.fixture
async def bot(town: Town) -> AsyncIterator[Bot]:
    async with Bot(town.token, base_url=town.base_url, base_file_url=town.base_file_url) as bot:
        yield bot


async def test_a_person_presses_start_and_the_bot_answers(town: Town, bot: Bot) -> None:
    anna = await town.person("Anna")
    await anna.starts("abc")
    (update,) = await bot.get_updates(allowed_updates=Update.ALL_TYPES)
    assert update.message is not None and update.message.text == "/start abc"
    await bot.send_message(update.message.chat_id, "Dag <b>Anna</b>", parse_mode="HTML")
    assert await anna.sees() == ["Dag Anna"]


async def test_a_press_gets_its_answer_and_the_link_in_it_is_followed(town: Town, bot: Bot) -> None:
    anna = await town.person("Anna")
    group = await town.group("Groep 5", anna)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Doe mee", callback_data="x")]])
    await bot.send_message(group.id, "Wie doet er mee?", reply_markup=keyboard)
    import asyncio

    tapping = asyncio.ensure_future(anna.taps(group, "Doe mee"))
    press = None
    offset = 0
    while press is None:
        for update in await bot.get_updates(offset=offset, timeout=5):
            offset = update.update_id + 1
            press = update.callback_query or press
    await press.answer(url=f"https://t.me/{town.world.username}?start=tok")
    answer = await tapping
    assert answer is not None and answer.url is not None
    assert "/start tok" in town.transcript(anna)
