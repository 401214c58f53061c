"""What is due is done once, whatever it is for."""

import logging

import pytest

from bot import timers as firing
from bot.acts import Cause
from bot.desk import Desk
from bot.runner import Runner
from bot.storage import timers
from bot.storage.database import Database, Tx
from bot.storage.timers import Timer
from bot.timers import Timers
from flows.names import CircleId, PersonId


async def test_a_timer_of_the_calendar_brings_back_all_it_is_about_and_may_be_set_anew(
    database: Database, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    came: list[Timer] = []

    def water_the_plants(desk: Desk, tx: Tx, timer: Timer, cause: Cause) -> tuple[()]:
        came.append(timer)
        timers.put(tx, Timer(purpose="plants", due_at=timer.due_at + 1000, circle=timer.circle), dedupe="plants:7")
        return ()

    monkeypatch.setattr(firing, "OF_PURPOSE", {"plants": water_the_plants})
    fires = Timers(desk=desk, runner=Runner(desk), database=database)
    due = desk.seconds() - 5
    about = Timer(purpose="plants", due_at=due, circle=CircleId(7), person=PersonId(8), about=9)
    await database.transact(lambda tx: timers.put(tx, about, dedupe="plants:7"))

    assert [await fires.fire_due(), await fires.fire_due()] == [1, 0]
    assert [(t.circle, t.person, t.about) for t in came] == [(7, 8, 9)]
    assert await database.transact(lambda tx: timers.stands(tx, "plants:7"))


async def test_a_timer_nobody_knows_what_to_do_with_is_said_to_the_operator_once(
    database: Database, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    fires = Timers(desk=desk, runner=Runner(desk), database=database)
    await database.transact(lambda tx: timers.put(tx, Timer(purpose="gone", due_at=0.0), dedupe="gone"))

    with caplog.at_level(logging.ERROR):
        assert [await fires.fire_due(), await fires.fire_due()] == [1, 0]

    assert [r.getMessage() for r in caplog.records if "alarm" in r.getMessage()] == [
        "alarm: nothing is known to do for timer 1 (gone)"
    ]


async def test_one_timer_can_be_taken_off_by_its_key(database: Database) -> None:
    await database.transact(lambda tx: timers.put(tx, Timer(purpose="plants", due_at=1.0), dedupe="plants:7"))

    assert [await database.transact(lambda tx: timers.clear(tx, "plants:7")) for _ in range(2)] == [True, False]
    assert not await database.transact(lambda tx: timers.stands(tx, "plants:7"))
