"""Which cards may be turned, and asking those who wrote them once more when more is shown than they knew."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from flows.effects import Ask, Board, Close, Expect, Reveal, Turned
from flows.events import Question
from flows.line import Count, Quote
from flows.moments import RevealMoment, RevealPhase
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


OF_A_PICK: Mapping[Why, str] = {
    Why.LONE: "enige-keuze",
    Why.GREW: "keuze-groep-groeide",
    Why.UNKNOWN: "keuze-groep-onbekend",
}
"""The same for who picked: what it was is not said, for only the run holds it."""


@dataclass(frozen=True, slots=True)
class Cards:
    """What can be shown: answers to the step `of`, and `beneath` each what others thought that one would say."""

    run: Run
    of: StepId
    beneath: StepId | None

    def ready(self) -> tuple[MemberId, ...]:
        """Whose own answer can be turned, in the order of docs/explanation/rules.md."""
        return tuple(self.run.shared(self.of))

    def least(self) -> int:
        """How many are turned together: a lone card exposes one person, unless its writer knew it might be alone."""
        cards = self.run.shared(self.of).values()
        return 1 if cards and all(answer.alone for answer in cards) else AT_LEAST

    def laid(self, moment: RevealMoment) -> RevealMoment:
        """The moment with what lies beneath its cards; without what somebody said no to."""
        given = self.run.shared(self.beneath) if self.beneath is not None else {}
        beneath = {
            member: answer.chair
            for member, answer in given.items()
            if answer.chair is not None and answer.chair in moment.cards and moment.consents.get(member) is not False
        }
        return replace(moment, beneath=beneath)

    def shown(self, moment: RevealMoment) -> tuple[tuple[MemberId, Answer], ...]:
        """Whose answers, as they are turned: each card, and after it what lies beneath."""
        own = self.run.shared(self.of)
        thought = self.run.shared(self.beneath) if self.beneath is not None else {}
        return tuple(
            pair
            for card in moment.cards
            for pair in ((card, own[card]), *((m, thought[m]) for m, chair in moment.beneath.items() if chair == card))
        )

    def turning(self, moment: RevealMoment) -> RevealMoment:
        """The moment when they are about to be turned, for no more people than was told."""
        laid = self.laid(replace(moment, phase=RevealPhase.TURNING))
        return laid if laid.told is not None or laid.anyone else replace(laid, told=self.lowest_told(laid))

    def asking(self, moment: RevealMoment, why: Why) -> RevealMoment:
        """The moment when people are asked once more; a no given before stays a no."""
        laid = self.laid(moment)
        refused = {m: yes for m, yes in moment.consents.items() if yes is False}
        return replace(
            laid,
            phase=RevealPhase.ASKING,
            consents={**refused, **dict.fromkeys(asked(laid, why))},
            lone=moment.lone or why is Why.LONE,
            anyone=why is Why.UNKNOWN,
        )

    def lowest_told(self, moment: RevealMoment) -> int | None:
        """The smallest group any of these was told; None when one of them was told no number."""
        known = [answer.told for _, answer in self.shown(moment)]
        return None if None in known else min(n for n in known if n is not None)

    def turned_over(self, step: StepId, moment: RevealMoment) -> Run:
        """The run once they lie open: `answers` holds only what was not yet turned, `shown` the cards with words."""
        gone = {self.of: set(moment.cards), self.beneath: set(moment.beneath)}
        answers = {
            step: {m: answer for m, answer in given.items() if m not in gone.get(step, ())}
            for step, given in self.run.answers.items()
        }
        own = self.run.shared(self.of)
        open = {m: own[m] for m in moment.cards if own[m].share is not Share.SPREAD}
        return replace(self.run, answers=answers, shown={**self.run.shown, step: open})


def turned(cards: Cards, moment: RevealMoment) -> tuple[Board, Reveal]:
    """The board says it, and the cards go open in the group, in this order."""
    run, reactions = cards.run, cards.least() == 1
    reveal = Reveal(
        step=where(run),
        turn=run.turn,
        of=cards.of,
        title=run.ui("reacties-samen" if reactions else "kaarten-omgedraaid", titel=run.title),
        cards=tuple(Turned(m, a.words, a.share, a.lead, a.chair) for m, a in cards.shown(moment)),
        told=moment.told,
        anyone=moment.anyone,
    )
    return Board(lines=(run.heading, run.ui("bord-reacties" if reactions else "bord-draaien"))), reveal


def spread(run: Run, of: StepId, members: Iterable[MemberId]) -> Mapping[OptionId, int]:
    """How often each option was picked by these people, who are not told apart."""
    given = run.answers.get(of, {})
    return Counter(pick for m in members if m in given and (pick := given[m].pick) is not None)


def questions(cards: Cards, moment: RevealMoment, why: Why) -> tuple[Ask, ...]:
    """May this be shown after all? Put to everyone whose card it is, or whose words lie beneath one."""
    run = cards.run
    size = {"mensen": Count(moment.told)} if why is Why.GREW and moment.told is not None else {}
    asks: list[Ask] = []
    for member in asked(moment, why):
        theirs = [answer for m, answer in cards.shown(moment) if m == member]
        quote = Quote(tuple(w for answer in theirs for w in answer.words))
        picked = any(answer.share is Share.SPREAD for answer in theirs)
        asks.append(
            Ask(
                to=member,
                question=question(run, moment),
                line=run.ui(OF_A_PICK[why], **size) if picked else run.ui(why, antwoord=quote, **size),
                labels=(label(SHOW), label(KEEP)),
                expect=Expect.LABEL,
                audience=why is Why.LONE,
            )
        )
    return tuple(asks)


def asked(moment: RevealMoment, why: Why) -> tuple[MemberId, ...]:
    """Who says whether it may be shown: the owner of a lone card, or everyone of whom something is."""
    return moment.cards if why is Why.LONE else tuple(dict.fromkeys((*moment.cards, *moment.beneath)))


def question(run: Run, moment: RevealMoment) -> Question:
    """The question as it is put now; a yes to an earlier one was about fewer people."""
    return Question(where(run), run.turn, moment.round)


def closing(run: Run, moment: RevealMoment) -> tuple[Close, ...]:
    """Who has not answered need not answer any more."""
    return tuple(Close(to=m, question=question(run, moment)) for m, yes in moment.consents.items() if yes is None)
