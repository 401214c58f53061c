"""Updates wait, are confirmed and are forgotten by Telegram's rules."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import Conflict

from tests.clock import ManualClock
from tests.demo.test_server_ptb import one_button, started
from tests.people import Person, Town


async def waiting(bot: Bot) -> list[str]:
    """The texts that wait; nothing is confirmed by looking."""
    return [u.message.text or "" for u in await bot.get_updates() if u.message is not None]


async def with_three_messages(town: Town) -> Person:
    anna = await started(town)
    await anna.writes("een")
    await anna.writes("twee")
    return anna


async def test_what_is_not_confirmed_comes_again(town: Town, bot: Bot) -> None:
    await with_three_messages(town)
    assert await waiting(bot) == await waiting(bot) == ["/start", "een", "twee"]


async def test_a_higher_offset_confirms_all_before_it(town: Town, bot: Bot) -> None:
    await with_three_messages(town)
    first = (await bot.get_updates(limit=1))[0]
    await bot.get_updates(offset=first.update_id + 1, limit=1)
    assert await waiting(bot) == ["een", "twee"]


async def test_a_negative_offset_forgets_what_came_before(town: Town, bot: Bot) -> None:
    await with_three_messages(town)
    (last,) = await bot.get_updates(offset=-1)
    assert last.message is not None and last.message.text == "twee"
    assert await waiting(bot) == ["twee"]


async def test_a_waiting_poll_wakes_up_when_someone_writes(town: Town, bot: Bot) -> None:
    anna = await town.person("Anna")
    poll = asyncio.ensure_future(bot.get_updates(timeout=30))
    async with asyncio.timeout(5):
        await anna.starts()
        assert len(await poll) == 1


async def test_of_two_pollers_the_older_one_is_sent_away(town: Town, bot: Bot) -> None:
    anna = await town.person("Anna")
    older = asyncio.ensure_future(bot.get_updates(timeout=30))
    while not town.world.updates.polled:
        await asyncio.sleep(0)  # a turn of the loop, no time
    async with Bot(town.token, base_url=town.base_url) as second:
        newer = asyncio.ensure_future(second.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates"):
            await older
        await anna.starts()
        assert len(await newer) == 1


async def test_a_kind_of_update_that_was_not_asked_for_stays_away_also_later(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await bot.get_updates(allowed_updates=["callback_query"])
    await anna.writes("niemand hoort dit")
    assert await waiting(bot) == ["/start"]
    await bot.get_updates(allowed_updates=[])
    await anna.writes("nu wel")
    assert await waiting(bot) == ["/start", "nu wel"]


async def test_a_message_waits_for_a_day_and_no_longer(town: Town, bot: Bot, real: ManualClock) -> None:
    await with_three_messages(town)
    real.advance(timedelta(hours=23, minutes=59))
    assert len(await waiting(bot)) == 3
    real.advance(timedelta(minutes=1))
    assert await waiting(bot) == []


async def test_a_press_waits_for_two_and_a_half_minutes_and_no_longer(town: Town, bot: Bot, real: ManualClock) -> None:
    anna = await started(town)
    await bot.send_message(anna.id, "Kies", reply_markup=one_button())
    await bot.get_updates(offset=-1)
    town.server.control.answer_within = 0.01
    assert await anna.taps(anna, "Doe mee") is None
    real.advance(149)
    assert [u.callback_query is not None for u in await bot.get_updates()] == [False, True]
    real.advance(1)
    assert [u.callback_query is not None for u in await bot.get_updates()] == [False]


async def test_a_jump_of_the_demo_clock_makes_no_update_old(town: Town, bot: Bot) -> None:
    await with_three_messages(town)
    await town.forward_clock(3 * 24 * 3600)
    assert len(await waiting(bot)) == 3


async def test_the_numbers_of_updates_go_up_and_a_raw_one_keeps_its_own(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await town.act("raw", updates=[{"unheard_of": {}}, {"update_id": 900_000_000, "message": {"broken": True}}])
    await anna.writes("daarna")
    async with town.http.get(f"/bot{town.token}/getUpdates") as response:
        ids = [update["update_id"] for update in (await response.json())["result"]]
    assert ids == sorted(set(ids)) and ids[2] == 900_000_000 and len(ids) == 4
