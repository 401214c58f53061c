"""Fetching: stored before acknowledged, and no trouble ends it in silence.

Over real HTTP, against our local Telegram where it can play the part, and against a server that says just what the
test wants where it can't.
"""

import asyncio
import json
import logging
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import web
from telegram import Bot, Update

from bot.delivery.request import AiohttpRequest
from bot.intake.flood import MOST
from bot.intake.poll import AnotherPoller, Me, Poller
from bot.intake.shape import KINDS, Json
from bot.keys import MasterKey, Vault
from bot.storage import inbox, people
from bot.storage.database import Database, Tx
from tests.clock import ManualClock
from tests.people import Town

ROOT = Path(__file__).parents[2]
TOKEN = "123456:kanarie-token-aabbccddeeff00112233"
ROSA = 11
WHEN = int(ManualClock().real().timestamp())


def text(id: int, said: str = "hoi", *, sender: int = ROSA, **fields: object) -> Json:
    return {
        "update_id": id,
        "message": {
            "message_id": id,
            "date": WHEN,
            "chat": {"id": sender, "type": "private"},
            "from": {"id": sender, "is_bot": False, "first_name": "Rosa"},
            "text": said,
        }
        | fields,
    }


Reply = tuple[int, str]


def good(*updates: object) -> Reply:
    return 200, json.dumps({"ok": True, "result": list(updates)})


def bad(code: int, description: str, **parameters: object) -> Reply:
    return code, json.dumps({"ok": False, "error_code": code, "description": description, "parameters": parameters})


class Script:
    """A Bot API server that gives the scripted answers to getUpdates, and remembers what it was asked."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.asked: list[tuple[str, Json]] = []
        self.get_me: list[Reply] = []
        self.on_get_updates: Callable[[], None] = lambda: None

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.asked.append((method, {key: json.loads(str(v)) for key, v in (await request.post()).items()}))
        if method == "getMe":
            code, body = self.get_me.pop(0) if self.get_me else (200, '{"ok": true, "result": {"id": 1}}')
        else:
            self.on_get_updates()
            code, body = self.replies.pop(0) if self.replies else good()
        return web.Response(status=code, text=body, content_type="application/json")

    @property
    def offsets(self) -> list[object]:
        return [asked.get("offset") for method, asked in self.asked if method == "getUpdates"]


class Post:
    """A poller with its database, in front of a scripted server."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self.script = folder, ManualClock(), Script()
        self.waits: list[float] = []
        self.free = 1 << 40
        self.woken = 0
        self.floods: list[tuple[int, int]] = []
        self.dead: list[tuple[int, int]] = []

    async def open(self, stack: AsyncExitStack) -> "Post":
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self.script.answer)
        runner = web.AppRunner(app)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
        self.bot = Bot(TOKEN, base_url=url, request=AiohttpRequest(), get_updates_request=AiohttpRequest())
        for request in self.bot._request:
            await request.initialize()
            stack.push_async_callback(request.shutdown)
        self.database = await stack.enter_async_context(Database.open(self.folder / "praatmaat.db", clock=self.clock))
        self.vault = Vault(MasterKey.new(self.folder / "master.key"))
        self.poller = self.restart()
        return self

    def restart(self) -> Poller:
        self.poller = Poller(
            self.bot,
            self.database,
            self.vault,
            self.clock,
            me=Me(id=777, username="Praatmaat_bot", control_labels=frozenset({"Doe mee"})),
            folder=self.folder,
            on_stored=self.wake,
            on_flood=lambda tx, chat, id: self.floods.append((chat, id)),
            on_dead=lambda tx, chat, id: self.dead.append((chat, id)),
            wait=self.wait,
            free_bytes=lambda folder: self.free,
            hold=0,
        )
        return self.poller

    def wake(self) -> None:
        self.woken += 1

    async def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.clock.advance(seconds)

    async def polls(self, times: int) -> None:
        for _ in range(times):
            pause = await self.poller.poll_once()
            if pause:
                await self.wait(pause)

    async def rows(self) -> list[tuple[int, int, str, str]]:
        return await self.database.transact(
            lambda tx: [tuple(r) for r in tx.run("SELECT update_id, lane, kind, state FROM inbox ORDER BY update_id")]
        )

    async def ids(self) -> list[int]:
        return [row[0] for row in await self.rows()]

    async def consents(self, person: int = ROSA) -> None:
        def agree(tx: Tx) -> None:
            circle, who = people.ensure_circle(tx, -100), people.ensure_person(tx, person, "nl")
            people.consent(tx, circle=circle, person=who, version="1", at=1.0)

        await self.database.transact(agree)

    def on_disk(self, what: str) -> list[str]:
        needles = [what.encode(enc) for enc in ("utf-8", "utf-16-le", "utf-16-be")]
        return [f.name for f in self.folder.rglob("*") if f.is_file() and any(n in f.read_bytes() for n in needles)]


