"""The mdo, from its day to looking back, down every way it can go: golden transcripts, to be read aloud."""

from datetime import date

from flows.events import Known
from flows.line import Day, Line, Lines, People, Quote, Value, Who, ui
from flows.names import MemberId, Role, WordsId
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, SAM

DAY = date(2026, 12, 4)


def _of_meeting(flow: str, *people: tuple[str, Role], about: dict[str, Value]) -> Chat:
    """A flow of an mdo, whose agreements were already written."""
    return Chat(flow, *people, about={"dag": Day(HELD), **about}, before=AGREED)


HELD, ALONE = date(2026, 11, 24), People((MemberId(1),))
AGREED = ("belt elke vrijdag vijf minuten", "vraagt een maatje aan", "zet een rustig plekje klaar", "de buurtwerker")


def _stands(number: int, who: int) -> Line:
    owner = People((MemberId(who),))
    return ui("mdo-regel", wat=Quote((WordsId(number),)), wie=owner, wanneer=Day(DAY))


def noting_an_mdo_that_was_held() -> Chat:
    members = People((MemberId(1), MemberId(2), MemberId(3)))
    chat = Chat("mdo", ANNA, outside=(SAM, JOOST), about={"leden": members})
    anna = chat.people[0]
    anna.gives(date(2026, 11, 20), date(2026, 11, 27))
    anna.presses("20 november", "Sam", "Joost", "Dit zijn ze")
    anna.says("de leerplichtambtenaar")
    return chat


def noting_an_mdo_with_everyone() -> Chat:
    members = People((MemberId(1), MemberId(2)))
    chat = Chat("mdo", ANNA, outside=(JOOST,), about={"leden": members})
    anna = chat.people[0]
    anna.gives(past=True)
    anna.presses("Vandaag", "Ja, klopt", "Iedereen", "Overslaan")
    return chat


def an_mdo_after_all_not() -> Chat:
    return Chat("mdo", ANNA, about={"leden": ALONE}).presses("Stoppen")


def an_mdo_left_halfway() -> Chat:
    return Chat("mdo", ANNA, about={"leden": ALONE}).in_silence()


def regie() -> Chat:
    members = People((MemberId(1), MemberId(2)))
    chat = Chat("mdo-regie", ANNA, outside=(JOOST,), about={"leden": members, "dag": Day(HELD)})
    anna = chat.people[0]
    anna.presses("Joost", "Over zes weken", "Ja, klopt")
    return chat


def regie_after_all_not() -> Chat:
    return Chat("mdo-regie", ANNA, about={"leden": ALONE, "dag": Day(HELD)}).presses("Overslaan", "Stoppen")


def regie_left_halfway() -> Chat:
    return Chat("mdo-regie", ANNA, about={"leden": ALONE, "dag": Day(HELD)}).in_silence()


def an_mdo_that_comes() -> Chat:
    present = People((MemberId(1), MemberId(2)))
    chat = _of_meeting("mdo-komt", ANNA, JOOST, about={"erbij": present, "anderen": Quote((WordsId(4),))})
    chat.happens(Known(at=chat.now, about={"dag": Day(DAY), "anderen": None}, below=True))
    chat.people[0].taps("Andere dag")
    chat.people[1].taps("Nu afspraken")
    return chat


def an_mdo_of_which_the_day_has_come() -> Chat:
    return _of_meeting("mdo-komt", ANNA, JOOST, about={}).in_silence()


def agreements_of_an_mdo() -> Chat:
    back = Day(date(2027, 1, 5))
    chat = _of_meeting("mdo-vastleggen", ANNA, JOOST, about={"terugkijken": back})
    anna, joost = chat.people
    anna.taps("Afspraak toevoegen")
    joost.taps("Regie")
    waits = Lines((ui("mdo-wacht"), _stands(1, 2)))
    stands = Lines((ui("mdo-staat"), _stands(1, 2)))
    chat.happens(Known(at=chat.now, about={"voorgesteld": waits, "regie": Who(joost.id), "gekozen": back}))
    chat.happens(Known(at=chat.now, about={"voorgesteld": None, "staat": stands}))
    anna.taps("Dit is alles")
    return chat


def nothing_agreed_at_an_mdo() -> Chat:
    return _of_meeting("mdo-vastleggen", ANNA, JOOST, about={"terugkijken": Day(date(2027, 1, 5))}).in_silence()


def _looking_back() -> Chat:
    told = ui("groep-gelukt", wie=Who(MemberId(2)), wat=Quote((WordsId(1),)))
    about: dict[str, Value] = {
        "uitkomsten": Lines((told,)),
        "rest": Lines((ui("mdo-rest"), ui("mdo-open-regel", wat=Quote((WordsId(2),))))),
        "voorgesteld": Lines((ui("mdo-bleef-voorstel"), ui("mdo-open-regel", wat=Quote((WordsId(3),))))),
        "regie": Who(MemberId(2)),
    }
    return _of_meeting("mdo-terugkijken", ANNA, JOOST, about=about)


def looking_back_and_done() -> Chat:
    chat = _looking_back()
    chat.people[0].taps("Klaar")
    return chat


def looking_back_later() -> Chat:
    chat = _looking_back()
    chat.people[0].taps("Later")
    chat.people[1].taps("Over een week")
    return chat


def looking_back_no_more() -> Chat:
    chat = _of_meeting("mdo-terugkijken", ANNA, JOOST, about={"rest": Lines((ui("mdo-niets"),))})
    chat.people[0].taps("Later", "Niet meer")
    return chat


def looking_back_by_talking() -> Chat:
    chat = _looking_back()
    chat.people[1].taps("Opnieuw")
    return chat


def looking_back_in_silence() -> Chat:
    return _looking_back().in_silence()
