"""Whatever people write, it comes through the markup unharmed and harmless."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.markup import parse_html, tidy, units
from bot.demo.model import ApiError, Entity
from bot.demo.safe_html import safe_html

# What a message can hold: no lone surrogates; line ends as Telegram sends them.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60)


@given(words, words)
def test_escaped_words_arrive_as_they_were(before: str, inside: str) -> None:
    text, entities = parse_html(f"{html.escape(before)}<b>{html.escape(inside)}</b>.")
    assert text == f"{before}{inside}.".strip()
    bold = [entity for entity in entities if entity.type == "bold"]
    raw = text.encode("utf-16-le")
    for entity in bold:
        shown = raw[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le")
        assert shown in inside


@given(st.text(alphabet="<>/bia =\"'&;lt#x39! é😀", max_size=40))
def test_any_markup_is_read_or_refused_but_never_breaks(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except ApiError as refusal:
        assert refusal.description.startswith("Bad Request: can't parse entities: ")
        return
    assert all(e.offset >= 0 and e.length > 0 and e.offset + e.length <= units(text) for e in entities)


marks = st.sampled_from(["bold", "italic", "spoiler", "code", "text_link", "url", "unheard_of"])


@given(words, st.lists(st.tuples(marks, st.integers(0, 40), st.integers(1, 40)), max_size=5))
def test_the_page_shows_the_words_and_only_tags_of_our_own(said: str, places: list[tuple[str, int, int]]) -> None:
    given_marks = [
        Entity(type=kind, offset=offset, length=length, url='https://x/"><script>' if kind == "text_link" else None)
        for kind, offset, length in places
    ]
    text, entities = tidy(said, given_marks)
    shown = safe_html(text, entities)
    assert html.unescape(re.sub(r"<[^>]*>", "", shown)) == text
    tags = re.findall(r"<(/?)(\w+)[^>]*>", shown)
    assert {name for _, name in tags} <= {"b", "i", "code", "a", "span"}
    opened: list[str] = []
    for closing, name in tags:
        if closing:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert opened == []
