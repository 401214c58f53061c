"""Jargon, sparks and places: how they are read, and which of them somebody gets."""

from dataclasses import replace
from datetime import date

import pytest

from flows.checks import check
from flows.directory import Area, Need, Place, fitting, overdue
from flows.jargon import find, slug
from flows.manners import Region
from flows.names import Language, Role, TextKey
from flows.problems import Code, Placed, Position
from flows.source import read, reference_texts
from flows.source.translations import mark
from flows.sparks import spark_for
from tests.flows.test_source import good, whole

NL, EN = Language("nl"), Language("en")
SPARKS = """sparks: 1
vonken:
  - id: toets
    moment: Een toets
    voor: {ouder: Zet thee., leerling: Zucht eens., onderwijs: Groet., jeugdhulp: Bel.}
    rondje: Wat helpt jou?
  - id: feest
    moment: Een feest
    voor: {ouder: Zing mee., steunfiguur: Bak een taart.}
    rondje: Waar denk je aan terug?
"""
PLACES = (
    "directory: 1\nplekken:\n"
    + """  - id: overal
    naam: MIND Overal
    helpt: Voor iedereen.
    contact: Kijk op overal.nl
    gebied: landelijk
    waarbij: [{needs}]
    nagekeken: 2026-11-24
""".format(needs=", ".join(Need))
)


def content_with(**files: str) -> dict[str, str]:
    return good(sparks=SPARKS, directory=PLACES) | {f"{name}.yaml": text for name, text in files.items()}


def told(**files: str) -> list[tuple[str, str]]:
    """The code and the words of all that is wrong."""
    content, problems = read(content_with(**files))
    return [(problem.code, problem.message) for problem in (*problems, *check(content))]


def test_sparks_places_and_jargon_are_found_among_the_texts_with_what_a_card_is_about() -> None:
    content = whole(content_with())
    reference = reference_texts(content)
    assert reference.get(NL, TextKey("vonk.toets.ouder")) == "Zet thee."
    assert reference.get(NL, TextKey("plek.overal.naam")) == "MIND Overal"
    assert reference.get(NL, TextKey("plek.overal.nagekeken")) == "24-11-2026"
    assert reference.get(NL, TextKey("woord.mdo.naam")) == "mdo"
    assert reference.get(NL, TextKey("woord.mdo")).startswith("Een gesprek")
    assert reference.get(NL, TextKey("kaart.eerste.title")) == "Een eerste indruk"


def test_a_spark_is_translated_like_every_other_text() -> None:
    translation = f"translation: 1\ntexts:\n  vonk.toets.ouder: {{of: {mark('Zet thee.')}, text: Make tea.}}\n"
    published = "language: 1\nname: English\npublished: ja\n"
    files = content_with() | {"translations/en/sparks.yaml": translation, "translations/en/language.yaml": published}
    content, _ = read(files)
    assert reference_texts(content).get(EN, TextKey("vonk.toets.ouder")) == "Make tea."
    missing = {problem.message.split("'")[1] for problem in check(content) if problem.at.file == "content/sparks.yaml"}
    assert "vonk.toets.rondje" in missing and "vonk.toets.ouder" not in missing


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "words"),
    [
        ("sparks", "id: feest", "id: toets", Code.NAME_TWICE, "'toets' is er al (op regel 3)"),
        ("sparks", "steunfiguur: Bak", "leerling: Bak", Code.ROLE_WITHOUT_QUESTION, "geen vonk voor 'steunfiguur'"),
        ("directory", "school, ", "", Code.MISSING_KEY, "nergens staat 'school'"),
        ("directory", "school, ", "school, skool, ", Code.UNKNOWN_WORD, "'skool' kan hier niet; bedoelde je 'school'?"),
        ("directory", "2026-11-24", "vorige week", Code.NOT_A_DAY, "'vorige week' is geen dag"),
        ("directory", " 2026-11-24", "", Code.MISSING_KEY, "bij 'nagekeken' staat niets"),
        ("directory", "gebied: landelijk", "gebied: dorp", Code.UNKNOWN_WORD, "'dorp' kan hier niet"),
        ("directory", "landelijk", "regio\n    regio: oost", Code.UNKNOWN_WORD, "'oost' kan hier niet"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_such_a_file_is_told(file: str, old: str, new: str, code: Code, words: str) -> None:
    text = {"sparks": SPARKS, "directory": PLACES}[file]
    assert old in text
    found = told(**{file: text.replace(old, new)})
    assert [one for one in found if one[0] is code and words in one[1]], found


def test_a_link_to_a_word_leads_to_one_that_is_explained() -> None:
    linked = SPARKS.replace("Zet thee.", "Vraag naar het plan. Zie /woorden_mdo")
    assert told(sparks=linked) == []
    ((code, words),) = told(sparks=linked.replace("_mdo", "_opp"))
    assert code is Code.JARGON and "'/woorden_opp' leidt nergens heen" in words


def test_every_spark_of_a_role_comes_once_before_any_comes_again() -> None:
    sparks = whole(content_with()).sparks
    assert [spark_for(sparks, Role.PARENT, n).id for n in range(4)] == ["toets", "feest", "toets", "feest"]
    assert spark_for(sparks, Role.SUPPORTER, 7).id == "feest"


def test_a_word_is_found_however_somebody_writes_it() -> None:
    text = """woorden:
  - woord: ib'er
    ook: [intern begeleider]
    uitleg: Iemand op school.
  - woord: cliëntondersteuner
    knop: ja
    ook: []
    uitleg: Iemand die meegaat.
"""
    jargon = whole(content_with(words=text)).jargon
    assert [word.offered for word in jargon] == [False, True]
    for said in ("IB'er", "iber", "Intern begeleider?", "wat is een ib'er"):
        assert find(jargon, said) is jargon[0]
    assert find(jargon, "clientondersteuner") is jargon[1]
    assert find(jargon, "wat is dit") is None
    assert find(jargon, "") is None
    assert slug("Cliëntondersteuner!") == "clientondersteuner"


def place(id: str, area: Area, region: Region | None = None, *needs: Need) -> Place:
    text = Placed(id, Position("directory.yaml"))
    return Place(id=id, at=text.at, name=text, helps=text, contact=text, area=area, region=region,
                 needs=frozenset(needs or (Need.SCHOOL,)), checked=date(2026, 11, 24))  # fmt: skip


FAR, FURTHER, NEAR = place("far", Area.NATIONAL), place("further", Area.NATIONAL), place("near", Area.LOCAL)
NORTH = place("north", Area.LOCAL, Region.NORTH)


@pytest.mark.parametrize(
    ("places", "region", "shown"),
    [
        ((FAR, FURTHER, NEAR), None, ["far", "near"]),
        ((FAR, NEAR, NORTH), Region.NORTH, ["far", "north"]),
        ((FAR, NEAR, NORTH), Region.SOUTH, ["far", "near"]),
        ((FAR, FURTHER, NORTH), None, ["far", "further"]),
        ((NEAR,), None, ["near"]),
        ((place("other", Area.NATIONAL, None, Need.READING), FAR), None, ["far"]),
    ],
)
def test_a_national_place_stands_beside_one_near_by_and_there_are_never_more_than_two(
    places: tuple[Place, ...], region: Region | None, shown: list[str]
) -> None:
    assert [one.id for one in fitting(places, Need.SCHOOL, region)] == shown


def test_a_place_is_to_be_checked_again_after_a_year() -> None:
    old = replace(FAR, checked=date(2025, 11, 23))
    assert overdue((FAR, old), date(2026, 11, 24)) == (old,)
