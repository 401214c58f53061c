"""Beginning what somebody does for themself: practising, one card alone, and finding a place that helps."""

from collections.abc import Mapping, Sequence

from bot.beginnings import begin_private
from bot.desk import Beginning, Desk, Follow, Happening
from bot.storage import people, runs
from bot.storage.database import Tx
from bot.storage.people import Member
from bot.storage.runs import RunRecord
from flows import directory
from flows.directory import Need, Place
from flows.effects import Deed
from flows.events import Stopped
from flows.line import Count, Line, Lines, Value, Word, ui
from flows.manners import Region
from flows.names import PROFESSIONALS, CardId, CircleId, FlowId, MemberId, PersonId, Role, TextKey
from flows.run import Participant
from flows.texts import REFERENCE
from flows.topics import OWN_CARD

PRACTICE, SKILLS, ALONE, SIGNPOST = FlowId("oefenen"), FlowId("vaardigheid"), FlowId("zelf"), FlowId("wegwijzer")
NOBODY_YET = Participant(member=MemberId(0), role=Role.SUPPORTER)
"""Who is in no circle can look for help too: a few taps, and nothing to store."""


def practise(desk: Desk, tx: Tx, member: Member) -> Sequence[Follow]:
    """From what is on somebody's mind to a message; professionals may choose something of their work instead."""
    about: dict[str, Value] = {"voor-wie": Word(TextKey(f"ui/voor-wie-{member.role}"))}
    if member.role in PROFESSIONALS:
        about["vak"] = Count(1)
    return begin_private(desk, tx, PRACTICE, member.circle, member.id, about=about)


def alone(desk: Desk, tx: Tx, member: Member, *, after: CardId | None = None) -> Sequence[Follow]:
    """One card alone: another one each day, or the one `after` this."""
    cards = [card.id for card in desk.library.cards if card.id != OWN_CARD]
    if after is None:
        at = desk.at(tx, member.circle).date().toordinal() + member.person
    else:
        at = cards.index(after) + 1 if after in cards else 0
    key = f"{REFERENCE}kaart.{cards[at % len(cards)]}"
    about: dict[str, Value] = {
        "thema": Word(TextKey(f"{key}.title")),
        "over-thema": Word(TextKey(f"{key}.about")),
    }
    return begin_private(desk, tx, ALONE, member.circle, member.id, about=about)


def do(desk: Desk, tx: Tx, record: RunRecord, deed: Deed, by: MemberId) -> Sequence[Follow]:
    """What follows on a choice in one of these dialogues."""
    member = people.member(tx, by)
    if member is None:
        return ()
    if deed is Deed.SKILLS:
        return begin_private(desk, tx, SKILLS, member.circle, member.id)
    shown = record.run.about["thema"]
    assert isinstance(shown, Word)
    return alone(desk, tx, member, after=CardId(shown.key.split(".")[1]))


def signpost(desk: Desk, tx: Tx, person: PersonId) -> Sequence[Follow]:
    """Where somebody can turn to; for who is in no circle too."""
    mine = people.circles_of(tx, person)
    circle = mine[0].circle if mine else None
    places = _places(desk, tx, circle)
    if mine:
        return begin_private(desk, tx, SIGNPOST, mine[0].circle, mine[0].id, about=places)
    older = runs.open_of(tx, person, flow=SIGNPOST)
    return (
        *(Happening(run, Stopped(at=desk.at(tx, None))) for run in older),
        Beginning(flow=SIGNPOST, circle=None, participants=(NOBODY_YET,), about=places, person=person),
    )


def wipe(desk: Desk, tx: Tx, person: PersonId) -> Sequence[Follow]:
    """They want nothing of their practice kept: what is open stops, and its words go."""
    flows = (PRACTICE, ALONE)
    return tuple(
        Happening(run, Stopped(at=desk.at(tx, None))) for flow in flows for run in runs.open_of(tx, person, flow=flow)
    )


def _places(desk: Desk, tx: Tx, circle: CircleId | None) -> Mapping[str, Value]:
    found = people.circle(tx, circle) if circle is not None else None
    region = Region(found.region) if found is not None and found.region is not None else None
    fitting = {need: directory.fitting(desk.library.places, need, region) for need in Need}
    return {f"plek-{need}": Lines((_in_words(places),)) for need, places in fitting.items()}


def _in_words(places: tuple[Place, ...]) -> Line:
    lines = [Lines((_place(place),)) for place in places]
    return ui("plekken", eerste=lines[0], tweede=lines[1]) if len(lines) > 1 else ui("plek-alleen", eerste=lines[0])


def _place(place: Place) -> Line:
    def word(part: str) -> Word:
        return Word(TextKey(f"{REFERENCE}plek.{place.id}.{part}"))

    return ui("plek", naam=word("naam"), helpt=word("helpt"), contact=word("contact"), dag=word("nagekeken"))
