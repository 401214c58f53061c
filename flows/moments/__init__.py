"""Where a run stands within the step it is at: one small value per kind of step."""

from typing import Annotated, TypeAlias

from pydantic import Field

from flows.moments.alone import AskMoment, Choice, EachMoment, Phase, Reacting, ReactMoment, Writing
from flows.moments.group import AgreeMoment, DiscussMoment, PickMoment, RevealMoment, RevealPhase, RoundMoment, Seat
from flows.moments.private import ChooseMoment, OpeningMoment, WhenMoment, WhoMoment, WriteMoment

Moment: TypeAlias = Annotated[
    AskMoment
    | ReactMoment
    | OpeningMoment
    | RevealMoment
    | DiscussMoment
    | RoundMoment
    | AgreeMoment
    | ChooseMoment
    | WhenMoment
    | WriteMoment
    | WhoMoment
    | PickMoment
    | EachMoment,
    Field(discriminator="kind"),
]


def under_way(moment: Moment | None) -> bool:
    """Whether words are about to be shown to the group: perhaps they are on their way there at this moment."""
    return isinstance(moment, RevealMoment) or (isinstance(moment, OpeningMoment) and moment.turning)


__all__ = [
    "AgreeMoment",
    "AskMoment",
    "Choice",
    "ChooseMoment",
    "DiscussMoment",
    "EachMoment",
    "Moment",
    "OpeningMoment",
    "Phase",
    "PickMoment",
    "ReactMoment",
    "Reacting",
    "RevealMoment",
    "RevealPhase",
    "RoundMoment",
    "Seat",
    "WhenMoment",
    "WhoMoment",
    "WriteMoment",
    "Writing",
    "under_way",
]
