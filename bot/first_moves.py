"""The first move is for school and care: asked once more in private when a talk ends without a step of theirs."""

from collections.abc import Sequence

from bot.beginnings import begin_private
from bot.desk import Desk, Follow
from bot.storage import agreements, people
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows import agreements as rules
from flows.line import People
from flows.names import FlowId, MemberId
from flows.steps.agree import WILLING

OFFER, MAKING = FlowId("stap-zetten"), FlowId("afspraak")


def offer(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """Each professional who did not say 'nu niet' in this talk gets one question that may be skipped."""
    assert record.circle is not None
    made = [a for a in agreements.of(tx, desk.vault, record.circle) if agreements.talk_of(tx, a.id) == record.run.id]
    roles = {m.id: m.role for m in people.members(tx, record.circle)}
    willing = record.run.about.get(WILLING)
    if not isinstance(willing, People) or not rules.without_professionals(made, roles):
        return ()
    asked: list[Follow] = []
    for member in willing.members:
        asked += begin_private(desk, tx, OFFER, record.circle, member, parent=record.run.id)
    return asked


def take(desk: Desk, tx: Tx, record: RunRecord, by: MemberId) -> Sequence[Follow]:
    """They want to: what, and when; who does it is clear."""
    assert record.circle is not None
    own = {"wie": People((by,))}
    return begin_private(desk, tx, MAKING, record.circle, by, parent=record.parent, about=own)
