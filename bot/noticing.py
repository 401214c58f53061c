"""Asking the others whether they noticed what somebody did, and letting the owner know only what they allow."""

from collections.abc import Sequence
from datetime import timedelta

from bot import suiting
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.desk import Desk, Follow
from bot.storage import agreements, people, timers
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell
from flows import agreements as rules
from flows.agreements import Agreement, Noticed
from flows.checks.given import WITH_NAME
from flows.effects import Do
from flows.line import Count, People, Quote, Value, Who, Word, ui
from flows.names import FlowId, MemberId, StepId, TextKey

NOTICED = FlowId("gemerkt")


def plan(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId) -> None:
    """The group knows what came of it: the others are asked on the next suitable afternoon, not at once."""
    tomorrow = desk.at(tx, agreement.circle).date() + timedelta(days=1)
    timer = suiting.timer(desk, tx, agreement, owner, purpose="gemerkt", day=tomorrow)
    timers.put(tx, timer, dedupe=f"gemerkt:{agreement.id}:{owner}")


def ask(desk: Desk, tx: Tx, timer: timers.Timer, _: Cause) -> Sequence[Follow]:
    """Ask each of the others one private question, unless the owner took it up again meanwhile."""
    agreement = agreements.load(tx, desk.vault, timer.agreement) if timer.agreement is not None else None
    promise = agreement.promise(timer.member) if agreement is not None and timer.member is not None else None
    if agreement is None or promise is None or not promise.told:
        return ()
    others = _others(tx, agreement, promise.owner)
    about: dict[str, Value] = {"wat": Quote((agreement.part_of(promise.owner),)), "wie": People((promise.owner,))}
    if len(others) > 1:  # of two people each would know who said it
        about["anderen"] = Count(len(others))
    asked: list[Follow] = []
    for other in others:
        asked += begin_private(desk, tx, NOTICED, agreement.circle, other, about=about, agreement=agreement.id)
    return asked


def pass_on(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    """Somebody lets the owner know what they noticed, with their name or without."""
    agreement = agreements.load(tx, desk.vault, record.agreement) if record.agreement is not None else None
    whose, kept = record.run.about["wie"], record.run.kept
    assert isinstance(whose, People)
    owner = people.member(tx, whose.members[0])
    if agreement is None or owner is None or owner.state is not people.MemberState.ACTIVE:
        return ()
    noticed = Noticed(kept[StepId("gemerkt")])
    helped = Noticed(kept[StepId("hielp")]) if StepId("hielp") in kept else None
    by = effect.by if kept[StepId("delen")] == WITH_NAME else None
    today = desk.at(tx, agreement.circle).date()
    agreements.save(tx, desk.vault, rules.notice(agreement, owner.id, noticed, helped, by=by, on=today))
    line = ui(
        f"gemerkt-{noticed}",
        wie=Who(by) if by is not None else Word(TextKey("ui/iemand-uit-de-groep")),
        wat=Quote((agreement.part_of(owner.id),)),
        hielp=Word(TextKey(f"ui/hielp-{helped or Noticed.UNKNOWN}")),
    )
    tell(desk, tx, owner.id, line, record.run.id, cause)
    return ()


def _others(tx: Tx, agreement: Agreement, owner: MemberId) -> tuple[MemberId, ...]:
    """Whom it concerns; everybody else in the circle when the owner proposed it and does it alone."""
    here = tuple(m.id for m in people.members(tx, agreement.circle) if m.id != owner)
    return tuple(member for member in agreement.concerned(owner) if member in here) or here
