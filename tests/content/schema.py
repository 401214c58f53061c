"""Tells editors of YAML what a card may hold: `python -m tests.content.schema` writes content/schema/kaart.json."""

import json
from pathlib import Path

from flows.cards import EXAMPLES, PROMPT, QUESTION, SLOTS, Sort, Whose
from flows.checks.markup import MOST_CHARACTERS
from flows.checks.spots import use_of
from flows.names import TextKey
from flows.source.decks import TRIED

FILE = Path(__file__).parent.parent.parent / "content" / "schema" / "kaart.json"
NAME = {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}


def schema() -> str:
    """What a card or a deck may hold. The checker knows more; this helps while writing."""
    text = {"type": "string"}
    card = _object(
        {
            "card": {"const": 1},
            "id": NAME,
            "title": _text("title"),
            "about": _text("about"),
            **{slot: _slot(slot, parts) for slot, parts in SLOTS.items()},
            EXAMPLES: _list({"soort": _one_of(Sort), "voor": _one_of(Whose), "tekst": _text(EXAMPLES)}),
            TRIED: _list({"met": text, "op": {"type": "string", "format": "date"}}),
        },
        ["card", "id", "title", "about", QUESTION, PROMPT, EXAMPLES],
    )
    names = {"type": "array", "items": NAME}
    deck = _object({"deck": {"const": 1}, "id": NAME, "title": _text("title"), "cards": names}, ["deck", "id", "cards"])
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Een kaart of een stapel"}
    whole = {**head, "if": {"required": ["deck"]}, "then": deck, "else": card}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _object(properties: dict[str, object], required: list[str]) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(properties: dict[str, object]) -> dict[str, object]:
    return {"type": "array", "items": _object(properties, list(properties))}


def _one_of(words: type[Sort] | type[Whose]) -> dict[str, object]:
    return {"enum": [str(word) for word in words]}


def _slot(slot: str, parts: tuple[str, ...]) -> dict[str, object]:
    return _object({part: _text(slot) for part in parts}, list(parts)) if parts else _text(slot)


def _text(slot: str) -> dict[str, object]:
    most = MOST_CHARACTERS.get(use_of(TextKey(slot)), None)
    return {"type": "string", "minLength": 1, **({"maxLength": most} if most is not None else {})}


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(schema(), encoding="utf-8")
