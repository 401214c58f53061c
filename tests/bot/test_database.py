"""Transactions: whole, durable, and one bad one never takes its neighbours along."""

import asyncio
import inspect
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import aiosqlite
import pytest

from bot.storage.database import (
    MOST_IN_ONE_COMMIT,
    Database,
    DatabaseDamaged,
    ForbiddenStatement,
    TransactionOver,
    Tx,
)
from tests.clock import ManualClock

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "praatmaat.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    async with Database.open(path, clock=ManualClock()) as database:
        yield database


def note(n: int) -> Callable[[Tx], int]:
    """A small piece of work: one nudge of person n."""

    def write(tx: Tx) -> int:
        tx.change("INSERT INTO nudges (person, at) VALUES (:n, 1.0)", n=n)
        return n

    return write


def fail(tx: Tx) -> int:
    tx.change("INSERT INTO nudges (person, at) VALUES (666, 1.0)")
    raise ZeroDivisionError("a bug in one handler")


def noted(path: Path) -> list[int]:
    """What another reader sees: only what was committed."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT person FROM nudges ORDER BY rowid")]


# ------------------------------------------------------------ whole and durable


async def test_what_was_promised_is_on_disk_before_the_answer_comes(database: Database, path: Path) -> None:
    assert await database.transact(note(1)) == 1
    assert noted(path) == [1]


async def test_a_function_that_raises_leaves_nothing_behind_and_its_caller_hears_why(
    database: Database, path: Path
) -> None:
    with pytest.raises(ZeroDivisionError, match="a bug in one handler"):
        await database.transact(fail)
    assert noted(path) == []


async def test_a_killer_among_twenty_waiting_is_one_error_and_nineteen_done(database: Database, path: Path) -> None:
    work = [note(n) for n in range(20)]
    work[7] = fail
    outcomes = await asyncio.gather(*(database.transact(fn) for fn in work), return_exceptions=True)
    assert isinstance(outcomes[7], ZeroDivisionError)
    assert [n for n in outcomes if isinstance(n, int)] == [n for n in range(20) if n != 7] == noted(path)


@pytest.mark.parametrize("error", [StopIteration, SystemExit, KeyboardInterrupt, asyncio.CancelledError])
async def test_even_the_strangest_exception_reaches_only_its_own_caller(
    database: Database, path: Path, error: type[BaseException]
) -> None:
    def strange(tx: Tx) -> int:
        raise error

    neighbours = [asyncio.ensure_future(database.transact(note(n))) for n in range(2)]
    seen: list[str] = []

    async def caller() -> None:
        try:
            await database.transact(strange)
        except BaseException as raised:  # that is the point here
            seen.append(type(raised).__name__)

    await caller()
    assert seen == ["RuntimeError" if error is StopIteration else error.__name__]
    assert await asyncio.gather(*neighbours) == [0, 1]
    assert noted(path) == [0, 1]


async def test_waiting_functions_share_commits_and_the_order_stays(database: Database, path: Path) -> None:
    begun: list[str] = []
    await database._on_thread(lambda: database._raw.set_trace_callback(begun.append))
    await asyncio.gather(*(database.transact(note(n)) for n in range(MOST_IN_ONE_COMMIT + 1)))
    await database._on_thread(lambda: database._raw.set_trace_callback(None))
    assert begun.count("BEGIN IMMEDIATE") == begun.count("COMMIT") == 2
    assert noted(path) == list(range(MOST_IN_ONE_COMMIT + 1))


async def test_a_function_that_asked_to_be_alone_shares_its_commit_with_nobody(database: Database, path: Path) -> None:
    seen: list[str] = []
    await database._on_thread(lambda: database._raw.set_trace_callback(seen.append))
    await asyncio.gather(*(database.transact(note(n), alone=n == 2) for n in range(5)))
    await database._on_thread(lambda: database._raw.set_trace_callback(None))
    shared = [list(filter(None, part.split("INSERT"))) for part in " ".join(seen).split("BEGIN IMMEDIATE") if part]
    assert [len(part) - 1 for part in shared] == [2, 1, 2]
    assert noted(path) == [0, 1, 2, 3, 4]


async def test_ids_are_never_handed_out_twice_and_a_failure_does_not_disturb_the_next(
    database: Database,
) -> None:
    def failing(tx: Tx) -> int:
        tx.new_id()
        raise ZeroDivisionError

    answers = await asyncio.gather(
        *(database.transact(failing if n == 3 else Tx.new_id) for n in range(10)),
        return_exceptions=True,
    )
    ids = [answer for answer in answers if isinstance(answer, int)]
    assert len(ids) == len(set(ids)) == 9


async def test_a_caller_who_gave_up_waiting_does_not_disturb_the_others(database: Database, path: Path) -> None:
    started, go = threading.Event(), threading.Event()

    def slow(tx: Tx) -> int:
        started.set()
        assert go.wait(10)
        return note(100)(tx)

    running = asyncio.ensure_future(database.transact(slow))
    await asyncio.to_thread(started.wait, 10)
    waiting = [asyncio.ensure_future(database.transact(note(n))) for n in range(4)]
    await asyncio.sleep(0)
    running.cancel()  # already at work: stands
    waiting[1].cancel()  # not yet begun: not done
    go.set()
    assert [await waiting[n] for n in (0, 2, 3)] == [0, 2, 3]
    assert running.cancelled() or running.cancelling()
    assert noted(path) == [100, 0, 2, 3]


# ------------------------------------------------------------ what a transaction may not do


@pytest.mark.parametrize(
    "sql",
    [
        "COMMIT",
        " -- harmless\n commit",
        "/* x */ ROLLBACK",
        "BEGIN",
        "SAVEPOINT x",
        "RELEASE one",
        "END",
        "PRAGMA user_version = 9",
        "VACUUM",
        "ATTACH 'x' AS x",
        "DROP TABLE nudges",
        "INSERT OR  ROLLBACK INTO nudges VALUES (1, 1)",
        "UPDATE or rollback nudges SET at = 2",
        "INSERT INTO nudges VALUES (1, 1); COMMIT",
        "",
    ],
)
async def test_a_transaction_only_reads_and_writes_rows(database: Database, path: Path, sql: str) -> None:
    def sneaky(tx: Tx) -> None:
        tx.change("INSERT INTO nudges (person, at) VALUES (5, 1.0)")
        tx.run(sql)

    with pytest.raises((ForbiddenStatement, sqlite3.Error)):
        await database.transact(sneaky)
    assert noted(path) == []


async def test_a_transaction_is_of_no_use_after_its_function(
    database: Database,
) -> None:
    kept = await database.transact(lambda tx: tx)
    with pytest.raises(TransactionOver):
        kept.run("SELECT 1")


async def test_after_sqlite_undid_everything_no_statement_of_that_function_commits_by_itself(
    database: Database, path: Path
) -> None:
    await database._on_thread(
        lambda: database._raw.executescript(
            "CREATE TRIGGER undo BEFORE INSERT ON nudges WHEN NEW.person = 13 "
            "BEGIN SELECT RAISE(ROLLBACK, 'everything undone'); END"
        )
    )

    def swallows(tx: Tx) -> None:
        try:
            tx.change("INSERT INTO nudges (person, at) VALUES (13, 1.0)")
        except sqlite3.Error:
            tx.change("INSERT INTO nudges (person, at) VALUES (14, 1.0)")

    with pytest.raises(TransactionOver):
        await database.transact(swallows)
    assert noted(path) == []


async def test_when_sqlite_undid_the_whole_batch_each_neighbour_is_tried_again_by_itself(
    database: Database, path: Path
) -> None:
    await database._on_thread(
        lambda: database._raw.executescript(
            "CREATE TRIGGER undo BEFORE INSERT ON nudges WHEN NEW.person = 13 "
            "BEGIN SELECT RAISE(ROLLBACK, 'everything undone'); END"
        )
    )
    outcomes = await asyncio.gather(*(database.transact(note(n)) for n in range(10, 30)), return_exceptions=True)
    assert isinstance(outcomes[3], sqlite3.Error)
    assert sum(isinstance(outcome, int) for outcome in outcomes) == 19
    assert noted(path) == [n for n in range(10, 30) if n != 13]


async def test_a_promise_that_only_breaks_at_the_commit_costs_its_neighbours_nothing(
    database: Database, path: Path
) -> None:
    await database._on_thread(
        lambda: database._raw.executescript(
            "CREATE TABLE late (person INTEGER REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED) STRICT"
        )
    )

    def breaks_at_commit(tx: Tx) -> int:
        return tx.change("INSERT INTO late (person) VALUES (404)")

    outcomes = await asyncio.gather(
        database.transact(note(1)),
        database.transact(breaks_at_commit),
        database.transact(note(2)),
        return_exceptions=True,
    )
    assert isinstance(outcomes[1], sqlite3.IntegrityError)
    assert noted(path) == [1, 2]


# ------------------------------------------------------------ trouble with the place


async def test_a_full_disk_in_mid_batch_loses_nothing_that_was_promised_and_recovers(
    database: Database, path: Path
) -> None:
    async def limit(pages: int) -> None:
        await database._on_thread(lambda: database._raw.execute(f"PRAGMA max_page_count = {pages}").fetchall())

    used = await database._on_thread(lambda: database._raw.execute("PRAGMA page_count").fetchone()[0])
    await limit(used + 3)

    def big(n: int) -> Callable[[Tx], int]:
        def write(tx: Tx) -> int:
            tx.change(
                "INSERT INTO revisions (hash, body) VALUES (:n, :body)",
                n=str(n),
                body="x" * 3000,
            )
            return n

        return write

    outcomes = await asyncio.gather(*(database.transact(big(n)) for n in range(20)), return_exceptions=True)
    promised = {str(outcome) for outcome in outcomes if isinstance(outcome, int)}
    assert any(isinstance(outcome, sqlite3.Error) for outcome in outcomes)
    with closing(sqlite3.connect(path)) as connection:
        assert {row[0] for row in connection.execute("SELECT hash FROM revisions")} == promised
    await limit(1_000_000)
    assert await database.transact(big(99)) == 99


@pytest.mark.parametrize("room", [8_000, 20_000, 60_000])
def test_when_no_byte_can_be_written_any_more_everything_that_was_promised_is_there(path: Path, room: int) -> None:
    # The kernel refuses to let a file grow: the nearest thing to a full disk without a disk of its own.
    script = f"""
