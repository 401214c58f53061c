"""A live meeting from the first idea to a report that is confirmed, and what lies printed on the table."""

import json

import pytest

from bot.acts import Cause
from bot.delivery import send as sending
from bot.delivery.compose import Circumstances, compose
from bot.delivery.letters import SheetLetter
from bot.delivery.parts import PicturePart
from bot.desk import Desk
from bot.rendering import Renderer
from bot.reports.pictures import Picture, printed
from bot.storage import circles, outbox, runs
from bot.storage.database import Database, Tx
from bot.strings import Strings
from flows.manners import DeliveryClass
from flows.names import FlowId, Role
from flows.schools import School
from tests.bot.table import FRIDAY, Table
from tests.flows.people import ANNA, JOOST, SAM


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    return await Table(database, desk).sit(ANNA, SAM, JOOST)


async def prepared(table: Table) -> None:
    """A parent takes the lead."""
    await table.begins("Anna", "bijeenkomst")
    await table.says("Anna", "elkaar leren kennen")
    await table.gives("Anna", FRIDAY)
    await table.presses("Anna", "deels")
    await table.says("Anna", "15.00 uur, bij ons thuis")
    await table.presses("Anna", "iedereen")
    await table.presses("Anna", "overslaan")
    for name in ("Sam", "Joost"):
        await table.presses("Anna", f"lid-{table.members[name].id}")


async def test_a_parent_prepares_it_a_pupil_begins_it_and_both_confirm_the_report(table: Table) -> None:
    await prepared(table)
    board = "bijeenkomst-bord"
    assert "15.00 uur, bij ons thuis" in await _board(table) and "deelt één telefoon" in await _board(table)
    await table.taps("Sam", "beginnen", flow=board)
    await table.taps("Sam", "principes", flow="kiezen")  # the same road as /gesprek
    await table.agrees("Joost", "belt elke vrijdag", "Joost")
    await table.taps("Joost", "verslag", flow=board)
    await table.sits("Noor", Role.CARE)  # after the board was made
    for name in ("Noor", "Joost", "Sam", "Anna"):
        await table.taps(name, "klopt", flow=board)
    shown = await _board(table)
    assert "elkaar leren kennen" in shown and "15.00 uur, bij ons thuis" not in shown
    assert "belt elke vrijdag (Joost, vrijdag 13 maart)" in shown and "Dit klopt volgens: Sam en Anna" in shown
    await table.taps("Anna", "sluiten", flow=board)
    circle = table.members["Anna"].circle
    assert not await table.database.transact(lambda tx: runs.open_in(tx, circle, flow=FlowId(board)))


async def test_who_begins_it_while_a_talk_is_under_way_says_what_becomes_of_that_one(table: Table) -> None:
    await table.talks("Anna")
    await prepared(table)
    await table.taps("Sam", "beginnen", flow="bijeenkomst-bord")
    await table.taps("Sam", "rusten", flow="al-bezig")
    await table.taps("Sam", "principes", flow="kiezen")


async def test_preparing_it_again_takes_the_place_of_the_first(table: Table) -> None:
    await prepared(table)
    await prepared(table)
    circle = table.members["Anna"].circle
    open_boards = await table.database.transact(lambda tx: runs.open_in(tx, circle, flow=FlowId("bijeenkomst-bord")))
    assert len(open_boards) == 1


async def _board(table: Table) -> str:
    """What the group reads on the board now."""
    by = Renderer(table.desk.vault, Strings.load())
    circle = table.members["Anna"].circle

    def look(tx: Tx) -> str:
        (run,) = runs.open_in(tx, circle, flow=FlowId("bijeenkomst-bord"))
        ids = tx.run("SELECT id FROM outbox WHERE run = :r AND kind = 'board' ORDER BY id DESC", r=run)
        row = outbox.load(tx, ids[0]["id"])
        assert row is not None
        (part,) = compose(tx, by, row, Circumstances(now=table.desk.clock.now()), -400)
        return getattr(part, "html", "").replace("\u2068", "").replace("\u2069", "")

    return await table.database.transact(look)


@pytest.mark.parametrize("deck", ["principes", "praatplaat"])
async def test_a_deck_is_printed_with_the_question_of_each_role_and_without_anybodys_child(
    table: Table, deck: str
) -> None:
    circle, library = table.members["Anna"].circle, table.desk.library
    by = Renderer(table.desk.vault, Strings.load(), schools=library.schools)
    await table.database.transact(lambda tx: circles.set_school(tx, circle, School.VOCATIONAL))

    def make(tx: Tx) -> list[PicturePart]:
        (found,) = (one for one in library.decks if one.id == deck)
        flows = [(card.text, library.flow(FlowId(f"kaarten-omdraaien/{card.text}"))) for card in found.cards]
        for _, flow in flows:
            runs.keep_revision(tx, flow.revision, library.revision(flow.revision))
        parts: list[PicturePart] = []
        for whole in (False, True):
            letter = SheetLetter(deck=deck, cards=tuple((c, f.revision) for c, f in flows), whole=whole)
            outbox.enqueue(tx, to=outbox.ToCircle(circle), klass=DeliveryClass.REPLY, letter=letter,
                           dedupe=Cause(name=f"print{whole}").next_key(), clock=table.desk.clock)  # fmt: skip
            row = outbox.load(tx, tx.run("SELECT id FROM outbox WHERE kind = 'sheet' ORDER BY id DESC")[0]["id"])
            assert row is not None
            (part,) = compose(tx, by, row, Circumstances(now=table.desk.clock.now()), -400)
            assert isinstance(part, PicturePart)
            parts.append(part)
        return parts

    cards, plate = await table.database.transact(make)
    assert (cards.file, plate.file) == (f"kaarten-{deck}.pdf", f"plaat-{deck}.pdf")
    for part in (cards, plate):
        assert printed(part.picture).startswith(b"%PDF") and "{" not in json.loads(part.picture.data)["title"]
    data = json.loads(cards.picture.data)
    assert [len(card["questions"]) for card in data["cards"]] == [5] * len(data["cards"])
    assert data["cards"][0]["questions"][0]["who"] == "student" and "{kind}" not in cards.picture.data
    assert len(data["questions"]) == 5


async def test_a_sheet_goes_as_a_file_and_is_the_same_each_time(table: Table) -> None:
    class Telegram:
        sent: bytes = b""

        async def send_document(self, chat: int, body: bytes, filename: str, **rest: object) -> object:
            assert filename == "plaat-proef.pdf"
            self.sent = body
            return type("Message", (), {"message_id": 5})()

    data = {"title": "Proef", "language": "nl", "cards": [{"id": "sta-dichtbij", "title": "Sta dichtbij"}],
            "own": "Eigen", "questions": ["Hoe gaat het?"]}  # fmt: skip
    picture = Picture("plaat-printen", json.dumps(data))
    telegram = Telegram()
    part = PicturePart(picture=picture, caption="Op één blad", file="plaat-proef.pdf")
    assert await sending.send(telegram, -4, part) == sending.Arrived(5)  # type: ignore[arg-type]
    assert telegram.sent == printed(picture)
