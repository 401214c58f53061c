"""Who is who: addresses, consent, members who come back, names that can be forgotten."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from bot.keys import Vault, of_member
from bot.storage import goals, people, words
from bot.storage.database import Database, Tx
from bot.storage.people import Member, MemberState
from flows.names import CircleId, Form, MemberId, PersonId, Role

GROUP, SUPERGROUP = -400, -1001


def joins(tx: Tx, vault: Vault, chat: int, name: str, *, group: int = GROUP, role: Role = Role.PARENT) -> Member:
    circle, person = people.ensure_circle(tx, group), people.ensure_person(tx, chat, "nl")
    return people.add_member(
        tx, vault, circle=circle, person=person, role=role, name=name, consent_version="1", at=10.0
    )


async def test_the_same_chat_is_always_the_same_person_and_the_same_circle(database: Database) -> None:
    def meet(tx: Tx) -> tuple[PersonId, CircleId]:
        return people.ensure_person(tx, 11, "nl"), people.ensure_circle(tx, GROUP)

    assert await database.transact(meet) == await database.transact(meet)
    person, circle = await database.transact(meet)
    assert await database.transact(lambda tx: people.person_of_chat(tx, 11)) == person
    assert await database.transact(lambda tx: people.chat_of_person(tx, person)) == 11
    assert await database.transact(lambda tx: people.chat_of_circle(tx, circle)) == GROUP
    assert await database.transact(lambda tx: people.person_of_chat(tx, GROUP)) is None
    assert await database.transact(lambda tx: people.circle_of_chat(tx, 11)) is None


async def test_who_joins_is_known_by_role_and_name_and_who_stops_is_not_asked_any_more(
    database: Database, vault: Vault
) -> None:
    rosa = await database.transact(lambda tx: joins(tx, vault, 11, "Rosa"))
    mees = await database.transact(lambda tx: joins(tx, vault, 12, "Mees", role=Role.PUPIL))
    assert await database.transact(lambda tx: people.members(tx, rosa.circle)) == [rosa, mees]
    assert await database.transact(lambda tx: people.name_of(tx, vault, mees.id)) == "Mees"
    assert (mees.role, mees.state, mees.language) == (Role.PUPIL, "active", "nl")

    await database.transact(lambda tx: people.set_member_state(tx, mees.id, "stopped"))
    assert await database.transact(lambda tx: people.members(tx, rosa.circle)) == [rosa]
    everyone = await database.transact(lambda tx: people.members(tx, rosa.circle, active=False))
    assert [m.state for m in everyone] == [MemberState.ACTIVE, MemberState.STOPPED]
    assert await database.transact(lambda tx: people.circles_of(tx, mees.person)) == []


async def test_who_comes_back_is_the_same_member_with_a_new_consent_and_readable_name(
    database: Database, vault: Vault
) -> None:
    before = await database.transact(lambda tx: joins(tx, vault, 11, "Rosa"))

    def stop_and_forget(tx: Tx) -> None:
        people.set_member_state(tx, before.id, "stopped")
        vault.forget(tx, of_member(before.id), at=5.0)

    await database.transact(stop_and_forget)
    assert await database.transact(lambda tx: people.name_of(tx, vault, before.id)) == ""
    assert await database.transact(lambda tx: people.consented(tx, before.person)) is False

    after = await database.transact(lambda tx: joins(tx, vault, 11, "Rosa B.", role=Role.SUPPORTER))
    assert (after.id, after.role, after.state) == (before.id, Role.SUPPORTER, "active")
    assert await database.transact(lambda tx: people.name_of(tx, vault, before.id)) == "Rosa B."
    assert await database.transact(lambda tx: people.consented(tx, before.person)) is True


async def test_consent_comes_before_membership_and_ends_with_the_last_circle(database: Database, vault: Vault) -> None:
    person = await database.transact(lambda tx: people.ensure_person(tx, 11, "nl"))
    circle = await database.transact(lambda tx: people.ensure_circle(tx, GROUP))
    assert await database.transact(lambda tx: people.consented(tx, person)) is False
    await database.transact(lambda tx: people.consent(tx, circle=circle, person=person, version="1", at=1.0))
    assert await database.transact(lambda tx: people.consented(tx, person)) is True

    here = await database.transact(lambda tx: joins(tx, vault, 11, "Rosa"))
    there = await database.transact(lambda tx: joins(tx, vault, 11, "Rosa", group=-500))
    assert [m.id for m in await database.transact(lambda tx: people.circles_of(tx, person))] == [here.id, there.id]
    await database.transact(lambda tx: people.set_member_state(tx, here.id, "left"))
    assert await database.transact(lambda tx: people.consented(tx, person)) is True
    await database.transact(lambda tx: people.set_member_state(tx, there.id, "stopped"))
    assert await database.transact(lambda tx: people.consented(tx, person)) is False


async def test_a_new_name_on_telegram_becomes_the_name_here_and_no_name_changes_nothing(
    database: Database, vault: Vault
) -> None:
    rosa = await database.transact(lambda tx: joins(tx, vault, 11, "Rosa"))
    await database.transact(lambda tx: people.refresh_name(tx, vault, rosa.person, "Rosalie"))
    assert await database.transact(lambda tx: people.name_of(tx, vault, rosa.id)) == "Rosalie"
    await database.transact(lambda tx: people.refresh_name(tx, vault, rosa.person, " \u202e "))
    assert await database.transact(lambda tx: people.name_of(tx, vault, rosa.id)) == "Rosalie"


async def test_a_name_full_of_tricks_is_kept_as_one_harmless_line(database: Database, vault: Vault) -> None:
    rosa = await database.transact(lambda tx: joins(tx, vault, 11, "Ro\u202esa\x00\n <b>" + "\u0301" * 200 + "x" * 500))
    name = await database.transact(lambda tx: people.name_of(tx, vault, rosa.id))
    assert name.startswith("Rosa <b>") and len(name) == people.LONGEST_NAME
    assert name.count("\u0301") <= 3 and "\u202e" not in name and "\n" not in name and "\x00" not in name


async def test_no_name_stands_readable_on_disk(database: Database, vault: Vault, tmp_path: Path) -> None:
    rosa = await database.transact(lambda tx: joins(tx, vault, 11, "Rosalinde-Canary"))
    await database.transact(lambda tx: people.set_child(tx, vault, rosa.circle, "Beer-Canary"))
    assert await database.transact(lambda tx: people.child_of(tx, vault, rosa.circle)) == "Beer-Canary"
    for file in tmp_path.iterdir():
        assert b"Canary" not in file.read_bytes(), file.name
    await database.transact(lambda tx: people.set_child(tx, vault, rosa.circle, None))
    assert await database.transact(lambda tx: people.child_of(tx, vault, rosa.circle)) is None


async def test_being_reachable_is_news_only_when_it_changes(database: Database) -> None:
    person = await database.transact(lambda tx: people.ensure_person(tx, 11, "nl"))
    told = [
        await database.transact(partial(people.set_reachable, person=person, reachable=on))
        for on in (True, True, False)
    ]
    assert told == [True, False, True]
    found = await database.transact(lambda tx: people.person(tx, person))
    assert found is not None and not found.reachable


async def test_a_circle_keeps_its_school_calendar_and_is_welcomed_once(database: Database) -> None:
    circle = await database.transact(lambda tx: people.ensure_circle(tx, GROUP))
    days = ((date(2026, 5, 4), date(2026, 5, 8)),)
    await database.transact(lambda tx: people.set_calendar(tx, circle, region="noord", free_days=days))
    assert [await database.transact(lambda tx: people.set_welcomed(tx, circle)) for _ in range(2)] == [True, False]
    await database.transact(lambda tx: people.touch_circle(tx, circle, 50.0))
    await database.transact(lambda tx: people.touch_circle(tx, circle, 40.0))
    found = await database.transact(lambda tx: people.circle(tx, circle))
    assert found is not None
    assert (found.region, found.free_days, found.state, found.welcomed, found.active_at) == (
        "noord",
        days,
        "active",
        True,
        50.0,
    )
    assert await database.transact(lambda tx: people.circle(tx, CircleId(404))) is None


# ------------------------------------------------------------ the group becomes a supergroup


@pytest.mark.parametrize("times", [1, 2, 3])
async def test_a_group_that_becomes_a_supergroup_is_the_same_circle_however_often_it_is_told(
    database: Database, vault: Vault, times: int
) -> None:
    rosa = await database.transact(lambda tx: joins(tx, vault, 11, "Rosa"))
    for _ in range(times):
        await database.transact(lambda tx: people.migrate(tx, GROUP, SUPERGROUP))
    assert await database.transact(lambda tx: people.circle_of_chat(tx, GROUP)) == rosa.circle
    assert await database.transact(lambda tx: people.circle_of_chat(tx, SUPERGROUP)) == rosa.circle
    assert await database.transact(lambda tx: people.chat_of_circle(tx, rosa.circle)) == SUPERGROUP


async def test_when_the_new_group_was_heard_of_first_both_become_one_circle_with_everybody_in_it(
    database: Database, vault: Vault
) -> None:
    rosa = await database.transact(lambda tx: joins(tx, vault, 11, "Rosa"))
    mees = await database.transact(lambda tx: joins(tx, vault, 12, "Mees", group=SUPERGROUP))
    again = await database.transact(lambda tx: joins(tx, vault, 11, "Rosa", group=SUPERGROUP))
    said = await database.transact(
        lambda tx: words.store(
            tx, vault, owner=mees.id, circle=mees.circle, run=None, form=Form.TEXT, body="hoi", at=1.0
        )
    )
    assert mees.circle != rosa.circle
    await database.transact(lambda tx: goals.set_expertise(tx, mees.id, said))
    for _ in range(2):
        await database.transact(lambda tx: people.migrate(tx, GROUP, SUPERGROUP))
    assert await database.transact(lambda tx: people.circle_of_chat(tx, SUPERGROUP)) == rosa.circle
    assert await database.transact(lambda tx: people.chat_of_circle(tx, rosa.circle)) == SUPERGROUP
    together = await database.transact(lambda tx: people.members(tx, rosa.circle))
    assert [m.id for m in together] == [rosa.id, mees.id] and again.id not in [m.id for m in together]
    assert await database.transact(lambda tx: people.name_of(tx, vault, mees.id)) == "Mees"
    read = await database.transact(lambda tx: words.read(tx, vault, said, reader=words.Owner(mees.id)))
    assert read.text == "hoi"
    assert await database.transact(lambda tx: goals.expertise_of(tx, mees.id)) is None, "it lies under another key"
    gone = await database.transact(lambda tx: people.circle(tx, mees.circle))
    assert gone is not None and gone.state == "frozen"


async def test_a_move_told_only_under_the_new_id_or_of_a_group_we_do_not_know_does_no_harm(
    database: Database,
) -> None:
    await database.transact(lambda tx: people.migrate(tx, GROUP, SUPERGROUP))
    assert await database.transact(lambda tx: people.circle_of_chat(tx, SUPERGROUP)) is None
    circle = await database.transact(lambda tx: people.ensure_circle(tx, SUPERGROUP))
    await database.transact(lambda tx: people.migrate(tx, GROUP, SUPERGROUP))
    assert await database.transact(lambda tx: people.ensure_circle(tx, GROUP)) == circle
    assert await database.transact(lambda tx: people.chat_of_circle(tx, circle)) == SUPERGROUP


async def test_someone_we_never_met_has_no_name_and_no_chat(database: Database, vault: Vault) -> None:
    assert await database.transact(lambda tx: people.name_of(tx, vault, MemberId(404))) == ""
    assert await database.transact(lambda tx: people.member(tx, MemberId(404))) is None
    assert await database.transact(lambda tx: people.chat_of_person(tx, PersonId(404))) is None
    assert await database.transact(lambda tx: people.chat_of_circle(tx, CircleId(404))) is None
