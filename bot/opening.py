"""A talk opens with the drawing of its card: something to look at together before anybody is asked anything."""

from bot.acts import Cause
from bot.delivery.letters import CardLetter
from bot.desk import Desk
from bot.storage import outbox
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows.cards import PICTURE
from flows.flow import Setting
from flows.line import Line, Word, ui
from flows.manners import DeliveryClass
from flows.names import Pace, TextKey
from flows.texts import HOME


def show_card(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> None:
    """One message in the group before the board: the drawing, the title, and in words what the drawing shows."""
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
    """All that the drawing shows, for who can't see it; as far as the card says so."""
    run = record.run
    said = ui("kaart-open", titel=run.about.get("titel", Word(TextKey("title"))), over=Word(TextKey("about")))
    if PICTURE not in desk.library.texts(run.flow).by_language[HOME]:
        return (said,)
    return (said, ui("kaart-tekening", beeld=Word(TextKey(PICTURE))))
