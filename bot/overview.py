"""The short lists behind /afspraken, in the group and in private."""

from bot.desk import Desk
from bot.storage import agreements
from bot.storage.database import Tx
from bot.storage.people import Member
from flows.agreements import Agreement, State
from flows.line import Day, Line, People, Quote, ui
from flows.names import CircleId, MemberId

MOST_LINES = 15
"""Longer lists are read by nobody on a phone; the newest matter most."""


def of_circle(desk: Desk, tx: Tx, circle: CircleId) -> tuple[Line, ...]:
    """What stands and what waits for akkoord."""
    lines = [_line(a) for a in agreements.of(tx, desk.vault, circle) if _alive(a)]
    return (ui("afspraken-kop"), *lines[-MOST_LINES:]) if lines else (ui("afspraken-geen"),)


def of_member(desk: Desk, tx: Tx, member: Member) -> tuple[Line, ...]:
    """Mine first, then what others in this circle do; nothing when there is nothing."""
    living = [a for a in agreements.of(tx, desk.vault, member.circle) if _alive(a)]
    mine = [_line(a) for a in living if _alive(a, member.id)]
    others = [_line(a) for a in living if not _alive(a, member.id)]
    head = (ui("afspraken-van-jou"), *mine[-MOST_LINES:]) if mine else ()
    rest = (ui("afspraken-van-anderen"), *others[-MOST_LINES:]) if others else ()
    return (*head, *rest)


def _alive(agreement: Agreement, owner: MemberId | None = None) -> bool:
    if agreement.state not in (State.PROPOSED, State.STANDING):
        return False
    if owner is None:
        return True
    promise = agreement.promise(owner)
    return promise is not None and not promise.over


def _line(agreement: Agreement) -> Line:
    key = "afspraak-regel" if agreement.state is State.STANDING else "afspraak-regel-voorstel"
    first = next((p for p in agreement.promises if not p.over), agreement.promises[0])
    return ui(key, wat=Quote((agreement.what,)), wie=People(agreement.owners), wanneer=Day(first.day))
