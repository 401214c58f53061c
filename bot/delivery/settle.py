"""The settling transaction: what became of one part, told to the row, the budgets, the board and the runs."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from bot.clock import Clock
from bot.delivery import budget
from bot.delivery.aftermath import Aftermath
from bot.delivery.claim import Claimed
from bot.delivery.errors import Action, Verdict
from bot.delivery.letters import BoardLetter, Withdraw
from bot.delivery.parts import BoardPart, EditPart, PhotoPart, VoicePart, words_in
from bot.delivery.send import Arrived, Failed, Grew, NotNow, Outcome
from bot.delivery.unknown import outcome_unknown
from bot.storage import boards, fates, lanes, nudges, outbox
from bot.storage.database import Tx
from bot.storage.outbox import ToCircle, ToPerson
from flows.manners import DeliveryClass

log = logging.getLogger(__name__)

BACK_OFF = (1.0, 5.0, 30.0, 120.0, 600.0)
SLOWEST = 900.0  # seconds; from the sixth failure of the network on
MOST_STRANGE = 3  # tries with an error text nobody knows
MOST_MOVES = 3
BUNDLE_PAUSE = 20 * 3600.0  # seconds: who was approached is not approached again the same day


@dataclass(frozen=True, kw_only=True)
class Settle:
    """`jitter`: a number from 0 to 1, so that rows that failed together do not come back together."""

    claimed: Claimed
    outcome: Outcome
    audience: int | None
    clock: Clock
    aftermath: Aftermath
    jitter: Callable[[], float]

    def __call__(self, tx: Tx) -> None:
        """Run by the database."""
        row = self.claimed.row
        if outbox.state_of(tx, row.id) != "sending":
            return  # the lease was over and someone else decided
        match self.outcome:
            case Arrived(message_id=message_id):
                self._arrived(tx, message_id)
            case NotNow(until=until):
                fates.unclaim(tx, row, why="gate", not_before=until.timestamp())
            case Grew(count=count):
                fates.finish(tx, row.id, "cancelled", why="audience-grew")
                self.aftermath.audience_grew(tx, row, count)
            case Failed(verdict=verdict):
                self._failed(tx, verdict)
            case _:
                assert_never(self.outcome)

    def _real(self) -> float:
        return self.clock.real().timestamp()

    def _arrived(self, tx: Tx, message_id: int | None) -> None:
        claimed, row, part = self.claimed, self.claimed.row, self.claimed.part
        now = self.clock.now().timestamp()
        if message_id is not None and part is not None and not isinstance(part, EditPart):
            fates.stored_message(tx, row, claimed.chat_id, message_id, words_in(part), at=now)
        if isinstance(part, BoardPart | EditPart) and message_id is not None:
            self._board_stands(tx, part, message_id)
        if not claimed.last:
            fates.part_arrived(tx, row)
            return
        fates.finish(tx, row.id, "sent")
        self._count_nudge(tx, now)
        messages = fates.messages_of(tx, row.id)
        if isinstance(part, EditPart):
            messages = [(part.chat_id, part.message_id)]
        self.aftermath.sent(tx, row, messages, self.audience)

    def _board_stands(self, tx: Tx, part: BoardPart | EditPart, message_id: int) -> None:
        row, chat_id = self.claimed.row, self.claimed.chat_id
        letter = row.letter
        assert isinstance(letter, BoardLetter)
        current = boards.stands(
            tx,
            letter.run,
            generation=self.claimed.generation,
            chat_id=chat_id,
            message_id=message_id,
            shown=part.shown,
            at=self._real(),
        )
        if not current and isinstance(part, BoardPart) and part.markup is not None:
            # A fresh board was asked for while this one was on its way: only the newest keeps its buttons.
            outbox.enqueue(
                tx,
                to=row.to,
                klass=row.klass,
                letter=Withdraw(chat_id=chat_id, message_id=message_id, buttons_only=True),
                dedupe=f"bare:{chat_id}:{message_id}",
                clock=self.clock,
            )

    def _count_nudge(self, tx: Tx, now: float) -> None:
        row = self.claimed.row
        if row.klass is DeliveryClass.NUDGE and isinstance(row.to, ToPerson):
            nudges.sent(tx, row.to.person, at=now)
            for other in lanes.due_nudges(tx, row.to.person, but=row.id, now=now):
                fates.hold(tx, other, not_before=now + BUNDLE_PAUSE, why="bundled")

    def _failed(self, tx: Tx, verdict: Verdict) -> None:
        row, chat_id, real = self.claimed.row, self.claimed.chat_id, self._real()
        match verdict.action:
            case Action.HOLD:
                budget.hold(tx, chat_id, real + verdict.wait, real)
                fates.unclaim(tx, row, why=verdict.why, retry_at=real + verdict.wait)
            case Action.ALARM:
                log.critical("alarm: Telegram does not accept us (%s); sending pauses", verdict.why)
                budget.hold(tx, budget.EVERYWHERE, real + verdict.wait, real)
                fates.unclaim(tx, row, why=verdict.why, retry_at=real + verdict.wait)
            case Action.MIGRATE if verdict.new_chat is not None and row.tries < MOST_MOVES:
                self.aftermath.migrated(tx, chat_id, verdict.new_chat)
                budget.moved(tx, chat_id, verdict.new_chat, real)
                fates.unclaim(tx, row, why=verdict.why, tried=True)
            case Action.GONE:
                self._gone(tx, verdict)
            case Action.RESTRICTED:
                log.warning("alarm: not allowed to write in a group (%s); again tomorrow", verdict.why)
                fates.unclaim(tx, row, why=verdict.why, retry_at=real + verdict.wait)
            case Action.SEND_NEW | Action.DONE | Action.NO_TEXT:
                self._target_gone(tx, verdict)
            case Action.NOT_SENT:
                fates.unclaim(tx, row, why=verdict.why, retry_at=real + self._back_off(row.tries), tried=True)
            case Action.UNKNOWN:
                self._unknown(tx, verdict, real)
            case Action.STRANGE | Action.NO_THREAD if row.tries + 1 < MOST_STRANGE:
                log.error("alarm: unexpected answer of Telegram: %s", verdict.why)
                fates.unclaim(tx, row, why=verdict.why, retry_at=real + self._back_off(row.tries), tried=True)
            case Action.STRANGE | Action.NO_THREAD | Action.FAIL | Action.PLAIN | Action.MIGRATE:
                self._give_up(tx, verdict)
            case _:
                assert_never(verdict.action)

    def _back_off(self, tries: int) -> float:
        base = BACK_OFF[tries] if tries < len(BACK_OFF) else SLOWEST
        return base * (1 + 0.2 * self.jitter())

    def _unknown(self, tx: Tx, verdict: Verdict, real: float) -> None:
        row = self.claimed.row
        counted = outbox.load(tx, row.id)
        assert counted is not None
        outcome_unknown(tx, counted, real=real, why=verdict.why)
        self._count_nudge(tx, self.clock.now().timestamp())

    def _gone(self, tx: Tx, verdict: Verdict) -> None:
        row = self.claimed.row
        fates.finish(tx, row.id, "failed", why=verdict.why)
        if isinstance(row.to, ToCircle):
            self.aftermath.circle_gone(tx, row)
        else:
            self.aftermath.unreachable(tx, row)

    def _target_gone(self, tx: Tx, verdict: Verdict) -> None:
        row = self.claimed.row
        letter = row.letter
        if isinstance(letter, BoardLetter):
            boards.lost(tx, letter.run, generation=self.claimed.generation)
            fates.unclaim(tx, row, why=verdict.why)
            return
        fates.finish(tx, row.id, "sent", why=verdict.why)  # what was to be changed is not there: that is as good

    def _give_up(self, tx: Tx, verdict: Verdict) -> None:
        row = self.claimed.row
        log.error("alarm: outbox row %d can't be sent: %s", row.id, verdict.why)
        if isinstance(self.claimed.part, VoicePart | PhotoPart):
            # A file Telegram no longer knows must not keep the rest of the cards, or the talk, waiting.
            if self.claimed.last:
                self._arrived(tx, None)
            else:
                fates.part_arrived(tx, row)
            return
        fates.finish(tx, row.id, "failed", why=verdict.why)
