"""One person's own answer: written in pieces, read back, shared as its writer says, and changed until it is turned."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from flows.alone import SKIP, forgotten
from flows.asking import Own, put
from flows.effects import Add, Ask, Close, Effect, Expect, Label, Reason, Refuse, Tell
from flows.events import Pressed, Said
from flows.line import Quote, Word
from flows.moments import Phase, Writing
from flows.names import Form, OptionId, Share, TextKey
from flows.turn import label

READY, AGAIN = OptionId("klaar"), OptionId("aanpassen")
SHARES: Mapping[OptionId, Share] = {OptionId(f"deel-{share}"): share for share in (Share.NAME, Share.ROLE, Share.ME)}

MOST_MESSAGES, MOST_UNITS, MOST_MEDIA = 20, 4000, 10  # docs/explanation/promises.md


Heard: TypeAlias = tuple[Writing, tuple[Effect, ...]]
"""The answer as it is now, and what should be done; unchanged when it was refused."""


def heard(own: Own, event: Said | Pressed) -> Heard:
    """They wrote, spoke, sent a picture or chose a label."""
    if isinstance(event, Said):
        return _said(own, event)
    if own.writer.phase is Phase.WRITING and event.option == SKIP:
        return _skipped(own)
    if own.writer.phase is Phase.WRITING:
        return _picked(own, event.option) if own.way.options else _ready(own, event.option)
    return _started_over(own) if event.option == AGAIN else _shared(own, event.option)


def look_again(own: Own) -> Heard:
    """They asked for their question: the answer is read back, or the question put once more."""
    if own.way.chairs is not None and own.writer.chair is None:
        return _no(own, Reason.CLOSED)
    again = replace(own.writer, round=own.writer.round + 1)
    close = Close(to=own.participant.member, question=own.question)
    if again.words and again.phase is not Phase.WRITING:
        again = replace(again, phase=Phase.SHARING)
        return again, (close, _how_to_share(replace(own, writer=again)))
    again = replace(again, phase=Phase.WRITING)
    question = put(replace(own, writer=again))
    labels = (label(READY), label(SKIP)) if again.words else question.labels
    return again, (close, replace(question, labels=labels))


def let_off(own: Own) -> Heard:
    """They need not answer this after all: what they shared already stands, what they were writing is forgotten."""
    close = Close(to=own.participant.member, question=own.question)
    if own.writer.share is not None:
        return replace(own.writer, phase=Phase.DONE), (close,)
    skipped = Writing(round=own.writer.round, phase=Phase.SKIPPED, chair=own.writer.chair)
    return skipped, (*forgotten(own.writer), close)


def _said(own: Own, event: Said) -> Heard:
    writer, media = own.writer, event.form is not Form.TEXT
    if own.way.options or (writer.phase is Phase.SHARING and not own.way.brief):
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
    if own.way.brief:
        return _read_back(replace(own, writer=longer))
    saved = own.run.ui("staat-erbij" if writer.words else "bewaard")
    return longer, (Add(to=event.by, question=event.question, line=saved, labels=(label(READY), label(SKIP))),)


def _skipped(own: Own) -> Heard:
    to = own.participant.member
    skipped = Writing(round=own.writer.round, phase=Phase.SKIPPED, chair=own.writer.chair)
    close, said = Close(to=to, question=own.question), Tell(to=to, line=own.run.ui("overgeslagen"))
    return skipped, (*forgotten(own.writer), close, said)


def _ready(own: Own, option: OptionId) -> Heard:
    if option != READY:
        return _no(own, Reason.USE_LABELS)
    if not own.writer.words:
        return _no(own, Reason.NOTHING_YET)
    return _read_back(own)


def _picked(own: Own, option: OptionId) -> Heard:
    if option not in own.way.options:
        return _no(own, Reason.USE_LABELS)
    to = own.participant.member
    done = replace(own.writer, phase=Phase.DONE, pick=option, share=Share.SPREAD, agreed=own.writer.told)
    # What was picked stays in the run: what is said lies in the outbox, open to whoever can read that.
    return done, (Close(to=to, question=own.question), Tell(to=to, line=own.run.ui(f"dank-{Share.SPREAD}")))


def _read_back(own: Own) -> Heard:
    sharing = replace(own.writer, phase=Phase.SHARING, round=own.writer.round + 1)
    close = Close(to=own.participant.member, question=own.question)
    return sharing, (close, _how_to_share(replace(own, writer=sharing)))


def _started_over(own: Own) -> Heard:
    fresh = Writing(round=own.writer.round + 1, chair=own.writer.chair)
    again = replace(put(replace(own, writer=fresh)), line=own.run.ui("opnieuw", vraag=own.words))
    return fresh, (*forgotten(own.writer), Close(to=own.participant.member, question=own.question), again)


def _shared(own: Own, option: OptionId) -> Heard:
    share = SHARES.get(option)
    if share is None or (own.way.named and share is Share.ROLE):
        return _no(own, Reason.USE_LABELS)
    if share is Share.ROLE and own.writer.voice:
        return _no(own, Reason.NO_ROLE_FOR_VOICE)
    to = own.participant.member
    thanks = own.run.ui(f"dank-{share}", rol=_role(own))
    done = replace(own.writer, phase=Phase.DONE, share=share, agreed=own.writer.told)
    return done, (Close(to=to, question=own.question), Tell(to=to, line=thanks))


def _how_to_share(own: Own) -> Ask:
    voice = own.writer.voice
    shares = tuple(o for o, share in SHARES.items() if not ((voice or own.way.named) and share is Share.ROLE))
    return Ask(
        to=own.participant.member,
        question=own.question,
        line=own.run.ui(
            "hoe-delen-spraak" if voice and not own.way.named else "hoe-delen", antwoord=Quote(own.writer.words)
        ),
        labels=tuple(Label(o, own.run.ui(f"knop-{o}", rol=_role(own))) for o in (*shares, AGAIN)),
        expect=Expect.LABEL,
        audience=True,
    )


def _role(own: Own) -> Word:
    return Word(TextKey(f"ui/rol-{own.participant.role}"))


def _no(own: Own, reason: Reason) -> Heard:
    return own.writer, (Refuse(to=own.participant.member, reason=reason),)
