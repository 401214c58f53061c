"""A time from now on, and a time with a beginning and an end: which days may be given."""

from datetime import date

import pytest

from flows.effects import Deed, Do, Reason
from flows.line import Count, Day, Lines, Word, ui
from flows.manners import WEEK
from flows.names import OptionId, TextKey
from tests.chat import Chat, Person
from tests.flows.people import ANNA, JOOST

NOTHING = Lines((ui("wacht-niets"),))
CHOSEN = {
    name: Lines((ui("vrij-geen"),)) for name in ("moment-nu", "stil-nu", "dagen-nu", "vaak-nu", "vrij-nu", "wacht")
}


def pausing() -> tuple[Chat, Person]:
    """It is Monday 23 November 2026; Anna would like some rest."""
    chat = Chat("pauze", ANNA, about={"wacht": NOTHING})
    return chat, chat.people[0]


def free_from(day: date) -> tuple[Chat, Person]:
    chat = Chat("instellingen", ANNA, about={**CHOSEN, **{d: Word(TextKey("ui/dag-aan")) for d in WEEK}})
    anna = chat.people[0]
    anna.presses("Vrije dagen")
    anna.presses("erbij")
    anna.gives(day)
    anna.presses("Ja, klopt")
    return chat, anna


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 2, 24), date(2028, 1, 1)])
def test_a_pause_lasts_until_a_later_day_and_three_months_at_most(day: date) -> None:
    _, anna = pausing()
    anna.gives(day)
    assert anna.is_refused(Reason.DAY_OUT_OF_REACH)


@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2027, 2, 23)])
def test_the_first_and_the_last_day_of_that_reach_are_fine(day: date) -> None:
    chat, anna = pausing()
    anna.gives(day)
    anna.presses("Ja, klopt")
    assert chat.run.about["tot"] == Day(day)
    assert [d.deed for d in chat.deeds if isinstance(d, Do)] == [Deed.PAUSE]


def test_of_two_days_the_one_within_reach_is_meant() -> None:
    _, anna = pausing()
    anna.gives(date(2026, 12, 1), date(2027, 12, 1))
    assert "dinsdag 1 december. Klopt dat?" in anna.last


def test_whoever_was_away_in_mid_question_sees_the_day_again() -> None:
    _, anna = pausing()
    anna.gives(date(2026, 12, 1))
    anna.blocks()
    anna.returns()
    assert "dinsdag 1 december. Klopt dat?" in anna.last


def test_free_days_end_on_the_day_they_began_or_later() -> None:
    chat, anna = free_from(date(2026, 12, 21))
    assert "Over een week" not in anna.labels
    anna.gives(date(2026, 12, 20))
    assert anna.is_refused(Reason.DAY_OUT_OF_REACH)
    anna.gives(date(2027, 7, 1))
    assert anna.is_refused(Reason.DAY_OUT_OF_REACH)
    anna.gives(date(2027, 1, 2))
    anna.presses("Ja, klopt")
    assert chat.run.about["vrij-tot"] == Day(date(2027, 1, 2))


def test_one_free_day_is_one_tap() -> None:
    chat, anna = free_from(date(2026, 12, 21))
    anna.presses("Alleen die dag")
    assert chat.run.about["vrij-tot"] == Day(date(2026, 12, 21))
    assert [d.deed for d in chat.deeds if isinstance(d, Do)] == [Deed.CHOOSE_MANNERS]


def test_a_tap_in_the_group_on_what_was_not_offered_changes_nothing() -> None:
    chat = Chat("groep-pauze", ANNA, JOOST, about={"stand": Lines((ui("groep-pauze-geen"),))})
    assert OptionId("weer-aan") not in chat.buttons
    chat.people[1].taps_old(chat.run.turn, "hoe-lang", "weer-aan")
    assert chat.people[1].is_refused(Reason.CLOSED)


def test_ending_a_pause_is_offered_to_the_group_while_it_lasts() -> None:
    stand = Lines((ui("groep-pauze-nu", tot=Day(date(2026, 12, 4))),))
    chat = Chat("groep-pauze", ANNA, JOOST, about={"stand": stand, "pauze-tot": Day(date(2026, 12, 4)), "n": Count(1)})
    chat.people[1].taps("Stop de pauze")
    assert [d.deed for d in chat.deeds if isinstance(d, Do)] == [Deed.PAUSE_CIRCLE]
