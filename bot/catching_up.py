"""After an outage: an honest word where something may have been lost, and no storm."""

from datetime import timedelta

from bot.delivery.letters import Note
from bot.desk import Desk
from bot.storage import outbox
from bot.storage.database import Tx
from flows.line import ui
from flows.manners import DeliveryClass
from flows.names import CircleId

TAPS_LIVE = timedelta(seconds=150)  # Telegram keeps a tap no longer (docs/explanation/telegram.md)
MESSAGES_LIVE = timedelta(hours=23)  # and messages 24 hours


def after(desk: Desk, away: timedelta, tx: Tx) -> int:
    """Tell groups with a board that taps may be lost, and active groups when messages may be; how many were told.

    One message per group, within the hours; typed answers are not lost, so nobody is written to in private.
    """
    if away <= TAPS_LIVE:
        return 0
    key = "berichten-gemist" if away > MESSAGES_LIVE else "druk-nog-eens"
    rows = tx.run(
        """SELECT c.id FROM circles c WHERE c.state = 'active' AND EXISTS (
             SELECT 1 FROM runs r JOIN boards b ON b.run = r.id WHERE r.circle = c.id AND r.state = 'open')"""
        if away <= MESSAGES_LIVE
        else "SELECT id FROM circles WHERE state = 'active' AND welcomed = 1"
    )
    for row in rows:
        outbox.enqueue(
            tx,
            to=outbox.ToCircle(CircleId(row["id"])),
            klass=DeliveryClass.REVEAL,
            letter=Note(lines=(ui(key),)),
            dedupe=f"away:{row['id']}:{int(desk.clock.real().timestamp())}",
            clock=desk.clock,
        )
    return len(rows)
