"""Opening: one professional says in private why they want this talk, and shares it on the board, or not."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Ask, Board, Close, Effect, Erase, Expect, Label, Reason, SetTimer, Tell, Unseal
from flows.events import Event, Fired, Left, Pressed, Purpose, Question, Said, Tapped, Unreachable
from flows.gathering import OPENER, OPENING
from flows.lead import leads_or_refusal
from flows.line import Quote, Who
from flows.moments import OpeningMoment
from flows.names import Form, OptionId, Pace, StepId
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, Turn, button, label, refuse, silent, stay

SHARE, AGAIN, LEAVE_IT, BEGIN = (
    OptionId("deel-opening"), OptionId("aanpassen"), OptionId("sla-over"), OptionId("begin-alvast")
)  # fmt: skip
MOST_UNITS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningStep:
    """Only in a spread talk with a professional in it; after `deadline` the talk begins anyway."""

    id: StepId
    deadline: Times
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["opening"] = "opening"


def enter(step: OpeningStep, run: Run) -> Turn:
    """Ask the one who began the talk when that is a professional, else the first of school, then of care."""
    able = [p.member for p in run.in_order() if p.here and p.professional]
    if run.pace is Pace.NOW or not able:
        return Turn(run, (), NEXT)
    moment = OpeningMoment(by=run.starter if run.starter in able else able[0])
    timer = SetTimer(step=step.id, turn=run.turn, purpose=Purpose.DEADLINE, after=step.deadline.at(run.pace))
    board = Board(lines=(run.heading, run.ui("bord-wacht-op-opening")), buttons=((button(BEGIN),),))
    return stay(run, moment, _ask(step, run, moment), timer, board)


def on(step: OpeningStep, moment: OpeningMoment, run: Run, event: Event) -> Turn:
    """They wrote it, shared it or rather not; or the talk begins without."""
    close = Close(to=moment.by, question=_question(step, run, moment))
    match event:
        case Tapped(by=by, option=option) if option == BEGIN:
            return leads_or_refusal(run, by, False) or Turn(run, (*_forgotten(moment), close), NEXT)
        case Said(by=by) | Pressed(by=by) if by != moment.by:
            return refuse(run, by, Reason.CLOSED)
        case Said(by=by, question=question) if moment.words is not None and question.turn == run.turn:
            return refuse(run, by, Reason.ONE_MESSAGE)
        case Said(by=by, question=question) | Pressed(by=by, question=question) if question != close.question:
            return refuse(run, by, Reason.CLOSED)
        case Said(by=by, form=form) if form is not Form.TEXT:
            return refuse(run, by, Reason.TEXT_ONLY)
        case Said(by=by, size=size) if size > MOST_UNITS:
            return refuse(run, by, Reason.TOO_LONG)
        case Said(words=words):
            return _anew(step, run, moment, replace(moment, words=words))
        case Pressed(by=by, option=option) if option == LEAVE_IT:
            later = Tell(to=by, line=run.ui("opening-niet"))
            return Turn(run, (*_forgotten(moment), close, later), NEXT)
        case Pressed(option=option) if option == AGAIN and moment.words is not None:
            turn = _anew(step, run, moment, replace(moment, words=None))
            return replace(turn, effects=(*_forgotten(moment), *turn.effects))
        case Pressed(by=by, option=option) if option == SHARE and moment.words is not None:
            about = {**run.about, OPENING: Quote((moment.words,)), OPENER: Who(by)}
            return Turn(replace(run, about=about), (Unseal(words=(moment.words,)), close), NEXT)
        case Left(by=by) | Unreachable(by=by) if by == moment.by:
            return Turn(run, (*(_forgotten(moment) if isinstance(event, Unreachable) else ()), close), NEXT)
        case Fired(purpose=Purpose.DEADLINE):
            return Turn(run, (*_forgotten(moment), close), NEXT)
        case _:
            return silent(run)


def _ask(step: OpeningStep, run: Run, moment: OpeningMoment) -> Ask:
    """The two sentences to finish; or what they wrote, with how many people would read it."""
    line = run.ui("openen", titel=run.title)
    labels: tuple[Label, ...] = (label(LEAVE_IT),)
    if moment.words is not None:
        line = run.ui("opening-delen", tekst=Quote((moment.words,)))
        labels = (label(SHARE), label(AGAIN), label(LEAVE_IT))
    written = moment.words is not None
    return Ask(
        to=moment.by,
        question=_question(step, run, moment),
        line=line,
        labels=labels,
        expect=Expect.LABEL if written else Expect.NOTE,
        audience=written,
    )


def _anew(step: OpeningStep, run: Run, before: OpeningMoment, moment: OpeningMoment) -> Turn:
    asked = replace(moment, round=before.round + 1)
    close = Close(to=before.by, question=_question(step, run, before))
    return stay(run, asked, close, _ask(step, run, asked))


def _question(step: OpeningStep, run: Run, moment: OpeningMoment) -> Question:
    return Question(step.id, run.turn, moment.round)


def _forgotten(moment: OpeningMoment) -> tuple[Effect, ...]:
    return (Erase(words=(moment.words,)),) if moment.words is not None else ()
