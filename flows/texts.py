"""The words of one revision, by language and key."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from flows.names import Language, TextKey

HOME = Language("nl")
"""The language everything is written in first, and what a reader gets when a translation lacks a text."""

REFERENCE = "naslag/"
"""Before the key of a text that stands outside any dialogue (flows/source/reference.py); a string has `ui/` there."""

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_-]*)\}")
"""Where a value is filled in."""

OPTIONAL = re.compile(r"\[(.*)\]")
"""A whole line between square brackets: it is left out when a name in it is not known."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts with `{placeholders}` and simple HTML; values are filled in, escaped, when a line is rendered."""

    by_language: Mapping[Language, Mapping[TextKey, str]]

    def get(self, language: Language, key: TextKey) -> str:
        """The text in this language, else in Dutch. Raises KeyError for a key of neither."""
        return self.by_language[self.language_of(language, key)][key]

    def language_of(self, language: Language, key: TextKey) -> Language:
        """The language a reader of this one gets the text in."""
        return language if key in self.by_language.get(language, {}) else HOME


def shown(text: str, known: Container[str]) -> str:
    """The text with those of its optional lines whose every name is known."""
    lines = ((line, OPTIONAL.fullmatch(line)) for line in text.split("\n"))
    return "\n".join(
        found[1] if found else line
        for line, found in lines
        if found is None or all(name in known for name in PLACEHOLDER.findall(line))
    )
