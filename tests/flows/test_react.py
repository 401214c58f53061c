"""Everybody reacts to somebody else's card; nobody's card is passed by, and nobody reacts to their own."""

import pytest

from flows.effects import Reason, Remind, Reveal
from flows.events import AudienceTold, Fired, OwnCardOnly, Purpose, Question, Said
from flows.names import Form, MemberId, Pace, Share, StepId, WordsId
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM, TALK

FOUR = (ANNA, SAM, JOOST, NOOR)


def reacting(*people: tuple, skipping: tuple[str, ...] = (), **more) -> Chat:
    """A talk whose cards lie open, and in which everybody has a card of somebody else before them."""
    chat = Chat(TALK, *(people or (ANNA, JOOST)), **more)
    for person in chat.people:
        if person.name in skipping:
            person.presses("Ik sla over")
        else:
            person.answers(f"kaart van {person.name}")
    chat.turns()
    return chat


def with_one_card() -> Chat:
    """Only Anna's card lies open; there is none for her to react to."""
    chat = Chat(TALK, ANNA, JOOST, NOOR)
    anna, joost, noor = chat.people
    joost.presses("Ik sla over")
    noor.presses("Ik sla over")
    anna.answers("kaart van Anna")
    anna.presses("Ja, laat zien")
    chat.turns()
    return chat


def whose(chat: Chat, name: str) -> str:
    """Whose card lies before this person."""
    said = next(p for p in chat.people if p.name == name).last
    return next((p.name for p in chat.people if f"kaart van {p.name}" in said.split("\n\n", 1)[-1]), "")


def react(chat: Chat, name: str, text: str = "dat het thuis anders is") -> None:
    person = next(p for p in chat.people if p.name == name)
    person.presses("Ik wist niet")
    person.says(text)


def test_two_people_react_to_each_other_and_nobody_reads_it_before_both_did() -> None:
    chat = reacting()
    anna, joost = chat.people
    assert (whose(chat, "Anna"), whose(chat, "Joost")) == ("Joost", "Anna")
    assert "Andere kaart" not in anna.labels

    joost.presses("Ik herken")
    joost.says("dat hij thuis moe is")
    assert joost.hears("reactie-klaar") and chat.reveal is None
    react(chat, "Anna")
    chat.turns()

    assert chat.group[-2:] == [
        "Anna, bij de kaart van Joost: Ik wist niet dat …: dat het thuis anders is",
        "Joost, bij de kaart van Anna: Ik herken …: dat hij thuis moe is",
    ]
    assert chat.run.at == "praten"


def test_a_pupil_who_came_with_only_their_own_card_is_asked_for_nothing_more_and_their_card_gets_a_reaction() -> None:
    chat = Chat(TALK, *FOUR)
    sam = chat.people[1]
    chat.happens(OwnCardOnly(at=chat.now, by=sam.id))
    chat.happens(OwnCardOnly(at=chat.now, by=MemberId(99)))
    for person in chat.people:
        person.answers(f"kaart van {person.name}")

    chat.turns()

    assert sam.open is None
    assert "Sam" in {whose(chat, name) for name in ("Anna", "Joost", "Noor")}


def test_everybodys_card_lies_before_one_other_and_home_and_school_meet() -> None:
    chat = reacting(*FOUR)

    assert [whose(chat, p.name) for p in chat.people] == ["Noor", "Joost", "Sam", "Anna"]


def test_a_card_that_was_passed_on_goes_first_to_the_next_who_asks_for_another() -> None:
    chat = reacting(*FOUR)
    anna, sam, _joost, _noor = chat.people
    anna.presses("Andere kaart")
    assert whose(chat, "Anna") == "Sam"

    sam.presses("Andere kaart")

    assert whose(chat, "Sam") == "Noor"


