"""What a meeting (mdo) is: its day, who was there, who holds the regie, and how the circle looked back.

Room is left for what comes before and during it (issue "After the mdo" built only what comes after): preparation per
role and the pupil's lane are private runs that carry the meeting's id, the agenda and the report are new fields with a
default, so that what is stored now can still be read then.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from flows.names import CircleId, MeetingId, MemberId, WordsId

AFTER_WEEKS = 6
"""When the circle looks back, unless it chose a day (docs/explanation/rules.md)."""


class State(StrEnum):
    """Where a meeting is in its life."""

    COMING = "komt"
    CAPTURING = "vastleggen"  # held, or opened before its day; agreements may be added until looked back on
    DONE = "klaar"
    SKIPPED = "overgeslagen"


class Did(StrEnum):
    """One thing that became of a meeting: a line of its story."""

    ANNOUNCED = "genoteerd"
    MOVED = "verzet"  # another day, or other people
    CAPTURED = "vastleggen"  # from here on agreements are gathered
    PLANNED = "regie"  # the regie and the day to look back were chosen; `back`: that day
    ASKED_HEARD = "gehoord-gevraagd"  # everybody who was there was asked whether they felt heard
    TOO_LATE_TO_ASK = "te-laat-voor-gehoord"  # that question was dropped: too long after the meeting
    AGAIN = "opnieuw-bespreken"  # `back`: when the card comes again
    LATER = "later"  # `back`: when the card comes again
    UNANSWERED = "geen-tik"  # nobody tapped; `back`: when the card comes again
    DONE = "klaar"
    SKIPPED = "niet-meer"


ENDS: frozenset[Did] = frozenset({Did.DONE, Did.SKIPPED})
"""After these the card comes no more: done, or consciously skipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the story: on which day of the circle, by whom (None: the calendar), what."""

    on: date
    by: MemberId | None
    did: Did
    back: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One mdo of a circle.

    `present`: members who were or will be there; `others`: who else, in the words of who noted it; `regie`: who watches
    over its agreements; `evaluate`: the day on which the circle looks back, where one was chosen.
    """

    id: MeetingId
    circle: CircleId
    by: MemberId
    day: date
    present: tuple[MemberId, ...]
    others: WordsId | None = None
    regie: MemberId | None = None
    evaluate: date | None = None
    story: tuple[Entry, ...] = ()

    @property
    def state(self) -> State:
        """Derived from the story, so that it can't contradict it."""
        dids = [entry.did for entry in self.story]
        if Did.DONE in dids:
            return State.DONE
        if Did.SKIPPED in dids:
            return State.SKIPPED
        return State.CAPTURING if Did.CAPTURED in dids else State.COMING

    @property
    def over(self) -> bool:
        """Whether nothing comes of it by itself any more."""
        return self.state in (State.DONE, State.SKIPPED)

    @property
    def back(self) -> date | None:
        """The day from which the card to look back comes (again); None once looked back or skipped."""
        if self.over:
            return None
        chosen = next((entry.back for entry in reversed(self.story) if entry.back is not None), None)
        return chosen or self.day + timedelta(weeks=AFTER_WEEKS)

    @property
    def to_discuss(self) -> date | None:
        """Since when somebody wants to talk about its agreements again; None when nobody does, or it went on since."""
        return next((e.on for e in self.story[-1:] if e.did is Did.AGAIN), None)

    @property
    def heard(self) -> bool:
        """Whether the question "voelde je je gehoord?" was asked, or dropped."""
        return any(entry.did in (Did.ASKED_HEARD, Did.TOO_LATE_TO_ASK) for entry in self.story)
