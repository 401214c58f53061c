"""The pulse: asked, kept sealed, read off when it is over, and perhaps an invitation to look at it together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.acts import Cause
from bot.beginnings import begin_private
from bot.days import days_of
from bot.delivery.letters import Inline, Note
from bot.desk import Desk, Follow
from bot.storage import outbox, people, pulses, runs, timers, tokens
from bot.storage.database import Tx
from bot.storage.pulses import Pulse, PulseId
from bot.storage.runs import RunRecord
from bot.storage.timers import Timer
from flows import manners
from flows import pulse as rules
from flows.line import Count, ui
from flows.manners import DeliveryClass
from flows.names import CircleId, FlowId, MemberId
from flows.pulse import Occasion

FLOWS: Mapping[Occasion, FlowId] = {
    Occasion.TALK: FlowId("peiling"),
    Occasion.MEETING: FlowId("peiling-mdo"),
    Occasion.ROUND: FlowId("peiling-ronde"),
}
CONSENT = FlowId("peiling-tonen")
ROUND = "peiling"
"""Purpose of the timer of a circle that asked for a pulse every six weeks."""

BEGIN_LIFE = timedelta(days=60)
_ABOUT = "peiling"


def ask(desk: Desk, tx: Tx, circle: CircleId, members: Sequence[MemberId], occasion: Occasion) -> Sequence[Follow]:
    """Ask these members the four questions, each in private. Who stopped, left or can't be written to is not asked."""
    here = {p.member for p in people.taking_part(tx, circle) if p.here}
    asked = [member for member in dict.fromkeys(members) if member in here]
    if not asked:
        return ()
    today = desk.at(tx, circle).date()
    id = pulses.add(tx, circle=circle, occasion=occasion, waiting=len(asked), at=desk.seconds(), on=today)
    about = {_ABOUT: Count(id)}
    return [f for member in asked for f in begin_private(desk, tx, FLOWS[occasion], circle, member, about=about)]


def keep(desk: Desk, tx: Tx, record: RunRecord) -> None:
    """What one person chose, as far as they got; nothing when all was skipped."""
    answers, id = rules.numbers(record.run.kept), _pulse_of(record)
    if answers and id is not None:
        pulses.keep(tx, desk.vault, id, record.run.participants[0].member, answers)


def finished(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """A dialogue of a pulse is over: the run forgets the numbers, and after the last one the pulse is read off."""
    if record.run.flow not in FLOWS.values() or (id := _pulse_of(record)) is None:
        return ()
    bare = replace(record, run=replace(record.run, kept={}))
    runs.save(tx, desk.vault, bare, seen=record.run.version, at=desk.seconds())
    pulse = pulses.load(tx, id)
    if pulse is None or not pulses.one_less(tx, id):
        return ()
    given = pulses.given(tx, desk.vault, id)
    if rules.asks_consent([one.answers for one in given]):
        about = {_ABOUT: Count(id)}
        return [f for one in given for f in begin_private(desk, tx, CONSENT, pulse.circle, one.member, about=about)]
    _read_off(desk, tx, pulse, cause)
    return ()


def consent(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> None:
    """One of two who answered lets the group see it; once both did, it is read off."""
    id = _pulse_of(record)
    pulse = pulses.load(tx, id) if id is not None else None
    if pulse is None:
        return
    pulses.consent(tx, pulse.id, record.run.participants[0].member)
    _read_off(desk, tx, pulse, cause)


def switch(desk: Desk, tx: Tx, circle: CircleId) -> bool:
    """Every six weeks from now on, or no longer; whether it is on now."""
    if timers.clear(tx, _key(circle)):
        return False
    last = pulses.newest(tx, circle)
    today = desk.at(tx, circle).date()
    _wake(desk, tx, circle, (last.on if last is not None else today - rules.SIX_WEEKS) + rules.SIX_WEEKS)
    return True


def is_on(tx: Tx, circle: CircleId) -> bool:
    """Whether this circle is asked every six weeks."""
    return timers.stands(tx, _key(circle))


def round_due(desk: Desk, tx: Tx, timer: Timer, cause: Cause) -> Sequence[Follow]:
    """Six weeks are over: ask everybody, unless they were asked only just; then set the next moment."""
    circle = timer.circle
    found = people.circle(tx, circle) if circle is not None else None
    if circle is None or found is None:
        return ()
    today, last = desk.at(tx, circle).date(), pulses.newest(tx, circle)
    later = rules.next_round(today, last.on if last is not None else None)
    if found.paused_until is not None and today < found.paused_until:  # a question that waits so long would be stale
        later = max(found.paused_until, later or today)
    _wake(desk, tx, circle, later or today + rules.SIX_WEEKS)
    if later is not None or found.state != "active":
        return ()
    return ask(desk, tx, circle, [member.id for member in people.members(tx, circle)], Occasion.ROUND)


def _read_off(desk: Desk, tx: Tx, pulse: Pulse, cause: Cause) -> None:
    given = pulses.given(tx, desk.vault, pulse.id)
    consented = bool(given) and all(one.consents for one in given)
    points = rules.read_off([one.answers for one in given], consented=consented)
    if not points:
        return
    pulses.set_reading(tx, desk.vault, pulse, dict(points))
    readings = pulses.readings(tx, desk.vault, pulse.circle)
    if rules.invites(readings, pulses.last_invited(tx, pulse.circle)):
        pulses.invited(tx, pulse.id)
        _invite(desk, tx, pulse.circle, cause)


def _invite(desk: Desk, tx: Tx, circle: CircleId, cause: Cause) -> None:
    token = tokens.mint(tx, kind="talk", circle=circle, body={}, ttl=BEGIN_LIFE, clock=desk.clock)
    begin = Inline(line=ui("knop-gesprek-beginnen"), token=token)
    outbox.enqueue(
        tx,
        to=outbox.ToCircle(circle),
        klass=DeliveryClass.REVEAL,  # never at once: the moment would tell whose numbers came in last
        letter=Note(lines=(ui("peiling-uitnodiging"),), inline=((begin,),)),
        dedupe=cause.next_key(),
        clock=desk.clock,
    )


def _wake(desk: Desk, tx: Tx, circle: CircleId, day: date) -> None:
    moment: datetime = manners.check_in_moment(day, days_of(tx, circle, desk.clock), now=desk.clock.now())
    timers.put(tx, Timer(purpose=ROUND, due_at=moment.timestamp(), circle=circle), dedupe=_key(circle))


def _key(circle: CircleId) -> str:
    return f"{ROUND}:{circle}"


def _pulse_of(record: RunRecord) -> PulseId | None:
    value = record.run.about.get(_ABOUT)
    return PulseId(value.n) if isinstance(value, Count) else None
