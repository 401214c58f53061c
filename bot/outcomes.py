"""What became of outgoing messages, told to the runs they belong to; the runner's side of delivery."""

from collections.abc import Sequence
from datetime import datetime

from bot import patience
from bot.acts import Cause
from bot.days import days_of
from bot.delivery.letters import Note, RevealLetter
from bot.desk import Desk
from bot.runner import Runner
from bot.storage import outbox, people, prompts, runs, timers
from bot.storage.database import Tx
from bot.storage.outbox import OutboxRow, ToCircle, ToPerson
from flows import manners
from flows.events import AudienceGrew, AudienceTold, Event, Purpose, Revealed, Unreachable
from flows.line import People, Who
from flows.names import MemberId, RunId


class Outcomes:
    """Implements bot.delivery.aftermath.Aftermath; each call is part of delivery's own transaction."""

    def __init__(self, desk: Desk, runner: Runner) -> None:
        self.desk, self.runner = desk, runner

    def still(self, tx: Tx, row: OutboxRow) -> bool:
        """Its question open, its circle active, its reader still there."""
        if isinstance(row.to, ToCircle):
            circle = people.circle(tx, row.to.circle)
            active = circle is not None and circle.state == "active"
            farewell = circle is not None and circle.state == "refused" and row.run is None
            return (active and not _of_who_went(tx, row)) or farewell
        if row.prompt is not None:
            prompt = prompts.load(tx, row.prompt)
            if prompt is None or prompt.state != "open":
                return False
        if row.to.member is not None:
            member = people.member(tx, row.to.member)
            return member is not None and member.state != "left"
        return True

    def claimed(self, tx: Tx, row: OutboxRow) -> None:
        """A question goes out now: from here its reminder and its time count (decision 0005)."""
        prompt = prompts.load(tx, row.prompt) if row.prompt is not None else None
        if prompt is None or not row.dedupe.startswith("prompt:"):
            return
        patience.begins(self.desk, tx, prompt)
        if prompt.remind is None:
            return
        circle = runs.circle_of(tx, prompt.run)
        duration = manners.read_duration(prompt.remind)
        assert duration is not None
        due = manners.after(self.desk.clock.now(), duration, days_of(tx, circle, self.desk.clock))
        timers.put(
            tx,
            timers.Timer(
                purpose=Purpose.REMIND,
                due_at=due.timestamp(),
                run=prompt.run,
                member=prompt.member,
                step=prompt.question.step,
                turn=prompt.question.turn,
                round=prompt.question.round,
            ),
            dedupe=f"remind:{prompt.id}",
        )

    def sent(self, tx: Tx, row: OutboxRow, messages: Sequence[tuple[int, int]], audience: int | None) -> None:
        """The cards lie open; or someone knows now how many people would see an answer."""
        letter = row.letter
        if isinstance(letter, RevealLetter):
            event = Revealed(at=self._at(tx, letter.run), step=letter.step, turn=letter.turn)
            self._happens(tx, row, letter.run, event)
        if row.prompt is not None and audience is not None:
            prompt = prompts.load(tx, row.prompt)
            if prompt is not None:
                told = AudienceTold(
                    at=self._at(tx, prompt.run), by=prompt.member, question=prompt.question, count=audience
                )
                self._happens(tx, row, prompt.run, told)

    def audience_grew(self, tx: Tx, row: OutboxRow, count: int | None) -> None:
        """Nothing was shown: those who shared are asked again."""
        letter = row.letter
        assert isinstance(letter, RevealLetter)
        event = AudienceGrew(at=self._at(tx, letter.run), step=letter.step, turn=letter.turn, count=count)
        self._happens(tx, row, letter.run, event)

    def unreachable(self, tx: Tx, row: OutboxRow) -> None:
        """Blocked, never started, or gone: counts no longer, nobody is told why."""
        if not isinstance(row.to, ToPerson) or not people.set_reachable(tx, row.to.person, False):
            return
        for member in people.circles_of(tx, row.to.person):
            event = Unreachable(at=self.desk.at(tx, member.circle), by=member.id)
            for run in runs.open_in(tx, member.circle):
                self._happens(tx, row, run, event)

    def circle_gone(self, tx: Tx, row: OutboxRow) -> None:
        """The bot is out of the group: freeze it."""
        if isinstance(row.to, ToCircle):
            people.set_circle_state(tx, row.to.circle, "frozen")
            outbox.cancel_for_circle(tx, row.to.circle)

    def migrated(self, tx: Tx, old_chat: int, new_chat: int) -> None:
        """The same circle under another chat id."""
        people.migrate(tx, old_chat, new_chat)

    def _at(self, tx: Tx, run: RunId) -> datetime:
        return self.desk.at(tx, runs.circle_of(tx, run))

    def _happens(self, tx: Tx, row: OutboxRow, run: RunId, event: Event) -> None:
        self.runner.happens(tx, run, event, Cause(name=f"o{row.id}.{row.sends}.{type(event).__name__}.{run}"))


def _of_who_went(tx: Tx, row: OutboxRow) -> bool:
    """Whether it tells of someone, or only of people, who left or stopped while it waited: their names are gone."""

    def gone(member: MemberId) -> bool:
        found = people.member(tx, member)
        return found is None or found.state is not people.MemberState.ACTIVE

    lines = row.letter.lines if isinstance(row.letter, Note) else ()
    named = [value for line in lines for value in line.args.values()]
    return any(
        gone(value.member) if isinstance(value, Who) else all(map(gone, value.members))
        for value in named
        if isinstance(value, Who | People)
    )
