"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday morning, ten o'clock in Amsterdam

LIVE_START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, ten o'clock in Amsterdam


class ManualClock:
    """Both clocks of `bot.clock.Clock`, moved by hand."""

    def __init__(self, start: datetime = START) -> None:
        self._real = start
        self._offset = timedelta(0)
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return self._real + self._offset

    def real(self) -> datetime:
        return self._real

    def monotonic(self) -> float:
        return self._monotonic

    def tick(self) -> None:
        """Nothing to read: this clock is moved by hand."""

    def advance(self, by: timedelta | float) -> None:
        """Let time pass (seconds or a timedelta): both clocks move."""
        step = by if isinstance(by, timedelta) else timedelta(seconds=by)
        self._real += step
        self._monotonic += step.total_seconds()

    def jump(self, by: timedelta) -> None:
        """Move the calendar only, as the demo does."""
        self._offset += by

    def set(self, now: datetime) -> None:
        """Let time pass until the calendar says `now`."""
        self.advance(now - self.now())


class LiveClock(SystemClock):
    """A clock that runs like the real one, from a Monday morning: so that a test is the same on every day."""

    def __init__(self, offset_file: Path | None = None, start: datetime = LIVE_START) -> None:
        self._start, self._began = start, self.monotonic()
        super().__init__(offset_file)

    def real(self) -> datetime:
        return self._start + timedelta(seconds=self.monotonic() - self._began)
