"""Agreements as they are proposed and agreed to, by the runs they come out of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot import check_ins, gatherings, hands, meeting_boards
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.desk import Desk, Follow, Happening
from bot.keys import Vault
from bot.storage import agreements, meetings, people, prompts, runs, words
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell, tell_group
from flows import agreements as rules
from flows.agreements import Agreement, Kind, State
from flows.effects import Deed, Do
from flows.events import Noted, Stopped
from flows.line import Day, Line, People, Quote, Value, Who, ui
from flows.names import AgreementId, FlowId, MemberId, OptionId, Pace, StepId


def propose(desk: Desk, tx: Tx, record: RunRecord, kind: Kind) -> Sequence[Follow]:
    """What, who and when were written: each who is named is asked for their own akkoord."""
    assert record.circle is not None
    run, by = record.run, record.run.participants[0].member
    working = kind is Kind.WORKING
    what, who = run.about["wat"], run.about["wie-samen" if working else "wie"]
    day = run.about["terugkijken" if working else "wanneer"]
    assert isinstance(what, Quote) and isinstance(who, People) and isinstance(day, Day)
    cue, plan_b = run.about.get("als"), run.about.get("plan-b")
    here = {m.id for m in people.members(tx, record.circle)}
    owners = tuple(owner for owner in who.members if owner in here)
    if not owners:  # all who were named left while it was being written
        return ()
    agreement = rules.propose(
        AgreementId(tx.new_id()),
        circle=record.circle,
        by=by,
        what=what.words[0],
        owners=owners,
        day=day.day,
        on=desk.at(tx, record.circle).date(),
        kind=kind,
        cue=cue.words[0] if isinstance(cue, Quote) else None,
        plan_b=plan_b.words[0] if isinstance(plan_b, Quote) else None,
    )
    agreement = of_meeting(tx, desk.vault, record, agreement)
    beside = (id for id in (agreement.cue, agreement.plan_b) if id is not None)
    words.open_to_circle(tx, desk.vault, (*what.words, *beside))
    agreements.add(tx, desk.vault, agreement, run=record.parent, at=desk.seconds())
    asked: list[Follow] = []
    for owner in agreement.owners:
        about = check_ins.about(agreement, owner)
        asked += begin_private(desk, tx, FlowId("akkoord"), record.circle, owner, about=about, agreement=agreement.id)
    asked += _ask_to_help(desk, tx, agreement, by, run.about.get("hulp"))
    return (*asked, *_noted(desk, tx, agreement, by, stands=False))


def help_out(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    """Who was asked to help said yes, and who does it hears so; or no, and only who asked hears that."""
    agreement = agreements.load(tx, desk.vault, record.agreement) if record.agreement is not None else None
    asker = record.run.about["vrager"]
    assert isinstance(asker, Who)
    if agreement is None or effect.by is None or agreement.state not in (State.PROPOSED, State.STANDING):
        return ()
    what = Quote((agreement.what,))
    if record.run.kept[StepId("hulp")] != OptionId("ja"):
        tell(desk, tx, asker.member, ui("hulp-past-niet", wie=Who(effect.by), wat=what), record.run.id, cause)
        return ()
    helped = rules.help_with(agreement, effect.by, on=desk.at(tx, agreement.circle).date())
    agreements.save(tx, desk.vault, helped)
    for owner in helped.owners:
        tell(desk, tx, owner, ui("hulp-helpt", wie=Who(effect.by), wat=what), record.run.id, cause)
    return ()


def of_meeting(tx: Tx, vault: Vault, record: RunRecord, agreement: Agreement) -> Agreement:
    """An agreement out of an mdo: who holds the regie and when the circle looks back is said once for all of them."""
    meeting = meetings.load(tx, vault, record.meeting)
    if meeting is None:
        return agreement
    return replace(agreement, meeting=meeting.id, regie=meeting.regie, evaluate=meeting.back)


def answer(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    """One who was named said yes, perhaps on another day, or no."""
    agreement = agreements.load(tx, desk.vault, record.agreement) if record.agreement is not None else None
    if agreement is None or effect.by is None or agreement.state is not State.PROPOSED:
        return ()
    today = desk.at(tx, agreement.circle).date()
    if effect.deed is Deed.DECLINE:
        declined = rules.decline(agreement, effect.by, on=today)
        agreements.save(tx, desk.vault, declined)
        tell_group(desk, tx, agreement.circle, ui("voorstel-past-niet", wat=Quote((agreement.what,))), cause)
        return tuple(
            Happening(run, Stopped(at=desk.at(tx, agreement.circle)))
            for run in runs.about(tx, agreement.id)
            if run != record.run.id
        )
    if hands.no_room_for(desk, tx, agreement, effect.by):
        return hands.wait(desk, tx, agreement, effect.by)
    other_day = record.run.about.get("dag")
    accepted = rules.accept(agreement, effect.by, other_day.day if isinstance(other_day, Day) else None, on=today)
    agreements.save(tx, desk.vault, accepted)
    if accepted.state is not State.STANDING:
        tell(desk, tx, effect.by, ui("akkoord-wacht-op-anderen"), record.run.id, cause)
        return ()
    tell(desk, tx, effect.by, ui("akkoord-staat"), record.run.id, cause)
    return stand(desk, tx, accepted, cause)


def withdraw(desk: Desk, tx: Tx, agreement: Agreement, by: MemberId, cause: Cause) -> Sequence[Follow]:
    """Who proposed it does not, after all: whoever read the question about it hears that nothing is asked any more."""
    at = desk.at(tx, agreement.circle)
    agreements.save(tx, desk.vault, rules.withdraw(agreement, by, on=at.date()))
    open = runs.about(tx, agreement.id)
    read = [p.member for run in open for p in prompts.of_run(tx, run) if prompts.was_put(tx, p.id)]
    helper = [agreement.helper] if agreement.helper is not None else []
    line = ui("voorstel-toch-niet", wie=Who(by), wat=Quote((agreement.what,)))
    for member in dict.fromkeys((*read, *helper)):
        if member != by:
            tell(desk, tx, member, line, None, cause)
    stops = tuple(Happening(run, Stopped(at=at)) for run in open)
    return (
        *stops,
        *meeting_boards.refresh(desk, tx, agreement.circle),
        *gatherings.refresh(desk, tx, agreement.circle),
    )


def stand(desk: Desk, tx: Tx, agreement: Agreement, cause: Cause) -> Sequence[Follow]:
    """All who do it agreed: each is asked on their day, and the group sees it."""
    for owner in agreement.owners:
        check_ins.plan(desk, tx, agreement, owner)
    live = cause.person is not None and _made_now(desk, tx, agreement)
    if not meeting_boards.shows(tx, agreement):
        tell_group(desk, tx, agreement.circle, _standing(agreement), cause, at_once=live)
    return _noted(desk, tx, agreement, agreement.owners[0], stands=True)


def overdue(desk: Desk, tx: Tx, agreement: Agreement) -> bool:
    """Whether a standing agreement's day is past without a word of how it went."""
    today = desk.at(tx, agreement.circle).date()
    late = any(not p.over and p.day + timedelta(days=1) < today for p in agreement.promises)
    return agreement.kind is Kind.ACTION and agreement.state is State.STANDING and late


