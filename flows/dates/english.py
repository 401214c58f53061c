"""Days typed in English, put into the Dutch words that the one grammar knows; a word it has no Dutch for stays."""

import re
from collections.abc import Mapping

from flows.dates.saying import DAYS, MONTHS
from flows.dates.words import NUMBERS, ORDINALS, either

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip

_WORDS: dict[str, str] = {name[:3]: dutch for name, dutch in zip(_DAYS, DAYS, strict=True)}
_WORDS |= {name[:3]: dutch for name, dutch in zip(_MONTHS, MONTHS, strict=True)}
_WORDS |= {"tues": "dinsdag", "weds": "woensdag", "thur": "donderdag", "thurs": "donderdag", "sept": "september"}
_WORDS |= dict(zip((*_DAYS, *_MONTHS), (*DAYS, *MONTHS), strict=True))
_WORDS |= dict(zip(_NUMBERS, NUMBERS, strict=False)) | dict(zip(_ORDINALS, ORDINALS, strict=False))
_WORDS |= {
    "today": "vandaag", "tonight": "vandaag savonds", "tomorrow": "morgen", "the day after tomorrow": "overmorgen",
    "day after tomorrow": "overmorgen", "yesterday": "gisteren", "the day before yesterday": "eergisteren",
    "this morning": "vandaag smorgens", "this afternoon": "vandaag smiddags", "this evening": "vandaag savonds",
    "in the morning": "smorgens", "in the afternoon": "smiddags", "in the evening": "savonds",
    "morning": "smorgens", "afternoon": "smiddags", "evening": "savonds", "noon": "12 uur", "o'clock": "uur",
    "a week": "een week", "a month": "een maand", "a year": "een jaar", "a fortnight": "2 weken", "days": "dagen",
    "day": "dag", "weeks": "weken", "months": "maanden", "month": "maand", "year": "jaar", "years": "jaar",
    "this": "deze", "this weekend": "dit weekend", "the weekend": "het weekend", "the week": "de week",
    "the month": "de maand", "next": "volgende", "next year": "volgend jaar", "next weekend": "volgend weekend",
    "coming": "komende", "the coming": "komende", "last": "vorige", "ago": "geleden", "from now": "",
    "beginning of": "begin van", "start of": "begin van", "middle of": "midden van", "end of": "eind van",
    "before": "voor", "after": "na", "or": "of", "of": "van", "on": "", "by": "", "the": "", "at": "om", "around": "om",
    "from": "van", "up to and including": "tot en met", "through": "tot en met", "until": "tot", "till": "tot",
    "after school": "na school", "after work": "na het werk", "before school": "voor school", "please": "",
    "i think": "", "maybe": "", "yes": "", "sure": "", "fine": "", "that's": "", "is": "", "let's say": "", "hi": "",
    "hello": "", "thanks": "", "thank you": "", "works": "", "for me": "", "would be good": "", "good": "",
    "as soon as possible": "zo snel mogelijk", "soon": "binnenkort", "later": "later",
}  # fmt: skip
_ORDERED: Mapping[re.Pattern[str], str] = {
    re.compile(pattern): dutch
    for pattern, dutch in (
        ("[‘’`´]", "'"),
        (r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1e"),
        (r"\b(?:half past|half) (\d{1,2})\b", r"\1:30"),
        (r"\bquarter past\b", "kwart over"),
        (r"\bquarter to\b", "kwart voor"),
        (r"\b(?:the )?last (?=[a-z]+ (?:of|in) )", "laatste "),
        (r"\bwithin (?=\d|[a-z]+ (?:day|week|month|year))", "binnen "),
        (r"\bin (?=\d|(?:a|[a-z]+) (?:day|week|fortnight|month|year))", "over "),
        (r"\b(weeks?|days?|months?)' time\b", r"\1"),
        (r"\bhalf a year\b|\bsix months\b", "een half jaar"),
    )
}
_HALF_A_DAY = re.compile(r"(?P<hour>\d{1,2})(?P<minutes>[:.]\d{2})? ?(?P<half>[ap])\.?m\b\.?")
_KNOWN = re.compile(rf"(?<![\w'])({either(map(re.escape, _WORDS))})(?![\w'])")
_MONTH_FIRST = re.compile(rf"(?<!\d )(?<!\de )\b({either(MONTHS)}) (?:de )?(\d{{1,2}}e?)(?!\d),?")


def in_dutch(text: str) -> str:
    """'Next Tuesday' as 'volgende dinsdag', 'March 12th' as '12e maart'. What is Dutch already stays as it is."""
    said = _HALF_A_DAY.sub(_on_the_clock, text.casefold())
    for pattern, dutch in _ORDERED.items():
        said = pattern.sub(dutch, said)
    said = _KNOWN.sub(lambda found: _WORDS[found[0]], said)
    return _MONTH_FIRST.sub(r"\2 \1", " ".join(said.split()))


def _on_the_clock(found: re.Match[str]) -> str:
    hour = int(found["hour"]) % 12 + (12 if found["half"] == "p" else 0)
    return f"{hour:02}{found['minutes'] or ''} uur"
