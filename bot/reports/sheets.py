"""What can be printed of a deck: its cards to cut out, and the whole deck on one page."""

import json

from bot.delivery.letters import SheetLetter
from bot.delivery.parts import PicturePart
from bot.rendering import Reader, Renderer
from bot.reports.pictures import Picture
from bot.storage import circles, runs
from bot.storage.database import Tx
from flows.cards import QUESTION, asked_of
from flows.line import Line, ui
from flows.names import REVEAL_ORDER, Revision, TextKey

CARDS, WHOLE = "kaarten", "plaat"
DECKS = ("principes", "praatplaat")
"""What is printed; the blank card is a field on the page."""
GUIDING = 5
"""How many questions guide a talk about a topic, in an order that is fixed."""


def part(tx: Tx, by: Renderer, letter: SheetLetter, reader: Reader) -> PicturePart:
    """A PDF; the same again for the same deck in the same language."""
    which = WHOLE if letter.whole else CARDS
    data: dict[str, object] = {
        "title": by.label(tx, ui(f"print-{letter.deck}"), reader),
        "language": reader.language,
        "cards": [{"id": card, **_words(tx, by, revision, reader)} for card, revision in letter.cards],
        "own": by.label(tx, ui("plaat-eigen-vak"), reader),
        "questions": [by.label(tx, ui(f"plaat-vraag-{n}"), reader) for n in range(1, GUIDING + 1)],
    }
    return PicturePart(
        picture=Picture(f"{which}-printen", json.dumps(data, ensure_ascii=False)),
        caption=by.html(tx, ui("print-plaat" if letter.whole else "print-kaarten"), reader),
        file=f"{which}-{letter.deck}.pdf",
        protect=False,
    )


def _words(tx: Tx, by: Renderer, revision: Revision, reader: Reader) -> dict[str, object]:
    """As for nobody's child in particular: it lies on a table, and may be left there."""
    texts, school = runs.revision(tx, revision)[1], circles.school_of(tx, reader.circle)
    anyone = Reader(language=reader.language, texts=texts, school=school)

    def text(key: TextKey) -> str:
        return by.label(tx, Line(key), anyone)

    return {
        "title": text(TextKey("title")),
        "about": text(TextKey("about")),
        "questions": [
            {"who": by.label(tx, ui(f"rol-{role}"), anyone), "ask": text(asked_of(QUESTION, role))}
            for role in REVEAL_ORDER
        ],
    }
