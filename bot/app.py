"""The only place where the parts are wired together."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken, TelegramError

from bot import catching_up, health, holidays, upkeep
from bot.clock import Clock
from bot.days import days_of
from bot.delivery.delivery import Delivery
from bot.delivery.request import AiohttpRequest
from bot.desk import Desk
from bot.instance import only_one
from bot.intake.answers import Answers
from bot.intake.handlers.room import House
from bot.intake.handling import Handling, control_labels, on_dead, on_flood
from bot.intake.poll import Me, Poller
from bot.intake.process import Processor
from bot.keys import MasterKey, Vault
from bot.library import Library
from bot.outcomes import Outcomes
from bot.rendering import Renderer
from bot.runner import Runner
from bot.settings import Settings
from bot.storage.database import Database, Tx
from bot.strings import Strings
from bot.timers import Ticker, Timers
from flows.manners import Days
from flows.names import CircleId
from flows.texts import HOME

log = logging.getLogger(__name__)
HELLO_BACK_OFF = (1.0, 2.0, 5.0, 10.0, 30.0)

COMMANDS_IN_GROUP = (
    *("gesprek", "bijeenkomst", "doel", "mdo", "afspraken", "wie", "peiling", "terugblik", "plaat"),
    *("vonk", "woorden", "stop", "roepnaam", "team", "school", "vakantie", "pauze", "hulp", "privacy", "help"),
)
COMMANDS_IN_PRIVATE = (
    *("afspraken", "oefen", "zelf", "vonk", "wegwijzer", "woorden"),
    *("peiling", "instellingen", "pauze", "hulp", "privacy", "stop", "help"),
)
"""The menus, in their order; what is written beside a command stands in content/ui (`menu-groep-…`, `menu-prive-…`)."""


class WrongBot(Exception):
    """BotFather's settings let the bot see or reach more than it may; the message says what to change."""

    exit_code = 5


@dataclass(frozen=True)
class App:
    """The running parts; `run` until cancelled."""

    desk: Desk
    database: Database
    bot: Bot
    poller: Poller
    processor: Processor
    delivery: Delivery
    timers: Timers
    answers: Answers

    async def run(self) -> None:
        """Poll, handle, deliver and tick. Ends when one of them ends: none may die in silence."""
        away = await self.database.transact(partial(health.started, self.desk.clock))
        await self.database.transact(partial(catching_up.after, self.desk, away))
        _warn_of_missing_holidays(self.desk.clock)
        ticker = Ticker(self._tick)
        loops = (self.poller.run(), self.processor.run(), self.delivery.run(), self.answers.run())
        tasks = [asyncio.create_task(loop) for loop in loops]
        ticker.start()
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            ticker.stop()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def next_moment(self) -> datetime | None:
        """The next calendar moment at which something may be sent or asked; None when nothing waits."""
        return await self.database.transact(health.next_moment)

    async def _tick(self) -> None:
        self.desk.clock.tick()
        with self.delivery.nudges_wait():
            await self.timers.fire_due()
        self.processor.wake()
        await self.database.transact(partial(health.beat, self.desk.clock, self.poller.good_poll))
        if await self.database.transact(partial(health.upkeep_due, self.desk.clock)):
            await self.database.transact(partial(upkeep.keep_promises, self.desk))


def _warn_of_missing_holidays(clock: Clock) -> None:
    """Without dates the gate stays open in a holiday: say so while there is time to update (decision 0012)."""
    _, missing = holidays.around(clock.now().year)
    for one in missing:
        log.warning("no dates known for the %s of %d in region %s: update Praatmaat", one.name, one.year, one.region)


@asynccontextmanager
async def opened(settings: Settings, clock: Clock) -> AsyncIterator[App]:
    """Everything opened and checked. Raises what makes a start impossible, each with a message for operators."""
    library = Library.load()
    strings = Strings.load(library.languages)
    vault = Vault(MasterKey.read(settings.key_file))
    token = settings.token.get_secret_value()
    bot = Bot(
        token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=4),
    )
    with only_one(settings.data):
        async with Database.open(settings.database, clock=clock) as database:
            await database.transact(vault.check)
            await _hello(bot, strings)
            _refuse_wrong_bot(bot)
            try:
                yield _wired(settings, clock, library, strings, vault, bot, database)
            finally:
                await bot.shutdown()


async def _hello(bot: Bot, strings: Strings) -> None:
    """Ask Telegram who we are; a wrong token ends the start, an outage is waited out."""
    for pause in (*HELLO_BACK_OFF, *[HELLO_BACK_OFF[-1]] * 1000):
        try:
            await bot.initialize()
            break
        except InvalidToken:
            raise WrongBot(
                "Telegram kent dit token niet. Zet in PRAATMAAT_TOKEN het token dat BotFather bij je bot geeft."
            ) from None
        except TelegramError as error:
            log.warning("Telegram does not answer yet (%s), trying again in %.0f s", type(error).__name__, pause)
            await asyncio.sleep(pause)
    for where, commands, scope in (
        ("groep", COMMANDS_IN_GROUP, BotCommandScopeAllGroupChats()),
        ("prive", COMMANDS_IN_PRIVATE, BotCommandScopeAllPrivateChats()),
    ):
        for language in strings.languages:
            menu = [BotCommand(name, strings.say(language, f"menu-{where}-{name}", {}).text) for name in commands]
            try:
                await bot.set_my_commands(menu, scope=scope, language_code=language if language != HOME else None)
            except TelegramError as error:  # the menu is a comfort, not a condition
                log.warning("the command menu could not be set (%s)", type(error).__name__)


def _refuse_wrong_bot(bot: Bot) -> None:
    """Data minimisation is a setting at BotFather: compare before the first poll (docs/explanation/telegram.md)."""
    me = bot.bot
    wrong = [
        fix
        for bad, fix in (
            (
                me.can_read_all_group_messages,
                "zet Group Privacy aan, anders leest de bot de groep mee (/setprivacy, Enable)",
            ),
            (me.supports_inline_queries, "zet Inline Mode uit (/setinline)"),
            (me.can_join_groups is False, "sta groepen toe (/setjoingroups, Enable)"),
        )
        if bad
    ]
    if wrong:
        raise WrongBot("Deze bot staat niet goed ingesteld. Verander bij @BotFather: " + "; ".join(wrong) + ".")


def _wired(settings: Settings, clock: Clock, library: Library, strings: Strings, vault: Vault, bot: Bot,
           database: Database) -> App:  # fmt: skip
    renderer = Renderer(vault, strings, library.reference, library.schools)
    desk = Desk(library, vault, clock)
    runner = Runner(desk)
    house = House(desk, runner, renderer, bot.username)
    days = partial(_days, clock)
    delivery = Delivery(database, bot, renderer, clock, Outcomes(desk, runner), days_of=days)
    answers = Answers(bot)
    handling = Handling(house)
    processor = Processor(
        database, vault, clock, handling, on_dead=partial(on_dead, house), answer=answers.give, after=delivery.wake
    )
    poller = Poller(
        bot,
        database,
        vault,
        clock,
        me=Me(id=bot.id, username=bot.username, control_labels=control_labels(library, strings)),
        folder=settings.data,
        on_stored=processor.wake,
        on_flood=partial(on_flood, house),
        on_dead=partial(on_dead, house),
    )
    timers = Timers(desk=desk, runner=runner, database=database)
    return App(desk, database, bot, poller, processor, delivery, timers, answers)


def _days(clock: Clock, tx: Tx, circle: CircleId) -> Days:
    return days_of(tx, circle, clock)