def test_who_passes_on_all_cards_sees_the_first_again() -> None:
    chat = reacting(ANNA, SAM, JOOST)
    anna = chat.people[0]
    seen = [whose(chat, "Anna")]
    for _ in range(2):
        anna.presses("Andere kaart")
        seen.append(whose(chat, "Anna"))

    assert seen == ["Joost", "Sam", "Joost"]


def test_who_turned_no_card_reacts_too_and_an_owner_of_the_only_card_just_waits() -> None:
    chat = with_one_card()
    anna, joost, noor = chat.people
    assert [whose(chat, p.name) for p in (joost, noor)] == ["Anna", "Anna"] and anna.open is None

    anna.taps("Mijn antwoord")
    assert anna.is_refused(Reason.NOT_ASKED)
    react(chat, "Joost")
    react(chat, "Noor")

    assert chat.reveal is not None and len(chat.reveal.cards) == 2


def test_one_reaction_may_stand_alone_for_its_writer_was_told_so() -> None:
    chat = reacting()
    anna, joost = chat.people
    anna.presses("Ik wil je vragen")
    assert "ook als jij de enige bent" in anna.last and "met je naam" in anna.last
    chat.tells_audience(anna, 5)
    anna.says("hoe gaat het in de pauze?")

    joost.presses("Ik sla over")

    assert chat.reveal is not None and chat.reveal.told == 5
    chat.turns()
    assert chat.group[-1] == "Anna, bij de kaart van Joost: Ik wil je vragen …: hoe gaat het in de pauze?"


def test_when_the_group_grew_the_writer_of_a_reaction_is_asked_again() -> None:
    chat = reacting()
    react(chat, "Anna")
    react(chat, "Joost")

    chat.grows(9)
    chat.people[0].presses("Nee")
    chat.people[1].presses("Ja, laat zien")

    assert chat.reveal is not None and [card.member for card in chat.reveal.cards] == [2]


def test_nobody_reacts_and_the_talk_goes_on() -> None:
    chat = reacting()
    for person in chat.people:
        person.presses("Ik sla over")

    assert chat.run.at == "praten" and chat.reveal is None


def test_at_the_table_people_react_aloud() -> None:
    assert reacting(pace=Pace.NOW).run.at == "praten"


def test_a_reaction_under_a_card_that_was_shared_as_role_names_the_role() -> None:
    chat = Chat(TALK, ANNA, NOOR)
    chat.people[0].answers("kaart van Anna")
    chat.people[1].answers("kaart van Noor", Share.ROLE)
    chat.turns()
    assert "Dit is de kaart van jeugdhulp" in chat.people[0].last

    react(chat, "Anna", "u ook zo denkt")
    chat.fires(Purpose.DEADLINE)

    chat.turns()
    assert chat.group[-1].startswith("Anna, bij de kaart van jeugdhulp")


def test_who_writes_before_choosing_how_to_begin_is_pointed_to_the_buttons() -> None:
    chat = reacting()
    anna, joost = chat.people
    anna.says("mooi")
    assert anna.is_refused(Reason.USE_LABELS)
    assert joost.open is not None
    joost.presses_old(joost.open, "klaar")
    assert joost.is_refused(Reason.USE_LABELS)
    joost.presses_old(joost.open, "andere-kaart")

    assert joost.is_refused(Reason.USE_LABELS)


def test_a_very_long_reaction_is_not_kept_and_one_that_was_given_is_not_given_twice() -> None:
    chat = reacting()
    anna = chat.people[0]
    anna.presses("Ik herken")
    old = anna.open
    assert old is not None
    anna.says("x" * 1001)
    assert anna.is_refused(Reason.TOO_LONG)
    anna.says("dat")

    anna.presses_old(old, "sla-over")

    assert anna.is_refused(Reason.CLOSED)


