"""Ten simulated years of nudges through the real gate, judged by a calendar of their own.

`python -m tests.faults.years --people 200 --seed 1` prints what came of them. People and circles choose hours, days,
pace, free days, pauses, regions and zones at random and change them on the way; nudges come due at any moment, more of
them around the nights on which the clock changes, leap days and King's Day. The queue does what bot/delivery does: the
oldest that is due goes when the gate says so, and the others that are due wait until the next day.
"""

import argparse
import random
import sys
import time as stopwatch
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.delivery.settle import BUNDLE_PAUSE
from bot.holidays import around as looked_up
from flows.manners import Days, DeliveryClass, Go, Hold, Manners, Never, Reader, Region, Verdict, gate
from flows.names import PROFESSIONALS, Role
from tests.dutch_calendar import SET_FROM, SET_UNTIL, school_holidays

FIRST, LAST = date(2026, 1, 1), date(2035, 12, 31)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
LOOK_AGAIN = 60 * DAY  # the bot looks each day; a change of mind is looked at here at once as well
ZONES = ("Europe/Amsterdam",) * 8 + ("Europe/Lisbon", "America/Curacao", "Asia/Tokyo", "Pacific/Chatham")
SCHOOL = school_holidays()

around = cache(looked_up)  # ten years for one person, then again for the next

Gate = Callable[..., Verdict]


# ------------------------------------------------------------ a calendar of its own


