"""A talk that rests, in the world: its questions, timers and board are put aside, and brought back as they were."""

from collections.abc import Sequence

from bot import questions
from bot.acts import Cause
from bot.delivery.letters import BoardLetter, Withdraw
from bot.desk import Desk, Follow, Happening
from bot.storage import outbox, people, prompts, runs, timers
from bot.storage.database import Tx
from bot.storage.people import MemberState
from bot.storage.runs import RunRecord
from bot.telling import tell, tell_group
from flows.events import Left, OwnCardOnly, Rested, Returned, Unreachable
from flows.flow import Setting
from flows.line import ui
from flows.manners import DeliveryClass
from flows.moments import under_way
from flows.names import CircleId


def let_rest(desk: Desk, tx: Tx, circle: CircleId, cause: Cause) -> Sequence[Follow]:
    """The group lets its talk rest."""
    talk = runs.open_talk(tx, circle)
    record = runs.load(tx, desk.vault, talk) if talk is not None else None
    if record is None:
        return ()
    if under_way(record.run.moment):
        tell_group(desk, tx, circle, ui("rust-straks"), cause)
        return ()
    return (Happening(record.run.id, Rested(at=desk.at(tx, circle))),)


def resume(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """Somebody takes it up again: this talk, or from the choosing the one that came to rest last."""
    circle = record.circle
    assert circle is not None
    talk = record.run.id if record.setting is Setting.TALK else runs.resting_talk(tx, circle)
    if talk is None or not runs.rests(tx, talk):
        tell_group(desk, tx, circle, ui("rust-voorbij"), cause)
        return ()
    if runs.open_talk(tx, circle) is not None:
        tell_group(desk, tx, circle, ui("rust-wacht"), cause)
        return ()
    return (Happening(talk, Rested(at=desk.at(tx, circle), over=True)),)


def rest(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> None:
    """Nothing of it is asked or due any more, and who was asked something hears that it rests."""
    run = record.run.id
    timers.put_aside(tx, run, now=desk.seconds())
    runs.put_board_aside(tx, run)
    for prompt in prompts.of_run(tx, run):
        if prompt.state == "closed":
            continue
        prompts.put_aside(tx, prompt.id)
        outbox.cancel_for_prompt(tx, prompt.id)
        tell(desk, tx, prompt.member, ui("gesprek-rust"), None, cause)
        questions.go_on(tx, prompt.person, cause, desk.clock, of_calendar=False)


def rise(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """Everything stands as it stood, as a new board below; who went away or came back meanwhile counts so now."""
    run, circle = record.run, record.circle
    assert circle is not None
    timers.bring_back(tx, run.id, now=desk.seconds())
    old = runs.bring_board_back(tx, run.id, circle)
    if old is not None and old.chat_id is not None and old.message_id is not None:
        last = Withdraw(chat_id=old.chat_id, message_id=old.message_id, lines=(ui("bord-verder-hieronder"),))
        _send(desk, tx, circle, last, cause, record)
    _send(desk, tx, circle, BoardLetter(run=run.id), cause, record)
    for person in prompts.bring_back(tx, run.id):
        questions.go_on(tx, person, cause, desk.clock, of_calendar=False)
    return _meanwhile(desk, tx, record)


def _send(desk: Desk, tx: Tx, circle: CircleId, letter: outbox.Letter, cause: Cause, record: RunRecord) -> None:
    here = cause.circle == circle
    outbox.enqueue(
        tx,
        to=outbox.ToCircle(circle),
        klass=DeliveryClass.REPLY if here else DeliveryClass.REVEAL,
        letter=letter,
        dedupe=cause.next_key(),
        run=record.run.id,
        clock=desk.clock,
    )


def _meanwhile(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    assert record.circle is not None
    at, there = desk.at(tx, record.circle), {p.member: p.here for p in people.taking_part(tx, record.circle)}
    events: list[Left | Unreachable | Returned | OwnCardOnly] = []
    for participant in record.run.participants:
        if participant.partly:
            events.append(OwnCardOnly(at=at, by=participant.member))
        found = people.member(tx, participant.member)
        if participant.member in record.run.gone or found is None or found.state is not MemberState.ACTIVE:
            events.append(Left(at=at, by=participant.member))
        elif participant.here and not there[participant.member]:
            events.append(Unreachable(at=at, by=participant.member))
        elif there[participant.member] and not participant.here:
            events.append(Returned(at=at, by=participant.member))
    return [Happening(record.run.id, event) for event in events]
