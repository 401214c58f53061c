"""Whether the parts of a flow fit together: names, outcomes, and steps that suit whom the flow is with."""

from collections.abc import Iterator, Mapping

from flows.cards import EXAMPLES, SLOTS
from flows.checks.given import ALWAYS, LISTED, given
from flows.checks.graph import outcomes
from flows.flow import END, Setting
from flows.names import TextKey
from flows.problems import Code, Problem, did_you_mean
from flows.source import TIPS, Content
from flows.steps import Step
from flows.steps.pick import BY
from flows.steps.say import Place, SayStep

FITTING: Mapping[Setting, frozenset[str]] = {
    Setting.TALK: frozenset({"say", "ask", "reveal", "react", "opening", "discuss", "round", "agree", "do", "fork"}),
    Setting.GROUP: frozenset({"say", "pick", "each", "propose", "round", "do", "fork"}),
    Setting.PRIVATE: frozenset({"say", "choose", "write", "who", "when", "do", "fork"}),
}
"""Which kinds of step work with whom: a private question needs the one person the flow is with."""

OF_CARD = frozenset({"title", "about", *SLOTS, EXAMPLES})


def names(content: Content) -> Iterator[Problem]:
    """No step has a name that already means something else in a text or in `next`."""
    for written in content.written.values():
        taken = {END, LISTED, BY, *ALWAYS, *OF_CARD, *given(written.flow)}
        for step in written.flow.steps:
            if step.id in taken:
                what = f"de naam '{step.id}' is al ergens anders voor; geef de stap een andere naam"
                yield Problem(written.places[step.id], Code.NAME_TWICE, what)


def nexts(content: Content) -> Iterator[Problem]:
    """Every `next` names a way the step can end, and a step that is there."""
    for written in content.written.values():
        steps = [END, *(step.id for step in written.flow.steps)]
        for step in written.flow.steps:
            known = outcomes(step)
            for outcome, target in step.next.items():
                if outcome not in known:
                    what = f"zo eindigt '{step.id}' nooit: '{outcome}'{did_you_mean(outcome, known)}"
                    yield Problem(written.places[f"{step.id}.next.{outcome}"], Code.UNKNOWN_OUTCOME, what)
                if target not in steps:
                    what = f"er is geen stap '{target}'{did_you_mean(target, steps)}"
                    yield Problem(written.places[f"{step.id}.next.{outcome}.to"], Code.UNKNOWN_STEP, what)


def settings(content: Content) -> Iterator[Problem]:
    """Every kind of step suits whom the flow is with; a format is always a talk, and only that."""
    for written in content.formats.values():
        if written.flow.setting is not Setting.TALK:
            what = "een werkvorm is altijd met de hele groep; schrijf 'setting: gesprek'"
            yield Problem(written.places["setting"], Code.WRONG_PLACE, what)
    for written in content.flows.values():
        if written.flow.setting is Setting.TALK:
            what = "een gesprek met kaarten hoort in formats/; kies hier 'groep' of 'apart'"
            yield Problem(written.places["setting"], Code.WRONG_PLACE, what)
    for written in content.written.values():
        setting = written.flow.setting
        for step in written.flow.steps:
            if not _fits(step, setting):
                kinds = ", ".join(sorted(FITTING[setting]))
                what = f"'{step.kind}: {step.id}' kan niet als de setting '{setting}' is; wel kan: {kinds}"
                if isinstance(step, SayStep):
                    what = f"'to: {step.to}' kan niet als de setting '{setting}' is; kies een andere plek"
                yield Problem(written.places[step.id], Code.WRONG_PLACE, what)


def _fits(step: Step, setting: Setting) -> bool:
    if isinstance(step, SayStep):
        return (step.to is Place.PRIVATE) == (setting is Setting.PRIVATE)
    return step.kind in FITTING[setting]


def tips(content: Content) -> Iterator[Problem]:
    """A flow that shows a tip finds the file with the tips."""
    for written in content.written.values():
        if written.shows_tips and TIPS not in content.paths:
            what = f"hier staat een tip, maar er is geen {TIPS}; maak dat bestand, of haal de tip weg"
            yield Problem(written.texts[TextKey("title")].at, Code.UNKNOWN_PLACEHOLDER, what)
