"""What the circle wants for the child, and who knows much about what: golden transcripts, to be read aloud."""

from collections.abc import Callable

from flows.events import Event, Known, Purpose
from flows.line import Lines, People, Quote, Value, Who, ui
from flows.names import MemberId, Role, WordsId
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, SAM

SENTENCE, OTHERWISE = "elke dag met een goed gevoel naar huis", "een plek waar ik mezelf ben"


def _of_goal(flow: str, *people: tuple[str, Role], **about: Value) -> Chat:
    """A flow about the goal that Anna proposed."""

    class Told(Chat):
        def happens(self, event: Event) -> None:
            if not self.words:
                self.keep(MemberId(1), SENTENCE)
            super().happens(event)

    return Told(flow, *people, about={"zin": Quote((WordsId(1),)), **about})


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
    chat = Chat("doel", ANNA)
    chat.fires(Purpose.DEADLINE)
    return chat


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
    chat = _of_goal("doel-anders", SAM)
    chat.people[0].presses("Stoppen")
    return chat


def knowing_much() -> Chat:
    chat = Chat("veel-van", ANNA)
    anna = chat.people[0]
    anna.says("hoe je hem weer aan het lachen krijgt")
    anna.presses("Ja, laat het zien")
    return chat


def not_saying_what_one_knows() -> Chat:
    chat = Chat("veel-van", JOOST)
    chat.people[0].presses("Stoppen")
    return chat


def a_pupil_who_takes_part() -> Chat:
    chat = Chat("leerling-doet-mee", SAM)
    chat.people[0].presses("Ik doe helemaal mee")
    return chat


def a_pupil_with_only_their_own_card() -> Chat:
    chat = Chat("leerling-doet-mee", SAM)
    chat.people[0].presses("Alleen met mijn eigen kaart")
    return chat


def a_pupil_who_does_not_take_part_now() -> Chat:
    chat = Chat("leerling-doet-mee", SAM)
    chat.people[0].presses("Nu niet")
    return chat


def a_parent_who_leaves_it_to_the_pupil() -> Chat:
    chat = Chat("leerling-mee", ANNA, outside=(SAM,), about={"leerling": People((MemberId(2),))})
    chat.people[0].presses("Sam mag zelf kiezen")
    return chat


def a_parent_who_would_rather_not() -> Chat:
    chat = Chat("leerling-mee", ANNA, outside=(SAM,), about={"leerling": People((MemberId(2),))})
    chat.people[0].presses("Dit gesprek liever niet")
    return chat


FOOTING: tuple[Callable[[], Chat], ...] = (
    a_goal,
    no_goal_after_all,
    a_goal_that_was_not_finished,
    standing_behind_a_goal,
    a_goal_otherwise,
    a_goal_not_otherwise_after_all,
    knowing_much,
    not_saying_what_one_knows,
    a_pupil_who_takes_part,
    a_pupil_with_only_their_own_card,
    a_pupil_who_does_not_take_part_now,
    a_parent_who_leaves_it_to_the_pupil,
    a_parent_who_would_rather_not,
)
