"""`praatmaat check`: everything that is wrong with the content, in one go, before anybody sees it."""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TextIO

from fluent.syntax import parse
from fluent.syntax.ast import Junk, Message, Pattern, Placeable, SelectExpression, Span, TextElement, VariableReference
from fluent.syntax.visitor import Visitor

from bot.library import judge, texts_under
from flows.checks import Spot, Use, check_texts, long_ago, measure, never, spots
from flows.dates import say_date
from flows.directory import overdue
from flows.names import Language
from flows.problems import Code, Placed, Position, Problem, did_you_mean, in_order
from flows.source import Content, compilable, mark
from flows.texts import HOME

BUTTON = "knop-"
_SHOWN = 80  # characters of a text, in a list
_OF = re.compile(r"\bof: ([0-9a-f]{8})\b")


def check(
    root: Traversable | None = None, out: TextIO = sys.stdout, *, hardest: int = 0, today: date | None = None
) -> int:
    """Print every problem of the content under `root` (default: what comes with the program); 0 when there is none.

    With `hardest`, so many of its Dutch texts besides: those that are hardest to read, with their measures. With
    `today`, a word on cards that nobody tried and places that nobody checked for a year; that is no problem.
    """
    folder = root if root is not None else files("content")
    content, problems = problems_under(folder)
    for line in _hardest(folder, content, hardest) if hardest else ():
        print(line, file=out)
    for problem in problems:
        print(problem, file=out)
    if today is not None:
        for line in _untried(content, today):
            print(line, file=out)
    if problems:
        print(f"\n{len(problems)} gevonden. Bij elk nummer hoort uitleg in docs/reference/problems.", file=out)
        return 1
    print(f"In orde: {len(compilable(content))} gesprekken, {len(content.cards)} kaarten.", file=out)
    return 0


def problems_under(folder: Traversable) -> tuple[Content, tuple[Problem, ...]]:
    """The content in a folder, and all problems in its YAML and its Fluent files, in order of place."""
    texts, unreadable = texts_under(folder)
    content, problems = judge(texts, unreadable, folder.name)
    return content, in_order((*problems, *_strings(folder, content)))


def _untried(content: Content, today: date) -> Iterator[str]:
    """Which cards deserve a try and which places a look: a notice, and never a reason not to start."""
    for card, last in long_ago(content, today):
        said = say_date(last, today=today)
        yield f"{card.at.file}: het laatst beproefd op {said}; probeer de kaart nog eens, en schrijf dat bij 'beproefd'"
    for place in overdue(content.places, today):
        yield f"{place.at.file}: {place.id} is een jaar niet nagekeken; kijk of het klopt, en verander 'nagekeken'"
    if cards := never(content):
        yield f"Nog nooit beproefd, of niet opgeschreven: {len(cards)} van de {len(content.cards)} kaarten."


def _hardest(folder: Traversable, content: Content, most: int) -> Iterator[str]:
    """The heaviest texts, the heaviest first."""
    dutch = [spot for spot in spots(content) if spot.language == HOME and spot.use is not Use.TITLE]
    home = folder / "ui" / f"{HOME}.ftl"
    if home.is_file():
        strings = read_strings(f"{folder.name}/ui/{HOME}.ftl", home.read_text(encoding="utf-8"), [])
        dutch += [_spot(key, string, HOME) for key, string in strings.items()]
    measured = [(measure(spot.text.text), spot.text) for spot in dutch]
    for found, text in sorted(measured, key=lambda one: (-one[0].weight, one[1].at))[:most]:
        sentences = f"gemiddeld {found.average:.1f} woorden per zin, langste {found.longest}"
        words = f"lange woorden {found.long} van {found.words}, vaktaal {found.jargon}"
        yield f"{text.at}: {sentences}, {words}: {' '.join(text.text.split())[:_SHOWN]}"
    every = [found for found, _ in measured if found.words]
    average = sum(found.average for found in every) / max(len(every), 1)
    part = sum(found.long for found in every) / max(sum(found.words for found in every), 1)
    yield f"Alle {len(every)} teksten: gemiddeld {average:.1f} woorden per zin, {part:.1%} lange woorden."


@dataclass(frozen=True, slots=True)
class String:
    """One message. `mark`: of its text as it is now; `of`: that of the Dutch it says it was made of."""

    at: Position
    spoken: str
    values: frozenset[str]
    mark: str
    of: str | None


