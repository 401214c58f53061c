"""Everybody's answers to one question: who is asked, how many are ready, what they gave."""

from dataclasses import replace

from flows.answering import Own
from flows.effects import Board, Close
from flows.events import Question
from flows.line import Count, Line
from flows.moments import AskMoment, Writing
from flows.names import MemberId, OptionId
from flows.run import Answer, Run
from flows.turn import button, where

OPENING, OPENER = "opening", "opener"  # what the run knows when a professional opened the talk, and who did
ANSWER, JOIN = OptionId("mijn-antwoord"), OptionId("ik-doe-mee")


def own(slot: str, run: Run, moment: AskMoment, member: MemberId) -> Own:
    """This writer's own answer; asking for someone who does not take part is a bug."""
    participant = run.participant(member)
    assert participant is not None
    return Own(slot=slot, run=run, participant=participant, writer=moment.writers[member])


def board(run: Run, moment: AskMoment) -> Board:
    """How many are ready, never who is not."""
    here = [moment.writers[p.member] for p in run.present if p.member in moment.writers]
    count = run.ui("bord-vraag", klaar=Count(sum(w.finished for w in here)), van=Count(len(here)))
    return Board(lines=(*opened(run), run.heading, count), buttons=((button(ANSWER, private=True), button(JOIN)),))


def opened(run: Run) -> tuple[Line, ...]:
    """How a professional opened the talk, when one did and shared it."""
    about = run.about
    return (run.ui("bord-opening", opener=about[OPENER], opening=about[OPENING]),) if OPENING in about else ()


def complete(run: Run, moment: AskMoment) -> bool:
    """Whether everybody who can be reached is ready."""
    return all(moment.writers[p.member].finished for p in run.present if p.member in moment.writers)


def closing(run: Run, moment: AskMoment) -> tuple[Close, ...]:
    """Nobody is asked this any more, also not who can't be reached now."""
    return tuple(close(run, m, writer) for m, writer in moment.writers.items() if not writer.finished)


def close(run: Run, member: MemberId, writer: Writing) -> Close:
    """This writer's question as it stands is no longer open."""
    return Close(to=member, question=Question(where(run), run.turn, writer.round))


def gathered(run: Run, moment: AskMoment) -> Run:
    """The run with what was shared, also by who was reading it back when time was up."""
    given = {
        m: Answer(words=w.words, share=w.share, told=w.agreed)
        for m, w in moment.writers.items()
        if w.words and w.share is not None
    }
    return replace(run, moment=moment, answers={**run.answers, where(run): given})


def changed(moment: AskMoment, member: MemberId, writer: Writing) -> AskMoment:
    """The moment with this writer's answer as it is now."""
    return replace(moment, writers={**moment.writers, member: writer})


def with_newcomer(moment: AskMoment, member: MemberId) -> AskMoment:
    """One more is asked. Who left and is back gets a question of its own: the old one stays closed."""
    return changed(moment, member, Writing(round=moment.left.get(member, 0)))


def without(moment: AskMoment, member: MemberId) -> AskMoment:
    """One fewer is asked; the next question to them, if ever, is a new one."""
    writers = {m: w for m, w in moment.writers.items() if m != member}
    return replace(moment, writers=writers, left={**moment.left, member: moment.writers[member].round + 1})
