"""A YAML mapping that knows where it was written, gathers what is wrong with it, and leaves no key unread."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from flows.problems import Code, Placed, Position, Problem, did_you_mean

Word = TypeVar("Word", bound=StrEnum)


class _Plain(yaml.CSafeLoader):
    """Every scalar is text: `12:30`, `no`, `010` and dates mean what an editor sees."""

    yaml_implicit_resolvers: dict[str, list[object]] = {}  # noqa: RUF012  # PyYAML's own name and shape


def compose(file: str, text: str, found: list[Problem]) -> "Entry | None":
    """The mapping a file consists of; None, with the problem told, when it is not one."""
    try:
        node = yaml.compose(text, Loader=_Plain)
    except yaml.MarkedYAMLError as error:
        marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
        # What was opened and never closed is noticed only at the end; its beginning is where the fault is.
        mark = marks[-1] if marks[0].line >= len(text.splitlines()) else marks[0]
        at = Position(file, mark.line + 1, mark.column + 1)
        what = "hier klopt de opmaak niet; kijk of spaties, dubbele punten en aanhalingstekens kloppen"
        found.append(Problem(at, Code.NOT_YAML, what))
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        what = "hier staat een teken dat niet mag; typ deze regel opnieuw"
        found.append(Problem(Position(file, line), Code.NOT_YAML, what))
        return None
    if not isinstance(node, MappingNode):
        what = "dit bestand is leeg of begint niet met sleutels; begin bijvoorbeeld met 'format: 1'"
        found.append(Problem(Position(file), Code.WRONG_SHAPE, what))
        return None
    return Entry(file, node, found)


class _YesNo(StrEnum):
    YES = "ja"
    NO = "nee"


class Entry:
    """One mapping. Reading never fails: what is wrong is added to `found`, and a harmless value comes back."""

    def __init__(self, file: str, node: MappingNode, found: list[Problem]) -> None:
        self.file, self.found = file, found
        self.at = self._position(node)
        self._values: dict[str, Node] = {}
        self._keys: dict[str, Position] = {}
        self._read: set[str] = set()
        for key, value in node.value:
            self._put(key, value)

    def _put(self, key: Node, value: Node) -> None:
        at = self._position(key)
        if not isinstance(key, ScalarNode):
            self.problem(at, Code.WRONG_SHAPE, "een sleutel is één woord; haal de haken weg")
        elif key.value in self._values:
            first = self._keys[key.value].line
            self.problem(
                at,
                Code.DOUBLE_KEY,
                f"sleutel '{key.value}' staat hier twee keer (eerder op regel {first}); haal er één weg",
            )
        else:
            self._values[key.value], self._keys[key.value] = value, at

    def problem(self, at: Position, code: Code, message: str) -> None:
        """Something is wrong at this place."""
        self.found.append(Problem(at, code, message))

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def key_at(self, key: str) -> Position:
        """Where this key stands; where the mapping starts when it is not there."""
        return self._keys.get(key, self.at)

    def text(self, key: str) -> Placed:
        """A required text, without space around it."""
        node = self._take(key)
        return self._scalar(node, f"'{key}'") if node is not None else Placed("", self.at)

    def word(self, key: str, kind: type[Word], default: Word | None = None) -> Word:
        """One word of a closed set; required unless there is a default."""
        if default is not None and key not in self:
            return default
        known = list(kind)
        placed = self.text(key)
        if placed.text in known:
            return kind(placed.text)
        if placed.text:
            what = f"'{placed.text}' kan hier niet{did_you_mean(placed.text, known)}"
            self.problem(placed.at, Code.UNKNOWN_WORD, what)
        return known[0]

    def yes(self, key: str) -> bool:
        """Whether this says 'ja'; 'nee' when it is not there."""
        return self.word(key, _YesNo, _YesNo.NO) is _YesNo.YES

    def number(self, key: str, most: int) -> int:
        """A required whole number from one to `most`, in digits."""
        placed = self.text(key)
        if placed.text in {str(n) for n in range(1, most + 1)}:
            return int(placed.text)
        if placed.text:
            what = f"'{placed.text}' kan hier niet; schrijf een getal van 1 tot {most}"
            self.problem(placed.at, Code.NOT_A_NUMBER, what)
        return 1

    def is_mapping(self, key: str) -> bool:
        """Whether the value of this key is itself a mapping."""
        return isinstance(self._values.get(key), MappingNode)

    def is_text(self, key: str) -> bool:
        """Whether the value of this key is one text."""
        return isinstance(self._values.get(key), ScalarNode)

    def is_blank(self, key: str) -> bool:
        """Whether nothing was written yet behind this key."""
        node = self._values.get(key)
        return isinstance(node, ScalarNode) and not str(node.value).strip()

    def mapping(self, key: str) -> "Entry":
        """A required mapping."""
        node = self._take(key)
        if isinstance(node, MappingNode):
            return Entry(self.file, node, self.found)
        if node is not None:
            what = f"onder '{key}' horen regels als 'naam: tekst'; zet ze eronder, twee spaties naar rechts"
            self.problem(self._position(node), Code.WRONG_SHAPE, what)
        return Entry(self.file, _EMPTY, [])  # what is missing as a whole is told once

    def texts(self, key: str) -> Sequence[Placed]:
        """A required list of texts."""
        return [self._scalar(node, f"'{key}'") for node in self._list(key)]

    def entries(self, key: str) -> Sequence["Entry"]:
        """A required list of mappings."""
        entries: list[Entry] = []
        for node in self._list(key):
            if isinstance(node, MappingNode):
                entries.append(Entry(self.file, node, self.found))
            else:
                what = f"elk streepje onder '{key}' begint met 'sleutel: waarde'; zet er een sleutel voor"
                self.problem(self._position(node), Code.WRONG_SHAPE, what)
        return entries

    def done(self) -> None:
        """Name each key nobody asked for."""
        for key in self._values.keys() - self._read:
            what = f"onbekende sleutel '{key}'{did_you_mean(key, self._read)}"
            self.problem(self._keys[key], Code.UNKNOWN_KEY, what)

    def _take(self, key: str) -> Node | None:
        self._read.add(key)
        if key not in self._values:
            self.problem(self.at, Code.MISSING_KEY, f"hier mist '{key}'; zet '{key}: …' erbij")
        return self._values.get(key)

    def _list(self, key: str) -> Sequence[Node]:
        node = self._take(key)
        if isinstance(node, SequenceNode):
            return [item for item in node.value if isinstance(item, Node)]
        if node is not None:
            what = f"onder '{key}' hoort een lijst; begin elke regel met een streepje"
            self.problem(self._position(node), Code.WRONG_SHAPE, what)
        return []

    def _scalar(self, node: Node, where: str) -> Placed:
        at = self._position(node)
        if not isinstance(node, ScalarNode):
            self.problem(at, Code.WRONG_SHAPE, f"bij {where} hoort één tekst; zet er aanhalingstekens omheen")
            return Placed("", at)
        text = str(node.value).strip()
        if not text:
            self.problem(at, Code.MISSING_KEY, f"bij {where} staat niets; schrijf daar een tekst")
        return Placed(text, at, literal=node.style == "|")

    def _position(self, node: Node) -> Position:
        mark = node.start_mark
        return Position(self.file, mark.line + 1, mark.column + 1) if mark else Position(self.file)


_EMPTY = MappingNode("tag:yaml.org,2002:map", [])
