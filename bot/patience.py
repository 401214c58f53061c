"""A question of the calendar has its whole time from when it was put: what the gate holds can't run out unseen."""

from bot.days import days_of
from bot.desk import Desk
from bot.storage import prompts, runs, timers
from bot.storage.database import Tx
from bot.storage.prompts import Prompt
from bot.storage.timers import Timer
from flows import manners
from flows.events import Purpose
from flows.manners import DeliveryClass, Duration, Unit
from flows.steps.choose import ChooseStep
from flows.steps.when import WhenStep
from flows.steps.who import WhoStep
from flows.steps.write import WriteStep

_LATER = Duration(1, Unit.SCHOOL_DAYS)


def put_off(desk: Desk, tx: Tx, timer: Timer) -> bool:
    """Whether this is the deadline of a question that was never put: then it comes back later instead."""
    if timer.purpose != Purpose.DEADLINE or timer.run is None:
        return False
    asked = (p for p in prompts.of_run(tx, timer.run) if p.question.step == timer.step)
    if not any(p.klass is DeliveryClass.NUDGE and not prompts.was_put(tx, p.id) for p in asked):
        return False
    _wake(desk, tx, timer, _LATER)
    return True


def begins(desk: Desk, tx: Tx, prompt: Prompt) -> None:
    """It is put now, for the first time: its deadline counts from here."""
    if prompt.klass is not DeliveryClass.NUDGE or prompts.was_put(tx, prompt.id):
        return
    record = runs.load(tx, desk.vault, prompt.run)
    for timer in timers.of_run(tx, prompt.run, Purpose.DEADLINE):
        if record is None or timer.step != prompt.question.step:
            continue
        flow, _ = runs.revision(tx, record.run.revision)
        step = flow.step(prompt.question.step)
        if isinstance(step, ChooseStep | WriteStep | WhoStep | WhenStep):
            _wake(desk, tx, timer, step.deadline.at(record.run.pace))


def _wake(desk: Desk, tx: Tx, timer: Timer, wait: Duration) -> None:
    assert timer.run is not None
    days = days_of(tx, runs.circle_of(tx, timer.run), desk.clock)
    timers.put_again(tx, timer, due_at=manners.after(desk.clock.now(), wait, days).timestamp())
