"""Stored updates: each handled once, in order per chat; one that cannot be handled never blocks the others."""

import asyncio
import contextlib
import json
import logging
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import pytest

from bot.intake.process import Answer, Processor
from bot.keys import MasterKey, Vault
from bot.storage import inbox
from bot.storage.database import Database, Tx
from bot.storage.inbox import Incoming
from tests.clock import ManualClock

ROOT = Path(__file__).parents[2]
ROSA, MEES = 11, 12


class Desk:
    """A processor with a handler that writes down what it was given, and fails where the test says so."""

    def __init__(self, database: Database, vault: Vault, clock: ManualClock) -> None:
        self.database, self.vault, self.clock = database, vault, clock
        self.bad: dict[int, Exception] = {}
        self.tried: list[int] = []
        self.answers: list[str] = []
        self.dead: list[tuple[int, int]] = []
        self.on_dead_fails = False
        self.processor = self.restart()

    def restart(self) -> Processor:
        self.processor = Processor(
            self.database,
            self.vault,
            self.clock,
            self.handle,
            on_dead=self.on_dead,
            answer=lambda answer: self.answers.append(answer.callback_query_id),
        )
        return self.processor

    def handle(self, tx: Tx, update: dict[str, object]) -> tuple[Answer, ...]:
        id = int(str(update["n"]))
        self.tried.append(id)
        tx.change("INSERT INTO nudges (person, at) VALUES (:id, 1.0)", id=id)
        if id in self.bad:
            raise self.bad[id]
        return (Answer(callback_query_id=f"tap{id}"),)

    def on_dead(self, tx: Tx, chat_id: int, update_id: int) -> None:
        if self.on_dead_fails:
            raise ZeroDivisionError
        tx.change("INSERT INTO nudges (person, at) VALUES (:id, 404.0)", id=update_id)
        self.dead.append((chat_id, update_id))

    async def receives(self, *updates: tuple[int, int]) -> None:
        """(update id, chat) each."""
        rows = [Incoming(update_id=n, lane=lane, kind="message", body=json.dumps({"n": n})) for n, lane in updates]
        at = self.clock.real().timestamp()
        await self.database.transact(lambda tx: inbox.store(tx, self.vault, rows, received_at=at))

    async def column(self, sql: str) -> list[object]:
        return await self.database.transact(lambda tx: [row[0] for row in tx.run(sql)])

    async def handled(self) -> list[object]:
        return await self.column("SELECT person FROM nudges WHERE at = 1.0 ORDER BY rowid")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    clock = ManualClock()
    async with Database.open(tmp_path / "praatmaat.db", clock=clock) as database:
        yield Desk(database, Vault(MasterKey.new(tmp_path / "master.key")), clock)


def of(ids: Iterable[int], *, at: int) -> list[tuple[int, int]]:
    return [(n, at) for n in ids]


# ------------------------------------------------------------ storing


async def test_an_update_that_comes_twice_is_handled_once_also_after_it_was_done(desk: Desk) -> None:
    await desk.receives((1, ROSA), (1, ROSA), (2, ROSA))
    await desk.processor.drain()
    await desk.receives((1, ROSA), (2, ROSA))
    await desk.processor.drain()
    assert await desk.handled() == [1, 2]


async def test_an_id_lower_than_an_earlier_one_is_a_new_update(desk: Desk) -> None:
    await desk.receives((900, ROSA))
    await desk.processor.drain()
    await desk.receives((5, ROSA))
    await desk.processor.drain()
    assert await desk.handled() == [900, 5]


async def test_what_is_handled_leaves_only_its_id_behind_and_that_for_three_days(desk: Desk) -> None:
    await desk.receives((1, ROSA))
    assert None not in await desk.column("SELECT sealed_body FROM inbox")
    await desk.processor.drain()
    assert await desk.column("SELECT sealed_body FROM inbox") == [None]
    desk.clock.advance(3 * 86400 - 60)
    await desk.processor.drain()
    assert await desk.column("SELECT update_id FROM inbox") == [1]
    desk.clock.advance(3700)
    await desk.processor.drain()
    assert await desk.column("SELECT update_id FROM inbox") == []


async def test_no_word_of_an_update_stands_readable_on_disk(desk: Desk, tmp_path: Path) -> None:
    row = Incoming(update_id=1, lane=ROSA, kind="message", body='{"n": 1, "text": "kanarie"}')
    await desk.database.transact(lambda tx: inbox.store(tx, desk.vault, [row], received_at=1.0))
    for file in tmp_path.iterdir():
        assert b"kanarie" not in file.read_bytes(), file.name


# ------------------------------------------------------------ order


