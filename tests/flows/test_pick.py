"""The group picks by a tap on the board; the first tap counts, whoever makes it."""

from flows.effects import Deed, Do, Reason
from flows.events import Purpose
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST


def test_the_first_tap_counts_and_a_second_is_kindly_refused() -> None:
    chat = Chat("kiezen", ANNA, JOOST)
    anna, joost = chat.people
    turn = chat.run.turn
    anna.taps("Zie vooral het kind")

    joost.taps_old(turn, "kaart", "neem-mij-serieus")

    assert joost.is_refused(Reason.CLOSED)
    assert "Zie vooral het kind" in chat.board


def test_a_button_that_is_not_among_the_choices_is_refused() -> None:
    chat = Chat("kiezen", ANNA, JOOST)

    chat.people[0].taps_old(chat.run.turn, "kaart", "bestaat-niet")

    assert chat.people[0].is_refused(Reason.CLOSED)


def test_who_began_leads_the_talk_also_when_another_taps_the_pace() -> None:
    chat = Chat("kiezen", ANNA, JOOST)
    anna, joost = chat.people
    joost.taps("Zie vooral het kind")
    joost.taps("Verspreid")

    assert chat.run.starter == anna.id
    assert [d.deed for d in chat.deeds if isinstance(d, Do)] == [Deed.TALK]


def test_nobody_picks_and_nothing_begins() -> None:
    chat = Chat("kiezen", ANNA, JOOST)

    chat.fires(Purpose.DEADLINE)

    assert chat.over
    assert chat.deeds == []
    assert chat.buttons == {}


def test_who_leaves_or_writes_meanwhile_disturbs_nothing() -> None:
    chat = Chat("kiezen", ANNA, JOOST)
    anna, joost = chat.people
    joost.leaves()
    anna.says("ik weet het niet")
    assert anna.is_refused(Reason.CLOSED)

    anna.taps("Zie vooral het kind")

    assert chat.run.at == "tempo"
