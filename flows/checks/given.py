"""What texts and deeds can count on: names the bot fills in, and what a deed takes from the steps before it."""

from collections.abc import Mapping

from flows.agreements import Noticed, Obstacle, Result
from flows.cards import CHAIR, GOOD_MOMENT, QUESTION, SLOTS, keys_of
from flows.directory import Need
from flows.effects import Deed
from flows.flow import Flow, Setting
from flows.manners import WEEK
from flows.names import FlowId, OptionId, Role, StepId, TextKey
from flows.proposing import Time
from flows.schools import School

ALWAYS = frozenset({"kind", "kring"})
"""The child and the circle, as the circle calls them."""

OF_TALK = frozenset({"titel"})
"""What a talk is told when it begins."""

MAY_BE_OF_TALK = frozenset({"eigen-titel", "eigen-wat", "gespannen", "aan-tafel", "gast", "doel"})
"""What it may be told besides: people's own card, a tense mood, one phone for all, the guest, a goal."""

OF_FLOW: Mapping[FlowId, frozenset[str]] = {
    FlowId("akkoord"): frozenset({"wat", "wie", "wanneer"}),
    FlowId("check-in"): frozenset({"wat", "wie", "wanneer", *(f"tip-{obstacle}" for obstacle in Obstacle)}),
    FlowId("gemerkt"): frozenset({"wat", "wie"}),
    FlowId("meehelpen"): frozenset({"vrager", "wat", "wie", "wanneer"}),
    FlowId("afspraak-wijzigen"): frozenset({"wat", "wie", "wanneer"}),
    FlowId("anders-akkoord"): frozenset({"wat", "wie", "wanneer", "nieuw", "vrager"}),
    FlowId("overdragen"): frozenset({"wat", "wie", "wanneer"}),
    FlowId("overnemen"): frozenset({"wat", "wie", "wanneer", "van"}),
    FlowId("laten-vallen"): frozenset({"wat", "wie", "wanneer"}),
    FlowId("drie-open"): frozenset({"wat"}),
    FlowId("instellingen"): frozenset({*WEEK, "moment-nu", "stil-nu", "dagen-nu", "vaak-nu", "vrij-nu", "wacht"}),
    FlowId("pauze"): frozenset({"wacht"}),
    FlowId("groep-pauze"): frozenset({"stand"}),
    FlowId("vakantie"): frozenset({"stand"}),
    FlowId("mdo-regie"): frozenset({"dag"}),
    FlowId("mdo-komt"): frozenset({"dag"}),
    FlowId("mdo-vastleggen"): frozenset({"dag", "terugkijken"}),
    FlowId("mdo-terugkijken"): frozenset({"dag"}),
    FlowId("bijeenkomst-bord"): frozenset({"waarvoor", "dag", "hoe", "erbij", "leidt", "schrijft"}),
    FlowId("terugkijken"): frozenset({"lijst"}),
    FlowId("oefenen"): frozenset({"voor-wie"}),
    FlowId("zelf"): frozenset({"thema", "over-thema"}),
    FlowId("wegwijzer"): frozenset(f"plek-{need}" for need in Need),
    FlowId("vonk-rondje"): frozenset({"titel", "eigen-wat", "vonk-vraag"}),
    FlowId("werkafspraak"): frozenset({"wat", "wie", "wanneer"}),
    FlowId("doel-samen"): frozenset({"zin", "eens"}),
    FlowId("doel-anders"): frozenset({"zin"}),
    FlowId("leerling-mee"): frozenset({"leerling"}),
}
"""What a flow about an agreement, a meeting or somebody's manners is told when it begins."""

