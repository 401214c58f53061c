"""The whole road over real HTTP: from 'Doe mee' to 'is het gelukt?', three weeks later."""

from pathlib import Path

from bot.demo.model import MessageKind
from tests import png
from tests.end_to_end.conftest import Home, joins, reads

TRANSCRIPT = Path(__file__).parent / "whole-talk.txt"


async def test_four_people_walk_from_the_welcome_to_the_question_three_weeks_later(
    home: Home, update_chats: bool
) -> None:
    town = home.town
    anna, sam = await town.person("Anna"), await town.person("Sam")
    joost, noor = await town.person("Joost"), await town.person("Noor")
    group = await town.group("Rond Sam", anna, sam, joost, noor, with_bot=True)

    await reads(town, group, "Praatmaat")
    await joins(town, anna, group, "Ouder of verzorger")
    await joins(town, joost, group, "Onderwijs: ik werk op school")
    await joins(town, noor, group, "Jeugdhulp: ik help kind of gezin")
    await joins(town, sam, group, "Leerling")

    await anna.says(group, "/gesprek")
    await reads(town, group, "Waar willen jullie")
    await anna.taps(group, "Acht principes")
    await reads(town, group, "Welke kaart")
    await anna.taps(group, "Zie vooral het kind, niet alleen het probleem")
    await reads(town, group, "Hoeveel tijd")
    await anna.taps(group, "Nu, kort")
    await reads(town, group, "Mijn voorstel")
    await anna.taps(group, "Een andere werkvorm")
    await reads(town, group, "Welke werkvorm")
    await anna.taps(group, "Kaarten omdraaien")
    await reads(town, group, "0 van de 4")

    await anna.sees("Denk aan een klein moment")
    await anna.writes("Hij vertelde aan tafel wel tien minuten over zijn robot.")
    await anna.sees("Bewaard")
    await anna.writes("Dat had ik in geen weken gezien.")
    await anna.sees("Staat erbij")
    await anna.picks("Klaar")
    await anna.sees("Hoe wil je het delen?")
    await anna.picks("Delen met mijn naam")

    await joost.sees("Welk goed moment")
    await joost.voice(7)
    await joost.sees("Bewaard")
    await joost.picks("Klaar")
    await joost.sees("Je stem is te herkennen")
    await joost.picks("Delen met mijn naam")

    await noor.sees("gewone, leuke dag")
    await noor.writes("Hij lachte om zijn hond.")
    await noor.sees("Bewaard")
    await noor.picks("Klaar")
    await noor.sees("Hoe wil je het delen?")
    await noor.picks("Delen als rol (jeugdhulp)")

    await sam.sees("Wat doe jij graag")
    await sam.writes("Ik bouw robots. En <b>ik ben & blijf</b> 13.")
    await sam.sees("Bewaard")
    await sam.photo()
    await sam.sees("Staat erbij")
    await sam.picks("Klaar")
    await sam.sees("Hoe wil je het delen?")
    assert not any("robot" in text for text in group.sees()), "nothing is shown before all cards are turned"
    await sam.picks("Delen met mijn naam")

    await reads(town, group, "dit zeggen jullie")
    await reads(town, group, "Praat gerust")
    await reads(town, group, "Alle kaarten liggen klaar")  # the board above tells the truth, though edits are few
    await anna.taps(group, "We zijn uitgepraat")
    await reads(town, group, "voor jou belangrijk")
    await anna.taps(group, "We zijn uitgepraat")
    await joost.sees("Wil jij een stap zetten?")
    await joost.picks("Ja, ik zet een stap")
    await joost.sees("Welke kleine stap")
    await joost.writes("belt Anna elke vrijdag over wat goed ging")
    await joost.sees("Wanneer is het klaar?")
    await joost.writes("over 3 weken")
    await joost.sees("Klopt dat?")
    await joost.picks("Ja, klopt")
    await joost.sees("Dit is je voorstel")
    await joost.picks("Ja, leg het voor")
    await joost.sees("Geef je akkoord?")
    await joost.picks("akkoord")
    await reads(town, group, "Afgesproken")
    await anna.taps(group, "Klaar")
    await reads(town, group, "Dit gesprek is klaar")
    for person in (anna, sam, joost, noor):
        await person.sees("Voelde je je gehoord")
        for question in ("Willen jullie hetzelfde", "Weet je nu wie wat doet", "de laatste vraag", "dat was het"):
            await person.picks("8")
            await person.sees(question)

    await anna.writes("/peiling")
    await anna.sees("Jouw eigen cijfers")
    await noor.says(group, "/peiling")
    await reads(town, group, "Gehoord 8,0 (8 tot 8)", seconds=60)  # a group gets so many messages a minute
    *_, shown = [m for m in town.messages(group) if m.kind is MessageKind.PHOTO]
    assert shown.file is not None and png.size(shown.file.data)[0] == 1080

    await town.act("clock", until="next")
    await joost.sees("Hoe is het gegaan?", seconds=30)
    await joost.picks("gelukt")
    await joost.sees("Mag de groep het weten?")
    await joost.picks("Ja, vertel het")
    await joost.sees("De groep hoort het")
    await reads(town, group, "Gelukt.", seconds=30)
    await sam.says(group, "/terugblik")
    await reads(town, group, "Die is gelukt")
    if update_chats:
        TRANSCRIPT.write_text(town.transcripts(), encoding="utf-8")
