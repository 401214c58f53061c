"""What a line says to an invented reader, with the words of the card left open: those are filled in for each card."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.rendering import Reader, Rendering
from bot.storage.words import Spoken
from bot.strings import Strings
from flows.cards import Card
from flows.names import Form, Language, MemberId, Role, TextKey, WordsId
from flows.schools import School
from flows.texts import Texts

NAMES: Mapping[Role, str] = {
    Role.PARENT: "Anna",
    Role.PUPIL: "Sam",
    Role.SCHOOL: "Joost",
    Role.CARE: "Noor",
    Role.SUPPORTER: "Ilse",
}
"""Invented people, one for each role; the child of the circle is the pupil."""

SAID = "Wat iemand hier schreef."

HOLE = re.compile(r"⟦([a-z.-]+)⟧")
"""Where the words of a card come, by their key."""


@dataclass(frozen=True)
class Invented:
    """What is known of the people in a play."""

    roles: Mapping[MemberId, Role]
    reader: MemberId | None

    def name(self, member: MemberId) -> str:
        """By role."""
        return NAMES[self.roles.get(member, Role.SCHOOL)]

    def spoken(self, id: WordsId) -> Spoken | None:
        """Always the same."""
        return Spoken(form=Form.TEXT, text=SAID, file_id=None)

    def child(self) -> str | None:
        """The pupil."""
        return NAMES[Role.PUPIL]

    def outside(self) -> bool:
        """Whether the reader is not of the family."""
        role = self.roles.get(self.reader) if self.reader is not None else None
        return role is not None and role not in (Role.PARENT, Role.PUPIL)

    def team(self) -> bool:
        """Whether the circle is a team, with no child there."""
        return Role.PARENT not in self.roles.values() and Role.PUPIL not in self.roles.values()

    def school(self) -> School:
        """As everything is written."""
        return School.SECONDARY


def holes(cards: Iterable[Card]) -> frozenset[TextKey]:
    """Every text that differs from card to card."""
    return frozenset(key for card in cards for key in card.spoken(dict.fromkeys(card.texts, "")))


def with_holes(texts: Texts, cards: Iterable[Card]) -> Texts:
    """The texts of a talk, with a hole where the words of its card stand."""
    keys = holes(cards)
    return Texts(
        {
            language: {key: f"⟦{key}⟧" if key in keys else text for key, text in by_key.items()}
            for language, by_key in texts.by_language.items()
        }
    )


def saying(strings: Strings, texts: Texts, language: Language, roles: Mapping[MemberId, Role], reader: MemberId | None
           ) -> Rendering:  # fmt: skip
    """How to render for a member of this play, or for its group (`reader` None)."""
    return Rendering(
        strings, Reader(language=language, member=reader, group=reader is None, texts=texts), Invented(roles, reader)
    )
