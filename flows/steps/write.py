"""Write: one person writes one short text, and may make it shorter."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Ask, Close, Effect, Erase, Expect, Label, Reason
from flows.events import Event, Fired, Pressed, Purpose, Question, Returned, Said
from flows.line import Count, Quote
from flows.moments import WriteMoment
from flows.names import Form, OptionId, StepId, WordsId
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, SKIP, TIME_UP, Turn, label, reader, refuse, silent, stay, wake

KEEP, SHORTER, STOP = OptionId("zo-is-het-goed"), OptionId("korter-maken"), OptionId("stoppen")
MOST_ASKED = 1500
"""The longest text a step can ask for, in UTF-16 units."""
ROOM = 400  # `most` is the gentle end; the hard one is here, or at four times `most` when that is more


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteStep:
    """Asks for a text of about `most` characters; longer gets a gentle hint, no wall. `skip`: it may be left open."""

    id: StepId
    most: int
    deadline: Times
    skip: bool = False
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["write"] = "write"


def enter(step: WriteStep, run: Run) -> Turn:
    """Ask for the text."""
    timer = wake(run, Purpose.DEADLINE, step.deadline)
    return stay(run, WriteMoment(), _ask(step, run, WriteMoment()), timer)


def on(step: WriteStep, moment: WriteMoment, run: Run, event: Event) -> Turn:
    """The text came, was too long for comfort, or did not come."""
    asked = Question(step.id, run.turn, moment.round)
    close = Close(to=reader(run), question=asked)
    match event:
        case Said(by=by, question=question) | Pressed(by=by, question=question) if question != asked:
            return refuse(run, by, Reason.CLOSED)
        case Said(by=by, form=form) if form is not Form.TEXT:
            return refuse(run, by, Reason.TEXT_ONLY)
        case Said(by=by, size=size) if size > max(ROOM, 4 * step.most):
            return refuse(run, by, Reason.TOO_LONG)
        case Said(words=words, size=size):
            before = _erased(moment)
            if size <= step.most:
                return Turn(_kept(step, run, words), (*before, close), NEXT)
            longer = replace(moment, round=moment.round + 1, words=words)
            return stay(run, longer, *before, close, _ask(step, run, longer))
        case Pressed(option=option) if option == STOP or (option == SKIP and step.skip):
            return Turn(run, (*_erased(moment), close), option)
        case Pressed(option=option) if option == KEEP and moment.words is not None:
            return Turn(_kept(step, run, moment.words), (close,), NEXT)
        case Pressed(option=option) if option == SHORTER and moment.words is not None:
            again = replace(moment, round=moment.round + 1)
            hint = run.ui("schrijf-korter", meest=Count(step.most))
            ask = replace(_ask(step, run, again), line=hint, labels=(label(KEEP), label(STOP)))
            return stay(run, again, close, ask)
        case Returned():
            again = replace(moment, round=moment.round + 1)
            return stay(run, again, close, _ask(step, run, again))
        case Fired(purpose=Purpose.DEADLINE):
            return Turn(run, (*_erased(moment), close), TIME_UP)
        case _:
            return silent(run)


def _ask(step: WriteStep, run: Run, moment: WriteMoment) -> Ask:
    """The question, or the text so far with a gentle hint when it is long."""
    line = run.line(f"{step.id}.text")
    labels: tuple[Label, ...] = (*((label(SKIP),) if step.skip else ()), label(STOP))
    if moment.words is not None:
        line = run.ui("best-lang", tekst=Quote((moment.words,)), meest=Count(step.most))
        labels = (label(KEEP), label(SHORTER), label(STOP))
    question = Question(step.id, run.turn, moment.round)
    return Ask(to=reader(run), question=question, line=line, labels=labels, expect=Expect.NOTE)


def _erased(moment: WriteMoment) -> tuple[Effect, ...]:
    return (Erase(words=(moment.words,)),) if moment.words is not None else ()


def _kept(step: WriteStep, run: Run, words: WordsId) -> Run:
    return replace(run, about={**run.about, step.id: Quote((words,))})
