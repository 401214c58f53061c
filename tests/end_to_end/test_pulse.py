"""The pulse of every six weeks over real HTTP: turned on by one, seen by all, never shown below three."""

from bot.demo.model import MessageKind
from tests import png
from tests.end_to_end.conftest import Home, joins, reads
from tests.people import Person


async def answers(person: Person, number: str) -> None:
    """All four questions with the same number."""
    await person.sees("Voel je je gehoord door de anderen?", seconds=30)
    for question in ("hetzelfde bereiken", "Weet je wie wat doet", "de laatste vraag", "dat was het"):
        await person.picks(number)
        await person.sees(question)


async def test_a_pulse_every_six_weeks_is_turned_on_answered_shown_and_turned_off(home: Home) -> None:
    town = home.town
    anna, joost, noor = await town.person("Anna"), await town.person("Joost"), await town.person("Noor")
    group = await town.group("Rond Sam", anna, joost, noor, with_bot=True)
    await reads(town, group, "Praatmaat")
    await joins(town, anna, group, "Ouder of verzorger")
    await joins(town, joost, group, "Onderwijs: ik werk op school")
    await joins(town, noor, group, "Jeugdhulp: ik help kind of gezin")

    await anna.says(group, "/peiling")
    await reads(town, group, "Er is nog niets om te laten zien")
    await anna.taps(group, "Vraag dit elke zes weken")
    await reads(town, group, "zette de peiling aan")
    await town.act("clock", until="next")
    await answers(anna, "4")
    await answers(joost, "6")
    await noor.says(group, "/peiling")
    await town.until(lambda: "\n".join(town.from_bot(group)).count("Er is nog niets om te laten zien") == 2)
    await answers(noor, "5")
    await reads(town, group, "Zullen we hier samen naar kijken?", seconds=30)
    await noor.says(group, "/peiling")
    await reads(town, group, "Gehoord 5,0 (4 tot 6)", seconds=60)
    (shown,) = [m for m in town.messages(group) if m.kind is MessageKind.PHOTO]
    assert shown.file is not None and png.size(shown.file.data)[0] == 1080
    await joost.taps(group, "Niet meer elke zes weken")
    await reads(town, group, "van elke zes weken uit")
    await joost.taps(group, "Begin een gesprek")
    await reads(town, group, "Waar willen jullie het over hebben?")
