"""The sending loop: claim, send, settle; several on their way at once, never two to one chat."""

import asyncio
import logging
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from telegram import Bot

from bot.clock import Clock
from bot.delivery import budget
from bot.delivery.aftermath import Aftermath
from bot.delivery.claim import Claim, Claimed, Nothing
from bot.delivery.compose import compose, outsiders
from bot.delivery.errors import Action, Verdict
from bot.delivery.gate import DaysOf
from bot.delivery.letters import RevealLetter
from bot.delivery.parts import Part
from bot.delivery.send import Arrived, Failed, Grew, NotNow, Outcome, count_people, send
from bot.delivery.settle import Settle
from bot.delivery.unknown import outcome_unknown
from bot.rendering import Renderer
from bot.storage import fates, outbox
from bot.storage.database import Database, TransactionOver, Tx

log = logging.getLogger(__name__)

LOOK_AGAIN = 20.0  # seconds: the longest the loop waits without looking (a demo clock may jump)
_MOST_COUNTING = 3  # tries to count people when the network surely did not get there


def _dice() -> float:
    return secrets.randbelow(1000) / 1000


class Delivery:
    """Sends what lies in the outbox. `wake()` after each commit that may have put something there."""

    def __init__(
        self,
        database: Database,
        bot: Bot,
        renderer: Renderer,
        clock: Clock,
        aftermath: Aftermath,
        *,
        days_of: DaysOf,
        senders: int = 8,
        jitter: Callable[[], float] = _dice,
    ) -> None:
        self._database, self._bot, self._renderer = database, bot, renderer
        self._clock, self._aftermath, self._jitter = clock, aftermath, jitter
        self._senders, self._days_of = senders, days_of
        self._woken = asyncio.Event()
        self._nudges = True

    @contextmanager
    def nudges_wait(self) -> Iterator[None]:
        """No nudge leaves within this block: of what falls due together, the first says how many are to come."""
        self._nudges = False
        try:
            yield
        finally:
            self._nudges = True
            self.wake()

    def wake(self) -> None:
        """Look at the outbox now."""
        self._woken.set()

    async def recover(self) -> int:
        """At the start: whatever was on its way when the process ended may have arrived. Returns how many."""

        def give_up_leases(tx: Tx) -> int:
            real = self._clock.real().timestamp()
            rows = fates.abandoned(tx, leased_before=None)
            for row in rows:
                outcome_unknown(tx, row, real=real, why="restart")
            budget.tidy(tx, real)
            return len(rows)

        return await self._database.transact(give_up_leases)

    async def once(self) -> float | None:
        """Send one part that may go now: 0. Nothing may: seconds until it is worth asking again, or None."""
        claimed = await self._claim()
        if isinstance(claimed, Nothing):
            return claimed.wait
        await self._carry(claimed)
        return 0.0

    async def run(self) -> None:
        """Until cancelled. What is on its way then is given five seconds to be settled."""
        await self.recover()
        free = asyncio.Semaphore(self._senders)
        under_way: set[asyncio.Task[None]] = set()

        def landed(task: asyncio.Task[None]) -> None:
            under_way.discard(task)
            free.release()
            self.wake()  # its chat is free for what comes next
            if not task.cancelled() and (error := task.exception()) is not None:
                log.error("alarm: a sender failed: %s", type(error).__name__)

        try:
            while True:
                await free.acquire()
                self._woken.clear()
                try:
                    claimed = await self._claim()
                except (sqlite3.Error, TransactionOver) as error:
                    log.error("alarm: the outbox can't be read: %s", type(error).__name__)
                    claimed = Nothing(1.0)
                if isinstance(claimed, Nothing):
                    free.release()
                    await self._pause(claimed.wait)
                    continue
                task = asyncio.create_task(self._carry(claimed), name=f"send {claimed.row.id}")
                under_way.add(task)
                task.add_done_callback(landed)
        finally:
            if under_way:
                _, late = await asyncio.wait(under_way, timeout=5)
                for task in late:
                    task.cancel()

    async def _pause(self, wait: float | None) -> None:
        seconds = LOOK_AGAIN if wait is None else min(max(wait, 0.001), LOOK_AGAIN)
        with suppress(TimeoutError):
            # Not wait_for: woken and cancelled at the same moment, it forgets (Python 3.11) that it was cancelled.
            async with asyncio.timeout(seconds):
                await self._woken.wait()

    async def _claim(self) -> Claimed | Nothing:
        return await self._database.transact(
            lambda tx: Claim(
                tx, self._renderer, self._clock, self._aftermath, self._days_of, nudges=self._nudges
            ).next()
        )

    async def _carry(self, claimed: Claimed) -> None:
        outcome: Outcome
        audience: int | None
        try:
            claimed, outcome, audience = await self._send(claimed)
        except Exception as error:  # what goes wrong once it is under way comes back as an outcome: it had not gone
            log.error("alarm: outbox row %d could not be made ready: %s", claimed.row.id, type(error).__name__)
            outcome, audience = Failed(Verdict(Action.STRANGE, f"bug-{type(error).__name__}")), None
        settle = Settle(
            claimed=claimed,
            outcome=outcome,
            audience=audience,
            clock=self._clock,
            aftermath=self._aftermath,
            jitter=self._jitter,
        )
        try:
            await self._database.transact(settle)
        except (sqlite3.OperationalError, TransactionOver) as error:
            # The lease will run out and the outcome count as unknown.
            log.error("alarm: outcome of outbox row %d not stored: %s", claimed.row.id, type(error).__name__)
        except Exception as error:
            # What arrived has arrived, whatever a run makes of it: never send it again for a fault of ours.
            log.error("alarm: aftermath of outbox row %d failed: %s", claimed.row.id, type(error).__name__)
            await self._database.transact(replace(settle, aftermath=Deaf()))

    async def _send(self, claimed: Claimed) -> tuple[Claimed, Outcome, int | None]:
        audience: int | None = None
        part = claimed.part
        if claimed.count_chat is not None or part is None:
            counted = await self._count(claimed)
            if isinstance(counted, Failed | Grew):
                return claimed, counted, None
            audience = counted
            if part is None:
                claimed, part = await self._compose(claimed, audience)
        if part is None:
            return claimed, Failed(Verdict(Action.FAIL, "nothing-to-send")), None
        until = claimed.case.held_until(self._clock.now())
        if until is not None:  # a lot may have happened since it was claimed: a clock may have jumped
            return claimed, NotNow(until), None
        outcome = await send(self._bot, claimed.chat_id, part)
        return claimed, outcome, audience if isinstance(outcome, Arrived) else None

    async def _count(self, claimed: Claimed) -> int | Failed | Grew | None:
        letter = claimed.row.letter
        if claimed.count_chat is None:
            return None
        counted = await count_people(self._bot, claimed.count_chat)
        if isinstance(letter, RevealLetter):
            return _judge(claimed, letter, counted)
        if isinstance(counted, Verdict) and counted.new_chat is not None:
            await self._moved(claimed.count_chat, counted.new_chat)
            counted = await count_people(self._bot, counted.new_chat)
        if isinstance(counted, Verdict):
            if counted.action in (Action.HOLD, Action.NOT_SENT) and claimed.row.tries < _MOST_COUNTING:
                return Failed(Verdict(Action.NOT_SENT, counted.why))  # a little later there is a number
            log.warning("people in a group could not be counted: %s", counted.why)
            return None
        return counted

    async def _moved(self, old_chat: int, new_chat: int) -> None:
        """Counting was the first to hear that the group became a supergroup."""
        real = self._clock.real().timestamp()

        def move(tx: Tx) -> None:
            self._aftermath.migrated(tx, old_chat, new_chat)
            budget.moved(tx, old_chat, new_chat, real)

        await self._database.transact(move)

    async def _compose(self, claimed: Claimed, audience: int | None) -> tuple[Claimed, Part | None]:
        def fill_in(tx: Tx) -> tuple[Part, ...]:
            there = (audience, outsiders(tx, self._renderer, claimed.row, audience)) if audience is not None else None
            return compose(tx, self._renderer, claimed.row, replace(claimed.moment, audience=there), claimed.chat_id)

        parts = await self._database.transact(fill_in)
        at = claimed.row.parts_sent
        part = parts[at] if at < len(parts) else None
        return replace(claimed, part=part, last=at + 1 >= len(parts)), part


