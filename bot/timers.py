"""Due rows become events; APScheduler only ticks (decision 0012)."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC
from functools import partial
from typing import TypeAlias

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import check_ins, guests, meetings, noticing, patience, pulse, sparks, weekly
from bot.acts import Cause
from bot.desk import Desk, Follow
from bot.runner import Runner
from bot.storage import runs, timers
from bot.storage.database import Database, Tx
from bot.storage.timers import Timer
from flows.events import Fired, Purpose
from flows.names import RunId, StepId

TICK_SECONDS = 1
log = logging.getLogger(__name__)


Firing: TypeAlias = Callable[[Desk, Tx, Timer, Cause], Sequence[Follow]]
"""What is done when a timer is due, in a transaction of its own; what it returns follows in the same one.

The timer is taken off before; whoever wants to be woken again puts it anew. The moment may be long past (the bot was
away), and what it was about may be over: look before asking anything.
"""

OF_PURPOSE: Mapping[str, Firing] = {
    "check-in": check_ins.ask,
    pulse.ROUND: pulse.round_due,
    weekly.PURPOSE: weekly.monday,
    sparks.PURPOSE: sparks.week,
    "gemerkt": noticing.ask,
    meetings.CAPTURE: meetings.day_has_come,
    meetings.HEARD: meetings.ask_heard,
    meetings.LOOK_BACK: meetings.look_back,
    guests.PURPOSE: guests.ask,
}
"""Every purpose the calendar has, beside the steps of runs. To add one: `timers.put(tx, Timer(purpose=…, due_at=…,
circle=… or person=… or about=…), dedupe="…")`, and its function here."""


class Timers:
    """Fires what is due, each timer in a transaction of its own."""

    def __init__(self, *, desk: Desk, runner: Runner, database: Database) -> None:
        self._desk, self._runner, self._database = desk, runner, database

    async def fire_due(self) -> int:
        """Fire everything due by now; how many fired. One that fails is logged and tried at the next tick."""
        fired = 0
        now = self._desk.clock.now()
        for timer in await self._database.transact(lambda tx: timers.due(tx, now)):
            try:
                fired += await self._database.transact(partial(self._fire_one, timer))
            except Exception:
                log.exception("timer %s (%s) failed", timer.id, timer.purpose)
        return fired

    def _fire_one(self, timer: Timer, tx: Tx) -> bool:
        if patience.put_off(self._desk, tx, timer) or not timers.gone(tx, timer.id):
            return False
        cause = Cause(name=f"t{timer.id}")
        if timer.run is not None and timer.step is not None:
            self._wake_step(tx, timer, timer.run, timer.step, cause)
        elif (what := OF_PURPOSE.get(timer.purpose)) is not None:
            for follow in what(self._desk, tx, timer, cause):
                self._runner.follow(tx, follow, cause)
        else:  # a former version set it; it can't be tried again for ever
            log.error("alarm: nothing is known to do for timer %s (%s)", timer.id, timer.purpose)
        return True

    def _wake_step(self, tx: Tx, timer: Timer, run: RunId, step: str, cause: Cause) -> None:
        event = Fired(
            at=self._desk.at(tx, runs.circle_of(tx, run)),
            step=StepId(step),
            turn=timer.turn or 0,
            purpose=Purpose(timer.purpose),
            member=timer.member,
            round=timer.round or 0,
        )
        self._runner.happens(tx, run, event, cause)


class Ticker:
    """Calls `tick` every second, never twice at once, and catches up after a pause."""

    def __init__(self, tick: Callable[[], Awaitable[None]]) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._tick = tick
        self._scheduler.add_job(self._job, "interval", seconds=TICK_SECONDS)

    async def _job(self) -> None:
        with suppress(asyncio.CancelledError):  # a stop in mid-tick is no fault; what was begun is rolled back
            await self._tick()

    def start(self) -> None:
        """Begin ticking."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop ticking, at once."""
        self._scheduler.shutdown(wait=False)
