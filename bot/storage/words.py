"""What people said: sealed, with one function that opens it and refuses whom it is not for."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from bot import typed
from bot.keys import Forgotten, KeyOf, Vault, of_circle, of_member
from bot.storage.database import Row, Tx
from flows.names import CircleId, Form, MemberId, RunId, WordsId


class Sealed(Exception):
    """These words are not for this reader (yet)."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A member reads: their own words, and what was opened to their circle."""

    member: MemberId


@dataclass(frozen=True, slots=True)
class Circle:
    """A whole group reads: only what was opened to it."""

    circle: CircleId


Reader: TypeAlias = Owner | Circle


@dataclass(frozen=True, slots=True)
class RevealPermit:
    """Leave to open just these sealed words to just this circle. Made in bot/delivery/reveal.py and nowhere else."""

    words: frozenset[WordsId]
    circle: CircleId


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said; a voice note or photo has Telegram's file id, and its caption as text."""

    form: Form
    text: str
    file_id: str | None


def size(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def store(
    tx: Tx,
    vault: Vault,
    *,
    owner: MemberId,
    circle: CircleId,
    run: RunId | None,
    form: Form,
    body: str,
    at: float,
) -> WordsId:
    """Keep what a member said, for their eyes only.

    `body` is the text; for a voice note or photo a file id, or JSON `{"file_id": …, "caption": …}`.
    """
    id = WordsId(tx.new_id())
    tx.change(
        "INSERT INTO words (id, owner, circle, run, form, at, sealed_body) "
        "VALUES (:id, :owner, :circle, :run, :form, :at, :body)",
        id=id,
        owner=owner,
        circle=circle,
        run=run,
        form=form,
        at=at,
        body=_seal(tx, vault, of_member(owner), id, typed.harmless(body) if form is Form.TEXT else body),
    )
    return id


def read(tx: Tx, vault: Vault, words: WordsId, *, reader: Reader, permit: RevealPermit | None = None) -> Spoken:
    """THE ONE FUNCTION that opens words. Raises Sealed for whom they are not, Forgotten when they were erased."""
    row = tx.one("SELECT * FROM words WHERE id = :id", id=words)
    if row is None:
        raise Forgotten("these words were erased")
    if not _may(tx, row, reader, permit):
        raise Sealed(f"words {words} are not for this reader")
    body = vault.open(tx, _key(row), row["sealed_body"], table="words", row=row["id"], column="sealed_body")
    form = Form(row["form"])
    if form is Form.TEXT:
        return Spoken(form, body, None)
    file_id, caption = _file(body)
    return Spoken(form, caption, file_id)


def open_to_circle(tx: Tx, vault: Vault, words: Iterable[WordsId]) -> None:
    """These were shown to the circle and stay open to it; who said them keeps reading them too."""
    for id in words:
        row = tx.one("SELECT * FROM words WHERE id = :id AND audience = 'owner'", id=id)
        if row is None:
            continue  # erased, or open already
        try:
            body = vault.open(tx, _key(row), row["sealed_body"], table="words", row=id, column="sealed_body")
        except Forgotten:
            continue
        tx.change(
            "UPDATE words SET audience = 'circle', sealed_body = :body WHERE id = :id",
            body=_seal(tx, vault, of_circle(CircleId(row["circle"])), id, body),
            id=id,
        )


def erase(tx: Tx, words: Iterable[WordsId], *, at: float = 0.0) -> None:
    """Forget these words, body and all, and write it in the ledger so that a restored backup forgets them again."""
    for id in words:
        if tx.change("DELETE FROM words WHERE id = :id", id=id):
            tx.change("UPDATE pieces SET words = NULL WHERE words = :id", id=id)
            tx.change(
                "INSERT INTO erased (scope, owner, at) VALUES ('words', :id, :at) "
                "ON CONFLICT (scope, owner) DO NOTHING",
                id=id,
                at=at,
            )
            tx.wipe()


def erase_unturned(tx: Tx, owner: MemberId, *, at: float = 0.0) -> None:
    """Forget what this member said and nobody else has seen."""
    erase(tx, of_member_sealed(tx, owner), at=at)


def of_member_sealed(tx: Tx, owner: MemberId) -> list[WordsId]:
    """What this member said that is still theirs alone."""
    rows = tx.run("SELECT id FROM words WHERE owner = :owner AND audience = 'owner' ORDER BY id", owner=owner)
    return [WordsId(row["id"]) for row in rows]


def _may(tx: Tx, row: Row, reader: Reader, permit: RevealPermit | None) -> bool:
    opened = row["audience"] == "circle"
    match reader:
        case Owner(member=member):
            return row["owner"] == member or (opened and _belongs(tx, member, row["circle"]))
        case Circle(circle=circle):
            shown = permit is not None and permit.circle == circle and row["id"] in permit.words
            return row["circle"] == circle and (opened or shown)
        case _:
            assert_never(reader)


def _belongs(tx: Tx, member: MemberId, circle: int) -> bool:
    # Who left or stopped has lost access at once (docs/explanation/promises.md).
    return (
        tx.one(
            "SELECT 1 FROM members WHERE id = :member AND circle = :circle AND state = 'active'",
            member=member,
            circle=circle,
        )
        is not None
    )


def _key(row: Row) -> KeyOf:
    return of_circle(row["circle"]) if row["audience"] == "circle" else of_member(row["owner"])


def _seal(tx: Tx, vault: Vault, key: KeyOf, id: WordsId, body: str) -> bytes:
    return vault.seal(tx, key, typed.whole(body), table="words", row=id, column="sealed_body")


def _file(body: str) -> tuple[str, str]:
    """File id and caption of a voice note or photo."""
    if not body.startswith("{"):
        return body, ""
    kept = json.loads(body)
    return str(kept["file_id"]), typed.harmless(str(kept.get("caption") or ""))
