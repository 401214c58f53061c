"""Someone who takes part in two circles at once."""

from functools import partial

from tests.end_to_end.conftest import Home
from tests.people import Person


def _asked(person: Person, label: str) -> bool:
    return label in person.keyboard()


async def test_who_has_no_agreements_in_either_circle_hears_so_once(home: Home) -> None:
    town = home.town
    anna = await town.person("Anna")
    for name in ("Rond Sam", "Rond Noor"):
        group = await town.group(name, anna)
        await town.until(partial(anna.buttons, group))
        await anna.taps(group, "Doe mee")
        for label in ("Ja, ik doe mee", "Ouder of verzorger", "Nederlands"):
            await town.until(partial(_asked, anna, label))
            await anna.picks(label)
        await town.until(lambda: not anna.keyboard())
    seen = len(await anna.sees())

    await anna.writes("/afspraken")
    await anna.sees("Je hebt nu geen afspraken")
    await anna.writes("/hulp")
    await anna.sees("Gevaar nu: bel 112")
    assert len((await anna.sees())[seen:]) == 2, town.transcript(anna)
