"""What waits for one person and why, told to that person only."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.clock import instant
from bot.days import days_of
from bot.delivery import gate
from bot.delivery.gate import Case
from bot.delivery.letters import Letter, SparkLetter, WeekLetter
from bot.desk import Desk
from bot.storage import lanes, people, prompts, runs
from bot.storage.database import Tx
from bot.storage.outbox import ToPerson
from bot.storage.people import Member
from flows.line import Count, Day, Line, Lines, Quote, ui
from flows.manners import Days, Go, Hold, Never
from flows.names import CircleId, RunId

MOST_LINES = 8
"""More is read by nobody on a phone; the rest is counted."""


def lines(desk: Desk, tx: Tx, member: Member) -> tuple[Line, ...]:
    """Each message that is held for this person over all circles, with its reason; quoted is only what is of the
    circle of this member. One line that says so when nothing waits."""
    found = [*_held(desk, tx, member), *_behind_a_question(desk, tx, member)]
    if not found:
        return (ui("wacht-niets"),)
    more = (ui("wacht-meer", n=Count(len(found) - MOST_LINES)),) if len(found) > MOST_LINES else ()
    return (ui("wacht-kop"), *found[:MOST_LINES], *more)


def _held(desk: Desk, tx: Tx, member: Member) -> Iterator[Line]:
    now = desk.clock.now()
    for row in lanes.held(tx, member.person):
        case = gate.case_of(tx, row, row.klass, partial(_days, desk), now)
        what = Lines((_of(row.letter) or _what(desk, tx, row.run, member),))
        shut = _shut(tx, case, what, member, now)
        if shut is not None:
            yield shut
        elif row.not_before > now.timestamp():
            yield ui("wacht-na-een-ander", wat=what, tot=_day(tx, instant(row.not_before), member))


def _of(letter: Letter) -> Line | None:
    match letter:
        case WeekLetter():
            return ui("wacht-weekoverzicht")
        case SparkLetter():
            return ui("wacht-vonk")
        case _:
            return None


def _behind_a_question(desk: Desk, tx: Tx, member: Member) -> Iterator[Line]:
    now = desk.clock.now()
    for prompt in prompts.waiting_of(tx, member.person):
        to = ToPerson(prompt.person, prompt.member or None)
        case = gate.case_for(tx, to, prompt.run, prompt.klass, partial(_days, desk), now)
        what = Lines((_what(desk, tx, prompt.run, member),))
        yield _shut(tx, case, what, member, now) or ui("wacht-na-vraag", wat=what)


def _shut(tx: Tx, case: Case, what: Lines, member: Member, now: datetime) -> Line | None:
    """Why the gate is shut, in words; None when it is open."""
    match case.verdict(now):
        case Go():
            return None
        case Hold(until=until, why=why):
            return ui(f"wacht-{why}", wat=what, tot=_day(tx, until, member), n=Count(case.reader.pace))
        case Never():
            return ui("wacht-altijd", wat=what)
        case other:
            assert_never(other)


def _day(tx: Tx, moment: datetime, member: Member) -> Day:
    person = people.person(tx, member.person)
    assert person is not None
    return Day(moment.astimezone(ZoneInfo(person.zone)).date())


def _days(desk: Desk, tx: Tx, circle: CircleId) -> Days:
    return days_of(tx, circle, desk.clock)


def _what(desk: Desk, tx: Tx, run: RunId | None, member: Member) -> Line:
    record = runs.load(tx, desk.vault, run) if run is not None else None
    quote = record.run.about.get("wat") if record is not None else None
    if record is None or record.circle != member.circle or not isinstance(quote, Quote):
        return ui("wacht-een-vraag")
    return ui("wacht-afspraak", wat=quote)
