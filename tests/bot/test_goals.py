"""The goal of a circle and what its members know much about: kept, shown at the start of a talk, and let go."""

import pytest

from bot import deeds, goals
from bot.acts import Cause
from bot.desk import Desk
from bot.storage import goals as stored
from bot.storage import words
from bot.storage.database import Database, Tx
from flows.names import WordsId
from tests.bot.table import Table
from tests.flows.people import ANNA, JOOST, SAM

SENTENCE, OTHER = "elke dag met een goed gevoel naar huis", "een plek waar ik mezelf ben"


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    """Anna, Sam and Joost; Anna proposed what they want for Sam."""
    table = await Table(database, desk).sit(ANNA, SAM, JOOST)
    await _writes(table, "Anna", "doel", SENTENCE)
    return table


async def _writes(table: Table, name: str, flow: str, text: str) -> None:
    await table.begins(name, flow)
    await table.says(name, text)
    await table.presses(name, "ja")


async def _kept(table: Table) -> int:
    return await table.database.transact(lambda tx: len(tx.run("SELECT id FROM words")))


async def test_each_says_for_themselves_whether_it_is_their_goal_and_a_talk_begins_with_it(table: Table) -> None:
    await table.taps("Joost", "eens", flow="doel-samen")
    await _writes(table, "Sam", "doel-anders", OTHER)

    await table.talks("Anna")

    read = await table.group_reads("Anna")
    assert f"Ons doel\n{SENTENCE}\nDit is het doel van: Anna en Joost." in read
    assert f"Sam zegt het liever zo: {OTHER}" in read


async def test_who_changes_their_mind_stands_in_one_place_only(table: Table) -> None:
    await _writes(table, "Sam", "doel-anders", OTHER)
    await table.taps("Sam", "eens", flow="doel-samen")

    goal = await table.database.transact(lambda tx: stored.load(tx, table.desk.vault, table.members["Sam"].circle))

    assert goal is not None and goal.agree == (table.members["Anna"].id, table.members["Sam"].id)
    assert goal.otherwise == {} and await _kept(table) == 1, "what Sam had said otherwise is kept no longer"


async def test_another_goal_takes_the_place_of_the_first_and_everybody_chooses_anew(table: Table) -> None:
    await table.taps("Joost", "eens", flow="doel-samen")

    await _writes(table, "Sam", "doel", OTHER)

    goal = await table.database.transact(lambda tx: stored.load(tx, table.desk.vault, table.members["Sam"].circle))
    assert goal is not None and goal.agree == (table.members["Sam"].id,)
    assert await _kept(table) == 1


async def test_words_about_one_goal_never_stand_under_another_and_their_writer_hears_so(table: Table) -> None:
    await table.taps("Sam", "nog-niet", flow="doel-samen")
    await table.says("Sam", "gewoon een fijne dag")

    await _writes(table, "Joost", "doel", OTHER)

    assert await table.asked("Sam") == "" and "Er staat nu een ander doel in de groep." in await table.reads("Sam")
    goal = await table.database.transact(lambda tx: stored.load(tx, table.desk.vault, table.members["Sam"].circle))
    assert goal is not None and goal.otherwise == {} and await _kept(table) == 1


async def test_everybody_is_introduced_with_what_they_know_much_about_the_pupil_first(table: Table) -> None:
    await _writes(table, "Anna", "veel-van", "hoe Sam weer lacht")
    await _writes(table, "Anna", "veel-van", "hoe Sam rustig wordt")

    said = await table.database.transact(lambda tx: goals.who(tx, table.members["Anna"].circle))

    assert [line.key for line in said] == ["ui/wie-regel", "ui/wie-weet", "ui/wie-regel"]
    assert await _kept(table) == 2, "one line about oneself, the newest, beside the goal"


async def test_who_leaves_takes_along_what_they_said_but_the_sentence_stays(table: Table) -> None:
    await _writes(table, "Sam", "doel-anders", OTHER)
    await _writes(table, "Sam", "veel-van", "robots")
    sam = table.members["Sam"]

    def leave(tx: Tx) -> list[str]:
        for follow in deeds.leave(table.desk, tx, sam.id, "left", Cause(name="gone", person=sam.person)):
            table.runner.follow(tx, follow, Cause(name="gone-on", person=sam.person))
        kept = [WordsId(row["id"]) for row in tx.run("SELECT id FROM words")]
        return [words.read(tx, table.desk.vault, id, reader=words.Circle(sam.circle)).text for id in kept]

    assert await table.database.transact(leave) == [SENTENCE]


async def test_who_would_say_it_otherwise_reads_first_what_it_says_now(table: Table) -> None:
    await table.taps("Sam", "nog-niet", flow="doel-samen")

    assert f"Dit staat er nu:\n{SENTENCE}" in await table.reads("Sam")
