"""The laws of the engine, whatever people do in whatever order (decision 0002)."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows import codec
from flows.effects import Add, Ask, Begin, Board, Effect, Post, Refuse, Remind, Reveal, Tell
from flows.events import (
    AudienceGrew,
    AudienceTold,
    Event,
    Joined,
    Left,
    Pressed,
    Purpose,
    Question,
    Said,
    Tapped,
)
from flows.line import Line, Quote, Value, Word
from flows.moments import AskMoment, OpeningMoment, ReactMoment, RevealMoment, RevealPhase, RoundMoment, under_way
from flows.names import Form, MemberId, Pace, Share, StepId, TextKey, WordsId
from flows.run import Status
from flows.steps.ask import AskStep
from flows.steps.opening import OpeningStep
from flows.steps.reveal import RevealStep
from tests.chat import Chat, OpenQuestion, Person
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM, TALK

pytestmark = pytest.mark.law

FOUR, LATE = (ANNA, SAM, JOOST, NOOR), (OMA,)
SCALE, LINE, CHAIRS = (f"{format}/zie-vooral-het-kind" for format in ("schaal", "de-lijn", "wissel-van-stoel"))
SHARES: Mapping[str, Share] = {f"deel-{share}": share for share in Share}
RESHAPES = ("aanpassen", "sla-over")

Move = tuple[str, int, int]
MOVES = ("says", "speaks", "label", "label", "label", "old label", "tap", "twice", "joins", "leaves", "blocks",
         "returns", "turns", "grows", "unknown", "audience", "late audience", "deadline", "remind", "last",
         "grew")  # fmt: skip
moves = st.lists(st.sampled_from(list(product(MOVES, range(5), range(8)))), min_size=8, max_size=40)
BEGINNINGS = ("at the question", "choosing how to share", "shared each their own way", "everyone shared",
              "asked again", "asked twice", "all but one skipped", "reacting", "opening", "talking")  # fmt: skip
beginnings = st.sampled_from(BEGINNINGS)
LIVE = ("rondje/zie-vooral-het-kind", "vijf-vragen/zie-vooral-het-kind")
lives = st.sampled_from(LIVE)
tables: st.SearchStrategy[dict[str, Value]] = st.sets(st.sampled_from(("aan-tafel", "gespannen"))).map(
    lambda known: dict.fromkeys(known, Word(TextKey("title")))
)
talks = st.sampled_from((SCALE, LINE, CHAIRS, CHAIRS))
SLOW = [HealthCheck.too_slow]


class Watched(Chat):
    """A chat that checks each effect, and each state, against what its people allowed."""

    def __init__(
        self,
        beginning: str = "at the question",
        pace: Pace = Pace.SPREAD,
        flow: str = TALK,
        about: Mapping[str, Value] | None = None,
    ) -> None:
        self.allowed: dict[tuple[StepId, MemberId], Share] = {}
        self.shows: set[MemberId] = set()  # said yes to the last question whether it may be shown
        self.grew = False
        self.asked: dict[MemberId, list[OpenQuestion]] = {}
        self.last: Event | None = None
        apart = beginning in ("reacting", "opening")  # who sit together do so aloud
        pace = Pace.SPREAD if apart else pace
        opening = beginning == "opening" and flow == TALK
        super().__init__(flow, *FOUR, outside=LATE, pace=pace, about=about, opening=opening)
        self.begins(beginning)
        if flow == CHAIRS and self.run.at == "andere-stoel":
            self.begins(beginning)

    def begins(self, beginning: str) -> None:
        """How far the talk is when people start doing as they like."""
        for person, share in zip(self.people, (Share.NAME, Share.ME, Share.ROLE, Share.ROLE), strict=True):
            match beginning:
                case "at the question" | "opening":
                    pass
                case "choosing how to share":
                    self.writes(person)
                case "talking":
                    press(person, "sla-over")
                case "all but one skipped" if person is not self.people[1]:
                    press(person, "sla-over")
                case _:
                    self.writes(person)
                    wanted = f"deel-{share}" if beginning == "shared each their own way" else "deel-naam"
                    if person.open and wanted in [label.id for label in person.open.labels]:
                        press(person, wanted)
                    elif person.open:
                        press(person, "deel-naam")
        if self.reveal is not None and beginning == "reacting":
            self.turns()
        if self.reveal is not None and beginning in ("asked again", "asked twice"):
            self.grows(6)
        if isinstance(self.run.moment, RevealMoment) and beginning == "asked twice":
            for person in self.people:
                press(person, "laat-zien")
            self.grows(8)

    def writes(self, person: Person) -> None:
        """They say something and are ready with it, or pick the first of what there is to pick."""
        step = self.flow.step(self.run.at or StepId("weg"))
        assert isinstance(step, AskStep)
        if step.options:
            press(person, step.options[int(person.id) % 2])
            return
        person.says(f"geheim van {person.name}")
        if "ui/knop-klaar" in person.labels:
            press(person, "klaar")

    def text(self, line: Line) -> str:
        """The key is enough here; that every text can be rendered is held elsewhere, and takes long."""
        return line.key

    def happens(self, event: Event) -> None:
        before = dict(self.allowed), set(self.shows)
        match event:
            case Pressed(by=by, option=option, question=question) if option in SHARES:
                self.allowed[question.step, by] = SHARES[option]
            case Pressed(by=by, option=option, question=question) if option in RESHAPES:
                self.allowed.pop((question.step, by), None)
            case Pressed(by=by, option=option, question=question) if f"{question.step}.{option}" in self.picks:
                self.allowed[question.step, by] = Share.SPREAD
            case Pressed(by=by, option="laat-zien", question=question) if question == self.asked[by][-1].question:
                self.shows.add(by)
            case Left(by=by):
                self.allowed = {(step, m): share for (step, m), share in self.allowed.items() if m != by}
            case AudienceGrew() if isinstance(self.run.moment, OpeningMoment):  # its yes was about fewer people
                self.allowed.pop((event.step, self.run.moment.by), None)
            case AudienceGrew():
                self.grew = True
                self.shows.clear()
            case Pressed(by=by, option="deel-opening", question=question):
                self.allowed[question.step, by] = Share.NAME
        old = isinstance(event, Pressed) and event.question != self.asked[event.by][-1].question
        again, self.last = event == self.last, event
        super().happens(event)
        assert self.refused or not old, "a keyboard from before still works"
        assert self.refused or not (again and isinstance(event, Pressed | Joined)), "a second tap did something"
        if self.refused:
            self.allowed, self.shows = before
        self.holds_together()

    def holds_together(self) -> None:
        """Cards wait to be turned only while they may be, and nobody is asked what is over, or forgotten."""
        run, moment = self.run, self.run.moment
        turning = under_way(moment) and not (isinstance(moment, RevealMoment) and moment.phase is RevealPhase.ASKING)
        assert (self.reveal is not None) == turning, "cards wait to be turned that may not be, or the other way round"
        if self.reveal is not None:
            self.may_turn(self.reveal)
        for person in self.people + self.outside:
            if person.open is not None:
                asked = person.open.question
                assert (asked.step, asked.turn) == (run.at, run.turn), "someone is still asked what is over"
                assert run.participant(person.id), "someone who left is still asked"
        for step, member, words, share in self.held():
            assert not set(words) & self.erased, "erased words are still held"
            assert share is None or self.allowed.get((step, member)) is share, "kept otherwise than its writer chose"
        if isinstance(moment, ReactMoment):
            for member, reacting in moment.writers.items():
                assert reacting.card != member, "someone reacts to their own card"
        if isinstance(moment, AskMoment | ReactMoment):
            for participant in run.present:
                if isinstance(moment, ReactMoment) and participant.member not in moment.writers:
                    continue  # there is no card of somebody else
                writer, open = moment.writers.get(participant.member), self.person(participant.member).open
                asked_now = writer and open and open.question.round == writer.round
                assert asked_now or (writer and writer.finished), "someone is forgotten"
        for member, writing in moment.writers.items() if isinstance(moment, AskMoment) else ():
            assert writing.chair != member, "someone sits on their own chair"
            thinks = writing.chair if not writing.finished else None
            assert thinks is None or run.participant(thinks), "someone thinks of what one would say who is gone"

        if isinstance(moment, RoundMoment):
            self.keeps_the_turn(moment)

    def keeps_the_turn(self, moment: RoundMoment) -> None:
        """In a round everyone who is there has been, or comes; nobody is waited for who is not there."""
        waiting, here = [s.member for s in moment.line if s.member is not None], {p.member for p in self.run.present}
        assert len(waiting) == len(set(waiting)), "someone gets two turns"
        assert set(waiting) <= here, "the turn of someone who went is waited for"
        assert here <= {*waiting, *moment.been}, "someone gets no turn"
        assert moment.line or moment.passed or "aan-tafel" in self.run.about, "a round that is over stands still"

    def held(self) -> list[tuple[StepId, MemberId, tuple[WordsId, ...], Share | None]]:
        """What a run that goes on holds of each and was not turned yet."""
        if self.run.status is not Status.OPEN:
            return []
        given = [
            (step, m, answer.words, None if answer.alone else answer.share)
            for step, all in self.run.answers.items()
            for m, answer in all.items()
        ]
        moment, at = self.run.moment, self.run.at or StepId("weg")
        writing = moment.writers.items() if isinstance(moment, AskMoment) else ()
        reacting = moment.writers.items() if isinstance(moment, ReactMoment) else ()
        return [
            *given,
            *((at, m, w.words, w.share) for m, w in writing),
            *((at, m, w.words, None) for m, w in reacting),
        ]

    @property
    def picks(self) -> set[str]:
        """Everything that somebody can pick alone, as the key of its text."""
        return {f"{s.id}.{option}" for s in self.flow.steps if isinstance(s, AskStep) for option in s.options}

    def carry_out(self, effect: Effect) -> None:
        said = replace(effect, labels=()) if isinstance(effect, Ask | Add) else effect
        assert not any(repr(pick) in repr(said) for pick in self.picks), "what someone picked leaves the run"
        match effect:
            case Ask(to=to, line=line) | Add(to=to, line=line) | Tell(to=to, line=line) | Remind(to=to, line=line):
                for words in quoted(line):
                    assert self.words[words][0] == to or words in self.shown, "someone reads what is not theirs"
            case Board(lines=lines):
                shown = {w for line in lines for w in quoted(line)} <= self.shown
                assert shown, "the board shows somebody's words"
            case Post(line=line):
                assert set(quoted(line)) <= self.shown, "the group reads sealed words"
            case Reveal():
                self.may_turn(effect)
        super().carry_out(effect)
        if isinstance(effect, Ask | Add):
            open = self.person(effect.to).open
            assert open is not None
            self.asked.setdefault(effect.to, []).append(open)
            if effect.line.key in ("ui/enige-kaart", "ui/enige-keuze"):
                self.shows.discard(effect.to)

    def may_turn(self, reveal: Reveal) -> None:
        own = [card.member for card in reveal.cards if card.chair is None]
        step = self.flow.step(reveal.step)
        if isinstance(step, OpeningStep):
            assert [self.allowed.get((step.id, member)) for member in own] == [Share.NAME], "an opening is not shared"
            return
        assert isinstance(step, RevealStep)
        for card in reveal.cards:
            participant = self.run.participant(card.member)
            assert participant is not None and participant.here, "the card of someone who went is turned"
            assert card.share is not Share.ME, "a card that was only for its writer is turned"
            assert bool(card.words) is not (card.share is Share.SPREAD)
            assert all(self.words[w][0] == card.member for w in card.words)
            assert not set(card.words) & self.erased, "erased words are turned"
            written = step.of if card.chair is None else step.beneath
            assert written is not None
            reaction = self.run.answers[step.of].get(card.member) if card.lead else None
            allowed = self.allowed.get((written, card.member))
            assert reaction or allowed is card.share, "shown otherwise than its writer chose"
            assert not reaction or reaction.share is Share.NAME, "a reaction is shown otherwise than was said"
            assert card.chair in (None, *own), "a thought is shown about someone whose own card stays shut"
            alone = len(own) == 1 and card.chair is None and not reaction
            assert card.member in self.shows or not (alone or self.grew), "shown without its writer's tap"


def quoted(line: Line) -> tuple[WordsId, ...]:
    return tuple(w for value in line.args.values() if isinstance(value, Quote) for w in value.words)


def press(person: Person, option: str) -> None:
    assert person.open is not None
    person.presses_old(person.open, option)


def play(chat: Watched, history: list[Move]) -> None:
    everyone = chat.people + chat.outside
    for move, who, number in history:
        person = everyone[who % len(everyone)]
        heard, begun = len(person.heard), len(chat.deeds)
        event = act(chat, person, move, number)
        if isinstance(event, Said | Pressed):
            began = any(isinstance(deed, Begin) for deed in chat.deeds[begun:])
            assert len(person.heard) > heard or began, f"{person.name} did {move} and heard nothing"
        if isinstance(event, Tapped | Joined):
            assert chat.effects, f"{person.name} did {move} and nothing came of it"


def act(chat: Watched, person: Person, move: str, number: int) -> Event | None:
    """One move, if it can be made, and what the engine was told of it."""
    chat_before = chat.last
    match move:
        case "says" | "speaks":
            form = Form.VOICE if move == "speaks" else Form.TEXT
            asked = person.open.question if person.open else Question(chat.run.at or StepId("weg"), chat.run.turn, 99)
            words = chat.keep(person.id, f"geheim {len(chat.words)}")
            chat.happens(Said(at=chat.now, by=person.id, question=asked, words=words, form=form, size=9))
        case "label" if person.open and person.open.labels:
            press(person, person.open.labels[number * 5 % len(person.open.labels)].id)
        case "old label" if chat.asked.get(person.id):
            old = chat.asked[person.id][-1 - number // 2 % len(chat.asked[person.id])]
            person.presses_old(old, old.labels[number % 2 % len(old.labels)].id)
        case "tap" if chat.buttons:
            person.taps(list(chat.buttons.values())[number % len(chat.buttons)])
        case "twice" if chat.last and not isinstance(chat.last, Said):
            chat.happens(chat.last)
            return None
        case "joins" | "leaves" | "blocks" | "returns":
            getattr(person, move)()
        case "turns" if chat.reveal:
            chat.turns()
        case "grows" | "unknown" if chat.reveal:
            chat.grows(6 + number if move == "grows" else None)
        case "audience" if person.open:
            chat.tells_audience(person, 5 + number % 2)
        case "late audience" if chat.asked.get(person.id):
            question = chat.asked[person.id][-1 - number % len(chat.asked[person.id])].question
            chat.happens(AudienceTold(at=chat.now, by=person.id, question=question, count=4 + number))
        case "remind" if person.open:
            chat.fires(Purpose.REMIND, person)
        case "deadline" | "last" | "grew":
            fire(chat, Purpose(move))
    return chat.last if chat.last is not chat_before else None


def fire(chat: Chat, purpose: Purpose) -> None:
    """Wake the step for this, when it asked for it; also long after it moved on."""
    older, recent = chat.timers[:-6], chat.timers[-6:]
    for _, timer in [*(one for one in older if one[1].turn == chat.run.turn), *recent]:
        if timer.purpose is purpose:
            chat.fires_late(timer)


def ends(chat: Chat) -> None:
    """Time passes and nobody does anything any more."""
    for _ in range(12):
        for purpose in (Purpose.DEADLINE, Purpose.GREW, Purpose.LAST):
            fire(chat, purpose)
    assert chat.run.status is not Status.OPEN
    assert chat.over


@settings(max_examples=2000, deadline=None, suppress_health_check=SLOW)
@given(beginnings, moves, st.sampled_from(Pace))
def test_whatever_people_do_nothing_sealed_leaves_before_its_reveal(
    beginning: str, history: list[Move], pace: Pace
) -> None:
    play(Watched(beginning, pace), history)


@settings(max_examples=400, deadline=None, suppress_health_check=SLOW)
@given(beginnings, moves, st.sampled_from(Pace), talks)
def test_picks_and_what_was_thought_for_another_are_kept_as_well_as_words_and_nobody_stays_stuck(
    beginning: str, history: list[Move], pace: Pace, talk: str
) -> None:
    chat = Watched(beginning, pace, talk)
    play(chat, history)
    ends(chat)


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
@given(beginnings, moves)
def test_firing_all_timers_ends_any_talk_so_nobody_stays_stuck(beginning: str, history: list[Move]) -> None:
    chat = Watched(beginning)
    play(chat, history)
    ends(chat)


@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
@given(beginnings, moves)
def test_a_stranger_changes_nothing_and_hears_a_kind_no(beginning: str, history: list[Move]) -> None:
    chat = Watched(beginning)
    stranger = chat.outside[0]
    play(chat, [(move, who % 4, number) for move, who, number in history if move != "joins"])
    if chat.run.participant(stranger.id) is not None:  # a tap on "Ik doe mee" made them take part
        return
    before = codec.encode_run(chat.run)
    stranger.says("dit is niet voor mij")
    assert codec.encode_run(chat.run) == before
    assert [type(effect) for effect in chat.effects] == [Refuse]


@settings(max_examples=250, deadline=None, suppress_health_check=SLOW)
@given(lives, tables, moves, st.sampled_from(Pace))
def test_whatever_people_do_in_a_round_everyone_gets_a_turn_and_nobody_stays_stuck(
    flow: str, about: dict[str, Value], history: list[Move], pace: Pace
) -> None:
    chat = Watched(pace=pace, flow=flow, about=about)
    play(chat, history)
    ends(chat)
