"""The queue of updates and its long polling, by Telegram's rules for confirming, filtering, forgetting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.demo.model import ApiError, Json, JsonObject

LIFE = timedelta(hours=24)
PRESS_LIFE = timedelta(seconds=150)
LONGEST_POLL = 50
MOST_AT_ONCE = 100
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST_ID = 418_000_001


class _Woken(Enum):
    FOUND = auto()
    TAKEN_OVER = auto()
    CLOSED = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Waiting:
    update_id: int
    body: JsonObject
    expires: datetime


class UpdateQueue:
    """Updates for the one bot; how long they live is measured on the server's real clock (`real`)."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real = real
        self._waiting: list[_Waiting] = []
        self._next_id = _FIRST_ID
        self._allowed: frozenset[str] | None = None
        self._poll: asyncio.Future[_Woken] | None = None
        self.raw_ids: set[int] = set()

    def __len__(self) -> int:
        self._forget_expired()
        return len(self._waiting)

    def add(self, kind: str, body: JsonObject) -> None:
        """Queues an update of this kind, unless the bot asked not to get that kind."""
        wanted = kind not in NOT_BY_DEFAULT if self._allowed is None else kind in self._allowed
        if wanted:
            life = PRESS_LIFE if kind == "callback_query" else LIFE
            self._append({"update_id": self._next_id, kind: body}, life)

    def add_raw(self, update: JsonObject) -> int:
        """Queues an update exactly as it is, whatever its shape; an absent `update_id` is filled in."""
        given = update.get("update_id")
        update_id = given if isinstance(given, int) else self._next_id
        self.raw_ids.add(update_id)
        self._append({"update_id": update_id, **update}, LIFE, update_id)
        return update_id

    def _append(self, update: JsonObject, life: timedelta, update_id: int | None = None) -> None:
        number = self._next_id if update_id is None else update_id
        self._waiting.append(_Waiting(update_id=number, body=update, expires=self._real() + life))
        self._next_id = max(self._next_id, number) + 1
        self._wake(_Woken.FOUND)

    def _wake(self, why: _Woken) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(why)

    def _forget_expired(self) -> None:
        now = self._real()
        self._waiting = [waiting for waiting in self._waiting if waiting.expires > now]

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            self._waiting = [waiting for waiting in self._waiting if waiting.update_id >= offset]
        elif offset < 0:
            self._waiting = self._waiting[offset:]

    def remember_allowed(self, kinds: list[str]) -> None:
        """Keeps the kinds for later polls too; an empty list means the default kinds."""
        self._allowed = frozenset(kinds) or None

    def forget_all(self) -> None:
        """Drops everything that waits (`drop_pending_updates`)."""
        self._waiting.clear()

    async def poll(self, *, offset: int, limit: int, timeout: int) -> list[Json]:
        """One getUpdates: confirms below `offset`, then waits at most `timeout` seconds for something.

        Raises ApiError 409 in the older of two polls that run at once.
        """
        self._wake(_Woken.TAKEN_OVER)
        self._confirm(offset)
        limit = limit if 1 <= limit <= MOST_AT_ONCE else MOST_AT_ONCE
        loop = asyncio.get_running_loop()
        deadline = loop.time() + min(max(timeout, 0), LONGEST_POLL)
        while True:
            self._forget_expired()
            left = deadline - loop.time()
            if self._waiting or left <= 0:
                return [waiting.body for waiting in self._waiting[:limit]]
            mine: asyncio.Future[_Woken] = loop.create_future()
            self._poll = mine
            try:
                why = await asyncio.wait_for(mine, left)
            except TimeoutError:
                continue
            if why is _Woken.CLOSED:
                return []
            if why is _Woken.TAKEN_OVER:
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )

    @property
    def polled(self) -> bool:
        """Whether the bot waits in a poll now."""
        return self._poll is not None and not self._poll.done()

    def end_poll(self) -> None:
        """Ends a poll that waits, when the server stops."""
        self._wake(_Woken.CLOSED)
