"""A team circle: professionals, students in training and guests with experience of their own, with no child there."""

from collections.abc import Sequence

from bot.acts import Cause
from bot.beginnings import begin_in_group
from bot.desk import Desk, Follow
from bot.storage import circles, people
from bot.storage.circles import CircleKind
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell_group
from flows.line import ui
from flows.names import CircleId, FlowId, MemberId, Role, StepId
from flows.topics import HOME

ASK = FlowId("team")


def is_team(tx: Tx, circle: CircleId) -> bool:
    """Whether this circle has no child."""
    found = people.circle(tx, circle)
    return found is not None and found.kind is CircleKind.TEAM


def can_be_team(tx: Tx, circle: CircleId) -> bool:
    """Whether nobody takes part who would be talked about: no pupil, no parent."""
    return all(member.role not in HOME for member in people.members(tx, circle))


def joined(tx: Tx, circle: CircleId, role: Role) -> None:
    """Somebody was joining as a pupil or parent while the group became a team: with them it is none."""
    if role in HOME:
        circles.set_kind(tx, circle, CircleKind.CHILD)


def ask(desk: Desk, tx: Tx, circle: CircleId, by: MemberId) -> Sequence[Follow]:
    """Is this a team? The group chooses, for all to see."""
    return begin_in_group(desk, tx, ASK, circle, by)


def become(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """The group chose; a parent or pupil who joined meanwhile keeps it a circle around a child."""
    assert record.circle is not None
    kind = CircleKind(record.run.kept[StepId("soort")])
    if kind is CircleKind.TEAM and not can_be_team(tx, record.circle):
        tell_group(desk, tx, record.circle, ui("team-kan-niet"), cause)
        return ()
    circles.set_kind(tx, record.circle, kind)
    return ()
