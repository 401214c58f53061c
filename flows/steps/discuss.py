"""Discuss: people talk freely; the bot does not read along and waits until somebody moves on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Board, Deed, Do, Post, Reason
from flows.events import Event, Fired, Purpose, Tapped
from flows.lead import leads_or_refusal
from flows.line import Lines
from flows.moments import DiscussMoment
from flows.names import OptionId, StepId
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, TIME_UP, Turn, button, refuse, silent, stay, wake

DONE, MEET = OptionId("uitgepraat"), OptionId("liever-bellen")
PAUSE = OptionId("even-pauze")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussStep:
    """The prompt: the card's `slot`, or an own text. After `deadline` anyone may move on; after `last` the bot does."""

    id: StepId
    slot: str
    deadline: Times
    last: Times
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["discuss"] = "discuss"


def enter(step: DiscussStep, run: Run) -> Turn:
    """Start a fresh board below the cards."""
    said = run.line(step.slot)
    own = step.slot == f"{step.id}.text"  # then the file says it all
    board = Board(
        lines=(said if own else run.ui("bord-praten", vraag=Lines((said,))),),
        buttons=((button(DONE), button(MEET)), (button(PAUSE),)),
        fresh=True,
    )
    timers = tuple(
        wake(run, purpose, times) for purpose, times in ((Purpose.DEADLINE, step.deadline), (Purpose.LAST, step.last))
    )
    return stay(run, DiscussMoment(), board, *timers)


def on(step: DiscussStep, moment: DiscussMoment, run: Run, event: Event) -> Turn:
    """The starter moves on; after the deadline anyone may (docs/explanation/rules.md)."""
    match event:
        case Tapped(by=by, option=option) if option == DONE:
            return leads_or_refusal(run, by, moment.open_to_all) or Turn(run, (), NEXT)
        case Tapped(by=by, option=option) if option == MEET:
            if moment.met:
                return refuse(run, by, Reason.TWICE)
            return stay(run, replace(moment, met=True), Post(line=run.ui("liever-bellen")))
        case Tapped(by=by, option=option) if option == PAUSE:
            return Turn(run, (Do(deed=Deed.PARK, by=by),))
        case Fired(purpose=Purpose.DEADLINE):
            return stay(run, replace(moment, open_to_all=True))
        case Fired(purpose=Purpose.LAST):
            return Turn(run, (), TIME_UP)
        case _:
            return silent(run)
