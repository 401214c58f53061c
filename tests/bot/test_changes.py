"""What was agreed changes, moves on or stops only with the akkoord of whom it concerns, and never loses its owner."""

from datetime import date, timedelta

import pytest

from bot import changes, deeds
from bot.acts import Cause
from bot.changes import Wanted
from bot.storage import agreements
from bot.timers import Timers
from flows import agreements as rules
from flows.agreements import Agreement, Did, Result, State
from tests.bot.table import FRIDAY, Table
from tests.clock import ManualClock

LATER = date(2026, 3, 20)


async def wants(table: Table, name: str, agreement: Agreement, wanted: Wanted) -> None:
    member = table.members[name].id
    await table.follows(name, lambda tx: changes.begin_change(table.desk, tx, agreement, member, wanted))


async def asked_when(table: Table) -> list[tuple[int, str]]:
    """Who is asked how it went, and when."""
    rows = await table.database.transact(
        lambda tx: tx.run("SELECT member, local FROM timers WHERE purpose = 'check-in' ORDER BY member")
    )
    return [(row["member"], row["local"][:10]) for row in rows]


async def new_words(table: Table, name: str, agreement: Agreement, text: str) -> None:
    await wants(table, name, agreement, Wanted.CHANGE)
    await table.presses(name, "woorden")
    await table.says(name, text)
    await table.presses(name, "ja")


# ------------------------------------------------------------ other words


