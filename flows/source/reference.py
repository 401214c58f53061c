"""The files beside the dialogues: jargon, sparks and places; and their texts, to be shown by themselves."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from flows.directory import Area, Need, Place
from flows.jargon import Jargon
from flows.manners import Region
from flows.names import Role, TextKey
from flows.problems import Code, Placed, did_you_mean
from flows.source.decks import read_day
from flows.source.entry import Entry
from flows.source.naming import format_number, name
from flows.sparks import Spark

Kept = TypeVar("Kept", Spark, Place)

JARGON, SPARKS, PLACES = "words.yaml", "sparks.yaml", "directory.yaml"
"""The files, within content."""


def read_jargon(entry: Entry) -> tuple[Jargon, ...]:
    """The list of jargon."""
    words = tuple(_jargon(one) for one in entry.entries("woorden"))
    entry.done()
    return words


def read_sparks(entry: Entry) -> tuple[Spark, ...]:
    """All sparks; a role without one is a problem: everybody gets something for today."""
    format_number(entry, "sparks")
    sparks = _each_once(entry, "vonken", _spark)
    entry.done()
    for role in Role:
        if all(role not in spark.ideas for spark in sparks):
            what = f"er is geen vonk voor '{role}'; schrijf er een"
            entry.problem(entry.key_at("vonken"), Code.ROLE_WITHOUT_QUESTION, what)
    return sparks


def read_places(entry: Entry) -> tuple[Place, ...]:
    """All places; a need that nobody answers is a problem."""
    format_number(entry, "directory")
    places = _each_once(entry, "plekken", _place)
    entry.done()
    for need in Need:
        if all(need not in place.needs for place in places):
            what = f"nergens staat '{need}' bij 'waarbij'; zet het bij een plek die daarmee helpt"
            entry.problem(entry.key_at("plekken"), Code.MISSING_KEY, what)
    return places


def texts_of(
    jargon: tuple[Jargon, ...], sparks: tuple[Spark, ...], places: tuple[Place, ...]
) -> Mapping[str, Mapping[TextKey, Placed]]:
    """What a translator translates of these files, by path; of a file that is not there nothing."""
    texts = {
        JARGON: {word.key: word.meaning for word in jargon},
        SPARKS: {key: text for spark in sparks for key, text in spark.texts.items()},
        PLACES: {key: text for place in places for key, text in place.texts.items()},
    }
    return {path: those for path, those in texts.items() if those}


def _each_once(entry: Entry, key: str, reader: Callable[[Entry], Kept]) -> tuple[Kept, ...]:
    read: dict[str, Kept] = {}
    for one in entry.entries(key):
        kept = reader(one)
        if kept.id in read:
            what = f"'{kept.id}' is er al (op regel {read[kept.id].at.line}); geef deze een andere id"
            entry.problem(kept.at, Code.NAME_TWICE, what)
        read.setdefault(kept.id, kept)
    return tuple(read.values())


def _jargon(entry: Entry) -> Jargon:
    also = tuple(placed.text for placed in entry.texts("ook"))
    word, meaning, offered = entry.text("woord"), entry.text("uitleg"), entry.yes("knop")
    jargon = Jargon(word=word, also=also, meaning=meaning, offered=offered)
    entry.done()
    return jargon


def _spark(entry: Entry) -> Spark:
    ideas = entry.mapping("voor")
    spark = Spark(
        id=name(entry, "id"),
        at=entry.at,
        moment=entry.text("moment"),
        ideas={role: ideas.text(role) for role in Role if role in ideas},
        round=entry.text("rondje"),
    )
    ideas.done()
    entry.done()
    return spark


def _place(entry: Entry) -> Place:
    place = Place(
        id=name(entry, "id"),
        at=entry.at,
        name=entry.text("naam"),
        helps=entry.text("helpt"),
        contact=entry.text("contact"),
        area=entry.word("gebied", Area),
        region=entry.word("regio", Region) if "regio" in entry else None,
        needs=_needs(entry),
        checked=read_day(entry, "nagekeken"),
    )
    entry.done()
    return place


def _needs(entry: Entry) -> frozenset[Need]:
    known, given = set(Need), entry.texts("waarbij")
    for need in given:
        if need.text and need.text not in known:
            what = f"'{need.text}' kan hier niet{did_you_mean(need.text, known)}"
            entry.problem(need.at, Code.UNKNOWN_WORD, what)
    return frozenset(Need(need.text) for need in given if need.text in known)
