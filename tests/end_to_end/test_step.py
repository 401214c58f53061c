"""Writing down one small step."""

from functools import partial

from tests.end_to_end.conftest import Home, joins, reads
from tests.people import Person


def _asked(person: Person, label: str) -> bool:
    return label in person.keyboard()


async def test_a_step_typed_on_several_lines_is_laid_before_people_as_one_sentence(home: Home) -> None:
    town = home.town
    anna = await town.person("Anna")
    group = await town.group("Rond Sam", anna)
    await reads(town, group, "Praatmaat")
    await joins(town, anna, group, "Ouder of verzorger")
    await anna.says(group, "/afspraken")
    await town.until(lambda: "Afspraak maken" in anna.buttons(group))
    await anna.taps(group, "Afspraak maken")
    await town.until(partial(_asked, anna, "Stoppen"))

    await anna.writes("belt vrijdag\n\nmet   de mentor")
    for label in ("Iemand doet iets", "Ik", "Over een week", "Ja, klopt"):
        await town.until(partial(_asked, anna, label))
        await anna.picks(label)

    proposal = next(said for said in await anna.sees("Dit is je voorstel") if "Dit is je voorstel" in said)
    assert "belt vrijdag met de mentor" in proposal
