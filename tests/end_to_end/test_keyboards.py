"""The keyboard on a phone shows what can be answered now, and nothing else."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.storage.database import Tx
from tests.end_to_end.conftest import Home, reads
from tests.people import Person


async def _sticker(person: Person) -> None:
    await person.sticker()


async def _forwards(person: Person) -> None:
    await person.forwards("Wat een ander schreef.")


async def _asks_for_help(person: Person) -> None:
    await person.writes("/hulp")


async def _presses_what_is_too_late(person: Person) -> None:
    await person.picks("Ja, ik doe mee")


@pytest.mark.parametrize("speaks", [_sticker, _forwards, _asks_for_help, _presses_what_is_too_late])
async def test_after_a_question_closed_in_silence_the_first_answer_takes_its_buttons_away(
    home: Home, speaks: Callable[[Person], Awaitable[None]]
) -> None:
    anna, sam = await home.town.person("Anna"), await home.town.person("Sam")
    group = await home.town.group("Rond Sam", anna, sam)
    await reads(home.town, group, "Praatmaat")
    await sam.taps(group, "Doe mee")
    await sam.sees("Doe je mee?")
    await home.jump(days=8)
    await _over(home)

    await speaks(sam)
    await home.town.until(lambda: sam.keyboard() == [])


async def _over(home: Home) -> None:
    """The joining has ended by its deadline."""

    def still_open(tx: Tx) -> bool:
        return tx.one("SELECT 1 FROM runs WHERE flow = 'meedoen' AND state = 'open'") is not None

    async with asyncio.timeout(8):
        while await home.bot.database.transact(still_open):
            await asyncio.sleep(0.05)
