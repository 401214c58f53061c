"""One person's own answer: written in pieces, read back, shared as its writer says, and changed until it is turned."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from flows.cards import asked_of
from flows.effects import Add, Ask, Close, Effect, Erase, Expect, Label, Reason, Refuse, Tell
from flows.events import Pressed, Question, Said
from flows.line import Lines, Quote, Word
from flows.moments import Phase, Writing
from flows.names import Form, OptionId, Share, TextKey
from flows.run import Participant, Run
from flows.times import Times
from flows.turn import label, where

SKIP, READY, AGAIN = OptionId("sla-over"), OptionId("klaar"), OptionId("aanpassen")
SHARES: Mapping[OptionId, Share] = {OptionId(f"deel-{share}"): share for share in Share}

MOST_MESSAGES, MOST_UNITS, MOST_MEDIA = 20, 4000, 10  # docs/explanation/promises.md


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """One participant with their answer so far, to the question in the card's `slot`, or to the step's own text."""

    slot: str
    run: Run
    participant: Participant
    writer: Writing

    @property
    def question(self) -> Question:
        """The question as it stands for this person now."""
        return Question(where(self.run), self.run.turn, self.writer.round)

    @property
    def words(self) -> Lines:
        """The question in the words of this participant's role."""
        return Lines((self.run.line(asked_of(self.slot, self.participant.role)),))


Heard: TypeAlias = tuple[Writing, tuple[Effect, ...]]
"""The answer as it is now, and what should be done; unchanged when it was refused."""


def put(own: Own, remind: Times | None = None) -> Ask:
    """The question in the words of this participant's role."""
    return Ask(
        to=own.participant.member,
        question=own.question,
        line=own.run.ui("vraag-alleen", vraag=own.words, titel=own.run.title),
        labels=(label(SKIP),),
        expect=Expect.WORDS,
        remind=remind.at(own.run.pace) if remind else None,
    )


def heard(own: Own, event: Said | Pressed) -> Heard:
    """They wrote, spoke, sent a picture or chose a label."""
    if own.writer.finished or own.question != event.question:
        return _no(own, Reason.CLOSED)
    if isinstance(event, Said):
        return _said(own, event)
    if own.writer.phase is Phase.WRITING:
        return _skipped(own) if event.option == SKIP else _ready(own, event.option)
    return _started_over(own) if event.option == AGAIN else _shared(own, event.option)


def look_again(own: Own) -> Heard:
    """They asked for their question: the answer is read back, or the question put once more."""
    again = replace(own.writer, round=own.writer.round + 1)
    close = Close(to=own.participant.member, question=own.question)
    if again.words and again.phase is not Phase.WRITING:
        again = replace(again, phase=Phase.SHARING)
        return again, (close, _how_to_share(replace(own, writer=again)))
    again = replace(again, phase=Phase.WRITING)
    question = put(replace(own, writer=again))
    labels = (label(READY), label(SKIP)) if again.words else question.labels
    return again, (close, replace(question, labels=labels))


def _said(own: Own, event: Said) -> Heard:
    writer, media = own.writer, event.form is not Form.TEXT
    if writer.phase is Phase.SHARING:
        return _no(own, Reason.USE_LABELS)
    if len(writer.words) >= MOST_MESSAGES or writer.media + media > MOST_MEDIA:
        return _no(own, Reason.TOO_MANY)
    if writer.size + event.size > MOST_UNITS:
        return _no(own, Reason.TOO_LONG)
    longer = replace(
        writer,
        words=(*writer.words, event.words),
        size=writer.size + event.size,
        media=writer.media + media,
        voice=writer.voice or event.form is Form.VOICE,
    )
    saved = own.run.ui("staat-erbij" if writer.words else "bewaard")
    return longer, (Add(to=event.by, question=event.question, line=saved, labels=(label(READY), label(SKIP))),)


def _skipped(own: Own) -> Heard:
    to = own.participant.member
    skipped = Writing(round=own.writer.round, phase=Phase.SKIPPED)
    close, said = Close(to=to, question=own.question), Tell(to=to, line=own.run.ui("overgeslagen"))
    return skipped, (*_forgotten(own), close, said)


def _ready(own: Own, option: OptionId) -> Heard:
    if option != READY:
        return _no(own, Reason.USE_LABELS)
    if not own.writer.words:
        return _no(own, Reason.NOTHING_YET)
    sharing = replace(own.writer, phase=Phase.SHARING, round=own.writer.round + 1)
    close = Close(to=own.participant.member, question=own.question)
    return sharing, (close, _how_to_share(replace(own, writer=sharing)))


def _started_over(own: Own) -> Heard:
    fresh = Writing(round=own.writer.round + 1)
    again = replace(put(replace(own, writer=fresh)), line=own.run.ui("opnieuw", vraag=own.words))
    return fresh, (*_forgotten(own), Close(to=own.participant.member, question=own.question), again)


def _shared(own: Own, option: OptionId) -> Heard:
    share = SHARES.get(option)
    if share is None:
        return _no(own, Reason.USE_LABELS)
    if share is Share.ROLE and own.writer.voice:
        return _no(own, Reason.NO_ROLE_FOR_VOICE)
    to = own.participant.member
    thanks = own.run.ui(f"dank-{share}", rol=_role(own))
    done = replace(own.writer, phase=Phase.DONE, share=share, agreed=own.writer.told)
    return done, (Close(to=to, question=own.question), Tell(to=to, line=thanks))


def _how_to_share(own: Own) -> Ask:
    voice = own.writer.voice
    shares = tuple(o for o, share in SHARES.items() if not (voice and share is Share.ROLE))
    return Ask(
        to=own.participant.member,
        question=own.question,
        line=own.run.ui("hoe-delen-spraak" if voice else "hoe-delen", antwoord=Quote(own.writer.words)),
        labels=tuple(Label(o, own.run.ui(f"knop-{o}", rol=_role(own))) for o in (*shares, AGAIN)),
        expect=Expect.LABEL,
        audience=True,
    )


def _role(own: Own) -> Word:
    return Word(TextKey(f"ui/rol-{own.participant.role}"))


def _forgotten(own: Own) -> tuple[Effect, ...]:
    return (Erase(words=own.writer.words),) if own.writer.words else ()


def _no(own: Own, reason: Reason) -> Heard:
    return own.writer, (Refuse(to=own.participant.member, reason=reason),)
