"""Questions that may be left open, and the ways a flow goes by what it knows."""

from dataclasses import replace
from datetime import UTC, datetime

from flows.effects import Ask, Refuse, Tell
from flows.engine import advance
from flows.events import Event, Pressed, Question, Said, Started
from flows.flow import Flow, Origin, Setting
from flows.line import People, Quote, Value
from flows.manners import Duration, Unit
from flows.moments import WhoMoment
from flows.names import FlowId, Form, MemberId, OptionId, Revision, Role, RunId, StepId, WordsId
from flows.run import Participant, Run
from flows.steps import who
from flows.steps.choose import ChooseStep
from flows.steps.fork import ForkStep
from flows.steps.say import Place, SayStep
from flows.steps.who import WhoStep
from flows.steps.write import WriteStep
from flows.texts import shown
from flows.times import Times

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ONE_DAY = Times(now=Duration(1, Unit.DAYS), spread=Duration(1, Unit.DAYS))
ANNA, JOOST = MemberId(1), MemberId(2)
FLOW = Flow(
    id=FlowId("proef"),
    revision=Revision("r"),
    setting=Setting.PRIVATE,
    origin=Origin.ACT,
    steps=(
        WriteStep(id=StepId("plan-b"), most=80, deadline=ONE_DAY, skip=True),
        WhoStep(id=StepId("helper"), deadline=ONE_DAY, one=True, skip=True, besides="doen"),
        ForkStep(id=StepId("kijk"), known="plan-b", next={OptionId("onbekend"): StepId("verder")}),
        SayStep(id=StepId("mooi"), to=Place.PRIVATE),
        ChooseStep(
            id=StepId("verder"),
            options=(OptionId("plan-b"), OptionId("stop")),
            deadline=ONE_DAY,
            only={OptionId("plan-b"): "plan-b"},
        ),
    ),
)


class Talk:
    """Anna alone with the flow; the last effects are at hand."""

    def __init__(self, **about: Value) -> None:
        parts = (Participant(member=ANNA, role=Role.PARENT),)
        people = {"leden": People((ANNA, JOOST)), **about}
        self.run = Run(id=RunId(1), flow=FLOW.id, revision=FLOW.revision, participants=parts, about=people)
        self.happens(Started(at=NOW, by=ANNA))

    def happens(self, event: Event) -> None:
        self.run, self.effects = advance(FLOW, self.run, event)

    @property
    def question(self) -> Question:
        assert self.run.at is not None and self.run.moment is not None
        return Question(self.run.at, self.run.turn, getattr(self.run.moment, "round", 0))

    def says(self, words: int) -> None:
        said = Said(at=NOW, by=ANNA, question=self.question, words=WordsId(words), form=Form.TEXT, size=10)
        self.happens(said)

    def presses(self, option: str) -> None:
        self.happens(Pressed(at=NOW, by=ANNA, question=self.question, option=OptionId(option)))

    @property
    def offered(self) -> list[str]:
        return [label.id for effect in self.effects if isinstance(effect, Ask) for label in effect.labels]


def test_what_was_left_open_is_not_known_and_what_needs_it_is_not_offered() -> None:
    talk = Talk()
    assert talk.offered == ["overslaan", "stoppen"]
    talk.presses("overslaan")
    assert talk.offered == ["lid-1", "lid-2", "overslaan", "stoppen"]

    talk.presses("overslaan")

    assert talk.offered == ["stop"]
    assert not {"plan-b", "helper"} & talk.run.about.keys()
    talk.presses("plan-b")
    assert any(isinstance(effect, Refuse) for effect in talk.effects)


def test_what_was_said_is_known_and_opens_its_way() -> None:
    talk = Talk()
    talk.says(7)
    talk.presses("lid-2")

    assert any(isinstance(effect, Tell) for effect in talk.effects)
    assert talk.offered == ["plan-b", "stop"]
    assert (talk.run.about["plan-b"], talk.run.about["helper"]) == (Quote((WordsId(7),)), People((JOOST,)))
    talk.presses("plan-b")
    assert talk.run.kept[StepId("verder")] == "plan-b"


def test_who_does_it_already_can_not_be_chosen_to_help() -> None:
    talk = Talk(doen=People((ANNA,)))

    talk.presses("overslaan")

    assert talk.offered == ["lid-2", "overslaan", "stoppen"]


def test_when_nobody_is_left_to_choose_the_question_is_skipped_or_where_it_may_not_be_given_up() -> None:
    talk = Talk(doen=People((ANNA, JOOST)))
    talk.presses("overslaan")
    assert talk.offered == ["stop"], "the question for a helper was passed over"

    step = WhoStep(id=StepId("wie"), deadline=ONE_DAY, besides="doen")
    assert who.enter(step, talk.run).outcome == "stoppen"


def test_everyone_is_one_tap_as_long_as_nobody_was_chosen() -> None:
    step = WhoStep(id=StepId("wie"), deadline=ONE_DAY, all=True)
    run = replace(Talk().run, at=step.id, turn=5)
    asked = who.enter(step, run)
    assert isinstance(asked.run.moment, WhoMoment)
    assert next(label.id for e in asked.effects if isinstance(e, Ask) for label in e.labels) == "iedereen"

    question = Question(step.id, 5, 0)
    all_of_them = who.on(step, asked.run.moment, asked.run, Pressed(at=NOW, by=ANNA, question=question, option=who.ALL))

    assert all_of_them.run.about["wie"] == People((ANNA, JOOST))
    first = who.on(
        step, asked.run.moment, asked.run, Pressed(at=NOW, by=ANNA, question=question, option=OptionId("lid-2"))
    )
    assert next(label.id for e in first.effects if isinstance(e, Ask) for label in e.labels) == "dit-zijn-ze"


def test_an_optional_line_is_there_when_all_it_names_is_known() -> None:
    text = "Wat: {wat}\n[Als: {als}]\n[Hulp: {hulp}, na {als}]\nKlopt het?"

    assert shown(text, {"wat"}) == "Wat: {wat}\nKlopt het?"
    assert shown(text, {"wat", "als"}) == "Wat: {wat}\nAls: {als}\nKlopt het?"
    assert shown(text, {"wat", "als", "hulp"}) == "Wat: {wat}\nAls: {als}\nHulp: {hulp}, na {als}\nKlopt het?"
