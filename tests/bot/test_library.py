"""The content that comes with the program, and a program that will not start on content with a fault."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from bot.checking import check, problems_under
from bot.library import BrokenContent, Library, texts_under
from flows import codec
from flows.cards import EXAMPLES, PARENTS_TIP, SLOTS, keys_of
from flows.flow import Setting
from flows.names import FlowId, Language, Revision, Role, TextKey

GOOD = Path(__file__).parent.parent / "problems" / "good"
CONTENT = Path(__file__).parent.parent.parent / "content"
NL = Language("nl")


def test_the_shipped_content_is_in_order() -> None:
    assert [str(problem) for problem in problems_under(CONTENT)[1]] == []
    assert check() == 0


def test_every_card_can_be_talked_about_and_asks_everybody_something() -> None:
    library = Library.load()
    for card in library.cards:
        talk = FlowId(f"kaarten-omdraaien/{card.id}")
        assert library.flow(talk).setting is Setting.TALK
        questions = [library.texts(talk).get(NL, TextKey(f"vraag.{role}")) for role in Role]
        assert len(set(questions)) == len(Role)


def test_every_card_that_comes_with_the_program_has_words_of_its_own_for_every_format() -> None:
    for card in Library.load().cards:
        wanted = {key for slot in SLOTS if slot != PARENTS_TIP for key in keys_of(slot)}
        assert wanted <= card.words.keys(), card.id


def test_who_writes_a_card_finds_every_slot_in_the_example() -> None:
    page = (CONTENT / "LEESMIJ.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(card: .*?)```", page, re.DOTALL)
    assert example is not None
    assert set(yaml.safe_load(example[1])) == {"card", "id", "title", "about", *SLOTS, EXAMPLES}


def test_a_revision_is_kept_as_what_its_hash_says() -> None:
    library = Library.load()
    for id in library.flows:
        flow = library.flow(id)
        body = library.revision(flow.revision)
        assert codec.hash_of(body) == flow.revision
        assert codec.decode_revision(body) == (flow, library.texts(id))


def test_the_same_content_has_the_same_hashes_on_every_start() -> None:
    one, other = (Library.of(*texts_under(files("content"))) for _ in range(2))
    assert [one.flow(id).revision for id in one.flows] == [other.flow(id).revision for id in other.flows]


def test_a_flow_that_is_not_there_is_a_fault_and_not_an_empty_talk() -> None:
    library = Library.load()
    with pytest.raises(KeyError):
        library.flow(FlowId("bestaat-niet"))
    with pytest.raises(KeyError):
        library.revision(Revision("0" * 64))


def test_the_program_does_not_start_on_broken_content_and_names_all_that_is_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(GOOD, folder)
    (folder / "flows" / "los.yaml").write_bytes(b"format: 1\nid: l\xf3s\n")
    (folder / "flows" / "leeg.yaml").write_text("", encoding="utf-8")
    with pytest.raises(BrokenContent) as broken:
        Library.of(*texts_under(folder))
    assert str(broken.value).splitlines() == [
        "content/flows/leeg.yaml:1:1: PM005 dit bestand is leeg of begint niet met sleutels;"
        " begin bijvoorbeeld met 'format: 1'",
        "content/flows/los.yaml:2:1: PM001 hier staat een teken dat geen UTF-8 is; bewaar het bestand als UTF-8",
    ]


def test_a_small_content_without_strings_of_its_own_can_be_checked(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(GOOD, folder, ignore=shutil.ignore_patterns("ui"))
    assert problems_under(folder)[1] == ()


def test_a_string_is_held_to_short_sentences_and_small_buttons_too(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(GOOD, folder)
    long = " ".join(["woord"] * 21)
    with (folder / "ui" / "nl.ftl").open("a", encoding="utf-8") as strings:
        strings.write(f"knop-lang = {'knop' * 17}\n")
        strings.write(f"zin = {long}.\n")
        strings.write(f"keuze = {{ $n ->\n    [one] Goed.\n   *[other] {long}.\n }}\n")
        strings.write("vet = <b>Dag { $wie }\n")
    assert [(p.at.line, str(p.code)) for p in problems_under(folder)[1]] == [
        (3, "PM024"),
        (4, "PM026"),
        (5, "PM026"),
        (9, "PM022"),
    ]
