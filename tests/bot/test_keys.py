"""What is sealed stays sealed: for the wrong place, the wrong key and after forgetting."""

import asyncio
import stat
from pathlib import Path

import pytest

from bot.keys import (
    INTAKE,
    Forgotten,
    KeyFileProblem,
    MasterKey,
    Tampered,
    Vault,
    WrongMasterKey,
    of_circle,
    of_member,
)
from bot.storage.database import Database, Tx
from flows.names import CircleId, MemberId

ROSA = of_member(MemberId(7))


async def sealed(database: Database, vault: Vault, text: str = "Ik maak me zorgen") -> bytes:
    return await database.transact(lambda tx: vault.seal(tx, ROSA, text, table="words", row=1, column="body"))


async def opened(database: Database, vault: Vault, body: bytes, *, row: int = 1, column: str = "body") -> str:
    return await database.transact(lambda tx: vault.open(tx, ROSA, body, table="words", row=row, column=column))


async def test_what_was_sealed_can_be_read_again_also_by_a_vault_that_starts_anew(
    database: Database, tmp_path: Path, vault: Vault
) -> None:
    body = await sealed(database, vault, "Ik maak me zórgen 🙂")
    assert b"zorgen" not in body
    assert await opened(database, Vault(MasterKey.read(tmp_path / "master.key")), body) == "Ik maak me zórgen 🙂"


async def test_the_same_words_never_look_the_same_twice(database: Database, vault: Vault) -> None:
    assert await sealed(database, vault) != await sealed(database, vault)


@pytest.mark.parametrize("place", [{"row": 2}, {"column": "name"}])
async def test_words_moved_to_another_row_or_column_do_not_open(
    database: Database, vault: Vault, place: dict[str, int | str]
) -> None:
    body = await sealed(database, vault)
    with pytest.raises(Tampered):
        await database.transact(
            lambda tx: vault.open(
                tx,
                ROSA,
                body,
                table="words",
                row=int(place.get("row", 1)),
                column=str(place.get("column", "body")),
            )
        )


async def test_one_changed_bit_anywhere_is_noticed(database: Database, vault: Vault) -> None:
    body = await sealed(database, vault)
    for position in range(len(body)):
        changed = bytearray(body)
        changed[position] ^= 1
        with pytest.raises((Tampered, Forgotten)):
            await opened(database, vault, bytes(changed))
    for length in range(len(body)):
        with pytest.raises((Tampered, Forgotten)):
            await opened(database, vault, body[:length])


async def test_nobody_reads_the_words_of_a_forgotten_person_not_even_after_they_return(
    database: Database, vault: Vault
) -> None:
    body = await sealed(database, vault)
    await database.transact(lambda tx: vault.forget(tx, ROSA, at=5.0))
    with pytest.raises(Forgotten):
        await opened(database, vault, body)
    again = await sealed(database, vault, "Ik ben er weer")
    assert await opened(database, vault, again) == "Ik ben er weer"
    with pytest.raises(Forgotten):
        await opened(database, vault, body)


async def test_forgetting_is_written_in_the_ledger_with_its_last_moment(database: Database, vault: Vault) -> None:
    await sealed(database, vault)
    for at in (5.0, 9.0):
        await database.transact(lambda tx, at=at: vault.forget(tx, ROSA, at=at))  # type: ignore[misc]
    ledger = await database.transact(lambda tx: [tuple(row) for row in tx.run("SELECT * FROM erased")])
    assert ledger == [("member", 7, 9.0)]


async def test_a_forgotten_key_is_nowhere_on_disk(database: Database, vault: Vault, tmp_path: Path) -> None:
    await sealed(database, vault)
    wrapped = await database.transact(lambda tx: bytes(tx.run("SELECT wrapped FROM keys")[0][0]))
    on_disk = [file for file in tmp_path.iterdir() if wrapped in file.read_bytes()]
    assert on_disk, "the test looks in the right place"
    await database.transact(lambda tx: vault.forget(tx, ROSA, at=5.0))
    assert [file.name for file in tmp_path.iterdir() if wrapped in file.read_bytes()] == []