@cache
def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@cache
def public(year: int) -> frozenset[date]:
    """Public holidays; King's Day is a day earlier when the 27th of April is a Sunday."""
    kings = date(year, 4, 27)
    kings = kings - DAY if kings.weekday() == 6 else kings
    fixed = {date(year, 1, 1), kings, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    return frozenset(fixed | {easter(year) + n * DAY for n in (-2, 0, 1, 39, 49, 50)})


def within(day: date, periods: Sequence[tuple[date, date]]) -> bool:
    """Whether this day lies in one of these periods, both ends included."""
    return any(first <= day <= last for first, last in periods)


def shut(moment: datetime, who: "Life") -> str:
    """Why nothing may be started at this moment for this person, judged without the code of the bot; "" if it may."""
    wall = moment.astimezone(ZoneInfo(who.zone))
    day, clock = wall.date(), wall.time()
    chosen, circle = who.manners, who.circle
    usual = range(5) if who.role in PROFESSIONALS else range(7)
    regions = [circle.region] if circle.region is not None else list(SCHOOL)
    reasons: Mapping[str, bool] = {
        "before eight": clock < time(8),
        "after eight": clock >= time(20),
        "quiet hours": any(_in(clock, a, b) for a, b in chosen.quiet),
        "weekend": day.weekday() > 4,
        "day off": day.weekday() not in (usual if chosen.working_days is None else chosen.working_days),
        "free": within(day, chosen.free),
        "free in the circle": within(day, circle.free),
        "public holiday": day in public(day.year),
        "school holiday": any(day in SCHOOL[region] for region in regions),
        "own pause": chosen.paused_until is not None and day < chosen.paused_until,
        "pause of the circle": circle.paused_until is not None and day < circle.paused_until,
    }
    return next((name for name, holds in reasons.items() if holds), "")


def _in(clock: time, start: time, end: time) -> bool:
    if start == end:
        return False
    return start <= clock < end if start < end else clock >= start or clock < end


# ------------------------------------------------------------ lives


@dataclass
class Circle:
    """What a circle chose by now."""

    region: Region | None
    free: tuple[tuple[date, date], ...] = ()
    paused_until: date | None = None

    def days(self, zone: str, year: int) -> Days:
        """The same for the gate."""
        return Days(
            zone=zone, region=self.region, free=self.free, holidays=around(year)[0], paused_until=self.paused_until
        )


@dataclass
class Waiting:
    """A nudge that did not go yet. `why`: what it is listed with."""

    id: int
    due: datetime
    not_before: datetime
    why: str = ""


@dataclass
class Life:
    """One person through the years."""

    role: Role
    circle: Circle
    zone: str
    manners: Manners
    queue: list[Waiting] = field(default_factory=list)
    sent: list[tuple[int, datetime]] = field(default_factory=list)

    def reader(self) -> Reader:
        """The same for the gate."""
        return Reader.of(self.manners, role=self.role, zone=self.zone)


@dataclass
class Report:
    """What came of it all; the second half must be 0."""

    people: int = 0
    nudges: int = 0
    messages: int = 0
    joined: int = 0
    changes: int = 0
    listed: int = 0
    longest_wait_days: int = 0
    in_closed_time: int = 0
    doubles: int = 0
    beyond_pace: int = 0
    dropped: int = 0
    held_too_long: int = 0

    @property
    def faults(self) -> int:
        """How many things went wrong."""
        return self.in_closed_time + self.doubles + self.beyond_pace + self.dropped + self.held_too_long


class Years:
    """The simulation of one person after another, with one pair of dice."""

    def __init__(self, seed: int, *, ask: Gate = gate, first: date = FIRST, last: date = LAST) -> None:
        self.dice, self.ask, self.first, self.last = random.Random(seed), ask, first, last
        self.report = Report()

    def live(self, people: int) -> Report:
        """So many people, one after another."""
        for _ in range(people):
            self._one()
        return self.report

    def _one(self) -> None:
        who = self.somebody()
        moments = sorted((*((m, "nudge") for m in self._nudges()), *((m, "change") for m in self._changes())))
        end = datetime.combine(self.last, time(23, 59), UTC)
        moments.append((end, "end"))
        ids = 0
        for moment, what in moments:
            self._until(who, moment)
            if what == "nudge":
                ids += 1
                who.queue.append(Waiting(ids, moment, moment))
                self._go(who, moment)
            elif what == "change":
                self.change(who, moment)
                for one in who.queue:  # as bot.storage.wishes.judge_again does
                    one.not_before = one.not_before if one.why == "bundled" else moment
                self._go(who, moment)
        self._judge(who, ids)

    def _until(self, who: Life, moment: datetime) -> None:
        while (due := min((one.not_before for one in who.queue), default=moment)) < moment:
            self._go(who, due)

    def _go(self, who: Life, now: datetime) -> None:
        reader, days = who.reader(), who.circle.days(who.zone, now.year)
        recent = [at for _, at in who.sent[-60:] if at > now - 8 * DAY]
        # Asked once for all of them: until one goes nothing changes.
        verdict = self.ask(DeliveryClass.NUDGE, now=now, reader=reader, days=days, sent_nudges=recent)
        due = [one for one in who.queue if one.not_before <= now]
        if due and isinstance(verdict, Hold):
            self._not_too_long(who, now, verdict.until, recent)
        for one in due:
            match verdict:
                case Go():
                    self._send(who, one, now)
                    return
                case Hold(until=until, why=why):
                    one.why, one.not_before = str(why), until
                case Never(why=why):
                    one.why, one.not_before = str(why), now + LOOK_AGAIN

    def _send(self, who: Life, one: Waiting, now: datetime) -> None:
        who.queue.remove(one)
        who.sent.append((one.id, now))
        report = self.report
        report.messages += 1
        report.longest_wait_days = max(report.longest_wait_days, (now - one.due).days)
        report.in_closed_time += shut(now, who) != ""
        there = ZoneInfo(who.zone)
        today = now.astimezone(there).date()
        days = [at.astimezone(there).date() for _, at in who.sent[-60:]]
        report.beyond_pace += sum(day > today - WEEK for day in days) > who.manners.pace
        for other in who.queue:
            if other.not_before <= now:
                other.why, other.not_before = "bundled", now + timedelta(seconds=BUNDLE_PAUSE)
                report.joined += 1

    def _not_too_long(self, who: Life, now: datetime, until: datetime, recent: Sequence[datetime]) -> None:
        """In the two days before it may go, something really shuts every hour: nobody waits for nothing."""
        there = ZoneInfo(who.zone)
        dates = [at.astimezone(there).date() for at in recent]
        for hours in range(0, 48, 3):
            before = until - timedelta(minutes=1, hours=hours)
            day = before.astimezone(there).date()
            if before <= now or not SET_FROM <= day < SET_UNTIL:
                return  # the package may know holidays that this calendar was not given
            paced = sum(day - WEEK < sent for sent in dates) >= who.manners.pace
            self.report.held_too_long += not paced and shut(before, who) == ""

    def _judge(self, who: Life, ids: int) -> None:
        report, sent = self.report, [id for id, _ in who.sent]
        report.people += 1
        report.nudges += ids
        report.doubles += len(sent) - len(set(sent))
        listed = {one.id for one in who.queue if one.why}
        report.listed += len(listed)
        report.dropped += len(set(range(1, ids + 1)) - set(sent) - listed)

    # -------------------------------------------------------- chance

    def somebody(self) -> Life:
        """A person in a circle, who chose or did not choose."""
        dice = self.dice
        circle = Circle(region=dice.choice((None, *Region)))
        who = Life(role=dice.choice(list(Role)), circle=circle, zone=dice.choice(ZONES), manners=Manners())
        for _ in range(dice.randrange(4)):
            self.change(who, datetime.combine(self.first, time(9), UTC))
        return who

    def change(self, who: Life, now: datetime) -> None:
        """One thing is chosen anew."""
        self.report.changes += 1
        dice, circle, today = self.dice, who.circle, now.astimezone(ZoneInfo(who.zone)).date()
        match dice.randrange(9):
            case 0:
                hours = sorted(dice.sample(range(24), 2), reverse=dice.random() < 0.3)
                quiet = ((time(hours[0], dice.choice((0, 30))), time(hours[1])),)
                who.manners = replace(who.manners, quiet=quiet if dice.random() < 0.8 else ())
            case 1:
                days = frozenset(dice.sample(range(7), dice.randint(1, 7)))
                who.manners = replace(who.manners, working_days=days if dice.random() < 0.8 else None)
            case 2:
                who.manners = replace(who.manners, free=(self._period(today),))
            case 3:
                who.manners = replace(who.manners, pace=dice.choice((1, 2, 3, 3, 5)))
            case 4:
                who.manners = replace(who.manners, paused_until=self._rest(today))
            case 5:
                circle.paused_until = self._rest(today)
            case 6:
                circle.free = (self._period(today), self._period(today))
            case 7:
                circle.region = dice.choice((None, *Region))
            case _:
                who.zone = dice.choice(ZONES)

    def _period(self, today: date) -> tuple[date, date]:
        first = today + self.dice.randrange(60) * DAY
        return first, first + self.dice.randrange(21) * DAY

    def _rest(self, today: date) -> date | None:
        return today + self.dice.randint(1, 92) * DAY if self.dice.random() < 0.7 else None

    def _nudges(self) -> Iterator[datetime]:
        span, a_week = (self.last - self.first).days, self.dice.choice((0.2, 0.5, 1.0, 2.5))
        for _ in range(int(span / 7 * a_week)):
            yield self._moment(self.first + self.dice.randrange(span) * DAY)
        for year in range(self.first.year, self.last.year + 1):  # the days that are not like other days
            for day in special(year):
                if self.first <= day <= self.last and self.dice.random() < 0.5:
                    yield self._moment(day)
        if self.dice.random() < 0.5:  # a dozen at once, as after a long absence
            start = self._moment(self.first + self.dice.randrange(span) * DAY)
            yield from (start for _ in range(12))

    def _changes(self) -> Iterator[datetime]:
        span = (self.last - self.first).days
        for _ in range(max(1, span // 60)):
            yield self._moment(self.first + self.dice.randrange(span) * DAY)

    def _moment(self, day: date) -> datetime:
        return datetime.combine(day, time(0), UTC) + timedelta(seconds=self.dice.randrange(86400))


def special(year: int) -> Iterator[date]:
    """Nights on which the clock changes, the end of February, King's Day and the days around them."""
    for month in (3, 10):
        last = date(year, month, 31)
        sunday = last - ((last.weekday() + 1) % 7) * DAY
        yield from (sunday - DAY, sunday, sunday + DAY)
    yield date(year, 3, 1) - DAY
    yield from (date(year, 4, day) for day in (25, 26, 27, 28))
    yield from (date(year, 12, 31), date(year, 1, 1))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it and print the figures; 1 when anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20261124)
    options = parser.parse_args(arguments)
    began = stopwatch.monotonic()
    report = Years(options.seed).live(options.people)
    for name, figure in vars(report).items():
        sys.stdout.write(f"{name.replace('_', ' '):<24}{figure:>10}\n")
    sys.stdout.write(f"{'seconds':<24}{stopwatch.monotonic() - began:>10.0f}\n{'seed':<24}{options.seed:>10}\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
