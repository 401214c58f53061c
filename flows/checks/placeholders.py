"""Whether everything between braces is a name that is filled in."""

import re
from collections.abc import Iterator

from flows.checks.spots import Spot
from flows.problems import Code, Problem, did_you_mean
from flows.texts import OPTIONAL, PLACEHOLDER


def placeholders(spot: Spot) -> Iterator[Problem]:
    """Each `{name}` is surely known when its text is said, or may be in an optional line; no brace is left over."""
    text = spot.text.text
    for place in PLACEHOLDER.finditer(text):
        name = place[1]
        names = spot.names
        if names is not None and OPTIONAL.fullmatch(_line_of(text, place.start())):
            names |= spot.perhaps
        if names is not None and name not in names:
            near = did_you_mean(name, names, "; noem hier geen naam")
            what = f"'{{{name}}}' is hier niet zeker bekend{near}"
            yield Problem(spot.text.near(place.start()), Code.UNKNOWN_PLACEHOLDER, what)
    rest = PLACEHOLDER.sub(lambda place: " " * len(place[0]), text)
    loose = re.search(r"[{}]", rest)
    if loose is not None:
        what = "hier staat een losse accolade; schrijf een naam zoals {kind}, of haal de accolade weg"
        yield Problem(spot.text.near(loose.start()), Code.LOOSE_BRACE, what)


def _line_of(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
