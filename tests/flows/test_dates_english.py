"""Who reads English may type a day in English, or in Dutch; the same grammar understands both, or neither."""

from datetime import date, time

import pytest

from flows.dates import Unread, read_date, read_period
from flows.dates.english import in_dutch

TODAY = date(2026, 11, 25)  # a Wednesday


def read(text: str, *, past: bool = False) -> tuple[str, ...]:
    return tuple(f"{day:%a %d %b %Y}" for day in read_date(text, today=TODAY, past=past, language="en").days)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("tomorrow", ["Thu 26 Nov 2026"]),
        ("the day after tomorrow", ["Fri 27 Nov 2026"]),
        ("tomorrow morning", ["Thu 26 Nov 2026"]),
        ("On Friday, please", ["Fri 27 Nov 2026"]),
        ("Fri", ["Fri 27 Nov 2026"]),
        ("by Friday the 27th", ["Fri 27 Nov 2026"]),
        ("next Tuesday", ["Tue 01 Dec 2026", "Tue 08 Dec 2026"]),
        ("Friday next week", ["Fri 04 Dec 2026"]),
        ("Monday or Tuesday", ["Mon 30 Nov 2026", "Tue 01 Dec 2026"]),
        ("Friday 12 March", ["Fri 12 Mar 2027"]),
        ("March 12th", ["Fri 12 Mar 2027"]),
        ("March 12, 2027", ["Fri 12 Mar 2027"]),
        ("Wednesday, December 2nd", ["Wed 02 Dec 2026"]),
        ("the third of December", ["Thu 03 Dec 2026"]),
        ("12/3", ["Fri 12 Mar 2027"]),
        ("the 15th", ["Tue 15 Dec 2026"]),
        ("in 2 weeks", ["Wed 09 Dec 2026"]),
        ("in a week", ["Wed 02 Dec 2026"]),
        ("two weeks from now", ["Wed 09 Dec 2026"]),
        ("in 10 days' time", ["Sat 05 Dec 2026"]),
        ("within three days", ["Sat 28 Nov 2026"]),
        ("in six months", ["Tue 25 May 2027"]),
        ("the last Friday of the month", ["Fri 27 Nov 2026"]),
        ("first Monday of March", ["Mon 01 Mar 2027"]),
        ("end of the month", ["Mon 30 Nov 2026"]),
        ("after the weekend", ["Mon 30 Nov 2026"]),
        ("vrijdag 12 maart", ["Fri 12 Mar 2027"]),
        ("maandag of dinsdag", ["Mon 30 Nov 2026", "Tue 01 Dec 2026"]),
    ],
)
def test_a_day_in_english_or_in_dutch_is_the_day_that_was_meant(typed: str, days: list[str]) -> None:
    assert read(typed) == tuple(days)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("next week", Unread.VAGUE),
        ("yesterday", Unread.PAST),
        ("Friday 5 December", Unread.MISMATCH),
        ("31 April", Unread.IMPOSSIBLE),
        ("I don't know", Unread.UNKNOWN),
        ("not on Friday", Unread.UNKNOWN),
        ("volgende week", Unread.VAGUE),
    ],
)
def test_what_is_no_one_day_is_asked_again_and_for_the_right_reason(typed: str, why: Unread) -> None:
    assert read_date(typed, today=TODAY, language="en").why is why


def test_the_hour_is_the_one_of_the_clock_that_was_read() -> None:
    hours = {
        "Friday 7 pm": time(19), "friday 3:30 p.m.": time(15, 30), "Friday 9am": time(9), "Friday noon": time(12),
        "Friday half 3": time(15, 30), "Friday at quarter to 3": time(14, 45),
    }  # fmt: skip
    for typed, hour in hours.items():
        assert read_date(typed, today=TODAY, language="en").clock == hour, in_dutch(typed)


def test_a_day_that_has_been_is_understood_where_it_is_asked_for() -> None:
    assert read("last Friday", past=True) == ("Fri 20 Nov 2026",)
    assert read("3 days ago", past=True) == ("Sun 22 Nov 2026",)


def test_who_reads_dutch_types_dutch() -> None:
    assert read_date("next Tuesday", today=TODAY).why is Unread.UNKNOWN
    assert read_period("from 20 December through 3 January", today=TODAY) is None


def test_a_stretch_of_days_has_a_last_day_that_belongs_to_it() -> None:
    said = "from 20 December up to and including 3 January"
    assert read_period(said, today=TODAY, language="en") == (date(2026, 12, 20), date(2027, 1, 3))
    assert read_period("from 20 December to 3 January", today=TODAY, language="en") is None
