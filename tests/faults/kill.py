"""Kills a real bot again and again while people go on talking, and counts what became of every word.

    python -m tests.faults.kill --kills 200 --updates 2000 --seed 1

The people are the independent model: what they know they sent is held against the database and the server's log.
"""

import argparse
import asyncio
import os
import random
import signal
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.demo.faults import Rule
from bot.demo.model import JsonObject
from bot.demo.params import Value
from bot.desk import Desk
from bot.keys import MasterKey, Vault
from bot.library import Library
from bot.storage import agreements, people, words
from bot.storage.database import Database, Tx
from bot.storage.words import Owner
from flows.names import Pace, Role, WordsId
from tests.clock import LIVE_START
from tests.faults import seeding
from tests.faults.folk import Folk, Mind
from tests.people import Town

ROOT = Path(__file__).parents[2]
NEW_MESSAGE = frozenset({"sendMessage", "sendVoice", "sendPhoto"})
POLICY: Mapping[str, int] = {"reply": 2, "reveal": 2, "prompt": 2, "nudge": 1}  # decision 0005: copies at most
ROLES = {"Anna": Role.PARENT, "Joost": Role.SCHOOL, "Sam": Role.PUPIL, "Noor": Role.CARE}
FIRST_JUMP, JUMP = timedelta(days=8), timedelta(days=1)  # together below the 30 days that unshared words are kept
BEFORE = "was al afgesproken"


