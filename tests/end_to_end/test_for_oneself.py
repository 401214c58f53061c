"""What people do for themselves, over real HTTP: practise, a spark, a word, a place; and who is in no circle yet."""

from flows.names import Role
from tests.end_to_end.conftest import Home, reads
from tests.end_to_end.test_awkward import Screen, alert, kring_of, state, ui


async def test_somebody_does_things_for_themself_and_a_stranger_may_look_for_help(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", {"Anna": Role.PARENT, "Joost": Role.SCHOOL})
    anna, joost = kring.people
    hers, his = Screen(home, anna), Screen(home, joost)
    words = (await state(home))["words"]

    await hers.after(anna.writes("/oefen"), "Wat zit je dwars?")
    await hers.after(anna.writes("Ik ben bang thuis."), "0800-2000")
    await hers.after(anna.writes("Wis mijn oefening."), ui("oefening-gewist"))
    await hers.after(anna.writes("Ik wil dood."), ui("hulp-bij-woorden"))
    await hers.after(anna.writes("/oefen"), "Wat zit je dwars?")
    await hers.after(anna.picks("Overslaan"), "Wat gebeurde er?")
    await hers.after(anna.writes("Er kwam geen antwoord."), "Wat voelde je toen?")
    for question in ("Wat heb jij nodig?", "Wat wil je bereiken voor je kind?", "Wat wil de ander", "wil je de ander"):
        await hers.after(anna.picks("Overslaan"), question)
    draft = await hers.after(anna.picks("Overslaan"), "Er kwam geen antwoord.")
    assert not draft.protected, "it is there to be copied"
    await anna.picks_when("Klaar, wis mijn oefening")
    await hers.after(anna.writes("/zelf"), "Past deze kaart vandaag?")
    await hers.after(anna.picks("Een andere kaart"), "Past deze kaart vandaag?")
    assert (await state(home))["words"] == words

    await his.after(joost.writes("/oefen"), "Wat wil je oefenen?")
    await his.after(joost.picks("Iets van mijn werk, in 2 minuten"), "Welke oefening kies je?")

    await hers.after(anna.writes("/vonk"), "✨")
    first = home.town.from_bot(anna)[-1]
    await hers.after(anna.taps(anna, "Nog een"), "✨")
    assert home.town.from_bot(anna)[-1] != first
    await hers.after(anna.taps(anna, "Deel met de groep"), ui("vonk-gedeeld"))
    await reads(home.town, kring.group, "deelt een vonk")
    await reads(home.town, kring.group, "Nu aan de beurt")
    await hers.after(anna.taps(anna, "Elke week een vonk"), ui("vonk-elke-week"))
    await hers.after(anna.writes("/vonk"), "✨")
    await hers.after(anna.taps(anna, "Niet meer elke week"), ui("vonk-niet-meer"))
    await joost.says(kring.group, "/vonk")

    await hers.after(anna.writes("/woorden wat is een mdo"), "mdo")
    await hers.after(anna.writes("/woorden_opp"), "opp")
    await hers.after(anna.writes("/woorden kwibus"), ui("woord-onbekend"))
    await joost.says(kring.group, "/woorden")
    await reads(home.town, kring.group, ui("woorden"))
    await alert(joost.taps(kring.group, "mdo"), "Een gesprek")
    await joost.says(kring.group, "/oefen")
    await reads(home.town, kring.group, ui("alleen-apart"))

    kim = await home.town.person("Kim")
    screen = Screen(home, kim)
    await kim.starts()
    await screen.after(kim.writes("/oefen"), ui("oefen-zonder-groep"))
    await screen.after(kim.writes("/wegwijzer"), "Bel 112")
    await screen.after(kim.picks("Ik heb een klacht"), "Nagekeken op")
