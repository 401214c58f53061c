"""Every format with every card, in every group and every language: each talk ends, and every text fits its screen."""

import logging
import re

import pytest

from bot import markup
from bot.preview.playing import Mood
from bot.preview.saying import HOLE, saying, with_holes
from bot.strings import Strings
from flows.line import Count
from flows.names import FlowId, Language, Pace, Role, TextKey
from flows.texts import HOME, Texts
from tests.content.formats import CARD, FORMATS, GROUPS, LIBRARY, MANUAL, SOME, plays, table

pytestmark = pytest.mark.law

LANGUAGES = (HOME, *LIBRARY.languages)
STRINGS = Strings.load(LIBRARY.languages)
MOST_UNITS, MOST_ON_A_LABEL = 4096, 64

AUDIENCE = {"mensen": Count(5), "buiten": Count(1)}
"""Filled in at sending: how many people will see it."""

LONG = {"vijf-vragen"}
"""Formats that ask more than one question on purpose, spread over days."""

FEW = {Pace.NOW: 8, Pace.SPREAD: 12}
"""A short format stays under this number of private messages a person (docs/reference/formats.md). Over some days
people also react to a card of somebody else, and one professional opens the talk: three messages for that one."""


@pytest.mark.parametrize("format", FORMATS)
def test_every_talk_ends_whoever_takes_part_and_whatever_they_do(format: FlowId) -> None:
    stuck = [
        f"{[str(role) for role in play.roles]} {play.pace} {play.mood} {sorted(play.about)}: {play.run.at}"
        for play in plays(format)
        if not play.finished
    ]
    assert stuck == []
    assert len({play.roles for play in plays(format)}) == len(GROUPS) == 26


@pytest.mark.parametrize("format", FORMATS)
def test_everyone_who_takes_part_hears_something_in_the_group_or_apart(format: FlowId) -> None:
    for play in plays(format):
        assert play.in_group > 0


@pytest.mark.parametrize("format", sorted(set(FORMATS) - LONG))
def test_a_short_format_sends_nobody_many_messages_apart(format: FlowId) -> None:
    most = {
        (play.pace, play.roles): max(play.private(member) for member in play.members)
        for play in plays(format)
        if play.mood is Mood.WILLING
    }
    assert {play: count for play, count in most.items() if count >= FEW[play[0]]} == {}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_every_card_fits_its_screen(
    format: FlowId, language: Language, caplog: pytest.LogCaptureFixture
) -> None:
    texts = with_holes(LIBRARY.texts(FlowId(f"{format}/{CARD}")), LIBRARY.cards)
    said = said_in(format, language, texts)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
    assert len(said) > 5
    for card in LIBRARY.cards:
        of_card = LIBRARY.texts(FlowId(f"{format}/{card.id}"))
        for text, label in said:
            units = units_of(HOLE.sub("", text))
            units += sum(units_of(of_card.get(language, TextKey(key))) for key in HOLE.findall(text))
            assert units <= (MOST_ON_A_LABEL if label else MOST_UNITS), (card.id, text)


@pytest.mark.parametrize("format", FORMATS)
def test_each_role_is_asked_in_words_of_its_own_where_a_card_has_them(format: FlowId) -> None:
    """Whoever answers alone reads the question for their role, and never that for another."""
    texts = with_holes(LIBRARY.texts(FlowId(f"{format}/{CARD}")), LIBRARY.cards)
    for play in plays(format):
        if len(play.roles) < len(Role) or play.mood is not Mood.WILLING:
            continue
        for member, role in play.members.items():
            say = saying(STRINGS, texts, HOME, play.members, member)
            lines = (line for screen in play.screens if screen.to == member for line in screen.lines)
            read = {key for line in lines for key in HOLE.findall(say.line(line, AUDIENCE))}
            assert {key for key in read if key.partition(".")[2] in set(Role) - {role}} == set()


def test_the_counted_formats_are_those_of_today() -> None:
    assert MANUAL.read_text(encoding="utf-8") == table(), "run: python -m tests.content.formats"


def said_in(format: FlowId, language: Language, texts: Texts) -> set[tuple[str, bool]]:
    """Everything said in any play of this format, with holes for the words of a card, and whether on a label."""
    seen: set[str] = set()
    said: set[tuple[str, bool]] = set()
    for play in plays(format):
        for screen in play.screens if play.roles in SOME else ():
            role = play.members.get(screen.to) if screen.to is not None else None
            screens = f"{role} {screen.lines} {screen.choices}"
            if screens in seen:
                continue
            seen.add(screens)
            say = saying(STRINGS, texts, language, play.members, screen.to)
            said.add(("\n\n".join(say.line(line, AUDIENCE) for line in screen.lines), False))
            said |= {(markup.bare(say.line(line, AUDIENCE)), True) for line in screen.choices}
    return said


def units_of(html: str) -> int:
    """The length of a text on the screen, in UTF-16 units."""
    return len(re.sub(r"<[^>]+>", "", html).encode("utf-16-le", "surrogatepass")) // 2
