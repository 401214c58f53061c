"""A whole bot in a town, at any moment of the calendar, with circles that joined already."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from bot.storage.database import Tx
from flows.agreements import Agreement
from flows.names import Pace, Role, RunId
from tests.clock import LIVE_START, LiveClock
from tests.demo.conformance import Conformance
from tests.end_to_end.conftest import Home, living
from tests.faults import seeding
from tests.faults.seeding import SMALL, Kring
from tests.people import Person, Town

Found = TypeVar("Found")


@dataclass
class Place(Home):
    """A home in which a test begins where it matters."""

    clock: LiveClock

    async def circle(
        self, title: str = "Rond Sam", roles: Mapping[str, Role] = SMALL, *, known: Mapping[str, Person] | None = None,
        supergroup: bool = False,
    ) -> Kring:  # fmt: skip
        """A circle whose members joined already."""
        return await seeding.circle(
            self.town, self.bot.database, self.bot.desk, title, roles, known=known, supergroup=supergroup
        )

    async def talk(self, kring: Kring, pace: Pace = Pace.NOW) -> RunId:
        """A talk that was just begun there."""
        run = await seeding.talk(self.bot.database, self.bot.desk, kring, pace=pace)
        self.bot.delivery.wake()
        return run

    async def agreed(self, kring: Kring, owner: Person, what: str, day: date) -> Agreement:
        """An agreement of which its owner said akkoord."""
        return await seeding.agreed(self.bot.database, self.bot.desk, kring, owner, what, day)

    async def db(self, look: Callable[[Tx], Found]) -> Found:
        """Look in the tables."""
        return await self.bot.database.transact(look)

    def now(self) -> datetime:
        """The calendar."""
        return self.clock.now()


At = Callable[..., AbstractAsyncContextManager[Place]]


@pytest.fixture
def place_at(tmp_path: Path) -> At:
    """`async with place_at(moment) as place:` — a bot that lives from this moment of the calendar on."""

    @asynccontextmanager
    async def at(moment: datetime = LIVE_START) -> AsyncIterator[Place]:
        clock = LiveClock(tmp_path / "offset", moment)
        async with Town(real=clock.real, offset_file=tmp_path / "offset") as town:
            conformance = Conformance(town.world)
            town.on_call(conformance)
            async with living(town, tmp_path, clock) as bot:
                town.server.control.next_moment = bot.next_moment
                yield Place(town, bot, tmp_path, clock)
            conformance.check()

    return at


@pytest.fixture
async def place(place_at: At) -> AsyncIterator[Place]:
    """The same on an ordinary Monday morning."""
    async with place_at() as one:
        yield one


async def answers(person: Person, text: str, *, share: str = "Delen met mijn naam") -> None:
    """Writes one piece, says that it is all, and shares it."""
    await person.writes(text)
    await person.sees("Bewaard")
    await person.picks("Klaar")
    await person.sees("Hoe wil je het delen?")
    await person.picks(share)
