"""A private message: a piece of an answer, a label, a day, or something that has no question."""

import json
from datetime import datetime

from telegram import Message

from bot import questions
from bot.days import local_today
from bot.intake.handlers.calendar import show_calendar
from bot.intake.handlers.room import Room, bare, is_control_word, label_of
from bot.storage import people, prompts, runs, words
from bot.storage.prompts import Prompt
from flows.answering import READY
from flows.dates import read_date
from flows.effects import Expect, Label
from flows.events import DayGiven, Pressed, Said
from flows.line import ui
from flows.names import Form, OptionId, PersonId
from flows.steps.when import CALENDAR

BIGGEST_FILE = 20 << 20  # getFile gives no more (telegram.md 2)
HELP_WORDS = frozenset({"hulp", "help", "hulp nodig?"})


def message(room: Room, message: Message, person: PersonId) -> None:
    """Everything in private that is not a command."""
    if message.text is not None and bare(message.text) in map(bare, HELP_WORDS):
        room.say(person, ui("hulp-kaart"), keep=True)
        return
    prompt = _asked(room, message)
    if prompt is None or prompt.person != person:
        known = people.consented(room.tx, person)
        room.say(person, ui("geen-vraag-open" if known else "geen-lid-prive"), keep=True)
        return
    if message.forward_origin is not None:
        room.say(person, ui("doorgestuurd"), keep=True)
    elif message.text is not None:
        _text(room, message, prompt, message.text)
    elif message.voice is not None or message.photo:
        _media(room, message, prompt)
    else:
        room.say(person, ui("alleen-tekst-spraak-foto"), keep=True)


def edited(room: Room, message: Message, person: PersonId) -> None:
    """An edited message changes nothing, and its writer hears how to change an answer."""
    prompt = prompts.answered_by(room.tx, room.chat_id, message.message_id)
    if prompt is None:
        return
    record = runs.load(room.tx, room.desk.vault, prompt.run)
    still = record is not None and record.open and record.run.at == prompt.question.step
    room.say(person, ui("aangepast-bericht" if still else "aangepast-te-laat"), keep=True)


def _asked(room: Room, message: Message) -> Prompt | None:
    reply = message.reply_to_message.message_id if message.reply_to_message is not None else None
    return questions.answered_by(room.tx, room.chat_id, message.message_id, reply)


def _text(room: Room, message: Message, prompt: Prompt, text: str) -> None:
    label = label_of(room, prompt.wording.labels, text, prompt.person, prompt.run)
    if label is not None:
        _pressed(room, prompt, label)
    elif prompt.state == "closed":
        room.say(prompt.person, ui("weiger-dicht"), keep=True)
    elif prompt.expect is Expect.DAY:
        _day(room, prompt, text)
    elif prompt.expect is Expect.LABEL:
        room.say(prompt.person, ui("weiger-kies-een-knop"), keep=True)
    elif prompt.expect is Expect.WORDS and is_control_word(room, text, prompt.person):
        # "Klaar" as the very first answer is asked back (design.md 6)
        _happens(
            room,
            prompt,
            Pressed(at=_now(room, prompt), by=prompt.member, question=prompt.question, option=READY),
        )
    else:
        _said(room, message, prompt, Form.TEXT, text, _units(text))


def _media(room: Room, message: Message, prompt: Prompt) -> None:
    file = message.voice if message.voice is not None else message.photo[-1]
    if (file.file_size or 0) > BIGGEST_FILE:
        room.say(prompt.person, ui("te-groot"), keep=True)
        return
    if prompt.state == "closed":
        room.say(prompt.person, ui("weiger-dicht"), keep=True)
        return
    if prompt.expect is Expect.LABEL or prompt.expect is Expect.DAY:
        room.say(prompt.person, ui("weiger-kies-een-knop"), keep=True)
        return
    if prompt.expect is Expect.NOTE:
        room.say(prompt.person, ui("weiger-alleen-tekst"), keep=True)
        return
    form = Form.VOICE if message.voice is not None else Form.PHOTO
    body = json.dumps({"file_id": file.file_id, "caption": message.caption or ""}, ensure_ascii=False)
    _said(room, message, prompt, form, body, _units(message.caption or ""))


def _said(room: Room, message: Message, prompt: Prompt, form: Form, body: str, size: int) -> None:
    record = runs.load(room.tx, room.desk.vault, prompt.run)
    if record is None or record.circle is None:
        return
    kept = words.store(
        room.tx,
        room.desk.vault,
        owner=prompt.member,
        circle=record.circle,
        run=prompt.run,
        form=form,
        body=body,
        at=room.desk.seconds(),
    )
    event = Said(
        at=_now(room, prompt), by=prompt.member, question=prompt.question, words=kept, form=form, size=size
    )
    if _happens(room, prompt, event):
        words.erase(room.tx, (kept,))
    else:
        prompts.piece(room.tx, room.chat_id, message.message_id, prompt.id, kept)


def _day(room: Room, prompt: Prompt, text: str) -> None:
    read = read_date(text, today=local_today(room.tx, room.desk, prompt))
    event = DayGiven(
        at=_now(room, prompt), by=prompt.member, question=prompt.question, days=read.days, past=read.past
    )
    _happens(room, prompt, event)


def _pressed(room: Room, prompt: Prompt, label: Label) -> None:
    if label.id == CALENDAR and prompt.state != "closed":
        show_calendar(room, prompt)
        return
    event = Pressed(
        at=_now(room, prompt), by=prompt.member, question=prompt.question, option=OptionId(label.id)
    )
    _happens(room, prompt, event)


def _happens(room: Room, prompt: Prompt, event: Said | Pressed | DayGiven) -> bool:
    """Whether it was refused."""
    refused = room.house.runner.happens(room.tx, prompt.run, event, room.cause)
    room.refuse(prompt.person, refused, prompt.run)
    return bool(refused)


def _now(room: Room, prompt: Prompt) -> datetime:
    return room.desk.at(room.tx, runs.circle_of(room.tx, prompt.run))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
