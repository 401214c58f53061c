"""A talk that plays itself: everyone does what they are asked, skips it, or says nothing at all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from flows.effects import (
    Add,
    Ask,
    Board,
    Close,
    Effect,
    Expect,
    Finish,
    Post,
    Refuse,
    Remind,
    Reveal,
    SetTimer,
    Tell,
    Turned,
)
from flows.engine import advance
from flows.events import (
    AudienceTold,
    DayGiven,
    Event,
    Fired,
    Pressed,
    Purpose,
    Question,
    Revealed,
    Said,
    Started,
    Tapped,
)
from flows.flow import Flow
from flows.line import Line, Value, Word
from flows.names import Form, MemberId, OptionId, Pace, Role, RunId, StepId, TextKey, WordsId
from flows.run import Participant, Run, Status

MOST_MOVES = 600
"""More than any talk takes; a play that comes this far is stuck."""

RATHER_NOT = frozenset({"sla-over", "overslaan", "aanpassen", "stoppen", "korter-maken", "nu-niet", "andere-kaart"})
"""Labels that a willing person presses only when there is nothing else."""

ASIDE = frozenset({"ik-doe-mee", "liever-bellen", "even-pauze", "hulp"})
"""Buttons of a board that lead away from the talk."""

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
DAY = date(2026, 12, 4)


class Mood(StrEnum):
    """How the people in a play behave."""

    WILLING = "doet mee"
    SKIPPING = "slaat over"
    SILENT = "zegt niets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One message as somebody sees it; `to` None: the group. `edit`: a board that changed in its place.

    `cards` were turned of what `of` asked; `run` is the talk as it stood then.
    """

    to: MemberId | None
    lines: tuple[Line, ...]
    choices: tuple[Line, ...] = ()
    cards: tuple[Turned, ...] = ()
    of: StepId | None = None
    run: Run | None = field(default=None, repr=False)
    edit: bool = False


@dataclass
class Asked:
    """The question somebody has open."""

    question: Question
    options: tuple[OptionId, ...]
    expect: Expect


