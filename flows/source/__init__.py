"""From the text of content files to flows, cards and texts, or to all problems at once."""

from flows.source.compiling import Compiled, compilable, reference_texts
from flows.source.reading import ENDING, ROOT, read
from flows.source.tips import TIPS, tip_key
from flows.source.translations import OWN_FILE, mark
from flows.source.written import Content, Tongue, Translated, Translation, Written

__all__ = [
    "ENDING",
    "OWN_FILE",
    "ROOT",
    "TIPS",
    "Compiled",
    "Content",
    "Tongue",
    "Translated",
    "Translation",
    "Written",
    "compilable",
    "mark",
    "read",
    "reference_texts",
    "tip_key",
]
