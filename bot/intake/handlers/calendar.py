"""The calendar under a question that asks for a day."""

from datetime import date, timedelta

from telegram import CallbackQuery

from bot.days import local_today, marked_days
from bot.delivery.letters import Inline, Month
from bot.intake.handlers.room import Room, alert
from bot.storage import outbox, prompts, tokens
from bot.storage.prompts import Prompt
from bot.storage.tokens import Token
from flows.events import DayGiven
from flows.line import ui
from flows.month import month_of
from flows.names import PersonId

FAR = timedelta(days=366)
LIFE = timedelta(days=2)


def show_calendar(room: Room, prompt: Prompt) -> None:
    """This month, below the question."""
    today = local_today(room.tx, room.desk, prompt)
    room.send(outbox.ToPerson(prompt.person, prompt.member or None), _month(room, prompt, today, today, None))


def tapped(room: Room, query: CallbackQuery, token: Token, person: PersonId) -> None:
    """A day, or another month."""
    prompt = prompts.load(room.tx, int(token.body["prompt"]))
    if token.person != person or prompt is None:
        alert(room, query.id, room.text(ui("niet-voor-jou"), person=person))
        return
    if prompt.state == "closed":
        alert(room, query.id, room.text(ui("knop-oud"), person=person))
        return
    day = date.fromisoformat(str(token.body["day"]))
    message = query.message.message_id if query.message is not None else None
    if token.kind == "month":
        today = local_today(room.tx, room.desk, prompt)
        room.send(outbox.ToPerson(person, prompt.member or None), _month(room, prompt, day, today, message))
        room.answers.append(room.done(query.id))
        return
    at = room.desk.at(room.tx, None)
    event = DayGiven(at=at, by=prompt.member, question=prompt.question, days=(day,))
    refused = room.house.runner.happens(room.tx, prompt.run, event, room.cause)
    room.refuse(person, refused, prompt.run)
    room.answers.append(room.done(query.id))


def _month(room: Room, prompt: Prompt, shown: date, today: date, message: int | None) -> Month:
    """The grid of flows.month as buttons; `message`: the calendar that stands there already and is changed."""
    circle = room.circle_of(prompt)
    grid = month_of(shown, today=today, last=today + FAR, marked=marked_days(room.tx, circle, shown))

    def cell(text: str, kind: str, day: date | None) -> Inline:
        if day is None:
            return Inline.plain(text, room.blank(prompt.person))
        token = tokens.mint(
            room.tx,
            kind=kind,
            person=prompt.person,
            run=prompt.run,
            body={"prompt": prompt.id, "day": day.isoformat()},
            ttl=LIFE,
            clock=room.desk.clock,
        )
        return Inline.plain(text, token)

    return Month(line=ui("kalender"), rows=tuple(tuple(cell(*c) for c in row) for row in grid), edits=message)
