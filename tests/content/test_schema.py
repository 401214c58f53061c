"""What an editor is offered while typing is what the checker takes."""

import json

import yaml

from flows.cards import SLOTS
from flows.source.steps import KINDS
from tests.content.formats import ROOT
from tests.content.schema import FILE, schema


def test_the_schema_is_that_of_today() -> None:
    assert FILE.read_text(encoding="utf-8") == schema(), "run: python -m tests.content.schema"


def test_every_field_of_every_card_and_deck_is_known_to_it() -> None:
    known = json.loads(schema())
    for path in (ROOT / "content" / "decks").rglob("*.yaml"):
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        here = known["then" if "deck" in written else "else"]
        assert written.keys() <= here["properties"].keys(), path
        assert set(here["required"]) <= written.keys(), path


def test_the_page_for_writers_explains_every_kind_of_step_and_every_field_of_a_card() -> None:
    page = (ROOT / "content" / "LEESMIJ.md").read_text(encoding="utf-8")
    assert [name for name in (*KINDS, *SLOTS) if f"`{name}`" not in page] == []
