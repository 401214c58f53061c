"""Each: everybody picks one card in private; then all picks are told together, in the order of their turn."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Ask, Board, Close, Effect, Expect, Label, Reason, Tell
from flows.events import Event, Fired, Left, Pressed, Purpose, Question, Returned, Tapped, Unreachable
from flows.lead import leads_or_refusal
from flows.line import Count, Line, Lines, People, Value, Word
from flows.moments import Choice, EachMoment
from flows.names import CardId, MemberId, OptionId, StepId, TextKey
from flows.run import Run
from flows.times import Times
from flows.topics import in_turn
from flows.turn import SKIP, TIME_UP, Turn, button, label, refuse, silent, stay, wake, where

COMPLETE, OTHER_DECK, SHOW = OptionId("compleet"), OptionId("andere-stapel"), OptionId("laat-keuzes-zien")


@dataclass(frozen=True, slots=True, kw_only=True)
class EachStep:
    """First a deck, then a card of it. The picks are kept as lines under the step's own name. `decks`: their cards."""

    id: StepId
    decks: Mapping[OptionId, tuple[OptionId, ...]]
    deadline: Times
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["each"] = "each"


def enter(step: EachStep, run: Run) -> Turn:
    """Ask everybody who can be reached."""
    moment = EachMoment(choices={p.member: Choice() for p in run.present})
    asked = (_ask(step, run, member, choice) for member, choice in moment.choices.items())
    return _settled(step, run, moment, *asked, wake(run, Purpose.DEADLINE, step.deadline))


def on(step: EachStep, moment: EachMoment, run: Run, event: Event) -> Turn:
    """Somebody looked into a deck, picked, came or went; or it is time to show."""
    match event:
        case Pressed(by=by, question=question) if by not in moment.choices or question != _question(run, moment, by):
            return refuse(run, by, Reason.CLOSED)
        case Pressed(by=by, option=option):
            return _pressed(step, run, moment, by, option)
        case Tapped(by=by, option=option) if option == SHOW:
            return leads_or_refusal(run, by, False) or _over(step, run, moment)
        case Returned(by=by) if by not in moment.choices:
            choice = Choice(round=moment.left.get(by, 0))
            changed = replace(moment, choices={**moment.choices, by: choice})
            return _settled(step, run, changed, _ask(step, run, by, choice))
        case Left(by=by) | Unreachable(by=by) if by in moment.choices:
            rest = {m: c for m, c in moment.choices.items() if m != by}
            left = {**moment.left, by: moment.choices[by].round + 1}
            close = Close(to=by, question=_question(run, moment, by))
            return _settled(step, run, replace(moment, choices=rest, left=left), close)
        case Fired(purpose=Purpose.DEADLINE):
            return _over(step, run, moment)
        case _:
            return silent(run)


def _pressed(step: EachStep, run: Run, moment: EachMoment, by: MemberId, option: OptionId) -> Turn:
    choice, close = moment.choices[by], Close(to=by, question=_question(run, moment, by))
    if option == OTHER_DECK or option in step.decks:
        deck = option if option in step.decks else None
        changed = replace(choice, round=choice.round + 1, deck=deck)
        again = replace(moment, choices={**moment.choices, by: changed})
        return stay(run, again, close, _ask(step, run, by, changed))
    if option != SKIP and option not in _cards(step, choice):
        return refuse(run, by, Reason.USE_LABELS)
    ready = replace(choice, done=True, card=None if option == SKIP else option)
    thanks = Tell(to=by, line=run.ui("keuze-overgeslagen" if option == SKIP else "keuze-ligt-klaar"))
    return _settled(step, run, replace(moment, choices={**moment.choices, by: ready}), close, thanks)


def _settled(step: EachStep, run: Run, moment: EachMoment, *effects: Effect) -> Turn:
    """How many are ready, never who is not; and on, when everybody is."""
    ready = sum(choice.done for choice in moment.choices.values())
    count = run.ui("bord-kiezen", klaar=Count(ready), van=Count(len(moment.choices)))
    said = (*effects, Board(lines=(count,), buttons=((button(SHOW),),)))
    if ready < len(moment.choices):
        return stay(run, moment, *said)
    over = _over(step, run, moment)
    return replace(over, effects=(*said, *over.effects))


def _over(step: EachStep, run: Run, moment: EachMoment) -> Turn:
    close = tuple(Close(to=m, question=_question(run, moment, m)) for m, c in moment.choices.items() if not c.done)
    picks = {m: CardId(choice.card) for m, choice in moment.choices.items() if choice.card is not None}
    if not picks:
        return Turn(run, close, TIME_UP)
    lines = tuple(
        run.ui("keuze-regel", kaart=Word(TextKey(f"{step.id}.{one.card}")), wie=People(one.by))
        for one in in_turn(picks, {p.member: p.role for p in run.participants})
    )
    about: Mapping[str, Value] = {**run.about, step.id: Lines(lines)}
    return Turn(replace(run, about=about), close, COMPLETE)


def _question(run: Run, moment: EachMoment, member: MemberId) -> Question:
    return Question(where(run), run.turn, moment.choices[member].round)


def _cards(step: EachStep, choice: Choice) -> tuple[OptionId, ...]:
    return step.decks[choice.deck] if choice.deck is not None else ()


def _ask(step: EachStep, run: Run, member: MemberId, choice: Choice) -> Ask:
    cards = _cards(step, choice)
    prefix = step.id if cards else f"{step.id}.stapel"
    names = tuple(Label(o, Line(TextKey(f"{prefix}.{o}"), run.about)) for o in cards or step.decks)
    return Ask(
        to=member,
        question=Question(step.id, run.turn, choice.round),
        line=run.line(f"{step.id}.daarna.text" if cards else f"{step.id}.text"),
        labels=(*names, *((label(OTHER_DECK),) if cards else ()), label(SKIP)),
        expect=Expect.LABEL,
    )
