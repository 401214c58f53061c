"""What a kind of school calls people: texts are written in the words of v(s)o, and each circle reads its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from flows.names import Language, TextKey


class School(StrEnum):
    """The kinds of school a circle can be around."""

    SECONDARY = "vso"  # as everything is written, and what a circle has that chose nothing
    SPECIAL = "so"
    SPECIAL_PRIMARY = "sbo"
    VOCATIONAL = "mbo"


ABOUT_SCHOOLS = ("woord.", "plek.")
"""Before the key of a reference text that tells about schools in general: jargon and places stay as they are."""


@dataclass(frozen=True, eq=False)
class Wording:
    """What one kind of school says: every plain word, in lower case, with the word that is used there."""

    words: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)

    def said(self, text: str, language: Language) -> str:
        """The text in the words of this kind of school; placeholders, markup and commands stay as they are."""
        instead = self.words.get(language)
        if not instead:
            return text

        def say(found: re.Match[str]) -> str:
            plain = found["word"]
            if plain is None:
                return found[0]
            word = instead[plain.lower()]
            return word[:1].upper() + word[1:] if plain[0].isupper() else word

        return _pattern(tuple(instead)).sub(say, text)

    def has(self, text: str) -> bool:
        """Whether the text, in whatever language, has a plain word in it or one that is said instead."""
        pairs = (pair for instead in self.words.values() for pair in instead.items())
        words = {word for plain, other in pairs if plain != other for word in (plain, other)}
        return not words.isdisjoint(re.findall(r"\w+", text.lower()))

    def found(self, text: str, language: Language) -> list[tuple[int, str]]:
        """The plain words in a text, in lower case, each with where it stands."""
        instead = tuple(self.words.get(language, {}))
        matches = _pattern(instead).finditer(text) if instead else ()
        return [(match.start(), match["word"].lower()) for match in matches if match["word"] is not None]


PLAIN = Wording()
"""Everything as it is written."""


def stands_for_all(key: TextKey) -> bool:
    """Whether this reference text is about schools in general, so that no kind of school changes it."""
    return key.startswith(ABOUT_SCHOOLS)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Each of these words by itself, and before that everything in which no word may change."""
    kept = r"\{[^{}]*\}|<[^<>]*>|(?<![\w/])/\w+"
    return re.compile(rf"{kept}|(?<![\w-])(?P<word>{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
