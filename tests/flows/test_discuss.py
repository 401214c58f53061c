"""People talk; the bot waits, and whoever began the talk moves it on until anyone may."""

import pytest

from flows.effects import Deed, Do, Reason
from flows.events import Purpose
from flows.names import Pace
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, OMA, TALK


def talking(*people: tuple, **more) -> Chat:
    """A talk whose cards lie open."""
    chat = Chat(TALK, *(people or (ANNA, JOOST)), pace=Pace.NOW, **more)
    for person in chat.people:
        person.answers(f"geheim van {person.name}")
    chat.turns()
    return chat


def test_who_began_the_talk_moves_it_on() -> None:
    chat = talking()
    anna, joost = chat.people
    joost.taps("uitgepraat")
    assert joost.is_refused(Reason.NOT_YET_YOU)
    assert "Anna" in joost.last

    anna.taps("uitgepraat")

    assert chat.run.at == "belangrijk"


def test_after_the_deadline_anyone_moves_on() -> None:
    chat = talking()
    chat.fires(Purpose.DEADLINE)

    chat.people[1].taps("uitgepraat")

    assert chat.run.at == "belangrijk"


@pytest.mark.parametrize("goes", ["leaves", "blocks"])
def test_when_who_began_is_gone_anyone_moves_on_at_once(goes: str) -> None:
    chat = talking()
    getattr(chat.people[0], goes)()

    chat.people[1].taps("uitgepraat")

    assert chat.run.at == "belangrijk"


def test_when_nobody_moves_on_the_bot_does() -> None:
    chat = talking()

    chat.fires(Purpose.LAST)

    assert chat.run.at == "belangrijk"


def test_rather_calling_is_said_once_and_names_nobody() -> None:
    chat = talking()
    anna, joost = chat.people
    joost.taps("Liever bellen")
    assert chat.posted[-1] == "liever-bellen"
    assert "Joost" not in chat.group[-1]

    anna.taps("Liever bellen")

    assert anna.is_refused(Reason.TWICE)
    assert chat.posted.count("liever-bellen") == 1


def test_what_is_written_in_private_while_people_talk_gets_a_sign_of_life() -> None:
    chat = talking()

    chat.people[0].says("hallo?")

    assert chat.people[0].is_refused(Reason.CLOSED)


def test_a_late_joiner_is_welcome_while_people_talk() -> None:
    chat = talking(outside=(OMA,))

    chat.outside[0].joins()

    assert chat.outside[0].hears("doet-mee-vanaf-nu")
    assert chat.run.at == "praten"


def test_anyone_may_let_the_talk_rest_by_one_tap() -> None:
    chat = talking()

    chat.people[1].taps("Even pauze")

    assert [deed.deed for deed in chat.deeds if isinstance(deed, Do)][-1] is Deed.PARK
    assert chat.run.at == "praten"
