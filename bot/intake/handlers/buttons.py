"""Taps: the token is looked up, the tapper checked against our own tables; the button itself proves nothing."""

from telegram import CallbackQuery

from bot import helping, sparks
from bot.delivery.letters import Withdraw
from bot.intake.handlers import calendar, cards, coaching, commands, gathering, looking
from bot.intake.handlers.room import Room, alert, done, lead
from bot.storage import outbox, people, tokens
from bot.storage.people import Member
from bot.storage.tokens import Token
from flows.alone import JOIN
from flows.effects import Reason
from flows.events import Joined, Tapped
from flows.line import ui
from flows.names import CircleId, OptionId, PersonId, RunId, StepId


def tap(room: Room, query: CallbackQuery, person: PersonId) -> None:
    """One tap of one person; whatever comes of it, the tapper gets an answer."""
    token = tokens.find(room.tx, query.data or "", room.desk.clock)
    if token is None:
        alert(room, query.id, room.text(ui("knop-oud"), person=person))
        return
    if token.kind in calendar.KINDS:
        calendar.tapped(room, query, token, person)
        return
    if token.kind in cards.KINDS and token.person is not None:
        cards.tapped(room, query, token, person)
        return
    if token.kind in sparks.KINDS:
        coaching.tapped(room, query, token, person)
        return
    if token.kind == coaching.WORD:
        coaching.word_tapped(room, query, token, person)
        return
    here = people.circle_of_chat(room.tx, room.chat_id)
    if here is None or token.circle != here:
        alert(room, query.id, room.text(ui("niet-voor-jou"), person=person))
        return
    _in_group(room, query, token, person, here)


def _in_group(room: Room, query: CallbackQuery, token: Token, person: PersonId, circle: CircleId) -> None:
    member = room.member(person, circle)
    if token.kind == "how":
        alert(room, query.id, room.text(ui("hoe-werkt-het"), person=person))
    elif token.kind == "help":
        alert(room, query.id, room.text(ui("hulp-kort"), person=person))
    elif token.kind == "join" or member is None:
        lead(room, query.id, commands.invite(room, circle, person))
    else:
        _of_member(room, query, token, member)


def _of_member(room: Room, query: CallbackQuery, token: Token, member: Member) -> None:
    match token.kind:
        case "talk":
            commands.begin_talk(room, member)
            done(room, query.id)
        case looking.ROUNDS:
            looking.switch_rounds(room, query, token, member)
        case "make":
            lead(room, query.id, room.personal_link("go", member.person, member.circle, body=token.body))
        case "mine" | "card":
            body = {**token.body, "to": token.kind}
            lead(room, query.id, room.personal_link("go", member.person, member.circle, body=body))
        case helping.HELP_OUT:
            _help_out(room, query, token, member)
        case gathering.PRACTISE:
            gathering.practise(room, member)
            done(room, query.id)
        case gathering.PRINT:
            gathering.print_deck(room, member.circle, str(token.body["deck"]))
            done(room, query.id)
        case "add":
            commands.add_to_meeting(room, member.circle)
            done(room, query.id)
        case "board" if token.run is not None:
            _on_board(room, query, token, member, RunId(token.run))
        case _:
            lead(room, query.id, commands.invite(room, member.circle, member.person))


def _help_out(room: Room, query: CallbackQuery, token: Token, member: Member) -> None:
    refused = helping.offer(room.desk, room.tx, token, member.id, room.cause)
    if refused is not None:
        alert(room, query.id, room.text(refused, person=member.person))
        return
    done(room, query.id)
    if query.message is not None:  # one helper is enough
        message = Withdraw(chat_id=room.chat_id, message_id=query.message.message_id, buttons_only=True)
        room.send(outbox.ToCircle(member.circle), message)


def _on_board(room: Room, query: CallbackQuery, token: Token, member: Member, run: RunId) -> None:
    if token.body.get("private"):
        lead(room, query.id, room.personal_link("go", member.person, member.circle, run=run, body=token.body))
        return
    at, option = room.desk.at(room.tx, member.circle), OptionId(str(token.body["option"]))
    event: Tapped | Joined
    if option == JOIN:
        event = Joined(at=at, by=member.id, role=member.role)
    else:
        step, turn = StepId(str(token.body["step"])), int(token.body["turn"])
        event = Tapped(at=at, by=member.id, step=step, turn=turn, option=option)
    refused = room.house.runner.happens(room.tx, run, event, room.cause)
    if refused:
        text = room.text(room.no(refused[0]), person=member.person, run=run)
        alert(room, query.id, text, loud=refused[0].reason is not Reason.TWICE)
    else:
        done(room, query.id)
