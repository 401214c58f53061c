"""Asking an owner in private how it went, and what they make of it; the group hears only by the owner's tap."""

from collections.abc import Sequence
from datetime import timedelta

from bot import helping, noticing, suiting
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.desk import Desk, Follow
from bot.storage import agreements, people, timers, words
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell, tell_group
from flows import agreements as rules
from flows.agreements import Agreement, Kind, Obstacle, Result, State
from flows.checks.given import LATER
from flows.effects import Deed, Do
from flows.line import Count, Day, People, Quote, Value, Who, Word, ui
from flows.names import AgreementId, FlowId, MemberId, StepId
from flows.source import tip_key

CHECK_IN, LOOKING_BACK = FlowId("check-in"), FlowId("werkafspraak")
OBSTACLE = StepId("obstakel")


def report(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    """The owner said how it went, and what should come of it now."""
    agreement = agreements.load(tx, desk.vault, record.agreement) if record.agreement is not None else None
    if agreement is None or effect.by is None:
        return ()
    owner, kept, today = effect.by, record.run.kept, desk.at(tx, agreement.circle).date()
    match effect.deed:
        case Deed.RESULT:
            result = Result(kept[StepId("uitkomst")])
            obstacle = Obstacle(kept[OBSTACLE]) if result is Result.NOT_YET and OBSTACLE in kept else None
            changed = rules.report(agreement, owner, result, on=today, obstacle=obstacle)
            timers.clear_promise(tx, agreement.id, owner)
        case Deed.LET_GO:
            changed = rules.stop(agreement, owner, on=today)
            timers.clear_promise(tx, agreement.id, owner)
        case Deed.MOVE:
            day = record.run.about["dag"]
            assert isinstance(day, Day)
            changed = rules.move(agreement, owner, day.day, on=today)
            plan(desk, tx, changed, owner)
        case Deed.SNOOZE:
            until = today + timedelta(days=LATER[kept[StepId("later")]])
            changed = rules.snooze(agreement, owner, until, on=today)
            plan(desk, tx, changed, owner)
        case Deed.SMALLER:
            changed = _smaller(desk, tx, record, agreement, owner, cause)
        case Deed.ASK_HELP:
            changed = helping.ask(desk, tx, agreement, owner, cause)
        case _:
            changed = rules.tell(agreement, owner, on=today)
            result = Result(kept[StepId("uitkomst")])
            line = ui(f"groep-{result}", wie=Who(owner), wat=Quote((changed.part_of(owner),)))
            tell_group(desk, tx, agreement.circle, line, cause)
            noticing.plan(desk, tx, changed, owner)
    agreements.save(tx, desk.vault, changed)
    return ()


def plan(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId) -> None:
    """Set the moment at which the owner is asked how it went: the next one that suits them."""
    day = rules.asked_on(agreement, owner)
    if day is not None:
        timer = suiting.timer(desk, tx, agreement, owner, purpose="check-in", day=day)
        timers.put(tx, timer, dedupe=f"check-in:{agreement.id}:{owner}")


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
    if agreement.kind is Kind.ACTION:
        return begin(desk, tx, agreement, timer.member)
    known = about(agreement, timer.member)
    return begin_private(desk, tx, LOOKING_BACK, agreement.circle, timer.member, about=known, agreement=agreement.id)


def ask_late(desk: Desk, tx: Tx, id: AgreementId, owner: MemberId, step: StepId) -> Sequence[Follow]:
    """Ask how it went once more, because the owner speaks of it: only its first question, only while it stands."""
    agreement = agreements.load(tx, desk.vault, id)
    promise = agreement.promise(owner) if agreement is not None else None
    first = desk.library.flow(CHECK_IN).steps[0].id
    if agreement is None or promise is None or promise.over or agreement.state is not State.STANDING or step != first:
        return ()
    return begin(desk, tx, agreement, owner)


def about(agreement: Agreement, owner: MemberId) -> dict[str, Value]:
    """What a dialogue about this owner's part is told when it begins."""
    promise = agreement.promise(owner)
    assert promise is not None
    day = Day(promise.day)
    known: dict[str, Value | None] = {
        "wat": Quote((agreement.part_of(owner),)),
        "wie": People(agreement.owners),
        "wanneer": day,
        "terugkijken" if agreement.kind is Kind.WORKING else "klaar-op": day,
        "als": Quote((agreement.cue,)) if agreement.cue is not None else None,
        "plan-b": Quote((agreement.plan_b,)) if agreement.plan_b is not None else None,
        "helper": Who(agreement.helper) if agreement.helper is not None else None,
    }
    return {name: value for name, value in known.items() if value is not None}


def begin(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId) -> Sequence[Follow]:
    """Ask this owner how it went, with the tips for their role at hand. Nothing for who is not in the circle."""
    member = people.member(tx, owner)
    if member is None:
        return ()
    tips: dict[str, Value] = {f"tip-{obstacle}": Word(tip_key(obstacle, member.role)) for obstacle in Obstacle}
    asked: dict[str, Value] = {"hulp-gevraagd": Count(1)} if rules.seeks_help(agreement, owner) else {}
    known = {**about(agreement, owner), **tips, **asked}
    return begin_private(desk, tx, CHECK_IN, agreement.circle, owner, about=known, agreement=agreement.id)


def _smaller(desk: Desk, tx: Tx, record: RunRecord, agreement: Agreement, owner: MemberId, cause: Cause) -> Agreement:
    """The smaller step is open to the circle, and whoever agreed to the larger one reads it."""
    written = record.run.about["kleiner"]
    assert isinstance(written, Quote)
    changed = rules.make_smaller(agreement, owner, written.words[0], on=desk.at(tx, agreement.circle).date())
    if changed == agreement:
        words.erase(tx, written.words)
        return agreement
    words.open_to_circle(tx, desk.vault, written.words)
    if agreement.wish is not None and changed.wish is None:
        words.erase(tx, (agreement.wish.words,))
    here = {m.id for m in people.members(tx, agreement.circle)}
    for other in here.intersection(changed.concerned(owner)):
        tell(desk, tx, other, ui("kleiner-gemaakt", wie=Who(owner), wat=written), record.run.id, cause)
    return changed
