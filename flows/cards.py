"""Cards and decks as written: words for each role, a prompt for the group, and examples of small agreements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flows.names import CardId, Role, TextKey
from flows.problems import Placed, Position

QUESTION, PROMPT, EXAMPLES = "vraag", "gesprek", "afspraken"
ROUND, GOOD_MOMENT, STATEMENT, SCALE, CHAIR, TEAM, GUEST, PARENTS_TIP, PICTURE = (
    "rondje", "mooi-moment", "stelling", "schaal", "stoel", "team", "gast", "tip-van-ouders", "beeld"
)  # fmt: skip
SLOTS: Mapping[str, tuple[str, ...]] = {
    PICTURE: (),  # what the picture of the card shows, for who can't see it
    QUESTION: tuple(Role),  # alone, in writing or spoken
    ROUND: tuple(Role),  # aloud, one after the other
    GOOD_MOMENT: tuple(Role),  # a moment at which it worked
    STATEMENT: (),  # agree or disagree
    SCALE: ("vraag", "laag", "hoog"),  # from 0 to 10, and what both ends mean
    CHAIR: ("zelf", "ander"),  # the same question about me, and about what somebody else would say
    TEAM: ("ouders", "allen"),  # among professionals: what parents notice of us, what we do for all of them
    GUEST: (),  # what an expert by experience is asked to tell
    PARENTS_TIP: (),  # advice of parents, to be read by professionals
    PROMPT: (),  # for all, when the cards are turned
}
"""The words of a card by slot: for each role, in parts, or one for all. A card may leave out what no format asks."""

BLANK = CardId("eigen-kaart")
"""The card that people give a title themselves. It fits any title, so it lends its words to a card that lacks some."""

FOR_ALL, FOR_PROFESSIONALS = TextKey(f"{EXAMPLES}.allen"), TextKey(f"{EXAMPLES}.vak")
MOST_EXAMPLES = 3


class Sort(StrEnum):
    """What kind of agreement an example is."""

    ACTION = "actie"  # somebody does something once
    WORKING = "werkafspraak"  # how we treat each other from now on


class Whose(StrEnum):
    """Whose step an example is."""

    HOME = "thuis"
    SCHOOL = "school"
    CARE = "zorg"
    TOGETHER = "samen"


EACH_OF = (Whose.SCHOOL, Whose.CARE, Whose.HOME)
"""A card has an example for each of these. Professionals first: parents depend on what they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example agreement; it begins with what somebody does."""

    sort: Sort
    whose: Whose
    text: Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The card was talked about for real, and on which day."""

    with_whom: Placed
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One principle or topic."""

    id: CardId
    at: Position
    title: Placed
    about: Placed
    words: Mapping[TextKey, Placed]  # by `<slot>` or `<slot>.<part>`
    examples: tuple[Example, ...]
    tried: tuple[Tried, ...] = ()

    @property
    def texts(self) -> Mapping[TextKey, Placed]:
        """Everything a translator translates, by key; examples are counted from one."""
        return {
            TextKey("title"): self.title,
            TextKey("about"): self.about,
            **self.words,
            **{TextKey(f"{EXAMPLES}.{n}"): e.text for n, e in enumerate(self.examples, 1)},
        }

    def spoken(self, texts: Mapping[TextKey, str]) -> Mapping[TextKey, str]:
        """These words of the card (Dutch or translated) as a talk needs them, its examples gathered in lists."""
        numbered = {TextKey(f"{EXAMPLES}.{n}"): e for n, e in enumerate(self.examples, 1)}
        said = {key: text for key, text in texts.items() if key not in numbered}
        lists = {FOR_ALL: _for_all(numbered), FOR_PROFESSIONALS: _for_professionals(numbered)}
        return said | {name: "\n".join(f"• {texts[key]}" for key in keys) for name, keys in lists.items()}


FOR_EACH_ROLE = (QUESTION, ROUND, GOOD_MOMENT)
ASKED = (*FOR_EACH_ROLE, STATEMENT, "schaal.vraag", "stoel.zelf", "stoel.ander", "team.ouders", "team.allen", GUEST)
"""The slots that hold a question."""

ENDS: Mapping[str, tuple[str, str]] = {f"{SCALE}.vraag": (f"{SCALE}.laag", f"{SCALE}.hoog")}
"""Beside a question that is answered on a scale: the slots that say what the lowest and the highest point mean."""


OF_ROLE = ".rol"
"""How a step's own words end that differ for each role ('<step>.rol.ouder')."""


def asked_of(slot: str, role: Role) -> TextKey:
    """The question in this slot for somebody in this role."""
    return TextKey(f"{slot}.{role}" if role in SLOTS.get(slot, ()) or slot.endswith(OF_ROLE) else slot)


def keys_of(slot: str) -> tuple[TextKey, ...]:
    """The texts that a slot ('vraag'), or one part of it ('schaal.vraag'), stands for."""
    parts = SLOTS.get(slot, ())
    return tuple(TextKey(f"{slot}.{part}") for part in parts) or (TextKey(slot),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A set of cards, in the order in which they are offered."""

    id: str
    at: Position
    title: Placed
    cards: tuple[Placed, ...]


def _for_all(examples: Mapping[TextKey, Example]) -> tuple[TextKey, ...]:
    """One example for school, care and home; an action where there is one."""
    firsts = (_of(examples, (whose,))[:1] for whose in EACH_OF)
    return tuple(key for first in firsts for key in first)


def _for_professionals(examples: Mapping[TextKey, Example]) -> tuple[TextKey, ...]:
    return _of(examples, (Whose.SCHOOL, Whose.CARE))[:MOST_EXAMPLES]


def _of(examples: Mapping[TextKey, Example], wanted: Iterable[Whose]) -> tuple[TextKey, ...]:
    among = set(wanted)
    fitting = [key for key, example in examples.items() if example.whose in among]
    return tuple(sorted(fitting, key=lambda key: examples[key].sort is not Sort.ACTION))
