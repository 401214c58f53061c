"""The moment that suits somebody to be asked after a day: their part of the day, on a day that is theirs and open."""

from datetime import date, datetime

from bot.days import days_of
from bot.desk import Desk
from bot.storage import people, wishes
from bot.storage.database import Tx
from bot.storage.timers import Timer
from flows import manners
from flows.agreements import Agreement
from flows.names import CircleId, MemberId


def moment(desk: Desk, tx: Tx, circle: CircleId, day: date, member: MemberId) -> datetime:
    """In UTC: the first suitable moment on or after the day that is still to come; the gate has the last word."""
    days, now = days_of(tx, circle, desk.clock), desk.clock.now()
    found = people.member(tx, member)
    person = people.person(tx, found.person) if found is not None else None
    if found is None or person is None:
        return manners.check_in_moment(day, days, now=now)
    chosen = wishes.manners_of(person)
    reader = manners.Reader.of(chosen, role=found.role, zone=person.zone)
    return manners.check_in_moment(day, days, now=now, reader=reader, clock=chosen.moment.clock)


def timer(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId, *, purpose: str, day: date) -> Timer:
    """What wakes the calendar for this owner's part at that moment, with the wall time it was meant for."""
    due = moment(desk, tx, agreement.circle, day, owner)
    local = due.astimezone(desk.zone(tx, agreement.circle))
    return Timer(
        purpose=purpose,
        due_at=due.timestamp(),
        agreement=agreement.id,
        member=owner,
        local=local.strftime("%Y-%m-%dT%H:%M"),
        zone=str(local.tzinfo),
    )
