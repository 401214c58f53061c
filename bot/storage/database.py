"""One SQLite file, one writer: plain functions run whole on its thread and share their commits (decision 0004)."""

import asyncio
import os
import sqlite3
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar, cast

import aiosqlite

from bot.clock import Clock
from bot.storage import migrations
from bot.storage.transaction import (
    Call,
    Done,
    Failed,
    ForbiddenStatement,
    Row,
    TransactionOver,
    Tx,
    Value,
    commit,
)

__all__ = [
    "Database",
    "DatabaseDamaged",
    "ForbiddenStatement",
    "Row",
    "TransactionOver",
    "Tx",
    "Value",
]

T = TypeVar("T")

MOST_IN_ONE_COMMIT = 64
_PRAGMAS = (
    ("busy_timeout", "10000", 10000),
    ("journal_mode", "WAL", "wal"),
    (
        "synchronous",
        "FULL",
        2,
    ),  # we tell Telegram "stored" after COMMIT: it must survive a power cut
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
)


class DatabaseDamaged(Exception):
    """The file is no database, or SQLite finds faults in it."""


class _Thread(Protocol):
    """The part of aiosqlite that runs a function on the database's own thread; private there, so named once."""

    def _execute(self, fn: Callable[[], T]) -> Awaitable[T]: ...


class Database:
    """The open database. `async with Database.open(path, clock=clock) as database`."""

    def __init__(self, connection: aiosqlite.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._waiting: deque[Call[object]] = deque()
        self._worker: asyncio.Task[None] | None = None
        self._closing = False

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, clock: Clock) -> AsyncIterator["Database"]:
        """Open, check and migrate; raises DatabaseDamaged, migrations.NewerSchema or sqlite3.Error.

        Always by `async with`: a connection that is left open keeps a thread, and a failed start would hang.
        """
        raw: list[sqlite3.Connection] = []

        def connect() -> sqlite3.Connection:
            descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)  # for our eyes only, from the first byte
            os.close(descriptor)
            connection = sqlite3.connect(path, isolation_level=None, cached_statements=512)
            connection.row_factory = sqlite3.Row
            raw.append(connection)
            return connection

        async with aiosqlite.Connection(connect, iter_chunk_size=64) as connection:
            database = cls(connection, path)
            try:
                await database._on_thread(lambda: _prepare(raw[0], path, clock))
                yield database
            finally:
                await database._finish()

    async def _on_thread(self, fn: Callable[[], T]) -> T:
        return await cast(_Thread, self._connection)._execute(fn)

    @property
    def _raw(self) -> sqlite3.Connection:
        return self._connection._conn

    async def transact(self, fn: Callable[[Tx], T], *, alone: bool = False) -> T:
        """Run `fn` whole in one transaction and return its result once it is on disk.

        Several waiting functions share one commit, each in its own savepoint: an exception in one undoes only
        that one and is raised here. `fn` may be run a second time (when a full disk undid the whole batch), so it
        keeps nothing outside its transaction. `alone`: share with nobody, for a row that failed before.
        Cancelled while waiting: not run if it had not begun, else committed without anyone hearing of it.
        """
        if self._closing:
            raise TransactionOver("the database is closing")
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(cast(Call[object], Call(fn, answer, alone)))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work(), name="database")
        return await answer

    async def backup(self, path: Path) -> None:
        """Write a whole, compact copy to `path` while the bot works on; replaces what stood there."""
        await asyncio.to_thread(_copy, self._path, path)

    async def _work(self) -> None:
        batch: list[Call[object]] = []
        try:
            while batch := self._next_batch():
                outcomes = await self._on_thread(partial(commit, self._raw, tuple(batch)))
                for call, outcome in zip(batch, outcomes, strict=True):
                    if call.answer.done():  # cancelled meanwhile: what it wrote stands
                        continue
                    match outcome:
                        case Done(result):
                            call.answer.set_result(result)
                        case Failed(error):
                            call.answer.set_exception(error)
        except BaseException as error:
            for call in (*batch, *self._waiting):
                if not call.answer.done():
                    call.answer.set_exception(TransactionOver(f"the database stopped: {type(error).__name__}"))
            self._waiting.clear()
            raise

    def _next_batch(self) -> list[Call[object]]:
        batch: list[Call[object]] = []
        while self._waiting and len(batch) < MOST_IN_ONE_COMMIT:
            call = self._waiting[0]
            if call.alone and batch:
                break
            self._waiting.popleft()
            if call.answer.done():  # cancelled before its turn
                continue
            batch.append(call)
            if call.alone:
                break
        return batch

    async def _finish(self) -> None:
        self._closing = True
        if self._worker is not None:
            await asyncio.gather(self._worker, return_exceptions=True)


def _prepare(connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
    try:
        for name, value, expected in _PRAGMAS:
            connection.execute(f"PRAGMA {name} = {value}")
            found = connection.execute(f"PRAGMA {name}").fetchone()[0]
            if found != expected:
                raise DatabaseDamaged(
                    f"SQLite houdt {name} hier op {found}; het moet {value} zijn. Kies een map op een eigen schijf."
                )
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise  # locked, read-only, no space: a trouble of the place, not of the file
        raise DatabaseDamaged(f"{path} is geen gave database ({error}). Zet een kopie terug.") from error
    if verdict != "ok":
        raise DatabaseDamaged(f"{path} is beschadigd ({verdict}). Zet een kopie terug.")
    stamp = clock.real().strftime("%Y%m%dT%H%M%SZ")
    migrations.migrate(
        connection,
        backup=lambda version: _copy(path, _backup_name(path, version, stamp)),
    )


def _backup_name(path: Path, version: int, stamp: str) -> Path:
    return path.with_name(f"{path.stem}-schema-{version:04}-{stamp}{path.suffix}")


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
    # VACUUM INTO reads beside the writer and leaves deleted pages out of the copy.
    with closing(sqlite3.connect(source, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(part),))
    with open(part, "rb") as file:
        os.fsync(file.fileno())
    os.replace(part, target)


@contextmanager
def reading(path: Path) -> Iterator[Tx]:
    """A look from outside the running bot, for health checks; changes nothing. Raises OSError without a database."""
    if not path.is_file():
        raise FileNotFoundError(f"er is nog geen database in {path.parent}")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None, timeout=10)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        yield Tx(connection)
