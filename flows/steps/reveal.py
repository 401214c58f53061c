"""Reveal: all shared cards are turned at the same moment; the one kind of step that shows private answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Ask, Board, Close, Effect, Expect, Post, Reveal, SetTimer, Tell, Turned, Unseal
from flows.events import (
    AudienceGrew,
    AudienceTold,
    Event,
    Fired,
    Left,
    Pressed,
    Purpose,
    Question,
    Revealed,
    Unreachable,
)
from flows.line import Count, Quote, Word
from flows.moments import RevealMoment, RevealPhase
from flows.names import MemberId, OptionId, Share, StepId, TextKey
from flows.run import Answer, Run
from flows.times import Times
from flows.turn import NEXT, Turn, label, silent, stay

SHOW, KEEP = OptionId("laat-zien"), OptionId("houd-dicht")
CLOSED = OptionId("bleef-dicht")
AT_LEAST = 2  # a lone card exposes one person (product.md 2.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealStep:
    """Turns the answers of the step `of`. `patience`: how long sharers have to say yes again."""

    id: StepId
    of: StepId
    deadline: Times
    patience: Times
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["reveal"] = "reveal"


def enter(step: RevealStep, run: Run) -> Turn:
    """Turn two cards or more; ask the owner of a lone one; say so when there is none."""
    shared = _shared(step, run)
    if not shared:
        return _stay_closed(run, "geen-kaarten")
    last = SetTimer(step=step.id, turn=run.turn, purpose=Purpose.DEADLINE, after=step.deadline.at(run.pace))
    if len(shared) < AT_LEAST:
        turn = _ask(step, run, tuple(shared), round=0, lone=True)
    else:
        turn = _turn(step, run, tuple(shared), round=0)
    return replace(turn, effects=(*turn.effects, last))


def on(step: RevealStep, moment: RevealMoment, run: Run, event: Event) -> Turn:
    """The cards were turned, or could not be; someone said yes or no; someone went away."""
    match event:
        case Revealed() if moment.phase is RevealPhase.TURNING:
            shared = _shared(step, run)
            words = tuple(w for m in moment.cards if m in shared for w in shared[m].words)
            return Turn(run, (Unseal(words=words),), NEXT)
        case AudienceGrew(count=count) if moment.phase is RevealPhase.TURNING:
            grown = tuple(m for m in moment.cards if m in _shared(step, run))
            return _ask(step, run, grown, round=moment.round + 1, lone=moment.lone, grown=count)
        case Pressed(by=by, option=option) if moment.consents.get(by, True) is None:
            answered = replace(moment, consents={**moment.consents, by: option == SHOW})
            close = Close(to=by, question=event.question)
            thanks = Tell(to=by, line=run.ui("mag-zien" if option == SHOW else "blijft-dicht"))
            return _decided(step, run, answered, (close, thanks))
        case AudienceTold(count=count) if moment.phase is RevealPhase.ASKING and moment.lone:
            return stay(run, replace(moment, told=count))
        case Left(by=by) | Unreachable(by=by):
            return _without(step, moment, run, by)
        case Fired(purpose=Purpose.GREW, round=round) if (
            round == moment.round and moment.phase is RevealPhase.ASKING
        ):
            consents = {m: bool(yes) for m, yes in moment.consents.items()}
            closing = tuple(_close(run, moment, m) for m, yes in moment.consents.items() if yes is None)
            return _decided(step, run, replace(moment, consents=consents), closing)
        case Fired(purpose=Purpose.DEADLINE):
            closing = tuple(_close(run, moment, m) for m, yes in moment.consents.items() if yes is None)
            return _stay_closed(run, "kaarten-blijven-dicht", *closing)
        case _:
            return silent(run)


def _shared(step: RevealStep, run: Run) -> dict[MemberId, Answer]:
    """What those present shared, in the order of product.md 2.6."""
    answers = run.answers.get(step.of, {})
    return {
        p.member: answers[p.member]
        for p in run.in_order()
        if p.here and p.member in answers and answers[p.member].share is not Share.ME
    }


def _turn(step: RevealStep, run: Run, members: tuple[MemberId, ...], *, round: int, lone: bool = False,
          told: int | None = None, anyone: bool = False) -> Turn:  # fmt: skip
    shared = _shared(step, run)
    if told is None and not anyone:
        known = [shared[m].told for m in members]
        told = None if None in known else min(n for n in known if n is not None)
    moment = RevealMoment(phase=RevealPhase.TURNING, round=round, cards=members, told=told, lone=lone)
    cards = tuple(Turned(m, shared[m].words, shared[m].share) for m in members)
    board = Board(lines=(run.ui("bord-kop", titel=Word(TextKey("title")), over=Word(TextKey("about"))),
                         run.ui("bord-draaien")))  # fmt: skip
    title = run.ui("kaarten-omgedraaid", titel=Word(TextKey("title")))
    return stay(
        run,
        moment,
        board,
        Reveal(step=step.id, turn=run.turn, title=title, cards=cards, told=told, anyone=anyone),
    )


def _ask(step: RevealStep, run: Run, members: tuple[MemberId, ...], *, round: int, lone: bool,
         grown: int | None = None) -> Turn:  # fmt: skip
    shared = _shared(step, run)
    key = "enige-kaart" if round == 0 else "groep-groeide" if grown is not None else "groep-onbekend"
    args = {"mensen": Count(grown)} if grown is not None else {}
    questions = tuple(
        Ask(
            to=m,
            question=Question(step.id, run.turn, round),
            line=run.ui(key, antwoord=Quote(shared[m].words), **args),
            labels=(label(SHOW), label(KEEP)),
            expect=Expect.LABEL,
            audience=lone and round == 0,
        )
        for m in members
    )
    moment = RevealMoment(
        phase=RevealPhase.ASKING,
        round=round,
        cards=members,
        told=grown,
        consents=dict.fromkeys(members),
        lone=lone,
    )
    timer = SetTimer(
        step=step.id, turn=run.turn, purpose=Purpose.GREW, after=step.patience.at(run.pace), round=round
    )
    return stay(run, moment, *questions, timer)


def _decided(step: RevealStep, run: Run, moment: RevealMoment, effects: tuple[Effect, ...]) -> Turn:
    if None in moment.consents.values():
        return stay(run, moment, *effects)
    willing = tuple(m for m in _shared(step, run) if moment.consents.get(m))
    if len(willing) < (1 if moment.lone else AT_LEAST):
        turn = _stay_closed(run, "kaarten-blijven-dicht")
    else:
        anyone = moment.told is None and moment.round > 0
        turn = _turn(
            step, run, willing, round=moment.round, lone=moment.lone, told=moment.told, anyone=anyone
        )
    return replace(turn, effects=(*effects, *turn.effects))


def _without(step: RevealStep, moment: RevealMoment, run: Run, member: MemberId) -> Turn:
    """Someone left or can't be reached: their card is not turned."""
    if member not in moment.cards:
        return silent(run)
    rest = tuple(m for m in moment.cards if m != member)
    if moment.phase is RevealPhase.ASKING:
        consents = {m: yes for m, yes in moment.consents.items() if m != member}
        closing = (_close(run, moment, member),) if moment.consents.get(member, True) is None else ()
        return _decided(step, run, replace(moment, cards=rest, consents=consents), closing)
    if len(rest) >= AT_LEAST:
        return _turn(step, run, rest, round=moment.round, told=moment.told)
    if not rest:
        return _stay_closed(run, "geen-kaarten")
    return _ask(step, run, rest, round=moment.round + 1, lone=True)


def _stay_closed(run: Run, key: str, *effects: Effect) -> Turn:
    return Turn(run, (*effects, Post(line=run.ui(key), outcome=True)), CLOSED)


def _close(run: Run, moment: RevealMoment, member: MemberId) -> Close:
    assert run.at is not None
    return Close(to=member, question=Question(run.at, run.turn, moment.round))
