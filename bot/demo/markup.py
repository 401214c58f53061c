"""Text with marks: Telegram's HTML read into entities, entities checked, and safe HTML for the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from bot.demo.model import Entity, Json, bad_request

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
_PLAIN_TYPES = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic"}
    | {"underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre"}
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)\s*(=)?\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*))?""")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,!?:;)])"
    r"|(?<![\w/@<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/<>])"
    r"|(?<![\w/@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})(?!\w)"
)


def units(text: str) -> int:
    """The length of a text in UTF-16 units, the measure of all Telegram's limits and offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _unreadable(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Reads Telegram's HTML style; refuses with "can't parse entities" as the real server does.

    Source: Bot API documentation, "HTML style".
    """
    out: list[str] = []
    length = 0
    opened: list[tuple[str, Entity]] = []
    found: list[Entity] = []
    i = 0
    while i < len(source):
        if source[i] == "&" and (reference := _REFERENCE.match(source, i)):
            char = _referred(reference)
            if char:
                out.append(char)
                length += units(char)
                i = reference.end()
                continue
        if source[i] != "<":
            out.append(source[i])
            length += units(source[i])
            i += 1
            continue
        at = len(source[:i].encode("utf-8", "surrogatepass"))
        end = _tag_end(source, i, at)
        if source.startswith("</", i):
            found += _closed(source[i + 2 : end].strip(), opened, length, at)
        else:
            opened.append(_opened(source[i + 1 : end], length, at))
        i = end + 1
    if opened:
        raise _unreadable(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    return tidy("".join(out), sorted(found, key=lambda e: (e.offset, -e.length)))


def _tag_end(source: str, start: int, at: int) -> int:
    quote = ""
    for i in range(start + 1, len(source)):
        if quote:
            quote = "" if source[i] == quote else quote
        elif source[i] in "\"'" and source[:i].rstrip().endswith("="):
            quote = source[i]
        elif source[i] == ">":
            return i
    if source.startswith("</", start):
        raise _unreadable(f"Unclosed end tag at byte offset {at}")
    name = _NAME.match(source, start + 1)
    if name is not None and name.end() < len(source) and name.group().lower() not in _TAGS:
        raise _unreadable(f'Unsupported start tag "{name.group().lower()}" at byte offset {at}')
    raise _unreadable(f"Unclosed start tag at byte offset {at}")


def _opened(tag: str, length: int, at: int) -> tuple[str, Entity]:
    name_match = _NAME.match(tag)
    name = name_match.group().lower() if name_match else ""
    kind = _TAGS.get(name)
    if kind is None:
        raise _unreadable(f'Unsupported start tag "{name}" at byte offset {at}')
    attributes = _attributes(tag[len(name) :], name, at)
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _unreadable(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    entity = Entity(type=kind, offset=length, length=0)
    if name == "a":
        entity = replace(entity, url=attributes.get("href") or "")
    elif name == "blockquote" and "expandable" in attributes:
        entity = replace(entity, type="expandable_blockquote")
    elif name == "code" and (attributes.get("class") or "").startswith("language-"):
        entity = replace(entity, language=(attributes["class"] or "")[len("language-") :])
    return name, entity


def _attributes(text: str, tag: str, at: int) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    i = 0
    while text[i:].strip():
        match = _ATTRIBUTE.match(text, i)
        if match is None or match.end() == i or not match[1]:
            raise _unreadable(f'Empty attribute name in the tag "{tag}" at byte offset {at}')
        value = next((part for part in match.group(3, 4, 5) if part is not None), None)
        if match[2] and value is None:
            raise _unreadable(f'Unclosed start tag "{tag}" at byte offset {at}')
        if not match[2] and match[1] != "expandable":
            raise _unreadable(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {at}'
            )
        found[match[1].lower()] = None if value is None else html.unescape(value)
        i = match.end()
    return found


def _closed(name: str, opened: list[tuple[str, Entity]], length: int, at: int) -> list[Entity]:
    if not opened:
        raise _unreadable(f"Unexpected end tag at byte offset {at}")
    tag, entity = opened.pop()
    if name and name.lower() != tag:
        raise _unreadable(f'Unmatched end tag at byte offset {at}, expected "</{tag}>", found "</{name}>"')
    if length == entity.offset:
        return []
    entity = replace(entity, length=length - entity.offset)
    if entity.type != "text_link":
        return [entity]
    return [linked] if (linked := _link(entity)) else []


def _link(entity: Entity) -> Entity | None:
    """A link as Telegram keeps it: a person for tg://user, nothing for an address it does not know."""
    url = entity.url or ""
    if match := re.fullmatch(r"tg://user/?\?id=(\d+)", url):
        return replace(entity, type="text_mention", url=None, user=int(match[1]))
    if re.match(r"(https?|tg|tonsite)://\S", url):
        return entity
    if re.match(r"[\w-]+(\.[\w-]+)+", url):
        return replace(entity, url=f"http://{url}")
    return None


def _referred(reference: re.Match[str]) -> str:
    if reference[3]:
        return _NAMED[reference[3]]
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def given_entities(text: str, given: Json) -> tuple[str, tuple[Entity, ...]]:
    """Checks the `entities` a bot passes with its text; offsets are UTF-16 units of `text`."""
    if not isinstance(given, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    edges = {0, *accumulate(units(char) for char in text)}
    end = units(text)
    found: list[Entity] = []
    for item in given:
        if not isinstance(item, dict):
            raise bad_request("can't parse MessageEntity: expected an Object")
        kind, offset, length = item.get("type"), item.get("offset"), item.get("length")
        if not isinstance(kind, str) or not isinstance(offset, int) or not isinstance(length, int):
            raise bad_request("can't parse MessageEntity: Can't find field")
        if offset < 0 or length <= 0 or offset + length > end:
            raise bad_request(f"entity beginning at UTF-16 offset {offset} ends after the end of the text")
        if offset not in edges or offset + length not in edges:
            raise bad_request(f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol")
        found.append(_given(kind, offset, length, item))
    return tidy(text, sorted(found, key=lambda e: (e.offset, -e.length)))


def _given(kind: str, offset: int, length: int, item: dict[str, Json]) -> Entity:
    url, language, user = item.get("url"), item.get("language"), item.get("user")
    entity = Entity(type=kind, offset=offset, length=length)
    match kind:
        case "text_link" if isinstance(url, str):
            return replace(entity, url=url)
        case "text_mention" if isinstance(user, dict) and isinstance(person := user.get("id"), int):
            return replace(entity, user=person)
        case "pre" if isinstance(language, str):
            return replace(entity, language=language)
        case _ if kind in _PLAIN_TYPES:
            return entity
        case _:
            raise bad_request("can't parse MessageEntity: Unsupported type specified")


def tidy(text: str, entities: Iterable[Entity] = ()) -> tuple[str, tuple[Entity, ...]]:
    """Strips the ends, as Telegram does, and adds the entities it finds itself (commands, names, links)."""
    text = text.replace("\r", "")
    stripped = text.strip()
    lead = units(text[: len(text) - len(text.lstrip())])
    size = units(stripped)
    kept: list[Entity] = []
    for entity in entities:
        start, end = max(entity.offset - lead, 0), min(entity.offset + entity.length - lead, size)
        if end > start:
            kept.append(replace(entity, offset=start, length=end - start))
    for match in _FOUND.finditer(stripped):
        offset = units(stripped[: match.start()])
        length = units(match.group())
        if not any(e.offset < offset + length and offset < e.offset + e.length and _closed_to_links(e) for e in kept):
            kept.append(Entity(type=str(match.lastgroup), offset=offset, length=length))
    return stripped, tuple(sorted(kept, key=lambda e: (e.offset, -e.length)))


def _closed_to_links(entity: Entity) -> bool:
    return entity.type in {"code", "pre", "text_link", "text_mention", "url", "mention", "bot_command"}
