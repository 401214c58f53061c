"""The filled-in plate of a talk: its drawing, what was on the cards that were turned, and what was agreed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from bot import markup
from bot.delivery.letters import RevealLetter
from bot.delivery.parts import PicturePart
from bot.delivery.splitting import CAPTION, visible_units
from bot.keys import Forgotten
from bot.rendering import Reader, Renderer, said_as_text
from bot.reports.pictures import Picture
from bot.storage import agreements, outbox, people, runs, words
from bot.storage.database import Tx
from flows.agreements import Agreement, Kind, State, day_for
from flows.effects import Turned
from flows.line import Day, Line, People, Quote, Word, ui
from flows.names import REVEAL_ORDER, MemberId, Role, RunId, Share, TextKey, WordsId

TEMPLATE = "plaat"
MOST_QUOTES, MOST_AGREEMENTS = 8, 6
_LENGTHS = (220, 160, 120, 90, 70, 50)
"""How many characters of each answer are shown: the most that still fits with all the others below the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote:
    who: str  # HTML
    said: str  # visible text
    words: tuple[WordsId, ...]
    role: Role | None


def part(tx: Tx, by: Renderer, run: RunId, reader: Reader, there: int | None) -> PicturePart | None:
    """The plate for the group; None when there is no such talk. `there`: people in the group, None if nobody knows.

    Nothing that was not turned is on it. What was turned for fewer people than are there now, is not either.
    """
    record = runs.load(tx, by.vault, run)
    if record is None or reader.circle is None or record.circle != reader.circle:
        return None
    turned = list(_turned(tx, run))
    told = min((letter.told or 0 for letter in turned), default=0)
    kept_back = bool(turned) and (there is None or there > told)
    quotes = (
        [] if kept_back else [q for letter in turned for card in letter.cards if (q := _quote(tx, by, card, reader))]
    )
    agreed = _agreed(tx, by, run, reader)
    title = ui("plaat-titel", titel=record.run.about.get("titel", Word(TextKey("title"))))
    rest = _rest(len(quotes), len(agreed), kept_back)
    quotes, agreed = quotes[:MOST_QUOTES], agreed[:MOST_AGREEMENTS]
    heard = _heard(tx, by, quotes, reader)
    captions = ((most, _caption(tx, by, reader, title, quotes, agreed, heard, rest, most)) for most in _LENGTHS)
    most, caption = next((one for one in captions if visible_units(one[1]) <= CAPTION), (_LENGTHS[-1], ""))
    data = {
        "card": record.run.flow.rpartition("/")[2],
        "title": _drawable(by.label(tx, title, reader)),
        "quotes": [{"who": _drawable(markup.plain(q.who)), "said": _drawable(_short(q.said, most))} for q in quotes],
        "heading": by.label(tx, ui("plaat-afspraken"), reader),
        "agreements": [_drawable(_short(markup.plain(one), most)) for one in agreed],
        "heard": by.label(tx, ui("plaat-gehoord"), reader) if heard else "",
        "roles": heard,
        "rest": by.label(tx, rest, reader) if rest is not None else "",
    }
    refs = tuple(id for quote in quotes for id in quote.words)
    return PicturePart(picture=Picture(TEMPLATE, json.dumps(data, ensure_ascii=False)), caption=caption, refs=refs)


def _turned(tx: Tx, run: RunId) -> Iterator[RevealLetter]:
    """The cards that were turned in the group, as they went out."""
    rows = tx.run("SELECT id FROM outbox WHERE run = :run AND kind = 'reveal' AND state = 'sent' ORDER BY id", run=run)
    for row in rows:
        sent = outbox.load(tx, row["id"])
        if sent is None or not isinstance(sent.letter, RevealLetter):
            continue
        if sent.letter.of != sent.letter.step:  # how somebody opened the talk is no card
            yield sent.letter


