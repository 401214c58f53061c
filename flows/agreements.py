"""An agreement: who does what, when; it stands only when every owner has said akkoord themself."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from flows.names import AgreementId, CircleId, MemberId, WordsId


class Akkoord(StrEnum):
    """What an owner said to the proposal."""

    OPEN = "open"
    YES = "ja"
    NO = "nee"


class Result(StrEnum):
    """What came of a promise, in the owner's own word (docs/explanation/rules.md)."""

    DONE = "gelukt"
    PARTLY = "deels"
    NOT_YET = "nog-niet"
    NOT_NEEDED = "niet-meer-nodig"


FINAL: frozenset[Result] = frozenset({Result.DONE, Result.PARTLY, Result.NOT_NEEDED})


class State(StrEnum):
    """Where the agreement as a whole is."""

    PROPOSED = "voorstel"
    STANDING = "akkoord"
    FINISHED = "klaar"
    DROPPED = "vervallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One owner's part: their akkoord, their day, their result. `told`: the group may know the result."""

    owner: MemberId
    day: date
    akkoord: Akkoord = Akkoord.OPEN
    result: Result | None = None
    told: bool = False
    stopped: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more is asked about it."""
        return self.stopped or self.akkoord is Akkoord.NO or self.result in FINAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A proposal or agreement of a circle. `what` refers to the sealed words."""

    id: AgreementId
    circle: CircleId
    by: MemberId
    what: WordsId
    promises: tuple[Promise, ...]

    @property
    def owners(self) -> tuple[MemberId, ...]:
        """Who does it; not who stopped or left."""
        return tuple(p.owner for p in self.promises if not p.stopped)

    @property
    def state(self) -> State:
        """Derived, so that it can't contradict the promises."""
        live = [p for p in self.promises if not p.stopped]
        if not live:
            return State.DROPPED
        if any(p.akkoord is Akkoord.NO for p in self.promises):
            return State.DROPPED  # what one owner does not want does not stand, whatever the others still say
        if any(p.akkoord is Akkoord.OPEN for p in live):
            return State.PROPOSED
        if all(p.over for p in live):
            return State.FINISHED
        return State.STANDING

    def promise(self, owner: MemberId) -> Promise | None:
        """This member's part, or None."""
        return next((p for p in self.promises if p.owner == owner), None)


def propose(id: AgreementId, *, circle: CircleId, by: MemberId, what: WordsId, owners: tuple[MemberId, ...],
            day: date) -> Agreement:  # fmt: skip
    """A proposal: nobody is bound yet, also not the one who proposes."""
    promises = tuple(Promise(owner=owner, day=day) for owner in owners)
    return Agreement(id=id, circle=circle, by=by, what=what, promises=promises)


def accept(agreement: Agreement, owner: MemberId, day: date | None = None) -> Agreement:
    """The owner's own akkoord, on this day when another suits better. Once given it is not given twice."""
    return _with(agreement, owner, akkoord=Akkoord.YES, day=day) if _open(agreement, owner) else agreement


def decline(agreement: Agreement, owner: MemberId) -> Agreement:
    """The owner would rather not; the proposal does not stand."""
    return _with(agreement, owner, akkoord=Akkoord.NO) if _open(agreement, owner) else agreement


def report(agreement: Agreement, owner: MemberId, result: Result) -> Agreement:
    """What came of it. A later word replaces an earlier one until it is final."""
    return _with(agreement, owner, result=result) if _bound(agreement, owner) else agreement


def move(agreement: Agreement, owner: MemberId, day: date) -> Agreement:
    """Another day for this owner's part; what was done in part goes on."""
    promise = agreement.promise(owner)
    if promise is None or not (_bound(agreement, owner) or _partly(promise)):
        return agreement
    result = Result.NOT_YET if promise.result is Result.PARTLY else promise.result
    return _with(agreement, owner, day=day, result=result, told=False)


def tell(agreement: Agreement, owner: MemberId) -> Agreement:
    """The owner lets the group know what came of it."""
    promise = agreement.promise(owner)
    return agreement if promise is None or promise.result is None else _with(agreement, owner, told=True)


def stop(agreement: Agreement, owner: MemberId) -> Agreement:
    """The owner stops with it, or left the circle."""
    promise = agreement.promise(owner)
    return agreement if promise is None or promise.over else _with(agreement, owner, stopped=True)


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
