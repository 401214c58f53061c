"""The Dutch words for days, months and numbers, in every spelling that is understood, and words that say nothing."""

from collections.abc import Iterable

from flows.dates.saying import DAYS, MONTHS

WEEKDAYS: dict[str, int] = {name: n for n, name in enumerate(DAYS)}
WEEKDAYS |= {name[:2]: n for n, name in enumerate(DAYS)} | {"vrydag": 4}

MONTH_NUMBERS: dict[str, int] = {name: n for n, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3]: n for n, name in enumerate(MONTHS, 1) if name != "maart"}
MONTH_NUMBERS |= {"mrt": 3, "febr": 2, "sept": 9}

_TO_NINETEEN = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_ORDINALS_TO_NINETEEN = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
    "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende",
)  # fmt: skip
_TWENTIES = {f"{word}entwintig": 20 + n for n, word in enumerate(_TO_NINETEEN[:9], 1)}

NUMBERS: dict[str, int] = {word: n for n, word in enumerate(_TO_NINETEEN, 1)}
NUMBERS |= _TWENTIES | {"twintig": 20, "dertig": 30, "eenendertig": 31}
ORDINALS: dict[str, int] = {word: n for n, word in enumerate(_ORDINALS_TO_NINETEEN, 1)}
ORDINALS |= {f"{word}ste": n for word, n in NUMBERS.items() if n >= 20}

FILLERS = (
    "aub", "alsjeblieft", "alstublieft", "graag", "heel graag", "denk ik", "ik denk", "misschien", "het liefst",
    "liefst", "prima", "oke", "ok", "ja", "doe maar", "dan", "dat is goed", "is goed", "lijkt me goed",
    "lijkt mij goed", "dat kan", "kan", "mag ook", "mag", "uiterlijk", "op", "hoi", "hallo", "dank je", "bedankt",
    "laten we zeggen", "zeg maar", "doen we", "wel", "ik doe het", "we doen het", "wij doen het", "dat doe ik",
    "het is klaar", "klaar", "ik kan", "het kan", "gewoon", "natuurlijk",
)  # fmt: skip
"""Words around a day that change nothing about it; so never 'niet', 'nee', 'voor', 'na', 'tot', 'maar', 'of', 'en'."""

MOMENTS = (
    "na school", "na schooltijd", "voor school", "onder schooltijd", "in de pauze", "in de grote pauze", "na het eten",
    "na het avondeten", "na het werk", "aan het eind van de dag", "eind van de dag", "in de loop van de dag", "vroeg",
    "tussen de middag",
)  # fmt: skip
"""A moment within a day that has no clock time."""


def either(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"
