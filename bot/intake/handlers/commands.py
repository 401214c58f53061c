"""Commands, in the group and in private."""

from collections.abc import Callable, Mapping

from bot import choosing, meeting_boards, meetings, questions, teams
from bot.beginnings import begin_in_group, begin_private
from bot.desk import Beginning
from bot.intake.handlers import cards, coaching, gathering, looking, ourselves, wishes
from bot.intake.handlers.room import INVITE_LIFE, Room
from bot.storage import people, prompts, runs, tokens
from bot.storage.people import Member
from bot.storage.tokens import Token
from flows.events import Stopped, Tapped
from flows.line import ui
from flows.names import AgreementId, CircleId, FlowId, MemberId, OptionId, PersonId, Role, RunId, StepId
from flows.run import Participant

NEWCOMER = Participant(member=MemberId(0), role=Role.SUPPORTER)  # not a member yet; the role comes with joining


def in_group(room: Room, circle: CircleId, person: PersonId, name: str, argument: str) -> None:
    """A command typed in the group."""
    if name.startswith(coaching.LINK):
        coaching.word_in_group(room, circle, name.removeprefix(coaching.LINK))
        return
    handle, member = _OF_MEMBERS.get(name), room.member(person, circle)
    if name in _GROUP:
        _GROUP[name](room, circle, argument)
    elif handle is None:
        room.post(circle, ui("uitleg-groep"))
    elif name in ourselves.OF_A_CHILD and teams.is_team(room.tx, circle):
        room.post(circle, ui("niet-in-team"))
    elif member is None:
        room.post(circle, ui("eerst-meedoen"), inline=((room.button("doe-mee", "join", circle),),))
    else:
        handle(room, member, argument)


def in_private(room: Room, person: PersonId, name: str, argument: str) -> None:
    """A command typed in private."""
    if name.startswith(coaching.LINK):
        coaching.word_in_private(room, person, name.removeprefix(coaching.LINK))
        return
    handle = _PRIVATE.get(name)
    if handle is None:
        room.say(person, ui("onbekende-opdracht"))
        return
    handle(room, person, argument)


def welcome(room: Room, circle: CircleId, key: str = "welkom-groep") -> None:
    """The short welcome with its two buttons."""
    room.post(
        circle,
        ui(key),
        inline=((room.button("doe-mee", "join", circle),), (room.button("hoe-werkt-het", "how", circle),)),
    )


def invite(room: Room, circle: CircleId, person: PersonId) -> str:
    """A link with which this person joins this circle."""
    return room.personal_link("invite", person, circle, ttl=INVITE_LIFE)


def begin_talk(room: Room, member: Member, _: str = "") -> None:
    """A member chooses a card for the circle to talk about."""
    room.follow(choosing.begin(room.desk, room.tx, member.circle, member.id))


def _stop_talk(room: Room, member: Member, _: str) -> None:
    if runs.open_talk(room.tx, member.circle) is None:
        room.post(member.circle, ui("geen-gesprek"))
    else:
        room.follow(begin_in_group(room.desk, room.tx, FlowId("gesprek-stoppen"), member.circle, member.id))


def _agreements_in_group(room: Room, circle: CircleId, _: str) -> None:
    cards.show_in_group(room, circle)


def _meeting(room: Room, member: Member, _: str) -> None:
    """An mdo: the board that is open already, once more below; else how to note one."""
    follows = meeting_boards.below(room.desk, room.tx, member.circle)
    room.follow(follows)
    if not follows:
        buttons = [room.button("mdo-noteren", "make", member.circle, body={"flow": "mdo"})]
        if meetings.last(room.desk, room.tx, member.circle) is not None:
            buttons.append(room.button("mdo-aanvullen", "add", member.circle))
        room.post(member.circle, ui("mdo-uitleg"), inline=tuple((button,) for button in buttons))


def add_to_meeting(room: Room, circle: CircleId) -> None:
    """Something was forgotten: the board of the last mdo once more."""
    if not meeting_boards.below(room.desk, room.tx, circle):
        room.follow(meetings.again(room.desk, room.tx, circle))


def _help_in_group(room: Room, circle: CircleId, _: str) -> None:
    room.post(circle, ui("hulp-groep"), inline=((room.button("hulp", "help", circle),),))


def _explain_in_group(room: Room, circle: CircleId, _: str) -> None:
    room.post(circle, ui("uitleg-groep"), inline=((room.button("hulp", "help", circle),),))


def _privacy_in_group(room: Room, circle: CircleId, _: str) -> None:
    room.post(circle, ui("privacy"))


def _start_in_group(room: Room, circle: CircleId, _: str) -> None:
    welcome(room, circle)


def _only_private(room: Room, circle: CircleId, _: str) -> None:
    room.post(circle, ui("instellingen-apart"))


def _on_ones_own(room: Room, circle: CircleId, _: str) -> None:
    room.post(circle, ui("alleen-apart"))


def _start(room: Room, person: PersonId, argument: str) -> None:
    if not argument:
        _where_you_are(room, person)
        return
    token = tokens.find(room.tx, argument, room.desk.clock)
    if token is None or token.person != person or token.circle is None:
        room.say(person, ui("link-verlopen"))  # one answer whatever the cause
        return
    circle = CircleId(token.circle)
    if token.kind == "invite":
        _join(room, person, circle)
    elif token.kind == "go":
        _go(room, person, circle, token)
    else:
        room.say(person, ui("link-verlopen"))


