"""What happens to groups and people in mid-talk: they move, leave, block, come back, or the bot is away for long."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.demo import membership
from bot.storage import people, runs
from bot.storage.database import Tx
from flows.names import Role
from tests.clock import LiveClock
from tests.end_to_end.conftest import living, reads
from tests.faults import seeding
from tests.faults.conftest import Place, answers
from tests.faults.seeding import Kring
from tests.people import Group, Person, Town

ANNAS, JOOSTS, SAMS = "Hij lachte om de hond.", "Hij hielp een ander.", "Ik bouw robots."


async def _asked(*folk: Person) -> None:
    for person in folk:
        await person.sees("Typ je antwoord", seconds=20)


async def _ready(person: Person, text: str) -> None:
    await answers(person, text)
    await person.sees("Je antwoord ligt klaar")


def _sealed_of(kring: Kring, person: Person, tx: Tx) -> int:
    found = tx.one("SELECT COUNT(*) AS n FROM words WHERE owner = :m", m=kring.member(person))
    assert found is not None
    return int(found["n"])


# ------------------------------------------------------------ the group


@pytest.mark.parametrize("told", ["by both service messages", "by a send that failed"])
async def test_a_group_that_becomes_a_supergroup_in_mid_talk_keeps_its_talk(place: Place, told: str) -> None:
    kring = await place.circle()
    anna, joost, sam = kring.people
    run = await place.talk(kring)
    await _asked(anna, joost, sam)
    await reads(place.town, kring.group, "0 van de 3")
    await _ready(anna, ANNAS)
    if told == "by both service messages":
        new = await kring.group.migrates()
    else:
        membership.migrate(place.town.world, kring.group.id)
        place.town.world.updates.forget_all()
        moved_to = place.town.world.chat(kring.group.id).migrated_to
        assert moved_to is not None
        new = Group(place.town, moved_to)
    before = len(place.town.from_bot(kring.group))
    await _ready(joost, JOOSTS)
    await _ready(sam, SAMS)
    await reads(place.town, new, "dit zeggen jullie", 30)
    shown = [text for text in place.town.from_bot(new) if "dit zeggen jullie" in text]
    assert len(shown) == 1 and all(words in shown[0] for words in (ANNAS, JOOSTS, SAMS))
    assert len(place.town.from_bot(kring.group)) == before, "nothing is said in the old group any more"
    assert await place.db(lambda tx: runs.open_talk(tx, kring.id)) == run
    await reads(place.town, new, "Praat gerust", 30)
    await anna.taps(new, "We zijn uitgepraat")
    await reads(place.town, new, "voor jou belangrijk", 30)
    await anna.taps(new, "We zijn uitgepraat")
    await reads(place.town, new, "Welke kleine stap", 30)


async def test_a_bot_that_was_put_out_says_nothing_and_goes_on_where_it_was_when_it_is_back(place: Place) -> None:
    kring = await place.circle()
    anna, joost, sam = kring.people
    await place.talk(kring)
    await _asked(anna, joost, sam)
    await reads(place.town, kring.group, "0 van de 3")
    await kring.group.kicks_bot(by=joost)
    said = len(place.town.from_bot(kring.group))
    await _ready(anna, ANNAS)
    await asyncio.sleep(1)
    assert len(place.town.from_bot(kring.group)) == said
    assert await place.db(lambda tx: _sealed_of(kring, anna, tx)) == 1, "what was sealed stays, and stays sealed"
    assert (await place.db(lambda tx: people.circle(tx, kring.id))).state == "frozen"  # type: ignore[union-attr]

    await place.town.act("add_bot", chat=kring.group.id, by=anna.id)
    await reads(place.town, kring.group, "Ik ben er weer", 20)
    await _ready(joost, JOOSTS)
    await _ready(sam, SAMS)
    for person in kring.people:  # Anna could not be told how many people would see it: so everybody is asked once more
        await place.town.until(lambda p=person: "Ja, laat zien" in p.keyboard(), 30)  # type: ignore[misc]
        assert not any(words in text for words in (ANNAS, JOOSTS, SAMS) for text in kring.group.sees())
        await person.picks("Ja, laat zien")
    await reads(place.town, kring.group, "dit zeggen jullie", 30)
    assert any(ANNAS in text for text in place.town.from_bot(kring.group))


async def test_a_group_telegram_holds_up_does_not_hold_up_another(place: Place) -> None:
    one, two = await place.circle("Rond Sam"), await place.circle("Rond Lisa")
    await place.town.fails(method="sendMessage", chat_id=one.group.id, status=429, retry_after=8, times=1)
    await place.talk(one)
    await place.talk(two)
    await reads(place.town, two.group, "0 van de 3")
    assert not any("0 van de 3" in text for text in place.town.from_bot(one.group))
    tries = [call for call in place.town.calls("sendMessage") if str(call["chat_id"]) == str(one.group.id)]
    assert len(tries) == 1
    await reads(place.town, one.group, "0 van de 3", 20)


# ------------------------------------------------------------ one person


async def test_who_blocks_the_bot_in_mid_answer_finds_it_again_and_is_asked_nothing_twice(place: Place) -> None:
    kring = await place.circle()
    anna, joost, sam = kring.people
    await place.talk(kring)
    await _asked(anna, joost, sam)
    await _ready(joost, JOOSTS)
    await joost.blocks()
    await anna.writes(ANNAS)
    await anna.sees("Bewaard")
    await anna.blocks()
    await asyncio.sleep(1)
    assert not any("blokkeer" in text or "Anna" in text for text in place.town.from_bot(kring.group))
    here, there = len(place.town.from_bot(anna)), len(place.town.from_bot(joost))
    await joost.unblocks()
    await joost.starts()
    await anna.unblocks()
    await anna.starts()
    await place.town.until(lambda: "Klaar" in anna.keyboard() and len(place.town.from_bot(anna)) > here, 20)
    await anna.picks("Klaar")
    await anna.sees(ANNAS, 20)
    await anna.picks("Delen met mijn naam")
    await anna.sees("Je antwoord ligt klaar", 20)
    assert not any("Typ je antwoord" in text for text in place.town.from_bot(joost)[there:]), "he answered already"
    await _ready(sam, SAMS)
    await reads(place.town, kring.group, "dit zeggen jullie", 30)
    shown = next(text for text in place.town.from_bot(kring.group) if "dit zeggen jullie" in text)
    assert all(words in shown for words in (ANNAS, JOOSTS, SAMS))


async def test_of_who_leaves_before_the_cards_turn_nothing_is_kept_and_nothing_shown(place: Place) -> None:
    roles = {"Anna": Role.PARENT, "Joost": Role.SCHOOL, "Sam": Role.PUPIL}
    kring = await place.circle(roles=roles)
    anna, joost, sam = kring.people
    await place.talk(kring)
    await _asked(anna, joost, sam)
    await _ready(anna, ANNAS)
    await joost.writes("Half af")
    await joost.sees("Bewaard")
    await joost.leaves(kring.group)
    await anna.leaves(kring.group)

    async def gone() -> bool:
        left = await place.db(lambda tx: [_sealed_of(kring, person, tx) for person in (anna, joost)])
        return left == [0, 0]

    for _ in range(100):
        if await gone():
            break
        await asyncio.sleep(0.1)
    assert await gone()
    said = len(place.town.from_bot(anna)), len(place.town.from_bot(joost))
    await _ready(sam, SAMS)
    await asyncio.sleep(3)
    assert not any(words in text for words in (ANNAS, "Half af", SAMS) for text in kring.group.sees())
    assert said == (len(place.town.from_bot(anna)), len(place.town.from_bot(joost))), "who left hears nothing more"


# ------------------------------------------------------------ a month away


class MovableClock(LiveClock):
    """A live clock for a machine that was switched off for a while: real time passed too."""

    def skip(self, time: timedelta) -> None:
        """So much later, on both clocks."""
        self._start += time


async def test_after_a_month_away_there_is_one_message_that_says_how_many_questions_wait(tmp_path: Path) -> None:
    clock = MovableClock(tmp_path / "offset", datetime(2026, 11, 2, 9, 0, tzinfo=UTC))  # a Monday
    async with Town(real=clock.real, offset_file=tmp_path / "offset") as town:
        async with living(town, tmp_path, clock) as bot:
            kring = await seeding.circle(town, bot.database, bot.desk, "Rond Sam")
            anna, joost, _ = kring.people
            await joost.writes("/help")
            await joost.sees("/privacy")
            for days, what in enumerate(("belt Anna", "leest het plan", "belt de wijk")):
                day = clock.now().date() + timedelta(days=3 + days)
                await seeding.agreed(bot.database, bot.desk, kring, joost, what, day)
            await asyncio.sleep(1.5)  # a heartbeat
            said = len(town.from_bot(joost))
        clock.skip(timedelta(days=30))  # a Wednesday morning
        await anna.says(kring.group, "/afspraken")
        async with living(town, tmp_path, clock):
            await joost.sees("Hoe is het gegaan?", seconds=20)
            await reads(town, kring.group, "meer dan een dag weg", 20)
            await asyncio.sleep(4)
            new = town.from_bot(joost)[said:]
            assert len(new) == 1 and "Hierna heb ik nog 2 vragen" in new[0], new
            assert not town.from_bot(anna)
            assert sum("meer dan een dag weg" in text for text in town.from_bot(kring.group)) == 1
