"""When something goes: the class table, the hours, the pace, and the gate once more directly before sending."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery.claim import Claimed
from bot.delivery.letters import Note
from bot.storage import people
from flows.line import Count
from flows.manners import Days, DeliveryClass
from flows.names import Role
from tests.bot.sending import Office, office, ui

FRIDAY_EVENING = datetime(2026, 3, 6, 18, 58, 30, tzinfo=UTC)  # 19:58:30 in Amsterdam
SATURDAY_NIGHT = datetime(2026, 3, 7, 19, 30, tzinfo=UTC)  # 20:30 in Amsterdam


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path, anna=Role.PARENT, bo=Role.SCHOOL) as place:
        yield place


def local(place: Office) -> str:
    """Day of the week and time in the Netherlands in winter."""
    return (place.clock.now() + timedelta(hours=1)).strftime("%a %H:%M")


async def until_it_goes(place: Office, key: str, days: int = 10) -> str:
    """When this row went, on the wall."""
    end = place.clock.now() + timedelta(days=days)
    while place.clock.now() < end:
        wait = await place.send_all()
        if await place.state(key) == "sent":
            return local(place)
        place.clock.advance(min(wait if wait is not None else 3600.0, 3600.0) + 0.001)
    return "never"


async def test_a_nudge_held_over_eight_by_a_429_goes_the_next_school_day(place: Office) -> None:
    place.clock.set(FRIDAY_EVENING)
    await place.town.fails(method="sendMessage", status=429, retry_after=120)
    await place.put(place.everybody["anna"].to, ui("titel"), "n", DeliveryClass.NUDGE)
    assert await until_it_goes(place, "n") == "Mon 08:00"
    assert place.calls("sendMessage") == 2


@pytest.mark.parametrize(
    ("klass", "who", "when"),
    [
        (DeliveryClass.REPLY, "anna", "Sat 20:30"),
        (DeliveryClass.REVEAL, "group", "Sun 08:00"),
        (DeliveryClass.PROMPT, "anna", "Sun 08:00"),
        (DeliveryClass.PROMPT, "bo", "Mon 08:00"),
        (DeliveryClass.NUDGE, "anna", "Mon 08:00"),
    ],
)
async def test_a_talk_started_on_saturday_night_keeps_to_the_table(
    place: Office, klass: DeliveryClass, who: str, when: str
) -> None:
    place.clock.set(SATURDAY_NIGHT)
    to = place.to_group if who == "group" else place.everybody[who].to
    await place.put(to, ui("titel"), "k", klass)
    assert await until_it_goes(place, "k") == when


async def test_a_held_question_does_not_hold_up_a_reply(place: Office) -> None:
    place.clock.set(SATURDAY_NIGHT)
    bo = place.everybody["bo"]
    await place.put(bo.to, ui("vraag"), "q", DeliveryClass.PROMPT)
    await place.put(bo.to, ui("titel"), "r")
    await place.send_all()
    assert (await place.state("r"), await place.state("q")) == ("sent", "new")


async def test_the_gate_is_asked_again_directly_before_sending(place: Office) -> None:
    await place.put(place.everybody["anna"].to, ui("titel"), "n", DeliveryClass.NUDGE)
    claimed = await place.delivery._claim()
    assert isinstance(claimed, Claimed)
    place.clock.jump(timedelta(hours=11))  # the calendar says nine in the evening now
    await place.delivery._carry(claimed)
    row = await place.row("n")
    assert place.calls("sendMessage") == 0
    assert (row["state"], row["sends"]) == ("new", 0)
    assert await until_it_goes(place, "n") == "Tue 08:00"


async def test_a_holiday_of_the_circle_is_no_day_for_a_nudge(place: Office) -> None:
    place.days = Days(free=((date(2026, 3, 2), date(2026, 3, 4)),))
    await place.put(place.everybody["anna"].to, ui("titel"), "n", DeliveryClass.NUDGE)
    assert await until_it_goes(place, "n") == "Thu 08:00"


async def test_own_quiet_hours_are_kept(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.do(lambda tx: people.set_manners(tx, anna.person, '{"quiet": [["09:00", "13:30"]]}'))
    await place.put(anna.to, ui("titel"), "q", DeliveryClass.PROMPT)
    assert await until_it_goes(place, "q") == "Mon 13:30"


async def test_manners_we_can_not_read_are_the_usual_ones(place: Office) -> None:
    anna = place.everybody["anna"]
    await place.do(lambda tx: people.set_manners(tx, anna.person, '{"quiet": 7}'))
    await place.put(anna.to, ui("titel"), "q", DeliveryClass.PROMPT)
    assert await until_it_goes(place, "q") == "Mon 10:00"


async def test_three_nudges_a_week_are_enough_for_anyone(place: Office) -> None:
    anna, went = place.everybody["anna"], []
    for n in range(5):
        await place.put(anna.to, ui("nummer", n=Count(n)), f"n{n}", DeliveryClass.NUDGE)
        went.append(await until_it_goes(place, f"n{n}", 30))
        place.clock.advance(60)
    assert went[:3] == ["Mon 10:00", "Mon 10:01", "Mon 10:02"] and went[3] == "Mon 08:00"
    assert place.clock.now() - datetime(2026, 3, 2, tzinfo=UTC) > timedelta(days=7)


async def test_nudges_that_are_due_together_become_one_message_that_says_how_many_wait(place: Office) -> None:
    anna, bo = place.everybody["anna"], place.everybody["bo"]
    for n in range(3):
        await place.put(anna.to, ui("nummer", n=Count(n)), f"a{n}", DeliveryClass.NUDGE)
    await place.put(bo.to, ui("nummer", n=Count(9)), "b", DeliveryClass.NUDGE)
    await place.live(8 * 3600)
    assert place.at("anna") == ["Praatmaat heeft een bericht voor je.\n\nBericht 0.\n\nHierna nog 2."]
    assert place.at("bo") == ["Praatmaat heeft een bericht voor je.\n\nBericht 9."]
    assert await until_it_goes(place, "a1") == "Tue 08:00"  # and the others are not forgotten


async def test_a_clock_three_weeks_ahead_brings_one_nudge_and_no_apology(place: Office) -> None:
    anna = place.everybody["anna"]
    place.clock.set(datetime(2026, 3, 2, 19, 30, tzinfo=UTC))
    for n in range(4):
        await place.put(anna.to, ui("nummer", n=Count(n)), f"a{n}", DeliveryClass.NUDGE)
    await place.send_all()
    place.clock.jump(timedelta(days=21, hours=13))
    await place.live(3600)
    assert len(place.at("anna")) == 1 and "even weg" not in place.at("anna")[0]


async def test_the_word_about_having_been_away_keeps_to_the_hours(place: Office) -> None:
    place.clock.set(SATURDAY_NIGHT)
    await place.put(place.everybody["anna"].to, ui("titel"), "r")
    place.clock.advance(2 * 3600)
    await place.live(3600)
    assert place.at("anna") == []
    await place.live(9 * 3600)
    assert [text.splitlines()[-1] for text in place.at("anna")] == ["Ik was even weg."]


async def test_a_question_of_last_nights_outage_waits_for_the_morning(place: Office) -> None:
    place.clock.set(SATURDAY_NIGHT)
    note = Note(lines=(ui("vraag"),), protect=True)
    await place.put(place.everybody["anna"].to, note, "q", prompt=1)
    place.clock.advance(6 * 3600)
    assert await until_it_goes(place, "q") == "Sun 08:00"


async def test_a_reveal_waits_for_the_hours_and_then_goes_whole(place: Office) -> None:
    place.clock.set(datetime(2026, 3, 7, 19, 0, 0, tzinfo=UTC) - timedelta(milliseconds=50))
    note = Note(lines=(ui("titel"),) * 2)
    await place.put(place.to_group, note, "r", DeliveryClass.REVEAL)
    await place.send_all()
    assert await place.state("r") == "sent"
    await place.put(place.to_group, note, "late", DeliveryClass.REVEAL)
    place.clock.advance(1)
    assert await until_it_goes(place, "late") == "Sun 08:00"


async def test_what_falls_due_together_waits_until_all_of_it_is_there_while_replies_go(place: Office) -> None:
    anna, bo = place.everybody["anna"], place.everybody["bo"]
    with place.delivery.nudges_wait():
        await place.put(anna.to, ui("titel"), "first", DeliveryClass.NUDGE)
        await place.put(bo.to, ui("titel"), "reply", DeliveryClass.REPLY)
        await place.live(5)
        assert (await place.row("reply"))["state"] == "sent" and (await place.row("first"))["state"] == "new"

    await place.live(5)
    assert (await place.row("first"))["state"] == "sent"
