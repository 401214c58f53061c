"""The files about what people talk of: cards and decks."""

from datetime import date

from flows.cards import EXAMPLES, PROMPT, QUESTION, SLOTS, Card, Deck, Example, Sort, Tried, Whose
from flows.names import CardId, Role, TextKey
from flows.problems import Code, Placed
from flows.source.entry import Entry
from flows.source.naming import format_number, own_name

TRIED = "beproefd"


def read_card(entry: Entry, stem: str) -> Card:
    """A card. A role without a question is a problem: every card works for everybody."""
    format_number(entry, "card")
    card = Card(
        id=CardId(own_name(entry, stem)),
        at=entry.at,
        title=entry.text("title"),
        about=entry.text("about"),
        words=_words(entry),
        examples=tuple(_example(one) for one in entry.entries(EXAMPLES)),
        tried=tuple(_tried(one) for one in entry.entries(TRIED)) if TRIED in entry else (),
    )
    entry.done()
    return card


def read_deck(entry: Entry, folder: str) -> Deck:
    """A deck, named as its folder."""
    format_number(entry, "deck")
    deck = Deck(id=own_name(entry, folder), at=entry.at, title=entry.text("title"), cards=tuple(entry.texts("cards")))
    entry.done()
    return deck


def _words(entry: Entry) -> dict[TextKey, Placed]:
    """What the card says in each slot; every card has at least a question and a prompt."""
    words: dict[TextKey, Placed] = {}
    for slot, parts in SLOTS.items():
        if slot not in entry and slot not in (QUESTION, PROMPT):
            continue
        if not parts:
            words[TextKey(slot)] = entry.text(slot)
            continue
        given = entry.mapping(slot)
        for part in parts:
            if part in given or part not in tuple(Role):
                words[TextKey(f"{slot}.{part}")] = given.text(part)
            else:
                what = f"er is geen vraag voor '{part}'; schrijf er een, in woorden die bij die rol passen"
                given.problem(given.at, Code.ROLE_WITHOUT_QUESTION, what)
        given.done()
    return words


def _example(entry: Entry) -> Example:
    example = Example(sort=entry.word("soort", Sort), whose=entry.word("voor", Whose), text=entry.text("tekst"))
    entry.done()
    return example


def _tried(entry: Entry) -> Tried:
    tried = Tried(with_whom=entry.text("met"), on=read_day(entry, "op"))
    entry.done()
    return tried


def read_day(entry: Entry, key: str) -> date:
    """The calendar day under this key."""
    day = entry.text(key)
    try:
        return date.fromisoformat(day.text)
    except ValueError:
        if day.text:
            what = f"'{day.text}' is geen dag; schrijf jaar, maand en dag, zoals 2027-03-12"
            entry.problem(day.at, Code.NOT_A_DAY, what)
        return date.min
