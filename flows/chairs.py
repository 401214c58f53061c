"""Changing chairs: who thinks for a moment as somebody else, so that nobody is left out and people cross the table."""

from collections.abc import Mapping
from itertools import zip_longest

from flows.names import MemberId, Share, StepId
from flows.run import Participant, Run


def appointed(run: Run, of: StepId) -> Mapping[MemberId, MemberId]:
    """Whose chair each of those present takes; who is not in it has none to take.

    Chairs are of those who shared their own answer to `of`. Each of them is taken while that can be, parents and
    pupils by professionals and the other way round as far as it goes; two people take each other's.
    """
    row = _across(_chairs(run, of))
    taking = {p.member for p in run.present if not p.partly}
    circle = zip(row[1:] + row[:1], row, strict=True) if len(row) > 1 else ()
    taken = {member: chair for member, chair in circle if member in taking}
    for participant in run.in_order():
        if participant.member in taking - taken.keys():
            chair = one_more(run, of, taken, participant.member)
            taken |= {participant.member: chair} if chair is not None else {}
    return taken


def one_more(run: Run, of: StepId, taken: Mapping[MemberId, MemberId], member: MemberId) -> MemberId | None:
    """The chair for this one beside those `taken`: one that nobody has first, then one across the table."""
    own = run.participant(member)
    others = [p for p in _chairs(run, of) if p.member != member]
    if own is None or not others:
        return None
    sitting = list(taken.values())
    best = min(others, key=lambda p: (sitting.count(p.member), p.professional is own.professional))
    return best.member


def _chairs(run: Run, of: StepId) -> tuple[Participant, ...]:
    """Those who are there and let their own answer be shown with their name: a chair is somebody's."""
    shared = run.shared(of)
    return tuple(p for p in run.in_order() if p.member in shared and shared[p.member].share is Share.NAME)


def _across(people: tuple[Participant, ...]) -> list[MemberId]:
    """In a circle in which neighbours are from two sides as far as that goes."""
    home = [p.member for p in people if not p.professional]
    work = [p.member for p in people if p.professional]
    longer, shorter = (home, work) if len(home) >= len(work) else (work, home)
    return [member for pair in zip_longest(longer, shorter) for member in pair if member is not None]
