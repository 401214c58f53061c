"""Propose: the bot looks which format fits, and goes on; a later step shows it beside the choice to take another."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.line import Line, Lines, Value, Word
from flows.names import OptionId, Role, StepId, TextKey
from flows.proposing import Mood, Situation, Time, fitting, propose
from flows.run import Run
from flows.topics import OWN_CARD
from flows.turn import NEXT, Turn

REASON, FITTING, FITS = "reden", "werkvormen", "past-"
"""Under these names the run keeps why, a line on every format that fits, and (`past-<format>`) which those are."""

FIRST, TEAM, CARD = "eerste", "team", "kaart"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeStep:
    """The proposal is kept under the step's own name, from the formats there are.

    `time` and `mood`: the steps at which those were picked, where they were. `plate`: the cards that are its topics.
    """

    id: StepId
    formats: tuple[OptionId, ...]
    time: StepId
    mood: StepId
    plate: tuple[OptionId, ...] = ()
    next: Mapping[OptionId, StepId] = field(default_factory=dict)
    kind: Literal["propose"] = "propose"


def enter(step: ProposeStep, run: Run) -> Turn:
    """Look, keep it, and go on."""
    situation = _situation(step, run)
    proposal = propose(situation, step.formats)
    fits = fitting(situation, step.formats)
    about: dict[str, Value] = {
        step.id: Word(TextKey(f"{step.id}.{proposal.format}")),
        REASON: Word(TextKey(f"{step.id}.reden.{proposal.reason}")),
        FITTING: Lines(tuple(Line(TextKey(f"{step.id}.over.{format}")) for format in fits)),
        **{f"{FITS}{format}": Word(TextKey(f"{step.id}.{format}")) for format in fits},
    }
    others = {name: value for name, value in run.about.items() if not name.startswith(FITS)}
    kept = {**run.kept, step.id: proposal.format}
    return Turn(replace(run, kept=kept, about={**others, **about}), (), NEXT)


def _situation(step: ProposeStep, run: Run) -> Situation:
    team = TEAM in run.about
    return Situation(
        time=Time(run.kept.get(step.time, OptionId(Time.SPREAD))),
        mood=Mood(run.kept.get(step.mood, OptionId(Mood.USUAL))),
        people=len(run.participants),
        first=FIRST in run.about,
        plate=_card(run) in step.plate,
        team=team,
        guest=team and any(p.role is Role.SUPPORTER for p in run.participants),
    )


def _card(run: Run) -> str:
    """What was chosen, from a deck or the list; a card of people's own is one of the plate."""
    chosen = run.about.get(CARD)
    return chosen.key.rpartition(".")[2] if isinstance(chosen, Word) else OWN_CARD
