"""Pure checks over the whole library: each takes the content and names what is wrong in it."""

from collections.abc import Callable, Iterable

from flows.problems import Problem
from flows.source import Content

Check = Callable[[Content], Iterable[Problem]]

CHECKS: tuple[Check, ...] = ()


def check(content: Content) -> tuple[Problem, ...]:
    """Everything wrong in content that could be read."""
    return tuple(problem for one in CHECKS for problem in one(content))