_WHEN_THERE = frozenset({"klaar-op", "terugkijken", "als", "plan-b", "helper"})
_AT_MEETING = frozenset({"erbij", "anderen", "regie", "gekozen", "voorgesteld", "staat"})
MAY_BE_OF_FLOW: Mapping[FlowId, frozenset[str]] = {
    FlowId("kiezen"): frozenset(
        {"kaart", "eerste", "team", "rust", "lijst", "op-lijst", *(f"lijst-{n}" for n in range(1, 7))}
    ),
    FlowId("meedoen"): frozenset({"team"}),
    FlowId("team"): frozenset({"team"}),
    FlowId("afspraak"): frozenset({"wie"}),  # who offered a step does it themself
    FlowId("akkoord"): _WHEN_THERE,
    FlowId("check-in"): _WHEN_THERE | {"hulp-gevraagd"},  # asked of the group already, and nobody answered
    FlowId("afspraak-wijzigen"): _WHEN_THERE,
    FlowId("overnemen"): _WHEN_THERE,
    FlowId("instellingen"): frozenset({"bij-dagen", "vrij-gekozen"}),
    FlowId("pauze"): frozenset({"pauze-tot"}),
    FlowId("groep-pauze"): frozenset({"pauze-tot"}),
    FlowId("vakantie"): frozenset({"vrij-gekozen"}),
    FlowId("gemerkt"): frozenset({"anderen"}),
    FlowId("doel-samen"): frozenset({"anders"}),
    FlowId("oefenen"): frozenset({"vak"}),  # who works with children may practise that too
    FlowId("bijeenkomst-bord"): frozenset({"plaats", "steun", "afgesproken", "wacht", "klopt"}),
    FlowId("gast-vraagt"): frozenset({"lijst"}),
    FlowId("mdo-komt"): _AT_MEETING,
    FlowId("mdo-vastleggen"): _AT_MEETING,
    FlowId("mdo-terugkijken"): frozenset({"uitkomsten", "rest", "voorgesteld", "regie"}),
}
"""What such a flow may be told besides: a text counts on it behind a `fork` or an `only`, or in an optional line."""

LISTED = "leden"
"""The members to choose from; no text shows it."""

_NAMING = (QUESTION, GOOD_MOMENT)
_TO_PUPIL = (TextKey(f"{slot}.{Role.PUPIL}") for slot in _NAMING)
_ALL_OTHERS = (key for slot in SLOTS if slot not in _NAMING for key in keys_of(slot))
WITHOUT_NAMES = frozenset({TextKey("title"), *_TO_PUPIL, *_ALL_OTHERS})
"""Texts of a card without `{kind}`: a title is a name itself, and the others are read or heard by the child."""

ON_CARD: Mapping[TextKey, frozenset[str]] = {TextKey(f"{CHAIR}.ander"): frozenset({"ander"})}
"""Names that the step fills in which shows this text of a card."""


def given(flow: Flow) -> frozenset[str]:
    """The names that are filled in from the start of this flow."""
    talk = OF_TALK if flow.setting is Setting.TALK else frozenset[str]()
    return ALWAYS | talk | OF_FLOW.get(flow.id, frozenset())


def may_know(flow: Flow) -> frozenset[str]:
    """The names that may be filled in from the start of this flow."""
    talk = MAY_BE_OF_TALK if flow.setting is Setting.TALK else frozenset[str]()
    return talk | MAY_BE_OF_FLOW.get(flow.id, frozenset())


def given_on_card(key: TextKey) -> frozenset[str]:
    """The names that are filled in in this text of a card."""
    return ON_CARD.get(key, frozenset()) | (frozenset() if key in WITHOUT_NAMES else ALWAYS)


