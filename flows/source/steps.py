"""One step of a flow file to its dataclass: the first key is its kind and name, the others are its fields."""

from collections.abc import Callable, Mapping

from flows.cards import ASKED, EXAMPLES, FOR_PROFESSIONALS, GUEST, PROMPT, STATEMENT
from flows.effects import Deed
from flows.names import FlowId, StepId
from flows.problems import Code, did_you_mean
from flows.source.choosing import read_each, read_pick, read_propose
from flows.source.entry import Entry
from flows.source.fields import Draft, read_slot
from flows.source.naming import name
from flows.source.private import read_choose, read_when, read_who, read_write
from flows.source.timing import read_remind, read_times
from flows.steps import Step
from flows.steps.agree import AgreeStep
from flows.steps.ask import AskStep
from flows.steps.discuss import DiscussStep
from flows.steps.do import DoStep
from flows.steps.fork import ForkStep
from flows.steps.opening import OpeningStep
from flows.steps.react import ReactStep
from flows.steps.reveal import RevealStep
from flows.steps.round import RoundStep
from flows.steps.say import Place, SayStep


def read_step(entry: Entry, draft: Draft) -> Step | None:
    """The step; None, with the problem told, when its kind is not known."""
    kind = next(iter(entry), "")
    if kind not in _READERS:
        what = f"een stap begint met zijn soort; '{kind}' is er geen{did_you_mean(kind, _READERS)}"
        entry.problem(entry.at, Code.UNKNOWN_WORD, what)
        return None
    id = StepId(name(entry, kind))
    draft.places.setdefault(id, entry.text(kind).at)
    step = _READERS[kind](id, entry, draft)
    entry.done()
    return step


def _say(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    return SayStep(id=id, to=entry.word("to", Place), next=draft.next(id, entry))


def _ask(id: StepId, entry: Entry, draft: Draft) -> Step:
    return AskStep(
        id=id,
        slot=draft.asks_each(id, entry, *ASKED),
        deadline=read_times(entry, "deadline"),
        remind=read_remind(entry),
        besides=draft.besides(id, entry),
        options=draft.scale(id, entry) if "options" in entry else (),
        brief=entry.yes("brief"),
        named=entry.yes("named"),
        chairs=draft.earlier(id, entry, "chairs"),
        next=draft.next(id, entry),
    )


def _opening(id: StepId, entry: Entry, draft: Draft) -> Step:
    return OpeningStep(id=id, deadline=read_times(entry, "deadline"), next=draft.next(id, entry))


def _react(id: StepId, entry: Entry, draft: Draft) -> Step:
    return ReactStep(
        id=id,
        of=StepId(draft.named(id, entry, "of")),
        deadline=read_times(entry, "deadline"),
        remind=read_remind(entry),
        next=draft.next(id, entry),
    )


def _reveal(id: StepId, entry: Entry, draft: Draft) -> Step:
    return RevealStep(
        id=id,
        of=StepId(draft.named(id, entry, "of")),
        beneath=draft.earlier(id, entry, "beneath"),
        deadline=read_times(entry, "deadline"),
        patience=read_times(entry, "patience"),
        next=draft.next(id, entry),
    )


def _discuss(id: StepId, entry: Entry, draft: Draft) -> Step:
    return DiscussStep(
        id=id,
        slot=draft.asks(id, entry, PROMPT, "about", GUEST, STATEMENT, "team.allen"),
        deadline=read_times(entry, "deadline"),
        last=read_times(entry, "last"),
        next=draft.next(id, entry),
    )


def _round(id: StepId, entry: Entry, draft: Draft) -> Step:
    return RoundStep(
        id=id,
        slot=draft.asks_each(id, entry, *ASKED),
        deadline=read_times(entry, "deadline"),
        last=read_times(entry, "last"),
        next=draft.next(id, entry),
    )


def _agree(id: StepId, entry: Entry, draft: Draft) -> Step:
    return AgreeStep(
        id=id,
        examples=read_slot(entry, "examples", EXAMPLES, FOR_PROFESSIONALS),
        flow=FlowId(draft.named(id, entry, "flow")),
        deadline=read_times(entry, "deadline"),
        last=read_times(entry, "last"),
        next=draft.next(id, entry),
    )


def _do(id: StepId, entry: Entry, draft: Draft) -> Step:
    return DoStep(id=id, deed=entry.word("deed", Deed), next=draft.next(id, entry))


def _fork(id: StepId, entry: Entry, draft: Draft) -> Step:
    return ForkStep(id=id, known=draft.named(id, entry, "known"), next=draft.next(id, entry))


_READERS: Mapping[str, Callable[[StepId, Entry, Draft], Step]] = {
    "say": _say,
    "ask": _ask,
    "reveal": _reveal,
    "react": _react,
    "opening": _opening,
    "discuss": _discuss,
    "round": _round,
    "agree": _agree,
    "choose": read_choose,
    "write": read_write,
    "when": read_when,
    "who": read_who,
    "pick": read_pick,
    "each": read_each,
    "propose": read_propose,
    "do": _do,
    "fork": _fork,
}
KINDS = tuple(_READERS)
