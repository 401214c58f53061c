"""The one gate of flows.manners, asked with what the tables know about a row's reader (decisions 0005 and 0012)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias, assert_never

from bot.clock import instant
from bot.storage import boards, nudges, people, wishes
from bot.storage.database import Tx
from bot.storage.outbox import OutboxRow, To, ToCircle
from flows.manners import Days, DeliveryClass, Go, Hold, Never, Reader, Verdict, gate
from flows.names import CircleId, Role, RunId

DaysOf: TypeAlias = Callable[[Tx, CircleId], Days]
"""Reads the calendar of a circle."""

_PACE_WINDOW = timedelta(days=8)  # seven days on the reader's calendar, whatever their zone
_LOOK_AGAIN = timedelta(days=1)  # manners may change


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the gate needs to know about one row, so that it can be asked again without the database."""

    klass: DeliveryClass
    reader: Reader
    days: Days
    nudges: tuple[datetime, ...] = ()

    def verdict(self, now: datetime) -> Verdict:
        """What the gate says at this calendar moment."""
        return gate(self.klass, now=now, reader=self.reader, days=self.days, sent_nudges=self.nudges)

    def held_until(self, now: datetime) -> datetime | None:
        """None: it may go now. Else the first moment at which it is worth asking again."""
        match self.verdict(now):
            case Go():
                return None
            case Hold(until=until):
                return until
            case Never():
                return now + _LOOK_AGAIN
            case other:
                assert_never(other)

    def why(self, now: datetime) -> str:
        """What shuts the gate, as a code."""
        said = self.verdict(now)
        return str(said.why) if isinstance(said, Hold | Never) else ""


def case_of(tx: Tx, row: OutboxRow, klass: DeliveryClass, days_of: DaysOf, now: datetime) -> Case:
    """The case of this row, as the tables stand now; it keeps to the hours of `klass`."""
    return case_for(tx, row.to, row.run, klass, days_of, now)


def case_for(tx: Tx, to: To, run: RunId | None, klass: DeliveryClass, days_of: DaysOf, now: datetime) -> Case:
    """The case of something that may be sent there later."""
    if isinstance(to, ToCircle):
        circle = people.circle(tx, to.circle)
        days = days_of(tx, to.circle)
        return Case(klass=klass, reader=Reader(zone=circle.zone if circle is not None else days.zone), days=days)
    person = people.person(tx, to.person)
    member = people.member(tx, to.member) if to.member is not None else None
    manners = wishes.manners_of(person)
    zone = person.zone if person is not None else Days().zone
    role = member.role if member is not None else Role.SUPPORTER  # nobody in particular has no working week
    home = member.circle if member is not None else _circle_of_run(tx, run)
    since = (now - _PACE_WINDOW).timestamp()
    return Case(
        klass=klass,
        reader=Reader.of(manners, role=role, zone=zone),
        days=days_of(tx, home) if home is not None else Days(zone=zone),
        nudges=tuple(instant(at) for at in nudges.since(tx, to.person, after=since)),
    )


def _circle_of_run(tx: Tx, run: RunId | None) -> CircleId | None:
    speech = boards.speech_of(tx, run) if run is not None else None
    return CircleId(speech.circle) if speech is not None and speech.circle is not None else None