@dataclass
class Play:
    """One run of a flow with a member in each of these roles; the first begins it."""

    flow: Flow
    roles: Sequence[Role]
    pace: Pace
    mood: Mood
    about: Mapping[str, Value] = field(default_factory=dict)
    screens: list[Screen] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._open: dict[MemberId, Asked] = {}
        self._buttons: tuple[OptionId, ...] = ()
        self._has_board = False
        self._reveal: Reveal | None = None
        self._timers: list[SetTimer] = []
        self._done: Counter[object] = Counter()
        self._words = 0
        self.members = {MemberId(n): role for n, role in enumerate(self.roles, 1)}
        self.run = Run(
            id=RunId(1),
            flow=self.flow.id,
            revision=self.flow.revision,
            participants=tuple(Participant(member=m, role=role) for m, role in self.members.items()),
            starter=MemberId(1),
            pace=self.pace,
            about={"titel": Word(TextKey("title")), **self.about},
        )
        self._happens(Started(at=NOW, by=MemberId(1)))
        for _ in range(MOST_MOVES):
            if self.run.status is not Status.OPEN or not self._moves():
                break

    @property
    def finished(self) -> bool:
        """Whether the talk came to its end, with nobody's question left open."""
        return self.run.status is Status.DONE and not self._open

    def private(self, member: MemberId) -> int:
        """How many messages this member got in private."""
        return sum(screen.to == member for screen in self.screens)

    @property
    def in_group(self) -> int:
        """How many messages came in the group; a board that changes in its place makes no noise."""
        return sum(screen.to is None and not screen.edit for screen in self.screens)

    def _moves(self) -> bool:
        """The next thing that happens; False when nothing can happen any more."""
        if self._reveal is not None:
            reveal, self._reveal = self._reveal, None
            return self._happens(Revealed(at=NOW, step=reveal.step, turn=reveal.turn))
        if self.mood is not Mood.SILENT:
            if any([self._answers(member) for member in tuple(self._open)]):
                return True
            if any(self._happens(tap) for tap in self._taps()):
                return True
        return any(self._happens(fired) for fired in self._fired())

    def _answers(self, member: MemberId) -> bool:
        asked = self._open.get(member)
        if asked is None:  # closed by what somebody else just did
            return False
        spoke = (member, asked.question, "words")
        if self.mood is Mood.WILLING and asked.expect is not Expect.LABEL and not self._done[spoke]:
            self._done[spoke] += 1
            if asked.expect is Expect.DAY:
                return self._happens(DayGiven(at=NOW, by=member, question=asked.question, days=(DAY,)))
            self._words += 1
            words = WordsId(self._words)
            return self._happens(Said(at=NOW, by=member, question=asked.question, words=words, form=Form.TEXT, size=40))
        for option in self._preferred(member, asked):
            self._done[member, asked.question, option] += 1
            self._done[member, asked.question.step, option] += 1
            if self._happens(Pressed(at=NOW, by=member, question=asked.question, option=option)):
                return True
        return False

    def _preferred(self, member: MemberId, asked: Asked) -> Sequence[OptionId]:
        """Labels not tried yet, those of this mood first; of equal choices everybody takes another."""
        count = max(len(asked.options), 1)
        turned = [asked.options[(at + member) % count] for at in range(len(asked.options))]
        willing, step = self.mood is Mood.WILLING, asked.question.step
        untried = [o for o in turned if not self._done[member, asked.question, o]]
        return sorted(untried, key=lambda o: ((str(o) in RATHER_NOT) == willing, self._done[member, step, o]))

    def _taps(self) -> Iterator[Tapped]:
        """Each button by each member, what was tapped least first."""
        if self.run.at is None:
            return
        pairs = [(m, b) for b in self._buttons if b not in ASIDE for m in self.members]
        for member, button in sorted(pairs, key=lambda pair: self._done[self.run.turn, *pair]):
            self._done[self.run.turn, member, button] += 1
            yield Tapped(at=NOW, by=member, step=self.run.at, turn=self.run.turn, option=button)

    def _fired(self) -> Iterator[Fired]:
        """What the step asked to be woken for, in that order."""
        while self._timers:
            timer = self._timers.pop(0)
            if timer.turn == self.run.turn:
                yield Fired(at=NOW, step=timer.step, turn=timer.turn, purpose=timer.purpose, member=timer.member,
                            round=timer.round)  # fmt: skip

    def _happens(self, event: Event) -> bool:
        """Whether this changed anything."""
        before = self.run
        self.run, effects = advance(self.flow, self.run, event)
        if any(isinstance(effect, Refuse) for effect in effects) or self.run.version == before.version:
            return False
        self.events.append(event)
        for effect in effects:
            self._shows(effect)
        return True

    def _shows(self, effect: Effect) -> None:
        match effect:
            case Ask(to=to, question=question, line=line, labels=labels, expect=expect, audience=audience):
                self._open[to] = Asked(question, tuple(label.id for label in labels), expect)
                self._screen(to, line, choices=tuple(label.line for label in labels))
                if audience:
                    told = AudienceTold(at=NOW, by=to, question=question, count=len(self.members))
                    self.run, _ = advance(self.flow, self.run, told)
            case Add(to=to, question=question, line=line, labels=labels):
                before = self._open.get(to)
                expect = before.expect if before is not None else Expect.LABEL
                self._open[to] = Asked(question, tuple(label.id for label in labels), expect)
                self._screen(to, line, choices=tuple(label.line for label in labels))
            case Close(to=to, question=question):
                if to in self._open and self._open[to].question == question:
                    del self._open[to]
            case Tell(to=to, line=line) | Remind(to=to, line=line):
                self._screen(to, line)
            case Board(lines=lines, buttons=rows, fresh=fresh):
                self._buttons = tuple(b.id for row in rows for b in row if not b.private)
                choices = tuple(b.line for row in rows for b in row)
                self._screen(None, *lines, choices=choices, edit=self._has_board and not fresh)
                self._has_board = True
            case Post(line=line):
                self._screen(None, line)
            case Reveal(title=title, cards=cards, of=of):
                self._reveal = effect
                self.screens.append(Screen(to=None, lines=(title,), cards=cards, of=of, run=self.run))
            case SetTimer(purpose=purpose):
                if purpose is not Purpose.REMIND:
                    self._timers.append(effect)
            case Finish():
                self._open.clear()
            case _:
                pass

    def _screen(
        self,
        to: MemberId | None,
        *lines: Line,
        choices: tuple[Line, ...] = (),
        edit: bool = False,
    ) -> None:
        self.screens.append(Screen(to=to, lines=lines, choices=choices, edit=edit))
