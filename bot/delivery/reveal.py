"""Turning the cards: the one place where sealed words are shown to a group, for just these words and this group."""

import logging

from bot.delivery.letters import RevealLetter
from bot.delivery.parts import Part, PhotoPart, TextPart, VoicePart
from bot.delivery.splitting import split
from bot.delivery.spread import spread
from bot.keys import Forgotten
from bot.rendering import Reader, Renderer, said_as_text
from bot.storage import people, words
from bot.storage.database import Tx
from bot.storage.words import RevealPermit
from flows.effects import Turned
from flows.line import Who, Word, ui
from flows.names import Form, Role, Share, TextKey, WordsId

log = logging.getLogger(__name__)


def parts(tx: Tx, by: Renderer, letter: RevealLetter, reader: Reader) -> tuple[Part, ...]:
    """All cards in order: text first, then voice notes and photos, each under the name or the role of its writer."""
    assert reader.circle is not None and reader.group, "cards are turned in a group"
    permit = RevealPermit(words=frozenset(id for card in letter.cards for id in card.words), circle=reader.circle)
    cards: list[str] = [by.html(tx, letter.title, reader)]
    media: list[Part] = []
    own: list[Turned] = []  # shown, so that what lies beneath may be shown too
    if any(card.share is Share.SPREAD for card in letter.cards):
        cards += spread(tx, by, letter, reader)
    for card in letter.cards:
        if card.chair is not None and card.chair not in (shown.member for shown in own):
            continue
        body: list[str] = []
        whose = _whose(tx, by, card, reader)
        for id in card.words:
            spoken = _open(tx, by, id, reader, permit)
            if spoken is None:
                continue
            if spoken.form is Form.VOICE and card.share is not Share.NAME:
                log.error("alarm: a voice was to be shown without its owner's name")
                continue  # a voice tells who speaks: it can't be shared as a role
            body.append(said_as_text(spoken, lambda key: by.html(tx, ui(key), reader)))
            media += _media(tx, by, spoken, id, card, reader)
        if body:
            cards.append("\n".join((whose, *body)))
            own += [card] if card.chair is None else []
    refs = tuple(id for card in letter.cards for id in card.words)
    texts = [TextPart(html=piece, protect=True, refs=refs) for piece in split("\n\n".join(cards))]
    return (*texts, *media)


def _open(tx: Tx, by: Renderer, id: WordsId, reader: Reader, permit: RevealPermit) -> words.Spoken | None:
    assert reader.circle is not None
    try:
        return words.read(tx, by.vault, id, reader=words.Circle(reader.circle), permit=permit)
    except Forgotten:
        return None


def _whose(tx: Tx, by: Renderer, card: Turned, reader: Reader) -> str:
    """'<b>Anna</b> (ouder)', or only the role; and under it what is said above the words."""
    whose = _named(tx, by, card, reader)
    return f"{whose}\n{by.html(tx, card.lead, reader)}" if card.lead is not None else whose


def _named(tx: Tx, by: Renderer, card: Turned, reader: Reader) -> str:
    if card.chair is not None:  # they only thought so
        wie = Who(card.member) if card.share is Share.NAME else Word(TextKey("ui/iemand"))
        return by.html(tx, ui("dacht", wie=wie, rol=Word(TextKey(f"ui/rol-{_role(tx, card)}"))), reader)
    role = by.html(tx, ui(f"rol-{_role(tx, card)}"), reader)
    if card.share is Share.NAME:
        return f"<b>{by.name(tx, card.member, reader)}</b> ({role})"
    return f"<b>{role[:1].upper()}{role[1:]}</b>"


def _role(tx: Tx, card: Turned) -> str:
    member = people.member(tx, card.member)
    return str(member.role) if member is not None else Role.SUPPORTER


def _media(tx: Tx, by: Renderer, spoken: words.Spoken, id: WordsId, card: Turned, reader: Reader) -> list[Part]:
    if spoken.form is Form.TEXT or not spoken.file_id:
        return []
    wie = Who(card.member) if card.share is Share.NAME else Word(TextKey(f"ui/rol-{_role(tx, card)}"))
    caption = by.html(tx, ui("van-wie", wie=wie), reader)
    if spoken.form is Form.VOICE:
        return [VoicePart(file_id=spoken.file_id, caption=caption, refs=(id,))]
    return [PhotoPart(file_id=spoken.file_id, caption=caption, refs=(id,))]
