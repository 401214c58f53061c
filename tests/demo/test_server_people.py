"""The people of the end-to-end tests do what people can do, and nothing they can't."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest

from tests.demo.test_server_ptb import one_button, press, started, updates
from tests.people import Town


async def test_nobody_picks_a_label_that_is_not_on_their_keyboard(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await bot.send_message(anna.id, "Lukt het?", reply_markup=ReplyKeyboardMarkup([["Ja", "Nee"]]))
    with pytest.raises(AssertionError, match="'Misschien' is not on the keyboard"):
        await anna.picks("Misschien")


async def test_nobody_presses_a_button_that_is_not_there(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await bot.send_message(anna.id, "Kies", reply_markup=one_button("Ja"))
    with pytest.raises(AssertionError, match=r"(?s)there is no button 'Nee'.*\[Ja\]"):
        await anna.taps(anna, "Nee")


async def test_of_two_equal_buttons_the_newest_is_pressed_unless_a_message_is_named(town: Town, bot: Bot) -> None:
    anna = await started(town)
    first = await bot.send_message(anna.id, "Een", reply_markup=one_button("Ja"))
    second = await bot.send_message(anna.id, "Twee", reply_markup=one_button("Ja"))
    old = town.messages(anna)[-2]
    for message, expected in ((None, second), (old, first)):
        tapping = asyncio.ensure_future(anna.taps(anna, "Ja", message))
        pressed = await press(bot)
        assert pressed.message is not None and pressed.message.message_id == expected.message_id
        await pressed.answer()
        await tapping


async def test_a_button_with_a_link_to_the_bot_opens_it_and_another_address_does_not(town: Town, bot: Bot) -> None:
    anna = await town.person("Anna")
    group = await town.group("Groep 5", anna)
    rows = [
        [InlineKeyboardButton("Antwoord privé", url=f"https://t.me/{town.world.username}?start=tok")],
        [InlineKeyboardButton("Lees meer", url="https://example.org/")],
    ]
    await bot.send_message(group.id, "Kies", reply_markup=InlineKeyboardMarkup(rows))
    await updates(bot)
    read = await anna.taps(group, "Lees meer")
    assert read is not None and read.url == "https://example.org/" and town.messages(anna) == []
    await anna.taps(group, "Antwoord privé")
    assert [u.message.text for u in await updates(bot) if u.message] == ["/start tok"]


async def test_waiting_ends_at_the_change_it_waits_for(town: Town, bot: Bot) -> None:
    anna = await started(town)
    waiting = asyncio.ensure_future(anna.sees("klaar"))
    await bot.send_message(anna.id, "bijna")
    await bot.send_message(anna.id, "en klaar")
    assert await waiting == ["bijna", "en klaar"]


async def test_waiting_in_vain_shows_what_was_said(town: Town) -> None:
    anna = await started(town)
    with pytest.raises(AssertionError, match=r"(?s)did not happen within 0.01 s.*Anna: /start"):
        await anna.sees("iets", seconds=0.01)


async def test_who_deletes_an_own_message_leaves_nothing_to_reply_to(town: Town, bot: Bot) -> None:
    anna = await started(town)
    said = await anna.writes("vergeet dit")
    await updates(bot)
    await anna.deletes(said)
    assert await updates(bot) == []
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(anna.id, "x", reply_parameters=ReplyParameters(said))


async def test_people_change_only_their_own_words(town: Town, bot: Bot) -> None:
    anna = await started(town)
    told = await bot.send_message(anna.id, "van de bot")
    with pytest.raises(AssertionError, match="only edit their own"):
        await anna.edits(told.message_id, "van mij")
    with pytest.raises(AssertionError, match="only delete their own"):
        await anna.deletes(told.message_id)
