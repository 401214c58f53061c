"""Meetings (mdo) as a circle goes through them: noted, captured, asked after, looked back on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot import goals, meeting_boards, promises, pulse
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.days import days_of
from bot.desk import Desk, Follow, Happening
from bot.storage import agreements, meetings, people, runs, timers, words
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell_group
from flows import agreements as agreement_rules
from flows import manners
from flows import meetings as rules
from flows.agreements import Agreement
from flows.effects import Deed
from flows.events import Fired, Purpose
from flows.line import Count, Day, Line, People, Quote, Who, ui
from flows.manners import DeliveryClass, Go, Hold, Reader
from flows.meetings import NOBODY_TAPPED, Did, Meeting, State, Wait
from flows.names import CircleId, FlowId, MeetingId, MemberId, StepId
from flows.pulse import Occasion

CAPTURE, HEARD, LOOK_BACK = "mdo-vastleggen", "mdo-gehoord", "mdo-terugkijken"
"""Purposes of its timers."""

_REGIE = FlowId("mdo-regie")
_MADE_OF: Mapping[Deed, Did] = {
    Deed.AGAIN: Did.AGAIN,
    Deed.LOOKED_BACK: Did.DONE,
    Deed.LATER: Did.LATER,
    Deed.NO_LOOK: Did.SKIPPED,
}


def note(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """The day and who is there were given: the group sees it, and the calendar knows it."""
    assert record.circle is not None
    circle, by, about = record.circle, record.run.participants[0].member, record.run.about
    day, present, others = about[StepId("dag")], about[StepId("erbij")], about.get(StepId("anderen"))
    assert isinstance(day, Day) and isinstance(present, People)
    here = {m.id for m in people.members(tx, circle)}
    who = tuple(m for m in present.members if m in here)
    also = others.words[0] if isinstance(others, Quote) else None
    today = desk.at(tx, circle).date()
    if also is not None:
        words.open_to_circle(tx, desk.vault, (also,))
    known = meetings.load(tx, desk.vault, record.meeting)
    if known is not None:
        moved = rules.move(known, by, day.day, present=who, others=also, on=today)
        meetings.save(tx, desk.vault, moved)
        words.erase(tx, (w for w in (known.others, also) if w is not None and w != moved.others))
        _wake(desk, tx, moved)
        return ()  # its board shows it; a day that has come opens it
    new = MeetingId(tx.new_id())
    meeting = rules.announce(new, circle=circle, by=by, day=day.day, present=who, others=also, on=today)
    meetings.add(tx, desk.vault, meeting, at=desk.seconds())
    _wake(desk, tx, meeting)
    if meeting.state is State.COMING:
        return (meeting_boards.board(desk, tx, meeting, meeting_boards.COMING),)
    regie = begin_private(desk, tx, _REGIE, circle, by, about={"dag": day}, meeting=new)
    return (*_open(desk, tx, meeting, cause), *regie)


def capture(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """Somebody opens it before its day, or the day has come: from here on its agreements are gathered."""
    meeting = meetings.load(tx, desk.vault, record.meeting)
    if meeting is None or meeting.over:
        return ()
    by = record.run.about.get("door")
    opened = rules.capture(meeting, by.member if isinstance(by, Who) else None, on=desk.at(tx, meeting.circle).date())
    meetings.save(tx, desk.vault, opened)
    return _open(desk, tx, opened, cause)


def again(desk: Desk, tx: Tx, circle: CircleId) -> Sequence[Follow]:
    """Something was forgotten: the last meeting that is not looked back on gathers agreements once more."""
    meeting = last(desk, tx, circle)
    return (meeting_boards.board(desk, tx, meeting, meeting_boards.CAPTURE),) if meeting is not None else ()


def last(desk: Desk, tx: Tx, circle: CircleId) -> Meeting | None:
    """The newest meeting of the circle that is not over."""
    return next((m for m in reversed(meetings.of(tx, desk.vault, circle)) if not m.over), None)


def plan(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """Who holds the regie and when the circle looks back, for this meeting and all its agreements."""
    meeting = meetings.load(tx, desk.vault, record.meeting)
    if meeting is None or meeting.over:
        return ()
    about, by = record.run.about, record.run.participants[0].member
    regie, day = about.get(StepId("regie")), about[StepId("terugkijken")]
    assert isinstance(day, Day)
    holder = regie.members[0] if isinstance(regie, People) else meeting.regie
    today = desk.at(tx, meeting.circle).date()
    planned = rules.plan(meeting, by, regie=holder, evaluate=day.day, on=today)
    meetings.save(tx, desk.vault, planned)
    for agreement in _its(desk, tx, planned):
        agreements.save(tx, desk.vault, replace(agreement, regie=planned.regie, evaluate=planned.evaluate))
    _wake(desk, tx, planned)
    return ()


def looked_back(desk: Desk, tx: Tx, record: RunRecord, deed: Deed) -> Sequence[Follow]:
    """What the group made of the card: done, skipped, or later; then it comes back."""
    meeting = meetings.load(tx, desk.vault, record.meeting)
    if meeting is None:
        return ()
    tapped, kept = record.run.about.get("door"), record.run.kept
    by = tapped.member if isinstance(tapped, Who) else None
    today = desk.at(tx, meeting.circle).date()
    did, back = _MADE_OF[deed], None
    if deed in (Deed.AGAIN, Deed.LATER):
        chosen = kept.get(StepId("straks"))
        wait = Wait(chosen) if deed is Deed.LATER and chosen is not None else NOBODY_TAPPED
        back = rules.comes_back(wait, days_of(tx, meeting.circle, desk.clock), now=desk.clock.now())
        did = Did.UNANSWERED if deed is Deed.LATER and chosen is None else did
    meeting = rules.looked_back(meeting, did, by, on=today, back=back)
    meetings.save(tx, desk.vault, meeting)
    _wake(desk, tx, meeting)
    return ()


def agenda(desk: Desk, tx: Tx, circle: CircleId) -> tuple[Line, ...]:
    """A talk or an mdo begins: what is past its day, or was to be discussed again, is told first, kindly."""
    today, wanted = desk.at(tx, circle).date(), _to_discuss(desk, tx, circle)
    for agreement in wanted:
        discussed = agreement_rules.Change(on=today, by=None, did=agreement_rules.Did.DISCUSSED)
        agreements.save(tx, desk.vault, agreement_rules.tell_story(agreement, discussed))
    ids = {agreement.id for agreement in wanted}
    undone = [a for a in agreements.of(tx, desk.vault, circle) if a.id in ids or promises.overdue(desk, tx, a)]
    if not undone:
        return ()
    return (ui("nog-op-de-lijst", wat=Quote(tuple(a.what for a in undone)), n=Count(len(undone))),)


def leave(desk: Desk, tx: Tx, circle: CircleId, member: MemberId) -> None:
    """Who left or stopped is not among who was there any more, and holds no regie."""
    for meeting in meetings.of(tx, desk.vault, circle):
        rest = rules.leave(meeting, member)
        if rest != meeting:
            meetings.save(tx, desk.vault, rest)


# ---------------------------------------------------------------- what the calendar does


def day_has_come(desk: Desk, tx: Tx, timer: timers.Timer, cause: Cause) -> Sequence[Follow]:
    """The morning of the meeting: its board goes on to the agreements, as if someone had tapped."""
    meeting = meetings.load(tx, desk.vault, timer.about)
    if meeting is None or meeting.state is not State.COMING:
        return ()
    fired: list[Follow] = []
    for run in meetings.boards(tx, meeting.circle, meeting.id):
        record = runs.load(tx, desk.vault, run)
        if record is not None and record.run.at is not None:
            at, turn = desk.at(tx, meeting.circle), record.run.turn
            fired.append(Happening(run, Fired(at=at, step=record.run.at, turn=turn, purpose=Purpose.DEADLINE)))
    return fired


def ask_heard(desk: Desk, tx: Tx, timer: timers.Timer, cause: Cause) -> Sequence[Follow]:
    """Soon after the meeting: did you feel heard? Too late for that, it is not asked, and the story says so."""
    meeting = meetings.load(tx, desk.vault, timer.about)
    if meeting is None or meeting.heard:
        return ()
    circle = meeting.circle
    until = rules.heard_until(meeting, days_of(tx, circle, desk.clock))
    in_time = desk.clock.now() <= until
    meetings.save(tx, desk.vault, rules.heard(meeting, on=desk.at(tx, circle).date(), in_time=in_time))
    return pulse.ask(desk, tx, circle, meeting.present, Occasion.MEETING) if in_time else ()


def look_back(desk: Desk, tx: Tx, timer: timers.Timer, cause: Cause) -> Sequence[Follow]:
    """The day to look back has come: one card in the group, unless it was done or one stands already."""
    meeting = meetings.load(tx, desk.vault, timer.about)
    if meeting is None or meeting.over:
        return ()
    later = _not_now(desk, tx, meeting.circle)
    if later is not None:
        _put(tx, desk, meeting, LOOK_BACK, later)
        return ()
    open_cards = (runs.load(tx, desk.vault, run) for run in meetings.boards(tx, meeting.circle, meeting.id))
    if any(r is not None and r.run.flow == meeting_boards.LOOK_BACK for r in open_cards):
        return ()
    return (meeting_boards.board(desk, tx, meeting, meeting_boards.LOOK_BACK),)


def _not_now(desk: Desk, tx: Tx, circle: CircleId) -> datetime | None:
    """When to try again, because the group rests or we were put out of it; None: the card may come now.

    It begins only when it can be shown: its time would else run out unseen.
    """
    days, now, found = days_of(tx, circle, desk.clock), desk.clock.now(), people.circle(tx, circle)
    if found is not None and found.state is people.CircleState.ACTIVE:
        verdict = manners.gate(DeliveryClass.NUDGE, now=now, reader=Reader(zone=days.zone), days=days)
        if isinstance(verdict, Go):
            return None
        if isinstance(verdict, Hold):
            return manners.check_in_moment(verdict.until.astimezone(ZoneInfo(days.zone)).date(), days, now=now)
    return manners.after(now, rules.WAITS[Wait.WEEK], days)


def _open(desk: Desk, tx: Tx, meeting: Meeting, cause: Cause) -> Sequence[Follow]:
    before = (*goals.lines(desk, tx, meeting.circle), *agenda(desk, tx, meeting.circle))
    if before:
        tell_group(desk, tx, meeting.circle, before, cause)
    return (meeting_boards.board(desk, tx, meeting, meeting_boards.CAPTURE),)


def _wake(desk: Desk, tx: Tx, meeting: Meeting) -> None:
    """Set, move or take off everything the calendar does for this meeting."""
    days, now = days_of(tx, meeting.circle, desk.clock), desk.clock.now()
    if meeting.state is State.COMING:
        _put(tx, desk, meeting, CAPTURE, rules.capture_moment(meeting, days))
    if not meeting.heard:
        moment = rules.heard_moment(meeting, days, now=now)
        _put(tx, desk, meeting, HEARD, moment if moment is not None else now)  # too late: the story will say so
    back = rules.look_back_moment(meeting, days, now=now)
    if back is not None:
        _put(tx, desk, meeting, LOOK_BACK, back)
    else:
        timers.clear(tx, f"{LOOK_BACK}:{meeting.id}")


def _put(tx: Tx, desk: Desk, meeting: Meeting, purpose: str, due: datetime) -> None:
    local = due.astimezone(desk.zone(tx, meeting.circle))
    timer = timers.Timer(
        purpose=purpose,
        due_at=due.timestamp(),
        circle=meeting.circle,
        about=meeting.id,
        local=local.strftime("%Y-%m-%dT%H:%M"),
        zone=str(local.tzinfo),
    )
    timers.put(tx, timer, dedupe=f"{purpose}:{meeting.id}")


def _its(desk: Desk, tx: Tx, meeting: Meeting) -> list[Agreement]:
    return [a for a in agreements.of(tx, desk.vault, meeting.circle) if a.meeting == meeting.id]


def _to_discuss(desk: Desk, tx: Tx, circle: CircleId) -> list[Agreement]:
    """What somebody wanted to talk about again when looking back, and nobody did since."""
    since = {m.id: m.to_discuss for m in meetings.of(tx, desk.vault, circle) if m.to_discuss is not None}
    return [
        a
        for a in agreements.of(tx, desk.vault, circle)
        if a.meeting in since and any(not p.over for p in a.promises) and not _discussed(a, since[MeetingId(a.meeting)])
    ]


def _discussed(agreement: Agreement, since: date) -> bool:
    return any(c.did is agreement_rules.Did.DISCUSSED and c.on >= since for c in agreement.story)
