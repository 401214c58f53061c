"""A circle with phones, a database and the sending side of the bot, for tests of delivery."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from telegram import Bot

from bot.delivery.delivery import Delivery
from bot.delivery.letters import Letter, Note
from bot.delivery.request import AiohttpRequest
from bot.keys import MasterKey, Vault
from bot.rendering import Renderer
from bot.storage import outbox, people, words
from bot.storage.database import Database, Tx
from bot.storage.outbox import OutboxRow, To, ToCircle, ToPerson
from bot.strings import Strings
from flows.line import Line, Value
from flows.manners import Days, DeliveryClass
from flows.names import CircleId, Form, Language, MemberId, PersonId, Role, RunId, TextKey, WordsId
from tests.clock import ManualClock
from tests.people import Group, Person, Town

T = TypeVar("T")

FTL = """
hoi = Dag { $wie }.
nummer = Bericht { $n }.
zegt = { $wie } zegt: { $wat }
dag = Tot { $dag }.
datum = vrijdag { $dag } maart
delen = Delen? Er zijn { $mensen } mensen, { $buiten } doen niet mee.
delen-onbekend = Delen? Ik weet niet met hoeveel mensen jullie zijn.
vraag = Hoe gaat het met { $kind }?
bord = Het bord: { $n }.
titel = De kaarten gaan om.
knop-ja = Ja
knop-mijn-antwoord = Mijn antwoord
stuk = <b>stuk
neutrale-eerste-regel = Praatmaat heeft een bericht voor je.
mogelijk-dubbel = Misschien dubbel. Eén antwoord is genoeg.
even-weg = Ik was even weg.
meer-vragen = Hierna nog { $n }.
een-spraakbericht = (spraakbericht)
een-foto = (foto)
van-wie = Van { $wie }
verwijderd = [verwijderd]
iemand = iemand
en = { $eerste } en { $laatste }
jullie-kind = jullie kind
dit-kind = dit kind
de-groep = jullie groep
de-groep-rond = de groep rond { $kind }
rol-ouder = ouder
rol-leerling = leerling
rol-onderwijs = school
rol-jeugdhulp = jeugdhulp
rol-steunfiguur = steunfiguur
"""


def ui(key: str, **args: Value) -> Line:
    return Line(TextKey(f"ui/{key}"), args)


@dataclass
class Recorder:
    """An aftermath that remembers what it was told, and says yes unless told otherwise."""

    no: set[str] = field(default_factory=set)  # dedupe keys that may not go any more
    told: list[tuple[str, str]] = field(default_factory=list)  # (what, dedupe key)
    audiences: list[int | None] = field(default_factory=list)
    grew: list[int | None] = field(default_factory=list)
    messages: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    fails: bool = False

    def still(self, tx: Tx, row: OutboxRow) -> bool:
        return row.dedupe not in self.no

    def claimed(self, tx: Tx, row: OutboxRow) -> None:
        self.told.append(("claimed", row.dedupe))

    def sent(self, tx: Tx, row: OutboxRow, messages: Sequence[tuple[int, int]], audience: int | None) -> None:
        if self.fails:
            raise ZeroDivisionError("a bug in a run")
        self.told.append(("sent", row.dedupe))
        self.messages[row.dedupe] = list(messages)
        self.audiences.append(audience)

    def audience_grew(self, tx: Tx, row: OutboxRow, count: int | None) -> None:
        self.told.append(("grew", row.dedupe))
        self.grew.append(count)

    def unreachable(self, tx: Tx, row: OutboxRow) -> None:
        self.told.append(("unreachable", row.dedupe))
        assert isinstance(row.to, ToPerson)
        people.set_reachable(tx, row.to.person, False)

    def circle_gone(self, tx: Tx, row: OutboxRow) -> None:
        self.told.append(("circle_gone", row.dedupe))
        assert isinstance(row.to, ToCircle)
        outbox.cancel_for_circle(tx, row.to.circle)

    def migrated(self, tx: Tx, old_chat: int, new_chat: int) -> None:
        self.told.append(("migrated", f"{old_chat}>{new_chat}"))
        people.migrate(tx, old_chat, new_chat)

    def heard(self, what: str) -> list[str]:
        return [key for kind, key in self.told if kind == what]


@dataclass
class Somebody:
    """One person: their phone, and who they are to the bot."""

    phone: Person
    person: PersonId
    member: MemberId

    @property
    def to(self) -> ToPerson:
        return ToPerson(self.person, self.member)


class Office:
    """Everything wired as in the bot, on one database file, with a clock that only tests move."""

    def __init__(self, town: Town, path: Path, clock: ManualClock) -> None:
        self.town, self.path, self.clock = town, path, clock
        self.aftermath = Recorder()
        self.vault = Vault(MasterKey.new(path.with_suffix(".key")))
        self.renderer = Renderer(self.vault, Strings({Language("nl"): FTL, Language("en"): "hoi = Hello { $wie }.\n"}))
        self._stack = AsyncExitStack()
        self.database: Database
        self.delivery: Delivery
        self.bot: Bot
        self.request = AiohttpRequest(read_timeout=5)
        self.group: Group
        self.circle: CircleId
        self.days = Days()
        self.everybody: dict[str, Somebody] = {}

    async def open(self) -> None:
        self.database = await self._stack.enter_async_context(Database.open(self.path, clock=self.clock))
        self.bot = Bot(
            self.town.token, base_url=self.town.base_url, request=self.request, get_updates_request=self.request
        )
        await self.request.initialize()
        self._stack.push_async_callback(self.request.shutdown)
        self.restart()

    def restart(self) -> None:
        """New delivery objects on the same database, as after a kill."""
        self.delivery = Delivery(
            self.database,
            self.bot,
            self.renderer,
            self.clock,
            self.aftermath,
            days_of=lambda tx, circle: self.days,
            jitter=lambda: 0.0,
        )

    async def close(self) -> None:
        await self._stack.aclose()

    async def settle_in(self, **roles: Role) -> None:
        """People with these first names and roles, in one group with the bot, all members."""
        phones = {name: await self.town.person(name.capitalize()) for name in roles}
        first, *others = phones.values()
        self.group = await self.town.group("Rond Sam", first, *others)
        for phone in phones.values():
            await phone.starts()

        def meet(tx: Tx) -> None:
            self.circle = people.ensure_circle(tx, self.group.id)
            for name, role in roles.items():
                phone = phones[name]
                person = people.ensure_person(tx, phone.id, "nl")
                people.set_reachable(tx, person, True)
                member = people.add_member(
                    tx,
                    self.vault,
                    circle=self.circle,
                    person=person,
                    role=role,
                    name=phone.first_name,
                    consent_version="1",
                    at=self.clock.now().timestamp(),
                )
                self.everybody[name] = Somebody(phone, person, member.id)

        await self.do(meet)

    async def do(self, fn: Callable[[Tx], T]) -> T:
        return await self.database.transact(fn)

    @property
    def to_group(self) -> ToCircle:
        return ToCircle(self.circle)

    async def put(
        self,
        to: To,
        letter: Letter | Line,
        key: str = "",
        klass: DeliveryClass = DeliveryClass.REPLY,
        prompt: int | None = None,
        run: RunId | None = None,
    ) -> str:
        """Put it in the outbox; returns its key."""
        key = key or f"k{self.clock.monotonic()}-{id(letter)}"
        note = Note(lines=(letter,)) if isinstance(letter, Line) else letter
        await self.do(
            lambda tx: outbox.enqueue(
                tx, to=to, klass=klass, letter=note, dedupe=key, clock=self.clock, prompt=prompt, run=run
            )
        )
        return key

    async def say(self, who: Somebody, text: str) -> WordsId:
        """Words of someone in this circle."""
        return await self.do(
            lambda tx: words.store(
                tx,
                self.vault,
                owner=who.member,
                circle=self.circle,
                run=None,
                form=Form.TEXT,
                body=text,
                at=self.clock.now().timestamp(),
            )
        )

    async def send_all(self, most: int = 500) -> float | None:
        """Send what may go now, letting the pace of 34 ms pass; the wait until anything else may go."""
        for _ in range(most):
            wait = await self.delivery.once()
            if wait is not None and 0 < wait <= 0.035:
                self.clock.advance(wait)
            elif wait != 0.0:
                return wait
        raise AssertionError("it goes on and on")

    async def live(self, seconds: float) -> None:
        """Let time pass from moment to moment, sending what may go."""
        end = self.clock.monotonic() + seconds
        while True:
            wait = await self.send_all()
            left = end - self.clock.monotonic()
            if wait is None or wait > left:
                self.clock.advance(max(left, 0.0))
                await self.send_all()
                return
            self.clock.advance(wait + 0.001)

    async def state(self, key: str) -> str:
        row = await self.do(lambda tx: tx.one("SELECT state FROM outbox WHERE dedupe_key = :key", key=key))
        assert row is not None
        return str(row["state"])

    async def row(self, key: str) -> dict[str, object]:
        row = await self.do(lambda tx: tx.one("SELECT * FROM outbox WHERE dedupe_key = :key", key=key))
        assert row is not None
        return dict(row)

    def in_group(self) -> list[str]:
        return self.town.from_bot(self.group)

    def at(self, who: str) -> list[str]:
        return self.town.from_bot(self.everybody[who].phone)

    def calls(self, method: str) -> int:
        return len(self.town.calls(method))


@asynccontextmanager
async def office(tmp_path: Path, **roles: Role) -> AsyncIterator[Office]:
    """An office with these people; Anna the parent and Bo of school when none are named."""
    clock = ManualClock()
    async with Town(real=clock.real) as town:
        place = Office(town, tmp_path / "praatmaat.db", clock)
        await place.open()
        try:
            await place.settle_in(**(roles or {"anna": Role.PARENT, "bo": Role.SCHOOL}))
            yield place
        finally:
            await place.close()
