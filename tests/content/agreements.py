"""An agreement from its making to its dropping: stories of the golden transcripts."""

from collections.abc import Mapping
from datetime import date

from flows.line import Day, People, Quote, Value, Who
from flows.names import MemberId, Role, WordsId
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR

DAY = date(2026, 12, 4)


def making_an_agreement() -> Chat:
    members = People((MemberId(1), MemberId(2)))
    chat = Chat("afspraak", ANNA, outside=(JOOST,), about={"leden": members})
    anna = chat.people[0]
    anna.says("Laten we samen eens goed kijken hoe we elkaar in de komende weken beter op de hoogte houden van alles")
    anna.presses("Korter")
    anna.says("belt elke vrijdag vijf minuten")
    anna.presses("Iemand doet iets", "Joost", "Dit zijn ze")
    anna.gives()
    anna.gives(date(2026, 11, 27), DAY)
    anna.presses("4 december", "Ja, leg het voor")
    return chat


def making_an_agreement_with_all_that_may_come_with_it() -> Chat:
    members = People((MemberId(1), MemberId(2), MemberId(3)))
    chat = Chat("afspraak", ANNA, outside=(JOOST, NOOR), about={"leden": members})
    anna = chat.people[0]
    anna.says("belt elke week even naar huis")
    anna.presses("Iemand doet iets", "Joost", "Dit zijn ze")
    anna.gives(DAY)
    anna.presses("Ja, klopt", "erbij zetten")
    anna.says("als de week bijna om is")
    anna.says("stuurt een berichtje")
    anna.presses("Noor", "Ja, leg het voor")
    return chat


def making_an_agreement_with_only_a_moment() -> Chat:
    members = People((MemberId(1), MemberId(2)))
    chat = Chat("afspraak", JOOST, outside=(ANNA,), about={"leden": members, "wie": People((MemberId(1),))})
    joost = chat.people[0]
    joost.says("belt elke week even naar huis")
    joost.presses("Over een week", "Ja, klopt", "erbij zetten")
    joost.says("als ik vrijdag mijn tas inpak")
    joost.presses("Overslaan", "Overslaan", "Nee, toch niet")
    return chat


def making_a_working_agreement() -> Chat:
    members = People((MemberId(1), MemberId(2), MemberId(3)))
    chat = Chat("afspraak", ANNA, outside=(JOOST, NOOR), about={"leden": members})
    anna = chat.people[0]
    anna.says("zeggen het eerlijk als iets niet lukt")
    anna.presses("voortaan", "Iedereen")
    anna.gives(DAY)
    anna.presses("Ja, klopt", "Ja, leg het voor")
    return chat


def _private(
    flow: str, person: tuple[str, Role], more: Mapping[str, Value] | None = None, words: tuple[str, ...] = ()
) -> Chat:
    """A flow about an agreement that was already written; `words`: what else was, from number two on."""
    about = {"wat": Quote((WordsId(1),)), "wie": People((MemberId(1),)), "wanneer": Day(DAY), **(more or {})}
    return Chat(flow, person, about=about, outside=(ANNA, NOOR), before=("belt elke vrijdag vijf minuten", *words))


ON_A_DAY: dict[str, Value] = {"klaar-op": Day(DAY)}


def akkoord() -> Chat:
    return _private("akkoord", JOOST, ON_A_DAY).presses("akkoord")


def akkoord_to_all_that_was_said() -> Chat:
    beside: dict[str, Value] = {"als": Quote((WordsId(2),)), "plan-b": Quote((WordsId(3),)), "helper": Who(MemberId(3))}
    words = ("als de week bijna om is", "stuurt een berichtje")
    chat = _private("akkoord", JOOST, {**beside, **ON_A_DAY}, words)
    chat.people[0].presses("akkoord")
    return chat


def akkoord_to_a_working_agreement() -> Chat:
    chat = _private("akkoord", JOOST, {"terugkijken": Day(DAY)})
    assert chat.people[0].labels == ["akkoord", "Liever niet"], "there is no day of one's own for how we treat others"
    chat.people[0].presses("akkoord")
    return chat


ANNA_ASKS_NOOR: dict[str, Value] = {"vrager": Who(MemberId(2)), "wie": People((MemberId(3),))}


def helping() -> Chat:
    return _private("meehelpen", JOOST, ANNA_ASKS_NOOR).presses("Ja, ik help")


