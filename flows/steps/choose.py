"""Choose: one person takes one of a few labels in private; where the flow goes next hangs on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import Ask, Close, Expect, Label, Reason, Remind
from flows.events import Event, Fired, Pressed, Purpose, Question, Returned
from flows.line import Line
from flows.moments import ChooseMoment
from flows.names import OptionId, StepId, TextKey
from flows.run import Run
from flows.times import Times
from flows.turn import TIME_UP, Turn, reader, refuse, silent, stay, wake


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseStep:
    """Each option's text is `<step>.<option>` and leads where `next` says, else to the following step.

    `only`: an option that is offered only when the run knows this name (there is a plan B, someone who helps).
    """

    id: StepId
    options: tuple[OptionId, ...]
    deadline: Times
    remind: Times | None = None
    only: Mapping[OptionId, str] = field(default_factory=dict)
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["choose"] = "choose"


def enter(step: ChooseStep, run: Run) -> Turn:
    """Ask, and wait no longer than the deadline."""
    timer = wake(run, Purpose.DEADLINE, step.deadline)
    return stay(run, ChooseMoment(), _ask(step, run, 0), timer)


def on(step: ChooseStep, moment: ChooseMoment, run: Run, event: Event) -> Turn:
    """A label was chosen, something else was written, or nothing came."""
    asked = Question(step.id, run.turn, moment.round)
    match event:
        case Pressed(by=by, option=option, question=question):
            if question != asked:
                return refuse(run, by, Reason.CLOSED)
            if option not in _offered(step, run):
                return refuse(run, by, Reason.USE_LABELS)
            kept = replace(run, kept={**run.kept, step.id: option})
            return Turn(kept, (Close(to=by, question=asked),), option)
        case Returned():
            again = replace(moment, round=moment.round + 1)
            return stay(run, again, Close(to=reader(run), question=asked), _ask(step, run, again.round))
        case Fired(purpose=Purpose.REMIND, round=round) if round == moment.round and not moment.reminded:
            line = run.ui("herinnering-keuze")
            return stay(
                run,
                replace(moment, reminded=True),
                Remind(to=reader(run), question=asked, line=line),
            )
        case Fired(purpose=Purpose.DEADLINE):
            return Turn(run, (Close(to=reader(run), question=asked),), TIME_UP)
        case _:
            return silent(run)


def _offered(step: ChooseStep, run: Run) -> tuple[OptionId, ...]:
    return tuple(o for o in step.options if o not in step.only or step.only[o] in run.about)


def _ask(step: ChooseStep, run: Run, round: int) -> Ask:
    return Ask(
        to=reader(run),
        question=Question(step.id, run.turn, round),
        line=run.line(f"{step.id}.text"),
        labels=tuple(Label(o, Line(TextKey(f"{step.id}.{o}"), run.about)) for o in _offered(step, run)),
        expect=Expect.LABEL,
        remind=step.remind.at(run.pace) if step.remind else None,
    )
