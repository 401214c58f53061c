"""Commands with which a circle says what it is: a circle or a team, its school, its goal, who is who."""

from bot import goals, schools, teams
from bot.delivery.letters import Block
from bot.intake.handlers.room import Room
from bot.storage import people
from bot.storage.people import Member
from flows.line import ui

LONGEST_NICKNAME = 20

OF_A_CHILD = frozenset({"mdo", "doel", "roepnaam"})
"""Commands that a team has no use for: there is no child there."""


def team(room: Room, member: Member, _: str) -> None:
    """Is this a circle around a child, or a team?"""
    if not teams.can_be_team(room.tx, member.circle):
        room.post(member.circle, ui("team-kan-niet"))
    else:
        room.follow(teams.ask(room.desk, room.tx, member.circle, member.id))


def goal(room: Room, member: Member, _: str) -> None:
    """What the circle wants for this child, below the newest message; else how to say it."""
    follows = goals.below(room.desk, room.tx, member.circle, member.id)
    room.follow(follows)
    key = "doel-ander" if follows else "doel-uitleg"
    button = room.button("doel-voorstellen", "make", member.circle, body={"flow": "doel"})
    room.post(member.circle, ui(key), inline=((button,),))


def who(room: Room, member: Member, _: str) -> None:
    """Who is who and knows much about what."""
    everyone = Block(lines=goals.who(room.tx, member.circle))
    button = room.button("veel-van", "make", member.circle, body={"flow": "veel-van"})
    room.post(member.circle, ui("wie-kop"), blocks=(everyone,), inline=((button,),))


def school(room: Room, member: Member, _: str) -> None:
    """What kind of school is this? It chooses the words the circle reads."""
    room.follow(schools.ask(room.desk, room.tx, member.circle, member.id))


def nickname(room: Room, member: Member, argument: str) -> None:
    """What the circle calls the child: one name, no surname."""
    name = " ".join(argument.split())
    if not name or " " in name or len(name) > LONGEST_NICKNAME or not name.replace("-", "").isalpha():
        room.post(member.circle, ui("roepnaam-hoe"))
    else:
        people.set_child(room.tx, room.desk.vault, member.circle, name)
        room.post(member.circle, ui("roepnaam-staat"))
