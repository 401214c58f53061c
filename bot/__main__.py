"""The command line: praatmaat run | demo | check | translate | preview | health | key new."""

import argparse
import asyncio
import signal
import sqlite3
import sys
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path

from bot import checking, log, settings, translating
from bot.clock import SystemClock
from bot.instance import AlreadyRunning
from bot.keys import KeyFileProblem, MasterKey, WrongMasterKey
from flows.names import Language


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code says whether it went well."""
    parser = argparse.ArgumentParser(prog="praatmaat", description="Een maatje voor gesprekken die ertoe doen.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    commands.add_parser("run", help="de bot, op de voorgrond")
    demo = commands.add_parser("demo", help="een proefpagina met telefoons: zonder account, token of netwerk")
    demo.add_argument("--port", type=int, default=8765, help="poort op deze computer (0: een vrije)")
    check = commands.add_parser("check", help="kijk de inhoud na: alle problemen in één keer")
    check.add_argument("map", nargs="?", type=Path, help="een andere map met inhoud")
    check.add_argument("--lezen", type=int, nargs="?", const=10, default=0, metavar="aantal",
                       help="noem ook de teksten die het lastigst lezen")  # fmt: skip
    translate = commands.add_parser("translate", help="leg de bestanden van een taal klaar voor wie vertaalt")
    translate.add_argument("taal", help="twee letters, zoals en")
    translate.add_argument("map", nargs="?", type=Path, help="een andere map met inhoud")
    preview = commands.add_parser("preview", help="één pagina met alle schermen, om te lezen in een browser")
    preview.add_argument("--to", type=Path, default=Path("preview"), metavar="map", help="waar de pagina komt")
    commands.add_parser("health", help="is alles in orde? Sluitcode 0 als dat zo is")
    keys = commands.add_parser("key", help="de hoofdsleutel").add_subparsers(dest="what", required=True, metavar="wat")
    new = keys.add_parser("new", help="maak een nieuwe hoofdsleutel")
    new.add_argument("bestand", type=Path, nargs="?", help="waar hij komt; anders PRAATMAAT_KEY_FILE")
    given = parser.parse_args(arguments)
    match given.command:
        case "run":
            return _run()
        case "demo":
            from bot.demo import command  # only here: nothing of the demo runs beside real people

            return _until_stopped(command.run(given.port))
        case "check":
            return checking.check(given.map, hardest=given.lezen, today=SystemClock().now().date())
        case "translate":
            return translating.translate(Language(given.taal), given.map)
        case "preview":
            from bot.preview import command as previewing

            return previewing.preview(given.to)
        case "health":
            return _health()
        case _:
            return _new_key(given.bestand)


def _run() -> int:
    from bot import app

    try:
        chosen = settings.load()
    except settings.BadSettings as error:
        print(error, file=sys.stderr)
        return 2
    log.set_up(chosen.log_level, secret=chosen.token.get_secret_value())

    async def run() -> None:
        async with app.opened(chosen, SystemClock(chosen.clock_offset_file)) as bot:
            print("Praatmaat draait. Stoppen: Ctrl-C.", file=sys.stderr, flush=True)
            await bot.run()

    return _until_stopped(run())


def _until_stopped(work: Coroutine[object, object, None]) -> int:
    """Run until done or stopped by a signal; a known trouble is one message, not a trace."""
    from bot.app import WrongBot
    from bot.intake.poll import AnotherPoller
    from bot.library import BrokenContent
    from bot.storage.database import DatabaseDamaged
    from bot.storage.migrations import MigrationFailed, NewerSchema

    async def stoppable() -> None:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)
        with suppress(asyncio.CancelledError):
            await task

    known = (WrongBot, AnotherPoller, AlreadyRunning, BrokenContent, DatabaseDamaged, MigrationFailed, NewerSchema,
             KeyFileProblem, WrongMasterKey, sqlite3.Error, OSError)  # fmt: skip
    try:
        asyncio.run(stoppable())
    except known as error:
        print(f"Praatmaat stopt: {error}", file=sys.stderr)
        return int(getattr(error, "exit_code", 1))
    return 0


def _health() -> int:
    from bot import health
    from bot.storage.database import reading

    try:
        chosen = settings.load()
        with reading(chosen.database) as tx:
            troubles = health.look(SystemClock(), tx).troubles
    except settings.BadSettings as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        troubles = (str(error),)
    for trouble in troubles:
        print(trouble)
    return 1 if troubles else 0


def _new_key(path: Path | None) -> int:
    import os

    target = path or (Path(os.environ["PRAATMAAT_KEY_FILE"]) if os.environ.get("PRAATMAAT_KEY_FILE") else None)
    if target is None:
        print("Zeg waar de sleutel moet komen: praatmaat key new BESTAND, of zet PRAATMAAT_KEY_FILE.", file=sys.stderr)
        return 2
    try:
        MasterKey.new(target)
    except KeyFileProblem as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Nieuwe hoofdsleutel in {target}. Bewaar een kopie op een andere plek: zonder sleutel is alles onleesbaar.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
