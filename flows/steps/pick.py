"""Pick: the group picks one of a few things by a tap on the board; the first tap of a member counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.effects import OF_HOME, Begin, Board, Button, Deed, Do, Reason
from flows.events import Event, Fired, Known, Purpose, Tapped
from flows.line import People, Who, Word
from flows.moments import PickMoment
from flows.names import FlowId, OptionId, Role, StepId, TextKey
from flows.run import Run
from flows.times import Times
from flows.turn import TIME_UP, Turn, refuse, silent, stay, wake

BY = "door"
"""The name under which the run keeps who picked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PickStep:
    """Each option's text is `<step>.<option>`; what was picked is kept under the step's own name.

    `only`: an option that is offered only when the run knows this name; `gives`: such an option hands the value it
    hangs on on under this name. `begins`: options that begin this flow in private with who tapped; the board stays as
    it is. `among`: options that belong to a group (a card to its deck), offered only when `of` kept that group.
    `does`: options that do this deed for who tapped, while the board stays; who did so already is known under the
    option's own name.
    """

    id: StepId
    options: tuple[OptionId, ...]
    deadline: Times
    only: Mapping[OptionId, str] = field(default_factory=dict)
    begins: Mapping[OptionId, FlowId] = field(default_factory=dict)
    gives: Mapping[OptionId, str] = field(default_factory=dict)
    of: StepId | None = None
    among: Mapping[OptionId, OptionId] = field(default_factory=dict)
    does: Mapping[OptionId, Deed] = field(default_factory=dict)
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["pick"] = "pick"


def enter(step: PickStep, run: Run) -> Turn:
    """Show what can be picked."""
    timer = wake(run, Purpose.DEADLINE, step.deadline)
    return stay(run, PickMoment(), _board(step, run), timer)


def on(step: PickStep, moment: PickMoment, run: Run, event: Event) -> Turn:
    """Someone picked, what is shown changed, or nobody picked in time."""
    match event:
        case Tapped(by=by, option=option) if option in step.begins:
            return Turn(run, (Begin(flow=step.begins[option], by=by),))
        case Tapped(by=by, option=option) if option in step.does:
            done, own = run.about.get(option), run.participant(by)
            if own is not None and own.role not in (Role.PUPIL, Role.PARENT) and step.does[option] in OF_HOME:
                return refuse(run, by, Reason.THEIRS_TO_SAY)
            if isinstance(done, People) and by in done.members:
                return refuse(run, by, Reason.TWICE)
            return Turn(run, (Do(deed=step.does[option], by=by),))
        case Tapped(by=by, option=option):
            if option not in _offered(step, run):
                return refuse(run, by, Reason.CLOSED)
            about = {**run.about, step.id: Word(TextKey(f"{step.id}.{option}")), BY: Who(by)}
            if option in step.gives:
                about[step.id] = about[step.gives[option]] = run.about[step.only[option]]
            return Turn(replace(run, kept={**run.kept, step.id: option}, about=about), (), option)
        case Known(below=below):
            return stay(run, moment, replace(_board(step, run), fresh=below))
        case Fired(purpose=Purpose.DEADLINE):
            return Turn(run, (), TIME_UP)
        case _:
            return silent(run)


def _board(step: PickStep, run: Run) -> Board:
    rows = tuple((Button(o, run.line(f"{step.id}.{o}"), private=o in step.begins),) for o in _offered(step, run))
    return Board(lines=(run.line(f"{step.id}.text"),), buttons=rows)


def _offered(step: PickStep, run: Run) -> tuple[OptionId, ...]:
    group = run.kept.get(step.of) if step.of is not None else None
    return tuple(
        o
        for o in step.options
        if (o not in step.only or step.only[o] in run.about) and (step.of is None or step.among.get(o) == group)
    )
