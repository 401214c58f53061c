"""Another language is more files and nothing else: how it is laid out, what it is held to, and who reads it."""

import io
import re
import shutil
from pathlib import Path

import pytest

from bot.checking import problems_under
from bot.intake.handling import language_of
from bot.library import Library, texts_under
from bot.translating import translate
from flows.names import FlowId, Language, TextKey
from flows.problems import Code
from flows.source import OWN_FILE

GOOD = Path(__file__).parent.parent / "problems" / "good"
EN = Language("en")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(GOOD, folder)
    return folder


def lay_out(content: Path) -> str:
    out = io.StringIO()
    assert translate(EN, content, out) == 0
    return out.getvalue()


def files(content: Path) -> dict[str, str]:
    return {str(path.relative_to(content)): path.read_text(encoding="utf-8") for path in content.rglob("*.*")}


def publish(content: Path) -> None:
    (content / "translations" / "en" / OWN_FILE).write_text("language: 1\nname: English\npublished: ja\n")


def fill_in(content: Path) -> None:
    """Everything that waits is translated: the Dutch, with 'EN' before it."""
    for path in (content / "translations" / "en").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'# Nederlands: (.*)\n    text: ""', r'text: "EN \1"', text), encoding="utf-8")
    strings = content / "ui" / "en.ftl"
    text = strings.read_text(encoding="utf-8")
    strings.write_text(re.sub(r"# Nederlands: (.*)\n# (.*) =\n", r"\2 = EN \1\n", text), encoding="utf-8")


def told(content: Path) -> list[str]:
    return [str(problem.code) for problem in problems_under(content)[1]]


def test_what_is_laid_out_is_in_order_and_waits_for_its_translator(content: Path) -> None:
    assert lay_out(content).startswith("19 teksten wachten op een vertaling;")
    assert told(content) == []
    assert "# Nederlands: Hier maak je een afspraak." in files(content)["translations/en/flows/afspraak.yaml"]
    publish(content)
    assert told(content) == [Code.TRANSLATION_MISSING] * 19


def test_laying_out_twice_changes_nothing_and_loses_no_translation(content: Path) -> None:
    lay_out(content)
    fill_in(content)
    publish(content)
    assert told(content) == []
    assert lay_out(content).startswith("0 teksten")
    before = files(content)
    assert lay_out(content).startswith("0 teksten")
    assert files(content) == before
    said = Library.of(*texts_under(content)).texts(FlowId("afspraak"))
    assert said.get(EN, TextKey("begin.text")) == "EN Hier maak je een afspraak."


def test_when_the_dutch_changes_the_translator_sees_the_new_dutch_above_the_old_translation(content: Path) -> None:
    lay_out(content)
    fill_in(content)
    publish(content)
    for path, old, new in (
        ("flows/afspraak.yaml", "maak je een", "maken jullie een"),
        ("ui/nl.ftl", "Bewaard", "Onthouden"),
    ):
        dutch = (content / path).read_text(encoding="utf-8")
        (content / path).write_text(dutch.replace(old, new), encoding="utf-8")
    assert told(content) == [Code.TRANSLATION_STALE] * 2
    assert lay_out(content).startswith("2 teksten")
    now = files(content)
    assert "# Nederlands: Hier maken jullie een afspraak." in now["translations/en/flows/afspraak.yaml"]
    assert "EN Hier maak je een afspraak." in now["translations/en/flows/afspraak.yaml"]
    assert "# Nederlands: Onthouden, { $wie }." in now["ui/en.ftl"] and "EN Bewaard" in now["ui/en.ftl"]
    assert told(content) == [Code.TRANSLATION_STALE] * 2


def test_a_translation_of_what_is_gone_is_kept_until_somebody_looks(content: Path) -> None:
    lay_out(content)
    fill_in(content)
    path = content / "translations/en/flows/afspraak.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("begin.text:", "oud.text:"), encoding="utf-8")
    with (content / "ui" / "en.ftl").open("a", encoding="utf-8") as strings:
        strings.write("knop-oud = Old\n")
    lay_out(content)
    assert "oud.text:" in path.read_text(encoding="utf-8")
    assert told(content) == [Code.TRANSLATION_SURPLUS] * 2


def test_a_text_of_several_lines_comes_back_as_it_was(content: Path) -> None:
    path = content / "flows" / "afspraak.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "text: Hier maak je een afspraak.", "text: |\n      Een.\n\n      • Twee"
        ),
        encoding="utf-8",
    )
    lay_out(content)
    own = content / "translations/en/flows/afspraak.yaml"
    filled = own.read_text(encoding="utf-8").rstrip().removesuffix('""') + "|\n      One.\n\n      • Two\n"
    own.write_text(filled, encoding="utf-8")
    lay_out(content)
    assert own.read_text(encoding="utf-8").endswith("|\n      One.\n\n      • Two\n")


def test_a_published_language_has_strings_too(content: Path) -> None:
    lay_out(content)
    fill_in(content)
    publish(content)
    (content / "ui" / "en.ftl").unlink()
    (problem,) = problems_under(content)[1]
    assert (problem.code, problem.at.file) == (Code.TRANSLATION_MISSING, "content/translations/en/language.yaml")


def test_the_code_names_no_language_but_the_one_everything_is_written_in_first() -> None:
    root = Path(__file__).parent.parent.parent
    modules = [path for folder in ("bot", "flows") for path in (root / folder).rglob("*.py")]
    named = {
        (str(path.relative_to(root)), name)
        for path in modules
        if not path.is_relative_to(root / "bot" / "demo")
        for name in re.findall(r'Language\("(\w+)"\)', path.read_text(encoding="utf-8"))
    }
    assert named == {("flows/texts.py", "nl")}


@pytest.mark.parametrize(
    ("app", "spoken"), [("nl", "nl"), ("nl-BE", "nl"), ("en-GB", "en"), ("tr", "nl"), (None, "nl"), ("", "nl")]
)
def test_someone_new_is_spoken_to_in_the_language_of_their_app_or_in_dutch(
    content: Path, app: str | None, spoken: str
) -> None:
    lay_out(content)
    fill_in(content)
    unpublished = Library.of(*texts_under(content))
    assert language_of(app, unpublished) == "nl"
    publish(content)
    assert language_of(app, Library.of(*texts_under(content))) == spoken
