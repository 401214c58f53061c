"""Asking the group for help in somebody's name, by their own tap only; the first who offers it is the helper."""

from datetime import timedelta

from bot.acts import Cause
from bot.delivery.letters import Inline, Note
from bot.desk import Desk
from bot.storage import agreements, outbox, tokens
from bot.storage.database import Tx
from bot.storage.tokens import Token
from bot.telling import tell, tell_group
from flows import agreements as rules
from flows.agreements import Agreement
from flows.line import Line, Quote, Who, ui
from flows.manners import DeliveryClass
from flows.names import AgreementId, MemberId

HELP_OUT = "help-out"
LIFE = timedelta(days=60)  # what nobody answered by then is no longer waited for


def ask(desk: Desk, tx: Tx, agreement: Agreement, owner: MemberId, cause: Cause) -> Agreement:
    """The group reads who would like help with what, and can say yes with one tap. Asked already: nothing more."""
    changed = rules.ask_help(agreement, owner, on=desk.at(tx, agreement.circle).date())
    if changed == agreement:
        return agreement
    body = {"agreement": int(agreement.id), "owner": int(owner)}
    token = tokens.mint(tx, kind=HELP_OUT, circle=agreement.circle, body=body, ttl=LIFE, clock=desk.clock)
    line = ui("hulp-gevraagd", wie=Who(owner), wat=Quote((agreement.part_of(owner),)))
    outbox.enqueue(
        tx,
        to=outbox.ToCircle(agreement.circle),
        klass=DeliveryClass.REVEAL,
        letter=Note(lines=(line,), inline=((Inline(line=ui("knop-ik-help-mee"), token=token),),)),
        dedupe=cause.next_key(),
        clock=desk.clock,
    )
    return changed


def offer(desk: Desk, tx: Tx, token: Token, helper: MemberId, cause: Cause) -> Line | None:
    """A member taps that they help: None when they are the helper now, else a kind no."""
    agreement = agreements.load(tx, desk.vault, AgreementId(int(token.body["agreement"])))
    owner = MemberId(int(token.body["owner"]))
    if helper == owner:
        return ui("hulp-eigen")
    today = desk.at(tx, token.circle).date()
    if agreement is None or (helped := rules.help_out(agreement, owner, helper, on=today)) == agreement:
        return ui("hulp-al-gevonden")
    agreements.save(tx, desk.vault, helped)
    what = Quote((helped.part_of(owner),))
    tell_group(desk, tx, helped.circle, ui("hulp-gevonden", wie=Who(helper), voor=Who(owner), wat=what), cause)
    tell(desk, tx, owner, ui("hulp-komt", wie=Who(helper), wat=what), None, cause)
    return None
