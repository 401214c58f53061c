"""What most of these tests work with: a clock that stands still, a database, keys, and a table to sit at."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.keys import MasterKey, Vault
from bot.library import Library
from bot.storage.database import Database
from tests.bot.table import Table
from tests.clock import ManualClock
from tests.flows.people import ANNA, JOOST, NOOR


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def database(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "praatmaat.db", clock=clock) as database:
        yield database


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(MasterKey.new(tmp_path / "master.key"))


@pytest.fixture
def desk(vault: Vault, clock: ManualClock) -> Desk:
    return Desk(Library.load(), vault, clock)


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    """Anna, Joost and Noor around one child."""
    return await Table(database, desk).sit(ANNA, JOOST, NOOR)
