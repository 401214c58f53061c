"""Everybody answers alone: nobody is shown, nobody is forgotten, nobody keeps the others waiting for ever."""

import pytest

from flows.answering import MOST_MEDIA, MOST_MESSAGES, MOST_UNITS
from flows.effects import Ask, Close, Effect, Reason
from flows.events import AudienceTold, Purpose, Question
from flows.line import Who
from flows.names import Form, MemberId, Pace, Share
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST, NOOR, OMA, SAM, TALK


def test_everyone_is_asked_in_the_words_of_their_role_and_the_group_sees_no_word() -> None:
    chat = Chat(TALK, ANNA, SAM, JOOST)
    anna, sam, joost = chat.people

    assert len({anna.last, sam.last, joost.last}) == 3
    anna.answers("Bij het voeren van de geiten.")

    assert "geiten" not in chat.board
    assert chat.group == []
    assert "1 van de 3" in chat.board


def test_several_messages_and_a_voice_note_are_one_answer() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    anna.says("Hij lachte.")
    assert anna.hears("bewaard")

    anna.says("🎤", Form.VOICE)
    assert anna.hears("staat-erbij")
    anna.presses("Klaar")

    assert "Hij lachte. / 🎤" in anna.last
    assert not any("Delen als" in label for label in anna.labels), "a voice tells who speaks"

    anna.presses("met mijn naam")
    joost.answers("In de klas.")
    chat.turns()
    assert "Anna: Hij lachte. / 🎤" in chat.group


def test_a_voice_shared_as_a_role_by_an_old_keyboard_is_refused() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna = chat.people[0]
    anna.says("🎤", Form.VOICE)
    anna.presses("Klaar")
    assert anna.open is not None

    anna.presses_old(anna.open, "deel-rol")

    assert anna.is_refused(Reason.NO_ROLE_FOR_VOICE)


def test_ready_without_a_word_is_kindly_refused_and_something_else_as_well() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna = chat.people[0]
    assert anna.open is not None

    anna.presses_old(anna.open, "klaar")
    assert anna.is_refused(Reason.NOTHING_YET)

    anna.presses_old(anna.open, "deel-naam")
    assert anna.is_refused(Reason.USE_LABELS)


@pytest.mark.parametrize("form", [Form.TEXT, Form.PHOTO])
def test_too_many_pieces_are_refused_and_what_was_sent_stays(form: Form) -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna = chat.people[0]
    most = MOST_MESSAGES if form is Form.TEXT else MOST_MEDIA
    for n in range(most):
        anna.says(f"stukje {n}", form)

    anna.says("nog één", form)

    assert anna.is_refused(Reason.TOO_MANY)
    anna.presses("Klaar")
    assert f"stukje {most - 1}" in anna.last
    assert "nog één" not in anna.last


def test_a_text_that_is_too_long_is_refused_and_what_was_sent_stays() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna = chat.people[0]
    anna.says("kort")

    anna.says("x" * MOST_UNITS)

    assert anna.is_refused(Reason.TOO_LONG)
    anna.presses("Klaar")
    assert "kort" in anna.last
    assert "xxx" not in anna.last


def test_writing_on_while_choosing_how_to_share_is_pointed_to_the_buttons() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna = chat.people[0]
    anna.says("Hij lachte.")
    anna.presses("Klaar")

    anna.says("En nog iets.")
    assert anna.is_refused(Reason.USE_LABELS)

    assert anna.open is not None
    anna.presses_old(anna.open, "klaar")
    assert anna.is_refused(Reason.USE_LABELS)


def test_who_presses_twice_is_counted_once() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna = chat.people[0]
    anna.says("Hij lachte.")
    anna.presses("Klaar")
    old = anna.open
    assert old is not None
    anna.presses("met mijn naam")

    anna.presses_old(old, "deel-naam")

    assert anna.is_refused(Reason.CLOSED)
    assert "1 van de 2" in chat.board


def test_who_starts_over_loses_the_old_answer_for_good() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    anna.says("Dat had ik niet moeten zeggen.")
    anna.presses("Klaar", "Aanpassen")

    assert anna.hears("opnieuw")
    assert chat.erased == {1}

    anna.answers("Hij lachte.")
    joost.answers("In de klas.")
    chat.turns()
    assert [line for line in chat.group if line.startswith("Anna")] == ["Anna: Hij lachte."]


def test_who_shared_can_look_again_and_choose_otherwise_until_the_cards_turn() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    anna.answers("Hij lachte.")
    assert "1 van de 2" in chat.board

    anna.taps("Mijn antwoord")
    assert "Hij lachte." in anna.last
    assert "0 van de 2" in chat.board
    anna.presses("Alleen voor mij")

    joost.answers("In de klas.")
    assert joost.hears("enige-kaart"), "what was withdrawn is not turned"


def test_who_refused_to_share_can_share_after_all() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    anna.answers("Hij lachte.", Share.ME)

    anna.taps("Mijn antwoord")
    anna.presses("Delen als")
    joost.answers("In de klas.")
    chat.turns()

    assert "(ouder): Hij lachte." in chat.group


