"""The lists and cards of agreements: shown when asked for, and the taps on their buttons in private."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from telegram import CallbackQuery

from bot import agenda, check_ins, overview, promises, questions, weekly
from bot.beginnings import begin_private
from bot.card import card
from bot.changes import Wanted, begin_change
from bot.delivery.letters import AgendaLetter, Block, Inline
from bot.desk import Follow
from bot.intake.handlers.room import Room, alert, done
from bot.overview import Item
from bot.storage import agreements, looking_on, outbox, prompts, runs, tokens
from bot.storage.people import Member
from bot.storage.tokens import Token
from flows.agreements import Agreement, Kind, Place, State, concerns, may_withdraw, place
from flows.line import ui
from flows.names import AgreementId, CircleId, FlowId, PersonId

LIFE = timedelta(days=60)
"""Of the buttons under a list or a card; what they lead to is looked up anew at each tap."""
IN_A_ROW = 5
AKKOORD = FlowId("akkoord")
OF_A_CARD = frozenset({"card", "answer", "withdraw", "report", "agenda", *Wanted})
KINDS = OF_A_CARD | {"mine", "behind", "agenda-all", "week-on", "week-off"}
_CALLED: Mapping[str, str] = {
    "answer": "akkoord-geven",
    "withdraw": "toch-niet-voorstellen",
    "report": "hoe-ging-het",
    Wanted.CHANGE: "aanpassen",
    Wanted.HAND_OVER: "overdragen",
    Wanted.DROP: "ermee-stoppen",
    "agenda": "in-mijn-agenda",
}
_ROWS = (("answer", "report"), ("withdraw",), (Wanted.CHANGE, Wanted.HAND_OVER), (Wanted.DROP,), ("agenda",))


def show_mine(room: Room, person: PersonId) -> None:
    """What this person promised, waits for and sees others do, over all their circles; a message for each list."""
    lists = overview.of_person(room.tx, room.desk.vault, person)
    if not lists:
        room.say(person, ui("afspraken-geen-prive"), inline=_to_what_is_behind(room, person))
    for listed in lists:
        last = listed is lists[-1]
        room.say(
            person,
            listed.head,
            blocks=(*listed.blocks, *((Block(lines=(ui("afspraken-tik"),)),) if last else ())),
            inline=(*numbers(room, listed.items, person), *(_below_lists(room, person) if last else ())),
        )


def show_in_group(room: Room, circle: CircleId) -> None:
    """The short board of a circle; its numbers lead whoever taps to the card, in private."""
    listed = overview.of_circle(room.tx, room.desk.vault, circle)
    tip = (Block(lines=(ui("afspraken-tik-groep"),)),) if listed.items else ()
    below = ((room.button("mijn-afspraken", "mine", circle),),) if listed.items else ()
    inline = (*numbers(room, listed.items, None), *below, (room.button("afspraak-maken", "make", circle),))
    room.post(circle, listed.head, blocks=(*listed.blocks, *tip), inline=inline)


def numbers(room: Room, items: tuple[Item, ...], person: PersonId | None) -> tuple[tuple[Inline, ...], ...]:
    """A button for each item, with its number on the list. `person` None: for whoever taps, in the group."""
    buttons = [_number(room, item, person) for item in items]
    return tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))


def show_card(room: Room, member: Member, id: AgreementId) -> None:
    """The card of one agreement of this member's circle, with what they may do with it."""
    agreement = agreements.load(room.tx, room.desk.vault, id)
    if agreement is None or agreement.circle != member.circle:
        room.say(member.person, ui("knop-oud"))
        return
    if looking_on.looks_on(room.tx, member.id) and not concerns(agreement, member.id):
        room.say(member.person, ui("kaart-niet-bij-meekijken"))
        return
    room.say(
        member.person,
        blocks=card(room.tx, room.desk.vault, agreement, member),
        inline=_below_card(room, member, agreement),
        member=member.id,
    )


def tapped(room: Room, query: CallbackQuery, token: Token, person: PersonId) -> None:
    """A button under a list, a card or the overview of the week."""
    if token.person != person:
        alert(room, query.id, room.text(ui("niet-voor-jou"), person=person))
    elif token.kind in OF_A_CARD:
        _on_card(room, query, token, person)
    else:
        done(room, query.id)
        _on_lists(room, token.kind, person)


def _on_lists(room: Room, kind: str, person: PersonId) -> None:
    match kind:
        case "mine":
            show_mine(room, person)
        case "behind":
            _show_behind(room, person)
        case "agenda-all":
            _send_file(room, person, None, None)
        case "week-on":
            weekly.begin(room.desk, room.tx, person)
            off = weekly.button_off(room.desk, room.tx, person)
            room.say(person, ui("weekoverzicht-aan"), inline=((off,),))
        case _:
            weekly.end(room.tx, person)
            room.say(person, ui("weekoverzicht-uit"))


