"""Transcripts of talks in which people meet: a good moment, a team among itself, a guest, and how it is half-way."""

from flows.line import Quote, Who
from flows.names import MemberId, Pace, Role, WordsId
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, SAM

MEREL, SAAR = ("Merel", Role.SCHOOL), ("Saar", Role.SUPPORTER)


def a_good_moment_of_a_parent_and_a_mentor() -> Chat:
    """Nothing is wrong; five minutes, now."""
    chat = Chat("mooi-moment/investeer-in-de-relatie", ANNA, JOOST, pace=Pace.NOW)
    anna, joost = chat.people
    joost.answers("Anna vroeg in de gang hoe mijn vakantie was. Toen praatten we ineens een kwartier.")
    anna.says("De eerste week belde Joost, gewoon om hoi te zeggen.")
    anna.says("Ik stond in de supermarkt en moest ervan lachen.")
    anna.presses("Klaar", "met mijn naam")
    chat.turns()
    anna.tells("Dat weet ik nog. Jij had een kapotte tent.")
    joost.tells("Klopt. En waardoor lukte het? Er hoefde niets.")
    anna.tells("Ja. Geen gesprek omdat er iets is.")
    anna.taps("uitgepraat")
    joost.presses("Ja, ik zet een stap")
    chat.notes(1, joost, stands=True)
    anna.taps("Klaar")
    return chat


def a_good_moment_after_a_hard_time() -> Chat:
    """Over a few days; the pupil takes part, and everybody's card gets a reaction."""
    chat = Chat("mooi-moment/zie-vooral-het-kind", SAM, ANNA, JOOST, opening=True)
    sam, anna, joost = chat.people
    joost.says(
        "Ik wil dit gesprek, omdat we elkaar vooral spraken als het misging. Wat ik nog niet weet, is wat fijn was."
    )
    chat.tells_audience(joost, 4)
    joost.presses("Deel dit")
    chat.turns()
    anna.says("Bij de voorstelling zei Joost: kijk hem staan.")
    sam.answers("Joost wachtte een keer tot ik uit mezelf begon.")
    joost.answers("De dag dat Sam een nieuwe leerling rondleidde.")
    anna.presses("Klaar", "met mijn naam")
    chat.turns()
    joost.presses("Ik wist niet")
    sam.presses("Ik herken")
    joost.says("dat jou dat opviel. Ik dacht juist: ik zeg te weinig")
    sam.says("dat. Ik hoorde het vanaf het podium")
    anna.presses("Ik wil je vragen")
    anna.says("wat liet hij die leerling zien?")
    chat.turns()
    sam.tells("De plek bij de vijver. Daar is het rustig.")
    joost.tells("Die kende ik zelf niet eens.")
    sam.taps("uitgepraat")
    joost.presses("Ja, ik zet een stap")
    sam.taps("Klaar")
    return chat


def a_team_about_itself() -> Chat:
    chat = Chat("team/neem-mij-serieus", JOOST, MEREL, NOOR)
    joost, merel, noor = chat.people
    merel.answers("We mailen vaak laat terug. Dat voelt voor ouders als: het is niet belangrijk.")
    joost.answers("Bij de deur ben ik vriendelijk, aan de telefoon gehaast.")
    noor.answers("Ze vertellen hun verhaal drie keer, omdat wij het niet doorgeven.")
    chat.turns()
    joost.presses("Ik herken")
    noor.presses("Ik wist niet")
    joost.says("dat laat mailen. Ik schaam me er soms voor en stel het dan nog langer uit")
    merel.presses("Ik wil je vragen")
    noor.says("dat je dat zelf zo merkt. Aan de deur zie ik alleen rust")
    merel.says("wat zou jij nodig hebben om het wel door te geven?")
    chat.turns()
    noor.tells("Tien minuten na een gesprek. Die heb ik nu niet.")
    joost.taps("uitgepraat")
    merel.tells("Van de leiding: één uur per week zonder les of overleg.")
    joost.taps("uitgepraat")
    merel.presses("Ja, ik zet een stap")
    noor.presses("Nu niet")
    joost.taps("Klaar")
    return chat


def experience_at_the_table() -> Chat:
    about = {"gast": Who(MemberId(3))}
    chat = Chat("ervaring-aan-tafel/oog-voor-onmacht", JOOST, NOOR, SAAR, pace=Pace.NOW, about=about)
    joost, noor, saar = chat.people
    saar.tells("Ik zei ja op alles, want ik was bang dat ze anders zouden denken dat ik niet wilde.")
    saar.tells("Eén juf zei: je hoeft nu niets te vinden. Toen kon ik pas nadenken.")
    joost.taps("uitgepraat")
    noor.tells("Waaraan had ik kunnen zien dat het te veel was?")
    saar.tells("Ik ging steeds sneller praten. En ik keek op de klok.")
    joost.taps("uitgepraat")
    saar.taps("Mijn antwoord")
    noor.answers("Ik vraag halverwege: is dit genoeg voor vandaag?")
    joost.answers("Ik stuur de vragen een dag eerder op.")
    chat.turns()
    saar.tells("Die pauze had mij zoveel gescheeld.")
    joost.taps("uitgepraat")
    noor.presses("Ja, ik zet een stap")
    joost.presses("Nu niet")
    joost.taps("Klaar")
    return chat


def experience_at_the_table_without_a_guest() -> Chat:
    chat = Chat("ervaring-aan-tafel/oog-voor-onmacht", JOOST, NOOR)
    joost, noor = chat.people
    joost.taps("uitgepraat", "uitgepraat")
    joost.presses("Ik sla over")
    noor.presses("Ik sla over")
    joost.taps("Klaar")
    return chat


def _guest(*words: str) -> Chat:
    """What the team said was said six weeks before."""
    said = {"lijst": Quote(tuple(WordsId(n) for n in range(1, len(words) + 1)))} if words else {}
    return Chat("gast-vraagt", SAAR, about=said, before=words)


def a_guest_asks_what_came_of_it() -> Chat:
    return _guest("Ik vraag halverwege: is dit genoeg voor vandaag?", "Ik stuur de vragen een dag eerder op.").presses(
        "Ja, vraag het maar"
    )


def a_guest_rather_does_not_ask() -> Chat:
    return _guest().presses("Nee")


def a_guest_in_silence() -> Chat:
    return _guest().in_silence()


def _half_way(*labels: str, who: tuple[str, Role] = ANNA) -> Chat:
    return Chat("hoe-gaat-het", who).presses(*labels)


def half_way_and_well() -> Chat:
    return _half_way("Goed")


def half_way_and_so_so() -> Chat:
    return _half_way("Gaat wel", who=SAM)


def half_way_and_a_break() -> Chat:
    return _half_way("Niet fijn", "Even pauze", who=SAM)


def half_way_and_somebody_beside_me() -> Chat:
    return _half_way("Niet fijn", "Iemand naast mij")


def half_way_and_another_way() -> Chat:
    return _half_way("Niet fijn", "Een andere manier")


def half_way_and_nothing_after_all() -> Chat:
    return _half_way("Niet fijn", "Niets")
