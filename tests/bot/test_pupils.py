"""How far a pupil takes part in a talk: asked before the first question, and the more careful choice holds."""

import pytest

from bot import pupils
from bot.beginnings import begin_in_group
from bot.desk import Desk, Happening
from bot.storage import people, runs
from bot.storage.database import Database, Tx
from flows.events import OwnCardOnly, Rested
from flows.names import FlowId, Role
from flows.run import Participant
from tests.bot.table import Table
from tests.chat import MONDAY
from tests.flows.people import ANNA, JOOST, SAM


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    """Anna, Sam and Joost, who begin a talk; Sam and Anna are asked how far Sam takes part."""
    table = await Table(database, desk).sit(ANNA, SAM, JOOST)
    circle = table.members["Joost"].circle

    def ask(tx: Tx):
        return pupils.ask(table.desk, tx, circle, people.taking_part(tx, circle))

    await table.follows("Joost", ask)
    await table.talks("Joost")
    return table


async def _sam(table: Table) -> Participant | None:
    sam = table.members["Sam"]

    def look(tx: Tx) -> Participant | None:
        talk = runs.open_talk(tx, sam.circle)
        record = runs.load(tx, table.desk.vault, talk) if talk is not None else None
        return record.run.participant(sam.id) if record is not None else None

    return await table.database.transact(look)


async def _says(table: Table, name: str, flow: str, option: str) -> None:
    """Answers this question, whichever other is open first."""
    while not (await table.asked(name)).startswith(flow):
        await table.presses(name, "sla-over")
    await table.presses(name, option)


async def test_who_chooses_the_whole_talk_simply_takes_part(table: Table) -> None:
    await _says(table, "Sam", "leerling-doet-mee", "helemaal")
    await _says(table, "Anna", "leerling-mee", "helemaal")

    sam = await _sam(table)
    assert sam is not None and not sam.partly


async def test_who_comes_with_only_their_own_card_is_asked_for_that(table: Table) -> None:
    await _says(table, "Sam", "leerling-doet-mee", "stukje")

    sam = await _sam(table)
    assert sam is not None and sam.partly


async def test_a_parent_who_would_rather_not_has_the_pupil_asked_nothing_and_told_so_kindly(table: Table) -> None:
    await _says(table, "Sam", "leerling-doet-mee", "helemaal")
    await _says(table, "Anna", "leerling-mee", "niet")

    assert await _sam(table) is None
    assert "In dit gesprek vraag ik je niets." in await table.reads("Sam")
    assert FlowId("leerling-mee") not in {await table.asked("Sam")}


async def test_without_a_pupil_nobody_is_asked(table: Table) -> None:
    joost = table.members["Joost"]
    alone = [Participant(member=joost.id, role=Role.SCHOOL)]
    assert await table.database.transact(lambda tx: pupils.ask(table.desk, tx, joost.circle, alone)) == ()


async def test_what_a_pupil_says_about_a_talk_that_is_over_changes_nothing_of_the_next(table: Table) -> None:
    await table.talks("Joost", card="neem-mij-serieus")

    await _says(table, "Sam", "leerling-doet-mee", "niet")

    assert await _sam(table) is not None


async def test_a_pupil_who_says_not_now_while_the_talk_rests_is_not_asked_when_it_goes_on(table: Table) -> None:
    joost = table.members["Joost"]
    talk = await table.database.transact(lambda tx: runs.open_talk(tx, joost.circle))
    assert talk is not None
    await table.follows("Joost", lambda tx: begin_in_group(table.desk, tx, FlowId("al-bezig"), joost.circle, joost.id))
    await table.taps("Joost", "rusten", flow="al-bezig")

    await _says(table, "Sam", "leerling-doet-mee", "niet")
    await table.follows("Joost", lambda tx: [Happening(talk, Rested(at=table.desk.at(tx, joost.circle), over=True))])

    assert await _sam(table) is None


async def test_a_pupil_whose_parent_would_rather_have_only_their_own_card_hears_that_kindly_and_once(
    table: Table,
) -> None:
    await _says(table, "Sam", "leerling-doet-mee", "helemaal")
    await _says(table, "Anna", "leerling-mee", "stukje")

    sam = await _sam(table)
    assert sam is not None and sam.partly
    assert (await table.reads("Sam")).count("In dit gesprek vraag ik alleen je eigen kaart.") == 1


async def test_a_pupil_who_chose_that_themselves_is_not_told_it_again(table: Table) -> None:
    await _says(table, "Sam", "leerling-doet-mee", "stukje")
    await _says(table, "Anna", "leerling-mee", "stukje")

    assert "In dit gesprek vraag ik alleen je eigen kaart." not in await table.reads("Sam")


async def test_a_second_question_is_not_brought_back_for_a_pupil_who_came_with_only_their_own_card_meanwhile(
    table: Table,
) -> None:
    await table.talks("Joost", format="wissel-van-stoel")
    for name in ("Anna", "Sam", "Joost"):
        while not (await table.asked(name)).startswith("wissel-van-stoel"):
            await table.presses(name, "helemaal")
        await table.says(name, f"woorden van {name}")
        await table.presses(name, "deel-naam")
    joost, sam = table.members["Joost"], table.members["Sam"]
    talk = await table.database.transact(lambda tx: runs.open_talk(tx, joost.circle))
    assert talk is not None and await table.asked("Sam") == "wissel-van-stoel/zie-vooral-het-kind/andere-stoel"

    meanwhile = (Rested(at=MONDAY), OwnCardOnly(at=MONDAY, by=sam.id), Rested(at=MONDAY, over=True))
    await table.follows("Joost", lambda _: [Happening(talk, event) for event in meanwhile])

    assert not (await table.asked("Sam")).startswith("wissel") and (await table.asked("Joost")).startswith("wissel")


async def test_a_pupil_whose_parent_would_rather_not_is_not_asked_any_more_how_they_take_part(table: Table) -> None:
    await _says(table, "Anna", "leerling-mee", "niet")

    assert "In dit gesprek vraag ik je niets." in await table.reads("Sam")
    assert await table.asked("Sam") == ""


@pytest.mark.parametrize("choice", ["stukje", "niet"])
async def test_half_way_nothing_is_asked_any_more_of_a_pupil_who_comes_with_less_than_the_whole_talk(
    table: Table, choice: str
) -> None:
    await _says(table, "Sam", "leerling-doet-mee", "helemaal")
    await table.begins("Sam", "hoe-gaat-het")
    assert await table.asked("Sam") == "hoe-gaat-het/hoe"

    await _says(table, "Anna", "leerling-mee", choice)

    assert not (await table.asked("Sam")).startswith("hoe-gaat-het")
