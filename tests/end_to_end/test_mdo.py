"""An mdo of five people over real HTTP: four agreements, from the capture to looking back six weeks later."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.end_to_end.conftest import Home, joins, reads
from tests.people import Group, Person, Town, buttons_of

TRANSCRIPT = Path(__file__).parent / "mdo.txt"


async def asked(person: Person, text: str) -> None:
    """Wait until the newest thing the bot said to this person is this."""
    await person.town.until(lambda: text in (person.town.from_bot(person) or [""])[-1], 30)


async def proposes(person: Person, group: Group, what: str, who: str, day: str) -> None:
    """One agreement out of the mdo, from the button on its board to the proposal."""
    await person.taps(group, "Afspraak toevoegen")
    await asked(person, "Welke kleine stap")
    await person.writes(what)
    await asked(person, "Wat voor afspraak is dit?")
    await person.picks("Iemand doet iets")
    await asked(person, "Wie doet dit?")
    await person.picks(who)
    await asked(person, "Doet er nog iemand mee?")
    await person.picks("Dit zijn ze")
    await asked(person, "Wanneer is het klaar?")
    await person.writes(day)
    await asked(person, "Klopt dat?")
    await person.picks("Ja, klopt")
    await asked(person, "Dit is je voorstel")
    await person.picks("Ja, leg het voor")


async def agrees(person: Person, town: Town, group: Group, what: str) -> None:
    """The owner's own akkoord; the board shows it."""
    await town.until(lambda: any(what in said and "Geef je akkoord?" in said for said in town.from_bot(person)))
    await person.picks("akkoord")
    await person.sees("De afspraak staat")


async def comes(home: Home, day: date, why: str) -> None:
    """The calendar moves on to just after the end of this school day. `why` is for who reads the test."""
    then = datetime.combine(day, time(16, 2), ZoneInfo("Europe/Amsterdam"))
    await home.town.forward_clock(int((then - home.bot.desk.clock.now()).total_seconds()))


async def keeps(person: Person, town: Town, group: Group, what: str, result: str, tells: str) -> None:
    """The question on the day, the answer, and the group may know."""
    await asked(person, "Hoe is het gegaan?")
    assert what in town.from_bot(person)[-1]
    await person.picks(result)
    await town.until(lambda: tells in person.keyboard())
    await person.picks(tells)
    await asked(person, "De groep hoort het")


def as_it_stood(town: Town, group: Group, when: str) -> str:
    """The newest message of the bot in the group with its buttons, for who reads: later on it is edited."""
    message = [m for m in town.messages(group) if m.sender == town.world.bot_id][-1]
    return "\n".join((f"== {when}", message.text, *(f"   [{label}]" for label in buttons_of(message)), ""))


async def answers(person: Person, label: str) -> None:
    """Press a label and wait for what the bot says to it."""
    before = len(person.town.from_bot(person))
    await person.picks(label)
    await person.town.until(lambda: len(person.town.from_bot(person)) > before)


async def board(town: Town, group: Group, text: str) -> None:
    """Wait until the newest message of the bot in the group says this."""
    await town.until(lambda: text in town.from_bot(group)[-1], 30)


