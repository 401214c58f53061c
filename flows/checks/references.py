"""Whether what a step names is there: what was asked, picked or turned before, what becomes known, what it begins."""

from collections.abc import Iterator, Mapping

from flows.checks.given import given, may_know
from flows.checks.graph import is_sound, leads_to
from flows.flow import Setting
from flows.names import FlowId, OptionId, Pace, StepId
from flows.problems import Code, Position, Problem, did_you_mean
from flows.proposing import Mood, Time
from flows.source import ENDING, Content, Written
from flows.steps import Step
from flows.steps.agree import AgreeStep
from flows.steps.ask import AskStep
from flows.steps.choose import ChooseStep
from flows.steps.fork import ForkStep
from flows.steps.pick import PickStep
from flows.steps.propose import FITS, ProposeStep
from flows.steps.react import ReactStep
from flows.steps.reveal import RevealStep
from flows.steps.when import WhenStep
from flows.steps.who import WhoStep


def known(content: Content) -> Iterator[Problem]:
    """What a fork or an `only` looks for can be known in this flow; options that are named are there."""
    for written in content.written.values():
        names = {*given(written.flow), *may_know(written.flow), *(step.id for step in written.flow.steps)}
        names |= {f"{FITS}{f}" for step in written.flow.steps if isinstance(step, ProposeStep) for f in step.formats}
        if written.flow.setting is Setting.TALK:
            names.update(Pace)
        for step in written.flow.steps:
            places = {f"{step.id}.known": step.known} if isinstance(step, ForkStep) else {}
            if isinstance(step, AskStep | WhoStep) and step.besides:
                places = {f"{step.id}.not": step.besides}
            if isinstance(step, ChooseStep | PickStep):
                places = {f"{step.id}.only.{option}": name for option, name in step.only.items()}
                for option in step.only:
                    if option not in step.options:
                        what = f"'{step.id}' heeft geen keuze '{option}'{did_you_mean(option, step.options)}"
                        yield Problem(written.places[f"{step.id}.only.{option}"], Code.UNKNOWN_OUTCOME, what)
            if isinstance(step, WhenStep) and step.since is not None:
                places = {f"{step.id}.since": step.since}
            if isinstance(step, PickStep):
                for option in (*step.begins, *step.does):
                    if option not in step.options:
                        what = f"'{step.id}' heeft geen keuze '{option}'{did_you_mean(option, step.options)}"
                        yield Problem(_place(written, step.id, option), Code.UNKNOWN_OUTCOME, what)
            for place, name in places.items():
                if name not in names:
                    what = f"'{name}' wordt hier nooit bekend{did_you_mean(name, names)}"
                    yield Problem(written.places[place], Code.UNKNOWN_NAME, what)


def picked(content: Content) -> Iterator[Problem]:
    """What a step takes from another was picked there, in words that it understands."""
    for written in content.written.values():
        picks = {step.id: step for step in written.flow.steps if isinstance(step, PickStep)}
        for step in written.flow.steps:
            taken: dict[str, tuple[StepId, frozenset[str]]] = {}
            if isinstance(step, PickStep):
                taken = {"of": (step.of, frozenset())} if step.of is not None else {}
                for option in step.gives:
                    if option not in step.only:
                        what = f"'{option}' geeft niets door; zet bij 'only' van welke naam '{option}' afhangt"
                        yield Problem(written.places[f"{step.id}.gives.{option}"], Code.UNKNOWN_OUTCOME, what)
            if isinstance(step, ProposeStep):
                taken = {
                    "time": (step.time, frozenset(Time)),
                    "mood": (step.mood, frozenset(Mood)),
                }
            for key, (name, known) in taken.items():
                at, pick = written.places[f"{step.id}.{key}"], picks.get(name)
                if pick is None:
                    what = f"er is geen stap 'pick: {name}'{did_you_mean(name, picks)}"
                    yield Problem(at, Code.UNKNOWN_STEP, what)
                elif (
                    known
                    and is_sound(written.flow)
                    and not known.issuperset(o for o in pick.options if leads_to(written.flow, pick, o, step))
                ):
                    what = f"bij '{name}' kan alleen: {', '.join(sorted(known))}"
                    yield Problem(at, Code.UNKNOWN_OUTCOME, what)


def references(content: Content) -> Iterator[Problem]:
    """What is turned was asked, reactions are to what was turned, and a flow that is begun is with one person."""
    flows = {FlowId(path.split("/")[1].removesuffix(ENDING)) for path in content.paths if path.startswith("flows/")}
    private = {w.flow.id: w.flow.setting is Setting.PRIVATE for w in content.flows.values()}
    for written in content.written.values():
        asked: list[str] = []
        turned: list[str] = []
        for step in written.flow.steps:
            for key, of in _needed(step).items():
                if of not in asked:
                    what = f"'{of}' is nog niet gevraagd{did_you_mean(of, asked, '; zet er eerst een ask voor')}"
                    yield Problem(written.places[f"{step.id}.{key}"], Code.NOTHING_ASKED, what)
            if isinstance(step, ReactStep) and step.of not in turned:
                near = did_you_mean(step.of, turned, "; zet er eerst een reveal voor")
                what = f"'{step.of}' is nog niet omgedraaid{near}"
                yield Problem(written.places[f"{step.id}.of"], Code.NOTHING_ASKED, what)
            if isinstance(step, AgreeStep):
                yield from _begun(written.places[f"{step.id}.flow"], step.flow, flows, private)
            if isinstance(step, PickStep):
                for option, flow in step.begins.items():
                    yield from _begun(written.places[f"{step.id}.begins.{option}"], flow, flows, private)
            if isinstance(step, AskStep | ReactStep):
                asked.append(step.id)
            if isinstance(step, RevealStep):
                turned.append(step.id)


def _begun(at: Position, flow: FlowId, flows: set[FlowId], private: Mapping[FlowId, bool]) -> Iterator[Problem]:
    if flow not in flows:
        what = f"er is geen bestand flows/{flow}.yaml{did_you_mean(flow, flows)}"
        yield Problem(at, Code.UNKNOWN_FLOW, what)
    elif not private.get(flow, True):
        what = f"'{flow}' is niet met één persoon; kies een flow met 'setting: apart'"
        yield Problem(at, Code.UNKNOWN_FLOW, what)


def _place(written: Written, step: StepId, option: OptionId) -> Position:
    """Where this option of a pick step was named."""
    return written.places.get(f"{step}.begins.{option}", written.places[step])


def _needed(step: Step) -> Mapping[str, StepId]:
    """The steps of which this one needs the answers, each by the key under which it names it."""
    match step:
        case RevealStep(of=of, beneath=beneath):
            return {"of": of, "beneath": beneath} if beneath is not None else {"of": of}
        case AskStep(chairs=chairs) if chairs is not None:
            return {"chairs": chairs}
        case _:
            return {}
