"""Not yet, and then it works out: from too big a step to somebody who noticed, over real HTTP with the clock moved."""

from flows.names import Role
from tests.end_to_end.conftest import Home, reads
from tests.end_to_end.test_awkward import data_of, kring_of
from tests.end_to_end.test_overview import agreed, bare
from tests.people import Person

ROLES = {"Anna": Role.PARENT, "Joost": Role.SCHOOL, "Noor": Role.CARE}


async def picks(person: Person, label: str, then: str) -> None:
    """Takes a label once it is there, and reads what follows."""
    await person.town.until(lambda: label in person.keyboard(), 20)
    await person.picks(label)
    await person.sees(then, 20)


async def test_a_step_that_was_too_big_is_made_smaller_done_told_and_noticed(home: Home) -> None:
    town = home.town
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, noor = kring.people
    await agreed(home, kring, "belt elke dag", joost, by=anna, in_days=1)

    await home.jump(days=1, hours=7)
    await joost.sees("Hoe is het gegaan?", 20)
    await picks(joost, "nog niet", "Wat zat in de weg?")
    await picks(joost, "De stap was te groot", "Een grote stap mag in stukjes.")
    await picks(joost, "Kleiner maken", "Wat is een kleinere stap?")
    await joost.writes("belt op vrijdag")
    await joost.sees("Welke dag wordt het?")
    await picks(joost, "Over een week", "Klopt dat?")
    await picks(joost, "Ja, klopt", "Ik kom er op dinsdag 1 december op terug")
    await anna.sees("maakte de stap kleiner", 20)
    assert not any("belt" in said for said in kring.group.sees()), "the group reads nothing"

    await home.jump(days=7)
    await town.until(lambda: sum("Hoe is het gegaan?" in said for said in town.from_bot(joost)) == 2, 30)
    assert "belt op vrijdag" in bare(town.from_bot(joost)[-1])
    await picks(joost, "gelukt", "Mag de groep het weten?")
    await picks(joost, "Ja, vertel het", "De groep hoort het.")
    await reads(town, kring.group, "Gelukt.", 30)
    assert not any("gemerkt" in said for said in town.from_bot(anna)), "not at once"

    await home.jump(days=1)
    await anna.sees("Heb jij er iets van gemerkt?", 30)
    await picks(anna, "Een beetje", "Hielp het?")
    await picks(anna, "Ja", "Mag")
    assert "Ja, zonder mijn naam" not in anna.keyboard(), "she is the only one who is asked"
    await picks(anna, "Ja, met mijn naam", "Verder hoort niemand het.")
    await joost.sees("Het hielp.", 30)
    assert "Anna merkte er een beetje van: belt op vrijdag. Het hielp." in bare(town.from_bot(joost)[-1])
    assert town.from_bot(noor) == []
    assert not any("merkte" in said for said in kring.group.sees())


async def test_help_is_asked_in_the_group_by_the_owners_tap_and_offered_with_one(home: Home) -> None:
    town = home.town
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, noor = kring.people
    await agreed(home, kring, "zoekt een maatje voor gym", anna, in_days=1)

    await home.jump(days=1, hours=7)
    await anna.sees("Hoe is het gegaan?", 20)
    await picks(anna, "nog niet", "Wat zat in de weg?")
    await picks(anna, "Ik wacht op iemand anders", "Wat past nu het best?")
    await picks(anna, "Hulp vragen", "Zal ik het vragen?")
    await picks(anna, "Ja, vraag het de groep", "Welke dag wordt het?")
    await reads(town, kring.group, "zoekt hulp bij", 20)

    own = await anna.taps(kring.group, "Ik help mee")
    assert own is not None and own.text is not None and "je eigen afspraak" in own.text
    message = next(m for m in reversed(town.messages(kring.group)) if "zoekt hulp bij" in m.text)
    button = data_of(message, "Ik help mee")
    await noor.taps(kring.group, "Ik help mee")
    await reads(town, kring.group, "mee. Fijn.")
    await anna.sees("helpt je mee met", 20)
    late = await joost.taps_data(kring.group, message, button)
    assert late is not None and late.text is not None and "Er helpt al iemand mee" in late.text
    await town.until(lambda: "Ik help mee" not in anna.buttons(kring.group))
