"""Ten years of nudges: none in closed time, none twice, none beyond the pace, none dropped in silence."""

from dataclasses import replace
from datetime import date

import pytest

from flows.manners import DeliveryClass, Go, gate
from tests.dutch_calendar import public_holidays
from tests.faults.years import Report, Years, public

pytestmark = pytest.mark.law


def test_ten_years_of_anyones_choices_bring_no_nudge_that_should_not_have_come_and_lose_none() -> None:
    report = Years(4).live(4)
    assert report.faults == 0, report
    assert report.messages > 1000 and report.joined > 100 and report.listed > 0 and report.changes > 200


@pytest.mark.parametrize(
    ("careless", "fault"),
    [
        (lambda kind, *, now, reader, days, sent_nudges: Go(), "in_closed_time"),
        (lambda kind, *, sent_nudges, **rest: gate(kind, sent_nudges=(), **rest), "beyond_pace"),
        (lambda kind, **rest: gate(DeliveryClass.PROMPT, **rest), "in_closed_time"),
        (lambda kind, *, days, **rest: gate(kind, days=replace(days, paused_until=None), **rest), "in_closed_time"),
        (lambda kind, *, reader, **rest: gate(kind, reader=replace(reader, pace=1), **rest), "held_too_long"),
    ],
)
def test_a_gate_that_forgets_one_rule_is_caught(careless, fault) -> None:
    report = Years(3, ask=careless, first=date(2027, 1, 1), last=date(2027, 12, 31)).live(6)
    assert getattr(report, fault) > 0, report


def test_a_nudge_that_is_neither_sent_nor_listed_counts_as_dropped() -> None:
    years = Years(1, first=date(2027, 1, 1), last=date(2027, 3, 1))
    who = years.somebody()
    years._judge(who, 1)
    assert years.report == Report(people=1, nudges=1, dropped=1, changes=years.report.changes)


def test_the_calendar_that_judges_knows_the_public_holidays_and_kings_day_on_a_saturday() -> None:
    assert {day for year in range(2026, 2031) for day in public(year)} == set(public_holidays())
    assert date(2031, 4, 26) in public(2031) and date(2031, 4, 27) not in public(2031)
