"""What the program itself says, from the Fluent files in content/ui."""

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, TextElement
from fluent.syntax.visitor import Visitor

from flows.names import Language
from flows.schools import PLAIN, Wording
from flows.texts import HOME

log = logging.getLogger(__name__)

_LONG = 1000
_TOKEN = re.compile("\ue000\\d+\ue001")


class BrokenStrings(Exception):
    """A Fluent file that can't be read whole; the message says where."""


@dataclass(frozen=True, slots=True)
class Said:
    """A filled-in text, and the names of values it asked for that nobody gave."""

    text: str
    missing: tuple[str, ...] = ()


class Strings:
    """All strings by language; what a language lacks is said in Dutch."""

    def __init__(self, sources: Mapping[Language, str]) -> None:
        """Raises BrokenStrings when any part of a source is not Fluent, instead of silently leaving it out."""
        self._sources = dict(sources)
        self._reworded: dict[tuple[Language, Wording], FluentBundle] = {}
        self._bundles = {language: _bundle(language, source) for language, source in sources.items()}

    @classmethod
    def load(cls, languages: Iterable[Language] = ()) -> "Strings":
        """Those that come with the program, in Dutch and in these languages, read once."""
        return _shipped(tuple(languages))

    @property
    def languages(self) -> tuple[Language, ...]:
        """Those there are strings in."""
        return tuple(self._bundles)

    def has(self, key: str) -> bool:
        """Whether there is such a string, in Dutch."""
        return HOME in self._bundles and bool(self._bundles[HOME].has_message(key))

    def say(self, language: Language, key: str, args: Mapping[str, str | int], wording: Wording = PLAIN) -> Said:
        """The string in this language, or in Dutch, in the words of a kind of school; what is filled in stays as it is.

        Raises KeyError for a string that is in neither language.
        """
        for candidate in (language, HOME):
            bundle = self._bundle_of(candidate, wording)
            if bundle is not None and bundle.has_message(key):
                pattern = bundle.get_message(key).value
                if pattern is not None:
                    short, long = _apart(args)
                    text, errors = bundle.format_pattern(pattern, short)
                    return Said(_together(str(text), long), tuple(str(error) for error in errors))
        raise KeyError(key)

    def _bundle_of(self, language: Language, wording: Wording) -> FluentBundle | None:
        """Made when it is first asked for: few programs hear every kind of school."""
        if not wording.words.get(language):
            return self._bundles.get(language)
        if (language, wording) not in self._reworded and language in self._sources:
            self._reworded[language, wording] = _bundle(language, self._sources[language], wording)
        return self._reworded.get((language, wording))


@cache
def _shipped(languages: tuple[Language, ...]) -> Strings:
    folder = files("content") / "ui"
    return Strings({one: (folder / f"{one}.ftl").read_text(encoding="utf-8") for one in (HOME, *languages)})


def _apart(args: Mapping[str, str | int]) -> tuple[dict[str, str | int], dict[str, str]]:
    """fluent.runtime refuses values above 2,500 characters, and answers are longer: those go in by a token."""
    short: dict[str, str | int] = {}
    long: dict[str, str] = {}
    for number, (name, value) in enumerate(args.items()):
        if isinstance(value, str) and len(value) > _LONG:
            token = f"\ue000{number}\ue001"
            short[name], long[token] = token, value
        else:
            short[name] = value
    return short, long


def _together(text: str, long: Mapping[str, str]) -> str:
    return _TOKEN.sub(lambda token: long.get(token[0], token[0]), text)


class _Rewording(Visitor):
    """Puts a kind of school's own words in the text of messages, and in nothing else."""

    def __init__(self, language: Language, wording: Wording) -> None:
        self._language, self._wording = language, wording

    def visit_TextElement(self, node: TextElement) -> None:
        node.value = self._wording.said(node.value, self._language)


def _bundle(language: Language, source: str, wording: Wording = PLAIN) -> FluentBundle:
    resource = FluentResource(source)
    for entry in resource.body:
        if isinstance(entry, Junk):
            at = entry.span.start if entry.span is not None else 0
            line = source.count("\n", 0, at) + 1
            raise BrokenStrings(f"{language}.ftl:{line}: {(entry.content or '').strip()[:60]}")
    if wording is not PLAIN:
        _Rewording(language, wording).visit(resource)
    # No isolates around values here: names and words get them in rendering, numbers and markup must not.
    bundle = FluentBundle([str(language)], use_isolating=False)
    bundle.add_resource(resource)
    return bundle
