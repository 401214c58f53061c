"""Agreements as records: references and dates, sealed under the circle's key."""

from pydantic import TypeAdapter

from bot.keys import Vault, of_circle
from bot.storage.database import Row, Tx
from flows.agreements import Agreement
from flows.names import AgreementId, CircleId, RunId

_AGREEMENT = TypeAdapter(Agreement)


def add(tx: Tx, vault: Vault, agreement: Agreement, *, run: RunId | None, at: float) -> None:
    """A new proposal."""
    tx.change(
        """INSERT INTO agreements (id, circle, run, state, at, sealed_agreement)
           VALUES (:id, :circle, :run, :state, :at, :sealed)""",
        id=agreement.id,
        circle=agreement.circle,
        run=run,
        state=agreement.state,
        at=at,
        sealed=_seal(tx, vault, agreement),
    )


def save(tx: Tx, vault: Vault, agreement: Agreement) -> None:
    """What became of it; the caller read it in this same transaction."""
    tx.change(
        "UPDATE agreements SET state = :state, version = version + 1, sealed_agreement = :sealed WHERE id = :id",
        state=agreement.state,
        sealed=_seal(tx, vault, agreement),
        id=agreement.id,
    )


def load(tx: Tx, vault: Vault, id: AgreementId) -> Agreement | None:
    """An agreement by its id."""
    row = tx.one("SELECT * FROM agreements WHERE id = :id", id=id)
    return _agreement(tx, vault, row) if row is not None else None


def of(tx: Tx, vault: Vault, circle: CircleId) -> list[Agreement]:
    """All agreements of a circle, oldest first."""
    rows = tx.run("SELECT * FROM agreements WHERE circle = :circle ORDER BY id", circle=circle)
    return [_agreement(tx, vault, row) for row in rows]


def made_at(tx: Tx, id: AgreementId) -> float:
    """When it was proposed, on the calendar, in seconds since 1970."""
    row = tx.one("SELECT at FROM agreements WHERE id = :id", id=id)
    return float(row["at"]) if row is not None else 0.0


def talk_of(tx: Tx, id: AgreementId) -> RunId | None:
    """The talk it came out of."""
    row = tx.one("SELECT run FROM agreements WHERE id = :id", id=id)
    return RunId(row["run"]) if row is not None and row["run"] is not None else None


def _seal(tx: Tx, vault: Vault, agreement: Agreement) -> bytes:
    body = _AGREEMENT.dump_json(agreement).decode()
    return vault.seal(
        tx, of_circle(agreement.circle), body, table="agreements", row=agreement.id, column="sealed_agreement"
    )


def _agreement(tx: Tx, vault: Vault, row: Row) -> Agreement:
    body = vault.open(
        tx,
        of_circle(CircleId(row["circle"])),
        row["sealed_agreement"],
        table="agreements",
        row=row["id"],
        column="sealed_agreement",
    )
    return _AGREEMENT.validate_json(body)
