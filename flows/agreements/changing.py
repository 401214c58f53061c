"""How an agreement changes hands, words or helpers: each time only with the yes of whom it concerns."""

from dataclasses import replace
from datetime import date

from flows.agreements.acts import tell_story
from flows.agreements.model import Agreement, Akkoord, Kind, State, Wish
from flows.agreements.story import Change, Did
from flows.names import MemberId, WordsId


def help_with(agreement: Agreement, helper: MemberId, *, on: date) -> Agreement:
    """Someone who does not do it themself said they help."""
    alive = agreement.state in (State.PROPOSED, State.STANDING)
    if not alive or helper in agreement.owners or helper == agreement.helper:
        return agreement
    return tell_story(replace(agreement, helper=helper), Change(on=on, by=helper, did=Did.HELPS, other=helper))


def without_helper(agreement: Agreement, helper: MemberId) -> Agreement:
    """The same without this helper: they left, or do it themself from now on."""
    return replace(agreement, helper=None) if agreement.helper == helper else agreement


def wish(agreement: Agreement, by: MemberId, words: WordsId, *, on: date) -> Agreement:
    """An owner would say it otherwise, or do something smaller. A later wish comes in the place of an earlier one."""
    if not agreement.open_for(by):
        return agreement
    wished = replace(agreement, wish=Wish(by=by, words=words, agreed=frozenset({by})))
    return settle(wished, on=on)


def agree_to(agreement: Agreement, owner: MemberId, words: WordsId, *, on: date) -> Agreement:
    """An owner said akkoord to these other words, as long as they are still what is wished."""
    waiting = agreement.wish
    if waiting is None or waiting.words != words or not agreement.open_for(owner):
        return agreement
    agreed = replace(waiting, agreed=waiting.agreed | {owner})
    return settle(replace(agreement, wish=agreed), on=on)


def keep_as_it_is(agreement: Agreement, owner: MemberId, words: WordsId) -> Agreement:
    """An owner would rather keep the words that stand."""
    waiting = agreement.wish
    if waiting is None or waiting.words != words or not agreement.open_for(owner):
        return agreement
    return replace(agreement, wish=None)


def settle(agreement: Agreement, *, on: date) -> Agreement:
    """The other words stand once every owner who still has to do it said akkoord; the story keeps the old ones."""
    waiting = agreement.wish
    if waiting is None or agreement.state is not State.STANDING:
        return agreement
    if not all(p.over or p.owner in waiting.agreed for p in agreement.promises):
        return agreement
    said = Change(on=on, by=waiting.by, did=Did.REWORDED, words=agreement.what)
    promises = tuple(p if p.over else replace(p, smaller=None) for p in agreement.promises)  # they agreed to this now
    return tell_story(replace(agreement, what=waiting.words, wish=None, promises=promises), said)


def hand_over(agreement: Agreement, owner: MemberId, other: MemberId, *, on: date) -> Agreement:
    """The other said akkoord, so it is theirs from here on. Until then the owner kept it: it is never nobody's."""
    if not agreement.open_for(owner) or other in agreement.owners:
        return agreement
    promises = tuple(
        replace(p, owner=other, akkoord=Akkoord.YES, result=None, told=False) if p.owner == owner else p
        for p in agreement.promises
        if p.owner != other
    )
    # Who takes over said akkoord to the words that stand, not to a wish they were not asked about.
    given = without_helper(replace(agreement, promises=promises, wish=None), other)
    return tell_story(given, Change(on=on, by=owner, did=Did.HANDED_OVER, other=other))


def wait(agreement: Agreement, owner: MemberId, *, waits: bool = True) -> Agreement:
    """This owner's akkoord waits until there is room for one more; it binds nobody yet."""
    promises = tuple(
        replace(p, waits=waits) if p.owner == owner and p.akkoord is Akkoord.OPEN else p for p in agreement.promises
    )
    return replace(agreement, promises=promises)


def keep(agreement: Agreement, owner: MemberId, *, on: date) -> Agreement:
    """An owner looked back on a working agreement and goes on with it."""
    if agreement.kind is not Kind.WORKING or not agreement.open_for(owner):
        return agreement
    return tell_story(agreement, Change(on=on, by=owner, did=Did.KEPT))
