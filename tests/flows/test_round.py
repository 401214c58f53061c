"""People speak one after the other; the bot keeps the turn, and nobody can be stuck in it."""

import pytest

from flows.effects import Board, Reason, Tell
from flows.events import Purpose
from flows.line import Value, Word
from flows.moments import RoundMoment
from flows.names import Pace, TextKey
from tests.chat import NL, Chat, Person
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM

ROUND, FIVE = "rondje/zie-vooral-het-kind", "vijf-vragen/zie-vooral-het-kind"
KNOWN: Value = Word(TextKey("title"))


def round_of(*people: tuple, flow: str = ROUND, pace: Pace = Pace.NOW, **more) -> Chat:
    return Chat(flow, *(people or (ANNA, SAM, JOOST)), pace=pace, **more)


def at_table(*people: tuple, flow: str = ROUND, **more) -> Chat:
    return round_of(*people, flow=flow, about={"aan-tafel": KNOWN}, **more)


def whose(chat: Chat) -> str | None:
    """Who has the turn: a name, a role where no phone is, or None when all have been."""
    moment = chat.run.moment
    assert isinstance(moment, RoundMoment)
    if not moment.line:
        return None
    seat = moment.line[0]
    return chat.person(seat.member).name if seat.member is not None else seat.role


def been(person: Person) -> None:
    person.taps("Ik ben geweest")


def test_the_pupil_comes_first_then_parents_supporters_school_and_care() -> None:
    chat = round_of(NOOR, JOOST, OMA, ANNA, SAM)
    order = []
    while chat.run.at == "om-de-beurt":
        order.append(whose(chat))
        been(next(p for p in chat.people if p.name == order[-1]))

    assert order == ["Sam", "Anna", "Oma", "Joost", "Noor"]
    assert chat.run.at == "praten", "after the round people talk"


def test_the_board_says_whose_turn_it_is_in_the_words_of_their_role_and_who_comes_after() -> None:
    chat = round_of()

    assert "Nu aan de beurt: Sam" in chat.board
    assert chat.texts.get(NL, TextKey("rondje.leerling")).strip().split("\n")[0] in chat.board
    assert "Daarna: Anna" in chat.board
    been(chat.people[1])
    assert chat.texts.get(NL, TextKey("rondje.ouder")).strip().split("\n")[0] in chat.board


def test_how_a_round_goes_is_said_once_in_a_talk() -> None:
    chat = round_of(ANNA, SAM, flow=FIVE)
    assert "De anderen luisteren" in chat.board
    chat.people[0].blocks()
    assert "De anderen luisteren" in chat.board, "it is still the first turn"

    been(chat.people[1])

    assert chat.run.at == "wat-kan-beter"
    assert "De anderen luisteren" not in chat.board


def test_one_message_is_changed_in_place_all_through_a_round() -> None:
    chat = round_of()
    assert [e.fresh for e in chat.effects if isinstance(e, Board)] == [True]

    been(chat.people[1])

    assert [e.fresh for e in chat.effects if isinstance(e, Board)] == [False]


def test_another_can_not_end_somebodys_turn_and_hears_whose_it_is() -> None:
    chat = round_of()
    anna = chat.people[0]

    been(anna)

    assert anna.is_refused(Reason.NOT_YOUR_TURN)
    assert "Sam" in anna.last
    assert whose(chat) == "Sam"


def test_when_somebody_is_away_anyone_goes_on_after_the_deadline() -> None:
    chat = round_of()
    anna, sam, _ = chat.people
    chat.fires(Purpose.DEADLINE)
    assert "Iedereen mag nu tikken" in chat.board

    anna.taps("Ik geef door")

    assert whose(chat) == "Anna"
    assert "Iedereen mag nu tikken" not in chat.board
    sam.taps("Ik geef door")
    assert sam.is_refused(Reason.NOT_YOUR_TURN), "the deadline of one turn does not open the next"


