"""Clock times as people type them: 'om 3 uur', '15.30u', 'half negen', "'s middags"."""

import re
from datetime import time

from flows.dates.outcome import Refused, Unread
from flows.dates.words import NUMBERS, either

_HOURS = {word: n for word, n in NUMBERS.items() if n <= 12} | {str(n): n for n in range(1, 13)}
_MINUTES = {word: n for word, n in NUMBERS.items() if n <= 25} | {str(n): n for n in range(1, 30)} | {"kwart": 15}
_PART = r"(?:smorgens|sochtends|smiddags|savonds|in de (?:ochtend|morgen|middag|avond))"
_HOUR, _UUR = either(_HOURS), r"(?:uur|u|h)"
_CLOCK = (
    rf"(?:(?P<digits>[0-9]{{1,2}})(?:[:.](?P<past>[0-9]{{2}}) ?{_UUR}?| ?{_UUR} ?(?P<after>[0-9]{{2}})?)"
    rf"|half (?P<half>{_HOUR})(?: uur)?"
    rf"|(?P<minutes>{either(_MINUTES)}) (?P<side>voor|over) (?P<near_half>half )?(?P<hour>{_HOUR})(?: uur)?"
    rf"|(?P<word>{either(NUMBERS)}) uur"
    rf"|(?<=om )(?P<bare>{_HOUR}|1[3-9]|2[0-3]))"
)
CLOCK = rf"(?:(?P<before>{_PART}) )?(?:(?:om|rond|tegen|vanaf) )?{_CLOCK}(?: (?P<later>{_PART}))?|(?P<only>{_PART})"
"""A pattern for a clock time with or without a part of the day, or a part of the day only."""

_MARKED = re.compile(rf"om |{_UUR}\b|:")
_DAY_AND_MONTH = re.compile(r"(0?[1-9]|[12][0-9]|3[01])\.(0[1-9]|1[0-2])")


def clock_time(match: re.Match[str]) -> time | None:
    """The time a match of `CLOCK` means; None for a part of the day only. Raises Refused for what is no time.

    An hour before seven without a leading zero or a part of the day is one after noon: nobody in a circle
    meets at three at night.
    """
    if match["only"] is not None:
        return None
    part = match["before"] or match["later"]
    if match["before"] is not None and match["later"] is not None:
        raise Refused(Unread.UNKNOWN)
    if not _MARKED.search(match[0]) and _DAY_AND_MONTH.search(match[0]):
        raise Refused(Unread.UNKNOWN)  # 12.03 may well be a date
    total = _minutes(match)
    hour = _shifted(total // 60, part, literal=(match["digits"] or "").startswith("0"))
    if not 0 < hour < 24 or not 0 <= int(match["past"] or match["after"] or 0) < 60:
        raise Refused(Unread.IMPOSSIBLE)
    return time(hour, total % 60)


def _minutes(match: re.Match[str]) -> int:
    """Minutes since midnight, as said."""
    if match["digits"] is not None:
        return int(match["digits"]) * 60 + int(match["past"] or match["after"] or 0) % 60
    if match["half"] is not None:
        return _HOURS[match["half"]] * 60 - 30
    if match["minutes"] is not None:
        whole = _HOURS[match["hour"]] * 60 - (30 if match["near_half"] else 0)
        return whole + _MINUTES[match["minutes"]] * (1 if match["side"] == "over" else -1)
    if match["word"] is not None:
        return NUMBERS[match["word"]] * 60
    return int(_HOURS.get(match["bare"], 0) or match["bare"]) * 60


def _shifted(hour: int, part: str | None, *, literal: bool) -> int:
    if part is None:
        return hour + 12 if hour < 7 and not literal else hour
    if "middag" in part:
        hour = hour + 12 if hour < 7 else hour
        right = 12 <= hour <= 18
    elif "avond" in part:
        hour = hour + 12 if 5 <= hour < 12 else hour
        right = 17 <= hour <= 23
    else:
        right = 4 <= hour < 12
    if not right:
        raise Refused(Unread.IMPOSSIBLE)
    return hour
