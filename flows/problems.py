"""A fault in a content file: where it stands, what is wrong in plain Dutch, and what would likely mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class Code(StrEnum):
    """Every fault the checker knows; one document and one bad example each (docs/reference/problems)."""

    NOT_YAML = "PM001"
    DOUBLE_KEY = "PM002"
    UNKNOWN_KEY = "PM003"
    MISSING_KEY = "PM004"
    WRONG_SHAPE = "PM005"
    UNKNOWN_WORD = "PM006"
    NOT_A_DURATION = "PM007"
    NOT_A_NUMBER = "PM008"
    FORMAT_NUMBER = "PM009"
    BAD_NAME = "PM010"
    NAME_TWICE = "PM011"
    UNKNOWN_STEP = "PM012"
    UNKNOWN_OUTCOME = "PM013"
    NOTHING_ASKED = "PM014"
    UNKNOWN_SLOT = "PM015"
    UNKNOWN_FLOW = "PM016"
    NEVER_REACHED = "PM017"
    SILENCE = "PM018"
    DEED_LACKS = "PM019"
    UNKNOWN_PLACEHOLDER = "PM020"
    LOOSE_BRACE = "PM021"
    BAD_MARKUP = "PM022"
    TOO_LONG = "PM023"
    LONG_BUTTON = "PM024"
    KEYBOARD_SIZE = "PM025"
    LONG_SENTENCE = "PM026"
    JARGON = "PM027"
    ROLE_WITHOUT_QUESTION = "PM028"
    CARDS_OF_DECK = "PM029"
    TOO_FEW_EXAMPLES = "PM030"
    ENDLESS = "PM031"
    TRANSLATION_STALE = "PM032"
    TRANSLATION_MISSING = "PM033"
    TRANSLATION_SURPLUS = "PM034"
    NOT_FLUENT = "PM035"
    WRONG_PLACE = "PM036"
    UNKNOWN_NAME = "PM037"
    NO_PICTURE = "PM038"
    LONG_WORDS = "PM039"
    NOT_A_DAY = "PM040"
    NOT_EVERY_SCHOOL = "PM041"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; line and column count from one."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """`message` says what is wrong and, after a semicolon, what would likely mend it."""

    at: Position
    code: Code
    message: str

    def __str__(self) -> str:
        return f"{self.at}: {self.code} {self.message}"


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with the place where an editor wrote it. `literal`: each line of it is a line of the file."""

    text: str
    at: Position
    literal: bool = False

    def near(self, offset: int) -> Position:
        """The place of the character at `offset`, as far as it can be told."""
        if not self.literal:
            return self.at
        return Position(self.at.file, self.at.line + 1 + self.text.count("\n", 0, offset), 1)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and column, each once."""
    return tuple(sorted(set(problems)))


MOST_CHOICES = 12


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "; haal het weg") -> str:
    """The end of a message: the nearest known word, else all of them, or `otherwise` if those are too many or none."""
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"; bedoelde je '{near[0]}'?"
    return f"; kies uit: {', '.join(choices)}" if 0 < len(choices) <= MOST_CHOICES else otherwise