def _judge(claimed: Claimed, letter: RevealLetter, counted: int | Verdict) -> int | Failed | Grew:
    """Whether the cards may be turned: not for more people than a sharer was told, nor for nobody knows how many."""
    begun = claimed.row.parts_sent > 0
    if isinstance(counted, int):
        if letter.told is None or counted > letter.told:
            return Grew(counted)
        return counted
    unheard = counted.action is Action.NOT_SENT and (begun or claimed.row.tries < _MOST_COUNTING)
    if counted.action in (Action.HOLD, Action.MIGRATE, Action.GONE, Action.ALARM) or unheard:
        return Failed(counted)
    if begun:  # half the cards lie open: rather later than never
        return Failed(Verdict(Action.NOT_SENT, counted.why))
    return Grew(None)


class Deaf:
    """An aftermath for when the real one failed: the outbox is right, the run is not told."""

    def still(self, tx: Tx, row: outbox.OutboxRow) -> bool:
        """Never asked."""
        return False

    def claimed(self, tx: Tx, row: outbox.OutboxRow) -> None:
        """Not told."""

    def sent(self, tx: Tx, row: outbox.OutboxRow, messages: object, audience: int | None) -> None:
        """Not told."""

    def audience_grew(self, tx: Tx, row: outbox.OutboxRow, count: int | None) -> None:
        """Not told."""

    def unreachable(self, tx: Tx, row: outbox.OutboxRow) -> None:
        """Not told."""

    def circle_gone(self, tx: Tx, row: outbox.OutboxRow) -> None:
        """Not told."""

    def migrated(self, tx: Tx, old_chat: int, new_chat: int) -> None:
        """Not told."""
