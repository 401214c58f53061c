"""One month as a grid of buttons: the calendar under a question that asks for a day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from flows.dates import DAYS, MONTHS

EMPTY = "·"  # a button must say something, also where there is no day to choose
HOLIDAY = "*"

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class CellKind(StrEnum):
    """What a tap on a cell asks for."""

    DAY = "day"  # this day is chosen
    MONTH = "month"  # show the month of `day` instead
    PLAIN = "plain"  # nothing; `day` is None


class Cell(NamedTuple):
    """One button. `day`: what a tap gives; None for a cell that only shows something."""

    text: str
    kind: CellKind = CellKind.PLAIN
    day: date | None = None

    @property
    def enabled(self) -> bool:
        """Whether a tap on it means anything."""
        return self.day is not None


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Bounds:
    first: date
    last: date
    today: date

    def month(self, day: date, sign: str) -> Cell:
        """A button to another month, or an empty place when none of its days can be chosen."""
        within = _first_of(self.first) <= _first_of(day) <= _first_of(self.last)
        return Cell(sign, CellKind.MONTH, _first_of(day)) if within else Cell(EMPTY)


def month_of(
    shown: date,
    *,
    today: date,
    last: date,
    first: date | None = None,
    marked: Collection[date] = (),
    week_numbers: bool = False,
) -> tuple[Row, ...]:
    """The month of `shown` (any day of it), with days from `first` (today, unless given) to `last` to choose from.

    Rows: the name between a way back and a way on, the days of the week, then each week (Monday first) that has a
    day to choose. Today stands in brackets; `marked` days (holidays) carry a star and can be chosen all the same.
    `week_numbers` puts the ISO number before each week. A month with nothing to choose has the first two rows only.
    """
    bounds = _Bounds(today if first is None else first, last, today)
    month = _first_of(shown)
    header = (
        bounds.month(month - _DAY, "‹"),
        Cell(f"{MONTHS[month.month - 1]} {month.year}"),
        bounds.month(month + 31 * _DAY, "›"),
    )
    names = tuple(Cell(name[:2]) for name in DAYS)
    rows = [header, (Cell("wk"), *names) if week_numbers else names]
    monday = month - month.weekday() * _DAY
    while _first_of(monday) <= month:
        week = tuple(_cell(monday + n * _DAY, month, bounds, marked) for n in range(7))
        if any(cell.enabled for cell in week):
            number = Cell(str(monday.isocalendar().week))
            rows.append((number, *week) if week_numbers else week)
        monday += _WEEK
    return tuple(rows)


def _cell(day: date, month: date, bounds: _Bounds, marked: Collection[date]) -> Cell:
    if _first_of(day) != month or not bounds.first <= day <= bounds.last:
        return Cell(EMPTY)
    number = f"{day.day}{HOLIDAY}" if day in marked else str(day.day)
    return Cell(f"[{number}]" if day == bounds.today else number, CellKind.DAY, day)


def _first_of(day: date) -> date:
    return day.replace(day=1)
