"""Signs of life: a heartbeat, what is waiting, and whether an operator should be paged."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock, instant
from bot.storage import timers
from bot.storage.database import Tx

POLL_SILENCE, BEAT_SILENCE = timedelta(seconds=120), timedelta(seconds=60)
INBOX_AGE, OUTBOX_AGE = timedelta(seconds=60), timedelta(minutes=5)
UPKEEP_EVERY = timedelta(hours=1)


def started(clock: Clock, tx: Tx) -> timedelta:
    """The first beat after a start; how long the bot was away, on the real clock (nothing for a first start)."""
    real = clock.real()
    before = tx.one("SELECT beat FROM heartbeat WHERE id = 1")
    tx.change(
        "INSERT INTO heartbeat (id, beat) VALUES (1, :now) ON CONFLICT (id) DO UPDATE SET beat = :now",
        now=real.timestamp(),
    )
    return real - instant(before["beat"]) if before is not None else timedelta(0)


def beat(clock: Clock, good_poll: datetime | None, tx: Tx) -> None:
    """Still here; the last poll that went well was then."""
    tx.change(
        "UPDATE heartbeat SET beat = :now, good_poll = COALESCE(:poll, good_poll) WHERE id = 1",
        now=clock.real().timestamp(),
        poll=good_poll.timestamp() if good_poll is not None else None,
    )


def upkeep_due(clock: Clock, tx: Tx) -> bool:
    """Whether an hour of the calendar has passed since the last upkeep; notes that it is done now."""
    now = clock.now().timestamp()
    return (
        tx.change(
            """UPDATE heartbeat SET upkeep = :now
               WHERE id = 1 AND (upkeep IS NULL OR upkeep <= :before OR upkeep > :now)""",
            now=now,
            before=now - UPKEEP_EVERY.total_seconds(),
        )
        == 1
    )


def next_moment(tx: Tx) -> datetime | None:
    """The earliest timer or held message, on the calendar."""
    held = tx.one("SELECT MIN(not_before) AS due FROM outbox WHERE state = 'new' AND not_before > 0")
    moments = [m for m in (timers.next_due(tx), held["due"] if held is not None else None) if m is not None]
    return instant(min(moments)) if moments else None


@dataclass(frozen=True)
class Report:
    """What is wrong, in a few words each; nothing when all is well."""

    troubles: tuple[str, ...]


def look(clock: Clock, tx: Tx) -> Report:
    """Hold the tables against what a healthy bot leaves in them (docs/explanation/promises.md)."""
    real = clock.real()
    row = tx.one("SELECT beat, good_poll FROM heartbeat WHERE id = 1")
    troubles: list[str] = []
    if row is None or real - instant(row["beat"]) > BEAT_SILENCE:
        troubles.append("geen hartslag in de laatste minuut: draait praatmaat run nog?")
    elif row["good_poll"] is None or real - instant(row["good_poll"]) > POLL_SILENCE:
        troubles.append("twee minuten geen contact met Telegram: kijk in het logboek naar 'alarm'")
    for table, state, age, what in (
        ("inbox", "new", INBOX_AGE, "berichten wachten te lang op verwerking"),
        ("outbox", "sending", OUTBOX_AGE, "berichten blijven steken bij het versturen"),
    ):
        moment = "received_at" if table == "inbox" else "created_at"
        oldest = tx.one(f"SELECT MIN({moment}) AS oldest FROM {table} WHERE state = :state", state=state)
        if oldest is not None and oldest["oldest"] is not None and real - instant(oldest["oldest"]) > age:
            troubles.append(what)
    return Report(tuple(troubles))
