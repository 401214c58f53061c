"""Spots what hardly ever belongs in a chat (a citizen service number, a date of birth, a diagnosis), and danger."""

import re
from datetime import date
from enum import StrEnum

YOUNGEST = 3
"""Years: a full date longer ago than this is rather a birthday than an appointment."""


class Delicate(StrEnum):
    """What is worth asking about; the value is the string's key in content/ui."""

    BIRTH = "gevoelig-geboortedatum"
    DIAGNOSIS = "gevoelig-diagnose"
    BLAME = "gevoelig-verwijt"


_NINE = re.compile(r"(?<![\d+])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?!\d)")
_ABROAD = re.compile(r"(?:\+|\b00)\d{2}[ .-]?$")  # +31 612345678 is a telephone number

_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december")  # fmt: skip
_FIGURES = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_IN_WORDS = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")
_BORN = re.compile(r"\b(?:geboren op|geboortedatum|geboortedag)\b[^\n]{0,20}\d")

_DIAGNOSES = re.compile(
    r"\b(?:adhd|add|ass|autis(?:me|t|tisch\w*)|asperger\w*|pdd-?nos|odd|ocd|ptss|tourette|tos|lvb|anorexia|boulimia|"
    r"borderline|bipolair\w*|depressie|epilepsie|psychose|schizofreni\w*|dyslexie|dyscalculie|\w+stoornis(?:sen)?|"
    r"syndroom van down|downsyndroom)\b"
)


_BLAME = re.compile(
    r"\b(?:schuld|leugen\w*|lieg\w*|onzin|belachelijk\w*|schandalig\w*|waardeloos|incompetent\w*|onbekwaam|lui|"
    r"onprofessione\w+|asociaal|aanstelle\w*)\b|"
    r"\b(?:jij|jullie|je|hij|zij|ze|school|juf|meester|moeder|vader|ouders?|mentor|leraar|docent|jeugdhulp)\b[^.?!]{0,40}"
    r"\b(?:altijd|nooit|weer niet|steeds weer)\b"
)


_DANGER = re.compile(
    r"\b(?:(?:wil|wou|wilde|zou willen)\w* dood|dood (?:wil|zijn)|niet meer (?:wil )?leven|zelfmoord\w*|zelfdoding|"
    r"suïcid\w*|suicid\w*|(?:mezelf|zichzelf) (?:iets aan|pijn|snij\w+)|snij\w* (?:mezelf|zichzelf)|"
    r"sla(?:at|an) (?:mij|me|hem|haar|ons)|bang (?:om naar huis|thuis)|(?:on|niet )veilig thuis|mishandel\w*|"
    r"misbruik\w*|aangerand|aanrand\w*|verkracht\w*|bedreig\w*)\b"
)


def speaks_of_danger(text: str) -> bool:
    """Whether it holds words after which somebody should see where help is. A short list: it judges nothing."""
    return _DANGER.search(text.casefold()) is not None


def holds_citizen_number(text: str) -> bool:
    """Whether there is a number of nine digits in it that passes the eleven-test of the burgerservicenummer."""
    return any(
        _passes_eleven_test(re.sub(r"\D", "", found[0]))
        for found in _NINE.finditer(text)
        if not _ABROAD.search(text, 0, found.start())
    )


def worth_asking(text: str, *, today: date) -> Delicate | None:
    """What in it may be asked about, once and gently: does this belong here? Understood in Dutch."""
    said = " ".join(text.casefold().split())
    if _BORN.search(said) or any(_is_long_ago(day, today) for day in _dates(said)):
        return Delicate.BIRTH
    return Delicate.DIAGNOSIS if _DIAGNOSES.search(said) else None


def sounds_like_blame(text: str) -> bool:
    """Whether a title or a question may be read as an accusation: who wrote it is asked once, and decides."""
    return bool(_BLAME.search(" ".join(text.casefold().split())))


def _passes_eleven_test(digits: str) -> bool:
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return weighed % 11 == 0 and digits != "0" * 9


def _dates(said: str) -> list[date]:
    written = [(int(y), int(m), int(d)) for d, m, y in _FIGURES.findall(said)]
    written += [(int(y), _MONTHS.index(m) + 1, int(d)) for d, m, y in _IN_WORDS.findall(said)]
    return [date(y, m, d) for y, m, d in written if _exists(y, m, d)]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_long_ago(day: date, today: date) -> bool:
    return (day.year + YOUNGEST, day.month, day.day) < (today.year, today.month, today.day)
