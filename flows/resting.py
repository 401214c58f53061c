"""A talk that rests: nobody is asked anything and nothing is due, until the circle takes it up again."""

from dataclasses import replace

from flows.effects import Board, Deed, Do, Reason
from flows.events import DayGiven, Event, Joined, Left, OwnCardOnly, Pressed, Rested, Said, Tapped
from flows.moments import under_way
from flows.names import OptionId
from flows.run import Run, Status
from flows.turn import Turn, button, refuse, silent

RESUME = OptionId("weer-verder")


def rest(run: Run) -> Turn:
    """From now on it rests; not while something is about to be shown, for it may be under way."""
    if under_way(run.moment):
        return silent(run)
    board = Board(lines=(run.ui("bord-gesprek-rust", titel=run.title),), buttons=((button(RESUME),),))
    return Turn(replace(run, status=Status.RESTING, gone=()), (Do(deed=Deed.REST, by=None), board))


def while_resting(run: Run, event: Event) -> Turn:
    """Only being taken up again changes it; who does something else hears that it rests."""
    match event:
        case Rested(over=True):
            return Turn(replace(run, status=Status.OPEN), (Do(deed=Deed.RISE, by=None),))
        case Tapped(by=by, option=option) if option == RESUME:
            return Turn(run, (Do(deed=Deed.RESUME, by=by),))
        case Left(by=by):  # counts when it goes on; also of who came back before that, for their words went
            return Turn(replace(run, gone=(*run.gone, by)), ())
        case OwnCardOnly(by=by):
            return Turn(run.only_own_card(by), ())
        case Said(by=by) | Pressed(by=by) | DayGiven(by=by) | Tapped(by=by) | Joined(by=by):
            return refuse(run, by, Reason.RESTS)
        case _:
            return silent(run)