def _ask_to_help(desk: Desk, tx: Tx, agreement: Agreement, by: MemberId, asked: Value | None) -> Sequence[Follow]:
    """Nobody is anybody's helper by another's word: who was named is asked for their own yes."""
    helper = asked.members[0] if isinstance(asked, People) else None
    if helper is None or helper in agreement.owners:
        return ()
    about = {**check_ins.about(agreement, agreement.owners[0]), "vrager": Who(by)}
    return begin_private(desk, tx, FlowId("meehelpen"), agreement.circle, helper, about=about, agreement=agreement.id)


def _standing(agreement: Agreement) -> Line:
    first = next(p for p in agreement.promises if not p.stopped)
    key = "afspraak-staat" if agreement.kind is Kind.ACTION else "werkafspraak-staat"
    return ui(key, wat=Quote((agreement.what,)), wie=People(agreement.owners), wanneer=Day(first.day))


def _noted(desk: Desk, tx: Tx, agreement: Agreement, by: MemberId, *, stands: bool) -> Sequence[Follow]:
    talk = agreements.talk_of(tx, agreement.id)
    if talk is None:
        return ()
    event = Noted(at=desk.at(tx, agreement.circle), by=by, agreement=agreement.id, stands=stands)
    return (Happening(talk, event),)


def _made_now(desk: Desk, tx: Tx, agreement: Agreement) -> bool:
    """Whether it comes out of a talk that is held at the table at this moment."""
    talk = agreements.talk_of(tx, agreement.id)
    record = runs.load(tx, desk.vault, talk) if talk is not None else None
    return record is not None and record.open and record.run.pace is Pace.NOW
