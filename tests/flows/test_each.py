"""Everybody picks a card alone, and all picks are told together."""

from flows.effects import Reason
from flows.events import Purpose
from flows.names import OptionId
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, SAM


def picks(chat: Chat, person: int, card: str) -> None:
    chat.people[person].presses("Acht principes")
    chat.people[person].presses(card)


def test_the_group_sees_how_many_are_ready_and_nothing_of_what_they_picked() -> None:
    chat = Chat("samen-kiezen", ANNA, JOOST)
    picks(chat, 0, "Neem mij serieus")
    assert "1 van de 2 is klaar" in chat.board
    assert chat.group == []
    assert "Neem mij" not in chat.board


def test_when_everybody_picked_all_is_told_at_once() -> None:
    chat = Chat("samen-kiezen", ANNA, JOOST)
    picks(chat, 1, "Je hebt elkaar nodig")
    picks(chat, 0, "Neem mij serieus")
    (told,) = chat.group
    assert told.index("Neem mij serieus") < told.index("Je hebt elkaar nodig")
    assert chat.over


def test_one_deck_at_a_time_and_back_again() -> None:
    chat = Chat("samen-kiezen", ANNA, JOOST)
    anna = chat.people[0]
    first = anna.open
    assert first is not None
    anna.presses("Acht principes")
    assert len(anna.labels) == 10
    anna.presses("Een andere stapel")
    assert "Acht principes" in anna.labels
    anna.presses_old(first, "principes")
    assert anna.is_refused(Reason.CLOSED)


def test_a_card_of_no_deck_or_of_another_is_refused() -> None:
    chat = Chat("samen-kiezen", ANNA, JOOST)
    anna = chat.people[0]
    assert anna.open is not None
    anna.presses_old(anna.open, "neem-mij-serieus")
    assert anna.is_refused(Reason.USE_LABELS)
    anna.says("de kaart over serieus nemen")
    assert anna.is_refused(Reason.USE_LABELS)


def test_only_who_began_shows_the_picks_before_the_time_is_up() -> None:
    chat = Chat("samen-kiezen", ANNA, JOOST, NOOR)
    picks(chat, 1, "Neem mij serieus")
    chat.people[1].taps("Laat de keuzes zien")
    assert chat.people[1].is_refused(Reason.NOT_YET_YOU)
    chat.people[0].taps("Laat de keuzes zien")
    assert "Neem mij serieus" in chat.group[0]
    assert chat.people[2].open is None


def test_who_leaves_takes_their_pick_along_and_is_not_waited_for() -> None:
    chat = Chat("samen-kiezen", ANNA, JOOST, SAM)
    picks(chat, 0, "Zie vooral het kind")
    picks(chat, 1, "Neem mij serieus")
    chat.people[1].leaves()
    assert chat.group == []
    chat.people[2].blocks()
    assert "Neem mij serieus" not in chat.group[0]


def test_who_comes_back_is_asked_anew() -> None:
    chat = Chat("samen-kiezen", ANNA, JOOST, away=("Joost",))
    chat.people[1].returns()
    assert "Waar wil jij" in chat.people[1].last
    chat.people[1].blocks()
    chat.people[1].returns()
    chat.people[1].presses("Overslaan")
    picks(chat, 0, "Neem mij serieus")
    assert "Neem mij serieus" in chat.group[0]


def test_a_newcomer_waits_for_the_talk_and_a_stranger_picks_nothing() -> None:
    chat = Chat("samen-kiezen", ANNA, JOOST)
    later = Chat("samen-kiezen", ANNA, JOOST, away=("Joost",))
    assert later.people[1].open is None
    chat.people[1].taps_old(chat.run.turn, "keuzes", OptionId("iets-anders"))
    assert chat.people[1].hears("weiger-dicht")


def test_time_is_up_and_what_was_picked_is_told() -> None:
    chat = Chat("samen-kiezen", ANNA, JOOST)
    picks(chat, 0, "Neem mij serieus")
    chat.people[1].presses("Acht principes")
    chat.fires(Purpose.DEADLINE)
    assert "Neem mij serieus" in chat.group[0]