def test_time_is_up_while_someone_reads_back_what_they_shared_and_their_yes_still_holds() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    anna.answers("Hij lachte.")
    joost.says("In de klas.")
    anna.taps("Mijn antwoord")
    old = anna.open
    assert old is not None

    chat.fires(Purpose.DEADLINE)

    assert joost.hears("tijd-om-niet-gedeeld")
    assert anna.hears("enige-kaart")
    anna.presses_old(old, "aanpassen")
    assert anna.is_refused(Reason.CLOSED)


def test_time_is_up_while_someone_starts_over_and_nothing_of_theirs_is_shown() -> None:
    chat = Chat(TALK, ANNA, JOOST, NOOR)
    anna, joost, _ = chat.people
    anna.answers("Hij lachte.")
    joost.answers("In de klas.")
    anna.taps("Mijn antwoord")
    anna.presses("Aanpassen")

    chat.fires(Purpose.DEADLINE)

    assert joost.hears("enige-kaart")
    assert anna.hears("opnieuw"), "nothing was written, so there is nothing to say about it"


def test_who_taps_my_answer_while_writing_gets_the_question_back_with_ready() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna = chat.people[0]
    first = anna.open
    assert first is not None
    anna.says("Hij lachte.")
    anna.taps("Mijn antwoord")

    assert anna.hears("vraag-alleen")
    assert [label for label in anna.labels if label == "Klaar"]
    anna.presses_old(first, "klaar")
    assert anna.is_refused(Reason.CLOSED), "the older keyboard is closed"


def test_who_skipped_may_answer_after_all() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    anna.says("Hm.")
    anna.presses("Ik sla over")
    assert chat.erased == {1}

    anna.taps("Mijn antwoord")
    anna.answers("Hij lachte.")
    joost.answers("In de klas.")

    chat.turns()
    assert "Anna: Hij lachte." in chat.group


def test_everyone_skips_and_the_talk_goes_on_without_cards() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    for person in chat.people:
        person.presses("Ik sla over")

    assert chat.posted == ["geen-kaarten"]
    assert chat.run.at in ("praten", "praten-zonder")


def test_a_reminder_comes_once_for_the_question_as_it_stands_and_never_to_who_is_ready() -> None:
    chat = Chat(TALK, ANNA, JOOST, pace=Pace.NOW)
    anna, joost = chat.people
    chat.fires(Purpose.REMIND, joost)
    assert joost.hears("herinnering-vraag")

    anna.says("Hij lachte.")
    before = anna.open
    anna.presses("Klaar")
    now, anna.open = anna.open, before
    chat.fires(Purpose.REMIND, anna)
    assert chat.effects == (), "that was about an earlier question"

    anna.open = now
    anna.presses("met mijn naam")
    anna.open = now
    chat.fires(Purpose.REMIND, anna)
    assert chat.effects == ()


def test_who_blocked_praatmaat_is_not_reminded() -> None:
    chat = Chat(TALK, ANNA, JOOST, NOOR)
    joost = chat.people[1]
    joost.blocks()

    chat.fires(Purpose.REMIND, joost)

    assert chat.effects == ()


def test_who_blocks_keeps_nobody_waiting_and_no_stale_question_stays_open() -> None:
    chat = Chat(TALK, ANNA, JOOST, NOOR)
    anna, joost, noor = chat.people
    anna.answers("Hij lachte.")
    noor.answers("Op de bank.")

    joost.blocks()

    assert chat.reveal is not None
    assert joost.open is None


def test_who_comes_back_in_time_is_asked_again_and_counts_again() -> None:
    chat = Chat(TALK, ANNA, JOOST, NOOR)
    joost = chat.people[1]
    joost.says("In de klas.")
    first = joost.open
    joost.blocks()
    assert "0 van de 2" in chat.board

    joost.returns()
    assert joost.open is not None and joost.open != first
    joost.presses("Klaar", "met mijn naam")
    assert "1 van de 3" in chat.board

    joost.blocks()
    joost.returns()
    assert "1 van de 3" in chat.board, "what was shared waited"


def test_who_could_not_be_reached_at_the_start_is_asked_once_back() -> None:
    chat = Chat(TALK, ANNA, JOOST, away=("Joost",))
    joost = chat.people[1]
    assert joost.open is None
    assert "0 van de 1" in chat.board

    joost.returns()

    assert joost.open is not None
    assert "0 van de 2" in chat.board
    joost.answers("In de klas.")
    assert "1 van de 2" in chat.board


def test_who_leaves_is_forgotten_and_who_comes_back_gets_a_new_question() -> None:
    chat = Chat(TALK, ANNA, JOOST, NOOR)
    anna, joost, noor = chat.people
    joost.says("In de klas.")
    old = joost.open
    assert old is not None
    joost.leaves()
    assert chat.erased == {1}
    joost.presses_old(old, "klaar")
    assert joost.is_refused(Reason.STRANGER)

    joost.joins()

    assert joost.open is not None
    assert joost.open.question != old.question, "one question is put once; this is another"
    joost.answers("Bij gym.")
    anna.answers("Hij lachte.")
    noor.presses("Ik sla over")
    chat.turns()
    assert "Joost: Bij gym." in chat.group


