"""One step of a flow file to its dataclass: the first key is its kind and name, the others are its fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flows import manners
from flows.cards import EXAMPLES, PROMPT, QUESTION
from flows.effects import Deed
from flows.manners import Duration
from flows.names import FlowId, OptionId, StepId, TextKey
from flows.problems import Code, Placed, Position, did_you_mean
from flows.source.entry import Entry
from flows.source.naming import is_name, name
from flows.steps import Step
from flows.steps.agree import AgreeStep
from flows.steps.ask import AskStep
from flows.steps.choose import ChooseStep
from flows.steps.discuss import DiscussStep
from flows.steps.do import DoStep
from flows.steps.pick import PickStep
from flows.steps.reveal import RevealStep
from flows.steps.say import Place, SayStep
from flows.steps.when import WhenStep
from flows.steps.who import WhoStep
from flows.steps.write import WriteStep
from flows.times import Times

ALL_CARDS = "kaarten"
"""Instead of options: every card of every deck."""


@dataclass(kw_only=True)
class Draft:
    """What the steps of one file add up to besides themselves."""

    titles: Mapping[OptionId, Placed]
    texts: dict[TextKey, Placed] = field(default_factory=dict)
    places: dict[str, Position] = field(default_factory=dict)
    card_steps: set[StepId] = field(default_factory=set)


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
    _text(id, entry, draft)
    return SayStep(id=id, to=entry.word("to", Place), next=_next(id, entry, draft))


def _ask(id: StepId, entry: Entry, draft: Draft) -> Step:
    remind = _times(entry, "remind") if "remind" in entry else None
    return AskStep(
        id=id,
        slot=_slot(entry, "slot", QUESTION),
        deadline=_times(entry, "deadline"),
        remind=remind,
        next=_next(id, entry, draft),
    )


def _reveal(id: StepId, entry: Entry, draft: Draft) -> Step:
    of = entry.text("of")
    draft.places[f"{id}.of"] = of.at
    return RevealStep(
        id=id,
        of=StepId(of.text),
        deadline=_times(entry, "deadline"),
        patience=_times(entry, "patience"),
        next=_next(id, entry, draft),
    )


def _discuss(id: StepId, entry: Entry, draft: Draft) -> Step:
    return DiscussStep(
        id=id,
        slot=_slot(entry, "slot", PROMPT),
        deadline=_times(entry, "deadline"),
        last=_times(entry, "last"),
        next=_next(id, entry, draft),
    )


def _agree(id: StepId, entry: Entry, draft: Draft) -> Step:
    flow = entry.text("flow")
    draft.places[f"{id}.flow"] = flow.at
    return AgreeStep(
        id=id,
        examples=_slot(entry, "examples", EXAMPLES),
        flow=FlowId(flow.text),
        deadline=_times(entry, "deadline"),
        last=_times(entry, "last"),
        next=_next(id, entry, draft),
    )


def _choose(id: StepId, entry: Entry, draft: Draft) -> Step:
    _text(id, entry, draft)
    remind = _times(entry, "remind") if "remind" in entry else None
    return ChooseStep(
        id=id,
        options=_options(id, entry, draft),
        deadline=_times(entry, "deadline"),
        remind=remind,
        next=_next(id, entry, draft),
    )


def _pick(id: StepId, entry: Entry, draft: Draft) -> Step:
    _text(id, entry, draft)
    options, deadline = _options(id, entry, draft), _times(entry, "deadline")
    return PickStep(id=id, options=options, deadline=deadline, next=_next(id, entry, draft))


def _write(id: StepId, entry: Entry, draft: Draft) -> Step:
    _text(id, entry, draft)
    most, deadline = entry.number("most"), _times(entry, "deadline")
    return WriteStep(id=id, most=most, deadline=deadline, next=_next(id, entry, draft))


def _when(id: StepId, entry: Entry, draft: Draft) -> Step:
    _text(id, entry, draft)
    return WhenStep(id=id, deadline=_times(entry, "deadline"), next=_next(id, entry, draft))


def _who(id: StepId, entry: Entry, draft: Draft) -> Step:
    _text(id, entry, draft)
    return WhoStep(id=id, deadline=_times(entry, "deadline"), next=_next(id, entry, draft))


def _do(id: StepId, entry: Entry, draft: Draft) -> Step:
    return DoStep(id=id, deed=entry.word("deed", Deed), next=_next(id, entry, draft))


_READERS: Mapping[str, Callable[[StepId, Entry, Draft], Step]] = {
    "say": _say,
    "ask": _ask,
    "reveal": _reveal,
    "discuss": _discuss,
    "agree": _agree,
    "choose": _choose,
    "write": _write,
    "when": _when,
    "who": _who,
    "pick": _pick,
    "do": _do,
}
KINDS = tuple(_READERS)


def _text(id: StepId, entry: Entry, draft: Draft) -> None:
    draft.texts[TextKey(f"{id}.text")] = entry.text("text")


def _options(id: StepId, entry: Entry, draft: Draft) -> tuple[OptionId, ...]:
    draft.places[f"{id}.options"] = entry.key_at("options")
    if "options" in entry and not entry.is_mapping("options"):
        word = entry.text("options")
        if word.text != ALL_CARDS:
            what = f"schrijf onder 'options' regels als 'ja: Ja, graag', of één woord: {ALL_CARDS}"
            entry.problem(word.at, Code.WRONG_SHAPE, what)
        draft.card_steps.add(id)
        draft.texts.update({TextKey(f"{id}.{card}"): title for card, title in draft.titles.items()})
        return tuple(draft.titles)
    options = entry.mapping("options")
    for option in options:
        if not is_name(option):
            what = f"'{option}' kan geen naam zijn; gebruik kleine letters, cijfers en streepjes"
            entry.problem(options.key_at(option), Code.BAD_NAME, what)
        draft.texts[TextKey(f"{id}.{option}")] = options.text(option)
    return tuple(OptionId(option) for option in options)


def _next(id: StepId, entry: Entry, draft: Draft) -> Mapping[OptionId, StepId]:
    if "next" not in entry:
        return {}
    targets = entry.mapping("next")
    steps = {OptionId(outcome): targets.text(outcome) for outcome in targets}
    for outcome, step in steps.items():
        draft.places[f"{id}.next.{outcome}"] = targets.key_at(outcome)
        draft.places[f"{id}.next.{outcome}.to"] = step.at
    return {outcome: StepId(step.text) for outcome, step in steps.items()}


def _slot(entry: Entry, key: str, known: str) -> str:
    slot = entry.text(key)
    if slot.text and slot.text != known:
        what = f"een kaart heeft hier geen '{slot.text}'; bedoelde je '{known}'?"
        entry.problem(slot.at, Code.UNKNOWN_SLOT, what)
    return slot.text


def _times(entry: Entry, key: str) -> Times:
    if not entry.is_mapping(key):
        same = _duration(entry, key)
        return Times(now=same, spread=same)
    both = entry.mapping(key)
    times = Times(now=_duration(both, "nu"), spread=_duration(both, "verspreid"))
    both.done()
    return times


def _duration(entry: Entry, key: str) -> Duration:
    text = entry.text(key)
    duration = manners.read_duration(text.text)
    if duration is None and text.text:
        what = f"'{text.text}' is geen tijdsduur; schrijf bijvoorbeeld '20 minuten', '3 dagen' of '2 schooldagen'"
        entry.problem(text.at, Code.NOT_A_DURATION, what)
    return duration if duration is not None else _SOME


_DAY = manners.read_duration("1 dag")
assert _DAY is not None
_SOME: Duration = _DAY
