"""People and who is a member of what; with addresses and circles, everything about who is who."""

from dataclasses import dataclass
from enum import StrEnum

from bot import typed
from bot.keys import Forgotten, Vault, of_member
from bot.storage.addresses import chat_of_circle as chat_of_circle
from bot.storage.addresses import chat_of_person as chat_of_person
from bot.storage.addresses import circle_of_chat as circle_of_chat
from bot.storage.addresses import ensure_circle as ensure_circle
from bot.storage.addresses import ensure_person as ensure_person
from bot.storage.addresses import migrate as migrate
from bot.storage.addresses import person_of_chat as person_of_chat
from bot.storage.circles import Circle as Circle
from bot.storage.circles import CircleState as CircleState
from bot.storage.circles import child_of as child_of
from bot.storage.circles import circle as circle
from bot.storage.circles import set_calendar as set_calendar
from bot.storage.circles import set_child as set_child
from bot.storage.circles import set_circle_state as set_circle_state
from bot.storage.circles import set_pause as set_pause
from bot.storage.circles import set_welcomed as set_welcomed
from bot.storage.circles import touch_circle as touch_circle
from bot.storage.database import Row, Tx
from flows.names import CircleId, Language, MemberId, PersonId, Role
from flows.run import Participant
from flows.texts import HOME

LONGEST_NAME = 64


class MemberState(StrEnum):
    """Whether a member takes part."""

    ACTIVE = "active"
    STOPPED = "stopped"  # asked the bot to stop
    LEFT = "left"  # left the group


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A human being; `manners` is JSON (flows.manners reads it)."""

    id: PersonId
    language: Language
    zone: str
    manners: str
    reachable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a circle; `language` is the person's own."""

    id: MemberId
    circle: CircleId
    person: PersonId
    role: Role
    state: MemberState
    language: Language


# ------------------------------------------------------------ persons


def person(tx: Tx, id: PersonId) -> Person | None:
    """What we know of someone over all circles."""
    row = tx.one("SELECT * FROM persons WHERE id = :id", id=id)
    if row is None:
        return None
    return Person(
        id=PersonId(row["id"]),
        language=Language(row["language"]),
        zone=row["zone"],
        manners=row["manners"],
        reachable=bool(row["reachable"]),
    )


def language_of(tx: Tx, person: PersonId) -> Language:
    """The language someone reads; Dutch for someone we do not know."""
    row = tx.one("SELECT language FROM persons WHERE id = :id", id=person)
    return Language(row["language"]) if row is not None else HOME


def set_language(tx: Tx, person: PersonId, language: str) -> None:
    """They chose a language."""
    tx.change(
        "UPDATE persons SET language = :language, version = version + 1 WHERE id = :id",
        language=language,
        id=person,
    )


def set_manners(tx: Tx, person: PersonId, manners: str) -> None:
    """They chose their own hours, days or pace (JSON)."""
    tx.change(
        "UPDATE persons SET manners = :manners, version = version + 1 WHERE id = :id",
        manners=manners,
        id=person,
    )


def set_reachable(tx: Tx, person: PersonId, reachable: bool) -> bool:
    """They wrote to us, or blocked us; whether that is news."""
    changed = tx.change(
        "UPDATE persons SET reachable = :reachable, version = version + 1 WHERE id = :id AND reachable <> :reachable",
        reachable=int(reachable),
        id=person,
    )
    return changed > 0


# ------------------------------------------------------------ consent and members


def consent(tx: Tx, *, circle: CircleId, person: PersonId, version: str, at: float) -> None:
    """They agreed to what is stored: from now on their words in private may be."""
    tx.change(
        "INSERT INTO consents (circle, person, version, at) VALUES (:circle, :person, :version, :at) "
        "ON CONFLICT (circle, person) DO UPDATE SET version = excluded.version, at = excluded.at",
        circle=circle,
        person=person,
        version=version,
        at=at,
    )


def withdraw(tx: Tx, *, circle: CircleId, person: PersonId) -> None:
    """Their consent for this circle is over."""
    tx.change("DELETE FROM consents WHERE circle = :circle AND person = :person", circle=circle, person=person)


def consented(tx: Tx, person: PersonId) -> bool:
    """Whether anything they write in private may be stored: they agreed for at least one circle."""
    return tx.one("SELECT 1 FROM consents WHERE person = :person LIMIT 1", person=person) is not None


def add_member(
    tx: Tx,
    vault: Vault,
    *,
    circle: CircleId,
    person: PersonId,
    role: Role,
    name: str,
    consent_version: str,
    at: float,
) -> Member:
    """A new member, or one who stopped or left and comes back: the same id, with a new consent."""
    consent(tx, circle=circle, person=person, version=consent_version, at=at)
    known = member_of(tx, circle, person)
    id = known.id if known is not None else MemberId(tx.new_id())
    tx.change(
        "INSERT INTO members (id, circle, person, role, sealed_name, consent_version, consent_at) "
        "VALUES (:id, :circle, :person, :role, :name, :version, :at) "
        "ON CONFLICT (circle, person) DO UPDATE SET role = excluded.role, sealed_name = excluded.sealed_name, "
        "consent_version = excluded.consent_version, consent_at = excluded.consent_at, state = 'active', "
        "version = members.version + 1",
        id=id,
        circle=circle,
        person=person,
        role=role,
        name=_sealed_name(tx, vault, id, _distinct(tx, vault, circle, id, typed.one_line(name, most=LONGEST_NAME))),
        version=consent_version,
        at=at,
    )
    added = member(tx, id)
    assert added is not None
    return added


