"""A whole Praatmaat in front of a local Telegram: real HTTP, real SQLite, the real clock with the demo's offset."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import app
from bot.clock import Clock
from bot.keys import MasterKey
from bot.settings import Settings
from tests.clock import LiveClock
from tests.demo.conformance import Conformance
from tests.people import PATIENCE, Group, Person, Town


@dataclass
class Home:
    """The town with the bot in it."""

    town: Town
    bot: app.App
    folder: Path

    async def jump(self, **by: float) -> None:
        """Move the calendar; the bot notices at its next tick."""
        from datetime import timedelta

        await self.town.forward_clock(int(timedelta(**by).total_seconds()))


def settings_for(town: Town, folder: Path) -> Settings:
    """The settings of a bot in this town, with a key of its own."""
    key = folder / "keys"
    key.mkdir(exist_ok=True)
    if not (key / "master.key").exists():
        MasterKey.new(key / "master.key")
    data = folder / "data"
    data.mkdir(exist_ok=True)
    return Settings(
        token=SecretStr(town.token), api_url=town.server.url, data=data, key_file=key / "master.key",
        clock_offset_file=folder / "offset", log_level="warning",
    )  # fmt: skip


@asynccontextmanager
async def living(town: Town, folder: Path, clock: Clock) -> AsyncIterator[app.App]:
    """The bot, running until the end of the block."""
    async with app.opened(settings_for(town, folder), clock) as bot:
        running = asyncio.create_task(bot.run())
        try:
            yield bot
        finally:
            assert not running.done(), running
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[Home]:
    clock = LiveClock(tmp_path / "offset")
    async with Town(real=clock.real, offset_file=tmp_path / "offset") as town:
        conformance = Conformance(town.world)
        town.on_call(conformance)
        async with living(town, tmp_path, clock) as bot:
            town.server.control.next_moment = bot.next_moment
            yield Home(town, bot, tmp_path)
        conformance.check()


async def joins(town: Town, person: Person, group: Group, role: str) -> None:
    """Doe mee, consent, role, language: three taps in private."""
    await person.taps(group, "Doe mee")
    await person.sees("Doe je mee?")
    await person.picks("Ja, ik doe mee")
    await person.sees("Hoe doe je mee")
    await person.picks(role)
    await person.sees("In welke taal")
    await person.picks("Nederlands")
    await person.sees("Je doet mee")


async def reads(town: Town, group: Group, text: str, seconds: float = PATIENCE) -> None:
    """Wait until the bot says this in the group."""
    await town.until(lambda: any(text in said for said in town.from_bot(group)), seconds)
