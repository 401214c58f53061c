"""A circle chooses: its list, its own cards, what each picks, and what a team is spared."""

from datetime import timedelta

import pytest

from bot import choosing, deeds, resting, teams, upkeep
from bot.acts import Cause
from bot.beginnings import begin_in_group
from bot.desk import Desk, Follow, Happening
from bot.storage import people, runs, timers, topics
from bot.storage.database import Database, Tx
from flows.events import Stopped, Tapped
from flows.line import Quote, Who
from flows.names import CardId, FlowId, Role, RunId
from flows.resting import RESUME
from flows.run import Run
from flows.topics import OWN_CARD, Topic, Topics
from tests.bot.table import Table
from tests.clock import ManualClock
from tests.flows.people import ANNA, JOOST

SERIOUS, NEED = CardId("neem-mij-serieus"), CardId("je-hebt-elkaar-nodig")


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    return await Table(database, desk).sit(ANNA, JOOST)


async def listed(table: Table) -> Topics:
    circle = table.members["Joost"].circle
    return await table.database.transact(lambda tx: topics.of(tx, table.desk.vault, circle))


async def is_on_list(table: Table, *cards: CardId) -> None:
    circle = table.members["Joost"].circle
    wanted = tuple(Topic(card=card) for card in cards)
    await table.database.transact(lambda tx: topics.save(tx, table.desk.vault, circle, wanted))


async def chooses(table: Table, name: str, *options: str) -> None:
    member = table.members[name]
    await table.follows(name, lambda tx: choosing.choose(table.desk, tx, member.circle, member.id))
    for option in options:
        await table.taps(name, option, flow="kiezen")


async def the_talk(table: Table, name: str = "Joost") -> Run:
    def look(tx: Tx) -> Run:
        run = runs.open_talk(tx, table.members[name].circle)
        record = runs.load(tx, table.desk.vault, run) if run is not None else None
        assert record is not None, "there is no talk"
        return record.run

    return await table.database.transact(look)


async def writes_a_card(table: Table, name: str, how: str) -> None:
    await table.begins(name, "eigen-kaart")
    await table.says(name, "De eerste week na de vakantie")
    await table.says(name, "Wij willen weten wat dan helpt")
    await table.presses(name, how)


async def test_a_circle_that_never_talked_is_offered_to_get_to_know_each_other(table: Table) -> None:
    await chooses(table, "Anna", "eerste", "nu", "begin")
    assert (await the_talk(table)).flow.endswith("/investeer-in-de-relatie")

    await table.talks("Joost")
    assert (await the_talk(table)).starter == table.members["Joost"].id
    await chooses(table, "Anna")
    assert "Eerste gesprek" not in (await table.board_of("Anna", "kiezen"))


async def test_the_talk_is_told_that_it_is_tense_and_that_there_is_one_phone(table: Table) -> None:
    card = ("principes", SERIOUS, "aan-tafel", "stemming", "gespannen", "begin")
    await chooses(table, "Anna", *card)
    talk = await the_talk(table)
    assert {"gespannen", "aan-tafel"} <= talk.about.keys()
    assert talk.pace == "nu"


async def test_what_each_picked_stands_on_the_list_and_the_first_is_talked_about(table: Table) -> None:
    await table.sits("Noor", Role.CARE)
    await chooses(table, "Anna", "iedereen")
    for name, card in (("Joost", NEED), ("Noor", NEED), ("Anna", SERIOUS)):
        assert await table.asked(name) == "samen-kiezen/keuzes"
        await table.presses(name, "principes")
        await table.presses(name, card)
    assert await listed(table) == (Topic(card=SERIOUS), Topic(card=NEED))
    assert "Neem mij serieus" in await table.group_reads("Anna")

    for option in ("verspreid", "begin"):
        await table.taps("Joost", option, flow="kiezen")
    assert (await the_talk(table)).flow.endswith(f"/{SERIOUS}")
    assert await listed(table) == (Topic(card=NEED),), "what is talked about leaves the list"