def test_the_deadline_of_a_turn_that_is_over_opens_nothing() -> None:
    chat = round_of()
    first = chat.timers[-1][1]
    been(chat.people[1])

    chat.fires_late(first)

    chat.people[2].taps("Ik ben geweest")
    assert chat.people[2].is_refused(Reason.NOT_YOUR_TURN)


def test_a_second_tap_on_the_same_button_skips_nobody() -> None:
    chat = at_table()
    sam, turn, old = chat.people[1], chat.run.turn, next(iter(chat.buttons))
    sam.taps("Gezegd")
    assert whose(chat) == "Anna"

    sam.taps_old(turn, "om-de-beurt", old)

    assert sam.is_refused(Reason.TWICE)
    assert whose(chat) == "Anna"


def test_who_passed_may_still_come_when_all_have_been() -> None:
    chat = round_of(ANNA, SAM)
    anna, sam = chat.people
    sam.taps("Ik geef door")
    been(anna)
    assert whose(chat) is None
    assert "wil je toch iets zeggen" in chat.board

    sam.taps("We gaan verder")
    assert sam.is_refused(Reason.NOT_YET_YOU), "who began the talk moves it on"
    chat.fires(Purpose.DEADLINE)
    sam.taps("We gaan verder")

    assert chat.run.at == "praten"


def test_when_nobody_taps_any_more_the_talk_goes_on_by_itself() -> None:
    chat = round_of()

    chat.fires(Purpose.LAST)

    assert chat.run.at == "praten"


def test_a_late_joiner_speaks_in_the_order_of_roles_but_never_before_who_has_the_turn() -> None:
    chat = round_of(ANNA, JOOST, outside=(SAM,))
    sam = chat.outside[0]

    sam.taps("Ik doe mee")

    assert whose(chat) == "Anna"
    been(chat.people[0])
    assert whose(chat) == "Sam"
    been(sam)
    assert whose(chat) == "Joost"


def test_who_joins_when_all_have_been_still_gets_a_turn() -> None:
    chat = round_of(ANNA, JOOST, outside=(OMA,))
    been(chat.people[0])
    chat.people[1].taps("Ik geef door")

    chat.outside[0].joins()

    assert whose(chat) == "Oma"


@pytest.mark.parametrize("goes", ["leaves", "blocks"])
def test_when_who_has_the_turn_goes_the_next_one_has_it(goes: str) -> None:
    chat = round_of()

    getattr(chat.people[1], goes)()

    assert whose(chat) == "Anna"
    been(chat.people[0])
    assert whose(chat) == "Joost"


@pytest.mark.parametrize("goes", ["leaves", "blocks"])
def test_who_goes_before_their_turn_is_not_waited_for(goes: str) -> None:
    chat = round_of()

    getattr(chat.people[2], goes)()

    assert whose(chat) == "Sam"
    been(chat.people[1])
    been(chat.people[0])
    assert chat.run.at == "praten"


def test_when_the_last_in_line_goes_the_round_is_over() -> None:
    chat = round_of(ANNA, JOOST)
    been(chat.people[0])

    chat.people[1].leaves()

    assert chat.run.at == "praten"


def test_who_has_been_and_goes_changes_nothing_and_gets_no_second_turn_when_back() -> None:
    chat = round_of()
    sam = chat.people[1]
    been(sam)

    sam.blocks()
    assert whose(chat) == "Anna"
    sam.returns()

    assert whose(chat) == "Anna"
    been(chat.people[0])
    been(chat.people[2])
    assert chat.run.at == "praten"


def test_who_is_back_before_the_round_is_over_still_gets_a_turn() -> None:
    chat = round_of()
    sam = chat.people[1]
    sam.blocks()

    sam.returns()

    been(chat.people[0])
    assert whose(chat) == "Sam"


def test_a_round_with_nobody_there_is_over_at_once() -> None:
    chat = round_of(ANNA, JOOST, away=("Anna", "Joost"))

    assert chat.run.at == "praten"


