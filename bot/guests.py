"""A guest told a team from experience; six weeks later they may ask what came of it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.acts import Cause
from bot.beginnings import begin_private
from bot.days import days_of
from bot.desk import Desk, Follow
from bot.storage import people, runs, timers
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.storage.timers import Timer
from bot.telling import tell_group
from flows import manners
from flows.effects import Deed
from flows.line import Quote, Value, Who, ui
from flows.names import FlowId, MemberId, RunId

PURPOSE = "gast-vraagt"
"""Purpose of the timer; it is about the talk in which the guest told."""

FLOW, GUEST, SAID = FlowId("gast-vraagt"), "gast", "lijst"
SIX_WEEKS = timedelta(weeks=6)


def do(desk: Desk, tx: Tx, record: RunRecord, deed: Deed, cause: Cause) -> Sequence[Follow]:
    """The talk is over: the calendar knows when; or the guest wants to know: the group is asked."""
    assert record.circle is not None
    if deed is Deed.GUEST_LATER:
        _remember(desk, tx, record)
        return ()
    guest = record.run.participants[0].member
    # What the team said then is not said again: the group may have grown since.
    tell_group(desk, tx, record.circle, ui("gast-vraagt", wie=Who(guest)), cause)
    return ()


def ask(desk: Desk, tx: Tx, timer: Timer, cause: Cause) -> Sequence[Follow]:
    """Six weeks are over: the guest is asked in private, if they are still there and the circle is."""
    circle = people.circle(tx, timer.circle) if timer.circle is not None else None
    if timer.circle is None or timer.member is None or circle is None or circle.state != "active":
        return ()
    talk = runs.load(tx, desk.vault, RunId(timer.about)) if timer.about is not None else None
    turned = talk.run.shown.values() if talk is not None else ()
    words = tuple(w for cards in turned for card in cards.values() for w in card.words)
    about: dict[str, Value] = {SAID: Quote(words)} if words else {}
    return begin_private(desk, tx, FLOW, timer.circle, timer.member, about=about)


def leave(tx: Tx, guest: MemberId) -> None:
    """A guest who stopped or left is not asked any more."""
    for timer in timers.of_member(tx, guest, PURPOSE):
        timers.gone(tx, timer.id)


def _remember(desk: Desk, tx: Tx, record: RunRecord) -> None:
    guest, circle = record.run.about.get(GUEST), record.circle
    if not isinstance(guest, Who):
        return
    day = desk.at(tx, circle).date() + SIX_WEEKS
    moment = manners.check_in_moment(day, days_of(tx, circle, desk.clock), now=desk.clock.now())
    timer = Timer(purpose=PURPOSE, due_at=moment.timestamp(), circle=circle, member=guest.member, about=record.run.id)
    timers.put(tx, timer, dedupe=f"{PURPOSE}:{record.run.id}")
