"""Cutting HTML into messages Telegram takes: between paragraphs, never inside a tag, an entity or a character."""

import re
from dataclasses import dataclass

MOST = 3500  # UTF-16 units of visible text; Telegram's own limit is 4096 (docs/explanation/telegram.md)
CAPTION = 1024  # of a picture or a file, by Telegram's own limit

_TOKEN = re.compile(r"<[^<>]*>|&(?:[a-z]+|#x?[0-9a-f]+);|\s+|[^\s<&]+|.", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z-]+)[^<>]*>", re.IGNORECASE)
_PARAGRAPH, _LINE, _SPACE = 3, 2, 1


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    size: int
    breaks: int  # how good a place it is to cut at; 0: none
    tag: tuple[str, bool] | None  # name, and whether it closes


def visible_units(html: str) -> int:
    """Length of what the reader sees."""
    return sum(token.size for token in _tokens(html, MOST))


def split(html: str, most: int = MOST) -> list[str]:
    """The parts in order, each at most `most` units of visible text; tags are closed and opened again at a cut."""
    tokens = _tokens(html, most)
    parts: list[str] = []
    open_tags: list[_Token] = []
    while tokens:
        head, tokens = _cut(tokens, most)
        before = "".join(token.text for token in open_tags)
        open_tags = _left_open([*open_tags, *head])
        after = "".join(f"</{token.tag[0]}>" for token in reversed(open_tags) if token.tag)
        part = before + "".join(token.text for token in head).strip() + after
        if any(token.size and not token.breaks for token in head):
            parts.append(part)
    return parts


def _cut(tokens: list[_Token], most: int) -> tuple[list[_Token], list[_Token]]:
    size = 0
    last: dict[int, tuple[int, int]] = {}  # kind of break: (where it last was, length before it)
    for at, token in enumerate(tokens):
        if token.breaks:
            last[token.breaks] = (at, size)
        elif size + token.size > most:
            break
        size += token.size
    else:
        return tokens, []
    for kind in (_PARAGRAPH, _LINE, _SPACE):
        # A good break so early that most of the message stays empty is worse than a poor one later.
        if kind in last and last[kind][1] > most // 3:
            place = last[kind][0]
            return tokens[:place], tokens[place + 1 :]
    return (tokens[:at], tokens[at:]) if at else (tokens[:1], tokens[1:])


def _left_open(tokens: list[_Token]) -> list[_Token]:
    stack: list[_Token] = []
    for token in tokens:
        if token.tag is None:
            continue
        name, closes = token.tag
        if not closes:
            stack.append(token)
        elif stack and stack[-1].tag is not None and stack[-1].tag[0] == name:
            stack.pop()
    return stack


def _tokens(html: str, most: int) -> list[_Token]:
    tokens: list[_Token] = []
    for text in _TOKEN.findall(html):
        tag = _TAG.fullmatch(text)
        if tag is not None:
            tokens.append(_Token(text, 0, 0, (tag[2].lower(), bool(tag[1]))))
        elif text.startswith("&") and len(text) > 1:
            tokens.append(_Token(text, 2, 0, None))  # one character, two units at most
        elif text.isspace():
            breaks = _PARAGRAPH if text.count("\n") > 1 else _LINE if "\n" in text else _SPACE
            tokens.append(_Token(text, units(text), breaks, None))
        else:
            tokens.extend(_Token(piece, units(piece), 0, None) for piece in _pieces(text, min(most, 100)))
    return tokens


def _pieces(word: str, most: int) -> list[str]:
    """A word without an end, in short pieces of whole characters, so that a message is filled before it is cut."""
    if units(word) <= most:
        return [word]
    pieces, size, start = [], 0, 0
    for at, character in enumerate(word):
        width = 2 if ord(character) > 0xFFFF else 1
        if size + width > most:
            pieces.append(word[start:at])
            start, size = at, 0
        size += width
    return [*pieces, word[start:]]
