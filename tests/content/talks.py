"""Finding a talk, holding it, and joining: stories of the golden transcripts."""

from datetime import date

from flows.effects import Deed, Do
from flows.events import Purpose, Rested
from flows.line import Count, Quote, Value, Word
from flows.names import Form, Pace, Role, Share, StepId, TextKey, WordsId
from flows.schools import School
from tests.chat import LIBRARY, Chat
from tests.flows.people import ANNA, JOOST, NOOR, SAM

DAY = date(2026, 12, 4)


def whole_talk() -> Chat:
    chat = Chat("kaarten-omdraaien/zie-vooral-het-kind", ANNA, SAM, JOOST, NOOR, opening=True)
    anna, sam, joost, noor = chat.people
    joost.says("Ik wil dit gesprek, omdat ik Sam stiller zie worden. Wat ik nog niet weet, is hoe het thuis gaat.")
    chat.tells_audience(joost, 5)
    joost.presses("Deel dit")
    chat.turns()
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
    anna.taps("uitgepraat", "uitgepraat")
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
    anna.taps("uitgepraat", "uitgepraat", "Klaar")
    return chat


def choosing() -> Chat:
    chat = Chat("kiezen", ANNA, JOOST)
    anna, joost = chat.people
    anna.taps("Acht principes", "Zie vooral het kind")
    joost.taps("Verspreid")
    anna.taps("Zo beginnen")
    return chat


def choosing_the_first_talk() -> Chat:
    first = Word(TextKey("kaart.investeer-in-de-relatie"))
    chat = Chat("kiezen", ANNA, JOOST, about={"eerste": first})
    chat.people[0].taps("Investeer in de relatie", "Nu, kort", "Zo beginnen")
    return chat


def choosing_from_the_list() -> Chat:
    title = Quote((WordsId(1),))
    listed: dict[str, Value] = {"lijst": Count(2), "lijst-1": Word(TextKey("kaart.neem-mij-serieus")), "lijst-2": title}
    chat = Chat("kiezen", ANNA, JOOST, about=listed, before=("De eerste week na de vakantie",))
    chat.people[0].taps(
        "Van onze lijst", "Iets van de lijst", "laat maar", "Van onze lijst", "De eerste week", "Nu, kort"
    )
    return chat


def everybody_picks() -> Chat:
    chat = Chat("samen-kiezen", ANNA, SAM, JOOST, NOOR, ("Ilse", Role.SCHOOL))
    anna, sam, joost, noor, _ = chat.people
    joost.presses("Acht principes", "Je hebt elkaar nodig")
    sam.presses("Acht principes")
    noor.presses("Acht principes", "Een andere stapel", "Acht principes", "Je hebt elkaar nodig")
    sam.presses("Neem mij serieus")
    anna.presses("Acht principes", "Zie vooral het kind")
    anna.taps("Laat de keuzes zien")
    return chat


def nobody_picks() -> Chat:
    return Chat("samen-kiezen", ANNA, JOOST).presses("Overslaan").in_silence()


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
    anna.taps("uitgepraat", "uitgepraat")
    joost.presses("Ja, ik zet een stap")
    chat.notes(1, joost, stands=True)
    anna.taps("Klaar")
    return chat


def joining_a_team() -> Chat:
    chat = Chat("meedoen", ("Fatma", Role.SUPPORTER), about={"team": Count(1)})
    chat.people[0].presses("Ja, ik doe mee", "Gast met eigen", "Nederlands")
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
    anna.taps("Acht principes", "onmacht")
    joost.taps("Samen om één telefoon")
    anna.taps("Het is gespannen", "Gespannen")
    joost.taps("Een andere werkvorm", "Vijf vragen")
    return chat


def joining() -> Chat:
    chat = Chat("meedoen", ANNA)
    anna = chat.people[0]
    anna.says("wat is dit?")
    anna.presses("Ja, ik doe mee", "Ouder", "Nederlands")
    return chat


def joining_as_an_interpreter_who_looks_on() -> Chat:
    chat = Chat("meedoen", ("Fatma", Role.SUPPORTER))
    chat.people[0].presses("Ja, ik doe mee", "Steunfiguur", "Ik kijk mee", "Nederlands")
    return chat


def not_joining() -> Chat:
    return Chat("meedoen", ANNA).presses("Nee, nu niet")
