"""The manual shows the flows as they are."""

from tests.content.drawings import MANUAL, drawn


def test_the_drawn_flows_are_those_of_today() -> None:
    assert MANUAL.read_text(encoding="utf-8") == drawn(), "run: python -m tests.content.drawings"
