"""How a day is written in Dutch: 'vrijdag 12 maart'."""

from datetime import date

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def say_date(day: date, *, today: date | None = None) -> str:
    """'vrijdag 12 maart'; with the year when `today` is given and lies in another one."""
    said = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return said if today is None or today.year == day.year else f"{said} {day.year}"