import asyncio, resource, signal, sys
from pathlib import Path
from bot.storage.database import Database
from tests.clock import ManualClock
async def main():
    path = Path({str(path)!r})
    async with Database.open(path, clock=ManualClock()) as database:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        wal = path.with_name(path.name + "-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (wal + {room}, resource.RLIM_INFINITY))
        def write(n):
            def fn(tx):
                tx.change("INSERT INTO revisions (hash, body) VALUES (:n, :b)", n=str(n), b="x" * 2000)
                return n
            return fn
        for start in range(0, 60, 20):
            writing = [database.transact(write(n)) for n in range(start, start + 20)]
            got = await asyncio.gather(*writing, return_exceptions=True)
            for one in got:
                print("promised" if isinstance(one, int) else "refused", one if isinstance(one, int) else "")
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print("promised", await database.transact(write(99)))
asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    promised = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("promised")}
    assert "refused" in done.stdout and "99" in promised
    with closing(sqlite3.connect(path)) as connection:
        assert {row[0] for row in connection.execute("SELECT hash FROM revisions")} == promised


async def test_a_database_locked_by_another_program_gives_an_error_and_then_works_again(
    database: Database, path: Path
) -> None:
    await database._on_thread(lambda: database._raw.execute("PRAGMA busy_timeout = 20").fetchall())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        outcomes = await asyncio.gather(*(database.transact(note(n)) for n in range(3)), return_exceptions=True)
        assert all(isinstance(outcome, sqlite3.OperationalError) for outcome in outcomes)
        other.execute("ROLLBACK")
    assert await database.transact(note(9)) == 9


