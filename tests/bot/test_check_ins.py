"""How it went, in private: what was in the way, what follows, and what others let the owner know."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from bot import check_ins, deeds, helping, noticing
from bot.acts import Cause
from bot.card import card
from bot.delivery.letters import Note
from bot.desk import Follow
from bot.storage import agreements, outbox, timers, tokens, words
from bot.storage.database import Tx
from bot.storage.timers import Timer
from bot.timers import Timers
from flows import agreements as rules
from flows.agreements import Agreement, Did, Noticed, Obstacle, Result
from flows.line import Line
from flows.names import AgreementId, Form
from tests.bot.table import FRIDAY, Table
from tests.clock import ManualClock

NEXT_FRIDAY = date(2026, 3, 20)
FAR = datetime(2027, 1, 1, tzinfo=UTC)


async def is_asked(table: Table, name: str, agreement: Agreement) -> None:
    """Their day has come."""
    now = await table.of(agreement)
    await table.follows(name, lambda tx: check_ins.begin(table.desk, tx, now, table.members[name].id))


async def waits(table: Table, purpose: str) -> list[Timer]:
    """What the calendar will wake for."""
    due = await table.database.transact(lambda tx: timers.due(tx, FAR))
    return [timer for timer in due if timer.purpose == purpose]


async def others_are_asked(table: Table) -> None:
    """The afternoon after the group was told has come."""
    for timer in await waits(table, "gemerkt"):

        def ask(tx: Tx, timer: Timer = timer) -> Sequence[Follow]:
            return noticing.ask(table.desk, tx, timer, Cause(name="t"))

        await table.follows("Joost", ask)


async def tells_the_group(table: Table, agreement: Agreement, name: str = "Joost") -> None:
    await is_asked(table, name, agreement)
    await table.presses(name, "gelukt")
    await table.presses(name, "ja")


async def leaves(table: Table, name: str) -> None:
    member = table.members[name].id
    await table.follows(name, lambda tx: deeds.leave(table.desk, tx, member, "left", Cause(name="leaves")))


async def labels(table: Table, name: str) -> list[str]:
    def look(tx: Tx) -> list[str]:
        return [label.id for label in table._open(tx, name).wording.labels]

    return await table.database.transact(look)


async def test_what_was_in_the_way_gets_the_tip_for_that_role_and_stays_with_the_owner(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke week", "Joost")
    group = await table.group_reads("Anna")
    await is_asked(table, "Joost", agreement)
    await table.presses("Joost", "nog-niet")
    await table.presses("Joost", "tijd")

    assert "Een schooldag zit snel vol." in await table.reads("Joost")
    told = (await table.of(agreement)).story[-1]
    assert (told.did, told.result, told.obstacle, told.mine) == (Did.REPORTED, Result.NOT_YET, Obstacle.TIME, True)
    assert await table.group_reads("Anna") == group
    assert await waits(table, "check-in") == []


async def test_a_smaller_step_of_ones_own_stands_at_once_and_who_proposed_it_reads_so(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke dag", "Joost")
    group = await table.group_reads("Anna")
    await is_asked(table, "Joost", agreement)
    for option in ("nog-niet", "te-groot", "kleiner"):
        await table.presses("Joost", option)
    await table.says("Joost", "belt één keer")
    await table.gives("Joost", NEXT_FRIDAY)

    now = await table.of(agreement)
    assert await table.words_of(now) == "belt één keer"
    assert now.promises[0].day == NEXT_FRIDAY
    assert "Joost maakte de stap kleiner, zodat het past. Nu is het: belt één keer" in await table.reads("Anna")
    assert "kleiner" not in await table.reads("Noor")
    assert await table.group_reads("Anna") == group
    (timer,) = await waits(table, "check-in")
    assert timer.local == "2026-03-20T16:00"


async def test_with_more_owners_each_makes_only_their_own_part_smaller(table: Table) -> None:
    agreement = await table.agrees("Anna", "schrijft elke dag een briefje", "Joost", "Noor")
    await is_asked(table, "Joost", agreement)
    for option in ("nog-niet", "te-groot", "kleiner"):
        await table.presses("Joost", option)
    await table.says("Joost", "schrijft op vrijdag een briefje")
    await table.gives("Joost", NEXT_FRIDAY)

    await is_asked(table, "Joost", agreement)
    await is_asked(table, "Noor", agreement)
    last = {name: (await table.reads(name)).rpartition("Dit sprak je af")[2] for name in ("Joost", "Noor")}
    assert "op vrijdag" in last["Joost"] and "elke dag" in last["Noor"]
    assert "Joost maakte de stap kleiner" in await table.reads("Noor")


async def asks_help(table: Table) -> tuple[Agreement, str]:
    """Joost lets the group know that he would like help; the button under that message."""
    agreement = await table.agrees("Anna", "zoekt een maatje", "Joost")
    await is_asked(table, "Joost", agreement)
    for option in ("nog-niet", "wachten-op-ander", "hulp", "ja"):
        await table.presses("Joost", option)

    def button(tx: Tx) -> str:
        row = outbox.load(tx, tx.run("SELECT MAX(id) AS id FROM outbox WHERE circle IS NOT NULL")[0]["id"])
        assert row is not None and isinstance(row.letter, Note)
        return row.letter.inline[0][0].token or ""

    return agreement, await table.database.transact(button)


async def offers(table: Table, name: str, button: str) -> Line | None:
    def offer(tx: Tx) -> Line | None:
        token = tokens.find(tx, button, table.desk.clock)
        assert token is not None and token.kind == helping.HELP_OUT
        member = table.members[name]
        return helping.offer(table.desk, tx, token, member.id, Cause(name=f"tap{name}", circle=member.circle))

    return await table.database.transact(offer)


async def test_the_group_hears_of_help_only_by_the_owners_tap_and_the_first_who_offers_helps(table: Table) -> None:
    agreement, button = await asks_help(table)
    assert "Joost zoekt hulp bij:\nzoekt een maatje" in await table.group_reads("Anna")

    own, first, second = [await offers(table, name, button) for name in ("Joost", "Noor", "Anna")]

    assert own is not None and first is None and second is not None
    assert (await table.of(agreement)).helper == table.members["Noor"].id
    assert "Noor helpt je mee met zoekt een maatje" in await table.reads("Joost")
    assert "Noor helpt Joost mee" in await table.group_reads("Anna")


async def test_help_is_asked_of_the_group_once_while_nobody_answered(table: Table) -> None:
    agreement, _ = await asks_help(table)
    await is_asked(table, "Joost", agreement)
    for option in ("nog-niet", "wachten-op-ander", "hulp"):
        await table.presses("Joost", option)

    assert (await table.group_reads("Anna")).count("zoekt hulp bij") == 1
    assert "staat al in de groep" in await table.reads("Joost")
    assert (await table.reads("Joost")).count("Ik vraag het de groep") == 1, "nothing is said that is not so"


async def test_who_leaves_helps_no_longer(table: Table) -> None:
    agreement, button = await asks_help(table)
    await offers(table, "Noor", button)
    await leaves(table, "Noor")

    assert (await table.of(agreement)).helper is None


async def test_later_moves_the_question_and_leaves_the_day_alone_also_when_someone_changes_their_hours(
    table: Table,
) -> None:
    agreement = await table.agrees("Anna", "belt elke week", "Joost")
    await is_asked(table, "Joost", agreement)
    await table.presses("Joost", "later")
    await table.presses("Joost", "volgende-week")

    (later,) = await waits(table, "check-in")
    await table.database.transact(lambda tx: check_ins.plan_again(table.desk, tx, table.members["Joost"].id))
    (again,) = await waits(table, "check-in")
    assert later.local == again.local == "2026-03-09T16:00", "a week from this Monday"
    assert (await table.of(agreement)).promises[0].day == FRIDAY


async def test_who_proposed_it_is_asked_whether_they_noticed_and_the_owner_hears_it_by_name(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke week", "Joost")
    await tells_the_group(table, agreement)
    assert await table.asked("Anna") == "", "not at once"
    await others_are_asked(table)

    assert (await table.asked("Anna"), await table.asked("Noor")) == ("gemerkt/gemerkt", "")
    for option in ("ja", "beetje", "naam"):
        await table.presses("Anna", option)

    assert "Anna merkte er iets van: belt elke week. Het hielp een beetje." in await table.reads("Joost")
    now = await table.of(agreement)
    assert (now.story[-1].other, now.story[-1].noticed) == (table.members["Anna"].id, Noticed.YES)
    assert "merkte" not in await table.reads("Noor") + await table.group_reads("Noor")
    shown = await table.database.transact(lambda tx: card(tx, table.desk.vault, now, table.members["Joost"]))
    assert [line.key for line in shown[-1].lines][-1] == "ui/verhaal-gemerkt-ja"


async def test_without_a_name_nobody_is_named_anywhere(table: Table) -> None:
    agreement = await table.agrees("Joost", "belt elke week", "Joost")
    await tells_the_group(table, agreement)
    await others_are_asked(table)
    assert (await table.asked("Anna"), await table.asked("Noor")) == ("gemerkt/gemerkt", "gemerkt/gemerkt")
    for option in ("nee", "zonder-naam"):
        await table.presses("Noor", option)

    read = await table.reads("Joost")
    assert "Iemand uit de groep merkte er nog niets van" in read and "Noor" not in read
    assert (await table.of(agreement)).story[-1].other is None


async def test_what_someone_keeps_to_themself_reaches_nobody(table: Table) -> None:
    agreement = await table.agrees("Joost", "belt elke week", "Joost")
    await tells_the_group(table, agreement)
    await others_are_asked(table)
    before = await table.reads("Joost"), await table.group_reads("Joost"), await table.of(agreement)
    for option in ("ja", "nee", "mij"):
        await table.presses("Anna", option)
    await table.presses("Noor", "weet-niet")

    assert (await table.reads("Joost"), await table.group_reads("Joost"), await table.of(agreement)) == before


async def test_of_one_person_who_is_asked_no_answer_is_without_a_name(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke week", "Joost")
    await tells_the_group(table, agreement)
    await others_are_asked(table)
    await table.presses("Anna", "ja")
    await table.presses("Anna", "ja")

    assert await labels(table, "Anna") == ["naam", "mij"]


async def test_nobody_is_asked_about_what_the_group_does_not_know(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke week", "Joost")
    await is_asked(table, "Joost", agreement)
    await table.presses("Joost", "gelukt")
    await table.presses("Joost", "nee")

    assert await waits(table, "gemerkt") == []


async def test_what_the_owner_took_up_again_is_asked_about_when_it_is_told_again(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke week", "Joost")
    await is_asked(table, "Joost", agreement)
    await table.presses("Joost", "deels")
    await table.presses("Joost", "vertellen")
    now = await table.of(agreement)
    joost = table.members["Joost"].id
    again = rules.move(now, joost, NEXT_FRIDAY, on=FRIDAY)
    await table.database.transact(lambda tx: agreements.save(tx, table.desk.vault, again))
    await others_are_asked(table)

    assert await table.asked("Anna") == ""


async def test_an_owner_who_left_hears_nothing_any_more(table: Table) -> None:
    agreement = await table.agrees("Anna", "belt elke week", "Joost")
    await tells_the_group(table, agreement)
    await others_are_asked(table)
    await table.presses("Anna", "ja")
    await table.presses("Anna", "ja")
    await leaves(table, "Joost")
    before = await table.of(agreement)
    await table.presses("Anna", "naam")

    assert await table.of(agreement) == before
    assert "Anna merkte" not in await table.reads("Joost")


async def test_plan_b_is_shown_to_who_chooses_it_and_gets_a_day(table: Table) -> None:
    beside = ("als de week bijna om is", "stuurt een berichtje")
    agreement = await table.proposes("Anna", "belt elke week even", "Joost", beside=beside)
    await table.presses("Joost", "akkoord")
    await is_asked(table, "Joost", agreement)
    for option in ("nog-niet", "vergeten", "plan-b"):
        await table.presses("Joost", option)
    await table.gives("Joost", NEXT_FRIDAY)

    assert "Dit was jullie plan B:\nstuurt een berichtje" in await table.reads("Joost")
    assert (await table.of(agreement)).promises[0].day == NEXT_FRIDAY


async def twelve_days_go_by(table: Table) -> None:
    """Twelve of Joost's days come while nobody can ask him; then the calendar wakes."""

    def make(tx: Tx) -> None:
        joost = table.members["Joost"]
        for _ in range(12):
            kept = words.store(tx, table.desk.vault, owner=joost.id, circle=joost.circle, run=None, form=Form.TEXT,
                               body="belt", at=10.0)  # fmt: skip
            made = rules.propose(AgreementId(tx.new_id()), circle=joost.circle, by=joost.id, what=kept,
                                 owners=(joost.id,), day=FRIDAY, on=FRIDAY)  # fmt: skip
            agreements.add(tx, table.desk.vault, rules.accept(made, joost.id, on=FRIDAY), run=None, at=10.0)
            check_ins.plan(table.desk, tx, rules.accept(made, joost.id, on=FRIDAY), joost.id)

    await table.database.transact(make)
    await wakes(table, days=30)


async def wakes(table: Table, *, days: int) -> None:
    assert isinstance(table.desk.clock, ManualClock)
    table.desk.clock.advance(timedelta(days=days))
    calendar = Timers(desk=table.desk, runner=table.runner, database=table.database)
    while await calendar.fire_due():
        pass


async def on_their_way(table: Table, name: str) -> list[str]:
    """The first lines of what would still go to this person."""

    def look(tx: Tx) -> list[str]:
        person = table.members[name].person
        rows = tx.run("SELECT id FROM outbox WHERE person = :p AND state = 'new' ORDER BY id", p=person)
        letters = [row.letter for r in rows if (row := outbox.load(tx, r["id"])) is not None]
        return [str(letter.lines[0].key) for letter in letters if isinstance(letter, Note)]

    return await table.database.transact(look)


async def test_twelve_days_that_went_by_unasked_become_one_question_and_each_answer_brings_the_next(
    table: Table,
) -> None:
    await twelve_days_go_by(table)
    assert await on_their_way(table, "Joost") == ["uitkomst.text"]

    await table.presses("Joost", "niet-meer-nodig")
    assert await on_their_way(table, "Joost") == ["niet-nodig.text", "uitkomst.text"]
