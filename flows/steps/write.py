"""Write: one person writes one short text, and may make it shorter."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Ask, Close, Effect, Erase, Expect, Reason, SetTimer
from flows.events import Event, Fired, Pressed, Purpose, Question, Said
from flows.line import Count, Quote
from flows.moments import WriteMoment
from flows.names import Form, OptionId, StepId, WordsId
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, TIME_UP, Turn, label, refuse, silent, stay

KEEP, SHORTER, STOP = OptionId("zo-is-het-goed"), OptionId("korter-maken"), OptionId("stoppen")
MOST_UNITS = 400  # a hard end; `most` is the gentle one


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteStep:
    """Asks for a text of about `most` characters; longer gets a gentle hint, not a wall."""

    id: StepId
    most: int
    deadline: Times
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["write"] = "write"


def enter(step: WriteStep, run: Run) -> Turn:
    """Ask for the text."""
    timer = SetTimer(step=step.id, turn=run.turn, purpose=Purpose.DEADLINE, after=step.deadline.at(run.pace))
    ask = Ask(
        to=run.participants[0].member,
        question=Question(step.id, run.turn, 0),
        line=run.line(f"{step.id}.text"),
        labels=(label(STOP),),
        expect=Expect.NOTE,
    )
    return stay(run, WriteMoment(), ask, timer)


def on(step: WriteStep, moment: WriteMoment, run: Run, event: Event) -> Turn:
    """The text came, was too long for comfort, or did not come."""
    asked = Question(step.id, run.turn, moment.round)
    match event:
        case Said(by=by, words=words, form=form, size=size, question=question):
            if form is not Form.TEXT:
                return refuse(run, by, Reason.TEXT_ONLY)
            if size > MOST_UNITS:
                return refuse(run, by, Reason.TOO_LONG)
            if question != asked:
                return refuse(run, by, Reason.CLOSED)
            before: tuple[Effect, ...] = (Erase(words=(moment.words,)),) if moment.words else ()
            close = Close(to=by, question=asked)
            if size <= step.most:
                return Turn(_kept(step, run, words), (*before, close), NEXT)
            longer = replace(moment, round=moment.round + 1, words=words, long=True)
            hint = Ask(
                to=by,
                question=Question(step.id, run.turn, longer.round),
                line=run.ui("best-lang", tekst=Quote((words,)), meest=Count(step.most)),
                labels=(label(KEEP), label(SHORTER), label(STOP)),
                expect=Expect.NOTE,
            )
            return stay(run, longer, *before, close, hint)
        case Pressed(by=by, option=option, question=question):
            close = Close(to=by, question=asked)
            if question != asked:
                return refuse(run, by, Reason.CLOSED)
            if option == STOP:
                gone: tuple[Effect, ...] = (Erase(words=(moment.words,)),) if moment.words else ()
                return Turn(run, (*gone, close), STOP)
            if option == KEEP and moment.words is not None:
                return Turn(_kept(step, run, moment.words), (close,), NEXT)
            again = Ask(
                to=by,
                question=Question(step.id, run.turn, moment.round + 1),
                line=run.ui("schrijf-korter", meest=Count(step.most)),
                labels=(label(KEEP), label(STOP)),
                expect=Expect.NOTE,
            )
            return stay(run, replace(moment, round=moment.round + 1), close, again)
        case Fired(purpose=Purpose.DEADLINE):
            gone = (Erase(words=(moment.words,)),) if moment.words else ()
            return Turn(run, (*gone, Close(to=run.participants[0].member, question=asked)), TIME_UP)
        case _:
            return silent(run)


def _kept(step: WriteStep, run: Run, words: WordsId) -> Run:
    return replace(run, about={**run.about, step.id: Quote((words,))})
