"""What every function that decides within a transaction needs at hand, and what such a function may ask to follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.keys import Vault
from bot.library import Library
from bot.storage import people
from bot.storage.database import Tx
from flows.events import Event
from flows.line import Value
from flows.names import AgreementId, CircleId, FlowId, MeetingId, MemberId, Pace, PersonId, RunId
from flows.run import Participant

HOME_ZONE = "Europe/Amsterdam"


@dataclass(frozen=True)
class Desk:
    """Content, keys and time."""

    library: Library
    vault: Vault
    clock: Clock

    def zone(self, tx: Tx, circle: CircleId | None) -> ZoneInfo:
        """The circle's wall clock."""
        row = people.circle(tx, circle) if circle is not None else None
        return ZoneInfo(row.zone if row is not None else HOME_ZONE)

    def at(self, tx: Tx, circle: CircleId | None) -> datetime:
        """Now, on the circle's wall clock."""
        return self.clock.now().astimezone(self.zone(tx, circle))

    def seconds(self) -> float:
        """Now on the calendar, in seconds since 1970."""
        return self.clock.now().timestamp()


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """A new run to begin: what it is about and whom it is with."""

    flow: FlowId
    circle: CircleId | None
    participants: tuple[Participant, ...]
    starter: MemberId | None = None
    pace: Pace = Pace.SPREAD
    about: Mapping[str, Value] = field(default_factory=dict)
    agreement: AgreementId | None = None
    parent: RunId | None = None
    person: PersonId | None = None
    meeting: MeetingId | None = None


@dataclass(frozen=True)
class Happening:
    """An event for another run."""

    run: RunId
    event: Event


Follow: TypeAlias = Beginning | Happening
