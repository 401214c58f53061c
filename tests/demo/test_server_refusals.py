"""The local server refuses what Telegram refuses, in Telegram's own words."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import cast

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.demo.model import JsonObject
from tests.clock import ManualClock
from tests.demo.test_server_ptb import one_button, press, started
from tests.people import Person, Town


@pytest.fixture
async def anna(town: Town) -> Person:
    return await started(town)


async def call(town: Town, method: str, **params: object) -> JsonObject:
    """A call as plain JSON over HTTP, without a client library that might mend it."""
    async with town.http.post(f"/bot{town.token}/{method}", json=params) as response:
        answer = cast(JsonObject, await response.json())
        assert response.status == answer.get("error_code", 200)
        return answer


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("dicht</b>", "Unexpected end tag at byte offset 5"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("é <fout>x</fout>", 'Unsupported start tag "fout" at byte offset 3'),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("1 < 2 > 1", 'Unsupported start tag "" at byte offset 2'),
        ("<a href>x</a>", "Expected equal sign in declaration of an attribute"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<!-- x -->", 'Unsupported start tag "!--"'),
    ],
)
async def test_bad_markup_is_refused_and_the_place_is_told(town: Town, anna: Person, markup: str, reason: str) -> None:
    answer = await call(town, "sendMessage", chat_id=anna.id, text=markup, parse_mode="HTML")
    assert answer["error_code"] == 400
    assert str(answer["description"]).startswith("Bad Request: can't parse entities: ")
    assert reason in str(answer["description"])
    assert await anna.sees() == []


async def test_good_markup_is_read_into_entities_counted_in_utf_16(town: Town, bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(
        anna.id,
        " 👨‍👩‍👧 <b>Sam <i>& ik</i></b> <a href='https://example.org/?a=1&amp;b=2'>hier</a>"
        " <tg-spoiler>&#x27;ja&#39;</tg-spoiler> &nbsp; ",
        parse_mode="HTML",
    )
    assert sent.text == "👨‍👩‍👧 Sam & ik hier 'ja' &nbsp;"
    assert {sent.parse_entity(e): (e.type, e.offset, e.url) for e in sent.entities} == {
        "Sam & ik": ("bold", 9, None),
        "& ik": ("italic", 13, None),
        "hier": ("text_link", 18, "https://example.org/?a=1&b=2"),
        "'ja'": ("spoiler", 23, None),
    }


async def test_only_people_telegram_knows_are_mentioned(bot: Bot, anna: Person) -> None:
    links = f'<a href="tg://user?id={anna.id}">Anna</a> en <a href="tg://user?id=99">wie</a>'
    sent = await bot.send_message(anna.id, links, parse_mode="HTML")
    assert sent.text == "Anna en wie"
    assert [(e.type, e.user and e.user.id) for e in sent.entities] == [("text_mention", anna.id)]


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        ({"type": "bold", "offset": 0, "length": 9}, "ends after the end of the text"),
        ({"type": "bold", "offset": 1, "length": 1}, "ends in a middle of a UTF-16 symbol"),
        ({"type": "vet", "offset": 0, "length": 2}, "Unsupported type specified"),
        ({"type": "bold", "offset": 0}, "Can't find field"),
    ],
)
async def test_entities_that_do_not_fit_the_text_are_refused(
    town: Town, anna: Person, entity: JsonObject, reason: str
) -> None:
    answer = await call(town, "sendMessage", chat_id=anna.id, text="😀 hoi", entities=[entity])
    assert answer["ok"] is False and reason in str(answer["description"])


@pytest.mark.parametrize("text", ["", "  \n ", "<b></b>"])
async def test_a_message_without_words_is_refused(town: Town, anna: Person, text: str) -> None:
    answer = await call(town, "sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert answer["description"] == "Bad Request: message text is empty"


async def test_a_text_may_have_4096_utf_16_units_after_parsing_and_no_more(town: Town, bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "<b>" + "😀" * 2048 + "</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="is too long"):
        await bot.send_message(anna.id, "😀" * 2048 + "x")
    await bot.send_photo(anna.id, b"picture", caption="x" * 1024)
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_photo(anna.id, b"picture", caption="x" * 1025)


@pytest.mark.parametrize("data", ["", "x" * 65, "é" * 33])
async def test_button_data_over_64_bytes_or_empty_is_refused(town: Town, anna: Person, data: str) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": data}]]}
    answer = await call(town, "sendMessage", chat_id=anna.id, text="x", reply_markup=keyboard)
    assert answer["description"] == "Bad Request: BUTTON_DATA_INVALID"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ({"inline_keyboard": [[{"text": "Ja"}]]}, "Text buttons are unallowed in the inline keyboard"),
        ({"inline_keyboard": [[{"text": "", "callback_data": "x"}]]}, "Can't find field"),
        ({"inline_keyboard": [[{"text": "Ja", "url": "geen adres"}]]}, "Wrong HTTP URL"),
        ({"inline_keyboard": [{"text": "Ja", "callback_data": "x"}]}, "Array of Arrays"),
        ({"inline_keyboard": [[{"text": "Ja", "callback_data": "x"}] * 9]}, "reply markup is too long"),
        ({"inline_keyboard": [[{"text": "Ja", "callback_data": "x"}]] * 101}, "reply markup is too long"),
        ({"keyboard": []}, "reply keyboard is empty"),
        ({"keyboard": [["Ja"]], "input_field_placeholder": "x" * 65}, "input field placeholder"),
        ({"buttons": []}, "can't parse reply keyboard markup JSON object"),
    ],
)
async def test_a_keyboard_telegram_would_not_show_is_refused(
    town: Town, anna: Person, markup: JsonObject, reason: str
) -> None:
    answer = await call(town, "sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert answer["error_code"] == 400 and reason in str(answer["description"])


async def test_someone_who_never_pressed_start_can_not_be_written_to(town: Town, bot: Bot) -> None:
    ben = await town.person("Ben")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(ben.id, "hoi")


async def test_a_chat_that_does_not_exist_or_that_the_bot_was_never_in_is_not_found(
    town: Town, bot: Bot, anna: Person
) -> None:
    group = await town.group("Zonder bot", anna, with_bot=False)
    for chat in (12345, group.id):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(chat, "hoi")


async def test_who_blocks_the_bot_is_left_alone_until_they_come_back(town: Town, bot: Bot, anna: Person) -> None:
    await anna.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(anna.id, "hoi")
    await anna.starts()
    await bot.send_message(anna.id, "hoi")
    changes = [u.my_chat_member.new_chat_member.status for u in await bot.get_updates() if u.my_chat_member]
    assert changes == ["kicked", "member"]


async def test_an_edit_that_changes_nothing_is_told_so(town: Town, bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "<b>Zo</b>", parse_mode="HTML", reply_markup=one_button())
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("<b>Zo</b>", anna.id, sent.message_id, parse_mode="HTML", reply_markup=one_button())
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(anna.id, sent.message_id, reply_markup=one_button())
    await bot.edit_message_text("Zo", anna.id, sent.message_id, reply_markup=one_button())


async def test_only_own_messages_with_buttons_or_without_any_keyboard_can_be_changed(
    town: Town, bot: Bot, anna: Person
) -> None:
    theirs = await anna.writes("van mij")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("van wie?", anna.id, theirs)
    asked = await bot.send_message(anna.id, "Kies", reply_markup=ReplyKeyboardMarkup([["Ja"]]))
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("[verwijderd]", anna.id, asked.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", anna.id, 999)
    photo = await bot.send_photo(anna.id, b"picture")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", anna.id, photo.message_id)


async def test_a_message_can_be_deleted_for_two_days_on_the_clock_of_the_chat(
    town: Town, bot: Bot, anna: Person
) -> None:
    early, late = await anna.writes("een"), await anna.writes("twee")
    await town.forward_clock(48 * 3600)
    await bot.delete_message(anna.id, early)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(anna.id, early)
    await town.forward_clock(1)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(anna.id, late)
    assert "(verwijderd)" in town.transcript(anna) and "twee" in town.transcript(anna)


async def test_in_a_group_only_an_admin_bot_deletes_what_others_said(town: Town, bot: Bot, anna: Person) -> None:
    group = await town.group("Groep 5", anna)
    said = await anna.says(group, "/weg")
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(group.id, said)
    await town.act("make_admin", chat=group.id, bot=True)
    await bot.delete_message(group.id, said)


async def test_a_press_is_answered_once_and_not_after_its_time(
    town: Town, bot: Bot, anna: Person, real: ManualClock
) -> None:
    await bot.send_message(anna.id, "Kies", reply_markup=one_button())
    tapping = asyncio.ensure_future(anna.taps(anna, "Doe mee"))
    first = await press(bot)
    await first.answer()
    await tapping
    with pytest.raises(BadRequest, match="Query is too old"):
        await first.answer()
    town.server.control.answer_within = 0.01
    assert await anna.taps(anna, "Doe mee") is None
    second = await press(bot)
    real.advance(timedelta(seconds=151))
    with pytest.raises(BadRequest, match="Query is too old"):
        await second.answer()


async def test_an_answer_to_a_press_carries_only_links_to_the_bot_and_short_words(town: Town, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Url_invalid"):
        await bot.answer_callback_query("1", url="https://example.org")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query("1", text="x" * 201)


async def test_a_reply_needs_its_target_unless_the_bot_said_it_may_go_without(
    town: Town, bot: Bot, anna: Person
) -> None:
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(anna.id, "x", reply_parameters=ReplyParameters(77))
    gone = ReplyParameters(77, allow_sending_without_reply=True)
    assert (await bot.send_message(anna.id, "x", reply_parameters=gone)).reply_to_message is None


async def test_files_the_server_does_not_know_are_refused(town: Town, bot: Bot, anna: Person) -> None:
    with pytest.raises(BadRequest, match="Wrong file_id"):
        await bot.get_file("made-up")
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_voice(anna.id, "made-up")
    photo = await bot.send_photo(anna.id, b"picture")
    with pytest.raises(BadRequest, match="Can't use file of type photo as voice"):
        await bot.send_voice(anna.id, photo.photo[-1].file_id)
    big = await bot.send_document(anna.id, bytes((20 << 20) + 1), filename="groot.bin")
    assert big.document is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(big.document.file_id)


async def test_a_parameter_the_method_does_not_have_or_misses_is_refused(town: Town, anna: Person) -> None:
    refused = await call(town, "sendMessage", chat_id=anna.id, text="x", chatid=1)
    assert "chatid is unknown to sendMessage" in str(refused["description"])
    assert (await call(town, "sendMessage", text="x"))["description"] == "Bad Request: chat_id is empty"
    wrong = await call(town, "sendMessage", chat_id=anna.id, text="x", disable_notification="misschien")
    assert "must be Boolean" in str(wrong["description"])
    halved = await call(town, "sendMessage", chat_id=anna.id, text="\ud83d")
    assert "UTF-8" in str(halved["description"])


async def test_methods_are_known_unknown_or_not_offered(town: Town) -> None:
    assert (await call(town, "GETME"))["ok"] is True
    assert (await call(town, "getMeNow"))["error_code"] == 404
    poll = await call(town, "sendPoll", chat_id=1)
    assert poll["error_code"] == 404 and "sendPoll is not offered by the demo server" in str(poll["description"])


async def test_a_wrong_token_opens_nothing(town: Town) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=town.base_url):
            pass
    async with town.http.get("/file/bot1:wrong/voice/file_1.oga") as response:
        assert response.status == 401


async def test_sending_too_fast_is_refused_only_when_the_limits_are_on(
    town: Town, bot: Bot, anna: Person, real: ManualClock
) -> None:
    for _ in range(40):
        await bot.send_message(anna.id, "x")
    await town.act("limits", on=True)
    for _ in range(3):
        await bot.send_message(anna.id, "x")
    answer = await call(town, "sendMessage", chat_id=anna.id, text="x")
    assert answer["error_code"] == 429 and answer["parameters"] == {"retry_after": 3}
    real.advance(3)
    await bot.send_message(anna.id, "x")


async def test_a_group_gets_twenty_messages_a_minute_and_edits_count_too(
    town: Town, bot: Bot, anna: Person, real: ManualClock
) -> None:
    group = await town.group("Groep 5", anna)
    await town.act("limits", on=True)
    sent = await bot.send_message(group.id, "0")
    for number in range(1, 20):
        real.advance(1)
        await bot.edit_message_text(str(number), group.id, sent.message_id)
    real.advance(1)
    answer = await call(town, "sendMessage", chat_id=group.id, text="x")
    assert answer["parameters"] == {"retry_after": 40}
    await bot.send_message(anna.id, "een ander gesprek gaat gewoon door")


async def test_an_inline_keyboard_is_what_an_edit_may_bring(town: Town, bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(
        anna.id,
        "x",
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Lees", url="https://example.org")]]),
    )
    answer = await call(
        town,
        "editMessageText",
        chat_id=anna.id,
        message_id=sent.message_id,
        text="y",
        reply_markup={"keyboard": [["Ja"]]},
    )
    assert answer["description"] == "Bad Request: inline keyboard expected"
