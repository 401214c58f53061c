"""Commands with which a circle says what it is: a circle or a team, its school, its goal, who is who."""

from bot import goals, schools, teams
from bot.delivery.letters import Block
from bot.intake.handlers.room import Room
from bot.storage import people
from flows.line import ui
from flows.names import CircleId, PersonId

LONGEST_NICKNAME = 20

OF_A_CHILD = frozenset({"mdo", "doel", "roepnaam"})
"""Commands that a team has no use for: there is no child there."""


def team(room: Room, circle: CircleId, person: PersonId, _: str) -> None:
    """Is this a circle around a child, or a team?"""
    member = room.member(person, circle)
    if member is None:
        room.post(circle, ui("eerst-meedoen"), inline=((room.button("doe-mee", "join", circle),),))
    elif not teams.can_be_team(room.tx, circle):
        room.post(circle, ui("team-kan-niet"))
    else:
        for follow in teams.ask(room.desk, room.tx, circle, member.id):
            room.house.runner.follow(room.tx, follow, room.cause)


def goal(room: Room, circle: CircleId, person: PersonId, _: str) -> None:
    """What the circle wants for this child, below the newest message; else how to say it."""
    member = room.member(person, circle)
    if member is None:
        room.post(circle, ui("eerst-meedoen"), inline=((room.button("doe-mee", "join", circle),),))
        return
    follows = goals.below(room.desk, room.tx, circle, member.id)
    for follow in follows:
        room.house.runner.follow(room.tx, follow, room.cause)
    key = "doel-ander" if follows else "doel-uitleg"
    room.post(circle, ui(key), inline=((room.button("doel-voorstellen", "make", circle, body={"flow": "doel"}),),))


def who(room: Room, circle: CircleId, person: PersonId, _: str) -> None:
    """Who is who and knows much about what."""
    if room.member(person, circle) is None:
        room.post(circle, ui("eerst-meedoen"), inline=((room.button("doe-mee", "join", circle),),))
        return
    everyone = Block(lines=goals.who(room.tx, circle))
    button = room.button("veel-van", "make", circle, body={"flow": "veel-van"})
    room.post(circle, ui("wie-kop"), blocks=(everyone,), inline=((button,),))


def school(room: Room, circle: CircleId, person: PersonId, _: str) -> None:
    """What kind of school is this? It chooses the words the circle reads."""
    member = room.member(person, circle)
    if member is None:
        room.post(circle, ui("eerst-meedoen"), inline=((room.button("doe-mee", "join", circle),),))
        return
    for follow in schools.ask(room.desk, room.tx, circle, member.id):
        room.house.runner.follow(room.tx, follow, room.cause)


def nickname(room: Room, circle: CircleId, person: PersonId, argument: str) -> None:
    """What the circle calls the child: one name, no surname."""
    name = " ".join(argument.split())
    if room.member(person, circle) is None:
        room.post(circle, ui("eerst-meedoen"), inline=((room.button("doe-mee", "join", circle),),))
    elif not name or " " in name or len(name) > LONGEST_NICKNAME or not name.replace("-", "").isalpha():
        room.post(circle, ui("roepnaam-hoe"))
    else:
        people.set_child(room.tx, room.desk.vault, circle, name)
        room.post(circle, ui("roepnaam-staat"))