async def test_later_leaves_the_pick_on_the_list_and_it_is_offered_the_next_time(table: Table) -> None:
    await chooses(table, "Anna", "iedereen")
    for name in ("Anna", "Joost"):
        await table.presses(name, "principes")
        await table.presses(name, NEED)
    await table.taps("Anna", "later", flow="kiezen")
    assert await listed(table) == (Topic(card=NEED),)

    await chooses(table, "Joost", "lijst", "lijst-1", "nu", "begin")
    assert (await the_talk(table)).flow.endswith(f"/{NEED}")
    assert await listed(table) == ()


async def test_a_talk_that_began_meanwhile_is_not_stopped_by_the_picks(table: Table) -> None:
    await chooses(table, "Anna", "iedereen")
    await table.presses("Anna", "principes")
    await table.presses("Anna", NEED)
    await table.talks("Joost")
    before = (await the_talk(table)).id
    await table.taps("Anna", "laat-keuzes-zien", flow="samen-kiezen")
    assert (await the_talk(table)).id == before
    assert await listed(table) == (Topic(card=NEED),)


async def test_the_group_takes_a_card_off_its_list(table: Table) -> None:
    await is_on_list(table, NEED, SERIOUS)
    await chooses(table, "Anna", "lijst", "halen", "lijst-1")
    assert await listed(table) == (Topic(card=SERIOUS),)
    await table.taps("Anna", "lijst", flow="kiezen")
    board = await table.board_of("Anna", "kiezen")
    assert "Neem mij serieus" in board and "Je hebt elkaar" not in board


async def test_a_card_of_ones_own_is_sealed_until_its_writer_shows_it(table: Table) -> None:
    await table.begins("Anna", "eigen-kaart")
    await table.says("Anna", "De eerste week na de vakantie")
    await table.says("Anna", "Wij willen weten wat dan helpt")
    assert "vakantie" not in await table.group_reads("Anna")
    assert await listed(table) == ()

    await table.presses("Anna", "nu")
    assert "De eerste week na de vakantie" in await table.board_of("Anna", "kiezen")
    for option in ("nu", "begin"):
        await table.taps("Joost", option, flow="kiezen")
    talk = await the_talk(table)
    assert talk.flow.endswith(f"/{OWN_CARD}")
    assert isinstance(talk.about["titel"], Quote)
    assert await listed(table) == ()


async def test_everybody_reads_the_own_title_above_the_question_and_on_the_board(table: Table) -> None:
    await writes_a_card(table, "Anna", "nu")
    for option in ("nu", "anders", "kaarten-omdraaien"):
        await table.taps("Joost", option, flow="kiezen")
    assert "De eerste week na de vakantie" in await table.reads("Joost")
    board = await table.board_of("Joost", None)
    assert "De eerste week na de vakantie" in board and "Wij willen weten wat dan helpt" in board


async def test_a_card_for_later_is_told_to_the_group_and_goes_when_its_words_are_erased(
    table: Table, clock: ManualClock
) -> None:
    await writes_a_card(table, "Anna", "lijst")
    assert "De eerste week na de vakantie" in await table.group_reads("Joost")
    (own,) = await listed(table)
    assert own.card == OWN_CARD

    clock.advance(timedelta(days=91).total_seconds())
    await table.database.transact(lambda tx: upkeep.keep_promises(table.desk, tx))
    assert await listed(table) == ()


async def test_a_circle_that_fell_silent_for_a_year_keeps_no_list(table: Table, clock: ManualClock) -> None:
    await is_on_list(table, NEED)
    circle = table.members["Anna"].circle
    await table.database.transact(lambda tx: people.touch_circle(tx, circle, table.desk.seconds()))
    clock.advance(timedelta(days=366).total_seconds())
    await table.database.transact(lambda tx: upkeep.keep_promises(table.desk, tx))
    assert await listed(table) == ()


