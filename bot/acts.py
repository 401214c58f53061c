"""Who did what just now, and where: it decides what may be answered at once."""

from dataclasses import dataclass, field

from flows.names import CircleId, PersonId


@dataclass(kw_only=True)
class Cause:
    """The one thing that happened in this transaction; its name makes outgoing messages unique.

    `person`: who acted, None for the calendar and for what delivery reports. `circle`: in that group's chat.
    `asked`: the person acted in private, or asked to be taken to the private chat.
    """

    name: str
    person: PersonId | None = None
    circle: CircleId | None = None
    asked: bool = False
    first_name: str = ""
    count: int = field(default=0, init=False)

    def next_key(self) -> str:
        """A key no other message has; the same again when the same transaction is tried again."""
        self.count += 1
        return f"{self.name}:{self.count}"

    def in_private(self, person: PersonId) -> bool:
        """Whether this person acts in, or asked for, the private chat right now."""
        return self.asked and self.person == person
