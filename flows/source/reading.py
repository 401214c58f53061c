"""All content files at once: to what each of them says, together with everything that is wrong in them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import TypeVar

from flows.cards import Card, Deck
from flows.names import Language, OptionId, TextKey
from flows.problems import Code, Placed, Position, Problem
from flows.proposing import FORMATS
from flows.source.decks import read_card, read_deck
from flows.source.dialogues import read_flow
from flows.source.entry import Entry, compose
from flows.source.fields import Shelf
from flows.source.reference import JARGON, PLACES, SPARKS, read_jargon, read_places, read_sparks, texts_of
from flows.source.schools import SCHOOLS, read_schools
from flows.source.tips import TIPS, read_tips
from flows.source.translations import OWN_FILE, read_tongue, read_translation
from flows.source.written import Content, Tongue, Translation, Written, published

ROOT = "content"
ENDING = ".yaml"
DRAWN = "pictures/kaarten/{name}.typ"
"""Where the drawing of a card or a deck is."""


class Kind(Enum):
    """What a file is, told by where it stands."""

    FLOW = auto()
    FORMAT = auto()
    CARD = auto()
    DECK = auto()
    JARGON = auto()
    TIPS = auto()
    LANGUAGE = auto()
    SPARKS = auto()
    PLACES = auto()
    SCHOOLS = auto()
    TRANSLATION = auto()
    PICTURE = auto()
    UNKNOWN = auto()


_ALONE = {JARGON: Kind.JARGON, TIPS: Kind.TIPS, SPARKS: Kind.SPARKS, PLACES: Kind.PLACES,
          SCHOOLS: Kind.SCHOOLS}  # fmt: skip


def kind_of(path: str) -> Kind:
    """What the file at this path within content is."""
    match path.split("/"):
        case ["flows", _]:
            return Kind.FLOW
        case ["formats", _]:
            return Kind.FORMAT
        case ["decks", _, "deck.yaml"]:
            return Kind.DECK
        case ["decks", _, _]:
            return Kind.CARD
        case [name] if name in _ALONE:
            return _ALONE[name]
        case ["translations", _, name] if name == OWN_FILE:
            return Kind.LANGUAGE
        case ["translations", _, _, *_]:
            return Kind.TRANSLATION
        case ["pictures", *_]:
            return Kind.PICTURE
        case _:
            return Kind.UNKNOWN


def read(files: Mapping[str, str], root: str = ROOT) -> tuple[Content, tuple[Problem, ...]]:
    """What the YAML files say (path within content → text), and all problems met on the way.

    A file with a problem is left out of the content, so that one fault is not told ten times. Of pictures only
    the paths count.
    """
    reading = _Reading(files, root)
    decks = reading.each(Kind.DECK, lambda path, entry: read_deck(entry, path.split("/")[1]))
    cards = reading.each(Kind.CARD, lambda path, entry: read_card(entry, stem(path)))
    tongues = reading.each(Kind.LANGUAGE, _tongue)
    shelf = _shelf(decks, cards, tongues)
    formats = reading.each(Kind.FORMAT, lambda path, entry: read_flow(entry, stem(path), shelf))
    shelf = replace(shelf, formats=_formats(formats))
    jargon = _all(reading.each(Kind.JARGON, lambda _, entry: read_jargon(entry)))
    sparks = _all(reading.each(Kind.SPARKS, lambda _, entry: read_sparks(entry)))
    places = _all(reading.each(Kind.PLACES, lambda _, entry: read_places(entry)))
    spoken, offered = [tongue.id for tongue in tongues.values()], [t.id for t in published(tongues.values())]
    schools = reading.each(Kind.SCHOOLS, lambda _, entry: read_schools(entry, spoken, offered))
    content = Content(
        flows=reading.each(Kind.FLOW, lambda path, entry: read_flow(entry, stem(path), shelf)),
        formats=formats,
        tongues=tongues,
        cards=cards,
        decks=decks,
        translations=tuple(reading.each(Kind.TRANSLATION, _translation).values()),
        jargon=jargon,
        tips=reading.each(Kind.TIPS, lambda _, entry: read_tips(entry)),
        sparks=sparks,
        places=places,
        reference=texts_of(jargon, sparks, places),
        schools=next(iter(schools.values()), {}),
        paths=frozenset(files),
    )
    reading.misplaced()
    return content, tuple(reading.problems)


def stem(path: str) -> str:
    """The name of a file without its folder and ending."""
    return path.rpartition("/")[2].removesuffix(ENDING)


def _translation(path: str, entry: Entry) -> Translation:
    _, language, original = path.split("/", 2)
    return read_translation(entry, Language(language), original)


def _tongue(path: str, entry: Entry) -> Tongue:
    return read_tongue(entry, Language(path.split("/")[1]))


def _shelf(decks: Mapping[str, Deck], cards: Mapping[str, Card], tongues: Mapping[str, Tongue]) -> Shelf:
    """All cards, in the order of their decks."""
    paths = {
        f"{path.removesuffix('deck.yaml')}{card.text}{ENDING}": decks[path].id
        for path in sorted(decks)
        for card in decks[path].cards
    }
    there = {path: OptionId(cards[path].id) for path in paths if path in cards}
    return Shelf(
        cards={id: cards[path].title for path, id in there.items()},
        decks={id: OptionId(paths[path]) for path, id in there.items()},
        languages=_names(tongues),
    )


def _formats(formats: Mapping[str, Written]) -> Mapping[OptionId, Placed]:
    """The titles of all formats, the usual one first."""
    titles = {OptionId(written.flow.id): written.texts[TextKey("title")] for written in formats.values()}
    usual = [id for id in FORMATS if id in titles]
    return {id: titles[id] for id in (*usual, *(id for id in titles if id not in usual))}


def _names(tongues: Mapping[str, Tongue]) -> Mapping[OptionId, Placed]:
    """What the published languages are called in themselves, the one everything is written in first."""
    return {OptionId(tongue.id): tongue.name for tongue in published(tongues.values())}


Read = TypeVar("Read")


def _all(by_file: Mapping[str, tuple[Read, ...]]) -> tuple[Read, ...]:
    return tuple(one for those in by_file.values() for one in those)


class _Reading:
    def __init__(self, files: Mapping[str, str], root: str) -> None:
        self.files, self.root = files, root
        self.problems: list[Problem] = []

    def of(self, kind: Kind) -> list[str]:
        return [path for path in sorted(self.files) if kind_of(path) is kind]

    def each(self, kind: Kind, reader: Callable[[str, Entry], Read]) -> dict[str, Read]:
        """All files of a kind that could be read without a problem."""
        whole: dict[str, Read] = {}
        for path in self.of(kind):
            found: list[Problem] = []
            entry = compose(f"{self.root}/{path}", self.files[path], found)
            if entry is not None:
                value = reader(path, entry)
                if not found:
                    whole[path] = value
            self.problems += found
        return whole

    def misplaced(self) -> None:
        for path in self.of(Kind.UNKNOWN):
            what = "op deze plek kijkt Praatmaat niet; zie LEESMIJ.md voor de mappen"
            self.problems.append(Problem(Position(f"{self.root}/{path}"), Code.WRONG_PLACE, what))
