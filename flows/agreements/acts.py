"""What may become of an agreement, and by whom: each rules only over their own part, and the story tells it."""

from dataclasses import replace
from datetime import date

from flows.agreements.model import Agreement, Akkoord, Kind, Promise, State
from flows.agreements.story import Change, Did, Obstacle, Result
from flows.names import AgreementId, CircleId, MemberId, WordsId

MOST_OPEN = 3
"""Open actions per person; a fourth asks to finish or drop one first (docs/explanation/rules.md)."""


def propose(id: AgreementId, *, circle: CircleId, by: MemberId, what: WordsId, owners: tuple[MemberId, ...],
            day: date, on: date, kind: Kind = Kind.ACTION, cue: WordsId | None = None,
            plan_b: WordsId | None = None) -> Agreement:  # fmt: skip
    """A proposal: nobody is bound yet, also not the one who proposes. `on`: today, in the circle."""
    promises = tuple(Promise(owner=owner, day=day) for owner in owners)
    proposed = Agreement(id=id, circle=circle, by=by, what=what, promises=promises, kind=kind, cue=cue, plan_b=plan_b)
    return tell_story(proposed, Change(on=on, by=by, did=Did.PROPOSED, day=day))


def accept(agreement: Agreement, owner: MemberId, day: date | None = None, *, on: date) -> Agreement:
    """The owner's own akkoord, on this day when another suits better. Once given it is not given twice."""
    if not _open(agreement, owner):
        return agreement
    accepted = _with(agreement, owner, akkoord=Akkoord.YES, day=day)
    return tell_story(accepted, Change(on=on, by=owner, did=Did.AGREED, day=day))


def decline(agreement: Agreement, owner: MemberId, *, on: date) -> Agreement:
    """The owner would rather not; the proposal does not stand. Who it was, only they see."""
    if not _open(agreement, owner):
        return agreement
    declined = _with(agreement, owner, akkoord=Akkoord.NO)
    return tell_story(declined, Change(on=on, by=owner, did=Did.DECLINED, mine=True))


def may_withdraw(agreement: Agreement, by: MemberId) -> bool:
    """Whether this is who proposed it, and nobody else said yes to it yet."""
    said_yes = (p for p in agreement.promises if p.akkoord is Akkoord.YES or p.waits)
    return agreement.state is State.PROPOSED and agreement.by == by and all(p.owner == by for p in said_yes)


def withdraw(agreement: Agreement, by: MemberId, *, on: date) -> Agreement:
    """Who proposed it does not, after all."""
    if not may_withdraw(agreement, by):
        return agreement
    return tell_story(replace(agreement, withdrawn=True), Change(on=on, by=by, did=Did.WITHDRAWN))


def report(
    agreement: Agreement, owner: MemberId, result: Result, *, on: date, obstacle: Obstacle | None = None
) -> Agreement:
    """What came of it. A later word replaces an earlier one until it is final. Only the owner sees it, until told."""
    if not _bound(agreement, owner):
        return agreement
    change = Change(on=on, by=owner, did=Did.REPORTED, mine=True, result=result, obstacle=obstacle)
    return tell_story(_with(agreement, owner, result=result), change)


def move(agreement: Agreement, owner: MemberId, day: date, *, on: date) -> Agreement:
    """Another day for this owner's part; what was done in part goes on."""
    promise = agreement.promise(owner)
    if promise is None or not (_bound(agreement, owner) or _partly(promise)):
        return agreement
    result = Result.NOT_YET if promise.result is Result.PARTLY else promise.result
    moved = _with(agreement, owner, day=day, result=result, told=False)
    return tell_story(moved, Change(on=on, by=owner, did=Did.MOVED, mine=True, day=day))


def tell(agreement: Agreement, owner: MemberId, *, on: date) -> Agreement:
    """The owner lets the group know what came of it."""
    promise = agreement.promise(owner)
    if promise is None or promise.result is None or promise.told:
        return agreement
    told = _with(agreement, owner, told=True)
    return tell_story(told, Change(on=on, by=owner, did=Did.TOLD, result=promise.result))


def stop(agreement: Agreement, owner: MemberId, *, on: date) -> Agreement:
    """The owner stops with it, or left the circle."""
    promise = agreement.promise(owner)
    if promise is None or promise.over:
        return agreement
    return tell_story(_with(agreement, owner, stopped=True), Change(on=on, by=owner, did=Did.STOPPED, mine=True))


def tell_story(agreement: Agreement, change: Change) -> Agreement:
    """The agreement with one line more in its story."""
    return replace(agreement, story=(*agreement.story, change))


def open_actions(agreements: tuple[Agreement, ...], owner: MemberId) -> tuple[Agreement, ...]:
    """The actions this member said akkoord to and still has to do."""
    return tuple(a for a in agreements if a.kind is Kind.ACTION and a.open_for(owner))


def working_agreements(agreements: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
    """How the circle treats each other: the working agreements that stand, the oldest first."""
    return tuple(a for a in agreements if a.kind is Kind.WORKING and a.state is State.STANDING)


def _open(agreement: Agreement, owner: MemberId) -> bool:
    promise = agreement.promise(owner)
    return promise is not None and promise.akkoord is Akkoord.OPEN and not promise.stopped


def _partly(promise: Promise) -> bool:
    return promise.result is Result.PARTLY and not promise.stopped


def _bound(agreement: Agreement, owner: MemberId) -> bool:
    promise = agreement.promise(owner)
    return promise is not None and promise.akkoord is Akkoord.YES and not promise.over


def _with(
    agreement: Agreement,
    owner: MemberId,
    *,
    akkoord: Akkoord | None = None,
    day: date | None = None,
    result: Result | None = None,
    told: bool | None = None,
    stopped: bool | None = None,
) -> Agreement:
    def changed(p: Promise) -> Promise:
        return replace(
            p,
            akkoord=p.akkoord if akkoord is None else akkoord,
            day=p.day if day is None else day,
            result=p.result if result is None else result,
            told=p.told if told is None else told,
            stopped=p.stopped if stopped is None else stopped,
        )

    promises = tuple(changed(p) if p.owner == owner else p for p in agreement.promises)
    return replace(agreement, promises=promises)
