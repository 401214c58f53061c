"""What somebody does for themself: practising, one card alone, finding a place; golden, to be read aloud."""

from flows.events import Purpose
from flows.line import Count, Line, Lines, Value, Who, Word, ui
from flows.names import MemberId, Pace, Role, TextKey
from flows.texts import REFERENCE
from tests.chat import LIBRARY, Chat
from tests.flows.people import ANNA, JOOST, SAM


def practice(who: tuple[str, Role], **more: Value) -> Chat:
    about = {"voor-wie": Word(TextKey(f"ui/voor-wie-{who[1]}"))}
    return Chat("oefenen", who, about={**about, **more})


def from_anger_to_a_message() -> Chat:
    chat = practice(ANNA)
    anna = chat.people[0]
    anna.says("Alweer niemand die terugbelt. Ik ben het zo zat. Ze doen maar wat en ik sta er alleen voor.")
    anna.says("Ik vroeg maandag om een gesprek en er is nog niet gebeld.")
    anna.says("Ik voelde me niet gehoord, en ik was bang dat ik lastig ben.")
    anna.says("Ik wil graag weten waar ik aan toe ben.")
    anna.says("Ik hoop dat Sam weer met plezier naar school gaat.")
    anna.says("Ik denk dat jij hem ook graag ziet lachen.")
    anna.says("Kunnen we deze week tien minuten bellen?")
    anna.presses("Ja, oefen")
    anna.says("Fijn dat je even tijd hebt. Ik vind dit spannend.")
    anna.presses("verdedigt zich")
    anna.says("Dat weet ik. Daarom bel ik je ook.")
    anna.says("Ik wil niet vechten over maandag.")
    anna.presses("Een andere reactie", "schrikt", "Overslaan")
    anna.says("Nee, jij niet. Ik wil het samen oplossen.")
    anna.presses("Laat mijn bericht", "Klaar")
    return chat


def a_pupil_practises_a_short_message() -> Chat:
    chat = practice(SAM)
    sam = chat.people[0]
    sam.presses("Overslaan")
    sam.says("Ik zei dat ik het niet snapte en toen ging de les door.")
    sam.says("Ik schaamde me.")
    sam.presses("Overslaan")
    sam.says("Ik wil wiskunde gewoon halen.")
    sam.presses("Overslaan")
    sam.says("Mag ik na de les vijf minuten vragen stellen?")
    sam.presses("Ja, oefen", "Overslaan", "geen tijd")
    sam.says("Wanneer dan wel?")
    sam.presses("Overslaan", "Een andere", "stil")
    sam.says("Ik wacht even.")
    sam.presses("Overslaan", "Klaar")
    return chat


def practice_stopped_halfway() -> Chat:
    chat = practice(ANNA)
    chat.people[0].says("Ik weet niet waar ik moet beginnen.")
    chat.people[0].presses("Stoppen")
    return chat


def practice_left_alone() -> Chat:
    chat = practice(ANNA)
    chat.people[0].says("Ik typ dit en leg mijn telefoon weg.")
    chat.fires(Purpose.DEADLINE)
    return chat


def a_professional_chooses_something_of_their_work() -> Chat:
    return practice(JOOST, vak=Count(1)).presses("Iets van mijn werk")


def skills() -> Chat:
    """Every exercise once, with another choice each time."""
    chat = Chat("vaardigheid", JOOST)
    joost = chat.people[0]
    for exercise, choices in (
        ("uitnodigen", "ABC"), ("Luisteren", "ABC"), ("niet weet", "ABC"), ("Gewone taal", "ABC"),
        ("ouders die er niet zijn", "ABC"), ("met een leerling", "ABC"),
    ):  # fmt: skip
        for choice in choices:
            joost.presses(exercise)
            joost.presses(choice)
    joost.presses("Genoeg")
    return chat


def one_card_alone() -> Chat:
    chat = _alone()
    anna = chat.people[0]
    anna.presses("Ja, deze kaart")
    anna.says("Ik vraag elke dag wat er leuk was.")
    anna.presses("Overslaan")
    anna.says("Als ik Sam ophaal, dan vertel ik de juf één leuk ding van thuis.")
    anna.presses("Klaar")
    return chat


def another_card_please() -> Chat:
    return _alone().presses("Een andere")


def no_card_today() -> Chat:
    return _alone().presses("Nu niet")


def looking_for_somebody() -> Chat:
    return Chat("wegwijzer", ANNA, about=places("vastgelopen")).presses("loopt vast")


def looking_for_nobody_after_all() -> Chat:
    return Chat("wegwijzer", ANNA).presses("Nu niet")


def a_spark_in_the_group() -> Chat:
    word = {part: Word(TextKey(f"{REFERENCE}vonk.goed-cijfer.{part}")) for part in ("moment", "rondje")}
    told = Lines((ui("vonk-van", wie=Who(MemberId(1))),))
    about: dict[str, Value] = {"titel": word["moment"], "eigen-wat": told, "vonk-vraag": word["rondje"]}
    chat = Chat("vonk-rondje", ANNA, SAM, JOOST, pace=Pace.NOW, about=about)
    anna, sam, joost = chat.people
    sam.taps("Ik ben geweest")
    anna.taps("Ik ben geweest")
    joost.taps("Ik ben geweest")
    return chat


def places(need: str) -> dict[str, Value]:
    """The two places for this need that the bot finds where no region is known."""
    from flows.directory import Need, fitting

    def one(id: str) -> Lines:
        word = {part: Word(TextKey(f"{REFERENCE}plek.{id}.{key}")) for part, key in
                (("naam", "naam"), ("helpt", "helpt"), ("contact", "contact"), ("dag", "nagekeken"))}  # fmt: skip
        return Lines((ui("plek", **word),))

    first, second = fitting(LIBRARY.places, Need(need), None)
    line: Line = ui("plekken", eerste=one(first.id), tweede=one(second.id))
    return {f"plek-{need}": Lines((line,))}


def _alone() -> Chat:
    key = f"{REFERENCE}kaart.zie-vooral-het-kind"
    about = {"thema": Word(TextKey(f"{key}.title")), "over-thema": Word(TextKey(f"{key}.about"))}
    return Chat("zelf", ANNA, about=about)
