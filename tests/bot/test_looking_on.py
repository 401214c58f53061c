"""A supporter or interpreter who looks on: is asked nothing, and sees in private what concerns them."""

import pytest

from bot import overview
from bot.desk import Desk
from bot.storage import looking_on, people
from bot.storage.database import Database, Tx
from flows.names import Role
from tests.bot.table import Table
from tests.flows.people import ANNA, JOOST


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    """Anna and Joost; Fatma interprets, and looks on."""
    table = await Table(database, desk).sit(ANNA, JOOST, ("Fatma", Role.SUPPORTER))
    await _looks_on(table, True)
    return table


async def _looks_on(table: Table, on: bool) -> None:
    await table.database.transact(lambda tx: looking_on.set_looking_on(tx, table.members["Fatma"].id, on))


async def _lists(table: Table) -> list[str]:
    fatma = table.members["Fatma"].person

    def look(tx: Tx) -> list[str]:
        return [listed.head.key for listed in overview.of_person(tx, table.desk.vault, fatma)]

    return await table.database.transact(look)


async def test_who_looks_on_is_asked_nothing_in_a_talk_and_after_it(table: Table) -> None:
    await table.talks("Anna")

    assert await table.asked("Fatma") == "" and await table.asked("Anna") != ""


async def test_who_looks_on_sees_no_agreements_but_those_they_have_a_part_in(table: Table) -> None:
    await table.agrees("Anna", "belt Joost", "Joost")
    assert await _lists(table) == []

    await table.agrees("Fatma", "tolkt het gesprek", "Fatma")
    assert await _lists(table) == ["ui/afspraken-van-jou"]

    await _looks_on(table, False)
    assert await _lists(table) == ["ui/afspraken-van-jou", "ui/afspraken-van-anderen"]


async def test_who_comes_back_with_questions_takes_part_again(table: Table) -> None:
    circle = table.members["Anna"].circle
    before = await table.database.transact(lambda tx: len(people.taking_part(tx, circle)))
    await _looks_on(table, False)
    assert await table.database.transact(lambda tx: len(people.taking_part(tx, circle))) == before + 1
