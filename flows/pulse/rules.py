"""When numbers may be seen, what counts as low or falling, and what follows from it (docs/explanation/rules.md)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from flows.names import OptionId, StepId
from flows.pulse.model import Answers, Point, Question, Reading

FLOOR = 3
"""People per question below which nothing is shown."""

LOW = 55
"""Tenths. Below five and a half is a fail at every Dutch school."""

FALLS_AT_ONCE, FALLS_IN_TWO = 20, 10
"""Tenths: how much lower than the time before, or lower twice in a row, counts as falling."""

SIX_WEEKS = timedelta(weeks=6)
QUIET_AFTER_PULSE = timedelta(weeks=2)
MOST_SHOWN = 5
"""Pulses in one picture: more can't be read on a phone, nor said in one caption."""


def numbers(kept: Mapping[StepId, OptionId]) -> Answers:
    """What somebody chose in a flow of the pulse, as numbers; what was skipped or not reached is left out."""
    chosen = {question: kept.get(StepId(question), OptionId("")).removeprefix("c") for question in Question}
    return {question: int(number) for question, number in chosen.items() if number.isdigit()}


def asks_consent(answers: Sequence[Answers]) -> bool:
    """Whether those who answered are asked if it may be shown: two. One number alone is never shown."""
    return len(answers) == 2


def read_off(answers: Sequence[Answers], *, consented: bool = False) -> Mapping[Question, Point]:
    """What may be shown of these answers. `consented`: both of two said yes."""
    enough = 2 if consented and asks_consent(answers) else FLOOR
    given = {question: [a[question] for a in answers if question in a] for question in Question}
    return {
        question: Point(count=len(values), total=sum(values), low=min(values), high=max(values))
        for question, values in given.items()
        if len(values) >= enough
    }


class Trend(StrEnum):
    """How one question goes."""

    STEADY = "gelijk"
    FALLING = "dalend"
    LOW = "laag"


def trend(readings: Sequence[Reading], question: Question) -> Trend:
    """How this question goes, by the newest reading that has it. Readings are oldest first."""
    line = [r.points[question].tenths for r in readings if question in r.points]
    if not line or not readings or question not in readings[-1].points:
        return Trend.STEADY
    *before, now = line
    if before and before[-1] - now >= FALLS_AT_ONCE:
        return Trend.FALLING
    if len(before) > 1 and before[-2] > before[-1] > now and before[-2] - now >= FALLS_IN_TWO:
        return Trend.FALLING
    return Trend.LOW if now < LOW else Trend.STEADY


def invites(readings: Sequence[Reading], last_invited: date | None) -> bool:
    """Whether the circle is invited, once, to look at it together: not again within six weeks."""
    if not readings or (last_invited is not None and readings[-1].on < last_invited + SIX_WEEKS):
        return False
    return any(trend(readings, question) is not Trend.STEADY for question in Question)


def shown(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings for the picture: the newest that have anything to show, oldest first."""
    return tuple(r for r in readings if r.points)[-MOST_SHOWN:]


def next_round(today: date, last_pulse: date | None) -> date | None:
    """None: ask now. Else the day to come back, because people were asked only just."""
    if last_pulse is None or today - last_pulse >= QUIET_AFTER_PULSE:
        return None
    return last_pulse + SIX_WEEKS
