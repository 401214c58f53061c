"""The filled-in plate of a talk: what lay open in the group, in one picture and in words, and nothing else."""

import json
from dataclasses import replace
from itertools import count

import pytest

from bot.delivery.compose import Circumstances, compose
from bot.delivery.letters import PlateLetter, RevealLetter
from bot.delivery.parts import PicturePart
from bot.delivery.splitting import CAPTION, visible_units
from bot.rendering import Renderer
from bot.reports.pictures import Picture, compiled
from bot.storage import fates, outbox, runs
from bot.storage.database import Tx
from bot.strings import Strings
from flows.events import Revealed
from flows.manners import DeliveryClass
from flows.names import Role
from tests import png
from tests.bot.table import Table

_SHOWN = count()
NASTY = 'Hij lacht bij <b>muziek</b> & #set text(red) "ja" 😀'


async def answers(table: Table, name: str, said: str, how: str) -> None:
    await table.says(name, said)
    await table.presses(name, "klaar")
    await table.presses(name, how)


async def the_cards_turn(table: Table, *, told: int = 4) -> None:
    """As delivery does it when the reveal has gone out."""

    def turn(tx: Tx) -> None:
        row = outbox.load(tx, tx.run("SELECT id FROM outbox WHERE kind = 'reveal' ORDER BY id DESC")[0]["id"])
        assert row is not None and isinstance(row.letter, RevealLetter)
        tx.change("UPDATE outbox SET body = replace(body, '\"told\":null', :told) WHERE id = :id",
                  told=f'"told":{told}', id=row.id)  # fmt: skip
        fates.finish(tx, row.id, "sent")
        event = Revealed(at=table.desk.at(tx, table.members["Anna"].circle), step=row.letter.step, turn=row.letter.turn)
        table.runner.happens(tx, row.letter.run, event, table._cause("Anna"))

    await table.database.transact(turn)


async def plate(table: Table, there: int | None = 4) -> PicturePart:
    by = Renderer(table.desk.vault, Strings.load())
    circle = table.members["Anna"].circle

    def make(tx: Tx) -> PicturePart:
        run = runs.last_talk(tx, circle) or runs.open_talk(tx, circle)
        assert run is not None
        outbox.enqueue(tx, to=outbox.ToCircle(circle), klass=DeliveryClass.REPLY, letter=PlateLetter(run),
                       dedupe=f"plate:{there}:{next(_SHOWN)}", run=run, clock=table.desk.clock)  # fmt: skip
        row = outbox.load(tx, tx.run("SELECT id FROM outbox WHERE kind = 'plate' ORDER BY id DESC")[0]["id"])
        assert row is not None
        audience = (there, 0) if there is not None else None
        (part,) = compose(tx, by, row, Circumstances(now=table.desk.clock.now(), audience=audience), -400)
        assert isinstance(part, PicturePart) and part.protect
        return part

    return await table.database.transact(make)


async def test_the_plate_shows_what_was_turned_and_agreed_and_not_what_somebody_kept(table: Table) -> None:
    await table.talks("Anna")
    await answers(table, "Anna", NASTY, "deel-naam")
    await answers(table, "Joost", "Zij helpt wie nieuw is", "deel-rol")
    await answers(table, "Noor", "Dit blijft van mij", "deel-mij")
    await the_cards_turn(table)
    await table.taps("Anna", "uitgepraat")
    await table.agrees("Joost", "belt elke vrijdag", "Joost")
    await table.proposes("Joost", "iets dat nog wacht", "Noor")
    await table.database.transact(
        lambda tx: tx.change("UPDATE agreements SET run = :r", r=runs.open_talk(tx, table.members["Anna"].circle))
    )
    part = await plate(table)
    data = json.loads(part.picture.data)
    assert [quote["said"] for quote in data["quotes"]] == [NASTY.replace(" 😀", ""), "Zij helpt wie nieuw is"]
    assert data["quotes"][0]["who"] == "Anna" and data["quotes"][1]["who"] == "School"
    assert data["roles"] == ["ouder", "school"], "and not of Noor"
    assert "Wie jullie hoorden: ouder, school." in part.caption
    assert data["agreements"] == ["belt elke vrijdag (Joost, vrijdag 13 maart)"] and "wacht" not in part.caption
    assert "Dit blijft van mij" not in part.picture.data + part.caption
    assert "&lt;b&gt;muziek&lt;/b&gt; &amp; #set" in part.caption and "😀" in part.caption
    assert all(quote["who"] in part.caption for quote in data["quotes"]) and len(part.refs) == 2
    width, height = png.size(compiled(part.picture, pixels=1))
    assert width == 360 and 380 < height < 900


