"""Buttons and links carry nothing anyone could read, guess, or use for ever."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.storage import tokens
from bot.storage.database import Database, Tx
from flows.names import CircleId, PersonId, RunId
from tests.clock import ManualClock


async def mint(database: Database, clock: ManualClock, minutes: int = 10) -> str:
    return await database.transact(
        lambda tx: tokens.mint(
            tx,
            kind="board",
            circle=CircleId(1),
            run=RunId(2),
            person=PersonId(3),
            body={"step": "vraag", "turn": 2},
            ttl=timedelta(minutes=minutes),
            clock=clock,
        )
    )


async def test_a_token_stands_for_what_it_was_made_for(database: Database, clock: ManualClock) -> None:
    token = await mint(database, clock)
    found = await database.transact(lambda tx: tokens.find(tx, token, clock))
    assert found is not None
    assert (found.kind, found.circle, found.run, found.person) == ("board", 1, 2, 3)
    assert found.body == {"step": "vraag", "turn": 2} and not found.used


async def test_a_token_fits_in_a_button_and_a_link_and_never_comes_twice(
    database: Database, clock: ManualClock
) -> None:
    def many(tx: Tx) -> set[str]:
        return {tokens.mint(tx, kind="x", ttl=timedelta(minutes=1), clock=clock) for _ in range(500)}

    made = await database.transact(many)
    assert len(made) == 500
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", token) for token in made)


async def test_after_its_time_a_token_leads_nowhere_also_when_the_calendar_jumps(
    database: Database, clock: ManualClock
) -> None:
    token = await mint(database, clock, minutes=10)
    clock.jump(timedelta(days=30))
    assert await database.transact(lambda tx: tokens.find(tx, token, clock)) is not None
    clock.advance(timedelta(minutes=10))
    assert await database.transact(lambda tx: tokens.find(tx, token, clock)) is None


@pytest.mark.parametrize("forged", ["", "x", "board|2|vraag", "' OR 1=1 --", "\ud83d", "A" * 10_000])
async def test_a_forged_token_leads_nowhere(database: Database, clock: ManualClock, forged: str) -> None:
    await mint(database, clock)
    assert await database.transact(lambda tx: tokens.find(tx, forged, clock)) is None
    assert await database.transact(lambda tx: tokens.use(tx, forged)) is False


async def test_only_the_first_use_counts(database: Database, clock: ManualClock) -> None:
    token = await mint(database, clock)
    assert [await database.transact(lambda tx: tokens.use(tx, token)) for _ in range(3)] == [True, False, False]
    found = await database.transact(lambda tx: tokens.find(tx, token, clock))
    assert found is not None and found.used


async def test_who_reads_the_database_cannot_press_a_button(
    database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    token = await mint(database, clock)
    for file in tmp_path.iterdir():
        assert token.encode() not in file.read_bytes(), file.name


async def test_when_a_talk_is_over_its_buttons_are_dead(database: Database, clock: ManualClock) -> None:
    token = await mint(database, clock)
    await database.transact(lambda tx: tokens.end_of_run(tx, RunId(2)))
    assert await database.transact(lambda tx: tokens.find(tx, token, clock)) is None
