"""Whether texts are HTML that Telegram takes, and fit where they are shown."""

import re
from collections.abc import Iterator, Mapping

from flows.checks.spots import Spot, Use
from flows.problems import Code, Problem
from flows.source import Content
from flows.steps.ask import AskStep
from flows.steps.choose import ChooseStep
from flows.steps.pick import PickStep

TAGS = frozenset({"b", "i", "u", "a"})
MOST_UNITS = 4096
"""Telegram's limit for a message, in UTF-16 units after its markup is read."""

MOST_CHARACTERS: Mapping[Use, int] = {
    Use.BUTTON: 64,
    Use.TITLE: 64,
    Use.ABOUT: 140,
    Use.QUESTION: 200,
    Use.EXAMPLE: 80,
    Use.TIP: 200,
    Use.SPARK: 300,
    Use.PLACE: 140,
    Use.MEANING: 200,  # a jargon word is explained in an alert, which holds 200
}
"""What still reads on one button, or on one screen of a small phone (content/LEESMIJ.md)."""

FEWEST_OPTIONS, MOST_OPTIONS = 1, 12
"""More buttons than this is a wall; Telegram itself takes a hundred."""

_TAG = re.compile(r"<(/?)([a-z]+)((?:\s[^<>]*)?)>")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#[0-9]+);")
_LINK = re.compile(r'\shref="(?:https|tg|tel|mailto):[^"<>]+"')


def plain(text: str) -> str:
    """What a reader sees of it."""
    return _ENTITY.sub("&", _TAG.sub("", text))


def tags(spot: Spot) -> Iterator[Problem]:
    """Only b, i, u and a, each closed again; no markup at all on a button."""
    if spot.is_label and _TAG.search(spot.text.text):
        what = "op een knop kan geen opmaak staan; haal de <…> weg"
        yield Problem(spot.text.at, Code.BAD_MARKUP, what)
    elif fault := _tag_fault(spot.text.text):
        offset, what = fault
        yield Problem(spot.text.near(offset), Code.BAD_MARKUP, what)


def _tag_fault(text: str) -> tuple[int, str] | None:
    open_tags: list[str] = []
    for tag in _TAG.finditer(text):
        closes, name, more = bool(tag[1]), tag[2], tag[3]
        if name not in TAGS:
            return tag.start(), f'<{name}> kan niet; gebruik <b>, <i>, <u> of <a href="…">'
        if closes:
            if not open_tags or open_tags.pop() != name:
                return tag.start(), f"</{name}> sluit iets wat niet open is; zet <{name}> ervoor, of haal het weg"
            continue
        if not (_LINK.fullmatch(more) if name == "a" else more == ""):
            good = '<a href="https://…">' if name == "a" else f"<{name}>"
            return tag.start(), f"zo klopt <{name}> niet; schrijf {good}"
        open_tags.append(name)
    if open_tags:
        return text.rindex(
            f"<{open_tags[-1]}"
        ), f"<{open_tags[-1]}> gaat niet meer dicht; zet </{open_tags[-1]}> erachter"
    bare = _ENTITY.sub(lambda found: " " * len(found[0]), _TAG.sub(lambda found: " " * len(found[0]), text))
    for sign, instead in (("<", "&lt;"), ("&", "&amp;")):
        if sign in bare:
            return bare.index(sign), f"een los '{sign}' leest Telegram verkeerd; schrijf het woord, of {instead}"
    return None


def lengths(spot: Spot) -> Iterator[Problem]:
    """Nothing is longer than its place on the screen, or than Telegram takes."""
    units = len(plain(spot.text.text).encode("utf-16-le")) // 2
    most = MOST_CHARACTERS.get(spot.use, MOST_UNITS)
    if units > most:
        code = Code.LONG_BUTTON if spot.is_label else Code.TOO_LONG
        yield Problem(spot.text.at, code, f"dit is {units} tekens lang en er passen er {most}; maak het korter")
    if spot.is_label and "\n" in spot.text.text:
        yield Problem(spot.text.at, Code.LONG_BUTTON, "een knop is één regel; zet alles achter elkaar")


def keyboards(content: Content) -> Iterator[Problem]:
    """A choice has options, and not more than a person can take in."""
    for written in content.written.values():
        for step in written.flow.steps:
            if not isinstance(step, ChooseStep | PickStep) and not (isinstance(step, AskStep) and step.options):
                continue
            count = len(step.options)
            if isinstance(step, PickStep) and step.among:  # one deck at a time
                decks = list(step.among.values())
                count = max(decks.count(deck) for deck in decks)
            if not FEWEST_OPTIONS <= count <= MOST_OPTIONS:
                what = f"hier zijn {count} knoppen; maak er {FEWEST_OPTIONS} tot {MOST_OPTIONS} van"
                yield Problem(written.places[f"{step.id}.options"], Code.KEYBOARD_SIZE, what)
