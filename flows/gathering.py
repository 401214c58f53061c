"""Everybody's answers to one question: who is asked, how many are ready, what they gave."""

from dataclasses import replace

from flows import asking, chairs
from flows.asking import Own, Way
from flows.effects import Ask, Board, Close, Effect, Erase, Tell
from flows.events import Question
from flows.line import Count, Line, Lines
from flows.moments import AskMoment, Phase, Writing
from flows.names import MemberId, OptionId
from flows.run import Answer, Run
from flows.turn import button, where

OPENING, OPENER = "opening", "opener"  # what the run knows when a professional opened the talk, and who did
ANSWER, JOIN = OptionId("mijn-antwoord"), OptionId("ik-doe-mee")


def begun(way: Way, run: Run) -> AskMoment:
    """Everybody present is asked; but not who should take a chair when there is none for them."""
    taken = chairs.appointed(run, way.chairs) if way.chairs is not None else {}
    asked = (p.member for p in run.present if asking.is_for(way, run, p.member))
    return AskMoment(writers={m: _asked(way, 0, taken.get(m)) for m in asked})


def own(way: Way, run: Run, moment: AskMoment, member: MemberId) -> Own:
    """This writer's own answer; asking for someone who does not take part is a bug."""
    participant = run.participant(member)
    assert participant is not None
    return Own(way=way, run=run, participant=participant, writer=moment.writers[member])


def put(way: Way, run: Run, moment: AskMoment, member: MemberId) -> Ask | Tell:
    """Their question; when there is none for them, that they take part from here."""
    if moment.writers[member].finished:
        return Tell(to=member, line=run.ui("doet-mee-vanaf-nu"))
    return asking.put(own(way, run, moment, member))


def board(way: Way, run: Run, moment: AskMoment) -> Board:
    """What everybody does, and how many are ready; never who is not."""
    here = [moment.writers[p.member] for p in run.present if p.member in moment.writers]
    does = Lines((run.ui(f"bord-uitleg-{way.kind}"),))
    count = run.ui("bord-vraag", uitleg=does, klaar=Count(sum(w.finished for w in here)), van=Count(len(here)))
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


def unshared(run: Run, moment: AskMoment) -> tuple[Tell, ...]:
    """Time is up: who wrote and did not choose how to share hears that it stays shut."""
    here = ((p.member, moment.writers[p.member]) for p in run.present if p.member in moment.writers)
    line = run.ui("tijd-om-niet-gedeeld")
    return tuple(Tell(to=m, line=line, outcome=True) for m, w in here if not w.finished and w.words and w.share is None)


def close(run: Run, member: MemberId, writer: Writing) -> Close:
    """This writer's question as it stands is no longer open."""
    return Close(to=member, question=Question(where(run), run.turn, writer.round))


def gathered(run: Run, moment: AskMoment) -> Run:
    """The run with what was shared, also by who was reading it back when time was up."""
    given = {
        m: Answer(words=w.words, share=w.share, told=w.agreed, pick=w.pick, chair=w.chair)
        for m, w in moment.writers.items()
        if (w.words or w.pick is not None) and w.share is not None
    }
    return replace(run, moment=moment, answers={**run.answers, where(run): given})


def changed(moment: AskMoment, member: MemberId, writer: Writing) -> AskMoment:
    """The moment with this writer's answer as it is now."""
    return replace(moment, writers={**moment.writers, member: writer})


def with_newcomer(way: Way, run: Run, moment: AskMoment, member: MemberId) -> AskMoment:
    """One more is asked. Who left and is back gets a question of its own: the old one stays closed."""
    return changed(moment, member, _asked(way, moment.left.get(member, 0), _chair(way, run, moment, member)))


def without(moment: AskMoment, member: MemberId) -> AskMoment:
    """One fewer is asked; the next question to them, if ever, is a new one."""
    writers = {m: w for m, w in moment.writers.items() if m != member}
    return replace(moment, writers=writers, left={**moment.left, member: moment.writers[member].round + 1})


def reseated(way: Way, run: Run, moment: AskMoment, gone: MemberId) -> tuple[AskMoment, tuple[Effect, ...]]:
    """Who was still thinking of what the one who is gone would say, takes another chair, or is free.

    What somebody was ready with already lies beneath no card now, and stays shut.
    """
    effects: tuple[Effect, ...] = ()
    for member, writer in moment.writers.items():
        if writer.chair != gone:
            continue
        moment = changed(moment, member, replace(writer, chair=None))
        if writer.finished:
            continue
        again = _asked(way, writer.round + 1, _chair(way, run, moment, member))
        moment = changed(moment, member, again)
        forgotten = (Erase(words=writer.words),) if writer.words else ()
        free = Tell(to=member, line=run.ui("stoel-leeg"))
        question = free if again.finished else asking.put(own(way, run, moment, member))
        effects = (*effects, *forgotten, close(run, member, writer), question)
    return moment, effects


def _chair(way: Way, run: Run, moment: AskMoment, member: MemberId) -> MemberId | None:
    if way.chairs is None:
        return None
    taken = {m: w.chair for m, w in moment.writers.items() if w.chair is not None}
    return chairs.one_more(run, way.chairs, taken, member)


def _asked(way: Way, round: int, chair: MemberId | None) -> Writing:
    free = way.chairs is not None and chair is None
    return Writing(round=round, chair=chair, phase=Phase.SKIPPED if free else Phase.WRITING)
