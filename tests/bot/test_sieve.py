"""Of a stranger no words, of group talk nothing that was not said to the bot, of anybody nothing we do not use."""

import json
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.intake import shape
from bot.intake.shape import Json, Unusable
from bot.intake.sieve import what_may_be_stored

BOT, ROSA = 777, 11
LABELS = frozenset({"Klaar 👍", "Doe mee", "Hulp"})
CANARY = "kanarie"


def user(id: int = ROSA, **more: object) -> Json:
    return {
        "id": id,
        "is_bot": False,
        "first_name": f"Rosa-{CANARY}",
        "last_name": CANARY,
        "username": CANARY,
        "language_code": "nl",
        "is_premium": True,
    } | more


def message(**fields: object) -> Json:
    group = fields.pop("group", False)
    chat: Json = (
        {"id": -100, "type": "supergroup", "title": f"Groep {CANARY}"}
        if group
        else {"id": ROSA, "type": "private", "first_name": CANARY, "username": CANARY}
    )
    return {"message_id": 5, "date": 1_770_000_000, "chat": chat, "from": user()} | fields


def command(text: str, /, **fields: object) -> Json:
    length = len(text.split()[0])
    entities = [{"type": "bot_command", "offset": 0, "length": length}]
    return message(text=text, entities=entities, **fields)


def sieve(content: Json, *, consented: bool = False, kind: str = "message") -> Json | None:
    """What is kept of the content; whatever is kept, the client library can read it."""
    update: Json = {"update_id": 1, kind: content}
    kept = what_may_be_stored(
        update, consented=consented, bot_username="Praatmaat_bot", bot_id=BOT, control_labels=LABELS
    )
    if kept is None:
        return None
    assert kept["update_id"] == 1
    assert Update.de_json(json.loads(json.dumps(kept)), None) is not None
    return cast(Json, kept[kind])


def has_canary(kept: Json | None) -> bool:
    return CANARY in json.dumps(kept, ensure_ascii=False)


# ------------------------------------------------------------ of a stranger no words


STRANGERS_WORDS: list[Json] = [
    {"text": f"Mijn kind heet {CANARY}"},
    {"text": f"Klaar {CANARY}"},
    {"text": f"/start {CANARY}"},  # no entity: only looks like a command
    {"caption": CANARY, "photo": [{"file_id": CANARY, "file_unique_id": CANARY, "width": 1, "height": 1}]},
    {"voice": {"file_id": CANARY, "file_unique_id": CANARY, "duration": 3}},
    {"document": {"file_id": CANARY, "file_unique_id": CANARY, "file_name": CANARY}},
    {"sticker": {"file_id": CANARY, "emoji": CANARY}},
    {"contact": {"phone_number": CANARY, "first_name": CANARY}},
    {"location": {"latitude": 1.0, "longitude": 2.0}, "venue": {"title": CANARY}},
    {"poll": {"question": CANARY}},
    {"text": "x", "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": CANARY}},
    {"text": "x", "quote": {"text": CANARY, "position": 0}},
    {"text": "x", "reply_to_message": message(text=CANARY, caption=CANARY)},
    {"something_telegram_adds_one_day": {"text": CANARY}},
]


@pytest.mark.parametrize("words", STRANGERS_WORDS)
def test_of_someone_without_consent_not_one_word_is_kept_but_that_something_came_is(words: Json) -> None:
    kept = sieve(message(**words))
    assert kept is not None and not has_canary(kept)
    assert kept["from"] == {"id": ROSA, "is_bot": False, "first_name": "", "language_code": "nl"}
    assert kept["chat"] == {"id": ROSA, "type": "private"}


def test_a_stranger_who_typed_gets_an_empty_text_so_that_a_friendly_answer_can_follow() -> None:
    kept = sieve(message(text="zomaar iets"))
    assert kept is not None and kept["text"] == ""


@pytest.mark.parametrize("typed", ["Doe mee", "doe mee", " DOE MEE 🙂", "Doe mee!"])
def test_a_label_of_our_own_is_kept_in_our_spelling(typed: str) -> None:
    kept = sieve(message(text=typed))
    assert kept is not None and kept["text"] == "Doe mee"


