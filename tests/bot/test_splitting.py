"""Long texts: cut between paragraphs, never inside a tag, an entity or a character."""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.splitting import split, units, visible_units
from bot.markup import plain


def test_a_short_text_stays_one_message() -> None:
    assert split("<b>Hoi</b> Anna &amp; Bo") == ["<b>Hoi</b> Anna &amp; Bo"]


def test_five_long_answers_are_cut_between_the_answers() -> None:
    answers = [f"<b>Persoon {n}</b>\n" + "woord " * 250 for n in range(5)]
    parts = split("\n\n".join(answers))
    assert len(parts) == 3
    assert all(part.startswith("<b>Persoon") for part in parts)


def test_one_answer_of_four_thousand_letters_without_a_space_is_there_whole() -> None:
    parts = split("<b>Anna</b>\n" + "a" * 4000)
    assert "".join(plain(part) for part in parts).count("a") == 4001
    assert all(units(plain(part)) <= 3500 for part in parts)


def test_bold_text_that_is_cut_is_bold_in_both_messages() -> None:
    first, second = split("<b>" + "x " * 60 + "</b>", 70)
    assert first.startswith("<b>") and first.endswith("</b>")
    assert second.startswith("<b>") and second.endswith("</b>")


def test_length_is_counted_as_telegram_counts() -> None:
    assert units("👨‍👩‍👧 Sam") == 12
    assert visible_units("<b>&lt;</b>") == 2


pieces = st.one_of(
    st.text(max_size=60).map(html.escape),
    st.text(alphabet="👋é€\U0001f600x", max_size=80),
    st.sampled_from([" ", "\n", "\n\n"]),
    st.text(max_size=20).map(lambda text: f"<b>{html.escape(text)}</b>"),
)


@settings(deadline=None)
@given(st.lists(pieces, max_size=30).map("".join), st.integers(min_value=8, max_value=90))
def test_nothing_but_white_space_gets_lost_and_every_part_fits(text: str, most: int) -> None:
    parts = split(text, most)
    assert all(0 < units(plain(part)) <= most for part in parts)
    assert _visible("".join(map(plain, parts))) == _visible(plain(text))


@settings(deadline=None)
@given(st.lists(pieces, max_size=30).map("".join), st.integers(min_value=8, max_value=90))
def test_every_part_is_whole_html(text: str, most: int) -> None:
    for part in split(text, most):
        assert part.count("<b>") == part.count("</b>")
        assert not re.search(r"&(?!(amp|lt|gt|quot|#x27);)", part)
        part.encode("utf-16-le")


def _visible(text: str) -> str:
    return "".join(text.split())
