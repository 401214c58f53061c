"""Pictures drawn from numbers: a template of content/pictures filled in; the same data gives the same bytes."""

from dataclasses import dataclass
from importlib.resources import files

import typst

PIXELS_A_POINT = 3
"""A phone shows a page 360 points wide over its whole width: three pixels a point are sharp on all of them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Which template, and what is filled in (JSON). Drawing takes a tenth of a second: never on the event loop."""

    template: str
    data: str


def draw(picture: Picture, *, pixels: int = PIXELS_A_POINT) -> bytes:
    """The picture as PNG, `pixels` a point; with the fonts of typst alone, so that every machine draws the same."""
    source = (files("content") / "pictures" / f"{picture.template}.typ").read_bytes()
    drawn = typst.compile(
        source,
        format="png",
        ppi=72 * pixels,
        ignore_system_fonts=True,
        sys_inputs={"data": picture.data},
    )
    assert isinstance(drawn, bytes), "one page gives one picture"
    return drawn