def _join(room: Room, person: PersonId, circle: CircleId) -> None:
    if room.member(person, circle) is not None:
        room.say(person, ui("al-lid"))
        return
    at = room.desk.at(room.tx, circle)
    for run in runs.open_of(room.tx, person, flow=FlowId("meedoen")):
        room.house.runner.happens(room.tx, run, Stopped(at=at), room.cause)
    about = {"team": choosing.YES} if teams.is_team(room.tx, circle) else {}
    beginning = Beginning(flow=FlowId("meedoen"), circle=circle, participants=(NEWCOMER,), person=person, about=about)
    room.house.runner.begin(room.tx, beginning, room.cause)


def _go(room: Room, person: PersonId, circle: CircleId, token: Token) -> None:
    """The person tapped a board button that leads here: now it counts."""
    member = room.member(person, circle)
    if member is None:
        room.say(person, ui("weiger-vreemde"))
        return
    if token.body.get("to") == "mine":
        cards.show_mine(room, person)
        return
    if token.body.get("to") == "card":
        cards.show_card(room, member, AgreementId(int(token.body["agreement"])))
        return
    if token.run is None:  # begun by a button of ours, outside a talk
        flow = FlowId(str(token.body.get("flow", "afspraak")))
        room.follow(begin_private(room.desk, room.tx, flow, circle, member.id))
        return
    run = RunId(token.run)
    event = Tapped(
        at=room.desk.at(room.tx, circle),
        by=member.id,
        step=StepId(str(token.body["step"])),
        turn=int(token.body["turn"]),
        option=OptionId(str(token.body["option"])),
    )
    room.refuse(person, room.house.runner.happens(room.tx, run, event, room.cause), run)


def _where_you_are(room: Room, person: PersonId) -> None:
    """/start without a link: the open question again, or where to begin."""
    current = prompts.open_of(room.tx, person)
    if current is not None:
        questions.put(room.tx, current, room.cause, room.desk.clock)
        return
    known = people.circles_of(room.tx, person)
    room.say(person, ui("start-lid" if known else "start-prive"))


def _stop_me(room: Room, person: PersonId, _: str) -> None:
    mine = people.circles_of(room.tx, person)
    if not mine:
        for run in runs.open_of(room.tx, person):
            room.house.runner.happens(room.tx, run, Stopped(at=room.desk.at(room.tx, None)), room.cause)
        room.say(person, ui("niets-te-stoppen"))
        return
    for member in mine:
        room.follow(begin_private(room.desk, room.tx, FlowId("stoppen"), member.circle, member.id))


def _say(key: str) -> Callable[[Room, PersonId, str], None]:
    def handle(room: Room, person: PersonId, _: str) -> None:
        room.say(person, ui(key))

    return handle


def _my_agreements(room: Room, person: PersonId, _: str) -> None:
    cards.show_mine(room, person)


_GROUP: Mapping[str, Callable[[Room, CircleId, str], None]] = {
    "start": _start_in_group,
    "afspraken": _agreements_in_group,
    "hulp": _help_in_group,
    "help": _explain_in_group,
    "privacy": _privacy_in_group,
    "instellingen": _only_private,
    "oefen": _on_ones_own,
    "zelf": _on_ones_own,
    "wegwijzer": _on_ones_own,
    "woorden": coaching.word_in_group,
}

_OF_MEMBERS: Mapping[str, Callable[[Room, Member, str], None]] = {
    "gesprek": begin_talk,
    "mdo": _meeting,
    "doel": ourselves.goal,
    "wie": ourselves.who,
    "peiling": looking.pulse_in_group,
    "terugblik": looking.look_back,
    "plaat": looking.plate,
    "bijeenkomst": gathering.explain,
    "stop": _stop_talk,
    "roepnaam": ourselves.nickname,
    "team": ourselves.team,
    "school": ourselves.school,
    "pauze": wishes.pause_circle,
    "vakantie": wishes.days_of_circle,
    "vonk": coaching.spark_in_group,
}
"""In the group too; who does not take part is led to where that begins."""

_PRIVATE: Mapping[str, Callable[[Room, PersonId, str], None]] = {
    "start": _start,
    "gesprek": _say("gesprek-in-groep"),
    "mdo": _say("mdo-in-groep"),
    "afspraken": _my_agreements,
    "doel": _say("alleen-in-groep"),
    "wie": _say("alleen-in-groep"),
    "peiling": looking.pulse_in_private,
    "hulp": _say("hulp-kaart"),
    "help": _say("uitleg"),
    "privacy": _say("privacy"),
    "stop": _stop_me,
    "roepnaam": _say("alleen-in-groep"),
    "team": _say("alleen-in-groep"),
    "school": _say("alleen-in-groep"),
    "vakantie": _say("alleen-in-groep"),
    "pauze": wishes.pause_me,
    "instellingen": wishes.settings,
    "terugblik": _say("alleen-in-groep"),
    "plaat": _say("alleen-in-groep"),
    "oefen": coaching.practise,
    "zelf": coaching.alone,
    "wegwijzer": coaching.signpost,
    "vonk": coaching.spark_in_private,
    "woorden": coaching.word_in_private,
    "bijeenkomst": _say("alleen-in-groep"),
}
