"""What a meeting's boards in the group say, kept true while its agreements change."""

from collections.abc import Mapping, Sequence

from bot.desk import Beginning, Desk, Follow, Happening
from bot.storage import agreements, meetings, people, runs
from bot.storage.database import Tx
from flows.agreements import Agreement, Akkoord, Kind, Result, State
from flows.events import Known
from flows.line import Day, Line, Lines, People, Quote, Value, Who, ui
from flows.meetings import Meeting
from flows.names import CircleId, FlowId, MeetingId

COMING, CAPTURE, LOOK_BACK = FlowId("mdo-komt"), FlowId("mdo-vastleggen"), FlowId("mdo-terugkijken")

TELLABLE = (Result.DONE, Result.PARTLY)
"""The results the group ever hears of, in the order in which they are told."""


def board(desk: Desk, tx: Tx, meeting: Meeting, flow: FlowId) -> Beginning:
    """A board of this meeting, as a new message in the group."""
    return Beginning(
        flow=flow,
        circle=meeting.circle,
        participants=people.taking_part(tx, meeting.circle),
        about={name: value for name, value in _about(desk, tx, meeting, flow).items() if value is not None},
        meeting=meeting.id,
    )


def refresh(desk: Desk, tx: Tx, circle: CircleId) -> Sequence[Follow]:
    """Every open board of the circle's meetings of which something changed says so, in its place."""
    renewed: list[Follow] = []
    for run in meetings.boards(tx, circle):
        record = runs.load(tx, desk.vault, run)
        meeting = meetings.load(tx, desk.vault, record.meeting) if record is not None else None
        if record is None or meeting is None:
            continue
        about = _about(desk, tx, meeting, record.run.flow)
        if any(record.run.about.get(name) != value for name, value in about.items()):
            renewed.append(Happening(run, Known(at=desk.at(tx, circle), about=about)))
    return renewed


def below(desk: Desk, tx: Tx, circle: CircleId) -> Sequence[Follow]:
    """The boards of the circle's meetings again, as the newest messages of the group."""
    event = Known(at=desk.at(tx, circle), about={}, below=True)
    return [Happening(run, event) for run in meetings.boards(tx, circle)]


def shows(tx: Tx, agreement: Agreement) -> bool:
    """Whether a board in the group shows this agreement, so that no message of its own is needed."""
    return agreement.meeting is not None and bool(meetings.boards(tx, agreement.circle, MeetingId(agreement.meeting)))


def _about(desk: Desk, tx: Tx, meeting: Meeting, flow: FlowId) -> Mapping[str, Value | None]:
    """Everything this kind of board can say; None for what there is nothing to say of."""
    mine = [a for a in agreements.of(tx, desk.vault, meeting.circle) if a.meeting == meeting.id]
    proposed = [a for a in mine if a.state is State.PROPOSED]
    common: dict[str, Value | None] = {
        "dag": Day(meeting.day),
        "regie": Who(meeting.regie) if meeting.regie is not None else None,
    }
    if flow == LOOK_BACK:
        agreed = [a for a in mine if a not in proposed and _agreed(a)]
        silent = [a for a in agreed if not any(_told(a, result) for result in TELLABLE)]
        nothing = () if agreed or proposed else (ui("mdo-niets"),)
        return {
            **common,
            "uitkomsten": _lines([line for result in TELLABLE for a in agreed for line in _told(a, result)]),
            "rest": _lines(nothing or [_open(a) for a in silent], under=None if nothing else ui("mdo-rest")),
            "voorgesteld": _lines([_open(a) for a in proposed], under=ui("mdo-bleef-voorstel")),
        }
    stands = [standing(a) for a in mine if a.state in (State.STANDING, State.FINISHED)]
    return {
        **common,
        "terugkijken": Day(meeting.back or meeting.day),
        "gekozen": Day(meeting.evaluate) if meeting.evaluate is not None else None,
        "erbij": People(meeting.present) if meeting.present else None,
        "anderen": Quote((meeting.others,)) if meeting.others is not None else None,
        "staat": _lines(stands, under=ui("mdo-staat")),
        "voorgesteld": _lines([standing(a) for a in proposed], under=ui("mdo-wacht")),
    }


def _agreed(agreement: Agreement) -> bool:
    """Whether it ever stood. Whoever stopped with it since: the group does not hear that from a board."""
    said = [p.akkoord for p in agreement.promises]
    return Akkoord.YES in said and Akkoord.NO not in said


def standing(agreement: Agreement) -> Line:
    """What stands or waits: who does it, and when."""
    first, key = next(p for p in agreement.promises if not p.stopped), "mdo-regel"
    if agreement.kind is Kind.WORKING:
        key = "mdo-werkafspraak"
    return ui(key, wat=Quote((agreement.what,)), wie=People(agreement.owners), wanneer=Day(first.day))


def _told(agreement: Agreement, result: Result) -> list[Line]:
    """Who let the group know this result, and nothing else (docs/explanation/rules.md)."""
    key = "groep-gelukt" if result is Result.DONE else "groep-deels"
    told = [p.owner for p in agreement.promises if p.told and p.result is result]
    return [ui(key, wie=Who(owner), wat=Quote((agreement.what,))) for owner in told]


def _open(agreement: Agreement) -> Line:
    """Without who does it: nobody is told on."""
    return ui("mdo-open-regel", wat=Quote((agreement.what,)))


def _lines(lines: Sequence[Line], *, under: Line | None = None) -> Lines | None:
    return Lines((*((under,) if under is not None else ()), *lines)) if lines else None