def test_at_the_table_anyone_taps_for_everybody() -> None:
    chat = at_table()
    joost = chat.people[2]

    for _ in range(3):
        joost.taps("Gezegd")

    assert whose(chat) is None
    assert "zonder telefoon" in chat.board
    joost.taps("We gaan verder")
    assert chat.run.at == "praten"


def test_at_the_table_there_is_a_chair_for_who_has_no_phone() -> None:
    chat = at_table(NOOR)
    noor, order = chat.people[0], []
    while (turn := whose(chat)) is not None:
        order.append(turn)
        noor.taps("Geef door")

    assert order == ["leerling", "ouder", "onderwijs", "Noor"]


def test_an_empty_chair_is_asked_about_once_and_a_pupil_who_passes_is_asked_again() -> None:
    chat = at_table(ANNA, flow=FIVE)
    anna = chat.people[0]
    assert whose(chat) == "leerling"
    anna.taps("Geef door", "Gezegd")
    assert whose(chat) == "onderwijs"
    anna.taps("Die is er niet bij", "We gaan verder")

    assert (chat.run.at, whose(chat)) == ("wat-kan-beter", "leerling")
    anna.taps("Gezegd", "Gezegd")
    assert whose(chat) is None, "school is not asked for again"


def test_at_the_table_no_deadline_is_needed() -> None:
    chat = at_table()

    chat.fires(Purpose.DEADLINE)

    assert chat.effects == ()


def test_over_days_each_hears_in_private_when_it_is_their_turn() -> None:
    chat = round_of(pace=Pace.SPREAD)
    anna, sam, _ = chat.people
    assert sam.hears("jouw-beurt")
    assert not anna.heard

    been(sam)

    assert anna.hears("jouw-beurt")


def test_now_nobody_is_written_to_in_private() -> None:
    chat = round_of()
    for name in ("Sam", "Anna", "Joost"):
        assert not [e for e in chat.effects if isinstance(e, Tell)]
        been(next(p for p in chat.people if p.name == name))


def test_what_is_written_in_private_during_a_round_gets_a_sign_of_life() -> None:
    chat = round_of()

    chat.people[0].says("hoort iemand mij?")

    assert chat.people[0].is_refused(Reason.CLOSED)


@pytest.mark.parametrize(
    ("pace", "known", "first"),
    [
        (Pace.SPREAD, (), "nu-en-straks"),
        (Pace.SPREAD, ("gespannen",), "goed-en-hulp"),
        (Pace.NOW, (), "hoe-gaat-het"),
        (Pace.NOW, ("gespannen",), "wat-gaat-goed"),
        (Pace.SPREAD, ("aan-tafel",), "hoe-gaat-het"),
        (Pace.SPREAD, ("aan-tafel", "gespannen"), "wat-gaat-goed"),
    ],
)
def test_five_questions_begin_where_the_moment_and_the_mood_ask_for(
    pace: Pace, known: tuple[str, ...], first: str
) -> None:
    chat = round_of(flow=FIVE, pace=pace, about=dict.fromkeys(known, KNOWN))

    assert chat.run.at == first


@pytest.mark.parametrize("known", [(), ("gespannen",)])
@pytest.mark.parametrize("pace", Pace)
def test_every_one_of_the_five_questions_comes_once(pace: Pace, known: tuple[str, ...]) -> None:
    chat = round_of(flow=FIVE, pace=pace, about=dict.fromkeys(known, KNOWN))
    seen: list[str] = []
    while not chat.over:
        seen.append(chat.run.at or "")
        chat.fires(Purpose.DEADLINE if Purpose.LAST not in purposes(chat) else Purpose.LAST)

    asked = {
        Pace.NOW: ["hoe-gaat-het", "wat-gaat-goed", "wat-helpt", "wat-kan-beter"],
        Pace.SPREAD: ["goed-en-hulp", "nu-en-straks"],
    }[pace]
    assert sorted(step for step in seen if step not in ("praten", "afspreken")) == asked
    assert seen[-2:] == ["praten", "afspreken"]


def purposes(chat: Chat) -> set[Purpose]:
    return {timer.purpose for _, timer in chat.timers if timer.turn == chat.run.turn}
