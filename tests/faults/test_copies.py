"""When nobody knows whether a message arrived, and it is sent once more: what the second copy may not do."""

from tests.faults.conftest import Place


async def test_a_second_copy_of_thanks_leaves_the_keyboard_of_the_question_that_came_between(place: Place) -> None:
    kring = await place.circle()
    anna = kring.people[0]
    await place.talk(kring)
    await anna.sees("Typ je antwoord")
    await anna.writes("Hij lachte om de hond.")
    await anna.sees("Bewaard")
    await anna.picks("Klaar")
    await anna.sees("Hoe wil je het delen?")
    await place.town.fails(method="sendMessage", chat_id=anna.id, effect="after", drop=True, times=1)
    await anna.picks("Alleen voor mij")
    await anna.sees("Dit blijft alleen voor jou")
    await anna.writes("/stop")
    await anna.sees("Wil je stoppen")
    await place.town.until(
        lambda: sum("Dit blijft alleen voor jou" in text for text in place.town.from_bot(anna)) == 2, 20
    )
    assert "Nee, ik blijf" in anna.keyboard()
    await anna.picks("Nee, ik blijf")
    await anna.sees("Er is niets veranderd", 20)


async def test_a_question_that_came_twice_without_our_knowing_its_number_can_be_answered(place: Place) -> None:
    kring = await place.circle()
    anna = kring.people[0]
    await place.talk(kring)
    await anna.sees("Typ je antwoord")
    await anna.writes("Hij lachte om de hond.")
    await anna.sees("Bewaard")
    await place.town.fails(method="sendMessage", chat_id=anna.id, effect="after", drop=True, times=2)
    await anna.picks("Klaar")
    await place.town.until(lambda: sum("Hoe wil je het delen?" in text for text in place.town.from_bot(anna)) == 2, 20)
    await anna.picks("Alleen voor mij")
    await anna.sees("Dit blijft alleen voor jou")
