"""Everybody does something alone, and it is turned at one moment: who is asked, who is ready, who comes and goes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, TypeAlias, TypeVar

from flows.effects import Ask, Board, Close, Effect, Erase, Reason, Remind, Tell
from flows.events import (
    AudienceTold,
    Event,
    Fired,
    Joined,
    Left,
    OwnCardOnly,
    Pressed,
    Purpose,
    Question,
    Returned,
    Said,
    Tapped,
    Unreachable,
)  # fmt: skip
from flows.line import Count
from flows.moments import AskMoment, Reacting, ReactMoment, Writing
from flows.names import MemberId, OptionId
from flows.run import Run
from flows.times import Times
from flows.turn import Turn, button, refuse, silent, stay, wake, where

ANSWER, JOIN, SKIP = OptionId("mijn-antwoord"), OptionId("ik-doe-mee"), OptionId("sla-over")
BUTTONS = ((button(ANSWER, private=True), button(JOIN)),)

M = TypeVar("M", AskMoment, ReactMoment)
Changed: TypeAlias = tuple[M, tuple[Effect, ...]]
"""The moment as it is now, and what should be done; the same moment when it was refused."""


class Work(Protocol[M]):
    """What everybody does alone. A `member` of its methods is one of the moment's writers."""

    @property
    def run(self) -> Run:
        """The run it is done in."""

    def put(self, moment: M, member: MemberId) -> Ask | Tell:
        """What they are asked; or that there is nothing for them to do."""

    def heard(self, moment: M, event: Said | Pressed) -> Changed[M]:
        """They answered the question that is open for them."""

    def look_again(self, moment: M, member: MemberId) -> Changed[M]:
        """They want to see, or do over, what they did."""

    def let_off(self, moment: M, member: MemberId) -> Changed[M]:
        """They take part with their own card only."""

    def with_newcomer(self, moment: M, member: MemberId) -> M:
        """One more is asked; the same moment when this is not for them."""

    def rearranged(self, moment: M, gone: MemberId) -> Changed[M]:
        """Somebody left: who was busy with what is theirs gets something else to do."""

    def board(self, moment: M) -> Board:
        """What everybody does, and how many are ready; never who is not."""

    def over(self, moment: M) -> Turn:
        """Everybody is ready, or time is up."""


def begun(work: Work[M], moment: M, deadline: Times, *, fresh: bool = False) -> Turn:
    """Ask everybody and show the board. `fresh`: below the newest message."""
    asked: tuple[Effect, ...] = tuple(work.put(moment, m) for m, w in moment.writers.items() if not w.finished)
    return _settled(work, moment, (*asked, wake(work.run, Purpose.DEADLINE, deadline)), fresh=fresh)


def on(work: Work[M], moment: M, event: Event) -> Turn:
    """One person wrote, chose, came, went; or the time is up."""
    run, writers = work.run, moment.writers
    match event:
        case Said(by=by) | Pressed(by=by) | Tapped(by=by) if by not in writers:
            return refuse(run, by, Reason.STRANGER if run.participant(by) is None else Reason.NOT_ASKED)
        case Joined(by=by) | Returned(by=by) if by not in writers:
            joined = work.with_newcomer(moment, by)
            return silent(run) if joined == moment else stay(run, joined, work.put(joined, by), work.board(joined))
        case Said(by=by) | Pressed(by=by):
            if writers[by].finished or question(run, writers[by]) != event.question:
                return refuse(run, by, Reason.CLOSED)
            return _went_on(work, moment, by, work.heard(moment, event))
        case Returned(by=by) if writers[by].finished:
            return stay(run, moment, work.board(moment))
        case Tapped(by=by) | Returned(by=by):
            return _went_on(work, moment, by, work.look_again(moment, by))
        case OwnCardOnly(by=by) if by in writers and not writers[by].finished:
            return _went_on(work, moment, by, work.let_off(moment, by))
        case AudienceTold(by=by) if by in writers and question(run, writers[by]) == event.question:
            return stay(run, replace(moment, writers={**writers, by: replace(writers[by], told=event.count)}))
        case Left(by=by):
            return _settled(work, *_left(work, by, *without(run, moment, by)))
        case Unreachable():
            return _settled(work, moment, ())
        case Fired(purpose=Purpose.REMIND, member=by) if by is not None and by in waited_for(run, moment):
            asked = question(run, writers[by])
            reminder = Remind(to=by, question=asked, line=run.ui("herinnering-vraag"))
            return Turn(run, (reminder,)) if asked.round == event.round else silent(run)
        case Fired(purpose=Purpose.DEADLINE):
            return work.over(moment)
        case _:
            return silent(run)


def without(run: Run, moment: M, member: MemberId) -> Changed[M]:
    """One fewer is asked, if they were; the next question to them, if ever, is a new one."""
    if member not in moment.writers:
        return moment, ()
    writer, rest = moment.writers[member], {m: w for m, w in moment.writers.items() if m != member}
    left = {**moment.left, member: writer.round + 1}
    return replace(moment, writers=rest, left=left), (close(run, member, writer),)


def question(run: Run, writer: Writing | Reacting) -> Question:
    """The question as it stands for this person now."""
    return Question(where(run), run.turn, writer.round)


def close(run: Run, member: MemberId, writer: Writing | Reacting) -> Close:
    """Their question as it stands is no longer open."""
    return Close(to=member, question=question(run, writer))


def closing(run: Run, moment: AskMoment | ReactMoment) -> tuple[Close, ...]:
    """Nobody is asked this any more, also not who can't be reached now."""
    return tuple(close(run, member, writer) for member, writer in moment.writers.items() if not writer.finished)


def forgotten(writer: Writing | Reacting) -> tuple[Effect, ...]:
    """What they wrote so far is wiped out."""
    return (Erase(words=writer.words),) if writer.words else ()


def waited_for(run: Run, moment: AskMoment | ReactMoment) -> tuple[MemberId, ...]:
    """Who can be reached and is not ready."""
    return tuple(p.member for p in run.present if p.member in moment.writers and not moment.writers[p.member].finished)


def ready(run: Run, moment: AskMoment | ReactMoment) -> Mapping[str, Count]:
    """How many of those who can be reached are ready, as the boards say it."""
    asked = sum(p.member in moment.writers for p in run.present)
    return {"klaar": Count(asked - len(waited_for(run, moment))), "van": Count(asked)}


def _left(work: Work[M], gone: MemberId, moment: M, closed: tuple[Effect, ...]) -> Changed[M]:
    rearranged: Changed[M] = work.rearranged(moment, gone)
    return rearranged[0], (*closed, *rearranged[1])


def _went_on(work: Work[M], moment: M, member: MemberId, changed: Changed[M]) -> Turn:
    now, effects = changed
    if now == moment:
        return Turn(work.run, effects)
    if now.writers[member].finished == moment.writers[member].finished:
        return stay(work.run, now, *effects)
    return _settled(work, now, effects)


def _settled(work: Work[M], moment: M, effects: tuple[Effect, ...], *, fresh: bool = False) -> Turn:
    """Show the board, and go on when everybody who can be reached is ready."""
    said: tuple[Effect, ...] = (*effects, replace(work.board(moment), fresh=fresh))
    if waited_for(work.run, moment):
        return stay(work.run, moment, *said)
    over: Turn = work.over(moment)
    return replace(over, effects=(*said, *over.effects))
