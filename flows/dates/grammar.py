"""Every way of saying a day that is understood: a pattern for the whole of it, and the rule that knows the days."""

import re
from datetime import date

from flows.dates import rules
from flows.dates.outcome import Refused, Unread
from flows.dates.rules import Days, Found, Rule
from flows.dates.words import MONTH_NUMBERS, NUMBERS, ORDINALS, WEEKDAYS, either

_WD = rf"(?P<wd>{either(WEEKDAYS)})"
_REL = rf"(?P<rel>{either(rules.RELATIVE)})"
_N = rf"(?P<n>[1-9][0-9]{{0,2}}|{either(NUMBERS)})"
_IN_DAYS_OR_WEEKS = rf"over {_N} (?P<unit>dag|dagen|week|weken)"
_NTH = rf"(?P<d>[0-9]{{1,2}}(?:e|de|ste)|{either(ORDINALS)})"
_D = rf"(?P<d>[0-9]{{1,2}}(?:e|de|ste)?|{either(ORDINALS)}|{either(NUMBERS)})"
_NAME = either(MONTH_NUMBERS)
_NAMED = rf"(?:de )?{_D}[ -]?(?:van )?(?P<m>{_NAME})"
_MONTH = rf"(?P<m>{_NAME}|de maand|deze maand|volgende maand)"
_PART = r"(?:aan |in )?(?:het )?(?P<part>begin|midden|halverwege|eind|einde)"

_VAGUE = (
    rf"(?:deze|volgende|komende) (?:week|maand)|volgend jaar|volgend weekend|(?:in )?{_NAME}"
    r"|over (?:een )?(?:paar|enkele) .+|over een tijdje|na de .*vakantie|voor het weekend|zo snel mogelijk|zsm"
    r"|binnenkort|later|straks|ooit|een keer"
)
_GONE = r"gisteren|eergisteren|(?:vorige|afgelopen|verleden) .+|.+ (?:jl|geleden|vorige week)"


def _half_a_year(m: Found, today: date) -> Days:
    return rules.ahead({"n": "6", "unit": "maanden"}, today)


def _vague(m: Found, today: date) -> Days:
    raise Refused(Unread.VAGUE)


def _gone(m: Found, today: date) -> Days:
    raise Refused(Unread.PAST)


def _and_weekday(m: Found, today: date) -> Days:
    """'Maandag 12 april': refused when the 12th is no Monday."""
    return _agreeing([day for day in days_of(m["rest"], today) if day.weekday() == WEEKDAYS[m["wd"]]])


def _weekday_and_number(m: Found, today: date) -> Days:
    """'Vrijdag 13': the coming 13th, which must be a Friday."""
    return _agreeing([day for day in rules.day_of_month(m, today) if day.weekday() == WEEKDAYS[m["wd"]]])


def _and_more(m: Found, today: date) -> Days:
    """'Morgen, vrijdag': refused when tomorrow is no Friday."""
    day = rules.relative(m, today)[0]
    return _agreeing([day] if day in days_of(m["rest"], today) else [])


def _agreeing(days: Days) -> Days:
    if not days:
        raise Refused(Unread.MISMATCH)
    return days


def _one_of_two(m: Found, today: date) -> Days:
    """'Maandag of dinsdag'."""
    return (*_just_one(days_of(m["one"], today)), *_just_one(days_of(m["other"], today)))


def _numbers_of_one_month(m: Found, today: date) -> Days:
    """'1 of 2 december'."""
    return _one_of_two({"one": f"{m['first']} {m['m']}", "other": m["second"]}, today)


def _before(m: Found, today: date) -> Days:
    """'Voor vrijdag' is Thursday at the latest to some, and Friday to others."""
    (day,) = _just_one(days_of(m["rest"], today))
    return (rules.plus(day, -1), day) if day > today else (day,)


def _just_one(days: Days) -> Days:
    if len(days) > 1:
        raise Refused(Unread.VAGUE)
    return days


