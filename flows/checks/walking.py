"""Whether a flow can be walked: every step reached, no step rushed past in silence, every deed well prepared."""

from collections.abc import Iterator

from flows.checks.given import CHOSEN, MAY_BE_CHOSEN, SAID, given
from flows.checks.graph import NO_ANSWER, chooses, is_sound, leads_to, outcomes, says, surely, waits, ways
from flows.names import StepId
from flows.problems import Code, Problem
from flows.source import Content, Written
from flows.steps import Step
from flows.steps.choose import ChooseStep
from flows.steps.do import DoStep
from flows.steps.each import EachStep
from flows.steps.pick import PickStep
from flows.steps.when import WhenStep
from flows.steps.who import WhoStep
from flows.steps.write import WriteStep


def sound(content: Content) -> Iterator[Written]:
    """The flows and formats that can be walked at all."""
    return (written for written in content.written.values() if is_sound(written.flow))


def reached(content: Content) -> Iterator[Problem]:
    """Every step can be reached from the first."""
    for written in sound(content):
        arrived = surely(written.flow, says)
        for step in written.flow.steps:
            if step.id not in arrived:
                what = f"hier komt het gesprek nooit; laat een 'next' naar '{step.id}' gaan, of haal de stap weg"
                yield Problem(written.places[step.id], Code.NEVER_REACHED, what)


def silence(content: Content) -> Iterator[Problem]:
    """A personal question says what follows when no answer comes; the next step may not take silence for a yes."""
    for written in content.written.values():
        for step in written.flow.steps[:-1]:
            if not isinstance(step, ChooseStep | PickStep | EachStep | WriteStep | WhoStep | WhenStep):
                continue
            for outcome in outcomes(step):
                if outcome in NO_ANSWER and outcome not in step.next:
                    what = f"er staat niet wat er bij '{outcome}' gebeurt; zet het bij 'next', zoals '{outcome}: einde'"
                    yield Problem(written.places[step.id], Code.SILENCE, what)


def endless(content: Content) -> Iterator[Problem]:
    """No round of steps without one that waits: the bot would talk to itself for ever."""
    for written in sound(content):
        for step in written.flow.steps:
            if not waits(step) and _returns(written, step):
                what = f"'{step.id}' komt steeds weer bij zichzelf uit; laat 'next' naar een andere stap gaan"
                yield Problem(written.places[step.id], Code.ENDLESS, what)


def _returns(written: Written, step: Step) -> bool:
    seen: set[StepId] = set()
    here: Step | None = step
    while here is not None and not waits(here) and here.id not in seen:
        seen.add(here.id)
        here = next(following for _, following in ways(written.flow, here))
    return here is not None and here.id == step.id


def deeds(content: Content) -> Iterator[Problem]:
    """A deed finds what it hands over, whichever way led to it."""
    for written in sound(content):
        said, chosen = surely(written.flow, says), surely(written.flow, chooses)
        for step in written.flow.steps:
            if not isinstance(step, DoStep) or step.id not in said:
                continue
            for name in sorted(SAID.get(step.deed, frozenset()) - said[step.id] - given(written.flow)):
                yield _lacks(written, step, f"heeft een antwoord op '{name}' nodig; vraag dat altijd eerst")
            for name, options in CHOSEN.get(step.deed, {}).items():
                if name not in chosen[step.id]:
                    yield _lacks(written, step, f"heeft een keuze bij '{name}' nodig; vraag dat altijd eerst")
                else:
                    yield from _strange(written, step, name, options)
            for name, options in MAY_BE_CHOSEN.get(step.deed, {}).items():
                if any(other.id == name for other in written.flow.steps):
                    yield from _strange(written, step, name, options)


def _lacks(written: Written, step: DoStep, what: str) -> Problem:
    return Problem(written.places[step.id], Code.DEED_LACKS, f"'deed: {step.deed}' {what}")


def _strange(written: Written, deed: DoStep, name: StepId, options: frozenset[str]) -> Iterator[Problem]:
    """The first option that can lead to the deed and that it would not understand."""
    step = written.flow.step(name)
    if not options or not isinstance(step, ChooseStep | PickStep):
        return
    for option in step.options:
        if option not in options and leads_to(written.flow, step, option, deed):
            what = f"kent bij '{name}' geen '{option}'; kies uit: {', '.join(sorted(options))}"
            yield _lacks(written, deed, what)
            return
