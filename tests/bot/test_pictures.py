"""The drawings of the cards: all there, the same each time, clear without colour; and a talk opens with its own."""

import re
from collections.abc import AsyncIterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path

import pytest
from telegram.error import BadRequest

from bot.delivery import send as sending
from bot.delivery.compose import Circumstances, compose
from bot.delivery.letters import CardLetter
from bot.delivery.parts import PicturePart
from bot.delivery.splitting import units
from bot.desk import Desk
from bot.keys import MasterKey, Vault
from bot.library import Library
from bot.rendering import Renderer
from bot.reports import pictures
from bot.reports.pictures import compiled, of_card
from bot.storage import outbox
from bot.storage.database import Database, Tx
from bot.strings import Strings
from flows.cards import BLANK, PARENTS_TIP
from flows.manners import DeliveryClass
from flows.names import FlowId, Role, TextKey
from flows.texts import HOME
from tests import png
from tests.bot.table import Table
from tests.clock import ManualClock

LIBRARY = Library.load()
NAMES = tuple(sorted((*(card.id for card in LIBRARY.cards), *(deck.id for deck in LIBRARY.decks))))
COARSE = 1  # pixels a point: a third of what people see, and a tenth of the work


@pytest.fixture
async def table(tmp_path: Path) -> AsyncIterator[Table]:
    clock = ManualClock()
    async with Database.open(tmp_path / "praatmaat.db", clock=clock) as database:
        table = Table(database, Desk(LIBRARY, Vault(MasterKey.new(tmp_path / "master.key")), clock))
        await table.sits("Anna", Role.PARENT)
        await table.sits("Joost", Role.SCHOOL)
        yield table


@pytest.mark.parametrize("name", NAMES)
def test_every_card_and_every_deck_has_a_drawing_that_can_be_drawn(name: str) -> None:
    assert png.size(compiled(of_card(name), pixels=COARSE)) == (360, 270)


@pytest.mark.parametrize("name", ["oerwoud-van-regels", "wat-nodig-is-niet-de-regel"])
def test_on_a_grey_printer_the_lines_stand_out_from_what_they_are_drawn_on(name: str) -> None:
    picture = png.read(compiled(of_card(name), pixels=COARSE))
    shades = sorted(shade for row in picture.grey for shade in row)
    darkest, middle = shades[len(shades) // 200], shades[len(shades) // 2]
    assert png.contrast(darkest, middle) > 4.5
    assert 0.01 < sum(shade < 70 for shade in shades) / len(shades) < 0.35, "lines, not a smear"


def test_every_tint_stands_out_from_the_lines_around_it_without_colour() -> None:
    sources = [file.read_text(encoding="utf-8") for file in _sources()]
    tints = {code for source in sources for code in re.findall(r'rgb\("#([0-9a-f]{6})"\)', source)}
    line, night = _grey("1b2a3a"), {"1b2a3a", "2b2a33", "3d4a5c", "46586a"}  # black hair, and what lies in the dark
    dim = {tint for tint in tints - night if png.contrast(_grey(tint), line) < 2.1}
    assert len(tints) > 20 and not dim


def test_skins_are_told_apart_without_colour() -> None:
    kit = (files("content") / "pictures" / "kit.typ").read_text(encoding="utf-8")
    skins = [
        _grey(re.findall(rf'#let {name} = rgb\("#(.{{6}})"\)', kit)[0]) for name in ("light", "tan", "brown", "deep")
    ]
    assert all(png.contrast(one, other) > 1.2 for one, other in pairwise(skins))


def test_the_same_drawing_is_the_same_to_the_last_byte() -> None:
    assert compiled(of_card(NAMES[0]), pixels=COARSE) == compiled(of_card(NAMES[0]), pixels=COARSE)
    assert pictures.draw(of_card(NAMES[0])) is pictures.draw(of_card(NAMES[0])), "and drawn once"


def test_a_drawing_has_no_words_to_read() -> None:
    for file in _sources():
        source = file.read_text(encoding="utf-8")
        assert "text(" not in source and "[" not in source, file.name


async def test_a_talk_opens_with_the_drawing_of_its_card_and_then_the_board(table: Table) -> None:
    await table.talks("Anna", "oog-voor-onmacht")
    by = Renderer(table.desk.vault, Strings.load())

    def opening(tx: Tx) -> tuple[list[str], PicturePart]:
        rows = [outbox.load(tx, row["id"]) for row in tx.run("SELECT id FROM outbox ORDER BY id")]
        kinds = [str(row.letter.kind) for row in rows if row is not None and isinstance(row.to, outbox.ToCircle)]
        (row,) = (row for row in rows if row is not None and isinstance(row.letter, CardLetter))
        assert row.klass is DeliveryClass.REPLY, "somebody just began it there"
        (part,) = compose(tx, by, row, Circumstances(now=table.desk.clock.now()), -400)
        assert isinstance(part, PicturePart)
        return kinds, part

    kinds, part = await table.database.transact(opening)
    assert kinds.index("card") < len(kinds) - 1 and kinds[kinds.index("card") + 1] == "board"
    assert kinds.count("card") == 1 and part.picture == of_card("oog-voor-onmacht") and not part.protect
    title, about, _, shown = part.caption.split("\n")
    assert "Heb oog en begrip voor elkaars onmacht" in title and about
    assert "handen in het haar" in shown and units(part.caption) <= 1024


async def test_a_topic_of_the_plate_opens_with_advice_of_parents_and_a_principle_does_not(table: Table) -> None:
    await table.talks("Anna", "sta-dichtbij", deck="praatplaat")
    by = Renderer(table.desk.vault, Strings.load())

    def captions(tx: Tx) -> list[str]:
        rows = [outbox.load(tx, row["id"]) for row in tx.run("SELECT id FROM outbox ORDER BY id")]
        cards = [row for row in rows if row is not None and isinstance(row.letter, CardLetter)]
        parts = [compose(tx, by, row, Circumstances(now=table.desk.clock.now()), -400)[0] for row in cards]
        return [part.caption for part in parts if isinstance(part, PicturePart)]

    (caption,) = await table.database.transact(captions)
    assert caption.endswith("Is een ouder verdrietig of boos? Blijf er dan gewoon bij.")
    assert "Tip van ouders" in caption.split("\n")[-1]
    assert TextKey(PARENTS_TIP) not in LIBRARY.texts(FlowId("kaarten-omdraaien/oog-voor-onmacht")).by_language[HOME]


def test_a_card_without_a_drawing_of_its_own_opens_with_that_of_the_blank_card() -> None:
    assert of_card("nog-niet-getekend") == of_card(BLANK)


async def test_where_photos_may_not_be_sent_the_words_go_alone() -> None:
    class Telegram:
        async def send_photo(self, chat: int, photo: bytes, **rest: object) -> object:
            raise BadRequest("Not enough rights to send photos to the chat")

        async def send_message(self, chat: int, text: str, **rest: object) -> object:
            assert text == "<b>Investeer in de relatie</b>"
            return type("Message", (), {"message_id": 5})()

    part = PicturePart(picture=of_card(NAMES[0]), caption="<b>Investeer in de relatie</b>")
    assert await sending.send(Telegram(), -4, part) == sending.Arrived(5)  # type: ignore[arg-type]


def _sources() -> list[Traversable]:
    return sorted((files("content") / "pictures" / "kaarten").iterdir(), key=lambda file: file.name)


def _grey(code: str) -> float:
    red, green, blue = (int(code[at : at + 2], 16) for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue
