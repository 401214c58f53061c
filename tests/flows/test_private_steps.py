"""Choose, write, when and who: one person, one question at a time, always a way to stop."""

from datetime import date

import pytest

from flows.effects import Deed, Do, Reason
from flows.events import DayGiven, Fired, Purpose
from flows.line import Day, People, Quote, Value
from flows.names import Form, MemberId, StepId, WordsId
from tests.chat import Chat, Person
from tests.flows.people import ANNA, JOOST

FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 12, 5)


def proposing(*members: int) -> tuple[Chat, Person]:
    """Anna is asked what the agreement is."""
    people = People(tuple(MemberId(m) for m in members or (1, 2)))
    chat = Chat("afspraak", ANNA, outside=(JOOST,), about={"leden": people})
    return chat, chat.people[0]


def asked_who(*members: int) -> tuple[Chat, Person]:
    chat, anna = proposing(*members)
    anna.says("belt vrijdag met de mentor")
    anna.presses("Iemand doet iets")
    return chat, anna


def asked_when() -> tuple[Chat, Person]:
    chat, anna = asked_who(1)
    anna.presses("Ik")
    return chat, anna


def asked_whether() -> tuple[Chat, Person]:
    chat, anna = asked_when()
    anna.gives(FRIDAY)
    anna.presses("Ja, klopt")
    return chat, anna


# ------------------------------------------------------------ write


def test_a_short_text_is_kept_at_once() -> None:
    chat, anna = proposing()

    anna.says("belt vrijdag met de mentor")

    assert chat.run.about["wat"] == Quote((WordsId(1),))
    assert chat.run.at == "soort"


def test_a_long_text_gets_a_gentle_hint_and_may_stay_as_it_is() -> None:
    chat, anna = proposing()
    anna.says("x" * 100)
    assert anna.hears("best-lang")

    anna.presses("Zo is het goed")

    assert chat.run.about["wat"] == Quote((WordsId(1),))


def test_a_shorter_text_takes_the_place_of_the_long_one() -> None:
    chat, anna = proposing()
    anna.says("x" * 100)
    anna.presses("Korter maken")
    assert anna.hears("schrijf-korter")
    anna.says("y" * 99)
    assert anna.hears("best-lang")

    anna.says("belt vrijdag")

    assert chat.run.about["wat"] == Quote((WordsId(3),))
    assert chat.erased == {1, 2}


def test_who_can_not_make_it_shorter_keeps_it_after_all() -> None:
    chat, anna = proposing()
    anna.says("x" * 100)
    anna.presses("Korter maken")

    anna.presses("Zo is het goed")

    assert chat.run.about["wat"] == Quote((WordsId(1),))


def test_a_voice_note_or_a_whole_letter_is_kindly_refused() -> None:
    _, anna = proposing()
    anna.says("🎤", Form.VOICE)
    assert anna.is_refused(Reason.TEXT_ONLY)

    anna.says("x" * 401)
    assert anna.is_refused(Reason.TOO_LONG)


def test_an_answer_to_an_earlier_hint_does_not_count_for_the_text_of_now() -> None:
    _, anna = proposing()
    first = anna.open
    anna.says("x" * 100)
    second = anna.open
    assert first is not None and second is not None
    anna.presses_old(first, "stoppen")
    assert anna.is_refused(Reason.CLOSED)

    anna.presses_old(second, "bestaat-niet")
    assert anna.is_refused(Reason.CLOSED)


def test_keeping_or_shortening_what_was_never_written_changes_nothing() -> None:
    _, anna = proposing()
    assert anna.open is not None
    for option in ("zo-is-het-goed", "korter-maken"):
        anna.presses_old(anna.open, option)
        assert anna.is_refused(Reason.CLOSED)


# ------------------------------------------------------------ who


def test_the_asker_comes_first_and_says_when_the_list_is_complete() -> None:
    chat, anna = asked_who()
    assert anna.labels == ["Ik", "Joost", "Stoppen"]
    anna.presses("Joost")
    assert anna.labels == ["Dit zijn ze", "Ik", "Stoppen"]

    anna.presses("Dit zijn ze")

    assert chat.run.about["wie"] == People((MemberId(2),))


def test_when_everyone_was_chosen_there_is_nothing_more_to_ask() -> None:
    chat, anna = asked_who()
    anna.presses("Joost", "Ik")

    assert chat.run.about["wie"] == People((MemberId(2), MemberId(1)))
    assert chat.run.at == "wanneer"


def test_an_agreement_of_nobody_can_not_be_made() -> None:
    _, anna = asked_who()
    assert anna.open is not None

    anna.presses_old(anna.open, "dit-zijn-ze")

    assert anna.is_refused(Reason.USE_LABELS)


