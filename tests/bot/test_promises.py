"""What becomes of what people promised together when one of them goes."""

from datetime import date

import pytest

from bot import deeds
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.delivery.letters import Note
from bot.desk import Desk
from bot.outcomes import Outcomes
from bot.rendering import Reader, Renderer
from bot.runner import Runner
from bot.storage import agreements, outbox, people, words
from bot.storage.database import Database, Tx
from bot.storage.people import Member
from bot.strings import Strings
from flows import agreements as rules
from flows.agreements import Agreement, State
from flows.line import People, ui
from flows.manners import DeliveryClass
from flows.names import AgreementId, FlowId, Form, Language, Role


def _member(tx: Tx, desk: Desk, chat: int, name: str) -> Member:
    circle, person = people.ensure_circle(tx, -400), people.ensure_person(tx, chat, "nl")
    return people.add_member(
        tx, desk.vault, circle=circle, person=person, role=Role.PARENT, name=name, consent_version="1", at=10.0
    )


def _proposal(tx: Tx, desk: Desk) -> tuple[Agreement, Member, Member]:
    """Rosa and Mees would do it together; only Rosa gave her akkoord so far."""
    rosa, mees = _member(tx, desk, 11, "Rosa"), _member(tx, desk, 12, "Mees")
    what = words.store(
        tx, desk.vault, owner=rosa.id, circle=rosa.circle, run=None, form=Form.TEXT, body="samen koken", at=10.0
    )
    proposal = rules.propose(
        AgreementId(tx.new_id()),
        circle=rosa.circle,
        by=rosa.id,
        what=what,
        owners=(rosa.id, mees.id),
        day=date(2026, 3, 20),
        on=date(2026, 3, 10),
    )
    agreements.add(tx, desk.vault, rules.accept(proposal, rosa.id, on=date(2026, 3, 10)), run=None, at=10.0)
    return proposal, rosa, mees


@pytest.mark.parametrize("state", ["stopped", "left"])
async def test_when_the_one_whose_akkoord_was_waited_for_goes_the_others_are_asked_on_their_day(
    database: Database, desk: Desk, state: str
) -> None:
    proposal, rosa, mees = await database.transact(lambda tx: _proposal(tx, desk))

    await database.transact(lambda tx: deeds.leave(desk, tx, mees.id, state, Cause(name="u1")))

    left = await database.transact(lambda tx: agreements.load(tx, desk.vault, proposal.id))
    assert left is not None and left.state is State.STANDING and left.owners == (rosa.id,)
    asked = await database.transact(lambda tx: tx.run("SELECT member FROM timers WHERE purpose = 'check-in'"))
    assert [row["member"] for row in asked] == [rosa.id]
    told = await database.transact(lambda tx: tx.run("SELECT body FROM outbox WHERE circle IS NOT NULL"))
    assert ["afspraak-staat" in row["body"] for row in told] == [True], "the group sees that it stands, once"


@pytest.mark.parametrize("with_rosa", [False, True])
async def test_what_waited_to_tell_of_someone_is_not_told_once_they_are_gone(
    database: Database, desk: Desk, with_rosa: bool
) -> None:
    rosa = await database.transact(lambda tx: _member(tx, desk, 11, "Rosa"))
    mees = await database.transact(lambda tx: _member(tx, desk, 12, "Mees"))
    about = People((mees.id, rosa.id) if with_rosa else (mees.id,))
    outcomes = Outcomes(desk, Runner(desk))

    def waiting(tx: Tx) -> bool:
        """A line to the group about them stands in the outbox; may it still go?"""
        outbox.enqueue(
            tx,
            to=outbox.ToCircle(mees.circle),
            klass=DeliveryClass.REPLY,
            letter=Note(lines=(ui("afspraak-staat", wie=about),)),
            dedupe="line",
            clock=desk.clock,
        )
        row = outbox.load(tx, tx.run("SELECT id FROM outbox WHERE dedupe_key = 'line'")[0]["id"])
        assert row is not None
        return outcomes.still(tx, row)

    assert await database.transact(waiting)
    await database.transact(lambda tx: deeds.leave(desk, tx, mees.id, "left", Cause(name="u1")))
    assert await database.transact(waiting) is with_rosa
    reader = Reader(language=Language("nl"), circle=mees.circle, group=True)
    names = Renderer(desk.vault, Strings.load())
    said = await database.transact(lambda tx: names.plain(tx, ui("doet-mee", wie=about), reader))
    assert ("Rosa" in said, "iemand" in said) == (with_rosa, not with_rosa)


async def test_who_stopped_is_asked_nothing_any_more(database: Database, desk: Desk) -> None:
    mees = await database.transact(lambda tx: _member(tx, desk, 12, "Mees"))
    await database.transact(lambda tx: people.set_member_state(tx, mees.id, "stopped"))

    begun = await database.transact(lambda tx: begin_private(desk, tx, FlowId("peiling"), mees.circle, mees.id))

    assert begun == ()
