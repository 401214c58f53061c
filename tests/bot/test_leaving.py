"""Who comes and who stops: by which name they are known, what is forgotten at once, what comes back."""

import pytest

from bot import deeds
from bot.acts import Cause
from bot.desk import Desk
from bot.storage import people
from bot.storage.database import Database, Tx
from bot.storage.people import Member
from flows.names import Role


def joins(tx: Tx, desk: Desk, chat: int, name: str) -> Member:
    circle, person = people.ensure_circle(tx, -400), people.ensure_person(tx, chat, "nl")
    return people.add_member(
        tx, desk.vault, circle=circle, person=person, role=Role.PARENT, name=name, consent_version="1", at=10.0
    )


@pytest.mark.parametrize("state", ["stopped", "left"])
async def test_the_name_of_who_stops_or_leaves_is_gone_and_the_others_keep_theirs(
    database: Database, desk: Desk, state: str
) -> None:
    rosa = await database.transact(lambda tx: joins(tx, desk, 11, "Rosa"))
    mees = await database.transact(lambda tx: joins(tx, desk, 12, "Mees"))

    await database.transact(lambda tx: deeds.leave(desk, tx, rosa.id, state, Cause(name="u1")))

    assert await database.transact(lambda tx: people.name_of(tx, desk.vault, rosa.id)) == ""
    assert await database.transact(lambda tx: people.name_of(tx, desk.vault, mees.id)) == "Mees"
    await database.transact(lambda tx: joins(tx, desk, 11, "Rosa"))
    assert await database.transact(lambda tx: people.name_of(tx, desk.vault, rosa.id)) == "Rosa"


async def test_two_people_with_one_name_can_be_told_apart_whatever_their_phones_call_them(
    database: Database, desk: Desk
) -> None:
    first = await database.transact(lambda tx: joins(tx, desk, 11, "Anna"))
    second = await database.transact(lambda tx: joins(tx, desk, 12, "Anna"))
    await database.transact(lambda tx: people.refresh_name(tx, desk.vault, second.person, "anna"))
    await database.transact(lambda tx: people.refresh_name(tx, desk.vault, first.person, "Anna"))

    assert await database.transact(lambda tx: people.name_of(tx, desk.vault, first.id)) == "Anna"
    assert await database.transact(lambda tx: people.name_of(tx, desk.vault, second.id)) == "anna 2"
