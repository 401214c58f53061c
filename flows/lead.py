"""Who may move a talk on: the starter, or anyone once the deadline has passed (docs/explanation/rules.md)."""

from flows.effects import Reason
from flows.line import Who
from flows.names import MemberId
from flows.run import Run
from flows.turn import Turn, refuse


def leads_or_refusal(run: Run, member: MemberId, open_to_all: bool) -> Turn | None:
    """None when this member may move on; else the kind refusal. Without a starter who is there, anyone may."""
    starter = run.starter
    if open_to_all or starter is None or starter == member or starter not in {p.member for p in run.present}:
        return None
    return refuse(run, member, Reason.NOT_YET_YOU, wie=Who(starter))
