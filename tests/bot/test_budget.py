"""Budgets: never faster than Telegram allows, whatever waits, and remembered over a restart."""

from collections import Counter
from pathlib import Path

from bot.delivery import budget
from bot.delivery.budget import EVERYWHERE, Place
from bot.storage.database import Database
from tests.clock import ManualClock

T0 = 1_770_000_000.0


async def send_all(database: Database, places: list[Place], start: float = T0) -> list[tuple[float, Place]]:
    """Send these in order, each as early as the budget allows; no more than one lane deep."""

    def work(tx):
        real, sent = start, []
        for place in places:
            free = budget.free_at(tx, place, real)
            real = max(real, free)
            budget.take(tx, place, real)
            sent.append((real, place))
        return sent

    return await database.transact(work)


def busiest(moments: list[float], seconds: float) -> int:
    """Most moments within any window of so many seconds."""
    return max(sum(1 for other in moments if at <= other < at + seconds) for at in moments)


async def test_a_thousand_people_at_once_are_written_to_at_thirty_a_second_and_hardly_slower(
    database: Database,
) -> None:
    sent = await send_all(database, [Place(chat, group=False) for chat in range(1, 1001)])
    moments = [at for at, _ in sent]
    assert busiest(moments, 1.0) <= 30
    assert moments[-1] - T0 <= 1000 * 0.034 * 1.01


async def test_one_person_gets_three_at_once_and_then_one_a_second(database: Database) -> None:
    sent = await send_all(database, [Place(5, group=False)] * 12)
    moments = [at for at, _ in sent]
    assert moments[2] - moments[0] < 0.1
    assert busiest(moments, 3.0) == 3
    assert moments[-1] - T0 <= 12.5


async def test_a_group_never_gets_more_than_eighteen_a_minute_of_which_ten_edits(database: Database) -> None:
    edits = [Place(-7, group=True, edit=True)] * 30
    sent = await send_all(database, edits + [Place(-7, group=True)] * 30)
    assert busiest([at for at, _ in sent], 60.0) == 18
    assert busiest([at for at, place in sent if place.edit], 60.0) == 10


async def test_other_chats_go_on_while_one_waits_for_a_429(database: Database) -> None:
    def work(tx):
        budget.hold(tx, -7, T0 + 31, T0)
        return budget.free_at(tx, Place(-7, group=True), T0), budget.free_at(tx, Place(8, group=False), T0)

    assert await database.transact(work) == (T0 + 31, T0)


async def test_a_hold_for_everyone_holds_everyone(database: Database) -> None:
    def work(tx):
        budget.hold(tx, EVERYWHERE, T0 + 9, T0)
        return budget.free_at(tx, Place(8, group=False), T0)

    assert await database.transact(work) == T0 + 9


async def test_a_restart_forgets_neither_holds_nor_what_was_spent(tmp_path: Path) -> None:
    path, clock = tmp_path / "b.db", ManualClock()
    group = Place(-7, group=True)

    def spend(tx):
        for at in range(18):
            budget.take(tx, group, T0 + at)
        budget.hold(tx, 5, T0 + 100, T0)
        budget.tidy(tx, T0 + 18)

    async with Database.open(path, clock=clock) as database:
        await database.transact(spend)
    async with Database.open(path, clock=clock) as database:
        frees = await database.transact(
            lambda tx: (budget.free_at(tx, group, T0 + 20), budget.free_at(tx, Place(5, group=False), T0 + 20))
        )
    assert frees == (T0 + 60, T0 + 100)


async def test_a_clock_that_is_set_back_does_not_silence_the_bot(database: Database) -> None:
    await send_all(database, [Place(5, group=False)] * 20)
    early = await send_all(database, [Place(5, group=False)] * 4, start=T0 - 3600)
    assert early[-1][0] - (T0 - 3600) < 5


async def test_a_group_that_moved_has_spent_there_what_it_spent_before(database: Database) -> None:
    def work(tx):
        for at in range(18):
            budget.take(tx, Place(-7, group=True), T0 + at)
        budget.moved(tx, -7, -1007, T0 + 18)
        return budget.free_at(tx, Place(-1007, group=True), T0 + 18)

    assert await database.transact(work) == T0 + 60


async def test_books_of_quiet_chats_are_thrown_away(database: Database) -> None:
    def work(tx):
        for chat in range(1, 50):
            budget.take(tx, Place(chat, group=False), T0)
        budget.take(tx, Place(99, group=False), T0 + 100)
        budget.tidy(tx, T0 + 120)
        return Counter(row["chat_id"] for row in tx.run("SELECT chat_id FROM budgets"))

    assert set(await database.transact(work)) == {EVERYWHERE, 99}
