"""Ask: everybody answers the same question alone; the group sees only how many are ready."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows import answering
from flows.answering import Own
from flows.effects import Board, Close, Effect, Erase, Reason, Remind, SetTimer, Tell
from flows.events import (
    AudienceTold,
    Event,
    Fired,
    Joined,
    Left,
    Pressed,
    Purpose,
    Question,
    Returned,
    Said,
    Tapped,
    Unreachable,
)
from flows.line import Count, Word
from flows.moments import AskMoment, Writing
from flows.names import MemberId, OptionId, StepId, TextKey
from flows.run import Answer, Run
from flows.times import Times
from flows.turn import TIME_UP, Turn, button, refuse, silent, stay

ANSWER, JOIN = OptionId("mijn-antwoord"), OptionId("ik-doe-mee")
COMPLETE = OptionId("compleet")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStep:
    """The words come from the card's `slot`, worded for each role."""

    id: StepId
    slot: str
    deadline: Times
    remind: Times | None = None
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["ask"] = "ask"


def enter(step: AskStep, run: Run) -> Turn:
    """Put the question to everyone present and show the board."""
    moment = AskMoment(writers={p.member: Writing(round=0) for p in run.present})
    questions = tuple(
        answering.put(_own(step, moment, run, member), step.remind) for member in moment.writers
    )
    timer = SetTimer(step=step.id, turn=run.turn, purpose=Purpose.DEADLINE, after=step.deadline.at(run.pace))
    return _settled(step, run, moment, (*questions, timer))


def on(step: AskStep, moment: AskMoment, run: Run, event: Event) -> Turn:
    """One person wrote, chose, came, went; or the time is up."""
    match event:
        case Said(by=by) | Pressed(by=by) | Tapped(by=by) if by not in moment.writers:
            return refuse(run, by, Reason.STRANGER)
        case Said(by=by) | Pressed(by=by):
            return _heard(step, run, moment, by, answering.heard(_own(step, moment, run, by), event))
        case Tapped(by=by) | Returned(by=by) if by in moment.writers:
            if isinstance(event, Returned) and moment.writers[by].finished:
                return stay(run, moment, _board(run, moment))
            return _heard(step, run, moment, by, answering.look_again(_own(step, moment, run, by)))
        case AudienceTold(by=by, count=count, question=question) if by in moment.writers:
            if _own(step, moment, run, by).question != question:
                return silent(run)
            return stay(run, _with(moment, by, replace(moment.writers[by], told=count)))
        case Joined(by=by):
            moment = _with(moment, by, Writing(round=0))
            return stay(
                run, moment, answering.put(_own(step, moment, run, by), step.remind), _board(run, moment)
            )
        case Left(by=by) if by in moment.writers:
            words = moment.writers[by].words
            gone: tuple[Effect, ...] = (Erase(words=words),) if words else ()
            rest = AskMoment(writers={m: w for m, w in moment.writers.items() if m != by})
            return _settled(step, run, rest, (*gone, *_closed(step, run, by, moment.writers[by])))
        case Unreachable():
            return _settled(step, run, moment, ())
        case Fired(purpose=Purpose.REMIND, member=by, round=round) if by in moment.writers:
            assert by is not None
            own = _own(step, moment, run, by)
            if own.writer.finished or own.writer.round != round:
                return silent(run)
            return Turn(run, (Remind(to=by, question=own.question, line=run.ui("herinnering-vraag")),))
        case Fired(purpose=Purpose.DEADLINE):
            return _time_up(step, moment, run)
        case _:
            return silent(run)


def _own(step: AskStep, moment: AskMoment, run: Run, member: MemberId) -> Own:
    participant = run.participant(member)
    assert participant is not None
    return Own(slot=step.slot, run=run, participant=participant, writer=moment.writers[member])


def _heard(step: AskStep, run: Run, moment: AskMoment, by: MemberId, heard: answering.Heard) -> Turn:
    writer, effects = heard
    if writer == moment.writers[by]:
        return Turn(run, effects)
    changed = _with(moment, by, writer)
    if writer.finished == moment.writers[by].finished:
        return stay(run, changed, *effects)
    return _settled(step, run, changed, effects)


def _board(run: Run, moment: AskMoment) -> Board:
    """How many are ready, never who is not."""
    here = [moment.writers[p.member] for p in run.present if p.member in moment.writers]
    count = run.ui("bord-vraag", klaar=Count(sum(w.finished for w in here)), van=Count(len(here)))
    head = run.ui("bord-kop", titel=Word(TextKey("title")), over=Word(TextKey("about")))
    return Board(lines=(head, count), buttons=((button(ANSWER, private=True), button(JOIN)),))


def _settled(step: AskStep, run: Run, moment: AskMoment, effects: tuple[Effect, ...]) -> Turn:
    """Show the board, and go on when everybody who can be reached is ready."""
    said = (*effects, _board(run, moment))
    if any(not moment.writers[p.member].finished for p in run.present if p.member in moment.writers):
        return stay(run, moment, *said)
    return Turn(_answered(step, run, moment), said, COMPLETE)


def _time_up(step: AskStep, moment: AskMoment, run: Run) -> Turn:
    effects: list[Effect] = []
    for by, writer in moment.writers.items():
        if not writer.finished:
            effects += _closed(step, run, by, writer)
            if writer.words and writer.share is None:
                effects.append(Tell(to=by, line=run.ui("tijd-om-niet-gedeeld"), outcome=True))
    return Turn(_answered(step, run, moment), tuple(effects), TIME_UP)


def _closed(step: AskStep, run: Run, member: MemberId, writer: Writing) -> tuple[Effect, ...]:
    return (Close(to=member, question=Question(step.id, run.turn, writer.round)),)


def _answered(step: AskStep, run: Run, moment: AskMoment) -> Run:
    answers = {
        m: Answer(words=w.words, share=w.share, told=w.told)
        for m, w in moment.writers.items()
        if w.words and w.share is not None
    }
    return replace(run, moment=moment, answers={**run.answers, step.id: answers})


def _with(moment: AskMoment, member: MemberId, writer: Writing) -> AskMoment:
    return AskMoment(writers={**moment.writers, member: writer})
