"""What a circle still wants to talk about: every pick gets its turn, and none is outvoted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from flows.names import PROFESSIONALS, REVEAL_ORDER, CardId, MemberId, Role, WordsId

HOME = frozenset({Role.PUPIL, Role.PARENT})

OWN_CARD = CardId("eigen-kaart")
"""The card that people write themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A card to talk about; a blank one with people's own title and what they want to add."""

    card: CardId
    title: WordsId | None = None
    about: WordsId | None = None


Topics: TypeAlias = tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Picked:
    """A card with everybody who picked it, in the order of turning cards."""

    card: CardId
    by: tuple[MemberId, ...]


def in_turn(picks: Mapping[MemberId, CardId], roles: Mapping[MemberId, Role]) -> tuple[Picked, ...]:
    """First what both sides picked, then the pupil's, the parents', the others' (docs/explanation/rules.md).

    How many picked a card changes nothing: professionals often outnumber parents.
    """
    members = sorted(picks, key=lambda m: (REVEAL_ORDER.index(roles[m]), m))
    by_card: dict[CardId, list[MemberId]] = {}
    for member in members:
        by_card.setdefault(picks[member], []).append(member)
    ordered = sorted(by_card.items(), key=lambda item: _rank({roles[m] for m in item[1]}))
    return tuple(Picked(card, tuple(by)) for card, by in ordered)


def _rank(roles: set[Role]) -> int:
    if roles & HOME and roles & PROFESSIONALS:
        return 0
    return 1 if Role.PUPIL in roles else 2 if Role.PARENT in roles else 3


def added(topics: Topics, more: Iterable[Topic]) -> Topics:
    """The list with these behind it; what stands there already keeps its place."""
    return tuple(dict.fromkeys((*topics, *more)))


def without(topics: Topics, topic: Topic) -> Topics:
    """The list without this one: it was talked about, or taken off."""
    return tuple(t for t in topics if t != topic)


def found(topics: Sequence[Topic], *, card: CardId, title: WordsId | None = None) -> Topic | None:
    """The topic on the list with this card, or with this title on a blank one."""
    return next((t for t in topics if (t.card, t.title) == (card, title)), None)
