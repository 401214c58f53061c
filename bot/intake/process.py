"""Handle stored updates: strictly in order within a chat, chats beside each other, each in a transaction of its own."""

import asyncio
import json
import logging
import sqlite3
import traceback
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.keys import Vault
from bot.storage import inbox
from bot.storage.database import Database, TransactionOver, Tx
from bot.storage.inbox import Waiting

log = logging.getLogger(__name__)

CALM = 2.0  # seconds, times the tries so far, before a suspect is tried again: who is killed at each start dies before
TRIES_AFTER = (10.0, 60.0)  # seconds between the tries: at once, after 10 s, after 60 s; then the chat goes on without
MOST_DEAD, DEAD_WINDOW = 5, 600.0  # more dead letters than this in ten minutes is a bug in us: handling stops
PRUNE_EVERY = 3600.0
IDLE = 30.0  # look again after this long, should a wake-up have been missed
TROUBLE = 5.0
_TROUBLES_OF_THE_PLACE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a tap, given once after COMMIT and never retried: a short text, an alert, or a personal link."""

    callback_query_id: str
    text: str | None = None
    alert: bool = False
    url: str | None = None


Handle = Callable[[Tx, dict[str, object]], tuple[Answer, ...]]


@dataclass(frozen=True)
class _Handled:
    answers: tuple[Answer, ...]


async def _wait(woken: asyncio.Event, seconds: float) -> None:
    """Until someone wakes us, at most so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            await woken.wait()
    except TimeoutError:
        pass


class Processor:
    """Takes the first waiting update of each chat, again and again."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        clock: Clock,
        handle: Handle,
        *,
        on_dead: Callable[[Tx, int, int], None],
        answer: Callable[[Answer], None],
        after: Callable[[], None] = lambda: None,
        wait: Callable[[asyncio.Event, float], Awaitable[None]] = _wait,
    ) -> None:
        """`handle` runs within the transaction; `on_dead` too, with the chat and the update that was given up.
        `answer` gets what is to be told to a tapper, after the commit; `after` hears that something was done.
        """
        self._database, self._vault, self._clock = database, vault, clock
        self._handle, self._on_dead, self._answer, self._wait = handle, on_dead, answer, wait
        self._after = after
        self._woken = asyncio.Event()
        self._suspects: set[int] | None = None  # None: not yet looked what an earlier run left unfinished
        self._calmed: set[int] = set()
        self._deaths: deque[float] = deque()
        self._pruned = 0.0

    def wake(self) -> None:
        """There may be something new; called after an ingest commit."""
        self._woken.set()

    async def run(self) -> None:
        """Handle updates until cancelled."""
        while True:
            self._woken.clear()
            try:
                pause = await self.drain()
            except (sqlite3.Error, TransactionOver) as error:
                log.critical("alarm: handling waits for the database: %s", type(error).__name__)
                pause = TROUBLE
            await self._wait(self._woken, pause)

    async def drain(self) -> float:
        """Handle all that is due; returns the seconds until the next retry is (or a while, when nothing waits)."""
        while True:
            if self._halted():
                log.critical("alarm: more than %d dead letters in ten minutes, nothing is handled for now", MOST_DEAD)
                return IDLE
            await self._prune()
            waiting = await self._database.transact(inbox.next_of_lanes)
            if self._suspects is None:
                # One of these may have killed the program: they are counted before they are tried, one at a time.
                self._suspects = {one.update_id for one in waiting}
            now = self._now()
            due = [one for one in waiting if one.not_before <= now]
            if not due:
                return min([IDLE, *(one.not_before - now for one in waiting)])
            suspects = [one for one in due if one.update_id in self._suspects]
            for one in suspects:
                await self._try_suspect(one)
            tries = (self._try(one) for one in due if one not in suspects)
            outcomes = await asyncio.gather(*tries, return_exceptions=True)
            for outcome in outcomes:
                if outcome is not None:
                    raise outcome

    async def _try_suspect(self, one: Waiting) -> None:
        if one.attempts and one.update_id not in self._calmed:
            # A machine that kills us soon after each start must not get a message given up that is not to blame.
            self._calmed.add(one.update_id)
            again_at = self._now() + CALM * one.attempts
            await self._database.transact(
                lambda tx: inbox.put_off(tx, one.update_id, again_at=again_at, count=False), alone=True
            )
            return
        tries = await self._database.transact(lambda tx: inbox.count_try(tx, one.update_id), alone=True)
        assert self._suspects is not None
        self._suspects.discard(one.update_id)  # it did not kill us before this line, and is counted
        if tries > len(TRIES_AFTER) + 1:
            await self._give_up(one)
        elif tries:
            await self._try(one, counted=tries)

    async def _try(self, one: Waiting, *, counted: int = 0) -> None:
        """One try. `counted`: this try is in the row already."""
        alone = counted > 0 or one.attempts > 0
        try:
            handled = await self._database.transact(lambda tx: self._work(tx, one), alone=alone)
        except Exception as error:
            if _is_of_the_place(error):
                raise  # no fault of this update: everything waits, and nothing is counted
            await self._failed(one, error, tries=counted or one.attempts + 1, in_row=counted > 0)
        else:
            for answer in handled.answers:
                self._answer(answer)
            self._after()

    def _work(self, tx: Tx, one: Waiting) -> _Handled:
        body = inbox.body(tx, self._vault, one.update_id)
        answers = self._handle(tx, json.loads(body)) if body is not None else ()
        inbox.done(tx, one.update_id)
        return _Handled(answers)

    async def _failed(self, one: Waiting, error: BaseException, *, tries: int, in_row: bool) -> None:
        log.error(
            "alarm: update %d (%s) failed, try %d: %s at %s",
            one.update_id,
            one.kind,
            tries,
            type(error).__name__,
            _where(error),
        )
        if tries > len(TRIES_AFTER):
            await self._give_up(one)
            return
        again_at = self._now() + TRIES_AFTER[tries - 1]
        await self._database.transact(
            lambda tx: inbox.put_off(tx, one.update_id, again_at=again_at, count=not in_row), alone=True
        )

    async def _give_up(self, one: Waiting) -> None:
        def bury(tx: Tx, *, tell: bool) -> None:
            inbox.dead(tx, one.update_id)
            if tell:
                self._on_dead(tx, one.lane, one.update_id)

        try:
            await self._database.transact(lambda tx: bury(tx, tell=True), alone=True)
        except Exception as error:  # better a silent end for this one than no end for its chat
            log.error("alarm: no word about dead update %d: %s", one.update_id, type(error).__name__)
            await self._database.transact(lambda tx: bury(tx, tell=False), alone=True)
        log.critical("alarm: update %d (%s) was given up", one.update_id, one.kind)
        self._deaths.append(self._now())
        self._after()

    def _halted(self) -> bool:
        while self._deaths and self._deaths[0] <= self._now() - DEAD_WINDOW:
            self._deaths.popleft()
        return len(self._deaths) > MOST_DEAD

    async def _prune(self) -> None:
        now = self._now()
        if now - self._pruned >= PRUNE_EVERY:
            await self._database.transact(lambda tx: inbox.prune(tx, now=now))
            self._pruned = now

    def _now(self) -> float:
        return self._clock.real().timestamp()


def _is_of_the_place(error: BaseException) -> bool:
    """A full, locked, unreadable disk, as against a fault in what was asked."""
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _TROUBLES_OF_THE_PLACE


def _where(error: BaseException) -> str:
    """File and line of the innermost frame: never the message, which may hold someone's words."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "?"
