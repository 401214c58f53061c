"""A file for one's own calendar, read back by a library that did not write it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from bot.reports.calendar_file import Entry, calendar_file

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
STAMP = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FRIDAY = Entry(uid="een@praatmaat", sequence=2, day=date(2026, 3, 13), at=None, title="belt Anna", about="", sure=True)


def at(day: date, hour: int = 16, zone: ZoneInfo = AMSTERDAM) -> Entry:
    return replace(FRIDAY, day=day, at=datetime(day.year, day.month, day.day, hour, tzinfo=zone))


def read(entries: Sequence[Entry]) -> list[vobject.base.Component]:
    return list(vobject.readOne(calendar_file(entries, stamp=STAMP).decode()).vevent_list)


def test_an_agreement_without_a_moment_lasts_that_whole_day_wherever_someone_is() -> None:
    (event,) = read([FRIDAY])

    assert (event.dtstart.value, event.dtend.value) == (date(2026, 3, 13), date(2026, 3, 14))
    assert event.dtstamp.value == STAMP


def test_it_is_private_makes_nobody_busy_and_rings_no_bell() -> None:
    (event,) = read([FRIDAY])

    assert (event.getChildValue("class"), event.transp.value, event.status.value) == (
        "PRIVATE", "TRANSPARENT", "CONFIRMED",
    )  # fmt: skip
    assert not hasattr(event, "valarm")
    assert not hasattr(event, "attendee") and not hasattr(event, "organizer")


def test_what_not_everyone_agreed_to_stands_there_in_pencil() -> None:
    assert read([replace(FRIDAY, sure=False)])[0].status.value == "TENTATIVE"


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [
        (date(2026, 3, 27), 15),  # the Friday before summer time begins
        (date(2026, 3, 30), 14),
        (date(2026, 10, 23), 14),  # the Friday before it ends
        (date(2026, 10, 26), 15),
        (date(2041, 7, 5), 14),  # no list of years ends before someone's calendar does
    ],
)
def test_four_o_clock_stays_four_o_clock_in_summer_and_winter(day: date, utc_hour: int) -> None:
    (event,) = read([at(day)])

    start = event.dtstart.value
    assert (start.hour, start.astimezone(UTC).hour) == (16, utc_hour)
    assert event.dtend.value - start == timedelta(minutes=15)


@pytest.mark.parametrize("hour", range(24))
def test_every_hour_around_the_change_of_the_clock_is_the_hour_that_was_meant(hour: int) -> None:
    for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)):
        entry = at(day, hour)
        assert entry.at is not None
        if entry.at.astimezone(UTC).astimezone(AMSTERDAM).hour != hour:
            continue  # this hour does not exist
        (event,) = read([entry])
        assert event.dtstart.value.astimezone(UTC) == entry.at.astimezone(UTC), entry.at


def test_a_circle_elsewhere_keeps_its_own_clock() -> None:
    here, there = read([at(date(2026, 7, 3)), at(date(2026, 7, 3), zone=ZoneInfo("America/Curacao"))])

    assert [event.dtstart.value.astimezone(UTC).hour for event in (here, there)] == [14, 20]


def test_the_same_agreement_keeps_its_name_so_that_a_second_import_replaces_the_first() -> None:
    moved = replace(FRIDAY, day=date(2026, 3, 20), sequence=3)

    before, after = (read([entry])[0] for entry in (FRIDAY, moved))

    assert before.uid.value == after.uid.value
    assert int(after.sequence.value) > int(before.sequence.value)


_AWKWARD = st.sampled_from(",;:\\\"'^=én👩‍👩‍👧 ")
_ANY = st.characters(codec="utf-8", categories=["L", "N", "P", "S"])
_TEXT = st.text(alphabet=st.one_of(_AWKWARD, _ANY), max_size=300)


@given(title=_TEXT, lines=st.lists(_TEXT, max_size=3))
def test_any_words_come_back_as_they_were_and_no_line_is_too_long(title: str, lines: list[str]) -> None:
    about = "\n".join(line.strip() for line in lines).strip()
    entry = replace(FRIDAY, title=title.strip() or "…", about=about)

    body = calendar_file([entry], stamp=STAMP)

    (event,) = vobject.readOne(body.decode()).vevent_list
    assert event.summary.value == entry.title
    assert (event.description.value if hasattr(event, "description") else "") == about
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
