"""A round in a circle, with the real database and clock: whose turn it is, who may tap, and what when nobody does."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot import deeds
from bot.delivery.letters import board_from_json
from bot.desk import Desk
from bot.keys import MasterKey, Vault
from bot.library import Library
from bot.rendering import Reader, Renderer
from bot.storage import runs
from bot.storage.database import Database, Tx
from bot.strings import Strings
from bot.timers import Timers
from flows.names import Language, Role
from tests.bot.table import Table
from tests.clock import ManualClock


class Room(Table):
    """The table with its one board in the group."""

    async def board(self) -> str:
        """What the board says now."""

        def look(tx: Tx) -> str:
            member = self.members["Anna"]
            run = runs.open_talk(tx, member.circle)
            assert run is not None
            place = runs.board_place(tx, run)
            assert place is not None
            reader = Reader(language=Language("nl"), circle=member.circle, group=True, texts=runs.texts_of(tx, run))
            names = Renderer(self.desk.vault, Strings.load())
            return "\n".join(names.plain(tx, line, reader) for line in board_from_json(place.body).lines)

        return (await self.database.transact(look)).replace("\u2068", "").replace("\u2069", "")


@pytest.fixture
async def room(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Room]:
    """Anna, Sam and Joost, in the middle of a round: it is Sam's turn."""
    desk = Desk(Library.load(), Vault(MasterKey.new(tmp_path / "master.key")), clock)
    async with Database.open(tmp_path / "praatmaat.db", clock=clock) as database:
        room = Room(database, desk)
        for name, role in (("Anna", Role.PARENT), ("Sam", Role.PUPIL), ("Joost", Role.SCHOOL)):
            await room.sits(name, role)
        await room.talks("Anna", format="rondje")
        yield room


async def test_the_turn_goes_round_and_only_who_has_it_ends_it(room: Room) -> None:
    assert "Nu aan de beurt: Sam" in await room.board()
    await room.taps("Joost", "geweest-1")
    assert "Nu aan de beurt: Sam" in await room.board()

    await room.taps("Sam", "geef-door-1")

    assert "Nu aan de beurt: Anna" in await room.board()
    await room.taps("Anna", "geweest-2")
    await room.taps("Joost", "geweest-3")
    assert "Gaf je door" in await room.board()
    await room.taps("Anna", "rondje-klaar")
    assert "nog niet wist" in await room.board()


async def test_after_five_minutes_anyone_goes_on_for_who_is_away_and_each_turn_has_its_own_five(
    room: Room, clock: ManualClock
) -> None:
    timers = Timers(desk=room.desk, runner=room.runner, database=room.database)
    clock.jump(timedelta(minutes=6))
    await timers.fire_due()
    await room.taps("Joost", "geef-door-1")
    assert "Nu aan de beurt: Anna" in await room.board()

    await room.taps("Joost", "geef-door-2")
    assert "Nu aan de beurt: Anna" in await room.board(), "Anna has her own five minutes"

    clock.jump(timedelta(minutes=6))
    await timers.fire_due()
    await room.taps("Joost", "geef-door-2")
    assert "Nu aan de beurt: Joost" in await room.board()


async def test_when_who_has_the_turn_stops_taking_part_the_next_one_has_it(room: Room) -> None:
    sam = room.members["Sam"]

    await room.follows("Sam", lambda tx: deeds.leave(room.desk, tx, sam.id, "stopped", room._cause("Sam")))

    assert "Nu aan de beurt: Anna" in await room.board()
