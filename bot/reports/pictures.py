"""Pictures and printed sheets: a template of content/pictures filled in; the same data gives the same bytes."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import typst

from flows.cards import BLANK

PIXELS_A_POINT = 3
"""A phone shows a page 360 points wide over its whole width: three pixels a point are sharp on all of them."""

CARDS = "kaarten"
"""Where the drawings of cards and decks are, each under the name of its card or deck."""

_KEPT = 32  # drawings of cards come again and again; they are a tenth of a megabyte each


@dataclass(frozen=True, slots=True)
class Picture:
    """Which template, and what is filled in (JSON). Drawing takes a tenth of a second: never on the event loop."""

    template: str
    data: str = "{}"

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.template.rpartition("/")[2]


def of_card(name: str) -> Picture:
    """The drawing of a card or a deck, or that of the blank card where it has none."""
    own = files("content") / "pictures" / CARDS / f"{name}.typ"
    return Picture(f"{CARDS}/{name if own.is_file() else BLANK}")


def draw(picture: Picture, *, pixels: int = PIXELS_A_POINT) -> bytes:
    """The picture as PNG, `pixels` a point; with the fonts of typst alone, so that every machine draws the same.

    Raises typst.TypstError when there is no such template or it can't be drawn.
    """
    return _kept(picture, pixels) if picture.template.startswith(CARDS) else compiled(picture, pixels=pixels)


@lru_cache(maxsize=_KEPT)
def _kept(picture: Picture, pixels: int) -> bytes:
    return compiled(picture, pixels=pixels)


def printed(picture: Picture) -> bytes:
    """As PDF, page after page; without the moment it was made, so that it is the same each time."""
    with as_file(files("content") / "pictures") as folder:
        sheet = typst.compile(
            folder / f"{picture.template}.typ",
            root=folder,
            format="pdf",
            ignore_system_fonts=True,
            timestamp=0,
            sys_inputs={"data": picture.data, "in-blad": "ja"},
        )
    assert isinstance(sheet, bytes)
    return sheet


def compiled(picture: Picture, *, pixels: int) -> bytes:
    """As `draw`, but drawn anew each time."""
    within = {} if picture.template.startswith(CARDS) else {"in-blad": "ja"}
    with as_file(files("content") / "pictures") as folder:
        drawn = typst.compile(
            folder / f"{picture.template}.typ",
            root=folder,
            format="png",
            ppi=72 * pixels,
            ignore_system_fonts=True,
            sys_inputs={"data": picture.data, **within},
        )
    assert isinstance(drawn, bytes), "one page gives one picture"
    return drawn
