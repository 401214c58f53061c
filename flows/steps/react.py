"""React: everybody takes somebody else's turned card and says one thing about it; a reveal shows them together."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows import dealing, reacting
from flows.effects import Effect, Reason, Remind, SetTimer
from flows.events import (
    AudienceTold,
    Event,
    Fired,
    Joined,
    Left,
    OwnCardOnly,
    Pressed,
    Purpose,
    Returned,
    Said,
    Tapped,
    Unreachable,
)
from flows.moments import ReactMoment
from flows.names import MemberId, OptionId, Pace, StepId
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, Turn, refuse, silent, stay

NONE = OptionId("geen-reacties")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactStep:
    """Reacts to what the reveal `of` turned. Only in a spread talk: who sit together say it aloud."""

    id: StepId
    of: StepId
    deadline: Times
    remind: Times | None = None
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["react"] = "react"


def enter(step: ReactStep, run: Run) -> Turn:
    """Deal the cards and ask; go on when there is no card to react to."""
    moment = ReactMoment(writers=dealing.deal(run, dealing.open_cards(run, step.of)))
    if run.pace is Pace.NOW or not moment.writers:
        return Turn(run, (), NONE)
    asked = tuple(reacting.put(_own(step, run, moment, m), step.remind) for m in moment.writers)
    timer = SetTimer(step=step.id, turn=run.turn, purpose=Purpose.DEADLINE, after=step.deadline.at(run.pace))
    return stay(run, moment, *asked, timer, reacting.board(run, moment, fresh=True))


def on(step: ReactStep, moment: ReactMoment, run: Run, event: Event) -> Turn:
    """One person chose, wrote, came, went; or the time is up."""
    cards = dealing.open_cards(run, step.of)
    match event:
        case Joined(by=by) | Returned(by=by) if by not in moment.writers:
            joined = reacting.with_newcomer(run, moment, cards, by)
            asked = (reacting.put(_own(step, run, joined, by), step.remind),) if by in joined.writers else ()
            return stay(run, joined, *asked, reacting.board(run, joined))
        case Said(by=by) | Pressed(by=by) | Tapped(by=by) if by not in moment.writers:
            return refuse(run, by, Reason.STRANGER if run.participant(by) is None else Reason.NOT_ASKED)
        case Said(by=by) | Pressed(by=by):
            own = _own(step, run, moment, by)
            return _heard(step, run, moment, by, reacting.heard(own, event, moment))
        case Returned(by=by) if moment.writers[by].finished:
            return stay(run, moment, reacting.board(run, moment))
        case Tapped(by=by) | Returned(by=by):
            return _heard(step, run, moment, by, reacting.look_again(_own(step, run, moment, by), moment))
        case AudienceTold(by=by, count=count, question=question) if by in moment.writers:
            if _own(step, run, moment, by).question != question:
                return silent(run)
            return stay(run, reacting.changed(moment, by, replace(moment.writers[by], told=count)))
        case OwnCardOnly(by=by) if by in moment.writers:
            return _heard(step, run, moment, by, reacting.let_off(_own(step, run, moment, by)))
        case Left(by=by):
            return _settled(step, run, *reacting.without(run, moment, cards, by))
        case Unreachable():
            return _settled(step, run, moment, ())
        case Fired(purpose=Purpose.REMIND, member=by, round=round) if by is not None and by in moment.writers:
            own, participant = _own(step, run, moment, by), run.participant(by)
            if own.writer.finished or own.writer.round != round or participant is None or not participant.here:
                return silent(run)
            return Turn(run, (Remind(to=by, question=own.question, line=run.ui("herinnering-vraag")),))
        case Fired(purpose=Purpose.DEADLINE):
            return _over(step, run, moment, ())
        case _:
            return silent(run)


def _own(step: ReactStep, run: Run, moment: ReactMoment, member: MemberId) -> reacting.Own:
    cards = dealing.open_cards(run, step.of)
    return reacting.Own(run=run, member=member, writer=moment.writers[member], cards=cards)


def _heard(step: ReactStep, run: Run, moment: ReactMoment, by: MemberId, heard: reacting.Heard) -> Turn:
    writer, effects = heard
    if writer == moment.writers[by]:
        return Turn(run, effects)
    changed = reacting.changed(moment, by, writer)
    if writer.finished == moment.writers[by].finished:
        return stay(run, changed, *effects)
    return _settled(step, run, changed, effects)


def _settled(step: ReactStep, run: Run, moment: ReactMoment, effects: tuple[Effect, ...]) -> Turn:
    """Show the board, and go on when everybody who can be reached is ready."""
    said = (*effects, reacting.board(run, moment))
    return _over(step, run, moment, said) if reacting.complete(run, moment) else stay(run, moment, *said)


def _over(step: ReactStep, run: Run, moment: ReactMoment, effects: tuple[Effect, ...]) -> Turn:
    given = reacting.given(run, moment, dealing.open_cards(run, step.of))
    ended = replace(run, moment=moment, answers={**run.answers, step.id: given})
    return Turn(ended, (*effects, *reacting.closing(run, moment)), NEXT if given else NONE)
