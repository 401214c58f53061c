"""The goal of a circle: one sentence on what it wants for this child, with who stands behind it and who not yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flows.line import Line, Lines, People, Quote, Value, Who, ui
from flows.names import CircleId, MemberId, WordsId


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """`agree`: in the order in which they said so, who proposed it first. `otherwise`: how others would say it."""

    circle: CircleId
    sentence: WordsId
    agree: tuple[MemberId, ...]
    otherwise: Mapping[MemberId, WordsId] = field(default_factory=dict)

    @property
    def words(self) -> tuple[WordsId, ...]:
        """Everything that was written for it."""
        return (self.sentence, *self.otherwise.values())


def shared(goal: Goal, by: MemberId) -> Goal:
    """It is this member's goal too; what they would have said otherwise goes."""
    return replace(without(goal, by), agree=(*(m for m in goal.agree if m != by), by))


def otherwise(goal: Goal, by: MemberId, words: WordsId) -> Goal:
    """Not quite theirs yet; this is how they would say it."""
    return replace(goal, agree=tuple(m for m in goal.agree if m != by), otherwise={**goal.otherwise, by: words})


def without(goal: Goal, member: MemberId) -> Goal:
    """The goal without what this member said of it; the sentence stays."""
    others = {m: words for m, words in goal.otherwise.items() if m != member}
    return replace(goal, agree=tuple(m for m in goal.agree if m != member), otherwise=others)


def about(goal: Goal) -> Mapping[str, Value | None]:
    """What a board or a line can say of it; None for what there is nothing to say of."""
    said: tuple[Line, ...] = tuple(
        ui("doel-zegt-anders", wie=Who(member), wat=Quote((words,))) for member, words in goal.otherwise.items()
    )
    return {
        "zin": Quote((goal.sentence,)),
        "eens": People(goal.agree),
        "anders": Lines(said) if said else None,
    }
