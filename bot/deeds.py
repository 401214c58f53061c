"""What outlives a dialogue: members, talks and agreements, told by the runs that made them."""

from collections.abc import Sequence
from datetime import timedelta

from bot.acts import Cause
from bot.days import days_of
from bot.delivery.letters import Note
from bot.desk import Beginning, Desk, Follow, Happening
from bot.storage import agreements, outbox, people, prompts, runs, timers, words
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows import agreements as rules
from flows import manners
from flows.agreements import Agreement, Result, State
from flows.effects import Begin, Deed, Do
from flows.events import Left, Noted, Stopped
from flows.line import Count, Day, Line, People, Quote, Value, Who, Word, ui
from flows.manners import DeliveryClass
from flows.names import AgreementId, CircleId, FlowId, MemberId, OptionId, Pace, Role, RunId, StepId, TextKey
from flows.run import Participant

CHECK_IN = FlowId("check-in")
CONSENT_VERSION = "2026-11"
"""Version of the text a person says yes to (content/flows/meedoen.yaml); a new text is a new version."""


JOINING = FlowId("meedoen")


def do(desk: Desk, tx: Tx, record: RunRecord, effect: Do | Begin, cause: Cause) -> Sequence[Follow]:
    """Carry out one deed; what it asks of other runs follows in the same transaction."""
    assert record.circle is not None
    if isinstance(effect, Begin):
        parent = record.run.id
        return begin_private(desk, tx, effect.flow, record.circle, effect.by, parent=parent)
    match effect.deed:
        case Deed.CONSENT:
            return _consent(desk, tx, record, cause)
        case Deed.JOIN:
            return _join(desk, tx, record, cause)
        case Deed.TALK:
            return _talk(desk, tx, record, cause)
        case Deed.PROPOSE:
            return _propose(desk, tx, record)
        case Deed.ACCEPT | Deed.DECLINE:
            return _answer(desk, tx, record, effect, cause)
        case Deed.MOVE | Deed.RESULT | Deed.TELL:
            return _report(desk, tx, record, effect, cause)
        case Deed.PULSE:
            return _pulse(desk, tx, record)
        case Deed.STOP_ME:
            assert effect.by is not None
            return leave(desk, tx, effect.by, "stopped", cause)
        case Deed.STOP_TALK:
            talk = runs.open_talk(tx, record.circle)
            return (Happening(talk, Stopped(at=desk.at(tx, record.circle))),) if talk is not None else ()


def begin_private(
    desk: Desk,
    tx: Tx,
    flow: FlowId,
    circle: CircleId,
    by: MemberId,
    *,
    parent: int | None = None,
    about: dict[str, Value] | None = None,
    agreement: AgreementId | None = None,
) -> Sequence[Follow]:
    """A flow with one active member. What they had under way of the same flow in this circle is stopped first."""
    member = people.member(tx, by)
    if member is None or member.state is not people.MemberState.ACTIVE:
        return ()
    everyone = People(tuple(m.id for m in people.members(tx, circle)))
    older = [] if agreement else runs.open_of(tx, member.person, flow=flow, circle=circle)
    return (
        *(Happening(run, Stopped(at=desk.at(tx, circle), by=by)) for run in older),
        Beginning(
            flow=flow,
            circle=circle,
            participants=(Participant(member=by, role=member.role),),
            starter=by,
            about={"leden": everyone, **(about or {})},
            agreement=agreement,
            parent=RunId(parent) if parent is not None else None,
            person=member.person,
        ),
    )


def leave(desk: Desk, tx: Tx, id: MemberId, state: str, cause: Cause) -> Sequence[Follow]:
    """A member stops or leaves: out of every run, unturned words and name gone, own promises stopped."""
    member = people.member(tx, id)
    if member is None:
        return ()
    circle = member.circle
    people.set_member_state(tx, id, state)
    people.set_name(
        tx, desk.vault, id, ""
    )  # kept "tot je stopt" (content/flows/meedoen.yaml); coming back brings it anew
    words.erase_unturned(tx, id)
    outbox.cancel_for_member(tx, id)
    stands: list[Follow] = []
    for agreement in agreements.of(tx, desk.vault, circle):
        if agreement.promise(id) is not None:
            rest = rules.stop(agreement, id)
            agreements.save(tx, desk.vault, rest)
            timers.clear_promise(tx, agreement.id, id)
            if agreement.state is State.PROPOSED and rest.state is State.STANDING:
                stands += _stands(desk, tx, rest, cause)  # only their akkoord was still waited for
    at = desk.at(tx, circle)
    return (*(Happening(run, Left(at=at, by=id)) for run in runs.open_in(tx, circle)), *stands)


def finished(tx: Tx, record: RunRecord) -> None:
    """A joining that ended halfway leaves no consent behind: it was given for taking part."""
    if record.run.flow != JOINING or record.circle is None or record.person is None:
        return
    member = people.member_of(tx, record.circle, record.person)
    if member is None or member.state is not people.MemberState.ACTIVE:
        people.withdraw(tx, circle=record.circle, person=record.person)


