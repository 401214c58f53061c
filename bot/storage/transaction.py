"""What happens on the database's thread: functions share one commit, each in its own savepoint (decision 0004)."""

import asyncio
import re
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeAlias, TypeVar, cast

T = TypeVar("T")
Row = sqlite3.Row
Value: TypeAlias = str | int | float | bytes | None

_COMMENTS = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
_ALLOWED = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
_ROLLBACK = re.compile(r"\bOR\s+ROLLBACK\b", re.IGNORECASE)


class TransactionOver(Exception):
    """A function went on after its transaction had ended, or after SQLite had rolled everything back."""


class ForbiddenStatement(Exception):
    """A function tried to do more than read and write rows."""


@lru_cache(maxsize=1024)
def _refuse_more_than_rows(sql: str) -> None:
    bare = _COMMENTS.sub(" ", sql)
    if not _ALLOWED.match(bare) or _ROLLBACK.search(bare):
        raise ForbiddenStatement(f"a transaction may only read and write rows, not: {sql.strip()[:60]}")


class Tx:
    """What a function may do within its transaction; of no use once the function has returned."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._over = False
        self.wipes = False

    def _cursor(self, sql: str, named: dict[str, Value]) -> sqlite3.Cursor:
        # A full disk makes SQLite roll back everything; each statement after that would commit by itself.
        if self._over or not self._connection.in_transaction:
            raise TransactionOver("this transaction has ended")
        _refuse_more_than_rows(sql)
        return self._connection.execute(sql, named)

    def run(self, sql: str, /, **named: Value) -> list[Row]:
        """All rows of a statement."""
        return self._cursor(sql, named).fetchall()

    def one(self, sql: str, /, **named: Value) -> Row | None:
        """The first row of a statement, or None."""
        rows = self._cursor(sql, named).fetchall()
        return cast(Row, rows[0]) if rows else None

    def change(self, sql: str, /, **named: Value) -> int:
        """How many rows the statement changed."""
        return self._cursor(sql, named).rowcount

    def new_id(self) -> int:
        """An id that was never used before, whatever it is for."""
        row = self.one("UPDATE ids SET last = last + 1 WHERE id = 1 RETURNING last")
        assert row is not None, "the first migration fills the table ids"
        return int(row["last"])

    def wipe(self) -> None:
        """Something was erased: empty the write-ahead log after the commit, so that no copy stays on disk."""
        self.wipes = True

    def end(self) -> None:
        """No statement may follow (called by the database)."""
        self._over = True


@dataclass(eq=False)
class Call(Generic[T]):
    """A function that waits for its turn, and where its result goes."""

    fn: Callable[[Tx], T]
    answer: asyncio.Future[T]
    alone: bool


@dataclass(frozen=True)
class Done:
    """The function's work is on disk."""

    result: object


@dataclass(frozen=True)
class Failed:
    """Nothing of the function's work is kept."""

    error: BaseException


Outcome: TypeAlias = Done | Failed


def commit(connection: sqlite3.Connection, calls: tuple[Call[object], ...]) -> list[Outcome]:
    """Run these functions in one transaction; when SQLite undid the whole, each in its own."""
    outcomes = _together(connection, calls)
    if outcomes is not None:
        return outcomes
    if len(calls) == 1:
        raise AssertionError("a single function always has an outcome")
    singly: list[Outcome] = []
    for call in calls:
        alone = _together(connection, (call,))
        assert alone is not None, "a single function always has an outcome"
        singly.extend(alone)
    return singly


def _together(connection: sqlite3.Connection, calls: tuple[Call[object], ...]) -> list[Outcome] | None:
    """The outcomes after COMMIT, or None when the whole was undone and should be tried one by one."""
    single = len(calls) == 1
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:  # locked or read-only: the next one would fare no better
        return [Failed(error) for _ in calls]
    try:
        outcomes: list[Outcome] = []
        wipes = False
        for call in calls:
            tx = Tx(connection)
            outcome = _run_one(connection, tx, call)
            if not connection.in_transaction:
                return [outcome if isinstance(outcome, Failed) else _undone()] if single else None
            wipes = wipes or tx.wipes
            outcomes.append(outcome)
        try:
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            return [outcomes[0] if isinstance(outcomes[0], Failed) else Failed(error)] if single else None
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    if wipes:
        _empty_log(connection)
    return outcomes


def _empty_log(connection: sqlite3.Connection) -> None:
    # What was asked for is committed: a reader that holds this back (a running backup) must not undo that.
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _run_one(connection: sqlite3.Connection, tx: Tx, call: Call[object]) -> Outcome:
    connection.execute("SAVEPOINT one")
    outcome: Outcome
    try:
        outcome = Done(call.fn(tx))
    except StopIteration as error:  # a future can't carry it
        outcome = Failed(RuntimeError(f"the function raised {error!r}"))
    except BaseException as error:  # whatever it was, it belongs to whoever waits for this function
        outcome = Failed(error)
    tx.end()
    if connection.in_transaction:
        if isinstance(outcome, Failed):
            tx.wipes = False
            connection.execute("ROLLBACK TO one")
        connection.execute("RELEASE one")
    return outcome


def _undone() -> Failed:
    return Failed(TransactionOver("SQLite rolled the transaction back"))