def test_until_all_are_shown_a_reaction_can_be_written_anew_or_taken_back() -> None:
    chat = reacting()
    anna, _joost = chat.people
    react(chat, "Anna", "oud")
    anna.taps("Mijn antwoord")
    assert anna.hears("reactie-afmaken")
    anna.says("nieuw")
    assert [chat.words[w][1] for w in chat.erased] == ["oud"]
    anna.taps("Mijn antwoord")
    anna.presses("Ik sla over")
    assert [chat.words[w][1] for w in sorted(chat.erased)] == ["oud", "nieuw"]

    anna.taps("Mijn antwoord")

    assert anna.hears("reageren")


def test_what_was_written_stands_when_time_is_up_while_it_is_looked_at_again() -> None:
    chat = reacting()
    react(chat, "Anna", "oud")
    chat.people[0].taps("Mijn antwoord")

    chat.fires(Purpose.DEADLINE)

    chat.turns()
    assert chat.group[-1].endswith("oud") and chat.people[1].open is None


def test_the_reaction_of_who_leaves_is_gone_and_their_card_is_put_before_nobody_any_more() -> None:
    chat = reacting(ANNA, SAM, JOOST)
    anna, _sam, joost = chat.people
    assert whose(chat, "Anna") == "Joost"
    react(chat, "Joost", "weg")
    anna.presses("Ik herken")

    joost.leaves()

    assert whose(chat, "Anna") == "Sam" and anna.hears("reageren")
    assert [chat.words[w][1] for w in chat.erased] == ["weg"]


def test_who_reacted_already_to_the_card_of_who_leaves_is_not_asked_again() -> None:
    chat = reacting(ANNA, SAM, JOOST)
    _anna, sam, joost = chat.people
    react(chat, "Anna", "blijft")
    sam.presses("Ik sla over")

    joost.leaves()

    chat.turns()
    assert chat.group[-1] == "Anna, bij de kaart van iemand: Ik wist niet dat …: blijft"


def test_who_skipped_gets_another_card_to_look_at_when_that_one_is_gone() -> None:
    chat = reacting(ANNA, SAM, JOOST)
    anna, _sam, joost = chat.people
    anna.presses("Ik sla over")
    joost.leaves()

    anna.taps("Mijn antwoord")

    assert whose(chat, "Anna") == "Sam"


def test_when_the_only_other_card_goes_nobody_waits() -> None:
    chat = reacting()

    chat.people[1].leaves()

    assert chat.run.at == "praten" and chat.people[0].open is None


def test_a_newcomer_reacts_too_and_who_comes_back_is_asked_anew() -> None:
    chat = reacting(outside=(OMA,))
    oma, anna = chat.outside[0], chat.people[0]
    oma.taps("Ik doe mee")
    chat.people.append(oma)
    assert oma.hears("reageren")
    anna.leaves()
    anna.joins()

    assert anna.hears("reageren") and anna.open is not None and anna.open.question.round > 0


def test_who_has_no_card_before_them_can_leave_too() -> None:
    chat = with_one_card()
    anna, joost, noor = chat.people

    anna.leaves()

    assert chat.run.at == "praten" and joost.open is None and noor.open is None


def test_for_who_comes_back_there_may_be_no_card() -> None:
    chat = with_one_card()
    anna = chat.people[0]
    anna.blocks()

    anna.returns()

    assert anna.open is None and chat.run.at == "reageren"


def test_who_blocks_is_not_waited_for_and_who_is_back_finds_the_question() -> None:
    chat = reacting(ANNA, SAM, JOOST)
    anna, _sam, joost = chat.people
    anna.blocks()
    anna.returns()
    assert anna.hears("reageren")
    react(chat, "Anna")
    anna.blocks()
    anna.returns()
    assert anna.hears("reactie-klaar")
    react(chat, "Sam")

    joost.blocks()

    assert chat.reveal is not None and len(chat.reveal.cards) == 2


def test_who_is_away_when_the_cards_are_dealt_is_asked_when_they_are_back() -> None:
    chat = Chat(TALK, ANNA, SAM, JOOST, away=("Sam",))
    anna, sam, joost = chat.people
    anna.answers("kaart van Anna")
    joost.answers("kaart van Joost")
    chat.turns()
    assert sam.open is None

    sam.returns()

    assert sam.hears("reageren")


