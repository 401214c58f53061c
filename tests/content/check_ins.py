"""The check-in and the question to the others, down every way they can go: golden transcripts, to be read aloud."""

from datetime import date

from flows.agreements import Obstacle
from flows.events import DayGiven, Event, Fired, Pressed, Purpose, Said
from flows.line import Count, Day, People, Quote, Value, Who, Word
from flows.names import MemberId, OptionId, Role, StepId, WordsId
from flows.source import tip_key
from flows.turn import NEXT, TIME_UP
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM

WRITTEN = ("belt elke vrijdag vijf minuten", "stuurt elke vrijdag een kort bericht")
WHAT, PLAN_B = WordsId(1), WordsId(2)


class Told(Chat):
    """A dialogue about an agreement that was made before it; it remembers how each question ended."""

    def __init__(self, flow: str, person: tuple[str, Role], about: dict[str, Value],
                 outside: tuple[tuple[str, Role], ...] = ()) -> None:  # fmt: skip
        self.ended: set[tuple[StepId, OptionId]] = set()
        super().__init__(flow, person, outside=outside, about=about, before=WRITTEN)

    def happens(self, event: Event) -> None:
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
    return asked(person, plan_b=plan_b).presses("nog niet", obstacle)


def in_a_week(chat: Told) -> Told:
    return chat.presses("Over een week", "Ja, klopt")


def check_in_done() -> Told:
    return asked().presses("gelukt", "Ja, vertel het")


def check_in_done_and_kept() -> Told:
    return asked(SAM).presses("gelukt", "Nee, houd het hier")


def check_in_done_and_silence() -> Told:
    return asked().presses("gelukt").in_silence()


def check_in_partly() -> Told:
    return asked().presses("deels", "houd het hier")


def check_in_partly_and_told() -> Told:
    return asked(NOOR).presses("deels", "vertel de groep")


def check_in_partly_and_the_rest_later() -> Told:
    return in_a_week(asked(ANNA).presses("deels", "Een nieuwe dag voor de rest"))


def check_in_partly_and_silence() -> Told:
    return asked().presses("deels").in_silence()


def check_in_not_yet() -> Told:
    chat = asked()
    chat.people[0].says("ik was ziek")
    chat.presses("nog niet", "Te weinig tijd", "Een nieuwe dag")
    chat.people[0].gives(past=True)
    return in_a_week(chat)


def check_in_not_yet_and_silence() -> Told:
    return asked().presses("nog niet").in_silence()


def check_in_not_yet_and_silence_after_the_tip() -> Told:
    return not_yet(ANNA, "Te weinig tijd").in_silence()


def check_in_too_big() -> Told:
    chat = not_yet(SAM, "De stap was te groot").presses("Kleiner maken")
    chat.people[0].says("ik app mijn mentor één keer")
    return in_a_week(chat)


def check_in_too_big_but_no_smaller_step() -> Told:
    return not_yet(NOOR, "De stap was te groot").presses("Kleiner maken", "Stoppen")


def check_in_too_big_and_silence() -> Told:
    return not_yet(OMA, "De stap was te groot").presses("Kleiner maken").in_silence()


def check_in_waiting_and_help() -> Told:
    return in_a_week(not_yet(ANNA, "Ik wacht op iemand").presses("Hulp vragen", "Ja, vraag het de groep"))


def check_in_no_help_after_all() -> Told:
    chat = not_yet(NOOR, "Ik wacht op iemand").presses("Hulp vragen", "Nee, toch niet", "Een nieuwe dag", "Stoppen")
    return chat


def check_in_help_where_somebody_helps_already() -> Told:
    about = {**asked(JOOST).run.about, "helper": Who(MemberId(2))}
    chat = Told("check-in", JOOST, about, outside=(OMA,))
    return chat.presses("nog niet", "Iets anders", "Hulp vragen", "Nee, toch niet", "Stoppen met deze afspraak")


def check_in_help_that_was_asked_already() -> Told:
    about = {**asked(JOOST).run.about, "hulp-gevraagd": Count(1)}
    chat = Told("check-in", JOOST, about)
    return in_a_week(chat.presses("nog niet", "wacht op iemand", "Hulp vragen"))


def check_in_help_and_silence() -> Told:
    return not_yet(SAM, "Ik wacht op iemand").presses("Hulp vragen").in_silence()


def check_in_forgotten_and_plan_b() -> Told:
    return in_a_week(not_yet(OMA, "Er niet aan gedacht", plan_b=True).presses("Ons plan B"))


def check_in_forgotten_and_no_day() -> Told:
    return not_yet(JOOST, "Er niet aan gedacht").presses("Een nieuwe dag").in_silence()


def check_in_stop() -> Told:
    return not_yet(ANNA, "Iets anders").presses("Stoppen met deze afspraak")


def check_in_later() -> Told:
    return asked(ANNA).presses("later", "Morgen")


def check_in_next_week() -> Told:
    return asked(SAM).presses("later", "Volgende week")


def check_in_later_and_silence() -> Told:
    return asked().presses("later").in_silence()


def check_in_not_needed() -> Told:
    return asked().presses("niet meer nodig")


def check_in_silence() -> Told:
    chat = asked()
    chat.fires(Purpose.REMIND, chat.people[0])
    return chat.in_silence()


def noticing(person: tuple[str, Role] = ANNA, *, alone: bool = False) -> Told:
    """Joost let the group know that it worked out."""
    about: dict[str, Value] = {"wat": Quote((WHAT,)), "wie": People((MemberId(2),))}
    if not alone:
        about["anderen"] = Count(3)
    return Told("gemerkt", person, about, outside=(JOOST,))


def noticed_and_told_by_name() -> Told:
    return noticing().presses("Ja", "Ja", "met mijn naam")


def noticed_a_little_without_a_name() -> Told:
    return noticing(SAM).presses("Een beetje", "Een beetje", "zonder mijn naam")


def noticed_and_it_did_not_help_yet() -> Told:
    return noticing(NOOR, alone=True).presses("Ja", "Nee, nog niet", "Houd het bij mij")


def noticed_but_who_can_say() -> Told:
    return noticing(OMA).presses("Een beetje", "Dat weet ik niet").in_silence()


def not_noticed_yet() -> Told:
    return noticing().presses("Nee, nog niet", "zonder mijn naam")


def nothing_to_say_about_it() -> Told:
    return noticing(SAM).presses("Dat weet ik niet")


def noticing_silence() -> Told:
    return noticing().in_silence()


def noticed_and_silence() -> Told:
    return noticing().presses("Ja").in_silence()