async def test_within_a_chat_updates_keep_their_order_and_chats_take_turns(desk: Desk) -> None:
    await desk.receives(*of(range(1, 30), at=ROSA), *of(range(30, 60), at=MEES))
    await desk.processor.drain()
    done = [int(str(n)) for n in await desk.handled()]
    assert [n for n in done if n < 30] == list(range(1, 30))
    assert [n for n in done if n >= 30] == list(range(30, 60))
    assert done[:4] == [1, 30, 2, 31]


async def test_more_chats_than_fit_in_one_commit_are_all_served(desk: Desk) -> None:
    await desk.receives(*((n, 1000 + n) for n in range(1, 201)))
    await desk.processor.drain()
    assert sorted(int(str(n)) for n in await desk.handled()) == list(range(1, 201))


async def test_the_tapper_hears_only_of_what_was_committed_and_only_once(desk: Desk) -> None:
    desk.bad = {2: ValueError("kanarie")}
    await desk.receives((1, ROSA), (2, MEES), (3, 13))
    await desk.processor.drain()
    assert sorted(desk.answers) == ["tap1", "tap3"]
    desk.bad = {}
    desk.clock.advance(10)
    await desk.processor.drain()
    assert sorted(desk.answers) == ["tap1", "tap2", "tap3"]


# ------------------------------------------------------------ an update that cannot be handled


async def test_a_killer_among_twenty_waiting_is_one_dead_letter_and_nineteen_done(desk: Desk) -> None:
    desk.bad = {7: ValueError("kanarie")}
    await desk.receives(*((n, 100 + n) for n in range(20)))
    for pause in (0, 10, 60):
        desk.clock.advance(pause)
        await desk.processor.drain()
    assert sorted(int(str(n)) for n in await desk.handled()) == [n for n in range(20) if n != 7]
    assert desk.dead == [(107, 7)]
    assert await desk.column("SELECT state FROM inbox WHERE update_id = 7") == ["dead"]


async def test_three_tries_at_0_10_and_60_seconds_while_its_chat_waits_and_then_goes_on(desk: Desk) -> None:
    desk.bad = {1: ValueError()}
    await desk.receives((1, ROSA), (2, ROSA), (3, MEES))
    moments: list[tuple[int, int]] = []
    for second in range(0, 100, 5):
        before = len(desk.tried)
        await desk.processor.drain()
        moments += [(second, n) for n in desk.tried[before:]]
        desk.clock.advance(5)
    assert moments == [(0, 1), (0, 3), (10, 1), (70, 1), (70, 2)]
    assert desk.dead == [(ROSA, 1)] and await desk.handled() == [3, 2]


async def test_a_failure_that_passes_costs_nothing_but_time(desk: Desk) -> None:
    desk.bad = {1: ValueError()}
    await desk.receives((1, ROSA), (2, ROSA))
    assert await desk.processor.drain() == 10.0
    desk.bad = {}
    desk.clock.advance(10)
    await desk.processor.drain()
    assert await desk.handled() == [1, 2] and desk.dead == []


async def test_a_dead_letter_keeps_its_sealed_body_two_days_and_no_longer(desk: Desk) -> None:
    desk.bad = {1: ValueError()}
    await desk.receives((1, ROSA))
    for pause in (0, 10, 60):
        desk.clock.advance(pause)
        await desk.processor.drain()
    assert None not in await desk.column("SELECT sealed_body FROM inbox")
    desk.clock.advance(2 * 86400)
    await desk.processor.drain()
    assert await desk.column("SELECT sealed_body FROM inbox") == [None]


async def test_when_even_the_honest_word_fails_the_chat_still_goes_on(desk: Desk) -> None:
    desk.bad, desk.on_dead_fails = {1: ValueError()}, True
    await desk.receives((1, ROSA), (2, ROSA))
    for pause in (0, 10, 60):
        desk.clock.advance(pause)
        await desk.processor.drain()
    assert await desk.handled() == [2]