def test_killed_in_the_middle_of_a_batch_what_was_promised_is_there_and_nothing_by_halves(
    path: Path,
) -> None:
    script = f"""
import asyncio, sys
from pathlib import Path
from bot.storage.database import Database
from tests.clock import ManualClock
async def main():
    async with Database.open(Path({str(path)!r}), clock=ManualClock()) as database:
        async def one(n):
            def both(tx):
                tx.change("INSERT INTO nudges (person, at) VALUES (:n, 1.0)", n=n)
                tx.change("INSERT INTO nudges (person, at) VALUES (:n, 2.0)", n=n)
                return n
            print(await database.transact(both), flush=True)
        for start in range(0, 1_000_000, 20):
            await asyncio.gather(*(one(n) for n in range(start, start + 20)))
asyncio.run(main())
"""
    promised: list[int] = []
    process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        promised.append(int(line))
        if len(promised) == 137:  # somewhere inside a batch of twenty
            os.kill(process.pid, signal.SIGKILL)
            break
    promised += [int(line) for line in process.stdout if line.endswith("\n")]
    process.wait(10)
    process.stdout.close()
    kept = noted(path)
    assert set(promised) <= set(kept)
    assert all(kept.count(n) == 2 for n in set(kept))


# ------------------------------------------------------------ opening, closing, copying


