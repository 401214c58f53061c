"""Bring the database's schema up to date, one numbered SQL file per transaction."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

_NAME = re.compile(r"(\d{4})_\w+\.sql")


class NewerSchema(Exception):
    """The database was made by a newer version of the bot; opening it could lose what that version keeps."""


class MigrationFailed(Exception):
    """A migration could not be carried out; the database stands as it stood before."""


@dataclass(frozen=True)
class Migration:
    """One numbered step."""

    number: int
    name: str
    sql: str


def shipped() -> list[Migration]:
    """The migrations of this version, in order, without gaps."""
    found = []
    for file in resources.files("bot.storage").joinpath("schema").iterdir():
        if match := _NAME.fullmatch(file.name):
            found.append(Migration(int(match[1]), file.name, file.read_text(encoding="utf-8")))
    found.sort(key=lambda migration: migration.number)
    assert [m.number for m in found] == list(range(1, len(found) + 1)), "migrations are numbered 1, 2, 3 …"
    return found


def migrate(
    connection: sqlite3.Connection,
    *,
    backup: Callable[[int], None],
    steps: Sequence[Migration] | None = None,
) -> None:
    """Carry out what is still missing; `backup` is called once with the version the file has, before any change.

    Raises NewerSchema, or MigrationFailed with the database as it was after the last step that succeeded.
    """
    todo = shipped() if steps is None else list(steps)
    newest = todo[-1].number if todo else 0
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > newest:
        raise NewerSchema(
            f"de gegevens zijn van een nieuwere Praatmaat (schema {version}, deze kent tot en met {newest}). "
            "Start de nieuwe versie weer, of zet de kopie terug die voor het bijwerken is gemaakt."
        )
    missing = [step for step in todo if step.number > version]
    if missing and version > 0:
        backup(version)
    for step in missing:
        _carry_out(connection, step)


def _carry_out(connection: sqlite3.Connection, step: Migration) -> None:
    # Off while tables are rebuilt (a no-op inside a transaction, so before it); checked as a whole before the commit.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in _statements(step.sql):
                connection.execute(statement)
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise sqlite3.IntegrityError("rows refer to rows that do not exist")
            connection.execute(f"PRAGMA user_version = {step.number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    except sqlite3.Error as error:
        raise MigrationFailed(
            f"bijwerken van de gegevens lukte niet bij {step.name} ({error}). De gegevens staan nog zoals ze stonden."
        ) from error
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _statements(sql: str) -> Iterator[str]:
    # `executescript` commits first, which would tear a migration in pieces.
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if re.sub(r"--[^\n]*", "", pending).strip():
        raise sqlite3.ProgrammingError("the last statement has no semicolon")
