"""What people type, made harmless: one spelling, no control characters, no tricks with writing direction."""

import re
import unicodedata

# C0 and C1 except newline, and the embeddings and isolates that turn text around. U+200D stays: emoji need it.
_DROPPED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_MARKS = 3


def whole(text: str) -> str:
    """Lone halves of emoji become U+FFFD: SQLite and JSON can't hold them."""
    return _SURROGATE.sub("\ufffd", text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def harmless(text: str) -> str:
    """The same words in one spelling (NFC), without what could disturb how others are shown."""
    text = unicodedata.normalize("NFC", whole(text))
    text = _DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    kept: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def one_line(text: str, *, most: int) -> str:
    """A name: harmless, on one line, at most so many characters."""
    return " ".join(harmless(text).split())[:most].rstrip()
