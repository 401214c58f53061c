"""The check-in and the question to the others, down every way they can go: golden transcripts, to be read aloud."""

from collections.abc import Callable
from datetime import date

from flows.agreements import Obstacle
from flows.events import DayGiven, Event, Fired, Pressed, Purpose, Said
from flows.line import Count, Day, People, Quote, Value, Who, Word
from flows.names import MemberId, OptionId, Role, StepId, WordsId
from flows.source import tip_key
from flows.turn import NEXT, TIME_UP
from tests.chat import Chat

ANNA, SAM, JOOST, NOOR, OMA = (
    ("Anna", Role.PARENT), ("Sam", Role.PUPIL), ("Joost", Role.SCHOOL), ("Noor", Role.CARE), ("Oma", Role.SUPPORTER)
)  # fmt: skip
WHAT, PLAN_B = WordsId(1), WordsId(2)


class Told(Chat):
    """A dialogue about an agreement that was made before it; it remembers how each question ended."""

    def __init__(self, flow: str, person: tuple[str, Role], about: dict[str, Value],
                 outside: tuple[tuple[str, Role], ...] = ()) -> None:  # fmt: skip
        self.ended: set[tuple[StepId, OptionId]] = set()
        super().__init__(flow, person, outside=outside, about=about)

    def happens(self, event: Event) -> None:
        if not self.words:
            self.keep(MemberId(1), "belt elke vrijdag vijf minuten")
            self.keep(MemberId(1), "stuurt elke vrijdag een kort bericht")
        turn = self.run.turn
        super().happens(event)
        if self.run.turn == turn and not self.over:
            return
        match event:
            case Pressed(question=question, option=option):
                self.ended.add((question.step, NEXT if option == "klopt" else option))
            case Said(question=question) | DayGiven(question=question):
                self.ended.add((question.step, NEXT))
            case Fired(step=step, purpose=Purpose.DEADLINE):
                self.ended.add((step, TIME_UP))


def asked(person: tuple[str, Role] = JOOST, *, plan_b: bool = False) -> Told:
    """Their day has come."""
    about: dict[str, Value] = {
        "wat": Quote((WHAT,)),
        "wie": People((MemberId(1),)),
        "wanneer": Day(date(2026, 12, 4)),
        **{f"tip-{obstacle}": Word(tip_key(obstacle, person[1])) for obstacle in Obstacle},
    }
    if plan_b:
        about["plan-b"] = Quote((PLAN_B,))
    return Told("check-in", person, about)


def not_yet(person: tuple[str, Role], obstacle: str, *, plan_b: bool = False) -> Told:
    """It did not work out, and this was in the way."""
    chat = asked(person, plan_b=plan_b)
    chat.people[0].presses("nog niet")
    chat.people[0].presses(obstacle)
    return chat


def in_a_week(chat: Told) -> Told:
    chat.people[0].presses("Over een week")
    chat.people[0].presses("Ja, klopt")
    return chat


def nothing_comes(chat: Told) -> Told:
    chat.fires(Purpose.DEADLINE)
    return chat


def presses(chat: Told, *labels: str) -> Told:
    for label in labels:
        chat.people[0].presses(label)
    return chat


def check_in_done() -> Told:
    return presses(asked(), "gelukt", "Ja, vertel het")


def check_in_done_and_kept() -> Told:
    return presses(asked(SAM), "gelukt", "Nee, houd het hier")


def check_in_done_and_silence() -> Told:
    return nothing_comes(presses(asked(), "gelukt"))


def check_in_partly() -> Told:
    return presses(asked(), "deels", "houd het hier")


def check_in_partly_and_told() -> Told:
    return presses(asked(NOOR), "deels", "vertel de groep")


def check_in_partly_and_the_rest_later() -> Told:
    return in_a_week(presses(asked(ANNA), "deels", "Een nieuwe dag voor de rest"))


def check_in_partly_and_silence() -> Told:
    return nothing_comes(presses(asked(), "deels"))


def check_in_not_yet() -> Told:
    chat = asked()
    chat.people[0].says("ik was ziek")
    presses(chat, "nog niet", "Te weinig tijd", "Een nieuwe dag")
    chat.people[0].gives(past=True)
    return in_a_week(chat)


def check_in_not_yet_and_silence() -> Told:
    return nothing_comes(presses(asked(), "nog niet"))


def check_in_not_yet_and_silence_after_the_tip() -> Told:
    return nothing_comes(not_yet(ANNA, "Te weinig tijd"))


def check_in_too_big() -> Told:
    chat = presses(not_yet(SAM, "De stap was te groot"), "Kleiner maken")
    chat.people[0].says("ik app mijn mentor één keer")
    return in_a_week(chat)


def check_in_too_big_but_no_smaller_step() -> Told:
    return presses(not_yet(NOOR, "De stap was te groot"), "Kleiner maken", "Stoppen")


