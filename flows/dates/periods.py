"""Reads a stretch of days a person typed in Dutch: 'van 20 december tot en met 3 januari', or one day."""

import re
from datetime import date

from flows.dates.english import in_dutch
from flows.dates.outcome import Read
from flows.dates.reading import read_date

_VOWED = re.compile(
    r"\s*(?:(?:vrij|vakantie)\s+)?(?:van(?:af)?\s+)?(?P<first>.+?)\s+(?:tot\s+en\s+met|t\s*/\s*m)\s+(?P<last>.+?)\s*",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(r"\s*(?:vrij\s+)?(?:op\s+)?(?P<day>.+?)\s*", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\d{1,2}")


def read_period(text: str, *, today: date, language: str = "nl") -> tuple[date, date] | None:
    """The first and the last day, both included; None when a word is not understood or a day is not certain.

    'tot' alone is refused: people differ on whether that last day belongs to it. `language`: of who typed it, beside
    Dutch.
    """
    read = _read(text, today)
    return _read(in_dutch(text), today) if read is None and language == "en" else read


def _read(text: str, today: date) -> tuple[date, date] | None:
    stretch = _VOWED.fullmatch(text)
    if stretch is None:
        one = _ONE_DAY.fullmatch(text)
        day = _certain(read_date(one["day"], today=today)) if one is not None else None
        return (day, day) if day is not None else None
    first_words, last_words = stretch["first"], stretch["last"]
    if _BARE_NUMBER.fullmatch(first_words):  # 'van 20 tot en met 24 december': the month stands once
        month = re.sub(r"^\S+\s*", "", last_words)
        first_words = f"{first_words} {month}"
    first = _certain(read_date(first_words, today=today))
    last = _certain(read_date(last_words, today=today))
    if first is not None and (last is None or last < first):  # 'maandag 7 december t/m vrijdag'
        last = _certain(read_date(last_words, today=first))
    return (first, last) if first is not None and last is not None else None


def _certain(read: Read) -> date | None:
    return read.days[0] if len(read.days) == 1 else None