def _strings(folder: Traversable, content: Content) -> Iterator[Problem]:
    ui = folder / "ui"
    if not ui.is_dir():
        return
    names = sorted(file.name for file in ui.iterdir() if file.name.endswith(".ftl"))
    by_language: dict[Language, Mapping[str, String]] = {}
    for name in names:
        found: list[Problem] = []
        source = (ui / name).read_text(encoding="utf-8")
        by_language[Language(name.removesuffix(".ftl"))] = read_strings(f"{folder.name}/ui/{name}", source, found)
        yield from found
    for language, strings in by_language.items():
        yield from check_texts((_spot(key, string, language) for key, string in strings.items()), content)
        published = language in content.languages
        yield from _compared(by_language.get(HOME, {}), strings, language, published=published)
    for language in content.languages:
        if language not in by_language:
            what = f"er is geen ui/{language}.ftl; maak het met 'praatmaat translate {language}'"
            yield Problem(
                next(t.at for t in content.tongues.values() if t.id == language), Code.TRANSLATION_MISSING, what
            )


def read_strings(file: str, source: str, found: list[Problem]) -> Mapping[str, String]:
    """The messages of one file; what Fluent would leave out in silence is a problem."""
    strings: dict[str, String] = {}
    for entry in parse(source).body:
        match entry:
            case Junk(annotations=annotations, span=span):
                at = _position(file, source, annotations[0].span if annotations else span)
                what = "dit is geen Fluent; schrijf 'naam = tekst', en een waarde als '{ $wie }'"
                found.append(Problem(at, Code.NOT_FLUENT, what))
            case Message(id=id, value=value, comment=comment):
                at = _position(file, source, id.span)
                if id.name in strings:
                    first = strings[id.name].at.line
                    what = f"'{id.name}' staat hier twee keer (eerder op regel {first}); haal er één weg"
                    found.append(Problem(at, Code.DOUBLE_KEY, what))
                values = _Values()
                values.visit(entry)
                made_of = _OF.search(comment.content or "") if comment is not None else None
                text = source[value.span.start : value.span.end] if value is not None and value.span is not None else ""
                string = String(
                    at=at,
                    spoken=_spoken(value),
                    values=frozenset(values.names),
                    mark=mark(text),
                    of=made_of[1] if made_of is not None else None,
                )
                strings.setdefault(id.name, string)
    return strings


class _Values(Visitor):
    """Gathers the names of all values a message asks for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


def _spoken(pattern: Pattern | None) -> str:
    """How the message reads, with 'naam' for each value and the default for each choice."""
    said = ""
    for element in pattern.elements if pattern is not None else ():
        match element:
            case TextElement(value=text):
                said += text
            case Placeable(expression=SelectExpression(variants=variants)):
                said += _spoken(next(variant.value for variant in variants if variant.default))
            case _:
                said += "naam"
    return said


def _spot(key: str, string: String, language: Language) -> Spot:
    use = Use.BUTTON if key.startswith(BUTTON) else Use.SAID
    return Spot(text=Placed(string.spoken, string.at), use=use, names=None, language=language)


def _compared(
    dutch: Mapping[str, String], strings: Mapping[str, String], language: Language, *, published: bool
) -> Iterator[Problem]:
    """Another language has the same strings, asking for the same values; a published one lacks none of them."""
    for key in dutch.keys() - strings.keys() if published else ():
        what = f"'{key}' is nog niet vertaald; zet het in ui/{language}.ftl, onder '# of: {dutch[key].mark}'"
        yield Problem(dutch[key].at, Code.TRANSLATION_MISSING, what)
    for key, string in strings.items():
        if key not in dutch:
            what = f"'{key}' is er niet in het Nederlands{did_you_mean(key, dutch)}"
            yield Problem(string.at, Code.TRANSLATION_SURPLUS, what)
            continue
        if published and string.of != dutch[key].mark:
            what = f"het Nederlands is veranderd; vertaal '{key}' opnieuw en schrijf erboven '# of: {dutch[key].mark}'"
            yield Problem(string.at, Code.TRANSLATION_STALE, what)
        for name in string.values - dutch[key].values:
            what = f"'{{ ${name} }}' wordt hier niet ingevuld{did_you_mean(name, dutch[key].values)}"
            yield Problem(string.at, Code.UNKNOWN_PLACEHOLDER, what)


def _position(file: str, source: str, span: Span | None) -> Position:
    offset = span.start if span is not None else 0
    return Position(file, source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset))
