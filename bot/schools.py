"""What kind of school a circle is around: asked in the group, and any member may choose."""

from collections.abc import Sequence

from bot.beginnings import begin_in_group
from bot.desk import Desk, Follow
from bot.storage import circles
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows.names import CircleId, FlowId, MemberId, StepId
from flows.schools import School

ASK = FlowId("school")


def ask(desk: Desk, tx: Tx, circle: CircleId, by: MemberId) -> Sequence[Follow]:
    """What kind of school is it? The group chooses, for all to see."""
    return begin_in_group(desk, tx, ASK, circle, by)


def choose(tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """The group chose: from here on it reads the words of that kind of school."""
    assert record.circle is not None
    circles.set_school(tx, record.circle, School(record.run.kept[StepId("soort")]))
    return ()
