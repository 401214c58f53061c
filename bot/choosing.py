"""How a circle comes to a talk: what it can choose from, and the talk that follows from what it chose."""

from collections.abc import Mapping, Sequence

from bot import goals, meetings, working
from bot.acts import Cause
from bot.beginnings import begin_in_group
from bot.desk import Beginning, Desk, Follow, Happening
from bot.storage import people, runs
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell_group
from flows.events import Stopped
from flows.line import Count, Value, Who, Word
from flows.names import CircleId, FlowId, MemberId, OptionId, Pace, Role, StepId, TextKey
from flows.proposing import GUEST, Mood, Time

CHOOSE = FlowId("kiezen")
FIRST_CARD = TextKey("kaart.investeer-in-de-relatie")
"""What a circle that never talked is offered first."""

YES = Count(1)
"""The value of a name that is either known or not."""


def choose(desk: Desk, tx: Tx, circle: CircleId, by: MemberId) -> Sequence[Follow]:
    """Somebody wants to talk: the group chooses about what and how."""
    about: dict[str, Value] = {} if runs.ever_talked(tx, circle) else {"eerste": Word(FIRST_CARD)}
    return begin_in_group(desk, tx, CHOOSE, circle, by, about=about)


def talk(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """Everything is chosen: the talk begins; what was open is told first."""
    run, circle = record.run, record.circle
    assert circle is not None and run.starter is not None
    open_talk = runs.open_talk(tx, circle)
    stop = (Happening(open_talk, Stopped(at=desk.at(tx, circle))),) if open_talk is not None else ()
    before = (*goals.lines(desk, tx, circle), *meetings.agenda(desk, tx, circle), *working.lines(desk, tx, circle))
    if before:
        tell_group(desk, tx, circle, before, cause)
    spread = Time(run.kept[StepId("tempo")]) is Time.SPREAD
    format = run.kept.get(StepId("werkvorm"), run.kept[StepId("voorstel")])
    card, titles = _card(run.about["kaart"])
    begin = Beginning(
        flow=FlowId(f"{format}/{card}"),
        circle=circle,
        participants=people.taking_part(tx, circle),
        starter=run.starter,
        pace=Pace.SPREAD if spread else Pace.NOW,
        about={**titles, **_told(tx, record, format)},
    )
    return (*stop, begin)


def _card(chosen: Value) -> tuple[str, Mapping[str, Value]]:
    """Which card this is, and what a talk about it is called."""
    assert isinstance(chosen, Word)
    return chosen.key.rpartition(".")[2], {"titel": Word(TextKey("title"))}


def _told(tx: Tx, record: RunRecord, format: OptionId) -> Mapping[str, Value]:
    """What the talk is told besides (flows/checks/given.py)."""
    kept, told = record.run.kept, dict[str, Value]()
    if Mood(kept.get(StepId("stemming"), OptionId(Mood.USUAL))) is Mood.TENSE:
        told["gespannen"] = YES
    if Time(kept[StepId("tempo")]) is Time.TABLE:
        told["aan-tafel"] = YES
    assert record.circle is not None
    guests = [p.member for p in people.taking_part(tx, record.circle) if p.role is Role.SUPPORTER]
    if format == GUEST and guests:
        told["gast"] = Who(guests[0])
    return told
