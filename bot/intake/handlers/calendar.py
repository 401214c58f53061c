"""The calendar under a question that asks for a day."""

from datetime import date, timedelta

from telegram import CallbackQuery

from bot.days import days_of, local_today
from bot.delivery.letters import Inline, Note, Withdraw
from bot.intake.handlers.room import Room, alert, done
from bot.storage import outbox, prompts, runs, tokens
from bot.storage.prompts import Prompt
from bot.storage.tokens import Token
from flows.dates import FURTHEST_BACK
from flows.events import DayGiven
from flows.line import ui
from flows.month import Cell, CellKind, month_of
from flows.names import PersonId
from flows.steps.when import WhenStep

FAR = timedelta(days=366)
LIFE = timedelta(days=2)
KINDS = frozenset(str(kind) for kind in CellKind)


def show_calendar(room: Room, prompt: Prompt, shown: date | None = None) -> None:
    """This month (or another), below the question."""
    today = local_today(room.tx, room.desk, prompt)
    month = shown or today
    days = days_of(room.tx, runs.circle_of(room.tx, prompt.run), room.desk.clock)
    near = (month + timedelta(days=n) for n in range(-31, 62))
    marked = {day: name for day in near if (name := days.day_off(day)) is not None}
    first = today - FURTHEST_BACK if may_be_past(room, prompt) else today
    grid = month_of(month, today=today, first=first, last=today + FAR, marked=marked)
    inline = tuple(tuple(_button(room, prompt, cell) for cell in row) for row in grid)
    room.send(outbox.ToPerson(prompt.person, prompt.member or None), Note(lines=(ui("kalender"),), inline=inline))


def may_be_past(room: Room, prompt: Prompt) -> bool:
    """Whether this question may be about a day that has been."""
    record = runs.load(room.tx, room.desk.vault, prompt.run)
    if record is None:
        return False
    step = runs.revision(room.tx, record.run.revision)[0].step(prompt.question.step)
    return isinstance(step, WhenStep) and step.past


def tapped(room: Room, query: CallbackQuery, token: Token, person: PersonId) -> None:
    """A day, another month, or an empty place."""
    prompt = prompts.load(room.tx, int(token.body["prompt"]))
    if token.person != person or prompt is None:
        alert(room, query.id, room.text(ui("niet-voor-jou"), person=person))
        return
    if prompt.state == "closed":
        alert(room, query.id, room.text(ui("knop-oud"), person=person))
        return
    done(room, query.id)
    if token.kind == CellKind.PLAIN:
        return
    if query.message is not None:  # one calendar is enough
        old = Withdraw(chat_id=room.chat_id, message_id=query.message.message_id, buttons_only=True)
        room.send(outbox.ToPerson(person, None), old)
    day = date.fromisoformat(str(token.body["day"]))
    if token.kind == CellKind.MONTH:
        show_calendar(room, prompt, day)
        return
    at = room.desk.at(room.tx, runs.circle_of(room.tx, prompt.run))
    event = DayGiven(at=at, by=prompt.member, question=prompt.question, days=(day,))
    room.refuse(person, room.house.runner.happens(room.tx, prompt.run, event, room.cause), prompt.run)


def _button(room: Room, prompt: Prompt, cell: Cell) -> Inline:
    token = tokens.mint(
        room.tx,
        kind=cell.kind,
        person=prompt.person,
        run=prompt.run,
        body={"prompt": prompt.id, "day": cell.day.isoformat() if cell.day is not None else ""},
        ttl=LIFE,
        clock=room.desk.clock,
    )
    return Inline(plain=cell.text, token=token)
