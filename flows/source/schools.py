"""The file with what each kind of school calls people: rows of forms, those of v(s)o first."""

import re
from collections.abc import Collection, Mapping, Sequence

from flows.names import Language
from flows.problems import Code, Placed, did_you_mean
from flows.schools import School, Wording
from flows.source.entry import Entry
from flows.source.naming import format_number
from flows.texts import HOME

SCHOOLS = "schools.yaml"
"""The one file, within content."""

_FORM = re.compile(r"[^\W\d_]+")
_Words = dict[School, dict[Language, dict[str, str]]]


def read_schools(entry: Entry, known: Collection[Language], needed: Collection[Language]) -> Mapping[School, Wording]:
    """What each other kind of school says for every plain word, in each of the `known` languages it is given for.

    A language of `needed` that is not there is a problem.
    """
    words: _Words = {school: {} for school in School if school is not School.SECONDARY}
    format_number(entry, "schools")
    for language in dict.fromkeys((HOME, *known)):
        if language in entry or language == HOME:
            _read_language(entry, language, words)
        elif language in needed:
            what = f"hier staan geen woorden voor '{language}'; schrijf '{language}:' met rijen eronder, of een lege []"
            entry.problem(entry.at, Code.TRANSLATION_MISSING, what)
    entry.done()
    return {school: Wording(by_language) for school, by_language in words.items()}


def _read_language(entry: Entry, language: Language, words: _Words) -> None:
    seen: dict[str, Placed] = {}
    for row in entry.entries(language):
        plain = row.texts(School.SECONDARY)
        for form in plain:
            if form.text in seen:
                what = f"'{form.text}' staat al op regel {seen[form.text].at.line}; haal er één weg"
                row.problem(form.at, Code.NAME_TWICE, what)
            seen.setdefault(form.text, form)
        _check(row, plain)
        for key in row:
            if key not in set(School):
                what = f"onbekende sleutel '{key}'{did_you_mean(key, School)}"
                row.problem(row.key_at(key), Code.UNKNOWN_KEY, what)
        for school, by_language in words.items():
            instead = _instead(row, school, plain) if school in row else plain
            pairs = {form.text: other.text for form, other in zip(plain, instead, strict=False)}
            by_language.setdefault(language, {}).update(pairs)


def _instead(row: Entry, school: School, plain: Sequence[Placed]) -> Sequence[Placed]:
    instead = row.texts(school)
    _check(row, instead)
    if len(instead) != len(plain):
        what = f"bij '{school}' staan {len(instead)} vormen en bij 'vso' {len(plain)}; maak ze even lang"
        row.problem(row.key_at(school), Code.WRONG_SHAPE, what)
    return instead


def _check(row: Entry, forms: Sequence[Placed]) -> None:
    for form in forms:
        if form.text and (not _FORM.fullmatch(form.text) or form.text != form.text.lower()):
            what = f"'{form.text}' kan hier niet; schrijf één woord, zonder hoofdletter (die komt vanzelf)"
            row.problem(form.at, Code.WRONG_SHAPE, what)
