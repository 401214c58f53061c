"""Which format fits a talk: proposed in one sentence with its reason; the group can always take another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flows.names import OptionId

FEW, MANY = 3, 6
"""Up to `FEW` people a round takes ten minutes; with more than `MANY` it takes longer than a talk now should."""

FLIP, ROUND, SCALE, CHAIR, LINE, GOOD_MOMENT, FIVE, TEAM, GUEST = (
    OptionId("kaarten-omdraaien"), OptionId("rondje"), OptionId("schaal"), OptionId("wissel-van-stoel"),
    OptionId("de-lijn"), OptionId("mooi-moment"), OptionId("vijf-vragen"), OptionId("team"),
    OptionId("ervaring-aan-tafel"),
)  # fmt: skip
FORMATS = (FLIP, ROUND, SCALE, CHAIR, LINE, GOOD_MOMENT, FIVE, TEAM, GUEST)
"""Every format there can be; a library may hold fewer."""

OF_TEAM = (TEAM, GUEST)
"""These need professionals among themselves, with no child there."""

FITS_TEAM = (TEAM, GUEST, LINE, SCALE)
AT_TABLE = (ROUND, FIVE)
"""What a team can take; and what works with one phone on the table, where nobody answers in private."""


class Time(StrEnum):
    """How much time there is, and where people are."""

    SPREAD = "verspreid"
    NOW = "nu"
    TABLE = "aan-tafel"  # together around one phone


class Mood(StrEnum):
    """How people are with each other now, as the group says."""

    USUAL = "gewoon"
    TENSE = "gespannen"
    NEW = "nieuw"  # they hardly know each other


class Reason(StrEnum):
    """Why this format; each is a clause in the flow that chooses."""

    CALM = "rustig"  # everybody can think first, also who says little
    TOPIC = "onderwerp"  # five questions go deeper into one topic
    TENSE = "gespannen"
    NEW = "nieuw"
    SMALL = "klein"
    SHORT = "kort"
    MANY = "velen"
    TABLE = "aan-tafel"
    TEAM = "team"
    GUEST = "gast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the proposal hangs on. `plate`: the card is a topic of the plate. `guest`: who tells from experience."""

    time: Time
    mood: Mood = Mood.USUAL
    people: int = 2
    first: bool = False
    plate: bool = False
    team: bool = False
    guest: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A format and why."""

    format: OptionId
    reason: Reason


def fitting(situation: Situation, offered: Sequence[OptionId]) -> tuple[OptionId, ...]:
    """What of the formats there are fits this circle and where people are, in the order they were given."""
    fits = [f for f in offered if (f in FITS_TEAM if situation.team else f not in OF_TEAM)]
    fits = [f for f in fits if f != GUEST or situation.guest] or [FLIP]
    at_table = [f for f in fits if f in AT_TABLE]
    return tuple(at_table if situation.time is Time.TABLE and at_table else fits)


def propose(situation: Situation, offered: Sequence[OptionId]) -> Proposal:
    """The first that fits of what suits best; without any of those, the one all others come from."""
    fits = fitting(situation, offered)
    return next((p for p in _preferred(situation) if p.format in fits), Proposal(FLIP, Reason.CALM))


def _preferred(situation: Situation) -> tuple[Proposal, ...]:
    """Best first (docs/explanation/rules.md)."""
    if situation.team:
        return (Proposal(GUEST, Reason.GUEST), Proposal(TEAM, Reason.TEAM))
    mood = Mood.NEW if situation.first and situation.mood is Mood.USUAL else situation.mood
    deep = (Proposal(FIVE, Reason.TOPIC),) if situation.plate else ()
    if situation.time is Time.TABLE:
        return (*deep, Proposal(ROUND, Reason.TABLE), Proposal(FIVE, Reason.TABLE))
    return (*_OF_MOOD.get(mood, ()), *(_now(situation) if situation.time is Time.NOW else deep))


_OF_MOOD: Mapping[Mood, tuple[Proposal, ...]] = {
    Mood.TENSE: (Proposal(GOOD_MOMENT, Reason.TENSE),),
    Mood.NEW: (Proposal(GOOD_MOMENT, Reason.NEW), Proposal(LINE, Reason.NEW)),
}


def _now(situation: Situation) -> tuple[Proposal, ...]:
    if situation.people > MANY:
        return (Proposal(SCALE, Reason.MANY), Proposal(ROUND, Reason.SHORT))
    return (Proposal(ROUND, Reason.SMALL if situation.people <= FEW else Reason.SHORT),)
