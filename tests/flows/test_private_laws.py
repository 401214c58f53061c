"""The laws of a dialogue with one person: it answers, it ends, and it keeps no word that nobody has a use for."""

from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from flows.checks.given import given
from flows.effects import TAKES_WORDS, Ask, Do, Effect
from flows.events import DayGiven, Event, Pressed, Purpose, Said
from flows.flow import Setting
from flows.line import Day, Line, People, Quote, Value, Who
from flows.names import FlowId, Form, MemberId
from flows.run import Status
from flows.steps.write import WriteStep
from tests.chat import LIBRARY, Chat, OpenQuestion
from tests.flows.people import ANNA, JOOST, NOOR

pytestmark = pytest.mark.law

PRIVATE = sorted(id for id in LIBRARY.flows if LIBRARY.flow(id).setting is Setting.PRIVATE)
DAYS: tuple[tuple[date, ...], ...] = ((), (date(2026, 12, 4),), (date(2026, 12, 4), date(2026, 12, 11)))
MOVES = ("label", "label", "old label", "writes", "writes at length", "speaks", "gives", "blocks", "returns", "leaves",
         "twice", "remind")  # fmt: skip
moves = st.lists(st.sampled_from(list(product(MOVES, range(8)))), min_size=5, max_size=25)


class Watched(Chat):
    """A private dialogue that checks after each event that it holds together."""

    def __init__(self, flow: str) -> None:
        self.asked: list[OpenQuestion] = []
        self.last: Event | None = None
        people = People((MemberId(1), MemberId(2), MemberId(3)))
        some = People(people.members[:2])  # someone is left to hand it over to
        told: dict[str, Value] = {"wat": Quote(()), "wie": some, "wanneer": Day(date(2026, 12, 4))}
        told["dag"] = Day(date(2026, 11, 23))
        about = {
            "leden": people,
            **({name: told.get(name, Who(MemberId(2))) for name in given(LIBRARY.flow(FlowId(flow)))}),
        }
        super().__init__(flow, ANNA, outside=(JOOST, NOOR), about=about)

    def text(self, line: Line) -> str:
        return line.key

    def carry_out(self, effect: Effect) -> None:
        super().carry_out(effect)
        if isinstance(effect, Ask):
            open = self.people[0].open
            assert open is not None
            self.asked.append(open)

    def happens(self, event: Event) -> None:
        heard, self.last = len(self.people[0].heard), event
        old = isinstance(event, Pressed | DayGiven) and event.question != self.asked[-1].question
        super().happens(event)
        assert self.refused or not old, "a keyboard from before still works"
        if isinstance(event, Said | Pressed | DayGiven):
            assert len(self.people[0].heard) > heard or self.over, "someone spoke and heard nothing"
        asked = self.people[0].open
        assert (asked is None) == (self.run.status is not Status.OPEN), "a question too many, or none to go on with"
        assert asked is None or (asked.question.step, asked.question.turn) == (self.run.at, self.run.turn)

    def plays(self, move: str, number: int) -> None:
        anna = self.people[0]
        asked = anna.open or self.asked[-1]
        match move:
            case "label":
                anna.presses_old(asked, asked.labels[number % len(asked.labels)].id)
            case "old label":
                old = self.asked[-1 - number // 2 % len(self.asked)]
                anna.presses_old(old, old.labels[number % 2 % len(old.labels)].id)
            case "writes" | "writes at length" | "speaks":
                form, size = Form.VOICE if move == "speaks" else Form.TEXT, 20 if move == "writes" else 50 * number
                words = self.keep(anna.id, "geheim")
                said = Said(at=self.now, by=anna.id, question=asked.question, words=words, form=form, size=size)
                self.happens(said)
                if self.refused:
                    self.erased.add(words)  # intake keeps nothing of what was refused
            case "gives":
                days = DAYS[number % 3]
                self.happens(DayGiven(at=self.now, by=anna.id, question=asked.question, days=days))
            case "twice" if self.last and not isinstance(self.last, Said):
                self.happens(self.last)
            case "remind" if anna.open:
                self.fires(Purpose.REMIND, anna)
            case "blocks" | "returns" | "leaves":
                getattr(anna, move)()


@pytest.mark.parametrize("flow", PRIVATE)
def test_whatever_someone_does_their_dialogue_answers_ends_and_leaves_no_loose_words(flow: str) -> None:
    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @for_all(moves)
    def playing(history: list[tuple[str, int]]) -> None:
        chat = Watched(flow)
        for move, number in history:
            chat.plays(move, number)
        for _ in range(12):
            if not chat.over:
                chat.fires(Purpose.DEADLINE)
        assert chat.over, "it never ends"
        handed_over = any(isinstance(deed, Do) and deed.deed in TAKES_WORDS for deed in chat.deeds)
        assert set(chat.words) - chat.erased == (set(quoted(chat)) if handed_over else set()), "loose words"

    playing()


def quoted(chat: Chat) -> tuple[int, ...]:
    written = (chat.run.about.get(step.id) for step in chat.flow.steps if isinstance(step, WriteStep))
    return tuple(words for value in written if isinstance(value, Quote) for words in value.words)
