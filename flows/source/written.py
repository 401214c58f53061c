"""The content as it was written: what each file says, with the places where it says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.cards import BLANK, Card, Deck
from flows.directory import Place
from flows.flow import Flow
from flows.jargon import Jargon
from flows.names import Language, StepId, TextKey
from flows.problems import Placed, Position
from flows.schools import School, Wording
from flows.sparks import Spark
from flows.texts import HOME


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A flow or a format. `places`: where a step ('kaart') and its parts ('kaart.next.tijd-om') were written.

    `places['setting']` is where its setting stands. `card_steps` offer cards, `format_steps` formats; the texts of
    their options are the titles of those. `language_steps` offer all languages, each by its own name.
    """

    file: str
    flow: Flow
    texts: Mapping[TextKey, Placed]
    places: Mapping[str, Position]
    card_steps: frozenset[StepId]
    language_steps: frozenset[StepId]
    format_steps: frozenset[StepId]

    @property
    def own_texts(self) -> Mapping[TextKey, Placed]:
        """Everything a translator translates."""
        return {key: text for key, text in self.texts.items() if not self._is_elsewhere(key)}

    @property
    def shows_tips(self) -> bool:
        """Whether a text shows the tip for an obstacle."""
        return any("{tip-" in text.text for text in self.texts.values())

    @property
    def languages(self) -> Mapping[TextKey, Placed]:
        """The options that are languages: called the same in every language."""
        return {key: text for key, text in self.texts.items() if _is_option(key, self.language_steps)}

    def _is_elsewhere(self, key: TextKey) -> bool:
        return _is_option(key, self.card_steps | self.format_steps | self.language_steps)


def _is_option(key: TextKey, of: frozenset[StepId]) -> bool:
    step, _, option = key.partition(".")
    return step in of and option != "text" and "." not in option


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language, by its own name. `published`: where it says that people may choose it."""

    at: Position
    id: Language
    name: Placed
    published: Position | None


def published(tongues: Iterable[Tongue]) -> tuple[Tongue, ...]:
    """Those that people may choose, the one everything is written in first."""
    ready = (tongue for tongue in tongues if tongue.published is not None)
    return tuple(sorted(ready, key=lambda tongue: (tongue.id != HOME, tongue.id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """One translated text, with the mark of the Dutch it was made of."""

    key: Position
    mark: Placed
    text: Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The translated texts of one content file; `original` is that file's path within content."""

    at: Position
    language: Language
    original: str
    texts: Mapping[TextKey, Translated]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything there is, by path within content. `paths` also counts files that could not be read whole.

    `tips`: the one file with tips by its path; `reference`: the texts of jargon, sparks and places by theirs; so that
    they are translated like the others. `schools`: the words of each kind of school; empty without such a file.
    """

    flows: Mapping[str, Written]
    formats: Mapping[str, Written]
    cards: Mapping[str, Card]
    decks: Mapping[str, Deck]
    tongues: Mapping[str, Tongue]
    translations: tuple[Translation, ...]
    jargon: tuple[Jargon, ...]
    tips: Mapping[str, Mapping[TextKey, Placed]]
    sparks: tuple[Spark, ...]
    places: tuple[Place, ...]
    reference: Mapping[str, Mapping[TextKey, Placed]]
    schools: Mapping[School, Wording]
    paths: frozenset[str]

    @property
    def written(self) -> Mapping[str, Written]:
        """Flows and formats."""
        return {**self.flows, **self.formats}

    @property
    def lenders(self) -> Mapping[str, Card]:
        """The blank card by its path, if there is one: what another card leaves out, is asked in its words."""
        return {path: card for path, card in self.cards.items() if card.id == BLANK}

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages besides Dutch that people may choose."""
        return tuple(tongue.id for tongue in published(self.tongues.values()) if tongue.id != HOME)
