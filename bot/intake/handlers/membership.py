"""Coming and going: of the bot in a group, of people in a group, and of people in private."""

from telegram import ChatMemberUpdated, Message
from telegram.constants import ChatMemberStatus, ChatType

from bot import deeds
from bot.delivery.letters import Leave
from bot.intake.handlers import commands
from bot.intake.handlers.room import Room
from bot.storage import outbox, people, runs, tokens
from flows.events import Returned, Stopped, Unreachable
from flows.line import ui
from flows.names import CircleId, PersonId

INSIDE = frozenset({ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.RESTRICTED})


def bot_in_group(room: Room, change: ChatMemberUpdated) -> None:
    """The bot was added, made admin, or removed."""
    inside = change.new_chat_member.status in INSIDE
    if not inside:
        circle = people.circle_of_chat(room.tx, room.chat_id)
        if circle is not None:
            gone(room, circle)
        return
    circle = people.ensure_circle(room.tx, room.chat_id)
    if change.chat.type == ChatType.CHANNEL or change.chat.username:
        refuse_public(room, circle, channel=change.chat.type == ChatType.CHANNEL)
        return
    before = people.circle(room.tx, circle)
    assert before is not None
    people.set_circle_state(room.tx, circle, "active")
    if before.state != "active":
        commands.welcome(room, circle, "weer-terug")
    elif not before.welcomed:
        people.set_welcomed(room.tx, circle)
        commands.welcome(room, circle)


def refuse_public(room: Room, circle: CircleId, *, channel: bool) -> None:
    """A public group or a channel is no place for a talk about a child: say so and go."""
    people.set_circle_state(room.tx, circle, "refused")
    room.post(circle, ui("geen-kanaal" if channel else "openbare-groep"))
    room.send(outbox.ToCircle(circle), Leave())


def gone(room: Room, circle: CircleId) -> None:
    """Out of the group: nothing goes there any more; people keep their own data."""
    known = people.circle(room.tx, circle)
    if known is not None and known.state == "active":
        people.set_circle_state(room.tx, circle, "frozen")
        outbox.cancel_for_circle(room.tx, circle)


def bot_in_private(room: Room, change: ChatMemberUpdated, person: PersonId) -> None:
    """A person blocked the bot, or lifted the block."""
    reachable(room, person, change.new_chat_member.status in INSIDE)


def reachable(room: Room, person: PersonId, here: bool) -> None:
    """Tell every dialogue of this person; nobody in the group hears why someone is silent."""
    if not people.set_reachable(room.tx, person, here):
        return
    for member in people.circles_of(room.tx, person):
        at = room.desk.at(room.tx, member.circle)
        event = Returned(at=at, by=member.id) if here else Unreachable(at=at, by=member.id)
        for run in runs.open_in(room.tx, member.circle):
            room.house.runner.happens(room.tx, run, event, room.cause)


def people_came(room: Room, message: Message, circle: CircleId) -> None:
    """New people in the group: one short invitation, not one per person."""
    if any(not user.is_bot for user in message.new_chat_members):
        room.post(circle, ui("nieuw-lid"), inline=((room.button("doe-mee", "join", circle),),))


def person_left(room: Room, circle: CircleId, chat_id: int) -> None:
    """Leaving the group ends access at once."""
    person = people.person_of_chat(room.tx, chat_id)
    if person is None:
        return
    tokens.forget_person(room.tx, person, circle)
    for run in runs.open_of(room.tx, person, flow=deeds.JOINING, circle=circle):  # halfway in, and gone already
        room.house.runner.happens(room.tx, run, Stopped(at=room.desk.at(room.tx, circle)), room.cause)
    member = people.member_of(room.tx, circle, person)
    if member is None or member.state in ("left", "stopped"):
        return
    room.follow(deeds.leave(room.desk, room.tx, member.id, "left", room.cause))