def test_a_reminder_comes_once_to_who_still_chooses() -> None:
    chat = reacting()
    anna, _joost = chat.people
    chat.fires(Purpose.REMIND, anna)
    assert anna.hears("herinnering-vraag")
    old = anna.open
    assert old is not None
    anna.presses("Ik herken")

    question = old.question
    chat.happens(
        Fired(at=chat.now, step=question.step, turn=question.turn, purpose=Purpose.REMIND, member=anna.id,
              round=question.round)
    )  # fmt: skip

    assert not [e for e in chat.effects if isinstance(e, Remind)]


def test_a_number_of_people_told_for_an_earlier_question_counts_no_more() -> None:
    chat = reacting()
    anna = chat.people[0]
    anna.presses("Ik herken")
    assert anna.open is not None
    question = anna.open.question
    old = Question(question.step, question.turn, question.round - 1)
    chat.happens(AudienceTold(at=chat.now, by=anna.id, question=old, count=99))

    anna.says("dat")
    chat.fires(Purpose.DEADLINE)

    assert isinstance(chat.reveal, Reveal) and chat.reveal.told is None


def test_a_stranger_is_pointed_to_joining_and_an_odd_timer_does_nothing() -> None:
    chat = reacting(outside=(OMA,))
    oma, anna = chat.outside[0], chat.people[0]
    assert anna.open is not None
    chat.happens(Said(at=chat.now, by=oma.id, question=anna.open.question, words=WordsId(99), form=Form.TEXT, size=3))
    assert oma.is_refused(Reason.STRANGER)

    chat.happens(Fired(at=chat.now, step=StepId("reageren"), turn=chat.run.turn, purpose=Purpose.GREW))
    chat.happens(
        Fired(at=chat.now, step=StepId("reageren"), turn=chat.run.turn, purpose=Purpose.REMIND, member=MemberId(77))
    )

    assert chat.effects == ()


@pytest.mark.parametrize("goes", ["leaves", "blocks"])
def test_when_all_who_reacted_are_gone_before_it_is_shown_the_group_talks(goes: str) -> None:
    chat = reacting(ANNA, SAM, JOOST)
    anna, _sam, _joost = chat.people
    react(chat, "Anna")
    chat.fires(Purpose.DEADLINE)

    getattr(anna, goes)()

    assert chat.run.at == "praten" and chat.posted == ["geen-kaarten"]


def test_who_takes_back_what_they_said_to_somebody_who_left_gets_another_card() -> None:
    chat = reacting(*FOUR)
    anna, _sam, _joost, noor = chat.people
    react(chat, "Anna")
    noor.leaves()
    anna.taps("Mijn antwoord")
    anna.presses("Ik sla over")

    anna.taps("Mijn antwoord")

    assert whose(chat, "Anna") in ("Sam", "Joost")


def test_who_takes_it_back_when_no_other_card_is_left_hears_that_it_is_closed() -> None:
    chat = reacting(ANNA, JOOST, OMA, NOOR, skipping=("Oma", "Noor"))
    anna, joost = chat.people[:2]
    react(chat, "Anna")
    joost.leaves()
    anna.taps("Mijn antwoord")
    anna.presses("Ik sla over")

    anna.taps("Mijn antwoord")

    assert anna.is_refused(Reason.CLOSED)


def test_a_pupil_with_only_their_own_card_who_can_be_reached_again_is_asked_for_nothing_more() -> None:
    chat = Chat(TALK, *FOUR)
    sam = chat.people[1]
    chat.happens(OwnCardOnly(at=chat.now, by=sam.id))
    for person in chat.people:
        person.answers(f"kaart van {person.name}")
    chat.turns()
    sam.blocks()

    sam.returns()

    assert sam.open is None
