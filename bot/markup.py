"""Making any string of people harmless: what may stand in Telegram's HTML, and how it reads as plain text."""

import html
import re
import unicodedata

FSI, PDI = "\u2068", "\u2069"
MOST_MARKS = 3  # combining marks in a row; more climb over the lines above
_LINES = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TAG = re.compile(r"<[^<>]*>")


def clean(text: str) -> str:
    """Without control characters, direction overrides and towers of marks; lone surrogates become U+FFFD."""
    text = _LINES.sub("\n", text).replace("\t", " ")
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if (category == "Cc" and character != "\n") or character in _OVERRIDES:
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept).strip()


def safe(text: str) -> str:
    """What a person said or is called, as inert HTML: escaped, and its direction kept to itself line by line."""
    lines = clean(text).split("\n")
    return "\n".join(f"{FSI}{html.escape(line)}{PDI}" if line.strip() else "" for line in lines)


def safe_name(name: str, most: int = 64) -> str:
    """A name on one line, as inert HTML; empty when nothing of it can be shown."""
    one_line = " ".join(clean(name).split())[:most].strip()
    return safe(one_line) if one_line else ""


def plain(markup: str) -> str:
    """The visible text of our own HTML, for places that know no markup (labels, alerts, a failed parse)."""
    return html.unescape(_TAG.sub("", markup))


def bare(markup: str) -> str:
    """Plain and without direction marks: for labels, which come back as a message and are compared."""
    return plain(markup).replace(FSI, "").replace(PDI, "").strip()
