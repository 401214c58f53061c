"""Say: one text, to the group, on the board or to the one person a private flow is with; then on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, assert_never

from flows.effects import Board, Effect, Post, Tell
from flows.names import OptionId, StepId
from flows.run import Run
from flows.turn import NEXT, Turn


class Place(StrEnum):
    """Where a text is said."""

    GROUP = "groep"
    BOARD = "bord"  # the run's one message, from now on without buttons
    PRIVATE = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class SayStep:
    """The text is `<step>.text`."""

    id: StepId
    to: Place
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["say"] = "say"


def enter(step: SayStep, run: Run) -> Turn:
    """Say it."""
    line = run.line(f"{step.id}.text")
    said: tuple[Effect, ...]
    match step.to:
        case Place.GROUP:
            said = (Post(line=line),)
        case Place.BOARD:
            said = (Board(lines=(line,)),)
        case Place.PRIVATE:
            said = tuple(Tell(to=p.member, line=line) for p in run.present)
        case _:
            assert_never(step.to)
    return Turn(run, said, NEXT)
