"""What people choose about the calendar: days of the week, quiet hours, free days, the next holiday."""

from datetime import date, time

import pytest

from bot.holidays import around
from flows.dates import read_period
from flows.manners import (
    WEEK,
    DayPart,
    Holidays,
    Manners,
    Reader,
    Region,
    day_turned,
    quiet_from,
    read_manners,
    with_period,
    write_manners,
)
from flows.names import Role

TUESDAY = date(2026, 11, 24)


def test_a_mentor_who_does_not_work_on_wednesday_turns_it_off_and_on_again() -> None:
    without = day_turned(Manners(), "wo", Role.SCHOOL)
    assert without.days_of(Role.SCHOOL) == {0, 1, 3, 4}
    assert day_turned(without, "wo", Role.SCHOOL).days_of(Role.SCHOOL) == {0, 1, 2, 3, 4}


def test_a_parent_has_all_days_until_they_choose() -> None:
    assert Manners().days_of(Role.PARENT) == set(range(7))
    assert day_turned(Manners(), "zo", Role.PARENT).days_of(Role.PARENT) == set(range(6))


def test_the_last_day_of_the_week_stays_on_for_else_nothing_would_ever_come() -> None:
    chosen = Manners()
    for day in WEEK:
        chosen = day_turned(chosen, day, Role.PARENT)
    assert chosen.days_of(Role.PARENT) == {6}


@pytest.mark.parametrize("start", range(8, 20))
@pytest.mark.parametrize("end", range(8, 20))
def test_whatever_quiet_hours_are_picked_an_hour_of_the_day_stays_open(start: int, end: int) -> None:
    reader = Reader.of(quiet_from(Manners(), start, end), role=Role.PARENT)
    assert any(not reader.in_quiet(time(hour)) for hour in range(8, 20))


def test_quiet_until_earlier_than_it_begins_lasts_until_the_next_morning() -> None:
    reader = Reader.of(quiet_from(Manners(), 18, 9), role=Role.PARENT)
    assert [reader.in_quiet(time(hour)) for hour in (8, 9, 17, 18)] == [True, False, False, True]
    assert quiet_from(Manners(), 9, 9).quiet == ()


def test_free_days_that_touch_become_one_and_what_is_past_is_forgotten() -> None:
    past, christmas = (date(2026, 10, 19), date(2026, 10, 20)), (date(2026, 12, 21), date(2026, 12, 24))
    more = (date(2026, 12, 25), date(2027, 1, 2))
    within, apart = (date(2026, 12, 22), date(2026, 12, 22)), (date(2027, 3, 1), date(2027, 3, 1))
    periods = with_period((past, apart, christmas), more, today=TUESDAY)
    assert periods == ((christmas[0], more[1]), apart)
    assert with_period(periods, within, today=TUESDAY) == periods


@pytest.mark.parametrize(("part", "clock"), [("ochtend", time(9)), ("middag", time(16)), ("avond", time(18, 30))])
def test_the_part_of_the_day_that_suits_is_a_time_within_the_hours_and_is_kept(part: str, clock: time) -> None:
    chosen = Manners(moment=DayPart(part))
    assert read_manners(write_manners(chosen)) == chosen
    assert chosen.moment.clock == clock


def test_the_next_school_holiday_is_told_whole_also_while_it_lasts() -> None:
    known = around(2026)[0]
    christmas = known.next_school(Region.MIDDLE, TUESDAY)
    assert christmas is not None
    assert (christmas.name, christmas.first, christmas.last) == (
        "Kerstvakantie",
        date(2026, 12, 19),
        date(2027, 1, 3),
    )
    assert known.next_school(Region.MIDDLE, date(2026, 12, 30)) == christmas
    assert Holidays().next_school(Region.MIDDLE, TUESDAY) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("van 20 december tot en met 3 januari", "2026-12-20", "2027-01-03"),
        ("Vrij van 20 t/m 24 december", "2026-12-20", "2026-12-24"),
        ("vakantie van 20-12 t/m 3-1", "2026-12-20", "2027-01-03"),
        ("maandag t/m vrijdag", "2026-11-30", "2026-12-04"),
        ("maandag 7 december t/m vrijdag", "2026-12-07", "2026-12-11"),
        ("morgen tot en met overmorgen", "2026-11-25", "2026-11-26"),
        ("vrijdag 27 november", "2026-11-27", "2026-11-27"),
        ("vrij op 12 maart", "2027-03-12", "2027-03-12"),
    ],
)
def test_a_stretch_of_days_is_read_with_both_its_ends(text: str, first: str, last: str) -> None:
    assert read_period(text, today=TUESDAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "weg",
        "van 20 december tot 3 januari",  # does the third belong to it?
        "volgende vrijdag",  # this week's or next week's?
        "van volgende vrijdag t/m 3 januari",
        "van 3 januari t/m gisteren",
        "in de kerstvakantie",
        "20 december t/m de derde keer",
    ],
)
def test_a_stretch_that_is_not_certain_is_asked_again(text: str) -> None:
    assert read_period(text, today=TUESDAY) is None