async def test_before_the_cards_turn_nothing_of_them_is_on_the_plate(table: Table) -> None:
    await table.talks("Anna")
    await answers(table, "Anna", "Nog dicht", "deel-naam")
    await answers(table, "Joost", "Ook nog dicht", "deel-naam")
    await answers(table, "Noor", "En deze", "deel-naam")
    part = await plate(table)
    assert json.loads(part.picture.data)["quotes"] == [] and "Wie jullie hoorden" not in part.caption
    assert "dicht" not in part.picture.data + part.caption and "deze" not in part.picture.data


async def test_how_somebody_opened_the_talk_is_no_card_on_its_plate(table: Table) -> None:
    await table.talks("Anna")
    for name in ("Anna", "Joost", "Noor"):
        await answers(table, name, f"Gezegd door {name}", "deel-naam")
    await the_cards_turn(table)
    before = (await plate(table)).picture

    def opens(tx: Tx) -> None:
        row = outbox.load(tx, tx.run("SELECT id FROM outbox WHERE kind = 'reveal' ORDER BY id DESC")[0]["id"])
        assert row is not None and isinstance(row.letter, RevealLetter) and row.letter.of is not None
        opening = replace(row.letter, step=row.letter.of, cards=row.letter.cards[:1])
        outbox.enqueue(tx, to=row.to, klass=row.klass, letter=opening, dedupe="opening", run=row.run,
                       clock=table.desk.clock)  # fmt: skip
        fates.finish(tx, tx.run("SELECT max(id) AS id FROM outbox WHERE kind = 'reveal'")[0]["id"], "sent")

    await table.database.transact(opens)

    assert (await plate(table)).picture == before


@pytest.mark.parametrize("there", [5, None], ids=["more people", "nobody knows how many"])
async def test_for_more_people_than_was_told_the_answers_stay_away(table: Table, there: int | None) -> None:
    await table.talks("Anna")
    for name in ("Anna", "Joost", "Noor"):
        await answers(table, name, f"Gezegd door {name}", "deel-naam")
    await the_cards_turn(table)
    part = await plate(table, there)
    assert "Gezegd" not in part.picture.data + part.caption and "groter dan toen" in part.caption
    assert "Gezegd" in (await plate(table)).caption


async def test_long_answers_are_cut_between_words_so_that_all_is_said_below_the_picture(table: Table) -> None:
    for name, role in (("Mees", Role.PUPIL), ("Fatma", Role.PARENT), ("Els", Role.SUPPORTER), ("Bo", Role.CARE)):
        await table.sits(name, role)
    await table.talks("Anna")
    for name in table.members:
        await answers(table, name, "woord " * 200, "deel-naam")
    await the_cards_turn(table, told=9)
    part = await plate(table)
    quotes = json.loads(part.picture.data)["quotes"]
    assert len(quotes) == 7 and all(len(quote["said"]) > 40 and quote["said"].endswith("woord…") for quote in quotes)
    assert 500 < visible_units(part.caption) <= CAPTION
    assert all(f"{quote['said']}" in part.caption for quote in quotes)


def test_the_plate_is_the_same_to_the_last_byte() -> None:
    filled = {"card": "oog-voor-onmacht", "title": "Titel", "quotes": [{"who": "Ouder", "said": "Ja"}],
              "heading": "Dit spraken jullie af", "agreements": ["bellen (Anna)"], "heard": "Wie jullie hoorden:",
              "roles": ["ouder"], "rest": ""}  # fmt: skip
    picture = Picture("plaat", json.dumps(filled))
    assert compiled(picture, pixels=1) == compiled(picture, pixels=1)
