"""Circles whose members joined already, made through the bot's own code: a test begins where it matters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot import check_ins
from bot.acts import Cause
from bot.deeds import CONSENT_VERSION
from bot.desk import Beginning, Desk
from bot.runner import Runner
from bot.storage import agreements, people, prompts, runs, words
from bot.storage.database import Database, Tx
from flows import agreements as rules
from flows.agreements import Agreement
from flows.events import Tapped
from flows.line import Word
from flows.moments import OpeningMoment
from flows.names import AgreementId, CircleId, FlowId, Form, MemberId, Pace, Role, RunId, TextKey
from flows.run import Participant
from flows.steps.opening import BEGIN
from tests.people import Group, Person, Town

CARD = "zie-vooral-het-kind"
SMALL = {"Anna": Role.PARENT, "Joost": Role.SCHOOL, "Sam": Role.PUPIL}


@dataclass(frozen=True)
class Kring:
    """A group with its circle; people and their member ids in the order they joined."""

    group: Group
    id: CircleId
    people: tuple[Person, ...]
    members: tuple[MemberId, ...]

    def member(self, person: Person) -> MemberId:
        """This person in this circle."""
        return self.members[self.people.index(person)]


async def circle(
    town: Town,
    database: Database,
    desk: Desk,
    title: str,
    roles: Mapping[str, Role] = SMALL,
    *,
    known: Mapping[str, Person] | None = None,
    supergroup: bool = False,
) -> Kring:
    """A welcomed group in which everybody joined and may be written to; `known` people join once more."""
    who = {name: (known or {}).get(name) or await town.person(name) for name in roles}
    folk = tuple(who.values())
    group = await town.group(title, folk[0], *folk[1:], with_bot=False, supergroup=supergroup)
    for person in folk:
        town.world.private_chat(person.id)

    def joined(tx: Tx) -> tuple[CircleId, tuple[MemberId, ...]]:
        id = people.ensure_circle(tx, group.id)
        people.set_welcomed(tx, id)
        people.touch_circle(tx, id, desk.seconds())
        for person in folk:  # who joined has pressed Start
            people.set_reachable(tx, people.ensure_person(tx, person.id, "nl"), True)
        members = tuple(
            people.add_member(
                tx,
                desk.vault,
                circle=id,
                person=people.ensure_person(tx, person.id, "nl"),
                role=roles[name],
                name=name,
                consent_version=CONSENT_VERSION,
                at=desk.seconds(),
            ).id
            for name, person in who.items()
        )
        return id, members

    id, members = await database.transact(joined)
    await town.act("add_bot", chat=group.id, by=folk[0].id)
    return Kring(group, id, folk, members)


async def talk(
    database: Database, desk: Desk, kring: Kring, *, pace: Pace = Pace.NOW, card: str = CARD, opened: bool = False
) -> RunId:
    """A talk begun by the first member, as after /gesprek and some taps in the group; nobody opens it unless asked."""

    def begin(tx: Tx) -> RunId:
        members = people.members(tx, kring.id)
        beginning = Beginning(
            flow=FlowId(f"kaarten-omdraaien/{card}"),
            circle=kring.id,
            participants=tuple(Participant(member=m.id, role=m.role) for m in members),
            starter=members[0].id,
            pace=pace,
            about={"titel": Word(TextKey("title"))},
        )
        cause = Cause(name=f"seed{kring.id}", person=members[0].person, circle=kring.id)
        runner = Runner(desk)
        runner.begin(tx, beginning, cause)
        run = runs.open_talk(tx, kring.id)
        record = runs.load(tx, desk.vault, run) if run is not None else None
        assert run is not None and record is not None
        if isinstance(record.run.moment, OpeningMoment) and not opened:
            at, here = desk.at(tx, kring.id), record.run
            assert here.at is not None
            tapped = Tapped(at=at, by=members[0].id, step=here.at, turn=here.turn, option=BEGIN)
            runner.happens(tx, run, tapped, cause)
        return run

    return await database.transact(begin)


def asked(tx: Tx, person: int) -> str | None:
    """The step of the question that is open for the person with this private chat."""
    known = people.person_of_chat(tx, person)
    prompt = prompts.open_of(tx, known) if known is not None else None
    return str(prompt.question.step) if prompt is not None else None


async def agreed(database: Database, desk: Desk, kring: Kring, owner: Person, what: str, day: date) -> Agreement:
    """An agreement of which its owner said akkoord."""
    member = kring.member(owner)

    def make(tx: Tx) -> Agreement:
        kept = words.store(
            tx, desk.vault, owner=member, circle=kring.id, run=None, form=Form.TEXT, body=what, at=desk.seconds()
        )
        words.open_to_circle(tx, desk.vault, (kept,))
        id = AgreementId(tx.new_id())
        proposed = rules.propose(id, circle=kring.id, by=member, what=kept, owners=(member,), day=day, on=day)
        agreements.add(tx, desk.vault, proposed, run=None, at=desk.seconds())
        accepted = rules.accept(proposed, member, None, on=day)
        agreements.save(tx, desk.vault, accepted)
        check_ins.plan(desk, tx, accepted, member)
        return accepted

    return await database.transact(make)
