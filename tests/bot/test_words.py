"""What people said is theirs until they turned it over."""

import json
import re
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from bot.keys import Forgotten, MasterKey, Vault, of_circle, of_member
from bot.storage import people, words
from bot.storage.database import Database
from bot.storage.people import Member
from bot.storage.words import Circle, Owner, Reader, RevealPermit, Sealed, Spoken
from flows.names import CircleId, Form, MemberId, Role, WordsId
from tests.clock import ManualClock

ROOT = Path(__file__).parents[2]


class Table:
    """Two circles; Rosa and Mees sit in one, Ali in the other. Rosa has said something."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self.database, self.vault = database, vault

    async def sit(self) -> "Table":
        self.rosa = await self.joins(11, -1)
        self.mees = await self.joins(12, -1)
        self.ali = await self.joins(13, -2)
        self.said = await self.says("Ik slaap er slecht van")
        return self

    async def joins(self, chat: int, group: int) -> Member:
        return await self.database.transact(
            lambda tx: people.add_member(
                tx,
                self.vault,
                circle=people.ensure_circle(tx, group),
                person=people.ensure_person(tx, chat, "nl"),
                role=Role.PARENT,
                name="x",
                consent_version="1",
                at=1.0,
            )
        )

    async def says(self, body: str, form: Form = Form.TEXT) -> WordsId:
        return await self.database.transact(
            lambda tx: words.store(
                tx,
                self.vault,
                owner=self.rosa.id,
                circle=self.rosa.circle,
                run=None,
                form=form,
                body=body,
                at=1.0,
            )
        )

    async def reads(self, id: WordsId, reader: Reader, permit: RevealPermit | None = None) -> Spoken:
        return await self.database.transact(lambda tx: words.read(tx, self.vault, id, reader=reader, permit=permit))

    async def opens(self, *ids: WordsId) -> None:
        await self.database.transact(lambda tx: words.open_to_circle(tx, self.vault, ids))


@pytest.fixture
async def table(tmp_path: Path) -> AsyncIterator[Table]:
    async with Database.open(tmp_path / "praatmaat.db", clock=ManualClock()) as database:
        yield await Table(database, Vault(MasterKey.new(tmp_path / "master.key"))).sit()


async def test_who_said_it_can_read_it_back(table: Table) -> None:
    assert await table.reads(table.said, Owner(table.rosa.id)) == Spoken(Form.TEXT, "Ik slaap er slecht van", None)


async def test_nobody_else_reads_it_before_it_is_turned(table: Table) -> None:
    for reader in (
        Owner(table.mees.id),
        Owner(table.ali.id),
        Owner(MemberId(0)),
        Circle(table.rosa.circle),
        Circle(table.ali.circle),
        Circle(CircleId(0)),
    ):
        with pytest.raises(Sealed):
            await table.reads(table.said, reader)


async def test_a_permit_opens_just_these_words_to_just_this_circle(table: Table) -> None:
    other = await table.says("en dit niet")
    permit = RevealPermit(words=frozenset({table.said}), circle=table.rosa.circle)
    assert (await table.reads(table.said, Circle(table.rosa.circle), permit)).text == "Ik slaap er slecht van"
    with pytest.raises(Sealed):
        await table.reads(other, Circle(table.rosa.circle), permit)
    with pytest.raises(Sealed):
        await table.reads(table.said, Owner(table.mees.id), permit)
    abroad = RevealPermit(words=frozenset({table.said}), circle=table.ali.circle)
    for reader in (Circle(table.ali.circle), Circle(table.rosa.circle)):
        with pytest.raises(Sealed):
            await table.reads(table.said, reader, abroad)


async def test_once_turned_the_whole_circle_may_read_it_and_no_other_circle(table: Table) -> None:
    for _ in range(2):
        await table.opens(table.said)
    for reader in (Circle(table.rosa.circle), Owner(table.mees.id), Owner(table.rosa.id)):
        assert (await table.reads(table.said, reader)).text == "Ik slaap er slecht van"
    for reader in (Circle(table.ali.circle), Owner(table.ali.id)):
        with pytest.raises(Sealed):
            await table.reads(table.said, reader)


async def test_who_left_the_circle_reads_nothing_there_but_their_own(table: Table) -> None:
    await table.opens(table.said)
    for member in (table.mees, table.rosa):
        await table.database.transact(partial(people.set_member_state, id=member.id, state="left"))
    with pytest.raises(Sealed):
        await table.reads(table.said, Owner(table.mees.id))
    assert (await table.reads(table.said, Owner(table.rosa.id))).text == "Ik slaap er slecht van"


async def test_turned_words_outlive_the_key_of_their_writer_and_go_with_that_of_the_circle(table: Table) -> None:
    sealed = await table.says("alleen voor mij")
    await table.opens(table.said)
    await table.database.transact(lambda tx: table.vault.forget(tx, of_member(table.rosa.id), at=2.0))
    assert (await table.reads(table.said, Circle(table.rosa.circle))).text == "Ik slaap er slecht van"
    with pytest.raises(Forgotten):
        await table.reads(sealed, Owner(table.rosa.id))
    await table.opens(sealed)  # nothing to open any more, and no error
    await table.database.transact(lambda tx: table.vault.forget(tx, of_circle(table.rosa.circle), at=3.0))
    with pytest.raises(Forgotten):
        await table.reads(table.said, Circle(table.rosa.circle))


async def test_erased_words_are_gone_and_the_ledger_remembers_to_erase_them_again(table: Table) -> None:
    await table.database.transact(lambda tx: words.erase(tx, [table.said, WordsId(404)], at=7.0))
    with pytest.raises(Forgotten):
        await table.reads(table.said, Owner(table.rosa.id))
    ledger = await table.database.transact(lambda tx: [tuple(row) for row in tx.run("SELECT * FROM erased")])
    assert ledger == [("words", table.said, 7.0)]
    await table.opens(table.said)  # too late, and no error


async def test_leaving_erases_what_was_not_turned_and_only_that(table: Table) -> None:
    sealed = await table.says("nog dicht")
    await table.opens(table.said)
    await table.database.transact(lambda tx: words.erase_unturned(tx, table.rosa.id))
    with pytest.raises(Forgotten):
        await table.reads(sealed, Owner(table.rosa.id))
    assert (await table.reads(table.said, Circle(table.rosa.circle))).text == "Ik slaap er slecht van"


async def test_a_voice_note_and_a_photo_keep_their_file_and_caption(table: Table) -> None:
    voice = await table.says("AwACAgQ-file", Form.VOICE)
    photo = await table.says(json.dumps({"file_id": "AgAC", "caption": "onze\u202e tafel"}), Form.PHOTO)
    assert await table.reads(voice, Owner(table.rosa.id)) == Spoken(Form.VOICE, "", "AwACAgQ-file")
    assert await table.reads(photo, Owner(table.rosa.id)) == Spoken(Form.PHOTO, "onze tafel", "AgAC")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("half een emoji \ud83d!", "half een emoji \ufffd!"),
        ("e\u0301e\u0301n", "één"),
        ("regel een\r\nregel twee", "regel een\nregel twee"),
        ("nul\x00 en \u202eomgedraaid\u202c", "nul en omgedraaid"),
        ("👩\u200d👧 blijft heel", "👩\u200d👧 blijft heel"),
        ("😀" * 4096, "😀" * 4096),
        ("", ""),
    ],
)
async def test_anything_people_can_type_is_kept_and_made_harmless(table: Table, typed: str, kept: str) -> None:
    assert (await table.reads(await table.says(typed), Owner(table.rosa.id))).text == kept


async def test_no_word_stands_readable_on_disk_turned_or_not(table: Table, tmp_path: Path) -> None:
    await table.says("kanarie-dicht")
    await table.opens(await table.says("kanarie-open"))
    for file in tmp_path.iterdir():
        assert b"kanarie" not in file.read_bytes(), file.name


def test_length_is_counted_as_telegram_counts() -> None:
    assert [words.size(text) for text in ("", "abc", "é", "😀", "\ud83d")] == [0, 3, 1, 2, 1]


def test_a_permit_to_reveal_is_made_in_one_place_only() -> None:
    makers = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "bot").rglob("*.py")
        if re.search(r"\bRevealPermit\(", file.read_text(encoding="utf-8"))
    ]
    assert set(makers) <= {"bot/delivery/reveal.py"}


def test_sealed_words_are_read_from_the_table_in_one_module_only() -> None:
    readers = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "bot").rglob("*.py")
        if re.search(r"sealed_body[^;]*\bFROM words|SELECT \*[^;\"]*FROM words", file.read_text(encoding="utf-8"))
    ]
    assert readers == ["bot/storage/words.py"]
