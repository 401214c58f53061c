"""Dutch public and school holidays from the `holidays` package, as the engine's plain data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays as package

from flows.manners import Holidays, Region

# Goede Vrijdag and Bevrijdingsdag are not everyone's day off. They count as closed (docs/explanation/rules.md):
# a question that comes a day later harms nobody, one on a day off does.
_CATEGORIES = ("public", "optional")
_SCHOOL_YEARLY = ("Voorjaarsvakantie", "Meivakantie", "Zomervakantie", "Herfstvakantie", "Kerstvakantie")
_SUBDIVISION: Mapping[Region, str] = {Region.NORTH: "Noord", Region.MIDDLE: "Midden", Region.SOUTH: "Zuid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """The package has no dates for this school holiday: on those days the gate stays open, unless groups say so."""

    year: int
    region: Region
    name: str


@lru_cache(maxsize=8)
def around(year: int) -> tuple[Holidays, tuple[Missing, ...]]:
    """All holidays from the year before to two years after, as far as the gate looks, and what is missing.

    The package knows school holidays up to somewhere in 2030 and is silent afterwards, hence the list: school
    holidays that should begin in this year or the next, but don't.
    """
    years = range(year - 1, year + 3)
    public = package.country_holidays("NL", years=years, categories=_CATEGORIES, language="nl", expand=False)
    school = {region: _school(region, years) for region in Region}
    missing = tuple(
        Missing(year=y, region=region, name=name)
        for y in (year, year + 1)
        for region in Region
        for name in _SCHOOL_YEARLY
        if not _begins(name, y, school[region])
    )
    return Holidays(public=dict(public.items()), school=school), missing


def _school(region: Region, years: range) -> Mapping[date, str]:
    # Without a subdivision the package gives no school holidays at all, and says nothing.
    found = package.country_holidays(
        "NL", years=years, subdiv=_SUBDIVISION[region], categories=("school",), language="nl", expand=False
    )
    return dict(found.items())


def _begins(name: str, year: int, days: Mapping[date, str]) -> bool:
    """Whether this holiday begins in this year; a Christmas holiday's January belongs to the year before."""
    return any(
        found == name and day.year == year and (day.month > 1 or name != "Kerstvakantie") for day, found in days.items()
    )
