"""Reads a day a person typed: every word is understood, or nothing is."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, time, timedelta

from flows.dates.clock_times import CLOCK, clock_time
from flows.dates.english import in_dutch
from flows.dates.gone import FURTHEST_BACK, days_past_or_coming
from flows.dates.grammar import days_of
from flows.dates.outcome import Read, Refused, Unread
from flows.dates.rules import Days
from flows.dates.words import FILLERS, MOMENTS, WEEKDAYS, either

LONGEST = 80
"""Characters; what is longer is a story, not a day."""

FURTHEST = timedelta(days=366)
"""How far ahead a day may be: as far as the calendar goes."""

_FRIENDLY = re.compile("[👍👌🙂😊😀😄😉🙏✅\U0001f3fb-\U0001f3ff\ufe0f]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_SPELLED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("[‘’`´]", "'"),
        (r"\ba\. ?s\.?(?![a-z])", "aanstaande"),
        (r"\baanst\.", "aanstaande"),
        (r"\bj\.l\.", "jl"),
        (r"\bv\.? ?d\.?(?= )", "van de"),
        (r"\ba\.u\.b\.?|\bs\.v\.p\.?|\bsvp\b", "aub"),
        (r"(?<![0-9a-z])'?s[ -]?(ochtends|morgens|middags|avonds)\b", r"s\1"),
        (r"(?<=[a-z])\.+|(?<!\S)[.:-]+(?!\S)", " "),
        (r"(?<=[0-9])\.(?![0-9])|(?<=[0-9]),(?=[0-9])", " "),
        (r"[,;()!?…\s]+", " "),
        (r"\bvan(ochtend|middag|avond)\b", r"vandaag s\1s"),
        (r"\bvanmorgen\b", "vandaag smorgens"),
        # The part of the day goes last, where a clock time stands: 'donderdagmiddag 3 december'.
        (rf"\b({either(w for w in WEEKDAYS if len(w) > 2)}|morgen|overmorgen) ?(ochtend|morgen|middag|avond)\b(.*)",
         r"\1\3 s\2s"),
    )
)  # fmt: skip
_SAYS_NOTHING = re.compile(rf"(?<![\w'])(?:{either(FILLERS + MOMENTS)})(?![\w'])")
_TIME_LAST = re.compile(rf"(?P<rest>.+?) (?:{CLOCK})")
_TIME_FIRST = re.compile(rf"(?:{CLOCK}) (?P<rest>.+)")


def read_date(text: str, *, today: date, past: bool = False, language: str = "nl") -> Read:
    """The day, or the two days, a text means to someone for whom it is `today`; today itself to a year ahead.

    Ambiguous words give two days to choose from ('volgende vrijdag'). A word that is not understood, a date that
    does not exist, or a day of the week that does not go with its date gives no day at all: refusing costs one
    more question, a silently wrong day breaks an agreement. `past`: it may also be a day of the last three months;
    then 'vrijdag' is the last or the coming one. `language`: of who typed it, beside Dutch.
    """
    read = _read(text, today, past)
    if read.days or language != "en":
        return read
    other = _read(in_dutch(text), today, past)
    return read if other.why is Unread.UNKNOWN else other


def _read(text: str, today: date, past: bool) -> Read:
    plain = _normalised(text)
    found: set[date] = set()
    clock: time | None = None
    whys: list[Unread] = []
    for rest, match in _readings(plain):
        try:
            days = days_past_or_coming(rest, today) if past else days_of(rest, today)
            said = clock_time(match) if match is not None else None
            found.update(_within_reach(days, today, today - FURTHEST_BACK if past else today))
            clock = clock or said
        except Refused as refused:
            whys.append(refused.why)
    if len(found) in (1, 2):
        return Read(days=tuple(sorted(found)), clock=clock)
    return Read(why=next((why for why in whys if why is not Unread.UNKNOWN), Unread.UNKNOWN))


def _normalised(text: str) -> str:
    if len(text) > LONGEST:
        return ""
    plain = unicodedata.normalize("NFD", _FRIENDLY.sub(" ", text.casefold()))
    plain = _ACCENTS.sub("", plain)
    for pattern, spelled in _SPELLED:
        plain = pattern.sub(spelled, plain)
    return " ".join(_SAYS_NOTHING.sub(" ", plain).split())


def _readings(plain: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """The words that should be a day, and beside them those that may be a clock time."""
    yield plain, None
    for pattern in (_TIME_LAST, _TIME_FIRST):
        if (match := pattern.fullmatch(plain)) is not None:
            yield match["rest"], match


def _within_reach(days: Days, today: date, first: date) -> Days:
    """All of the days, or none: of two days to choose from, never silently one."""
    if days[0] < first:
        raise Refused(Unread.PAST)
    if days[-1] > today + FURTHEST:
        raise Refused(Unread.TOO_FAR)
    return days