def test_nobody_is_chosen_twice_also_not_with_an_old_keyboard() -> None:
    _, anna = asked_who()
    old = anna.open
    assert old is not None
    anna.presses("Joost")
    anna.presses_old(old, "lid-2")
    assert anna.is_refused(Reason.CLOSED)

    assert anna.open is not None
    anna.presses_old(anna.open, "lid-2")
    assert anna.is_refused(Reason.USE_LABELS)
    anna.says("Joost")
    assert anna.is_refused(Reason.USE_LABELS)


# ------------------------------------------------------------ when


def test_a_typed_day_is_read_back_before_it_counts() -> None:
    chat, anna = asked_when()
    anna.gives(FRIDAY)
    assert "vrijdag 27 november" in anna.last
    assert "wanneer" not in chat.run.about

    anna.presses("Ja, klopt")

    assert chat.run.about["wanneer"] == Day(FRIDAY)


@pytest.mark.parametrize(("label", "day"), [("27 november", FRIDAY), ("5 december", SATURDAY)])
def test_two_days_may_be_meant_and_the_person_says_which(label: str, day: date) -> None:
    chat, anna = asked_when()
    anna.gives(FRIDAY, SATURDAY)
    assert anna.hears("dag-welke")

    anna.presses(label)

    assert chat.run.about["wanneer"] == Day(day)


def test_a_label_ahead_counts_from_today() -> None:
    chat, anna = asked_when()
    anna.presses("Over een week", "Ja, klopt")

    assert chat.run.about["wanneer"] == Day(date(2026, 11, 30))


def test_another_day_is_asked_again_and_the_old_yes_no_longer_counts() -> None:
    chat, anna = asked_when()
    anna.gives(FRIDAY)
    old = anna.open
    assert old is not None
    anna.presses("Andere dag")
    assert "Wanneer" in anna.last

    anna.presses_old(old, "klopt")
    assert anna.is_refused(Reason.CLOSED)
    chat.happens(DayGiven(at=chat.now, by=anna.id, question=old.question, days=(SATURDAY,)))
    assert anna.is_refused(Reason.CLOSED)


def test_a_yes_before_any_day_was_given_asks_which_day() -> None:
    chat, anna = asked_when()
    assert anna.open is not None

    anna.presses_old(anna.open, "klopt")

    assert "wanneer" not in chat.run.about
    assert "Wanneer" in anna.last


def test_a_day_that_is_past_or_not_understood_is_kindly_asked_again() -> None:
    _, anna = asked_when()
    anna.gives()
    assert anna.is_refused(Reason.UNKNOWN_DAY)
    anna.gives(past=True)
    assert anna.is_refused(Reason.PAST_DAY)
    anna.says("🎤", Form.VOICE)
    assert anna.is_refused(Reason.USE_LABELS)


# ------------------------------------------------------------ choose


def test_only_the_labels_of_the_question_count() -> None:
    _, anna = asked_whether()
    assert anna.open is not None
    anna.presses_old(anna.open, "misschien")
    assert anna.is_refused(Reason.USE_LABELS)
    anna.says("ja")
    assert anna.is_refused(Reason.USE_LABELS)


def test_the_proposal_is_handed_over_once_however_often_yes_is_pressed() -> None:
    chat, anna = asked_whether()
    old = anna.open
    assert old is not None
    anna.presses("Ja, leg het voor")

    anna.presses_old(old, "ja")

    assert anna.is_refused(Reason.CLOSED)
    assert [d.deed for d in chat.deeds if isinstance(d, Do)] == [Deed.PROPOSE]
    assert chat.erased == set(), "the agreement needs its words"


def checking_in() -> tuple[Chat, Person]:
    about: dict[str, Value] = {"wat": Quote(()), "wie": People((MemberId(1),)), "wanneer": Day(FRIDAY)}
    chat = Chat("check-in", JOOST, about=about)
    return chat, chat.people[0]


def test_one_reminder_and_then_silence() -> None:
    chat, joost = checking_in()
    chat.fires(Purpose.REMIND, joost)
    assert len(joost.heard) == 2
    chat.fires(Purpose.REMIND, joost)
    assert len(joost.heard) == 2

    chat.fires(Purpose.DEADLINE)

    assert chat.over
    assert len(joost.heard) == 2


def test_a_reminder_of_an_earlier_asking_is_not_given() -> None:
    chat, joost = checking_in()
    old = joost.open
    assert old is not None
    joost.blocks()
    joost.returns()
    question = old.question

    chat.happens(Fired(at=chat.now, step=question.step, turn=question.turn, purpose=Purpose.REMIND,
                       member=joost.id, round=question.round))  # fmt: skip
    assert chat.effects == ()

    joost.presses_old(old, "gelukt")
    assert joost.is_refused(Reason.CLOSED)
    joost.presses("gelukt")
    assert chat.run.kept[StepId("uitkomst")] == "gelukt"


