"""Whether decks and cards fit together and hold examples for everybody."""

from collections.abc import Iterator
from datetime import date, timedelta

from flows.cards import EACH_OF, PICTURE, Card, keys_of
from flows.names import CardId, TextKey
from flows.problems import Code, Position, Problem, did_you_mean
from flows.source import ENDING, Content
from flows.source.reading import DRAWN, Kind, kind_of, stem
from flows.steps import slots

MOST_EXAMPLES = 8
A_YEAR = timedelta(days=365)


def decks(content: Content) -> Iterator[Problem]:
    """Each deck names cards that are there, each once, and each card stands in its deck."""
    for path, deck in content.decks.items():
        folder = path.removesuffix("deck.yaml")
        there = {stem(p) for p in content.paths if kind_of(p) is Kind.CARD and p.startswith(folder)}
        named: set[str] = set()
        for card in deck.cards:
            if card.text in named:
                what = f"'{card.text}' staat al in dit lijstje; haal er één weg"
                yield Problem(card.at, Code.NAME_TWICE, what)
            elif card.text not in there:
                what = f"er is geen bestand {folder}{card.text}{ENDING}{did_you_mean(card.text, there)}"
                yield Problem(card.at, Code.CARDS_OF_DECK, what)
            named.add(card.text)
        for name in sorted(there - named):
            what = f"de kaart '{name}' staat in de map, maar niet in het lijstje; zet '- {name}' bij 'cards'"
            yield Problem(deck.at, Code.CARDS_OF_DECK, what)


def homeless(content: Content) -> Iterator[Problem]:
    """Each card's folder has a deck, and no two cards share a name: talks are named after them."""
    folders = {path.removesuffix("deck.yaml") for path in content.paths if kind_of(path) is Kind.DECK}
    seen: dict[CardId, Position] = {}
    for path, card in content.cards.items():
        folder = f"{path.rpartition('/')[0]}/"
        if folder not in folders:
            what = f"in de map {folder} staat geen deck.yaml; maak er een, met deze kaart in het lijstje"
            yield Problem(card.at, Code.CARDS_OF_DECK, what)
        if card.id in seen:
            what = f"'{card.id}' is ook de naam van {seen[card.id].file}; geef deze kaart een andere naam"
            yield Problem(card.at, Code.NAME_TWICE, what)
        seen.setdefault(card.id, card.at)


def examples(content: Content) -> Iterator[Problem]:
    """School, care and home each find a first step among the examples."""
    for card in content.cards.values():
        for whose in EACH_OF:
            if all(example.whose is not whose for example in card.examples):
                what = f"bij 'afspraken' staat niets voor '{whose}'; schrijf één kleine stap die past"
                yield Problem(card.at, Code.TOO_FEW_EXAMPLES, what)
        if len(card.examples) > MOST_EXAMPLES:
            what = f"bij 'afspraken' staan {len(card.examples)} voorbeelden; kies er hoogstens {MOST_EXAMPLES}"
            yield Problem(card.at, Code.TOO_FEW_EXAMPLES, what)


def works_with_every_format(content: Content) -> Iterator[Problem]:
    """Each card has the words that each format asks of it, or the blank card lends them."""
    lent = {key for lender in content.lenders.values() for key in lender.texts}
    for card in content.cards.values():
        for written in content.formats.values():
            asked = (slot for step in written.flow.steps for slot in slots(step))
            for slot in dict.fromkeys(slot.partition(".")[0] for slot in asked):  # a slot is there whole, or not
                if any(key not in card.texts.keys() | lent for key in keys_of(slot)):
                    what = f"de kaart heeft geen '{slot}', en '{written.flow.id}' vraagt die; schrijf die erbij"
                    yield Problem(card.at, Code.ROLE_WITHOUT_QUESTION, what)


def pictured(content: Content) -> Iterator[Problem]:
    """Each card and each deck has a drawing, and a card says in words what it shows; or the blank card lends both."""
    short = {str(card.id) for card in content.cards.values() if content.lenders and TextKey(PICTURE) not in card.words}
    named = (*((card.id, card.at) for card in content.cards.values()),
             *((deck.id, deck.at) for deck in content.decks.values()))  # fmt: skip
    for name, at in named:
        drawing = DRAWN.format(name=name)
        if drawing not in content.paths and name not in short:
            what = f"'{name}' heeft geen tekening; maak {drawing}, zie LEESMIJ.md"
            yield Problem(at, Code.NO_PICTURE, what)
    for card in content.cards.values():
        lent = card.id in short and DRAWN.format(name=card.id) not in content.paths
        if TextKey(PICTURE) not in card.words and not lent:
            what = f"de kaart zegt niet wat er op de tekening staat; schrijf dat bij '{PICTURE}'"
            yield Problem(card.at, Code.NO_PICTURE, what)


def long_ago(content: Content, today: date) -> Iterator[tuple[Card, date]]:
    """Each card that nobody tried in the last year, with the last day on which somebody did."""
    for card in content.cards.values():
        last = max((tried.on for tried in card.tried), default=None)
        if last is not None and today - last > A_YEAR:
            yield card, last


def never(content: Content) -> tuple[Card, ...]:
    """The cards of which nobody wrote down that they were tried."""
    return tuple(card for card in content.cards.values() if not card.tried)
