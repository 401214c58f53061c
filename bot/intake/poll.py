"""Fetch updates, store what may be stored, and only then let Telegram forget them."""

import asyncio
import json
import logging
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from telegram import Update
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter

from bot.clock import Clock
from bot.intake import shape, sieve
from bot.intake.flood import FloodGate, Verdict
from bot.intake.shape import Json, Unusable
from bot.keys import Vault
from bot.storage import inbox, people
from bot.storage.database import Database, Tx
from bot.storage.inbox import Incoming

log = logging.getLogger(__name__)

HOLD = 50  # seconds Telegram keeps a poll open
SLACK = 15.0  # what an answer may take beyond that
BATCH = 100
LEAST_FREE = 500 << 20  # bytes
BACK_OFF = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)

# A trailing underscore reaches the raw method: by its plain name python-telegram-bot advises its typed method, which
# fails on a whole batch when one update in it can't be parsed (docs/explanation/promises.md).
_GET_UPDATES, _GET_ME = "get_updates_", "get_me_"


class AnotherPoller(Exception):
    """Someone else fetches this bot's updates, or a webhook is set: two would fight, so this one stops."""

    exit_code = 4


class Caller(Protocol):
    """The part of telegram.Bot that is used here."""

    async def do_api_request(
        self, endpoint: str, api_kwargs: dict[str, object] | None = None, *, read_timeout: float
    ) -> object: ...


@dataclass(frozen=True, kw_only=True)
class Me:
    """Who this bot is, and the words of its own keyboards."""

    id: int
    username: str
    control_labels: frozenset[str]


Notice = Callable[[Tx, int, int], None]
"""Told within the storing transaction: the private chat of who it is about, and the update."""


def _nobody(tx: Tx, chat_id: int, update_id: int) -> None:
    """No notice."""


def _nothing() -> None:
    """Nobody to wake."""


