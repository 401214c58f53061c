"""A run: one flow being lived through now, by one or more people."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from flows.line import Line, Value, Word
from flows.moments import Moment
from flows.names import (
    PROFESSIONALS,
    REVEAL_ORDER,
    FlowId,
    MemberId,
    OptionId,
    Pace,
    Revision,
    Role,
    RunId,
    Share,
    StepId,
    TextKey,
    WordsId,
)


class Status(StrEnum):
    """Where a run is in its life."""

    NEW = "nieuw"
    OPEN = "open"
    RESTING = "rust"  # a talk that the circle takes up again later
    DONE = "klaar"
    STOPPED = "gestopt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A member who takes part, in the role they had when they stepped in. Not `here`: can't be written to.

    `partly`: is asked for their own card and for nothing besides.
    """

    member: MemberId
    role: Role
    here: bool = True
    partly: bool = False

    @property
    def professional(self) -> bool:
        """Whether this is someone the first move is asked of."""
        return self.role in PROFESSIONALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a member gave to a private question, and how it may be shown. `told`: people in the group, as told.

    `lead` is said above the words when they are shown. `alone`: its writer knew that it might be the only one.
    `pick`: what they chose, where there was something to choose. `chair`: whose answer they tried to think of.
    """

    words: tuple[WordsId, ...]
    share: Share
    told: int | None = None
    lead: Line | None = None
    alone: bool = False
    pick: OptionId | None = None
    chair: MemberId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A dialogue under way. `version` counts applied events; `turn` counts entered steps.

    `answers`: what was given and not yet turned, by the step that asked; `shown`: what was turned, by the step
    that turned it. `gone`: who left while it rests.
    """

    id: RunId
    flow: FlowId
    revision: Revision
    participants: tuple[Participant, ...]
    starter: MemberId | None = None
    pace: Pace = Pace.SPREAD
    about: Mapping[str, Value] = field(default_factory=dict)
    kept: Mapping[StepId, OptionId] = field(default_factory=dict)
    answers: Mapping[StepId, Mapping[MemberId, Answer]] = field(default_factory=dict)
    shown: Mapping[StepId, Mapping[MemberId, Answer]] = field(default_factory=dict)
    at: StepId | None = None
    turn: int = 0
    moment: Moment | None = None
    status: Status = Status.NEW
    version: int = 0
    gone: tuple[MemberId, ...] = ()

    @property
    def present(self) -> tuple[Participant, ...]:
        """Those who take part and can be written to."""
        return tuple(p for p in self.participants if p.here)

    @property
    def title(self) -> Value:
        """What this talk is about, as its heading says it: the card's title, or people's own on a blank card."""
        return self.about.get("titel", Word(TextKey("title")))

    @property
    def heading(self) -> Line:
        """The head of a talk's board: its title, and what it is about in a sentence."""
        return self.ui("bord-kop", titel=self.title, over=self.about.get("eigen-wat", Word(TextKey("about"))))

    def participant(self, member: MemberId) -> Participant | None:
        """This member's part in the run, or None for someone who does not take part."""
        return next((p for p in self.participants if p.member == member), None)

    def in_order(self) -> tuple[Participant, ...]:
        """Pupil first, then parents, supporters, school, care (docs/explanation/rules.md)."""
        return tuple(sorted(self.participants, key=lambda p: REVEAL_ORDER.index(p.role)))

    def shared(self, of: StepId) -> dict[MemberId, Answer]:
        """What those present shared at this step and was not turned yet, in the order of docs/explanation/rules.md."""
        given = self.answers.get(of, {})
        return {
            p.member: given[p.member]
            for p in self.in_order()
            if p.here and p.member in given and given[p.member].share is not Share.ME
        }

    def with_participant(self, participant: Participant) -> "Run":
        """The run with this participant added, or in the place of the old entry of the same member."""
        others = tuple(p for p in self.participants if p.member != participant.member)
        return replace(self, participants=(*others, participant))

    def only_own_card(self, member: MemberId) -> "Run":
        """The run in which this member, if they take part, is asked for their own card and nothing besides."""
        participant = self.participant(member)
        return self if participant is None else self.with_participant(replace(participant, partly=True))

    def without(self, member: MemberId) -> "Run":
        """The run without this member."""
        return replace(self, participants=tuple(p for p in self.participants if p.member != member))

    def line(self, key: str, **args: Value) -> Line:
        """A line of the revision, with everything this run knows about itself and `args`."""
        return Line(TextKey(key), {**self.about, **args})

    def ui(self, key: str, **args: Value) -> Line:
        """A line of the program's strings, with everything this run knows about itself and `args`."""
        return Line(TextKey(f"ui/{key}"), {**self.about, **args})
