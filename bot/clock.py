"""The only place that knows what time it is."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Two clocks in one: a calendar that the demo may move, and the real time that nobody may (decision 0012)."""

    def now(self) -> datetime:
        """The calendar, in UTC, with the demo's offset: due rows, the gate, `at`, dates."""
        ...

    def real(self) -> datetime:
        """The real time in UTC, never moved: leases, budgets, 429 holds, ages, downtime."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever go up; only differences mean something."""
        ...

    def tick(self) -> None:
        """Take notice of a changed offset; the ticker calls this at each tick."""
        ...


def instant(seconds: float) -> datetime:
    """The UTC moment of so many seconds since 1970, as stored in the database."""
    return datetime.fromtimestamp(seconds, UTC)


class SystemClock:
    """The clock of this machine, with an offset in seconds read from a file (demo only)."""

    def __init__(self, offset_file: Path | None = None) -> None:
        self._file = offset_file
        self._offset = timedelta(0)
        self.tick()

    def now(self) -> datetime:
        return self.real() + self._offset

    def real(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def tick(self) -> None:
        """Read the offset again. A missing, half-written or senseless file leaves the offset as it is."""
        if self._file is None:
            return
        try:
            offset = timedelta(seconds=float(self._file.read_text(encoding="utf-8")))
            self.real() + offset  # a number of seconds that leads out of the calendar is no offset
        except (OSError, ValueError, OverflowError):
            return
        self._offset = offset
