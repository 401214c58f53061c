"""Content without problems to what the bot runs: every flow, and every format with every card in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from flows import codec
from flows.cards import PARENTS_TIP, Card
from flows.flow import Flow
from flows.names import FlowId, Language, TextKey
from flows.problems import Placed
from flows.source.written import Content, Written
from flows.texts import HOME, Texts


@dataclass(frozen=True, slots=True)
class Compiled:
    """A flow, carrying its hash, its texts, and both as the JSON that is kept as its revision."""

    flow: Flow
    texts: Texts
    body: str


def compilable(content: Content) -> Mapping[FlowId, Callable[[], Compiled]]:
    """How to compile each flow, by its name; a talk is named `<format>/<card>`. There are many, so none is yet."""
    flows = {w.flow.id: partial(_compiled, content, path, w) for path, w in content.flows.items()}
    talks = {
        FlowId(f"{written.flow.id}/{card.id}"): partial(_talk, content, path, written, card_path, card)
        for path, written in content.formats.items()
        for card_path, card in content.cards.items()
    }
    return {**flows, **talks}


def reference_texts(content: Content) -> Texts:
    """The texts that stand outside any dialogue: what a card is about, jargon, sparks and places."""
    return Texts({language: dict(_reference(content, language)) for language in (HOME, *content.languages)})


def _reference(content: Content, language: Language) -> Iterator[tuple[TextKey, str]]:
    for path, texts in content.reference.items():
        yield from _in(content, path, texts, language).items()
    for word in content.jargon:
        yield TextKey(f"{word.key}.naam"), word.word.text
    for place in content.places:
        day = place.checked
        yield TextKey(f"plek.{place.id}.nagekeken"), f"{day.day}-{day.month}-{day.year}"
    for path, card in content.cards.items():
        spoken = _in(content, path, card.texts, language)
        for key in (TextKey("title"), TextKey("about")):
            yield TextKey(f"kaart.{card.id}.{key}"), spoken[key]


def _compiled(content: Content, path: str, written: Written) -> Compiled:
    by_language = {language: _said(content, path, written, language) for language in (HOME, *content.languages)}
    return _sealed(written.flow, Texts(by_language))


def _talk(content: Content, path: str, written: Written, card_path: str, card: Card) -> Compiled:
    flow = replace(written.flow, id=FlowId(f"{written.flow.id}/{card.id}"))
    by_language = {
        language: {**_said(content, path, written, language), **_asked(content, card_path, card, language)}
        for language in (HOME, *content.languages)
    }
    return _sealed(flow, Texts(by_language))


def _asked(content: Content, card_path: str, card: Card, language: Language) -> dict[TextKey, str]:
    """What the card says, in the words of the blank card where it says nothing itself."""
    said: dict[TextKey, str] = {}
    for path, lender in content.lenders.items():
        said |= lender.spoken(_in(content, path, lender.texts, language))
    said.pop(TextKey(PARENTS_TIP), None)  # advice is about its own topic
    return said | dict(card.spoken(_in(content, card_path, card.texts, language)))


def _sealed(flow: Flow, texts: Texts) -> Compiled:
    body = codec.encode_revision(flow, texts)
    return Compiled(replace(flow, revision=codec.hash_of(body)), texts, body)


def _said(content: Content, path: str, written: Written, language: Language) -> dict[TextKey, str]:
    """The flow's own texts, the titles of cards and formats and the languages that it offers, and the tips."""
    said = _in(content, path, written.own_texts, language)
    said |= {key: name.text for key, name in written.languages.items()}
    for tips_path, tips in content.tips.items():
        if written.shows_tips:
            said |= _in(content, tips_path, tips, language)
    titles = {
        card.id: _in(content, card_path, card.texts, language)[TextKey("title")]
        for card_path, card in content.cards.items()
    }
    formats = {
        format.flow.id: _in(content, format_path, format.own_texts, language)[TextKey("title")]
        for format_path, format in content.formats.items()
    }
    for step in written.flow.steps:
        if step.id in written.card_steps:
            said |= {TextKey(f"{step.id}.{card}"): title for card, title in titles.items()}
        if step.id in written.format_steps:
            said |= {TextKey(f"{step.id}.{format}"): title for format, title in formats.items()}
    return said


def _in(content: Content, path: str, dutch: Mapping[TextKey, Placed], language: Language) -> dict[TextKey, str]:
    """The texts of one file in this language; what has no translation stays Dutch."""
    translated = {
        key: one.text.text
        for translation in content.translations
        if translation.language == language and translation.original == path
        for key, one in translation.texts.items()
    }
    return {key: translated.get(key, placed.text) for key, placed in dutch.items()}
