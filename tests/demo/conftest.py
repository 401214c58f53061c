"""A town with a bot that is python-telegram-bot; every call is held against aiogram's models."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.clock import ManualClock
from tests.demo.conformance import Conformance
from tests.people import Town


@pytest.fixture
def real() -> ManualClock:
    """The real clock of the server; it moves only by hand."""
    return ManualClock()


@pytest.fixture
async def town(real: ManualClock) -> AsyncIterator[Town]:
    """A running local Telegram; the test fails when any call in it was not as in the Bot API."""
    async with Town(real=real.real) as town:
        conformance = Conformance(town.world)
        town.on_call(conformance)
        yield town
    conformance.check()


@pytest.fixture
async def bot(town: Town) -> AsyncIterator[Bot]:
    """The bot's side, through the client library the product uses."""
    async with Bot(town.token, base_url=town.base_url, base_file_url=town.base_file_url) as bot:
        yield bot
