"""The overview of the week comes once, on a day that suits, and only when there is something."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot import deeds, held, weekly
from bot.acts import Cause
from bot.delivery.letters import WeekLetter
from bot.desk import Desk
from bot.keys import MasterKey, Vault
from bot.library import Library
from bot.runner import Runner
from bot.storage import agreements, people, timers, words
from bot.storage.database import Database, Row, Tx
from bot.storage.outbox import row_of
from bot.storage.people import Member
from bot.timers import Timers
from flows import agreements as rules
from flows.agreements import Result
from flows.line import Lines, ui
from flows.names import AgreementId, Form, Role
from tests.clock import START, ManualClock

MONDAY = date(2026, 3, 9)


@dataclass
class Desks:
    """One bot, its clock, and Rosa, who promised something and wants the overview."""

    database: Database
    desk: Desk
    clock: ManualClock
    rosa: Member

    async def until(self, day: date, hour: int = 10) -> list[Row]:
        """Let time pass, and give what lies in the outbox for her then."""
        self.clock.set(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))
        await Timers(desk=self.desk, runner=Runner(self.desk), database=self.database).fire_due()
        return await self.database.transact(
            lambda tx: tx.run("SELECT * FROM outbox WHERE person = :p AND kind = 'week'", p=self.rosa.person)
        )

    async def done(self) -> None:
        """What she promised is done."""

        def report(tx: Tx) -> None:
            for agreement in agreements.of(tx, self.desk.vault, self.rosa.circle):
                done = rules.report(agreement, self.rosa.id, Result.DONE, on=MONDAY)
                agreements.save(tx, self.desk.vault, done)

        await self.database.transact(report)

    async def went(self, row: Row) -> None:
        """The letter came to her now."""

        def note(tx: Tx) -> None:
            tx.change("UPDATE outbox SET state = 'sent' WHERE id = :id", id=row["id"])
            tx.change(
                "INSERT INTO messages (chat_id, message_id, outbox, at) VALUES (11, :id, :id, :at)",
                id=row["id"],
                at=self.desk.seconds(),
            )

        await self.database.transact(note)


@pytest.fixture
async def rosa(tmp_path: Path) -> AsyncIterator[Desks]:
    clock = ManualClock()
    desk = Desk(Library.load(), Vault(MasterKey.new(tmp_path / "master.key")), clock)

    def seed(tx: Tx) -> Member:
        circle, person = people.ensure_circle(tx, -400), people.ensure_person(tx, 11, "nl")
        rosa = people.add_member(
            tx, desk.vault, circle=circle, person=person, role=Role.PARENT, name="Rosa", consent_version="1", at=10.0
        )
        what = words.store(
            tx, desk.vault, owner=rosa.id, circle=circle, run=None, form=Form.TEXT, body="samen koken", at=10.0
        )
        words.open_to_circle(tx, desk.vault, (what,))
        proposal = rules.propose(
            AgreementId(tx.new_id()), circle=circle, by=rosa.id, what=what, owners=(rosa.id,), day=date(2026, 5, 1),
            on=START.date(),
        )  # fmt: skip
        agreements.add(tx, desk.vault, rules.accept(proposal, rosa.id, on=START.date()), run=None, at=10.0)
        weekly.begin(desk, tx, person)
        return rosa

    async with Database.open(tmp_path / "praatmaat.db", clock=clock) as database:
        yield Desks(database, desk, clock, await database.transact(seed))


async def test_it_comes_on_monday_and_again_the_next_monday(rosa: Desks) -> None:
    assert await rosa.until(MONDAY - timedelta(days=1)) == []
    (first,) = await rosa.until(MONDAY)
    letter = row_of(first).letter
    assert isinstance(letter, WeekLetter) and first["class"] == "nudge" and first["member"] == rosa.rosa.id
    await rosa.went(first)
    assert len(await rosa.until(MONDAY + timedelta(days=6))) == 1
    assert len(await rosa.until(MONDAY + timedelta(days=7))) == 2


async def test_nothing_comes_when_there_is_nothing_and_it_goes_on_once_there_is(rosa: Desks) -> None:
    await rosa.done()
    assert await rosa.until(MONDAY) == []
    assert await rosa.database.transact(lambda tx: weekly.wanted(tx, rosa.rosa.person))


async def test_one_that_has_to_wait_is_not_followed_by_a_second(rosa: Desks) -> None:
    for weeks in range(3):  # a long holiday: the first still waits
        (waiting,) = await rosa.until(MONDAY + timedelta(weeks=weeks))
    await rosa.until(MONDAY + timedelta(weeks=2, days=4))
    await rosa.went(waiting)  # on Friday, at last
    assert len(await rosa.until(MONDAY + timedelta(weeks=3))) == 1, "three days later is too soon"
    assert len(await rosa.until(MONDAY + timedelta(weeks=4))) == 2


async def test_after_weeks_without_the_bot_there_is_one(rosa: Desks) -> None:
    assert len(await rosa.until(MONDAY + timedelta(weeks=5))) == 1


async def test_one_that_has_to_wait_stands_among_what_waits_for_her(rosa: Desks) -> None:
    await rosa.until(MONDAY, hour=20)  # the bot was away that day: now it is evening

    _, line = await rosa.database.transact(lambda tx: held.lines(rosa.desk, tx, rosa.rosa))

    assert (line.key, line.args["wat"]) == (ui("wacht-hours").key, Lines((ui("wacht-weekoverzicht"),)))


async def test_who_stops_it_also_does_not_get_the_one_that_waits(rosa: Desks) -> None:
    await rosa.until(MONDAY)
    await rosa.database.transact(lambda tx: weekly.end(tx, rosa.rosa.person))

    (waiting,) = await rosa.until(MONDAY + timedelta(weeks=1))
    assert waiting["state"] == "cancelled"


async def test_who_left_their_last_circle_hears_no_more(rosa: Desks) -> None:
    await rosa.database.transact(lambda tx: deeds.leave(rosa.desk, tx, rosa.rosa.id, "stopped", Cause(name="u1")))

    assert not await rosa.database.transact(lambda tx: weekly.wanted(tx, rosa.rosa.person))
    assert await rosa.until(MONDAY) == []


async def test_a_wish_of_someone_without_a_circle_ends_by_itself(rosa: Desks) -> None:
    await rosa.database.transact(lambda tx: people.set_member_state(tx, rosa.rosa.id, "left"))

    assert await rosa.until(MONDAY) == []
    assert await rosa.database.transact(timers.next_due) is None


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (datetime(2026, 3, 2, 7, 59, tzinfo=UTC), datetime(2026, 3, 2, 9)),  # Monday, just before nine in Amsterdam
        (datetime(2026, 3, 2, 8, 0, tzinfo=UTC), datetime(2026, 3, 9, 9)),
        (datetime(2026, 3, 28, 12, 0, tzinfo=UTC), datetime(2026, 3, 30, 9)),  # over the night the clock goes forward
        (datetime(2026, 3, 1, 23, 30, tzinfo=UTC), datetime(2026, 3, 2, 9)),  # half past twelve on Monday there
    ],
)
def test_the_next_monday_is_the_one_on_the_wall_of_whoever_reads(now: datetime, monday: datetime) -> None:
    assert weekly.next_monday(now, "Europe/Amsterdam") == monday
