"""Keeping no longer than promised: what may go, goes (docs/explanation/rules.md)."""

from datetime import timedelta

from bot import halfway
from bot.desk import Desk
from bot.storage import goals, pulses, runs, words
from bot.storage.database import Tx
from flows.names import CircleId, WordsId

SEALED_DAYS, SHARED_DAYS, AGREEMENT_DAYS = timedelta(days=30), timedelta(days=90), timedelta(days=365)
PULSE_DAYS = timedelta(days=365)


def keep_promises(desk: Desk, tx: Tx) -> int:
    """Erase what is past its time; how many words went. Agreements live by their circle's last activity."""
    now, real = desk.clock.now(), desk.clock.real()
    sealed_before, shared_before = (now - SEALED_DAYS).timestamp(), (now - SHARED_DAYS).timestamp()
    runs.end_long_rest(tx, sealed_before)
    rows = tx.run(
        """SELECT w.id FROM words w LEFT JOIN runs r ON r.id = w.run
           WHERE (r.id IS NULL OR r.state <> 'open')
             AND ((w.audience = 'owner' AND w.at < :sealed)
               OR (w.audience = 'circle' AND COALESCE(r.at, w.at) < :shared
                   AND (r.setting = 'gesprek' OR r.flow = 'eigen-kaart')))""",
        sealed=sealed_before,
        shared=shared_before,
    )
    ids = tuple(WordsId(r["id"]) for r in rows)
    quiet = tx.run(
        "SELECT id FROM circles WHERE active_at > 0 AND active_at < :before",
        before=(now - AGREEMENT_DAYS).timestamp(),
    )
    for circle in quiet:
        ids += tuple(WordsId(r["id"]) for r in tx.run("SELECT id FROM words WHERE circle = :c", c=circle["id"]))
        tx.change("DELETE FROM agreements WHERE circle = :c", c=circle["id"])
        tx.change("DELETE FROM meetings WHERE circle = :c", c=circle["id"])
        goals.forget(tx, CircleId(circle["id"]))
        tx.change("UPDATE circles SET sealed_topics = NULL WHERE id = :c", c=circle["id"])
    if ids:
        words.erase(tx, ids)
    tx.change("DELETE FROM tokens WHERE expires_at < :now", now=real.timestamp())
    tx.change(
        f"""DELETE FROM outbox WHERE state IN ('sent', 'cancelled', 'expired', 'failed') AND (created_at < :before
            OR run IN (SELECT id FROM runs WHERE flow = '{halfway.FLOW}' AND state <> 'open'))""",
        before=(real - SHARED_DAYS).timestamp(),
    )
    _forget_ended_runs(tx, shared_before)
    pulses.forget_before(tx, (now - PULSE_DAYS).timestamp())
    tx.change("DELETE FROM messages WHERE at < :before", before=(now - AGREEMENT_DAYS).timestamp())
    return len(ids)


def _forget_ended_runs(tx: Tx, before: float) -> None:
    """What was picked and how a dialogue went is kept no longer than what was said in it.

    How it was half-way is kept no longer than until the answer is sent: its messages tell what was chosen.
    """
    ended = f"""SELECT id FROM runs r WHERE state <> 'open' AND (at < :before
                OR (flow = '{halfway.FLOW}' AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.run = r.id)))"""
    tx.change(f"DELETE FROM pieces WHERE prompt IN (SELECT id FROM prompts WHERE run IN ({ended}))", before=before)
    tx.change(f"DELETE FROM prompts WHERE run IN ({ended})", before=before)
    tx.change(f"DELETE FROM boards WHERE run IN ({ended})", before=before)
    tx.change(f"DELETE FROM runs WHERE id IN ({ended})", before=before)
