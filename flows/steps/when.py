"""When: one person gives a day, by a label, the calendar or in typed Dutch, and sees it read back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from flows.effects import Ask, Close, Expect, Label, Reason
from flows.events import DayGiven, Event, Fired, Pressed, Purpose, Question, Returned
from flows.line import Day
from flows.moments import WhenMoment
from flows.names import OptionId, StepId
from flows.reach import AWAY, USUAL, reach
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, TIME_UP, Turn, label, reader, refuse, silent, stay, wake

YES, OTHER, STOP = OptionId("klopt"), OptionId("andere-dag"), OptionId("stoppen")
FIRST, SECOND = OptionId("dag-1"), OptionId("dag-2")
CALENDAR = OptionId("kalender")  # opens a calendar; the shell shows it and gives back a day
SAME_DAY = OptionId("die-dag-alleen")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenStep:
    """The day is kept under the step's own name. `offer`: the days on labels.

    `since`: the last day of a time that began on the day known by this name. `within`: a time from now on, so many
    days at most. `past`: it may have been.
    """

    id: StepId
    deadline: Times
    since: str | None = None
    within: int | None = None
    past: bool = False
    offer: tuple[OptionId, ...] = USUAL
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["when"] = "when"


def enter(step: WhenStep, run: Run) -> Turn:
    """Ask which day."""
    timer = wake(run, Purpose.DEADLINE, step.deadline)
    return stay(run, WhenMoment(), _open(step, run, 0), timer)


def on(step: WhenStep, moment: WhenMoment, run: Run, event: Event) -> Turn:
    """A day was given, confirmed, or not understood."""
    asked = Question(step.id, run.turn, moment.round)
    match event:
        case DayGiven(by=by, question=question) | Pressed(by=by, question=question) if question != asked:
            return refuse(run, by, Reason.CLOSED)
        case DayGiven(by=by, days=()):
            return refuse(run, by, Reason.PAST_DAY if event.past and not step.past else Reason.UNKNOWN_DAY)
        case DayGiven(days=days):
            return _read_back(step, moment, run, days, event.at.date())
        case Pressed(option=option) if option in step.offer and step.since is None:
            today = event.at.date()  # events carry the circle's wall time zone
            return _read_back(step, moment, run, (today + timedelta(days=AWAY[option]),), today)
        case Pressed(by=by, option=option) if option == SAME_DAY and step.since is not None:
            first = reach(run, event.at.date(), since=step.since).first
            return _kept(step, run, first, Close(to=by, question=asked))
        case Pressed(by=by, option=option) if option in (YES, FIRST) and moment.days:
            return _kept(step, run, moment.days[0], Close(to=by, question=asked))
        case Pressed(by=by, option=option) if option == SECOND and len(moment.days) > 1:
            return _kept(step, run, moment.days[1], Close(to=by, question=asked))
        case Pressed(by=by, option=option) if option == STOP:
            return Turn(run, (Close(to=by, question=asked),), STOP)
        case Pressed(by=by):
            again = replace(moment, round=moment.round + 1, days=())
            return stay(run, again, Close(to=by, question=asked), _open(step, run, again.round))
        case Returned() if moment.days:
            return _read_back(step, moment, run, moment.days, event.at.date())
        case Returned():
            again = replace(moment, round=moment.round + 1)
            return stay(run, again, Close(to=reader(run), question=asked), _open(step, run, again.round))
        case Fired(purpose=Purpose.DEADLINE):
            return Turn(run, (Close(to=reader(run), question=asked),), TIME_UP)
        case _:
            return silent(run)


def _open(step: WhenStep, run: Run, round: int) -> Ask:
    return Ask(
        to=reader(run),
        question=Question(step.id, run.turn, round),
        line=run.line(f"{step.id}.text"),
        labels=tuple(label(o) for o in (*(step.offer if step.since is None else (SAME_DAY,)), CALENDAR, STOP)),
        expect=Expect.DAY,
    )


def _read_back(step: WhenStep, moment: WhenMoment, run: Run, given: tuple[date, ...], today: date) -> Turn:
    by, within = reader(run), reach(run, today, since=step.since, within=step.within, past=step.past)
    days = within.of(given)
    if not days:
        return refuse(run, by, Reason.DAY_OUT_OF_REACH, eerste=Day(within.first), laatste=Day(within.last))
    again = replace(moment, round=moment.round + 1, days=days)
    close = Close(to=by, question=Question(step.id, run.turn, moment.round))
    if len(days) == 1:
        line = run.ui("dag-klopt", dag=Day(days[0]))
        labels: tuple[Label, ...] = (label(YES), label(OTHER))
    else:
        line = run.ui("dag-welke")
        labels = (
            Label(FIRST, run.ui("knop-dag", dag=Day(days[0]))),
            Label(SECOND, run.ui("knop-dag", dag=Day(days[1]))),
            label(OTHER),
        )
    ask = Ask(to=by, question=Question(step.id, run.turn, again.round), line=line, labels=labels, expect=Expect.DAY)
    return stay(run, again, close, ask)


def _kept(step: WhenStep, run: Run, day: date, close: Close) -> Turn:
    return Turn(replace(run, about={**run.about, step.id: Day(day)}), (close,), NEXT)
