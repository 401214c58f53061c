"""Beginning a dialogue with one member."""

from collections.abc import Mapping, Sequence

from bot.desk import Beginning, Desk, Follow, Happening
from bot.storage import people, runs
from bot.storage.database import Tx
from flows.events import Stopped
from flows.line import People, Value
from flows.names import AgreementId, CircleId, FlowId, MeetingId, MemberId, RunId
from flows.run import Participant


def begin_in_group(
    desk: Desk, tx: Tx, flow: FlowId, circle: CircleId, by: MemberId, *, about: Mapping[str, Value] | None = None
) -> Sequence[Follow]:
    """A short exchange in the group. What was under way of the same flow there is stopped first."""
    at = desk.at(tx, circle)
    return (
        *(Happening(run, Stopped(at=at)) for run in runs.open_in(tx, circle, flow=flow)),
        Beginning(
            flow=flow,
            circle=circle,
            participants=people.taking_part(tx, circle),
            starter=by,
            about=about or {},
        ),
    )


def begin_private(
    desk: Desk,
    tx: Tx,
    flow: FlowId,
    circle: CircleId,
    by: MemberId,
    *,
    parent: RunId | None = None,
    about: Mapping[str, Value] | None = None,
    agreement: AgreementId | None = None,
    meeting: MeetingId | None = None,
) -> Sequence[Follow]:
    """A flow with one active member. What they had under way of the same flow in this circle is stopped first."""
    member = people.member(tx, by)
    if member is None or member.state is not people.MemberState.ACTIVE:
        return ()
    everyone = People(tuple(m.id for m in people.members(tx, circle)))
    older = [] if agreement else runs.open_of(tx, member.person, flow=flow, circle=circle)
    return (
        *(Happening(run, Stopped(at=desk.at(tx, circle), by=by)) for run in older),
        Beginning(
            flow=flow,
            circle=circle,
            participants=(Participant(member=by, role=member.role),),
            starter=by,
            about={"leden": everyone, **(about or {})},
            agreement=agreement,
            parent=parent,
            person=member.person,
            meeting=meeting,
        ),
    )
