"""A line to be said: a text key with values, filled in and translated only when it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from flows.names import MemberId, TextKey, WordsId


@dataclass(frozen=True, slots=True)
class Who:
    """A member, named at rendering."""

    member: MemberId
    kind: Literal["who"] = "who"


@dataclass(frozen=True, slots=True)
class People:
    """Several members, named at rendering."""

    members: tuple[MemberId, ...]
    kind: Literal["people"] = "people"


@dataclass(frozen=True, slots=True)
class Quote:
    """Something a person said; opened only for those who may read it."""

    words: tuple[WordsId, ...]
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, written out in the reader's language."""

    day: date
    kind: Literal["day"] = "day"


@dataclass(frozen=True, slots=True)
class Count:
    """A number."""

    n: int
    kind: Literal["count"] = "count"


@dataclass(frozen=True, slots=True)
class Word:
    """Another text, looked up in the reader's language (an option, a role, a card's title)."""

    key: TextKey
    kind: Literal["word"] = "word"


@dataclass(frozen=True, slots=True)
class Lines:
    """Other lines, one under the other."""

    lines: tuple["Line", ...]
    kind: Literal["lines"] = "lines"


Value: TypeAlias = Annotated[Who | People | Quote | Day | Count | Word | Lines, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class Line:
    """One text with its values. `{kind}` (the child) and `{kring}` are filled in from the circle."""

    key: TextKey
    args: Mapping[str, Value] = field(default_factory=dict)


def ui(key: str, **args: Value) -> Line:
    """A line of the program's own strings (content/ui)."""
    return Line(TextKey(f"ui/{key}"), args)
