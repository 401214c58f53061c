"""Before someone chooses how to share, they hear how many people would see it; and those are counted just then."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.delivery.letters import Note
from flows.effects import Label
from flows.names import OptionId, Role
from tests.bot.sending import Office, office, ui


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path, anna=Role.PARENT, bo=Role.SCHOOL, kim=Role.CARE) as place:
        yield place


async def ask(place: Office) -> str:
    labels = ((Label(OptionId("ja"), ui("knop-ja")),),)
    note = Note(lines=(ui("delen"),), labels=labels, protect=True, audience=True, participants=2)
    return await place.put(place.everybody["anna"].to, note, "q")


def said(place: Office) -> str:
    return place.at("anna")[-1].split("\n\n")[-1]


async def test_a_sharer_hears_how_many_people_there_are_and_how_many_do_not_take_part(place: Office) -> None:
    await ask(place)
    await place.send_all()
    assert said(place) == "Delen? Er zijn 3 mensen, 1 doen niet mee."
    assert place.aftermath.audiences == [3]
    assert place.everybody["anna"].phone.keyboard() == ["Ja"]


async def test_when_the_number_can_not_be_had_that_is_said_and_nobody_was_told_one(place: Office) -> None:
    await place.town.fails(method="getChatMemberCount", status=500)
    await ask(place)
    await place.send_all()
    assert said(place) == "Delen? Ik weet niet met hoeveel mensen jullie zijn."
    assert place.aftermath.audiences == [None]


async def test_counting_too_fast_is_tried_again_before_giving_up(place: Office) -> None:
    await place.town.fails(method="getChatMemberCount", status=429, retry_after=1)
    await ask(place)
    await place.live(10)
    assert said(place) == "Delen? Er zijn 3 mensen, 1 doen niet mee."


async def test_a_question_of_unknown_outcome_tells_the_number_of_its_second_copy(place: Office) -> None:
    await place.town.fails(method="sendMessage", status=500, effect="after")
    await ask(place)
    await place.send_all()
    await place.group.adds(await place.town.person("Nieuw"))
    await place.live(10)
    assert said(place) == "Delen? Er zijn 4 mensen, 2 doen niet mee."
    assert place.aftermath.audiences == [4]


async def test_a_question_that_can_not_be_made_ready_is_given_up_after_three_tries(
    place: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ask(place)
    monkeypatch.setattr("bot.delivery.delivery.outsiders", lambda *given: 1 // 0)
    await place.live(600)
    row = await place.row("q")
    assert (row["state"], row["sends"], row["why"]) == ("failed", 1, "bug-ZeroDivisionError")
    assert place.calls("sendMessage") == 0


async def test_a_group_the_bot_was_put_out_of_can_not_be_counted(place: Office) -> None:
    await place.group.kicks_bot(by=place.everybody["anna"].phone)
    await ask(place)
    await place.send_all()
    assert place.aftermath.audiences == [None]
