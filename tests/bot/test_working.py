"""How people treat each other: shown before each talk, looked back on after it, never changed for anybody."""

from datetime import timedelta

import pytest

from bot import working
from bot.desk import Desk
from bot.storage.database import Database
from bot.timers import Timers
from flows.agreements import Agreement, Did, State
from flows.names import Role
from tests.bot.table import Table
from tests.clock import ManualClock
from tests.flows.people import ANNA, JOOST

HONEST, PAUSE = "zeggen eerlijk wat niet lukt", "nemen pauze als het te veel is"


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    """Anna and Joost, who agreed on two ways to work together; Noor came later."""
    table = await Table(database, desk).sit(ANNA, JOOST)
    for text in (HONEST, PAUSE):
        await table.works_so("Anna", text, "Anna", "Joost")
    await table.sits("Noor", Role.CARE)
    return table


async def _after_a_talk(table: Table) -> None:
    await table.talks("Anna")
    for name in ("Anna", "Joost", "Noor"):
        await table.presses(name, "sla-over")
    await table.taps("Anna", "uitgepraat")
    await table.taps("Anna", "klaar")


async def _agreed(table: Table) -> list[Agreement]:
    return await table.all_of("Anna")


async def test_a_talk_begins_with_how_people_agreed_to_treat_each_other(table: Table) -> None:
    await table.talks("Anna")

    assert f"Zo doen jullie het voortaan\n{HONEST}\n{PAUSE}" in await table.group_reads("Anna")


async def test_a_circle_without_working_agreements_is_shown_nothing(table: Table) -> None:
    await table.sits("Mees", Role.PARENT, circle=-401)

    await table.talks("Mees")

    assert "voortaan" not in await table.group_reads("Mees")


async def test_after_a_talk_one_tap_keeps_them_all_and_the_story_tells_so(table: Table) -> None:
    await _after_a_talk(table)
    assert await table.asked("Joost") == "terugkijken/past-het"
    assert "Past dit nog voor jou?" not in await table.reads("Noor"), "she did not agree on them"

    await table.presses("Joost", "houden")

    joost = table.members["Joost"].id
    assert [(a.story[-1].did, a.story[-1].by) for a in await _agreed(table)] == [(Did.KEPT, joost)] * 2


async def test_who_wants_something_else_looks_at_each_and_others_keep_theirs(table: Table) -> None:
    await _after_a_talk(table)
    await table.presses("Joost", "bekijken")
    assert await table.asked("Joost") == "werkafspraak/hoe-nu"
    await table.presses("Joost", "weg")
    assert await table.asked("Joost") == "laten-vallen/zeker"
    await table.presses("Joost", "ja")

    await table.presses("Joost", "houden")

    anna, joost = table.members["Anna"].id, table.members["Joost"].id
    assert sorted(a.owners for a in await _agreed(table)) == [(anna,), (anna, joost)]
    assert all(a.state is State.STANDING for a in await _agreed(table))
    assert "Jouw deel blijft gewoon staan" in await table.reads("Anna")


async def test_other_words_wait_for_the_akkoord_of_who_agreed_on_them(table: Table) -> None:
    first = (await _agreed(table))[0]
    await table.follows("Joost", lambda tx: working.ask_one(table.desk, tx, first, table.members["Joost"].id))
    await table.presses("Joost", "aanpassen")
    await table.presses("Joost", "woorden")
    await table.says("Joost", "zeggen het dezelfde week")
    await table.presses("Joost", "ja")
    assert await table.words_of(await table.of(first)) == HONEST

    await table.presses("Anna", "akkoord")

    assert await table.words_of(await table.of(first)) == "zeggen het dezelfde week"


async def test_on_its_day_each_who_agreed_looks_back_and_is_asked_once(table: Table) -> None:
    timers = Timers(desk=table.desk, runner=table.runner, database=table.database)
    clock = table.desk.clock
    assert isinstance(clock, ManualClock)
    clock.jump(timedelta(days=12))

    assert await timers.fire_due() == 4

    assert await table.asked("Joost") == "werkafspraak/hoe-nu"
    first = (await _agreed(table))[0]
    again = await table.database.transact(lambda tx: working.ask_one(table.desk, tx, first, table.members["Joost"].id))
    assert again == ()
    assert "Is het gelukt" not in await table.reads("Joost")


async def test_who_did_not_agree_on_it_is_not_asked_about_it(table: Table) -> None:
    first = (await _agreed(table))[0]

    asked = await table.database.transact(lambda tx: working.ask_one(table.desk, tx, first, table.members["Noor"].id))

    assert asked == ()
