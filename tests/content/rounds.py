"""Golden transcripts of talks that are held live: one after the other, at a table or in the chat."""

from flows.effects import Begin
from flows.line import Word
from flows.names import Pace, Share, TextKey
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM

KNOWN = Word(TextKey("title"))
"""That a name is known is enough; no text of these formats shows it."""


def a_parent_and_a_mentor_with_five_minutes() -> Chat:
    """Nothing is wrong, and that is a good moment."""
    chat = Chat("rondje/investeer-in-de-relatie", ANNA, JOOST, pace=Pace.NOW)
    anna, joost = chat.people
    anna.tells("Dinsdag en donderdag na vieren. Stuur liever eerst een berichtje, dan bel ik je terug.")
    anna.taps("Ik ben geweest")
    joost.tells("Ik heb postduiven. Elf stuks. En na kwart over drie neem ik altijd op.")
    joost.taps("Ik ben geweest")
    anna.tells("Postduiven! Komen die echt terug?")
    joost.tells("Tien van de elf. Mag ik ook bellen als er gewoon iets leuks was?")
    anna.tells("Graag zelfs. Dat is me nog nooit gebeurd.")
    anna.taps("We zijn uitgepraat")
    joost.presses("Ja, ik zet een stap")
    assert isinstance(chat.deeds[-1], Begin)
    chat.notes(1, joost, stands=False)
    chat.notes(1, joost, stands=True)
    anna.taps("Klaar")
    return chat


def a_round_at_the_table_with_a_pupil_without_a_phone() -> Chat:
    """One phone lies on the table. Sam, who is not in the group, has the first word; so has grandma the last."""
    chat = Chat("rondje/neem-mij-serieus", ANNA, JOOST, starter=1, pace=Pace.NOW, about={"aan-tafel": KNOWN})
    joost = chat.people[1]
    chat.aloud("Sam", "Van treinen. Ik weet van elke lijn welk materieel er rijdt.")
    joost.taps("Gezegd. De volgende")
    chat.aloud("Anna", "Over slapen. Wij hebben alles al een keer geprobeerd.")
    joost.taps("Gezegd. De volgende")
    chat.aloud("Joost", "Uitleggen kan ik wel. Van treinen weet ik niets. En van slecht slapen ook niet.")
    joost.taps("Gezegd. De volgende")
    chat.aloud("Oma", "Mag ik ook? Je mag mij bellen als de trein niet rijdt. Dan haal ik Sam op.")
    joost.taps("We gaan verder")
    chat.aloud("Joost", "Sam, slaap je slecht voor een dag met een toets?")
    chat.aloud("Sam", "Alleen als ik niet weet in welk lokaal het is.")
    joost.taps("We zijn uitgepraat")
    joost.presses("Ja, ik zet een stap")
    chat.notes(1, joost, stands=True)
    joost.taps("Klaar")
    return chat


