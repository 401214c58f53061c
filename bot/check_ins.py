"""Asking an owner in private how it went, and what they make of it; the group hears only by the owner's tap."""

from collections.abc import Sequence

from bot import suiting
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.desk import Desk, Follow
from bot.storage import agreements, timers
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell_group
from flows import agreements as rules
from flows.agreements import Agreement, Kind, Result, State
from flows.effects import Deed, Do
from flows.line import Day, People, Quote, Value, Who, ui
from flows.names import AgreementId, FlowId, MemberId, OptionId, StepId

CHECK_IN = FlowId("check-in")


def report(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    """The owner said how it went, took another day, or lets the group know."""
    agreement = agreements.load(tx, desk.vault, record.agreement) if record.agreement is not None else None
    if agreement is None or effect.by is None:
        return ()
    owner, kept, today = effect.by, record.run.kept, desk.at(tx, agreement.circle).date()
    match effect.deed:
        case Deed.RESULT:
            stops = kept.get(StepId("nog-niet")) == OptionId("stoppen")
            result = Result(kept[StepId("uitkomst")])
            changed = rules.report(agreement, owner, result, on=today)
            changed = rules.stop(changed, owner, on=today) if stops else changed
            timers.clear_promise(tx, agreement.id, owner)
        case Deed.MOVE:
            day = record.run.about["dag"]
            assert isinstance(day, Day)
            changed = rules.move(agreement, owner, day.day, on=today)
        case _:
            changed = rules.tell(agreement, owner, on=today)
            result = Result(kept[StepId("uitkomst")])
            line = ui(f"groep-{result}", wie=Who(owner), wat=Quote((agreement.what,)))
            tell_group(desk, tx, agreement.circle, line, cause)
    agreements.save(tx, desk.vault, changed)
    if effect.deed is Deed.MOVE:
        plan(desk, tx, changed, owner)
    return ()


def plan(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId) -> None:
    """Set the moment at which the owner is asked how it went: the next one that suits them."""
    promise = agreement.promise(owner)
    if promise is None or promise.over:
        return
    moment = suiting.moment(desk, tx, agreement.circle, promise.day, owner)
    local = moment.astimezone(desk.zone(tx, agreement.circle))
    timers.put(
        tx,
        timers.Timer(
            purpose="check-in",
            due_at=moment.timestamp(),
            agreement=agreement.id,
            member=owner,
            local=local.strftime("%Y-%m-%dT%H:%M"),
            zone=str(local.tzinfo),
        ),
        dedupe=f"check-in:{agreement.id}:{owner}",
    )


def plan_again(desk: Desk, tx: Tx, owner: MemberId) -> None:
    """The owner chose other hours or days: what is still to be asked moves along."""
    for timer in timers.of_member(tx, owner, "check-in"):
        agreement = agreements.load(tx, desk.vault, timer.agreement) if timer.agreement is not None else None
        if agreement is not None:
            plan(desk, tx, agreement, owner)


def ask(desk: Desk, tx: Tx, timer: timers.Timer, cause: Cause) -> Sequence[Follow]:
    """The day has come: ask the owner in private, unless there is nothing left to ask."""
    agreement = agreements.load(tx, desk.vault, timer.agreement) if timer.agreement is not None else None
    if agreement is None or timer.member is None:
        return ()
    promise = agreement.promise(timer.member)
    if promise is None or promise.over or agreement.state is not State.STANDING:
        return ()
    known = about(agreement, timer.member)
    return begin_private(desk, tx, CHECK_IN, agreement.circle, timer.member, about=known, agreement=agreement.id)


def ask_late(desk: Desk, tx: Tx, id: AgreementId, owner: MemberId, step: StepId) -> Sequence[Follow]:
    """Ask how it went once more, because the owner speaks of it: only its first question, only while it stands."""
    agreement = agreements.load(tx, desk.vault, id)
    promise = agreement.promise(owner) if agreement is not None else None
    first = desk.library.flow(CHECK_IN).steps[0].id
    if agreement is None or promise is None or promise.over or agreement.state is not State.STANDING or step != first:
        return ()
    known = about(agreement, owner)
    return begin_private(desk, tx, CHECK_IN, agreement.circle, owner, about=known, agreement=agreement.id)


def about(agreement: Agreement, owner: MemberId) -> dict[str, Value]:
    """What a dialogue about this owner's part is told when it begins."""
    promise = agreement.promise(owner)
    assert promise is not None
    day = Day(promise.day)
    known: dict[str, Value | None] = {
        "wat": Quote((agreement.what,)),
        "wie": People(agreement.owners),
        "wanneer": day,
        "terugkijken" if agreement.kind is Kind.WORKING else "klaar-op": day,
        "als": Quote((agreement.cue,)) if agreement.cue is not None else None,
        "plan-b": Quote((agreement.plan_b,)) if agreement.plan_b is not None else None,
        "helper": Who(agreement.helper) if agreement.helper is not None else None,
    }
    return {name: value for name, value in known.items() if value is not None}
