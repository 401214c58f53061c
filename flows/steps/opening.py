"""Opening: one professional says in private why they want this talk, and shares it with the group, or not."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows import openings
from flows.effects import Board, Close, Reason, SetTimer, Tell, Unseal
from flows.events import (
    AudienceGrew,
    AudienceTold,
    Event,
    Fired,
    Left,
    Pressed,
    Purpose,
    Revealed,
    Said,
    Tapped,
    Unreachable,
)
from flows.lead import leads_or_refusal
from flows.moments import OpeningMoment
from flows.names import Form, OptionId, Pace, StepId
from flows.openings import AGAIN, LEAVE_IT, SHARE
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, Turn, button, refuse, silent, stay, wake

BEGIN = OptionId("begin-alvast")
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
    board = Board(lines=(run.heading, run.ui("bord-wacht-op-opening")), buttons=((button(BEGIN),),))
    return stay(run, moment, openings.put(run, moment), _timer(step, run, moment), board)


def on(step: OpeningStep, moment: OpeningMoment, run: Run, event: Event) -> Turn:
    """They wrote it, shared it or rather not; it lies open, or could not be shown; or the talk begins without."""
    asked = openings.question(run, moment)
    match event:
        case Tapped(by=by, option=option) if option == BEGIN:
            return leads_or_refusal(run, by, False) or _without_it(run, moment)
        case Said(by=by) | Pressed(by=by) if by != moment.by:
            return refuse(run, by, Reason.CLOSED)
        case Said(by=by, question=at) if moment.words is not None and at.turn == run.turn and not moment.turning:
            return refuse(run, by, Reason.ONE_MESSAGE)
        case Said(by=by, question=question) | Pressed(by=by, question=question) if question != asked:
            return refuse(run, by, Reason.CLOSED)
        case Said(by=by, form=form) if form is not Form.TEXT:
            return refuse(run, by, Reason.TEXT_ONLY)
        case Said(by=by, size=size) if size > MOST_UNITS:
            return refuse(run, by, Reason.TOO_LONG)
        case Said(words=words):
            return openings.anew(run, replace(moment, words=words))
        case Pressed(by=by, option=option) if option == LEAVE_IT:
            later = Tell(to=by, line=run.ui("opening-niet"))
            return Turn(run, (*openings.given_up(run, moment), later), NEXT)
        case Pressed(option=option) if option == AGAIN and moment.words is not None:
            fresh = replace(moment, words=None, told=None, anyone=False)
            return openings.anew(run, fresh, *openings.forgotten(moment))
        case Pressed(by=by, option=option) if option == SHARE and moment.words is not None:
            turning = replace(moment, round=moment.round + 1, timer=moment.round + 1, turning=True)
            thanks = Tell(to=by, line=run.ui("opening-komt"))
            closed = Close(to=by, question=asked)
            return stay(run, turning, closed, thanks, openings.turned(run, turning), _timer(step, run, turning))
        case Revealed() if moment.turning and moment.words is not None:
            return Turn(run, (Unseal(words=(moment.words,)),), NEXT)
        case AudienceGrew(count=count) if moment.turning:
            grew = replace(moment, turning=False, told=count, anyone=count is None, timer=moment.round + 1)
            return openings.anew(run, grew, _timer(step, run, grew))
        case AudienceTold(question=question, count=count) if question == asked:
            return stay(run, replace(moment, told=count))
        case Left(by=by) | Unreachable(by=by) if by == moment.by:
            return Turn(run, openings.given_up(run, moment, erased=isinstance(event, Left)), NEXT)
        case Fired(purpose=Purpose.DEADLINE, round=round) if round == moment.timer:
            return _without_it(run, moment)
        case _:
            return silent(run)


def _without_it(run: Run, moment: OpeningMoment) -> Turn:
    return Turn(run, (*openings.given_up(run, moment), *openings.too_late(run, moment)), NEXT)


def _timer(step: OpeningStep, run: Run, moment: OpeningMoment) -> SetTimer:
    return wake(run, Purpose.DEADLINE, step.deadline, round=moment.timer)
