"""Sparks: one small thing to say or do today, in an ordinary week, for each role."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.names import Role, TextKey
from flows.problems import Placed, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """One moment: what each role can do, and a question with which a group makes a five-minute round of it."""

    id: str
    at: Position
    moment: Placed
    ideas: Mapping[Role, Placed]
    round: Placed

    @property
    def texts(self) -> Mapping[TextKey, Placed]:
        """What is read of it, by key."""
        return {
            TextKey(f"vonk.{self.id}.moment"): self.moment,
            TextKey(f"vonk.{self.id}.rondje"): self.round,
            **{TextKey(f"vonk.{self.id}.{role}"): idea for role, idea in self.ideas.items()},
        }


def spark_for(sparks: Sequence[Spark], role: Role, seen: int) -> Spark:
    """The next one for somebody who saw so many: each once, before any comes again."""
    mine = [spark for spark in sparks if role in spark.ideas]
    return mine[seen % len(mine)]
