"""Who proposed something may take it back from its card, as long as nobody else said yes to it."""

import pytest
from telegram import CallbackQuery, User

from bot.acts import Cause
from bot.delivery.letters import Note
from bot.desk import Desk
from bot.intake.handlers import cards
from bot.intake.handlers.room import House, Room
from bot.rendering import Renderer
from bot.storage import outbox, tokens
from bot.storage.database import Database, Tx
from bot.strings import Strings
from flows.agreements import State
from flows.names import AgreementId
from tests.bot.table import Table
from tests.flows.people import ANNA, JOOST, NOOR

BUTTON = "ui/knop-toch-niet-voorstellen"


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    """Anna proposed that Joost and Noor call; both were asked."""
    table = await Table(database, desk).sit(ANNA, JOOST, NOOR)
    await table.proposes("Anna", "bellen op vrijdag", "Joost", "Noor")
    await database.transact(lambda tx: tx.change("UPDATE outbox SET sends = 1"))
    return table


async def _on_card(table: Table, name: str, id: AgreementId, *, tap: bool) -> set[str]:
    """The buttons under the card as this person sees it; with `tap` they take the proposal back."""
    member = table.members[name]

    def look(tx: Tx) -> set[str]:
        house = House(table.desk, table.runner, Renderer(table.desk.vault, Strings.load()), "praatmaat_demo_bot")
        room = Room(house, tx, Cause(name=f"card-{name}-{tap}", person=member.person, asked=True), 100)
        cards.show_card(room, member, id)
        row = outbox.load(tx, tx.run("SELECT id FROM outbox ORDER BY id DESC")[0]["id"])
        assert row is not None and isinstance(row.letter, Note)
        below = [button for buttons in row.letter.inline for button in buttons if button.line is not None]
        for button in below:
            token = tokens.find(tx, button.token or "", table.desk.clock)
            if tap and button.line is not None and button.line.key == BUTTON and token is not None:
                query = CallbackQuery(id="1", from_user=User(1, "Anna", is_bot=False), chat_instance="1")
                for _ in range(2):  # the second tap finds that it is done already
                    cards.tapped(room, query, token, member.person)
        return {button.line.key for button in below if button.line is not None}

    return await table.database.transact(look)


async def test_it_is_taken_back_with_one_tap_and_whoever_was_asked_hears_that_they_need_not_answer(
    table: Table,
) -> None:
    proposal = await table.newest("Anna")
    assert await table.asked("Joost") == "akkoord/akkoord"

    assert BUTTON in await _on_card(table, "Anna", proposal.id, tap=True)

    assert (await table.of(proposal)).state is State.DROPPED
    assert (await table.reads("Anna")).count("Goed, dit voorstel gaat niet door.") == 1
    for name in ("Joost", "Noor"):
        assert await table.asked(name) == ""
        assert (await table.reads(name)).count("Anna stelt dit toch niet voor: bellen op vrijdag.") == 1


async def test_nobody_else_can_and_neither_can_who_proposed_it_once_somebody_said_yes(table: Table) -> None:
    proposal = await table.newest("Anna")
    assert BUTTON not in await _on_card(table, "Joost", proposal.id, tap=False)

    await table.presses("Joost", "akkoord")

    assert BUTTON not in await _on_card(table, "Anna", proposal.id, tap=False)