async def test_five_people_keep_what_they_agreed_at_the_mdo(home: Home, update_chats: bool) -> None:
    town = home.town
    anna, sam = await town.person("Anna"), await town.person("Sam")
    joost, ilse, noor = await town.person("Joost"), await town.person("Ilse"), await town.person("Noor")
    group = await town.group("Rond Sam", anna, sam, joost, ilse, noor, with_bot=True)
    await reads(town, group, "Praatmaat")
    await joins(town, anna, group, "Ouder of verzorger")
    await joins(town, sam, group, "Leerling")
    await joins(town, joost, group, "Onderwijs: ik werk op school")
    await joins(town, ilse, group, "Onderwijs: ik werk op school")
    await joins(town, noor, group, "Jeugdhulp: ik help kind of gezin")

    await anna.says(group, "/roepnaam Sam")
    await reads(town, group, "Ik zeg vanaf nu")
    await anna.says(group, "/mdo")
    await reads(town, group, "overleg met iedereen")
    await anna.taps(group, "Mdo noteren")
    await asked(anna, "Wanneer is het, of wanneer was het?")
    await anna.picks("Vandaag")
    await asked(anna, "Klopt dat?")
    await anna.picks("Ja, klopt")
    await asked(anna, "Wie is of was erbij?")
    await anna.picks("Iedereen")
    await asked(anna, "niet in deze groep zit?")
    await anna.writes("de leerplichtambtenaar")
    await asked(anna, "Wie houdt de")
    await anna.picks("Ilse")
    await asked(anna, "Wanneer kijken jullie samen terug?")
    await anna.picks("Over zes weken")
    await asked(anna, "Klopt dat?")
    await anna.picks("Ja, klopt")
    await asked(anna, "Dit geldt voor alle afspraken")
    await reads(town, group, "Wat spraken jullie af?")
    await reads(town, group, "Regie:")

    await proposes(joost, group, "belt Anna elke vrijdag over wat goed ging", "Ik", "over 2 weken")
    await agrees(joost, town, group, "belt Anna")
    await proposes(noor, group, "vraagt een maatje voor na school aan", "Ik", "over 3 weken")
    await agrees(noor, town, group, "vraagt een maatje")
    await proposes(anna, group, "zet een rustig plekje klaar in de klas", "Ilse", "volgende week vrijdag")
    await agrees(ilse, town, group, "rustig plekje")
    await proposes(sam, group, "zegt het tegen Joost als het te druk is", "Ik", "16 december")
    await agrees(sam, town, group, "als het te druk is")
    await reads(town, group, "zegt het tegen")
    seen = [as_it_stood(town, group, "Het bord, kort voor iemand op Dit is alles tikt")]
    await anna.taps(group, "Dit is alles")
    await reads(town, group, "Iets vergeten?")

    await comes(home, date(2026, 11, 23), "the afternoon of the mdo itself")
    for person in (anna, sam, joost, ilse, noor):
        await asked(person, "Voelde je je gehoord in het mdo?")
        for number in ("8", "7", "9", "8"):
            await answers(person, number)

    await comes(home, date(2026, 12, 4), "the day of Ilse")
    await keeps(ilse, town, group, "rustig plekje", "gelukt", "Ja, vertel het")
    await reads(town, group, "Gelukt.", 30)
    await comes(home, date(2026, 12, 7), "the day of Joost")
    await keeps(joost, town, group, "belt Anna", "deels", "Zo is het goed, vertel de groep")
    await reads(town, group, "Een deel is gedaan.", 30)
    await comes(home, date(2026, 12, 14), "the day of Noor; she did not get round to it, and says so to nobody")
    await asked(noor, "Hoe is het gegaan?")
    await noor.picks("nog niet")
    await asked(noor, "Wat zat in de weg?")
    await comes(home, date(2026, 12, 16), "the day of Sam, who does not feel like answering")
    await asked(sam, "Hoe is het gegaan?")

    await comes(home, date(2027, 1, 4), "six weeks later: the card")
    await board(town, group, "Hoe staat het nu met wat jullie toen afspraken?")
    seen.append(as_it_stood(town, group, "De kaart, zes weken later"))
    card = town.from_bot(group)[-1]
    assert "Gelukt. \u2068Ilse" in card and "Een deel is gedaan. \u2068Joost" in card
    rest = card.partition("nog niets verteld")[2]
    assert "maatje" in rest and "te druk" in rest
    assert "Noor" not in card and "Sam" not in card, "nobody is told on"
    await anna.taps(group, "Later")
    await board(town, group, "Wanneer zal ik het weer vragen?")
    await anna.taps(group, "Over een week")
    await board(town, group, "koos: Over een week")

    await comes(home, date(2027, 1, 11), "a week later")
    await board(town, group, "Hoe staat het nu met wat jullie toen afspraken?")
    await sam.taps(group, "Opnieuw bespreken")
    await board(town, group, "wil dit graag opnieuw bespreken")
    await sam.says(group, "/gesprek")
    await board(town, group, "Waar willen jullie")
    await sam.taps(group, "Investeer in de relatie")
    await board(town, group, "Hoeveel tijd")
    await sam.taps(group, "Nu, kort")
    await board(town, group, "Mijn voorstel")
    await sam.taps(group, "Een andere werkvorm")
    await board(town, group, "Welke werkvorm")
    await sam.taps(group, "Kaarten omdraaien")
    await reads(town, group, "Dit spraken jullie eerder af. Kijk samen of het nog past")
    await reads(town, group, "0 van de 5")
    await sam.says(group, "/stop")
    await board(town, group, "Wil je dit gesprek stoppen?")
    await sam.taps(group, "Ja, stop dit gesprek")
    await reads(town, group, "Het gesprek is gestopt")

    await comes(home, date(2027, 1, 25), "two school weeks later")
    await board(town, group, "Hoe staat het nu met wat jullie toen afspraken?")
    await joost.taps(group, "Klaar")
    await board(town, group, "tikte op Klaar")
    written = "\n".join((*seen, town.transcripts()))
    await comes(home, date(2027, 4, 1), "and then it is left in peace")
    assert sum("Hoe staat het nu" in said for said in town.from_bot(group)) == 0
    if update_chats:
        TRANSCRIPT.write_text(written, encoding="utf-8")
