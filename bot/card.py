"""The card of one agreement with its story, as far as its reader may know it."""

from bot.delivery.letters import Block
from bot.keys import Vault
from bot.overview import which_circle
from bot.storage import people
from bot.storage.database import Tx
from bot.storage.people import Member
from flows.agreements import Agreement, Akkoord, Change, Did, Kind, Noticed, Promise, State, day_for, result_for
from flows.line import Day, Line, Quote, Value, Who, Word, ui
from flows.names import MemberId, WordsId

MOST_OF_STORY = 12
"""Lines of the story that are shown, the last ones: a card fits on a phone."""


def card(tx: Tx, vault: Vault, agreement: Agreement, reader: Member) -> tuple[Block, ...]:
    """What, how, who and when, and what became of it until now."""
    facts = Block(lines=(*_facts(agreement), *_looking_after(agreement, reader.id)))
    several = len(people.circles_of(tx, reader.person)) > 1
    head = Block(
        lines=(ui("kaart-kop", wat=Quote((agreement.part_of(reader.id),))),),
        head=which_circle(tx, vault, reader) if several else None,
    )
    parts = [p for p in agreement.promises if _shown(p, reader.id)]
    smaller = [_smaller(p, p.smaller) for p in parts if p.smaller is not None and p.owner != reader.id]
    who = Block(lines=(*(_who(agreement, p, reader.id) for p in parts), *smaller))
    told = [_told(change, reader.id) for change in agreement.seen_by(reader.id)]
    story = Block(lines=tuple(told[-MOST_OF_STORY:]), head=ui("kaart-verhaal"))
    return tuple(block for block in (head, facts, who, story) if block.lines)


def _facts(agreement: Agreement) -> tuple[Line, ...]:
    return (
        *((ui("kaart-werkafspraak"),) if agreement.kind is Kind.WORKING else ()),
        *((ui("kaart-als", als=Quote((agreement.cue,))),) if agreement.cue is not None else ()),
        *((ui("kaart-plan-b", plan=Quote((agreement.plan_b,))),) if agreement.plan_b is not None else ()),
        *((ui("kaart-vervallen"),) if agreement.state is State.DROPPED else ()),
    )


def _looking_after(agreement: Agreement, reader: MemberId) -> tuple[Line, ...]:
    back = agreement.evaluate or (day_for(agreement, reader) if agreement.kind is Kind.WORKING else None)
    return (
        *((ui("kaart-helpt", wie=_subject(agreement.helper, reader)),) if agreement.helper is not None else ()),
        *((ui("kaart-regie", wie=_subject(agreement.regie, reader)),) if agreement.regie is not None else ()),
        *((ui("kaart-terugkijken", dag=Day(back)),) if back is not None else ()),
    )


def _shown(promise: Promise, reader: MemberId) -> bool:
    return promise.owner == reader or not promise.stopped


def _who(agreement: Agreement, promise: Promise, reader: MemberId) -> Line:
    """One owner's part. Who would rather not is nobody's business, and a result is the owner's until they tell it."""
    result = result_for(promise, reader)
    if promise.owner == reader and promise.stopped:
        status = "gestopt"
    elif result is not None:
        status = f"{result}" if promise.told else f"{result}-nog-dicht"
    elif promise.akkoord is Akkoord.YES:
        status = "akkoord"
    else:
        status = "liever-niet" if promise.owner == reader and promise.akkoord is Akkoord.NO else "open"
    wie = _subject(promise.owner, reader)
    if agreement.kind is Kind.WORKING:  # its day is that of looking back, and stands there once
        return ui(f"kaart-samen-{'akkoord' if promise.akkoord is Akkoord.YES else 'open'}", wie=wie)
    return ui(f"kaart-wie-{status}", wie=wie, wanneer=Day(promise.day))


def _smaller(promise: Promise, part: WordsId) -> Line:
    return ui("kaart-kleiner", wie=Who(promise.owner), wat=Quote((part,)))


def _told(change: Change, reader: MemberId) -> Line:
    values: dict[str, Value] = {"dag": Day(change.on), "wie": _you_or(change.by, reader)}
    key = str(change.did)
    if change.day is not None:
        key, values["nieuw"] = f"{key}-dag" if change.did in WITH_DAY else key, Day(change.day)
    if change.noticed is not None:
        key, values["hielp"] = f"{key}-{change.noticed}", Word(ui(f"hielp-{change.helped or Noticed.UNKNOWN}").key)
        values["ander"] = _you_or(change.other, reader)
    if change.words is not None:
        values["eerst"] = Quote((change.words,))
    if change.result is not None:
        values["uitkomst"] = Word(ui(f"uitkomst-{change.result}").key)
    if change.other is not None:
        values["ander"] = _you_or(change.other, reader)
    return ui(f"verhaal-{key}", **values)


WITH_DAY = frozenset({Did.AGREED, Did.MOVED})
"""What may be told with the day it was for."""


def _subject(member: MemberId, reader: MemberId) -> Value:
    return Word(ui("jij").key) if member == reader else Who(member)


def _you_or(member: MemberId | None, reader: MemberId) -> Value:
    if member is None:
        return Word(ui("iemand").key)
    return Word(ui("jou").key) if member == reader else Who(member)
