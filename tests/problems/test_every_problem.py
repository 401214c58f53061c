"""Every code has a document and a bad example, and every example is told about in just these words."""

import io
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.checking import check, problems_under
from flows.problems import Code

HERE = Path(__file__).parent
DOCUMENTS = HERE.parent.parent / "docs" / "reference" / "problems"
EXPECTED = "expected.txt"
PLANTED = HERE / "planted"
"""One folder with more than fifty broken files: what an editor does wrong, all of it at the same time."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small content without problems, to lay a bad example over."""
    folder = tmp_path / "content"
    shutil.copytree(HERE / "good", folder)
    return folder


def lay(bad: Path, over: Path) -> None:
    shutil.copytree(bad, over, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED))


def told(content: Path) -> str:
    return "".join(f"{problem}\n" for problem in problems_under(content)[1])


def test_the_small_content_is_in_order(content: Path) -> None:
    out = io.StringIO()
    assert check(content, out) == 0
    assert out.getvalue() == "In orde: 2 gesprekken, 1 kaarten.\n"


@pytest.mark.parametrize("code", Code)
def test_an_editor_is_told_what_is_wrong_where_and_what_to_do(content: Path, code: Code) -> None:
    lay(HERE / code, content)
    assert told(content) == (HERE / code / EXPECTED).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", Code)
def test_the_bad_example_of_a_code_shows_that_code(code: Code) -> None:
    assert f": {code} " in (HERE / code / EXPECTED).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", Code)
def test_every_problem_stands_at_a_place_that_is_there_and_says_what_would_mend_it(content: Path, code: Code) -> None:
    lay(HERE / code, content)
    for problem in problems_under(content)[1]:
        lines = (content.parent / problem.at.file).read_text(encoding="utf-8").split("\n")
        assert 1 <= problem.at.line <= len(lines), problem
        assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1, problem
        assert ";" in problem.message, problem


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_document_whose_wrong_example_is_the_tested_one(code: Code) -> None:
    document = (DOCUMENTS / f"{code}.md").read_text(encoding="utf-8")
    assert document.startswith(f"# {code} ")
    _, wrong, _, right, _ = document.split("```")
    bad = "\n".join(
        line.strip()
        for path in sorted((HERE / code).rglob("*"))
        if path.suffix in (".yaml", ".ftl")
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    assert _lines(wrong) in bad
    assert _lines(right) != _lines(wrong)


def test_of_a_folder_full_of_faults_each_one_is_told_at_once_with_its_file_its_line_and_a_likely_fix(
    content: Path,
) -> None:
    lay(PLANTED, content)
    problems = problems_under(content)[1]
    found = {f"{problem.at.file.removeprefix('content/')}:{problem.at.line} {problem.code}" for problem in problems}
    planted = (PLANTED / EXPECTED).read_text(encoding="utf-8").splitlines()
    assert set(planted) - found == set()
    assert len({line.partition(":")[0] for line in planted}) >= 30
    assert {line.rpartition(" ")[2] for line in planted} >= set(Code) - {Code.TRANSLATION_MISSING}
    assert list(problems) == sorted(problems)
    for problem in problems:
        assert 1 <= problem.at.line <= len((content.parent / problem.at.file).read_text(encoding="utf-8").split("\n"))
        assert ";" in problem.message, problem


def test_no_document_or_example_is_left_of_a_code_that_is_gone() -> None:
    codes = {str(code) for code in Code}
    assert {path.stem for path in DOCUMENTS.glob("PM*.md")} == codes
    assert {path.name for path in HERE.glob("PM*")} == codes
    contents = (DOCUMENTS / "README.md").read_text(encoding="utf-8")
    assert all(f"[{code}]({code}.md)" in contents for code in codes)


def test_check_counts_what_it_found_and_says_where_to_read_on(content: Path) -> None:
    lay(HERE / Code.MISSING_KEY, content)
    out = io.StringIO()
    assert check(content, out) == 1
    assert out.getvalue() == told(content) + ("\n2 gevonden. Bij elk nummer hoort uitleg in docs/reference/problems.\n")


def test_an_editor_sees_which_texts_are_hardest_to_read_the_hardest_first(content: Path) -> None:
    lay(HERE / Code.LONG_SENTENCE, content)
    out = io.StringIO()
    check(content, out, hardest=2)
    first, second = out.getvalue().splitlines()[:2]
    assert first.startswith("content/flows/fout.yaml:10") or first.startswith("content/flows/fout.yaml:8")
    assert "langste 23" in first and "langste" in second


def test_a_card_that_nobody_tried_for_a_year_is_named_and_the_content_is_still_in_order(content: Path) -> None:
    card = content / "decks" / "klein" / "eerste.yaml"
    written = card.read_text(encoding="utf-8")

    def told_on(today: date) -> str:
        out = io.StringIO()
        assert check(content, out, today=today) == 0
        return out.getvalue().removesuffix("In orde: 2 gesprekken, 1 kaarten.\n")

    assert told_on(date(2027, 3, 12)) == "Nog nooit beproefd, of niet opgeschreven: 1 van de 1 kaarten.\n"
    tried = "beproefd:\n  - {met: twee ouders, op: 2026-03-12}\n  - {met: een klas, op: 2026-01-01}\n"
    card.write_text(f"{written}{tried}", encoding="utf-8")
    assert told_on(date(2027, 3, 12)) == ""
    assert told_on(date(2027, 3, 13)) == (
        "content/decks/klein/eerste.yaml: het laatst beproefd op donderdag 12 maart 2026;"
        " probeer de kaart nog eens, en schrijf dat bij 'beproefd'\n"
    )


def _lines(fenced: str) -> str:
    """The lines of a fenced example, without its language and without indents."""
    return "\n".join(line.strip() for line in fenced.split("\n")[1:]).strip()


def test_a_place_that_nobody_checked_for_a_year_is_reminded_of_and_breaks_nothing(content: Path) -> None:
    shutil.copy(HERE.parent.parent / "content" / "directory.yaml", content)
    words = content / "words.yaml"
    words.write_text((HERE.parent.parent / "content" / "words.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    out = io.StringIO()
    assert check(content, out, today=date(2027, 12, 1)) == 0
    assert "jeugdstem is een jaar niet nagekeken" in out.getvalue()
    fresh = io.StringIO()
    assert check(content, fresh, today=date(2026, 12, 1)) == 0
    assert "nagekeken" not in fresh.getvalue()