_TABLE: tuple[tuple[str, Rule], ...] = (
    (_REL, rules.relative),
    (rf"{_REL} {_IN_DAYS_OR_WEEKS}", rules.relative_ahead),
    (_WD, rules.weekday),
    (rf"deze {_WD}", rules.this_weekday),
    (rf"(?:as|komende|aankomende|aanstaande|eerstkomende|eerstvolgende) {_WD}", rules.coming_weekday),
    (rf"{_WD} (?:aanstaande|as)", rules.coming_weekday),
    (rf"volgende {_WD}", rules.next_weekday),
    (rf"(?P<which>deze|volgende) week {_WD}", rules.weekday_of_week),
    (rf"{_WD} (?:van |in )?(?:de )?(?P<which>deze|volgende) week", rules.weekday_of_week),
    (rf"(?:komende|aankomende) week {_WD}", rules.weekday_of_coming_week),
    (rf"{_WD} (?:komende|aankomende) week", rules.weekday_of_coming_week),
    (rf"{_WD} {_IN_DAYS_OR_WEEKS}", rules.weekday_in_weeks),
    (rf"{_IN_DAYS_OR_WEEKS} {_WD}", rules.weekday_in_weeks),
    (rf"{_WD} (?:in |van )?week (?P<week>[0-9]{{1,2}})", rules.weekday_of_week_number),
    (rf"week (?P<week>[0-9]{{1,2}}) {_WD}", rules.weekday_of_week_number),
    (rf"(?:(?:over|binnen) )?{_N} (?P<unit>dag|dagen|week|weken|maand|maanden|jaar)", rules.ahead),
    (r"(?:over|binnen) een (?:half jaar|halfjaar)", _half_a_year),
    (r"(?:in )?(?P<which>het|dit|komend|aankomend|aanstaande) weekend", rules.weekend),
    (r"(?:direct |meteen )?na het weekend", rules.after_the_weekend),
    (rf"{_PART} (?:van )?(?P<which>de volgende|de|deze|volgende) week", rules.part_of_week),
    (rf"{_PART} (?:van )?{_MONTH}", rules.part_of_month),
    (rf"(?:half|medio) {_MONTH}", rules.part_of_month),
    (rf"(?:de )?(?P<nth>eerste|tweede|derde|vierde|[1-4]e|laatste) {_WD} (?:van|in) {_MONTH}", rules.nth_weekday),
    (rf"(?:de )?{_NTH}", rules.day_of_month),
    (rf"{_NAMED}(?: aanstaande)?", rules.written),
    (rf"(?:de )?{_D} (?:van )?(?P<m>de maand|deze maand|volgende maand)", rules.written),
    (r"(?P<d>[0-9]{1,2})(?: ?[-/] ?|\.)(?P<m>[0-9]{1,2})", rules.written),
    (rf"{_NAMED}[ -](?P<y>[0-9]{{4}}|'[0-9]{{2}})", rules.written_in_full),
    (r"(?P<d>[0-9]{1,2})(?P<by>[-/.])(?P<m>[0-9]{1,2})(?P=by)(?P<y>[0-9]{4}|[0-9]{2})", rules.written_in_full),
    (r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})", rules.written_in_full),
    (rf"(?P<first>(?:de )?[0-9]{{1,2}}e?) of (?P<second>{_NAMED})", _numbers_of_one_month),
    (r"(?P<one>.+) of (?P<other>.+)", _one_of_two),
    (r"voor (?P<rest>.+)", _before),
    (rf"{_WD} (?:de )?(?P<d>[0-9]{{1,2}})", _weekday_and_number),
    (_GONE, _gone),
    (_VAGUE, _vague),
    (rf"{_WD} (?P<rest>.+)", _and_weekday),
    (rf"{_REL} (?P<rest>.+)", _and_more),
)
_RULES = tuple((re.compile(pattern), rule) for pattern, rule in _TABLE)


def days_of(text: str, today: date) -> Days:
    """The day, or the two days it may be, earliest first. `text` is normalised. Raises Refused."""
    for pattern, rule in _RULES:
        if (found := pattern.fullmatch(text)) is not None:
            return sorted(set(rule(found.groupdict(), today)))
    raise Refused(Unread.UNKNOWN)
