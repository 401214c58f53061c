"""Two clocks: the calendar may be moved by the demo, the real time by nobody."""

from datetime import UTC, timedelta
from pathlib import Path

import pytest

from bot.clock import Clock, SystemClock, instant
from tests.clock import ManualClock

SECOND = timedelta(seconds=1)


def test_without_an_offset_both_clocks_agree_and_say_utc() -> None:
    clock = SystemClock()
    assert abs(clock.now() - clock.real()) < SECOND
    assert clock.now().tzinfo is UTC and clock.real().tzinfo is UTC
    assert instant(clock.real().timestamp()) - clock.real() < SECOND


def test_the_calendar_moves_at_the_tick_after_the_file_was_written_and_real_time_never(tmp_path: Path) -> None:
    file = tmp_path / "offset"
    file.write_text("3600\n")
    clock = SystemClock(file)
    assert abs(clock.now() - clock.real() - timedelta(hours=1)) < SECOND
    file.write_text("1814400.5")
    assert abs(clock.now() - clock.real() - timedelta(hours=1)) < SECOND
    clock.tick()
    assert abs(clock.now() - clock.real() - timedelta(seconds=1814400.5)) < SECOND
    assert abs(clock.real() - SystemClock().real()) < SECOND


@pytest.mark.parametrize("content", [None, "", "morgen", "1e400", "nan", "99999999999999", "-1e15"])
def test_a_missing_or_senseless_offset_leaves_the_calendar_as_it_was(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "offset"
    file.write_text("60")
    clock = SystemClock(file)
    if content is None:
        file.unlink()
    else:
        file.write_text(content)
    clock.tick()
    assert abs(clock.now() - clock.real() - timedelta(minutes=1)) < SECOND


def test_the_clock_of_the_tests_keeps_the_same_promises() -> None:
    clock: Clock = ManualClock()
    assert isinstance(clock, ManualClock) and clock.now() == clock.real()
    before = clock.monotonic()
    clock.jump(timedelta(days=21))
    assert clock.now() - clock.real() == timedelta(days=21) and clock.monotonic() == before
    clock.advance(5)
    assert clock.monotonic() == before + 5
    clock.set(clock.now() + timedelta(hours=2))
    assert clock.now() - clock.real() == timedelta(days=21)
