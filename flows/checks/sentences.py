"""Whether a tired reader can follow: short sentences, and no jargon that is nowhere explained."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.checks.markup import plain
from flows.checks.spots import Spot, Use
from flows.jargon import slug
from flows.problems import Code, Problem
from flows.source import Content
from flows.texts import HOME, PLACEHOLDER

MOST_WORDS = 16
MOST_ON_AVERAGE = 11
"""Words in a sentence (B1: about ten on average); the longest in a text, and the average of a text of some length."""

ENOUGH_SENTENCES = 3

LONG_WORD = 12
MOST_LONG = 0.06
"""From so many letters a word is long; besides one, at most such a part of a text is."""

EVERYDAY = frozenset({"MB", "PDF", "SMS"})
"""Abbreviations that need no explanation."""

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…]+(?=\s|$)|(?=\n)|$)")
_WORD = re.compile(r"[^\W_][\w'’/-]*")
_LINK = re.compile(r"/woorden_(\w+)")
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}(?:'[a-z]+)?\b")

_JARGON = """
    aanmelder afstemming afstemmingsoverleg begeleidingsplan behandelplan beschikking casus casusoverleg
    casuïstiek cliënt cliënten convenant curatele diagnostiek draagkracht draagvlak eigenaarschap escalatie
    escaleren evaluatie evalueren expertise gedragsproblematiek handelingsdeel handelingsgericht handelingsplan
    handelingsverlegen hulpverleningstraject hulpvraag indicatie indiceren inspanningsverplichting integraal
    interventie interventies intervisie ketenpartner ketenpartners maatwerk mandaat multidisciplinair
    multiproblematiek netwerkpartner normaliseren ondersteuningsaanbod ondersteuningsbehoefte
    ondersteuningsbehoeften ondersteuningsplan onderwijsbehoefte onderwijsbehoeften opschalen
    overbruggingstraject participatie perspectiefplan problematiek procesregie protocol psycho-educatie
    regiehouder respons systeemgericht thuiszitter thuiszittersoverleg toelaatbaarheidsverklaring traject
    trajecten verwijzer verwijzing verzuimprotocol vraagverheldering warme-overdracht zelfregie zienswijze
    zorgcoördinator zorgmijder zorgplan zorgtoewijzing zorgvraag zorgzwaarte
"""
JARGON = frozenset(_JARGON.split())
"""Words that people of the field no longer hear as jargon; each may be used once it is explained in words.yaml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How hard a text is to read: words in a sentence, the part of its words that is long, and words of the field."""

    words: int
    average: float
    longest: int
    long: int
    jargon: int

    @property
    def part_long(self) -> float:
        """Which part of the words is long; one long word is always allowed."""
        return max(self.long - 1, 0) / max(self.words, 1)

    @property
    def weight(self) -> float:
        """Higher is harder; 1 for each measure that is just allowed, and for each word of the field."""
        return self.average / MOST_ON_AVERAGE + self.longest / MOST_WORDS + self.part_long / MOST_LONG + self.jargon


def measure(text: str) -> Measure:
    """The measures of a text with `{placeholders}` and markup in it."""
    seen = plain(PLACEHOLDER.sub("naam", text))
    words = _WORD.findall(seen)
    counts = [len(_WORD.findall(found[0])) for found in _SENTENCE.finditer(seen)]
    full = [count for count in counts if count]
    return Measure(
        words=len(words),
        average=sum(full) / max(len(full), 1),
        longest=max(full, default=0),
        long=sum(len(word) >= LONG_WORD for word in words),
        jargon=sum(word.casefold() in JARGON for word in words) + len(_ABBREVIATION.findall(seen)),
    )


def long_words(spot: Spot) -> Iterator[Problem]:
    """Few words are so long that a reader has to stop at them."""
    if _read_by_people(spot) and measure(spot.text.text).part_long > MOST_LONG:
        found = [word for word in _WORD.findall(plain(spot.text.text)) if len(word) >= LONG_WORD]
        what = f"hier staan veel lange woorden ({', '.join(found)}); zeg het korter, of verdeel het"
        yield Problem(spot.text.at, Code.LONG_WORDS, what)


def sentences(spot: Spot) -> Iterator[Problem]:
    """No sentence is longer than one breath, and most are shorter."""
    if not _read_by_people(spot):
        return
    text = plain(PLACEHOLDER.sub("naam", spot.text.text))
    counted = [(found.start(), len(_WORD.findall(found[0]))) for found in _SENTENCE.finditer(text)]
    counts = [(start, words) for start, words in counted if words]
    for start, words in counts:
        if words > MOST_WORDS:
            what = f"deze zin heeft {words} woorden en hoogstens {MOST_WORDS} leest nog; maak er twee van"
            yield Problem(spot.text.near(start), Code.LONG_SENTENCE, what)
    average = sum(words for _, words in counts) / max(len(counts), 1)
    if len(counts) >= ENOUGH_SENTENCES and average > MOST_ON_AVERAGE:
        what = f"de zinnen hebben hier gemiddeld {average:.0f} woorden; maak ze korter, rond de 10"
        yield Problem(spot.text.at, Code.LONG_SENTENCE, what)


def explained(content: Content) -> frozenset[str]:
    """Every word that words.yaml explains, and each part of a name of several words."""
    names = [name for word in content.jargon for name in (word.word.text, *word.also)]
    return frozenset(part.casefold() for name in names for part in (name, *name.split()))


def jargon(spot: Spot, explained: frozenset[str]) -> Iterator[Problem]:
    """A word of the field is explained in words.yaml, or not used."""
    if not _read_by_people(spot):
        return
    text = plain(spot.text.text)
    found = [*_WORD.finditer(text), *_ABBREVIATION.finditer(text)]
    for word in {one[0]: one for one in found if one[0].casefold() in JARGON or one.re is _ABBREVIATION}.values():
        if word[0] not in EVERYDAY and word[0].casefold() not in explained:
            what = f"'{word[0]}' is vaktaal en staat niet in words.yaml; zeg het gewoner, of leg het daar uit"
            yield Problem(spot.text.near(word.start()), Code.JARGON, what)
    for link in _LINK.finditer(text):
        if link[1] not in {slug(name) for name in explained}:
            what = f"'{link[0]}' leidt nergens heen; leg het woord uit in words.yaml, of haal dit weg"
            yield Problem(spot.text.near(link.start()), Code.JARGON, what)


def _read_by_people(spot: Spot) -> bool:
    """Dutch, and not a title: those are names and stay literal."""
    return spot.language == HOME and spot.use is not Use.TITLE
