"""Round: in the group, one after the other, pupil first; the bot keeps the turn, never the words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows import seating
from flows.effects import Effect, Reason
from flows.events import Event, Fired, Joined, Left, Purpose, Returned, Tapped, Unreachable
from flows.lead import leads_or_refusal
from flows.line import Who
from flows.moments import RoundMoment
from flows.names import MemberId, OptionId, StepId
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, TIME_UP, Turn, refuse, silent, stay, wake


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStep:
    """The words come from the card's `slot`, worded for each role, or are the step's own text.

    After `deadline` anyone may end the turn of who is not there; after `last` the bot goes on.
    """

    id: StepId
    slot: str
    deadline: Times
    last: Times
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["round"] = "round"


def enter(step: RoundStep, run: Run) -> Turn:
    """Start a fresh board: the first one has the turn."""
    last = wake(run, Purpose.LAST, step.last)
    return _turn(step, run, RoundMoment(line=seating.seated(run)), last, fresh=True)


def on(step: RoundStep, moment: RoundMoment, run: Run, event: Event) -> Turn:
    """Someone has spoken or lets their turn go by, comes or goes; or the time is up."""
    match event:
        case Tapped(by=by, option=option) if moment.line and option == seating.done(moment):
            return _not_theirs(run, moment, by) or _turn(step, run, _over(moment))
        case Tapped(by=by, option=option) if moment.line and option == seating.passing(moment):
            return _not_theirs(run, moment, by) or _turn(step, run, replace(_over(moment), passed=True))
        case Tapped(option=option) if moment.line and option == seating.nobody(moment):
            return _turn(step, seating.without_chair(run, moment.line[0]), _over(moment))
        case Tapped(by=by, option=option) if option == seating.CLOSE and not moment.line:
            return leads_or_refusal(run, by, moment.open_to_all or seating.at_table(run)) or Turn(run, (), NEXT)
        case Tapped(by=by):
            return refuse(run, by, Reason.TWICE)
        case Joined(by=by):
            return _seated(step, run, moment, by)
        case Returned(by=by) if by not in moment.been:
            return _seated(step, run, moment, by)
        case Left(by=by) | Unreachable(by=by):
            line = tuple(seat for seat in moment.line if seat.member != by)
            shorter = replace(moment, line=line)
            if line[:1] != moment.line[:1]:
                return _turn(step, run, shorter)
            return stay(run, shorter, seating.board(step.slot, run, shorter)) if line != moment.line else silent(run)
        case Fired(purpose=Purpose.DEADLINE, round=round) if round == moment.number and not seating.at_table(run):
            opened = replace(moment, open_to_all=True)
            return stay(run, opened, seating.board(step.slot, run, opened))
        case Fired(purpose=Purpose.LAST):
            return Turn(run, (), TIME_UP)
        case _:
            return silent(run)


def _turn(step: RoundStep, run: Run, moment: RoundMoment, *said: Effect, fresh: bool = False) -> Turn:
    """The first in line has the turn. When all have been, who passed may still come; else the flow goes on."""
    run = seating.explained(run) if moment.number else run
    if not moment.line and not moment.passed and not seating.at_table(run):
        return Turn(run, said, NEXT)
    now = replace(moment, number=moment.number + 1, open_to_all=False)
    timer = wake(run, Purpose.DEADLINE, step.deadline, round=now.number)
    shown = seating.board(step.slot, run, now, fresh=fresh)
    return stay(run, now, *said, shown, *seating.notice(step.slot, run, now), timer)


def _over(moment: RoundMoment) -> RoundMoment:
    member = moment.line[0].member
    been = (*moment.been, member) if member is not None else moment.been
    return replace(moment, line=moment.line[1:], been=been)


def _not_theirs(run: Run, moment: RoundMoment, by: MemberId) -> Turn | None:
    """None when this member may end the turn; else the kind refusal, which names who has it."""
    whose = moment.line[0].member
    if whose is None or whose == by or moment.open_to_all or seating.at_table(run):
        return None
    return refuse(run, by, Reason.NOT_YOUR_TURN, wie=Who(whose))


def _seated(step: RoundStep, run: Run, moment: RoundMoment, member: MemberId) -> Turn:
    longer = replace(moment, line=seating.with_seat(moment, run, member))
    return stay(run, longer, seating.board(step.slot, run, longer)) if moment.line else _turn(step, run, longer)