async def test_a_key_made_in_a_transaction_that_failed_is_not_used_afterwards(
    database: Database, vault: Vault, tmp_path: Path
) -> None:
    def seal_read_and_fail(tx: Tx) -> None:
        body = vault.seal(tx, ROSA, "eerste", table="words", row=1, column="body")
        vault.open(tx, ROSA, body, table="words", row=1, column="body")  # the vault now holds it in memory
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.transact(seal_read_and_fail)
    body = await sealed(database, vault, "tweede")
    assert await opened(database, Vault(MasterKey.read(tmp_path / "master.key")), body) == "tweede"


async def test_forgetting_that_was_rolled_back_leaves_the_words_readable(database: Database, vault: Vault) -> None:
    body = await sealed(database, vault)

    def forget_and_fail(tx: Tx) -> None:
        vault.forget(tx, ROSA, at=5.0)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.transact(forget_and_fail)
    assert await opened(database, vault, body) == "Ik maak me zorgen"


async def test_one_circle_cannot_open_what_another_sealed(database: Database, vault: Vault) -> None:
    one, other = of_circle(CircleId(1)), of_circle(CircleId(2))
    place = {"table": "runs", "column": "run"}

    def swap(tx: Tx) -> str:
        body = vault.seal(tx, one, "van kring een", row=1, **place)
        vault.seal(tx, other, "van kring twee", row=1, **place)
        return vault.open(tx, other, body, row=1, **place)

    with pytest.raises((Tampered, Forgotten)):
        await database.transact(swap)


async def test_another_master_key_is_recognised_at_the_start(database: Database, vault: Vault, tmp_path: Path) -> None:
    await sealed(database, vault)
    await database.transact(vault.check)
    stranger = Vault(MasterKey.new(tmp_path / "other.key"))
    with pytest.raises(WrongMasterKey):
        await database.transact(stranger.check)


async def test_the_master_key_can_be_changed_and_all_words_stay_readable(
    database: Database, vault: Vault, tmp_path: Path
) -> None:
    body = await sealed(database, vault)
    MasterKey.new(tmp_path / "new.key")
    both = tmp_path / "both.key"
    both.write_text((tmp_path / "new.key").read_text() + (tmp_path / "master.key").read_text())
    both.chmod(0o600)
    assert await opened(database, Vault(MasterKey.read(both)), body) == "Ik maak me zorgen"
    rotated = Vault(MasterKey.read(both))
    assert [await database.transact(rotated.rewrap) for _ in range(2)] == [1, 0]
    assert await opened(database, rotated, body) == "Ik maak me zorgen"
    assert await opened(database, Vault(MasterKey.read(tmp_path / "new.key")), body) == "Ik maak me zorgen"
    with pytest.raises(WrongMasterKey):
        await database.transact(Vault(MasterKey.read(tmp_path / "master.key")).check)


def test_a_key_file_is_only_for_its_owner_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "master.key"
    MasterKey.new(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    with pytest.raises(KeyFileProblem, match="nooit overschreven"):
        MasterKey.new(path)
    assert path.read_bytes() == before
    with pytest.raises(KeyFileProblem):
        MasterKey.new(tmp_path / "nowhere" / "master.key")


@pytest.mark.parametrize(
    "content",
    [None, b"", b"\n", b"geheim-wachtwoord", b"praatmaat-key-1:YWJj\n", b"\xff\xfe"],
)
def test_a_bad_key_file_is_refused_by_name_without_showing_what_it_holds(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "master.key"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KeyFileProblem) as caught:
        MasterKey.read(path)
    assert str(path) in str(caught.value)
    assert "wachtwoord" not in str(caught.value) and "YWJj" not in str(caught.value)


def test_a_key_file_that_others_may_read_is_warned_about(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "master.key"
    MasterKey.new(path)
    MasterKey.read(path)
    assert caplog.text == ""
    path.chmod(0o644)
    MasterKey.read(path)
    assert "chmod 600" in caplog.text


async def test_the_key_of_the_intake_serves_many_updates_at_once(database: Database, vault: Vault) -> None:
    async def both_ways(row: int) -> str:
        body = await database.transact(
            lambda tx: vault.seal(tx, INTAKE, f"update {row}", table="inbox", row=row, column="body")
        )
        return await database.transact(lambda tx: vault.open(tx, INTAKE, body, table="inbox", row=row, column="body"))

    assert await asyncio.gather(*map(both_ways, range(100))) == [f"update {row}" for row in range(100)]
    assert await database.transact(lambda tx: tx.run("SELECT count(*) FROM keys")[0][0]) == 1
