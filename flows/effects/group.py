"""What the whole group sees: the board, a text, and the cards when they are turned."""

from dataclasses import dataclass

from flows.line import Line
from flows.names import MemberId, OptionId, Share, StepId, WordsId


@dataclass(frozen=True, slots=True)
class Button:
    """One button of the board. A `private` button leads the tapper to the private chat."""

    id: OptionId
    line: Line
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the run's one message in the group says from now on; `fresh` starts a new one below."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Say something to the whole group. `outcome`: a deadline did it."""

    line: Line
    outcome: bool = False


@dataclass(frozen=True, slots=True)
class Turned:
    """One card to turn: whose, what, how its writer lets it be shown, and what is said above it (`lead`).

    What was picked stays in the run until it is shown. `chair`: this is what they thought that one would say, and
    it comes right after that one's own card.
    """

    member: MemberId
    words: tuple[WordsId, ...]
    share: Share
    lead: Line | None = None
    chair: MemberId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveal:
    """Turn these cards in this order, unless the group counts more than `told` people by then.

    `of`: the step in which they were written, or picked. `told` None: nobody was told a number, so nothing goes
    without asking first; unless `anyone`, when those who shared said yes while the number could not be had.
    """

    step: StepId
    turn: int
    of: StepId
    title: Line
    cards: tuple[Turned, ...]
    told: int | None
    anyone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Withhold:
    """The cards are not turned after all: a reveal that has not gone yet goes no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseal:
    """These words were shown to the circle and are open from now on."""

    words: tuple[WordsId, ...]