async def test_the_database_is_opened_as_promised(database: Database) -> None:
    def pragma(name: str) -> object:
        return database._raw.execute(f"PRAGMA {name}").fetchone()[0]

    found = await database._on_thread(
        lambda: {
            name: pragma(name)
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "secure_delete",
                "trusted_schema",
            )
        }
    )
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_only_the_owner_of_the_bot_may_read_the_file(path: Path) -> None:
    async def start() -> None:
        async with Database.open(path, clock=ManualClock()):
            for file in path.parent.iterdir():
                assert file.stat().st_mode & 0o077 == 0, file.name

    asyncio.run(start())


def test_a_start_that_fails_ends_the_program_with_the_reason_and_does_not_hang(
    path: Path,
) -> None:
    path.write_bytes(b"this is a shopping list, not a database" * 100)
    script = f"""
import asyncio
from pathlib import Path
from bot.storage.database import Database
from tests.clock import ManualClock
async def main():
    async with Database.open(Path({str(path)!r}), clock=ManualClock()):
        print("opened")
asyncio.run(main())
"""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 1 and time.monotonic() - began < 20
    assert "DatabaseDamaged" in done.stderr and "opened" not in done.stdout
    assert "Exception in thread" not in done.stderr


@pytest.mark.parametrize("place", ["nowhere/praatmaat.db", "."])
async def test_a_place_where_no_database_can_be_made_is_refused(tmp_path: Path, place: str) -> None:
    before = set(threading.enumerate())
    with pytest.raises((OSError, sqlite3.Error)):
        async with Database.open(tmp_path / place, clock=ManualClock()):
            pass
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
        assert not thread.is_alive(), "a thread that is left behind keeps the program from ending"


async def test_a_damaged_file_is_not_used(path: Path) -> None:
    async with Database.open(path, clock=ManualClock()) as database:
        await database.transact(note(1))
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 6] = os.urandom(4096 * 5)
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        async with Database.open(path, clock=ManualClock()):
            pass


async def test_who_still_waits_when_the_database_closes_is_served_first(
    path: Path,
) -> None:
    async with Database.open(path, clock=ManualClock()) as database:
        waiting = [asyncio.ensure_future(database.transact(note(n))) for n in range(100)]
        await asyncio.sleep(0)
    assert await asyncio.gather(*waiting) == list(range(100))
    assert noted(path) == list(range(100))
    with pytest.raises(TransactionOver):
        await database.transact(note(1))


async def test_a_copy_made_while_the_bot_works_is_whole_and_for_the_owner_only(
    database: Database, path: Path, tmp_path: Path
) -> None:
    def pair(n: int) -> Callable[[Tx], int]:
        return lambda tx: note(n)(tx) + note(n)(tx)

    copy = tmp_path / "copy.db"
    await database.transact(pair(0))
    writing = asyncio.gather(*(database.transact(pair(n)) for n in range(1, 500)))
    for _ in range(3):
        await database.backup(copy)
        kept = noted(copy)
        assert kept and all(kept.count(n) == 2 for n in set(kept))
    await writing
    assert copy.stat().st_mode & 0o777 == 0o600
    async with Database.open(copy, clock=ManualClock()) as restored:
        assert await restored.transact(note(1)) == 1


async def test_a_copy_holds_nothing_that_was_deleted(database: Database, path: Path, tmp_path: Path) -> None:
    secret = "een-geheim-dat-weg-moet"
    await database.transact(lambda tx: tx.change("INSERT INTO revisions (hash, body) VALUES ('a', :body)", body=secret))

    def erase(tx: Tx) -> None:
        tx.change("DELETE FROM revisions")
        tx.wipe()

    await database.transact(erase)
    await database.backup(tmp_path / "copy.db")
    for file in tmp_path.iterdir():
        assert secret.encode() not in file.read_bytes(), file.name


# ------------------------------------------------------------ the seam with aiosqlite


async def test_functions_run_whole_on_the_one_thread_of_aiosqlite(
    database: Database,
) -> None:
    """Fails loudly when a new aiosqlite moves the private place that storage/database.py reaches for."""
    assert list(inspect.signature(aiosqlite.Connection._execute).parameters)[:2] == [
        "self",
        "fn",
    ], "aiosqlite moved Connection._execute: see bot/storage/database.py, class _Thread"
    threads = {await database.transact(lambda tx: threading.get_ident()) for _ in range(3)}
    assert threads == {database._connection._thread.ident} != {threading.get_ident()}


def test_nobody_else_reaches_into_aiosqlite() -> None:
    reaching = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "bot").rglob("*.py")
        if "aiosqlite" in file.read_text(encoding="utf-8") and file.name not in ("database.py", "log.py")
    ]
    assert reaching == []