def _on_card(room: Room, query: CallbackQuery, token: Token, person: PersonId) -> None:
    member = room.member(person, token.circle) if token.circle is not None else None
    if member is None:
        alert(room, query.id, room.text(ui("weiger-vreemde"), person=person))
        return
    id = AgreementId(int(token.body["agreement"]))
    agreement = agreements.load(room.tx, room.desk.vault, id)
    if agreement is None:
        alert(room, query.id, room.text(ui("knop-oud"), person=person))
    elif token.kind not in ("card", "agenda", *_may(agreement, member)):
        alert(room, query.id, room.text(ui("weiger-al-gedaan"), person=person))
    else:
        done(room, query.id)
        match token.kind:
            case "card":
                show_card(room, member, id)
            case "agenda":
                _send_file(room, person, member, id)
            case "report":
                _ask_now(room, member, agreement, check_ins.CHECK_IN)
            case "withdraw":
                room.say(person, ui("voorstel-teruggenomen"), member=member.id)
                room.follow(promises.withdraw(room.desk, room.tx, agreement, member.id, room.cause))
            case "answer":
                _ask_now(room, member, agreement, AKKOORD)
            case wanted:
                room.follow(begin_change(room.desk, room.tx, agreement, member.id, Wanted(wanted)))


def _may(agreement: Agreement, member: Member) -> tuple[str, ...]:
    """What this member may do from the card: give their akkoord, take back what they proposed, or change their part."""
    if agreement.state is State.PROPOSED:
        answer = ("answer",) if place(agreement, member.id) is Place.MINE else ()
        return (*answer, "withdraw") if may_withdraw(agreement, member.id) else answer
    if not agreement.open_for(member.id):
        return ()
    return (Wanted.CHANGE, Wanted.DROP) if agreement.kind is Kind.WORKING else ("report", *Wanted)


def _ask_now(room: Room, member: Member, agreement: Agreement, flow: FlowId) -> None:
    """The question that is open about it already, put again; or this dialogue from its beginning."""
    for run in runs.about(room.tx, agreement.id):
        record = runs.load(room.tx, room.desk.vault, run)
        for prompt in prompts.of_run(room.tx, run):
            if record is not None and record.run.flow == flow and prompt.person == member.person:
                questions.take_up(room.tx, prompt)
                questions.put(room.tx, prompt, room.cause, room.desk.clock)
                return
    room.follow(_begun(room, member, agreement, flow))


def _begun(room: Room, member: Member, agreement: Agreement, flow: FlowId) -> Sequence[Follow]:
    if flow == check_ins.CHECK_IN:
        first = room.desk.library.flow(flow).steps[0].id
        return check_ins.ask_late(room.desk, room.tx, agreement.id, member.id, first)
    about = check_ins.about(agreement, member.id)
    return begin_private(room.desk, room.tx, flow, member.circle, member.id, about=about, agreement=agreement.id)


def _send_file(room: Room, person: PersonId, member: Member | None, id: AgreementId | None) -> None:
    if not agenda.entries(room.tx, room.house.renderer, person, id):
        room.say(person, ui("agenda-leeg"))
        return
    to = outbox.ToPerson(person, member.id if member is not None else None)
    room.send(to, AgendaLetter(caption=ui("agenda-bestand"), agreement=id))


def _below_lists(room: Room, person: PersonId) -> tuple[tuple[Inline, ...], ...]:
    week = "niet-meer-elke-week" if weekly.wanted(room.tx, person) else "elke-week"
    kind = "week-off" if weekly.wanted(room.tx, person) else "week-on"
    rows = [(room.button(week, kind, None, person=person, ttl=LIFE),)]
    if agenda.entries(room.tx, room.house.renderer, person, None):
        rows.insert(0, (room.button("alles-in-mijn-agenda", "agenda-all", None, person=person, ttl=LIFE),))
    return (*rows, *_to_what_is_behind(room, person))


def _to_what_is_behind(room: Room, person: PersonId) -> tuple[tuple[Inline, ...], ...]:
    if overview.of_behind(room.tx, room.desk.vault, person) is None:
        return ()
    return ((room.button("wat-klaar-is", "behind", None, person=person, ttl=LIFE),),)


def _show_behind(room: Room, person: PersonId) -> None:
    listed = overview.of_behind(room.tx, room.desk.vault, person)
    if listed is None:
        room.say(person, ui("afspraken-geen-prive"))
        return
    room.say(person, listed.head, blocks=listed.blocks, inline=numbers(room, listed.items, person))


def _below_card(room: Room, member: Member, agreement: Agreement) -> tuple[tuple[Inline, ...], ...]:
    kept = agenda.entries(room.tx, room.house.renderer, member.person, agreement.id)
    may = {*_may(agreement, member), *(("agenda",) if kept else ())}

    def button(kind: str) -> Inline:
        body = {"agreement": int(agreement.id)}
        return room.button(_CALLED[kind], kind, member.circle, person=member.person, body=body, ttl=LIFE)

    rows = (tuple(button(kind) for kind in row if kind in may) for row in _ROWS)
    return tuple(row for row in rows if row)


def _number(room: Room, item: Item, person: PersonId | None) -> Inline:
    token = tokens.mint(
        room.tx,
        kind="card",
        circle=item.circle,
        person=person,
        body={"agreement": int(item.id)},
        ttl=LIFE,
        clock=room.desk.clock,
    )
    return Inline(plain=str(item.number), token=token)
