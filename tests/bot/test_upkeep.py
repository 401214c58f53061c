"""What people were promised about how long their words are kept, held by the clock."""

from datetime import timedelta

from bot import upkeep
from bot.acts import Cause
from bot.desk import Beginning, Desk
from bot.runner import Runner
from bot.storage import people, runs, words
from bot.storage.database import Database, Tx
from bot.storage.people import Member
from flows.events import Stopped
from flows.line import Word
from flows.names import FlowId, Form, Role, RunId, TextKey, WordsId
from flows.run import Participant
from tests.clock import ManualClock


def rosa(tx: Tx, desk: Desk) -> Member:
    circle, person = people.ensure_circle(tx, -400), people.ensure_person(tx, 11, "nl")
    people.touch_circle(tx, circle, desk.seconds())
    return people.add_member(
        tx, desk.vault, circle=circle, person=person, role=Role.PARENT, name="Rosa", consent_version="1", at=1.0
    )


def talk(tx: Tx, desk: Desk, member: Member) -> RunId:
    """A talk of this member's circle that has ended."""
    runner = Runner(desk)
    beginning = Beginning(
        flow=FlowId("kaarten-omdraaien/zie-vooral-het-kind"),
        circle=member.circle,
        participants=(Participant(member=member.id, role=member.role),),
        starter=member.id,
        about={"titel": Word(TextKey("title"))},
    )
    runner.begin(tx, beginning, Cause(name="u1"))
    (run,) = runs.open_in(tx, member.circle)
    runner.happens(tx, run, Stopped(at=desk.at(tx, member.circle)), Cause(name="u2"))
    return run


def says(tx: Tx, desk: Desk, member: Member, run: RunId | None, *, shown: bool) -> WordsId:
    kept = words.store(
        tx, desk.vault, owner=member.id, circle=member.circle, run=run, form=Form.TEXT, body="robots",
        at=desk.seconds(),
    )  # fmt: skip
    if shown:
        words.open_to_circle(tx, desk.vault, (kept,))
    return kept


def there(tx: Tx) -> set[int]:
    return {row["id"] for row in tx.run("SELECT id FROM words")}


async def test_words_go_when_their_time_is_over_and_not_a_day_before(
    database: Database, desk: Desk, clock: ManualClock
) -> None:
    member = await database.transact(lambda tx: rosa(tx, desk))
    run = await database.transact(lambda tx: talk(tx, desk, member))
    sealed = await database.transact(lambda tx: says(tx, desk, member, run, shown=False))
    shared = await database.transact(lambda tx: says(tx, desk, member, run, shown=True))
    agreed = await database.transact(lambda tx: says(tx, desk, member, None, shown=True))

    async def left_after(days: int) -> set[int]:
        clock.advance(timedelta(days=days))
        await database.transact(lambda tx: upkeep.keep_promises(desk, tx))
        return await database.transact(there)

    assert await left_after(29) == {sealed, shared, agreed}
    assert await left_after(2) == {shared, agreed}
    assert await left_after(58) == {shared, agreed}
    assert await left_after(2) == {agreed}
    assert await left_after(273) == {agreed}
    assert await left_after(3) == set()


async def test_how_a_dialogue_went_is_forgotten_with_what_was_said_in_it(
    database: Database, desk: Desk, clock: ManualClock
) -> None:
    member = await database.transact(lambda tx: rosa(tx, desk))
    run = await database.transact(lambda tx: talk(tx, desk, member))

    async def known() -> bool:
        await database.transact(lambda tx: upkeep.keep_promises(desk, tx))
        return await database.transact(lambda tx: runs.load(tx, desk.vault, run)) is not None

    clock.advance(timedelta(days=89))
    assert await known()
    clock.advance(timedelta(days=2))
    assert not await known()
