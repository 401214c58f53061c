"""Talks in which everybody answers with a choice, or for two chairs: stories of the golden transcripts."""

from flows.events import Purpose
from flows.names import Form, Pace, Share
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM


def a_number_between_two_at_the_table() -> Chat:
    chat = Chat("schaal/wat-goed-gaat-en-wat-niet", ANNA, JOOST, starter=1, pace=Pace.NOW)
    anna, joost = chat.people
    anna.presses("7")
    joost.presses("8")
    chat.turns()
    joost.taps("uitgepraat", "uitgepraat")
    joost.presses("Ja, ik zet een stap")
    joost.taps("Klaar")
    return chat


def numbers_of_four_over_days() -> Chat:
    chat = Chat("schaal/oog-voor-onmacht", ANNA, SAM, JOOST, NOOR)
    anna, sam, joost, noor = chat.people
    for person in chat.people:
        chat.tells_audience(person, 5)
    joost.presses("6")
    sam.presses("3")
    anna.says("Dat wisselt nogal")
    anna.presses("6")
    sam.taps("Mijn antwoord")
    sam.presses("4")
    chat.later(days=1)
    chat.fires(Purpose.REMIND, noor)
    noor.presses("Ik sla over")
    chat.turns()
    anna.taps("uitgepraat", "uitgepraat")
    joost.presses("Ja, ik zet een stap")
    noor.presses("Nu niet")
    anna.taps("Klaar")
    return chat


def a_lone_number_and_talking_without() -> Chat:
    chat = Chat("schaal/neem-mij-serieus", ANNA, JOOST)
    anna, joost = chat.people
    anna.presses("3")
    joost.presses("Ik sla over")
    anna.presses("Nee, houd dicht")
    anna.taps("uitgepraat", "Klaar")
    return chat


def the_line_in_a_new_group() -> Chat:
    chat = Chat("de-lijn/je-hebt-elkaar-nodig", ANNA, SAM, JOOST, NOOR, outside=(OMA,), pace=Pace.NOW)
    anna, sam, joost, noor = chat.people
    [oma] = chat.outside
    for person in chat.people:
        chat.tells_audience(person, 5)
    sam.presses("Mee oneens")
    noor.presses("Helemaal mee oneens")
    oma.taps("Ik doe mee")
    chat.tells_audience(oma, 5)
    anna.presses("Helemaal mee eens")
    oma.presses("Mee eens")
    joost.presses("Ertussenin")
    chat.turns()
    anna.taps("uitgepraat", "uitgepraat")
    noor.presses("Nu niet")
    joost.presses("Ja, ik zet een stap")
    anna.taps("Klaar")
    return chat


def a_lone_place_on_the_line_in_a_group_that_grew() -> Chat:
    chat = Chat("de-lijn/oog-voor-onmacht", ANNA, JOOST)
    anna, joost = chat.people
    anna.presses("Mee eens")
    joost.presses("Mee eens")
    chat.grows(4)
    anna.presses("Nee, houd dicht")
    joost.presses("Ja")
    chat.fires(Purpose.LAST)
    chat.fires(Purpose.LAST)
    chat.fires(Purpose.LAST)
    return chat


def two_change_chairs() -> Chat:
    chat = Chat("wissel-van-stoel/oog-voor-onmacht", ANNA, JOOST, pace=Pace.NOW)
    anna, joost = chat.people
    joost.answers("Eén week zonder nieuwe regels. En dat ik mag zeggen dat ik het ook niet weet.")
    anna.says("Eén avond waarop school niet ter sprake komt.")
    chat.tells_audience(anna, 2)
    anna.presses("naam")
    joost.answers("Dat ik sneller terugbel, denk ik.")
    anna.says("Minder papier.")
    anna.says("En misschien dat ik niet meteen mail als ik boos ben.")
    anna.presses("naam")
    chat.turns()
    anna.taps("uitgepraat")
    joost.presses("Ja, ik zet een stap")
    anna.taps("Klaar")
    return chat


def four_change_chairs_over_days() -> Chat:
    chat = Chat("wissel-van-stoel/wat-nodig-is-niet-de-regel", ANNA, SAM, JOOST, NOOR)
    anna, sam, joost, noor = chat.people
    sam.answers("Dat ik tussendoor even naar buiten mag.")
    noor.presses("Ik sla over")
    joost.answers("Iemand die er op dinsdag bij is.")
    anna.answers("Dat iemand één keer alles op een rij zet.")
    chat.later(days=1)
    joost.answers("Rust, en dat niemand aan Sam trekt.")
    noor.says("🎤", Form.VOICE)
    noor.presses("naam")
    anna.answers("Minder vergaderen over Sam, en meer tijd met Sam.")
    chat.fires(Purpose.REMIND, sam)
    sam.answers("Dat ze een keer uit kan slapen.", Share.ROLE)
    chat.turns()
    anna.taps("uitgepraat")
    noor.presses("Ja, ik zet een stap")
    joost.presses("Nu niet")
    anna.taps("Klaar")
    return chat


def someone_leaves_while_chairs_are_changed() -> Chat:
    chat = Chat("wissel-van-stoel/zie-vooral-het-kind", ANNA, JOOST)
    anna, joost = chat.people
    anna.answers("Dat hij zo goed met dieren is.")
    joost.answers("Zijn geduld met jongere leerlingen.")
    anna.says("Iets over rekenen?")
    joost.leaves()
    anna.presses("Nee, houd dicht")
    anna.taps("uitgepraat", "Klaar")
    return chat
