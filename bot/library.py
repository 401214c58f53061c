"""The content that comes with the program, compiled; a program whose content has a problem does not start."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from flows.cards import Card, Deck
from flows.checks import check
from flows.directory import Place
from flows.flow import Flow
from flows.jargon import Jargon
from flows.names import FlowId, Language, Revision
from flows.problems import Code, Position, Problem, in_order
from flows.schools import School, Wording
from flows.source import ENDING, ROOT, Compiled, Content, compilable, read, reference_texts
from flows.sparks import Spark
from flows.texts import Texts

DRAWING = ".typ"


class BrokenContent(Exception):
    """The content can't be used; `problems` are all that is wrong, in order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Library:
    """Every flow by its name: `meedoen`, or for a format with a card in it `kaarten-omdraaien/<card>`."""

    def __init__(self, content: Content) -> None:
        """Content without problems."""
        self._compilable = compilable(content)
        self._compiled: dict[FlowId, Compiled] = {}
        self._bodies: dict[Revision, str] = {}
        self.decks: tuple[Deck, ...] = tuple(content.decks.values())
        self.cards: tuple[Card, ...] = tuple(content.cards.values())
        self.jargon: tuple[Jargon, ...] = content.jargon
        self.languages: tuple[Language, ...] = content.languages
        self.sparks: tuple[Spark, ...] = content.sparks
        self.places: tuple[Place, ...] = content.places
        self.schools: Mapping[School, Wording] = content.schools
        self.reference: Texts = reference_texts(content)

    @classmethod
    def load(cls) -> "Library":
        """What comes with the program, read once. Raises BrokenContent with every problem there is."""
        return _shipped()

    @classmethod
    def of(cls, texts: Mapping[str, str], problems: tuple[Problem, ...] = ()) -> "Library":
        """The library of these files (path within content → text). Raises BrokenContent."""
        content, wrong = judge(texts, problems)
        if wrong:
            raise BrokenContent(wrong)
        return cls(content)

    def flow(self, id: FlowId) -> Flow:
        """The flow as it is now, carrying the hash of its revision. Raises KeyError."""
        return self._of(id).flow

    def texts(self, id: FlowId) -> Texts:
        """The texts of the flow as it is now. Raises KeyError."""
        return self._of(id).texts

    def revision(self, hash: Revision) -> str:
        """The JSON of a current revision of which the flow was asked for, to be kept with its first run.

        Raises KeyError.
        """
        return self._bodies[hash]

    @property
    def flows(self) -> tuple[FlowId, ...]:
        """The names of all flows."""
        return tuple(self._compilable)

    def _of(self, id: FlowId) -> Compiled:
        if id not in self._compiled:
            compiled = self._compiled[id] = self._compilable[id]()
            self._bodies[compiled.flow.revision] = compiled.body
        return self._compiled[id]


@cache
def _shipped() -> Library:
    return Library.of(*texts_under(files("content")))


def judge(
    texts: Mapping[str, str], problems: tuple[Problem, ...] = (), root: str = ROOT
) -> tuple[Content, tuple[Problem, ...]]:
    """What these files say and everything that is wrong with them, in order of place."""
    content, unread = read(texts, root)
    return content, in_order((*problems, *unread, *check(content)))


def texts_under(folder: Traversable, root: str = ROOT) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """All YAML files and drawings under a folder, by path within it; a problem for each that is not UTF-8 text."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path, file in _walk(folder, ""):
        try:
            texts[path] = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            what = "hier staat een teken dat geen UTF-8 is; bewaar het bestand als UTF-8"
            problems.append(Problem(Position(f"{root}/{path}", line), Code.NOT_YAML, what))
    return texts, tuple(problems)


def _walk(folder: Traversable, within: str) -> Iterator[tuple[str, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda each: each.name):
        path = f"{within}{item.name}"
        if item.is_dir():
            yield from _walk(item, f"{path}/")
        elif item.name.endswith((ENDING, DRAWING)):
            yield path, item