async def test_who_does_it_alone_says_it_otherwise_and_the_group_sees_what_it_was_and_is(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")

    await new_words(table, "Joost", agreement, "belt elke vrijdag")

    after = await table.of(agreement)
    assert await table.words_of(after) == "belt elke vrijdag"
    assert "Eerst: belt elke dag\nNu: belt elke vrijdag" in await table.group_reads("Anna")
    assert (after.story[-1].did, after.story[-1].words) == (Did.REWORDED, agreement.what)


async def test_what_several_do_keeps_its_words_until_each_of_them_said_akkoord(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost", "Noor")

    await new_words(table, "Joost", agreement, "belt elke vrijdag")

    assert await table.words_of(await table.of(agreement)) == "belt elke dag"
    assert "belt elke vrijdag" not in await table.group_reads("Anna")
    assert await table.asked("Noor") == "anders-akkoord/anders"
    await table.presses("Noor", "akkoord")
    assert await table.words_of(await table.of(agreement)) == "belt elke vrijdag"
    assert "Nu: belt elke vrijdag" in await table.group_reads("Anna")


async def test_who_would_rather_keep_it_is_not_named_and_the_new_words_are_forgotten(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Anna", "Joost", "Noor")
    await new_words(table, "Joost", agreement, "belt elke vrijdag")

    await table.presses("Noor", "zo-laten")

    after = await table.of(agreement)
    assert (await table.words_of(after), after.wish) == ("belt elke dag", None)
    assert "Nog niet iedereen wil het anders" in await table.reads("Joost")
    assert await table.asked("Anna") == "", "there is nothing left to say akkoord to"
    left = await table.database.transact(lambda tx: tx.run("SELECT id FROM words"))
    assert [row["id"] for row in left] == [agreement.what]


async def test_a_second_thought_comes_in_the_place_of_the_first(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost", "Noor")
    await new_words(table, "Joost", agreement, "belt elke vrijdag")

    await new_words(table, "Joost", agreement, "belt op dinsdag")

    await table.presses("Noor", "akkoord")
    assert await table.words_of(await table.of(agreement)) == "belt op dinsdag"
    assert await table.asked("Noor") == ""


async def test_when_the_other_who_had_to_agree_stops_the_new_words_stand(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost", "Noor")
    await new_words(table, "Joost", agreement, "belt elke vrijdag")

    await wants(table, "Noor", agreement, Wanted.DROP)
    await table.presses("Noor", "ja")

    assert await table.words_of(await table.of(agreement)) == "belt elke vrijdag"
    assert await table.asked("Noor") == ""


async def test_words_for_something_that_is_over_by_then_are_not_kept(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")
    await wants(table, "Joost", agreement, Wanted.CHANGE)
    await table.presses("Joost", "woorden")
    await table.says("Joost", "belt elke vrijdag")
    await table.database.transact(
        lambda tx: agreements.save(tx, table.desk.vault, rules.stop(agreement, agreement.owners[0], on=FRIDAY))
    )

    await table.presses("Joost", "ja")

    assert await table.asked("Joost") == ""
    left = await table.database.transact(lambda tx: tx.run("SELECT id FROM words"))
    assert [row["id"] for row in left] == [agreement.what]


async def test_another_day_is_up_to_the_owner_alone(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost", "Noor")
    await wants(table, "Joost", agreement, Wanted.CHANGE)
    await table.presses("Joost", "dag")
    await table.gives("Joost", LATER)

    joost, noor = table.members["Joost"].id, table.members["Noor"].id
    after = await table.of(agreement)
    assert [(p.owner, p.day) for p in after.promises] == [(joost, LATER), (noor, FRIDAY)]
    assert await asked_when(table) == [(joost, "2026-03-20"), (noor, "2026-03-13")]
    assert "20 maart op terug" in await table.reads("Joost")


# ------------------------------------------------------------ handing over


async def test_it_moves_on_only_when_the_other_says_akkoord_and_stays_with_its_owner_till_then(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")
    joost, noor = table.members["Joost"].id, table.members["Noor"].id
    await wants(table, "Joost", agreement, Wanted.HAND_OVER)
    await table.presses("Joost", f"lid-{noor}")
    assert (await table.of(agreement)).owners == (joost,)

    await table.presses("Noor", "akkoord")

    after = await table.of(agreement)
    assert (after.owners, after.state) == ((noor,), State.STANDING)
    assert await asked_when(table) == [(noor, "2026-03-13")]
    assert "Noor neemt dit over van Joost" in await table.group_reads("Anna")
    assert (after.story[-1].did, after.story[-1].by, after.story[-1].other) == (Did.HANDED_OVER, joost, noor)


async def test_who_would_rather_not_take_over_tells_only_the_owner(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")
    await wants(table, "Joost", agreement, Wanted.HAND_OVER)
    await table.presses("Joost", f"lid-{table.members['Noor'].id}")

    await table.presses("Noor", "liever-niet")

    assert (await table.of(agreement)).owners == (table.members["Joost"].id,)
    assert "Overnemen past nu niet voor Noor" in await table.reads("Joost")
    assert "Noor" not in await table.group_reads("Anna")


async def test_who_has_three_in_hand_takes_over_nothing_yet(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")
    for n in range(3):
        await table.agrees("Noor", f"doet stap {n}", "Noor")
    await wants(table, "Joost", agreement, Wanted.HAND_OVER)
    await table.presses("Joost", f"lid-{table.members['Noor'].id}")

    await table.presses("Noor", "akkoord")

    assert (await table.of(agreement)).owners == (table.members["Joost"].id,)
    assert "al drie acties open" in await table.reads("Noor")
    assert "Overnemen past nu niet voor Noor" in await table.reads("Joost")


async def test_who_does_it_already_takes_nothing_over_from_a_second_owner(table: Table) -> None:
    """Two owners asked Noor, and she said yes to both: one part is hers, the other stays where it was."""
    agreement = await table.agrees("Anna", "belt elke dag", "Anna", "Joost")
    joost, noor = table.members["Joost"].id, table.members["Noor"].id
    for owner in ("Anna", "Joost"):
        await wants(table, owner, agreement, Wanted.HAND_OVER)
        await table.presses(owner, f"lid-{noor}")
    await table.presses("Noor", "akkoord")

    await table.presses("Noor", "akkoord")

    assert (await table.of(agreement)).owners == (noor, joost)
    assert await asked_when(table) == [(joost, "2026-03-13"), (noor, "2026-03-13")]
    assert "over van Joost" not in await table.group_reads("Anna")
    assert "Jij doet dit al" in await table.reads("Noor")
    assert "Overnemen past nu niet voor Noor" in await table.reads("Joost")


async def test_who_asked_to_hand_over_hears_so_when_no_answer_came(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost", day=date(2026, 3, 30))
    await wants(table, "Joost", agreement, Wanted.HAND_OVER)
    await table.presses("Joost", f"lid-{table.members['Noor'].id}")
    clock = table.desk.clock
    assert isinstance(clock, ManualClock)

    clock.advance(timedelta(days=10))
    await Timers(desk=table.desk, runner=table.runner, database=table.database).fire_due()

    assert await table.asked("Noor") == ""
    assert "kwam nog geen antwoord: belt elke dag" in await table.reads("Joost")
    assert (await table.of(agreement)).owners == (table.members["Joost"].id,)


async def test_who_asked_to_hand_over_hears_so_when_the_other_leaves(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")
    await wants(table, "Joost", agreement, Wanted.HAND_OVER)
    await table.presses("Joost", f"lid-{table.members['Noor'].id}")

    noor = table.members["Noor"].id
    await table.follows("Noor", lambda tx: deeds.leave(table.desk, tx, noor, "left", Cause(name="leaves")))

    assert "kwam nog geen antwoord: belt elke dag" in await table.reads("Joost")


async def test_no_answer_about_what_is_over_by_then_is_not_told(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost", day=date(2026, 3, 30))
    await wants(table, "Joost", agreement, Wanted.HAND_OVER)
    await table.presses("Joost", f"lid-{table.members['Noor'].id}")
    clock, today = table.desk.clock, date(2026, 3, 2)
    assert isinstance(clock, ManualClock)
    done = rules.report(agreement, table.members["Joost"].id, Result.DONE, on=today)
    await table.database.transact(lambda tx: agreements.save(tx, table.desk.vault, done))

    clock.advance(timedelta(days=10))
    await Timers(desk=table.desk, runner=table.runner, database=table.database).fire_due()

    assert "geen antwoord" not in await table.reads("Joost")


async def test_what_is_no_longer_the_owners_can_not_be_taken_over_from_them(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")
    await wants(table, "Joost", agreement, Wanted.HAND_OVER)
    await table.presses("Joost", f"lid-{table.members['Noor'].id}")
    await wants(table, "Joost", agreement, Wanted.HAND_OVER)
    await table.presses("Joost", f"lid-{table.members['Anna'].id}")
    await table.presses("Anna", "akkoord")

    assert await table.asked("Noor") == "", "the question to Noor is over"
    assert (await table.of(agreement)).owners == (table.members["Anna"].id,)


async def test_when_everyone_does_it_already_there_is_nobody_to_hand_it_to(table: Table) -> None:
    agreement = await table.agrees("Anna", "doen dit samen", "Anna", "Joost", "Noor")

    await wants(table, "Joost", agreement, Wanted.HAND_OVER)

    assert await table.asked("Joost") == ""
    assert "De afspraak blijft bij jou. Overdragen kan" in await table.reads("Joost")


# ------------------------------------------------------------ dropping


async def test_who_stops_drops_their_own_part_and_only_who_does_it_too_hears_so(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost", "Noor")
    before = await table.group_reads("Anna")

    await wants(table, "Joost", agreement, Wanted.DROP)
    await table.presses("Joost", "ja")

    after = await table.of(agreement)
    assert (after.owners, after.state) == ((table.members["Noor"].id,), State.STANDING)
    assert "Joost kan hier niet mee verder: belt elke dag. Jouw deel blijft" in await table.reads("Noor")
    assert await table.group_reads("Anna") == before
    assert [member for member, _ in await asked_when(table)] == [table.members["Noor"].id]


async def test_who_helped_hears_that_it_is_no_longer_needed(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")
    noor = table.members["Noor"].id
    await table.database.transact(
        lambda tx: agreements.save(tx, table.desk.vault, rules.help_with(agreement, noor, on=FRIDAY))
    )

    await wants(table, "Joost", agreement, Wanted.DROP)
    await table.presses("Joost", "ja")

    assert (await table.of(agreement)).state is State.DROPPED
    assert (await table.of(agreement)).helper == noor
    assert "Je hulp is dus niet meer nodig" in await table.reads("Noor")


@pytest.mark.parametrize("wanted", Wanted)
async def test_an_owner_may_think_better_of_it(table: Table, wanted: Wanted) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")

    await wants(table, "Joost", agreement, wanted)
    keep = {Wanted.CHANGE: "niets", Wanted.HAND_OVER: "stoppen", Wanted.DROP: "nee"}
    await table.presses("Joost", keep[wanted])

    assert await table.of(agreement) == agreement
    assert await table.asked("Joost") == ""


@pytest.mark.parametrize("wanted", Wanted)
async def test_who_does_not_do_it_changes_nothing(table: Table, wanted: Wanted) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")

    await wants(table, "Anna", agreement, wanted)

    assert await table.asked("Anna") == ""


async def test_a_second_tap_on_the_card_asks_once(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")
    await wants(table, "Joost", agreement, Wanted.DROP)
    await wants(table, "Joost", agreement, Wanted.DROP)

    await table.presses("Joost", "nee")

    assert await table.asked("Joost") == ""
