"""What outlives a dialogue: members and talks; agreements have bot.promises, and bot.check_ins for what follows."""

from collections.abc import Sequence

from bot import (
    changes,
    check_ins,
    choosing,
    coaching,
    first_moves,
    gatherings,
    goals,
    guests,
    halfway,
    hands,
    meeting_boards,
    meetings,
    noticing,
    promises,
    pulse,
    pupils,
    resting,
    schools,
    sparks,
    teams,
    weekly,
    wishes,
    working,
)
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.desk import Desk, Follow, Happening
from bot.storage import agreements, looking_on, outbox, people, pulses, runs, timers, words
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell_group
from flows import agreements as rules
from flows.agreements import Kind, State
from flows.checks.given import OF_FLOW
from flows.effects import Begin, Deed, Do
from flows.events import Left, Stopped
from flows.line import People, Value, Who, ui
from flows.names import CircleId, FlowId, MemberId, OptionId, Role, StepId
from flows.pulse import Occasion

CONSENT_VERSION = "2026-11-25"
"""Version of the text a person says yes to (content/flows/meedoen.yaml); a new text is a new version."""
JOINING = FlowId("meedoen")
LOOKS_ON = OptionId("meekijken")


def do(desk: Desk, tx: Tx, record: RunRecord, effect: Do | Begin, cause: Cause) -> Sequence[Follow]:
    """Carry out one deed; what it asks of other runs follows in the same transaction."""
    assert record.circle is not None
    if isinstance(effect, Begin):
        return _begin(desk, tx, record, record.circle, effect)
    return (*_done(desk, tx, record, effect, cause), *meeting_boards.refresh(desk, tx, record.circle),
            *gatherings.refresh(desk, tx, record.circle))  # fmt: skip


def _begin(desk: Desk, tx: Tx, record: RunRecord, circle: CircleId, begin: Begin) -> Sequence[Follow]:
    meeting = record.meeting
    known = record.run.about
    about: dict[str, Value] = {name: known[name] for name in OF_FLOW.get(begin.flow, ()) if name in known}
    if begin.own:
        about["wie"] = People((begin.by,))
    if meeting is not None:
        about["dag"] = record.run.about["dag"]
    return begin_private(desk, tx, begin.flow, circle, begin.by, parent=record.run.id, about=about, meeting=meeting)