def check_in_too_big_and_silence() -> Told:
    return nothing_comes(presses(not_yet(OMA, "De stap was te groot"), "Kleiner maken"))


def check_in_waiting_and_help() -> Told:
    return in_a_week(presses(not_yet(ANNA, "Ik wacht op iemand"), "Hulp vragen", "Ja, vraag het de groep"))


def check_in_no_help_after_all() -> Told:
    chat = presses(not_yet(NOOR, "Ik wacht op iemand"), "Hulp vragen", "Nee, toch niet", "Een nieuwe dag", "Stoppen")
    return chat


def check_in_help_where_somebody_helps_already() -> Told:
    about = {**asked(JOOST).run.about, "helper": Who(MemberId(2))}
    chat = Told("check-in", JOOST, about, outside=(OMA,))
    return presses(chat, "nog niet", "Iets anders", "Hulp vragen", "Nee, toch niet", "Stoppen met deze afspraak")


def check_in_help_that_was_asked_already() -> Told:
    about = {**asked(JOOST).run.about, "hulp-gevraagd": Count(1)}
    chat = Told("check-in", JOOST, about)
    return in_a_week(presses(chat, "nog niet", "wacht op iemand", "Hulp vragen"))


def check_in_help_and_silence() -> Told:
    return nothing_comes(presses(not_yet(SAM, "Ik wacht op iemand"), "Hulp vragen"))


def check_in_forgotten_and_plan_b() -> Told:
    return in_a_week(presses(not_yet(OMA, "Er niet aan gedacht", plan_b=True), "Ons plan B"))


def check_in_forgotten_and_no_day() -> Told:
    return nothing_comes(presses(not_yet(JOOST, "Er niet aan gedacht"), "Een nieuwe dag"))


def check_in_stop() -> Told:
    return presses(not_yet(ANNA, "Iets anders"), "Stoppen met deze afspraak")


def check_in_later() -> Told:
    return presses(asked(ANNA), "later", "Morgen")


def check_in_next_week() -> Told:
    return presses(asked(SAM), "later", "Volgende week")


def check_in_later_and_silence() -> Told:
    return nothing_comes(presses(asked(), "later"))


def check_in_not_needed() -> Told:
    return presses(asked(), "niet meer nodig")


def check_in_silence() -> Told:
    chat = asked()
    chat.fires(Purpose.REMIND, chat.people[0])
    return nothing_comes(chat)


def noticing(person: tuple[str, Role] = ANNA, *, alone: bool = False) -> Told:
    """Joost let the group know that it worked out."""
    about: dict[str, Value] = {"wat": Quote((WHAT,)), "wie": People((MemberId(2),))}
    if not alone:
        about["anderen"] = Count(3)
    return Told("gemerkt", person, about, outside=(JOOST,))


def noticed_and_told_by_name() -> Told:
    return presses(noticing(), "Ja", "Ja", "met mijn naam")


def noticed_a_little_without_a_name() -> Told:
    return presses(noticing(SAM), "Een beetje", "Een beetje", "zonder mijn naam")


def noticed_and_it_did_not_help_yet() -> Told:
    return presses(noticing(NOOR, alone=True), "Ja", "Nee, nog niet", "Houd het bij mij")


def noticed_but_who_can_say() -> Told:
    return nothing_comes(presses(noticing(OMA), "Een beetje", "Dat weet ik niet"))


def not_noticed_yet() -> Told:
    return presses(noticing(), "Nee, nog niet", "zonder mijn naam")


def nothing_to_say_about_it() -> Told:
    return presses(noticing(SAM), "Dat weet ik niet")


def noticing_silence() -> Told:
    return nothing_comes(noticing())


def noticed_and_silence() -> Told:
    return nothing_comes(presses(noticing(), "Ja"))


CHECK_INS: tuple[Callable[[], Told], ...] = (
    check_in_done, check_in_done_and_kept, check_in_done_and_silence,
    check_in_partly, check_in_partly_and_told, check_in_partly_and_the_rest_later, check_in_partly_and_silence,
    check_in_not_yet, check_in_not_yet_and_silence, check_in_not_yet_and_silence_after_the_tip,
    check_in_too_big, check_in_too_big_but_no_smaller_step, check_in_too_big_and_silence,
    check_in_waiting_and_help, check_in_no_help_after_all, check_in_help_where_somebody_helps_already,
    check_in_help_and_silence, check_in_help_that_was_asked_already,
    check_in_forgotten_and_plan_b, check_in_forgotten_and_no_day, check_in_stop,
    check_in_later, check_in_next_week, check_in_later_and_silence, check_in_not_needed, check_in_silence,
    noticed_and_told_by_name, noticed_a_little_without_a_name, noticed_and_it_did_not_help_yet,
    noticed_but_who_can_say, not_noticed_yet, nothing_to_say_about_it, noticing_silence, noticed_and_silence,
)  # fmt: skip
