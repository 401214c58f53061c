"""What everybody picked, on the real road: sealed in the run until it is shown, and then shown without names."""

from dataclasses import dataclass

import pytest

from bot.acts import Cause
from bot.delivery import reveal
from bot.delivery.letters import Note, RevealLetter, letter_from_json, letter_to_json
from bot.delivery.parts import TextPart
from bot.desk import Beginning, Desk
from bot.rendering import Reader, Renderer
from bot.storage import outbox, people, prompts, runs, words
from bot.storage.database import Database, Tx
from bot.strings import Strings
from flows.effects import Turned
from flows.events import Fired, Left, Purpose, Revealed
from flows.line import ui
from flows.names import FlowId, Language, MemberId, RunId, Share, StepId, WordsId
from tests.bot.table import Table
from tests.flows.people import ANNA, JOOST, SAM

CARD = "wat-goed-gaat-en-wat-niet"
ENDS = ("0 = we zoeken nog hoe het kan", "10 = het loopt fijn, ook als iets lastig is")


@dataclass
class Talk:
    """One talk at the table, and what lies ready for the group."""

    table: Table
    run: RunId

    async def letter(self) -> RevealLetter:
        def look(tx: Tx) -> RevealLetter:
            rows = tx.run("SELECT id FROM outbox WHERE state <> 'cancelled' ORDER BY id DESC")
            letters = [row.letter for r in rows if (row := outbox.load(tx, r["id"])) is not None]
            return next(letter for letter in letters if isinstance(letter, RevealLetter))

        return await self.table.database.transact(look)

    async def shown(self, letter: RevealLetter) -> str:
        """What the group reads when this letter goes."""

        def render(tx: Tx) -> str:
            record = runs.load(tx, self.table.desk.vault, self.run)
            assert record is not None
            reader = Reader(language=Language("nl"), circle=record.circle, group=True,
                            texts=runs.texts_of(tx, self.run))  # fmt: skip
            parts = reveal.parts(tx, Renderer(self.table.desk.vault, Strings.load()), letter, reader)
            return "\n---\n".join(part.html for part in parts if isinstance(part, TextPart))

        said = await self.table.database.transact(render)
        return said.replace("\u2068", "").replace("\u2069", "")

    async def happens(self, event: Fired | Left | Revealed) -> None:
        cause = Cause(name=f"event{event!r}")
        await self.table.database.transact(lambda tx: self.table.runner.happens(tx, self.run, event, cause))


async def begins(table: Table, flow: str) -> Talk:
    anna = table.members["Anna"]

    def begin(tx: Tx) -> RunId:
        taking_part = people.taking_part(tx, anna.circle)
        beginning = Beginning(flow=FlowId(flow), circle=anna.circle, starter=anna.id, participants=taking_part)
        table.runner.begin(tx, beginning, Cause(name=f"begin {flow}"))
        run = runs.open_talk(tx, anna.circle)
        assert run is not None
        return run

    return Talk(table, await table.database.transact(begin))


@pytest.fixture
async def table(database: Database, desk: Desk) -> Table:
    """Anna, Sam and Joost."""
    return await Table(database, desk).sit(ANNA, SAM, JOOST)


async def test_the_numbers_lie_side_by_side_with_the_question_and_what_both_ends_mean(table: Table) -> None:
    talk = await begins(table, f"schaal/{CARD}")
    for name, number in (("Anna", "c7"), ("Sam", "c4"), ("Joost", "c7")):
        await table.presses(name, number)

    said = await talk.shown(await talk.letter())

    assert "<i>Hoe goed werken wij op dit moment samen?</i>" in said and "\n".join(ENDS) in said
    assert "<b>3</b>  ·\n<b>4</b>  ●\n<b>5</b>  ·\n<b>6</b>  ·\n<b>7</b>  ●●\n<b>8</b>  ·" in said
    assert "Elke stip is één antwoord." in said
    assert not any(name in said for name in table.members)


async def test_five_places_are_shown_in_words_under_the_statement(table: Table) -> None:
    talk = await begins(table, f"de-lijn/{CARD}")
    for name, place in (("Anna", "helemaal-eens"), ("Sam", "oneens"), ("Joost", "helemaal-eens")):
        await table.presses(name, place)

    said = await talk.shown(await talk.letter())

    assert "<i>Loopt iets niet lekker, dan zeg je dat nog dezelfde week.</i>" in said
    assert "<b>Mee oneens</b>  ●\n" in said and "<b>Helemaal mee eens</b>  ●●" in said


async def test_nobody_who_looks_into_the_database_sees_what_was_picked(table: Table) -> None:
    talk = await begins(table, f"schaal/{CARD}")
    for name, number in (("Anna", "c7"), ("Sam", "c4"), ("Joost", "c7")):
        await table.presses(name, number)

    def look(tx: Tx) -> tuple[list[str], bytes]:
        said = [row["body"] for row in tx.run("SELECT body FROM outbox WHERE prompt IS NULL")]
        row = tx.one("SELECT sealed_run FROM runs WHERE id = :id", id=talk.run)
        assert row is not None
        return said, row["sealed_run"]

    said, sealed = await table.database.transact(look)
    assert said and not any("c7" in body or "c4" in body for body in said)
    assert b"c7" not in sealed


