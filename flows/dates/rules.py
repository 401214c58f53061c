"""Which days a way of saying means; the patterns that lead here stand in flows.dates.grammar."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import TypeAlias

from flows.dates.outcome import Refused, Unread
from flows.dates.words import MONTH_NUMBERS, NUMBERS, ORDINALS, WEEKDAYS

Days: TypeAlias = Sequence[date]
Found: TypeAlias = Mapping[str, str]  # the named parts of what was typed
Rule: TypeAlias = Callable[[Found, date], Days]

AGO = 90
"""A date without a year that is up to so many days past is past; one that is longer past is next year's."""

RELATIVE = {"vandaag": 0, "morgen": 1, "overmorgen": 2}
_WEEKDAY_OF_PART = {"begin": 0, "midden": 2, "halverwege": 2, "eind": 4, "einde": 4}


def plus(day: date, days: int) -> date:
    return day + timedelta(days=days)


def _coming(today: date, weekday: int) -> date:
    """The first such day of the week after today."""
    return plus(today, (weekday - today.weekday() - 1) % 7 + 1)


def _in_week(today: date, weekday: int, ahead: int) -> date:
    """Such a day of the week, so many weeks (Monday first) from this one."""
    return plus(today, weekday - today.weekday() + 7 * ahead)


def number(word: str) -> int:
    digits = re.match(r"[0-9]+", word)
    return int(digits[0]) if digits else NUMBERS.get(word) or ORDINALS[word]


def _months_on(today: date, months: int) -> tuple[int, int]:
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def _length(year: int, month: int) -> int:
    following = date(*_months_on(date(year, month, 1), 1), 1)
    return (following - date(year, month, 1)).days


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused(Unread.IMPOSSIBLE) from None


def _years(today: date, day: Callable[[int], date]) -> Days:
    """The coming one; before it one of less than `AGO` days ago, meant unless a day of the week says otherwise."""
    found: list[date] = []
    for year in range(today.year - 1, today.year + 2):
        with suppress(Refused):
            found.append(day(year))
    near = [day for day in found if (today - day).days <= AGO]
    if not near:
        raise Refused(Unread.IMPOSSIBLE)
    return near[: 2 if near[0] < today else 1]


def _of_month(word: str, today: date, day: Callable[[int, int], date]) -> Days:
    """That day of a month, which is given by its name or number, or as this or the next one."""
    if word.endswith("maand"):
        return (day(*_months_on(today, 1 if word.startswith("volgende") else 0)),)
    month = MONTH_NUMBERS.get(word) or int(word)
    return _years(today, lambda year: day(year, month))


def weekday(m: Found, today: date) -> Days:
    """Said on such a day itself it may be this one or the next."""
    coming = _coming(today, WEEKDAYS[m["wd"]])
    return (today, coming) if coming == plus(today, 7) else (coming,)


def coming_weekday(m: Found, today: date) -> Days:
    return (_coming(today, WEEKDAYS[m["wd"]]),)


def this_weekday(m: Found, today: date) -> Days:
    return weekday(m, today)[:1]


def weekday_of_week(m: Found, today: date) -> Days:
    return (_in_week(today, WEEKDAYS[m["wd"]], 1 if m["which"] == "volgende" else 0),)


def weekday_of_coming_week(m: Found, today: date) -> Days:
    """Of the seven days to come to some, of the next calendar week to others."""
    return (_coming(today, WEEKDAYS[m["wd"]]), _in_week(today, WEEKDAYS[m["wd"]], 1))


def next_weekday(m: Found, today: date) -> Days:
    """'Volgende vrijdag' is the coming one to some, the one after it to others."""
    coming = _coming(today, WEEKDAYS[m["wd"]])
    return (coming,) if coming == plus(today, 7) else (coming, plus(coming, 7))


