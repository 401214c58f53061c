"""One person's own question: in the words of their role, with how it is answered and what will be seen of it."""

from dataclasses import dataclass
from enum import StrEnum

from flows.alone import SKIP, question
from flows.cards import ENDS, asked_of
from flows.effects import Ask, Expect, Label
from flows.events import Question
from flows.line import Line, Lines, Value, Who
from flows.moments import Writing
from flows.names import MemberId, OptionId, StepId
from flows.run import Participant, Run
from flows.times import Times
from flows.turn import label, where


class Kind(StrEnum):
    """The ways there are; the value ends the keys in content/ui of what is said about it."""

    ALONE = "alleen"
    BRIEF = "kort"
    SCALE = "schaal"
    CHOICE = "keuze"
    OWN_CHAIR = "eigen-stoel"
    CHAIR = "stoel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What everybody is asked and how they answer: with words, or with one of `options`.

    `slot`: of the card, or the step's own text. `brief`: one message is enough, and more may follow. `named`: it is
    shown with its writer's name or not at all. `chairs`: the step of which everybody thinks what somebody else said.
    `besides`: the name of who is not asked.
    """

    slot: str
    options: tuple[OptionId, ...] = ()
    brief: bool = False
    named: bool = False
    chairs: StepId | None = None
    remind: Times | None = None
    besides: str = ""

    @property
    def kind(self) -> Kind:
        """What people are told about it, by the board and beside the question."""
        if self.slot in ENDS:
            return Kind.SCALE
        if self.options:
            return Kind.CHOICE
        if self.chairs is not None:
            return Kind.CHAIR
        if self.named:
            return Kind.OWN_CHAIR
        return Kind.BRIEF if self.brief else Kind.ALONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """One participant with their answer so far."""

    way: Way
    run: Run
    participant: Participant
    writer: Writing

    @property
    def question(self) -> Question:
        """The question as it stands for this person now."""
        return question(self.run, self.writer)

    @property
    def words(self) -> Lines:
        """The question in the words of this participant's role."""
        key, chair = asked_of(self.way.slot, self.participant.role), self.writer.chair
        return Lines((self.run.line(key, ander=Who(chair)) if chair is not None else self.run.line(key),))


def is_for(way: Way, run: Run, member: MemberId) -> bool:
    """Whether this is somebody the question is for; "only my own card" is the first question of a talk."""
    named, own = run.about.get(way.besides), run.participant(member)
    if own is not None and own.partly and run.answers:
        return False
    return not isinstance(named, Who) or named.member != member


def put(own: Own) -> Ask:
    """The question in the words of this participant's role, and what will be seen of the answer."""
    way, at = own.way, where(own.run)
    options = tuple(Label(option, own.run.line(f"{at}.{option}")) for option in way.options)
    return Ask(
        to=own.participant.member,
        question=own.question,
        line=_question(own),
        labels=(*options, label(SKIP)),
        expect=Expect.LABEL if options else Expect.WORDS,
        remind=way.remind.at(own.run.pace) if way.remind else None,
        audience=bool(options),
    )


def _question(own: Own) -> Line:
    about: dict[str, Value] = {"vraag": own.words, "titel": own.run.title}
    for name, end in zip(("laag", "hoog"), ENDS.get(own.way.slot, ()), strict=False):
        about[name] = Lines((own.run.line(end),))
    if own.writer.chair is not None:
        about["ander"] = Who(own.writer.chair)
    return own.run.ui(f"vraag-{own.way.kind}", **about)
