"""What handlers make of odd words and goings, below HTTP: who hears what, and what is kept."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.keys import Vault
from bot.storage import circles, people
from bot.storage.database import Tx
from flows.names import Role
from flows.schools import School
from tests.clock import ManualClock
from tests.faults.leaks import Lab
from tests.faults.phones import Chat, Content, Phones, Reaction

ANNA, JOOST = range(2)


class Silent:
    """Nobody watches."""

    def shows(self, *shown: object) -> None:
        """Nothing to see."""


class Place:
    """One group in which the first took part already."""

    def __init__(self, tx: Tx, content: Content, vault: Vault, first_id: int) -> None:
        self.tx, self.vault, self.clock = tx, vault, ManualClock()
        self.phones = Phones(tx, content, vault, self.clock, Silent(), ("Anna", "Joost"), first_id)
        self.who = self.phones.people
        self.group = self.phones.group(*self.who)
        self.circle = people.ensure_circle(tx, self.group.id)
        self.persons = tuple(people.ensure_person(tx, who, "nl") for who in self.who)
        people.set_reachable(tx, self.persons[ANNA], True)
        people.add_member(
            tx, vault, circle=self.circle, person=self.persons[ANNA], role=Role.PARENT, name="Anna",
            consent_version="1", at=1.0,
        )  # fmt: skip
        self.phones.drain()

    def joins(self, n: int, role: Role) -> None:
        """They take part too."""
        people.set_reachable(self.tx, self.persons[n], True)
        people.add_member(
            self.tx, self.vault, circle=self.circle, person=self.persons[n], role=role, name=self.phones.names[n],
            consent_version="1", at=2.0,
        )  # fmt: skip

    def chat(self, n: int) -> Chat:
        return self.phones.chats[self.who[n]]

    def says(self, n: int, text: str) -> list[str]:
        """They write in private; the strings they are answered with."""
        heard = keys(self.phones.says(self.who[n], self.chat(n), text))
        self.phones.drain()
        return heard

    def taps(self, n: int, label: str) -> None:
        """They tap the newest button in the group with this text."""
        shown = next(m for m in reversed(self.group.messages) if label in dict(m.buttons))
        self.phones.taps(self.who[n], self.group, shown.message_id, dict(shown.buttons)[label])
        self.phones.drain()

    def kept(self) -> int:
        return len(self.tx.run("SELECT id FROM words"))


def keys(reaction: Reaction | None) -> list[str]:
    assert reaction is not None
    return [str(line.key) for row in reaction.rows for line in getattr(row.letter, "lines", ())]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder: Path = tmp_path_factory.mktemp("words")
    found = Lab(folder)
    yield found
    found.close()


def played(story: Callable[[Place], None]) -> Callable[[Lab], None]:
    """The story as a test, whole in one transaction of a real database."""

    def test(lab: Lab) -> None:
        lab.histories += 1
        first_id = 5_000_000 + lab.histories * 100
        lab.loop.run(lab.database.transact(lambda tx: story(Place(tx, lab.content, lab.vault, first_id))))

    return test


@played
def test_a_control_word_while_nothing_is_open_gets_a_friendly_word(place: Place) -> None:
    assert place.says(ANNA, "Klaar") == ["ui/geen-vraag-open"]
    assert place.says(ANNA, "Alleen voor mij") == ["ui/geen-vraag-open"]
    assert place.says(JOOST, "Klaar") == ["ui/geen-lid-prive"]
    assert place.kept() == 0


@played
def test_a_control_word_of_a_question_that_is_over_gets_a_friendly_word(place: Place) -> None:
    place.taps(ANNA, "Doe mee")
    place.says(ANNA, "/stop")
    place.says(ANNA, place.chat(ANNA).keyboard[1])
    for word in ("Klaar", "Ik sla over", "Delen met mijn naam", "Kies op de kalender"):
        assert place.says(ANNA, word) == ["ui/weiger-dicht"]
    assert place.kept() == 0


@played
def test_a_joining_that_ends_halfway_leaves_no_consent(place: Place) -> None:
    place.taps(JOOST, "Doe mee")
    place.says(JOOST, place.chat(JOOST).keyboard[0])
    assert people.consented(place.tx, place.persons[JOOST])

    place.says(JOOST, "/stop")

    assert not people.consented(place.tx, place.persons[JOOST])


@played
def test_a_joining_nobody_finishes_leaves_no_consent_either(place: Place) -> None:
    place.taps(JOOST, "Doe mee")
    place.says(JOOST, place.chat(JOOST).keyboard[0])

    place.phones.later(timedelta(days=8))

    assert not people.consented(place.tx, place.persons[JOOST])


@played
def test_who_leaves_the_group_while_joining_can_not_join_it_from_outside(place: Place) -> None:
    place.taps(JOOST, "Doe mee")
    place.says(JOOST, place.chat(JOOST).keyboard[0])
    link = place.phones.links[-1]

    place.phones.leaves(place.who[JOOST], place.group)
    assert place.says(JOOST, "Ik werk op school") == ["ui/weiger-dicht"]
    assert place.says(JOOST, f"/start {link}") == ["ui/link-verlopen"]

    assert people.member_of(place.tx, place.circle, place.persons[JOOST]) is None
    assert not people.consented(place.tx, place.persons[JOOST])


@played
def test_a_control_word_is_no_agreement(place: Place) -> None:
    place.phones.says(place.who[ANNA], place.group, "/afspraken")
    place.phones.drain()
    place.taps(ANNA, "Afspraak maken")

    assert place.says(ANNA, "Klaar") == ["ui/weiger-alleen-tekst"]
    assert place.kept() == 0


@played
def test_a_citizen_service_number_is_not_kept_and_a_diagnosis_is_asked_about_once(place: Place) -> None:
    place.phones.says(place.who[ANNA], place.group, "/afspraken")
    place.phones.drain()
    place.taps(ANNA, "Afspraak maken")

    assert place.says(ANNA, "meldt 123456782 aan") == ["ui/weiger-bsn"]
    assert place.kept() == 0
    assert "ui/gevoelig-diagnose" in place.says(ANNA, "leest samen over adhd")
    assert place.kept() == 1


@played
def test_an_answer_for_another_bot_is_not_kept(place: Place) -> None:
    assert place.says(ANNA, "/start@AndereBot iets") == ["ui/onbekende-opdracht"]


@played
def test_a_live_location_that_edits_itself_is_not_answered_each_time(place: Place) -> None:
    moving = place.phones.message(place.who[ANNA], place.chat(ANNA), {"location": {"latitude": 1, "longitude": 2}})

    assert place.phones.gives(place.who[ANNA], {**moving, "edit_date": 1}, "edited_message") is None


@played
def test_who_edits_something_that_was_no_answer_hears_that_new_messages_are_read(place: Place) -> None:
    old = place.phones.message(place.who[ANNA], place.chat(ANNA), {"text": "hoi"})

    assert keys(place.phones.gives(place.who[ANNA], {**old, "edit_date": 1}, "edited_message")) == [
        "ui/aangepast-anders"
    ]


@played
def test_any_member_says_what_kind_of_school_it_is_and_the_group_reads_its_words_at_once(place: Place) -> None:
    assert keys(place.phones.says(place.who[JOOST], place.group, "/school")) == ["ui/eerst-meedoen"]
    place.phones.says(place.who[ANNA], place.group, "/school")
    place.phones.drain()
    assert "leerling en docent" in place.group.messages[-1].text

    place.taps(ANNA, "Mbo")

    assert circles.school_of(place.tx, place.circle) is School.VOCATIONAL
    assert "Gekozen: <b>Mbo</b>. Ik zeg nu: student en docent." in place.group.messages[-1].text


@played
def test_a_label_on_a_keyboard_from_before_the_group_chose_its_school_still_counts(place: Place) -> None:
    place.taps(JOOST, "Doe mee")
    place.says(JOOST, place.chat(JOOST).keyboard[0])
    assert "Leerling" in place.chat(JOOST).keyboard
    circles.set_school(place.tx, place.circle, School.VOCATIONAL)

    assert place.says(JOOST, "Leerling") == ["taal.text"]


@played
def test_who_joins_at_an_mbo_school_joins_as_a_student(place: Place) -> None:
    circles.set_school(place.tx, place.circle, School.VOCATIONAL)
    place.taps(JOOST, "Doe mee")
    place.says(JOOST, place.chat(JOOST).keyboard[0])
    assert "Student" in place.chat(JOOST).keyboard

    assert place.says(JOOST, "Student") == ["taal.text"]


@played
def test_a_control_word_of_another_kind_of_school_is_no_agreement_either(place: Place) -> None:
    place.phones.says(place.who[ANNA], place.group, "/afspraken")
    place.phones.drain()
    place.taps(ANNA, "Afspraak maken")
    before = place.kept()

    assert place.says(ANNA, "Delen als rol (student)") == ["ui/weiger-alleen-tekst"]
    assert place.kept() == before


@played
def test_who_writes_their_opening_in_two_messages_hears_how_to_add_to_it(place: Place) -> None:
    place.joins(JOOST, Role.SCHOOL)
    place.phones.says(place.who[JOOST], place.group, "/gesprek")
    place.phones.drain()
    for label in ("Investeer in de relatie", "Verspreid over een paar dagen", "Zo beginnen we"):
        place.taps(JOOST, label)
    assert "Wil jij dit gesprek openen?" in place.chat(JOOST).messages[-1].text
    joost, chat = place.who[JOOST], place.chat(JOOST)
    first, second = (place.phones.message(joost, chat, {"text": said}) for said in ("Ik wil rust.", "En tijd."))
    place.phones.gives(joost, first)
    once = place.kept()

    assert keys(place.phones.gives(joost, second)) == ["ui/weiger-een-bericht"]
    place.phones.drain()
    assert place.says(JOOST, "En nog iets.") == ["ui/weiger-een-bericht"]
    assert place.kept() == once


@played
def test_a_team_may_practise_a_meeting_and_has_none_of_its_own_for_no_parent_or_pupil_reads_its_report(
    place: Place,
) -> None:
    circles.set_kind(place.tx, place.circle, circles.CircleKind.TEAM)
    assert keys(place.phones.says(place.who[ANNA], place.group, "/bijeenkomst")) == ["ui/niet-in-team"]
    place.phones.drain()

    assert [label for label, _ in place.group.messages[-1].buttons] == [
        "Eerst samen oefenen", "Print: acht principes", "Print: de praatplaat",
    ]  # fmt: skip