async def test_once_shown_nobody_can_tell_any_more_who_picked_what(table: Table) -> None:
    talk = await begins(table, f"schaal/{CARD}")
    for name in table.members:
        await table.presses(name, "c7")
    letter = await talk.letter()

    await talk.happens(Revealed(at=table.desk.clock.now(), step=letter.step, turn=letter.turn))

    def look(tx: Tx) -> object:
        record = runs.load(tx, table.desk.vault, talk.run)
        return record and {m: a for given in record.run.answers.values() for m, a in given.items()}

    assert await table.database.transact(look) == {}


async def test_who_leaves_while_it_waits_for_the_morning_is_not_among_the_dots(table: Table) -> None:
    talk = await begins(table, f"schaal/{CARD}")
    for name, number in (("Anna", "c7"), ("Sam", "c4"), ("Joost", "c9")):
        await table.presses(name, number)
    await talk.happens(Left(at=table.desk.clock.now(), by=table.members["Joost"].id))

    said = await talk.shown(await talk.letter())

    assert said.count("●") == 2 and "<b>9</b>  ·" in said


async def test_the_reminder_says_again_how_many_people_will_see_it(table: Table) -> None:
    talk = await begins(table, f"schaal/{CARD}")
    member = table.members["Anna"]

    def asked(tx: Tx) -> Fired:
        prompt = prompts.open_of(tx, member.person)
        assert prompt is not None
        asked = prompt.question
        return Fired(at=table.desk.clock.now(), step=asked.step, turn=asked.turn, purpose=Purpose.REMIND,
                     member=member.id, round=asked.round)  # fmt: skip

    await talk.happens(await table.database.transact(asked))

    def look(tx: Tx) -> Note:
        row = tx.one("SELECT id FROM outbox WHERE dedupe_key LIKE 'remind:%'")
        found = outbox.load(tx, row["id"]) if row is not None else None
        assert found is not None and isinstance(found.letter, Note)
        return found.letter

    reminder = await table.database.transact(look)
    assert reminder.audience and reminder.protect
    assert [row[0].id for row in reminder.labels or ()] == [*(f"c{n}" for n in range(11)), "sla-over"]


async def test_beneath_each_card_stands_what_another_thought_and_who_if_they_said_so(table: Table) -> None:
    talk = await begins(table, f"wissel-van-stoel/{CARD}")
    for name in ("Anna", "Sam", "Joost"):
        await table.says(name, f"Eigen woorden van {name}.")
        await table.presses(name, "deel-naam")
    for name, share in (("Anna", "deel-naam"), ("Sam", "deel-rol"), ("Joost", "deel-mij")):
        await table.says(name, f"{name} denkt dit.")
        await table.presses(name, share)

    said = await talk.shown(await talk.letter())

    assert said.split("\n\n")[1:] == [
        "<b>Sam</b> (leerling)\nEigen woorden van Sam.",
        "<b>Anna</b> (ouder)\nEigen woorden van Anna.",
        "↳ iemand (leerling) dacht:\nSam denkt dit.",
        "<b>Joost</b> (school)\nEigen woorden van Joost.",
        "↳ Anna (ouder) dacht:\nAnna denkt dit.",
    ]


async def test_what_lies_beneath_a_card_that_was_erased_meanwhile_is_not_shown(table: Table) -> None:
    talk = await begins(table, f"wissel-van-stoel/{CARD}")
    for name in ("Anna", "Sam", "Joost"):
        await table.says(name, f"Eigen woorden van {name}.")
        await table.presses(name, "deel-naam")
    for name in ("Anna", "Sam", "Joost"):
        await table.says(name, f"{name} denkt dit.")
        await table.presses(name, "deel-naam")
    letter = await talk.letter()
    [joost] = [card for card in letter.cards if card.chair is None and card.member == table.members["Joost"].id]

    await table.database.transact(lambda tx: words.erase(tx, joost.words))

    said = await talk.shown(letter)
    assert "Joost</b>" not in said and said.count("dacht:") == 2
    assert len([card for card in letter.cards if card.chair is not None]) == 3


def test_a_letter_from_before_anyone_could_pick_is_still_read() -> None:
    letter = RevealLetter(
        run=RunId(1), step=StepId("omdraaien"), turn=2, title=ui("titel"), told=5,
        cards=(Turned(MemberId(2), (WordsId(3),), Share.NAME),),
    )  # fmt: skip
    body = letter_to_json(letter).replace(',"of":null', "").replace(',"chair":null', "")
    assert "chair" not in body and letter_from_json(body) == letter
