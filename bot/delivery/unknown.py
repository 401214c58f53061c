"""What to do with a message of which nobody knows whether it arrived: the class table of decision 0005."""

import logging
from typing import Final, assert_never

from bot.storage import fates
from bot.storage.database import Tx
from bot.storage.lanes import MOST_SENDS
from bot.storage.outbox import OutboxRow
from flows.manners import DeliveryClass

log = logging.getLogger(__name__)

SOON: Final = 5.0
PATIENCE: Final = 600.0


def repeat_after(klass: DeliveryClass) -> float | None:
    """Seconds to wait before it may go once more; None: never again."""
    match klass:
        case DeliveryClass.REPLY | DeliveryClass.REVEAL:
            return SOON
        case DeliveryClass.PROMPT:
            return PATIENCE  # a word from that person settles it sooner
        case DeliveryClass.NUDGE:
            return None
        case _:
            assert_never(klass)


def outcome_unknown(tx: Tx, row: OutboxRow, *, real: float, why: str) -> None:
    """The row as it is now, 'sending': it leaves its lane, to go once more later or never.

    What was sent twice counts as arrived: nearly every unknown was delivered (decision 0005), and the
    rest of a block, or the talk that waits for it, must not stand still for the one that was not.
    """
    after = repeat_after(row.klass)
    if row.sends >= MOST_SENDS:
        log.error("alarm: part %d of outbox row %d was sent twice without an answer", row.parts_sent, row.id)
        fates.part_arrived(tx, row)
        return
    fates.unknown(tx, row.id, retry_at=real + (after if after is not None else 0.0), why=why)
