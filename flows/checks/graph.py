"""A flow as a graph: how each step can end, where that leads, and what is surely known on arrival."""

from collections.abc import Callable, Iterator, Mapping
from typing import assert_never

from flows.answers import COMPLETE
from flows.flow import END, Flow
from flows.names import OptionId, StepId
from flows.reacting import NONE
from flows.steps import Step
from flows.steps.agree import AgreeStep
from flows.steps.ask import AskStep
from flows.steps.choose import ChooseStep
from flows.steps.discuss import DiscussStep
from flows.steps.do import DoStep
from flows.steps.each import EachStep
from flows.steps.fork import KNOWN, UNKNOWN, ForkStep
from flows.steps.opening import OpeningStep
from flows.steps.pick import BY, PickStep
from flows.steps.propose import FITTING, REASON, ProposeStep
from flows.steps.react import ReactStep
from flows.steps.reveal import CLOSED, RevealStep
from flows.steps.round import RoundStep
from flows.steps.say import SayStep
from flows.steps.when import STOP, WhenStep
from flows.steps.who import WhoStep
from flows.steps.write import WriteStep
from flows.turn import NEXT, SKIP, TIME_UP

NO_ANSWER = (TIME_UP, STOP, SKIP)
"""How a question ends without an answer."""


def outcomes(step: Step) -> tuple[OptionId, ...]:
    """Every way in which this step can end."""
    match step:
        case SayStep() | DoStep() | ProposeStep() | OpeningStep():
            return (NEXT,)
        case AskStep() | EachStep():
            return (COMPLETE, TIME_UP)
        case RevealStep():
            return (NEXT, CLOSED)
        case ReactStep():
            return (NEXT, NONE)
        case DiscussStep() | AgreeStep() | RoundStep():
            return (NEXT, TIME_UP)
        case ChooseStep(options=options):
            return (*options, TIME_UP)
        case PickStep(options=options, begins=begins, does=does):
            return (*(o for o in options if o not in begins and o not in does), TIME_UP)
        case WriteStep(skip=skip) | WhoStep(skip=skip):
            return (NEXT, *((SKIP,) if skip else ()), STOP, TIME_UP)
        case WhenStep():
            return (NEXT, STOP, TIME_UP)
        case ForkStep():
            return (KNOWN, UNKNOWN)
        case _:
            assert_never(step)


def waits(step: Step) -> bool:
    """Whether a run stands still at this step until something happens."""
    return not isinstance(step, SayStep | DoStep | ForkStep | ProposeStep)


def says(step: Step, outcome: OptionId) -> frozenset[str]:
    """The names this ending fills in, or makes sure of, for later texts."""
    match step:
        case WriteStep() | WhoStep() | WhenStep():
            return frozenset({step.id} if outcome == NEXT else ())
        case PickStep(only=only, gives=gives):
            seen = {only[outcome]} if outcome in only else set[str]()
            seen |= {gives[outcome]} if outcome in gives else set[str]()
            return frozenset({step.id, BY, *seen} if outcome != TIME_UP else ())
        case EachStep():
            return frozenset({step.id} if outcome == COMPLETE else ())
        case ProposeStep():
            return frozenset({step.id, REASON, FITTING})
        case ForkStep(known=known):
            return frozenset({known} if outcome == KNOWN else ())
        case ChooseStep(only=only):
            return frozenset({only[outcome]} if outcome in only else ())
        case _:
            return frozenset()


def chooses(step: Step, outcome: OptionId) -> frozenset[str]:
    """The step's own name, when this ending keeps an option under it for later deeds."""
    return frozenset({step.id} if isinstance(step, ChooseStep | PickStep) and outcome != TIME_UP else ())


def is_sound(flow: Flow) -> bool:
    """Whether every `next` leads to a step of this flow; only then can it be walked."""
    names = {END, *(step.id for step in flow.steps)}
    return all(target in names for step in flow.steps for target in step.next.values())


def ways(flow: Flow, step: Step) -> Iterator[tuple[OptionId, Step | None]]:
    """Each way this step of a sound flow can end, with the step it leads to (None: the end)."""
    for outcome in outcomes(step):
        yield outcome, flow.after(step, outcome)


def leads_to(flow: Flow, step: Step, outcome: OptionId, goal: Step) -> bool:
    """Whether a sound flow can come to `goal` after this step ended so, and before it is asked again."""
    seen = {step.id}
    todo = [flow.after(step, outcome)]
    while todo:
        here = todo.pop()
        if here is None or here.id in seen:
            continue
        seen.add(here.id)
        todo += [following for _, following in ways(flow, here)]
    return goal.id in seen - {step.id}


def surely(flow: Flow, fills: Callable[[Step, OptionId], frozenset[str]]) -> Mapping[StepId, frozenset[str]]:
    """For each step of a sound flow that can be reached: the names filled in on arrival, whichever way was taken."""
    known: dict[StepId, frozenset[str]] = {flow.steps[0].id: frozenset()}
    todo = [flow.steps[0]]
    while todo:
        step = todo.pop()
        for outcome, following in ways(flow, step):
            if following is None:
                continue
            here = known[step.id] | fills(step, outcome)
            there = known.get(following.id)
            both = here if there is None else here & there
            if both != there:
                known[following.id] = both
                todo.append(following)
    return known
