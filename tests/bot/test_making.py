"""Agreements are made by the people whose they are: what comes with them, who helps, and how much one can carry."""

from datetime import date

import pytest

from bot import deeds
from bot.acts import Cause
from flows.agreements import Akkoord, Kind, State
from flows.names import Role
from tests.bot.table import Table

LATER = date(2026, 3, 20)
BESIDE = ("als de week bijna om is", "stuurt een berichtje")


async def _proposed_with_a_helper(table: Table) -> None:
    await table.proposes("Anna", "belt elke week even", "Joost", beside=BESIDE, helper="Noor")


async def test_who_does_it_reads_all_that_was_said_before_they_say_akkoord(table: Table) -> None:
    await _proposed_with_a_helper(table)

    read = await table.reads("Joost")

    assert "Moment: als de week bijna om is" in read and "Plan B: stuurt een berichtje" in read
    assert "Hulp:" not in read, "nobody helps before they said so themself"


@pytest.mark.parametrize("helps", [True, False])
async def test_nobody_helps_without_their_own_yes(table: Table, helps: bool) -> None:
    await _proposed_with_a_helper(table)
    agreement, noor = await table.newest("Anna"), table.members["Noor"]
    assert agreement.helper is None
    assert await table.asked("Noor") == "meehelpen/hulp"

    await table.presses("Noor", "ja" if helps else "nee")

    after = await table.of(agreement)
    assert after.helper == (noor.id if helps else None)
    assert ("Noor helpt je" in await table.reads("Joost")) is helps
    assert ("Helpen past nu niet voor Noor" in await table.reads("Anna")) is not helps
    assert "Noor" not in await table.group_reads("Anna")


async def test_who_leaves_helps_no_longer(table: Table) -> None:
    await _proposed_with_a_helper(table)
    await table.presses("Noor", "ja")

    await table.follows(
        "Noor", lambda tx: deeds.leave(table.desk, tx, table.members["Noor"].id, "left", Cause(name="weg"))
    )

    assert (await table.newest("Anna")).helper is None


async def test_a_working_agreement_stands_when_all_who_keep_it_said_akkoord(table: Table) -> None:
    agreement = await table.works_so("Anna", "zeggen eerlijk wat niet lukt", "Anna", "Joost")

    assert (agreement.kind, agreement.state) == (Kind.WORKING, State.STANDING)
    assert "Zo doen we het voortaan" in await table.group_reads("Anna")


# ------------------------------------------------------------ three in hand


async def _three_in_hand(table: Table) -> None:
    for n in range(3):
        await table.agrees("Joost", f"doet stap {n}", "Joost", day=date(2026, 3, 13 + n))


async def test_a_fourth_akkoord_waits_until_something_is_done(table: Table) -> None:
    await _three_in_hand(table)
    fourth = await table.proposes("Anna", "nog iets", "Joost")

    await table.presses("Joost", "akkoord")

    assert (await table.of(fourth)).state is State.PROPOSED
    assert await table.asked("Joost") == "drie-open/ruimte"
    await table.presses("Joost", "afronden")
    assert "doet stap 0" in await table.reads("Joost"), "the one whose day comes first"
    assert await table.asked("Joost") == "check-in/uitkomst"
    await table.presses("Joost", "niet-meer-nodig")
    assert await table.asked("Joost") == "akkoord/akkoord", "now there is room, and it is asked again"
    await table.presses("Joost", "akkoord")
    assert (await table.of(fourth)).state is State.STANDING


async def test_what_may_wait_stays_a_proposal_and_is_not_asked_again_while_hands_are_full(table: Table) -> None:
    await _three_in_hand(table)
    fourth = await table.proposes("Anna", "nog iets", "Joost")
    await table.presses("Joost", "akkoord")

    await table.presses("Joost", "later")

    waiting = await table.of(fourth)
    assert (waiting.state, waiting.promises[0].akkoord, waiting.promises[0].waits) == (
        State.PROPOSED, Akkoord.OPEN, True,
    )  # fmt: skip
    assert await table.asked("Joost") == ""


async def test_who_would_rather_not_after_all_says_so(table: Table) -> None:
    await _three_in_hand(table)
    fourth = await table.proposes("Anna", "nog iets", "Joost")
    await table.presses("Joost", "akkoord")

    await table.presses("Joost", "liever-niet")

    assert (await table.of(fourth)).state is State.DROPPED
    assert "past nu nog niet: nog iets" in await table.group_reads("Anna")


async def test_three_are_three_over_all_circles_of_a_person(table: Table) -> None:
    await _three_in_hand(table)
    await table.sits("Joost elders", Role.SCHOOL, circle=-401, chat=101)
    assert table.members["Joost elders"].person == table.members["Joost"].person

    elsewhere = await table.proposes("Joost elders", "iets in een andere groep", "Joost elders")
    await table.presses("Joost elders", "akkoord")

    assert (await table.of(elsewhere)).state is State.PROPOSED
    assert await table.asked("Joost elders") == "drie-open/ruimte"


async def test_a_way_of_working_together_is_no_action_and_always_fits(table: Table) -> None:
    await _three_in_hand(table)

    agreement = await table.works_so("Anna", "zeggen eerlijk wat niet lukt", "Anna", "Joost")

    assert agreement.state is State.STANDING


# ------------------------------------------------------------ the first move


async def _talk_in_which(table: Table, proposer: str, *, nobody: bool = False, says_no: bool = False) -> None:
    """A talk at the table, with one proposal, or none, for what the proposer does themself."""
    await table.talks("Anna")
    for name in ("Anna", "Joost", "Noor"):
        await table.presses(name, "sla-over")
    await table.taps("Anna", "uitgepraat")
    if says_no:
        await table.presses("Joost", "nu-niet")
    if not nobody:
        await table.taps("Anna", "afspraak-maken")
        await table.fills_in("Anna", "leest samen een stukje", proposer)
    await table.taps("Anna", "klaar")


async def test_when_only_home_does_something_school_and_care_are_asked_once_more_and_may_skip(table: Table) -> None:
    await _talk_in_which(table, "Anna", says_no=True)

    assert "Wil jij ook een kleine stap zetten?" in await table.reads("Noor")
    assert "Wil jij ook een kleine stap zetten?" not in await table.reads("Joost"), "he said 'nu niet' already"
    assert "Wil jij ook een kleine stap zetten?" not in await table.reads("Anna")
    assert await table.asked("Noor") == "stap-zetten/stap"
    await table.presses("Noor", "ja")
    await table.says("Noor", "belt donderdag even")
    assert await table.asked("Noor") == "afspraak/wanneer", "who does it is clear"


@pytest.mark.parametrize(("proposer", "nobody"), [("Joost", False), ("Anna", True)])
async def test_they_are_not_asked_when_they_do_something_already_or_when_nothing_is_agreed(
    table: Table, proposer: str, nobody: bool
) -> None:
    await _talk_in_which(table, proposer, nobody=nobody)

    assert "Wil jij ook" not in await table.reads("Noor")
