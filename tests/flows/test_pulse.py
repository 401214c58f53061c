"""The pulse: nothing below three, nobody is named, and what counts as low or falling."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.names import OptionId, StepId
from flows.pulse import (
    FLOOR,
    MOST_SHOWN,
    SIX_WEEKS,
    Answers,
    Occasion,
    Point,
    Question,
    Reading,
    Trend,
    asks_consent,
    invites,
    next_round,
    numbers,
    read_off,
    shown,
    trend,
)

HEARD, TRUST = Question.HEARD, Question.TRUST
DAY = date(2026, 3, 12)
ANSWERS = st.dictionaries(st.sampled_from(Question), st.integers(0, 10))


def reading(tenths: int | None, days: int = 0) -> Reading:
    """One pulse in which 'gehoord' has this average, of ten people (or is not shown)."""
    points = {} if tenths is None else {HEARD: Point(count=10, total=tenths, low=0, high=10)}
    return Reading(on=DAY + timedelta(days=days), occasion=Occasion.TALK, points=points)


def test_numbers_are_read_from_what_was_chosen_and_what_was_skipped_is_left_out() -> None:
    kept = {"gehoord": "c10", "zelfde-doel": "overslaan", "wie-doet-wat": "c0"}
    chosen = {StepId(step): OptionId(option) for step, option in kept.items()}
    assert numbers(chosen) == {HEARD: 10, Question.WHO: 0}


@given(st.lists(ANSWERS, max_size=6), st.booleans())
def test_no_number_of_fewer_than_three_people_is_shown_unless_both_of_two_consent(
    answers: list[Answers], consented: bool
) -> None:
    both = consented and len(answers) == 2
    for question, point in read_off(answers, consented=consented).items():
        given_to_it = [a[question] for a in answers if question in a]
        assert point.count == len(given_to_it)
        assert point.count >= FLOOR or (both and point.count == 2)


@given(st.lists(ANSWERS, max_size=6), st.booleans(), st.randoms())
def test_what_is_shown_is_the_same_whoever_of_them_said_what(
    answers: list[Answers], consented: bool, random: object
) -> None:
    shuffled = list(answers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert read_off(shuffled, consented=consented) == read_off(answers, consented=consented)


@given(st.lists(ANSWERS, min_size=3, max_size=6))
def test_the_average_lies_within_the_range(answers: list[Answers]) -> None:
    for point in read_off(answers).values():
        assert 0 <= point.low * 10 <= point.tenths <= point.high * 10 <= 100


def test_only_two_who_answered_are_asked_for_consent() -> None:
    assert [n for n in range(5) if asks_consent([{HEARD: 5}] * n)] == [2]


def test_one_number_alone_is_never_shown_whatever_its_owner_says() -> None:
    assert read_off([{HEARD: 8}], consented=True) == {}
    assert read_off([{HEARD: 8}, {TRUST: 2}], consented=True) == {}


@pytest.mark.parametrize(("total", "count", "tenths"), [(19, 3, 63), (20, 3, 67), (13, 2, 65), (30, 3, 100), (1, 4, 3)])
def test_an_average_is_said_in_tenths(total: int, count: int, tenths: int) -> None:
    assert Point(count=count, total=total, low=0, high=10).tenths == tenths


@pytest.mark.parametrize(
    ("tenths", "expected"),
    [
        ([], Trend.STEADY),
        ([70], Trend.STEADY),
        ([54], Trend.LOW),
        ([55], Trend.STEADY),
        ([90, 70], Trend.FALLING),  # two points at once
        ([90, 71], Trend.STEADY),
        ([80, 75, 70], Trend.FALLING),  # twice in a row, a whole point together
        ([80, 75, 71], Trend.STEADY),
        ([80, 60, 65], Trend.STEADY),  # it rises again
        ([40, 60], Trend.STEADY),  # low and rising is no reason
        ([90, None], Trend.STEADY),  # the newest has too few answers to say anything
        ([90, None, 70], Trend.FALLING),
    ],
)
def test_what_counts_as_falling_or_low(tenths: list[int | None], expected: Trend) -> None:
    assert trend([reading(t, n) for n, t in enumerate(tenths)], HEARD) is expected


def test_the_circle_is_invited_once_in_six_weeks() -> None:
    low = [reading(40)]
    assert invites(low, None)
    assert not invites([], None)
    assert not invites([reading(80)], None)
    assert not invites([reading(40), reading(30, 41)], DAY)
    assert invites([reading(40), reading(30, 42)], DAY)


def test_a_picture_shows_the_newest_pulses_that_have_anything_to_show() -> None:
    many = [reading(None if n == 3 else 50 + n, n) for n in range(9)]
    assert [r.on for r in shown(many)] == [DAY + timedelta(days=n) for n in (4, 5, 6, 7, 8)]
    assert len(shown(many)) == MOST_SHOWN
    assert shown([reading(None)]) == ()


def test_a_round_is_put_off_when_people_were_asked_only_just() -> None:
    assert next_round(DAY, None) is None
    assert next_round(DAY, DAY - timedelta(days=14)) is None
    assert next_round(DAY, DAY - timedelta(days=13)) == DAY - timedelta(days=13) + SIX_WEEKS