@pytest.mark.parametrize(
    ("typed", "kept_text"),
    [
        ("/start abcDEF_123-456", "/start abcDEF_123-456"),
        ("/start@praatmaat_BOT abc", "/start@praatmaat_BOT abc"),
        ("/start mijn kind heet kanarie", "/start"),
        ("/start " + "a" * 65, "/start"),
        ("/help mij met kanarie", "/help"),
        ("/kanarie2 x", "/kanarie2"),
    ],
)
def test_of_a_strangers_command_only_the_command_and_its_token_are_kept(typed: str, kept_text: str) -> None:
    kept = sieve(command(typed))
    assert kept is not None and kept["text"] == kept_text
    assert kept["entities"] == [{"type": "bot_command", "offset": 0, "length": len(typed.split()[0])}]


@given(st.text(max_size=200), st.text(max_size=50))
def test_whatever_a_stranger_writes_none_of_it_is_kept(text: str, name: str) -> None:
    kept = sieve(message(text=text, caption=text, **{"from": user(first_name=name, last_name=text)}))
    assert kept is not None
    assert kept["text"] in {"", *LABELS}
    assert set(kept) == {"message_id", "date", "chat", "from", "text"}


# ------------------------------------------------------------ of a member what they said in private


def test_of_a_member_text_and_first_name_are_kept_and_nothing_else_about_them() -> None:
    kept = sieve(
        message(text="Ik slaap er slecht van", entities=[{"type": "bold", "offset": 0, "length": 2}]), consented=True
    )
    assert kept is not None
    assert kept["text"] == "Ik slaap er slecht van" and "entities" not in kept
    assert kept["from"] == {"id": ROSA, "is_bot": False, "first_name": f"Rosa-{CANARY}", "language_code": "nl"}
    assert kept["chat"] == {"id": ROSA, "type": "private"}


def test_of_a_member_a_voice_note_and_the_largest_photo_are_kept_with_their_caption() -> None:
    sizes = [{"file_id": f"p{n}", "file_unique_id": f"u{n}", "width": n, "height": n, "file_size": n} for n in (1, 9)]
    kept = sieve(message(photo=sizes, caption="onze tafel", media_group_id="7"), consented=True)
    assert kept is not None
    assert (kept["photo"], kept["caption"], kept["media_group_id"]) == ([sizes[1]], "onze tafel", "7")
    voice = {"file_id": "v", "file_unique_id": "w", "duration": 3, "mime_type": CANARY}
    kept = sieve(message(voice=voice), consented=True)
    assert kept is not None and kept["voice"] == {"file_id": "v", "file_unique_id": "w", "duration": 3}


@pytest.mark.parametrize("words", STRANGERS_WORDS[5:10])
def test_of_what_the_bot_cannot_use_nothing_is_kept_of_members_either(words: Json) -> None:
    kept = sieve(message(**words, **{"from": user(first_name="Rosa")}), consented=True)
    assert kept is not None and not has_canary(kept)


def test_of_a_forwarded_message_only_that_it_was_forwarded_is_kept() -> None:
    origin = {"type": "user", "date": 1, "sender_user": user()}
    kept = sieve(message(text=CANARY, forward_origin=origin, **{"from": user(first_name="Rosa")}), consented=True)
    assert kept is not None and not has_canary(kept)
    assert cast(Json, kept["forward_origin"])["type"] == "hidden_user"


def test_a_reply_keeps_which_message_it_answers_and_not_what_that_said() -> None:
    asked = message(text=CANARY, message_id=4, **{"from": user(BOT, is_bot=True)})
    kept = sieve(message(text="ja", reply_to_message=asked), consented=True)
    assert kept is not None
    reply = cast(Json, kept["reply_to_message"])
    assert reply["message_id"] == 4 and not has_canary(reply)


def test_half_an_emoji_never_reaches_the_database() -> None:
    kept = sieve(message(text="half \ud83d emoji"), consented=True)
    assert kept is not None and kept["text"] == "half \ufffd emoji"
    json.dumps(kept, ensure_ascii=False).encode()


def test_an_edited_message_keeps_none_of_its_words() -> None:
    kept = sieve(message(text=CANARY, edit_date=1_770_000_009, **{"from": user(first_name="Rosa")}), consented=True,
                 kind="edited_message")  # fmt: skip
    assert kept is not None and not has_canary(kept) and kept["edit_date"] == 1_770_000_009


