"""`praatmaat preview`: one page with every screen of every format, card, role and language; it needs no network."""

import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import TextIO

from bot.checking import problems_under
from bot.library import Library
from bot.preview.screens import gathered
from bot.reports.pictures import draw, of_card
from flows.texts import HOME

PAGE, PICTURES = "preview.html", "pictures"


def preview(folder: Path, out: TextIO = sys.stdout) -> int:
    """Write the page into a folder; 1, with the problems told, when the content is not in order."""
    content, problems = problems_under(files("content"))
    if problems:
        print("\n".join(str(problem) for problem in problems), file=out)
        return 1
    library = Library(content)
    ui = files("content") / "ui"
    sources = {one: (ui / f"{one}.ftl").read_text(encoding="utf-8") for one in (HOME, *library.languages)}
    data = gathered(content, library, sources)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PAGE).write_text(page(json.dumps(data, ensure_ascii=False, separators=(",", ":"))), encoding="utf-8")
    (folder / PICTURES).mkdir(exist_ok=True)
    for card in library.cards:
        (folder / PICTURES / f"{card.id}.png").write_bytes(draw(of_card(card.id), pixels=1))
    print(f"Open {folder / PAGE} in een browser.", file=out)
    return 0


def page(data: str) -> str:
    """The page around this JSON; within a script only '<' could end it too early."""
    template = (files("bot.preview") / "page.html").read_text(encoding="utf-8")
    return template.replace("/*DATA*/", data.replace("<", "\\u003c"))
