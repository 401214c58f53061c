"""Ask: everybody answers the same question alone, in as many messages as they like, and says how to share it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Add, Ask, Board, Close, Effect, Erase, Expect, Reason, Remind, SetTimer, Tell
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
from flows.line import Count, Line, Quote, Word
from flows.moments import AskMoment, Phase, Writing
from flows.names import Form, MemberId, OptionId, Share, StepId, TextKey
from flows.run import Answer, Participant, Run
from flows.times import Times
from flows.turn import TIME_UP, Turn, button, label, refuse, silent, stay, where

SKIP, READY, AGAIN = OptionId("sla-over"), OptionId("klaar"), OptionId("aanpassen")
ANSWER, JOIN = OptionId("mijn-antwoord"), OptionId("ik-doe-mee")
COMPLETE = OptionId("compleet")
SHARES: Mapping[OptionId, Share] = {OptionId(f"deel-{share}"): share for share in Share}

MOST_MESSAGES, MOST_UNITS, MOST_MEDIA = 20, 4000, 10  # reliability.md (c) Backpressure


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
    questions = tuple(put(step, run, p, 0) for p in run.present)
    timer = SetTimer(step=step.id, turn=run.turn, purpose=Purpose.DEADLINE, after=step.deadline.at(run.pace))
    return _settled(step, run, moment, (board(step, run, moment), *questions, timer))


def on(step: AskStep, moment: AskMoment, run: Run, event: Event) -> Turn:
    """One person wrote, chose, came, went; or the time is up."""
    match event:
        case Said() | Pressed():
            return _own(step, moment, run, event)
        case AudienceTold(by=by, count=count):
            writer = moment.writers.get(by)
            if writer is None or _question(run, writer) != event.question:
                return silent(run)
            return stay(run, _with(moment, by, replace(writer, told=count)))
        case Tapped(by=by, option=option) if option == ANSWER:
            return _look_again(step, moment, run, by)
        case Joined(by=by) if by not in moment.writers:
            participant = run.participant(by)
            assert participant is not None
            moment = _with(moment, by, Writing(round=0))
            return stay(run, moment, put(step, run, participant, 0), board(step, run, moment))
        case Left(by=by) if by in moment.writers:
            writer = moment.writers[by]
            rest = {m: w for m, w in moment.writers.items() if m != by}
            gone = (Erase(words=writer.words),) if writer.words else ()
            close = Close(to=by, question=_question(run, writer))
            moment = AskMoment(writers=rest)
            return _settled(step, run, moment, (*gone, close, board(step, run, moment)))
        case Unreachable(by=by) if by in moment.writers:
            return _settled(step, run, moment, (board(step, run, moment),))
        case Returned(by=by) if by in moment.writers:
            return _come_back(step, moment, run, by)
        case Fired(purpose=Purpose.REMIND, member=by, round=round) if by is not None:
            writer = moment.writers.get(by)
            if writer is None or writer.finished or writer.round != round:
                return silent(run)
            reminder = Remind(to=by, question=_question(run, writer), line=run.ui("herinnering-vraag"))
            return Turn(run, (reminder,))
        case Fired(purpose=Purpose.DEADLINE):
            return _time_up(step, moment, run)
        case _:
            return silent(run)


def put(step: AskStep, run: Run, participant: Participant, round: int) -> Ask:
    """The question in the words of this participant's role."""
    return Ask(
        to=participant.member,
        question=Question(step.id, run.turn, round),
        line=run.ui("vraag-alleen", vraag=Word(TextKey(f"{step.slot}.{participant.role}")), titel=Word(TextKey("title"))),
        labels=(label(SKIP),),
        expect=Expect.WORDS,
        remind=step.remind.at(run.pace) if step.remind else None,
    )


def board(step: AskStep, run: Run, moment: AskMoment) -> Board:
    """How many are ready, never who is not."""
    here = [p.member for p in run.present if p.member in moment.writers]
    ready = sum(moment.writers[m].finished for m in here)
    return Board(
        lines=(run.ui("bord-kop", titel=Word(TextKey("title")), over=Word(TextKey("about"))),
               run.ui("bord-vraag", klaar=Count(ready), van=Count(len(here)))),
        buttons=((button(ANSWER, private=True), button(JOIN)),),
    )  # fmt: skip


def _own(step: AskStep, moment: AskMoment, run: Run, event: Said | Pressed) -> Turn:
    writer = moment.writers.get(event.by)
    if writer is None:
        return refuse(run, event.by, Reason.STRANGER)
    if writer.finished or _question(run, writer) != event.question:
        return refuse(run, event.by, Reason.CLOSED)
    if isinstance(event, Said):
        return _said(moment, run, writer, event)
    if writer.phase is Phase.WRITING:
        return _pressed_while_writing(step, moment, run, writer, event)
    return _pressed_while_sharing(step, moment, run, writer, event)


def _said(moment: AskMoment, run: Run, writer: Writing, event: Said) -> Turn:
    if writer.phase is Phase.SHARING:
        return refuse(run, event.by, Reason.USE_LABELS)
    if len(writer.words) >= MOST_MESSAGES or writer.media + (event.form is not Form.TEXT) > MOST_MEDIA:
        return refuse(run, event.by, Reason.TOO_MANY)
    if writer.size + event.size > MOST_UNITS:
        return refuse(run, event.by, Reason.TOO_LONG)
    longer = replace(
        writer,
        words=(*writer.words, event.words),
        size=writer.size + event.size,
        media=writer.media + (event.form is not Form.TEXT),
        voice=writer.voice or event.form is Form.VOICE,
    )
    saved = Add(
        to=event.by,
        question=event.question,
        line=run.ui("bewaard" if not writer.words else "staat-erbij"),
        labels=(label(READY), label(SKIP)),
    )
    return stay(run, _with(moment, event.by, longer), saved)


