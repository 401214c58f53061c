"""/pauze, /instellingen and /vakantie: when the calendar may speak, to one person or in one circle."""

from bot import wishes
from bot.intake.handlers.room import Room
from bot.storage import people
from bot.storage.people import Member
from flows.dates import read_period
from flows.line import Count, Day, ui
from flows.manners import LONGEST_PAUSE
from flows.names import PersonId


def settings(room: Room, person: PersonId, _: str) -> None:
    """What I chose for myself, and what waits because of it."""
    for member in _somewhere(room, person):
        room.follow(wishes.begin_settings(room.desk, room.tx, member))


def pause_me(room: Room, person: PersonId, argument: str) -> None:
    """Rest for me: until the day that was typed behind it, else asked for."""
    today, language = room.desk.at(room.tx, None).date(), people.language_of(room.tx, person)
    until = wishes.pause_day(argument, today, language) if argument else None
    for member in _somewhere(room, person):
        if until is None:
            room.follow(wishes.begin_pause(room.desk, room.tx, member))
        else:
            wishes.pause_person(room.desk, room.tx, person, until)
            room.say(person, ui("pauze-staat", tot=Day(until)))


def pause_circle(room: Room, member: Member, argument: str) -> None:
    """Rest for the circle; any member may, and may end it."""
    if not argument:
        room.follow(wishes.begin_circle_pause(room.desk, room.tx, member))
        return
    until = wishes.pause_day(argument, room.desk.at(room.tx, member.circle).date(), member.language)
    if until is None:
        room.post(member.circle, ui("pauze-hoe", dagen=Count(LONGEST_PAUSE)))
    else:
        room.post(member.circle, wishes.pause_of_circle(room.desk, room.tx, member.circle, until))


def days_of_circle(room: Room, member: Member, argument: str) -> None:
    """The school's region and the circle's own free days."""
    if not argument:
        room.follow(wishes.begin_circle_days(room.desk, room.tx, member))
        return
    today = room.desk.at(room.tx, member.circle).date()
    period = read_period(argument, today=today, language=member.language)
    if period is None:
        room.post(member.circle, ui("vakantie-hoe"))
    else:
        room.post(member.circle, wishes.free_days_of_circle(room.desk, room.tx, member.circle, period))


def _somewhere(room: Room, person: PersonId) -> list[Member]:
    """One membership to speak through: what somebody chooses for themself holds in every circle."""
    found = people.circles_of(room.tx, person)[:1]
    if not found:
        room.say(person, ui("geen-lid-prive"))
    return found
