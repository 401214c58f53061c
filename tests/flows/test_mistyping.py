"""Whatever an editor mistypes: the answer is a list of problems with places, never a crash."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.checks import check
from flows.source import compilable, read

pytestmark = pytest.mark.law

CONTENT = Path(__file__).parent.parent.parent / "content"
FILES = {str(path.relative_to(CONTENT)): path.read_text(encoding="utf-8") for path in sorted(CONTENT.rglob("*.yaml"))}
SIGNS = st.sampled_from([*":-{}[]<>&*!|'\"\n\t #%@éx1", "\x07", "- ", "  ", "einde", "<b>", "{kind}", "\U0001f600"])

slip = st.tuples(
    st.sampled_from(sorted(FILES)), st.floats(0, 1), st.sampled_from(("add", "cut", "line", "copy")), SIGNS
)


def slipped(files: dict[str, str], path: str, where: float, what: str, sign: str) -> dict[str, str]:
    text = files[path]
    at, lines = int(where * len(text)), text.split("\n")
    line = int(where * (len(lines) - 1))
    match what:
        case "add":
            text = text[:at] + sign + text[at:]
        case "cut":
            text = text[:at] + text[at + 1 :]
        case "line":
            text = "\n".join(lines[:line] + lines[line + 1 :])
        case _:
            text = "\n".join([*lines[:line], lines[line], *lines[line:]])
    return {**files, path: text}


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(slip, min_size=1, max_size=3))
def test_whatever_is_mistyped_the_checker_answers_with_places_that_are_there(slips) -> None:
    files = FILES
    for path, where, what, sign in slips:
        files = slipped(files, path, where, what, sign)
    content, unread = read(files)
    problems = (*unread, *check(content))
    for problem in problems:
        lines = files[problem.at.file.removeprefix("content/")].split("\n")
        assert 1 <= problem.at.line <= len(lines), problem
        assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1, problem
    if not problems:
        assert all(compiled() for compiled in compilable(content).values())
