"""A pupil who comes with only their own card: asked the first question of a talk, and nothing besides."""

from flows.events import OwnCardOnly
from tests.chat import Chat, Person
from tests.flows.people import ANNA, JOOST, NOOR, SAM, TALK
from tests.flows.test_chairs import SWAP, sits, swapping, thinks

FIVE = "vijf-vragen/zie-vooral-het-kind"


def only_own(chat: Chat, person: Person) -> None:
    chat.happens(OwnCardOnly(at=chat.now, by=person.id))


def five(*, partly: bool) -> Chat:
    """Five questions over days, of which the first is about to be, or was, answered by all but Sam."""
    chat = Chat(FIVE, ANNA, SAM, JOOST)
    if partly:
        only_own(chat, chat.people[1])
    for person in chat.people:
        person.answers(f"kaart van {person.name}")
    chat.turns()
    return chat


def test_their_first_card_is_asked_and_turned_and_a_second_question_is_for_the_others() -> None:
    chat = five(partly=True)
    anna, sam, joost = chat.people

    assert "Sam: kaart van Sam" in chat.group
    assert sam.open is None and anna.open is not None and joost.open is not None
    assert "0 van de 2" in chat.board


def test_a_second_question_that_is_open_goes_away_with_what_they_were_writing() -> None:
    chat = five(partly=False)
    anna, sam, joost = chat.people
    sam.says("Ik weet niet of")
    written = max(chat.words)

    only_own(chat, sam)

    assert sam.open is None and chat.erased == {written}
    anna.answers("wij")
    joost.answers("ik")
    chat.turns()
    assert chat.run.at == "praten" and "Ik weet niet of" not in "".join(chat.group)


def test_what_they_shared_already_stands_also_when_they_were_looking_again() -> None:
    for again in (False, True):
        chat = five(partly=False)
        sam = chat.people[1]
        sam.answers("de pauze")
        if again:
            sam.taps("Mijn antwoord")

        only_own(chat, sam)

        assert sam.open is None and chat.erased == set()
        for person in (chat.people[0], chat.people[2]):
            person.answers("iets")
        chat.turns()
        assert "Sam: de pauze" in chat.group


def test_a_first_question_that_is_open_stays_open_for_it_is_their_own_card() -> None:
    chat = Chat(TALK, ANNA, SAM, JOOST)
    sam = chat.people[1]

    only_own(chat, sam)

    assert sam.open is not None


def test_nobody_waits_for_them_any_more_once_their_question_is_gone() -> None:
    chat = five(partly=False)
    for person in (chat.people[0], chat.people[2]):
        person.answers("iets")

    only_own(chat, chat.people[1])

    assert chat.reveal is not None


def test_they_take_nobodys_chair_and_somebody_thinks_of_them() -> None:
    chat = Chat(SWAP, ANNA, SAM, JOOST, NOOR)
    sam = chat.people[1]
    only_own(chat, sam)
    for person in chat.people:
        person.says(f"eigen woorden van {person.name}")
        person.presses("met mijn naam")

    assert sam.open is None
    assert "Sam" not in sits(chat) and "Sam" in sits(chat).values()


def test_a_chair_they_were_sitting_in_is_left_and_their_own_card_is_shown() -> None:
    chat = swapping(ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    only_own(chat, sam)
    assert sam.open is None

    thinks(chat, anna)
    thinks(chat, joost)
    chat.turns()

    assert "Sam: eigen woorden van Sam" in chat.group


def test_a_card_to_react_to_that_lies_before_them_goes_away() -> None:
    chat = Chat(TALK, ANNA, SAM, JOOST)
    anna, sam, joost = chat.people
    for person in chat.people:
        person.answers(f"kaart van {person.name}")
    chat.turns()
    assert sam.open is not None

    only_own(chat, sam)

    assert sam.open is None
    for person in (anna, joost):
        person.presses("Ik herken")
        person.says("dit")
    assert chat.reveal is not None and len(chat.reveal.cards) == 2


def test_a_reaction_they_gave_already_stands_also_when_they_were_looking_again() -> None:
    for again in (False, True):
        chat = Chat(TALK, ANNA, SAM, JOOST)
        sam = chat.people[1]
        for person in chat.people:
            person.answers(f"kaart van {person.name}")
        chat.turns()
        sam.presses("Ik herken")
        sam.says("dat klopt")
        if again:
            sam.taps("Mijn antwoord")

        only_own(chat, sam)

        assert sam.open is None and chat.erased == set()
        for person in (chat.people[0], chat.people[2]):
            person.presses("Ik sla over")
        assert chat.reveal is not None and len(chat.reveal.cards) == 1
