"""Names that editors give: of files, cards, steps and options."""

import re

from flows.problems import Code
from flows.source.entry import Entry

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def is_name(text: str) -> bool:
    """Whether this can be a name: lower-case letters, digits and hyphens, a letter first."""
    return _NAME.fullmatch(text) is not None


def name(entry: Entry, key: str) -> str:
    """The name under this key."""
    placed = entry.text(key)
    if placed.text and not is_name(placed.text):
        what = f"'{placed.text}' kan geen naam zijn; gebruik kleine letters, cijfers en streepjes"
        entry.problem(placed.at, Code.BAD_NAME, what)
    return placed.text


def own_name(entry: Entry, stem: str) -> str:
    """The name under `id`, which must be that of the file."""
    id = name(entry, "id")
    if id and id != stem:
        what = f"dit bestand heet '{stem}' en de id is '{id}'; maak ze gelijk"
        entry.problem(entry.text("id").at, Code.BAD_NAME, what)
    return id


def format_number(entry: Entry, key: str) -> None:
    """The number of the file format, so far always 1."""
    number = entry.text(key)
    if number.text and number.text != "1":
        what = f"'{key}: {number.text}' ken ik niet; schrijf '{key}: 1'"
        entry.problem(number.at, Code.FORMAT_NUMBER, what)
