"""People meet: reactions under cards, how it is half-way for who depends on others, and a guest who asks later."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot import deeds, upkeep
from bot.desk import Beginning, Desk, Happening
from bot.storage import people, runs
from bot.storage.database import Database, Tx
from bot.storage.runs import RunRecord
from bot.timers import Timers
from flows.events import OwnCardOnly, Revealed
from flows.line import Value, Who, Word
from flows.names import FlowId, Pace, Role, TextKey
from flows.run import Status
from tests.bot.table import Table
from tests.clock import ManualClock
from tests.flows.people import ANNA, JOOST, SAM

SIX_WEEKS = timedelta(weeks=6, days=1)


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    """Anna, Sam and Joost, and Saar who brings her own experience."""
    return await Table(database, desk).sit(ANNA, SAM, JOOST)


async def _talks(table: Table, name: str, flow: str, pace: Pace = Pace.SPREAD, **about: Value) -> None:
    member = table.members[name]

    def begin(tx: Tx) -> Sequence[Beginning]:
        told = {"titel": Word(TextKey("title")), **about}
        everyone = people.taking_part(tx, member.circle)
        return [Beginning(flow=FlowId(flow), circle=member.circle, starter=member.id, participants=everyone, pace=pace,
                          about=told)]  # fmt: skip

    await table.follows(name, begin)


async def _answers(table: Table, name: str, text: str) -> None:
    await table.says(name, text)
    await table.presses(name, "klaar")
    await table.presses(name, "deel-naam")


async def _turns(table: Table) -> None:
    """Delivery shows what waits to be shown."""

    def turn(tx: Tx) -> None:
        run = runs.open_talk(tx, table.members["Joost"].circle)
        record = runs.load(tx, table.desk.vault, run) if run is not None else None
        assert record is not None and record.run.at is not None
        at = table.desk.at(tx, record.circle)
        event = Revealed(at=at, step=record.run.at, turn=record.run.turn)
        table.runner.happens(tx, record.run.id, event, table._cause("Joost"))

    await table.database.transact(turn)


async def _half_way(table: Table, pace: Pace = Pace.SPREAD) -> None:
    """The cards lie open, and so do the reactions."""
    await _talks(table, "Anna", "kaarten-omdraaien/zie-vooral-het-kind", pace)
    if pace is Pace.SPREAD:
        await table.taps("Anna", "begin-alvast")
    for name in ("Anna", "Sam", "Joost"):
        await _answers(table, name, f"kaart van {name}")
    await _turns(table)
    if pace is Pace.SPREAD:
        await table.presses("Joost", "ik-herken")
        await table.says("Joost", "dat hij lacht")
        for name in ("Anna", "Sam"):
            await table.presses(name, "sla-over")
        await _turns(table)


async def _of_flow(table: Table, flow: str) -> list[RunRecord]:
    def look(tx: Tx) -> list[RunRecord]:
        ids = [row["id"] for row in tx.run("SELECT id FROM runs WHERE flow = :f ORDER BY id", f=flow)]
        return [record for id in ids if (record := runs.load(tx, table.desk.vault, id)) is not None]

    return await table.database.transact(look)


async def test_a_card_is_read_in_private_by_the_one_who_reacts_to_it(table: Table) -> None:
    await _half_way(table)

    assert "Dit is de kaart van Joost:\n\nkaart van Joost" in await table.reads("Anna")


async def test_half_way_pupil_and_parents_are_asked_how_it_is_and_nothing_of_it_is_kept(table: Table) -> None:
    await _half_way(table)
    assert [await table.asked(name) for name in ("Anna", "Sam", "Joost")] == ["hoe-gaat-het/hoe"] * 2 + [""]
    before = await table.group_reads("Anna")

    await table.presses("Sam", "niet-fijn")
    await table.presses("Sam", "naast-mij")
    await table.presses("Anna", "goed")

    assert "Je mag altijd iemand meenemen" in await table.reads("Sam")
    assert await table.group_reads("Anna") == before
    assert [record.run.kept for record in await _of_flow(table, "hoe-gaat-het")] == [{}, {}]

    def sent(tx: Tx) -> None:
        tx.change("UPDATE outbox SET state = 'sent' WHERE run IN (SELECT id FROM runs WHERE flow = 'hoe-gaat-het')")
        upkeep.keep_promises(table.desk, tx)

    await table.database.transact(sent)
    assert await _of_flow(table, "hoe-gaat-het") == [] and "Je mag altijd iemand meenemen" not in await table.reads(
        "Sam"
    )


async def test_a_pupil_with_only_their_own_card_is_not_asked_half_way_either(table: Table) -> None:
    await _talks(table, "Anna", "kaarten-omdraaien/zie-vooral-het-kind")
    sam = table.members["Sam"]

    def only(tx: Tx) -> Sequence[Happening]:
        talk = runs.open_talk(tx, sam.circle)
        assert talk is not None
        return [Happening(talk, OwnCardOnly(at=table.desk.at(tx, sam.circle), by=sam.id))]

    await table.follows("Joost", only)
    await table.taps("Anna", "begin-alvast")
    for name in ("Anna", "Sam", "Joost"):
        await _answers(table, name, f"kaart van {name}")
    await _turns(table)
    for name in ("Anna", "Joost"):
        await table.presses(name, "ik-herken")
        await table.says(name, "dat hij lacht")
    await _turns(table)

    assert [await table.asked(name) for name in ("Anna", "Sam")] == ["hoe-gaat-het/hoe", ""]


async def test_at_the_table_nobody_is_asked_half_way(table: Table) -> None:
    await _half_way(table, Pace.NOW)

    assert await _of_flow(table, "hoe-gaat-het") == []


async def _with_guest(table: Table, *, told: bool = True, leaves: bool = False) -> int:
    """A team heard a guest, and two of them said what they would do differently; how many timers fired since."""
    saar = await table.sits("Saar", Role.SUPPORTER)
    gast: dict[str, Value] = {"gast": Who(saar.id)} if told else {}
    await _talks(table, "Joost", "ervaring-aan-tafel/oog-voor-onmacht", Pace.NOW, **gast)
    await table.taps("Joost", "uitgepraat")
    await table.taps("Joost", "uitgepraat")
    await _answers(table, "Joost", "Ik bel eerder.")
    await _answers(table, "Anna", "Ik vraag door.")
    await table.presses("Sam", "sla-over")
    if not told:
        await table.presses("Saar", "sla-over")
    await _turns(table)
    await table.taps("Joost", "uitgepraat")
    await table.taps("Joost", "klaar")
    if leaves:
        await table.follows("Saar", lambda tx: deeds.leave(table.desk, tx, saar.id, "stopped", table._cause("Saar")))
    clock = table.desk.clock
    assert isinstance(clock, ManualClock)
    clock.jump(SIX_WEEKS)
    timers = Timers(desk=table.desk, runner=table.runner, database=table.database)
    return await timers.fire_due()


async def test_six_weeks_later_a_guest_asks_the_team_what_came_of_it(table: Table) -> None:
    await _with_guest(table)
    assert await table.asked("Saar") == "gast-vraagt/vragen"
    assert "Ik bel eerder." in await table.reads("Saar")

    await table.presses("Saar", "ja")

    group = await table.group_reads("Joost")
    assert "Saar is benieuwd: wat kwam ervan?" in group
    assert "Ik vraag door." not in group, "turned for fewer people, perhaps, than read along now"


@pytest.mark.parametrize("how", [{"told": False}, {"leaves": True}], ids=["was not there", "is gone"])
async def test_nobody_asks_for_a_guest_who(table: Table, how: dict[str, bool]) -> None:
    await _with_guest(table, **how)

    assert await _of_flow(table, "gast-vraagt") == []
    left = await table.database.transact(lambda tx: tx.run("SELECT id FROM timers WHERE purpose = :p", p="gast-vraagt"))
    assert not list(left)


async def test_by_one_tap_under_the_discussion_the_talk_rests_and_nobody_is_named(table: Table) -> None:
    await _half_way(table, Pace.NOW)

    await table.taps("Sam", "even-pauze")

    talk = await _of_flow(table, "kaarten-omdraaien/zie-vooral-het-kind")
    assert [record.run.status for record in talk] == [Status.RESTING]
    assert "Sam" not in (await table.group_reads("Anna")).split("Praat gerust")[-1]
