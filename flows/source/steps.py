"""One step of a flow file to its dataclass: the first key is its kind and name, the others are its fields."""

from collections.abc import Callable, Mapping

from flows.cards import ASKED, EXAMPLES, FOR_PROFESSIONALS, GUEST, PROMPT, STATEMENT
from flows.effects import Deed
from flows.names import FlowId, OptionId, StepId
from flows.problems import Code, did_you_mean
from flows.reach import AWAY, USUAL
from flows.source.choosing import read_each, read_pick, read_propose
from flows.source.entry import Entry
from flows.source.fields import Draft, read_slot, read_times
from flows.source.naming import name
from flows.steps import Step
from flows.steps.agree import AgreeStep
from flows.steps.ask import AskStep
from flows.steps.choose import ChooseStep
from flows.steps.discuss import DiscussStep
from flows.steps.do import DoStep
from flows.steps.fork import ForkStep
from flows.steps.opening import OpeningStep
from flows.steps.react import ReactStep
from flows.steps.reveal import RevealStep
from flows.steps.round import RoundStep
from flows.steps.say import Place, SayStep
from flows.steps.when import WhenStep
from flows.steps.who import WhoStep
from flows.steps.write import MOST_ASKED, WriteStep

MOST_DAYS = 366
"""As far ahead as a day can be given."""


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
    remind = read_times(entry, "remind") if "remind" in entry else None
    besides = entry.text("not").text if "not" in entry else ""
    if besides:
        draft.places[f"{id}.not"] = entry.text("not").at
    return AskStep(
        id=id,
        slot=draft.asks_each(id, entry, *ASKED),
        deadline=read_times(entry, "deadline"),
        remind=remind,
        besides=besides,
        options=draft.scale(id, entry) if "options" in entry else (),
        brief=entry.yes("brief"),
        named=entry.yes("named"),
        chairs=draft.earlier(id, entry, "chairs"),
        next=draft.next(id, entry),
    )


def _opening(id: StepId, entry: Entry, draft: Draft) -> Step:
    return OpeningStep(id=id, deadline=read_times(entry, "deadline"), next=draft.next(id, entry))


def _react(id: StepId, entry: Entry, draft: Draft) -> Step:
    of = entry.text("of")
    draft.places[f"{id}.of"] = of.at
    remind = read_times(entry, "remind") if "remind" in entry else None
    deadline, next = read_times(entry, "deadline"), draft.next(id, entry)
    return ReactStep(id=id, of=StepId(of.text), deadline=deadline, remind=remind, next=next)


def _reveal(id: StepId, entry: Entry, draft: Draft) -> Step:
    of = entry.text("of")
    draft.places[f"{id}.of"] = of.at
    return RevealStep(
        id=id,
        of=StepId(of.text),
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
    flow = entry.text("flow")
    draft.places[f"{id}.flow"] = flow.at
    return AgreeStep(
        id=id,
        examples=read_slot(entry, "examples", EXAMPLES, FOR_PROFESSIONALS),
        flow=FlowId(flow.text),
        deadline=read_times(entry, "deadline"),
        last=read_times(entry, "last"),
        next=draft.next(id, entry),
    )


def _choose(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    remind = read_times(entry, "remind") if "remind" in entry else None
    return ChooseStep(
        id=id,
        options=draft.options(id, entry),
        deadline=read_times(entry, "deadline"),
        remind=remind,
        only=draft.only(id, entry),
        next=draft.next(id, entry),
    )


def _write(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    most, deadline = entry.number("most", MOST_ASKED), read_times(entry, "deadline")
    skip = entry.yes("skip")
    return WriteStep(id=id, most=most, deadline=deadline, skip=skip, next=draft.next(id, entry))


def _when(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    since = entry.text("since") if "since" in entry else None
    if since is not None:
        draft.places[f"{id}.since"] = since.at
    return WhenStep(
        id=id,
        deadline=read_times(entry, "deadline"),
        past=entry.yes("past"),
        offer=_offer(entry),
        since=since.text if since is not None else None,
        within=entry.number("within", MOST_DAYS) if "within" in entry else None,
        next=draft.next(id, entry),
    )


def _offer(entry: Entry) -> tuple[OptionId, ...]:
    """The days on labels; the usual ones when the file names none."""
    offered = entry.texts("offer") if "offer" in entry else ()
    for day in offered:
        if day.text and day.text not in AWAY:
            what = f"'{day.text}' kan hier niet{did_you_mean(day.text, AWAY)}"
            entry.problem(day.at, Code.UNKNOWN_WORD, what)
    return tuple(OptionId(day.text) for day in offered) or USUAL


def _who(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    deadline, one, skip, everyone = read_times(entry, "deadline"), entry.yes("one"), entry.yes("skip"), entry.yes("all")
    more, besides = draft.more(id, entry), entry.text("not").text if "not" in entry else ""
    if besides:
        draft.places[f"{id}.not"] = entry.text("not").at
    next = draft.next(id, entry)
    return WhoStep(id=id, deadline=deadline, one=one, skip=skip, all=everyone, besides=besides, more=more, next=next)


def _do(id: StepId, entry: Entry, draft: Draft) -> Step:
    return DoStep(id=id, deed=entry.word("deed", Deed), next=draft.next(id, entry))


def _fork(id: StepId, entry: Entry, draft: Draft) -> Step:
    known = entry.text("known")
    draft.places[f"{id}.known"] = known.at
    return ForkStep(id=id, known=known.text, next=draft.next(id, entry))


_READERS: Mapping[str, Callable[[StepId, Entry, Draft], Step]] = {
    "say": _say,
    "ask": _ask,
    "reveal": _reveal,
    "react": _react,
    "opening": _opening,
    "discuss": _discuss,
    "round": _round,
    "agree": _agree,
    "choose": _choose,
    "write": _write,
    "when": _when,
    "who": _who,
    "pick": read_pick,
    "each": read_each,
    "propose": read_propose,
    "do": _do,
    "fork": _fork,
}
KINDS = tuple(_READERS)
