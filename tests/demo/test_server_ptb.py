"""The local server answers python-telegram-bot, the client the bot itself uses, as Telegram would."""

from __future__ import annotations

import asyncio

from telegram import (
    Bot,
    BotCommand,
    CallbackQuery,
    Chat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)

from tests.people import Person, Town


def one_button(label: str = "Doe mee", data: str = "x") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)]])


async def updates(bot: Bot) -> list[Update]:
    """All that waits, confirmed."""
    found = await bot.get_updates()
    if found:
        await bot.get_updates(offset=found[-1].update_id + 1)
    return list(found)


async def press(bot: Bot) -> CallbackQuery:
    """The next press on a button; what comes before it is confirmed and left aside."""
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=10):
            offset = update.update_id + 1
            if update.callback_query is not None:
                await bot.get_updates(offset=offset)
                return update.callback_query


async def started(town: Town, name: str = "Anna") -> Person:
    person = await town.person(name)
    await person.starts()
    return person


def message_of(update: Update) -> Message:
    assert update.message is not None
    return update.message


async def test_the_bot_hears_who_it_is_and_that_it_may_not_read_along(bot: Bot) -> None:
    me = await bot.get_me()
    assert me.is_bot and me.can_join_groups
    assert me.can_read_all_group_messages is False and me.supports_inline_queries is False


async def test_a_person_follows_a_link_presses_start_and_is_answered(town: Town, bot: Bot) -> None:
    anna = await town.person("Anna")
    await anna.follows(f"https://t.me/{town.world.username}?start=abc-1")
    (update,) = await updates(bot)
    heard = message_of(update)
    assert heard.text == "/start abc-1" and heard.chat.id == anna.id == heard.chat_id
    assert [e.type for e in heard.entities] == [MessageEntity.BOT_COMMAND]
    await bot.send_message(anna.id, "Dag <b>Anna</b> &amp; welkom", parse_mode="HTML")
    assert await anna.sees("welkom") == ["Dag Anna & welkom"]


async def test_the_bot_changes_its_words_and_a_keyboard_it_does_not_repeat_is_gone(town: Town, bot: Bot) -> None:
    anna = await started(town)
    sent = await bot.send_message(anna.id, "Wie doet er mee?", reply_markup=one_button())
    assert anna.buttons() == ["Doe mee"]
    changed = await bot.edit_message_text("Iedereen doet mee", anna.id, sent.message_id)
    assert isinstance(changed, Message) and changed.edit_date is not None and changed.reply_markup is None
    assert await anna.sees() == ["Iedereen doet mee"] and anna.buttons() == []
    await bot.edit_message_reply_markup(anna.id, sent.message_id, reply_markup=one_button("Stop"))
    assert anna.buttons() == ["Stop"]


async def test_a_press_reaches_the_bot_with_its_message_and_the_link_in_the_answer_is_followed(
    town: Town, bot: Bot
) -> None:
    anna = await town.person("Anna")
    group = await town.group("Groep 5", anna)
    sent = await bot.send_message(group.id, "Wie doet er mee?", reply_markup=one_button(data="tok"))
    tapping = asyncio.ensure_future(anna.taps(group, "Doe mee"))
    pressed = await press(bot)
    assert pressed.data == "tok" and pressed.from_user.id == anna.id and pressed.chat_instance
    assert isinstance(pressed.message, Message) and pressed.message.message_id == sent.message_id
    assert pressed.message.reply_markup == one_button(data="tok")
    await pressed.answer(url=f"https://t.me/{town.world.username}?start=tok")
    answer = await tapping
    assert answer is not None and answer.url is not None and not answer.show_alert
    (update,) = await updates(bot)
    assert message_of(update).text == "/start tok" and message_of(update).chat.type == Chat.PRIVATE


