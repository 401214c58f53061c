"""One open question per person, over all circles: which is put, which waits, which one a message answers."""

from bot.acts import Cause
from bot.clock import Clock
from bot.delivery.letters import Note
from bot.storage import outbox, prompts
from bot.storage.database import Tx
from bot.storage.prompts import Prompt
from flows.effects import Expect, Label
from flows.manners import DeliveryClass
from flows.names import PersonId


def go_on(tx: Tx, person: PersonId, cause: Cause, clock: Clock, *, of_calendar: bool) -> None:
    """Put the question that goes first, unless one that matters as much is open already.

    What someone just asked for goes before all, then a live talk, then a spread one; what had to make way is
    asked again afterwards (decision 0003). A question of the calendar follows at once on another (`of_calendar`),
    which said that more would come; behind anything else it waits for its own moment, for who asks for rest in the
    private chat must not be asked something there and then.
    """
    waiting, current = prompts.first_waiting(tx, person), prompts.open_of(tx, person)
    if waiting is None or (current is not None and current.rank >= waiting.rank):
        return
    if current is not None:
        prompts.set_state(tx, current.id, "waiting")
        outbox.cancel_for_prompt(tx, current.id)
    waits = waiting.klass is DeliveryClass.NUDGE and not of_calendar and not prompts.was_put(tx, waiting.id)
    put(tx, waiting, cause, clock, at_once=not waits)


def put(tx: Tx, prompt: Prompt, cause: Cause, clock: Clock, *, at_once: bool = True) -> None:
    """Ask it (again): now when the person is here and it may come `at_once`, else when its class may."""
    prompts.set_state(tx, prompt.id, "open")
    klass = DeliveryClass.REPLY if at_once and cause.in_private(prompt.person) else prompt.klass
    outbox.enqueue(
        tx,
        to=outbox.ToPerson(prompt.person, prompt.member or None),
        klass=klass,
        letter=note_of(prompt),
        dedupe=f"prompt:{prompt.id}:{prompt.opened + 1}",
        run=prompt.run,
        prompt=prompt.id,
        clock=clock,
    )


def take_up(tx: Tx, prompt: Prompt) -> None:
    """Someone answered a question that had to make way, by replying to it: it is the open one again."""
    current = prompts.open_of(tx, prompt.person)
    if current is not None:
        prompts.set_state(tx, current.id, "waiting")
        outbox.cancel_for_prompt(tx, current.id)
    prompts.raise_rank(tx, prompt.id, prompts.OWN_ACT, DeliveryClass.REPLY)
    prompts.set_state(tx, prompt.id, "open")


def close(tx: Tx, prompt: Prompt) -> None:
    """It is no longer asked; copies that did not go yet stay here."""
    prompts.set_state(tx, prompt.id, "closed")
    outbox.cancel_for_prompt(tx, prompt.id)


def answered_by(tx: Tx, person: PersonId, chat_id: int, message_id: int, reply_to: int | None) -> Prompt | None:
    """The question a private message belongs to: the one it replies to, else the newest one asked before it.

    A question whose message may have arrived without our knowing its number is taken to have been read.
    """
    if reply_to is not None:
        prompt = prompts.by_message(tx, chat_id, reply_to)
        if prompt is not None:
            return prompt
    newest = prompts.newest_before(tx, chat_id, message_id)
    if newest is None or newest.state == "closed":
        current = prompts.open_of(tx, person)
        if current is not None and prompts.perhaps_read(tx, current.id):
            return current
    return newest


def note_of(prompt: Prompt) -> Note:
    """The message that asks it."""
    return Note(
        lines=(prompt.wording.line,),
        labels=rows(prompt),
        expects_text=prompt.expect in (Expect.WORDS, Expect.NOTE),
        protect=True,
        audience=prompt.audience,
    )


def rows(prompt: Prompt) -> tuple[tuple[Label, ...], ...]:
    """One label a row: long words fit, thumbs hit. Numbers are put side by side when it is sent."""
    return tuple((label,) for label in prompt.wording.labels)
