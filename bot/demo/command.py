"""`praatmaat demo`: a local Telegram, the unchanged bot in front of it, and a page with phones."""

import asyncio
import contextlib
import sys
import tempfile
from pathlib import Path

from pydantic import SecretStr

from bot import app, log
from bot.clock import SystemClock
from bot.demo import membership
from bot.demo.model import ChatKind
from bot.demo.server import DemoServer
from bot.demo.world import World
from bot.keys import MasterKey
from bot.settings import Settings

GROUP = "Rond Sam"
PEOPLE = ("Anna", "Sam", "Joost", "Noor")


async def run(port: int) -> None:
    """Serve until cancelled. Nothing is kept: the folder with the data goes when the demo stops."""
    with tempfile.TemporaryDirectory(prefix="praatmaat-demo-") as folder:
        await _serve(port, Path(folder))


async def _serve(port: int, folder: Path) -> None:
    offset = folder / "clock-offset"
    world = World(real=SystemClock().real)
    server = DemoServer(world, port=port, offset_file=offset)
    try:
        await server.start()
    except OSError:
        raise OSError(f"poort {port} is bezet; kies een andere met praatmaat demo --port 0") from None
    try:
        MasterKey.new(folder / "master.key")
        settings = Settings(
            token=SecretStr(world.token),
            api_url=server.url,
            data=folder,
            key_file=folder / "master.key",
            clock_offset_file=offset,
            log_level="warning",
        )
        log.set_up(settings.log_level, secret=world.token)
        async with app.opened(settings, SystemClock(offset)) as bot:
            server.control.next_moment = bot.next_moment
            _people_the_town(world)
            print(f"Praatmaat proberen: open {server.url} in je browser. Stoppen: Ctrl-C.", file=sys.stderr, flush=True)
            await bot.run()
    finally:
        with contextlib.suppress(asyncio.CancelledError):
            await server.stop()


def _people_the_town(world: World) -> None:
    """Four people and their group, with the bot just added to it."""
    users = [world.add_user(name) for name in PEOPLE]
    group = world.add_group(GROUP, users[0].id, ChatKind.GROUP)
    for user in users[1:]:
        membership.add_member(world, group.id, user.id, by=users[0].id)
    membership.add_bot(world, group.id, by=users[0].id)