@pytest.fixture(autouse=True)
def modern_durations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else python-telegram-bot warns of itself


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    async with AsyncExitStack() as stack:
        yield await Post(tmp_path).open(stack)


# ------------------------------------------------------------ stored before acknowledged


async def test_the_first_poll_carries_no_offset_and_each_next_one_acknowledges_what_was_stored(post: Post) -> None:
    post.script.replies = [good(text(7), text(9)), good(), good(text(10))]
    await post.polls(4)
    assert post.script.offsets == [None, 10, 10, 11]
    assert await post.ids() == [7, 9, 10] and post.woken == 2


async def test_every_poll_asks_for_the_whole_list_of_kinds(post: Post) -> None:
    await post.polls(2)
    assert [asked["allowed_updates"] for _, asked in post.script.asked] == [list(KINDS)] * 2


async def test_when_the_next_poll_comes_the_updates_are_on_disk(post: Post) -> None:
    seen: list[list[int]] = []

    def look() -> None:
        with sqlite3.connect(post.folder / "praatmaat.db") as reader:
            seen.append([row[0] for row in reader.execute("SELECT update_id FROM inbox ORDER BY update_id")])
        reader.close()

    post.script.on_get_updates = look
    post.script.replies = [good(text(1), text(2)), good(text(3))]
    await post.polls(3)
    assert seen == [[], [1, 2], [1, 2, 3]]


async def test_after_a_restart_the_same_updates_come_again_and_are_stored_once(post: Post) -> None:
    post.script.replies = [good(text(1), text(2)), good(text(2), text(1), text(3))]
    await post.polls(1)
    post.restart()
    await post.polls(1)
    assert post.script.offsets == [None, None]
    assert await post.ids() == [1, 2, 3]


async def test_after_a_quiet_week_lower_ids_are_welcome(post: Post) -> None:
    post.script.replies = [good(text(900)), good(text(5))]
    await post.polls(3)
    assert await post.ids() == [5, 900] and post.script.offsets == [None, 901, 6]


