"""Safe HTML of a message for the page: only known tags, everything else escaped."""

from __future__ import annotations

import html

from bot.demo.markup import units
from bot.demo.model import Entity

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "bot_command": ('<span class="command">', "</span>"),
    "mention": ('<span class="mention">', "</span>"),
    "text_mention": ('<span class="mention">', "</span>"),
}


def safe_html(text: str, entities: tuple[Entity, ...]) -> str:
    """The text with its marks as HTML; line ends stay line ends (show with `white-space: pre-wrap`)."""
    at: dict[int, list[Entity]] = {}
    for entity in entities:
        at.setdefault(entity.offset, []).append(entity)
    out: list[str] = []
    open_now: list[Entity] = []
    position = 0
    for char in text:
        _close(out, open_now, position, text)
        for entity in sorted(at.pop(position, ()), key=lambda e: -e.length):
            out.append(_tag(entity, text)[0])
            open_now.append(entity)
        out.append(html.escape(char))
        position += units(char)
    _close(out, open_now, position, text)
    return "".join(out)


def _close(out: list[str], open_now: list[Entity], position: int, text: str) -> None:
    """Closes what ends here; marks that overlap are closed and opened again, so that tags always nest."""
    again: list[Entity] = []
    while any(entity.offset + entity.length <= position for entity in open_now):
        entity = open_now.pop()
        out.append(_tag(entity, text)[1])
        if entity.offset + entity.length > position:
            again.append(entity)
    for entity in reversed(again):
        out.append(_tag(entity, text)[0])
        open_now.append(entity)


def _tag(entity: Entity, text: str) -> tuple[str, str]:
    if entity.type not in {"text_link", "url"}:
        return _TAGS.get(entity.type, ("<span>", "</span>"))
    url = entity.url
    if url is None:
        raw = text.encode("utf-16-le", "surrogatepass")
        url = raw[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le", "replace")
    if not url.startswith(("https://", "http://", "tg://")):
        return "<span>", "</span>"
    return f'<a href="{html.escape(url)}" rel="noreferrer" target="_blank">', "</a>"
