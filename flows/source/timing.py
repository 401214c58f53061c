"""How long a step waits, for each pace of a talk."""

from flows.manners import Duration, Unit, read_duration
from flows.problems import Code
from flows.source.entry import Entry
from flows.times import Times

_SOME = Duration(1, Unit.DAYS)  # stands in where a problem was told


def read_remind(entry: Entry) -> Times | None:
    """After how long somebody is reminded, when that is done."""
    return read_times(entry, "remind") if "remind" in entry else None


def read_times(entry: Entry, key: str) -> Times:
    """A duration for each pace: one for both, or `nu` and `verspreid`."""
    if not entry.is_mapping(key):
        same = _duration(entry, key)
        return Times(now=same, spread=same)
    both = entry.mapping(key)
    times = Times(now=_duration(both, "nu"), spread=_duration(both, "verspreid"))
    both.done()
    return times


def _duration(entry: Entry, key: str) -> Duration:
    text = entry.text(key)
    duration = read_duration(text.text)
    if duration is None and text.text:
        what = f"'{text.text}' is geen tijdsduur; schrijf bijvoorbeeld '20 minuten', '3 dagen' of '2 schooldagen'"
        entry.problem(text.at, Code.NOT_A_DURATION, what)
    return duration if duration is not None else _SOME
