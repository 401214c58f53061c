"""The group picks by a tap on the board; the first tap counts, whoever makes it."""

from datetime import date

from flows.effects import Begin, Board, Deed, Do, Reason
from flows.events import Known, Purpose
from flows.line import Day, People, Quote
from flows.names import FlowId, MemberId
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST


def test_the_first_tap_counts_and_a_second_is_kindly_refused() -> None:
    chat = Chat("kiezen", ANNA, JOOST)
    anna, joost = chat.people
    anna.taps("Acht principes")
    turn = chat.run.turn
    anna.taps("Zie vooral het kind")

    joost.taps_old(turn, "kaart", "neem-mij-serieus")

    assert joost.is_refused(Reason.CLOSED)
    assert "Zie vooral het kind" in chat.board


def test_a_button_that_is_not_among_the_choices_is_refused() -> None:
    chat = Chat("kiezen", ANNA, JOOST)

    chat.people[0].taps_old(chat.run.turn, "stapel", "bestaat-niet")

    assert chat.people[0].is_refused(Reason.CLOSED)


def test_who_began_leads_the_talk_also_when_another_taps_the_pace() -> None:
    chat = Chat("kiezen", ANNA, JOOST)
    anna, joost = chat.people
    joost.taps("Acht principes", "Zie vooral het kind", "Verspreid", "Zo beginnen")

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

    anna.taps("Acht principes")

    assert chat.run.at == "kaart"


def test_a_button_that_begins_something_in_private_leaves_the_board_as_it_is() -> None:
    chat = Chat("mdo-komt", ANNA, JOOST, about={"dag": Day(date(2026, 12, 4))})
    board = chat.board

    chat.people[1].taps("Andere dag")

    assert chat.deeds == [Begin(flow=FlowId("mdo"), by=chat.people[1].id)]
    assert (chat.board, chat.over) == (board, False)


def test_a_button_that_does_something_for_who_taps_leaves_the_board_open_for_the_others() -> None:
    chat = Chat("doel-samen", ANNA, JOOST, about={"zin": Quote(()), "eens": People((MemberId(1),))})
    anna, joost = chat.people

    joost.taps("Ja, dit is ook mijn doel")
    anna.taps("Ja, dit is ook mijn doel")

    assert chat.deeds == [Do(deed=Deed.SHARE_GOAL, by=joost.id)]
    assert anna.is_refused(Reason.TWICE)
    assert not chat.over


def test_what_became_known_stands_on_the_board_and_what_is_known_no_longer_goes() -> None:
    chat = Chat("mdo-komt", ANNA, JOOST, about={"dag": Day(date(2026, 12, 4))})
    anna = chat.people[0]
    chat.happens(Known(at=chat.now, about={"erbij": People((anna.id,))}))
    assert "Erbij: Anna" in chat.board

    chat.happens(Known(at=chat.now, about={"erbij": None}))
    assert "Erbij" not in chat.board


def test_a_board_can_be_shown_again_below_what_people_said_since() -> None:
    chat = Chat("mdo-komt", ANNA, about={"dag": Day(date(2026, 12, 4))})

    chat.happens(Known(at=chat.now, about={}, below=True))

    assert [e.fresh for e in chat.effects if isinstance(e, Board)] == [True]


def test_the_group_sees_who_picked() -> None:
    chat = Chat("mdo-terugkijken", ANNA, JOOST, about={"dag": Day(date(2026, 11, 24))})

    chat.people[1].taps("Klaar")

    assert "Joost tikte op Klaar" in chat.board


def test_a_dialogue_that_has_no_use_for_what_became_known_just_knows_it() -> None:
    chat = Chat("mdo-regie", ANNA, about={"dag": Day(date(2026, 11, 24)), "leden": People((MemberId(1),))})

    chat.happens(Known(at=chat.now, about={"dag": Day(date(2026, 11, 25))}))

    assert chat.run.about["dag"] == Day(date(2026, 11, 25))
    assert chat.effects == ()
