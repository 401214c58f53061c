"""Nobody can drown out the others: so many updates a minute from one person, then one notice, then silence."""

from enum import StrEnum

# Beyond any thumb, and far below what the bot handles: an answer must never be lost to this limit.
MOST, WINDOW = 200, 60.0  # updates, seconds
_PEOPLE_KEPT = 5_000


class Verdict(StrEnum):
    """What happens to an update of someone who may be sending too many."""

    PASS = "pass"
    NOTICE = "notice"  # not stored; the sender is told, once a minute at most
    IGNORE = "ignore"  # not stored


class FloodGate:
    """Counts in memory per person, by the moments Telegram gives: a backlog after an outage is no flood."""

    def __init__(self) -> None:
        self._seen: dict[int, dict[int, tuple[float, Verdict]]] = {}

    def judge(self, person: int, update_id: int, at: float) -> Verdict:
        """The verdict on an update; the same one when the same update is offered again (its commit may have failed)."""
        seen = self._seen.pop(person, {})
        self._seen[person] = seen  # to the end: the longest silent stand in front
        if update_id in seen:
            return seen[update_id][1]
        for old in [id for id, (when, _) in seen.items() if when <= at - WINDOW]:
            del seen[old]
        verdicts = [verdict for _, verdict in seen.values()]
        if verdicts.count(Verdict.PASS) < MOST:
            verdict = Verdict.PASS
        elif Verdict.NOTICE in verdicts:
            verdict = Verdict.IGNORE
        else:
            verdict = Verdict.NOTICE
        if verdict is not Verdict.IGNORE:  # what is ignored leaves no trace, so a flood can't fill the memory
            seen[update_id] = (at, verdict)
        while len(self._seen) > _PEOPLE_KEPT:
            del self._seen[next(iter(self._seen))]
        return verdict