class Poller:
    """One poll, one commit, then the next poll, which tells Telegram that the batch is safe."""

    def __init__(
        self,
        bot: Caller,
        database: Database,
        vault: Vault,
        clock: Clock,
        *,
        me: Me,
        folder: Path,
        on_stored: Callable[[], None] = _nothing,
        on_flood: Notice = _nobody,
        on_dead: Notice = _nobody,
        wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
        free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
        hold: int = HOLD,
    ) -> None:
        self._bot, self._database, self._vault, self._clock = bot, database, vault, clock
        self._me, self._folder = me, folder
        self._on_stored, self._on_flood, self._on_dead = on_stored, on_flood, on_dead
        self._wait, self._free_bytes, self._hold = wait, free_bytes, hold
        self._flood = FloodGate()
        self._offset: int | None = None  # None: the first poll asks for the oldest that Telegram still has
        self._failures = 0
        self.good_poll: datetime | None = None
        """Real time of the last poll whose updates are safely stored; what a health check looks at."""

    async def run(self) -> None:
        """Poll until cancelled. Raises AnotherPoller; every other trouble is waited out, with an alarm in the log."""
        while True:
            pause = await self.poll_once()
            if pause > 0:
                await self._wait(pause)

    async def poll_once(self) -> float:
        """One poll and its commit; returns how many seconds to wait before the next."""
        if self._free_bytes(self._folder) < LEAST_FREE:
            log.critical("alarm: less than 500 MB free, nothing is fetched until there is room")
            return self._back_off()
        try:
            batch = await self._fetch()
        except Conflict as error:
            log.critical("alarm: someone else fetches the updates of this bot; this one stops")
            raise AnotherPoller(
                "een ander programma haalt de berichten van deze bot al op, of er staat een webhook aan. "
                "Stop dat programma, of zet de webhook uit (deleteWebhook)."
            ) from error
        except (InvalidToken, EndPointNotFound):
            log.critical("alarm: Telegram does not know this bot (any more): is the token still right?")
            return await self._probe()
        except RetryAfter as error:
            log.warning("Telegram asks to wait before the next poll")
            return error._retry_after.total_seconds()  # the public property warns, or not, by an environment variable
        except Exception as error:  # no connection, a login page, half an answer: whatever it was, try again
            return self._trouble("poll failed", error)
        try:
            stored = await self._database.transact(lambda tx: self._store(tx, batch))
        except Exception as error:  # a full disk or a bug of ours: nothing is acknowledged, so nothing is lost
            log.critical("alarm: updates can't be stored, so they stay with Telegram")
            return self._trouble("storing failed", error)
        if batch:
            self._offset = max(shape.as_number(one["update_id"]) for one in batch) + 1
        self._failures = 0
        self.good_poll = self._clock.real()
        if stored:
            self._on_stored()
        return 0.0

    async def _fetch(self) -> list[Json]:
        question: dict[str, object] = {"timeout": self._hold, "limit": BATCH, "allowed_updates": list(shape.KINDS)}
        if self._offset is not None:
            question["offset"] = self._offset
        async with asyncio.timeout(self._hold + 2 * SLACK):
            answer = await self._bot.do_api_request(_GET_UPDATES, question, read_timeout=self._hold + SLACK)
        if not isinstance(answer, list):
            raise ValueError("no list of updates")
        batch = [one for one in answer if _has_id(one)]
        if len(batch) < len(answer):
            log.error("alarm: %d updates without an id were left aside", len(answer) - len(batch))
        return batch

    async def _probe(self) -> float:
        """Ask who we are until Telegram knows us again; polling never ends in silence."""
        pause = self._back_off()
        while True:
            await self._wait(pause)
            try:
                async with asyncio.timeout(2 * SLACK):
                    await self._bot.do_api_request(_GET_ME, read_timeout=SLACK)
            except (InvalidToken, EndPointNotFound):
                log.critical("alarm: Telegram still does not know this bot")
                pause = self._back_off()
            except Exception as error:
                pause = self._trouble("asking who we are failed", error)
            else:
                log.warning("Telegram knows this bot again")
                return 0.0

    def _store(self, tx: Tx, batch: list[Json]) -> bool:
        """Everything of one poll in one transaction; whether anything waits to be handled."""
        rows = [row for one in batch if (row := self._row(tx, one)) is not None]
        new = inbox.store(tx, self._vault, rows, received_at=self._clock.real().timestamp())
        for row in new:
            if row.dead and row.lane != inbox.NEVER:
                self._on_dead(tx, row.lane, row.update_id)
        return bool(new)

    def _row(self, tx: Tx, update: Json) -> Incoming | None:
        id = shape.as_number(update["update_id"])
        kind = shape.kind_of(update) or "other"
        try:
            kept = self._sieve(tx, update)
            if kept is None or not self._passes(tx, update, kept, id):
                return None
            lane = shape.lane_of(update)
            body = json.dumps(kept, ensure_ascii=False)
        except (Unusable, RecursionError, UnicodeError) as error:
            log.error("alarm: update %d (%s) is not shaped like one: %s", id, kind, type(error).__name__)
            return Incoming(update_id=id, lane=inbox.NEVER, kind=kind, body=None, dead=True)
        try:
            Update.de_json(json.loads(body), None)
        except Exception as error:  # whatever the parser stumbles over, it stumbles over this one update only
            log.error("alarm: update %d (%s) can't be parsed: %s", id, kind, type(error).__name__)
            return Incoming(update_id=id, lane=lane, kind=kind, body=body, dead=True)
        return Incoming(update_id=id, lane=lane, kind=kind, body=body)

    def _sieve(self, tx: Tx, update: Json) -> Json | None:
        sender = shape.sender_of(update)
        person = people.person_of_chat(tx, sender) if sender is not None else None
        return sieve.what_may_be_stored(
            update,
            consented=person is not None and people.consented(tx, person),
            bot_username=self._me.username,
            bot_id=self._me.id,
            control_labels=self._me.control_labels,
        )

    def _passes(self, tx: Tx, update: Json, kept: Json, id: int) -> bool:
        sender = shape.sender_of(update)
        if sender is None or not shape.counts_as_act(kept):
            return True
        at = shape.happened_at(update) or self._clock.real().timestamp()
        verdict = self._flood.judge(sender, id, at)
        if verdict is Verdict.NOTICE:
            log.warning("one person sends more than 30 updates a minute; the rest is ignored")
            self._on_flood(tx, sender, id)
        return verdict is Verdict.PASS

    def _trouble(self, what: str, error: BaseException) -> float:
        pause = self._back_off()
        log.warning("%s (%s), again in %d s", what, type(error).__name__, pause)
        return pause

    def _back_off(self) -> float:
        pause = BACK_OFF[min(self._failures, len(BACK_OFF) - 1)]
        self._failures += 1
        return pause


def _has_id(update: object) -> bool:
    try:
        shape.as_number(shape.as_object(update).get("update_id"))
    except Unusable:
        return False
    return True
