"""Who: one person says who will do it: themself, another member, or several together."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Ask, Close, Expect, Label, Reason
from flows.events import Event, Fired, Pressed, Purpose, Question, Returned
from flows.line import People, Who
from flows.moments import WhoMoment
from flows.names import MemberId, OptionId, StepId
from flows.run import Run
from flows.times import Times
from flows.turn import NEXT, SKIP, TIME_UP, Turn, label, reader, refuse, silent, stay, wake

READY, STOP, ALL = OptionId("dit-zijn-ze"), OptionId("stoppen"), OptionId("iedereen")
MEMBERS = "leden"  # what the run must know when it starts: who can be chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoStep:
    """Chooses among `about['leden']`; the chosen are kept under the step's own name.

    `one`: one person, not several. `all`: everyone is one tap. `skip`: nobody is an answer too. `besides`: the name
    of people who can't be chosen, such as who does it already. `more`: words of its own to ask who else, `<step>.more`.
    """

    id: StepId
    deadline: Times
    one: bool = False
    skip: bool = False
    all: bool = False
    besides: str = ""
    more: bool = False
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["who"] = "who"


def enter(step: WhoStep, run: Run) -> Turn:
    """Ask who, the asker first. When there is nobody to choose, it is as if it was skipped or stopped."""
    members, besides = run.about[MEMBERS], run.about.get(step.besides, People(()))
    assert isinstance(members, People) and isinstance(besides, People)
    asker = reader(run)
    order = tuple(sorted((m for m in members.members if m not in besides.members), key=lambda m: m != asker))
    if not order:
        return Turn(run, (), SKIP if step.skip else STOP)
    timer = wake(run, Purpose.DEADLINE, step.deadline)
    moment = WhoMoment(candidates=order)
    return stay(run, moment, _ask(step, run, moment), timer)


def on(step: WhoStep, moment: WhoMoment, run: Run, event: Event) -> Turn:
    """A member was added, or the list is complete."""
    asked = Question(step.id, run.turn, moment.round)
    match event:
        case Pressed(by=by, question=question) if question != asked:
            return refuse(run, by, Reason.CLOSED)
        case Pressed(by=by, option=option):
            close = Close(to=by, question=asked)
            if option == STOP or (option == SKIP and step.skip):
                return Turn(run, (close,), option)
            if option == ALL and step.all and not moment.chosen:
                return Turn(_kept(step, run, moment.candidates), (close,), NEXT)
            if option == READY and moment.chosen:
                return Turn(_kept(step, run, moment.chosen), (close,), NEXT)
            chosen = next((m for m in moment.candidates if _option(m) == option), None)
            if chosen is None or chosen in moment.chosen:
                return refuse(run, by, Reason.USE_LABELS)
            more = replace(moment, round=moment.round + 1, chosen=(*moment.chosen, chosen))
            if step.one or len(more.chosen) == len(more.candidates):
                return Turn(_kept(step, run, more.chosen), (close,), NEXT)
            return stay(run, more, close, _ask(step, run, more))
        case Returned():
            again = replace(moment, round=moment.round + 1)
            return stay(run, again, Close(to=reader(run), question=asked), _ask(step, run, again))
        case Fired(purpose=Purpose.DEADLINE):
            return Turn(run, (Close(to=reader(run), question=asked),), TIME_UP)
        case _:
            return silent(run)


def _ask(step: WhoStep, run: Run, moment: WhoMoment) -> Ask:
    asker = reader(run)
    left = tuple(m for m in moment.candidates if m not in moment.chosen)
    names = tuple(Label(_option(m), run.ui("knop-ik" if m == asker else "knop-lid", wie=Who(m))) for m in left)
    chosen = People(moment.chosen)
    again = run.line(f"{step.id}.more", **{step.id: chosen}) if step.more else run.ui("wie-nog", wie=chosen)
    line = again if moment.chosen else run.line(f"{step.id}.text")
    return Ask(
        to=asker,
        question=Question(step.id, run.turn, moment.round),
        line=line,
        labels=(
            *((label(READY),) if moment.chosen else (label(ALL),) if step.all else ()),
            *names,
            *((label(SKIP),) if step.skip and not moment.chosen else ()),
            label(STOP),
        ),
        expect=Expect.LABEL,
    )


def _option(member: MemberId) -> OptionId:
    return OptionId(f"lid-{member}")


def _kept(step: WhoStep, run: Run, chosen: tuple[MemberId, ...]) -> Run:
    return replace(run, about={**run.about, step.id: People(chosen)})
