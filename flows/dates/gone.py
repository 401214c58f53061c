"""Days that have been, for a question that may be about one: a meeting that was held."""

import re
from datetime import date, timedelta

from flows.dates import rules
from flows.dates.grammar import days_of
from flows.dates.rules import Days, Found, Rule
from flows.dates.words import NUMBERS, ORDINALS, WEEKDAYS, either

FURTHEST_BACK = timedelta(days=90)
"""How long ago a day may be: what was longer ago, nobody comes to write down."""

_WD = rf"(?P<wd>{either(WEEKDAYS)})"
_N = rf"(?P<n>[1-9][0-9]?|{either(NUMBERS)})"
_ONE_YEAR = 300  # two readings that lie further apart are the same date in two years


def _relative(m: Found, today: date) -> Days:
    return (rules.plus(today, -1 if m["rel"] == "gisteren" else -2),)


def _ago(m: Found, today: date) -> Days:
    n, unit = rules.number(m["n"]), m["unit"]
    return (rules.plus(today, -n if unit.startswith("dag") else -7 * n),)


def _last(m: Found, today: date) -> Days:
    """'Afgelopen vrijdag': the last one before today."""
    return (rules.plus(today, -((today.weekday() - WEEKDAYS[m["wd"]] - 1) % 7 + 1)),)


def _of_last_week(m: Found, today: date) -> Days:
    return (rules.plus(today, WEEKDAYS[m["wd"]] - today.weekday() - 7),)


def _previous(m: Found, today: date) -> Days:
    """'Vorige vrijdag' is the last one to some, that of last week to others."""
    return (*_last(m, today), *_of_last_week(m, today))


def _weekday(m: Found, today: date) -> Days:
    """'Vrijdag' may be the last or the coming one; on a Friday today or the last one."""
    return (*_last(m, today), rules.weekday(m, today)[0])


def _day_of_month(m: Found, today: date) -> Days:
    """'De 15e' may be the last or the coming one."""
    first = today.replace(day=1)
    firsts = ((first - date.resolution).replace(day=1), first)
    been = [day for start in firsts for day in rules.day_of_month(m, start) if day < today]
    return (*been[-1:], rules.day_of_month(m, today)[0])


_TABLE: tuple[tuple[str, Rule], ...] = (
    (r"(?P<rel>gisteren|eergisteren)", _relative),
    (rf"{_N} (?P<unit>dag|dagen|week|weken) geleden", _ago),
    (rf"(?:afgelopen|verleden) {_WD}", _last),
    (rf"{_WD} jl", _last),
    (rf"vorige {_WD}", _previous),
    (rf"vorige week {_WD}", _of_last_week),
    (rf"{_WD} (?:van |in )?(?:de )?vorige week", _of_last_week),
    (_WD, _weekday),
    (rf"(?:de )?(?P<d>[0-9]{{1,2}}(?:e|de|ste)|{either(ORDINALS)})", _day_of_month),
)
_RULES = tuple((re.compile(pattern), rule) for pattern, rule in _TABLE)


def days_past_or_coming(text: str, today: date) -> Days:
    """The day, or the two days it may be, also when it has been. `text` is normalised. Raises Refused."""
    for pattern, rule in _RULES:
        if (found := pattern.fullmatch(text)) is not None:
            return sorted(set(rule(found.groupdict(), today)))
    days = days_of(text, today)
    return days[:1] if (days[-1] - days[0]).days > _ONE_YEAR else days
