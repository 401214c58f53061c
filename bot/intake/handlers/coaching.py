"""/oefen, /zelf, /vonk, /wegwijzer and /woorden: what somebody does for themself, and the taps under it."""

from collections.abc import Sequence

from telegram import CallbackQuery

from bot import coaching, sparks
from bot.delivery.letters import Inline
from bot.intake.handlers.room import STANDING_BUTTON, Room, alert, done
from bot.storage import outbox, people, tokens
from bot.storage.people import Member
from bot.storage.tokens import Token
from flows.jargon import Jargon, find, meaning_key, slug
from flows.line import Line, Word, ui
from flows.names import CircleId, PersonId, TextKey
from flows.texts import REFERENCE

WORD = "word"
"""Kind of the button that explains a word to who taps it."""
LINK = "woorden_"
"""`/woorden_mdo` in a text of ours is the one tap that explains a word."""
IN_A_ROW = 2


def practise(room: Room, person: PersonId, _: str) -> None:
    """From a full head to a message. Who is in no circle reads the questions: their words may not be kept."""
    for member in _somewhere(room, person, "oefen-zonder-groep"):
        room.follow(coaching.practise(room.desk, room.tx, member))


def alone(room: Room, person: PersonId, _: str) -> None:
    """One card alone."""
    for member in _somewhere(room, person, "geen-lid-prive"):
        room.follow(coaching.alone(room.desk, room.tx, member))


def signpost(room: Room, person: PersonId, _: str) -> None:
    """Where somebody can turn to; open to everybody."""
    room.follow(coaching.signpost(room.desk, room.tx, person))


def wipe(room: Room, person: PersonId) -> None:
    """They typed that nothing of their practice may stay."""
    room.follow(coaching.wipe(room.desk, room.tx, person))
    room.say(person, ui("oefening-gewist"))


def spark_in_private(room: Room, person: PersonId, _: str) -> None:
    """A spark for today."""
    for member in _somewhere(room, person, "geen-lid-prive"):
        room.send(outbox.ToPerson(person, member.id), sparks.letter(room.desk, room.tx, member))


def spark_in_group(room: Room, member: Member, _: str) -> None:
    """A spark for the whole group: five minutes, one sentence each."""
    spark = sparks.next_for(room.desk, room.tx, member)
    room.follow(sparks.round_of(room.desk, room.tx, spark, member, room.cause))


def tapped(room: Room, query: CallbackQuery, token: Token, person: PersonId) -> None:
    """A button under a spark."""
    member = room.member(person, token.circle) if token.circle is not None else None
    if token.person != person or member is None:
        alert(room, query.id, room.text(ui("niet-voor-jou"), person=person))
        return
    done(room, query.id)
    match token.kind:
        case sparks.MORE:
            spark_in_private(room, person, "")
        case sparks.SHARE:
            _share(room, member, str(token.body["spark"]))
        case sparks.ON:
            sparks.begin(room.desk, room.tx, person)
            room.say(person, ui("vonk-elke-week"))
        case _:
            sparks.end(room.tx, person)
            room.say(person, ui("vonk-niet-meer"))


def _share(room: Room, member: Member, id: str) -> None:
    """Into the circle, with their name; who is in several shares it in the group itself."""
    spark = next((spark for spark in room.desk.library.sparks if spark.id == id), None)
    if spark is None or len(people.circles_of(room.tx, member.person)) > 1:
        room.say(member.person, ui("vonk-in-de-groep"))
        return
    room.follow(sparks.round_of(room.desk, room.tx, spark, member, room.cause))
    room.say(member.person, ui("vonk-gedeeld"))


def word_in_private(room: Room, person: PersonId, said: str) -> None:
    """The meaning of a word, or the words to choose from."""
    lines, inline = _explained(room, said)
    room.say(person, *lines, inline=inline)


def word_in_group(room: Room, circle: CircleId, said: str) -> None:
    """The same, for all to read."""
    lines, inline = _explained(room, said)
    room.post(circle, *lines, inline=inline)


def word_tapped(room: Room, query: CallbackQuery, token: Token, person: PersonId) -> None:
    """The meaning, visible to who taps only."""
    key = TextKey(f"{REFERENCE}{meaning_key(str(token.body['word']))}")
    alert(room, query.id, room.text(Line(key), person=person))


def _explained(room: Room, said: str) -> tuple[Sequence[Line], tuple[tuple[Inline, ...], ...]]:
    word = find(room.desk.library.jargon, said) if said else None
    if word is not None:
        return (ui("woord", woord=_name(word), uitleg=Word(TextKey(f"{REFERENCE}{word.key}"))),), ()
    buttons = [_button(room, word) for word in room.desk.library.jargon if word.offered]
    rows = tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))
    return (ui("woord-onbekend" if said else "woorden"),), rows


def _name(word: Jargon) -> Word:
    return Word(TextKey(f"{REFERENCE}{word.key}.naam"))


def _button(room: Room, word: Jargon) -> Inline:
    token = tokens.mint(
        room.tx, kind=WORD, body={"word": slug(word.word.text)}, ttl=STANDING_BUTTON, clock=room.desk.clock
    )
    return Inline(plain=word.word.text, token=token)


def _somewhere(room: Room, person: PersonId, otherwise: str) -> list[Member]:
    """One membership to speak through; who has none hears why, and what can be done."""
    found = people.circles_of(room.tx, person)[:1]
    if not found:
        room.say(person, ui(otherwise))
    return found
