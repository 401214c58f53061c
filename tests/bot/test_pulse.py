"""The pulse in its tables: sealed per person, read off once, gone when its owner goes."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot import deeds, pulse, upkeep
from bot.acts import Cause
from bot.desk import Desk
from bot.runner import Runner
from bot.storage import people, prompts, pulses, runs
from bot.storage.database import Database, Tx
from bot.storage.people import Member
from bot.timers import Timers
from flows.events import Fired, Pressed, Purpose
from flows.names import CircleId, OptionId, Role
from flows.pulse import Occasion, Question, Reading
from tests.clock import ManualClock

NAMES = ("Anna", "Joost", "Noor", "Sam")


def circle_of(tx: Tx, desk: Desk, *names: str) -> list[Member]:
    """These people, in one group, each reachable in private."""
    circle = people.ensure_circle(tx, -400)
    members = []
    for name in names:
        person = people.ensure_person(tx, 11 + NAMES.index(name), "nl")
        people.set_reachable(tx, person, True)
        members.append(
            people.add_member(
                tx, desk.vault, circle=circle, person=person, role=Role.PARENT, name=name, consent_version="1", at=10.0
            )
        )
    return members


def asked(tx: Tx, desk: Desk, members: Sequence[Member], occasion: Occasion = Occasion.TALK) -> None:
    runner = Runner(desk)
    for follow in pulse.ask(desk, tx, members[0].circle, [m.id for m in members], occasion):
        runner.follow(tx, follow, Cause(name=f"u{tx.new_id()}"))


def presses(tx: Tx, desk: Desk, member: Member, *options: str) -> None:
    """Someone chooses these labels, one question after the other."""
    for option in options:
        prompt = prompts.open_of(tx, member.person)
        assert prompt is not None, "there is no question open"
        event = Pressed(at=desk.at(tx, member.circle), by=member.id, question=prompt.question, option=OptionId(option))
        cause = Cause(name=f"u{tx.new_id()}", person=member.person, asked=True)
        assert not Runner(desk).happens(tx, prompt.run, event, cause)


def numbers(tx: Tx, desk: Desk, member: Member, number: int) -> None:
    presses(tx, desk, member, *[f"c{number}"] * 4)


def seen(tx: Tx, desk: Desk, circle: CircleId) -> list[tuple[int, int, int]]:
    """Per pulse the average in tenths and the range of the first question, as the circle may see it."""
    shown = [r.points[Question.HEARD] for r in pulses.readings(tx, desk.vault, circle)]
    return [(p.tenths, p.low, p.high) for p in shown]


def invitations(tx: Tx) -> int:
    return len(tx.run("SELECT id FROM outbox WHERE body LIKE '%peiling-uitnodiging%'"))


async def test_a_pulse_shows_once_the_last_one_answered_and_not_before(database: Database, desk: Desk) -> None:
    def story(tx: Tx) -> None:
        four = circle_of(tx, desk, *NAMES)
        asked(tx, desk, four)
        for member, number in zip(four[:3], (8, 6, 7), strict=True):
            numbers(tx, desk, member, number)
        assert seen(tx, desk, four[0].circle) == [], "who saw three and then four could tell the fourth"
        presses(tx, desk, four[3], *["overslaan"] * 4)
        assert seen(tx, desk, four[0].circle) == [(70, 6, 8)]

    await database.transact(story)


async def test_whoever_answers_half_of_it_counts_for_that_half(database: Database, desk: Desk) -> None:
    def story(tx: Tx) -> Reading:
        three = circle_of(tx, desk, "Anna", "Joost", "Noor")
        asked(tx, desk, three)
        numbers(tx, desk, three[0], 8)
        numbers(tx, desk, three[1], 6)
        presses(tx, desk, three[2], "c7")
        (run,) = runs.open_in(tx, three[0].circle)
        record = runs.load(tx, desk.vault, run)
        assert record is not None and record.run.at is not None
        at = desk.at(tx, three[0].circle)
        late = Fired(at=at, step=record.run.at, turn=record.run.turn, purpose=Purpose.DEADLINE)
        Runner(desk).happens(tx, run, late, Cause(name="t1"))
        (reading,) = pulses.readings(tx, desk.vault, three[0].circle)
        return reading

    reading = await database.transact(story)
    assert set(reading.points) == {Question.HEARD}, "the other questions have two answers only"


@pytest.mark.parametrize(("first", "second", "shows"), [("ja", "ja", True), ("ja", "nee", False), ("nee", "ja", False)])
async def test_two_answers_show_only_when_both_say_yes(
    database: Database, desk: Desk, first: str, second: str, shows: bool
) -> None:
    def story(tx: Tx) -> None:
        anna, joost, noor = circle_of(tx, desk, "Anna", "Joost", "Noor")
        asked(tx, desk, [anna, joost, noor])
        numbers(tx, desk, anna, 8)
        numbers(tx, desk, joost, 6)
        presses(tx, desk, noor, *["overslaan"] * 4)
        assert prompts.open_of(tx, noor.person) is None, "who did not answer has nothing to consent to"
        presses(tx, desk, anna, first)
        assert seen(tx, desk, anna.circle) == []
        presses(tx, desk, joost, second)
        assert seen(tx, desk, anna.circle) == ([(70, 6, 8)] if shows else [])
        assert {member.answers[Question.HEARD] for member in pulses.given(tx, desk.vault, pulses.PulseId(1))} <= {6, 8}
        deeds.leave(desk, tx, anna.id, "stopped", Cause(name="u9"))
        assert seen(tx, desk, anna.circle) == [], "what needed both of them goes with one of them"

    await database.transact(story)


async def test_one_answer_is_never_shown_nor_asked_about(database: Database, desk: Desk) -> None:
    def story(tx: Tx) -> None:
        anna, joost = circle_of(tx, desk, "Anna", "Joost")
        asked(tx, desk, [anna, joost])
        numbers(tx, desk, anna, 2)
        presses(tx, desk, joost, *["overslaan"] * 4)
        assert prompts.open_of(tx, anna.person) is None
        assert seen(tx, desk, anna.circle) == [] and invitations(tx) == 0

    await database.transact(story)


@pytest.mark.parametrize("state", ["stopped", "left"])
async def test_the_numbers_of_who_goes_are_gone_and_an_average_of_more_stays(
    database: Database, desk: Desk, state: str
) -> None:
    def story(tx: Tx) -> None:
        anna, joost, noor = circle_of(tx, desk, "Anna", "Joost", "Noor")
        asked(tx, desk, [anna, joost, noor])
        for member in (anna, joost, noor):
            numbers(tx, desk, member, 8)
        assert len(pulses.own(tx, desk.vault, anna.id, most=5)) == 1
        deeds.leave(desk, tx, anna.id, state, Cause(name="u9"))
        assert pulses.own(tx, desk.vault, anna.id, most=5) == ()
        assert len(tx.run("SELECT id FROM pulse_answers")) == 2
        assert seen(tx, desk, anna.circle) == [(80, 8, 8)]

    await database.transact(story)


async def test_who_leaves_half_way_leaves_nothing_and_keeps_nobody_waiting(database: Database, desk: Desk) -> None:
    def story(tx: Tx) -> None:
        four = circle_of(tx, desk, *NAMES)
        asked(tx, desk, four)
        for member in four[:3]:
            numbers(tx, desk, member, 7)
        presses(tx, desk, four[3], "c1")
        for follow in deeds.leave(desk, tx, four[3].id, "left", Cause(name="u9")):
            Runner(desk).follow(tx, follow, Cause(name="u9"))
        assert seen(tx, desk, four[0].circle) == [(70, 7, 7)]

    await database.transact(story)


async def test_no_number_lies_readable_in_the_database_nor_stays_in_the_dialogue(
    database: Database, desk: Desk
) -> None:
    def story(tx: Tx) -> None:
        three = circle_of(tx, desk, "Anna", "Joost", "Noor")
        asked(tx, desk, three)
        for member in three:
            numbers(tx, desk, member, 9)
        rows = [dict(row) for row in (*tx.run("SELECT * FROM pulses"), *tx.run("SELECT * FROM pulse_answers"))]
        assert not any("gehoord" in repr(row) for row in rows)
        for row in tx.run("SELECT id FROM runs WHERE flow = 'peiling'"):
            record = runs.load(tx, desk.vault, row["id"])
            assert record is not None and record.run.kept == {}

    await database.transact(story)


async def test_low_numbers_lead_to_one_invitation_that_names_nobody_and_not_again_next_week(
    database: Database, desk: Desk, clock: ManualClock
) -> None:
    def pulse_of(tx: Tx, number: int) -> int:
        three = circle_of(tx, desk, "Anna", "Joost", "Noor")
        asked(tx, desk, three)
        for member in three:
            numbers(tx, desk, member, number)
        return invitations(tx)

    assert await database.transact(lambda tx: pulse_of(tx, 4)) == 1
    clock.advance(timedelta(days=7))
    assert await database.transact(lambda tx: pulse_of(tx, 3)) == 1
    clock.advance(timedelta(days=42))
    assert await database.transact(lambda tx: pulse_of(tx, 3)) == 2
    klass = await database.transact(lambda tx: tx.run("SELECT class FROM outbox WHERE body LIKE '%uitnodiging%'"))
    assert {row["class"] for row in klass} == {"reveal"}, "not at once: the moment tells who answered last"


async def test_every_six_weeks_only_after_somebody_asked_for_it_and_never_after_it_was_turned_off(
    database: Database, desk: Desk, clock: ManualClock
) -> None:
    fires = Timers(desk=desk, runner=Runner(desk), database=database)
    members = await database.transact(lambda tx: circle_of(tx, desk, "Anna", "Joost", "Noor"))
    circle = members[0].circle

    def rounds(tx: Tx) -> int:
        return len(tx.run("SELECT id FROM pulses"))

    async def pass_days(days: int) -> None:
        for _ in range(days):
            clock.advance(timedelta(days=1))
            await fires.fire_due()

    await pass_days(50)
    assert await database.transact(rounds) == 0
    assert await database.transact(lambda tx: pulse.switch(desk, tx, circle)) is True
    await pass_days(5)
    assert await database.transact(rounds) == 1
    asked_as = await database.transact(lambda tx: tx.run("SELECT DISTINCT class FROM prompts"))
    assert [row["class"] for row in asked_as] == ["nudge"]
    await pass_days(42)
    assert await database.transact(rounds) == 2
    assert await database.transact(lambda tx: pulse.switch(desk, tx, circle)) is False
    await pass_days(90)
    assert await database.transact(rounds) == 2


async def test_a_round_waits_when_a_talk_just_asked_the_same(
    database: Database, desk: Desk, clock: ManualClock
) -> None:
    fires = Timers(desk=desk, runner=Runner(desk), database=database)
    members = await database.transact(lambda tx: circle_of(tx, desk, "Anna", "Joost", "Noor"))
    await database.transact(lambda tx: pulse.switch(desk, tx, members[0].circle))
    await database.transact(lambda tx: asked(tx, desk, members))
    clock.advance(timedelta(days=7))
    await fires.fire_due()
    occasions = await database.transact(lambda tx: [row["occasion"] for row in tx.run("SELECT occasion FROM pulses")])
    assert occasions == ["gesprek"]
    assert await database.transact(lambda tx: pulse.is_on(tx, members[0].circle))


async def test_a_round_rests_as_long_as_the_circle_does(database: Database, desk: Desk, clock: ManualClock) -> None:
    fires = Timers(desk=desk, runner=Runner(desk), database=database)
    members = await database.transact(lambda tx: circle_of(tx, desk, "Anna", "Joost"))
    circle = members[0].circle
    rest = clock.now().date() + timedelta(days=20)
    await database.transact(lambda tx: people.set_pause(tx, circle, rest))
    await database.transact(lambda tx: pulse.switch(desk, tx, circle))

    async def rounds_after(days: int) -> int:
        for _ in range(days):
            clock.advance(timedelta(days=1))
            await fires.fire_due()
        return len(await database.transact(lambda tx: tx.run("SELECT id FROM pulses")))

    assert await rounds_after(19) == 0
    assert await rounds_after(6) == 1


async def test_who_cannot_be_written_to_is_not_asked_and_nobody_asks_nobody(database: Database, desk: Desk) -> None:
    def story(tx: Tx) -> None:
        anna, joost = circle_of(tx, desk, "Anna", "Joost")
        people.set_reachable(tx, anna.person, False)
        assert pulse.ask(desk, tx, anna.circle, [anna.id], Occasion.TALK) == ()
        asked(tx, desk, [anna, joost, joost])
        assert len(runs.open_in(tx, anna.circle)) == 1

    await database.transact(story)


async def test_after_a_year_a_pulse_is_forgotten(database: Database, desk: Desk, clock: ManualClock) -> None:
    def story(tx: Tx) -> CircleId:
        three = circle_of(tx, desk, "Anna", "Joost", "Noor")
        asked(tx, desk, three)
        for member in three:
            numbers(tx, desk, member, 8)
        return three[0].circle

    circle = await database.transact(story)
    clock.advance(timedelta(days=364))
    await database.transact(lambda tx: upkeep.keep_promises(desk, tx))
    assert len(await database.transact(lambda tx: seen(tx, desk, circle))) == 1
    clock.advance(timedelta(days=2))
    await database.transact(lambda tx: upkeep.keep_promises(desk, tx))
    assert await database.transact(lambda tx: tx.run("SELECT id FROM pulses UNION SELECT id FROM pulse_answers")) == []
