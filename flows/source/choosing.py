"""The steps of a group that chooses: what it picks on the board, each in private, and what is proposed."""

from flows.names import FlowId, OptionId, StepId, TextKey
from flows.proposing import FORMATS, Reason
from flows.source.entry import Entry
from flows.source.fields import Draft
from flows.source.timing import read_times
from flows.steps import Step
from flows.steps.each import EachStep
from flows.steps.pick import PickStep
from flows.steps.propose import FITS, ProposeStep

PLATE = ("praatplaat", "eigen")
"""The decks whose cards are topics for the five questions."""


def read_pick(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    options, deadline = draft.options(id, entry), read_times(entry, "deadline")
    formats = {option: f"{FITS}{option}" for option in options} if id in draft.format_steps else {}
    draft.places.update({f"{id}.only.{option}": entry.key_at("options") for option in formats})
    of = draft.earlier(id, entry, "of")
    return PickStep(
        id=id,
        options=options,
        deadline=deadline,
        only={**formats, **draft.hung_on(id, entry, "only")},
        begins={option: FlowId(flow) for option, flow in draft.hung_on(id, entry, "begins").items()},
        does=draft.does(entry),
        gives=draft.hung_on(id, entry, "gives"),
        of=of,
        among=draft.shelf.decks if of is not None else {},
        next=draft.next(id, entry),
    )


def read_each(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    draft.texts[TextKey(f"{id}.daarna.text")] = entry.text("more")
    decks = entry.mapping("decks")
    labels = {deck: decks.text(deck) for deck in decks if deck in draft.shelf.decks.values()}
    decks.done()
    draft.texts.update({TextKey(f"{id}.stapel.{deck}"): label for deck, label in labels.items()})
    cards = draft.cards(id)
    return EachStep(
        id=id,
        decks={OptionId(deck): tuple(c for c in cards if draft.shelf.decks[c] == deck) for deck in labels},
        deadline=read_times(entry, "deadline"),
        next=draft.next(id, entry),
    )


def read_propose(id: StepId, entry: Entry, draft: Draft) -> Step:
    for key, part, names in (("reasons", "reden", list(Reason)), ("formats", "over", FORMATS)):
        said = entry.mapping(key)
        draft.texts.update({TextKey(f"{id}.{part}.{name}"): said.text(name) for name in names})
        said.done()
    time, mood = (StepId(draft.named(id, entry, key)) for key in ("time", "mood"))
    plate = tuple(card for card, deck in draft.shelf.decks.items() if deck in PLATE)
    formats = draft.formats(id)
    return ProposeStep(id=id, formats=formats, time=time, mood=mood, plate=plate, next=draft.next(id, entry))
