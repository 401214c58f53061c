"""Faults on request hit the call they are meant for, before or after its work is done."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from tests.demo.test_server_ptb import started, updates
from tests.people import Person, Town

# The client warns of its own future at every 429.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.fixture
async def anna(town: Town) -> Person:
    return await started(town)


@pytest.mark.parametrize(
    ("rule", "error"),
    [
        ({"status": 429, "retry_after": 7}, RetryAfter),
        ({"status": 403, "description": "Forbidden: user is deactivated"}, Forbidden),
        ({"status": 400}, BadRequest),
        ({"status": 400, "migrate_to_chat_id": -1001}, ChatMigrated),
        ({"status": 500}, NetworkError),
        ({"status": 502, "body": "<html>502 Bad Gateway</html>"}, NetworkError),
        ({"body": "geen json"}, TelegramError),
        ({"drop": True}, NetworkError),
    ],
)
async def test_a_fault_before_the_work_means_that_nothing_was_sent(
    town: Town, bot: Bot, anna: Person, rule: dict[str, object], error: type[TelegramError]
) -> None:
    await town.fails(method="sendMessage", times=1, **rule)
    with pytest.raises(error):
        await bot.send_message(anna.id, "hoi")
    assert await anna.sees() == []
    await bot.send_message(anna.id, "nu wel")
    assert await anna.sees() == ["nu wel"]


@pytest.mark.parametrize("rule", [{"drop": True}, {"status": 500}, {"body": ""}])
async def test_a_fault_after_the_work_leaves_the_bot_in_doubt(
    town: Town, bot: Bot, anna: Person, rule: dict[str, object]
) -> None:
    await town.fails(method="sendMessage", effect="after", **rule)
    with pytest.raises(TelegramError):
        await bot.send_message(anna.id, "hoi")
    assert await anna.sees() == ["hoi"]
    assert len(town.calls("sendMessage")) == 1


async def test_a_slow_answer_comes_too_late_for_who_does_not_wait(town: Town, bot: Bot, anna: Person) -> None:
    await town.fails(method="sendMessage", effect="after", delay=5)
    with pytest.raises(TimedOut):
        await bot.send_message(anna.id, "hoi", read_timeout=0.05)
    assert await anna.sees() == ["hoi"]


async def test_a_fault_may_be_meant_for_one_chat_and_for_some_times(town: Town, bot: Bot, anna: Person) -> None:
    ben = await started(town, "Ben")
    await town.fails(method="*", chat_id=anna.id, times=2, status=403)
    await bot.send_message(ben.id, "hoi Ben")
    for _ in range(2):
        with pytest.raises(Forbidden):
            await bot.send_message(anna.id, "hoi Anna")
    await bot.send_message(anna.id, "hoi Anna")


async def test_faults_can_be_taken_away(town: Town, bot: Bot, anna: Person) -> None:
    await town.fails(method="getUpdates", times=-1, status=500)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.get_updates()
    async with town.http.delete("/demo/faults") as response:
        assert response.status == 200
    assert len(await updates(bot)) == 1


async def test_a_rule_that_makes_no_sense_is_refused(town: Town) -> None:
    for rule in ({"methode": "sendMessage"}, {"method": "sendMesage"}, {"effect": "tijdens"}, {"times": "vaak"}):
        async with town.http.post("/demo/faults", json={"rules": [rule]}) as response:
            assert response.status == 400


async def test_fetching_a_file_can_fail_too(town: Town, bot: Bot, anna: Person) -> None:
    photo = await bot.send_photo(anna.id, b"picture")
    file = await bot.get_file(photo.photo[-1].file_id)
    await town.fails(method="download", status=502)
    with pytest.raises(NetworkError):
        await file.download_as_bytearray()
    assert await file.download_as_bytearray() == b"picture"