def _consent(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    assert record.circle is not None and record.person is not None
    people.consent(tx, circle=record.circle, person=record.person, version=CONSENT_VERSION, at=desk.seconds())
    return ()


def _join(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    assert record.circle is not None and record.person is not None
    kept = record.run.kept
    role = Role(kept[StepId("rol")])
    people.set_language(tx, record.person, str(kept[StepId("taal")]))
    member = people.add_member(
        tx,
        desk.vault,
        circle=record.circle,
        person=record.person,
        role=role,
        name=cause.first_name,
        consent_version=CONSENT_VERSION,
        at=desk.seconds(),
    )
    _tell_group(desk, tx, record.circle, ui("doet-mee", wie=Who(member.id)), cause, at_once=True)
    return ()


def _talk(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    assert record.circle is not None and record.run.starter is not None
    card = record.run.kept[StepId("kaart")]
    open_talk = runs.open_talk(tx, record.circle)
    stop = (Happening(open_talk, Stopped(at=desk.at(tx, record.circle))),) if open_talk is not None else ()
    undone = [a for a in agreements.of(tx, desk.vault, record.circle) if overdue(desk, tx, a)]
    if undone:
        quotes = Quote(tuple(a.what for a in undone))
        _tell_group(desk, tx, record.circle, ui("nog-op-de-lijst", wat=quotes, n=Count(len(undone))), cause)
    begin = Beginning(
        flow=FlowId(f"kaarten-omdraaien/{card}"),
        circle=record.circle,
        participants=tuple(Participant(member=m.id, role=m.role) for m in people.members(tx, record.circle)),
        starter=record.run.starter,
        pace=Pace(record.run.kept[StepId("tempo")]),
        about={"titel": Word(TextKey("title"))},
    )
    return (*stop, begin)


def _propose(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    assert record.circle is not None
    run, by = record.run, record.run.participants[0].member
    what, who, day = run.about[StepId("wat")], run.about[StepId("wie")], run.about[StepId("wanneer")]
    assert isinstance(what, Quote) and isinstance(who, People) and isinstance(day, Day)
    here = {m.id for m in people.members(tx, record.circle)}
    owners = tuple(owner for owner in who.members if owner in here)
    if not owners:  # all who were named left while it was being written
        return ()
    agreement = rules.propose(
        AgreementId(tx.new_id()), circle=record.circle, by=by, what=what.words[0], owners=owners, day=day.day
    )
    words.open_to_circle(tx, desk.vault, what.words)
    agreements.add(tx, desk.vault, agreement, run=record.parent, at=desk.seconds())
    asked: list[Follow] = []
    for owner in agreement.owners:
        about = _about(agreement, owner)
        asked += begin_private(desk, tx, FlowId("akkoord"), record.circle, owner, about=about, agreement=agreement.id)
    return (*asked, *_noted(desk, tx, agreement, by, stands=False))


def _answer(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    agreement = agreements.load(tx, desk.vault, record.agreement) if record.agreement is not None else None
    if agreement is None or effect.by is None or agreement.state is not State.PROPOSED:
        return ()
    if effect.deed is Deed.DECLINE:
        declined = rules.decline(agreement, effect.by)
        agreements.save(tx, desk.vault, declined)
        _tell_group(desk, tx, agreement.circle, ui("voorstel-past-niet", wat=Quote((agreement.what,))), cause)
        return tuple(
            Happening(run, Stopped(at=desk.at(tx, agreement.circle)))
            for run in runs.about(tx, agreement.id)
            if run != record.run.id
        )
    other_day = record.run.about.get("dag")
    accepted = rules.accept(agreement, effect.by, other_day.day if isinstance(other_day, Day) else None)
    agreements.save(tx, desk.vault, accepted)
    if accepted.state is not State.STANDING:
        _tell(desk, tx, effect.by, ui("akkoord-wacht-op-anderen"), record, cause)
        return ()
    _tell(desk, tx, effect.by, ui("akkoord-staat"), record, cause)
    return _stands(desk, tx, accepted, cause)


def _stands(desk: Desk, tx: Tx, agreement: Agreement, cause: Cause) -> Sequence[Follow]:
    """All who do it agreed: each is asked on their day, and the group sees it."""
    for owner in agreement.owners:
        plan_check_in(desk, tx, agreement, owner)
    _tell_group(desk, tx, agreement.circle, _standing(agreement), cause)
    return _noted(desk, tx, agreement, agreement.owners[0], stands=True)


def _report(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    agreement = agreements.load(tx, desk.vault, record.agreement) if record.agreement is not None else None
    if agreement is None or effect.by is None:
        return ()
    owner, kept = effect.by, record.run.kept
    match effect.deed:
        case Deed.RESULT:
            stops = kept.get(StepId("nog-niet")) == OptionId("stoppen")
            result = Result(kept[StepId("uitkomst")])
            changed = rules.report(agreement, owner, result)
            changed = rules.stop(changed, owner) if stops else changed
            timers.clear_promise(tx, agreement.id, owner)
        case Deed.MOVE:
            day = record.run.about["dag"]
            assert isinstance(day, Day)
            changed = rules.move(agreement, owner, day.day)
        case _:
            changed = rules.tell(agreement, owner)
            result = Result(kept[StepId("uitkomst")])
            line = ui(f"groep-{result}", wie=Who(owner), wat=Quote((agreement.what,)))
            _tell_group(desk, tx, agreement.circle, line, cause)
    agreements.save(tx, desk.vault, changed)
    if effect.deed is Deed.MOVE:
        plan_check_in(desk, tx, changed, owner)
    return ()


def _pulse(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    assert record.circle is not None
    asked: list[Follow] = []
    for participant in record.run.present:
        asked += begin_private(desk, tx, FlowId("peiling"), record.circle, participant.member)
    return asked


def plan_check_in(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId) -> None:
    """Set the moment at which the owner is asked how it went: the next suitable afternoon (product.md 4)."""
    promise = agreement.promise(owner)
    if promise is None or promise.over:
        return
    days = days_of(tx, agreement.circle, desk.clock)
    moment = manners.check_in_moment(promise.day, days, now=desk.clock.now())
    local = moment.astimezone(desk.zone(tx, agreement.circle))
    timers.put(
        tx,
        timers.Timer(
            purpose="check-in",
            due_at=moment.timestamp(),
            agreement=agreement.id,
            member=owner,
            local=local.strftime("%Y-%m-%dT%H:%M"),
            zone=str(local.tzinfo),
        ),
        dedupe=f"check-in:{agreement.id}:{owner}",
    )


def check_in(desk: Desk, tx: Tx, timer: timers.Timer) -> Sequence[Follow]:
    """The day has come: ask the owner in private, unless there is nothing left to ask."""
    agreement = agreements.load(tx, desk.vault, timer.agreement) if timer.agreement is not None else None
    if agreement is None or timer.member is None:
        return ()
    promise = agreement.promise(timer.member)
    if promise is None or promise.over or agreement.state is not State.STANDING:
        return ()
    about = _about(agreement, timer.member)
    return begin_private(desk, tx, CHECK_IN, agreement.circle, timer.member, about=about, agreement=agreement.id)


def late_check_in(desk: Desk, tx: Tx, id: AgreementId, owner: MemberId, step: StepId) -> Sequence[Follow]:
    """Ask how it went once more, because the owner speaks of it: only its first question, only while it stands."""
    agreement = agreements.load(tx, desk.vault, id)
    promise = agreement.promise(owner) if agreement is not None else None
    first = desk.library.flow(CHECK_IN).steps[0].id
    if agreement is None or promise is None or promise.over or agreement.state is not State.STANDING or step != first:
        return ()
    about = _about(agreement, owner)
    return begin_private(desk, tx, CHECK_IN, agreement.circle, owner, about=about, agreement=agreement.id)


def overdue(desk: Desk, tx: Tx, agreement: Agreement) -> bool:
    """Whether a standing agreement's day is past without a word of how it went."""
    today = desk.at(tx, agreement.circle).date()
    late = any(not p.over and p.day + timedelta(days=1) < today for p in agreement.promises)
    return agreement.state is State.STANDING and late


def _about(agreement: Agreement, owner: MemberId) -> dict[str, Value]:
    promise = agreement.promise(owner)
    assert promise is not None
    return {"wat": Quote((agreement.what,)), "wie": People(agreement.owners), "wanneer": Day(promise.day)}


def _standing(agreement: Agreement) -> Line:
    first = next(p for p in agreement.promises if not p.stopped)
    return ui("afspraak-staat", wat=Quote((agreement.what,)), wie=People(agreement.owners), wanneer=Day(first.day))


def _noted(desk: Desk, tx: Tx, agreement: Agreement, by: MemberId, *, stands: bool) -> Sequence[Follow]:
    talk = agreements.talk_of(tx, agreement.id)
    if talk is None:
        return ()
    event = Noted(at=desk.at(tx, agreement.circle), by=by, agreement=agreement.id, stands=stands)
    return (Happening(talk, event),)


def _tell(desk: Desk, tx: Tx, to: MemberId, line: Line, record: RunRecord, cause: Cause) -> None:
    member = people.member(tx, to)
    if member is None:
        return
    idle = prompts.first_waiting(tx, member.person) is None
    outbox.enqueue(
        tx,
        to=outbox.ToPerson(member.person, to),
        klass=DeliveryClass.REPLY if cause.in_private(member.person) else DeliveryClass.REVEAL,
        letter=Note(lines=(line,), remove_keyboard=idle),
        dedupe=cause.next_key(),
        run=record.run.id,
        clock=desk.clock,
    )


def _tell_group(desk: Desk, tx: Tx, circle: CircleId, line: Line, cause: Cause, *, at_once: bool = False) -> None:
    here = cause.circle == circle or at_once
    outbox.enqueue(
        tx,
        to=outbox.ToCircle(circle),
        klass=DeliveryClass.REPLY if here else DeliveryClass.REVEAL,
        letter=Note(lines=(line,)),
        dedupe=cause.next_key(),
        clock=desk.clock,
    )
