"""Golden transcripts: each shipped flow as the chat it is, to be read aloud; `--update-chats` writes them anew."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from flows.effects import Deed, Do
from flows.events import Purpose, Rested
from flows.line import Count, Day, Lines, People, Quote, Value, Who, Word, ui
from flows.manners import WEEK
from flows.names import Form, MemberId, Pace, Role, Share, StepId, TextKey, WordsId
from flows.schools import School
from tests.chat import LIBRARY, Chat
from tests.content.check_ins import CHECK_INS
from tests.content.coaching import COACHING
from tests.content.encounters import ENCOUNTERS
from tests.content.footing import FOOTING
from tests.content.gatherings import GATHERINGS
from tests.content.meetings import MEETINGS
from tests.content.numbers import NUMBERS
from tests.content.rounds import ROUNDS

HERE = Path(__file__).parent
ANNA, SAM, JOOST, NOOR = (("Anna", Role.PARENT), ("Sam", Role.PUPIL), ("Joost", Role.SCHOOL), ("Noor", Role.CARE))
DAY = date(2026, 12, 4)


def whole_talk() -> Chat:
    chat = Chat("kaarten-omdraaien/zie-vooral-het-kind", ANNA, SAM, JOOST, NOOR, opening=True)
    anna, sam, joost, noor = chat.people
    joost.says("Ik wil dit gesprek, omdat ik Sam stiller zie worden. Wat ik nog niet weet, is hoe het thuis gaat.")
    chat.tells_audience(joost, 5)
    joost.presses("Deel dit")
    joost.says("Sam legt een ander kind rustig uit hoe breuken werken.")
    sam.says("Ik bouw thuis een robot.")
    joost.says("Dat zie ik elke week.")
    joost.presses("Klaar")
    chat.tells_audience(joost, 5)
    sam.presses("Klaar")
    chat.tells_audience(sam, 5)
    joost.presses("naam")
    anna.says("🎤", Form.VOICE)
    anna.presses("Klaar")
    chat.tells_audience(anna, 5)
    sam.presses("naam")
    chat.later(days=1)
    chat.fires(Purpose.REMIND, noor)
    anna.presses("naam")
    noor.answers("Sam vertelde mij zelf wat hij nodig heeft.", Share.ROLE)
    chat.turns()
    sam.presses("Andere kaart")
    anna.presses("Ik herken")
    chat.tells_audience(anna, 5)
    sam.presses("Ik wil je vragen")
    joost.presses("Ik wist niet")
    anna.says("hij vertelt mij ook precies wat hij nodig heeft, als ik even wacht")
    sam.says("hoe leg jij breuken uit aan iemand die het niet snapt?")
    noor.presses("Ik wil je vragen")
    joost.says("je thuis een robot bouwt, neem hem gerust een keer mee")
    noor.says("mag ik dat moment een keer horen?")
    chat.turns()
    anna.taps("Liever")
    joost.taps("uitgepraat")
    anna.taps("uitgepraat")
    anna.taps("uitgepraat")
    joost.presses("Ja, ik zet een stap")
    noor.presses("Nu niet")
    anna.taps("Klaar")
    return chat


def one_card_and_a_growing_group() -> Chat:
    chat = Chat("kaarten-omdraaien/je-hebt-elkaar-nodig", ANNA, JOOST)
    anna, joost = chat.people
    anna.answers("Thuis slaapt hij slecht, dat kan de school niet weten.")
    joost.answers("In de klas zie ik hem opbloeien bij gym.")
    chat.grows(4)
    anna.presses("Ja")
    joost.presses("Ja")
    chat.turns()
    return chat


def nobody_answers() -> Chat:
    chat = Chat("kaarten-omdraaien/investeer-in-de-relatie", ANNA, JOOST)
    chat.people[0].says("Ik begin te typen.")
    chat.fires(Purpose.DEADLINE)
    chat.fires(Purpose.DEADLINE)
    chat.people[1].taps("uitgepraat")
    chat.fires(Purpose.LAST)
    return chat


def a_lone_card_stays_with_its_owner() -> Chat:
    chat = Chat("kaarten-omdraaien/investeer-in-de-relatie", ANNA, JOOST)
    chat.people[0].answers("Ik wil graag eens per maand even bellen.")
    chat.people[1].presses("Ik sla over")
    chat.people[0].presses("Nee")
    return chat


def two_people_at_the_table() -> Chat:
    chat = Chat("kaarten-omdraaien/wat-goed-gaat-en-wat-niet", ANNA, JOOST, pace=Pace.NOW)
    anna, joost = chat.people
    anna.answers("Ik weet altijd wie ik kan bellen.")
    joost.answers("Jij zegt het eerlijk als iets niet lukt.")
    chat.turns()
    anna.taps("uitgepraat")
    anna.taps("uitgepraat")
    anna.taps("Klaar")
    return chat


def choosing() -> Chat:
    chat = Chat("kiezen", ANNA, JOOST)
    anna, joost = chat.people
    anna.taps("Acht principes")
    anna.taps("Zie vooral het kind")
    joost.taps("Verspreid")
    anna.taps("Zo beginnen")
    return chat


def choosing_the_first_talk() -> Chat:
    first = Word(TextKey("kaart.investeer-in-de-relatie"))
    chat = Chat("kiezen", ANNA, JOOST, about={"eerste": first})
    for button in ("Investeer in de relatie", "Nu, kort", "Zo beginnen"):
        chat.people[0].taps(button)
    return chat


def choosing_from_the_list() -> Chat:
    title = Quote((WordsId(1),))
    listed: dict[str, Value] = {"lijst": Count(2), "lijst-1": Word(TextKey("kaart.neem-mij-serieus")), "lijst-2": title}

    class Listed(Chat):
        def happens(self, event) -> None:
            if not self.words:
                self.keep(MemberId(1), "De eerste week na de vakantie")
            super().happens(event)

    chat = Listed("kiezen", ANNA, JOOST, about=listed)
    for button in ("Van onze lijst", "Iets van de lijst", "laat maar", "Van onze lijst", "De eerste week", "Nu, kort"):
        chat.people[0].taps(button)
    return chat


def everybody_picks() -> Chat:
    chat = Chat("samen-kiezen", ANNA, SAM, JOOST, NOOR, ("Ilse", Role.SCHOOL))
    anna, sam, joost, noor, _ = chat.people
    joost.presses("Acht principes")
    joost.presses("Je hebt elkaar nodig")
    sam.presses("Acht principes")
    noor.presses("Acht principes")
    noor.presses("Een andere stapel")
    noor.presses("Acht principes")
    noor.presses("Je hebt elkaar nodig")
    sam.presses("Neem mij serieus")
    anna.presses("Acht principes")
    anna.presses("Zie vooral het kind")
    anna.taps("Laat de keuzes zien")
    return chat


def nobody_picks() -> Chat:
    chat = Chat("samen-kiezen", ANNA, JOOST)
    chat.people[0].presses("Overslaan")
    chat.fires(Purpose.DEADLINE)
    return chat


def an_own_card() -> Chat:
    chat = Chat("eigen-kaart", ANNA)
    anna = chat.people[0]
    anna.says("School belt altijd te laat")
    anna.says("Wij willen het eerder van elkaar weten")
    anna.presses("anders")
    anna.says("Op tijd iets laten weten")
    anna.says("Wij willen het eerder van elkaar weten")
    anna.presses("nu erover praten")
    return chat


def an_own_card_after_all_not() -> Chat:
    chat = Chat("eigen-kaart", ANNA)
    anna = chat.people[0]
    anna.says("De eerste week na de vakantie")
    anna.says("Wij willen weten wat dan helpt")
    anna.presses("Toch niet")
    return chat


def an_own_card_in_silence() -> Chat:
    chat = Chat("eigen-kaart", ANNA)
    chat.people[0].says("De eerste week na de vakantie")
    chat.fires(Purpose.DEADLINE)
    return chat


def becoming_a_team() -> Chat:
    chat = Chat("team", JOOST, NOOR)
    chat.people[1].taps("Ja, wij zijn een team")
    return chat


def choosing_the_words_of_an_mbo_school() -> Chat:
    class Chosen(Chat):
        def carry_out(self, effect) -> None:
            super().carry_out(effect)
            if isinstance(effect, Do) and effect.deed is Deed.CIRCLE_SCHOOL:
                self.wording = LIBRARY.schools[School(self.run.kept[StepId("soort")])]

    chat = Chosen("school", ANNA, JOOST)
    chat.people[1].taps("Mbo")
    return chat


def a_student_at_an_mbo_school() -> Chat:
    chat = Chat("kaarten-omdraaien/betrek-kinderen", ("Anna", Role.PARENT), ("Yara", Role.PUPIL), JOOST, pace=Pace.NOW,
                school=School.VOCATIONAL)  # fmt: skip
    anna, yara, joost = chat.people
    yara.says("Welke dag ik stage loop. Dat hoorde ik pas toen het al in het rooster stond.")
    yara.presses("Klaar")
    chat.tells_audience(yara, 3)
    yara.presses("student")
    anna.answers("Thuis vraag ik eerst wat zij zelf zou doen.")
    joost.answers("Dankzij een leerling van vorig jaar beginnen wij nu om half tien.")
    chat.turns()
    yara.tells("Half tien is echt fijn.")
    anna.taps("uitgepraat")
    anna.taps("uitgepraat")
    joost.presses("Ja, ik zet een stap")
    chat.notes(1, joost, stands=True)
    anna.taps("Klaar")
    return chat


def joining_a_team() -> Chat:
    chat = Chat("meedoen", ("Fatma", Role.SUPPORTER), about={"team": Count(1)})
    for label in ("Ja, ik doe mee", "Gast met eigen", "Nederlands"):
        chat.people[0].presses(label)
    return chat


def a_talk_that_rests() -> Chat:
    chat = Chat("kaarten-omdraaien/neem-mij-serieus", ANNA, JOOST, pace=Pace.NOW)
    anna, joost = chat.people
    anna.says("Ik weet dat hij na een drukke dag stil wil zijn.")
    chat.happens(Rested(at=chat.now))
    joost.says("Ik wilde net antwoorden.")
    chat.later(days=3)
    joost.taps("Verder met dit gesprek")
    chat.happens(Rested(at=chat.now, over=True))
    anna.presses("Klaar")
    return chat


def a_talk_is_under_way_already() -> Chat:
    chat = Chat("al-bezig", ANNA, JOOST)
    chat.people[0].taps("kies iets nieuws")
    return chat


def letting_the_talk_rest() -> Chat:
    chat = Chat("gesprek-stoppen", ANNA, JOOST)
    chat.people[1].taps("Even rust")
    return chat


def choosing_what_rests() -> Chat:
    chat = Chat("kiezen", ANNA, JOOST, about={"rust": Word(TextKey("kaart.neem-mij-serieus"))})
    chat.people[1].taps("Verder:")
    return chat


def choosing_when_it_is_tense() -> Chat:
    chat = Chat("kiezen", ANNA, JOOST, NOOR)
    anna, joost, _ = chat.people
    anna.taps("Acht principes")
    anna.taps("onmacht")
    joost.taps("Samen om één telefoon")
    anna.taps("Het is gespannen")
    anna.taps("Gespannen")
    joost.taps("Een andere werkvorm")
    joost.taps("Vijf vragen")
    return chat


def joining() -> Chat:
    chat = Chat("meedoen", ANNA)
    anna = chat.people[0]
    anna.says("wat is dit?")
    anna.presses("Ja, ik doe mee")
    anna.presses("Ouder")
    anna.presses("Nederlands")
    return chat


def joining_as_an_interpreter_who_looks_on() -> Chat:
    chat = Chat("meedoen", ("Fatma", Role.SUPPORTER))
    for label in ("Ja, ik doe mee", "Steunfiguur", "Ik kijk mee", "Nederlands"):
        chat.people[0].presses(label)
    return chat


def not_joining() -> Chat:
    chat = Chat("meedoen", ANNA)
    chat.people[0].presses("Nee, nu niet")
    return chat


def making_an_agreement() -> Chat:
    members = People((MemberId(1), MemberId(2)))
    chat = Chat("afspraak", ANNA, outside=(JOOST,), about={"leden": members})
    anna = chat.people[0]
    anna.says("Laten we samen eens goed kijken hoe we elkaar in de komende weken beter op de hoogte houden van alles")
    anna.presses("Korter")
    anna.says("belt elke vrijdag vijf minuten")
    anna.presses("Iemand doet iets")
    anna.presses("Joost")
    anna.presses("Dit zijn ze")
    anna.gives()
    anna.gives(date(2026, 11, 27), DAY)
    anna.presses("4 december")
    anna.presses("Ja, leg het voor")
    return chat


def making_an_agreement_with_all_that_may_come_with_it() -> Chat:
    members = People((MemberId(1), MemberId(2), MemberId(3)))
    chat = Chat("afspraak", ANNA, outside=(JOOST, NOOR), about={"leden": members})
    anna = chat.people[0]
    anna.says("belt elke week even naar huis")
    anna.presses("Iemand doet iets")
    anna.presses("Joost")
    anna.presses("Dit zijn ze")
    anna.gives(DAY)
    anna.presses("Ja, klopt")
    anna.presses("erbij zetten")
    anna.says("als de week bijna om is")
    anna.says("stuurt een berichtje")
    anna.presses("Noor")
    anna.presses("Ja, leg het voor")
    return chat


def making_an_agreement_with_only_a_moment() -> Chat:
    members = People((MemberId(1), MemberId(2)))
    chat = Chat("afspraak", JOOST, outside=(ANNA,), about={"leden": members, "wie": People((MemberId(1),))})
    joost = chat.people[0]
    joost.says("belt elke week even naar huis")
    joost.presses("Over een week")
    joost.presses("Ja, klopt")
    joost.presses("erbij zetten")
    joost.says("als ik vrijdag mijn tas inpak")
    joost.presses("Overslaan")
    joost.presses("Overslaan")
    joost.presses("Nee, toch niet")
    return chat


def making_a_working_agreement() -> Chat:
    members = People((MemberId(1), MemberId(2), MemberId(3)))
    chat = Chat("afspraak", ANNA, outside=(JOOST, NOOR), about={"leden": members})
    anna = chat.people[0]
    anna.says("zeggen het eerlijk als iets niet lukt")
    anna.presses("voortaan")
    anna.presses("Iedereen")
    anna.gives(DAY)
    anna.presses("Ja, klopt")
    anna.presses("Ja, leg het voor")
    return chat


def _private(
    flow: str, person: tuple[str, Role], more: Mapping[str, Value] | None = None, words: tuple[str, ...] = ()
) -> Chat:
    """A flow about an agreement that was already written; `words`: what else was, from number two on."""
    saved = Chat.keep

    class Told(Chat):
        def happens(self, event) -> None:  # the agreement's words exist before the flow begins
            if not self.words:
                for said in ("belt elke vrijdag vijf minuten", *words):
                    saved(self, MemberId(1), said)
            super().happens(event)

    about = {"wat": Quote((WordsId(1),)), "wie": People((MemberId(1),)), "wanneer": Day(DAY), **(more or {})}
    return Told(flow, person, about=about, outside=(ANNA, NOOR))


ON_A_DAY: dict[str, Value] = {"klaar-op": Day(DAY)}


def akkoord() -> Chat:
    chat = _private("akkoord", JOOST, ON_A_DAY)
    chat.people[0].presses("akkoord")
    return chat


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


def helping() -> Chat:
    chat = _private("meehelpen", JOOST, {"vrager": Who(MemberId(2)), "wie": People((MemberId(3),))})
    chat.people[0].presses("Ja, ik help")
    return chat


def not_helping_now() -> Chat:
    chat = _private("meehelpen", JOOST, {"vrager": Who(MemberId(2)), "wie": People((MemberId(3),))})
    chat.people[0].presses("past het niet")
    return chat


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
    chat = _private("afspraak-wijzigen", JOOST, {"terugkijken": Day(DAY)})
    chat.people[0].presses("laat maar")
    return chat


ASKED_BY_NOOR: dict[str, Value] = {"vrager": Who(MemberId(3)), "nieuw": Quote((WordsId(2),))}


def akkoord_with_other_words() -> Chat:
    chat = _private("anders-akkoord", JOOST, ASKED_BY_NOOR, ("belt om de week vijf minuten",))
    chat.people[0].presses("akkoord")
    return chat


def rather_as_it_was() -> Chat:
    chat = _private("anders-akkoord", JOOST, ASKED_BY_NOOR, ("belt om de week vijf minuten",))
    chat.people[0].presses("zoals het was")
    return chat


def handing_over() -> Chat:
    chat = _private("overdragen", JOOST, {"leden": People((MemberId(1), MemberId(2), MemberId(3)))})
    chat.people[0].presses("Noor")
    return chat


def nobody_to_hand_over_to() -> Chat:
    return _private("overdragen", JOOST, {"leden": People((MemberId(1),))})


def taking_over() -> Chat:
    chat = _private("overnemen", JOOST, {"van": Who(MemberId(3)), **ON_A_DAY})
    chat.people[0].presses("akkoord")
    return chat


def not_taking_over() -> Chat:
    chat = _private("overnemen", JOOST, {"van": Who(MemberId(3)), **ON_A_DAY})
    chat.people[0].presses("Liever niet")
    return chat


def taking_over_and_silence() -> Chat:
    chat = _private("overnemen", JOOST, {"van": Who(MemberId(3)), **ON_A_DAY})
    chat.fires(Purpose.DEADLINE)
    return chat


def dropping() -> Chat:
    chat = _private("laten-vallen", JOOST)
    chat.people[0].presses("haal het van mijn lijst")
    return chat


def not_dropping_after_all() -> Chat:
    chat = _private("laten-vallen", JOOST)
    chat.people[0].presses("laat het staan")
    return chat


def three_in_hand() -> Chat:
    chat = _private("drie-open", JOOST)
    chat.people[0].presses("mag wachten")
    return chat


def three_in_hand_and_rather_not() -> Chat:
    chat = _private("drie-open", JOOST)
    chat.people[0].presses("Toch liever niet")
    return chat


def a_step_of_my_own() -> Chat:
    chat = Chat("stap-zetten", JOOST)
    chat.people[0].presses("Ja, ik zet een stap")
    return chat


def no_step_of_my_own_now() -> Chat:
    chat = Chat("stap-zetten", JOOST)
    chat.people[0].presses("Nu niet")
    return chat


WORKING: dict[str, Value] = {"lijst": Quote((WordsId(2), WordsId(3))), "terugkijken": Day(DAY)}
HOW_WE_WORK = ("zeggen eerlijk wat niet lukt", "nemen pauze als het te veel is")


def looking_back_on_how_we_work() -> Chat:
    chat = _private("terugkijken", ANNA, WORKING, HOW_WE_WORK)
    chat.people[0].presses("Ja, zo houden")
    return chat


def looking_back_and_something_does_not_fit() -> Chat:
    chat = _private("terugkijken", ANNA, WORKING, HOW_WE_WORK)
    chat.people[0].presses("Ik wil iets aanpassen")
    return chat


def keeping_one_way_of_working() -> Chat:
    chat = _private("werkafspraak", ANNA, {"wat": Quote((WordsId(2),))}, HOW_WE_WORK)
    chat.people[0].presses("Zo houden")
    return chat


def leaving_one_way_of_working() -> Chat:
    chat = _private("werkafspraak", ANNA, {"wat": Quote((WordsId(2),))}, HOW_WE_WORK)
    chat.people[0].presses("Mag weg")
    return chat


def akkoord_silence() -> Chat:
    chat = _private("akkoord", JOOST, ON_A_DAY)
    chat.fires(Purpose.DEADLINE)
    return chat


def rather_not() -> Chat:
    chat = _private("akkoord", JOOST, ON_A_DAY)
    chat.people[0].presses("Liever niet")
    return chat


def _answers_pulse(flow: str, *numbers: str) -> Chat:
    chat = Chat(flow, ANNA)
    for number in numbers:
        chat.people[0].presses(number)
    return chat


def heard() -> Chat:
    return _answers_pulse("peiling", "8", "10", "Overslaan", "7")


def heard_a_little() -> Chat:
    return _answers_pulse("peiling", "5", "7", "6", "6")


def not_heard() -> Chat:
    return _answers_pulse("peiling", "2", "6", "Overslaan", "4")


def pulse_half_way() -> Chat:
    chat = _answers_pulse("peiling", "7", "8")
    chat.fires(Purpose.DEADLINE)
    return chat


def pulse_skipped() -> Chat:
    return _answers_pulse("peiling", *["Overslaan"] * 4)


def pulse_after_an_mdo() -> Chat:
    return _answers_pulse("peiling-mdo", "9", "8", "7", "8")


def pulse_every_six_weeks() -> Chat:
    return _answers_pulse("peiling-ronde", "3", "6", "6", "5")


def two_may_be_shown() -> Chat:
    return _answers_pulse("peiling-tonen", "Ja")


def two_stay_closed() -> Chat:
    return _answers_pulse("peiling-tonen", "Nee")


def stopping() -> Chat:
    chat = Chat("stoppen", ANNA)
    chat.people[0].presses("Ja, ik stop")
    return chat


def stopping_the_talk() -> Chat:
    chat = Chat("gesprek-stoppen", ANNA, JOOST)
    chat.people[1].taps("Nee, we gaan door")
    return chat


def _settings(**more) -> Chat:
    """Somebody who chose nothing yet, unless `more` says so; nothing waits."""
    usual: dict[str, Value] = {
        "moment-nu": Word(TextKey("ui/moment-middag")),
        "stil-nu": Lines((ui("stil-geen"),)),
        "dagen-nu": Lines((ui("dagen-werkweek"),)),
        "vaak-nu": Lines((ui("vaak", n=Count(3)),)),
        "vrij-nu": Lines((ui("vrij-geen"),)),
        "wacht": Lines((ui("wacht-niets"),)),
        **{day: Word(TextKey(f"ui/dag-{'uit' if day in ('za', 'zo') else 'aan'}")) for day in WEEK},
    }
    return Chat("instellingen", JOOST, about={**usual, **more})


def settings_of_the_day() -> Chat:
    chat = _settings()
    chat.people[0].presses("Moment")
    chat.people[0].presses("Ochtend")
    return chat


def settings_quiet_hours() -> Chat:
    waits = Lines((ui("wacht-weekend", wat=Lines((ui("wacht-een-vraag"),)), tot=Day(DAY)),))
    chat = _settings(wacht=Lines((ui("wacht-kop"), waits.lines[0])))
    joost = chat.people[0]
    joost.presses("Stille uren")
    joost.says("na het eten")
    joost.presses("Zelf uren")
    joost.presses("12 uur")
    joost.presses("13 uur")
    return chat


def settings_days() -> Chat:
    chat = _settings()
    joost = chat.people[0]
    joost.presses("Dagen van de week")
    joost.presses("Klaar")
    joost.presses("Dagen van de week")
    joost.presses("maandag")
    return chat


def settings_days_again() -> Chat:
    chat = _settings(**{"bij-dagen": Count(1), "ma": Word(TextKey("ui/dag-uit"))})
    chat.people[0].presses("Klaar")
    chat.people[0].presses("Niets")
    return chat


def settings_pace() -> Chat:
    chat = _settings()
    chat.people[0].presses("Hoe vaak")
    chat.people[0].presses("Eén")
    return chat


def settings_free_days() -> Chat:
    free = Lines((ui("vrij-dag", dag=Day(DAY)),))
    chat = _settings(**{"vrij-gekozen": Count(1), "vrij-nu": free})
    joost = chat.people[0]
    joost.presses("Vrije dagen")
    joost.presses("erbij")
    joost.gives(date(2026, 12, 21))
    joost.presses("Ja, klopt")
    joost.gives(date(2026, 12, 18))
    joost.gives(date(2026, 12, 31))
    joost.presses("Ja, klopt")
    return chat


def pausing() -> Chat:
    chat = Chat("pauze", ANNA, about={"wacht": Lines((ui("wacht-niets"),))})
    anna = chat.people[0]
    anna.gives(date(2027, 6, 1))
    anna.presses("Over twee weken")
    anna.presses("Ja, klopt")
    return chat


def ending_a_pause() -> Chat:
    what = Lines((ui("wacht-een-vraag"),))
    waits = Lines((ui("wacht-kop"), ui("wacht-paused", wat=what, tot=Day(DAY))))
    chat = Chat("pauze", ANNA, about={"wacht": waits, "pauze-tot": Day(DAY)})
    chat.people[0].presses("Stop de pauze")
    return chat


def a_pause_for_the_group() -> Chat:
    chat = Chat("groep-pauze", ANNA, JOOST, about={"stand": Lines((ui("groep-pauze-geen"),))})
    chat.people[1].taps("Twee weken")
    return chat


def no_pause_for_the_group() -> Chat:
    stand = Lines((ui("groep-pauze-nu", tot=Day(DAY)),))
    chat = Chat("groep-pauze", ANNA, JOOST, about={"stand": stand, "pauze-tot": Day(DAY)})
    chat.people[1].taps("Laat het zo")
    return chat


def the_regions_holidays() -> Chat:
    chat = Chat("vakantie", ANNA, JOOST, about={"stand": Lines((ui("regio-geen"),))})
    chat.people[0].taps("Midden")
    return chat


STORIES: tuple[Callable[[], Chat], ...] = (
    whole_talk, one_card_and_a_growing_group, nobody_answers, a_lone_card_stays_with_its_owner,
    two_people_at_the_table, choosing, choosing_the_first_talk, choosing_when_it_is_tense, joining,
    joining_as_an_interpreter_who_looks_on, not_joining,
    a_talk_that_rests, a_talk_is_under_way_already, letting_the_talk_rest, choosing_what_rests,
    choosing_from_the_list, everybody_picks, nobody_picks, an_own_card, an_own_card_after_all_not,
    an_own_card_in_silence, becoming_a_team, joining_a_team,
    choosing_the_words_of_an_mbo_school, a_student_at_an_mbo_school,
    making_an_agreement,
    making_an_agreement_with_all_that_may_come_with_it, making_an_agreement_with_only_a_moment,
    making_a_working_agreement, helping, not_helping_now, akkoord, akkoord_to_all_that_was_said,
    akkoord_to_a_working_agreement, akkoord_on_another_day, saying_it_otherwise, another_day,
    nothing_to_change_after_all, akkoord_with_other_words, rather_as_it_was, handing_over, nobody_to_hand_over_to,
    a_step_of_my_own, no_step_of_my_own_now, looking_back_on_how_we_work, looking_back_and_something_does_not_fit,
    keeping_one_way_of_working, leaving_one_way_of_working, taking_over, not_taking_over,
    taking_over_and_silence, dropping,
    not_dropping_after_all, three_in_hand, three_in_hand_and_rather_not,
    akkoord_silence, rather_not, heard, heard_a_little, not_heard, pulse_half_way, pulse_skipped, pulse_after_an_mdo,
    pulse_every_six_weeks, two_may_be_shown, two_stay_closed, stopping, stopping_the_talk,
    settings_of_the_day, settings_quiet_hours, settings_days, settings_days_again, settings_pace, settings_free_days,
    pausing, ending_a_pause, a_pause_for_the_group, no_pause_for_the_group, the_regions_holidays,
    *CHECK_INS,
    *ENCOUNTERS,
    *FOOTING,
    *GATHERINGS,
    *MEETINGS,
    *NUMBERS,
    *ROUNDS,
    *COACHING,
)  # fmt: skip


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_the_chat_reads_as_it_was_written_down(story: Callable[[], Chat], update_chats: bool) -> None:
    chat = story()
    people = ", ".join(f"{p.name} ({p.role})" for p in chat.people)
    written = f"# {chat.flow.id}, met {people}\n" + "\n".join(chat.transcript) + "\n"
    file = HERE / f"{story.__name__.replace('_', '-')}.chat"
    if update_chats:
        file.write_text(written, encoding="utf-8")
    assert written == file.read_text(encoding="utf-8")


def test_every_shipped_flow_has_a_transcript() -> None:
    told = {story().flow.id.split("/")[0] for story in STORIES}
    assert told == {flow.split("/")[0] for flow in LIBRARY.flows}
