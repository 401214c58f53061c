"""The outbox: one key per intention, second thoughts, and what may still go after a restart."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.delivery.letters import (
    BoardContent,
    BoardLetter,
    Inline,
    Leave,
    Note,
    RevealLetter,
    Withdraw,
    board_from_json,
    board_to_json,
    letter_from_json,
    letter_to_json,
)
from bot.storage import lanes, outbox
from bot.storage.database import Database, Tx
from bot.storage.outbox import ToCircle, ToPerson
from flows.effects import Label, Turned
from flows.line import Count, Line, Quote, Who
from flows.manners import DeliveryClass
from flows.names import CircleId, MemberId, OptionId, PersonId, RunId, Share, StepId, TextKey, WordsId
from tests.clock import ManualClock

CLOCK = ManualClock()
NOTE = Note(lines=(Line(TextKey("ui/hoi"), {"wie": Who(MemberId(3))}),))
ANNA = ToPerson(PersonId(1), MemberId(3))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "o.db", clock=CLOCK) as database:
        yield database


def put(tx: Tx, key: str, **more: object) -> bool:
    given = {"to": ANNA, "klass": DeliveryClass.REPLY, "letter": NOTE, **more}
    return outbox.enqueue(tx, dedupe=key, clock=CLOCK, **given)  # type: ignore[arg-type]


def states(tx: Tx) -> dict[str, str]:
    return {r["dedupe_key"]: r["state"] for r in tx.run("SELECT dedupe_key, state FROM outbox")}


async def test_one_key_is_one_message(database: Database) -> None:
    def work(tx: Tx) -> list[bool]:
        return [put(tx, "a"), put(tx, "a"), put(tx, "b")]

    assert await database.transact(work) == [True, False, True]


async def test_a_board_that_still_waits_is_not_put_twice(database: Database) -> None:
    def work(tx: Tx) -> tuple[list[bool], int]:
        results = [
            put(tx, f"b{n}", to=ToCircle(CircleId(5)), letter=BoardLetter(run=RunId(9)), run=RunId(9)) for n in range(3)
        ]
        return results, len(tx.run("SELECT 1 FROM outbox"))

    assert await database.transact(work) == ([True, True, True], 1)


async def test_a_board_that_is_on_its_way_is_followed_by_another(database: Database) -> None:
    def work(tx: Tx) -> int:
        put(tx, "b1", to=ToCircle(CircleId(5)), letter=BoardLetter(run=RunId(9)))
        tx.change("UPDATE outbox SET state = 'sending'")
        put(tx, "b2", to=ToCircle(CircleId(5)), letter=BoardLetter(run=RunId(9)))
        return len(tx.run("SELECT 1 FROM outbox"))

    assert await database.transact(work) == 2


async def test_second_thoughts_reach_all_that_is_not_there_yet_and_nothing_else(database: Database) -> None:
    def work(tx: Tx) -> dict[str, str]:
        for key, state in (("new", "new"), ("unknown", "unknown"), ("sent", "sent"), ("sending", "sending")):
            put(tx, key, prompt=7)
            tx.change("UPDATE outbox SET state = :state WHERE dedupe_key = :key", state=state, key=key)
        put(tx, "other", prompt=8)
        outbox.cancel_for_prompt(tx, 7)
        return states(tx)

    found = await database.transact(work)
    assert found == {"new": "cancelled", "unknown": "cancelled", "sent": "sent", "sending": "sending", "other": "new"}


async def test_a_run_a_member_and_a_group_can_take_back_what_is_theirs(database: Database) -> None:
    def work(tx: Tx) -> dict[str, str]:
        put(tx, "note of run", run=RunId(1))
        put(tx, "board of run", to=ToCircle(CircleId(4)), letter=BoardLetter(run=RunId(1)))
        put(tx, "member", to=ToPerson(PersonId(2), MemberId(8)))
        put(tx, "group", to=ToCircle(CircleId(5)))
        outbox.cancel_for_run(tx, RunId(1), ("board",))
        outbox.cancel_for_member(tx, MemberId(8))
        outbox.cancel_for_circle(tx, CircleId(5))
        return states(tx)

    assert await database.transact(work) == {
        "note of run": "new",
        "board of run": "cancelled",
        "member": "cancelled",
        "group": "cancelled",
    }


async def test_a_word_from_a_person_brings_a_lost_question_back_at_once_but_no_nudge(database: Database) -> None:
    def work(tx: Tx) -> list[str]:
        for key, klass in (("q", DeliveryClass.PROMPT), ("n", DeliveryClass.NUDGE)):
            put(tx, key, klass=klass)
            tx.change("UPDATE outbox SET state = 'unknown', sends = 1, retry_at = 9e12 WHERE dedupe_key = :k", k=key)
        outbox.person_spoke(tx, PersonId(1))
        return [row.dedupe for row in lanes.to_repeat(tx, now=1.0, real=1.0)]

    assert await database.transact(work) == ["q"]


async def test_the_letters_lie_there_without_words(database: Database) -> None:
    def work(tx: Tx) -> str:
        put(tx, "a", letter=Note(lines=(Line(TextKey("ui/zegt"), {"wat": Quote((WordsId(5),))}),)))
        row = tx.one("SELECT * FROM outbox")
        assert row is not None
        return str(row["body"])

    assert "[5]" in await database.transact(work)


lines = st.builds(
    Line,
    st.sampled_from([TextKey("ui/a"), TextKey("vraag.ouder")]),
    st.dictionaries(st.sampled_from(["wie", "n"]), st.builds(Count, st.integers(0, 99)) | st.just(Who(MemberId(4)))),
)
labels = st.builds(Label, st.just(OptionId("ja")), lines)
inlines = st.builds(Inline, line=lines, token=st.none() | st.just("t"), url=st.none() | st.just("https://t.me/x"))
rows = st.lists(st.lists(inlines, max_size=2).map(tuple), max_size=2).map(tuple)
notes = st.builds(
    Note,
    lines=st.lists(lines, max_size=3).map(tuple),
    labels=st.none() | st.lists(st.lists(labels, max_size=2).map(tuple), max_size=2).map(tuple),
    inline=rows,
    expects_text=st.booleans(),
    protect=st.booleans(),
    audience=st.booleans(),
    participants=st.none() | st.integers(1, 9),
)
reveals = st.builds(
    RevealLetter,
    run=st.just(RunId(1)),
    step=st.just(StepId("s")),
    turn=st.integers(0, 9),
    title=lines,
    cards=st.lists(st.builds(Turned, st.just(MemberId(2)), st.just((WordsId(1),)), st.sampled_from(Share))).map(tuple),
    told=st.none() | st.integers(0, 9),
    anyone=st.booleans(),
)
others = st.sampled_from(
    [
        Leave(),
        Withdraw(chat_id=-5, message_id=7, buttons_only=True),
        BoardLetter(run=RunId(3)),
        Withdraw(chat_id=1, message_id=2),
    ]
)


@settings(deadline=None)
@given(notes | reveals | others)
def test_every_letter_comes_out_of_the_outbox_as_it_went_in(letter: Note | RevealLetter | Leave | Withdraw) -> None:
    assert letter_from_json(letter_to_json(letter)) == letter


@settings(deadline=None)
@given(st.builds(BoardContent, lines=st.lists(lines, max_size=3).map(tuple), inline=rows))
def test_every_board_comes_back_as_it_was(content: BoardContent) -> None:
    assert board_from_json(board_to_json(content)) == content


def test_what_is_no_letter_is_refused() -> None:
    for body in ("{}", "[]", '{"kind": "poem"}', "nonsense"):
        with pytest.raises(ValidationError):
            letter_from_json(body)