def test_the_last_one_not_ready_leaves_and_the_cards_turn() -> None:
    chat = Chat(TALK, ANNA, JOOST, NOOR)
    anna, joost, noor = chat.people
    anna.answers("Hij lachte.")
    noor.answers("Op de bank.")

    joost.leaves()

    assert chat.reveal is not None


def test_everyone_leaves_and_the_talk_stops_with_every_word_erased() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    anna.says("Hij lachte.")
    joost.answers("In de klas.")

    anna.leaves()
    joost.leaves()

    assert chat.over
    assert chat.erased == set(chat.words)


def test_the_last_one_leaves_in_the_middle_of_a_sentence_and_it_is_erased() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    joost.says("In de")
    anna.leaves()

    joost.leaves()

    assert chat.over
    assert chat.erased == {1}


def test_everyone_blocks_and_the_talk_is_not_stuck() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    for person in chat.people:
        person.blocks()

    assert chat.run.at in ("praten", "praten-zonder")
    assert all(person.open is None for person in chat.people)


def test_a_late_joiner_is_asked_and_counted_once() -> None:
    chat = Chat(TALK, ANNA, JOOST, outside=(OMA,))
    oma = chat.outside[0]
    oma.taps("Mijn antwoord")
    assert oma.is_refused(Reason.STRANGER)

    oma.taps("Ik doe mee")
    assert oma.hears("vraag-alleen")
    assert "0 van de 3" in chat.board

    oma.taps("Ik doe mee")
    assert oma.is_refused(Reason.TWICE)
    assert "0 van de 3" in chat.board


def test_the_number_someone_was_told_belongs_to_the_question_it_was_told_with() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    anna, joost = chat.people
    anna.says("Hij lachte.")
    before = anna.open
    assert before is not None
    anna.presses("Klaar")
    chat.happens(AudienceTold(at=chat.now, by=anna.id, question=before.question, count=99))
    assert chat.effects == ()
    chat.tells_audience(anna, 4)
    anna.presses("met mijn naam")
    joost.says("In de klas.")
    joost.presses("Klaar")
    chat.tells_audience(joost, 5)
    joost.presses("met mijn naam")

    assert chat.reveal is not None
    assert chat.reveal.told == 4, "the lowest number anyone was told"


def test_a_number_told_to_someone_who_left_changes_nothing() -> None:
    chat = Chat(TALK, ANNA, JOOST)
    joost = chat.people[1]
    question = joost.open
    assert question is not None
    joost.leaves()
    before = chat.run

    chat.happens(AudienceTold(at=chat.now, by=joost.id, question=question.question, count=4))

    assert chat.run == before


def test_each_question_that_opens_is_closed_again() -> None:
    chat = Chat(TALK, ANNA, JOOST, NOOR)
    opened: set[tuple[MemberId, Question]] = set()
    closed: set[tuple[MemberId, Question]] = set()
    original = chat.carry_out

    def watch(effect: Effect) -> None:
        match effect:
            case Ask(to=to, question=question):
                opened.add((to, question))
            case Close(to=to, question=question):
                closed.add((to, question))
        original(effect)

    opened |= {(p.id, p.open.question) for p in chat.people if p.open}
    chat.carry_out = watch  # type: ignore[method-assign]
    anna, joost, noor = chat.people
    anna.answers("Hij lachte.")
    anna.taps("Mijn antwoord")
    joost.presses("Ik sla over")
    noor.leaves()
    chat.fires(Purpose.DEADLINE)
    anna.presses("Nee")
    chat.fires(Purpose.LAST)
    chat.fires(Purpose.LAST)

    assert opened == closed


def test_a_guest_is_not_asked_what_the_team_will_do_and_hears_so_kindly() -> None:
    chat = Chat("ervaring-aan-tafel/oog-voor-onmacht", JOOST, NOOR, OMA, about={"gast": Who(MemberId(3))})
    joost, noor, guest = chat.people
    joost.taps("uitgepraat", "uitgepraat")
    assert joost.hears("vraag-alleen") and guest.open is None and "van de 2" in chat.board
    guest.taps("Mijn antwoord")
    assert guest.is_refused(Reason.NOT_ASKED)
    guest.blocks()
    guest.returns()
    assert guest.open is None
    guest.leaves()
    guest.joins()

    assert guest.open is None
    noor.presses("Ik sla over")
    joost.presses("Ik sla over")
    assert chat.run.at == "afspreken"


def test_a_team_reads_examples_for_professionals_only() -> None:
    chat = Chat("team/zie-vooral-het-kind", JOOST, NOOR)
    for person in chat.people:
        person.presses("Ik sla over")
    chat.people[0].taps("uitgepraat", "uitgepraat")

    assert chat.run.at == "afspreken" and "thuis" not in chat.board
