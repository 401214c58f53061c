"""The closed set of kinds of step, and the two places that dispatch on them."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field

from flows.cards import ENDS
from flows.events import Event
from flows.moments import (
    AgreeMoment,
    AskMoment,
    ChooseMoment,
    DiscussMoment,
    EachMoment,
    Moment,
    OpeningMoment,
    PickMoment,
    ReactMoment,
    RevealMoment,
    RoundMoment,
    WhenMoment,
    WhoMoment,
    WriteMoment,
)
from flows.run import Run
from flows.steps import (
    agree,
    ask,
    choose,
    discuss,
    do,
    each,
    fork,
    opening,
    pick,
    propose,
    react,
    reveal,
    round,
    say,
    when,
    who,
    write,
)
from flows.steps.agree import AgreeStep
from flows.steps.ask import AskStep
from flows.steps.choose import ChooseStep
from flows.steps.discuss import DiscussStep
from flows.steps.do import DoStep
from flows.steps.each import EachStep
from flows.steps.fork import ForkStep
from flows.steps.opening import OpeningStep
from flows.steps.pick import PickStep
from flows.steps.propose import ProposeStep
from flows.steps.react import ReactStep
from flows.steps.reveal import RevealStep
from flows.steps.round import RoundStep
from flows.steps.say import SayStep
from flows.steps.when import WhenStep
from flows.steps.who import WhoStep
from flows.steps.write import WriteStep
from flows.turn import Turn

Step: TypeAlias = Annotated[
    SayStep
    | AskStep
    | RevealStep
    | ReactStep
    | OpeningStep
    | DiscussStep
    | RoundStep
    | AgreeStep
    | ChooseStep
    | WriteStep
    | WhenStep
    | WhoStep
    | PickStep
    | ProposeStep
    | EachStep
    | DoStep
    | ForkStep,
    Field(discriminator="kind"),
]


def slots(step: Step) -> tuple[str, ...]:
    """The slots of a card that this step takes its words from ('vraag'; 'schaal.laag' for one part)."""
    match step:
        case AskStep(slot=slot) | DiscussStep(slot=slot) | RoundStep(slot=slot):
            return () if slot.startswith(f"{step.id}.") else (slot, *ENDS.get(slot, ()))
        case _:
            return ()


def enter(step: Step, run: Run) -> Turn:
    """The run arrives at this step."""
    match step:
        case SayStep():
            return say.enter(step, run)
        case AskStep():
            return ask.enter(step, run)
        case RevealStep():
            return reveal.enter(step, run)
        case ReactStep():
            return react.enter(step, run)
        case OpeningStep():
            return opening.enter(step, run)
        case DiscussStep():
            return discuss.enter(step, run)
        case RoundStep():
            return round.enter(step, run)
        case AgreeStep():
            return agree.enter(step, run)
        case ChooseStep():
            return choose.enter(step, run)
        case WriteStep():
            return write.enter(step, run)
        case WhenStep():
            return when.enter(step, run)
        case WhoStep():
            return who.enter(step, run)
        case PickStep():
            return pick.enter(step, run)
        case ProposeStep():
            return propose.enter(step, run)
        case EachStep():
            return each.enter(step, run)
        case DoStep():
            return do.enter(step, run)
        case ForkStep():
            return fork.enter(step, run)
        case _:
            assert_never(step)


def on(step: Step, moment: Moment, run: Run, event: Event) -> Turn:
    """Something happened while the run stands at this step."""
    match step, moment:
        case AskStep(), AskMoment():
            return ask.on(step, moment, run, event)
        case RevealStep(), RevealMoment():
            return reveal.on(step, moment, run, event)
        case ReactStep(), ReactMoment():
            return react.on(step, moment, run, event)
        case OpeningStep(), OpeningMoment():
            return opening.on(step, moment, run, event)
        case DiscussStep(), DiscussMoment():
            return discuss.on(step, moment, run, event)
        case RoundStep(), RoundMoment():
            return round.on(step, moment, run, event)
        case AgreeStep(), AgreeMoment():
            return agree.on(step, moment, run, event)
        case ChooseStep(), ChooseMoment():
            return choose.on(step, moment, run, event)
        case WriteStep(), WriteMoment():
            return write.on(step, moment, run, event)
        case WhenStep(), WhenMoment():
            return when.on(step, moment, run, event)
        case WhoStep(), WhoMoment():
            return who.on(step, moment, run, event)
        case PickStep(), PickMoment():
            return pick.on(step, moment, run, event)
        case EachStep(), EachMoment():
            return each.on(step, moment, run, event)
        case _:
            raise AssertionError(f"a {step.kind} step can't stand at a {moment.kind} moment")