def _done(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    assert record.circle is not None
    match effect.deed:
        case Deed.CONSENT:
            return _consent(desk, tx, record, cause)
        case Deed.JOIN:
            return _join(desk, tx, record, cause)
        case Deed.TALK:
            return choosing.talk(desk, tx, record, cause)
        case Deed.LET_EACH_PICK:
            return choosing.let_each_pick(desk, tx, record)
        case Deed.KEEP_PICKS:
            return choosing.keep_picks(desk, tx, record)
        case Deed.FIRST_PICK:
            return choosing.talk_about_the_first(desk, tx, record)
        case Deed.OFF_THE_LIST:
            return choosing.off_the_list(desk, tx, record)
        case Deed.OWN_CARD:
            return choosing.own_card(desk, tx, record, cause)
        case Deed.PARK:
            return resting.let_rest(desk, tx, record.circle, cause)
        case Deed.PARK_AND_CHOOSE:
            return choosing.rest_and_choose(desk, tx, record, cause)
        case Deed.REST:
            resting.rest(desk, tx, record, cause)
            return ()
        case Deed.RESUME:
            return resting.resume(desk, tx, record, cause)
        case Deed.RISE:
            return resting.rise(desk, tx, record, cause)
        case Deed.CIRCLE_KIND:
            return teams.become(desk, tx, record, cause)
        case Deed.CIRCLE_SCHOOL:
            return schools.choose(tx, record)
        case Deed.PROPOSE | Deed.PROPOSE_WORKING:
            kind = Kind.ACTION if effect.deed is Deed.PROPOSE else Kind.WORKING
            return promises.propose(desk, tx, record, kind)
        case Deed.REWORD | Deed.REWORD_ANSWER | Deed.HAND_OVER | Deed.TAKE_OVER | Deed.NO_ANSWER | Deed.DROP:
            return changes.do(desk, tx, record, effect, cause)
        case Deed.OFFER:
            return first_moves.offer(desk, tx, record)
        case Deed.DOES_IT_FIT:
            return working.look_back(desk, tx, record)
        case Deed.MAKE_ROOM | Deed.TAKE_STEP | Deed.ALL_FITS | Deed.ONE_FITS:
            assert effect.by is not None
            return _own_step(desk, tx, record, effect.deed, effect.by)
        case Deed.HELP:
            return promises.help_out(desk, tx, record, effect, cause)
        case Deed.ACCEPT | Deed.DECLINE:
            return promises.answer(desk, tx, record, effect, cause)
        case Deed.RESULT | Deed.MOVE | Deed.TELL | Deed.SNOOZE | Deed.SMALLER | Deed.ASK_HELP | Deed.LET_GO:
            return check_ins.report(desk, tx, record, effect, cause)
        case Deed.PASS_ON:
            return noticing.pass_on(desk, tx, record, effect, cause)
        case Deed.MEET:
            return meetings.note(desk, tx, record, cause)
        case Deed.CAPTURE:
            return meetings.capture(desk, tx, record, cause)
        case Deed.REGIE:
            return meetings.plan(desk, tx, record)
        case Deed.AGAIN | Deed.LOOKED_BACK | Deed.LATER | Deed.NO_LOOK:
            return meetings.looked_back(desk, tx, record, effect.deed)
        case Deed.GATHER:
            return gatherings.prepare(desk, tx, record)
        case Deed.GATHERED:
            return gatherings.talk(desk, tx, record)
        case Deed.REPORT_FITS:
            return gatherings.confirm(desk, tx, record, effect)
        case Deed.PULSE:
            everyone = [participant.member for participant in record.run.present if not participant.partly]
            return pulse.ask(desk, tx, record.circle, everyone, Occasion.TALK)
        case Deed.GOAL | Deed.SHARE_GOAL | Deed.GOAL_OTHERWISE:
            return goals.do(desk, tx, record, effect, cause)
        case Deed.TAKE_PART:
            return pupils.take_part(desk, tx, record, cause)
        case Deed.KNOW_MUCH:
            assert effect.by is not None
            return goals.know_much(desk, tx, record, effect.by)
        case Deed.KEEP_PULSE:
            pulse.keep(desk, tx, record)
            return ()
        case Deed.SHOW_PULSE:
            pulse.consent(desk, tx, record, cause)
            return ()
        case Deed.CHOOSE_MANNERS | Deed.TURN_DAY | Deed.PAUSE | Deed.END_PAUSE:
            return wishes.of_person(desk, tx, record, effect)
        case Deed.PAUSE_CIRCLE | Deed.CIRCLE_DAYS:
            return wishes.of_circle(desk, tx, record, effect, cause)
        case Deed.SKILLS | Deed.OTHER_CARD:
            assert effect.by is not None
            return coaching.do(desk, tx, record, effect.deed, effect.by)
        case Deed.HOW_IS_IT:
            return halfway.ask(desk, tx, record)
        case Deed.GUEST_LATER | Deed.GUEST_ASKS:
            return guests.do(desk, tx, record, effect.deed, cause)
        case Deed.STOP_ME:
            assert effect.by is not None
            return leave(desk, tx, effect.by, "stopped", cause)
        case Deed.STOP_TALK:
            talk = runs.open_talk(tx, record.circle)
            return (Happening(talk, Stopped(at=desk.at(tx, record.circle))),) if talk is not None else ()


def _own_step(desk: Desk, tx: Tx, record: RunRecord, deed: Deed, by: MemberId) -> Sequence[Follow]:
    """What one person said in private about their own part leads on to the next question."""
    match deed:
        case Deed.MAKE_ROOM:
            return hands.make_room(desk, tx, by)
        case Deed.TAKE_STEP:
            return first_moves.take(desk, tx, record, by)
        case Deed.ALL_FITS:
            return working.looked_back_on_all(desk, tx, record, by)
        case _:
            return working.looked_back(desk, tx, record, by)


def leave(desk: Desk, tx: Tx, id: MemberId, state: str, cause: Cause) -> Sequence[Follow]:
    """A member stops or leaves: out of every run, unturned words and name gone, own promises stopped."""
    member = people.member(tx, id)
    if member is None:
        return ()
    circle = member.circle
    people.set_member_state(tx, id, state)
    people.set_name(tx, desk.vault, id, "")  # kept "tot je stopt", as meedoen.yaml says; coming back brings it anew
    words.erase_unturned(tx, id)
    pulses.forget_member(tx, id)
    outbox.cancel_for_member(tx, id)
    if not people.circles_of(tx, member.person):
        weekly.end(tx, member.person)
        sparks.forget(tx, member.person)
        people.set_manners(tx, member.person, "{}")
    stands: list[Follow] = []
    for agreement in agreements.of(tx, desk.vault, circle):
        rest = rules.without(agreement, id, on=desk.at(tx, circle).date())
        if agreement.promise(id) is not None or rest != agreement:
            agreements.save(tx, desk.vault, rest)
            timers.clear_promise(tx, agreement.id, id)
            if agreement.state is State.PROPOSED and rest.state is State.STANDING:
                stands += promises.stand(desk, tx, rest, cause)  # only their akkoord was still waited for
    meetings.leave(desk, tx, circle, id)
    guests.leave(tx, id)
    board = goals.leave(desk, tx, circle, id)
    changes.leave(desk, tx, member, cause)
    at = desk.at(tx, circle)
    left = (Happening(run, Left(at=at, by=id)) for run in runs.open_in(tx, circle))
    return (*left, *stands, *board, *meeting_boards.refresh(desk, tx, circle))


def finished(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """A dialogue is over: of a pulse it may have been the last; a joining that ended halfway leaves no consent."""
    if record.run.flow == JOINING:
        _withdraw_halfway(tx, record)
    halfway.finished(desk, tx, record)
    return (*pulse.finished(desk, tx, record, cause), *hands.room_again(desk, tx, record))


def _withdraw_halfway(tx: Tx, record: RunRecord) -> None:
    """Consent was given for taking part."""
    if record.circle is None or record.person is None:
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
    role = Role(kept.get(StepId("rol-in-team")) or kept[StepId("rol")])
    teams.joined(tx, record.circle, role)
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
    looking_on.set_looking_on(tx, member.id, kept.get(StepId("hoe-erbij")) == LOOKS_ON)
    tell_group(desk, tx, record.circle, ui("doet-mee", wie=Who(member.id)), cause, at_once=True)
    return ()
