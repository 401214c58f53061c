"""Telegram's sending limits, enforced only when switched on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil

from bot.demo.model import ApiError

BURST = 3
PER_GROUP_MINUTE = 20
PER_SECOND = 30


class Flood:
    """Counts sends and edits: about one a second per chat (with a burst), 20 a minute per group, 30 a second.

    Source: Telegram's bot FAQ. Times are on the server's real clock.
    """

    def __init__(self, real: Callable[[], datetime]) -> None:
        self.on = False
        self._real = real
        self._all: deque[datetime] = deque()
        self._chats: dict[int, deque[datetime]] = {}

    def check(self, chat_id: int) -> None:
        """Counts one send to this chat; raises ApiError 429 with the seconds to wait when it is too much."""
        if not self.on:
            return
        now = self._real()
        chat = self._chats.setdefault(chat_id, deque())
        waits = [
            _wait(self._all, PER_SECOND, timedelta(seconds=1), now),
            _wait(chat, BURST, timedelta(seconds=BURST), now),
        ]
        if chat_id < 0:
            waits.append(_wait(chat, PER_GROUP_MINUTE, timedelta(minutes=1), now))
        if wait := max(waits):
            raise ApiError(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
        self._all.append(now)
        chat.append(now)


def _wait(sent: deque[datetime], most: int, window: timedelta, now: datetime) -> int:
    """Whole seconds until one more fits in the window; 0 when it fits now."""
    while sent and sent[0] <= now - max(window, timedelta(minutes=1)):
        sent.popleft()
    recent = [at for at in sent if at > now - window]
    if len(recent) < most:
        return 0
    return max(1, ceil((recent[-most] + window - now).total_seconds()))