async def test_when_everything_fails_handling_stops_for_a_while_instead_of_burying_all_mail(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.bad = {n: ValueError() for n in range(1, 40)}
    await desk.receives(*((n, n) for n in range(1, 40)))
    for _ in range(6):
        await desk.receives(*((n, n % 3 + 1) for n in range(100, 110)))
        await desk.processor.drain()
        desk.clock.advance(60)
    tried = len(desk.tried)
    assert len(desk.dead) >= 6 and "nothing is handled for now" in caplog.text
    await desk.processor.drain()
    assert len(desk.tried) == tried
    desk.bad = {}
    desk.clock.advance(601)
    await desk.processor.drain()
    assert len(desk.tried) > tried


async def test_nothing_of_what_people_wrote_is_logged_when_a_handler_fails(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    caplog.set_level(logging.WARNING, logger="aiosqlite")  # as bot.log sets it: its debug lines show everything
    desk.bad = {1: ValueError("kanarie in de fout")}
    await desk.receives((1, ROSA))
    for pause in (0, 10, 60):
        desk.clock.advance(pause)
        await desk.processor.drain()
    assert "ValueError" in caplog.text and "update 1" in caplog.text
    assert "kanarie" not in caplog.text and not any(record.exc_info for record in caplog.records)


async def test_a_full_disk_is_no_fault_of_the_update_and_nothing_is_given_up(desk: Desk) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    desk.bad = {1: full}
    await desk.receives((1, ROSA), (2, MEES))
    for _ in range(10):
        with pytest.raises(sqlite3.OperationalError):
            await desk.processor.drain()
        desk.clock.advance(60)
    assert await desk.handled() == [2]
    desk.bad = {}
    await desk.processor.drain()
    assert await desk.handled() == [2, 1] and desk.dead == []


# ------------------------------------------------------------ after a restart


async def test_what_an_earlier_run_left_is_counted_first_tried_alone_and_then_all_goes_on(desk: Desk) -> None:
    await desk.receives((1, ROSA), (2, ROSA), (3, MEES))
    statements: list[str] = []
    await desk.database._on_thread(lambda: desk.database._raw.set_trace_callback(statements.append))
    await desk.restart().drain()
    await desk.database._on_thread(lambda: desk.database._raw.set_trace_callback(None))
    assert sorted(int(str(n)) for n in await desk.handled()) == [1, 2, 3]
    assert await desk.column("SELECT attempts FROM inbox ORDER BY update_id") == [1, 0, 1]


class Killed(BaseException):
    """What no handler survives."""


async def test_a_program_that_is_killed_soon_after_each_start_gives_nothing_up(desk: Desk) -> None:
    await desk.receives((1, ROSA))
    for _ in range(8):
        desk.bad = {1: Killed()}  # type: ignore[dict-item]
        desk.clock.advance(0.5)
        with contextlib.suppress(Killed):
            await desk.restart().drain()
    desk.bad = {}
    processor = desk.restart()
    for _ in range(3):
        desk.clock.advance(await processor.drain())
    assert await desk.column("SELECT state FROM inbox") == ["done"] and desk.dead == []


def test_an_update_that_kills_the_program_is_given_up_at_the_fourth_start_and_its_neighbours_are_not(
    tmp_path: Path,
) -> None:
    script = f"""
import asyncio, json, os, sys
from pathlib import Path
from bot.intake.process import Processor
from bot.keys import MasterKey, Vault
from bot.storage import inbox
from bot.storage.database import Database
from bot.storage.inbox import Incoming
from tests.clock import ManualClock
def handle(tx, update):
    if update["n"] == 2:
        os.kill(os.getpid(), 9)
    return ()
async def main():
    folder = Path({str(tmp_path)!r})
    key = folder / "k"
    vault = Vault(MasterKey.read(key) if key.exists() else MasterKey.new(key))
    clock = ManualClock()
    async with Database.open(folder / "praatmaat.db", clock=clock) as database:
        rows = [Incoming(update_id=n, lane=n, kind="message", body=json.dumps({{"n": n}})) for n in (1, 2, 3)]
        await database.transact(lambda tx: inbox.store(tx, vault, rows, received_at=clock.real().timestamp()))
        p = Processor(database, vault, clock, handle, on_dead=lambda tx, chat, id: None, answer=print)
        for _ in range(3):
            clock.advance(await p.drain())
        states = await database.transact(lambda tx: [tuple(r) for r in tx.run("SELECT update_id, state FROM inbox")])
        print(states)
asyncio.run(main())
"""
    ends = []
    for _ in range(10):
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
        )
        ends.append(done.returncode)
        if done.returncode == 0:
            break
    assert ends == [-signal.SIGKILL] * (len(ends) - 1) + [0], done.stderr
    assert 3 <= len(ends) <= 5
    assert done.stdout.strip() == "[(1, 'done'), (2, 'dead'), (3, 'done')]"


async def test_the_running_processor_wakes_when_something_comes_in(desk: Desk) -> None:
    looked = asyncio.Event()
    waits: list[float] = []

    async def wait(woken: asyncio.Event, seconds: float) -> None:
        waits.append(seconds)
        looked.set()
        await woken.wait()

    processor = Processor(
        desk.database, desk.vault, desk.clock, desk.handle, on_dead=desk.on_dead, answer=lambda answer: None, wait=wait
    )
    running = asyncio.create_task(processor.run())
    await looked.wait()
    looked.clear()
    await desk.receives((1, ROSA))
    processor.wake()
    await looked.wait()
    running.cancel()
    assert await desk.handled() == [1] and waits == [30.0, 30.0]
