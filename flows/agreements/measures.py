"""What a circle may know of how its steps go: sums in which nobody can be traced (docs/explanation/rules.md)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flows.agreements.model import Agreement, Akkoord, Kind, Promise
from flows.agreements.story import Did, Obstacle, Result
from flows.names import MemberId

FLOOR = 3
"""People among whom one result or obstacle can't be told apart; also results before an ordinary time is said."""

MOST_OBSTACLES = 2
COUNTED = (Result.DONE, Result.PARTLY, Result.NOT_YET)
"""What was no longer needed says nothing of how steps go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """Of how many steps is known how they went, how many came about whole or partly; `days`: most took no longer.

    `obstacles`: what was in the way of at least three people, the most named first.
    """

    steps: int
    done: int
    partly: int
    days: int | None
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    owner: MemberId
    result: Result
    told: bool
    on: date
    days: int


def look_back(agreements: Sequence[Agreement]) -> LookBack | None:
    """None when there is nothing that may be said yet."""
    known = sorted((o for a in agreements for o in _outcomes(a)), key=lambda o: o.on)
    counted = [o for o in known if o.told] + [o for bundle in _bundles(known) for o in bundle]
    obstacles = _obstacles(agreements)
    if not counted and not obstacles:
        return None
    results = Counter(o.result for o in counted)
    times = sorted(o.days for o in counted if o.result is Result.DONE)
    return LookBack(
        steps=len(counted),
        done=results[Result.DONE],
        partly=results[Result.PARTLY],
        days=max(times[len(times) // 2], 1) if len(times) >= FLOOR else None,
        obstacles=obstacles,
    )


def _outcomes(agreement: Agreement) -> Iterator[_Outcome]:
    if agreement.kind is not Kind.ACTION:
        return
    for promise in agreement.promises:
        if promise.akkoord is Akkoord.YES and promise.result in COUNTED:
            yield _outcome(agreement, promise, promise.result)


def _outcome(agreement: Agreement, promise: Promise, result: Result) -> _Outcome:
    mine = [change for change in agreement.story if change.by == promise.owner]
    on = max((change.on for change in mine if change.did is Did.REPORTED), default=promise.day)
    since = min((change.on for change in mine if change.did is Did.AGREED), default=on)
    return _Outcome(owner=promise.owner, result=result, told=promise.told, on=on, days=(on - since).days)


def _bundles(known: Iterable[_Outcome]) -> Iterator[list[_Outcome]]:
    """Results the group was not told count only together: three people or more, and not all with the same result.

    So neither the sum, nor the difference with the sum of yesterday, tells how it went for one of them.
    """
    bundle: list[_Outcome] = []
    for outcome in known:
        if outcome.told:
            continue
        bundle.append(outcome)
        if len({o.owner for o in bundle}) >= FLOOR and len({o.result for o in bundle}) > 1:
            yield bundle
            bundle = []


def _obstacles(agreements: Sequence[Agreement]) -> tuple[Obstacle, ...]:
    named = [(c.obstacle, c.by) for a in agreements for c in a.story if c.obstacle not in (None, Obstacle.OTHER)]
    often = Counter(obstacle for obstacle, _ in named)
    shared = (o for o, _ in often.most_common() if o and len({by for named_o, by in named if named_o is o}) >= FLOOR)
    return tuple(shared)[:MOST_OBSTACLES]
