"""Agree: the group looks for one small step; professionals are asked for the first move."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.cards import FOR_ALL, FOR_PROFESSIONALS
from flows.effects import Ask, Begin, Board, Close, Effect, Expect, Tell
from flows.events import Event, Fired, Left, Noted, Pressed, Purpose, Question, Tapped, Unreachable
from flows.lead import leads_or_refusal
from flows.line import Count, People, Word
from flows.moments import AgreeMoment
from flows.names import FlowId, MemberId, OptionId, StepId
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, TIME_UP, Turn, button, label, silent, stay, wake

MAKE, READY = OptionId("afspraak-maken"), OptionId("klaar")
TAKE, NOT_NOW = OptionId("ik-zet-een-stap"), OptionId("nu-niet")
WILLING = "stap-open"  # what the run knows afterwards: the professionals who did not say 'nu niet'


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeStep:
    """`examples`: the card's slot with example agreements, for all or (`.vak`) of professionals only.

    `flow` is how one agreement is made, in private.
    """

    id: StepId
    examples: str
    flow: FlowId
    deadline: Times
    last: Times
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["agree"] = "agree"


def enter(step: AgreeStep, run: Run) -> Turn:
    """Show the board, and offer the professionals the first move in private (docs/explanation/rules.md)."""
    question = Question(step.id, run.turn, 0)
    professionals = tuple(p.member for p in run.present if p.professional)
    offers = tuple(
        Ask(
            to=member,
            question=question,
            line=run.ui("eerste-stap", voorbeelden=Word(FOR_PROFESSIONALS)),
            labels=(label(TAKE), label(NOT_NOW)),
            expect=Expect.LABEL,
        )
        for member in professionals
    )
    moment = AgreeMoment(offered=dict.fromkeys(professionals))
    timers = tuple(
        wake(run, purpose, times) for purpose, times in ((Purpose.DEADLINE, step.deadline), (Purpose.LAST, step.last))
    )
    return stay(run, moment, _board(step, run, moment), *offers, *timers)


def on(step: AgreeStep, moment: AgreeMoment, run: Run, event: Event) -> Turn:
    """Someone makes an agreement, a professional takes or leaves the first move, or the group is ready."""
    match event:
        case Tapped(by=by, option=option) if option == MAKE:
            return Turn(run, (Begin(flow=step.flow, by=by),))
        case Tapped(by=by, option=option) if option == READY:
            return leads_or_refusal(run, by, moment.open_to_all) or _closed(run, moment, NEXT)
        case Pressed(by=by, option=option) if moment.offered.get(by, True) is None:
            moment = replace(moment, offered={**moment.offered, by: option == TAKE})
            close = Close(to=by, question=event.question)
            begin, not_now = Begin(flow=step.flow, by=by, own=True), Tell(to=by, line=run.ui("nu-niet"))
            return stay(run, moment, close, begin if option == TAKE else not_now)
        case Noted(agreement=agreement, stands=stands):
            proposed = (*(a for a in moment.proposed if a != agreement), agreement)
            standing = (*(a for a in moment.standing if a != agreement), *((agreement,) if stands else ()))
            moment = replace(moment, proposed=proposed, standing=standing)
            return stay(run, moment, _board(step, run, moment))
        case Left(by=by) | Unreachable(by=by) if moment.offered.get(by, True) is None:
            left = {m: yes for m, yes in moment.offered.items() if m != by}
            return stay(run, replace(moment, offered=left), _close(run, by))
        case Fired(purpose=Purpose.DEADLINE):
            return stay(run, replace(moment, open_to_all=True))
        case Fired(purpose=Purpose.LAST):
            return _closed(run, moment, TIME_UP)
        case _:
            return silent(run)


def _board(step: AgreeStep, run: Run, moment: AgreeMoment) -> Board:
    examples = FOR_PROFESSIONALS if step.examples == FOR_PROFESSIONALS else FOR_ALL
    count = run.ui("bord-stand", voorgesteld=Count(len(moment.proposed)), staat=Count(len(moment.standing)))
    lines = (run.ui("bord-afspraak", voorbeelden=Word(examples)),)
    return Board(lines=(*lines, count) if moment.proposed else lines,
                 buttons=((button(MAKE, private=True), button(READY)),))  # fmt: skip


def _closed(run: Run, moment: AgreeMoment, outcome: OptionId) -> Turn:
    closes: tuple[Effect, ...] = tuple(_close(run, member) for member, yes in moment.offered.items() if yes is None)
    willing = People(tuple(member for member, yes in moment.offered.items() if yes is not False))
    return Turn(replace(run, about={**run.about, WILLING: willing}), closes, outcome)


def _close(run: Run, member: MemberId) -> Close:
    assert run.at is not None
    return Close(to=member, question=Question(run.at, run.turn, 0))