def member(tx: Tx, id: MemberId) -> Member | None:
    """A member by id, active or not."""
    row = tx.one(_MEMBER + "WHERE m.id = :id", id=id)
    return _member(row) if row is not None else None


def member_of(tx: Tx, circle: CircleId, person: PersonId) -> Member | None:
    """This person in this circle, active or not."""
    row = tx.one(_MEMBER + "WHERE m.circle = :circle AND m.person = :person", circle=circle, person=person)
    return _member(row) if row is not None else None


def members(tx: Tx, circle: CircleId, active: bool = True) -> list[Member]:
    """The members of a circle in the order they joined; `active` False: also who stopped or left."""
    rows = tx.run(
        _MEMBER + "WHERE m.circle = :circle AND (m.state = 'active' OR NOT :active) ORDER BY m.id",
        circle=circle,
        active=int(active),
    )
    return [_member(row) for row in rows]


def taking_part(tx: Tx, circle: CircleId) -> tuple[Participant, ...]:
    """The active members but for who looks on, as participants; who can't be written to is not waited for."""
    rows = tx.run(
        """SELECT m.id, m.role, p.reachable FROM members m JOIN persons p ON p.id = m.person
           WHERE m.circle = :circle AND m.state = 'active' AND NOT m.looks_on ORDER BY m.id""",
        circle=circle,
    )
    return tuple(Participant(member=MemberId(r["id"]), role=Role(r["role"]), here=bool(r["reachable"])) for r in rows)


def circles_of(tx: Tx, person: PersonId) -> list[Member]:
    """Someone's active memberships, oldest first."""
    rows = tx.run(_MEMBER + "WHERE m.person = :person AND m.state = 'active' ORDER BY m.id", person=person)
    return [_member(row) for row in rows]


def set_member_state(tx: Tx, id: MemberId, state: str) -> None:
    """They stopped, left or are back. Who stops or leaves has withdrawn their consent for this circle."""
    tx.change(
        "UPDATE members SET state = :state, version = version + 1 WHERE id = :id",
        state=MemberState(state),
        id=id,
    )
    found = member(tx, id)
    if found is not None and found.state is not MemberState.ACTIVE:
        withdraw(tx, circle=found.circle, person=found.person)


def set_role(tx: Tx, id: MemberId, role: Role) -> None:
    """They chose another role."""
    tx.change("UPDATE members SET role = :role, version = version + 1 WHERE id = :id", role=role, id=id)


def name_of(tx: Tx, vault: Vault, member_id: MemberId) -> str:
    """The name a member goes by; "" when it was forgotten or never known."""
    row = tx.one("SELECT sealed_name FROM members WHERE id = :id", id=member_id)
    if row is None:
        return ""
    try:
        return vault.open(
            tx,
            of_member(member_id),
            row["sealed_name"],
            table="members",
            row=member_id,
            column="sealed_name",
        )
    except Forgotten:
        return ""


def set_name(tx: Tx, vault: Vault, member_id: MemberId, name: str) -> None:
    """Another name."""
    tx.change(
        "UPDATE members SET sealed_name = :name, version = version + 1 WHERE id = :id",
        name=_sealed_name(tx, vault, member_id, name),
        id=member_id,
    )


def refresh_name(tx: Tx, vault: Vault, person: PersonId, first_name: str) -> None:
    """What Telegram calls them now, in every circle they take part in; nothing known changes nothing."""
    name = typed.one_line(first_name, most=LONGEST_NAME)
    if not name:
        return
    for one in circles_of(tx, person):
        own = _distinct(tx, vault, one.circle, one.id, name)
        if name_of(tx, vault, one.id) != own:
            set_name(tx, vault, one.id, own)


def _distinct(tx: Tx, vault: Vault, circle: CircleId, id: MemberId, name: str) -> str:
    """Two people called Anna in one circle: the one who came later is 'Anna 2', on every keyboard and card."""
    others = {name_of(tx, vault, one.id).casefold() for one in members(tx, circle) if one.id < id}
    numbers = (f"{name} {n}" for n in range(2, len(others) + 3))
    return name if name.casefold() not in others or not name else next(n for n in numbers if n.casefold() not in others)


_MEMBER = (
    "SELECT m.id, m.circle, m.person, m.role, m.state, p.language FROM members m JOIN persons p ON p.id = m.person "
)


def _member(row: Row) -> Member:
    return Member(
        id=MemberId(row["id"]),
        circle=CircleId(row["circle"]),
        person=PersonId(row["person"]),
        role=Role(row["role"]),
        state=MemberState(row["state"]),
        language=Language(row["language"]),
    )


def _sealed_name(tx: Tx, vault: Vault, id: MemberId, name: str) -> bytes:
    return vault.seal(
        tx,
        of_member(id),
        typed.one_line(name, most=LONGEST_NAME),
        table="members",
        row=id,
        column="sealed_name",
    )
