"""Entries for one's own calendar, as a file that common calendar programs open (RFC 5545)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, Timezone

_LONG = timedelta(minutes=15)
_HOME = Timezone.from_ical(
    """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
)
"""By its rule. What the library makes of a zone begins summer time an hour late, and ends after the years it lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing in a calendar. `at`: its moment, in the zone it is meant for; None: it is for the whole `day`.

    `uid` stays the same for the same thing, and `sequence` grows with each change, so that a second import replaces
    the first. `sure`: False as long as not everyone agreed.
    """

    uid: str
    sequence: int
    day: date
    at: datetime | None
    title: str
    about: str
    sure: bool


def calendar_file(entries: Sequence[Entry], *, stamp: datetime) -> bytes:
    """The file. `stamp`: the moment it is made, with its zone. No alarms: they are for the owner to set."""
    calendar = Calendar()
    calendar.add("prodid", "-//Praatmaat//Afspraken//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for entry in entries:
        calendar.add_component(_event(entry, stamp))
    if "Europe/Amsterdam" in calendar.get_missing_tzids():
        calendar.subcomponents.insert(0, _HOME)
    calendar.add_missing_timezones()  # of circles elsewhere
    return bytes(calendar.to_ical())


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("sequence", entry.sequence)
    event.add("dtstart", entry.day if entry.at is None else entry.at)
    event.add("dtend", entry.day + timedelta(days=1) if entry.at is None else entry.at + _LONG)
    event.add("summary", entry.title)
    if entry.about:
        event.add("description", entry.about)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # a promise does not make anyone busy
    event.add("status", "CONFIRMED" if entry.sure else "TENTATIVE")
    return event
