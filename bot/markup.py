"""Making any string of people harmless: what may stand in Telegram's HTML, and how it reads as plain text."""

import html
import re

from bot.typed import harmless

FSI, PDI = "\u2068", "\u2069"
_LINES = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_TAG = re.compile(r"<[^<>]*>")


def clean(text: str) -> str:
    """Harmless whatever its age (bot.typed), and with only ordinary ends of lines."""
    return harmless(_LINES.sub("\n", text)).strip()


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
