"""Reveal: all shared cards are turned at the same moment; the one kind of step that shows private answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows import showing
from flows.effects import Close, Effect, Post, Reason, Tell, Unseal, Withhold
from flows.events import AudienceGrew, AudienceTold, Event, Fired, Left, Pressed, Purpose, Revealed, Unreachable
from flows.moments import RevealMoment, RevealPhase
from flows.names import MemberId, OptionId, StepId
from flows.run import Run
from flows.showing import Cards, Why
from flows.times import Times
from flows.turn import NEXT, Turn, refuse, silent, stay, wake

CLOSED = OptionId("bleef-dicht")


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealStep:
    """Turns the answers of the step `of`. `patience`: how long sharers have to say yes again.

    `beneath`: the step in which people thought what others would say there; shown under what those others said.
    """

    id: StepId
    of: StepId
    deadline: Times
    patience: Times
    beneath: StepId | None = None
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["reveal"] = "reveal"

    def cards(self, run: Run) -> Cards:
        """What this step can show of the run."""
        return Cards(run, self.of, self.beneath)


def enter(step: RevealStep, run: Run) -> Turn:
    """Turn two cards or more; ask the owner of a lone one; say so when there is none."""
    cards, least = step.cards(run).ready(), step.cards(run).least()
    if not cards:
        return _stay_closed(run, "geen-kaarten")
    last = wake(run, Purpose.DEADLINE, step.deadline)
    moment = RevealMoment(phase=RevealPhase.TURNING, round=0, cards=cards)
    turn = _turn(step, run, moment) if len(cards) >= least else _ask(step, run, moment, Why.LONE)
    return replace(turn, effects=(*turn.effects, last))


def on(step: RevealStep, moment: RevealMoment, run: Run, event: Event) -> Turn:
    """The cards were turned, or could not be; someone said yes or no; someone went away."""
    match event:
        case Revealed():  # a fact, also when it was under way while somebody left
            cards = step.cards(run)
            words = tuple(w for _, answer in cards.shown(moment) for w in answer.words)
            turned = cards.turned_over(step.id, moment)
            return Turn(turned, (*showing.closing(run, moment), Unseal(words=words)), NEXT)
        case AudienceGrew(count=count) if moment.phase is RevealPhase.TURNING:
            again = replace(moment, round=moment.round + 1, told=count, anyone=False)
            return _ask(step, run, again, Why.UNKNOWN if count is None else Why.GREW)
        case Pressed(by=by, question=question) if question != showing.question(run, moment):
            return refuse(run, by, Reason.CLOSED)
        case Pressed(by=by, option=option) if moment.consents.get(by, True) is None:
            answered = replace(moment, consents={**moment.consents, by: option == showing.SHOW})
            thanks = Tell(to=by, line=run.ui("mag-zien" if option == showing.SHOW else "blijft-dicht"))
            return _decided(step, run, answered, (Close(to=by, question=event.question), thanks))
        case AudienceTold(by=by, count=count, question=question) if question == showing.question(run, moment):
            return stay(run, replace(moment, told=count)) if by in moment.consents else silent(run)
        case Left(by=by) | Unreachable(by=by) if by in (*moment.cards, *moment.beneath):
            return _without(step, moment, run, by)
        case Fired(purpose=Purpose.GREW, round=round) if round == moment.round and moment.phase is RevealPhase.ASKING:
            consents = {m: bool(yes) for m, yes in moment.consents.items()}
            return _decided(step, run, replace(moment, consents=consents), showing.closing(run, moment))
        case Fired(purpose=Purpose.DEADLINE):
            return _stay_closed(run, "kaarten-blijven-dicht", *showing.closing(run, moment), Withhold())
        case _:
            return silent(run)


def _turn(step: RevealStep, run: Run, moment: RevealMoment) -> Turn:
    turning = step.cards(run).turning(moment)
    return stay(run, turning, *showing.turned(step.cards(run), turning))


def _ask(step: RevealStep, run: Run, moment: RevealMoment, why: Why) -> Turn:
    asking = step.cards(run).asking(moment, why)
    timer = wake(run, Purpose.GREW, step.patience, round=asking.round)
    return stay(run, asking, *showing.questions(step.cards(run), asking, why), timer)


def _decided(step: RevealStep, run: Run, moment: RevealMoment, effects: tuple[Effect, ...]) -> Turn:
    if None in moment.consents.values():
        return stay(run, moment, *effects)
    willing = tuple(m for m in moment.cards if moment.consents[m])
    if len(willing) < (1 if moment.lone else step.cards(run).least()):
        return _stay_closed(run, "kaarten-blijven-dicht", *effects)
    turn = _turn(step, run, replace(moment, cards=willing))
    return replace(turn, effects=(*effects, *turn.effects))


def _without(step: RevealStep, moment: RevealMoment, run: Run, member: MemberId) -> Turn:
    """Someone left or can't be reached: their card is not turned, and a card left alone needs its owner's tap."""
    rest = step.cards(run).laid(replace(moment, cards=tuple(m for m in moment.cards if m != member)))
    if moment.phase is RevealPhase.ASKING:
        unasked = replace(rest, consents={m: yes for m, yes in moment.consents.items() if m != member})
        close = tuple(c for c in showing.closing(run, moment) if c.to == member)
        return _decided(step, run, unasked, close)
    if rest.cards and (len(rest.cards) >= step.cards(run).least() or rest.cards == moment.cards):
        return _turn(step, run, rest)
    if not rest.cards:
        return _stay_closed(run, "geen-kaarten", Withhold())
    turn = _ask(step, run, replace(rest, round=moment.round + 1, told=None), Why.LONE)
    return replace(turn, effects=(Withhold(), *turn.effects))


def _stay_closed(run: Run, key: str, *effects: Effect) -> Turn:
    return Turn(run, (*effects, Post(line=run.ui(key), outcome=True)), CLOSED)
