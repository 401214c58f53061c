"""Whether a text reads well at every kind of school: in plain words, and none said twice for want of another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from flows.checks.markup import lengths
from flows.checks.sentences import long_words
from flows.checks.spots import Spot
from flows.names import Language, TextKey
from flows.problems import Code, Problem
from flows.schools import School, Wording
from flows.source import Content
from flows.source.reference import JARGON, PLACES
from flows.steps.ask import AskStep
from flows.steps.choose import ChooseStep
from flows.steps.pick import PickStep
from flows.texts import HOME


def at_every_school(spot: Spot, schools: Mapping[School, Wording]) -> Iterator[Problem]:
    """Whatever is wrong with a text once a kind of school says it; what tells of schools in general stays as it is."""
    any_word = _any_word(tuple(schools.values()), spot.language)
    if not any_word.search(spot.text.text) or spot.text.at.file.endswith((f"/{JARGON}", f"/{PLACES}")):
        return
    yield from _of_one_school(spot, schools)
    for school, wording in schools.items():
        found = wording.found(spot.text.text, spot.language)
        if not found:
            continue
        yield from _twice(spot, school, wording, found)
        said = replace(spot.text, text=wording.said(spot.text.text, spot.language))
        if said == spot.text:
            continue
        for check in (lengths, long_words):
            for problem in check(replace(spot, text=said)):
                yield replace(problem, message=f"bij '{school}' past het niet: {problem.message}")


def told_apart(content: Content) -> Iterator[Problem]:
    """No two buttons of one step read the same at some kind of school."""
    steps = ((written, step) for written in content.written.values() for step in written.flow.steps)
    for written, step in steps:
        options = step.options if isinstance(step, AskStep | ChooseStep | PickStep) else ()
        labels = [written.texts[key] for option in options if (key := TextKey(f"{step.id}.{option}")) in written.texts]
        for school, wording in content.schools.items():
            seen: dict[str, str] = {}
            for label in labels:
                said = wording.said(label.text, HOME)
                other = seen.setdefault(said, label.text)
                if other != label.text:
                    what = f"bij '{school}' heten twee knoppen '{said}' ({other}, {label.text}); maak er één anders"
                    yield Problem(label.at, Code.NOT_EVERY_SCHOOL, what)


@cache
def _any_word(wordings: tuple[Wording, ...], language: Language) -> re.Pattern[str]:
    """Finds whether there is anything to look at: most texts name nobody."""
    pairs = {pair for wording in wordings for pair in wording.words.get(language, {}).items()}
    words = "|".join(sorted({word for pair in pairs for word in pair}))
    return re.compile(rf"\b(?:{words})\b" if words else r"(?!)", re.IGNORECASE)


def _twice(spot: Spot, school: School, wording: Wording, found: list[tuple[int, str]]) -> Iterator[Problem]:
    instead = wording.words[spot.language]
    before: dict[str, str] = {}
    for start, word in found:
        other = before.setdefault(instead[word], word)
        if other != word:
            what = f"bij '{school}' staat hier twee keer '{instead[word]}' ({other}, {word}); noem er één"
            yield Problem(spot.text.near(start), Code.NOT_EVERY_SCHOOL, what)


def _of_one_school(spot: Spot, schools: Mapping[School, Wording]) -> Iterator[Problem]:
    """A word that is said at one kind of school only: in its place belongs the plain one."""
    instead: dict[str, list[str]] = {}
    for wording in schools.values():
        for word, other in wording.words.get(spot.language, {}).items():
            if word not in instead.setdefault(other, []):
                instead[other].append(word)
    for other, words in instead.items():
        at = re.search(rf"(?<![\w-]){other}(?![\w-])", spot.text.text, re.IGNORECASE) if other not in words else None
        if at is not None:
            where = " en ".join(s for s, w in schools.items() if other in w.words.get(spot.language, {}).values())
            write = "' of '".join(words)
            what = f"'{at[0]}' past niet bij elke school (wel bij {where}); schrijf '{write}', dan kies ik het woord"
            yield Problem(spot.text.near(at.start()), Code.NOT_EVERY_SCHOOL, what)
