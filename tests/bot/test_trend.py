"""The trend as a picture: whole, the same each time, readable without colour, and said in words too."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.delivery import send as sending
from bot.delivery.parts import PicturePart, TextPart
from bot.keys import MasterKey, Vault
from bot.rendering import Reader, Renderer
from bot.reports import trend
from bot.reports.pictures import Picture, draw
from bot.storage import people, pulses
from bot.storage.database import Database, Tx
from bot.strings import Strings
from flows.names import CircleId, Language, MemberId
from flows.pulse import Occasion, Point, Question
from tests import png

FIRST = date(2026, 9, 30)
QUESTIONS = tuple(Question)


@pytest.fixture
def by(tmp_path: Path) -> Renderer:
    return Renderer(Vault(MasterKey.new(tmp_path / "master.key")), Strings.load())


def pulsed(tx: Tx, by: Renderer, times: int, *, widest: bool = False) -> CircleId:
    """A circle that answered so many times; 'vertrouwen' only at the last."""
    circle = people.ensure_circle(tx, -400)
    for n in range(times):
        id = pulses.add(
            tx, circle=circle, occasion=Occasion.TALK, waiting=0, at=10.0, on=FIRST + timedelta(days=42 * n)
        )
        pulse = pulses.load(tx, id)
        assert pulse is not None
        asked = QUESTIONS if n == times - 1 or widest else QUESTIONS[:3]
        points = {q: Point(count=3, total=20 - n + at, low=4 - at, high=9 - n) for at, q in enumerate(asked)}
        wide = {q: Point(count=3, total=30, low=10, high=10) for q in QUESTIONS}
        pulses.set_reading(tx, by.vault, pulse, wide if widest else points)
    return circle


async def shown(database: Database, by: Renderer, times: int, *, widest: bool = False) -> PicturePart | TextPart:
    def compose(tx: Tx) -> PicturePart | TextPart:
        circle = pulsed(tx, by, times, widest=widest)
        reader = Reader(language=Language("nl"), circle=circle, group=True)
        (part,) = trend.parts(tx, by, reader, None)
        assert isinstance(part, PicturePart | TextPart)
        return part

    return await database.transact(compose)


async def test_the_picture_is_as_wide_as_a_phone_and_the_same_each_time(database: Database, by: Renderer) -> None:
    part = await shown(database, by, 4)
    assert isinstance(part, PicturePart)
    drawn = draw(part.picture)
    width, height = png.size(drawn)
    assert width == 1080 and 1300 < height < 2000
    assert drawn == draw(part.picture)


async def test_without_colour_lines_and_letters_stand_out_and_each_question_has_its_own_mark(
    database: Database, by: Renderer
) -> None:
    part = await shown(database, by, 4)
    assert isinstance(part, PicturePart)
    picture = png.read(draw(part.picture, pixels=1))
    shades = Counter(int(grey) // 8 * 8 for row in picture.grey for grey in row if grey < 225)
    ink, series, faint = sorted(shade for shade, _ in shades.most_common(3))
    paper = picture.grey[0][0]
    assert paper == 255
    assert png.contrast(ink, paper) > 7, "letters and ranges"
    assert png.contrast(series, paper) > 4.5, "lines and marks"
    assert png.contrast(series, faint) > 3, "lines where they cross the ruled ones"
    source = (Path(trend.__file__).parents[2] / "content" / "pictures" / "peiling.typ").read_text(encoding="utf-8")
    assert [f"kind == {n}" in source for n in range(4)] == [True] * 4
    assert all(dash in source for dash in ("solid", "dashed", "dotted", "dash-dotted"))


@pytest.mark.parametrize("times", [1, 3, 7])
async def test_the_caption_says_every_number_that_the_picture_shows(
    database: Database, by: Renderer, times: int
) -> None:
    part = await shown(database, by, times)
    assert isinstance(part, PicturePart)
    data = json.loads(part.picture.data)
    drawn = sorted(
        (question["name"], point["said"], point["low"], point["high"])
        for question in data["questions"]
        for point in question["points"]
    )
    pattern = "|".join(question["name"] for question in data["questions"])
    said = re.findall(rf"({pattern}) (\d+,\d) \((\d+) tot (\d+)\)", part.caption)
    assert sorted((name, mean, int(low), int(high)) for name, mean, low, high in said) == drawn and drawn
    assert len(data["moments"]) == min(times, 5) == part.caption.count("<b>") - 1
    assert all(f"{float(point['average']):.1f}".replace(".", ",") == point["said"]
               for question in data["questions"] for point in question["points"])  # fmt: skip


async def test_the_longest_caption_fits_below_a_photo(database: Database, by: Renderer) -> None:
    part = await shown(database, by, 9, widest=True)
    assert isinstance(part, PicturePart) and len(part.caption.encode("utf-16-le")) // 2 <= 1024


async def test_nothing_to_show_is_said_kindly(database: Database, by: Renderer) -> None:
    part = await shown(database, by, 0)
    assert isinstance(part, TextPart) and "drie mensen" in part.html


async def test_someone_sees_their_own_numbers_and_nobody_elses(database: Database, by: Renderer) -> None:
    def compose(tx: Tx, member: int) -> str:
        reader = Reader(language=Language("nl"), circle=CircleId(1), member=MemberId(member))
        (part,) = trend.parts(tx, by, reader, None)
        assert isinstance(part, TextPart) and part.protect
        return part.html

    def answered(tx: Tx) -> None:
        id = pulses.add(tx, circle=pulsed(tx, by, 0), occasion=Occasion.TALK, waiting=0, at=10.0, on=FIRST)
        pulses.keep(tx, by.vault, id, MemberId(7), {Question.HEARD: 3, Question.TRUST: 9})
        pulses.keep(tx, by.vault, id, MemberId(8), {Question.HEARD: 6})

    await database.transact(answered)
    mine = await database.transact(lambda tx: compose(tx, 7))
    assert "Gehoord 3 · Vertrouwen 9" in mine and "6" not in mine.split("</b>")[-1]
    assert "nog geen cijfers" in await database.transact(lambda tx: compose(tx, 9))


async def test_a_picture_that_cannot_be_drawn_goes_in_words(caplog: pytest.LogCaptureFixture) -> None:
    class Telegram:
        def __init__(self) -> None:
            self.said: list[str] = []

        async def send_message(self, chat: int, text: str, **rest: object) -> object:
            self.said.append(text)
            return type("Message", (), {"message_id": 5})()

    part = PicturePart(picture=Picture("bestaat-niet", "{}"), caption="<b>Gehoord</b> 6,3")
    telegram = Telegram()
    outcome = await sending.send(telegram, -4, part)  # type: ignore[arg-type]
    assert outcome == sending.Arrived(5) and telegram.said == [part.caption]
    assert "can't be drawn" in caplog.text
