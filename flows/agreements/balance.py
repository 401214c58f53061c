"""What school and care do beside what home does, in numbers only: nobody is measured by it."""

from collections.abc import Iterable, Mapping

from flows.agreements.acts import open_actions
from flows.agreements.model import Agreement
from flows.line import Count, Line, ui
from flows.names import PROFESSIONALS, MemberId, Role

FEWEST = 2
"""Of one action there is no balance to show."""


def balance(agreements: Iterable[Agreement], roles: Mapping[MemberId, Role]) -> Line | None:
    """How many actions each side has in hand. None when one action stands or none, or when a circle has one side only.

    `roles`: of the active members; what someone who left once promised counts no longer.
    """
    everything = tuple(agreements)
    counts = {role: 0 for role in Role}
    for member, role in roles.items():
        counts[role] += len(open_actions(everything, member))
    home = sum(n for role, n in counts.items() if role not in PROFESSIONALS)
    there = frozenset(roles.values())
    if sum(counts.values()) < FEWEST or not there & PROFESSIONALS or there <= PROFESSIONALS:
        return None
    school, care = Count(counts[Role.SCHOOL]), Count(counts[Role.CARE])
    if there >= PROFESSIONALS:
        return ui("afspraken-balans", thuis=Count(home), school=school, zorg=care)
    if Role.SCHOOL in there:
        return ui("afspraken-balans-school", thuis=Count(home), school=school)
    return ui("afspraken-balans-zorg", thuis=Count(home), zorg=care)


def without_professionals(agreements: Iterable[Agreement], roles: Mapping[MemberId, Role]) -> bool:
    """Whether there is something agreed or proposed, and nothing of it is done by school or care."""
    alive = [a for a in agreements if any(not p.over for p in a.promises)]
    return bool(alive) and not any(roles.get(owner) in PROFESSIONALS for a in alive for owner in a.owners)
