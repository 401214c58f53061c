"""Reacting to somebody else's turned card: how it begins, the words, and who is ready."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from flows import dealing
from flows.effects import Ask, Board, Close, Effect, Erase, Expect, Reason, Refuse, Tell
from flows.events import Pressed, Question, Said
from flows.gathering import ANSWER, JOIN
from flows.line import Count, Line, Quote, Value, Word
from flows.moments import Phase, Reacting, ReactMoment
from flows.names import MemberId, OptionId, Share, TextKey
from flows.run import Answer, Run
from flows.times import Times
from flows.turn import button, label, where

BEGINNINGS = (OptionId("ik-herken"), OptionId("ik-wist-niet"), OptionId("ik-wil-je-vragen"))
OTHER, SKIP = OptionId("andere-kaart"), OptionId("sla-over")
MOST_UNITS = 1000

Cards: TypeAlias = Mapping[MemberId, Answer]
Heard: TypeAlias = tuple[Reacting, tuple[Effect, ...]]
"""The reaction as it is now, and what should be done; unchanged when it was refused."""

Changed: TypeAlias = tuple[ReactMoment, tuple[Effect, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """One participant with their reaction so far. `cards`: what lies open, of everybody who still takes part."""

    run: Run
    member: MemberId
    writer: Reacting
    cards: Cards

    @property
    def question(self) -> Question:
        """The question as it stands for this person now."""
        return Question(where(self.run), self.run.turn, self.writer.round)

    @property
    def of(self) -> Value:
        """Whose card it is, told as its writer shared it: by name, or only by role."""
        card = self.cards.get(self.writer.card)
        return dealing.whose(self.run, self.writer.card, card) if card is not None else Word(TextKey("ui/iemand"))

    @property
    def beginning(self) -> Word:
        """How their sentence begins."""
        return Word(TextKey(f"ui/knop-{self.writer.begins}"))


def put(own: Own, remind: Times | None = None) -> Ask:
    """Which beginning, with the card quoted; or, once that is chosen, the words."""
    if own.writer.begins is not None:
        return _words(own)
    more = (label(OTHER),) if len(own.cards.keys() - {own.member}) > 1 else ()
    return Ask(
        to=own.member,
        question=own.question,
        line=own.run.ui("reageren", wie=own.of, kaart=Quote(own.cards[own.writer.card].words)),
        labels=(*map(label, BEGINNINGS), *more, label(SKIP)),
        expect=Expect.LABEL,
        remind=remind.at(own.run.pace) if remind else None,
    )


def heard(own: Own, event: Said | Pressed, moment: ReactMoment) -> Heard:
    """They chose how to begin, took another card, wrote, or skipped it."""
    if own.writer.finished or own.question != event.question:
        return _no(own, Reason.CLOSED)
    if isinstance(event, Said):
        return _said(own, event)
    if event.option == SKIP:
        return _skipped(own)
    if own.writer.begins is None and event.option in BEGINNINGS:
        return _next(own, replace(own.writer, begins=event.option))
    if own.writer.begins is None and event.option == OTHER:
        passed = (*own.writer.passed, own.writer.card)
        card = dealing.rarest(own.member, own.cards, moment.writers, passed)
        if card is not None:
            return _next(own, replace(own.writer, card=card, passed=passed))
    return _no(own, Reason.USE_LABELS)


def look_again(own: Own, moment: ReactMoment) -> Heard:
    """They asked for their question: it is put once more; what they wrote stands until they write anew.

    Who took back what they said about the card of somebody who left meanwhile gets another, if there is one.
    """
    card = own.writer.card
    if not own.writer.words and card not in own.cards:
        other = dealing.rarest(own.member, own.cards, moment.writers)
        if other is None:
            return _no(own, Reason.CLOSED)
        card = other
    return _next(own, replace(own.writer, card=card, phase=Phase.WRITING))


def let_off(own: Own) -> Heard:
    """They need not react after all; what they gave already stands."""
    if own.writer.finished:
        return own.writer, ()
    phase = Phase.DONE if own.writer.words else Phase.SKIPPED
    return replace(own.writer, phase=phase), (Close(to=own.member, question=own.question),)


def with_newcomer(run: Run, moment: ReactMoment, cards: Cards, member: MemberId) -> ReactMoment:
    """One more is asked, when there is a card for them. Who left and is back gets a question of its own."""
    participant = run.participant(member)
    if participant is None or participant.partly:
        return moment
    card = dealing.rarest(member, cards, moment.writers)
    return changed(moment, member, Reacting(card=card, round=moment.left.get(member, 0))) if card else moment


def without(run: Run, moment: ReactMoment, cards: Cards, gone: MemberId) -> Changed:
    """One fewer is asked; who was reacting to their card and had not begun to write gets another, if there is one."""
    effects: tuple[Effect, ...] = ()
    if gone in moment.writers:
        moment, effects = _dropped(run, moment, gone)
    for member, writer in moment.writers.items():
        if writer.card != gone or writer.words:
            continue
        card = dealing.rarest(member, cards, moment.writers)
        if card is None:
            moment, closed = _dropped(run, moment, member)
            effects = (*effects, *closed)
        elif writer.finished:
            moment = changed(moment, member, replace(writer, card=card))
        else:
            own = Own(run=run, member=member, writer=writer, cards=cards)
            asked, anew = _next(own, replace(writer, card=card, begins=None))
            moment, effects = changed(moment, member, asked), (*effects, *anew)
    return moment, effects


def changed(moment: ReactMoment, member: MemberId, writer: Reacting) -> ReactMoment:
    """The moment with this reaction as it is now."""
    return replace(moment, writers={**moment.writers, member: writer})


def complete(run: Run, moment: ReactMoment) -> bool:
    """Whether everybody who can be reached is ready."""
    return all(moment.writers[p.member].finished for p in run.present if p.member in moment.writers)


def closing(run: Run, moment: ReactMoment) -> tuple[Close, ...]:
    """Nobody is asked this any more."""
    here, turn = where(run), run.turn
    return tuple(
        Close(to=m, question=Question(here, turn, w.round)) for m, w in moment.writers.items() if not w.finished
    )


def board(run: Run, moment: ReactMoment, *, fresh: bool = False) -> Board:
    """How many are ready, never who is not."""
    here = [moment.writers[p.member] for p in run.present if p.member in moment.writers]
    count = run.ui("bord-reageren", klaar=Count(sum(w.finished for w in here)), van=Count(len(here)))
    return Board(lines=(count,), buttons=((button(ANSWER, private=True), button(JOIN)),), fresh=fresh)


def given(run: Run, moment: ReactMoment, cards: Cards) -> dict[MemberId, Answer]:
    """Everybody's reaction, under the card it is about; shown with the name of who wrote it, as they were told."""
    reactions: dict[MemberId, Answer] = {}
    for member, writer in moment.writers.items():
        own = Own(run=run, member=member, writer=writer, cards=cards)
        lead = run.ui("reactie-bij", wie=own.of, begin=own.beginning)
        answer = Answer(words=writer.words, share=Share.NAME, told=writer.agreed, lead=lead, alone=True)
        reactions |= {member: answer} if writer.words else {}
    return reactions


