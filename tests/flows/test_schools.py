"""The words of a kind of school: how its file is read, what changes in a text, and what the checker says of both."""

import pytest

from bot.library import Library
from flows.checks import check
from flows.names import Language, TextKey
from flows.problems import Code
from flows.schools import PLAIN, School, Wording, stands_for_all
from flows.source import read
from tests.flows.test_source import flow, good

NL, EN = Language("nl"), Language("en")
WORDS = """schools: 1
nl:
  - vso: [leerling, leerlingen]
    mbo: [student, studenten]
  - vso: [docent, docenten]
    so: [leraar, leraren]
  - vso: [mentor, mentoren]
    so: [leraar, leraren]
"""
SAY = "\n  - say: zin\n    to: apart\n    text: {text}\n"


def told(schools: str = WORDS, text: str = "Vraag de mentor.", **more: str) -> list[tuple[str, str]]:
    """The code and the words of all that is wrong with the file, or with one text."""
    content, problems = read(good(schools=schools, flows__proef=flow(SAY.format(text=text)), **more))
    return [(problem.code, problem.message) for problem in (*problems, *check(content))]


def at(school: School, text: str, language: Language = NL) -> str:
    return Library.load().schools[school].said(text, language)


def test_a_student_reads_student_also_at_the_beginning_of_a_sentence_and_for_more_than_one() -> None:
    text = "Leerlingen kiezen zelf. Doet de leerling mee, dan begint die."
    assert at(School.VOCATIONAL, text) == "Studenten kiezen zelf. Doet de student mee, dan begint die."
    assert at(School.VOCATIONAL, "Every pupil's own words.", EN) == "Every student's own words."
    assert at(School.SPECIAL, "Je mentor, of <b>Docenten</b>?") == "Je leraar, of <b>Leraren</b>?"
    assert at(School.SPECIAL_PRIMARY, "Ask the mentor.", EN) == "Ask the teacher."


def test_names_that_are_filled_in_markup_commands_and_longer_words_stay_as_they_are() -> None:
    text = '{leerling} en <a href="tg://leerling">{voor-leerling}</a>, /leerling, leerlingenvervoer, oud-leerling'
    assert at(School.VOCATIONAL, text) == text
    assert at(School.VOCATIONAL, "ouder/leerling") == "ouder/student"
    assert at(School.VOCATIONAL, "ein leerling", Language("de")) == "ein leerling"
    assert PLAIN.said("De leerling", NL) == "De leerling"
    assert PLAIN.found("De leerling", NL) == [] and not PLAIN.has("leerling")


def test_a_keyboard_from_before_is_told_by_the_words_that_differ() -> None:
    vocational = Wording({NL: {"leerling": "student", "docent": "docent"}})
    assert vocational.has("Delen als rol (Leerling)") and vocational.has("student")
    assert not vocational.has("Vraag de docent") and not vocational.has("Klaar")


def test_jargon_and_places_are_about_every_school_and_a_spark_about_this_one() -> None:
    assert stands_for_all(TextKey("woord.mentor")) and stands_for_all(TextKey("plek.jeugdstem.helpt"))
    assert not stands_for_all(TextKey("vonk.nieuwe-mentor.ouder"))


def test_every_kind_of_school_has_its_words_in_every_language_that_people_may_choose() -> None:
    library = Library.load()  # refuses any text that becomes silly at some kind of school
    assert set(library.schools) == set(School) - {School.SECONDARY}
    for language in (NL, *library.languages):
        assert all(wording.words[language] for wording in library.schools.values())


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("mbo: [student, studenten]", "mbo: [student]", Code.WRONG_SHAPE, "bij 'mbo' staan 1 vormen en bij 'vso' 2"),
        ("[student,", "[Student,", Code.WRONG_SHAPE, "'Student' kan hier niet; schrijf één woord, zonder hoofdletter"),
        ("[leerling,", '["de leerling",', Code.WRONG_SHAPE, "'de leerling' kan hier niet"),
        ("[student,", '["",', Code.MISSING_KEY, "bij 'mbo' staat niets"),
        ("[mentor,", "[docent,", Code.NAME_TWICE, "'docent' staat al op regel 5; haal er één weg"),
        ("mbo:", "mob:", Code.UNKNOWN_KEY, "onbekende sleutel 'mob'; bedoelde je 'mbo'?"),
        ("  - vso: [mentor, mentoren]\n    so", "  - so", Code.MISSING_KEY, "hier mist 'vso'"),
        ("nl:", "ln:", Code.UNKNOWN_KEY, "onbekende sleutel 'ln'; kies uit: nl, schools"),
        ("schools: 1", "schools: 2", Code.FORMAT_NUMBER, "schrijf 'schools: 1'"),
    ],
)
def test_a_mistake_in_the_words_is_told_with_its_fix(old: str, new: str, code: Code, words: str) -> None:
    found = told(WORDS.replace(old, new))
    assert any(one[0] == code and words in one[1] for one in found), found


def test_a_language_that_people_may_choose_needs_words_and_another_may_have_them() -> None:
    english = "language: 1\nname: English\npublished: ja\n"
    missing = [message for _, message in told(translations__en__language=english)]
    assert any(message.startswith("hier staan geen woorden voor 'en'") for message in missing)
    draft = english.replace("published: ja\n", "")
    assert told(translations__en__language=draft) == []
    assert told(f"{WORDS}en: []\n", translations__en__language=draft) == []


def test_a_text_that_names_one_person_twice_at_some_school_is_told_about() -> None:
    assert told() == []
    assert told(text="Vraag de mentor, de mentor weet het.") == []
    assert told(text="Bel de mentor of de docent.") == [
        (Code.NOT_EVERY_SCHOOL, "bij 'so' staat hier twee keer 'leraar' (mentor, docent); noem er één")
    ]


def test_a_word_of_one_kind_of_school_is_told_about_where_the_plain_one_belongs() -> None:
    [(code, message)] = told(text="Vraag je leraar.")
    assert code == Code.NOT_EVERY_SCHOOL
    assert message.startswith("'leraar' past niet bij elke school (wel bij so); schrijf 'docent' of 'mentor'")


def test_a_text_fits_its_place_at_every_school() -> None:
    long = WORDS.replace("student,", f"{'x' * 70},")
    button = "\n  - pick: wie\n    text: Wie?\n    deadline: 1 dag\n    options: {ja: De leerling}\n"
    content, _ = read(good(schools=long, flows__proef=flow(f"{button}    next: {{tijd-om: einde}}\n", setting="groep")))
    [problem] = check(content)
    assert problem.code is Code.LONG_BUTTON and problem.message.startswith("bij 'mbo' past het niet: dit is 73 tekens")


def test_two_buttons_that_become_one_at_some_school_are_told_about() -> None:
    pick = "\n  - pick: wie\n    text: Wie?\n    deadline: 1 dag\n    next: {tijd-om: einde}\n    options: "
    content, _ = read(good(schools=WORDS, flows__proef=flow(f"{pick}{{a: Docent, b: Mentor}}\n", setting="groep")))
    assert [(problem.code, problem.at.line, problem.message) for problem in check(content)] == [
        (Code.NOT_EVERY_SCHOOL, 11, "bij 'so' heten twee knoppen 'Leraar' (Docent, Mentor); maak er één anders")
    ]
