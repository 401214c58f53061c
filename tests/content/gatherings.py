"""Coming together, and practising for it: golden transcripts, to be read aloud."""

from datetime import date

from flows.events import Known, Purpose
from flows.line import Day, Line, Lines, People, Quote, Value, Word, ui
from flows.names import MemberId, TextKey, WordsId
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, SAM

DAY = date(2026, 12, 4)
WHY, WHERE, STEP = "elkaar leren kennen", "15.00 uur, in de kantine, en online", "stuurt een filmpje van het lokaal"


def preparing_a_gathering() -> Chat:
    everyone = People((MemberId(1), MemberId(2), MemberId(3)))
    chat = Chat("bijeenkomst", ANNA, outside=(SAM, JOOST), about={"leden": everyone})
    anna = chat.people[0]
    anna.says(WHY)
    anna.gives(DAY)
    anna.presses("Ja, klopt", "Deels online")
    anna.says(WHERE)
    anna.presses("Iedereen", "Overslaan", "Sam", "Joost")
    return chat


def no_gathering_after_all() -> Chat:
    return Chat("bijeenkomst", ANNA, about={"leden": People((MemberId(1),))}).presses("Stoppen")


def a_gathering_left_halfway() -> Chat:
    return Chat("bijeenkomst", ANNA, about={"leden": People((MemberId(1),))}).in_silence()


def _board() -> Chat:
    """What Anna wrote is known, and what Joost will do."""
    about: dict[str, Value] = {
        "waarvoor": Quote((WordsId(1),)),
        "plaats": Quote((WordsId(2),)),
        "dag": Day(DAY),
        "hoe": Word(TextKey("ui/bijeenkomst-deels")),
        "erbij": People((MemberId(1), MemberId(2), MemberId(3))),
        "leidt": People((MemberId(2),)),
        "schrijft": People((MemberId(3),)),
    }
    return Chat("bijeenkomst-bord", ANNA, SAM, JOOST, about=about, before=(WHY, WHERE, STEP))


def _agreed() -> Line:
    return ui("mdo-regel", wat=Quote((WordsId(3),)), wie=People((MemberId(3),)), wanneer=Day(DAY))


def coming_together_in_the_room_and_online() -> Chat:
    chat = _board()
    anna, sam, joost = chat.people
    sam.taps("Begin het gesprek")
    chat.happens(Known(at=chat.now, about={"afgesproken": Lines((ui("bijeenkomst-afgesproken"), _agreed()))}))
    joost.taps("Maak het verslag", "Dit klopt")
    sam.taps("Dit klopt")
    chat.happens(Known(at=chat.now, about={"klopt": People((sam.id,))}))
    sam.taps("Dit klopt")
    anna.taps("Dit klopt")
    chat.happens(Known(at=chat.now, about={"klopt": People((sam.id, anna.id))}))
    anna.taps("Verslag sluiten")
    return chat


def a_gathering_that_changes_and_does_not_come() -> Chat:
    chat = _board()
    chat.people[0].taps("Iets veranderen")
    chat.fires(Purpose.DEADLINE)
    return chat


def practising_together() -> Chat:
    chat = Chat("oefenronde", ANNA, JOOST)
    anna, joost = chat.people
    anna.taps("We hebben een rol")
    joost.taps("Iedereen is klaar")
    anna.taps("We hebben gereageerd", "We hebben een stap")
    joost.taps("Klaar")
    return chat


def practising_that_stopped() -> Chat:
    return Chat("oefenronde", ANNA, JOOST).in_silence()
