"""What the circle wants for the child, and who knows much about what: golden transcripts, to be read aloud."""

from flows.events import Known, Purpose
from flows.line import Lines, People, Quote, Value, Who, ui
from flows.names import MemberId, Role, WordsId
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, SAM

SENTENCE, OTHERWISE = "elke dag met een goed gevoel naar huis", "een plek waar ik mezelf ben"


def _of_goal(flow: str, *people: tuple[str, Role], **about: Value) -> Chat:
    """A flow about the goal that Anna proposed."""
    return Chat(flow, *people, about={"zin": Quote((WordsId(1),)), **about}, before=(SENTENCE,))


def a_goal() -> Chat:
    chat = Chat("doel", ANNA)
    anna = chat.people[0]
    anna.says(SENTENCE)
    anna.presses("Ja, laat het zien")
    return chat


def no_goal_after_all() -> Chat:
    chat = Chat("doel", ANNA)
    chat.people[0].says(SENTENCE)
    chat.people[0].presses("Nee, toch niet")
    return chat


def a_goal_that_was_not_finished() -> Chat:
    return Chat("doel", ANNA).in_silence()


def standing_behind_a_goal() -> Chat:
    chat = _of_goal("doel-samen", ANNA, SAM, JOOST, eens=People((MemberId(1),)))
    anna, sam, joost = chat.people
    joost.taps("Ja, dit is ook mijn doel")
    chat.happens(Known(at=chat.now, about={"eens": People((anna.id, joost.id))}))
    sam.taps("Nog niet helemaal")
    own = chat.keep(sam.id, OTHERWISE)
    said = Lines((ui("doel-zegt-anders", wie=Who(sam.id), wat=Quote((own,))),))
    chat.happens(Known(at=chat.now, about={"anders": said}))
    joost.taps("Ja, dit is ook mijn doel")
    chat.fires(Purpose.DEADLINE)
    return chat


def a_goal_otherwise() -> Chat:
    chat = _of_goal("doel-anders", SAM)
    sam = chat.people[0]
    sam.says(OTHERWISE)
    sam.presses("Ja, laat het zien")
    return chat


def a_goal_not_otherwise_after_all() -> Chat:
    return _of_goal("doel-anders", SAM).presses("Stoppen")


def knowing_much() -> Chat:
    chat = Chat("veel-van", ANNA)
    anna = chat.people[0]
    anna.says("hoe je hem weer aan het lachen krijgt")
    anna.presses("Ja, laat het zien")
    return chat


def not_saying_what_one_knows() -> Chat:
    return Chat("veel-van", JOOST).presses("Stoppen")


def a_pupil_who_takes_part() -> Chat:
    return Chat("leerling-doet-mee", SAM).presses("Ik doe helemaal mee")


def a_pupil_with_only_their_own_card() -> Chat:
    return Chat("leerling-doet-mee", SAM).presses("Alleen met mijn eigen kaart")


def a_pupil_who_does_not_take_part_now() -> Chat:
    return Chat("leerling-doet-mee", SAM).presses("Nu niet")


SAM_ALONE = People((MemberId(2),))


def a_parent_who_leaves_it_to_the_pupil() -> Chat:
    return Chat("leerling-mee", ANNA, outside=(SAM,), about={"leerling": SAM_ALONE}).presses("Sam mag zelf kiezen")


def a_parent_who_would_rather_not() -> Chat:
    return Chat("leerling-mee", ANNA, outside=(SAM,), about={"leerling": SAM_ALONE}).presses("Dit gesprek liever niet")
