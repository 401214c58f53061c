"""A spark comes when somebody asks, and each week for who wants that: within the manners, and off with one tap."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot import coaching, deeds, held, sparks
from bot.acts import Cause
from bot.delivery.compose import Circumstances, compose
from bot.delivery.letters import SparkLetter
from bot.delivery.parts import TextPart
from bot.desk import Desk
from bot.keys import MasterKey, Vault
from bot.library import Library
from bot.rendering import Renderer
from bot.storage import people, runs
from bot.storage import sparks as kept
from bot.storage.database import Database, Tx
from bot.storage.outbox import row_of
from bot.strings import Strings
from bot.timers import Timers
from bot.wishes import pause_person
from flows.line import Lines, ui
from flows.names import Role
from flows.sparks import Spark
from tests.bot.table import Table
from tests.clock import ManualClock


@dataclass
class Place:
    table: Table
    clock: ManualClock

    async def weeks(self, count: int) -> list[SparkLetter]:
        """Let so many weeks pass, day by day; the sparks that lie ready for Anna then."""
        for _ in range(7 * count):
            self.clock.jump(timedelta(days=1))
            await Timers(desk=self.table.desk, runner=self.table.runner, database=self.table.database).fire_due()
        rows = await self.table.database.transact(
            lambda tx: [row_of(row) for row in tx.run("SELECT * FROM outbox WHERE kind = 'spark' AND state = 'new'")]
        )
        return [row.letter for row in rows if isinstance(row.letter, SparkLetter) and row.klass == "nudge"]


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    clock = ManualClock()
    desk = Desk(Library.load(), Vault(MasterKey.new(tmp_path / "master.key")), clock)
    async with Database.open(tmp_path / "praatmaat.db", clock=clock) as database:
        table = Table(database, desk)
        await table.sits("Anna", Role.PARENT)
        yield Place(table, clock)


async def test_there_are_enough_sparks_and_every_role_gets_a_dozen_before_one_comes_again(place: Place) -> None:
    all_of_them = place.table.desk.library.sparks
    assert sum(len(spark.ideas) for spark in all_of_them) >= 40
    anna = place.table.members["Anna"]

    def ask(tx: Tx) -> list[Spark]:
        return [sparks.next_for(place.table.desk, tx, anna) for _ in range(12)]

    assert len({spark.id for spark in await place.table.database.transact(ask)}) == 12


async def test_who_wants_one_each_week_gets_one_and_not_a_pile_after_a_pause(place: Place) -> None:
    table, anna = place.table, place.table.members["Anna"]
    await table.database.transact(lambda tx: sparks.begin(table.desk, tx, anna.person))
    assert len(await place.weeks(2)) == 1, "the first one still waits"
    await table.database.transact(lambda tx: pause_person(table.desk, tx, anna.person, date(2030, 1, 1)))
    waiting = await table.database.transact(lambda tx: held.lines(table.desk, tx, anna))
    assert Lines((ui("wacht-vonk"),)) in [value for line in waiting for value in line.args.values()]

    await table.database.transact(lambda tx: sparks.end(tx, anna.person))
    assert await place.weeks(2) == []


async def test_of_who_left_their_last_circle_nothing_is_counted_any_more(place: Place) -> None:
    table, anna = place.table, place.table.members["Anna"]

    def all_of_it(tx: Tx) -> None:
        sparks.begin(table.desk, tx, anna.person)
        sparks.next_for(table.desk, tx, anna)
        deeds.leave(table.desk, tx, anna.id, "stopped", Cause(name="leaves"))
        assert kept.seen(tx, anna.person) is None
        assert not sparks.wanted(tx, anna.person)

    await table.database.transact(all_of_it)


async def test_where_the_region_is_known_the_signpost_still_shows_two_places_at_most(place: Place) -> None:
    table, anna = place.table, place.table.members["Anna"]
    await table.database.transact(lambda tx: people.set_calendar(tx, anna.circle, region="noord", free_days=()))
    await table.follows("Anna", lambda tx: coaching.signpost(table.desk, tx, anna.person))
    await table.presses("Anna", "klacht")
    said = await table.reads("Anna")
    assert said.count("Nagekeken op") == 2 and "onderwijsgeschillen" not in said


async def test_who_is_in_no_circle_begins_the_signpost_once(place: Place) -> None:
    table = place.table

    def twice(tx: Tx) -> tuple[int, int]:
        kim = people.ensure_person(tx, 999, "nl")
        first = coaching.signpost(table.desk, tx, kim)
        for follow in first:
            table.runner.follow(tx, follow, Cause(name="a", person=kim, asked=True))
        return len(first), len(coaching.signpost(table.desk, tx, kim))

    assert await table.database.transact(twice) == (1, 2)


async def test_while_a_talk_is_open_a_spark_is_only_a_question(place: Place) -> None:
    table = place.table
    joost = await table.sits("Joost", Role.SCHOOL)
    spark = table.desk.library.sparks[0]
    await table.follows("Joost", lambda tx: sparks.round_of(table.desk, tx, spark, joost, Cause(name="before")))
    assert await table.database.transact(lambda tx: len(runs.open_in(tx, joost.circle, flow=sparks.ROUND))) == 1
    await table.talks("Anna")
    await table.follows("Joost", lambda tx: sparks.round_of(table.desk, tx, spark, joost, Cause(name="during")))
    assert "Joost deelt een vonk" in await table.group_reads("Anna")


async def test_who_is_in_two_circles_practises_for_themself_and_for_neither(place: Place) -> None:
    table, anna = place.table, place.table.members["Anna"]
    other = await table.sits("Anna elsewhere", Role.PARENT, circle=-401, chat=100)
    assert other.person == anna.person

    def said(tx: Tx) -> str:
        people.set_child(tx, table.desk.vault, anna.circle, "Sam")
        for follow in coaching.practise(table.desk, tx, anna):
            table.runner.follow(tx, follow, Cause(name="p", person=anna.person, asked=True))
        row = row_of(tx.run("SELECT * FROM outbox WHERE person = :p ORDER BY id DESC", p=anna.person)[0])
        by = Renderer(table.desk.vault, Strings.load(), table.desk.library.reference)
        (part,) = compose(tx, by, row, Circumstances(now=table.desk.clock.now()), 11)
        assert isinstance(part, TextPart)
        return part.html

    html = await table.database.transact(said)
    assert "Wat zit je dwars?" in html and "Sam" not in html
