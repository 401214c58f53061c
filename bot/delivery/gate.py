"""The one gate of flows.manners, asked with what the tables know about a row's reader (design.md 7 and 8)."""

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Tx
from bot.storage.outbox import OutboxRow


@dataclass(frozen=True, slots=True)
class Case:
    """What the gate needs to know about one row, so that it can be asked again without the database."""

    why: str = "hours"

    def held_until(self, now: datetime) -> datetime | None:
        """None: it may go now. Else the first moment at which it is worth asking again."""
        return None


def case_of(tx: Tx, row: OutboxRow) -> Case:
    """The case of this row, as the tables stand now."""
    return Case()