# ------------------------------------------------------------ a team


async def a_team(table: Table) -> None:
    for name, role in (("Ilse", Role.SCHOOL), ("Fatma", Role.SUPPORTER)):
        await table.sits(name, role, circle=-500)
    member = table.members["Ilse"]
    await table.follows("Ilse", lambda tx: teams.ask(table.desk, tx, member.circle, member.id))
    await table.taps("Ilse", "team", flow="team")


async def test_a_team_says_so_in_the_group_and_can_say_otherwise(table: Table) -> None:
    await a_team(table)
    circle = table.members["Ilse"].circle
    assert await table.database.transact(lambda tx: teams.is_team(tx, circle))
    await table.follows("Ilse", lambda tx: teams.ask(table.desk, tx, circle, table.members["Ilse"].id))
    await table.taps("Fatma", "kring", flow="team")
    assert not await table.database.transact(lambda tx: teams.is_team(tx, circle))


async def test_where_a_parent_takes_part_it_stays_a_circle_around_a_child(table: Table) -> None:
    member = table.members["Joost"]
    await table.follows("Joost", lambda tx: teams.ask(table.desk, tx, member.circle, member.id))
    await table.taps("Joost", "team", flow="team")
    assert not await table.database.transact(lambda tx: teams.is_team(tx, member.circle))
    assert "blijft dit een kring" in await table.group_reads("Joost")


async def test_a_parent_who_was_joining_while_it_became_a_team_makes_it_a_circle_around_a_child(table: Table) -> None:
    await a_team(table)
    circle = table.members["Ilse"].circle
    await table.database.transact(lambda tx: teams.joined(tx, circle, Role.CARE))
    assert await table.database.transact(lambda tx: teams.is_team(tx, circle))
    await table.database.transact(lambda tx: teams.joined(tx, circle, Role.PARENT))
    assert not await table.database.transact(lambda tx: teams.is_team(tx, circle))


async def test_in_a_team_nobody_reads_jullie_kind_and_the_guest_is_called_one(table: Table) -> None:
    await a_team(table)
    await chooses(table, "Ilse", "principes", "zie-vooral-het-kind", "nu", "anders", "team")
    await table.says("Fatma", "Ik werd gebeld op een gewone dag.")
    await table.presses("Fatma", "klaar")
    assert "jullie kind" not in await table.reads("Fatma") + await table.reads("Ilse")
    await table.presses("Fatma", "deel-rol")
    assert "gast met eigen ervaring" in await table.reads("Fatma")


async def test_only_a_talk_in_which_a_guest_tells_is_told_who_that_is(table: Table) -> None:
    await a_team(table)
    await chooses(table, "Ilse", "principes", SERIOUS, "nu", "begin")
    talk = await the_talk(table, "Ilse")
    told = talk.about.get("gast")
    expected = Who(table.members["Fatma"].id) if talk.flow.startswith("ervaring-aan-tafel") else None
    assert told == expected


# ------------------------------------------------------------ a talk that rests


async def lets_rest(table: Table, name: str = "Joost") -> None:
    member = table.members[name]
    await table.follows(name, lambda tx: choosing.begin(table.desk, tx, member.circle, member.id))
    await table.taps(name, "rusten", flow="al-bezig")


