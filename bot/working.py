"""How people treat each other from now on: shown when a talk begins, looked back on when it ends and on its day."""

from collections.abc import Sequence

from bot import changes, check_ins
from bot.beginnings import begin_private
from bot.changes import Wanted
from bot.desk import Desk, Follow
from bot.storage import agreements, people, runs
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows import agreements as rules
from flows.agreements import Agreement
from flows.line import Line, Quote, ui
from flows.names import CircleId, FlowId, MemberId, OptionId, StepId

ALL, ONE = FlowId("terugkijken"), FlowId("werkafspraak")
KEEP, CHANGE = OptionId("houden"), OptionId("aanpassen")


def lines(desk: Desk, tx: Tx, circle: CircleId) -> tuple[Line, ...]:
    """Before a talk: this is how we do it. Nothing when nothing was agreed."""
    standing = _standing(desk, tx, circle)
    return (ui("zo-doen-we-het", wat=Quote(tuple(a.what for a in standing))),) if standing else ()


def look_back(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """After a talk: does it still fit? Each in private, about what they said akkoord to; most are done in one tap.

    Who came with only their own card is asked nothing more; about these they are asked on their day.
    """
    assert record.circle is not None
    asked: list[Follow] = []
    for participant in record.run.present:
        mine = () if participant.partly else _of(desk, tx, record.circle, participant.member)
        if mine:
            about = {"lijst": Quote(tuple(a.what for a in mine))}
            asked += begin_private(desk, tx, ALL, record.circle, participant.member, about=about)
    return asked


def looked_back_on_all(desk: Desk, tx: Tx, record: RunRecord, by: MemberId) -> Sequence[Follow]:
    """It all still fits; or they look at each of them by itself."""
    assert record.circle is not None
    mine = _of(desk, tx, record.circle, by)
    if record.run.kept[StepId("past-het")] != KEEP:
        return tuple(follow for one in mine for follow in ask_one(desk, tx, one, by))
    for one in mine:
        agreements.save(tx, desk.vault, rules.keep(one, by, on=desk.at(tx, one.circle).date()))
    return ()


def ask_one(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId) -> Sequence[Follow]:
    """Houden, aanpassen of weg: about this one, unless that is asked already."""
    member = people.member(tx, owner)
    if member is None or not agreement.open_for(owner):
        return ()
    open = (runs.load(tx, desk.vault, run) for run in runs.open_of(tx, member.person, flow=ONE))
    if any(record is not None and record.agreement == agreement.id for record in open):
        return ()
    about = check_ins.about(agreement, owner)
    return begin_private(desk, tx, ONE, agreement.circle, owner, about=about, agreement=agreement.id)


def looked_back(desk: Desk, tx: Tx, record: RunRecord, by: MemberId) -> Sequence[Follow]:
    """Kept; or changed or left, which goes the way of every change: with the akkoord of whom it concerns."""
    agreement = agreements.load(tx, desk.vault, record.agreement) if record.agreement is not None else None
    if agreement is None:
        return ()
    choice = record.run.kept[StepId("hoe-nu")]
    if choice == KEEP:
        agreements.save(tx, desk.vault, rules.keep(agreement, by, on=desk.at(tx, agreement.circle).date()))
        return ()
    wanted = Wanted.CHANGE if choice == CHANGE else Wanted.DROP
    return changes.begin_change(desk, tx, agreement, by, wanted)


def _standing(desk: Desk, tx: Tx, circle: CircleId) -> tuple[Agreement, ...]:
    return rules.working_agreements(tuple(agreements.of(tx, desk.vault, circle)))


def _of(desk: Desk, tx: Tx, circle: CircleId, member: MemberId) -> tuple[Agreement, ...]:
    return tuple(a for a in _standing(desk, tx, circle) if a.open_for(member))
