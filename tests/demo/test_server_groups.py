"""In a group the bot hears what Telegram lets it hear, and notices who comes and goes."""

from __future__ import annotations

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden

from tests.demo.test_server_ptb import updates
from tests.people import Group, Person, Town


@pytest.fixture
async def anna(town: Town) -> Person:
    return await town.person("Anna")


@pytest.fixture
async def group(town: Town, anna: Person, bot: Bot) -> Group:
    found = await town.group("Groep 5", anna)
    await updates(bot)
    return found


def texts(found: list[Update]) -> list[str | None]:
    return [(u.message or u.edited_message).text for u in found if u.message or u.edited_message]  # type: ignore[union-attr]


async def test_the_bot_does_not_hear_what_people_say_to_each_other(
    town: Town, bot: Bot, anna: Person, group: Group
) -> None:
    asked = await bot.send_message(group.id, "Wie doet er mee?")
    question = town.messages(group)[-1]
    own = await anna.says(group, "Gaan we morgen zwemmen?")
    await anna.says(group, "Bel @praatmaat_demo_bot even, of stuur /gesprek")
    await anna.says(group, "/gesprek@een_andere_bot")
    await anna.voice(group=group)
    await anna.photo("kijk", group=group)
    await anna.edits(own, "Gaan we overmorgen zwemmen?", group=group)
    assert await updates(bot) == []
    await anna.says(group, "/gesprek")
    await anna.says(group, f"/gesprek@{town.world.username.upper()} nu")
    await anna.says(group, "Ik!", reply_to=question)
    await anna.voice(group=group, reply_to=question)
    heard = await updates(bot)
    assert texts(heard) == ["/gesprek", f"/gesprek@{town.world.username.upper()} nu", "Ik!", None]
    assert heard[2].message is not None and heard[2].message.reply_to_message is not None
    assert heard[2].message.reply_to_message.message_id == asked.message_id


async def test_a_bot_that_is_admin_hears_everything(town: Town, bot: Bot, anna: Person, group: Group) -> None:
    await town.act("make_admin", chat=group.id, bot=True)
    await anna.says(group, "Gaan we morgen zwemmen?")
    changed, said = await updates(bot)
    assert changed.my_chat_member is not None and said.message is not None
    assert changed.my_chat_member.new_chat_member.status == "administrator"


async def test_the_bot_is_told_when_it_is_put_in_a_group_and_by_whom(town: Town, bot: Bot, anna: Person) -> None:
    group = await town.group("Groep 6", anna)
    added, service = await updates(bot)
    assert added.my_chat_member is not None and service.message is not None
    change = added.my_chat_member
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("left", "member")
    assert change.from_user.id == anna.id and change.chat.id == group.id and change.chat.title == "Groep 6"
    assert [m.id for m in service.message.new_chat_members] == [town.world.bot_id]


async def test_a_link_puts_the_bot_in_a_group_with_its_payload(town: Town, bot: Bot, anna: Person) -> None:
    group = await town.group("Groep 6", anna, with_bot=False)
    await anna.follows(f"https://t.me/{town.world.username}?startgroup=tok", group)
    heard = [u.message.text for u in await updates(bot) if u.message]
    assert heard == [None, f"/start@{town.world.username} tok"]


async def test_people_who_come_go_or_are_removed_are_told_of(town: Town, bot: Bot, anna: Person, group: Group) -> None:
    ben, chris = await town.person("Ben"), await town.person("Chris")
    await group.adds(ben, by=anna)
    await group.adds(chris)
    await ben.leaves(group)
    await group.removes(chris, by=anna)
    messages = [u.message for u in await updates(bot)]
    came = [
        (m.from_user.first_name, m.new_chat_members[0].first_name)
        for m in messages
        if m and m.from_user and m.new_chat_members
    ]
    went = [
        (m.from_user.first_name, m.left_chat_member.first_name)
        for m in messages
        if m and m.from_user and m.left_chat_member
    ]
    assert came == [("Anna", "Ben"), ("Chris", "Chris")]
    assert went == [("Ben", "Ben"), ("Anna", "Chris")]
    with pytest.raises(AssertionError, match="is not in chat"):
        await ben.says(group, "/gesprek")


async def test_only_an_admin_bot_that_asked_for_it_gets_changes_of_members(
    town: Town, bot: Bot, anna: Person, group: Group
) -> None:
    await town.act("make_admin", chat=group.id, bot=True)
    await group.adds(await town.person("Ben"))
    await bot.get_updates(allowed_updates=["chat_member", "message"])
    await updates(bot)
    await group.adds(await town.person("Chris"))
    change, service = await updates(bot)
    assert change.chat_member is not None and change.chat_member.new_chat_member.user.first_name == "Chris"
    assert service.message is not None


async def test_a_bot_that_was_removed_may_not_write_any_more(town: Town, bot: Bot, anna: Person, group: Group) -> None:
    await group.kicks_bot(by=anna)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "hoi")
    change, service = await updates(bot)
    assert change.my_chat_member is not None and change.my_chat_member.new_chat_member.status == "left"
    assert service.message is not None and service.message.left_chat_member is not None
    await anna.says(group, "/gesprek")
    assert await updates(bot) == []


async def test_a_bot_that_was_removed_from_a_supergroup_hears_that_it_is_banned(
    town: Town, bot: Bot, anna: Person
) -> None:
    group = await town.group("Groot", anna, supergroup=True)
    await updates(bot)
    await group.kicks_bot(by=anna)
    (change,) = await updates(bot)
    assert change.my_chat_member is not None and change.my_chat_member.new_chat_member.status == "kicked"
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.get_chat_member_count(group.id)


async def test_a_bot_that_left_is_no_member(bot: Bot, group: Group) -> None:
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(group.id, "hoi")


async def test_a_group_that_grows_gets_a_new_id_and_its_message_ids_start_again(
    town: Town, bot: Bot, anna: Person, group: Group
) -> None:
    await bot.send_message(group.id, "Nog een bericht")
    old = await bot.send_message(group.id, "In de oude groep")
    new = await group.migrates()
    there, here = [u.message for u in await updates(bot)]
    assert there is not None and there.chat.id == group.id and there.migrate_to_chat_id == new.id
    assert here is not None and here.chat.id == new.id and here.migrate_from_chat_id == group.id
    with pytest.raises(ChatMigrated) as refused:
        await bot.send_message(group.id, "te laat")
    assert refused.value.new_chat_id == new.id
    sent = await bot.send_message(new.id, "In de nieuwe groep")
    assert sent.message_id == 2 < old.message_id and sent.chat.type == "supergroup"
    await bot.edit_message_text("[verwijderd]", group.id, old.message_id)
    await bot.delete_message(group.id, old.message_id)
    await anna.says(new, "/gesprek")
    assert len(await updates(bot)) == 1


async def test_who_is_unknown_to_the_group_is_no_member(bot: Bot, town: Town, group: Group, anna: Person) -> None:
    stranger = await town.person("Vreemde")
    assert (await bot.get_chat_member(group.id, stranger.id)).status == "left"
    with pytest.raises(BadRequest, match="User not found"):
        await bot.get_chat_member(group.id, 1)
