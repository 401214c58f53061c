"""A flow or format file: its head and its steps."""

from flows.flow import Flow, Origin, Setting
from flows.names import FlowId, Revision, TextKey
from flows.problems import Code
from flows.source.entry import Entry
from flows.source.fields import Draft, Shelf
from flows.source.naming import format_number, own_name
from flows.source.steps import read_step
from flows.source.written import Written
from flows.steps import Step

TITLE = TextKey("title")


def read_flow(entry: Entry, stem: str, shelf: Shelf) -> Written:
    """What the file says; the shelf is for steps that offer cards or formats."""
    format_number(entry, "format")
    id = FlowId(own_name(entry, stem))
    draft = Draft(shelf=shelf, texts={TITLE: entry.text("title")}, places={"setting": entry.key_at("setting")})
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
        format_steps=frozenset(draft.format_steps),
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