def _dropped(run: Run, moment: ReactMoment, member: MemberId) -> Changed:
    writer = moment.writers[member]
    writers = {m: w for m, w in moment.writers.items() if m != member}
    dropped = replace(moment, writers=writers, left={**moment.left, member: writer.round + 1})
    return dropped, (Close(to=member, question=Question(where(run), run.turn, writer.round)),)


def _words(own: Own) -> Ask:
    return Ask(
        to=own.member,
        question=own.question,
        line=own.run.ui("reactie-afmaken", wie=own.of, begin=own.beginning),
        labels=(label(SKIP),),
        expect=Expect.WORDS,
        audience=True,
    )


def _next(own: Own, writer: Reacting) -> Heard:
    asked = replace(writer, round=own.writer.round + 1)
    return asked, (Close(to=own.member, question=own.question), put(replace(own, writer=asked)))


def _said(own: Own, event: Said) -> Heard:
    if own.writer.begins is None:
        return _no(own, Reason.USE_LABELS)
    if event.size > MOST_UNITS:
        return _no(own, Reason.TOO_LONG)
    done = replace(own.writer, words=(event.words,), phase=Phase.DONE, agreed=own.writer.told)
    return done, (*_forgotten(own), *_over(own, own.run.ui("reactie-klaar")))


def _skipped(own: Own) -> Heard:
    skipped = replace(own.writer, words=(), phase=Phase.SKIPPED, begins=None)
    return skipped, (*_forgotten(own), *_over(own, own.run.ui("overgeslagen")))


def _over(own: Own, line: Line) -> tuple[Effect, ...]:
    return Close(to=own.member, question=own.question), Tell(to=own.member, line=line)


def _forgotten(own: Own) -> tuple[Effect, ...]:
    return (Erase(words=own.writer.words),) if own.writer.words else ()


def _no(own: Own, reason: Reason) -> Heard:
    return own.writer, (Refuse(to=own.member, reason=reason),)
