"""Words of the field in plain words: finding the one somebody means, however they write it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from flows.names import TextKey
from flows.problems import Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Jargon:
    """One word of the field with its plain meaning; `also`: other ways in which people write it.

    `offered`: on a button, when somebody asks which words there are.
    """

    word: Placed
    also: tuple[str, ...]
    meaning: Placed
    offered: bool = False

    @property
    def key(self) -> TextKey:
        """Where its meaning stands among the texts."""
        return meaning_key(slug(self.word.text))


def meaning_key(slug: str) -> TextKey:
    """Where the meaning of this word stands among the texts."""
    return TextKey(f"woord.{slug}")


def slug(word: str) -> str:
    """The word as it stands behind `/woorden_`: lower-case letters without accents, and digits."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if c.isascii() and c.isalnum())


def find(jargon: Iterable[Jargon], said: str) -> Jargon | None:
    """The word somebody means: its own spelling, one of the others, or without what stands around it ('een mdo?')."""
    by_slug = {slug(name): word for word in jargon for name in (*word.also, word.word.text)}
    wanted = said.split()
    return next((by_slug[each] for each in (slug(said), *map(slug, wanted)) if each in by_slug), None)
