"""The table most of these tests sit at."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.table import Table, sitting
from tests.flows.people import ANNA, JOOST, NOOR


@pytest.fixture
async def table(tmp_path: Path) -> AsyncIterator[Table]:
    """Anna, Joost and Noor around one child."""
    async with sitting(tmp_path, ANNA, JOOST, NOOR) as table:
        yield table
