"""What follow-up must keep to, held against every message: closed time, pace, rest, and results that were not told."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.delivery.letters import Note
from bot.storage import outbox, people, runs
from bot.storage.database import Tx
from bot.storage.outbox import OutboxRow
from flows.line import Day, Line, Lines, People, Who
from flows.manners import DeliveryClass
from flows.names import MemberId
from tests.faults.years import SCHOOL, public

HERE = ZoneInfo("Europe/Amsterdam")
PACE, HIGHEST_PACE = 3, 5
RESULTS = ("gelukt", "deels", "nog-niet", "niet-meer-nodig")
OF_THE_GROUP = frozenset({"ui/groep-gelukt", "ui/groep-deels"})
ON_A_CARD = frozenset(f"ui/kaart-wie-{result}" for result in RESULTS)
NEVER_ANOTHERS = frozenset(
    {f"ui/kaart-wie-{result}-nog-dicht" for result in RESULTS}
    | {"ui/kaart-wie-gestopt", "ui/kaart-wie-liever-niet"}
    | {f"ui/verhaal-{did}" for did in ("uitkomst", "gestopt", "liever-niet", "later", "later-dag")}
    | {"ui/verhaal-verzet", "ui/verhaal-verzet-dag"}
)


class Broken(AssertionError):
    """A promise about follow-up was not kept."""


class FollowUp:
    """Remembers what people were told about rest and results, and judges each message by it."""

    def __init__(self) -> None:
        self.tx: Tx
        self.people: tuple[int, ...] = ()
        self.groups: dict[int, int] = {}  # circle → chat
        self.told: set[int] = set()  # chats of those who let their group know a result
        self.rest: dict[int, date] = {}
        self.chose: set[int] = set()  # who may have chosen another pace
        self.nudged: defaultdict[int, list[date]] = defaultdict(list)

    def hears(self, who: int, row: OutboxRow) -> None:
        """What somebody's own act brought about, as the bot says it, in private or in the group."""
        if not isinstance(row.letter, Note):
            return
        for line in row.letter.lines:
            until = line.args.get("tot")
            match str(line.key):
                case "verteld.text":
                    self.told.add(who)
                case "rust.text" | "ui/pauze-staat" if isinstance(until, Day):
                    self.rest[who] = until.day
                case "weer.text":
                    self.rest.pop(who, None)
                case "ui/groep-pauze-staat" if isinstance(until, Day):
                    self.rest[self._chat(row)] = until.day
                case "ui/groep-pauze-over":
                    self.rest.pop(self._chat(row), None)
                case "wat.text":
                    self.chose.add(who)

    def shows(self, chat_id: int, row: OutboxRow, now: datetime) -> None:
        """One message is on its way to this chat."""
        if row.klass is DeliveryClass.NUDGE:
            of = runs.circle_of(self.tx, row.run) if row.run is not None else None
            self._in_time(chat_id, now.astimezone(HERE), self.groups.get(int(of), 0) if of is not None else 0)
        for line in lines_of(row):
            self._private(chat_id, line)

    def _in_time(self, chat_id: int, wall: datetime, group: int) -> None:
        day = wall.date()
        if not time(8) <= wall.time() < time(20) or day.weekday() > 4 or day in public(day.year):
            raise Broken(f"a nudge at {wall}")
        if all(day in closed for closed in SCHOOL.values()):
            raise Broken(f"a nudge in the holidays of all regions, at {wall}")
        if any(day < self.rest[where] for where in (chat_id, group) if where in self.rest):
            raise Broken(f"a nudge at {wall}, while rest was asked for")
        if chat_id < 0:
            return
        days = self.nudged[chat_id]
        if day in days:
            raise Broken(f"two nudges on {day}")
        days.append(day)
        if sum(one > day - timedelta(days=7) for one in days) > (HIGHEST_PACE if chat_id in self.chose else PACE):
            raise Broken(f"more nudges in seven days than the pace allows, at {wall}")

    def _private(self, chat_id: int, line: Line) -> None:
        key = str(line.key)
        of = next((line.args[name] for name in ("wie", "van") if name in line.args), None)
        owners = [self._person(m) for m in _members(of)]
        if key in NEVER_ANOTHERS and any(owner != chat_id for owner in owners):
            raise Broken(f"{key} of {owners} reaches {chat_id}")
        if key in OF_THE_GROUP | ON_A_CARD and any(o not in self.told and o != chat_id for o in owners):
            raise Broken(f"{key} of {owners} reaches {chat_id}, who never told it")

    def _person(self, member: MemberId) -> int:
        found = people.member(self.tx, member)
        assert found is not None
        return next((id for id in self.people if people.person_of_chat(self.tx, id) == found.person), 0)

    def _chat(self, row: OutboxRow) -> int:
        assert isinstance(row.to, outbox.ToCircle)
        return self.groups[int(row.to.circle)]


def lines_of(row: OutboxRow) -> Iterator[Line]:
    """Every line of a message, with those inside it."""
    if isinstance(row.letter, Note):
        for line in (*row.letter.lines, *(one for block in row.letter.blocks for one in block.lines)):
            yield from _with_inner(line)


def _with_inner(line: Line) -> Iterator[Line]:
    yield line
    for value in line.args.values():
        if isinstance(value, Lines):
            for inner in value.lines:
                yield from _with_inner(inner)


def _members(value: object) -> tuple[MemberId, ...]:
    match value:
        case Who(member=member):
            return (member,)
        case People(members=members):
            return members
        case _:
            return ()