class Process:
    """`praatmaat run` as an operator starts it."""

    def __init__(self, folder: Path, url: str, token: str, command: tuple[str, ...] = ("run",)) -> None:
        self.folder, self.command = folder, command
        self.env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PRAATMAAT_")},
            "PRAATMAAT_TOKEN": token,
            "PRAATMAAT_API_URL": url,
            "PRAATMAAT_DATA": str(folder / "data"),
            "PRAATMAAT_KEY_FILE": str(folder / "key" / "master.key"),
            "PRAATMAAT_CLOCK_OFFSET_FILE": str(folder / "offset"),
            "PRAATMAAT_LOG_LEVEL": "warning",
            "PYTHONPATH": str(ROOT),
        }
        self._process: asyncio.subprocess.Process | None = None
        self._sent: set[signal.Signals] = set()

    async def start(self) -> None:
        """Starts it; its log goes to log.txt in the folder."""
        self._sent = set()
        with (self.folder / "log.txt").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", *self.command, cwd=ROOT, env=self.env, stdout=log, stderr=log
            )

    async def ready(self, town: Town, seconds: float = 30.0) -> None:
        """Until it fetches updates."""
        async with asyncio.timeout(seconds):
            while not town.world.updates.polled:
                assert self.alive, (self.folder / "log.txt").read_text()
                await asyncio.sleep(0.02)

    def kill(self) -> None:
        """SIGKILL, now and once."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """SIGTERM."""
        self._signal(signal.SIGTERM)

    def _signal(self, number: signal.Signals) -> None:
        # Not through subprocess: that looks first whether the process still runs, and takes its exit code away.
        if self.alive and number not in self._sent:
            self._sent.add(number)
            os.kill(self.pid, number)

    async def ended(self) -> int:
        """Its exit code, once it has one."""
        assert self._process is not None
        return await self._process.wait()

    async def close(self) -> None:
        """Nothing is left of it."""
        self.kill()
        if self._process is not None:
            await self._process.wait()

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        """Whom to send signals."""
        assert self._process is not None
        return self._process.pid


class Newborn(Process):
    """The same from a nursery that has the imports done; see tests/faults/nursery.py."""

    def __init__(self, folder: Path, url: str, token: str) -> None:
        super().__init__(folder, url, token)
        self._nursery: asyncio.subprocess.Process | None = None
        self._pid: int | None = None
        self._code: asyncio.Task[int] | None = None

    async def start(self) -> None:
        """A new bot."""
        if self._nursery is None:
            with (self.folder / "log.txt").open("ab") as log:
                self._nursery = await asyncio.create_subprocess_exec(
                    *(sys.executable, "-m", "tests.faults.nursery"), cwd=ROOT, env=self.env, stderr=log,
                    stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
                )  # fmt: skip
        assert self._nursery.stdin is not None
        self._sent = set()
        self._nursery.stdin.write(b"\n")
        self._pid = await self._number()
        self._code = asyncio.create_task(self._number())

    async def _number(self) -> int:
        assert self._nursery is not None and self._nursery.stdout is not None
        return int(await self._nursery.stdout.readline())

    async def ended(self) -> int:
        """Its exit code, once it has one."""
        assert self._code is not None
        return await self._code

    async def close(self) -> None:
        """No more births."""
        if self._nursery is not None:
            assert self._nursery.stdin is not None
            self._nursery.stdin.close()
            await self._nursery.wait()

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._code is not None and not self._code.done()

    @property
    def pid(self) -> int:
        """Of the bot, not of the nursery."""
        assert self._pid is not None
        return self._pid


@dataclass
class Ledger:
    """Copies of each outgoing message: the server's log held against the database after each death.

    A message that the server took and the bot did not note belongs to the one row that was on its way to that
    chat; `arrived` counts those per row and part.
    """

    database: Path
    taken: Counter[int] = field(default_factory=Counter)
    unnoted: Counter[int] = field(default_factory=Counter)
    arrived: Counter[tuple[int, int]] = field(default_factory=Counter)
    during_send: int = 0
    faults: list[str] = field(default_factory=list)

    def __call__(self, method: str, params: dict[str, Value], response: JsonObject) -> None:
        """Hook of the server: one call and its answer."""
        if method in NEW_MESSAGE and response.get("ok"):
            self.taken[int(str(params["chat_id"]))] += 1

    def look(self) -> None:
        """After a death: whose outcome does nobody know?"""
        with reading(self.database) as db:
            noted = dict(db.execute("SELECT chat_id, COUNT(*) FROM messages GROUP BY chat_id"))
            on_their_way = db.execute(
                """SELECT a.chat_id, o.id, o.parts_sent FROM outbox o JOIN addresses a
                   ON a.current = 1 AND (a.person = o.person OR a.circle = o.circle) WHERE o.state = 'sending'"""
            ).fetchall()
        lanes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for chat, row, part in on_their_way:
            lanes[chat].append((row, part))
        self.faults += [f"{len(rows)} messages on their way to one chat" for rows in lanes.values() if len(rows) > 1]
        self.during_send += bool(lanes)
        for chat in self.taken:
            difference = self.taken[chat] - noted.get(chat, 0)
            more = difference - self.unnoted[chat]
            self.unnoted[chat] = difference
            if more == 1 and len(lanes[chat]) == 1:
                self.arrived[lanes[chat][0]] += 1
            elif more:
                self.faults.append(f"{more} messages to one chat belong to no row")

    def copies(self) -> Iterator[tuple[str, str, int, int]]:
        """Of each row that was sent: class, kind, copies of its worst part, and extra copies in all."""
        with reading(self.database) as db:
            noted = dict(db.execute("SELECT outbox, COUNT(*) FROM messages GROUP BY outbox"))
            rows = db.execute("SELECT id, class, kind, parts_sent, state FROM outbox").fetchall()
        for id, klass, kind, parts_sent, state in rows:
            mine = [self.arrived[(id, part)] for part in range(parts_sent + 1)]
            copies = noted.get(id, 0) + sum(mine)
            if not copies and state != "sent":
                continue
            parts = max(1, parts_sent if mine[-1] == 0 and noted.get(id, 0) + sum(map(bool, mine)) <= parts_sent
                        else parts_sent + 1)  # fmt: skip
            worst = max(a + (1 if a < 2 and noted.get(id, 0) else 0) for a in mine)
            yield klass, kind, max(worst, min(copies, 1)), max(copies - parts, 0)


def _chat_of(update: JsonObject) -> int:
    """The chat an update that waits with the server belongs to."""
    message = update.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    id = chat.get("id") if isinstance(chat, dict) else None
    return id if isinstance(id, int) else 0


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The database of a bot that lies still."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        yield db


@dataclass
class Result:
    """What came of it; `problems` must be empty."""

    seed: int
    kills: int = 0
    during_send: int = 0
    updates: int = 0
    pieces: int = 0
    lost: int = 0
    twice: int = 0
    back_again: int = 0
    agreements: int = 0
    seconds: float = 0.0
    sent: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    worst: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def table(self) -> str:
        """For people."""
        lines = [
            f"{'kill -9':<44}{self.kills:>8}",
            f"{'  of which with messages on their way':<44}{self.during_send:>8}",
            f"{'updates sent to the bot':<44}{self.updates:>8}",
            f"{'pieces of answers that had to be kept':<44}{self.pieces:>8}",
            f"{'answers lost':<44}{self.lost:>8}",
            f"{'processed twice':<44}{self.twice:>8}",
            f"{'taken back by their writer but still there':<44}{self.back_again:>8}",
            f"{'agreements proposed':<44}{self.agreements:>8}",
        ]
        for klass, most in POLICY.items():
            lines.append(
                f"{klass:<12}{self.sent[klass]:>6} sent{'extra copies':>21}{self.extra[klass]:>8}"
                f"   worst {self.worst[klass]} of at most {most}"
            )
        lines.append(f"{'seconds':<44}{self.seconds:>8.0f}")
        lines.append(f"{'seed':<44}{self.seed:>8}")
        return "\n".join(lines)


@dataclass
class Killing:
    """One whole run: the town, its people, and the bot that does not get to live long."""

    folder: Path
    town: Town
    folk: Folk
    ledger: Ledger
    process: Process
    dice: random.Random
    first_update: int
    kills: int = 0

    @property
    def updates(self) -> int:
        """Updates made so far."""
        return self.town.world.updates._next_id - self.first_update

    async def live_and_die(self) -> None:
        """One life, ended at a random point of a random kind."""
        await self.process.start()
        way = self.dice.choices(("starting", "any", "in-send", "before-send", "fetched"), (10, 35, 25, 15, 15))[0]
        if way == "starting":
            await asyncio.sleep(self.dice.uniform(0.2, 1.6))
        else:
            await self._until(lambda: self.town.world.updates.polled, 20)
            await self._moment(way)
        self.process.kill()
        code = await self.process.ended()
        assert code == -signal.SIGKILL, f"the bot ended by itself with {code}: {(self.folder / 'log.txt').read_text()}"
        self.kills += 1
        self.ledger.look()

    async def _moment(self, way: str) -> None:
        longest = self.dice.uniform(0.1, 3.5)
        match way:
            case "in-send":
                await self._on_call(NEW_MESSAGE | {"editMessageText"}, self.dice.randint(1, 25))
            case "before-send":
                await asyncio.sleep(longest / 2)
                rule = Rule(method="sendMessage", delay=0.5, drop=True)
                self.town.server.api.faults.rules.append(rule)
                await self._until(lambda: rule.times == 0, 3)
                self.town.server.api.faults.rules.remove(rule)
            case "fetched":
                await asyncio.sleep(longest / 2)
                await self._on_call(frozenset({"getUpdates"}), 1)
                await asyncio.sleep(self.dice.uniform(0, 0.05))
            case _:
                await asyncio.sleep(longest)

    async def _on_call(self, methods: frozenset[str], nth: int) -> None:
        """Kill within the nth call, after its work and before its answer."""
        left = nth

        def hook(method: str, params: dict[str, Value], response: JsonObject) -> None:
            nonlocal left
            if method in methods and (method != "getUpdates" or response.get("result")):
                left -= 1
                if left == 0 and method != "getUpdates":
                    self.process.kill()

        self.town.on_call(hook)
        try:
            await self._until(lambda: left <= 0, 4)
        finally:
            self.town.server.api.on_call.remove(hook)

    async def _until(self, done: Callable[[], bool], seconds: float) -> None:
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while not done() and loop.time() < end and self.process.alive:
            await asyncio.sleep(0.01)

    async def quiet(self, seconds: float = 240.0) -> None:
        """Let the bot live until nothing waits any more."""
        if not self.process.alive:
            await self.process.start()
        loop = asyncio.get_running_loop()
        end, still = loop.time() + seconds, 0
        while still < 5:
            assert self.process.alive, (self.folder / "log.txt").read_text()
            if loop.time() > end:
                raise AssertionError(f"it does not become quiet: {self._waits()}")
            await asyncio.sleep(0.2)
            still = still + 1 if not any(self._waits().values()) else 0

    async def watch(self) -> None:
        """Tell the people in which chats something is still under way, until cancelled."""
        while True:
            self.folk.busy = self._busy()
            await asyncio.sleep(0.1)

    def _busy(self) -> frozenset[int]:
        real, now = self.town.world.real().timestamp(), self.town.world.now().timestamp()
        chats = {_chat_of(one.body) for one in self.town.world.updates._waiting}
        with reading(self.folder / "data" / "praatmaat.db") as db:
            chats |= {lane for (lane,) in db.execute("SELECT lane FROM inbox WHERE state = 'new'")}
            chats |= {
                chat
                for (chat,) in db.execute(
                    """SELECT a.chat_id FROM outbox o JOIN addresses a ON a.person = o.person
                       WHERE o.state = 'sending' OR (o.state = 'new' AND o.not_before <= ?)
                       OR (o.state = 'unknown' AND o.sends < 2 AND o.retry_at < ?)""",
                    (now, real + 15),
                )
            }
        return frozenset(chats)

    def _waits(self) -> dict[str, int]:
        now, real = self.town.world.now().timestamp(), self.town.world.real().timestamp()
        with reading(self.folder / "data" / "praatmaat.db") as db:
            (inbox,) = db.execute("SELECT COUNT(*) FROM inbox WHERE state = 'new'").fetchone()
            (out,) = db.execute(
                """SELECT COUNT(*) FROM outbox WHERE state = 'sending' OR (state = 'new' AND not_before <= ?)
                   OR (state = 'unknown' AND sends < 2 AND class <> 'nudge' AND not_before <= ? AND retry_at < ?)""",
                (now, now, real + 20),
            ).fetchone()
        return {"with the server": len(self.town.world.updates), "inbox": inbox, "outbox": out}


@asynccontextmanager
async def killing(folder: Path, seed: int, circles: int, *, nursery: bool = False) -> AsyncIterator[Killing]:
    """A town whose circles have joined, and a bot that has not started yet."""
    dice = random.Random(seed)
    (folder / "data").mkdir()
    (folder / "key").mkdir()
    MasterKey.new(folder / "key" / "master.key")
    async with Town(offset_file=folder / "offset") as town:
        await town.act("clock", offset=int((LIVE_START - town.world.real()).total_seconds()))
        clock = SystemClock(folder / "offset")
        desk = Desk(Library.load(), Vault(MasterKey.read(folder / "key" / "master.key")), clock)
        path = folder / "data" / "praatmaat.db"
        async with Database.open(path, clock=clock) as database:
            kringen = [
                await seeding.circle(town, database, desk, f"Kring {n}", dict(list(ROLES.items())[: 3 + n % 2]))
                for n in range(circles)
            ]
            for n, kring in enumerate(kringen):
                pace = Pace.SPREAD if n % 2 else Pace.NOW
                await seeding.talk(database, desk, kring, pace=pace, opened=n % 4 == 1)
                day = clock.now().date() + timedelta(days=5 + n % 3)
                await seeding.agreed(database, desk, kring, kring.people[n % 3], f"{BEFORE} {n}", day)
        ledger = Ledger(path)
        town.on_call(ledger)
        loop = asyncio.get_running_loop()
        folk = Folk(town, dice, kringen, now=loop.time)
        process = (Newborn if nursery else Process)(folder, town.server.url, town.token)
        assert not town.world.updates.raw_ids
        first = town.world.updates._waiting[0].update_id
        run = Killing(folder, town, folk, ledger, process, dice, first)
        watching = asyncio.create_task(run.watch())
        try:
            yield run
        finally:
            watching.cancel()
            process.kill()
            await process.close()


async def work(
    folder: Path, *, kills: int, updates: int, seed: int, circles: int, nudging: int, nursery: bool = False
) -> Result:
    """Kill so often over so many updates; of those kills the last `nudging` while the calendar moves on."""
    started = asyncio.get_running_loop().time()
    async with killing(folder, seed, circles, nursery=nursery) as run:
        result = Result(seed)
        over = False
        people_live = asyncio.create_task(run.folk.live(lambda: over))
        while run.kills < kills - nudging:
            await run.live_and_die()
        await run.process.start()
        while run.updates < updates:
            await asyncio.sleep(0.1)
            assert run.process.alive, (folder / "log.txt").read_text()
        over = True
        await people_live
        if nudging:
            await _days_go_by(run, nudging)
        for mind in run.folk.minds:
            run.folk.word(mind)
        await run.quiet()
        run.process.stop()
        code = await run.process.ended()
        if code != 0:
            result.problems.append(f"asked to stop, it ended with {code}")
        run.ledger.look()
        (folder / "transcripts.txt").write_text(run.town.transcripts(), encoding="utf-8")
        result.kills, result.during_send, result.updates = run.kills, run.ledger.during_send, run.updates
        await _judge(run, result)
    result.seconds = asyncio.get_running_loop().time() - started
    return result


async def _days_go_by(run: Killing, nudging: int) -> None:
    """Everybody has answered; now the days come at which agreements are asked about, and people only tap."""
    for mind in run.folk.minds:
        run.folk.word(mind)
    await run.quiet()
    run.process.kill()
    await run.process.ended()
    run.ledger.look()
    run.kills += 1
    run.folk.only_labels = True
    over = False
    people_live = asyncio.create_task(run.folk.live(lambda: over))
    for n in range(nudging - 1):
        if n % 3 == 0:
            await run.town.forward_clock(int((JUMP if n else FIRST_JUMP).total_seconds()))
        await run.live_and_die()
    over = True
    await people_live


async def _judge(run: Killing, result: Result) -> None:
    path = run.folder / "data" / "praatmaat.db"
    result.problems += run.ledger.faults
    with reading(path) as db:
        stored = dict(db.execute("SELECT update_id, state FROM inbox"))
        (check,) = db.execute("PRAGMA integrity_check").fetchone()
    if check != "ok":
        result.problems.append(f"the database: {check}")
    made = set(range(run.first_update, run.first_update + run.updates))
    for id in sorted(made - set(stored)):
        result.problems.append(f"update {id} was acknowledged and is not stored")
    result.problems += [f"update {id} is {state}" for id, state in stored.items() if state != "done"]
    clock = SystemClock(run.folder / "offset")
    vault = Vault(MasterKey.read(run.folder / "key" / "master.key"))
    async with Database.open(path, clock=clock) as database:
        for mind in run.folk.minds:
            there = await database.transact(lambda tx, mind=mind: _words_of(tx, vault, mind))  # type: ignore[misc]
            _hold(result, mind, there)
        for kring in {mind.kring.id: mind.kring for mind in run.folk.minds}.values():
            what = await database.transact(lambda tx, id=kring.id: [a.what for a in agreements.of(tx, vault, id)])  # type: ignore[misc]
            result.agreements += len(what) - 1  # one was there before
            result.twice += len(what) - len(set(what))
    proposed = len({text for mind in run.folk.minds for text in mind.proposed})
    if result.agreements != proposed:
        result.problems.append(f"{proposed} proposals were made and {result.agreements} are there")
    for klass, kind, worst, extra in run.ledger.copies():
        result.sent[klass] += 1
        result.extra[klass] += extra
        result.worst[klass] = max(result.worst[klass], worst)
        if worst > POLICY[klass]:
            result.problems.append(f"{worst} copies of one {klass} ({kind})")


def _words_of(tx: Tx, vault: Vault, mind: Mind) -> Counter[str]:
    person = people.person_of_chat(tx, mind.person.id)
    found: Counter[str] = Counter()
    for row in tx.run(
        "SELECT w.id, m.id AS m FROM words w JOIN members m ON m.id = w.owner WHERE m.person = :p", p=person
    ):
        spoken = words.read(tx, vault, WordsId(row["id"]), reader=Owner(row["m"]))
        found[spoken.file_id or spoken.text] += 1
    return found


def _hold(result: Result, mind: Mind, there: Counter[str]) -> None:
    who = f"{mind.person.first_name} in {mind.kring.group.id}"
    for text in mind.said:
        result.pieces += 1
        if there[text] == 0:
            result.lost += 1
            result.problems.append(f"lost: {text!r} of {who}")
        elif there[text] > 1:
            result.twice += 1
            result.problems.append(f"{there[text]} times: {text!r} of {who}")
    result.twice += sum(there[text] > 1 for text in set(mind.notes) - set(mind.said))
    for text in mind.taken_back:
        if there[text]:
            result.back_again += 1
            result.problems.append(f"taken back and still there: {text!r} of {who}")
    for text in set(there) - set(mind.said) - set(mind.taken_back) - set(mind.notes):
        if not text.startswith(BEFORE):
            result.problems.append(f"nobody said {text!r}")


def main() -> int:
    """Run it and print the table; exit code 1 when anything was lost, doubled or copied too often."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--updates", type=int, default=2000)
    parser.add_argument("--circles", type=int, default=10)
    parser.add_argument("--nudging", type=int, default=None, help="of the kills: so many while the calendar moves on")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--folder", type=Path, default=None, help="keep the database and the log here")
    parser.add_argument("--nursery", action="store_true", help="fork the bots from a process with the imports done")
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(10**6)
    nudging = given.nudging if given.nudging is not None else given.kills // 8
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(exist_ok=True)
        result = asyncio.run(
            work(
                folder,
                kills=given.kills,
                updates=given.updates,
                seed=seed,
                circles=given.circles,
                nudging=nudging,
                nursery=given.nursery,
            )
        )
    print(result.table())
    for problem in result.problems:
        print("PROBLEM", problem)
    return 1 if result.problems else 0


if __name__ == "__main__":
    sys.exit(main())