def _quote(tx: Tx, by: Renderer, card: Turned, reader: Reader) -> _Quote | None:
    """What one card said, as far as the circle may still read it."""
    assert reader.circle is not None
    said: list[str] = []
    for id in card.words:
        try:
            spoken = words.read(tx, by.vault, id, reader=words.Circle(reader.circle))
        except (Forgotten, words.Sealed):
            continue
        said.append(markup.plain(said_as_text(spoken, lambda key: by.html(tx, ui(key), reader))))
    if not said:
        return None
    member = people.member(tx, card.member)
    role = by.html(tx, ui(f"rol-{member.role}"), reader) if member is not None else by.html(tx, ui("iemand"), reader)
    named = card.share is Share.NAME
    return _Quote(who=by.name(tx, card.member, reader) if named else role[:1].upper() + role[1:],
                  said=" ".join(" ".join(said).split()), words=card.words,
                  role=member.role if member is not None else None)  # fmt: skip


def _heard(tx: Tx, by: Renderer, quotes: Sequence[_Quote], reader: Reader) -> list[str]:
    """Which sides were heard, in the usual order: to look at together, so without numbers and without names."""
    roles = {quote.role for quote in quotes}
    return [by.label(tx, ui(f"rol-{role}"), reader) for role in REVEAL_ORDER if role in roles]


def _agreed(tx: Tx, by: Renderer, run: RunId, reader: Reader) -> list[str]:
    """What came out of it, with who does it and when; only what everybody whose it is agreed to."""
    assert reader.circle is not None
    return [
        by.html(tx, _line(agreement), reader)
        for agreement in agreements.of(tx, by.vault, reader.circle)
        if agreements.talk_of(tx, agreement.id) == run and agreement.state in (State.STANDING, State.FINISHED)
    ]


def _line(agreement: Agreement) -> Line:
    what, who = Quote((agreement.what,)), People(agreement.owners)
    if agreement.kind is Kind.WORKING:
        return ui("plaat-werkafspraak", wat=what, wie=who)
    return ui("plaat-regel", wat=what, wie=who, wanneer=Day(day_for(agreement, MemberId(0))))


def _caption(
    tx: Tx,
    by: Renderer,
    reader: Reader,
    title: Line,
    quotes: Sequence[_Quote],
    agreed: Sequence[str],
    heard: Sequence[str],
    rest: Line | None,
    most: int,
) -> str:
    said = [by.html(tx, title, reader)]
    said += [f"<b>{quote.who}</b>\n{markup.safe(_short(quote.said, most))}" for quote in quotes]
    if agreed:
        shortened = [f"• {markup.safe(_short(markup.plain(one), most))}" for one in agreed]
        said.append("\n".join((f"<b>{by.html(tx, ui('plaat-afspraken'), reader)}</b>", *shortened)))
    if heard:
        said.append(f"<i>{by.html(tx, ui('plaat-gehoord'), reader)} {', '.join(heard)}.</i>")
    return "\n\n".join((*said, *((by.html(tx, rest, reader),) if rest is not None else ())))


def _rest(quotes: int, agreed: int, kept_back: bool) -> Line | None:
    if kept_back:
        return ui("plaat-meer-mensen")
    if quotes > MOST_QUOTES or agreed > MOST_AGREEMENTS:
        return ui("plaat-meer")
    return ui("plaat-leeg") if not quotes and not agreed else None


def _short(text: str, most: int) -> str:
    """At most so many characters, cut between words."""
    if len(text) <= most:
        return text
    cut = text[: most - 1].rsplit(" ", 1)[0] if " " in text[: most - 1] else text[: most - 1]
    return f"{cut.rstrip(' ,.;:')}…"


def _drawable(text: str) -> str:
    """Without what no letter of the picture can draw: emoji and the like stay in the caption."""
    return "".join(
        one for one in text if category(one) not in ("So", "Sk", "Cf", "Co", "Cs") and ord(one) < 0xFE00
    ).strip()
