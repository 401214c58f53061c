"""The board of a talk: one message, brought up to date, and never restless."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.delivery.claim import Claimed
from bot.delivery.letters import BoardContent, BoardLetter, Inline, board_to_json
from bot.storage import people, runs
from bot.storage.database import Tx
from flows.line import Count
from flows.names import Revision, Role, RunId
from tests.bot.sending import Office, office, ui

RUN = RunId(900)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path, anna=Role.PARENT, bo=Role.SCHOOL) as place:
        await place.do(lambda tx: a_run(tx, place))
        yield place


def a_run(tx: Tx, place: Office) -> None:
    body = '{"format": 1}'
    runs.keep_revision(tx, Revision("r1"), body)
    tx.change(
        """INSERT INTO runs (id, circle, flow, revision, setting, origin, pace, at, sealed_run)
           VALUES (:id, :circle, 'f', 'r1', 'gesprek', 'act', 'nu', 0, x'00')""",
        id=RUN,
        circle=place.circle,
    )


@pytest.fixture(autouse=True)
def no_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """This board says only the program's own strings; its revision holds no texts of its own."""
    from flows.texts import Texts

    monkeypatch.setattr(runs, "revision", lambda tx, hash: (None, Texts(by_language={})))


async def show(place: Office, n: int, *, fresh: bool = False, button: bool = True) -> None:
    buttons = ((Inline(line=ui("knop-mijn-antwoord"), token=f"token{n}"),),) if button else ()
    content = BoardContent(lines=(ui("titel"), ui("bord", n=Count(n))), inline=buttons)
    await place.do(lambda tx: runs.set_board(tx, RUN, place.circle, board_to_json(content), fresh=fresh))
    await place.put(place.to_group, BoardLetter(run=RUN), f"board{n}{fresh}{place.clock.monotonic()}")


async def test_a_whole_round_of_answers_costs_one_message(place: Office) -> None:
    for n in range(6):
        await show(place, n)
        await place.live(30)
    assert place.in_group() == ["De kaarten gaan om.\n\nHet bord: 5."]
    assert (place.calls("sendMessage"), place.calls("editMessageText")) == (1, 5)
    assert place.everybody["anna"].phone.buttons(place.group) == ["Mijn antwoord"]


async def test_never_two_edits_in_five_seconds_and_the_last_state_wins(place: Office) -> None:
    await show(place, 0)
    await place.live(10)
    for n in range(1, 21):
        await show(place, n)
        await place.live(0.5)
    await place.live(10)
    assert place.in_group()[0].endswith("Het bord: 20.")
    assert place.calls("editMessageText") <= 4


async def test_a_board_that_waits_does_not_hold_up_what_else_is_said(place: Office) -> None:
    await show(place, 0)
    await place.live(1)
    await show(place, 1)
    await place.put(place.to_group, ui("titel"), "note")
    await place.send_all()
    assert await place.state("note") == "sent"


async def test_the_same_board_again_costs_nothing(place: Office) -> None:
    await show(place, 0)
    await place.live(10)
    await show(place, 0)
    await place.live(10)
    assert (place.calls("sendMessage"), place.calls("editMessageText")) == (1, 0)


async def test_a_board_that_was_deleted_comes_back_as_a_new_one(place: Office) -> None:
    await show(place, 0)
    await place.live(10)
    for message in place.town.messages(place.group):
        place.town.world.delete(message)
    await show(place, 1)
    await place.live(10)
    assert place.in_group() == ["De kaarten gaan om.\n\nHet bord: 1."]
    await show(place, 2)
    await place.live(10)
    assert place.in_group() == ["De kaarten gaan om.\n\nHet bord: 2."]


async def test_not_modified_is_as_good_as_modified(place: Office) -> None:
    await show(place, 0)
    await place.live(10)
    await show(place, 1)
    reason = "Bad Request: message is not modified: specified new message content is exactly the same"
    await place.town.fails(method="editMessageText", status=400, description=reason)
    await place.live(60)
    assert place.calls("editMessageText") == 1 and place.calls("sendMessage") == 1


async def test_an_edit_of_unknown_outcome_is_made_again(place: Office) -> None:
    await show(place, 0)
    await place.live(10)
    await place.town.fails(method="editMessageText", status=502, effect="before")
    await show(place, 1)
    await place.live(10)
    assert place.in_group()[0].endswith("Het bord: 1.")


async def test_a_new_board_of_unknown_outcome_may_stand_twice_and_both_keyboards_count(place: Office) -> None:
    await place.town.fails(method="sendMessage", drop=True, effect="after")
    await show(place, 0)
    await place.live(10)
    assert len(place.in_group()) == 2
    await show(place, 1)
    await place.live(10)
    assert sorted(text[-2] for text in place.in_group()) == ["0", "1"]


async def test_a_fresh_board_stands_below(place: Office) -> None:
    await show(place, 0)
    await place.live(10)
    await show(place, 1, fresh=True)
    await place.live(10)
    assert [text[-2] for text in place.in_group()] == ["0", "1"]


async def test_a_board_overtaken_on_its_way_loses_its_buttons(place: Office) -> None:
    await show(place, 0)
    claimed = await place.delivery._claim()
    assert isinstance(claimed, Claimed)
    await show(place, 1, fresh=True)
    await place.delivery._carry(claimed)
    await place.live(10)
    buttons = [message.markup for message in place.town.messages(place.group) if message.text in place.in_group()]
    assert [markup is not None for markup in buttons] == [False, True]


async def test_a_board_follows_the_group_that_became_a_supergroup(place: Office) -> None:
    await show(place, 0)
    await place.live(10)
    new = await place.group.migrates()
    await place.do(lambda tx: people.migrate(tx, place.group.id, new.id))  # what intake does with the service message
    await show(place, 1)
    await place.live(10)
    await show(place, 2)
    await place.live(10)
    assert [text[-2] for text in place.town.from_bot(new)] == ["2"]


async def test_more_than_ten_edits_a_minute_wait_while_messages_pass(place: Office) -> None:
    await show(place, 0)
    await place.live(6)
    start = place.clock.monotonic()
    for n in range(1, 16):
        await show(place, n)
        await place.live(5.1) if n < 11 else None
    await place.put(place.to_group, ui("titel"), "note")
    await place.live(max(58 - (place.clock.monotonic() - start), 0))
    assert place.calls("editMessageText") <= 10
    assert await place.state("note") == "sent"
    await place.live(60)
    assert place.in_group()[0].endswith("Het bord: 15.")
