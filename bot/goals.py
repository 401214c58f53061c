"""What a circle wants for this child: proposed, shared or said otherwise, and shown when people begin to talk."""

from collections.abc import Sequence

from bot.acts import Cause
from bot.beginnings import begin_in_group
from bot.desk import Desk, Follow, Happening
from bot.storage import goals, people, runs, words
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell
from flows import goal as rules
from flows.effects import Deed, Do
from flows.events import Known, Stopped
from flows.goal import Goal
from flows.line import Line, Quote, Who, Word, ui
from flows.names import REVEAL_ORDER, CircleId, FlowId, MemberId, StepId, TextKey, WordsId

BOARD, OTHERWISE = FlowId("doel-samen"), FlowId("doel-anders")


def do(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    """Somebody proposes the goal, says that it is theirs too, or would say it otherwise."""
    assert record.circle is not None and effect.by is not None
    if effect.deed is Deed.GOAL:
        return _propose(desk, tx, record, record.circle, effect.by, cause)
    goal = goals.load(tx, desk.vault, record.circle)
    if goal is None:
        return ()
    before = goal.words
    if effect.deed is Deed.SHARE_GOAL:
        goal = rules.shared(goal, effect.by)
    else:
        goal = rules.otherwise(goal, effect.by, _written(desk, tx, record, StepId("eigen")))
    return _changed(desk, tx, goal, before)


def lines(desk: Desk, tx: Tx, circle: CircleId) -> tuple[Line, ...]:
    """Before a talk or an mdo: this is what we want. Nothing when there is no goal."""
    goal = goals.load(tx, desk.vault, circle)
    if goal is None:
        return ()
    said = {name: value for name, value in rules.about(goal).items() if value is not None}
    return (
        ui("ons-doel" if goal.agree else "ons-doel-niemand", **said),
        *((ui("ons-doel-anders", **said),) if goal.otherwise else ()),
    )


def below(desk: Desk, tx: Tx, circle: CircleId, by: MemberId) -> Sequence[Follow]:
    """The goal's board as the newest message of the group; nothing when there is no goal."""
    goal = goals.load(tx, desk.vault, circle)
    return _board(desk, tx, goal, by) if goal is not None else ()


def leave(desk: Desk, tx: Tx, circle: CircleId, member: MemberId) -> Sequence[Follow]:
    """Who left or stopped stands behind nothing any more; the sentence itself stays the circle's."""
    known = goals.expertise_of(tx, member)
    goals.set_expertise(tx, member, None)
    if known is not None:
        words.erase(tx, (known,))
    goal = goals.load(tx, desk.vault, circle)
    if goal is None or rules.without(goal, member) == goal:
        return ()
    return _changed(desk, tx, rules.without(goal, member), goal.words)


def know_much(desk: Desk, tx: Tx, record: RunRecord, by: MemberId) -> Sequence[Follow]:
    """One line about oneself for the circle, in the place of an earlier one."""
    before = goals.expertise_of(tx, by)
    goals.set_expertise(tx, by, _written(desk, tx, record, StepId("veel-van")))
    if before is not None:
        words.erase(tx, (before,))
    return ()


def who(tx: Tx, circle: CircleId) -> tuple[Line, ...]:
    """Everybody who takes part, pupil first, each with what they know much about."""
    everyone = sorted(people.members(tx, circle), key=lambda m: REVEAL_ORDER.index(m.role))
    return tuple(_one(tx, member) for member in everyone)


def _one(tx: Tx, member: people.Member) -> Line:
    known, role = goals.expertise_of(tx, member.id), Word(TextKey(f"ui/rol-{member.role}"))
    if known is None:
        return ui("wie-regel", wie=Who(member.id), rol=role)
    return ui("wie-weet", wie=Who(member.id), rol=role, wat=Quote((known,)))


def _propose(desk: Desk, tx: Tx, record: RunRecord, circle: CircleId, by: MemberId, cause: Cause) -> Sequence[Follow]:
    before = goals.load(tx, desk.vault, circle)
    goal = Goal(circle=circle, sentence=_written(desk, tx, record, StepId("zin")), agree=(by,))
    if before is not None:
        words.erase(tx, before.words)
    goals.save(tx, desk.vault, goal)
    return (*_not_about_this_one(desk, tx, circle, cause), *_board(desk, tx, goal, by))


def _not_about_this_one(desk: Desk, tx: Tx, circle: CircleId, cause: Cause) -> Sequence[Follow]:
    """Who was still saying the goal before this one otherwise: their words were about that one, and go with it."""
    writing: list[Follow] = []
    for run in runs.open_in(tx, circle, flow=OTHERWISE):
        record = runs.load(tx, desk.vault, run)
        assert record is not None
        writer = record.run.participants[0].member
        tell(desk, tx, writer, ui("doel-intussen-ander"), None, cause)
        writing.append(Happening(run, Stopped(at=desk.at(tx, circle), by=writer)))
    return writing


def _board(desk: Desk, tx: Tx, goal: Goal, by: MemberId) -> Sequence[Follow]:
    about = {name: value for name, value in rules.about(goal).items() if value is not None}
    return begin_in_group(desk, tx, BOARD, goal.circle, by, about=about)


def _changed(desk: Desk, tx: Tx, goal: Goal, before: Sequence[WordsId]) -> Sequence[Follow]:
    goals.save(tx, desk.vault, goal)
    words.erase(tx, (w for w in before if w not in goal.words))
    event = Known(at=desk.at(tx, goal.circle), about=rules.about(goal))
    return [Happening(run, event) for run in runs.open_in(tx, goal.circle, flow=BOARD)]


def _written(desk: Desk, tx: Tx, record: RunRecord, step: StepId) -> WordsId:
    """What was written at this step; its writer said that the group may read it."""
    quote = record.run.about[step]
    assert isinstance(quote, Quote)
    words.open_to_circle(tx, desk.vault, quote.words)
    return quote.words[0]
