"""A talk rests when the circle wants it, and goes on where it was."""

from hypothesis import given
from hypothesis import strategies as st

from flows.effects import Deed, Do, Reason
from flows.events import OwnCardOnly, Purpose, Rested
from flows.names import Pace
from flows.run import Status
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR

TALK = "kaarten-omdraaien/neem-mij-serieus"


def talk() -> Chat:
    return Chat(TALK, ANNA, JOOST, pace=Pace.NOW)


def rests(chat: Chat, *, over: bool = False) -> None:
    chat.happens(Rested(at=chat.now, over=over))


def test_while_it_rests_the_board_says_so_and_nothing_anybody_does_changes_it() -> None:
    chat = talk()
    anna, joost = chat.people
    rests(chat)
    assert "rust" in chat.board
    before = chat.run
    anna.says("toch iets")
    assert anna.is_refused(Reason.RESTS)
    joost.taps_old(chat.run.turn, chat.run.at or "", "mijn-antwoord")
    assert joost.is_refused(Reason.RESTS)
    chat.fires(Purpose.DEADLINE)
    joost.blocks()
    assert chat.run == before


def test_one_tap_asks_for_it_to_go_on_and_it_goes_on_where_it_was() -> None:
    chat = talk()
    chat.people[0].says("Ik weet wat hij nodig heeft.")
    moment = chat.run.moment
    rests(chat)
    chat.people[1].taps("Verder met dit gesprek")
    assert [d.deed for d in chat.deeds if isinstance(d, Do)] == [Deed.REST, Deed.RESUME]
    rests(chat, over=True)
    assert chat.run.moment == moment
    chat.people[0].presses("Klaar")
    assert not chat.refused


def test_cards_that_are_about_to_be_turned_are_turned_first() -> None:
    chat = talk()
    for person in chat.people:
        person.answers("Iets.")
    rests(chat)
    assert chat.run.status is Status.OPEN
    chat.turns()
    rests(chat)
    assert chat.run.status is Status.RESTING


def test_a_talk_that_rests_can_be_stopped() -> None:
    chat = talk()
    rests(chat)
    chat.stops()
    assert chat.over
    rests(chat)
    assert chat.run.status is Status.STOPPED


def test_only_a_talk_rests_and_only_what_rests_goes_on() -> None:
    choosing = Chat("kiezen", ANNA, JOOST)
    rests(choosing)
    assert choosing.run.status is Status.OPEN
    chat = talk()
    rests(chat, over=True)
    assert chat.run.status is Status.OPEN


@given(st.lists(st.sampled_from(["says", "klaar", "rest", "on", "skip"]), max_size=8))
def test_a_rest_changes_nothing_of_how_a_talk_goes(moves: list[str]) -> None:
    plain, rested = Chat(TALK, ANNA, JOOST, NOOR), Chat(TALK, ANNA, JOOST, NOOR)
    for move in moves:
        rests(rested)
        rests(rested, over=True)
        for chat in (plain, rested):
            anna = chat.people[0]
            if move == "says" and anna.open is not None:
                anna.says("iets")
            elif move in ("klaar", "skip") and anna.open is not None:
                label = {"klaar": "Klaar", "skip": "Ik sla over"}[move]
                if label in anna.labels:
                    anna.presses(label)
    assert (plain.run.moment, plain.run.at) == (rested.run.moment, rested.run.at)


def test_who_says_while_it_rests_that_they_come_with_only_their_own_card_does_so_when_it_goes_on() -> None:
    chat = talk()
    anna = chat.people[0]
    rests(chat)
    chat.happens(OwnCardOnly(at=chat.now, by=anna.id))
    rests(chat, over=True)
    part = chat.run.participant(anna.id)
    assert part is not None and part.partly


def test_who_leaves_while_it_rests_is_remembered_until_it_goes_on() -> None:
    chat = talk()
    anna = chat.people[0]
    rests(chat)
    anna.leaves()
    rests(chat, over=True)
    assert chat.run.gone == (anna.id,)
    rests(chat)
    assert chat.run.gone == ()
