"""What a circle, or one member, may see of its pulses: a picture and the same numbers in words."""

import json
from collections.abc import Sequence

from bot.delivery.parts import InlineButtons, Part, PicturePart, TextPart
from bot.rendering import Reader, Renderer
from bot.reports.pictures import Picture
from bot.storage import pulses
from bot.storage.database import Tx
from flows import pulse as rules
from flows.line import Count, Day, Line, Word, ui
from flows.names import TextKey
from flows.pulse import Point, Question, Reading

TEMPLATE = "peiling"


def parts(tx: Tx, by: Renderer, reader: Reader, buttons: InlineButtons | None) -> tuple[Part, ...]:
    """For a group the trend, for a member their own numbers; a kind word when there is nothing to show."""
    if reader.member is not None:
        return (TextPart(html=_own(tx, by, reader), protect=True),)
    if reader.circle is None:
        return ()
    readings = rules.shown(pulses.readings(tx, by.vault, reader.circle))
    if not readings:
        return (TextPart(html=by.html(tx, ui("peiling-nog-niets"), reader), markup=buttons),)
    return (PicturePart(picture=_picture(tx, by, reader, readings), caption=_words(tx, by, reader, readings),
                        markup=buttons),)  # fmt: skip


def _words(tx: Tx, by: Renderer, reader: Reader, readings: Sequence[Reading]) -> str:
    """All that the picture shows, for who hears it read aloud."""
    said = [by.html(tx, ui("peiling-kop"), reader)]
    for reading in readings:
        numbers = [by.html(tx, _number(question, point), reader) for question, point in _in_order(reading)]
        said.append(by.html(tx, ui("peiling-moment", dag=Day(reading.on)), reader) + "\n" + " · ".join(numbers))
    return "\n\n".join(said)


def _picture(tx: Tx, by: Renderer, reader: Reader, readings: Sequence[Reading]) -> Picture:
    def text(line: Line) -> str:
        return by.label(tx, line, reader)

    def points(question: Question) -> list[dict[str, float | int | str]]:
        return [
            {"at": at, "average": p.tenths / 10, "low": p.low, "high": p.high, "said": text(_average(p))}
            for at, reading in enumerate(readings)
            if (p := reading.points.get(question)) is not None
        ]

    days = [ui("peiling-dag", dag=Count(r.on.day), maand=Count(r.on.month)) for r in readings]
    data = {
        "title": text(ui("peiling-titel")),
        "legend": text(ui("peiling-uitleg")),
        "too-few": text(ui("peiling-te-weinig")),
        "moments": [text(day) for day in days],
        "questions": [{"name": text(_name(q)), "points": points(q)} for q in Question],
    }
    return Picture(TEMPLATE, json.dumps(data, ensure_ascii=False))


def _own(tx: Tx, by: Renderer, reader: Reader) -> str:
    assert reader.member is not None
    mine = pulses.own(tx, by.vault, reader.member, most=rules.MOST_SHOWN)
    if not mine:
        return by.html(tx, ui("peiling-eigen-geen"), reader)
    said = [by.html(tx, ui("peiling-eigen-kop"), reader)]
    for day, answers in mine:
        given = [(question, answers[question]) for question in Question if question in answers]
        lines = (ui("peiling-eigen-cijfer", vraag=_word(q), cijfer=Count(number)) for q, number in given)
        numbers = " · ".join(by.html(tx, line, reader) for line in lines)
        said.append(by.html(tx, ui("peiling-moment", dag=Day(day)), reader) + "\n" + numbers)
    return "\n\n".join(said)


def _in_order(reading: Reading) -> list[tuple[Question, Point]]:
    return [(question, reading.points[question]) for question in Question if question in reading.points]


def _number(question: Question, point: Point) -> Line:
    whole, tenth = divmod(point.tenths, 10)
    return ui(
        "peiling-cijfer",
        vraag=_word(question),
        heel=Count(whole),
        tiende=Count(tenth),
        laagste=Count(point.low),
        hoogste=Count(point.high),
    )


def _average(point: Point) -> Line:
    whole, tenth = divmod(point.tenths, 10)
    return ui("peiling-gemiddelde", heel=Count(whole), tiende=Count(tenth))


def _name(question: Question) -> Line:
    return ui(f"peiling-vraag-{question}")


def _word(question: Question) -> Word:
    return Word(TextKey(f"ui/peiling-vraag-{question}"))
