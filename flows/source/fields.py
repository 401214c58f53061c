"""The parts that steps of several kinds have in common: texts, options, durations, and where to go next."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.cards import OF_ROLE
from flows.effects import Deed
from flows.names import OptionId, Role, StepId, TextKey
from flows.problems import Code, Placed, Position
from flows.source.entry import Entry
from flows.source.naming import is_name
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

    def named(self, id: StepId, entry: Entry, key: str) -> str:
        """The name of something that stands elsewhere; where it is named is kept, for who looks whether it is there."""
        name = entry.text(key)
        self.places[f"{id}.{key}"] = name.at
        return name.text

    def earlier(self, id: StepId, entry: Entry, key: str) -> StepId | None:
        """The step before this one, or the name it made known, that this one needs; when it needs any."""
        return StepId(self.named(id, entry, key)) if key in entry else None

    def besides(self, id: StepId, entry: Entry) -> str:
        """The name of who is left out, when somebody is."""
        return self.named(id, entry, "not") if "not" in entry else ""

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

    def hung_on(self, id: StepId, entry: Entry, key: str) -> Mapping[OptionId, str]:
        """For some options the name of something else: what they hang on, hand on, or begin."""
        if key not in entry:
            return {}
        options = entry.mapping(key)
        names = {OptionId(option): options.text(option) for option in options}
        self.places.update({f"{id}.{key}.{option}": name.at for option, name in names.items()})
        return {option: name.text for option, name in names.items()}

    def more(self, id: StepId, entry: Entry) -> bool:
        """Whether the step asks on in words of its own."""
        if "more" in entry:
            self.texts[TextKey(f"{id}.more")] = entry.text("more")
        return "more" in entry

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
