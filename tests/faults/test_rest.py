"""The calendar's manners as people choose them themselves, over real HTTP with the clock moved."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.storage import people, timers
from tests.end_to_end.conftest import living, reads
from tests.faults import seeding
from tests.faults.conftest import At, Place
from tests.faults.seeding import Kring
from tests.faults.test_life import MovableClock
from tests.people import Person, Town

THURSDAY = datetime(2026, 11, 5, 9, 0, tzinfo=UTC)
"""Ten in the morning in the Netherlands; the nearest holiday is at Christmas."""


def questions(place: Place, person: Person) -> list[str]:
    """What was asked about agreements, oldest first."""
    return [text for text in place.town.from_bot(person) if "Hoe is het gegaan?" in text]


async def quiet(place: Place, person: Person, seconds: float = 3.0) -> None:
    """Nothing of the calendar comes for a while."""
    before = len(questions(place, person))
    await asyncio.sleep(seconds)
    assert len(questions(place, person)) == before


async def joosts(place: Place, *days: int) -> tuple[Kring, Person]:
    """A circle in which Joost promised something for each of so many days ahead."""
    kring = await place.circle()
    joost = kring.people[1]
    for ahead in days:
        await place.agreed(kring, joost, f"belt op dag {ahead}", place.now().date() + timedelta(days=ahead))
    return kring, joost


async def test_during_a_pause_nothing_comes_and_what_waited_comes_once_after(place_at: At) -> None:
    async with place_at(THURSDAY) as place:
        _, joost = await joosts(place, 4, 5)
        await joost.writes("/pauze")
        await joost.sees("Tot welke dag wil je pauze?")
        await joost.picks("Over twee weken")
        await joost.picks_when("Ja, klopt")
        await joost.sees("Tot donderdag 19 november schrijf ik je niet uit mezelf")
        await place.jump(days=7)  # both days are past
        await quiet(place, joost)
        assert questions(place, joost) == []
        await joost.writes("/pauze")
        await joost.sees("Je hebt pauze tot donderdag 19 november")
        waits = place.town.from_bot(joost)[-1]
        assert waits.count("het is pauze. Komt op donderdag 19 november") == 2 and "belt op dag 4" in waits
        assert "belt op dag 5" in waits
        await joost.picks_when("Laat het zo")
        await joost.sees("Er is niets veranderd")
        await place.jump(days=7)
        await joost.sees("Hoe is het gegaan?", 20)
        await quiet(place, joost)
        assert len(questions(place, joost)) == 1 and "Hierna heb ik nog één vraag" in questions(place, joost)[0]


async def test_a_pause_that_is_ended_early_brings_what_waited_at_once(place_at: At) -> None:
    async with place_at(THURSDAY) as place:
        _, joost = await joosts(place, 1)
        await joost.writes("/pauze tot 3 december")
        await joost.sees("Tot donderdag 3 december schrijf ik je niet uit mezelf")
        await place.jump(days=4)
        await quiet(place, joost)
        await joost.writes("/pauze")
        await joost.sees("Je hebt pauze")
        await joost.picks_when("Stop de pauze")
        await joost.sees("Fijn dat je er weer bent")
        await joost.sees("Hoe is het gegaan?", 20)


async def test_any_member_asks_rest_for_the_circle_and_any_other_ends_it(place_at: At) -> None:
    async with place_at(THURSDAY) as place:
        kring, joost = await joosts(place, 1)
        anna, _, sam = kring.people
        await sam.says(kring.group, "/pauze")
        await reads(place.town, kring.group, "Hoelang willen jullie rust?")
        assert "Stop de pauze" not in sam.buttons(kring.group)
        await anna.taps(kring.group, "Twee weken rust")
        await reads(place.town, kring.group, "Jullie hebben rust tot donderdag 19 november")
        await place.jump(days=4)
        await quiet(place, joost)
        assert questions(place, joost) == []
        await joost.says(kring.group, "/pauze")
        await reads(place.town, kring.group, "Er is pauze tot donderdag 19 november")
        await joost.taps(kring.group, "Stop de pauze")
        await reads(place.town, kring.group, "De pauze is over")
        await joost.sees("Hoe is het gegaan?", 20)


async def test_a_day_typed_behind_the_command_is_read_or_kindly_asked_again(place_at: At) -> None:
    async with place_at(THURSDAY) as place:
        kring = await place.circle()
        anna = kring.people[0]
        await anna.says(kring.group, "/pauze ooit")
        await reads(place.town, kring.group, "Typ /pauze met een dag erachter")
        await anna.says(kring.group, "/pauze tot 3 januari")
        await reads(place.town, kring.group, "Jullie hebben rust tot zondag 3 januari")
        await anna.says(kring.group, "/vakantie in de winter")
        await reads(place.town, kring.group, "Die dagen begrijp ik niet")


async def test_on_free_days_of_the_circle_nothing_comes_and_the_group_sees_which_they_are(place_at: At) -> None:
    async with place_at(THURSDAY) as place:
        kring, joost = await joosts(place, 4)
        anna = kring.people[0]
        await anna.says(kring.group, "/vakantie")
        await reads(place.town, kring.group, "De regio is nog niet gekozen")
        await anna.taps(kring.group, "Regio Midden")
        await reads(place.town, kring.group, "De eerste vakantie is de kerstvakantie: van zaterdag 19 december")
        await joost.says(kring.group, "/vakantie van 9 tot en met 11 november")
        await reads(place.town, kring.group, "Ook vrij: van maandag 9 november tot en met woensdag 11 november")
        await place.jump(days=4, hours=8)
        await quiet(place, joost)
        assert questions(place, joost) == []
        await joost.writes("/instellingen")
        await joost.sees("het is vakantie of een feestdag. Komt op donderdag 12 november")
        await joost.picks_when("Niets, zo is het goed")
        await place.jump(days=3)
        await joost.sees("Hoe is het gegaan?", 20)
        await anna.says(kring.group, "/vakantie")
        await place.town.until(lambda: "Eigen vrije dagen weg" in anna.buttons(kring.group))
        await anna.taps(kring.group, "Eigen vrije dagen weg")
        await place.town.until(lambda: "Ook vrij" not in place.town.from_bot(kring.group)[-1])
        circle = await place.db(lambda tx: people.circle(tx, kring.id))
        assert circle is not None and (circle.region, circle.free_days) == ("midden", ())


async def test_someone_chooses_hours_days_pace_and_free_days_and_sees_what_stands(place_at: At) -> None:
    async with place_at(THURSDAY) as place:
        kring, joost = await joosts(place, 6)  # a Wednesday
        await joost.writes("/instellingen")
        await joost.sees("Moment: in de middag")
        await joost.picks_when("Moment van de dag")
        await joost.picks_when("Ochtend, rond 9 uur")
        await joost.sees("Moment: in de ochtend")
        await joost.picks_when("Dagen van de week")
        await joost.picks_when("✅ woensdag")
        await joost.picks_when("⬜ woensdag")
        await joost.picks_when("✅ woensdag")
        await place.town.until(lambda: "⬜ woensdag" in joost.keyboard())
        await joost.picks_when("Klaar")
        await joost.sees("Dagen: 4 dagen per week")
        await joost.picks_when("Stille uren")
        await joost.picks_when("Zelf uren kiezen")
        await joost.sees("Vanaf hoe laat is het stil?")
        await joost.picks_when("9 uur")
        await joost.sees("Tot hoe laat is het stil?")
        await joost.picks_when("11 uur")
        await joost.sees("Stil: ook van 9 uur tot 11 uur")
        await joost.picks_when("Hoe vaak")
        await joost.picks_when("Eén per week")
        await joost.sees("hooguit 1 bericht per week")
        await joost.picks_when("Vrije dagen")
        await joost.picks_when("Vrije dagen erbij")
        await joost.sees("Vanaf welke dag ben je vrij?")
        await joost.writes("12 november")
        await joost.picks_when("Ja, klopt")
        await joost.picks_when("Alleen die dag")
        await joost.sees("Vrij: donderdag 12 november")
        await joost.picks_when("Niets, zo is het goed")
        await joost.sees("Zo doe ik het")
        planned = await place.db(lambda tx: timers.of_member(tx, kring.member(joost), "check-in"))
        moments = [timer.local for timer in planned]
        assert moments == ["2026-11-13T09:00"], "not on Wednesday, nor on the free Thursday: on Friday at nine"


async def test_who_stops_everywhere_leaves_no_wishes_behind(place_at: At) -> None:
    async with place_at(THURSDAY) as place:
        kring, joost = await joosts(place)
        await joost.writes("/pauze tot 1 december")
        await joost.sees("Tot dinsdag 1 december")
        await joost.writes("/stop")
        await joost.picks_when("Ja, ik stop")
        await joost.sees("Je bent gestopt")
        person = await place.db(lambda tx: people.person_of_chat(tx, joost.id))
        assert person is not None
        found = await place.db(lambda tx: people.person(tx, person))
        assert found is not None and found.manners == "{}"
        await joost.writes("/instellingen")
        await joost.sees("Je doet nog in geen groep mee")
        await joost.says(kring.group, "/pauze")
        await reads(place.town, kring.group, "Daarvoor doe je eerst mee")
        await joost.says(kring.group, "/instellingen")
        await reads(place.town, kring.group, "Wanneer ik je schrijf, kies je in je eigen chat")


async def test_who_answered_is_never_reminded(place_at: At) -> None:
    async with place_at(THURSDAY) as place:
        _, joost = await joosts(place, 1)
        await place.jump(days=1, hours=7)
        await joost.sees("Hoe is het gegaan?", 20)
        await joost.picks("gelukt")
        await joost.sees("Mag de groep het weten?")
        await joost.picks_when("Nee, houd het hier")
        said = len(place.town.from_bot(joost))
        for _ in range(5):
            await place.jump(days=1)
            await asyncio.sleep(1.2)
        assert not any("staat nog voor je open" in text for text in place.town.from_bot(joost)[said:])


def test_the_days_of_these_tests_are_what_they_are_said_to_be() -> None:
    assert THURSDAY.weekday() == 3 and date(2026, 11, 12).weekday() == 3


async def test_thirty_days_away_with_twelve_overdue_check_ins_end_in_one_message(tmp_path: Path) -> None:
    clock = MovableClock(tmp_path / "offset", datetime(2026, 11, 2, 9, 0, tzinfo=UTC))  # a Monday
    async with Town(real=clock.real, offset_file=tmp_path / "offset") as town:
        async with living(town, tmp_path, clock) as bot:
            kring = await seeding.circle(town, bot.database, bot.desk, "Rond Sam")
            joost = kring.people[1]
            await joost.writes("/help")
            await joost.sees("/privacy")
            for n in range(12):
                day = clock.now().date() + timedelta(days=3 + 2 * n)
                await seeding.agreed(bot.database, bot.desk, kring, joost, f"belt voor de {n + 1}e keer", day)
            await asyncio.sleep(1.5)  # a heartbeat
            said = len(town.from_bot(joost))
        clock.skip(timedelta(days=30))  # a Wednesday morning
        async with living(town, tmp_path, clock) as bot:
            town.server.control.next_moment = bot.next_moment
            await joost.sees("Hoe is het gegaan?", seconds=30)
            for _ in range(8):  # the rest of that day, hour by hour
                await town.forward_clock(3600)
                await asyncio.sleep(1.2)
            new = town.from_bot(joost)[said:]
            assert len(new) == 1 and "Hierna heb ik nog 11 vragen" in new[0], new
            assert new[0].startswith("Praatmaat heeft een bericht voor je.")
            await joost.picks_when("niet meer nodig")
            await town.until(lambda: sum("Hoe is het gegaan?" in t for t in town.from_bot(joost)[said:]) == 2, 20)
            assert "Praatmaat heeft een bericht" not in town.from_bot(joost)[-1], "it follows at once, as an answer"


async def test_a_question_that_was_held_for_weeks_still_gives_its_whole_time(place_at: At) -> None:
    async with place_at(THURSDAY) as place:
        _, joost = await joosts(place, 1)
        await joost.writes("/pauze tot 3 december")
        await joost.sees("Tot donderdag 3 december")
        for _ in range(4):  # by now its time would be over twice
            await place.jump(days=7)
            await asyncio.sleep(1.5)
        await joost.sees("Hoe is het gegaan?", 20)
        await place.jump(days=5)
        await asyncio.sleep(2)
        await joost.picks_when("niet meer nodig")
        await joost.sees("Deze afspraak is van je lijst")