# ------------------------------------------------------------ in the group


@pytest.mark.parametrize("consented", [True, False])
@pytest.mark.parametrize(
    "words",
    [
        {"text": "Zullen we morgen bellen?"},
        {"text": "@Praatmaat_bot wat vind jij?"},
        {"text": "Klaar 👍"},
        {"photo": [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}]},
        {"new_chat_title": CANARY},
        {"pinned_message": message(text=CANARY)},
        {"text": "ja", "reply_to_message": message(text="zullen we?")},
        {
            "text": "in een onderwerp",
            "message_thread_id": 4,
            "is_topic_message": True,
            "reply_to_message": message(message_id=4, **{"from": user(BOT, is_bot=True)}),
        },
    ],
)
def test_people_talking_to_each_other_are_not_overheard_not_even_by_a_bot_that_is_admin(
    words: Json, consented: bool
) -> None:
    assert sieve(message(group=True, **words), consented=consented) is None


def test_a_command_for_another_bot_is_not_ours() -> None:
    assert sieve(command("/start@other_bot", group=True)) is None
    assert sieve(command("/start", group=True)) is not None
    assert sieve(command("/start@PRAATMAAT_bot", group=True)) is not None


def test_an_edited_group_message_is_dropped() -> None:
    assert sieve(command("/gesprek", group=True, edit_date=2), consented=True, kind="edited_message") is None


def test_a_members_command_in_the_group_keeps_its_argument_and_the_group_loses_its_title() -> None:
    kept = sieve(command("/roepnaam Beer", group=True), consented=True)
    assert kept is not None and kept["text"] == "/roepnaam Beer"
    assert kept["chat"] == {"id": -100, "type": "supergroup"}


def test_a_reply_to_the_bot_in_the_group_keeps_no_words() -> None:
    board = message(group=True, **{"from": user(BOT, is_bot=True)})
    kept = sieve(
        message(group=True, text=CANARY, reply_to_message=board, **{"from": user(first_name="R")}), consented=True
    )
    assert kept is not None and not has_canary(kept)


def test_that_a_group_is_public_is_seen_without_keeping_its_name() -> None:
    chat = {"id": -100, "type": "supergroup", "title": CANARY, "username": CANARY}
    kept = sieve(command("/start", chat=chat))
    assert kept is not None and not has_canary(kept) and cast(Json, kept["chat"])["username"]


@pytest.mark.parametrize(
    "service",
    [
        {"new_chat_members": [user(12), user(BOT, is_bot=True)]},
        {"left_chat_member": user(12)},
        {"migrate_to_chat_id": -1001},
        {"migrate_from_chat_id": -100},
        {"group_chat_created": True},
        {"supergroup_chat_created": True},
    ],
)
def test_comings_goings_and_moves_are_kept_without_names(service: Json) -> None:
    kept = sieve(message(group=True, **service))
    assert kept is not None and not has_canary(kept)
    assert set(service) <= set(kept)


def test_another_bot_is_ignored_and_an_anonymous_admin_is_nobody_in_particular() -> None:
    assert sieve(command("/gesprek", group=True, **{"from": user(99, is_bot=True)})) is None
    group = {"id": -100, "type": "supergroup", "title": CANARY}
    kept = sieve(
        command("/roepnaam kanarie", group=True, sender_chat=group, **{"from": user(1087968824, is_bot=True)}),
        consented=True,
    )
    assert kept is not None and kept["text"] == "/roepnaam"
    assert kept["sender_chat"] == {"id": -100, "type": "supergroup"}


def test_a_channel_is_no_place_for_us() -> None:
    channel = {"id": -200, "type": "channel", "title": CANARY}
    assert sieve(command("/start", chat=channel)) is None


# ------------------------------------------------------------ taps and membership


def tap(**fields: object) -> Json:
    board = message(group=True, text=CANARY, reply_markup={"inline_keyboard": []})
    return {"id": "9", "from": user(), "chat_instance": "3", "message": board, "data": "abc_DEF-123"} | fields


