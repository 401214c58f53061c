"""One person cannot drown out the others."""

from collections import Counter

from bot.intake.flood import MOST, FloodGate, Verdict

ROSA, MEES = 11, 12


def test_two_hundred_updates_a_minute_pass_then_one_notice_then_silence() -> None:
    gate = FloodGate()
    verdicts = [gate.judge(ROSA, id, 1000.0 + id / 100) for id in range(1000)]
    assert verdicts[:200] == [Verdict.PASS] * 200
    assert verdicts[200] is Verdict.NOTICE
    assert set(verdicts[201:]) == {Verdict.IGNORE}


def test_someone_who_writes_at_a_human_pace_is_never_stopped() -> None:
    gate = FloodGate()
    assert {gate.judge(ROSA, id, 2.0 * id) for id in range(1000)} == {Verdict.PASS}


def test_a_backlog_of_hours_that_arrives_at_once_is_no_flood() -> None:
    gate = FloodGate()
    written = [id * 60.0 for id in range(300)]
    assert {gate.judge(ROSA, id, at) for id, at in enumerate(written)} == {Verdict.PASS}


def test_a_minute_later_they_are_heard_again() -> None:
    gate = FloodGate()
    for id in range(MOST + 100):
        gate.judge(ROSA, id, 1000.0)
    assert gate.judge(ROSA, 900, 1061.0) is Verdict.PASS


def test_nobody_is_stopped_for_what_another_does() -> None:
    gate = FloodGate()
    for id in range(MOST + 100):
        gate.judge(ROSA, id, 1000.0)
    assert gate.judge(MEES, 500, 1000.0) is Verdict.PASS


def test_the_same_update_offered_again_gets_the_same_verdict() -> None:
    gate = FloodGate()
    first = [gate.judge(ROSA, id, 1000.0) for id in range(MOST + 10)]
    assert [gate.judge(ROSA, id, 1000.0) for id in range(MOST + 10)] == first


def test_a_thousand_a_minute_for_ten_minutes_means_a_notice_a_minute_at_most() -> None:
    gate = FloodGate()
    verdicts = Counter(gate.judge(ROSA, id, id * 0.06) for id in range(10_000))
    assert verdicts[Verdict.NOTICE] <= 10 and verdicts[Verdict.PASS] <= MOST * 10


def test_a_crowd_passing_by_does_not_fill_the_memory() -> None:
    gate = FloodGate()
    for person in range(20_000):
        gate.judge(person, person, 1000.0)
    assert len(gate._seen) <= 5_000
