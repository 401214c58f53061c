"""How one professional opens a talk: what they are asked, and their words on the way to the group."""

from dataclasses import replace

from flows.effects import Ask, Close, Effect, Erase, Expect, Label, Reveal, Tell, Turned, Withhold
from flows.events import Question
from flows.line import Count, Line, Quote
from flows.moments import OpeningMoment
from flows.names import OptionId, Share, WordsId
from flows.run import Run
from flows.turn import Turn, label, stay, where

SHARE, AGAIN, LEAVE_IT = OptionId("deel-opening"), OptionId("aanpassen"), OptionId("sla-over")


def put(run: Run, moment: OpeningMoment) -> Ask:
    """The two sentences to finish; or what they wrote, with how many people would read it."""
    written, first = moment.words is not None, moment.told is None and not moment.anyone
    labels: tuple[Label, ...] = (label(SHARE), label(AGAIN), label(LEAVE_IT)) if written else (label(LEAVE_IT),)
    return Ask(
        to=moment.by,
        question=question(run, moment),
        line=_read_back(run, moment, moment.words) if moment.words is not None else run.ui("openen", titel=run.title),
        labels=labels,
        expect=Expect.LABEL if written else Expect.NOTE,
        audience=written and first,
    )


def anew(run: Run, moment: OpeningMoment, *more: Effect) -> Turn:
    """The question as it stands from now on, in the place of the one before."""
    asked = replace(moment, round=moment.round + 1)
    return stay(run, asked, Close(to=moment.by, question=question(run, moment)), put(run, asked), *more)


def turned(run: Run, moment: OpeningMoment) -> Reveal:
    """Their words go to the group by the one road, unless it counts more people by then than they were told."""
    assert moment.words is not None
    here = where(run)
    return Reveal(
        step=here,
        turn=run.turn,
        of=here,
        title=run.ui("opening-van", titel=run.title),
        cards=(Turned(moment.by, (moment.words,), Share.NAME),),
        told=moment.told,
        anyone=moment.anyone,
    )


def given_up(run: Run, moment: OpeningMoment, *, erased: bool = False) -> tuple[Effect, ...]:
    """The talk begins without it. `erased`: what they wrote is gone already."""
    if moment.turning:
        return (Withhold(), *(() if erased else forgotten(moment)))
    return (*(() if erased else forgotten(moment)), Close(to=moment.by, question=question(run, moment)))


def too_late(run: Run, moment: OpeningMoment) -> tuple[Effect, ...]:
    """Whoever wrote something hears that the talk began without it; also when it was on its way already."""
    return (Tell(to=moment.by, line=run.ui("opening-te-laat")),) if moment.words is not None else ()


def forgotten(moment: OpeningMoment) -> tuple[Effect, ...]:
    """What they wrote is kept no longer."""
    return (Erase(words=(moment.words,)),) if moment.words is not None else ()


def question(run: Run, moment: OpeningMoment) -> Question:
    """The question as it stands now; a yes to an earlier one was about other words, or fewer people."""
    return Question(where(run), run.turn, moment.round)


def _read_back(run: Run, moment: OpeningMoment, words: WordsId) -> Line:
    if moment.anyone:
        return run.ui("opening-groep-onbekend", tekst=Quote((words,)))
    if moment.told is not None:
        return run.ui("opening-groep-groeide", tekst=Quote((words,)), mensen=Count(moment.told))
    return run.ui("opening-delen", tekst=Quote((words,)))
