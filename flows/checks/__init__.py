"""Pure checks over the whole library: each takes the content and names what is wrong in it."""

from collections.abc import Callable, Iterable

from flows.checks import cards, markup, placeholders, sentences, structure, translations, walking
from flows.problems import Problem
from flows.source import Content

Check = Callable[[Content], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    structure.names,
    structure.nexts,
    structure.settings,
    structure.references,
    walking.reached,
    walking.silence,
    walking.endless,
    walking.deeds,
    placeholders.placeholders,
    markup.tags,
    markup.lengths,
    markup.keyboards,
    sentences.sentences,
    sentences.jargon,
    cards.decks,
    cards.homeless,
    cards.examples,
    translations.missing,
    translations.stale,
    translations.surplus,
)


def check(content: Content) -> tuple[Problem, ...]:
    """Everything wrong in content that could be read."""
    return tuple(problem for one in CHECKS for problem in one(content))
