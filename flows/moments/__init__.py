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
]
