"""A translated file: the same keys as the Dutch, each with the mark of the Dutch it was made of."""

from hashlib import sha256

from flows.names import Language, TextKey
from flows.source.entry import Entry
from flows.source.naming import format_number
from flows.source.written import Tongue, Translated, Translation

OWN_FILE = "language.yaml"
"""Within the folder of a language: what it is called, and whether people may choose it."""


def mark(dutch: str) -> str:
    """Eight characters that change when the Dutch changes, so that a translation knows it is stale."""
    return sha256(" ".join(dutch.split()).encode()).hexdigest()[:8]


def read_tongue(entry: Entry, language: Language) -> Tongue:
    """What a language is called in that language, and whether it is published."""
    format_number(entry, "language")
    name = entry.text("name")
    published = entry.key_at("published") if entry.yes("published") else None
    entry.done()
    return Tongue(at=entry.at, id=language, name=name, published=published)


def read_translation(entry: Entry, language: Language, original: str) -> Translation:
    """The translated texts of the file `original` (a path within content)."""
    format_number(entry, "translation")
    written = entry.mapping("texts")
    texts: dict[TextKey, Translated] = {}
    for key in written:
        one = written.mapping(key)
        if one.is_blank("text"):
            continue  # waits for its translator; told as missing once the language is published
        texts[TextKey(key)] = Translated(key=written.key_at(key), mark=one.text("of"), text=one.text("text"))
        one.done()
    entry.done()
    return Translation(at=entry.at, language=language, original=original, texts=texts)