SAID: Mapping[Deed, frozenset[StepId]] = {
    Deed.TALK: frozenset({StepId("kaart"), StepId("voorstel")}),
    Deed.PROPOSE: frozenset({StepId("wat"), StepId("wie"), StepId("wanneer")}),
    Deed.PROPOSE_WORKING: frozenset({StepId("wat"), StepId("wie-samen"), StepId("terugkijken")}),
    Deed.KEEP_PICKS: frozenset({StepId("keuzes")}),
    Deed.FIRST_PICK: frozenset({StepId("keuzes")}),
    Deed.OFF_THE_LIST: frozenset({StepId("weg")}),
    Deed.OWN_CARD: frozenset({StepId("eigen-titel"), StepId("eigen-wat")}),
    Deed.MOVE: frozenset({StepId("dag")}),
    Deed.REWORD: frozenset({StepId("nieuw")}),
    Deed.REWORD_ANSWER: frozenset({StepId("nieuw")}),
    Deed.HAND_OVER: frozenset({StepId("aan-wie")}),
    Deed.TAKE_OVER: frozenset({StepId("van")}),
    Deed.NO_ANSWER: frozenset({StepId("van")}),
    Deed.PAUSE: frozenset({StepId("tot")}),
    Deed.SMALLER: frozenset({StepId("kleiner")}),
    Deed.MEET: frozenset({StepId("dag"), StepId("erbij")}),
    Deed.GATHER: frozenset(StepId(name) for name in ("waarvoor", "dag", "erbij", "leidt", "schrijft")),
    Deed.REGIE: frozenset({StepId("terugkijken")}),
    Deed.GOAL: frozenset({StepId("zin")}),
    Deed.GOAL_OTHERWISE: frozenset({StepId("eigen")}),
    Deed.KNOW_MUCH: frozenset({StepId("veel-van")}),
}
"""Which write, who and when steps must surely be over before a deed."""

_RESULTS, _NOTICED = frozenset(result.value for result in Result), frozenset(noticed.value for noticed in Noticed)
LATER: Mapping[OptionId, int] = {OptionId("morgen"): 1, OptionId("volgende-week"): 7}
"""The ways to be asked later, each with its number of days."""

WITH_NAME, WITHOUT_NAME = OptionId("naam"), OptionId("zonder-naam")
"""How what someone noticed may reach the owner."""

CHOSEN: Mapping[Deed, Mapping[StepId, frozenset[str]]] = {
    Deed.JOIN: {StepId("taal"): frozenset()},
    Deed.OWN_CARD: {StepId("hoe"): frozenset({"nu", "lijst"})},
    Deed.CIRCLE_KIND: {StepId("soort"): frozenset({"team", "kring"})},
    Deed.CIRCLE_SCHOOL: {StepId("soort"): frozenset(school.value for school in School)},
    Deed.GATHER: {StepId("hoe"): frozenset({"samen", "online", "deels"})},
    Deed.TALK: {StepId("tempo"): frozenset(time.value for time in Time)},
    Deed.RESULT: {StepId("uitkomst"): _RESULTS},
    Deed.TELL: {StepId("uitkomst"): _RESULTS},
    Deed.REWORD_ANSWER: {StepId("anders"): frozenset({"akkoord", "zo-laten"})},
    Deed.TAKE_OVER: {StepId("overnemen"): frozenset({"akkoord", "liever-niet"})},
    Deed.ALL_FITS: {StepId("past-het"): frozenset({"houden", "bekijken"})},
    Deed.ONE_FITS: {StepId("hoe-nu"): frozenset({"houden", "aanpassen", "weg"})},
    Deed.HELP: {StepId("hulp"): frozenset({"ja", "nee"})},
    Deed.CHOOSE_MANNERS: {StepId("wat"): frozenset()},
    Deed.TURN_DAY: {StepId("dagen"): frozenset()},
    Deed.PAUSE_CIRCLE: {StepId("hoe-lang"): frozenset()},
    Deed.CIRCLE_DAYS: {StepId("regio"): frozenset()},
    Deed.SNOOZE: {StepId("later"): frozenset(LATER)},
    Deed.TAKE_PART: {StepId("hoe-ver"): frozenset({"helemaal", "stukje", "niet"})},
    Deed.PASS_ON: {StepId("gemerkt"): _NOTICED, StepId("delen"): frozenset({WITH_NAME, WITHOUT_NAME})},
}
"""Which choose and pick steps must surely be over before a deed, and which options it understands (none: all)."""

MAY_BE_CHOSEN: Mapping[Deed, Mapping[StepId, frozenset[str]]] = {
    Deed.JOIN: {step: frozenset(role.value for role in Role) for step in (StepId("rol"), StepId("rol-in-team"))},
    Deed.RESULT: {StepId("obstakel"): frozenset(obstacle.value for obstacle in Obstacle)},
    Deed.PASS_ON: {StepId("hielp"): _NOTICED},
}
"""Which such steps may be over before a deed, and which of their options it understands."""
