"""Where somebody can turn to: places by need, two at most, each with the day on which it was checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from flows.manners import Region
from flows.names import TextKey
from flows.problems import Placed, Position

MOST = 2
"""As many as are shown: who is looking for help needs no list."""

YEAR = timedelta(days=365)
"""After this a place is to be checked again."""


class Need(StrEnum):
    """What somebody is looking for; the value is an option of content/flows/wegwijzer.yaml."""

    SCHOOL = "school"
    STUCK = "vastgelopen"
    COMPANY = "meepraten"
    LEARNING = "extra-hulp"
    CARE = "jeugdhulp"
    COMPLAINT = "klacht"
    DISCRIMINATION = "gediscrimineerd"
    READING = "lezen"
    HEAVY = "zwaar"
    YOUNG = "jong"


class Area(StrEnum):
    """How far a place reaches."""

    NATIONAL = "landelijk"
    LOCAL = "regio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One organisation. `region`: only there; None: everywhere, or a place of this kind in each region."""

    id: str
    at: Position
    name: Placed
    helps: Placed
    contact: Placed
    area: Area
    region: Region | None
    needs: frozenset[Need]
    checked: date

    @property
    def texts(self) -> Mapping[TextKey, Placed]:
        """What is read of it, by key."""
        return {
            TextKey(f"plek.{self.id}.naam"): self.name,
            TextKey(f"plek.{self.id}.helpt"): self.helps,
            TextKey(f"plek.{self.id}.contact"): self.contact,
        }


def fitting(places: Sequence[Place], need: Need, region: Region | None) -> tuple[Place, ...]:
    """At most two: the first national one beside the first near by; two national ones when none is near by."""
    good = [place for place in places if need in place.needs and place.region in (None, region)]
    far = [place for place in good if place.area is Area.NATIONAL]
    near = sorted((place for place in good if place.area is Area.LOCAL), key=lambda place: place.region is None)
    return (*far[:1], *near[:1], *far[1:])[:MOST] if far else tuple(near[:MOST])


def overdue(places: Iterable[Place], today: date) -> tuple[Place, ...]:
    """Those that nobody checked for a year."""
    return tuple(place for place in places if place.checked + YEAR < today)
