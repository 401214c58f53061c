"""Looking back on steps: sums that a circle would want to read, in which nobody can be traced."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flows.agreements import Agreement, Kind, Obstacle, Result, accept, look_back, propose, report, tell
from flows.names import AgreementId, CircleId, MemberId, WordsId

MADE = date(2026, 3, 2)
DONE, NOT_YET = Result.DONE, Result.NOT_YET


def step(
    owner: int,
    result: Result | None,
    *,
    told: bool = False,
    days: int = 7,
    obstacle: Obstacle | None = None,
    kind: Kind = Kind.ACTION,
) -> Agreement:
    """One step of one person, and how it went so many days after their akkoord."""
    by, after = MemberId(owner), MADE + timedelta(days=days)
    made = propose(
        AgreementId(1), circle=CircleId(1), by=by, what=WordsId(1), owners=(by,), day=after, on=MADE, kind=kind
    )
    agreed = accept(made, by, on=MADE)
    if result is None:
        return agreed
    reported = report(agreed, by, result, on=after, obstacle=obstacle)
    return tell(reported, by, on=after) if told else reported


def test_before_anything_is_known_there_is_nothing_to_look_back_on() -> None:
    assert look_back([]) is None
    assert look_back([step(1, None)]) is None
    assert look_back([step(1, Result.NOT_NEEDED, told=True), step(1, DONE, told=True, kind=Kind.WORKING)]) is None


def test_what_the_group_was_told_counts_at_once() -> None:
    seen = look_back([step(1, DONE, told=True), step(2, Result.PARTLY, told=True)])
    assert seen is not None
    assert (seen.steps, seen.done, seen.partly, seen.days) == (2, 1, 1, None)


def test_one_owner_with_one_private_result_is_never_given_away() -> None:
    assert look_back([step(1, NOT_YET)]) is None
    told = step(2, DONE, told=True)
    assert look_back([told, step(1, NOT_YET)]) == look_back([told]) == look_back([told, step(1, DONE)])


def test_private_results_of_three_people_count_together_when_they_differ() -> None:
    alike = [step(n, NOT_YET) for n in (1, 2, 3)]
    assert look_back(alike) is None, "all the same would tell what each of them did"
    seen = look_back([*alike, step(1, DONE, days=8)])
    assert seen is not None and (seen.steps, seen.done) == (4, 1)


def test_three_private_results_of_two_people_are_not_enough() -> None:
    assert look_back([step(1, DONE), step(1, NOT_YET), step(2, NOT_YET)]) is None


RESULTS = st.tuples(st.integers(1, 4), st.sampled_from([DONE, NOT_YET, Result.PARTLY]), st.booleans())


@given(st.lists(RESULTS, max_size=9), RESULTS)
def test_one_more_private_result_changes_nothing_or_adds_those_of_three_people(
    before: list[tuple[int, Result, bool]], newest: tuple[int, Result, bool]
) -> None:
    steps = [step(owner, result, told=told, days=1 + n) for n, (owner, result, told) in enumerate(before)]
    more = [*steps, step(newest[0], newest[1], days=20)]
    old, new = look_back(steps), look_back(more)
    grown = (new.steps if new else 0) - (old.steps if old else 0)
    assert grown == 0 or grown >= 3
    if grown == 0:
        assert old == new


def test_how_long_it_mostly_takes_is_said_from_three_on() -> None:
    seen = look_back([step(n, DONE, told=True, days=days) for n, days in ((1, 3), (2, 9), (1, 30))])
    assert seen is not None and seen.days == 9
    at_once = look_back([step(1, DONE, told=True, days=0)] * 3)
    assert at_once is not None and at_once.days == 1


def test_an_obstacle_is_named_when_three_people_met_it_and_the_two_most_named_only() -> None:
    def met(obstacle: Obstacle, *owners: int) -> list[Agreement]:
        return [step(owner, NOT_YET, obstacle=obstacle) for owner in owners]

    assert look_back(met(Obstacle.TIME, 1, 1, 1, 2)) is None
    assert look_back(met(Obstacle.OTHER, 1, 2, 3)) is None, "'anders' says nothing to the others"
    often = look_back(
        [*met(Obstacle.FORGOT, 1, 2, 3), *met(Obstacle.TOO_BIG, 1, 2, 3, 1), *met(Obstacle.TIME, 1, 2, 3, 2, 3)]
    )
    assert often is not None and often.obstacles == (Obstacle.TIME, Obstacle.TOO_BIG) and often.steps == 0
