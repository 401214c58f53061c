"""The days on which Dutch schools are closed, against tables that were written down apart from the package."""

from datetime import date, timedelta

import pytest

from bot import holidays
from flows.manners import Days, Region
from tests.dutch_calendar import REGIONS, SET_FROM, SET_UNTIL, public_holidays, school_holidays

SCHOOL, PUBLIC = school_holidays(), public_holidays()
SET_DAYS = [SET_FROM + timedelta(days=n) for n in range((SET_UNTIL - SET_FROM).days + 1)]


def known(day):
    return holidays.around(day.year)[0]


@pytest.mark.parametrize("region", REGIONS)
def test_each_day_of_four_school_years_is_in_the_holiday_the_ministry_set(region):
    found = {day: name for day in SET_DAYS if (name := known(day).school_day_off(day, Region(region)))}
    assert found == {day: name for day, name in SCHOOL[region].items() if SET_FROM <= day <= SET_UNTIL}


@pytest.mark.parametrize("year", range(2026, 2031))
def test_every_public_holiday_is_known_by_its_dutch_name_and_no_other_day_is(year):
    found = {day: name for day, name in known(date(year, 1, 1)).public.items() if day.year == year}
    assert found == {day: name for day, name in PUBLIC.items() if day.year == year}


@pytest.mark.parametrize(("year", "last"), [(2027, date(2027, 2, 21)), (2029, date(2029, 2, 18))])
def test_spring_in_the_south_lasts_one_week_and_not_until_march(year, last):
    south = Days(region=Region.SOUTH, holidays=known(last))
    assert south.closed(last - timedelta(days=2)) == "Voorjaarsvakantie"
    assert south.closed(last + timedelta(days=1)) is None


def test_a_circle_that_told_no_region_is_left_alone_when_any_region_is_free():
    spring = date(2027, 2, 16)  # a Tuesday on which only the south is free
    days = known(spring)
    off = {region: Days(region=region, holidays=days).closed(spring) for region in (*Region, None)}
    assert off == {
        Region.NORTH: None,
        Region.MIDDLE: None,
        Region.SOUTH: "Voorjaarsvakantie",
        None: "Voorjaarsvakantie",
    }


@pytest.mark.parametrize("day", [date(2027, 3, 26), date(2027, 5, 5)], ids=["Goede Vrijdag", "Bevrijdingsdag"])
def test_nobody_is_nudged_on_a_day_that_is_off_for_only_some(day):
    assert Days(region=Region.NORTH, holidays=known(day)).closed(day) == PUBLIC[day]


def test_kings_day_moves_to_saturday_when_it_falls_on_a_sunday():
    assert known(date(2031, 4, 1)).public[date(2031, 4, 26)] == "Koningsdag"
    assert date(2031, 4, 27) not in known(date(2031, 4, 1)).public


@pytest.mark.parametrize("year", [2027, 2028])
def test_nothing_is_reported_missing_while_the_dates_are_set(year):
    assert holidays.around(year)[1] == ()


def test_who_runs_the_bot_hears_a_year_ahead_that_dates_are_running_out():
    _, missing = holidays.around(2029)
    assert {(m.year, m.region, m.name) for m in missing} >= {(2030, region, "Herfstvakantie") for region in Region}
    assert not any(m.year == 2029 for m in missing)


def test_who_runs_the_bot_hears_of_each_holiday_that_is_not_known_in_any_region():
    _, missing = holidays.around(2031)
    assert {(m.region, m.name) for m in missing if m.year == 2031} == {
        (region, name)
        for region in Region
        for name in ("Voorjaarsvakantie", "Meivakantie", "Zomervakantie", "Herfstvakantie", "Kerstvakantie")
    }


def test_a_nudge_that_waits_over_new_year_finds_the_holidays_of_both_years():
    days = known(date(2026, 12, 31))
    assert days.school_day_off(date(2026, 12, 31), Region.NORTH) == "Kerstvakantie"
    assert days.school_day_off(date(2027, 1, 1), Region.NORTH) == "Kerstvakantie"
    assert days.school_day_off(date(2028, 7, 15), Region.NORTH) == "Zomervakantie"
