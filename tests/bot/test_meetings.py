"""Meetings as a circle goes through them, in real tables with the calendar moved."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import deeds, meeting_boards, meetings, upkeep
from bot.acts import Cause
from bot.desk import Desk, Follow
from bot.keys import MasterKey, Vault
from bot.library import Library
from bot.meeting_boards import CAPTURE, COMING, LOOK_BACK
from bot.runner import Runner
from bot.storage import agreements, people, runs, words
from bot.storage import meetings as stored
from bot.storage.database import Database, Tx
from bot.storage.people import Member
from bot.storage.runs import RunRecord
from bot.timers import Timers
from flows import agreements as agreement_rules
from flows.effects import Deed, Do
from flows.events import Tapped
from flows.flow import Origin, Setting
from flows.line import Day, People, Quote, Value
from flows.meetings import Did, Meeting, State
from flows.names import AgreementId, FlowId, Form, OptionId, Role, RunId
from flows.run import Participant, Run
from tests.clock import ManualClock

TUESDAY = date(2026, 11, 24)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 1, tzinfo=AMSTERDAM)


class House:
    """A circle of Anna and Joost, on Tuesday morning at ten."""

    def __init__(self, database: Database, desk: Desk, clock: ManualClock) -> None:
        self.database, self.desk, self.clock = database, desk, clock
        self.runner = Runner(desk)
        self.timers = Timers(desk=desk, runner=self.runner, database=database)
        self.steps = 0

    async def opens(self) -> None:
        self.comes(TUESDAY, 10)
        self.anna, self.joost = await self.database.transact(lambda tx: (self._member(tx, 11, "Anna"),
                                                                         self._member(tx, 12, "Joost")))  # fmt: skip

    def _member(self, tx: Tx, chat: int, name: str) -> Member:
        circle, person = people.ensure_circle(tx, -400), people.ensure_person(tx, chat, "nl")
        people.set_reachable(tx, person, True)
        return people.add_member(tx, self.desk.vault, circle=circle, person=person, role=Role.PARENT, name=name,
                                 consent_version="1", at=self.desk.seconds())  # fmt: skip

    def comes(self, day: date, hour: int = 17) -> None:
        self.clock.set(at(day, hour))

    async def wakes(self) -> None:
        while await self.timers.fire_due():
            pass

    def cause(self) -> Cause:
        self.steps += 1
        return Cause(name=f"test{self.steps}", person=self.anna.person, asked=True)

    def follow(self, tx: Tx, follows: Sequence[Follow], cause: Cause) -> None:
        for follow in follows:
            self.runner.follow(tx, follow, cause)

    async def notes(self, day: date, about: Meeting | None = None, **more: Value) -> None:
        def act(tx: Tx) -> None:
            present = People((self.anna.id, self.joost.id))
            run = Run(id=RunId(0), flow=FlowId("mdo"), revision=self.desk.library.flow(FlowId("mdo")).revision,
                      participants=(Participant(member=self.anna.id, role=Role.PARENT),),
                      about={"dag": Day(day), "erbij": present, **more})  # fmt: skip
            record = RunRecord(run=run, circle=self.anna.circle, setting=Setting.PRIVATE, origin=Origin.ACT,
                               agreement=None, parent=None, person=self.anna.person,
                               meeting=about.id if about is not None else None)  # fmt: skip
            cause = self.cause()
            self.follow(tx, deeds.do(self.desk, tx, record, Do(deed=Deed.MEET, by=self.anna.id), cause), cause)

        await self.database.transact(act)

    async def agrees(self, what: str, meeting: Meeting, day: date) -> AgreementId:
        """An agreement of this mdo that stands."""

        def act(tx: Tx) -> AgreementId:
            said = words.store(tx, self.desk.vault, owner=self.anna.id, circle=self.anna.circle, run=None,
                               form=Form.TEXT, body=what, at=self.desk.seconds())  # fmt: skip
            words.open_to_circle(tx, self.desk.vault, (said,))
            id = AgreementId(tx.new_id())
            made = agreement_rules.propose(id, circle=self.anna.circle, by=self.anna.id, what=said,
                                           owners=(self.joost.id,), day=day, on=TUESDAY)  # fmt: skip
            made = agreement_rules.accept(made, self.joost.id, on=TUESDAY)
            agreements.add(tx, self.desk.vault, replace(made, meeting=meeting.id), run=None, at=self.desk.seconds())
            return id

        return await self.database.transact(act)

    async def meeting(self) -> Meeting:
        return (await self.database.transact(lambda tx: stored.of(tx, self.desk.vault, self.anna.circle)))[-1]

    async def boards(self) -> list[RunRecord]:
        def look(tx: Tx) -> list[RunRecord]:
            found = [runs.load(tx, self.desk.vault, run) for run in stored.boards(tx, self.anna.circle)]
            return [record for record in found if record is not None]

        return await self.database.transact(look)

    async def board(self) -> RunRecord:
        """The only board that is open."""
        (board,) = await self.boards()
        return board

    async def taps(self, *options: str) -> None:
        for option in options:
            board = await self.board()
            assert board.run.at is not None
            now, here = self.clock.now().astimezone(AMSTERDAM), board.run
            event = Tapped(at=now, by=self.joost.id, step=board.run.at, turn=here.turn, option=OptionId(option))

            def act(tx: Tx, board: RunRecord = board, event: Tapped = event) -> None:
                self.runner.happens(tx, board.run.id, event, self.cause())

            await self.database.transact(act)

    async def classes(self) -> dict[str, int]:
        def look(tx: Tx) -> dict[str, int]:
            rows = tx.run("SELECT class, COUNT(*) AS n FROM outbox WHERE circle IS NOT NULL GROUP BY class")
            return {row["class"]: row["n"] for row in rows}

        return await self.database.transact(look)

    async def purposes(self) -> set[str]:
        rows = await self.database.transact(lambda tx: tx.run("SELECT purpose FROM timers WHERE about IS NOT NULL"))
        return {row["purpose"] for row in rows}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    clock = ManualClock()
    desk = Desk(Library.load(), Vault(MasterKey.new(tmp_path / "master.key")), clock)
    async with Database.open(tmp_path / "praatmaat.db", clock=clock) as database:
        house = House(database, desk, clock)
        await house.opens()
        yield house


async def test_a_coming_mdo_stands_in_the_group_and_opens_on_its_morning(house: House) -> None:
    await house.notes(date(2026, 12, 1))
    assert (await house.board()).run.flow == COMING
    house.comes(date(2026, 11, 30))
    await house.wakes()
    assert (await house.board()).run.flow == COMING

    house.comes(date(2026, 12, 1), 8)
    await house.wakes()

    assert (await house.board()).run.flow == CAPTURE
    assert (await house.meeting()).state is State.CAPTURING


async def test_anyone_may_open_a_coming_mdo_early_and_its_morning_then_changes_nothing(house: House) -> None:
    await house.notes(date(2026, 12, 1))
    await house.taps("nu")
    assert (await house.meeting()).story[-1].by == house.joost.id

    house.comes(date(2026, 12, 1), 8)
    await house.wakes()

    assert [b.run.flow for b in await house.boards()] == [CAPTURE]


async def test_an_mdo_that_moves_opens_on_its_new_day_and_its_board_says_so(house: House) -> None:
    await house.notes(date(2026, 12, 1))
    await house.notes(date(2026, 12, 8), about=await house.meeting())
    assert (await house.board()).run.about["dag"] == Day(date(2026, 12, 8))

    house.comes(date(2026, 12, 2))
    await house.wakes()
    assert (await house.meeting()).state is State.COMING
    house.comes(date(2026, 12, 8), 8)
    await house.wakes()

    assert (await house.meeting()).state is State.CAPTURING


async def test_who_was_there_is_asked_that_afternoon_whether_they_felt_heard(house: House) -> None:
    await house.notes(TUESDAY)
    house.comes(TUESDAY, 16)
    await house.wakes()

    def asked(tx: Tx) -> int:
        row = tx.one("SELECT COUNT(*) AS n FROM runs WHERE flow = 'peiling-mdo' AND state = 'open'")
        return int(row["n"]) if row is not None else 0

    assert await house.database.transact(asked) == 2
    assert (await house.meeting()).story[-1].did is Did.ASKED_HEARD


@pytest.mark.parametrize("away", [False, True])
async def test_too_long_after_the_mdo_that_is_not_asked_any_more_and_the_story_says_why(
    house: House, away: bool
) -> None:
    await house.notes(TUESDAY if away else date(2026, 11, 12))
    if away:
        house.comes(date(2026, 11, 28))  # the bot was away all those days

    await house.wakes()

    rows = await house.database.transact(lambda tx: tx.run("SELECT id FROM runs WHERE flow = 'peiling-mdo'"))
    assert rows == []
    assert (await house.meeting()).story[-1].did is Did.TOO_LATE_TO_ASK


async def test_the_card_comes_back_until_someone_ends_it(house: House) -> None:
    await house.notes(TUESDAY)
    await house.taps("klaar")
    assert await house.boards() == []
    house.comes(date(2027, 1, 5))
    await house.wakes()
    assert (await house.board()).run.flow == LOOK_BACK
    await house.wakes()
    assert len(await house.boards()) == 1
    assert (await house.classes())["nudge"] == 1, "the calendar began it: it keeps to the manners"
    await house.taps("later", "over-een-week")
    assert await house.boards() == []
    house.comes(date(2027, 1, 12))
    await house.wakes()

    await house.taps("klaar")

    assert (await house.meeting()).state is State.DONE
    assert await house.purposes() == set()


async def test_a_card_nobody_taps_goes_and_comes_again(house: House) -> None:
    await house.notes(TUESDAY)
    await house.taps("klaar")
    house.comes(date(2027, 1, 5))
    await house.wakes()
    house.comes(date(2027, 1, 13))
    await house.wakes()
    assert await house.boards() == []
    assert (await house.meeting()).story[-1].did is Did.UNANSWERED

    house.comes(date(2027, 1, 27))
    await house.wakes()

    assert (await house.board()).run.flow == LOOK_BACK
    await house.taps("later", "niet-meer")
    assert (await house.meeting()).state is State.SKIPPED


async def test_the_day_to_look_back_and_the_regie_count_for_all_that_was_agreed(house: House) -> None:
    await house.notes(TUESDAY)
    made = await house.agrees("belt Anna", await house.meeting(), date(2026, 12, 4))

    def act(tx: Tx) -> None:
        record = runs.load(tx, house.desk.vault, stored.boards(tx, house.anna.circle)[0])
        assert record is not None
        about: dict[str, Value] = {"terugkijken": Day(date(2026, 12, 15)), "regie": People((house.joost.id,))}
        told = replace(record, run=replace(record.run, about={**record.run.about, **about}))
        meetings.plan(house.desk, tx, told)

    await house.database.transact(act)

    agreement = await house.database.transact(lambda tx: agreements.load(tx, house.desk.vault, made))
    assert agreement is not None
    assert (agreement.regie, agreement.evaluate) == (house.joost.id, date(2026, 12, 15))
    house.comes(date(2026, 12, 15))
    await house.wakes()
    assert LOOK_BACK in [b.run.flow for b in await house.boards()]


async def test_talking_about_it_again_puts_what_is_open_on_the_list_of_the_next_talk(house: House) -> None:
    await house.notes(TUESDAY)
    made = await house.agrees("belt Anna", await house.meeting(), date(2027, 3, 1))
    await house.taps("klaar")
    house.comes(date(2027, 1, 5))
    await house.wakes()
    await house.taps("opnieuw")

    def listed(tx: Tx) -> list[str]:
        return [line.key for line in meetings.agenda(house.desk, tx, house.anna.circle)]

    assert await house.database.transact(listed) == ["ui/nog-op-de-lijst"]
    agreement = await house.database.transact(lambda tx: agreements.load(tx, house.desk.vault, made))
    assert agreement is not None and agreement.story[-1].did is agreement_rules.Did.DISCUSSED
    assert await house.database.transact(listed) == [], "once discussed it is not on the list again"
    assert (await house.meeting()).back is not None


async def test_who_stops_holds_no_regie_and_the_board_says_so(house: House) -> None:
    await house.notes(TUESDAY)
    assert (await house.board()).run.about["erbij"] == People((house.anna.id, house.joost.id))

    def act(tx: Tx) -> None:
        cause = house.cause()
        house.follow(tx, deeds.leave(house.desk, tx, house.joost.id, "stopped", cause), cause)

    await house.database.transact(act)

    assert (await house.meeting()).present == (house.anna.id,)
    assert (await house.board()).run.about["erbij"] == People((house.anna.id,))


async def test_what_is_told_of_an_agreement_changes_the_card_that_stands_in_the_group(house: House) -> None:
    await house.notes(TUESDAY)
    made = await house.agrees("belt Anna", await house.meeting(), date(2026, 12, 4))
    await house.taps("klaar")
    house.comes(date(2027, 1, 5))
    await house.wakes()
    assert "uitkomsten" not in (await house.board()).run.about

    def act(tx: Tx) -> None:
        agreement = agreements.load(tx, house.desk.vault, made)
        assert agreement is not None
        done = agreement_rules.report(agreement, house.joost.id, agreement_rules.Result.DONE, on=TUESDAY)
        told = agreement_rules.tell(done, house.joost.id, on=TUESDAY)
        agreements.save(tx, house.desk.vault, told)
        house.follow(tx, meeting_boards.refresh(house.desk, tx, house.anna.circle), house.cause())

    await house.database.transact(act)

    about = (await house.board()).run.about
    assert "uitkomsten" in about and "rest" not in about


async def test_an_mdo_is_forgotten_with_the_agreements_of_a_circle_that_fell_silent(house: House) -> None:
    await house.notes(TUESDAY)
    await house.database.transact(lambda tx: people.touch_circle(tx, house.anna.circle, at=house.desk.seconds()))
    house.comes(TUESDAY + timedelta(days=400))

    await house.database.transact(lambda tx: upkeep.keep_promises(house.desk, tx))

    assert await house.database.transact(lambda tx: stored.of(tx, house.desk.vault, house.anna.circle)) == []
    await house.wakes()
    assert LOOK_BACK not in [b.run.flow for b in await house.boards()]


async def test_while_the_bot_is_out_of_the_group_the_card_waits_and_comes_when_it_is_back(house: House) -> None:
    await house.notes(TUESDAY)
    await house.taps("klaar")
    await house.database.transact(lambda tx: people.set_circle_state(tx, house.anna.circle, "frozen"))
    house.comes(date(2027, 1, 5))
    await house.wakes()
    assert await house.boards() == []

    await house.database.transact(lambda tx: people.set_circle_state(tx, house.anna.circle, "active"))
    house.comes(date(2027, 1, 13))
    await house.wakes()

    assert (await house.board()).run.flow == LOOK_BACK


async def test_who_else_would_be_there_is_forgotten_when_the_mdo_is_noted_anew(house: House) -> None:
    def said(tx: Tx, text: str) -> Quote:
        kept = words.store(tx, house.desk.vault, owner=house.anna.id, circle=house.anna.circle, run=None,
                           form=Form.TEXT, body=text, at=house.desk.seconds())  # fmt: skip
        return Quote((kept,))

    first = await house.database.transact(lambda tx: said(tx, "de wijkagent"))
    second = await house.database.transact(lambda tx: said(tx, "de intern begeleider"))
    await house.notes(date(2026, 12, 1), anderen=first)
    await house.notes(date(2026, 12, 2), about=await house.meeting(), anderen=second)

    left = await house.database.transact(lambda tx: {r["id"]: r["audience"] for r in tx.run("SELECT * FROM words")})
    assert left == {second.words[0]: "circle"}


async def test_while_the_group_rests_the_card_waits_until_the_first_school_afternoon_after(house: House) -> None:
    await house.notes(TUESDAY)
    await house.taps("klaar")
    await house.database.transact(lambda tx: people.set_pause(tx, house.anna.circle, date(2027, 1, 18)))
    house.comes(date(2027, 1, 5))
    await house.wakes()
    house.comes(date(2027, 1, 15))
    await house.wakes()
    assert await house.boards() == []

    house.comes(date(2027, 1, 18))
    await house.wakes()

    assert (await house.board()).run.flow == LOOK_BACK


async def test_when_the_bot_wakes_at_night_the_card_waits_for_the_next_afternoon(house: House) -> None:
    await house.notes(TUESDAY)
    await house.taps("klaar")
    house.comes(date(2027, 1, 5), 22)
    await house.wakes()
    assert await house.boards() == []

    house.comes(date(2027, 1, 6))
    await house.wakes()

    assert (await house.board()).run.flow == LOOK_BACK
