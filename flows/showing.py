"""Which cards may be turned, and asking those who wrote them once more when more is shown than they knew."""

from enum import StrEnum

from flows.effects import Ask, Board, Close, Expect, Reveal, Turned
from flows.events import Question
from flows.line import Count, Quote
from flows.moments import RevealMoment
from flows.names import MemberId, OptionId, Share, StepId
from flows.run import Answer, Run
from flows.turn import label, where

AT_LEAST = 2  # docs/explanation/rules.md
SHOW, KEEP = OptionId("laat-zien"), OptionId("houd-dicht")


class Why(StrEnum):
    """Why someone who shared is asked once more; the value is the string's key in content/ui."""

    LONE = "enige-kaart"  # nobody else shared: it shows one person
    GREW = "groep-groeide"
    UNKNOWN = "groep-onbekend"  # nobody can say how many people would see it


def shared(run: Run, of: StepId) -> dict[MemberId, Answer]:
    """What those present shared, in the order of docs/explanation/rules.md."""
    answers = run.answers.get(of, {})
    return {
        p.member: answers[p.member]
        for p in run.in_order()
        if p.here and p.member in answers and answers[p.member].share is not Share.ME
    }


def least(cards: dict[MemberId, Answer]) -> int:
    """How many must be turned together: a lone card exposes one person, unless its writer knew it might be alone."""
    return 1 if cards and all(answer.alone for answer in cards.values()) else AT_LEAST


def lowest_told(answers: dict[MemberId, Answer], cards: tuple[MemberId, ...]) -> int | None:
    """The smallest group any of these was told; None when one of them was told no number."""
    known = [answers[m].told for m in cards]
    return None if None in known else min(n for n in known if n is not None)


def turned(run: Run, of: StepId, moment: RevealMoment) -> tuple[Board, Reveal]:
    """The board says it, and the cards go open in the group, in this order."""
    answers = shared(run, of)
    reactions = least(answers) == 1
    reveal = Reveal(
        step=where(run),
        turn=run.turn,
        title=run.ui("reacties-samen" if reactions else "kaarten-omgedraaid", titel=run.title),
        cards=tuple(Turned(m, answers[m].words, answers[m].share, answers[m].lead) for m in moment.cards),
        told=moment.told,
        anyone=moment.anyone,
    )
    return Board(lines=(run.heading, run.ui("bord-reacties" if reactions else "bord-draaien"))), reveal


def questions(run: Run, of: StepId, moment: RevealMoment, why: Why) -> tuple[Ask, ...]:
    """May this be shown after all? Put to everyone whose card it is."""
    answers = shared(run, of)
    size = {"mensen": Count(moment.told)} if why is Why.GREW and moment.told is not None else {}
    return tuple(
        Ask(
            to=m,
            question=question(run, moment),
            line=run.ui(why, antwoord=Quote(answers[m].words), **size),
            labels=(label(SHOW), label(KEEP)),
            expect=Expect.LABEL,
            audience=why is Why.LONE,
        )
        for m in moment.cards
    )


def question(run: Run, moment: RevealMoment) -> Question:
    """The question as it is put now; a yes to an earlier one was about fewer people."""
    return Question(where(run), run.turn, moment.round)


def closing(run: Run, moment: RevealMoment) -> tuple[Close, ...]:
    """Who has not answered need not answer any more."""
    return tuple(Close(to=m, question=question(run, moment)) for m, yes in moment.consents.items() if yes is None)