async def test_what_cannot_be_stored_is_not_acknowledged_and_comes_again(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    pages = await post.database._on_thread(lambda: post.database._raw.execute("PRAGMA page_count").fetchone()[0])

    async def room(pages: int) -> None:
        await post.database._on_thread(lambda: post.database._raw.execute(f"PRAGMA max_page_count={pages}").fetchall())

    await post.consents()
    await room(pages)
    batch = [text(n, "x" * 4000) for n in range(1, 6)]
    post.script.replies = [good(*batch)] * 4
    await post.polls(2)
    assert post.script.offsets == [None, None] and await post.ids() == []
    assert "alarm: updates can't be stored" in caplog.text and post.waits == [1.0, 2.0]
    await room(1_000_000)
    await post.polls(2)
    assert await post.ids() == [1, 2, 3, 4, 5] and post.script.offsets[-1] == 6


async def test_with_little_room_on_disk_nothing_is_fetched_until_there_is_more(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    post.free, post.script.replies = 499 << 20, [good(text(1))]
    await post.polls(3)
    assert post.script.asked == [] and "alarm: less than 500 MB free" in caplog.text
    post.free = 501 << 20
    await post.polls(1)
    assert await post.ids() == [1]


def test_killed_at_any_moment_nothing_that_was_acknowledged_is_lost_and_nothing_is_stored_twice(
    tmp_path: Path,
) -> None:
    """The bot runs beside this test and is killed four times; Telegram forgets only what was acknowledged."""
    script = f"""
import asyncio, sys
from pathlib import Path
from telegram import Bot
from bot.intake.poll import Me, Poller
from bot.keys import MasterKey, Vault
from bot.storage.database import Database
from tests.clock import ManualClock
async def main():
    folder = Path({str(tmp_path)!r})
    key = folder / "k"
    vault = Vault(MasterKey.read(key) if key.exists() else MasterKey.new(key))
    bot = Bot({TOKEN!r}, base_url=sys.argv[1])
    for request in bot._request:
        await request.initialize()
    async with Database.open(folder / "praatmaat.db", clock=ManualClock()) as database:
        me = Me(id=777, username="b", control_labels=frozenset())
        free = lambda folder: 1 << 40
        await Poller(bot, database, vault, ManualClock(), me=me, folder=folder, free_bytes=free, hold=0).run()
asyncio.run(main())
"""

    async def telegram() -> tuple[set[int], list[int]]:
        queue = [text(id, sender=1000 + id) for id in range(1, 301)]
        forgotten: set[int] = set()
        calls = 0
        process: list[subprocess.Popen[bytes]] = []
        finished = asyncio.Event()

        async def answer(request: web.Request) -> web.Response:
            nonlocal calls
            calls += 1
            offset = int(str((await request.post()).get("offset", 0)))
            while queue and int(str(queue[0]["update_id"])) < offset:
                forgotten.add(int(str(queue.pop(0)["update_id"])))
            if not queue:
                finished.set()
                await asyncio.Event().wait()
            if calls % 5 == 0 and calls < 25:
                asyncio.get_running_loop().call_later(0.003 * (calls % 3), os.kill, process[-1].pid, signal.SIGKILL)
            return web.json_response({"ok": True, "result": queue[:10]})

        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
        kills = 0
        try:
            while not finished.is_set():
                process.append(subprocess.Popen([sys.executable, "-c", script, url], cwd=ROOT))
                ended = asyncio.ensure_future(asyncio.to_thread(process[-1].wait))
                done = asyncio.ensure_future(finished.wait())
                await asyncio.wait({ended, done}, timeout=60, return_when=asyncio.FIRST_COMPLETED)
                if process[-1].poll() is None:
                    process[-1].kill()
                else:
                    kills += 1
                await ended
                done.cancel()
        finally:
            await runner.cleanup()
        assert kills >= 2, "the test must have killed it in the middle"
        with sqlite3.connect(tmp_path / "praatmaat.db") as reader:
            kept = [row[0] for row in reader.execute("SELECT update_id FROM inbox ORDER BY update_id")]
        reader.close()
        return forgotten, kept

    forgotten, kept = asyncio.run(telegram())
    assert forgotten == set(range(1, 301)) and kept == list(range(1, 301))


# ------------------------------------------------------------ trouble


async def test_trouble_at_telegram_is_waited_out_longer_each_time_and_forgotten_after_one_good_poll(post: Post) -> None:
    trouble = bad(502, "Bad Gateway")
    post.script.replies = [trouble] * 7 + [good(text(1)), trouble]
    await post.polls(9)
    assert post.waits == [1, 2, 4, 8, 16, 30, 30, 1]
    assert await post.ids() == [1]


@pytest.mark.parametrize(
    "reply",
    [
        (200, "<html>sign in to the school's network</html>"),
        (200, ""),
        (200, '{"ok": true, "result": [{"upda'),
        (200, '{"ok": true, "result": {"not": "a list"}}'),
        (200, '{"ok": true}'),
        (200, "[]"),
        (200, "null"),
        (500, "<html>kanarie</html>"),
        (502, ""),
        (504, '{"ok": false, "description": "Gateway Timeout"}'),
        (400, '{"ok": false, "error_code": 400, "description": "Logged out"}'),
        (403, '{"ok": false, "description": "Forbidden: kanarie"}'),
        (302, ""),
    ],
)
async def test_an_answer_that_is_none_is_tried_again_and_not_shown(
    post: Post, reply: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    post.script.replies = [reply, good(text(1))]
    await post.polls(2)
    assert post.waits == [1.0] and await post.ids() == [1]
    assert "kanarie" not in "".join(r.getMessage() for r in caplog.records if r.name.startswith("bot."))


async def test_when_nobody_answers_polling_goes_on(post: Post) -> None:
    nowhere = "http://127.0.0.1:9/bot"
    dead = Bot(TOKEN, base_url=nowhere, request=AiohttpRequest(), get_updates_request=AiohttpRequest())
    async with AsyncExitStack() as stack:
        for request in dead._request:
            await request.initialize()
            stack.push_async_callback(request.shutdown)
        live, post.bot = post.bot, dead
        post.restart()
        await post.polls(2)
        post.poller._bot = live
        post.script.replies = [good(text(1))]
        await post.polls(1)
    assert post.waits == [1.0, 2.0] and await post.ids() == [1]


async def test_telegram_asking_for_patience_gets_it(post: Post) -> None:
    post.script.replies = [bad(429, "Too Many Requests: retry after 17", retry_after=17), good(text(1))]
    await post.polls(2)
    assert post.waits == [17.0] and await post.ids() == [1]


@pytest.mark.parametrize(("code", "said"), [(401, "Unauthorized"), (404, "Not Found")])
@pytest.mark.parametrize("initialized", [True, False])
async def test_a_token_that_telegram_does_not_know_raises_an_alarm_and_is_tried_until_it_does(
    post: Post, code: int, said: str, initialized: bool, caplog: pytest.LogCaptureFixture
) -> None:
    post.bot._bot_initialized = initialized
    post.script.replies = [bad(code, said), good(text(1))]
    post.script.get_me = [bad(code, said), bad(502, "Bad Gateway"), bad(code, said)]
    await post.polls(2)
    assert [method for method, _ in post.script.asked] == ["getUpdates", *["getMe"] * 4, "getUpdates"]
    assert post.waits == [1, 2, 4, 8] and await post.ids() == [1]
    assert caplog.text.count("alarm:") >= 3


@pytest.mark.parametrize(
    "said",
    [
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        "Conflict: can't use getUpdates method while webhook is active",
    ],
)
async def test_when_someone_else_fetches_this_one_stops_and_says_so(
    post: Post, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    post.script.replies = [bad(409, said)]
    with pytest.raises(AnotherPoller) as caught:
        await post.poller.run()
    assert caught.value.exit_code not in (0, 1, 2) and "alarm:" in caplog.text


async def test_polling_goes_on_until_it_is_told_to_stop_whatever_comes(post: Post) -> None:
    post.script.replies = [bad(502, "x"), (200, "<html>"), bad(401, "Unauthorized"), bad(404, "x"), good(text(1))]
    done = asyncio.Event()
    post.poller._on_stored = done.set
    running = asyncio.create_task(post.poller.run())
    await asyncio.wait({running, asyncio.ensure_future(done.wait())}, return_when=asyncio.FIRST_COMPLETED, timeout=20)
    assert done.is_set() and not running.done()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_the_last_good_poll_is_known_and_a_bad_one_is_not_good(post: Post) -> None:
    assert post.poller.good_poll is None
    await post.polls(1)
    first = post.poller.good_poll
    assert first == post.clock.real()
    post.script.replies = [bad(502, "x"), bad(502, "x")]
    await post.polls(2)
    assert post.poller.good_poll == first


async def test_a_bug_of_ours_while_storing_is_an_alarm_and_loses_nothing(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(tx: Tx, chat: int, id: int) -> None:
        raise ZeroDivisionError

    post.script.replies = [good(*(text(n) for n in range(1, MOST + 3)))] * 2
    post.poller._on_flood = fails
    await post.polls(1)
    assert await post.ids() == [] and "alarm:" in caplog.text
    post.poller._on_flood = lambda tx, chat, id: None
    await post.polls(1)
    assert await post.ids() == list(range(1, MOST + 1))


# ------------------------------------------------------------ one bad update among good ones


@pytest.mark.parametrize(
    "strange",
    [
        {"update_id": 50, "message": {"message_id": 1, "date": WHEN, "text": "kanarie"}},
        {"update_id": 50, "message": "kanarie"},
        {"update_id": 50, "message": {"message_id": "kanarie", "date": {}, "chat": []}},
        text(50, "kanarie") | {"message": {**text(50)["message"], "voice": {"kanarie": 1}, "from": 5}},  # type: ignore[dict-item]
        {"update_id": 50, "callback_query": {"id": "1", "from": {"id": 1 << 80}}},
        {"update_id": 50, "my_chat_member": {"chat": {"id": 1, "type": "private"}, "date": WHEN}},
    ],
)
async def test_one_update_that_cannot_be_read_is_set_apart_and_ninety_nine_are_stored(
    post: Post, strange: Json, caplog: pytest.LogCaptureFixture
) -> None:
    updates = [text(id, sender=1000 + id) for id in range(1, 101)]
    updates[49] = strange
    post.script.replies = [good(*updates)]
    await post.polls(2)
    rows = await post.rows()
    assert [row[0] for row in rows] == list(range(1, 101)) and post.script.offsets == [None, 101]
    assert [(row[0], row[3]) for row in rows if row[3] != "new"] == [(50, "dead")]
    assert "alarm: update 50" in caplog.text and "kanarie" not in caplog.text
    assert post.on_disk("kanarie") == []


async def test_what_only_the_parser_stumbles_over_is_set_apart_and_its_sender_is_told(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse = Update.de_json

    def stumbles(data: Json, bot: Bot | None) -> Update:
        if data["update_id"] == 2:
            raise TypeError("a field of tomorrow")
        return parse(data, bot)

    monkeypatch.setattr(Update, "de_json", stumbles)
    post.script.replies = [good(text(1), text(2), text(3))]
    await post.polls(1)
    assert [row[3] for row in await post.rows()] == ["new", "dead", "new"]
    assert post.dead == [(ROSA, 2)]


async def test_what_has_no_id_is_left_aside_and_blocks_nothing(post: Post) -> None:
    post.script.replies = [good(None, 5, {}, {"update_id": "x"}, {"update_id": 1 << 70}, {"update_id": True}, text(1))]
    await post.polls(2)
    assert await post.ids() == [1] and post.script.offsets == [None, 2]


async def test_what_may_not_be_stored_is_acknowledged_all_the_same(post: Post) -> None:
    group = {"id": -100, "type": "group", "title": "x"}
    post.script.replies = [good(text(1, "onder ons", chat=group), {"update_id": 2, "poll": {}})]
    await post.polls(2)
    assert await post.ids() == [] and post.script.offsets == [None, 3] and post.woken == 0


# ------------------------------------------------------------ a flood


async def test_of_one_person_so_many_a_minute_are_stored_and_the_rest_gets_one_notice(post: Post) -> None:
    flood = [text(n) for n in range(1, MOST + 101)]
    quiet = [text(n, sender=12) for n in range(1001, 1010)]
    post.script.replies = [good(*flood), good(*quiet)]
    await post.polls(2)
    assert await post.ids() == [*range(1, MOST + 1), *range(1001, 1010)]
    assert post.floods == [(ROSA, MOST + 1)]


async def test_after_hours_without_connection_every_message_of_a_patient_writer_is_stored(post: Post) -> None:
    said = [text(n, date=WHEN + 60 * n) for n in range(1, 101)]
    post.script.replies = [good(*said)]
    await post.polls(1)
    assert await post.ids() == list(range(1, 101)) and post.floods == []


# ------------------------------------------------------------ what is on disk and in the logs


async def test_of_a_person_without_consent_not_one_word_is_anywhere_on_disk(post: Post) -> None:
    words = "kanarievogel"
    reply = text(0, words)["message"]
    group = {"id": -100, "type": "supergroup", "title": words}
    post.script.replies = [
        good(
            text(1, f"mijn kind heet {words}"),
            text(2, words, caption=words, forward_origin={"type": "hidden_user", "sender_user_name": words}),
            text(3, f"/start {words} en meer", entities=[{"type": "bot_command", "offset": 0, "length": 6}]),
            text(4, words, reply_to_message=reply, quote={"text": words}),
            text(5, words, chat=group),
            {"update_id": 6, "edited_message": text(6, words)["message"]},
            {"update_id": 7, "callback_query": {"id": "1", "from": text(7)["message"]["from"], "data": words + " ",  # type: ignore[index]
                                                "chat_instance": "1", "message": reply}},
            {"update_id": 8, "message": {"text": words}},
        )
    ]  # fmt: skip
    await post.polls(1)
    assert await post.ids() == [1, 2, 3, 4, 6, 7, 8]
    assert post.on_disk(words) == []
    # Sealed bytes tell nothing, so what was sealed is opened and searched as well.
    stored = await post.database.transact(lambda tx: opened(tx, post.vault))
    assert len(stored) == 6 and words not in "".join(stored) and "Rosa" not in "".join(stored)


def opened(tx: Tx, vault: Vault) -> list[str]:
    ids = [row[0] for row in tx.run("SELECT update_id FROM inbox WHERE sealed_body IS NOT NULL")]
    return [body for id in ids if (body := inbox.body(tx, vault, id)) is not None]


async def test_of_a_member_words_are_stored_and_only_sealed(post: Post) -> None:
    await post.consents()
    post.script.replies = [good(text(1, "Ik slaap er slecht van, kanarievogel"))]
    await post.polls(1)
    (stored,) = await post.database.transact(lambda tx: opened(tx, post.vault))
    assert "kanarievogel" in stored and post.on_disk("kanarievogel") == []


async def test_neither_words_nor_token_come_into_the_log_whatever_goes_wrong(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    await post.consents()
    post.script.replies = [
        good(text(1, "kanarie"), {"update_id": 2, "message": {"text": "kanarie"}}),
        bad(502, "kanarie"),
        (200, "kanarie"),
        bad(401, "kanarie"),
        bad(429, "kanarie", retry_after=1),
        good({"kanarie": 1}),
    ]
    await post.polls(6)
    ours = "".join(
        record.getMessage() + str(record.exc_info) for record in caplog.records if record.name.startswith("bot.")
    )
    assert "alarm" in ours and "kanarie" not in ours and TOKEN not in ours


# ------------------------------------------------------------ against the local Telegram


async def test_a_persons_start_and_a_groups_invitation_arrive_over_the_local_telegram(tmp_path: Path) -> None:
    clock = ManualClock()
    async with AsyncExitStack() as stack:
        town = await stack.enter_async_context(Town(real=clock.real))
        bot = await stack.enter_async_context(Bot(town.token, base_url=town.base_url))
        database = await stack.enter_async_context(Database.open(tmp_path / "praatmaat.db", clock=clock))
        me = Me(id=bot.id, username=bot.username, control_labels=frozenset())
        vault = Vault(MasterKey.new(tmp_path / "key"))
        poller = Poller(bot, database, vault, clock, me=me, folder=tmp_path, free_bytes=lambda folder: 1 << 40, hold=0)
        rosa = await town.person("Rosa")
        group = await town.group("Rond Beer", rosa)
        await rosa.starts()
        await poller.poll_once()
        await poller.poll_once()
        rows = await database.transact(lambda tx: [(r["lane"], r["kind"]) for r in tx.run("SELECT * FROM inbox")])
        assert (rosa.id, "message") in rows and (group.id, "my_chat_member") in rows
        stored = await database.transact(lambda tx: opened(tx, vault))
        assert any('"/start"' in body for body in stored)
        assert "Rond Beer" not in "".join(stored) and "Rosa" not in "".join(stored)
