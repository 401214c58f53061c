"""A private message: a piece of an answer, a label, a day, or something that has no question."""

import json
from datetime import datetime

from telegram import Message

from bot import check_ins, questions, typed
from bot.check_ins import CHECK_IN
from bot.days import local_today
from bot.delivery.letters import Note
from bot.intake.handlers import coaching
from bot.intake.handlers.calendar import may_be_past, show_calendar
from bot.intake.handlers.room import Room, bare, is_control_word, label_of
from bot.storage import outbox, people, prompts, runs, words
from bot.storage.prompts import Prompt
from flows import delicate
from flows.answering import READY
from flows.dates import read_date
from flows.effects import Expect, Label
from flows.events import DayGiven, Pressed, Said
from flows.flow import Setting
from flows.line import Line, ui
from flows.manners import DeliveryClass
from flows.moments import AskMoment, OpeningMoment
from flows.names import CircleId, FlowId, Form, OptionId, PersonId
from flows.steps.when import CALENDAR

OWN_CARD = FlowId("eigen-kaart")
BIGGEST_FILE = 20 << 20  # getFile gives no more (docs/explanation/telegram.md)
HELP_WORDS = frozenset({"hulp", "help", "hulp nodig?"})
WIPE = "wis mijn oefening"


def message(room: Room, message: Message, person: PersonId) -> None:
    """Everything in private that is not a command."""
    if message.text is not None and bare(message.text) in map(bare, HELP_WORDS):
        room.say(person, ui("hulp-kaart"))
        return
    if message.text is not None and bare(message.text) == bare(WIPE):
        coaching.wipe(room, person)
        return
    prompt = _asked(room, message, person)
    if delicate.speaks_of_danger(message.text or message.caption or ""):
        asked = prompt is not None and prompt.state != "closed"
        about = prompt.run if asked and prompt is not None else room.desk.at(room.tx, None).date()
        _once(room, person, ui("hulp-bij-woorden"), ui("hulp-kaart"), key=f"danger:{person}:{about}")
    if prompt is None or prompt.person != person:
        known = people.consented(room.tx, person)
        room.say(person, ui("geen-vraag-open" if known else "geen-lid-prive"))
        return
    if message.forward_origin is not None:
        room.say(person, ui("doorgestuurd"))
    elif message.text is not None:
        _text(room, message, prompt, message.text)
    elif message.voice is not None or message.photo:
        _media(room, message, prompt)
    else:
        room.say(person, ui("alleen-tekst-spraak-foto"))


def edited(room: Room, message: Message, person: PersonId) -> None:
    """An edited message changes nothing, and its writer hears how to change an answer."""
    prompt = prompts.answered_by(room.tx, room.chat_id, message.message_id)
    record = runs.load(room.tx, room.desk.vault, prompt.run) if prompt is not None else None
    if prompt is None or record is None or record.setting is not Setting.TALK:
        room.say(person, ui("aangepast-anders"))
        return
    still = record.open and record.run.at == prompt.question.step
    room.say(person, ui("aangepast-bericht" if still else "aangepast-te-laat"))


def answered_in_group(room: Room, circle: CircleId, person: PersonId, board: int) -> None:
    """Someone answered under our board what was asked in private: told once, in private, and nothing is kept."""
    run = runs.with_board_at(room.tx, room.chat_id, board)
    record = runs.load(room.tx, room.desk.vault, run) if run is not None else None
    member = room.member(person, circle)
    if record is None or member is None or not isinstance(record.run.moment, AskMoment):
        return  # people talking under the board: we do not read along
    writer = record.run.moment.writers.get(member.id)
    if writer is not None and not writer.finished:
        _once(room, person, ui("in-groep-geantwoord"), key=f"in-group:{record.run.id}:{member.id}")


def _asked(room: Room, message: Message, person: PersonId) -> Prompt | None:
    reply = message.reply_to_message.message_id if message.reply_to_message is not None else None
    return questions.answered_by(room.tx, person, room.chat_id, message.message_id, reply)


