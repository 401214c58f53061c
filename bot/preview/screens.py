"""Everything people can see, gathered once: each screen has a number, so that what looks alike is kept once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from fluent.syntax import parse
from fluent.syntax.ast import GroupComment, Message

from bot import markup
from bot.checking import read_strings
from bot.delivery.spread import side_by_side
from bot.library import Library
from bot.preview.playing import Mood, Play, Screen
from bot.preview.saying import SAID, holes, saying, with_holes
from bot.rendering import Rendering
from bot.strings import Strings
from flows import showing
from flows.cards import Card
from flows.checks.given import ALWAYS, OF_TALK, given, may_know
from flows.diagram import mermaid, svg
from flows.flow import Flow, Setting
from flows.line import Count, Quote, Value, Who, Word
from flows.names import FlowId, Language, MemberId, Pace, Role, Share, TextKey, WordsId
from flows.source import Content, Written
from flows.steps.ask import AskStep
from flows.steps.choose import ChooseStep
from flows.steps.pick import PickStep
from flows.texts import HOME, Texts, shown

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"
Said: TypeAlias = tuple[str, tuple[str, ...]]
"""A text as HTML, and the buttons under it."""

AUDIENCE: Mapping[str, Value] = {"mensen": Count(6), "buiten": Count(1)}
"""Filled in at sending: how many people will see it."""

TOLD: Mapping[str, Value] = {"gast": Who(MemberId(len(Role))), "doel": Quote((WordsId(1),))}
"""What a talk is told at its start, where it shows that; of the rest it only matters that it was told."""

GROUP, PRIVATE = "groep", "apart"


class _All:
    """Knows every name: in a preview nothing is left out."""

    def __contains__(self, name: object) -> bool:
        return True


@dataclass
class Album:
    """All screens, each once, in all languages."""

    library: Library
    strings: Strings
    said: list[tuple[Said, ...]] = field(default_factory=list)
    rendered: dict[str, int] = field(default_factory=dict)  # the number of a screen by what is said to whom
    _numbers: dict[tuple[Said, ...], int] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[Language, ...]:
        """Dutch, and every published language."""
        return (HOME, *self.library.languages)

    def number(self, said: tuple[Said, ...]) -> int:
        """The number of a screen, said in each language."""
        if said not in self._numbers:
            self._numbers[said] = len(self.said)
            self.said.append(said)
        return self._numbers[said]


def gathered(content: Content, library: Library, sources: Mapping[Language, str]) -> Mapping[str, Json]:
    """What the page shows. A talk is kept once for all cards: the words of a card come in its holes.

    `sources`: the Fluent file of each language, for what is said outside the dialogues.
    """
    album = Album(library, Strings(sources))
    names = {tongue.id: tongue.name.text for tongue in content.tongues.values()}
    formats = [_format(written, content, album) for written in content.formats.values()]
    flows = [*(_flow(written, album) for written in content.flows.values()), _fixed(sources, album)]
    decks = sorted(content.decks.values(), key=lambda deck: -len(deck.cards))
    return {
        "languages": {language: names.get(language, language) for language in album.languages},
        "roles": list(Role),
        "decks": {deck.title.text: [card.text for card in deck.cards] for deck in decks},
        "cards": {card.id: _words(card, next(iter(content.formats.values())), album) for card in library.cards},
        "formats": formats,
        "flows": flows,
        "screens": [[list(said[at]) for said in album.said] for at in range(len(album.languages))],
    }


def _words(card: Card, written: Written, album: Album) -> Json:
    """What the holes are filled with, by language; what the card lacks is lent to it."""
    texts = album.library.texts(FlowId(f"{written.flow.id}/{card.id}"))
    keys = holes(album.library.cards) & texts.by_language[HOME].keys()
    return {language: {key: texts.get(language, key) for key in sorted(keys)} for language in album.languages}


def _format(written: Written, content: Content, album: Album) -> Json:
    """A talk as it goes for a group of five, at each pace, in each mood, with all it may be told at its start."""
    flow = written.flow
    texts = with_holes(album.library.texts(FlowId(f"{flow.id}/{album.library.cards[0].id}")), album.library.cards)
    talks: dict[str, Json] = {}
    for start, about in starts(flow).items():
        for pace in Pace:
            for mood in Mood:
                play = Play(flow, tuple(Role), pace, mood, about)
                name = " · ".join(filter(None, (pace, mood, start)))
                talks[name] = [_seen(screen, play, texts, album) for screen in play.screens]
    return {**_drawn(written), "talks": talks}


def starts(flow: Flow) -> Mapping[str, Mapping[str, Value]]:
    """What a talk in this format may be told at its start: nothing besides its card, or one thing more."""
    title = Word(TextKey("title"))
    sure: dict[str, Value] = dict.fromkeys(given(flow) - ALWAYS - OF_TALK, title)
    return {"": sure, **{name: {**sure, name: TOLD.get(name, title)} for name in sorted(may_know(flow))}}


def _seen(screen: Screen, play: Play, texts: Texts, album: Album) -> Json:
    """Who sees which screen, and whether it changed in its place."""
    who = play.members[screen.to] if screen.to is not None else GROUP
    lines = f"{play.flow.id} {who} {screen.lines} {screen.choices} {screen.cards} {_picked(screen, play)}"
    if lines not in album.rendered:
        album.rendered[lines] = album.number(_rendered(screen, play, texts, album))
    return [who, album.rendered[lines], screen.edit]


def _rendered(screen: Screen, play: Play, texts: Texts, album: Album) -> tuple[Said, ...]:
    said = []
    for language in album.languages:
        say = saying(album.strings, texts, language, play.members, screen.to)
        whole = [say.line(line, AUDIENCE) for line in screen.lines]
        whole += _turned(screen, play, say)
        said.append((_joined(whole), tuple(markup.bare(say.line(line, AUDIENCE)) for line in screen.choices)))
    return tuple(said)


def _picked(screen: Screen, play: Play) -> object:
    return showing.spread(screen.run, screen.of, play.members) if screen.run is not None and screen.of else None


def _turned(screen: Screen, play: Play, say: Rendering) -> Iterator[str]:
    """The cards that were turned: what was picked side by side, what was written under its name or role."""
    if any(card.share is Share.SPREAD for card in screen.cards) and screen.run is not None and screen.of is not None:
        step = play.flow.step(screen.of)
        assert isinstance(step, AskStep)
        yield from side_by_side(screen.run, step, play.members, lambda line: say.line(line, AUDIENCE))
    for card in screen.cards:
        if card.share is Share.SPREAD:
            continue
        role = say.string(f"rol-{play.members[card.member]}", {})
        name = say.name(card.member) if card.share is Share.NAME else ""
        who = f"<b>{name}</b> ({role})" if name else f"<b>{role.capitalize()}</b>"
        if card.chair is not None:
            who = say.string("dacht", {"wie": name or say.string("iemand", {}), "rol": role})
        lead = [say.line(card.lead, {})] if card.lead is not None else []
        yield "\n".join((who, *lead, f"<i>{SAID}</i>"))


def _joined(texts: Sequence[str]) -> str:
    return "\n\n".join(text for text in texts if text)


def _flow(written: Written, album: Album) -> Json:
    """A dialogue beside the talks: each of its steps as it looks when everything in it is known."""
    flow = written.flow
    texts = album.library.texts(flow.id)
    to = PRIVATE if flow.setting is Setting.PRIVATE else GROUP
    screens: list[Json] = []
    for step in flow.steps:
        keys = [TextKey(f"{step.id}.{part}") for part in ("text", "more")]
        options = step.options if isinstance(step, ChooseStep | PickStep) else ()
        for key in keys:
            if key not in texts.by_language[HOME]:
                continue
            said = tuple(
                (
                    shown(texts.get(language, key), _All()),
                    tuple(texts.get(language, TextKey(f"{step.id}.{option}")) for option in options),
                )
                for language in album.languages
            )
            screens.append([to, album.number(said), False])
    return {**_drawn(written), "talks": {"alle stappen": screens}}


def _fixed(sources: Mapping[Language, str], album: Album) -> Json:
    """What the program says outside the dialogues, under the headings of the file; with 'naam' for each value."""
    spoken = {language: read_strings(language, source, []) for language, source in sources.items()}
    talks: dict[str, list[Json]] = {}
    here: list[Json] = []
    for entry in parse(sources[HOME]).body:
        match entry:
            case GroupComment(content=heading):
                here = talks.setdefault(heading or "", [])
            case Message(id=id):
                said = [spoken[language].get(id.name, spoken[HOME][id.name]).spoken for language in album.languages]
                here.append([GROUP, album.number(tuple((text, ()) for text in said)), False])
    return {"id": "ui", "title": "Vaste zinnen", "mermaid": "", "svg": "", "talks": talks}


def _drawn(written: Written) -> Mapping[str, Json]:
    title = written.texts[TextKey("title")].text
    return {"id": written.flow.id, "title": title, "mermaid": mermaid(written.flow), "svg": svg(written.flow)}