def weekday_in_weeks(m: Found, today: date) -> Days:
    """'Vrijdag over 2 weken': two weeks after the coming Friday to some, of two calendar weeks on to others."""
    weeks, odd = divmod(number(m["n"]), 7) if m["unit"].startswith("dag") else (number(m["n"]), 0)
    if odd:
        raise Refused(Unread.UNKNOWN)
    return (plus(_coming(today, WEEKDAYS[m["wd"]]), 7 * weeks), _in_week(today, WEEKDAYS[m["wd"]], weeks))


def weekday_of_week_number(m: Found, today: date) -> Days:
    def day(year: int) -> date:
        try:
            return date.fromisocalendar(year, int(m["week"]), WEEKDAYS[m["wd"]] + 1)
        except ValueError:
            raise Refused(Unread.IMPOSSIBLE) from None

    return _years(today, day)


def relative(m: Found, today: date) -> Days:
    return (plus(today, RELATIVE[m["rel"]]),)


def relative_ahead(m: Found, today: date) -> Days:
    return ahead(m, plus(today, RELATIVE[m["rel"]]))


def ahead(m: Found, today: date) -> Days:
    n, unit = number(m["n"]), m["unit"]
    if unit.startswith("dag"):
        # 'Over acht dagen', in words, is a week to many people.
        return (plus(today, 7), plus(today, 8)) if m["n"] == "acht" else (plus(today, n),)
    if unit.startswith("we"):
        return (plus(today, 7 * n),)
    year, month = _months_on(today, 12 * n if unit == "jaar" else n)
    return (date(year, month, min(today.day, _length(year, month))),)


def weekend(m: Found, today: date) -> Days:
    if today.weekday() > 4 and m["which"] not in ("het", "dit"):
        raise Refused(Unread.VAGUE)  # said in a weekend, 'komend weekend' may be either
    return [day for day in (_in_week(today, 5, 0), _in_week(today, 6, 0)) if day >= today]


def after_the_weekend(m: Found, today: date) -> Days:
    return (_in_week(today, 0, 1),)


def part_of_week(m: Found, today: date) -> Days:
    return (_in_week(today, _WEEKDAY_OF_PART[m["part"]], 0 if m["which"] in ("de", "deze") else 1),)


def part_of_month(m: Found, today: date) -> Days:
    def day(year: int, month: int) -> date:
        part = m.get("part", "half")
        return date(year, month, 1 if part == "begin" else _length(year, month) if part.startswith("eind") else 15)

    return _of_month(m["m"], today, day)


def nth_weekday(m: Found, today: date) -> Days:
    """'De eerste maandag van maart', 'de laatste vrijdag van de maand'."""

    def day(year: int, month: int) -> date:
        days = (date(year, month, n + 1) for n in range(_length(year, month)))
        such = [day for day in days if day.weekday() == WEEKDAYS[m["wd"]]]
        return such[-1] if m["nth"] == "laatste" else such[number(m["nth"]) - 1]

    return _of_month(m["m"], today, day)


def day_of_month(m: Found, today: date) -> Days:
    """'De 15e': the coming one; said on a 15th it may be today."""
    wanted = number(m["d"])
    months = (_months_on(today, n) for n in range(3))
    days = [date(y, month, wanted) for y, month in months if 1 <= wanted <= _length(y, month)]
    days = [day for day in days if day >= today]
    if not days:
        raise Refused(Unread.IMPOSSIBLE)
    return days[:2] if days[0] == today else days[:1]


def written(m: Found, today: date) -> Days:
    """'12 maart', '12-3', '12e van volgende maand'."""
    return _of_month(m["m"], today, lambda year, month: _date(year, month, number(m["d"])))


def written_in_full(m: Found, today: date) -> Days:
    """'12 maart 2027', '12-3-27', '2027-03-12'."""
    year = int(m["y"].strip("'"))
    month = MONTH_NUMBERS.get(m["m"]) or int(m["m"])
    return (_date(year if len(m["y"]) == 4 else 2000 + year, month, number(m["d"])),)
