"""The story of an agreement: what became of it, line by line, in the words people could choose from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flows.names import MemberId, WordsId


class Result(StrEnum):
    """What came of a promise, in the owner's own word (docs/explanation/rules.md)."""

    DONE = "gelukt"
    PARTLY = "deels"
    NOT_YET = "nog-niet"
    NOT_NEEDED = "niet-meer-nodig"


FINAL: frozenset[Result] = frozenset({Result.DONE, Result.PARTLY, Result.NOT_NEEDED})


class Obstacle(StrEnum):
    """What was in the way, in the owner's own choice; each has a tip per role (content/tips.yaml)."""

    TIME = "tijd"
    FORGOT = "vergeten"
    WAITING = "wachten-op-ander"
    TOO_BIG = "te-groot"
    OTHER = "anders"


class Noticed(StrEnum):
    """What somebody else saw of it, or whether it helped, in their own choice."""

    YES = "ja"
    LITTLE = "beetje"
    NOT_YET = "nee"
    UNKNOWN = "weet-niet"


class Did(StrEnum):
    """One thing that became of an agreement: a line of its story."""

    PROPOSED = "voorgesteld"
    AGREED = "akkoord"
    DECLINED = "liever-niet"
    REPORTED = "uitkomst"  # `result`, and `obstacle` when one was named
    TOLD = "verteld"  # the group knows the result
    MOVED = "verzet"  # to `day`
    REWORDED = "anders-gezegd"  # made smaller, or said in other words; `words`: how it was said before
    HANDED_OVER = "overgedragen"  # to `other`, who said akkoord
    ASKED_HELP = "hulp-gevraagd"
    HELPS = "helpt"  # `other` said they help
    SNOOZED = "later"  # the owner wants to be asked on `day`; the agreement's own day stays
    STOPPED = "gestopt"
    KEPT = "gehouden"  # a working agreement that was looked back on and goes on
    NOTICED = "gemerkt"  # `noticed` and `helped`, by `other`, or by someone who stays unnamed; the owner may know
    DISCUSSED = "opnieuw-besproken"
    WITHDRAWN = "teruggenomen"  # who proposed it does not, after all


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the story: on which day of the circle, by whom, what. `mine`: only the owner sees it."""

    on: date
    by: MemberId | None
    did: Did
    mine: bool = False
    day: date | None = None
    other: MemberId | None = None
    result: Result | None = None
    obstacle: Obstacle | None = None
    words: WordsId | None = None
    noticed: Noticed | None = None
    helped: Noticed | None = None
