"""The group chat on paper: plays one flow with people in it, without Telegram, database or event loop."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.library import Library
from bot.strings import Strings
from flows import codec
from flows.dates import say_date
from flows.effects import (
    Add,
    Ask,
    Begin,
    Board,
    Close,
    Do,
    Effect,
    Erase,
    Finish,
    Label,
    Post,
    Reason,
    Refuse,
    Remind,
    Reveal,
    SetTimer,
    Tell,
    Unseal,
    Withhold,
)
from flows.engine import advance
from flows.events import (
    AudienceGrew,
    AudienceTold,
    DayGiven,
    Event,
    Fired,
    Joined,
    Left,
    Noted,
    Pressed,
    Purpose,
    Question,
    Returned,
    Revealed,
    Said,
    Started,
    Stopped,
    Tapped,
    Unreachable,
)
from flows.line import Count, Day, Line, Lines, People, Quote, Value, Who, Word
from flows.moments import OpeningMoment
from flows.names import (
    AgreementId,
    FlowId,
    Form,
    Language,
    MemberId,
    OptionId,
    Pace,
    Role,
    RunId,
    Share,
    StepId,
    TextKey,
    WordsId,
)
from flows.run import Participant, Run
from flows.schools import PLAIN, School
from flows.showing import spread
from flows.steps.ask import AskStep
from flows.steps.opening import BEGIN
from flows.texts import REFERENCE, shown

LIBRARY = Library.load()
STRINGS = Strings.load()
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
NL = Language("nl")


@dataclass
class OpenQuestion:
    """What one person was asked last, and can answer."""

    question: Question
    labels: tuple[Label, ...]
    line: Line


@dataclass
class Person:
    """Someone in the chat; methods read as what they do."""

    chat: "Chat"
    id: MemberId
    name: str
    role: Role
    open: OpenQuestion | None = None
    heard: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def says(self, text: str, form: Form = Form.TEXT) -> None:
        """Sends something in private, as (part of) an answer."""
        words = self.chat.keep(self.id, text)
        question = self.open.question if self.open else Question(self.chat.flow.steps[0].id, 0, 99)
        self.chat.log(self.name, ">", text)
        self.chat.happens(Said(at=self.chat.now, by=self.id, question=question, words=words, form=form, size=len(text)))

    def presses(self, *labels: str) -> None:
        """Chooses a label of the keyboard; or one after the other, as they are asked."""
        for label in labels:
            assert self.open is not None, f"{self.name} has no open question"
            chosen = next((x for x in self.open.labels if label in self.chat.text(x.line)), None)
            assert chosen is not None, f"no label {label!r} among {self.labels}"
            self.chat.log(self.name, ">", f"[{self.chat.text(chosen.line)}]")
            question = self.open.question
            self.chat.happens(Pressed(at=self.chat.now, by=self.id, question=question, option=chosen.id))

    def presses_old(self, old: OpenQuestion, option: str) -> None:
        """Presses a label of a keyboard from before, still on the screen."""
        self.chat.log(self.name, ">", f"(drukt nog eens op {option})")
        self.chat.happens(Pressed(at=self.chat.now, by=self.id, question=old.question, option=OptionId(option)))

    def taps_old(self, turn: int, step: str, option: str) -> None:
        """Taps a button of a board from before, higher up in the group."""
        self.chat.log(self.name, ">", f"(tikt nog eens op {option})")
        self.chat.happens(Tapped(at=self.chat.now, by=self.id, step=StepId(step), turn=turn, option=OptionId(option)))

    def gives(self, *days: date, past: bool = False) -> None:
        """Gives a day, as the shell understood it."""
        assert self.open is not None
        self.chat.log(self.name, ">", " of ".join(say_date(d) for d in days) or "(geen dag)")
        self.chat.happens(DayGiven(at=self.chat.now, by=self.id, question=self.open.question, days=days, past=past))

    def taps(self, *buttons: str) -> None:
        """Taps a button of the board; or one after the other, as the board changes."""
        for button in buttons:
            self._taps(button)

    def _taps(self, button: str) -> None:
        option = next((o for o, text in self.chat.buttons.items() if button in text), None)
        assert option is not None, f"no button {button!r} among {list(self.chat.buttons.values())}"
        self.chat.log(self.name, ">", f"(tikt op {self.chat.buttons[option]})")
        if option == "ik-doe-mee":
            self.chat.happens(Joined(at=self.chat.now, by=self.id, role=self.role))
            return
        run = self.chat.run
        step = run.at or self.chat.flow.steps[0].id
        self.chat.happens(Tapped(at=self.chat.now, by=self.id, step=step, turn=run.turn, option=option))

    def tells(self, text: str) -> None:
        """Says something to the others, aloud or in the group; the bot does not read along."""
        self.chat.aloud(self.name, text)

    def leaves(self) -> None:
        self.chat.log(self.name, "~", "gaat weg")
        self.chat.happens(Left(at=self.chat.now, by=self.id))

    def blocks(self) -> None:
        self.chat.log(self.name, "~", "blokkeert Praatmaat")
        self.chat.happens(Unreachable(at=self.chat.now, by=self.id))

    def returns(self) -> None:
        self.chat.log(self.name, "~", "is er weer")
        self.chat.happens(Returned(at=self.chat.now, by=self.id))

    def answers(self, text: str, share: Share = Share.NAME) -> None:
        """The whole of an answer: said, ready (where one message is not enough), shared."""
        self.says(text)
        if "Klaar" in self.labels:
            self.presses("Klaar")
        self.presses({Share.NAME: "met mijn naam", Share.ROLE: "Delen als", Share.ME: "Alleen voor mij"}[share])

    def joins(self) -> None:
        self.chat.log(self.name, "~", "doet mee")
        self.chat.happens(Joined(at=self.chat.now, by=self.id, role=self.role))

    def hears(self, key: str) -> bool:
        """Whether the last thing they were told or asked is this text of the program."""
        return bool(self.keys) and self.keys[-1].removeprefix("ui/") == key

    def is_refused(self, reason: Reason) -> bool:
        """Whether what just happened got a kind no, for this reason."""
        return [(r.to, r.reason) for r in self.chat.refused] == [(self.id, reason)]

    @property
    def labels(self) -> list[str]:
        return [self.chat.text(x.line) for x in self.open.labels] if self.open else []

    @property
    def last(self) -> str:
        return self.heard[-1] if self.heard else ""


class Chat:
    """One run of one flow with these people; every event goes through the codec, so each is a restart test."""

    def __init__(
        self,
        flow: str,
        *people: tuple[str, Role],
        starter: int = 0,
        pace: Pace = Pace.SPREAD,
        about: Mapping[str, Value] | None = None,
        outside: tuple[tuple[str, Role], ...] = (),
        away: tuple[str, ...] = (),
        before: tuple[str, ...] = (),
        opening: bool = False,
        school: School = School.SECONDARY,
    ) -> None:
        """`before`: what somebody wrote before this run began, as words number one and on.

        `opening`: a professional is asked to open the talk; else the talk begins at once, as anyone may choose.

        `school`: what kind of school the circle is around.
        """
        self.wording = LIBRARY.schools.get(school, PLAIN)
        self.flow = LIBRARY.flow(FlowId(flow))
        _, self.texts = codec.decode_revision(LIBRARY.revision(self.flow.revision))
        self.now = MONDAY
        self.people = [Person(self, MemberId(n + 1), name, role) for n, (name, role) in enumerate(people)]
        self.outside = [
            Person(self, MemberId(n + 1 + len(people)), name, role) for n, (name, role) in enumerate(outside)
        ]
        self.words: dict[WordsId, tuple[MemberId, str]] = {}
        self.erased: set[WordsId] = set()
        self.shown: set[WordsId] = set()
        self.group: list[str] = []
        self.posted: list[str] = []  # keys of what the group was told
        self.board = ""
        self.buttons: dict[OptionId, str] = {}
        self.timers: list[tuple[datetime, SetTimer]] = []
        self.reveal: Reveal | None = None
        self.deeds: list[Do | Begin] = []
        self.refused: list[Refuse] = []
        self.effects: tuple[Effect, ...] = ()
        self.over = False
        self.transcript: list[str] = []
        participants = tuple(Participant(member=p.id, role=p.role, here=p.name not in away) for p in self.people)
        self.run = Run(
            id=RunId(1), flow=self.flow.id, revision=self.flow.revision, participants=participants,
            starter=self.people[starter].id, pace=pace, about={"titel": Word(TextKey("title")), **(about or {})},
        )  # fmt: skip
        for text in before:
            self.keep(self.people[0].id, text)
        self.happens(Started(at=self.now, by=self.people[starter].id))
        if isinstance(self.run.moment, OpeningMoment) and not opening:
            assert self.run.at is not None
            begin = Tapped(at=self.now, by=self.people[starter].id, step=self.run.at, turn=self.run.turn, option=BEGIN)
            self.happens(begin)
            self.transcript.clear()

    # ------------------------------------------------------------ what happens

    def presses(self, *labels: str) -> Self:
        """The first of these people, or the only one, chooses these labels one after the other."""
        self.people[0].presses(*labels)
        return self

    def in_silence(self) -> Self:
        """Nobody does anything until the time is up."""
        self.fires(Purpose.DEADLINE)
        return self

    def happens(self, event: Event) -> None:
        """One event, with the run written to JSON and read back before it."""
        before = codec.decode_run(codec.encode_run(self.run))
        assert before == self.run, "the run is not read back as it was written"
        self.run = before
        self.run, self.effects = advance(self.flow, self.run, event)
        self.refused = [e for e in self.effects if isinstance(e, Refuse)]
        if self.refused:
            assert self.run == before, "a refused event changed something"
        for effect in self.effects:
            self.carry_out(effect)

    def carry_out(self, effect: Effect) -> None:
        match effect:
            case Ask(to=to, question=question, line=line, labels=labels):
                person = self.person(to)
                person.open = OpenQuestion(question, labels, line)
                self.hears(person, line)
            case Add(to=to, question=question, line=line, labels=labels):
                person = self.person(to)
                person.open = OpenQuestion(question, labels, line)
                self.hears(person, line)
            case Remind(to=to, line=line):
                person = self.person(to)
                assert person.open is not None, "a reminder to someone who is not asked anything"
                self.hears(person, line)
            case Close(to=to, question=question):
                person = self.person(to)
                if person.open is not None and person.open.question == question:
                    person.open = None
            case Tell(to=to, line=line):
                self.hears(self.person(to), line)
            case Refuse(to=to, reason=reason, about=about):
                person = self.person(to)
                self.hears(person, Line(TextKey(f"ui/{reason}"), about))
            case Board(lines=lines, buttons=buttons):
                text = "\n".join(self.text(line) for line in lines)
                self.buttons = {b.id: self.text(b.line) for row in buttons for b in row}
                if text != self.board:
                    self.log("bord", "<", text)
                self.board = text
            case Post(line=line):
                self.group.append(self.text(line))
                self.posted.append(line.key.removeprefix("ui/"))
                self.log("groep", "<", self.group[-1])
            case Reveal():
                self.reveal = effect
            case Withhold():
                self.reveal = None
            case SetTimer():
                self.timers.append((self.now, effect))
            case Erase(words=words):
                self.erased |= set(words)
            case Unseal(words=words):
                self.shown |= set(words)
            case Do() | Begin():
                self.deeds.append(effect)
            case Finish():
                self.over = True
                for person in self.people + self.outside:
                    person.open = None

    def tells_audience(self, person: Person, count: int) -> None:
        """Delivery told this person how many people the group counts."""
        assert person.open is not None
        self.happens(AudienceTold(at=self.now, by=person.id, question=person.open.question, count=count))

    def turns(self) -> None:
        """Delivery shows the cards in the group."""
        assert self.reveal is not None, "there is nothing to turn"
        reveal, self.reveal = self.reveal, None
        shown = [c for c in reveal.cards if c.share is not Share.SPREAD]
        for card in shown:
            person = self.person(card.member)
            whose = person.name if card.share is Share.NAME else f"({person.role})"
            whose += f", {self.text(card.lead)}" if card.lead is not None else ""
            said = " / ".join(self.words[w][1] for w in card.words)
            self.group.append(f"{whose}: {said}" if card.chair is None else f"↳ {whose} dacht: {said}")
            self.log("groep", "<", self.group[-1])
        if len(shown) < len(reveal.cards):
            self.group.append(self.spread(reveal))
            self.log("groep", "<", self.group[-1])
        self.happens(Revealed(at=self.now, step=reveal.step, turn=reveal.turn))

    def spread(self, reveal: Reveal) -> str:
        """What everybody picked, side by side."""
        step = self.flow.step(reveal.of)
        assert isinstance(step, AskStep)
        picked = spread(self.run, step.id, (card.member for card in reveal.cards))
        points = {o: self.text(self.run.line(f"{step.id}.{o}")) for o in step.options}
        return "\n".join(f"{said}  {'●' * picked.get(option, 0) or '·'}" for option, said in points.items())

    def grows(self, count: int | None) -> None:
        """Delivery found more people in the group than a sharer was told."""
        assert self.reveal is not None
        reveal, self.reveal = self.reveal, None
        self.log("groep", "~", f"{count} mensen in de groep")
        self.happens(AudienceGrew(at=self.now, step=reveal.step, turn=reveal.turn, count=count))

    def fires(self, purpose: Purpose, person: Person | None = None) -> None:
        """The moment comes that the step asked to be woken for."""
        if person is not None:
            assert person.open is not None
            question = person.open.question
            self.log("", "~", f"tijd: {purpose}")
            self.happens(
                Fired(at=self.now, step=question.step, turn=question.turn, purpose=purpose, member=person.id,
                      round=question.round)
            )  # fmt: skip
            return
        timer = next(t for _, t in reversed(self.timers) if t.purpose is purpose and t.turn == self.run.turn)
        self.log("", "~", f"tijd: {purpose}")
        self.happens(
            Fired(at=self.now, step=timer.step, turn=timer.turn, purpose=purpose, member=timer.member,
                  round=timer.round)
        )  # fmt: skip

    def fires_late(self, timer: SetTimer) -> None:
        """A moment comes that a step asked to be woken for, perhaps long after it moved on."""
        self.happens(
            Fired(at=self.now, step=timer.step, turn=timer.turn, purpose=timer.purpose, member=timer.member,
                  round=timer.round)
        )  # fmt: skip

    def notes(self, agreement: int, person: Person, *, stands: bool) -> None:
        """An agreement that came out of this talk was proposed, or stands."""
        self.happens(Noted(at=self.now, by=person.id, agreement=AgreementId(agreement), stands=stands))

    def aloud(self, name: str, text: str) -> None:
        """Somebody says this to the others, also somebody without a phone."""
        self.log(name, ":", text)

    def stops(self) -> None:
        self.happens(Stopped(at=self.now))

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)

    # ------------------------------------------------------------ what is seen

    def person(self, member: MemberId) -> Person:
        return next(p for p in self.people + self.outside if p.id == member)

    def keep(self, owner: MemberId, text: str) -> WordsId:
        id = WordsId(len(self.words) + 1)
        self.words[id] = (owner, text)
        return id

    def hears(self, person: Person, line: Line) -> None:
        person.heard.append(self.text(line))
        person.keys.append(line.key)
        self.log(person.name, "<", person.heard[-1])

    def text(self, line: Line) -> str:
        """The words of a line, without markup."""
        args = {name: self.value(value) for name, value in line.args.items()}
        args = {"kind": "jullie kind", "kring": "jullie groep", "mensen": 5, "buiten": 0, **args}
        if line.key.startswith("ui/"):
            said = STRINGS.say(NL, line.key[3:], args, self.wording)
            assert not said.missing, (line.key, said.missing)
            return re.sub(r"<[^>]+>", "", said.text).strip()
        reference = line.key.startswith(REFERENCE)
        texts, key = (LIBRARY.reference, TextKey(line.key[len(REFERENCE) :])) if reference else (self.texts, line.key)
        written = texts.get(NL, key)
        text = shown(written if reference else self.wording.said(written, NL), args)
        filled = re.sub(r"\{([a-z0-9-]+)\}", lambda m: str(args[m[1]]), text)
        return re.sub(r"<[^>]+>", "", filled).strip()

    def value(self, value: Value) -> str | int:
        match value:
            case Who(member=member):
                return self.person(member).name
            case People(members=members):
                return ", ".join(self.person(m).name for m in members)
            case Quote(words=words):
                return " / ".join(self.words[w][1] for w in words)
            case Day(day=day):
                return say_date(day)
            case Count(n=n):
                return n
            case Word(key=key):
                return self.text(Line(key))
            case Lines(lines=lines):
                return "\n".join(self.text(line) for line in lines)

    def log(self, who: str, sign: str, text: str) -> None:
        first, *rest = text.strip().splitlines() or [""]
        self.transcript.append(f"{who:>8} {sign} {first}".rstrip())
        self.transcript += [f"{'':>8}   {line}".rstrip() for line in rest]