async def test_a_press_under_a_deleted_message_shows_no_text_any_more(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await updates(bot)
    sent = await bot.send_message(anna.id, "Weg ermee", reply_markup=one_button())
    seen = town.messages(anna)[-1]
    await bot.delete_message(anna.id, sent.message_id)
    tapping = asyncio.ensure_future(anna.taps_data(anna, seen, "made-up"))
    pressed = await press(bot)
    await pressed.answer("Dat bericht is er niet meer", show_alert=True)
    assert pressed.data == "made-up" and pressed.message is not None and not pressed.message.is_accessible
    answer = await tapping
    assert answer is not None and answer.text == "Dat bericht is er niet meer" and answer.show_alert


async def test_a_voice_note_is_downloaded_and_sent_on(town: Town, bot: Bot) -> None:
    anna, ben = await started(town), await started(town, "Ben")
    await updates(bot)
    await anna.voice(7)
    (update,) = await updates(bot)
    voice = message_of(update).voice
    assert voice is not None and voice.to_dict()["duration"] == 7 and voice.mime_type == "audio/ogg"
    data = await (await bot.get_file(voice.file_id)).download_as_bytearray()
    assert data.startswith(b"OggS") and len(data) == voice.file_size
    again = await bot.send_voice(ben.id, voice.file_id, caption="Van Anna", protect_content=True)
    assert again.voice is not None and again.voice.file_unique_id == voice.file_unique_id
    assert again.has_protected_content and await ben.sees() == ["Van Anna"]


async def test_pictures_and_documents_are_uploaded_and_come_back_unchanged(town: Town, bot: Bot) -> None:
    anna = await started(town)
    photo = await bot.send_photo(anna.id, b"\x89PNG picture", caption="De <i>plaat</i>", parse_mode="HTML")
    assert photo.caption == "De plaat" and photo.photo[0].width < photo.photo[-1].width
    got = await (await bot.get_file(photo.photo[-1].file_id)).download_as_bytearray()
    assert got == b"\x89PNG picture"
    sent = await bot.send_document(anna.id, b"BEGIN:VCALENDAR", filename="afspraak.ics")
    assert sent.document is not None and sent.document.file_name == "afspraak.ics"
    assert await (await bot.get_file(sent.document.file_id)).download_as_bytearray() == b"BEGIN:VCALENDAR"
    again = await bot.send_photo(anna.id, photo.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id


async def test_people_send_photos_stickers_documents_and_forwards(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await updates(bot)
    await anna.photo("Kijk")
    await anna.sticker("🎉")
    await anna.document("rapport.pdf")
    await anna.forwards("Dit zei een ander")
    await town.act("contact", user=anna.id, chat=anna.id)
    await town.act("location", user=anna.id, chat=anna.id)
    photo, sticker, document, forward, contact, place = [message_of(update) for update in await updates(bot)]
    assert photo.photo and photo.caption == "Kijk"
    assert sticker.sticker is not None and sticker.sticker.emoji == "🎉"
    assert document.document is not None and document.document.file_name == "rapport.pdf"
    assert forward.forward_origin is not None and forward.text == "Dit zei een ander"
    assert contact.contact is not None and contact.contact.user_id == anna.id
    assert place.location is not None


async def test_a_reply_carries_what_it_answers_and_an_edit_arrives_as_an_edit(town: Town, bot: Bot) -> None:
    anna = await started(town)
    await updates(bot)
    question = await bot.send_message(anna.id, "Wat gaat er goed?", reply_markup=ForceReply())
    reply = await anna.writes("Lezen", reply_to=town.messages(anna)[-1])
    await anna.edits(reply, "Rekenen")
    said, changed = await updates(bot)
    answered = message_of(said).reply_to_message
    assert answered is not None and answered.message_id == question.message_id
    assert changed.edited_message is not None and changed.edited_message.text == "Rekenen"
    assert changed.edited_message.message_id == reply and changed.edited_message.edit_date is not None
    back = await bot.send_message(anna.id, "Mooi", reply_parameters=ReplyParameters(reply))
    assert back.reply_to_message is not None and back.reply_to_message.text == "Rekenen"


async def test_a_reply_keyboard_is_there_until_it_is_taken_away(town: Town, bot: Bot) -> None:
    anna = await started(town)
    keyboard = ReplyKeyboardMarkup([["Ja", "Nee"], ["Later"]], input_field_placeholder="Kies")
    await bot.send_message(anna.id, "Lukt het?", reply_markup=keyboard)
    assert anna.keyboard() == ["Ja", "Nee", "Later"]
    await anna.picks("Later")
    assert anna.keyboard() == ["Ja", "Nee", "Later"]
    await bot.send_message(anna.id, "Goed", reply_markup=ReplyKeyboardRemove())
    assert anna.keyboard() == []
    once = ReplyKeyboardMarkup([["Ja"]], one_time_keyboard=True)
    await bot.send_message(anna.id, "En nu?", reply_markup=once)
    await anna.picks("Ja")
    assert anna.keyboard() == []


async def test_the_bot_asks_who_is_in_the_group_and_leaves(town: Town, bot: Bot) -> None:
    anna, ben = await town.person("Anna"), await town.person("Ben")
    group = await town.group("Groep 5", anna, ben)
    assert await bot.get_chat_member_count(group.id) == 3
    assert (await bot.get_chat_member(group.id, anna.id)).status == "creator"
    assert (await bot.get_chat_member(group.id, ben.id)).status == "member"
    assert (await bot.get_chat(group.id)).title == "Groep 5"
    await ben.leaves(group)
    assert (await bot.get_chat_member(group.id, ben.id)).status == "left"
    assert await bot.get_chat_member_count(group.id) == 2
    assert await bot.leave_chat(group.id)
    assert "Praatmaat gaat weg" in group.sees()


async def test_small_calls_work_too(town: Town, bot: Bot) -> None:
    anna = await started(town)
    assert await bot.delete_webhook()
    assert await bot.send_chat_action(anna.id, "typing")
    assert await bot.set_my_commands([BotCommand("start", "Begin")], language_code="nl")
    assert [c.command for c in await bot.get_my_commands(language_code="nl")] == ["start"]
    assert (await bot.get_webhook_info()).pending_update_count == 1
