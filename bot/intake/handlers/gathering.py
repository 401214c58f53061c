"""/bijeenkomst in the group: how to come together, practising first, and what can be printed for on the table."""

from bot import gatherings, teams
from bot.beginnings import begin_in_group
from bot.delivery.letters import SheetLetter
from bot.intake.handlers.room import Room
from bot.reports.sheets import DECKS
from bot.storage import outbox, runs
from bot.storage.people import Member
from flows.line import ui
from flows.names import CircleId, FlowId

PRACTISE, PRINT = "practise", "print"
"""Kinds of its buttons."""

_WORDS = "kaarten-omdraaien"  # a format whose talks hold every card's own questions


def explain(room: Room, member: Member, _: str) -> None:
    """The steps in short; the board that is open already comes below the newest message."""
    circle = member.circle
    practise = room.button("bijeenkomst-oefenen", PRACTISE, circle)
    prints = (room.button(f"print-{deck}", PRINT, circle, body={"deck": deck}) for deck in DECKS)
    beside = tuple((b,) for b in (practise, *prints))
    if teams.is_team(room.tx, circle):  # there is no parent or pupil whose report it would be
        room.post(circle, ui("niet-in-team"), inline=beside)
        return
    prepare = room.button("bijeenkomst-voorbereiden", "make", circle, body={"flow": "bijeenkomst"})
    room.post(circle, ui("bijeenkomst-uitleg"), inline=((prepare,), *beside))
    room.follow(gatherings.below(room.desk, room.tx, circle))


def practise(room: Room, member: Member) -> None:
    """An invented case, on a board of its own."""
    room.follow(begin_in_group(room.desk, room.tx, FlowId("oefenronde"), member.circle, member.id))


def print_deck(room: Room, circle: CircleId, id: str) -> None:
    """The cards to cut out, and the deck on one page; for a deck that is no more, nothing."""
    library = room.desk.library
    for deck in (deck for deck in library.decks if deck.id == id):
        flows = [(card.text, library.flow(FlowId(f"{_WORDS}/{card.text}"))) for card in deck.cards]
        for _, flow in flows:
            runs.keep_revision(room.tx, flow.revision, library.revision(flow.revision))
        cards = tuple((card, flow.revision) for card, flow in flows)
        for whole in (False, True):
            room.send(outbox.ToCircle(circle), SheetLetter(deck=deck.id, cards=cards, whole=whole))
