"""Looking at how it goes together: /peiling, /terugblik and /plaat, in the group and in private."""

from telegram import CallbackQuery

from bot import pulse
from bot.delivery.letters import Inline, PlateLetter, TrendLetter
from bot.intake.handlers.room import Room, alert, done
from bot.storage import agreements, outbox, people, runs
from bot.storage.people import Member
from bot.storage.tokens import Token
from flows import agreements as rules
from flows.agreements import LookBack
from flows.line import Count, Line, Who, Word, ui
from flows.names import CircleId, PersonId, TextKey

ROUNDS = "rounds"
"""Kind of the button that turns the pulse of every six weeks on or off."""


def pulse_in_group(room: Room, member: Member, _: str) -> None:
    """The trend as a picture, and the button that turns the rounds on or off."""
    room.send(outbox.ToCircle(member.circle), TrendLetter(inline=((_switch(room, member.circle),),)))


def pulse_in_private(room: Room, person: PersonId, _: str = "") -> None:
    """Someone's own numbers, per circle; only they can see them."""
    mine = people.circles_of(room.tx, person)
    for member in mine:
        room.send(outbox.ToPerson(person, member.id), TrendLetter())
    if not mine:
        room.say(person, ui("peiling-eigen-geen"))


def look_back(room: Room, member: Member, _: str) -> None:
    """How the steps went, for the circle itself."""
    seen = rules.look_back(agreements.of(room.tx, room.desk.vault, member.circle))
    room.post(member.circle, *_in_words(seen) if seen is not None else (ui("terugblik-geen"),))


def plate(room: Room, member: Member, _: str) -> None:
    """The filled-in plate of the talk that ended last."""
    talk = runs.last_talk(room.tx, member.circle)
    if talk is None:
        room.post(member.circle, ui("plaat-geen"))
        return
    room.send(outbox.ToCircle(member.circle), PlateLetter(talk), run=talk)


def _in_words(seen: LookBack) -> tuple[Line, ...]:
    said = [ui("terugblik-kop")]
    if seen.steps:
        said.append(ui("terugblik-stappen", stappen=Count(seen.steps), gelukt=Count(seen.done)))
    if seen.partly:
        said.append(ui("terugblik-deels", deels=Count(seen.partly)))
    if seen.days is not None:
        said.append(ui("terugblik-dagen", dagen=Count(seen.days)))
    if seen.obstacles:
        names = [Word(TextKey(f"ui/terugblik-obstakel-{obstacle}")) for obstacle in seen.obstacles]
        said.append(ui("terugblik-in-de-weg", aantal=Count(len(names)), eerste=names[0], tweede=names[-1]))
    return (*said, ui("terugblik-slot"))


def switch_rounds(room: Room, query: CallbackQuery, token: Token, member: Member) -> None:
    """A member turns them on or off, and everybody sees that."""
    wanted = bool(token.body["on"])
    if pulse.is_on(room.tx, member.circle) is wanted:
        alert(room, query.id, room.text(ui("weiger-al-gedaan"), person=member.person), loud=False)
        return
    pulse.switch(room.desk, room.tx, member.circle)
    key = "peiling-aan" if wanted else "peiling-uit"
    room.post(member.circle, ui(key, wie=Who(member.id)), inline=((_switch(room, member.circle),),))
    done(room, query.id)


def _switch(room: Room, circle: CircleId) -> Inline:
    on = pulse.is_on(room.tx, circle)
    if on:
        return room.button("peiling-uit", ROUNDS, circle, body={"on": 0})
    return room.button("peiling-aan", ROUNDS, circle, body={"on": 1})
