"""What a story is: a function that takes nothing and gives back a chat, to be kept as a golden transcript."""

from collections.abc import Callable
from inspect import isfunction, signature
from types import ModuleType

from tests.chat import Chat

Story = Callable[[], Chat]


def stories_of(module: ModuleType) -> tuple[Story, ...]:
    """The stories that are written down in this module, in their order."""
    written = (f for f in vars(module).values() if isfunction(f) and f.__module__ == module.__name__)
    open = (f for f in written if not f.__name__.startswith("_") and not signature(f).parameters)
    return tuple(f for f in open if issubclass(signature(f).return_annotation, Chat))
