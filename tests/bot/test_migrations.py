"""The schema moves forward whole or not at all, and never backward."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.migrations import (
    Migration,
    MigrationFailed,
    NewerSchema,
    migrate,
    shipped,
)
from tests.clock import ManualClock

FIRST = Migration(
    1,
    "0001_first.sql",
    "CREATE TABLE a (x INTEGER PRIMARY KEY);\nINSERT INTO a VALUES (1);\n",
)
SECOND = Migration(
    2,
    "0002_second.sql",
    """-- a comment; with a semicolon
CREATE TABLE b (x INTEGER REFERENCES a (x));
CREATE TRIGGER t AFTER INSERT ON a BEGIN
    INSERT INTO b VALUES (NEW.x);
    UPDATE a SET x = x;
END;
ALTER TABLE a ADD COLUMN y TEXT;
INSERT INTO a VALUES (2, 'two;
lines');
-- the end
""",
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def schema(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM sqlite_schema ORDER BY name")]


def test_a_new_file_gets_every_step_without_a_backup(
    connection: sqlite3.Connection,
) -> None:
    asked: list[int] = []
    migrate(connection, backup=asked.append, steps=[FIRST, SECOND])
    assert (version(connection), schema(connection), asked) == (2, ["a", "b", "t"], [])
    assert connection.execute("SELECT * FROM a").fetchall() == [
        (1, None),
        (2, "two;\nlines"),
    ]


def test_an_older_file_is_copied_before_anything_changes(
    connection: sqlite3.Connection,
) -> None:
    migrate(connection, backup=lambda _: None, steps=[FIRST])
    seen: list[tuple[int, list[str]]] = []
    migrate(
        connection,
        backup=lambda n: seen.append((n, schema(connection))),
        steps=[FIRST, SECOND],
    )
    assert seen == [(1, ["a"])]
    migrate(connection, backup=lambda n: seen.append((n, [])), steps=[FIRST, SECOND])
    assert len(seen) == 1, "nothing to do: no copy"


def test_a_step_that_fails_at_any_statement_leaves_the_schema_before_it(
    connection: sqlite3.Connection,
) -> None:
    migrate(connection, backup=lambda _: None, steps=[FIRST])
    good = SECOND.sql.split("-- the end")[0]
    for bad in (
        "CREATE TABLE a (x INTEGER);",
        "INSERT INTO nowhere VALUES (1);",
        "SELECT 1",
        "INSERT INTO b VALUES (404);",
    ):
        with pytest.raises(MigrationFailed, match="0002_second"):
            migrate(
                connection,
                backup=lambda _: None,
                steps=[FIRST, Migration(2, SECOND.name, good + bad)],
            )
        assert (version(connection), schema(connection)) == (1, ["a"])
    migrate(connection, backup=lambda _: None, steps=[FIRST, SECOND])
    assert version(connection) == 2


def test_when_the_backup_fails_nothing_is_changed(
    connection: sqlite3.Connection,
) -> None:
    migrate(connection, backup=lambda _: None, steps=[FIRST])

    def no_room(_: int) -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        migrate(connection, backup=no_room, steps=[FIRST, SECOND])
    assert (version(connection), schema(connection)) == (1, ["a"])


def test_the_file_of_a_newer_bot_is_refused_with_a_way_out(
    connection: sqlite3.Connection,
) -> None:
    connection.execute("PRAGMA user_version = 7")
    with pytest.raises(NewerSchema, match=r"schema 7.*met 2.*nieuwe versie"):
        migrate(connection, backup=lambda _: None, steps=[FIRST, SECOND])


def test_what_is_shipped_is_numbered_without_gaps_and_strict() -> None:
    steps = shipped()
    assert [step.number for step in steps] == list(range(1, len(steps) + 1)) != []
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, backup=lambda _: None)
        loose = connection.execute("SELECT name FROM pragma_table_list WHERE NOT strict AND schema = 'main'")
        assert [name for (name,) in loose if not name.startswith("sqlite_")] == []
        free = connection.execute(
            "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
            "WHERE c.name LIKE 'sealed_%' AND c.type <> 'BLOB'"
        )
        assert free.fetchall() == [], "what is sealed is bytes"


async def test_the_copy_made_before_an_update_can_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "praatmaat.db"
    async with Database.open(path, clock=ManualClock()) as database:
        await database.transact(lambda tx: tx.new_id())
    steps = [
        *shipped(),
        Migration(len(shipped()) + 1, "next.sql", "CREATE TABLE extra (x INTEGER) STRICT;"),
    ]
    with monkeypatch.context() as patched:
        patched.setattr("bot.storage.migrations.shipped", lambda: steps)
        async with Database.open(path, clock=ManualClock()) as database:
            await database.transact(lambda tx: tx.run("SELECT * FROM extra"))
    with pytest.raises(NewerSchema):
        async with Database.open(path, clock=ManualClock()):
            pass
    (copy,) = tmp_path.glob("praatmaat-schema-*.db")
    assert copy.name == f"praatmaat-schema-{len(steps) - 1:04}-20260302T090000Z.db"
    async with Database.open(copy, clock=ManualClock()) as database:
        assert await database.transact(lambda tx: tx.new_id()) == 2
