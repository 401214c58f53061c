"""The one transaction: load a run, let flows decide, save it, and set out what it asks of the world."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from bot import opening
from bot.acts import Cause
from bot.desk import Beginning, Desk, Follow, Happening
from bot.performing import perform
from bot.storage import runs
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows.effects import Refuse
from flows.engine import advance
from flows.events import Event, Started
from flows.names import RunId
from flows.run import Run


class Runner:
    """Applies events to runs, and events that follow from them. All within the caller's transaction."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def begin(self, tx: Tx, beginning: Beginning, cause: Cause) -> Sequence[Refuse]:
        """A new run, walked to its first question."""
        return self._work(tx, beginning, cause)

    def happens(self, tx: Tx, run: RunId, event: Event, cause: Cause) -> Sequence[Refuse]:
        """One event. What was kindly refused comes back, to be told where the person is now."""
        return self._work(tx, Happening(run, event), cause)

    def follow(self, tx: Tx, follow: Follow, cause: Cause) -> Sequence[Refuse]:
        """Either of both, as a deed or a timer asks for it."""
        return self._work(tx, follow, cause)

    def _work(self, tx: Tx, first: Follow, cause: Cause) -> Sequence[Refuse]:
        todo, refused = deque([first]), list[Refuse]()
        while todo:
            follow = todo.popleft()
            happening = follow if isinstance(follow, Happening) else self._new(tx, follow, cause)
            follows, refusals = self._apply(tx, happening, cause)
            todo.extend(follows)
            refused.extend(refusals)
        return refused

    def _apply(self, tx: Tx, happening: Happening, cause: Cause) -> tuple[Sequence[Follow], Sequence[Refuse]]:
        record = runs.load(tx, self.desk.vault, happening.run)
        if record is None:
            return (), ()
        flow, _ = runs.revision(tx, record.run.revision)
        changed, effects = advance(flow, record.run, happening.event)
        if changed != record.run:
            seen, record = record.run.version, replace(record, run=changed)
            runs.save(tx, self.desk.vault, record, seen=seen, at=self.desk.seconds())
        return perform(self.desk, tx, record, effects, cause)

    def _new(self, tx: Tx, beginning: Beginning, cause: Cause) -> Happening:
        flow = self.desk.library.flow(beginning.flow)
        runs.keep_revision(tx, flow.revision, self.desk.library.revision(flow.revision))
        run = Run(
            id=RunId(tx.new_id()),
            flow=flow.id,
            revision=flow.revision,
            participants=beginning.participants,
            starter=beginning.starter,
            pace=beginning.pace,
            about=beginning.about,
        )
        record = RunRecord(
            run=run,
            circle=beginning.circle,
            setting=flow.setting,
            origin=flow.origin,
            agreement=beginning.agreement,
            parent=beginning.parent,
            person=beginning.person,
            meeting=beginning.meeting,
        )
        runs.add(tx, self.desk.vault, record, at=self.desk.seconds())
        opening.show_card(self.desk, tx, record, cause)
        return Happening(run.id, Started(at=self.desk.at(tx, beginning.circle), by=beginning.starter))