def a_round_over_days_in_which_somebody_passes() -> Chat:
    """Nobody watches the board for days, so each hears in private when it is their turn."""
    chat = Chat("rondje/je-hebt-elkaar-nodig", ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    sam.taps("Ik geef door")
    anna.tells("Op zondag zetten we samen de week op het bord. Dat scheelt ruzie.")
    anna.taps("Ik ben geweest")
    joost.taps("Ik ben geweest")
    sam.tells("Thuis zeg ik wat ik vind. Op school pas na drie keer vragen.")
    anna.taps("We gaan verder", "We zijn uitgepraat")
    joost.presses("Nu niet")
    anna.taps("Klaar")
    return chat


def five_questions_over_days() -> Chat:
    """Twice everybody answers alone; what comes of it is one small step."""
    chat = Chat("vijf-vragen/je-hebt-elkaar-nodig", ANNA, SAM, JOOST, NOOR, opening=True)
    anna, sam, joost, noor = chat.people
    joost.says("Ik wil dit gesprek, omdat ik pas bel als er iets is. Wat ik nog niet weet, is wat Sam daarvan vindt.")
    chat.tells_audience(joost, 5)
    joost.presses("Deel dit")
    chat.turns()
    sam.answers("Ze bellen met elkaar over mij. Ik hoor het pas als het al geregeld is.")
    joost.answers("Ik bel als er iets is. Ik wil ook bellen als het loopt, maar dat schiet erbij in.")
    anna.answers("Ik weet vaak niet wie wat weet. Ik vertel alles drie keer.")
    noor.answers("Ik zie school alleen aan een lange tafel. Samen even kijken lukt mij nog niet.", Share.ROLE)
    chat.turns()
    joost.tells("Drie keer. Dat wist ik niet, Anna.")
    sam.answers("Dat Joost mij vraagt wat er gezegd mag worden. Het helpt als ik erbij ben.")
    anna.answers("Noor appt altijd terug. Eén plek waar het staat zou helpen.")
    joost.answers("Sam zegt het eerlijk als iets niet werkt. Ik kan Sam vragen vóór ik bel.")
    noor.presses("Ik sla over")
    chat.turns()
    anna.tells("Sam, wil jij er altijd bij zijn?")
    sam.tells("Niet altijd. Wel dat je het eerst aan mij vraagt.")
    anna.taps("We zijn uitgepraat")
    joost.presses("Ja, ik zet een stap")
    noor.presses("Nu niet")
    chat.notes(1, joost, stands=True)
    anna.taps("Klaar")
    return chat


def five_questions_over_days_when_it_is_tense() -> Chat:
    """What goes well comes first. Of the second question only one card is shared, and it stays closed."""
    chat = Chat("vijf-vragen/oog-voor-onmacht", ANNA, JOOST, about={"gespannen": KNOWN}, opening=True)
    anna, joost = chat.people
    joost.says("Ik wil dit gesprek, omdat het vorige keer hard ging. Wat ik nog niet weet, is hoe het beter kan.")
    chat.tells_audience(joost, 5)
    joost.presses("Deel dit")
    chat.turns()
    joost.answers("Jij belt ook als je boos bent. Ik kan sneller zeggen dat ik het niet weet.")
    anna.answers("Je loopt nooit weg uit een gesprek. Het helpt als je me laat uitpraten.")
    chat.turns()
    anna.answers("Ik slaap slecht na een mail van school.")
    joost.presses("Ik sla over")
    anna.presses("Nee, houd dicht")
    joost.tells("Zal ik voortaan bellen in plaats van mailen?")
    anna.taps("We zijn uitgepraat")
    joost.presses("Ja, ik zet een stap")
    chat.notes(1, joost, stands=True)
    anna.taps("Klaar")
    return chat


def five_questions_at_the_table_when_it_is_tense() -> Chat:
    """Three quarters of an hour, four rounds, each with their own phone; it starts with what goes well."""
    chat = Chat("vijf-vragen/neem-mij-serieus", ANNA, JOOST, OMA, pace=Pace.NOW, about={"gespannen": KNOWN})
    anna, joost, oma = chat.people
    rounds = (
        ("Joost belt terug als hij het zegt.", "Ik zeg het tegen Anna: jij houdt vol.",
         "Anna schrijft alles op. Daar heb ik veel aan."),
        ("Vorige week werd er boven mijn hoofd overlegd.", "Ik zag Anna klein worden aan die tafel.",
         "Ik vraag het Anna wel, maar vaak pas als het plan er al ligt."),
        ("Dat ik de eerste ben die iets mag zeggen.", "Minder mensen aan tafel.",
         "Eerst luisteren, dan pas mijn plan."),
        ("Een dag van tevoren de vragen. Van jou, Joost.", "Koffie. En tijd.",
         "Ik kan de vragen op donderdag sturen."),
    )  # fmt: skip
    for of_anna, of_oma, of_joost in rounds:
        for person, said in ((anna, of_anna), (oma, of_oma), (joost, of_joost)):
            person.tells(said)
            person.taps("Ik ben geweest")
    joost.tells("Klein worden. Dat heb ik niet gezien. Vertel eens?")
    anna.taps("We zijn uitgepraat")
    joost.presses("Ja, ik zet een stap")
    chat.notes(1, joost, stands=True)
    anna.taps("Klaar")
    return chat


def five_questions_with_some_at_the_table_and_one_at_home() -> Chat:
    """School, home and Sam sit around Joost's phone; Noor is at home with hers, in the same rounds."""
    chat = Chat("vijf-vragen/werk-samen-voor-resultaat", JOOST, ANNA, NOOR, pace=Pace.NOW, about={"aan-tafel": KNOWN})
    joost, _, noor = chat.people
    rounds = (
        ("Ik leg iedereen apart uit hoe het gaat. Elke keer opnieuw.", "Ik weet niet wat jullie met elkaar bespreken.",
         "Ik mail Noor, en wacht. Ondertussen weet Anna van niets.", "Ik lees de mail van Joost vaak pas op vrijdag."),
        ("Dat ik het één keer vertel.", "Dat ik meelees.", "Ik wil sneller zeggen wat ik al weet.",
         "Tussendoor even bellen lukt me nog niet."),
        ("Noor. Die vraagt altijd eerst hoe het met de hond is.", "Dat we hier nu zitten.",
         "Het rooster van dit jaar, dankzij Sam.", "Anna zegt precies wat wel en niet kan."),
        ("Als ik zelf mag kiezen wie het vertelt.", "Een vast moment. Van jullie allebei.",
         "Ik kan elke donderdag vijf regels sturen, naar iedereen.", "Ik kan op donderdag om vier uur bellen."),
    )  # fmt: skip
    for of_sam, of_anna, of_joost, of_noor in rounds:
        for name, said in (("Sam", of_sam), ("Anna", of_anna), ("Joost", of_joost)):
            chat.aloud(name, said)
            joost.taps("Gezegd. De volgende")
        noor.tells(of_noor)
        noor.taps("Gezegd. De volgende")
        joost.taps("We gaan verder")
    chat.aloud("Joost", "Sam, als jij mag kiezen: wie vertelt het dan?")
    chat.aloud("Sam", "Ik. Als er iemand bij zit.")
    joost.taps("We zijn uitgepraat")
    noor.presses("Ja, ik zet een stap")
    joost.presses("Ja, ik zet een stap")
    chat.notes(1, noor, stands=True)
    chat.notes(2, joost, stands=True)
    joost.taps("Klaar")
    return chat
