"""What follows when something did not work out yet, or did: smaller, later, with help, and noticed by others."""

from dataclasses import replace
from datetime import date

from flows.agreements.acts import stop, tell_story
from flows.agreements.changing import wish, without_helper
from flows.agreements.model import Agreement
from flows.agreements.story import Change, Did, Noticed
from flows.names import MemberId, WordsId


def make_smaller(agreement: Agreement, owner: MemberId, words: WordsId, *, on: date) -> Agreement:
    """The owner makes their own part smaller, and needs nobody's leave: it binds nobody to more.

    Who does it alone changes the agreement itself; with more owners the others keep what they agreed to.
    """
    if not agreement.open_for(owner):
        return agreement
    wished = wish(agreement, owner, words, on=on)
    if wished.wish is None:  # nobody else still has to do it
        return _with_part(wished, owner, None)
    told = Change(on=on, by=owner, did=Did.REWORDED, words=agreement.part_of(owner))
    return tell_story(_with_part(agreement, owner, words), told)


def snooze(agreement: Agreement, owner: MemberId, until: date, *, on: date) -> Agreement:
    """The owner would rather be asked on another day; the day of the agreement stays as it is."""
    if not agreement.open_for(owner):
        return agreement
    return tell_story(agreement, Change(on=on, by=owner, did=Did.SNOOZED, mine=True, day=until))


def asked_on(agreement: Agreement, owner: MemberId) -> date | None:
    """On or after which day this owner is asked how it went: that of their part, unless they asked for later."""
    promise = agreement.promise(owner)
    if promise is None or promise.over:
        return None
    chosen = [c for c in agreement.story if c.by == owner and c.did in (Did.MOVED, Did.SNOOZED)]
    return chosen[-1].day if chosen and chosen[-1].did is Did.SNOOZED else promise.day


def ask_help(agreement: Agreement, owner: MemberId, *, on: date) -> Agreement:
    """The owner lets the group know that help is welcome. Once asked, it is not asked again until someone helps."""
    if not agreement.open_for(owner) or seeks_help(agreement, owner):
        return agreement
    return tell_story(agreement, Change(on=on, by=owner, did=Did.ASKED_HELP))


def seeks_help(agreement: Agreement, owner: MemberId) -> bool:
    """Whether this owner asked for help, still has something to do, and nobody offered it since."""
    told = [c.did for c in agreement.story if c.by == owner and c.did in (Did.ASKED_HELP, Did.HELPS)]
    return agreement.open_for(owner) and told[-1:] == [Did.ASKED_HELP]


def help_out(agreement: Agreement, owner: MemberId, helper: MemberId, *, on: date) -> Agreement:
    """Somebody else helps this owner: the first who says so."""
    if helper == owner or not seeks_help(agreement, owner):
        return agreement
    helped = replace(agreement, helper=helper)
    return tell_story(helped, Change(on=on, by=owner, did=Did.HELPS, other=helper))


def notice(agreement: Agreement, owner: MemberId, noticed: Noticed, helped: Noticed | None, *, by: MemberId | None,
           on: date) -> Agreement:  # fmt: skip
    """What another saw of it, for this owner alone. `by` None: who said it stays unnamed, also here."""
    if agreement.promise(owner) is None:
        return agreement
    change = Change(on=on, by=owner, did=Did.NOTICED, mine=True, other=by, noticed=noticed, helped=helped)
    return tell_story(agreement, change)


def without(agreement: Agreement, member: MemberId, *, on: date) -> Agreement:
    """The agreement of which this member is no part any more: they left the circle."""
    rest = without_helper(stop(agreement, member, on=on), member)
    return replace(rest, regie=None) if rest.regie == member else rest


def _with_part(agreement: Agreement, owner: MemberId, words: WordsId | None) -> Agreement:
    promises = tuple(replace(p, smaller=words) if p.owner == owner else p for p in agreement.promises)
    return replace(agreement, promises=promises)
