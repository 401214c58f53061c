"""The words of one revision, by language and key."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.names import Language, TextKey

HOME = Language("nl")
"""The language everything is written in first, and what a reader gets when a translation lacks a text."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts with `{placeholders}` and simple HTML; values are filled in, escaped, when a line is rendered."""

    by_language: Mapping[Language, Mapping[TextKey, str]]

    def get(self, language: Language, key: TextKey) -> str:
        """The text in this language, else in Dutch. Raises KeyError for a key of neither."""
        here = self.by_language.get(language, {})
        return here[key] if key in here else self.by_language[HOME][key]
