"""How far a pupil takes part in a talk: they and their parents say so, and the more careful choice holds."""

from collections.abc import Sequence

from bot import halfway
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.desk import Desk, Follow, Happening
from bot.storage import people, runs
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell
from flows.events import Left, OwnCardOnly, Stopped
from flows.line import People, ui
from flows.names import CircleId, FlowId, MemberId, OptionId, Role, StepId
from flows.run import Participant

PUPIL_SAYS, PARENT_SAYS = FlowId("leerling-doet-mee"), FlowId("leerling-mee")
NOT_NOW = OptionId("niet")


def ask(desk: Desk, tx: Tx, circle: CircleId, among: Sequence[Participant]) -> Sequence[Follow]:
    """Before the first question of a talk: each pupil, and each parent of a circle with a pupil."""
    pupils = tuple(p.member for p in among if p.role is Role.PUPIL)
    if not pupils:
        return ()
    asked = [follow for one in pupils for follow in begin_private(desk, tx, PUPIL_SAYS, circle, one)]
    for parent in (p.member for p in among if p.role is Role.PARENT):
        asked += begin_private(desk, tx, PARENT_SAYS, circle, parent, about={"leerling": People(pupils)})
    return asked


def take_part(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """One of them wants less than the whole talk: for this talk the pupil is asked for that much and no more."""
    assert record.circle is not None
    talk = runs.talk_after(tx, record.circle, record.run.id)
    if talk is None:
        return ()
    at, choice = desk.at(tx, record.circle), record.run.kept[StepId("hoe-ver")]
    running = runs.load(tx, desk.vault, talk)
    assert running is not None
    chosen: list[Follow] = []
    for pupil in _whom(tx, record):
        own = running.run.participant(pupil)
        if own is not None and record.run.flow == PARENT_SAYS and (choice == NOT_NOW or not own.partly):
            tell(desk, tx, pupil, ui("leerling-nu-niet" if choice == NOT_NOW else "leerling-stukje"), None, cause)
        event = Left(at=at, by=pupil) if choice == NOT_NOW else OwnCardOnly(at=at, by=pupil)
        chosen += (Happening(talk, event), *_no_longer_asked(desk, tx, record, pupil, choice))
    return chosen


def _no_longer_asked(desk: Desk, tx: Tx, record: RunRecord, pupil: MemberId, choice: OptionId) -> Sequence[Follow]:
    """What is still open beside the talk itself: how it is half-way and, when it is not now, how far they take part."""
    member, beside = people.member(tx, pupil), (halfway.FLOW, *((PUPIL_SAYS,) if choice == NOT_NOW else ()))
    assert member is not None
    return [
        Happening(run, Stopped(at=desk.at(tx, member.circle), by=pupil))
        for flow in beside
        for run in runs.open_of(tx, member.person, flow=flow, circle=member.circle)
        if run != record.run.id
    ]


def _whom(tx: Tx, record: RunRecord) -> tuple[MemberId, ...]:
    """The pupil who chose, or those a parent chose for who are still there."""
    named = record.run.about.get("leerling")
    if not isinstance(named, People):
        return tuple(p.member for p in record.run.participants)
    assert record.circle is not None
    return tuple(m.id for m in people.members(tx, record.circle) if m.id in named.members)
