"""How an agreement looks to one member: on which list it stands for them, and what they may know of the others."""

from datetime import date
from enum import StrEnum

from flows.agreements.model import Agreement, Akkoord, Kind, Promise, State
from flows.agreements.story import Result
from flows.names import MemberId


class Place(StrEnum):
    """On which list an agreement stands for a member."""

    MINE = "mijn"  # something is asked of me: my akkoord, or doing it
    WAITING = "ik-wacht-op"  # I am in it, and it is another's turn
    OTHERS = "van-anderen"
    WORKING = "werkafspraken"  # kept apart: they are not done, they go on


def place(agreement: Agreement, member: MemberId) -> Place | None:
    """Where it stands for this member; None when nothing is open in it any more."""
    if agreement.state not in (State.PROPOSED, State.STANDING):
        return None
    own = agreement.promise(member)
    proposed = agreement.state is State.PROPOSED
    if proposed and own is not None and own.akkoord is Akkoord.OPEN and not own.over:
        return Place.MINE
    if agreement.kind is Kind.WORKING and not proposed:
        return Place.WORKING
    if agreement.open_for(member):
        return Place.MINE
    took_part = own is not None and own.akkoord is Akkoord.YES
    if took_part or member in (agreement.by, agreement.helper, agreement.regie):
        return Place.WAITING
    return Place.OTHERS


def concerns(agreement: Agreement, member: MemberId) -> bool:
    """Whether this member has a part in it: does it, helps, proposed it or watches over it."""
    return agreement.promise(member) is not None or member in (agreement.by, agreement.helper, agreement.regie)


def behind(agreement: Agreement, member: MemberId) -> bool:
    """Whether this member may look back on it: it is finished, and was theirs too, or all of it was told."""
    if agreement.state is not State.FINISHED:
        return False
    return agreement.promise(member) is not None or all(p.told or p.stopped for p in agreement.promises)


def result_for(promise: Promise, reader: MemberId) -> Result | None:
    """What came of it, as far as this reader may know: what is told, and what they said themself."""
    return promise.result if promise.told or promise.owner == reader else None


def day_for(agreement: Agreement, reader: MemberId) -> date:
    """The day that matters to this reader: their own, else the first on which someone has something to do."""
    own = agreement.promise(reader)
    if own is not None and not own.over:
        return own.day
    live = [p.day for p in agreement.promises if not p.stopped]
    return min(live or [p.day for p in agreement.promises])
