"""What happens beyond the chat: words forgotten, timers set, deeds handed over, the end."""

from dataclasses import dataclass
from enum import StrEnum

from flows.events import Purpose
from flows.manners import Duration
from flows.names import FlowId, MemberId, StepId, WordsId


@dataclass(frozen=True, slots=True, kw_only=True)
class Erase:
    """Forget these words, body and all."""

    words: tuple[WordsId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTimer:
    """Wake this step after so much open time."""

    step: StepId
    turn: int
    purpose: Purpose
    after: Duration
    member: MemberId | None = None
    round: int = 0


class Deed(StrEnum):
    """What a flow hands over to the records that outlive it."""

    CONSENT = "toestemming"  # from here on this person's words may be stored
    JOIN = "meedoen"  # role and language stand: a member from now on
    TALK = "gesprek-beginnen"  # the card and the pace were picked
    LET_EACH_PICK = "laat-ieder-kiezen"
    KEEP_PICKS = "keuzes-bewaren"  # every pick gets its turn: they stand on the circle's list
    FIRST_PICK = "eerste-keuze"  # and the first of them is talked about now
    OFF_THE_LIST = "van-de-lijst"
    PARK = "laten-rusten"  # the talk that is open rests
    PARK_AND_CHOOSE = "rusten-en-kiezen"
    REST = "rust"  # it rests from now on
    RESUME = "weer-verder"
    RISE = "uit-rust"
    OWN_CARD = "eigen-kaart"  # a title and what we want to add, shown to the circle
    CIRCLE_KIND = "soort-kring"  # around a child, or a team
    CIRCLE_SCHOOL = "soort-school"  # whose words the circle reads
    PROPOSE = "voorstellen"  # what, who and when of an action
    PROPOSE_WORKING = "werkafspraak-voorstellen"  # how we treat each other, and when we look back on it
    REWORD = "anders-zeggen"  # an owner would say it otherwise
    REWORD_ANSWER = "anders-akkoord"  # what another owner says to that
    HAND_OVER = "overdragen"  # an owner asks somebody to take it over
    TAKE_OVER = "overnemen"  # what that one says
    NO_ANSWER = "geen-antwoord"  # that one said nothing in time
    DROP = "laten-vallen"  # an owner stops with their part
    MAKE_ROOM = "ruimte-maken"  # three actions are open: how did the oldest go?
    OFFER = "stap-aanbieden"  # a talk ends: do school and care have a step of their own?
    TAKE_STEP = "stap-zetten"  # one of them would like to
    DOES_IT_FIT = "terugkijken"  # a talk ends: does how we treat each other still fit?
    ALL_FITS = "alles-teruggekeken"
    ONE_FITS = "teruggekeken"  # on one working agreement
    HELP = "meehelpen"  # who was asked to help said whether it suits them
    ACCEPT = "akkoord-geven"
    DECLINE = "afwijzen"
    MOVE = "verzetten"  # another day for my promise
    RESULT = "uitkomst"  # gelukt, deels, nog niet, niet meer nodig
    TELL = "vertellen"  # the group may know
    SNOOZE = "later-vragen"  # the question another day, the promise as it was
    SMALLER = "kleiner-maken"
    ASK_HELP = "hulp-vragen"  # in the group, with the owner's name
    LET_GO = "loslaten"  # the owner stops with this promise
    PASS_ON = "doorgeven"  # what someone noticed, to the owner
    MEET = "mdo-noteren"  # the day of an mdo and who was or will be there
    CAPTURE = "mdo-vastleggen"  # from here on its agreements are gathered
    REGIE = "mdo-regie"  # who watches over its agreements, and when the circle looks back
    AGAIN = "mdo-opnieuw"  # looked back: what is open goes onto the list of the next talk
    LOOKED_BACK = "mdo-klaar"  # looked back, and that was it
    LATER = "mdo-later"  # look back another time
    NO_LOOK = "mdo-overslaan"  # the circle chose not to look back
    GATHER = "bijeenkomst-noteren"  # a live meeting: what for, when, where, who, and who leads
    GATHERED = "bijeenkomst-gesprek"  # it begins: the group chooses a card
    REPORT_FITS = "bijeenkomst-klopt"  # its report is right, says who tapped
    PULSE = "peilen"  # ask everyone who took part how it was
    GOAL = "doel-voorstellen"  # one sentence on what the circle wants for this child
    SHARE_GOAL = "doel-eens"  # that is my goal too
    GOAL_OTHERWISE = "doel-anders"  # not quite, and how I would say it
    KNOW_MUCH = "veel-van-weten"  # what somebody knows much about
    TAKE_PART = "meedoen-kiezen"  # how far a pupil takes part in this talk
    KEEP_PULSE = "peiling-bewaren"  # my numbers, also when some were skipped
    SHOW_PULSE = "peiling-tonen"  # of two who answered, I say yes
    HOW_IS_IT = "hoe-gaat-het"  # a talk is half-way: how is it for pupil and parents?
    GUEST_LATER = "gast-over-zes-weken"  # then the guest may ask what came of it
    GUEST_ASKS = "gast-vraagt"  # in the group, with their name
    STOP_ME = "mijn-deel-stoppen"
    STOP_TALK = "gesprek-stoppen"
    CHOOSE_MANNERS = "instellen"  # when the calendar may write to me
    TURN_DAY = "dag-omzetten"  # a day of the week on or off
    PAUSE = "pauze"  # rest for me until a day
    END_PAUSE = "pauze-over"
    PAUSE_CIRCLE = "groep-pauze"
    SKILLS = "vaardigheid"  # a professional would rather practise something of their work
    OTHER_CARD = "andere-kaart"  # this one does not suit them today
    CIRCLE_DAYS = "groep-dagen"  # the school's region, or no own free days any more


TAKES_WORDS: frozenset[Deed] = frozenset(
    {
        Deed.PROPOSE,
        Deed.PROPOSE_WORKING,
        Deed.REWORD,
        Deed.SMALLER,
        Deed.MEET,
        Deed.GATHER,
        Deed.GOAL,
        Deed.GOAL_OTHERWISE,
        Deed.KNOW_MUCH,
        Deed.OWN_CARD,
    }
)
"""Deeds that hand over what was written; words of a run that did none of these are erased at its end."""


OF_HOME: frozenset[Deed] = frozenset({Deed.REPORT_FITS})
"""Deeds that are a pupil's and parents' own: nobody else does them in their place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Do:
    """Hand what this run gathered over to the record it belongs to."""

    deed: Deed
    by: MemberId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """Start another flow for one member, out of this run. `own`: it is about a step of their own."""

    flow: FlowId
    by: MemberId
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """The run is over."""
