"""Every string that the code asks for is in content/ui, gets the values it shows, and none stands there for nobody."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from bot.app import COMMANDS_IN_GROUP, COMMANDS_IN_PRIVATE
from bot.checking import String, read_strings
from bot.reports.sheets import DECKS, GUIDING
from flows.agreements import Did, Noticed, Obstacle, Result
from flows.asking import Kind
from flows.delicate import Delicate
from flows.effects import Reason
from flows.manners import DayPart, Region, Why
from flows.names import Role, Share
from flows.pulse import Question

ROOT = Path(__file__).parent.parent.parent
MODULES = [
    path
    for folder in ("flows", "bot")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if not path.is_relative_to(ROOT / "bot" / "demo")
]

CALLS = {"ui": 0, "label": 0, "button": 0, "string": 0, "_stay_closed": 1}
"""What puts a string into a message, and which of its arguments names the string."""

BUTTONS = ("label", "button")
"""These ask for `knop-<name>`."""

PATTERNS: dict[str, tuple[str, ...]] = {
    "dank-*": tuple(Share),
    "vraag-*": tuple(Kind),
    "bord-uitleg-*": tuple(Kind),
    "rol-*": tuple(Role),
    "voor-wie-*": tuple(Role),
    "kaart-wie-*": (
        *(f"{result}{hidden}" for result in Result for hidden in ("", "-nog-dicht")),
        *("open", "akkoord", "liever-niet", "gestopt"),
    ),
    "verhaal-*": (
        *(did for did in Did if did is not Did.NOTICED),
        *(f"{Did.AGREED}-dag", f"{Did.MOVED}-dag"),
        *(f"{Did.NOTICED}-{noticed}" for noticed in (Noticed.YES, Noticed.LITTLE, Noticed.NOT_YET)),
    ),
    "kaart-samen-*": ("akkoord", "open"),
    "uitkomst-*": tuple(Result),
    "dag-*": ("aan", "uit"),
    "moment-*": tuple(DayPart),
    "regio-*": tuple(Region),
    "vakantie-*": ("voorjaarsvakantie", "meivakantie", "zomervakantie", "herfstvakantie", "kerstvakantie"),
    "wacht-*": tuple(Why),
    "gemerkt-*": (Noticed.YES, Noticed.LITTLE, Noticed.NOT_YET),  # who can't say is not passed on
    "hielp-*": tuple(Noticed),
    "groep-*": (Result.DONE, Result.PARTLY),  # what is not done yet, the group never hears
    "knop-deel-*": (Share.NAME, Share.ROLE, Share.ME),
    "peiling-vraag-*": tuple(Question),
    "terugblik-obstakel-*": tuple(obstacle for obstacle in Obstacle if obstacle is not Obstacle.OTHER),
    "bijeenkomst-*": ("samen", "online", "deels"),
    "print-*": DECKS,
    "knop-print-*": DECKS,
    "plaat-vraag-*": tuple(str(n) for n in range(1, GUIDING + 1)),
    "menu-*": (*(f"groep-{name}" for name in COMMANDS_IN_GROUP), *(f"prive-{name}" for name in COMMANDS_IN_PRIVATE)),
    "knop-lid-*": (),  # an option for each member; it shows their name (`knop-lid`)
    "knop-geweest-*": (),  # a button for each turn of a round, which shows `knop-ik-ben-geweest`
    "knop-geef-door-*": (),
    "knop-stoel-leeg-*": (),
    "stoel-*": (Role.PUPIL, Role.PARENT, Role.SCHOOL),
    "knop-*": (),  # the options of steps and the calls of `button` are read by themselves
    "*": (),  # flows.line.ui and Run.ui themselves
}
"""Keys that are put together (`*` is what varies): a new one is added here with everything it can become."""

NO_BUTTON = frozenset(
    {"verder", "tijd-om", "bleef-dicht", "compleet", "geen-reacties", "dag-1", "dag-2", "bekend", "onbekend"}
)
"""Options that only say how a step ended, and two that show a day (`knop-dag`)."""

MOST_IN_AN_ALERT = 200
"""Telegram's limit for the text that a tap brings up."""

GIVEN = frozenset({"kind", "kring", "mensen", "buiten"})
"""Filled in at sending: the circle's own words, and how many people will see it."""

OPTIONAL = frozenset({"tekstveld"})
"""Shown where there is one, and left out where there is none."""


@dataclass(frozen=True, kw_only=True)
class Use:
    """One place in the code that asks for a string. `values` is None where it can't be told which are given."""

    key: str
    where: str
    values: frozenset[str] | None


