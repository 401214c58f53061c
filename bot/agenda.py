"""Which agreements go into someone's own calendar, and what stands there of them; no names of others."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rendering import Reader, Renderer
from bot.reports.calendar_file import Entry
from bot.storage import agreements, people, timers
from bot.storage.database import Tx
from bot.storage.people import Member
from flows.agreements import Agreement, Kind, State, day_for, place
from flows.line import Quote, ui
from flows.names import AgreementId, Language, PersonId, WordsId

FILE_NAME = "afspraken.ics"


def entries(tx: Tx, by: Renderer, person: PersonId, only: AgreementId | None) -> tuple[Entry, ...]:
    """One agreement this person may see, or (None) all in which something is open for them."""
    return tuple(
        entry for agreement, member in _chosen(tx, by, person, only) for entry in _of(tx, by, agreement, member)
    )


def words_in(tx: Tx, by: Renderer, person: PersonId, only: AgreementId | None) -> tuple[WordsId, ...]:
    """Whose words stand in that file."""
    chosen = _chosen(tx, by, person, only)
    return tuple(w for a, m in chosen for w in (a.part_of(m.id), a.cue, a.plan_b) if w is not None)


def _chosen(tx: Tx, by: Renderer, person: PersonId, only: AgreementId | None) -> Sequence[tuple[Agreement, Member]]:
    mine = [(a, m) for m in people.circles_of(tx, person) for a in agreements.of(tx, by.vault, m.circle)]
    living = [(a, m) for a, m in mine if place(a, m.id) is not None]
    if only is not None:
        return [(a, m) for a, m in living if a.id == only]
    return [(a, m) for a, m in living if a.open_for(m.id) and a.kind is Kind.ACTION]


def _of(tx: Tx, by: Renderer, agreement: Agreement, member: Member) -> Iterator[Entry]:
    reader = Reader(language=Language(people.language_of(tx, member.person)), circle=member.circle, member=member.id)
    seed = f"praatmaat/{agreement.id}/{member.id}/{agreements.made_at(tx, agreement.id)}"
    what = Quote((agreement.part_of(member.id),))
    lines = [ui("kaart-als", als=Quote((agreement.cue,)))] if agreement.cue is not None else []
    lines += [ui("kaart-plan-b", plan=Quote((agreement.plan_b,)))] if agreement.plan_b is not None else []
    doing = Entry(
        uid=_uid(seed),
        sequence=len(agreement.seen_by(member.id)),  # not the whole story: its length would tell of what is hidden
        day=day_for(agreement, member.id),
        at=_moment(tx, agreement, member),
        title=by.label(tx, ui("agenda-afspraak", wat=what), reader),
        about="\n".join(by.label(tx, line, reader) for line in lines),
        sure=agreement.state is State.STANDING,
    )
    if agreement.kind is Kind.ACTION:
        yield doing
    back = agreement.evaluate if agreement.kind is Kind.ACTION else agreement.evaluate or doing.day
    if back is not None:
        title = by.label(tx, ui("agenda-terugkijken", wat=what), reader)
        yield replace(doing, uid=_uid(f"{seed}/terugkijken"), day=back, at=None, title=title, about="")


def _moment(tx: Tx, agreement: Agreement, member: Member) -> datetime | None:
    """The moment at which the owner is asked, when that is on the agreed day itself; else it is for the whole day."""
    timer = timers.of_promise(tx, agreement.id, member.id, "check-in")
    if timer is None or timer.local is None or timer.zone is None:
        return None
    local = datetime.fromisoformat(timer.local).replace(tzinfo=ZoneInfo(timer.zone))
    return local if local.date() == day_for(agreement, member.id) else None


def _uid(seed: str) -> str:
    return f"{hashlib.sha256(seed.encode()).hexdigest()[:32]}@praatmaat"
