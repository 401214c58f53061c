"""The parts that steps of several kinds have in common: texts, options, durations, and where to go next."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.cards import OF_ROLE
from flows.effects import Deed
from flows.manners import Duration, Unit, read_duration
from flows.names import FlowId, OptionId, Role, StepId, TextKey
from flows.problems import Code, Placed, Position
from flows.source.entry import Entry
from flows.source.naming import is_name
from flows.times import Times
from flows.turn import SKIP, TIME_UP

ALL_CARDS = "kaarten"
"""Instead of options: every card of every deck; with `of`, those of the deck that was picked there."""

ALL_FORMATS = "werkvormen"
"""Instead of options: every format that was found fitting."""

LANGUAGES = "talen"
"""Instead of options: every published language, by its own name."""

NUMBERS = "cijfers"
"""Instead of options: the numbers 0 to 10, and skipping."""

TAKEN = frozenset({"text", TIME_UP})
"""What no option can be called: the step's own text, and how a step ends without an answer."""

_SOME = Duration(1, Unit.DAYS)  # stands in where a problem was told


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """What can be talked about and how: cards, formats and languages, by title; a card's deck."""

    cards: Mapping[OptionId, Placed]
    decks: Mapping[OptionId, OptionId]
    languages: Mapping[OptionId, Placed]
    formats: Mapping[OptionId, Placed] = field(default_factory=dict)