def test_of_a_tap_the_button_and_the_message_it_stood_under_are_kept_not_what_that_said() -> None:
    kept = sieve(tap(), kind="callback_query")
    assert kept is not None and not has_canary(kept) and kept["data"] == "abc_DEF-123"
    assert cast(Json, kept["message"])["message_id"] == 5


@pytest.mark.parametrize("data", ["mijn kind heet kanarie", "x" * 65, "\u202e", ""])
def test_what_a_forged_button_carries_is_not_kept(data: str) -> None:
    kept = sieve(tap(data=data), kind="callback_query")
    assert kept is not None and "data" not in kept


def test_a_tap_on_a_message_that_is_gone_is_still_a_tap() -> None:
    gone = {"chat": {"id": -100, "type": "supergroup"}, "message_id": 5, "date": 0}
    assert sieve(tap(message=gone), kind="callback_query") is not None


@pytest.mark.parametrize("kind", ["my_chat_member", "chat_member"])
@pytest.mark.parametrize(
    "standing",
    [
        {"status": "member"},
        {"status": "left"},
        {"status": "kicked", "until_date": 0},
        {"status": "creator", "is_anonymous": False, "custom_title": CANARY},
    ],
)
def test_of_a_change_in_membership_the_standing_is_kept_without_names_or_titles(kind: str, standing: Json) -> None:
    change: Json = {
        "chat": {"id": -100, "type": "group", "title": CANARY},
        "from": user(),
        "date": 1_770_000_000,
        "old_chat_member": {"status": "left", "user": user(12)},
        "new_chat_member": standing | {"user": user(12)},
        "invite_link": {"invite_link": CANARY, "creator": user(), "creates_join_request": False},
    }
    kept = sieve(change, kind=kind, consented=True)
    assert kept is not None and not has_canary(kept)
    assert cast(Json, kept["new_chat_member"])["status"] == standing["status"]


# ------------------------------------------------------------ what is no update


@pytest.mark.parametrize(
    "content",
    [
        None,
        "text",
        [],
        {},
        {"message_id": "5"},
        message(chat=None),
        message(date="yesterday"),
        message(**{"from": {"first_name": "no id"}}),
        message(**{"from": user(1 << 70)}),
        message(message_id=True),
    ],
)
def test_what_is_not_shaped_like_an_update_is_refused_and_not_guessed_at(content: object) -> None:
    with pytest.raises(Unusable):
        sieve(cast(Json, content))


def test_a_kind_we_did_not_ask_for_is_dropped() -> None:
    dropped = what_may_be_stored(
        {"update_id": 1, "message_reaction": {"chat": {}}},
        consented=True,
        bot_username="x",
        bot_id=BOT,
        control_labels=LABELS,
    )
    assert dropped is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["id", "chat", "from", "text", "date", "message_id", "type", "entities", "photo", "voice", "is_bot", "user",
         "reply_to_message", "new_chat_members", "status", "offset", "length", "message"]), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@given(st.sampled_from([*shape.KINDS, "poll"]), json_values, st.booleans())
def test_no_json_whatever_makes_the_sieve_stumble(kind: str, content: object, consented: bool) -> None:
    update: Json = {"update_id": 1, kind: content}
    try:
        kept = what_may_be_stored(update, consented=consented, bot_username="b", bot_id=BOT, control_labels=LABELS)
        if kept is not None:
            shape.lane_of(update)
            json.dumps(kept, ensure_ascii=False).encode()
    except Unusable:
        pass


@pytest.mark.parametrize(
    ("update", "lane", "sender", "at"),
    [
        ({"message": message()}, ROSA, ROSA, 1_770_000_000.0),
        ({"message": message(group=True)}, -100, ROSA, 1_770_000_000.0),
        ({"edited_message": message(edit_date=1_770_000_009)}, ROSA, ROSA, 1_770_000_009.0),
        ({"callback_query": tap()}, -100, ROSA, None),
        ({"callback_query": {"id": "1", "from": user()}}, ROSA, ROSA, None),
    ],
)
def test_each_update_has_a_chat_a_sender_and_a_moment(update: Json, lane: int, sender: int, at: float | None) -> None:
    assert (shape.lane_of(update), shape.sender_of(update), shape.happened_at(update)) == (lane, sender, at)