def not_helping_now() -> Chat:
    return _private("meehelpen", JOOST, ANNA_ASKS_NOOR).presses("past het niet")


def akkoord_on_another_day() -> Chat:
    chat = _private("akkoord", JOOST, ON_A_DAY)
    joost = chat.people[0]
    joost.presses("andere dag")
    joost.gives(date(2026, 12, 7))
    joost.presses("Andere dag")
    joost.gives(date(2026, 12, 8))
    joost.presses("Ja, klopt")
    return chat


def saying_it_otherwise() -> Chat:
    chat = _private("afspraak-wijzigen", JOOST, ON_A_DAY)
    joost = chat.people[0]
    joost.presses("De woorden")
    joost.says("belt om de week vijf minuten")
    joost.presses("Ja, zo wordt het")
    return chat


def another_day() -> Chat:
    chat = _private("afspraak-wijzigen", JOOST, ON_A_DAY)
    joost = chat.people[0]
    joost.presses("De dag")
    joost.gives(date(2026, 12, 8))
    joost.presses("Ja, klopt")
    return chat


def nothing_to_change_after_all() -> Chat:
    return _private("afspraak-wijzigen", JOOST, {"terugkijken": Day(DAY)}).presses("laat maar")


ASKED_BY_NOOR: dict[str, Value] = {"vrager": Who(MemberId(3)), "nieuw": Quote((WordsId(2),))}


def akkoord_with_other_words() -> Chat:
    return _private("anders-akkoord", JOOST, ASKED_BY_NOOR, ("belt om de week vijf minuten",)).presses("akkoord")


def rather_as_it_was() -> Chat:
    return _private("anders-akkoord", JOOST, ASKED_BY_NOOR, ("belt om de week vijf minuten",)).presses("zoals het was")


def handing_over() -> Chat:
    return _private("overdragen", JOOST, {"leden": People((MemberId(1), MemberId(2), MemberId(3)))}).presses("Noor")


def nobody_to_hand_over_to() -> Chat:
    return _private("overdragen", JOOST, {"leden": People((MemberId(1),))})


def taking_over() -> Chat:
    return _private("overnemen", JOOST, {"van": Who(MemberId(3)), **ON_A_DAY}).presses("akkoord")


def not_taking_over() -> Chat:
    return _private("overnemen", JOOST, {"van": Who(MemberId(3)), **ON_A_DAY}).presses("Liever niet")


def taking_over_and_silence() -> Chat:
    return _private("overnemen", JOOST, {"van": Who(MemberId(3)), **ON_A_DAY}).in_silence()


def dropping() -> Chat:
    return _private("laten-vallen", JOOST).presses("haal het van mijn lijst")


def not_dropping_after_all() -> Chat:
    return _private("laten-vallen", JOOST).presses("laat het staan")


def three_in_hand() -> Chat:
    return _private("drie-open", JOOST).presses("mag wachten")


def three_in_hand_and_rather_not() -> Chat:
    return _private("drie-open", JOOST).presses("Toch liever niet")


def a_step_of_my_own() -> Chat:
    return Chat("stap-zetten", JOOST).presses("Ja, ik zet een stap")


def no_step_of_my_own_now() -> Chat:
    return Chat("stap-zetten", JOOST).presses("Nu niet")


WORKING: dict[str, Value] = {"lijst": Quote((WordsId(2), WordsId(3))), "terugkijken": Day(DAY)}
HOW_WE_WORK = ("zeggen eerlijk wat niet lukt", "nemen pauze als het te veel is")


def looking_back_on_how_we_work() -> Chat:
    return _private("terugkijken", ANNA, WORKING, HOW_WE_WORK).presses("Ja, zo houden")


def looking_back_and_something_does_not_fit() -> Chat:
    return _private("terugkijken", ANNA, WORKING, HOW_WE_WORK).presses("Ik wil iets aanpassen")


def keeping_one_way_of_working() -> Chat:
    return _private("werkafspraak", ANNA, {"wat": Quote((WordsId(2),))}, HOW_WE_WORK).presses("Zo houden")


def leaving_one_way_of_working() -> Chat:
    return _private("werkafspraak", ANNA, {"wat": Quote((WordsId(2),))}, HOW_WE_WORK).presses("Mag weg")


def akkoord_silence() -> Chat:
    return _private("akkoord", JOOST, ON_A_DAY).in_silence()


def rather_not() -> Chat:
    return _private("akkoord", JOOST, ON_A_DAY).presses("Liever niet")
