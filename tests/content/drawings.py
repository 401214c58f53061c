"""Draws every flow for the manual: `python -m tests.content.drawings` writes docs/reference/flows.md."""

from pathlib import Path

from bot.library import Library
from flows.diagram import mermaid
from flows.names import FlowId

MANUAL = Path(__file__).parent.parent.parent / "docs" / "reference" / "flows.md"
HEAD = """# De gesprekken, getekend

Deze bladzijde wordt gemaakt uit `content/`, met `python -m tests.content.drawings`.
Een pijl zegt hoe een stap eindigt en waar het gesprek dan heen gaat.
"""


def drawn() -> str:
    """The page as it should be now. A format looks the same with every card, so it is drawn once."""
    library = Library.load()
    once: dict[str, FlowId] = {}
    for id in library.flows:
        once.setdefault(id.partition("/")[0], id)
    parts = [f"\n## {name}\n\n```mermaid\n{mermaid(library.flow(id))}```\n" for name, id in sorted(once.items())]
    return HEAD + "".join(parts)


if __name__ == "__main__":
    MANUAL.write_text(drawn(), encoding="utf-8")
