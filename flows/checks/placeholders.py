"""Whether everything between braces is a name that is filled in."""

import re
from collections.abc import Iterator

from flows.checks.spots import Spot
from flows.problems import Code, Problem, did_you_mean

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


def placeholders(spot: Spot) -> Iterator[Problem]:
    """Each `{name}` is surely known when its text is said, and no brace is left over."""
    text = spot.text.text
    for place in PLACEHOLDER.finditer(text):
        name = place[1]
        if spot.names is not None and name not in spot.names:
            near = did_you_mean(name, spot.names, "; noem hier geen naam")
            what = f"'{{{name}}}' is hier niet zeker bekend{near}"
            yield Problem(spot.text.near(place.start()), Code.UNKNOWN_PLACEHOLDER, what)
    rest = PLACEHOLDER.sub(lambda place: " " * len(place[0]), text)
    loose = re.search(r"[{}]", rest)
    if loose is not None:
        what = "hier staat een losse accolade; schrijf een naam zoals {kind}, of haal de accolade weg"
        yield Problem(spot.text.near(loose.start()), Code.LOOSE_BRACE, what)
