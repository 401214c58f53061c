"""A talk opens with the drawing of its card: something to look at together before anybody is asked anything."""

from bot.acts import Cause
from bot.delivery.letters import CardLetter
from bot.desk import Desk
from bot.storage import outbox
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows.cards import PARENTS_TIP, PICTURE
from flows.flow import Setting
from flows.line import Line, Word, ui
from flows.manners import DeliveryClass
from flows.names import Pace, TextKey
from flows.texts import HOME


def show_card(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> None:
    """One message in the group before the board: the drawing, the title, what it shows, and advice of parents."""
    if record.setting is not Setting.TALK or record.circle is None:
        return
    run = record.run
    at_once = cause.circle == record.circle or (run.pace is Pace.NOW and cause.person is not None)
    outbox.enqueue(
        tx,
        to=outbox.ToCircle(record.circle),
        klass=DeliveryClass.REPLY if at_once else DeliveryClass.REVEAL,
        letter=CardLetter(card=run.flow.rpartition("/")[2], lines=_words(desk, record)),
        dedupe=cause.next_key(),
        run=run.id,
        clock=desk.clock,
    )


def _words(desk: Desk, record: RunRecord) -> tuple[Line, ...]:
    """The title, and as far as the card says so: all that the drawing shows, for who can't see it, and a tip."""
    run = record.run
    said = desk.library.texts(run.flow).by_language[HOME]
    over = run.about.get("eigen-wat", Word(TextKey("about")))
    title = ui("kaart-open", titel=run.about.get("titel", Word(TextKey("title"))), over=over)
    shown = (ui("kaart-tekening", beeld=Word(TextKey(PICTURE))),) if PICTURE in said else ()
    tip = (ui("kaart-tip", tip=Word(TextKey(PARENTS_TIP))),) if PARENTS_TIP in said else ()
    look = (ui("kaart-kijken"),) if shown and run.pace is Pace.SPREAD else ()  # light, and nobody need answer
    return (title, *shown, *tip, *look)
