"""What an agreement is: who does what and when, who helps, and everything that ever became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flows.agreements.story import FINAL, Change, Result
from flows.names import AgreementId, CircleId, MemberId, WordsId


class Kind(StrEnum):
    """Something that is done once, or a way of working together (docs/explanation/rules.md)."""

    ACTION = "actie"  # done by its day; that day its owner is asked how it went
    WORKING = "werkafspraak"  # goes on; looked back on at the end of each talk and on its day


class Akkoord(StrEnum):
    """What an owner said to the proposal."""

    OPEN = "open"
    YES = "ja"
    NO = "nee"


class State(StrEnum):
    """Where the agreement as a whole is."""

    PROPOSED = "voorstel"
    STANDING = "akkoord"
    FINISHED = "klaar"
    DROPPED = "vervallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One owner's part: their akkoord, their day, their result. `told`: the group may know the result.

    `waits`: they said yes while they had as much in hand as fits; asked again when there is room. `smaller`: what this
    owner does, when they made their own part smaller.
    """

    owner: MemberId
    day: date
    akkoord: Akkoord = Akkoord.OPEN
    result: Result | None = None
    told: bool = False
    stopped: bool = False
    waits: bool = False
    smaller: WordsId | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more is asked about it."""
        return self.stopped or self.akkoord is Akkoord.NO or self.result in FINAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Other words for an agreement, and which owners said akkoord to them; until all did, the old words stand."""

    by: MemberId
    words: WordsId
    agreed: frozenset[MemberId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A proposal or agreement of a circle. Words are references to the sealed ones.

    `cue`: the "als" of an als-dan; `plan_b`: what is done when it does not work out; `helper`: who helps, once they
    said so; `regie`: who watches over it; `evaluate`: the day on which the circle looks back; `meeting`: the mdo;
    `wish`: other words that wait for akkoord; `withdrawn`: who proposed it does not, after all.
    """

    id: AgreementId
    circle: CircleId
    by: MemberId
    what: WordsId
    promises: tuple[Promise, ...]
    kind: Kind = Kind.ACTION
    cue: WordsId | None = None
    plan_b: WordsId | None = None
    helper: MemberId | None = None
    regie: MemberId | None = None
    evaluate: date | None = None
    meeting: int | None = None
    wish: Wish | None = None
    withdrawn: bool = False
    story: tuple[Change, ...] = ()

    @property
    def owners(self) -> tuple[MemberId, ...]:
        """Who does it; not who stopped or left."""
        return tuple(p.owner for p in self.promises if not p.stopped)

    @property
    def state(self) -> State:
        """Derived, so that it can't contradict the promises."""
        live = [p for p in self.promises if not p.stopped]
        if not live or self.withdrawn:
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

    def part_of(self, owner: MemberId) -> WordsId:
        """What this owner does, in words: their own smaller part, or what all agreed."""
        promise = self.promise(owner)
        return promise.smaller if promise is not None and promise.smaller is not None else self.what

    def concerned(self, owner: MemberId) -> tuple[MemberId, ...]:
        """The others whom this owner's part concerns: who proposed it, does it too, helps, or watches over it."""
        people = dict.fromkeys((self.by, *self.owners, self.helper, self.regie))
        return tuple(member for member in people if member is not None and member != owner)

    def open_for(self, owner: MemberId) -> bool:
        """Whether this stands and the owner still has something to do in it."""
        promise = self.promise(owner)
        return promise is not None and not promise.over and self.state is State.STANDING

    def seen_by(self, member: MemberId) -> tuple[Change, ...]:
        """The story as this member may read it: what is `mine` only by who did it."""
        return tuple(change for change in self.story if not change.mine or change.by == member)
