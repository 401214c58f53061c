"""Sealing of what people say: AES-GCM under data keys that are themselves wrapped by a master key kept elsewhere."""

import base64
import binascii
import hashlib
import logging
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.storage.database import Tx
from flows.names import CircleId, MemberId

log = logging.getLogger(__name__)

_PREFIX = "praatmaat-key-1:"
_FORMAT = b"\x01"
_NONCE = 12
_ID = 4


class KeyFileProblem(Exception):
    """The key file is missing or not a key file; the message says what to do, in Dutch."""


class WrongMasterKey(Exception):
    """The database was sealed under another master key than the one given."""


class Forgotten(Exception):
    """The key was erased: nobody can read this any more."""


class Tampered(Exception):
    """The sealed bytes were changed or moved to another row or column."""


class Scope(StrEnum):
    """Whose data a key seals."""

    INTAKE = "intake"
    MEMBER = "member"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class KeyOf:
    """Which data key: a scope and its owner."""

    scope: Scope
    owner: int


INTAKE = KeyOf(Scope.INTAKE, 0)


def of_member(member: MemberId) -> KeyOf:
    """The key of one member's words and name."""
    return KeyOf(Scope.MEMBER, member)


def of_circle(circle: CircleId) -> KeyOf:
    """The key of what a circle shares."""
    return KeyOf(Scope.CIRCLE, circle)


def _id_of(key: bytes) -> bytes:
    return hashlib.sha256(b"praatmaat key id" + key).digest()[:_ID]


class _Key:
    """One AES-256-GCM key with its public id: sealed bytes are format, key id, nonce, ciphertext."""

    def __init__(self, raw: bytes) -> None:
        self.id = _id_of(raw)
        self._cipher = AESGCM(raw)

    def seal(self, plain: bytes, bound_to: str) -> bytes:
        head = _FORMAT + self.id
        nonce = os.urandom(_NONCE)
        return head + nonce + self._cipher.encrypt(nonce, plain, head + bound_to.encode())

    def open(self, sealed: bytes, bound_to: str) -> bytes:
        start = len(_FORMAT) + _ID
        nonce, ciphertext = sealed[start : start + _NONCE], sealed[start + _NONCE :]
        try:
            return self._cipher.decrypt(nonce, ciphertext, sealed[:start] + bound_to.encode())
        except (InvalidTag, ValueError) as error:
            raise Tampered(f"not what was sealed for {bound_to}") from error


def _key_id(sealed: bytes) -> bytes:
    if sealed[: len(_FORMAT)] != _FORMAT:
        raise Tampered("unknown format of sealed bytes")
    return sealed[len(_FORMAT) : len(_FORMAT) + _ID]


class MasterKey:
    """The key that wraps all others; the file's first line is in use, further lines open what older keys wrapped."""

    def __init__(self, current: bytes, *older: bytes) -> None:
        self._current = _Key(current)
        self._by_id = {key.id: key for key in (self._current, *map(_Key, older))}

    @classmethod
    def new(cls, path: Path) -> "MasterKey":
        """Make a key file that only its owner may read; raises KeyFileProblem, also rather than overwrite one."""
        key = AESGCM.generate_key(256)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            raise KeyFileProblem(f"Er staat al iets in {path}. Een sleutel wordt nooit overschreven.") from error
        except OSError as error:
            raise KeyFileProblem(f"In {path} kan geen bestand gemaakt worden.") from error
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{_PREFIX}{base64.urlsafe_b64encode(key).decode()}\n")
            file.flush()
            os.fsync(file.fileno())
        return cls(key)

    @classmethod
    def read(cls, path: Path) -> "MasterKey":
        """Read a key file; raises KeyFileProblem, whose text never holds what the file held."""
        try:
            lines = path.read_text(encoding="ascii").split()
            mode = path.stat().st_mode
        except FileNotFoundError as error:
            raise KeyFileProblem(
                f"Er is geen sleutelbestand {path}. Zet het terug. Eerste start? Maak het met: praatmaat key new"
            ) from error
        except (OSError, UnicodeDecodeError) as error:
            raise KeyFileProblem(f"Het sleutelbestand {path} is niet te lezen.") from error
        keys = []
        for line in lines:
            try:
                key = base64.b64decode(line.removeprefix(_PREFIX), altchars=b"-_", validate=True)
            except (binascii.Error, ValueError):
                key = b""
            if not line.startswith(_PREFIX) or len(key) != 32:
                raise KeyFileProblem(f"{path} is geen sleutelbestand van Praatmaat. Zet het goede bestand terug.")
            keys.append(key)
        if not keys:
            raise KeyFileProblem(f"Het sleutelbestand {path} is leeg. Zet het goede bestand terug.")
        if mode & 0o077:
            log.warning("key file may be read by others: chmod 600 it")
        return cls(*keys)

    def wrap(self, data_key: bytes, bound_to: str) -> bytes:
        """Seal a data key under the key in use."""
        return self._current.seal(data_key, bound_to)

    def unwrap(self, wrapped: bytes, bound_to: str) -> bytes:
        """Open a data key; raises WrongMasterKey or Tampered."""
        key = self._by_id.get(_key_id(wrapped))
        if key is None:
            raise WrongMasterKey("Deze gegevens horen bij een ander sleutelbestand. Noem dat in PRAATMAAT_KEY_FILE.")
        return key.open(wrapped, bound_to)

    def is_current(self, wrapped: bytes) -> bool:
        """Whether the key in use wrapped this one."""
        return _key_id(wrapped) == self._current.id


