"""The claiming transaction: what goes next, whether it may, and the counting of it before it goes (decision 0005)."""

import logging
import sqlite3
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.clock import Clock
from bot.delivery import budget, gate
from bot.delivery.aftermath import Aftermath
from bot.delivery.budget import Place
from bot.delivery.compose import Circumstances, compose
from bot.delivery.gate import Case, DaysOf
from bot.delivery.late import hours_of, is_late, summarise
from bot.delivery.letters import BoardLetter, Note, PlateLetter, RevealLetter
from bot.delivery.parts import EditPart, Part
from bot.delivery.unknown import outcome_unknown
from bot.rendering import Renderer
from bot.storage import boards, fates, lanes, people
from bot.storage.database import TransactionOver, Tx
from bot.storage.outbox import OutboxRow, To, ToCircle, ToPerson
from flows.manners import DeliveryClass
from flows.names import MemberId

log = logging.getLogger(__name__)

BOARD_PAUSE = 5.0  # seconds between two edits of one board
MOST_BUGS = 3
MOST_AT_ONCE = 25  # rows looked at in one transaction: what comes in must not wait for what goes out
_ORDER = (DeliveryClass.REPLY, DeliveryClass.REVEAL, DeliveryClass.PROMPT, DeliveryClass.NUDGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One part on its way. `part` None: it is composed once the people in the group are counted."""

    row: OutboxRow
    chat_id: int
    part: Part | None
    last: bool
    case: Case
    moment: Circumstances
    generation: int = 0
    count_chat: int | None = None


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing may go now. `wait`: seconds until it is worth asking again; None: until something is enqueued."""

    wait: float | None


class _Disposed:
    """This row does not go, now or ever; look at the next in its lane."""


_Verdict: TypeAlias = Claimed | Nothing | _Disposed
_DISPOSED = _Disposed()


@dataclass
class Claim:
    """One run of the claiming transaction. Called by the database, so nothing here waits.

    `nudges`: whether they may go now.
    """

    tx: Tx
    by: Renderer
    clock: Clock
    aftermath: Aftermath
    days_of: DaysOf
    nudges: bool = True
    considered: int = 0
    seen: set[tuple[str, int]] = field(default_factory=set)
    waits: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.now = self.clock.now().timestamp()
        self.real = self.clock.real().timestamp()

    def next(self) -> Claimed | Nothing:
        """Replies before all else, over all chats; within a chat strictly in order."""
        for row in fates.abandoned(self.tx, leased_before=self.real):
            outcome_unknown(self.tx, row, real=self.real, why="lease")
        free = budget.everywhere_free_at(self.tx, self.real)
        if free > self.real:
            return Nothing(free - self.real)
        for row in lanes.to_repeat(self.tx, now=self.now, real=self.real):
            if not lanes.busy(self.tx, row.to) and isinstance(verdict := self._consider(row), Claimed):
                return verdict
        for klass in _ORDER:
            if (claimed := self._of_class(klass)) is not None:
                return claimed
            if self.considered >= MOST_AT_ONCE:
                return Nothing(0.001)
        soonest = lanes.next_moments(self.tx, now=self.now, real=self.real)
        if soonest is not None:
            self.waits.append(soonest)
        return Nothing(max(min(self.waits), 0.001) if self.waits else None)

    def _of_class(self, klass: DeliveryClass) -> Claimed | None:
        after = 0
        while page := lanes.waiting(self.tx, klass, now=self.now, real=self.real, after=after):
            after = page[-1].id
            for row in page:
                lane = lanes.lane(row.to)
                if lane not in self.seen:
                    self.seen.add(lane)
                    if isinstance(verdict := self._lane(row.to), Claimed):
                        return verdict
                    if self.considered >= MOST_AT_ONCE:
                        return None
        return None

    def _lane(self, to: To) -> Claimed | None:
        if lanes.busy(self.tx, to):
            return None
        while self.considered < MOST_AT_ONCE and (row := lanes.head(self.tx, to, now=self.now)) is not None:
            if row.retry_at > self.real:
                self.waits.append(row.retry_at - self.real)
                return None
            verdict = self._consider(row)
            if isinstance(verdict, Claimed):
                return verdict
            if isinstance(verdict, Nothing):
                return None
        return None

    def _consider(self, row: OutboxRow) -> _Verdict:
        """A row that can't be dealt with must not stop all others."""
        self.considered += 1
        try:
            return self._may_go(row)
        except (sqlite3.Error, TransactionOver):
            raise
        except Exception as error:
            log.exception("alarm: outbox row %d can't be dealt with", row.id, exc_info=_without_text(error))
            if row.tries + 1 >= MOST_BUGS:
                fates.finish(self.tx, row.id, "failed", why=f"bug-{type(error).__name__}")
            else:
                fates.put_off(self.tx, row, retry_at=self.real + 60, why=f"bug-{type(error).__name__}")
            return _DISPOSED

    def _may_go(self, row: OutboxRow) -> _Verdict:
        if row.klass is DeliveryClass.NUDGE and not self.nudges:
            return Nothing(None)
        chat_id = _chat_of(self.tx, row.to)
        if chat_id is None:
            fates.finish(self.tx, row.id, "cancelled", why="no-address")
            return _DISPOSED
        if not self.aftermath.still(self.tx, row):
            fates.finish(self.tx, row.id, "cancelled", why="no-longer")
            return _DISPOSED
        if is_late(row, self.real):
            summarise(self.tx, row, self.clock)
            return _DISPOSED
        now = self.clock.now()
        case = gate.case_of(self.tx, row, hours_of(row, self.real), self.days_of, now)
        held = case.held_until(now)
        if held is not None:
            self._hold(row, held.timestamp(), case.why(now))
            return _DISPOSED
        return self._claim(row, chat_id, case)

    def _claim(self, row: OutboxRow, chat_id: int, case: Case) -> _Verdict:
        letter = row.letter
        moment = self._circumstances(row)
        counted = isinstance(letter, PlateLetter) or (isinstance(letter, Note) and letter.audience)
        counts = counted and row.parts_sent == 0
        parts = compose(self.tx, self.by, row, moment, chat_id)
        if len(parts) <= row.parts_sent:
            self._nothing_left(row)
            return _DISPOSED
        part = parts[row.parts_sent]
        board = boards.load(self.tx, letter.run) if isinstance(letter, BoardLetter) else None
        if isinstance(part, EditPart) and board is not None:
            if part.shown == board.shown:
                fates.finish(self.tx, row.id, "sent", why="shows-it-already")
                return _DISPOSED
            if board.shown_at + BOARD_PAUSE > self.real:
                self._hold(row, self.now + board.shown_at + BOARD_PAUSE - self.real, "board-pause")
                return _DISPOSED
        place = Place(chat_id, group=isinstance(row.to, ToCircle), edit=isinstance(part, EditPart))
        free = budget.free_at(self.tx, place, self.real)
        if free > self.real:
            if place.edit and budget.free_at(self.tx, Place(chat_id, group=True), self.real) <= self.real:
                self._hold(row, self.now + free - self.real, "edits")  # too many edits; messages may pass
                return _DISPOSED
            self.waits.append(free - self.real)
            return Nothing(free - self.real)
        if row.sends == 0 and row.parts_sent == 0:
            self.aftermath.claimed(self.tx, row)
        fates.claim(self.tx, row, real=self.real)
        budget.take(self.tx, place, self.real)
        return Claimed(
            row=row,
            chat_id=chat_id,
            part=None if counts else part,
            last=row.parts_sent + 1 >= len(parts),
            case=case,
            moment=moment,
            generation=board.generation if board is not None else 0,
            count_chat=_whom_to_count(self.tx, row, chat_id),
        )

    def _nothing_left(self, row: OutboxRow) -> None:
        if row.parts_sent == 0:
            fates.finish(self.tx, row.id, "cancelled", why="nothing-to-say")
            return
        fates.finish(self.tx, row.id, "sent", why="last-part-unknown")
        self.aftermath.sent(self.tx, row, fates.messages_of(self.tx, row.id), None)

    def _circumstances(self, row: OutboxRow) -> Circumstances:
        more = 0
        if row.klass is DeliveryClass.NUDGE and isinstance(row.to, ToPerson):
            more = lanes.due_questions(self.tx, row.to.person, but=row.id, now=self.now)
            more += lanes.waiting_questions(self.tx, row.to.person, but=row.prompt)
        twice = row.klass is DeliveryClass.PROMPT and row.sends > 0 and row.parts_sent == 0
        return Circumstances(now=self.clock.now(), more_waiting=more, perhaps_twice=twice)

    def _hold(self, row: OutboxRow, until: float, why: str) -> None:
        # Always in the future: a row held until now would be looked at for ever.
        fates.hold(self.tx, row.id, not_before=max(until, self.now + 0.001), why=why)


def _whom_to_count(tx: Tx, row: OutboxRow, chat_id: int) -> int | None:
    letter = row.letter
    if isinstance(letter, RevealLetter):
        return None if letter.anyone else chat_id
    if isinstance(letter, PlateLetter):
        return chat_id
    if isinstance(letter, Note) and letter.audience and isinstance(row.to, ToPerson) and row.to.member is not None:
        member = people.member(tx, MemberId(row.to.member))
        return people.chat_of_circle(tx, member.circle) if member is not None else None
    return None


def _chat_of(tx: Tx, to: To) -> int | None:
    return people.chat_of_person(tx, to.person) if isinstance(to, ToPerson) else people.chat_of_circle(tx, to.circle)


def _without_text(error: Exception) -> BaseException:
    """The same place and class; the text of an error may hold what people said."""
    bare = RuntimeError(type(error).__name__)
    return bare.with_traceback(error.__traceback__)
