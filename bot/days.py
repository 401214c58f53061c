"""The calendar of a circle, read from its table for the one gate and for open time."""

from datetime import date

from bot import holidays
from bot.clock import Clock
from bot.desk import Desk
from bot.storage import people, runs
from bot.storage.database import Tx
from bot.storage.prompts import Prompt
from flows.manners import Days, Region
from flows.names import CircleId


def days_of(tx: Tx, circle: CircleId | None, clock: Clock) -> Days:
    """The circle's calendar; a circle without a region is closed when any region is (decision 0005)."""
    known, _ = holidays.around(clock.now().year)
    found = people.circle(tx, circle) if circle is not None else None
    if found is None:
        return Days(holidays=known)
    region = Region(found.region) if found.region is not None else None
    return Days(zone=found.zone, region=region, free=found.free_days, holidays=known, paused_until=found.paused_until)


def local_today(tx: Tx, desk: Desk, prompt: Prompt) -> date:
    """Today, where the circle of this question lives."""
    return desk.at(tx, runs.circle_of(tx, prompt.run)).date()