def _pressed_while_writing(step: AskStep, moment: AskMoment, run: Run, writer: Writing, event: Pressed) -> Turn:
    by = event.by
    if event.option == SKIP:
        skipped = _with(moment, by, replace(writer, phase=Phase.SKIPPED, words=(), size=0, media=0, voice=False))
        effects: list[Effect] = [Erase(words=writer.words)] if writer.words else []
        effects += [Close(to=by, question=event.question), Tell(to=by, line=run.ui("overgeslagen"))]
        return _settled(step, run, skipped, (*effects, board(step, run, skipped)))
    if not writer.words:
        return refuse(run, by, Reason.NOTHING_YET)
    sharing = replace(writer, phase=Phase.SHARING, round=writer.round + 1)
    close = Close(to=by, question=event.question)
    return stay(run, _with(moment, by, sharing), close, _how_to_share(run, by, sharing))


def _pressed_while_sharing(step: AskStep, moment: AskMoment, run: Run, writer: Writing, event: Pressed) -> Turn:
    by, close = event.by, Close(to=event.by, question=event.question)
    participant = run.participant(by)
    assert participant is not None
    if event.option == AGAIN:
        fresh = Writing(round=writer.round + 1)
        again = replace(put(step, run, participant, fresh.round), remind=None)
        again = replace(again, line=run.ui("opnieuw", vraag=Word(TextKey(f"{step.slot}.{participant.role}"))))
        changed = _with(moment, by, fresh)
        return stay(run, changed, Erase(words=writer.words), close, again, board(step, run, changed))
    share = SHARES.get(event.option)
    if share is None:
        return refuse(run, by, Reason.USE_LABELS)
    if share is Share.ROLE and writer.voice:
        return refuse(run, by, Reason.NO_ROLE_FOR_VOICE)
    done = _with(moment, by, replace(writer, phase=Phase.DONE, share=share))
    thanks = Tell(to=by, line=run.ui(f"dank-{share}", rol=Word(TextKey(f"ui/rol-{participant.role}"))))
    return _settled(step, run, done, (close, thanks, board(step, run, done)))


def _how_to_share(run: Run, to: MemberId, writer: Writing) -> Ask:
    shares = tuple(option for option, share in SHARES.items() if not (writer.voice and share is Share.ROLE))
    participant = run.participant(to)
    assert participant is not None
    return Ask(
        to=to,
        question=_question(run, writer),
        line=_shown_back(run, writer),
        labels=tuple(replace(label(o), line=run.ui(f"knop-{o}", rol=Word(TextKey(f"ui/rol-{participant.role}"))))
                     for o in (*shares, AGAIN)),
        expect=Expect.LABEL,
        audience=True,
    )  # fmt: skip


def _shown_back(run: Run, writer: Writing) -> Line:
    return run.ui("hoe-delen-spraak" if writer.voice else "hoe-delen", antwoord=Quote(writer.words))


def _look_again(step: AskStep, moment: AskMoment, run: Run, by: MemberId) -> Turn:
    writer = moment.writers.get(by)
    participant = run.participant(by)
    if writer is None or participant is None:
        return refuse(run, by, Reason.STRANGER)
    again = replace(writer, round=writer.round + 1)
    close = Close(to=by, question=_question(run, writer))
    if writer.words and writer.phase is not Phase.WRITING:
        again = replace(again, phase=Phase.SHARING)
        return stay(run, _with(moment, by, again), close, _how_to_share(run, by, again))
    again = replace(again, phase=Phase.WRITING)
    question = replace(put(step, run, participant, again.round), remind=None)
    if again.words:
        question = replace(question, labels=(label(READY), label(SKIP)))
    return stay(run, _with(moment, by, again), close, question)


def _come_back(step: AskStep, moment: AskMoment, run: Run, by: MemberId) -> Turn:
    writer, shown = moment.writers[by], board(step, run, moment)
    if writer.finished:
        return Turn(run, (shown,))
    turn = _look_again(step, moment, run, by)
    return replace(turn, effects=(*turn.effects, shown))


def _time_up(step: AskStep, moment: AskMoment, run: Run) -> Turn:
    effects: list[Effect] = []
    for by, writer in moment.writers.items():
        if not writer.finished:
            effects.append(Close(to=by, question=_question(run, writer)))
            if writer.words and writer.share is None:
                effects.append(Tell(to=by, line=run.ui("tijd-om-niet-gedeeld"), outcome=True))
    return Turn(_answered(step, run, moment), tuple(effects), TIME_UP)


def _settled(step: AskStep, run: Run, moment: AskMoment, effects: tuple[Effect, ...]) -> Turn:
    """Go on when everybody who can be reached is ready."""
    waiting = [p for p in run.present if p.member in moment.writers and not moment.writers[p.member].finished]
    if waiting:
        return stay(run, moment, *effects)
    return Turn(_answered(step, replace(run, moment=moment), moment), effects, COMPLETE)


def _answered(step: AskStep, run: Run, moment: AskMoment) -> Run:
    answers = {
        m: Answer(words=w.words, share=w.share, told=w.told)
        for m, w in moment.writers.items()
        if w.words and w.share is not None
    }
    return replace(run, answers={**run.answers, step.id: answers})


def _question(run: Run, writer: Writing) -> Question:
    return Question(where(run), run.turn, writer.round)


def _with(moment: AskMoment, member: MemberId, writer: Writing) -> AskMoment:
    return AskMoment(writers={**moment.writers, member: writer})
