"""A flow or format file: its head and its steps."""

from collections.abc import Mapping

from flows.flow import Flow, Origin, Setting
from flows.names import FlowId, OptionId, Revision, TextKey
from flows.problems import Code, Placed
from flows.source.entry import Entry
from flows.source.fields import Draft
from flows.source.naming import format_number, own_name
from flows.source.steps import read_step
from flows.source.written import Written
from flows.steps import Step

TITLE = TextKey("title")


def read_flow(
    entry: Entry, stem: str, titles: Mapping[OptionId, Placed], languages: Mapping[OptionId, Placed]
) -> Written:
    """What the file says; `titles` of all cards and names of all `languages`, for a step that offers them."""
    format_number(entry, "format")
    id = FlowId(own_name(entry, stem))
    draft = Draft(
        titles=titles,
        languages=languages,
        texts={TITLE: entry.text("title")},
        places={"setting": entry.key_at("setting")},
    )
    setting = entry.word("setting", Setting)
    origin = entry.word("origin", Origin, Origin.ACT)
    steps = _steps(entry, draft)
    entry.done()
    return Written(
        file=entry.file,
        flow=Flow(id=id, revision=Revision(""), setting=setting, origin=origin, steps=steps),
        texts=draft.texts,
        places=draft.places,
        card_steps=frozenset(draft.card_steps),
        language_steps=frozenset(draft.language_steps),
    )


def _steps(entry: Entry, draft: Draft) -> tuple[Step, ...]:
    before = len(entry.found)
    entries = entry.entries("steps")
    if not entries and len(entry.found) == before:
        entry.problem(entry.key_at("steps"), Code.MISSING_KEY, "hier staat geen stap; begin met '- say: welkom'")
    steps: list[Step] = []
    for one in entries:
        step = read_step(one, draft)
        if step is None:
            continue
        if any(step.id == other.id for other in steps):
            what = f"de stap '{step.id}' is er al; geef deze een andere naam"
            entry.problem(one.at, Code.NAME_TWICE, what)
        steps.append(step)
    return tuple(steps)
