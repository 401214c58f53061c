"""Weeks of nudges through the real outbox and over HTTP: nothing in closed time, twice, beyond the pace or lost."""

import random
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import instant
from bot.holidays import around
from bot.storage import nudges, people
from bot.storage.database import Tx
from flows.line import Count
from flows.manners import Days, DeliveryClass, Region, read_manners
from flows.names import PersonId, Role
from tests.bot.sending import office, ui
from tests.faults.years import Circle, Life, shut

HOME = "Europe/Amsterdam"
MONDAY, WEEKS = datetime(2026, 11, 30, 9, 0, tzinfo=UTC), 9
"""Over the Christmas holidays into February."""

ROLES = {"anna": Role.PARENT, "bo": Role.SCHOOL, "cem": Role.CARE, "dina": Role.PUPIL}
CHOSEN = {
    "anna": '{"quiet": [["09:00", "15:30"]], "pace": 1}',
    "bo": '{"working_days": [0, 1, 3], "free": [["2026-12-07", "2026-12-11"]]}',
    "cem": '{"paused_until": "2027-01-14"}',
    "dina": "{}",
}


async def test_nine_weeks_of_nudges_come_when_they_may_each_once_or_are_held_with_their_reason(tmp_path: Path) -> None:
    dice, keys = random.Random(7), {name: list[str]() for name in ROLES}
    async with office(tmp_path, **ROLES) as place:
        place.clock.set(MONDAY)
        place.days = Days(region=Region.MIDDLE, free=((date(2027, 1, 18), date(2027, 1, 19)),),
                          holidays=around(2026)[0])  # fmt: skip
        for name, manners in CHOSEN.items():
            await place.do(partial(_choose, place.everybody[name].person, manners))
        for n in sorted(dice.sample(range(WEEKS * 7 * 24), 60)):  # hours at which something comes due
            await place.live((MONDAY + timedelta(hours=n) - place.clock.now()).total_seconds())
            name = dice.choice(list(ROLES))
            key = f"{name}-{n}"
            await place.put(place.everybody[name].to, ui("nummer", n=Count(n)), key, DeliveryClass.NUDGE)
            keys[name].append(key)
        await place.live((MONDAY + timedelta(weeks=WEEKS) - place.clock.now()).total_seconds())

        circle = Circle(region=Region.MIDDLE, free=place.days.free)
        held = 0
        for name, mine in keys.items():
            somebody = place.everybody[name]
            who = Life(role=ROLES[name], circle=circle, zone=HOME, manners=read_manners(CHOSEN[name]))
            rows = await place.do(partial(_nudges_of, somebody.person))
            went = [instant(at) for at in rows]
            states = [await place.row(key) for key in mine]
            texts = place.at(name)
            assert all(shut(moment, who) == "" for moment in went), name
            days = [moment.astimezone(ZoneInfo(HOME)).date() for moment in went]
            for day in days:
                assert sum(day - timedelta(days=7) < other <= day for other in days) <= who.manners.pace, name
            sent = [row for row in states if row["state"] == "sent"]
            waiting = [row for row in states if row["state"] == "new"]
            assert len(sent) + len(waiting) == len(mine) and all(row["why"] for row in waiting), name
            assert len(texts) == len(set(texts)) == len(sent) >= 3, name
            held += len(waiting)
        assert held > 0, "a pace of one a week leaves some of Anna's waiting"


def _choose(person: PersonId, manners: str, tx: Tx) -> None:
    people.set_manners(tx, person, manners)


def _nudges_of(person: PersonId, tx: Tx) -> list[float]:
    return nudges.since(tx, person, after=0)
