"""Reacting to somebody else's turned card: how it begins, the words, and what is shown of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from flows import alone, dealing
from flows.alone import SKIP, Changed, forgotten
from flows.effects import Ask, Board, Close, Effect, Expect, Reason, Refuse, Tell
from flows.events import Pressed, Said
from flows.line import Line, Quote, Value, Word
from flows.moments import Phase, Reacting, ReactMoment
from flows.names import MemberId, OptionId, Share, StepId, TextKey
from flows.run import Answer, Run
from flows.times import Times
from flows.turn import NEXT, Turn, label, where

BEGINNINGS = (OptionId("ik-herken"), OptionId("ik-wist-niet"), OptionId("ik-wil-je-vragen"))
OTHER, NONE = OptionId("andere-kaart"), OptionId("geen-reacties")
MOST_UNITS = 1000

Heard: TypeAlias = tuple[Reacting, tuple[Effect, ...]]
"""The reaction as it is now, and what should be done; unchanged when it was refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """One participant with their reaction so far. `cards`: what lies open, of everybody who still takes part."""

    run: Run
    member: MemberId
    writer: Reacting
    cards: Mapping[MemberId, Answer]

    @property
    def close(self) -> Close:
        """Their question as it stands is no longer open."""
        return alone.close(self.run, self.member, self.writer)

    @property
    def of(self) -> Value:
        """Whose card it is, told as its writer shared it: by name, or only by role."""
        card = self.cards.get(self.writer.card)
        return dealing.whose(self.run, self.writer.card, card) if card is not None else Word(TextKey("ui/iemand"))

    @property
    def beginning(self) -> Word:
        """How their sentence begins."""
        return Word(TextKey(f"ui/knop-{self.writer.begins}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactions:
    """The work that everybody does alone with the cards that the reveal `of` turned (see `alone.Work`)."""

    run: Run
    of: StepId
    remind: Times | None

    @property
    def cards(self) -> Mapping[MemberId, Answer]:
        """What lies open, of everybody who still takes part."""
        return dealing.open_cards(self.run, self.of)

    def begun(self) -> ReactMoment:
        """Everybody for whom there is a card of somebody else is asked."""
        return ReactMoment(writers=dealing.deal(self.run, self.cards))

    def put(self, moment: ReactMoment, member: MemberId) -> Ask:
        """How does their sentence about this card begin?"""
        remind = self.remind.at(self.run.pace) if self.remind else None
        return replace(_question(self._own(moment, member)), remind=remind)

    def heard(self, moment: ReactMoment, event: Said | Pressed) -> Changed[ReactMoment]:
        """They chose how to begin, took another card, wrote, or skipped it."""
        own = self._own(moment, event.by)
        if isinstance(event, Said):
            return _changed(moment, own, _said(own, event))
        if event.option == SKIP:
            return _changed(moment, own, _skipped(own))
        if own.writer.begins is None and event.option in BEGINNINGS:
            return _changed(moment, own, _next(own, replace(own.writer, begins=event.option)))
        if own.writer.begins is None and event.option == OTHER:
            passed = (*own.writer.passed, own.writer.card)
            card = dealing.rarest(own.member, own.cards, moment.writers, passed)
            if card is not None:
                return _changed(moment, own, _next(own, replace(own.writer, card=card, passed=passed)))
        return _changed(moment, own, _no(own, Reason.USE_LABELS))

    def look_again(self, moment: ReactMoment, member: MemberId) -> Changed[ReactMoment]:
        """Their question is put once more; what they wrote stands until they write anew.

        Who took back what they said about the card of somebody who left meanwhile gets another, if there is one.
        """
        own = self._own(moment, member)
        card: MemberId | None = own.writer.card
        if not own.writer.words and card not in own.cards:
            card = dealing.rarest(member, own.cards, moment.writers)
        if card is None:
            return _changed(moment, own, _no(own, Reason.CLOSED))
        return _changed(moment, own, _next(own, replace(own.writer, card=card, phase=Phase.WRITING)))

    def let_off(self, moment: ReactMoment, member: MemberId) -> Changed[ReactMoment]:
        """They need not react after all; what they gave already stands."""
        own = self._own(moment, member)
        phase = Phase.DONE if own.writer.words else Phase.SKIPPED
        return _changed(moment, own, (replace(own.writer, phase=phase), (own.close,)))

    def with_newcomer(self, moment: ReactMoment, member: MemberId) -> ReactMoment:
        """One more is asked, when there is a card for them. Who left and is back gets a question of its own."""
        participant = self.run.participant(member)
        card = dealing.rarest(member, self.cards, moment.writers)
        if participant is None or participant.partly or card is None:
            return moment
        return _with(moment, member, Reacting(card=card, round=moment.left.get(member, 0)))

    def rearranged(self, moment: ReactMoment, gone: MemberId) -> Changed[ReactMoment]:
        """Who was reacting to their card and had not begun to write gets another, if there is one."""
        effects: tuple[Effect, ...] = ()
        for member, writer in moment.writers.items():
            if writer.card != gone or writer.words:
                continue
            own, card = self._own(moment, member), dealing.rarest(member, self.cards, moment.writers)
            if card is None:
                moment, anew = alone.without(self.run, moment, member)
            elif writer.finished:
                moment, anew = _with(moment, member, replace(writer, card=card)), ()
            else:
                moment, anew = _changed(moment, own, _next(own, replace(writer, card=card, begins=None)))
            effects = (*effects, *anew)
        return moment, effects

    def board(self, moment: ReactMoment) -> Board:
        """How many are ready, never who is not."""
        return Board(lines=(self.run.ui("bord-reageren", **alone.ready(self.run, moment)),), buttons=alone.BUTTONS)

    def over(self, moment: ReactMoment) -> Turn:
        """Everybody's reaction is kept under the card it is about; shown with its writer's name, as they were told."""
        given: dict[MemberId, Answer] = {}
        for member, writer in moment.writers.items():
            own = self._own(moment, member)
            lead = self.run.ui("reactie-bij", wie=own.of, begin=own.beginning)
            answer = Answer(words=writer.words, share=Share.NAME, told=writer.agreed, lead=lead, alone=True)
            given |= {member: answer} if writer.words else {}
        ended = replace(self.run, moment=moment, answers={**self.run.answers, where(self.run): given})
        return Turn(ended, alone.closing(self.run, moment), NEXT if given else NONE)

    def _own(self, moment: ReactMoment, member: MemberId) -> Own:
        return Own(run=self.run, member=member, writer=moment.writers[member], cards=self.cards)


def _with(moment: ReactMoment, member: MemberId, writer: Reacting) -> ReactMoment:
    return replace(moment, writers={**moment.writers, member: writer})


def _changed(moment: ReactMoment, own: Own, heard: Heard) -> Changed[ReactMoment]:
    writer, effects = heard
    return _with(moment, own.member, writer), effects


def _question(own: Own) -> Ask:
    """Which beginning, with the card quoted; or, once that is chosen, the words."""
    question = alone.question(own.run, own.writer)
    if own.writer.begins is not None:
        line = own.run.ui("reactie-afmaken", wie=own.of, begin=own.beginning)
        skip, words = (label(SKIP),), Expect.WORDS
        return Ask(to=own.member, question=question, line=line, labels=skip, expect=words, audience=True)
    line = own.run.ui("reageren", wie=own.of, kaart=Quote(own.cards[own.writer.card].words))
    more = (label(OTHER),) if len(own.cards.keys() - {own.member}) > 1 else ()
    labels = (*map(label, BEGINNINGS), *more, label(SKIP))
    return Ask(to=own.member, question=question, line=line, labels=labels, expect=Expect.LABEL)


def _next(own: Own, writer: Reacting) -> Heard:
    asked = replace(writer, round=own.writer.round + 1)
    return asked, (own.close, _question(replace(own, writer=asked)))


def _said(own: Own, event: Said) -> Heard:
    if own.writer.begins is None:
        return _no(own, Reason.USE_LABELS)
    if event.size > MOST_UNITS:
        return _no(own, Reason.TOO_LONG)
    done = replace(own.writer, words=(event.words,), phase=Phase.DONE, agreed=own.writer.told)
    return done, (*forgotten(own.writer), *_over(own, own.run.ui("reactie-klaar")))


def _skipped(own: Own) -> Heard:
    skipped = replace(own.writer, words=(), phase=Phase.SKIPPED, begins=None)
    return skipped, (*forgotten(own.writer), *_over(own, own.run.ui("overgeslagen")))


def _over(own: Own, line: Line) -> tuple[Effect, ...]:
    return own.close, Tell(to=own.member, line=line)


def _no(own: Own, reason: Reason) -> Heard:
    return own.writer, (Refuse(to=own.member, reason=reason),)
