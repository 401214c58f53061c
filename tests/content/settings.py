"""How each is heard, and when the bot may speak: stories of the golden transcripts."""

from datetime import date

from flows.line import Count, Day, Lines, Value, Word, ui
from flows.manners import WEEK
from flows.names import TextKey
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST

DAY = date(2026, 12, 4)


def _answers_pulse(flow: str, *numbers: str) -> Chat:
    return Chat(flow, ANNA).presses(*numbers)


def heard() -> Chat:
    return _answers_pulse("peiling", "8", "10", "Overslaan", "7")


def heard_a_little() -> Chat:
    return _answers_pulse("peiling", "5", "7", "6", "6")


def not_heard() -> Chat:
    return _answers_pulse("peiling", "2", "6", "Overslaan", "4")


def pulse_half_way() -> Chat:
    return _answers_pulse("peiling", "7", "8").in_silence()


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
    return Chat("stoppen", ANNA).presses("Ja, ik stop")


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
    return _settings().presses("Moment", "Ochtend")


def settings_quiet_hours() -> Chat:
    waits = Lines((ui("wacht-weekend", wat=Lines((ui("wacht-een-vraag"),)), tot=Day(DAY)),))
    chat = _settings(wacht=Lines((ui("wacht-kop"), waits.lines[0])))
    joost = chat.people[0]
    joost.presses("Stille uren")
    joost.says("na het eten")
    joost.presses("Zelf uren", "12 uur", "13 uur")
    return chat


def settings_days() -> Chat:
    return _settings().presses("Dagen van de week", "Klaar", "Dagen van de week", "maandag")


def settings_days_again() -> Chat:
    return _settings(**{"bij-dagen": Count(1), "ma": Word(TextKey("ui/dag-uit"))}).presses("Klaar", "Niets")


def settings_pace() -> Chat:
    return _settings().presses("Hoe vaak", "Eén")


def settings_free_days() -> Chat:
    free = Lines((ui("vrij-dag", dag=Day(DAY)),))
    chat = _settings(**{"vrij-gekozen": Count(1), "vrij-nu": free})
    joost = chat.people[0]
    joost.presses("Vrije dagen", "erbij")
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
    anna.presses("Over twee weken", "Ja, klopt")
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
