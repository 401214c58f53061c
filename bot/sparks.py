"""Sparks: one when somebody asks, and each week for who wants that, within the manners and off with one tap."""

from collections.abc import Sequence
from datetime import timedelta

from bot import weekly
from bot.acts import Cause
from bot.delivery.letters import Inline, SparkLetter
from bot.desk import Beginning, Desk, Follow, Happening
from bot.storage import outbox, people, runs, timers, tokens
from bot.storage import sparks as kept
from bot.storage.database import Tx
from bot.storage.people import Member
from bot.storage.timers import Timer
from bot.telling import tell_group
from flows import sparks
from flows.events import Stopped
from flows.line import Line, Lines, Who, Word, ui
from flows.manners import DeliveryClass
from flows.names import FlowId, Pace, PersonId, TextKey
from flows.sparks import Spark
from flows.texts import REFERENCE

PURPOSE, KIND, ROUND = "vonk", "spark", FlowId("vonk-rondje")
MORE, SHARE, ON, OFF = "spark-more", "spark-share", "spark-on", "spark-off"
KINDS = frozenset({MORE, SHARE, ON, OFF})
AFTER_MONDAY = timedelta(days=1)
"""Tuesday: Monday is the day of the overview, and one message a day is enough."""
BUTTONS = timedelta(days=60)


def next_for(desk: Desk, tx: Tx, member: Member) -> Spark:
    """The next one for this person, which counts as seen from now on. Everybody begins somewhere else."""
    seen = kept.seen(tx, member.person)
    count = seen if seen is not None else int(member.person)
    kept.saw(tx, member.person, count + 1)
    return sparks.spark_for(desk.library.sparks, member.role, count)


def letter(desk: Desk, tx: Tx, member: Member) -> SparkLetter:
    """A spark for this person, with what can be done with it."""
    spark = next_for(desk, tx, member)
    week = ("elke-week-vonk", ON) if not wanted(tx, member.person) else ("geen-vonk-meer", OFF)

    def button(key: str, kind: str) -> Inline:
        token = tokens.mint(tx, kind=kind, circle=member.circle, person=member.person, body={"spark": spark.id},
                            ttl=BUTTONS, clock=desk.clock)  # fmt: skip
        return Inline(line=ui(f"knop-{key}"), token=token)

    rows = ((button("deel-de-vonk", SHARE),), (button("nog-een-vonk", MORE),), (button(*week),))
    return SparkLetter(line=in_words(spark, member), inline=rows)


def in_words(spark: Spark, member: Member) -> Line:
    """What one person can do with it."""
    return ui("vonk", moment=_word(spark, "moment"), idee=_word(spark, member.role))


def round_of(desk: Desk, tx: Tx, spark: Spark, member: Member, cause: Cause) -> Sequence[Follow]:
    """A round of five minutes in their circle. While a talk is open, only its question: one thing at a time."""
    circle, told = member.circle, Lines((ui("vonk-van", wie=Who(member.id)),))
    moment, question = _word(spark, "moment"), _word(spark, "rondje")
    if runs.open_talk(tx, circle) is not None:
        tell_group(desk, tx, circle, ui("vonk-vraag", moment=moment, van=told, vraag=question), cause)
        return ()
    round = Beginning(
        flow=ROUND,
        circle=circle,
        participants=people.taking_part(tx, circle),
        starter=member.id,
        pace=Pace.NOW,
        about={"titel": moment, "eigen-wat": told, "vonk-vraag": question},
    )
    at = desk.at(tx, circle)
    return (*(Happening(run, Stopped(at=at)) for run in runs.open_in(tx, circle, flow=ROUND)), round)


def wanted(tx: Tx, person: PersonId) -> bool:
    """Whether this person asked for one each week."""
    return timers.stands(tx, _key(person))


def begin(desk: Desk, tx: Tx, person: PersonId) -> None:
    """From next week on."""
    weekly.wakes_next_week(desk, tx, person, PURPOSE, _key(person), after=AFTER_MONDAY)


def end(tx: Tx, person: PersonId) -> None:
    """No more each week; also not the one that waits."""
    timers.clear(tx, _key(person))
    outbox.cancel_kind(tx, person, KIND)


def forget(tx: Tx, person: PersonId) -> None:
    """They left their last circle: their wish ends, and so does what we counted."""
    end(tx, person)
    kept.forget(tx, person)


def week(desk: Desk, tx: Tx, timer: Timer, cause: Cause) -> Sequence[Follow]:
    """The spark of this week goes as a nudge, and the next week is set; one that still waits is enough."""
    if timer.person is None or not (members := people.circles_of(tx, timer.person)):
        return ()
    begin(desk, tx, timer.person)
    since = (desk.clock.now() - weekly.AT_LEAST).timestamp()
    if outbox.goes_or_went(tx, timer.person, KIND, since=since):
        return ()
    outbox.enqueue(
        tx,
        to=outbox.ToPerson(timer.person, members[0].id),  # the days of this circle are kept
        klass=DeliveryClass.NUDGE,
        letter=letter(desk, tx, members[0]),
        dedupe=cause.next_key(),
        clock=desk.clock,
    )
    return ()


def _word(spark: Spark, part: str) -> Word:
    return Word(TextKey(f"{REFERENCE}vonk.{spark.id}.{part}"))


def _key(person: PersonId) -> str:
    return f"{PURPOSE}:{person}"