# ------------------------------------------------------------ all of them


STEPS = {"wat": proposing, "wie": asked_who, "wanneer": asked_when, "klopt-het": asked_whether}


@pytest.mark.parametrize("step", STEPS)
def test_who_blocked_and_comes_back_is_asked_again_where_they_were(step: str) -> None:
    chat, anna = STEPS[step]()
    old, said = anna.open, anna.last
    assert old is not None and chat.run.at == step
    anna.blocks()
    anna.returns()

    assert anna.last == said
    assert anna.open is not None and anna.open.question != old.question
    anna.presses_old(old, "stoppen")
    assert anna.is_refused(Reason.CLOSED)


def test_who_comes_back_to_a_long_text_or_a_day_gets_it_read_back() -> None:
    _, anna = proposing()
    anna.says("x" * 100)
    anna.blocks()
    anna.returns()
    assert anna.hears("best-lang")

    _, anna = asked_when()
    anna.gives(FRIDAY)
    anna.blocks()
    anna.returns()
    assert anna.hears("dag-klopt")
    anna.presses("Ja, klopt")


@pytest.mark.parametrize("ends", ["stops", "time", "leaves", "stopped"])
@pytest.mark.parametrize("step", STEPS)
def test_a_proposal_that_is_not_made_leaves_no_word_behind(step: str, ends: str) -> None:
    chat, anna = STEPS[step]()
    if step == "wat":
        anna.says("x" * 100)
    match ends:
        case "stops":
            anna.presses("Nee, toch niet" if step == "klopt-het" else "Stoppen")
        case "time":
            chat.fires(Purpose.DEADLINE)
        case "leaves":
            anna.leaves()
        case _:
            chat.stops()

    assert chat.over
    assert anna.open is None
    assert chat.erased == set(chat.words) == {1}
    assert not any(isinstance(d, Do) for d in chat.deeds)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_nobody_answers_and_that_nobody_wrote_in_ends_as_well(step: str) -> None:
    chat, _ = STEPS[step]()

    chat.fires(Purpose.DEADLINE)

    assert chat.over


# ------------------------------------------------------------ the day of a meeting, and who is there


def noting() -> tuple[Chat, Person]:
    members = People((MemberId(1), MemberId(2)))
    chat = Chat("mdo", ANNA, outside=(JOOST,), about={"leden": members})
    return chat, chat.people[0]


def test_a_day_that_has_been_can_be_tapped_and_one_of_the_usual_labels_is_not_offered() -> None:
    chat, anna = noting()
    old = anna.open
    assert old is not None and "Over vier weken" not in anna.labels
    anna.presses("Gisteren")
    assert "22 november" in anna.last

    anna.presses("Ja, klopt")

    assert chat.run.about["dag"] == Day(date(2026, 11, 22))


def test_a_day_too_long_ago_is_not_understood_rather_than_asked_for_later() -> None:
    _, anna = noting()

    anna.gives(past=True)

    assert anna.is_refused(Reason.UNKNOWN_DAY)


def test_everyone_is_one_tap_and_no_choice_any_more_once_someone_was_named() -> None:
    chat, anna = noting()
    anna.presses("Vandaag", "Ja, klopt")
    old = anna.open
    assert old is not None

    anna.presses("Joost")

    assert "Joost" in anna.last and "Nog iemand?" in anna.last
    assert "Iedereen" not in anna.labels
    again = anna.open
    assert again is not None
    anna.presses_old(again, "iedereen")
    assert anna.is_refused(Reason.USE_LABELS)
    anna.presses("Ik")
    assert chat.run.about["erbij"] == People((MemberId(2), MemberId(1)))


def test_all_who_can_be_named_are_there_when_everyone_is_tapped() -> None:
    chat, anna = noting()
    anna.presses("Vandaag", "Ja, klopt")

    anna.presses("Iedereen")

    assert chat.run.about["erbij"] == People((MemberId(1), MemberId(2)))


def test_what_is_written_once_more_leaves_nothing_of_the_first_time() -> None:
    chat = Chat("eigen-kaart", ANNA)
    anna = chat.people[0]
    anna.says("Nooit wordt er gebeld")
    anna.says("Wij willen weten waarom")
    anna.presses("Ik zeg het anders")
    anna.says("Bellen op een gewone dag")
    assert chat.erased == {1}, "the title that was taken back is gone at once"

    anna.says("Wij willen weten wat dan kan")
    anna.presses("Toch niet")
    assert chat.erased == set(chat.words), "and a card thrown away leaves nothing"