@dataclass(kw_only=True)
class Draft:
    """What the steps of one file add up to besides themselves; each reads its part of an entry into it."""

    shelf: Shelf
    texts: dict[TextKey, Placed] = field(default_factory=dict)
    places: dict[str, Position] = field(default_factory=dict)
    card_steps: set[StepId] = field(default_factory=set)
    format_steps: set[StepId] = field(default_factory=set)
    language_steps: set[StepId] = field(default_factory=set)

    def text(self, id: StepId, entry: Entry) -> None:
        """What the step says or asks."""
        self.texts[TextKey(f"{id}.text")] = entry.text("text")

    def asks_each(self, id: StepId, entry: Entry, *known: str) -> str:
        """Where the question stands: as `asks` says, or in the step's own texts, one for each role."""
        if not entry.is_mapping("text"):
            return self.asks(id, entry, *known)
        own = entry.mapping("text")
        for role in Role:
            if role in own:
                self.texts[TextKey(f"{id}{OF_ROLE}.{role}")] = own.text(role)
            else:
                what = f"er is geen vraag voor '{role}'; schrijf er een, in woorden die bij die rol passen"
                own.problem(own.at, Code.ROLE_WITHOUT_QUESTION, what)
        own.done()
        return f"{id}{OF_ROLE}"

    def asks(self, id: StepId, entry: Entry, *known: str) -> str:
        """Where the question stands: in one of these slots of the card, or in the step's own text."""
        if "text" not in entry:
            return read_slot(entry, "slot", *known)
        self.text(id, entry)
        return f"{id}.text"

    def earlier(self, id: StepId, entry: Entry, key: str) -> StepId | None:
        """The step before this one whose answers this one needs, when it needs any."""
        if key not in entry:
            return None
        step = entry.text(key)
        self.places[f"{id}.{key}"] = step.at
        return StepId(step.text)

    def scale(self, id: StepId, entry: Entry) -> tuple[OptionId, ...]:
        """What everybody chooses from; who has a question can skip it anyway."""
        options = self.options(id, entry)
        self.texts.pop(TextKey(f"{id}.{SKIP}"), None)
        return tuple(option for option in options if option != SKIP)

    def options(self, id: StepId, entry: Entry) -> tuple[OptionId, ...]:
        """What can be chosen: names with their texts, or all there are of something."""
        self.places[f"{id}.options"] = entry.key_at("options")
        if entry.is_text("options") and entry.text("options").text == ALL_FORMATS:
            return self.formats(id)
        if entry.is_text("options"):
            return self._all(id, entry.text("options"), entry)
        offered = entry.mapping("options")
        for option in offered:
            if not is_name(option) or option in TAKEN:
                what = f"'{option}' kan geen naam zijn; kies een woord met kleine letters, cijfers en streepjes"
                entry.problem(offered.key_at(option), Code.BAD_NAME, what)
            self.texts[TextKey(f"{id}.{option}")] = offered.text(option)
        return tuple(OptionId(option) for option in offered)

    def cards(self, id: StepId) -> tuple[OptionId, ...]:
        """Every card of every deck, each with its title under the name of the step."""
        self.card_steps.add(id)
        self.texts.update({TextKey(f"{id}.{card}"): title for card, title in self.shelf.cards.items()})
        return tuple(self.shelf.cards)

    def formats(self, id: StepId) -> tuple[OptionId, ...]:
        """Every format there is, each with its title under the name of the step."""
        self.format_steps.add(id)
        self.texts.update({TextKey(f"{id}.{format}"): title for format, title in self.shelf.formats.items()})
        return tuple(self.shelf.formats)

    def gives(self, id: StepId, entry: Entry) -> Mapping[OptionId, str]:
        """Options that hand the value they hang on on under another name."""
        if "gives" not in entry:
            return {}
        names = {OptionId(option): entry.mapping("gives").text(option) for option in entry.mapping("gives")}
        self.places.update({f"{id}.gives.{option}": name.at for option, name in names.items()})
        return {option: name.text for option, name in names.items()}

    def only(self, id: StepId, entry: Entry) -> Mapping[OptionId, str]:
        """Options that are offered only when a name is known."""
        if "only" not in entry:
            return {}
        names = {OptionId(option): entry.mapping("only").text(option) for option in entry.mapping("only")}
        for option, known in names.items():
            self.places[f"{id}.only.{option}"] = known.at
        return {option: known.text for option, known in names.items()}

    def more(self, id: StepId, entry: Entry) -> bool:
        """Whether the step asks on in words of its own."""
        if "more" in entry:
            self.texts[TextKey(f"{id}.more")] = entry.text("more")
        return "more" in entry

    def begins(self, id: StepId, entry: Entry) -> Mapping[OptionId, FlowId]:
        """Options that begin a flow in private with who tapped, while the step goes on waiting."""
        if "begins" not in entry:
            return {}
        flows = entry.mapping("begins")
        begun = {OptionId(option): flows.text(option) for option in flows}
        for option, flow in begun.items():
            self.places[f"{id}.begins.{option}"] = flow.at
        return {option: FlowId(flow.text) for option, flow in begun.items()}

    def does(self, entry: Entry) -> Mapping[OptionId, Deed]:
        """Options that do something for who tapped, while the step goes on waiting."""
        if "does" not in entry:
            return {}
        deeds = entry.mapping("does")
        return {OptionId(option): deeds.word(option, Deed) for option in deeds}

    def next(self, id: StepId, entry: Entry) -> Mapping[OptionId, StepId]:
        """Where the flow goes for each way the step can end."""
        if "next" not in entry:
            return {}
        targets = entry.mapping("next")
        steps = {OptionId(outcome): targets.text(outcome) for outcome in targets}
        for outcome, step in steps.items():
            self.places[f"{id}.next.{outcome}"] = targets.key_at(outcome)
            self.places[f"{id}.next.{outcome}.to"] = step.at
        return {outcome: StepId(step.text) for outcome, step in steps.items()}

    def _all(self, id: StepId, word: Placed, entry: Entry) -> tuple[OptionId, ...]:
        match word.text:
            case said if said == LANGUAGES:
                self.language_steps.add(id)
                offered = self.shelf.languages
            case said if said == NUMBERS:
                numbers = {f"c{number}": str(number) for number in range(11)} | {SKIP: "Overslaan"}
                offered = {OptionId(option): Placed(text, word.at) for option, text in numbers.items()}
            case said:
                if said and said != ALL_CARDS:
                    words = f"{ALL_CARDS}, {ALL_FORMATS}, {LANGUAGES} of {NUMBERS}"
                    what = f"'{said}' kan hier niet; schrijf regels als 'ja: Ja, graag', of één woord: {words}"
                    entry.problem(word.at, Code.WRONG_SHAPE, what)
                return self.cards(id)
        self.texts.update({TextKey(f"{id}.{option}"): text for option, text in offered.items()})
        return tuple(offered)


def read_slot(entry: Entry, key: str, *known: str) -> str:
    """The slot of the card that this kind of step takes its words from."""
    slot = entry.text(key)
    if slot.text and slot.text not in known:
        what = f"een kaart heeft hier geen '{slot.text}'; bedoelde je '{known[0]}'?"
        entry.problem(slot.at, Code.UNKNOWN_SLOT, what)
    return slot.text


def read_times(entry: Entry, key: str) -> Times:
    """A duration for each pace: one for both, or `nu` and `verspreid`."""
    if not entry.is_mapping(key):
        same = _duration(entry, key)
        return Times(now=same, spread=same)
    both = entry.mapping(key)
    times = Times(now=_duration(both, "nu"), spread=_duration(both, "verspreid"))
    both.done()
    return times


def _duration(entry: Entry, key: str) -> Duration:
    text = entry.text(key)
    duration = read_duration(text.text)
    if duration is None and text.text:
        what = f"'{text.text}' is geen tijdsduur; schrijf bijvoorbeeld '20 minuten', '3 dagen' of '2 schooldagen'"
        entry.problem(text.at, Code.NOT_A_DURATION, what)
    return duration if duration is not None else _SOME
