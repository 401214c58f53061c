"""Supporters and interpreters who look on: they are asked nothing, and see in private what concerns them."""

from bot.storage.database import Tx
from flows.names import MemberId


def set_looking_on(tx: Tx, member: MemberId, looks_on: bool) -> None:
    """From now on this member looks on, or takes part with questions."""
    tx.change("UPDATE members SET looks_on = :on, version = version + 1 WHERE id = :id", on=int(looks_on), id=member)


def looks_on(tx: Tx, member: MemberId) -> bool:
    """Whether this member looks on."""
    row = tx.one("SELECT looks_on FROM members WHERE id = :id", id=member)
    return row is not None and bool(row["looks_on"])