def strings(language: str) -> dict[str, String]:
    file = ROOT / "content" / "ui" / f"{language}.ftl"
    return dict(read_strings(file.name, file.read_text(encoding="utf-8"), []))


DUTCH = strings("nl")


def pieces(node: ast.expr) -> Iterator[ast.expr]:
    """The expressions this one can be."""
    if isinstance(node, ast.IfExp):
        yield from pieces(node.body)
        yield from pieces(node.orelse)
    else:
        yield node


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def pattern(node: ast.JoinedStr) -> str:
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "*"
        for part in node.values
        if isinstance(part, ast.Constant | ast.FormattedValue)
    )


def nodes_of(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def where(path: Path, node: ast.expr | ast.stmt) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def uses_of(path: Path) -> Iterator[Use | str]:
    """The strings a module asks for; for a key that is put together, its pattern."""
    for node in nodes_of(path):
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "key" for t in node.targets):
            for piece in pieces(node.value):
                if isinstance(piece, ast.Constant) and isinstance(piece.value, str):
                    yield Use(key=piece.value, where=where(path, node), values=None)
        if not isinstance(node, ast.Call) or name_of(node) not in CALLS | {"TextKey": 0, "OptionId": 0}:
            continue
        called = name_of(node)
        at = CALLS.get(called, 0)
        values = None if any(k.arg is None for k in node.keywords) else frozenset(str(k.arg) for k in node.keywords)
        for piece in pieces(node.args[at]) if len(node.args) > at else ():
            if isinstance(piece, ast.Constant) and isinstance(piece.value, str):
                if called == "TextKey" and not piece.value.startswith("ui/"):
                    continue
                if called == "OptionId" and (piece.value in NO_BUTTON or not {"steps", "reach.py"} & set(path.parts)):
                    continue
                knop = called in (*BUTTONS, "OptionId")
                key = piece.value.removeprefix("ui/")
                known = values if called == "ui" else None
                yield Use(key=f"knop-{key}" if knop else key, where=where(path, node), values=known)
            elif isinstance(piece, ast.JoinedStr):
                text = pattern(piece)
                if called == "OptionId":
                    yield f"knop-{text}"
                elif called == "ui" or text.startswith("ui/"):
                    yield text.removeprefix("ui/")


@cache
def found() -> tuple[Use | str, ...]:
    """All of them, over every module; looked for once, and not while tests are being collected."""
    return tuple(one for path in MODULES for one in uses_of(path))


def uses() -> list[Use]:
    return [one for one in found() if isinstance(one, Use)]


def test_every_string_the_code_asks_for_is_there() -> None:
    missing = [f"{use.where}: {use.key}" for use in uses() if use.key not in DUTCH.keys() | OPTIONAL]
    assert missing == []


def test_every_key_that_is_put_together_is_listed_here_with_all_it_can_become() -> None:
    assert {one for one in found() if isinstance(one, str)} - PATTERNS.keys() == set()
    for text, values in PATTERNS.items():
        for value in values:
            assert text.replace("*", value) in DUTCH


@pytest.mark.parametrize("reason", (*Reason, *Delicate))
def test_every_kind_no_and_every_gentle_question_says_something(reason: Reason | Delicate) -> None:
    assert DUTCH[reason].spoken


def test_every_value_a_string_shows_is_given_to_it() -> None:
    lacking = {
        f"{use.where}: {use.key} lacks {', '.join(sorted(DUTCH[use.key].values - use.values - GIVEN))}"
        for use in uses()
        if use.values is not None and use.key in DUTCH and DUTCH[use.key].values - use.values - GIVEN
    }
    assert lacking == set()


def test_everything_said_in_an_alert_fits_in_one() -> None:
    alerts = {str(reason) for reason in Reason}
    for path in MODULES:
        for node in nodes_of(path):
            if isinstance(node, ast.Call) and name_of(node) == "alert":
                inner = (c for c in ast.walk(node) if isinstance(c, ast.Call) and name_of(c) == "ui")
                alerts |= {str(p.value) for c in inner for p in pieces(c.args[0]) if isinstance(p, ast.Constant)}
    assert len(alerts) > len(Reason), "no alert was found at all"
    too_long = {key: len(DUTCH[key].spoken) for key in alerts if len(DUTCH[key].spoken) > MOST_IN_AN_ALERT}
    assert too_long == {}


def test_no_string_stands_there_for_nobody() -> None:
    said = {
        node.value.removeprefix("ui/")
        for path in MODULES
        for node in nodes_of(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    said |= {text.replace("*", value) for text, values in PATTERNS.items() for value in values}
    unused = {
        key
        for key in DUTCH
        if not {key, key.removeprefix("knop-"), key.removesuffix("-onbekend")} & said and key not in said
    }
    assert unused == set()
