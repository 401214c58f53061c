"""The control API tells the page what people see, moves the clock and keeps other pages out."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from aiohttp import StreamReader
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.clock import SystemClock
from bot.demo.model import JsonObject
from tests.clock import ManualClock
from tests.demo.test_server_ptb import started
from tests.people import Town


async def get(town: Town, path: str) -> JsonObject:
    async with town.http.get(path) as response:
        assert response.status == 200
        return cast(JsonObject, await response.json())


async def test_the_page_gets_everything_there_is(town: Town, bot: Bot) -> None:
    anna = await started(town)
    group = await town.group("Groep 5", anna)
    buttons = [
        [
            InlineKeyboardButton("Ja", callback_data="geheim"),
            InlineKeyboardButton("Lees", url="https://example.org"),
        ]
    ]
    await bot.send_message(group.id, "<b>Wie?</b>", parse_mode="HTML", reply_markup=InlineKeyboardMarkup(buttons))
    await bot.send_message(
        anna.id,
        "Kies",
        reply_markup=ReplyKeyboardMarkup([["Ja"]], input_field_placeholder="Kies"),
        protect_content=True,
    )
    await bot.send_message(anna.id, "Klaar", reply_markup=ReplyKeyboardRemove())
    state = await get(town, "/demo/state")
    assert state["bot"] == {
        "id": town.world.bot_id,
        "username": town.world.username,
        "first_name": "Praatmaat",
    }
    assert state["clock"] == {
        "offset": 0,
        "now": "2026-03-02T10:00:00+01:00",
        "now_text": "maandag 2 maart 2026, 10:00",
    }
    messages = cast("dict[str, list[JsonObject]]", state["messages"])
    asked = messages[str(group.id)][-1]
    assert asked["html"] == "<b>Wie?</b>" and asked["text"] == "Wie?" and asked["kind"] == "text"
    assert asked["inline_keyboard"] == [
        [{"text": "Ja", "callback": True}, {"text": "Lees", "url": "https://example.org"}]
    ]
    start, choose, done = messages[str(anna.id)]
    assert choose["reply_keyboard"] == [["Ja"]] and choose["placeholder"] == "Kies" and choose["protected"] is True
    assert done["reply_keyboard"] == "remove" and start["reply_keyboard"] is None
    assert "geheim" not in json.dumps(state)


async def test_what_people_and_bot_write_can_not_run_in_the_page(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await anna.writes("<script>alert(1)</script> & meer")
    await bot.send_message(anna.id, '<a href="javascript:alert(1)">x</a> <b>1 <i>2</i></b><i>3</i>', parse_mode="HTML")
    said, told = town.messages(anna)[-2:]
    chat = await get(town, f"/demo/chat/{anna.id}?after=1")
    first, second = cast("list[JsonObject]", chat["messages"])
    assert first["message_id"] == said.message_id and second["message_id"] == told.message_id
    assert first["html"] == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer"
    assert second["html"] == "x <b>1 <i>2</i></b><i>3</i>"


async def test_a_long_text_is_cut_in_messages_as_the_apps_do(town: Town) -> None:
    anna = await started(town)
    await anna.writes("😀" * 3000)
    assert [len(m.text) for m in town.messages(anna)[1:]] == [2048, 952]


async def test_the_page_hears_of_each_change_at_once(town: Town, bot: Bot) -> None:
    anna = await started(town)
    async with town.http.get("/demo/events") as stream:
        lines = _lines(stream.content)
        assert await anext(lines) == ": hello"
        sent = await bot.send_message(anna.id, "hoi")
        assert await _event(lines, "message") == {
            "type": "message",
            "chat_id": anna.id,
            "message_id": sent.message_id,
        }
        await bot.edit_message_text("dag", anna.id, sent.message_id)
        assert (await _event(lines, "edit"))["message_id"] == sent.message_id
        await bot.send_chat_action(anna.id, "typing")
        assert (await _event(lines, "typing"))["chat_id"] == anna.id


async def _lines(content: StreamReader) -> AsyncIterator[str]:
    async for line in content:
        if line.strip():
            yield line.decode().strip()


async def _event(lines: AsyncIterator[str], kind: str) -> JsonObject:
    async for line in lines:
        event = cast(JsonObject, json.loads(line.removeprefix("data: ")))
        if event["type"] == kind:
            return event
    raise AssertionError("the stream ended")


async def test_the_clock_of_the_bot_and_of_the_messages_moves_together(tmp_path: Path) -> None:
    offset_file = tmp_path / "offset"
    real = ManualClock()
    async with Town(real=real.real, offset_file=offset_file) as town:
        anna = await started(town)
        await town.act("clock", forward=3600)
        clock = await town.act("clock", forward=3600)
        assert clock["offset"] == 7200 and clock["now_text"] == "maandag 2 maart 2026, 12:00"
        await anna.writes("twee uur later")
        assert town.messages(anna)[-1].date - town.messages(anna)[0].date == 7200
        bots = SystemClock(offset_file)
        assert timedelta(seconds=7199) < bots.now() - bots.real() < timedelta(seconds=7201)
        await town.act("clock", offset=0)
        assert offset_file.read_text() == "0\n" and town.world.now() == real.real()


async def test_the_clock_jumps_to_the_next_thing_that_may_happen(town: Town, real: ManualClock) -> None:
    with pytest.raises(AssertionError, match="nothing is waiting"):
        await town.act("clock", until="next")
    town.server.control.next_moment = _tomorrow
    clock = await town.act("clock", until="next")
    assert clock["now"] == "2026-03-03T08:00:01+01:00"


async def _tomorrow() -> datetime:
    return datetime(2026, 3, 3, 7, 0, 0, 500, tzinfo=UTC)


async def test_what_the_bot_did_can_be_read_back(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await bot.send_message(
        anna.id, "Dag", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="x")]])
    )
    async with town.http.get("/demo/log") as response:
        log = cast("list[JsonObject]", await response.json())
    assert [(c["method"], c["status"]) for c in log] == [("getMe", 200), ("sendMessage", 200)]
    assert cast(JsonObject, log[1]["params"])["chat_id"] == anna.id and log[1]["at"] == "2026-03-02T09:00:00+00:00"
    async with town.http.get(f"/demo/transcript?chat={anna.id}") as response:
        assert await response.text() == "02-03 10:00 Anna: /start\n02-03 10:00 Praatmaat: Dag\n   [Ja]\n"


async def test_a_picture_of_the_bot_can_be_shown_but_never_run(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await bot.send_document(anna.id, b"<script>", filename="x.html")
    chat = await get(town, f"/demo/chat/{anna.id}?after=1")
    shown = cast("list[dict[str, JsonObject]]", chat["messages"])[0]["file"]
    async with town.http.get(str(shown["url"])) as response:
        assert await response.read() == b"<script>"
        assert response.headers["Content-Security-Policy"] == "sandbox"


async def test_acts_that_make_no_sense_are_refused_with_a_reason(town: Town) -> None:
    anna = await town.person("Anna")
    for act, body, reason in (
        ("send", {"user": anna.id, "chat": anna.id, "text": "hoi"}, "must press Start first"),
        ("send", {"user": 1, "chat": 1, "text": "hoi"}, "there is no user 1"),
        ("send", {"user": anna.id}, "chat is missing"),
        ("open", {"user": anna.id, "url": "https://example.org"}, "no link to a Telegram chat"),
        ("open", {"user": anna.id, "url": f"t.me/{town.world.username}?start=a b"}, "start payload"),
        ("clock", {"forward": 10**15}, "outside the calendar"),
        ("block", {"user": anna.id}, "never opened the bot"),
        ("dans", {}, "there is no act called dans"),
    ):
        with pytest.raises(AssertionError, match=reason):
            await town.act(act, **body)


async def test_a_page_of_another_site_can_not_steer_the_demo(town: Town) -> None:
    for headers in ({"Origin": "https://example.org"}, {"Host": "example.org"}):
        async with town.http.post("/demo/users", json={"first_name": "x"}, headers=headers) as response:
            assert response.status == 403
    async with town.http.post("/demo/users", json={"first_name": "x"}, headers={"Origin": town.server.url}) as response:
        assert response.status == 200


async def test_the_page_is_served_fresh_and_nothing_outside_it(town: Town, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>telefoons</p>")
    (tmp_path.parent / "geheim.txt").write_text("geheim")
    town.server.page = tmp_path
    async with town.http.get("/") as response:
        assert await response.text() == "<p>telefoons</p>" and response.headers["Cache-Control"] == "no-store"
    for path in ("/geheim.txt", "/%2e%2e%2fgeheim.txt", "/index"):
        async with town.http.get(path) as response:
            assert response.status == 404
