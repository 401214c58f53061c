"""One stored update, handled within its transaction: who is it, where, and which handler is it for."""

import re

from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatType, MessageEntityType

from bot.acts import Cause
from bot.coaching import SIGNPOST
from bot.intake.handlers import buttons, commands, membership, private
from bot.intake.handlers.private import HELP_WORDS
from bot.intake.handlers.room import House, Room
from bot.intake.process import Answer
from bot.library import Library
from bot.storage import outbox, people
from bot.storage.database import Tx
from bot.strings import Strings
from flows.line import ui
from flows.names import CircleId, FlowId, Language, PersonId, TextKey
from flows.schools import PLAIN
from flows.steps.choose import ChooseStep
from flows.texts import HOME

ANONYMOUS_ADMIN, CHANNEL_RELAY, SEND_AS_CHANNEL = 1087968824, 777000, 136817688  # docs/explanation/telegram.md
_FOR_ANOTHER_BOT = re.compile(r"/\w+@\w+(\s|$)")
NOT_PEOPLE = frozenset({ANONYMOUS_ADMIN, CHANNEL_RELAY, SEND_AS_CHANNEL})


class Handling:
    """Translates updates. A raise rolls the update back; returning means it is done."""

    def __init__(self, house: House) -> None:
        self.house = house

    def __call__(self, tx: Tx, body: dict[str, object]) -> tuple[Answer, ...]:
        """Handle one update as Telegram sent it (less what may not be stored)."""
        update = Update.de_json(body, None)
        chat = update.effective_chat
        if chat is None:
            return ()
        room = Room(self.house, tx, Cause(name=f"u{update.update_id}"), chat.id)
        private_chat = chat.type == ChatType.PRIVATE
        match update:
            case Update(callback_query=CallbackQuery() as query):
                self._tap(room, query, private_chat)
            case Update(my_chat_member=change) if change is not None:
                if private_chat:
                    person = self._person(room, change.from_user)
                    membership.bot_in_private(room, change, person)
                else:
                    membership.bot_in_group(room, change)
            case Update(edited_message=Message() as message) if private_chat and message.from_user:
                private.edited(room, message, self._actor(room, message.from_user, private_chat))
            case Update(message=Message() as message):
                self._message(room, message, private_chat)
            case _:
                pass
        return tuple(room.answers)

    def _tap(self, room: Room, query: CallbackQuery, private_chat: bool) -> None:
        if query.from_user.is_bot:
            return
        buttons.tap(room, query, self._actor(room, query.from_user, private_chat))

    def _message(self, room: Room, message: Message, private_chat: bool) -> None:
        if private_chat:
            self._in_private(room, message)
            return
        if message.migrate_to_chat_id is not None:
            people.migrate(room.tx, room.chat_id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id is not None:
            people.migrate(room.tx, message.migrate_from_chat_id, room.chat_id)
        else:
            self._in_group(room, message)

    def _in_private(self, room: Room, message: Message) -> None:
        if message.from_user is None or message.from_user.is_bot:
            return
        person = self._actor(room, message.from_user, True)
        membership.reachable(room, person, True)  # who writes can be written to
        command = _command(message, self.house.username)
        if command is not None:
            commands.in_private(room, person, *command)
        elif _FOR_ANOTHER_BOT.match(message.text or ""):
            room.say(person, ui("onbekende-opdracht"))
        else:
            private.message(room, message, person)

    def _in_group(self, room: Room, message: Message) -> None:
        circle = people.ensure_circle(room.tx, room.chat_id)
        if message.chat.username:
            known = people.circle(room.tx, circle)
            if known is not None and known.state != "refused":
                membership.refuse_public(room, circle, channel=False)
            return
        if message.new_chat_members:
            membership.people_came(room, message, circle)
        elif message.left_chat_member is not None:
            membership.person_left(room, circle, message.left_chat_member.id)
        else:
            self._command_in_group(room, message, circle)

    def _command_in_group(self, room: Room, message: Message, circle: CircleId) -> None:
        command = _command(message, self.house.username)
        sender = message.from_user
        if sender is None or message.sender_chat is not None or sender.id in NOT_PEOPLE:
            if command is not None:
                room.post(circle, ui("anoniem-niet"))
            return
        if sender.is_bot:
            return
        person = self._actor(room, sender, False, circle)
        if command is not None:
            commands.in_group(room, circle, person, *command)
        elif message.reply_to_message is not None:
            private.answered_in_group(room, circle, person, message.reply_to_message.message_id)

    def _actor(self, room: Room, user: User, private_chat: bool, circle: CircleId | None = None) -> PersonId:
        """Who acts, noted in the cause: it decides what may be answered at once."""
        person = self._person(room, user)
        room.cause.person = person
        room.cause.asked = private_chat
        room.cause.first_name = user.first_name
        room.cause.circle = circle or (None if private_chat else people.circle_of_chat(room.tx, room.chat_id))
        if room.cause.circle is not None:
            people.touch_circle(room.tx, room.cause.circle, self.house.desk.seconds())
        if private_chat:
            outbox.person_spoke(room.tx, person)
        people.refresh_name(room.tx, self.house.desk.vault, person, user.first_name)
        return person

    def _person(self, room: Room, user: User) -> PersonId:
        return people.ensure_person(room.tx, user.id, language_of(user.language_code, self.house.desk.library))


def language_of(app: str | None, library: Library) -> Language:
    """The language of somebody's app, when Praatmaat is published in it."""
    spoken = (app or "").lower().partition("-")[0]
    return next((language for language in library.languages if language == spoken), HOME)


def _command(message: Message, username: str) -> tuple[str, str] | None:
    """A command addressed to us, with what stands behind it; '/x@another' is not ours."""
    text = message.text or ""
    for entity in message.entities:
        if entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0:
            name, _, bot = text[1 : entity.length].partition("@")
            if bot and bot.casefold() != username.casefold():
                return None
            return name.casefold(), text[entity.length :].strip()
    return None


def control_labels(library: Library, strings: Strings) -> frozenset[str]:
    """The words of our own keyboards that someone may send before they consented: joining, and looking for help."""
    said = {
        wording.said(library.texts(flow).get(language, TextKey(f"{step.id}.{option}")), language)
        for flow in (FlowId("meedoen"), SIGNPOST)
        for step in library.flow(flow).steps
        if isinstance(step, ChooseStep)
        for option in step.options
        for language in (HOME, *library.languages)
        for wording in (PLAIN, *library.schools.values())
    }
    return frozenset({*said, *HELP_WORDS})


def on_flood(house: House, tx: Tx, chat_id: int, update_id: int) -> None:
    """Someone sends faster than anyone reads: one notice, in private only."""
    person = people.person_of_chat(tx, chat_id)
    if person is not None:
        Room(house, tx, Cause(name=f"flood{update_id}"), chat_id).say(person, ui("te-snel"))


def on_dead(house: House, tx: Tx, chat_id: int, update_id: int) -> None:
    """An update that could not be handled three times: an honest word to who sent it, in private only."""
    person = people.person_of_chat(tx, chat_id)
    if person is not None:
        Room(house, tx, Cause(name=f"dead{update_id}"), chat_id).say(person, ui("bericht-niet-verwerkt"))
