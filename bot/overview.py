"""The lists behind /afspraken: what stands in the group, and mine, what I wait for and others' in private."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.delivery.letters import Block, Note
from bot.keys import Vault
from bot.storage import agreements, looking_on, people
from bot.storage.database import Tx
from bot.storage.people import Member
from flows import agreements as rules
from flows.agreements import Agreement, Kind, Place, State, behind, concerns, day_for, place
from flows.line import Count, Day, Line, People, Quote, ui
from flows.names import AgreementId, CircleId, MemberId, PersonId

MOST_LINES = 15
"""In one list: longer ones are read by nobody on a phone."""

MOST_NAMES = 3
"""Of others, to tell one circle without a nickname from another."""

_HEADS = {
    Place.MINE: "afspraken-van-jou",
    Place.WAITING: "afspraken-wacht-op",
    Place.OTHERS: "afspraken-van-anderen",
    Place.WORKING: "afspraken-zo-werken-we",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One agreement on a list, as this member of its circle reads it."""

    number: int
    id: AgreementId
    circle: CircleId
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One message: a heading with its lists below it, and what stands in them, in the order of their numbers."""

    head: Line
    blocks: tuple[Block, ...]
    items: tuple[Item, ...]


def of_circle(tx: Tx, vault: Vault, circle: CircleId) -> Listed:
    """What stands, what waits for akkoord, and apart from them how people treat each other."""
    living = [a for a in agreements.of(tx, vault, circle) if a.state in (State.PROPOSED, State.STANDING)]
    waiting = [a for a in living if a.state is State.PROPOSED]
    doing = [a for a in living if a not in waiting and a.kind is Kind.ACTION]
    working = [a for a in living if a not in waiting and a.kind is Kind.WORKING]
    blocks: list[Block] = []
    items: list[Item] = []
    for head, found in ((None, doing), ("afspraken-wacht-op-akkoord", waiting), ("afspraken-zo-werken-we", working)):
        nobody = MemberId(0)
        shown = [_item(a, nobody, n) for n, a in enumerate(_soonest(found, nobody), len(items) + 1)]
        blocks += _block(shown, head=ui(head) if head else None, left_out=len(found) - len(shown))
        items += shown
    balance = rules.balance(living, {m.id: m.role for m in people.members(tx, circle)})
    blocks += [Block(lines=(balance,))] if balance is not None else []
    return Listed(head=ui("afspraken-kop" if living else "afspraken-geen"), blocks=tuple(blocks), items=tuple(items))


def of_person(tx: Tx, vault: Vault, person: PersonId) -> tuple[Listed, ...]:
    """Over all their circles, one message for each list with something in it; numbered on from one to the next."""
    lists: list[Listed] = []
    number = 1
    for where in Place:

        def here(agreement: Agreement, member: MemberId, where: Place = where) -> bool:
            return place(agreement, member) is where

        listed = _listed(tx, vault, person, here, head=_HEADS[where], first=number)
        if listed.items:
            lists.append(listed)
            number += len(listed.items)
    return tuple(lists)


def of_behind(tx: Tx, vault: Vault, person: PersonId) -> Listed | None:
    """What is finished, as far as this person may know, the latest day first; None when there is nothing."""
    listed = _listed(tx, vault, person, behind, head="afspraken-klaar", latest=True)
    return listed if listed.items else None


def of_week(tx: Tx, vault: Vault, person: PersonId) -> Note | None:
    """What someone promised and waits for, in one message; None when there is nothing of the kind."""
    heads = (_HEADS[Place.MINE], _HEADS[Place.WAITING])
    lists = [listed for listed in of_person(tx, vault, person) if listed.head.key in {ui(head).key for head in heads}]
    if not lists:
        return None
    blocks = (block for listed in lists for block in (Block(lines=(listed.head,)), *listed.blocks))
    return Note(lines=(ui("weekoverzicht-kop"),), blocks=tuple(blocks))


def which_circle(tx: Tx, vault: Vault, reader: Member) -> Line:
    """Which of their circles is meant: by the child's nickname, else by some of the others in it."""
    others = [m.id for m in people.members(tx, reader.circle) if m.id != reader.id]
    if people.child_of(tx, vault, reader.circle) or not others:
        return ui("afspraken-in-kring")
    return ui("afspraken-in-kring-met", wie=People(tuple(others[:MOST_NAMES])))


def _all(agreement: Agreement, member: MemberId) -> bool:
    return True


def _listed(
    tx: Tx,
    vault: Vault,
    person: PersonId,
    wanted: Callable[[Agreement, MemberId], bool],
    *,
    head: str,
    first: int = 1,
    latest: bool = False,
) -> Listed:
    circles = people.circles_of(tx, person)
    blocks: list[Block] = []
    items: list[Item] = []
    for member in circles:
        open_to = concerns if looking_on.looks_on(tx, member.id) else _all
        found = [a for a in agreements.of(tx, vault, member.circle) if wanted(a, member.id) and open_to(a, member.id)]
        chosen = _soonest(found, member.id, latest=latest)
        shown = [_item(a, member.id, n) for n, a in enumerate(chosen, first + len(items))]
        circle = which_circle(tx, vault, member) if len(circles) > 1 else None
        blocks += _block(shown, head=circle, left_out=len(found) - len(shown), member=member.id)
        items += shown
    return Listed(head=ui(head), blocks=tuple(blocks), items=tuple(items))


def _soonest(found: Sequence[Agreement], reader: MemberId, *, latest: bool = False) -> list[Agreement]:
    return sorted(found, key=lambda a: (day_for(a, reader), a.id), reverse=latest)[:MOST_LINES]


def _block(shown: Sequence[Item], *, head: Line | None, left_out: int, member: MemberId | None = None) -> list[Block]:
    if not shown:
        return []
    lines = Block(lines=tuple(item.line for item in shown), head=head, member=member, first=shown[0].number)
    return [lines, Block(lines=(ui("afspraken-meer", n=Count(left_out)),))] if left_out else [lines]


def _item(agreement: Agreement, reader: MemberId, number: int) -> Item:
    what, day = Quote((agreement.part_of(reader),)), Day(day_for(agreement, reader))
    asked, mine = agreement.state is State.PROPOSED, place(agreement, reader) is Place.MINE
    if agreement.kind is Kind.WORKING and not asked:
        line = ui("regel-werkafspraak", wat=what)
    elif agreement.kind is Kind.WORKING and mine:
        line = ui("regel-werkafspraak-mijn-akkoord", wat=what)
    elif agreement.kind is Kind.WORKING:
        line = ui("regel-werkafspraak-akkoord", wat=what, wie=People(agreement.owners))
    elif mine:
        line = ui("regel-mijn-akkoord" if asked else "regel-mijn", wat=what, wanneer=day)
    else:
        key = "regel-van-akkoord" if asked else "regel-van"
        line = ui(key, wat=what, wie=People(agreement.owners), wanneer=day)
    return Item(number=number, id=agreement.id, circle=agreement.circle, line=line)
