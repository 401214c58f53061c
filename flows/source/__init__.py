"""From the text of content files to flows, cards and texts, or to all problems at once."""

from flows.source.compiling import Compiled, compilable
from flows.source.reading import ENDING, ROOT, read
from flows.source.tips import TIPS, tip_key
from flows.source.translations import OWN_FILE, mark
from flows.source.written import Content, Jargon, Tongue, Translated, Translation, Written

__all__ = [
    "ENDING",
    "OWN_FILE",
    "ROOT",
    "TIPS",
    "Compiled",
    "Content",
    "Jargon",
    "Tongue",
    "Translated",
    "Translation",
    "Written",
    "compilable",
    "mark",
    "read",
    "tip_key",
]
