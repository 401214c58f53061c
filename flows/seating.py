"""A round in the group: who sits where, whose turn it is, and what the board says of it."""

from collections.abc import Iterable
from dataclasses import replace

from flows.alone import JOIN
from flows.cards import asked_of
from flows.effects import Board, Button, Tell
from flows.line import Line, Lines, Value, Who, Word
from flows.moments import RoundMoment, Seat
from flows.names import REVEAL_ORDER, MemberId, OptionId, Pace, Role, TextKey
from flows.run import Run
from flows.turn import button

CLOSE = OptionId("rondje-klaar")
AT_TABLE = "aan-tafel"
EXPLAINED = "rondje-uitgelegd"  # how a round goes was said in this talk
EXPECTED = (Role.PUPIL, Role.PARENT, Role.SCHOOL)
"""Who may well be at the table without a phone: their chair is there, also when nobody in the group has that role."""


def at_table(run: Run) -> bool:
    """Whether one phone lies on the table, so that anyone taps for everybody."""
    return AT_TABLE in run.about


def seated(run: Run) -> tuple[Seat, ...]:
    """A chair for everyone present, and at the table for who may be there without a phone."""
    seats = [Seat(role=p.role, member=p.member) for p in run.present]
    if at_table(run):
        taken = {seat.role for seat in seats}
        seats += [Seat(role=role) for role in EXPECTED if role not in taken and _empty(role) not in run.about]
    return _in_order(seats)


def explained(run: Run) -> Run:
    """The run that knows how a round goes: it is said once in a talk."""
    return replace(run, about={**run.about, EXPLAINED: run.title})


def without_chair(run: Run, seat: Seat) -> Run:
    """The run that knows that nobody sits there: the next round does not ask again."""
    return replace(run, about={**run.about, _empty(seat.role): _name(seat)})


def with_seat(moment: RoundMoment, run: Run, member: MemberId) -> tuple[Seat, ...]:
    """The line with one more in it, who never comes before the one who has the turn."""
    participant = run.participant(member)
    assert participant is not None
    return (*moment.line[:1], *_in_order((*moment.line[1:], Seat(role=participant.role, member=member))))


def done(moment: RoundMoment) -> OptionId:
    """The button of this turn with which it is over."""
    return OptionId(f"geweest-{moment.number}")


def passing(moment: RoundMoment) -> OptionId:
    """The button of this turn with which it is let go by."""
    return OptionId(f"geef-door-{moment.number}")


def nobody(moment: RoundMoment) -> OptionId:
    """The button of this turn that says that nobody sits there."""
    return OptionId(f"stoel-leeg-{moment.number}")


def board(slot: str, run: Run, moment: RoundMoment, *, fresh: bool = False) -> Board:
    """Whose turn it is, with the question in the words of their role; or that whoever passed may still come."""
    table = at_table(run)
    if not moment.line:
        said = run.ui("bord-rondje-rond-tafel" if table else "bord-rondje-rond")
        return Board(lines=(run.heading, said, *_open(run, moment)), buttons=((button(CLOSE),),), fresh=fresh)
    now = moment.line[0]
    lines = [run.heading, run.ui("bord-rondje", wie=_name(now), vraag=_question(slot, run, now))]
    if moment.number == 1 and EXPLAINED not in run.about:
        lines.append(run.ui("bord-rondje-hoe-tafel" if table else "bord-rondje-hoe"))
    if moment.line[1:]:
        lines.append(run.ui("bord-rondje-daarna", wie=_name(moment.line[1])))
    return Board(lines=(*lines, *_open(run, moment)), buttons=_buttons(run, moment), fresh=fresh)


def notice(slot: str, run: Run, moment: RoundMoment) -> tuple[Tell, ...]:
    """Over days nobody watches the board, so whose turn it is hears so in private."""
    member = moment.line[0].member if moment.line else None
    if member is None or at_table(run) or run.pace is Pace.NOW:
        return ()
    return (Tell(to=member, line=run.ui("jouw-beurt", vraag=_question(slot, run, moment.line[0]))),)


def _open(run: Run, moment: RoundMoment) -> tuple[Line, ...]:
    return (run.ui("bord-rondje-iedereen"),) if moment.open_to_all else ()


def _buttons(run: Run, moment: RoundMoment) -> tuple[tuple[Button, ...], ...]:
    if not at_table(run):
        own = Button(done(moment), run.ui("knop-ik-ben-geweest")), Button(passing(moment), run.ui("knop-ik-geef-door"))
        return own, (button(JOIN),)
    said = Button(done(moment), run.ui("knop-tafel-geweest")), Button(passing(moment), run.ui("knop-tafel-door"))
    empty = (Button(nobody(moment), run.ui("knop-tafel-leeg")),)
    return (said, empty) if moment.line[0].member is None else (said,)


def _empty(role: Role) -> str:
    return f"lege-stoel-{role}"


def _in_order(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    return tuple(sorted(seats, key=lambda seat: REVEAL_ORDER.index(seat.role)))


def _name(seat: Seat) -> Value:
    return Who(seat.member) if seat.member is not None else Word(TextKey(f"ui/stoel-{seat.role}"))


def _question(slot: str, run: Run, seat: Seat) -> Lines:
    return Lines((run.line(asked_of(slot, seat.role)),))
