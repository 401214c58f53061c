"""Two circles that turn out to be one group: it became a supergroup and was written to under both ids."""

from bot.storage.database import Tx
from flows.names import CircleId


def merge(tx: Tx, gone: CircleId, *, into: CircleId) -> None:
    """Move who and what belongs to `gone` to `into`.

    `gone` lived for the moments between the first message under the new id and the news that it is the same
    group, so its dialogues (sealed under its own key) are ended rather than moved.
    """
    ids = {"gone": gone, "into": into}
    tx.change("UPDATE addresses SET circle = :into, current = 0 WHERE circle = :gone", **ids)
    tx.change("DELETE FROM goals WHERE circle = :gone", gone=gone)
    tx.change("DELETE FROM expertise WHERE member IN (SELECT id FROM members WHERE circle = :gone)", gone=gone)
    tx.change(
        "UPDATE words SET circle = :into WHERE circle = :gone AND audience = 'owner' AND owner IN "
        "(SELECT id FROM members WHERE circle = :gone AND person NOT IN "
        "(SELECT person FROM members WHERE circle = :into))",
        **ids,
    )
    tx.change(
        "UPDATE members SET circle = :into, version = version + 1 WHERE circle = :gone AND person NOT IN "
        "(SELECT person FROM members WHERE circle = :into)",
        **ids,
    )
    tx.change(
        "UPDATE consents SET circle = :into WHERE circle = :gone AND person NOT IN "
        "(SELECT person FROM consents WHERE circle = :into)",
        **ids,
    )
    tx.change("DELETE FROM consents WHERE circle = :gone", gone=gone)
    tx.change("UPDATE tokens SET circle = :into WHERE circle = :gone", **ids)
    tx.change(
        "UPDATE circles SET welcomed = 1 WHERE id = :into AND (SELECT welcomed FROM circles WHERE id = :gone)",
        **ids,
    )
    tx.change(
        "UPDATE prompts SET state = 'closed' WHERE state <> 'closed' AND run IN "
        "(SELECT id FROM runs WHERE circle = :gone)",
        gone=gone,
    )
    tx.change("DELETE FROM timers WHERE run IN (SELECT id FROM runs WHERE circle = :gone)", gone=gone)
    tx.change(
        "UPDATE runs SET state = 'stopped', version = version + 1 WHERE circle = :gone AND state = 'open'",
        gone=gone,
    )
    tx.change(
        "UPDATE outbox SET state = 'cancelled', why = 'merged' WHERE circle = :gone AND state = 'new'",
        gone=gone,
    )
    tx.change("UPDATE circles SET state = 'frozen', version = version + 1 WHERE id = :gone", gone=gone)
