"""Half-way a talk over some days, pupil and parents are asked in private how it is; nobody else ever reads it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.beginnings import begin_private
from bot.desk import Desk, Follow
from bot.storage import runs
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows.names import FlowId, Pace, Role

FLOW = FlowId("hoe-gaat-het")


def ask(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """Who depends on the others is asked; who sit together now can see it."""
    assert record.circle is not None
    if record.run.pace is Pace.NOW:
        return ()
    asked: list[Follow] = []
    for participant in record.run.present:
        if participant.role in (Role.PUPIL, Role.PARENT) and not participant.partly:
            asked += begin_private(desk, tx, FLOW, record.circle, participant.member, parent=record.run.id)
    return asked


def finished(desk: Desk, tx: Tx, record: RunRecord) -> None:
    """The answer led to help, if any was wanted, and has no other use: it is forgotten at once."""
    if record.run.flow == FLOW:
        bare = replace(record, run=replace(record.run, kept={}))
        runs.save(tx, desk.vault, bare, seen=record.run.version, at=desk.seconds())
