"""`praatmaat translate`: lays out the files of a language, with what is translated and what still waits."""

import json
import sys
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TextIO

from fluent.syntax import parse
from fluent.syntax.ast import GroupComment, Message

from bot.checking import String, problems_under, read_strings
from flows.checks import originals
from flows.names import Language, TextKey
from flows.problems import Placed
from flows.source import OWN_FILE, Translated, mark
from flows.texts import HOME

_LONG = 90


def translate(language: Language, folder: Path | None = None, out: TextIO = sys.stdout) -> int:
    """Write every file of this language anew, in the order of the Dutch: what was translated stays as it was.

    What is missing or stale has the Dutch above it. Comments of translators are not kept.
    """
    root = folder if folder is not None else Path(str(files("content")))
    content, _ = problems_under(root)
    own = root / "translations" / language
    waiting = 0
    for path, dutch in originals(content).items():
        made: Mapping[TextKey, Translated] = {}
        for one in content.translations:
            if one.language == language and one.original == path:
                made = one.texts
        waiting += sum(key not in made or made[key].mark.text != mark(text.text) for key, text in dutch.items())
        _write(own / path, "".join(_file(dutch, made)))
    if not (own / OWN_FILE).exists():
        _write(own / OWN_FILE, f"language: 1\nname: {language}\npublished: nee\n")
    strings, more = _strings(root, language)
    _write(root / "ui" / f"{language}.ftl", strings)
    print(f"{waiting + more} teksten wachten op een vertaling; zoek naar 'Nederlands:' in de bestanden.", file=out)
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _file(dutch: Mapping[TextKey, Placed], made: Mapping[TextKey, Translated]) -> Iterator[str]:
    yield "translation: 1\ntexts:\n"
    for key, text in dutch.items():
        one = made.get(key)
        yield f"  {key}:\n    of: {one.mark.text if one is not None else mark(text.text)}\n"
        if one is None or one.mark.text != mark(text.text):
            yield from _comments(text.text, "    ")
        if one is not None and one.mark.text != mark(text.text):
            yield f"    # klopt het weer? Schrijf dan 'of: {mark(text.text)}'\n"
        yield f"    text: {_scalar(one.text.text if one is not None else '')}\n"
    for key in made.keys() - dutch.keys():
        yield f"  {key}:\n    of: {made[key].mark.text}\n    text: {_scalar(made[key].text.text)}\n"


def _comments(dutch: str, indent: str) -> Iterator[str]:
    first, *more = dutch.split("\n")
    yield f"{indent}# Nederlands: {first}\n"
    yield from (f"{indent}#   {line}".rstrip() + "\n" for line in more)


def _scalar(text: str) -> str:
    if "\n" not in text and len(text) < _LONG:
        return json.dumps(text, ensure_ascii=False)
    return "|\n" + "\n".join(f"      {line}".rstrip() for line in text.split("\n"))


def _strings(root: Path, language: Language) -> tuple[str, int]:
    """The Fluent file of this language, and how many messages in it wait."""
    home = (root / "ui" / f"{HOME}.ftl").read_text(encoding="utf-8")
    file = root / "ui" / f"{language}.ftl"
    there = file.read_text(encoding="utf-8") if file.is_file() else ""
    dutch, made, sources = read_strings(HOME, home, []), read_strings(language, there, []), _sources(there)
    originals_of = _sources(home)
    lines: list[str] = []
    waiting = 0
    for entry in parse(home).body:
        match entry:
            case GroupComment(content=heading):
                lines.append(f"\n## {heading}\n")
            case Message(id=id):
                waits = id.name not in made or made[id.name].of != dutch[id.name].mark
                waiting += waits
                lines += _message(
                    id.name, originals_of[id.name], dutch[id.name], made.get(id.name), sources.get(id.name)
                )
    lines += [source for key, source in sources.items() if key not in dutch]
    return "".join(lines).lstrip("\n"), waiting


def _message(key: str, original: str, dutch: String, made: String | None, source: str | None) -> Iterator[str]:
    """One message, with the mark of the Dutch; a missing one is a comment, for an empty message is no Fluent."""
    stale = made is None or made.of != dutch.mark
    yield f"# of: {dutch.mark if made is None else made.of}\n"
    if stale:
        yield from _comments(original.partition("=")[2].strip(), "")
    if stale and made is not None:
        yield f"# klopt het weer? Schrijf dan hierboven 'of' met {dutch.mark}\n"
    yield source if source is not None else f"# {key} =\n\n"


def _sources(text: str) -> Mapping[str, str]:
    """Each message as it was written, without the comment above it."""
    found: dict[str, str] = {}
    for entry in parse(text).body:
        if isinstance(entry, Message) and entry.span is not None and entry.id.span is not None:
            found[entry.id.name] = text[entry.id.span.start : entry.span.end].strip("\n") + "\n"
    return found
