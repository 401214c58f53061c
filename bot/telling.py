"""A word beside a dialogue, to one member or to the group, in the class it belongs to."""

from bot.acts import Cause
from bot.delivery.letters import Note
from bot.desk import Desk
from bot.storage import outbox, people
from bot.storage.database import Tx
from flows.line import Line
from flows.manners import DeliveryClass
from flows.names import CircleId, MemberId, RunId


def tell(desk: Desk, tx: Tx, to: MemberId, line: Line, run: RunId | None, cause: Cause) -> None:
    """To one member, in private: a reply when they act there, else within the hours."""
    member = people.member(tx, to)
    if member is None:
        return
    outbox.enqueue(
        tx,
        to=outbox.ToPerson(member.person, to),
        klass=DeliveryClass.REPLY if cause.in_private(member.person) else DeliveryClass.REVEAL,
        letter=Note(lines=(line,)),
        dedupe=cause.next_key(),
        run=run,
        clock=desk.clock,
    )


def tell_group(
    desk: Desk, tx: Tx, circle: CircleId, lines: Line | tuple[Line, ...], cause: Cause, *, at_once: bool = False
) -> None:
    """One message to the group: at once when someone acted there or the talk is held now, else within the hours."""
    here = cause.circle == circle or at_once
    outbox.enqueue(
        tx,
        to=outbox.ToCircle(circle),
        klass=DeliveryClass.REPLY if here else DeliveryClass.REVEAL,
        letter=Note(lines=lines if isinstance(lines, tuple) else (lines,)),
        dedupe=cause.next_key(),
        clock=desk.clock,
    )
