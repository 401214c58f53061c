"""What may become of a meeting: noted, opened for its agreements, planned, looked back on."""

from dataclasses import replace
from datetime import date

from flows.meetings.model import Did, Entry, Meeting, State
from flows.names import CircleId, MeetingId, MemberId, WordsId


def announce(id: MeetingId, *, circle: CircleId, by: MemberId, day: date, present: tuple[MemberId, ...],
             others: WordsId | None, on: date) -> Meeting:  # fmt: skip
    """A meeting that was held or will be. `on`: today, in the circle. One that is not still to come is open at once."""
    noted = Meeting(id=id, circle=circle, by=by, day=day, present=present, others=others)
    noted = _told(noted, Entry(on=on, by=by, did=Did.ANNOUNCED))
    return noted if day > on else capture(noted, by, on=on)


def move(meeting: Meeting, by: MemberId, day: date, *, present: tuple[MemberId, ...], others: WordsId | None,
         on: date) -> Meeting:  # fmt: skip
    """It comes on another day, or with other people. One that is open for its agreements stays so."""
    if meeting.over:
        return meeting
    moved = replace(meeting, day=day, present=present, others=others)
    return _told(moved, Entry(on=on, by=by, did=Did.MOVED))


def capture(meeting: Meeting, by: MemberId | None, *, on: date) -> Meeting:
    """From here on its agreements are gathered; anyone may open that early, the calendar does on the day."""
    if meeting.state is not State.COMING:
        return meeting
    return _told(meeting, Entry(on=on, by=by, did=Did.CAPTURED))


def plan(meeting: Meeting, by: MemberId, *, regie: MemberId | None, evaluate: date, on: date) -> Meeting:
    """Who holds the regie and when the circle looks back: once for all its agreements; a later word counts."""
    if meeting.over:
        return meeting
    planned = replace(meeting, regie=regie, evaluate=evaluate)
    return _told(planned, Entry(on=on, by=by, did=Did.PLANNED, back=evaluate))


def heard(meeting: Meeting, *, on: date, in_time: bool) -> Meeting:
    """Who was there was asked whether they felt heard; not `in_time`: dropped, and that is the reason."""
    if meeting.heard:
        return meeting
    return _told(meeting, Entry(on=on, by=None, did=Did.ASKED_HEARD if in_time else Did.TOO_LATE_TO_ASK))


def looked_back(meeting: Meeting, did: Did, by: MemberId | None, *, on: date, back: date | None = None) -> Meeting:
    """What the group made of the card. `back`: when it comes again; what ends it needs none."""
    if meeting.over:
        return meeting
    return _told(meeting, Entry(on=on, by=by, did=did, back=back))


def leave(meeting: Meeting, member: MemberId) -> Meeting:
    """A member left the circle or stopped: no longer among who was there, nor who holds the regie."""
    present = tuple(m for m in meeting.present if m != member)
    return replace(meeting, present=present, regie=None if meeting.regie == member else meeting.regie)


def _told(meeting: Meeting, entry: Entry) -> Meeting:
    return replace(meeting, story=(*meeting.story, entry))
