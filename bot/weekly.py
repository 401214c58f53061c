"""The overview of the week, for who asked for it: on Monday, only when there is something, and off with one tap."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import overview
from bot.acts import Cause
from bot.delivery.letters import Inline, WeekLetter
from bot.desk import Desk, Follow
from bot.storage import outbox, people, timers, tokens
from bot.storage.database import Tx
from bot.storage.timers import Timer
from flows import manners
from flows.line import ui
from flows.manners import DeliveryClass
from flows.names import PersonId

PURPOSE, KIND = "weekoverzicht", "week"
MONDAY, MORNING = 0, time(9)
AT_LEAST = timedelta(days=4)
"""Between two of them: what had to wait for the end of a holiday is not followed by the next one at once."""
BUTTONS = timedelta(days=60)


def wanted(tx: Tx, person: PersonId) -> bool:
    """Whether this person asked for it."""
    return timers.stands(tx, _key(person))


def begin(desk: Desk, tx: Tx, person: PersonId) -> None:
    """From next Monday on."""
    wakes_next_week(desk, tx, person, PURPOSE, _key(person))


def wakes_next_week(
    desk: Desk, tx: Tx, person: PersonId, purpose: str, dedupe: str, *, after: timedelta = timedelta()
) -> None:
    """The calendar wakes next Monday morning in this person's zone, or so long after it."""
    found = people.person(tx, person)
    zone = found.zone if found is not None else manners.Days().zone
    local = next_monday(desk.clock.now(), zone) + after
    due = manners.at(local.date(), local.time(), zone)
    timer = Timer(
        purpose=purpose, due_at=due.timestamp(), person=person, local=local.strftime("%Y-%m-%dT%H:%M"), zone=zone
    )
    timers.put(tx, timer, dedupe=dedupe)


def end(tx: Tx, person: PersonId) -> None:
    """No more of them; also not the one that waits."""
    timers.clear(tx, _key(person))
    outbox.cancel_kind(tx, person, KIND)


def monday(desk: Desk, tx: Tx, timer: Timer, cause: Cause) -> Sequence[Follow]:
    """It is Monday: what this person promised and waits for goes, and the next Monday is set."""
    if timer.person is None or not (members := people.circles_of(tx, timer.person)):
        return ()  # no circle any more: their wish ends with it
    begin(desk, tx, timer.person)
    since = (desk.clock.now() - AT_LEAST).timestamp()
    if outbox.goes_or_went(tx, timer.person, KIND, since=since):
        return ()  # one that had to wait joins in, or went only just
    if overview.of_week(tx, desk.vault, timer.person) is None:
        return ()
    outbox.enqueue(
        tx,
        to=outbox.ToPerson(timer.person, members[0].id),  # the days of this circle are kept
        klass=DeliveryClass.NUDGE,
        letter=WeekLetter(
            inline=(
                (_button(desk, tx, timer.person, "knop-mijn-afspraken", "mine"),),
                (button_off(desk, tx, timer.person),),
            )
        ),
        dedupe=cause.next_key(),
        clock=desk.clock,
    )
    return ()


def button_off(desk: Desk, tx: Tx, person: PersonId) -> Inline:
    """One tap, and it stops."""
    return _button(desk, tx, person, "knop-niet-meer-elke-week", "week-off")


def next_monday(now: datetime, zone: str) -> datetime:
    """The first Monday morning after this moment, as the clock on the wall there shows it."""
    there = now.astimezone(ZoneInfo(zone))
    day = there.date() + timedelta(days=(MONDAY - there.weekday()) % 7)
    local = datetime.combine(day, MORNING)
    return local if local > there.replace(tzinfo=None) else local + timedelta(days=7)


def _key(person: PersonId) -> str:
    return f"{PURPOSE}:{person}"


def _button(desk: Desk, tx: Tx, person: PersonId, key: str, kind: str) -> Inline:
    token = tokens.mint(tx, kind=kind, person=person, ttl=BUTTONS, clock=desk.clock)
    return Inline(line=ui(key), token=token)
