"""How much one person has in hand: at most three open actions, over all their circles (docs/explanation/rules.md)."""

from collections.abc import Sequence
from datetime import date

from bot import check_ins
from bot.beginnings import begin_private
from bot.desk import Desk, Follow
from bot.storage import agreements, people
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows import agreements as rules
from flows.agreements import MOST_OPEN, Agreement, Kind, State
from flows.line import Quote
from flows.names import FlowId, MemberId, PersonId

AKKOORD, FULL = FlowId("akkoord"), FlowId("drie-open")


def full(desk: Desk, tx: Tx, person: PersonId) -> bool:
    """Whether one action more would be too much for them now."""
    return len(_open_actions(desk, tx, person)) >= MOST_OPEN


def no_room_for(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId) -> bool:
    """Whether this akkoord has to wait until the owner finished or dropped something. A way of doing always fits."""
    member = people.member(tx, owner)
    return agreement.kind is Kind.ACTION and member is not None and full(desk, tx, member.person)


def wait(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId) -> Sequence[Follow]:
    """Their akkoord stays open, and they say what they make of it: finish something, let it wait, or rather not."""
    agreements.save(tx, desk.vault, rules.wait(agreement, owner))
    about = {"wat": Quote((agreement.what,))}
    return begin_private(desk, tx, FULL, agreement.circle, owner, about=about, agreement=agreement.id)


def make_room(desk: Desk, tx: Tx, by: MemberId) -> Sequence[Follow]:
    """Ask how it went with what should have been ready first."""
    member = people.member(tx, by)
    mine = _open_actions(desk, tx, member.person) if member is not None else []
    if not mine:
        return ()
    owner, oldest = min(mine, key=lambda one: (_day(*one), one[1].id))
    return check_ins.begin(desk, tx, oldest, owner)


def room_again(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """A dialogue about an agreement is over: when there is room now, what waited for it is asked again."""
    if record.agreement is None or record.person is None or record.run.flow in (AKKOORD, FULL):
        return ()
    if full(desk, tx, record.person):
        return ()
    for member in people.circles_of(tx, record.person):
        for agreement in agreements.of(tx, desk.vault, member.circle):
            promise = agreement.promise(member.id)
            if promise is not None and promise.waits and agreement.state is State.PROPOSED:
                agreements.save(tx, desk.vault, rules.wait(agreement, member.id, waits=False))
                about = check_ins.about(agreement, member.id)
                return begin_private(desk, tx, AKKOORD, member.circle, member.id, about=about, agreement=agreement.id)
    return ()


def _open_actions(desk: Desk, tx: Tx, person: PersonId) -> list[tuple[MemberId, Agreement]]:
    return [
        (member.id, agreement)
        for member in people.circles_of(tx, person)
        for agreement in rules.open_actions(tuple(agreements.of(tx, desk.vault, member.circle)), member.id)
    ]


def _day(owner: MemberId, agreement: Agreement) -> date:
    promise = agreement.promise(owner)
    assert promise is not None
    return promise.day
