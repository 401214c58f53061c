"""Pure checks over the whole library: each takes the content, or one text of it, and names what is wrong."""

from collections.abc import Callable, Iterable

from flows.checks import (
    cards,
    markup,
    placeholders,
    references,
    schools,
    sentences,
    structure,
    translations,
    walking,
)
from flows.checks.cards import long_ago, never
from flows.checks.sentences import Measure, measure
from flows.checks.spots import Spot, Use, spots
from flows.checks.translations import originals
from flows.problems import Problem
from flows.source import Content

__all__ = [
    "CHECKS",
    "TEXT_CHECKS",
    "Measure",
    "Spot",
    "Use",
    "check",
    "check_texts",
    "long_ago",
    "measure",
    "never",
    "originals",
    "spots",
]

Check = Callable[[Content], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    structure.names,
    structure.nexts,
    references.known,
    references.picked,
    structure.settings,
    references.references,
    structure.tips,
    walking.reached,
    walking.silence,
    walking.endless,
    walking.deeds,
    markup.keyboards,
    cards.decks,
    cards.homeless,
    cards.examples,
    cards.works_with_every_format,
    cards.pictured,
    schools.told_apart,
    translations.missing,
    translations.stale,
    translations.surplus,
)


TEXT_CHECKS: tuple[Callable[[Spot], Iterable[Problem]], ...] = (
    placeholders.placeholders,
    markup.tags,
    markup.lengths,
    sentences.sentences,
    sentences.long_words,
)


def check(content: Content) -> tuple[Problem, ...]:
    """Everything wrong in content that could be read."""
    of_texts = check_texts(spots(content), content)
    return (*(problem for one in CHECKS for problem in one(content)), *of_texts)


def check_texts(texts: Iterable[Spot], content: Content) -> tuple[Problem, ...]:
    """Everything wrong in these texts, by themselves and beside the jargon and the schools that the content knows."""
    explained = sentences.explained(content)
    return tuple(
        problem
        for spot in texts
        for problem in (
            *(p for one in TEXT_CHECKS for p in one(spot)),
            *sentences.jargon(spot, explained),
            *schools.at_every_school(spot, content.schools),
        )
    )
