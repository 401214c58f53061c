"""The calendar to tap on: a month at a time, and only days that can be chosen."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.month import EMPTY, CellKind, month_of

CALM = settings(deadline=None)  # a busy machine is no reason to fail
TUESDAY = date(2026, 11, 24)
A_YEAR_ON = TUESDAY + timedelta(days=366)


def paper(grid):
    return [" ".join(f"{cell.text:>4}" for cell in row) for row in grid]


def test_this_month_starts_at_this_week_and_leads_on_to_the_next():
    assert paper(month_of(TUESDAY, today=TUESDAY, last=A_YEAR_ON)) == [
        "   · november 2026    ›",
        "  ma   di   wo   do   vr   za   zo",
        "   · [24]   25   26   27   28   29",
        "  30    ·    ·    ·    ·    ·    ·",
    ]


def test_holidays_carry_a_star_and_can_be_chosen_all_the_same():
    christmas = {date(2026, 12, 25): "Eerste kerstdag", date(2026, 12, 26): "Tweede kerstdag"}
    grid = month_of(date(2026, 12, 31), today=TUESDAY, last=A_YEAR_ON, marked=christmas, week_numbers=True)
    assert paper(grid) == [
        "   ‹ december 2026    ›",
        "  wk   ma   di   wo   do   vr   za   zo",
        "  49    ·    1    2    3    4    5    6",
        "  50    7    8    9   10   11   12   13",
        "  51   14   15   16   17   18   19   20",
        "  52   21   22   23   24  25*  26*   27",
        "  53   28   29   30   31    ·    ·    ·",
    ]
    assert grid[5][5].day == date(2026, 12, 25) and grid[5][5].enabled


def test_today_stands_in_brackets_also_when_it_is_a_holiday():
    grid = month_of(TUESDAY, today=TUESDAY, last=A_YEAR_ON, marked={TUESDAY})
    assert grid[2][1] == ("[24*]", CellKind.DAY, TUESDAY)


def test_the_last_month_leads_back_but_not_on():
    grid = month_of(A_YEAR_ON, today=TUESDAY, last=A_YEAR_ON)
    assert [(cell.kind, cell.day) for cell in grid[0]] == [
        (CellKind.MONTH, date(2027, 10, 1)),
        (CellKind.PLAIN, None),
        (CellKind.PLAIN, None),
    ]
    assert [cell.day for cell in grid[-1] if cell.enabled][-1] == A_YEAR_ON


def test_a_month_gone_by_has_nothing_to_choose():
    grid = month_of(date(2026, 9, 1), today=TUESDAY, last=A_YEAR_ON)
    assert len(grid) == 2 and not any(cell.enabled for row in grid for cell in row)


@CALM
@given(today=st.dates(date(2024, 1, 1), date(2040, 1, 1)), ahead=st.integers(0, 366), span=st.integers(0, 366))
def test_every_day_that_can_be_chosen_stands_there_once_under_its_own_weekday(today, ahead, span):
    shown, last = today + timedelta(days=ahead), today + timedelta(days=span)
    grid = month_of(shown, today=today, last=last)
    chosen = [cell.day for row in grid[2:] for cell in row if cell.enabled]
    month = [shown.replace(day=n + 1) for n in range(monthrange(shown.year, shown.month)[1])]
    assert chosen == [day for day in month if today <= day <= last]
    assert all(row[day.weekday()].day == day for row in grid[2:] for day in (c.day for c in row) if day)
    assert all(cell.text for row in grid for cell in row) and all(len(row) == 7 for row in grid[1:])
    assert all(cell.text == EMPTY for row in grid[2:] for cell in row if not cell.enabled)


@CALM
@given(today=st.dates(date(2024, 1, 1), date(2040, 1, 1)), span=st.integers(0, 366))
def test_whoever_taps_on_comes_to_the_last_day_and_back_again(today, span):
    last = today + timedelta(days=span)
    seen = [today]
    while (on := month_of(seen[-1], today=today, last=last)[0][2]).enabled:
        assert on.day is not None
        seen.append(on.day)
    assert (seen[-1].year, seen[-1].month) == (last.year, last.month)
    back = [month_of(day, today=today, last=last)[0][0].day for day in seen]
    assert back == [None, *(day.replace(day=1) for day in seen[:-1])]


def test_for_a_meeting_that_was_held_the_weeks_before_today_can_be_tapped_too():
    assert paper(month_of(TUESDAY, today=TUESDAY, first=date(2026, 11, 12), last=A_YEAR_ON)) == [
        "   · november 2026    ›",
        "  ma   di   wo   do   vr   za   zo",
        "   ·    ·    ·   12   13   14   15",
        "  16   17   18   19   20   21   22",
        "  23 [24]   25   26   27   28   29",
        "  30    ·    ·    ·    ·    ·    ·",
    ]
