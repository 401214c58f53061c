"""Replies that come too late to be replies: one short word instead of them all (decision 0005, catch-up)."""

from bot.clock import Clock
from bot.delivery.letters import Leave, Note, Withdraw
from bot.storage import fates, lanes, outbox
from bot.storage.database import Tx
from bot.storage.outbox import OutboxRow
from flows.line import ui
from flows.manners import DeliveryClass

LATE = 600.0  # seconds after it was enqueued, on the real clock
_KEY = "even-weg:"


def is_late(row: OutboxRow, real: float) -> bool:
    """Whether this reply only tells something, and its moment is over. Questions, buttons and boards still count."""
    return (
        row.klass is DeliveryClass.REPLY
        and row.parts_sent == 0
        and real - row.created_at > LATE
        and outbox.is_telling(row)
    )


def hours_of(row: OutboxRow, real: float) -> DeliveryClass:
    """Whose hours it keeps: a question or a board of last evening's outage must not arrive at three at night."""
    silent = isinstance(row.letter, Withdraw | Leave)
    if row.klass is DeliveryClass.REPLY and real - row.created_at > LATE and not silent:
        return DeliveryClass.REVEAL
    return row.klass


def summarise(tx: Tx, row: OutboxRow, clock: Clock) -> None:
    """Put one 'Ik was even weg' in the place of all late replies to this chat; it keeps to the reader's hours."""
    real = clock.real().timestamp()
    waiting = lanes.all_in_lane(tx, row.to, kind="note", created_before=real)
    late = [other for other in waiting if other.id != row.id and is_late(other, real)]
    for other in (row, *late):
        fates.finish(tx, other.id, "expired", why="late")
    if any(other.dedupe.startswith(_KEY) for other in waiting):
        return  # one such word waits already
    outbox.enqueue(
        tx,
        to=row.to,
        klass=DeliveryClass.REVEAL,
        letter=Note(lines=(ui("even-weg"),)),
        dedupe=f"{_KEY}{row.id}",
        clock=clock,
    )
