"""Whether everything between braces is a name that is filled in."""

import re
from collections.abc import Iterator

from flows.checks.spots import spots
from flows.problems import Code, Problem, did_you_mean
from flows.source import Content

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


def placeholders(content: Content) -> Iterator[Problem]:
    """Each `{name}` is surely known when its text is said, and no brace is left over."""
    for spot in spots(content):
        text = spot.text.text
        for place in PLACEHOLDER.finditer(text):
            name = place[1]
            if spot.names is None or name in spot.names:
                continue
            near = did_you_mean(name, spot.names) if spot.names else "; noem hier geen naam"
            what = f"'{{{name}}}' is hier niet zeker bekend{near}"
            yield Problem(spot.text.near(place.start()), Code.UNKNOWN_PLACEHOLDER, what)
        rest = PLACEHOLDER.sub(lambda place: " " * len(place[0]), text)
        loose = next((at for at, character in enumerate(rest) if character in "{}"), None)
        if loose is not None:
            what = "hier staat een losse accolade; schrijf een naam zoals {kind}, of haal de accolade weg"
            yield Problem(spot.text.near(loose), Code.LOOSE_BRACE, what)
