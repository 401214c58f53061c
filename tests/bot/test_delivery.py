"""Sending over real HTTP to a local Telegram: in order, at most twice, and honest about what it does not know."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.delivery.letters import Inline, Leave, Note, Withdraw
from flows.effects import Label
from flows.line import Count, Quote, Who
from flows.manners import DeliveryClass
from flows.names import OptionId, Role
from tests.bot.sending import Office, office, ui


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path, anna=Role.PARENT, bo=Role.SCHOOL) as place:
        yield place


def number(n: int):
    return ui("nummer", n=Count(n))


async def test_a_reply_arrives_once_with_the_readers_words(place: Office) -> None:
    anna = place.everybody["anna"]
    key = await place.put(anna.to, ui("hoi", wie=Who(anna.member)))
    assert await place.send_all() is None
    assert [text.strip("\u2068\u2069") for text in place.at("anna")] == ["Dag \u2068Anna\u2069."]
    assert await place.state(key) == "sent"
    assert place.aftermath.told == [("claimed", key), ("sent", key)]


async def test_the_same_intention_is_never_said_twice(place: Office) -> None:
    for _ in range(3):
        await place.put(place.everybody["anna"].to, number(1), "once")
    await place.send_all()
    assert place.at("anna") == ["Bericht 1."]


async def test_what_was_sent_is_remembered_with_the_words_it_shows(place: Office) -> None:
    anna = place.everybody["anna"]
    said = await place.say(anna, "mijn woorden")
    key = await place.put(anna.to, ui("zegt", wie=Who(anna.member), wat=Quote((said,))))
    await place.send_all()
    rows = await place.do(lambda tx: tx.run("SELECT chat_id, refs FROM messages"))
    assert [(r["chat_id"], r["refs"]) for r in rows] == [(anna.phone.id, f"[{said}]")]
    assert len(place.aftermath.messages[key]) == 1


async def test_messages_to_one_chat_keep_their_order_whatever_goes_wrong(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.town.fails(method="sendMessage", status=429, retry_after=3, times=1)
    for n in range(8):
        await place.put(anna.to, number(n), f"n{n}")
    await place.live(60)
    assert place.at("anna") == [f"Bericht {n}." for n in range(8)]


async def test_another_chat_does_not_wait_for_a_429(place: Office) -> None:
    anna, bo = place.everybody["anna"], place.everybody["bo"]
    await place.town.fails(method="sendMessage", chat_id=anna.phone.id, status=429, retry_after=30)
    await place.put(anna.to, number(1), "a")
    await place.put(bo.to, number(2), "b")
    await place.send_all()
    assert place.at("bo") == ["Bericht 2."] and place.at("anna") == []
    await place.live(29)
    assert place.at("anna") == []  # obeyed to the second, and one more
    await place.live(3)
    assert place.at("anna") == ["Bericht 1."]
    assert (await place.row("a"))["sends"] == 1  # what was refused does not count as sent


async def test_a_429_is_remembered_by_the_next_process(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.town.fails(method="sendMessage", status=429, retry_after=30)
    await place.put(anna.to, number(1), "a")
    await place.send_all()
    place.restart()
    await place.delivery.recover()
    await place.live(25)
    assert place.calls("sendMessage") == 1


async def test_replies_go_before_what_the_calendar_started(place: Office) -> None:
    anna, bo = place.everybody["anna"], place.everybody["bo"]
    await place.put(bo.to, number(1), "bulk", DeliveryClass.NUDGE)
    await place.put(anna.to, number(2), "reply")
    await place.send_all()
    assert [call["chat_id"] for call in place.town.calls("sendMessage")] == [anna.phone.id, bo.phone.id]


async def test_nothing_goes_that_has_become_pointless(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.put(anna.to, number(1), "old")
    place.aftermath.no.add("old")
    await place.send_all()
    assert place.at("anna") == [] and await place.state("old") == "cancelled"


async def test_a_reply_of_unknown_outcome_goes_once_more_after_five_seconds_and_no_more(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.town.fails(method="sendMessage", drop=True, effect="after", times=2)
    await place.put(anna.to, number(1), "a")
    await place.send_all()
    await place.live(4)
    assert place.calls("sendMessage") == 1
    await place.live(3600)
    assert place.at("anna") == ["Bericht 1.", "Bericht 1."]  # two copies at most


async def test_nobody_waits_behind_a_message_of_unknown_outcome(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.town.fails(method="sendMessage", status=502, effect="after")
    await place.put(anna.to, number(1), "a")
    await place.put(anna.to, number(2), "b")
    await place.send_all()
    assert place.at("anna") == ["Bericht 1.", "Bericht 2."]


async def test_a_question_of_unknown_outcome_waits_ten_minutes_and_says_that_it_may_be_double(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.town.fails(method="sendMessage", status=500, effect="after")
    await place.put(anna.to, Note(lines=(ui("vraag"),), protect=True), "q", DeliveryClass.PROMPT)
    await place.live(590)
    assert len(place.at("anna")) == 1
    await place.live(20)
    assert len(place.at("anna")) == 2
    assert "Misschien dubbel" in place.at("anna")[1] and "Misschien dubbel" not in place.at("anna")[0]
    assert await place.state("q") == "sent"


async def test_a_question_that_was_answered_meanwhile_is_not_asked_again(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.town.fails(method="sendMessage", status=500, effect="after")
    await place.put(anna.to, Note(lines=(ui("vraag"),), protect=True), "q", DeliveryClass.PROMPT)
    await place.live(60)
    place.aftermath.no.add("q")
    await place.live(3600)
    assert len(place.at("anna")) == 1


async def test_a_nudge_of_unknown_outcome_never_goes_again(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.town.fails(method="sendMessage", status=500, effect="before")
    await place.put(anna.to, number(1), "n", DeliveryClass.NUDGE)
    await place.live(3 * 86400)
    assert place.calls("sendMessage") == 1 and await place.state("n") == "unknown"


async def test_a_network_that_is_down_costs_nothing_but_time(place: Office) -> None:
    anna = place.everybody["anna"]
    port = place.town.server.port
    await place.town.server.stop()
    await place.put(anna.to, number(1), "a")
    waits = []
    for _ in range(7):
        wait = await place.send_all()
        assert wait is not None
        waits.append(round(wait))
        place.clock.advance(wait + 0.01)
        row = await place.row("a")
        assert row["sends"] == 0 and row["state"] in ("new", "expired")
        if row["state"] == "expired":
            break
    assert waits[:4] == [1, 5, 30, 120]
    place.town.server.port = port
    await place.town.server.start()


async def test_a_question_survives_a_day_without_network(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.town.server.stop()
    await place.put(anna.to, number(1), "q", DeliveryClass.PROMPT)
    await place.live(86400)
    await place.town.server.start()
    await place.live(900)
    assert place.at("anna")[-1].endswith("Bericht 1.") and len(place.at("anna")) == 1


async def test_late_replies_become_one_short_word(place: Office) -> None:
    anna = place.everybody["anna"]
    for n in range(5):
        await place.put(anna.to, number(n), f"n{n}")
    await place.put(anna.to, Note(lines=(ui("vraag"),), protect=True), "question", prompt=1)
    place.clock.advance(700)
    await place.live(60)
    said = place.at("anna")
    assert len(said) == 2
    assert sum("Ik was even weg." in text for text in said) == 1
    assert sum("jullie kind" in text for text in said) == 1  # a question is never swallowed
    assert await place.state("n3") == "expired"


async def test_who_blocked_the_bot_is_not_tried_again(place: Office) -> None:
    anna = place.everybody["anna"]
    await anna.phone.blocks()
    await place.put(anna.to, number(1), "a")
    await place.live(3600)
    assert place.aftermath.heard("unreachable") == ["a"]
    assert place.calls("sendMessage") == 1 and await place.state("a") == "failed"


async def test_a_bot_that_was_kicked_stops_writing_in_the_group(place: Office) -> None:
    await place.group.kicks_bot(by=place.everybody["anna"].phone)
    await place.put(place.to_group, number(1), "a")
    await place.put(place.to_group, number(2), "b")
    await place.live(3600)
    assert place.aftermath.heard("circle_gone") == ["a"]
    assert await place.state("b") == "cancelled" and place.calls("sendMessage") == 1


async def test_a_group_that_became_a_supergroup_gets_the_message_there(place: Office) -> None:
    old = place.group.id
    new = await place.group.migrates()
    await place.put(place.to_group, number(1), "a")
    await place.put(place.to_group, number(2), "b")
    await place.live(10)
    assert place.town.from_bot(new) == ["Bericht 1.", "Bericht 2."]
    assert place.aftermath.heard("migrated") == [f"{old}>{new.id}"]


async def test_wrong_markup_goes_as_plain_text_rather_than_not(place: Office) -> None:
    await place.put(place.everybody["anna"].to, ui("stuk"), "a")
    await place.send_all()
    assert place.at("anna") == ["stuk"] and await place.state("a") == "sent"


async def test_a_text_we_do_not_know_is_tried_three_times_and_never_repeated_in_our_tables(place: Office) -> None:
    await place.town.fails(method="sendMessage", status=400, description="Bad Request: geheim van Anna", times=9)
    await place.put(place.everybody["anna"].to, number(1), "a")
    await place.live(3600)
    row = await place.row("a")
    assert place.calls("sendMessage") == 3 and row["state"] == "failed"
    assert "BadRequest" in str(row["why"]) and "geheim" not in str(row["why"])


async def test_a_wrong_token_stops_everything_for_a_minute_and_loses_nothing(place: Office) -> None:
    await place.town.fails(method="sendMessage", status=401)
    await place.put(place.everybody["anna"].to, number(1), "a")
    await place.put(place.everybody["bo"].to, number(2), "b")
    await place.live(50)
    assert place.calls("sendMessage") == 1
    await place.live(20)
    assert place.at("anna") == ["Bericht 1."] and place.at("bo") == ["Bericht 2."]


async def test_a_group_where_the_bot_may_not_write_is_tried_again_the_next_day(place: Office) -> None:
    reason = "Bad Request: not enough rights to send text messages to the chat"
    await place.town.fails(method="sendMessage", status=400, description=reason)
    await place.put(place.to_group, number(1), "a", DeliveryClass.REVEAL)
    await place.live(20 * 3600)
    assert place.calls("sendMessage") == 1
    await place.live(5 * 3600)
    assert place.in_group() == ["Bericht 1."]


async def test_an_answer_that_is_no_json_counts_as_maybe_arrived(place: Office) -> None:
    await place.town.fails(method="sendMessage", body="<html>proxy</html>")
    await place.put(place.everybody["anna"].to, number(1), "n", DeliveryClass.NUDGE)
    await place.send_all()
    assert await place.state("n") == "unknown"


async def test_whatever_was_on_its_way_when_the_process_ended_may_have_arrived(place: Office) -> None:
    anna, bo = place.everybody["anna"], place.everybody["bo"]
    await place.put(anna.to, number(1), "reply")
    await place.put(bo.to, number(2), "nudge", DeliveryClass.NUDGE)
    for _ in range(2):  # claimed, and then the process was killed
        assert (await place.delivery._claim()) is not None
        place.clock.advance(0.04)
    place.restart()
    assert await place.delivery.recover() == 2
    assert {await place.state("reply"), await place.state("nudge")} == {"unknown"}
    await place.live(3600)
    assert place.at("anna") == ["Bericht 1."] and place.at("bo") == []


async def test_a_row_that_makes_us_stumble_does_not_stop_the_others(place: Office) -> None:
    anna, bo = place.everybody["anna"], place.everybody["bo"]
    await place.put(anna.to, number(1), "bad")
    await place.do(lambda tx: tx.change("UPDATE outbox SET body = '{}' WHERE dedupe_key = 'bad'"))
    await place.put(bo.to, number(2), "good")
    await place.live(600)
    assert place.at("bo") == ["Bericht 2."] and await place.state("bad") == "failed"


async def test_a_bug_in_a_run_does_not_send_a_message_twice(place: Office) -> None:
    place.aftermath.fails = True
    await place.put(place.everybody["anna"].to, number(1), "a")
    await place.live(3600)
    assert place.at("anna") == ["Bericht 1."] and await place.state("a") == "sent"


async def test_keyboards_come_and_go(place: Office) -> None:
    anna = place.everybody["anna"]
    yes = Label(OptionId("ja"), ui("knop-ja"))
    await place.put(anna.to, Note(lines=(ui("vraag"),), labels=((yes,),), expects_text=True), "a")
    await place.send_all()
    assert anna.phone.keyboard() == ["Ja"], (
        "the question may close in silence: what is said next takes its keyboard away"
    )
    await place.put(anna.to, number(1), "b")
    await place.live(5)
    assert anna.phone.keyboard() == []
    button = Inline(line=ui("knop-ja"), token="t0k3n")
    link = Inline(line=ui("knop-mijn-antwoord"), url="https://t.me/praatmaat_demo_bot")
    await place.put(anna.to, Note(lines=(number(2),), inline=((button,), (link,))), "c")
    await place.live(5)
    assert anna.phone.buttons() == ["Ja", "Mijn antwoord"]


async def test_a_question_is_protected_and_begins_with_a_neutral_line(place: Office) -> None:
    await place.put(place.everybody["anna"].to, Note(lines=(ui("vraag"),), protect=True), "q", DeliveryClass.PROMPT)
    await place.send_all()
    [message] = [m for m in place.town.messages(place.everybody["anna"].phone) if m.sender == place.town.world.bot_id]
    assert message.text.startswith("Praatmaat heeft een bericht voor je.\n\n")
    assert message.protected
    assert "is_disabled" in str(place.town.calls("sendMessage")[0])


async def test_an_old_message_becomes_withdrawn_and_a_bare_one_loses_its_buttons(place: Office) -> None:
    anna = place.everybody["anna"]
    button = Inline(line=ui("knop-ja"), token="t")
    await place.put(anna.to, Note(lines=(number(1),), inline=((button,),)), "a")
    await place.put(anna.to, Note(lines=(number(2),), inline=((button,),)), "b")
    await place.live(5)
    (chat, first), (_, second) = place.aftermath.messages["a"][0], place.aftermath.messages["b"][0]
    await place.put(anna.to, Withdraw(chat_id=chat, message_id=first, buttons_only=True), "c")
    await place.put(anna.to, Withdraw(chat_id=chat, message_id=second), "d")
    await place.put(anna.to, Withdraw(chat_id=chat, message_id=99999), "e")
    await place.live(10)
    assert place.at("anna") == ["Bericht 1.", "[verwijderd]"] and anna.phone.buttons() == []
    assert await place.state("e") == "sent"  # what is not there needs no withdrawing


async def test_the_bot_leaves_a_group_when_told_to(place: Office) -> None:
    await place.put(place.to_group, Leave(), "a")
    await place.send_all()
    assert not place.town.world.chats[place.group.id].bot.inside


async def test_a_long_message_arrives_whole_with_its_keyboard_under_the_last_part(place: Office) -> None:
    anna = place.everybody["anna"]
    said = await place.say(anna, "een lang verhaal " * 230)
    yes = Label(OptionId("ja"), ui("knop-ja"))
    note = Note(lines=(ui("zegt", wie=Who(anna.member), wat=Quote((said,))), ui("vraag")), labels=((yes,),))
    await place.put(anna.to, note, "long")
    await place.live(10)
    assert len(place.at("anna")) == 2 and "".join(place.at("anna")).count("verhaal") == 230
    assert len(place.aftermath.messages["long"]) == 2 and anna.phone.keyboard() == ["Ja"]


async def test_the_loop_sends_by_itself_until_it_is_stopped(place: Office) -> None:
    import asyncio

    loop = asyncio.create_task(place.delivery.run())
    place.clock.advance(1)
    await place.put(place.everybody["anna"].to, number(1), "a")
    place.delivery.wake()
    await place.everybody["anna"].phone.sees("Bericht 1.")
    loop.cancel()
    with pytest.raises(asyncio.CancelledError):
        await loop
    assert await place.state("a") == "sent"


@pytest.mark.parametrize("ticks", range(3))
async def test_the_loop_stops_also_when_something_new_comes_at_that_very_moment(place: Office, ticks: int) -> None:
    import asyncio

    loop = asyncio.create_task(place.delivery.run())
    await asyncio.sleep(0.1)  # it has looked and waits for something new
    place.delivery.wake()
    for _ in range(ticks):
        await asyncio.sleep(0)
    loop.cancel()
    _, running = await asyncio.wait([loop], timeout=2)
    loop.cancel()
    assert not running