class Vault:
    """Seals and opens single columns. The keys table is the truth; memory only saves the unwrapping."""

    def __init__(self, master: MasterKey) -> None:
        self._master = master
        # By wrapped bytes: a key that was minted in a transaction that failed, or forgotten, is never found here.
        self._unwrapped: dict[bytes, _Key] = {}

    def seal(self, tx: Tx, key: KeyOf, text: str, *, table: str, row: int, column: str) -> bytes:
        """Seal `text` for just this table, row and column; makes the key when there is none."""
        return self._of(tx, key, mint=True).seal(text.encode(), _place(table, row, column))

    def open(self, tx: Tx, key: KeyOf, sealed: bytes, *, table: str, row: int, column: str) -> str:
        """The text that was sealed here; raises Forgotten (key erased) or Tampered (bytes changed or moved)."""
        data_key = self._of(tx, key, mint=False)
        if _key_id(sealed) != data_key.id:
            raise Forgotten(f"sealed under an earlier key of {key.scope}")
        return data_key.open(sealed, _place(table, row, column)).decode()

    def forget(self, tx: Tx, key: KeyOf, *, at: float) -> None:
        """Erase the key, so that all it sealed is gone, and write the erasure ledger (replayed after a restore)."""
        row = tx.one("SELECT wrapped FROM keys WHERE scope = :scope AND owner = :owner", **_named(key))
        if row is not None:
            self._unwrapped.pop(row["wrapped"], None)
        tx.change("DELETE FROM keys WHERE scope = :scope AND owner = :owner", **_named(key))
        tx.change(
            "INSERT INTO erased (scope, owner, at) VALUES (:scope, :owner, :at) "
            "ON CONFLICT (scope, owner) DO UPDATE SET at = excluded.at",
            at=at,
            **_named(key),
        )
        tx.wipe()

    def check(self, tx: Tx) -> None:
        """Raise WrongMasterKey or Tampered unless the master key fits this database; asked at the start."""
        for row in tx.run("SELECT scope, owner, wrapped FROM keys"):
            self._master.unwrap(row["wrapped"], _owner(KeyOf(Scope(row["scope"]), row["owner"])))

    def rewrap(self, tx: Tx) -> int:
        """Wrap every data key under the master key in use; returns how many were wrapped by an older one."""
        changed = 0
        for row in tx.run("SELECT scope, owner, wrapped FROM keys"):
            if not self._master.is_current(row["wrapped"]):
                key = KeyOf(Scope(row["scope"]), row["owner"])
                wrapped = self._master.wrap(self._master.unwrap(row["wrapped"], _owner(key)), _owner(key))
                tx.change(
                    "UPDATE keys SET wrapped = :wrapped WHERE scope = :scope AND owner = :owner",
                    wrapped=wrapped,
                    **_named(key),
                )
                changed += 1
        return changed

    def _of(self, tx: Tx, key: KeyOf, *, mint: bool) -> _Key:
        row = tx.one("SELECT wrapped FROM keys WHERE scope = :scope AND owner = :owner", **_named(key))
        if row is None:
            if not mint:
                raise Forgotten(f"there is no key of {key.scope} any more")
            raw = AESGCM.generate_key(256)
            wrapped = self._master.wrap(raw, _owner(key))
            tx.change(
                "INSERT INTO keys (scope, owner, wrapped) VALUES (:scope, :owner, :wrapped)",
                wrapped=wrapped,
                **_named(key),
            )
            return _Key(raw)
        wrapped = row["wrapped"]
        known = self._unwrapped.get(wrapped)
        if known is None:
            if len(self._unwrapped) >= 10_000:
                self._unwrapped.clear()
            known = self._unwrapped[wrapped] = _Key(self._master.unwrap(wrapped, _owner(key)))
        return known


def _named(key: KeyOf) -> dict[str, str | int]:
    return {"scope": str(key.scope), "owner": key.owner}


def _place(table: str, row: int, column: str) -> str:
    return f"{table}|{row}|{column}"


def _owner(key: KeyOf) -> str:
    return f"keys|{key.scope}|{key.owner}"
