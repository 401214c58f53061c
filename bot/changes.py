"""Changing, handing over and dropping an agreement: begun by who does it, done with the akkoord of whom it concerns."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from bot import check_ins, hands
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.desk import Desk, Follow, Happening
from bot.storage import agreements, runs, timers, words
from bot.storage.database import Tx
from bot.storage.people import Member
from bot.storage.runs import RunRecord
from bot.telling import tell, tell_group
from flows import agreements as rules
from flows.agreements import Agreement, State
from flows.effects import Deed, Do
from flows.events import Stopped
from flows.line import People, Quote, Who, ui
from flows.names import FlowId, MemberId, OptionId, StepId

YES = OptionId("akkoord")
OTHERWISE, TAKE_OVER = FlowId("anders-akkoord"), FlowId("overnemen")


class Wanted(StrEnum):
    """What an owner can want with an agreement; the value is the dialogue in which they say so."""

    CHANGE = "afspraak-wijzigen"  # other words, or another day
    HAND_OVER = "overdragen"
    DROP = "laten-vallen"


def begin_change(desk: Desk, tx: Tx, agreement: Agreement, member: MemberId, wanted: Wanted) -> Sequence[Follow]:
    """Ask the owner in private what they want. Nothing for who does not do it, or when there is nothing left to do."""
    if not agreement.open_for(member):
        return ()
    flow, at = FlowId(wanted), desk.at(tx, agreement.circle)
    older = [one.run.id for one in _of(desk, tx, agreement) if one.run.flow == flow and _with(one, member)]
    about = check_ins.about(agreement, member)
    begun = begin_private(desk, tx, flow, agreement.circle, member, about=about, agreement=agreement.id)
    return (*(Happening(run, Stopped(at=at, by=member)) for run in older), *begun)


def do(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    """Carry out what an owner, or who was asked for their akkoord, said."""
    agreement = agreements.load(tx, desk.vault, record.agreement) if record.agreement is not None else None
    if agreement is None or effect.by is None:
        return ()
    match effect.deed:
        case Deed.REWORD:
            return _reword(desk, tx, record, agreement, effect.by, cause)
        case Deed.REWORD_ANSWER:
            return _reworded(desk, tx, record, agreement, effect.by, cause)
        case Deed.HAND_OVER:
            to = record.run.about["aan-wie"]
            assert isinstance(to, People)
            about = {**check_ins.about(agreement, effect.by), "van": Who(effect.by)}
            circle = agreement.circle
            return begin_private(desk, tx, TAKE_OVER, circle, to.members[0], about=about, agreement=agreement.id)
        case Deed.TAKE_OVER | Deed.NO_ANSWER:
            return _take_over(desk, tx, record, agreement, effect, effect.by, cause)
        case _:  # Deed.DROP
            return _drop(desk, tx, record, agreement, effect.by, cause)


def _reword(
    desk: Desk, tx: Tx, record: RunRecord, agreement: Agreement, by: MemberId, cause: Cause
) -> Sequence[Follow]:
    new = _quoted(record, "nieuw")
    changed = rules.wish(agreement, by, new.words[0], on=desk.at(tx, agreement.circle).date())
    if changed == agreement:  # it was over before they had said it
        words.erase(tx, new.words)
        return ()
    words.open_to_circle(tx, desk.vault, new.words)
    if agreement.wish is not None:
        words.erase(tx, (agreement.wish.words,))
    agreements.save(tx, desk.vault, changed)
    over = _stop(desk, tx, agreement, lambda one: one.run.flow == OTHERWISE)
    if changed.wish is None:
        _tell_words(desk, tx, agreement, changed, cause)
        tell(desk, tx, by, ui("anders-staat"), record.run.id, cause)
        return over
    tell(desk, tx, by, ui("anders-wacht"), record.run.id, cause)
    asked: list[Follow] = [*over]
    for owner in changed.owners:
        if owner not in changed.wish.agreed and changed.open_for(owner):
            about = {**check_ins.about(agreement, owner), "nieuw": new, "vrager": Who(by)}
            asked += begin_private(desk, tx, OTHERWISE, agreement.circle, owner, about=about, agreement=agreement.id)
    return asked


def _reworded(
    desk: Desk, tx: Tx, record: RunRecord, agreement: Agreement, by: MemberId, cause: Cause
) -> Sequence[Follow]:
    new, wished = _quoted(record, "nieuw"), agreement.wish
    if record.run.kept[StepId("anders")] == YES:
        changed = rules.agree_to(agreement, by, new.words[0], on=desk.at(tx, agreement.circle).date())
        agreements.save(tx, desk.vault, changed)
        if changed.what != agreement.what:
            _tell_words(desk, tx, agreement, changed, cause)
        return ()
    changed = rules.keep_as_it_is(agreement, by, new.words[0])
    if changed == agreement or wished is None:
        return ()
    agreements.save(tx, desk.vault, changed)
    words.erase(tx, new.words)
    tell(desk, tx, wished.by, ui("anders-past-niet", wat=Quote((agreement.what,))), record.run.id, cause)
    return _stop(desk, tx, agreement, lambda one: one.run.flow == OTHERWISE and one.run.id != record.run.id)


def _take_over(
    desk: Desk, tx: Tx, record: RunRecord, agreement: Agreement, effect: Do, by: MemberId, cause: Cause
) -> Sequence[Follow]:
    owner = record.run.about["van"]
    assert isinstance(owner, Who)
    what, run = Quote((agreement.what,)), record.run.id
    if effect.deed is Deed.NO_ANSWER:
        _no_answer(desk, tx, record, agreement, cause)
        return ()
    yes = record.run.kept[StepId("overnemen")] == YES
    if yes and not agreement.open_for(owner.member):
        tell(desk, tx, by, ui("overnemen-niet-meer-nodig"), run, cause)
        return ()
    does_it = by in agreement.owners  # another handed it to them since they were asked
    full = not does_it and hands.no_room_for(desk, tx, agreement, by)
    if yes and (does_it or full):
        tell(desk, tx, by, ui("overnemen-doet-al" if does_it else "overnemen-drie-open", wie=owner), run, cause)
    if not yes or does_it or full:
        tell(desk, tx, owner.member, ui("overnemen-past-niet", wie=Who(by), wat=what), run, cause)
        return ()
    given = rules.hand_over(agreement, owner.member, by, on=desk.at(tx, agreement.circle).date())
    agreements.save(tx, desk.vault, given)
    timers.clear_promise(tx, agreement.id, owner.member)
    check_ins.plan(desk, tx, given, by)
    tell(desk, tx, by, ui("overgenomen"), run, cause)
    tell_group(desk, tx, agreement.circle, ui("groep-overgenomen", wie=Who(by), van=owner, wat=what), cause)
    return _stop(desk, tx, agreement, lambda one: one.run.id != record.run.id and _with(one, owner.member))


def leave(desk: Desk, tx: Tx, member: Member, cause: Cause) -> None:
    """Who is asked to take something over leaves."""
    for run in runs.open_of(tx, member.person, flow=TAKE_OVER, circle=member.circle):
        record = runs.load(tx, desk.vault, run)
        if record is not None and record.agreement is not None:
            agreement = agreements.load(tx, desk.vault, record.agreement)
            if agreement is not None:
                _no_answer(desk, tx, record, agreement, cause)


def _no_answer(desk: Desk, tx: Tx, record: RunRecord, agreement: Agreement, cause: Cause) -> None:
    """Who asked was told that they would hear what it became."""
    owner = record.run.about["van"]
    assert isinstance(owner, Who)
    if agreement.open_for(owner.member):
        line = ui("overnemen-geen-antwoord", wat=Quote((agreement.what,)))
        tell(desk, tx, owner.member, line, record.run.id, cause)


def _drop(desk: Desk, tx: Tx, record: RunRecord, agreement: Agreement, by: MemberId, cause: Cause) -> Sequence[Follow]:
    today = desk.at(tx, agreement.circle).date()
    rest = rules.settle(rules.stop(agreement, by, on=today), on=today)
    agreements.save(tx, desk.vault, rest)
    timers.clear_promise(tx, agreement.id, by)
    over = rest.state is State.DROPPED
    what = Quote((agreement.what,))
    for other in (owner for owner in rest.owners if rest.open_for(owner)):
        tell(desk, tx, other, ui("ander-stopt", wie=Who(by), wat=what), record.run.id, cause)
    if over and rest.helper is not None:
        tell(desk, tx, rest.helper, ui("hulp-niet-meer-nodig", wie=Who(by), wat=what), record.run.id, cause)
    return _stop(desk, tx, agreement, lambda one: one.run.id != record.run.id and (over or _with(one, by)))


def _tell_words(desk: Desk, tx: Tx, before: Agreement, after: Agreement, cause: Cause) -> None:
    """The group saw what was agreed, so it sees what it is now."""
    was, now = Quote((before.what,)), Quote((after.what,))
    tell_group(desk, tx, after.circle, ui("groep-anders", wie=People(after.owners), was=was, wat=now), cause)


def _quoted(record: RunRecord, name: str) -> Quote:
    value = record.run.about[name]
    assert isinstance(value, Quote)
    return value


def _with(record: RunRecord, member: MemberId) -> bool:
    """Whether this dialogue is with this member, or about taking over from them."""
    return record.run.participant(member) is not None or record.run.about.get("van") == Who(member)


def _of(desk: Desk, tx: Tx, agreement: Agreement) -> list[RunRecord]:
    """The open dialogues about one agreement."""
    found = (runs.load(tx, desk.vault, run) for run in runs.about(tx, agreement.id))
    return [record for record in found if record is not None]


def _stop(desk: Desk, tx: Tx, agreement: Agreement, which: Callable[[RunRecord], bool]) -> Sequence[Follow]:
    at = desk.at(tx, agreement.circle)
    return tuple(Happening(one.run.id, Stopped(at=at)) for one in _of(desk, tx, agreement) if which(one))
