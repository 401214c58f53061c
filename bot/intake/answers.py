"""The one exception to the one road: the answer to a tap, given after COMMIT, once, from memory."""

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.intake.process import Answer

log = logging.getLogger(__name__)
AT_ONCE = 8


class Answers:
    """Gives answers to taps. A lost one costs a spinner; the tap itself was counted."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._waiting: asyncio.Queue[Answer] = asyncio.Queue(maxsize=10_000)

    def give(self, answer: Answer) -> None:
        """Take an answer along; called after the commit."""
        if self._waiting.full():
            log.error("alarm: answers to taps pile up")
            return
        self._waiting.put_nowait(answer)

    async def run(self) -> None:
        """Until cancelled."""
        await asyncio.gather(*(self._work() for _ in range(AT_ONCE)))

    async def _work(self) -> None:
        while True:
            answer = await self._waiting.get()
            try:
                await self._bot.answer_callback_query(
                    answer.callback_query_id, text=answer.text, show_alert=answer.alert, url=answer.url
                )
            except TelegramError as error:  # too late, or Telegram is away: the press still counts
                log.info("an answer to a tap did not arrive (%s)", type(error).__name__)