def _text(room: Room, message: Message, prompt: Prompt, text: str) -> None:
    label = label_of(room, prompt.wording.labels, text, prompt.person, prompt.run)
    if label is not None:
        _pressed(room, prompt, label)
    elif (prompt.state == "closed" or prompt.expect is Expect.LABEL) and _of_an_opening(room, prompt):
        _said(room, message, prompt, Form.TEXT, text, text)  # refused there, with how to add to it
    elif prompt.state == "closed":
        room.say(prompt.person, ui("weiger-dicht"))
    elif prompt.expect is Expect.DAY:
        _day(room, prompt, text)
    elif prompt.expect is Expect.LABEL:
        room.say(prompt.person, ui("weiger-kies-een-knop"))
    elif prompt.expect is Expect.NOTE and is_control_word(room, text, prompt.person):
        room.say(prompt.person, ui("weiger-alleen-tekst"))
    elif prompt.expect is Expect.WORDS and is_control_word(room, text, prompt.person):
        # "Klaar" as the very first answer is asked back (decision 0003)
        _happens(
            room,
            prompt,
            Pressed(at=_now(room, prompt), by=prompt.member, question=prompt.question, option=READY),
        )
    else:
        if prompt.expect is Expect.NOTE:  # it will stand in lists, between other things
            text = typed.one_line(text, most=len(text))
        _said(room, message, prompt, Form.TEXT, text, text)


def _of_an_opening(room: Room, prompt: Prompt) -> bool:
    record = runs.load(room.tx, room.desk.vault, prompt.run)
    return record is not None and isinstance(record.run.moment, OpeningMoment)


def _media(room: Room, message: Message, prompt: Prompt) -> None:
    file = message.voice if message.voice is not None else message.photo[-1]
    if (file.file_size or 0) > BIGGEST_FILE:
        room.say(prompt.person, ui("te-groot"))
        return
    if prompt.state == "closed":
        room.say(prompt.person, ui("weiger-dicht"))
        return
    if prompt.expect is Expect.LABEL or prompt.expect is Expect.DAY:
        room.say(prompt.person, ui("weiger-kies-een-knop"))
        return
    if prompt.expect is Expect.NOTE:
        room.say(prompt.person, ui("weiger-alleen-tekst"))
        return
    form = Form.VOICE if message.voice is not None else Form.PHOTO
    caption = message.caption or ""
    body = json.dumps({"file_id": file.file_id, "caption": caption}, ensure_ascii=False)
    _said(room, message, prompt, form, body, caption)


def _said(room: Room, message: Message, prompt: Prompt, form: Form, body: str, text: str) -> None:
    record = runs.load(room.tx, room.desk.vault, prompt.run)
    assert record is not None and record.circle is not None, "a question that asks for words belongs to a circle"
    if delicate.holds_citizen_number(text):
        room.say(prompt.person, ui("weiger-bsn"))
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
        at=_now(room, prompt), by=prompt.member, question=prompt.question, words=kept, form=form, size=_units(text)
    )
    if _happens(room, prompt, event):
        words.erase(room.tx, (kept,))
        return
    prompts.piece(room.tx, room.chat_id, message.message_id, prompt.id, kept)
    about = delicate.worth_asking(text, today=local_today(room.tx, room.desk, prompt))
    if about is None and record.run.flow == OWN_CARD and delicate.sounds_like_blame(text):
        about = delicate.Delicate.BLAME
    if about is not None:  # one gentle question, not one at each message
        _once(room, prompt.person, ui(about), key=f"{about}:{prompt.run}:{prompt.member}")


def _once(room: Room, person: PersonId, *lines: Line, key: str) -> None:
    outbox.enqueue(
        room.tx,
        to=outbox.ToPerson(person, None),
        klass=DeliveryClass.REPLY,
        letter=Note(lines=lines),
        dedupe=key,
        clock=room.desk.clock,
    )


def _day(room: Room, prompt: Prompt, text: str) -> None:
    language, today = people.language_of(room.tx, prompt.person), local_today(room.tx, room.desk, prompt)
    read = read_date(text, today=today, past=may_be_past(room, prompt), language=language)
    event = DayGiven(at=_now(room, prompt), by=prompt.member, question=prompt.question, days=read.days, past=read.past)
    _happens(room, prompt, event)


def _pressed(room: Room, prompt: Prompt, label: Label) -> None:
    if label.id == CALENDAR and prompt.state != "closed":
        show_calendar(room, prompt)
        return
    if prompt.state == "closed":
        prompt = _asked_anew(room, prompt) or prompt
    event = Pressed(at=_now(room, prompt), by=prompt.member, question=prompt.question, option=OptionId(label.id))
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


def _asked_anew(room: Room, prompt: Prompt) -> Prompt | None:
    """Word on how an agreement went is welcome after its question has closed: it is asked anew and answered."""
    record = runs.load(room.tx, room.desk.vault, prompt.run)
    if record is None or record.run.flow != CHECK_IN or record.agreement is None:
        return None
    room.follow(check_ins.ask_late(room.desk, room.tx, record.agreement, prompt.member, prompt.question.step))
    for run in runs.about(room.tx, record.agreement):
        for asked in prompts.of_run(room.tx, run):
            if asked.member == prompt.member and asked.question.step == prompt.question.step:
                return asked
    return None