async def test_a_second_talk_lets_the_first_rest_and_it_goes_on_as_it_was(table: Table, clock: ManualClock) -> None:
    await table.talks("Anna")
    await table.says("Anna", "Ik zie hem opbloeien.")
    first = (await the_talk(table)).id
    due = await table.database.transact(timers.next_due)
    await lets_rest(table)
    assert await table.asked("Anna") == ""
    assert "rust even" in await table.reads("Anna")

    clock.advance(timedelta(days=3).total_seconds())
    fired = await table.database.transact(lambda tx: timers.due(tx, clock.now()))
    assert [timer.run for timer in fired if timer.run == first] == [], "nothing is due while it rests"
    for option in ("principes", SERIOUS, "nu", "anders", "kaarten-omdraaien"):
        await table.taps("Joost", option, flow="kiezen")
    assert (await the_talk(table)).id != first

    await table.follows("Joost", lambda tx: stopped(table, tx))
    await chooses(table, "Anna", "rust")
    assert (await the_talk(table)).id == first
    assert await table.asked("Anna") == f"{(await the_talk(table)).flow}/eerst-alleen"
    await table.presses("Anna", "klaar")
    again = await table.database.transact(lambda tx: timers.of_run(tx, first, "deadline"))
    assert due is not None and again[0].due_at > due + timedelta(days=2).total_seconds()


async def test_what_rests_waits_while_another_talk_is_open(table: Table) -> None:
    await table.talks("Anna")
    first = (await the_talk(table)).id
    await lets_rest(table)
    for option in ("principes", SERIOUS, "nu", "anders", "kaarten-omdraaien"):
        await table.taps("Joost", option, flow="kiezen")
    other = (await the_talk(table)).id
    await table.follows("Anna", lambda tx: [tapped(table, tx, first)])
    assert (await the_talk(table)).id == other
    assert "Er loopt nu een ander gesprek" in await table.group_reads("Anna")


async def test_who_left_while_it_rested_is_not_waited_for_when_it_goes_on(table: Table) -> None:
    await table.sits("Noor", Role.CARE)
    await table.sits("Sam", Role.PUPIL)
    await table.talks("Anna")
    first = (await the_talk(table)).id
    await lets_rest(table)
    noor, sam = table.members["Noor"], table.members["Sam"]
    await table.follows("Noor", lambda tx: deeds.leave(table.desk, tx, noor.id, "left", Cause(name="gone")))
    await table.database.transact(lambda tx: people.set_reachable(tx, sam.person, False))
    await table.follows("Anna", lambda tx: [tapped(table, tx, first)])
    talk = await the_talk(table)
    assert talk.participant(noor.id) is None
    here = talk.participant(sam.id)
    assert here is not None and not here.here


async def test_a_rest_of_thirty_days_is_the_end_of_a_talk(table: Table, clock: ManualClock) -> None:
    await table.talks("Anna")
    first = (await the_talk(table)).id
    await lets_rest(table)
    clock.advance(timedelta(days=31).total_seconds())
    await table.database.transact(lambda tx: upkeep.keep_promises(table.desk, tx))
    await table.follows("Anna", lambda tx: [tapped(table, tx, first)])
    assert "rust niet meer" in await table.group_reads("Anna")
    assert await table.database.transact(lambda tx: runs.open_talk(tx, table.members["Anna"].circle)) is None


async def test_stop_offers_a_rest_too(table: Table) -> None:
    await table.talks("Anna")
    member = table.members["Joost"]
    await table.follows(
        "Joost", lambda tx: begin_in_group(table.desk, tx, FlowId("gesprek-stoppen"), member.circle, member.id)
    )
    await table.taps("Joost", "rusten", flow="gesprek-stoppen")
    assert await table.database.transact(lambda tx: runs.resting_talk(tx, member.circle)) is not None
    await table.follows("Joost", lambda tx: resting.let_rest(table.desk, tx, member.circle, Cause(name="again")))


def stopped(table: Table, tx: Tx) -> list[Follow]:
    talk = runs.open_talk(tx, table.members["Joost"].circle)
    assert talk is not None
    return [Happening(talk, Stopped(at=table.desk.at(tx, None)))]


def tapped(table: Table, tx: Tx, talk: RunId) -> Follow:
    record = runs.load(tx, table.desk.vault, talk)
    assert record is not None and record.run.at is not None
    at, by = table.desk.at(tx, record.circle), table.members["Anna"].id
    return Happening(talk, Tapped(at=at, by=by, step=record.run.at, turn=record.run.turn, option=RESUME))
