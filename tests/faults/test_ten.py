"""Ten tests that came first, as far as they need the whole bot; the others stand where their part is.

 1  a start that fails exits, with a message                          here; tests/bot/test_database.py
 2  a killer row among twenty waiting: one dead letter, nineteen done tests/bot/test_inbox.py, test_database.py
 3  disk full in mid-batch: nothing lost                              tests/bot: test_database, test_inbox, test_poll
 4  clock three weeks ahead: one check-in, no apology                 here; tests/bot/test_delivery_hours.py
 5  a talk started on Saturday at 20.30                               here; tests/bot/test_delivery_hours.py
 6  two circles and a button pressed late                             here
 7  someone joins between sharing and reveal                          here; tests/bot/test_delivery_reveal.py
 8  five long answers and a voice note                                tests/bot/test_delivery_reveal.py
 9  a reveal killed twice: two copies at most                         tests/bot/test_delivery_reveal.py; test_kill.py
10  of a person without consent not one word on disk                  here; tests/bot/test_poll.py
"""

import asyncio
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.keys import MasterKey
from bot.storage import agreements
from flows.names import Role
from tests.end_to_end.conftest import reads
from tests.faults.conftest import At, Place, answers
from tests.faults.kill import ROOT, Process
from tests.faults.seeding import asked
from tests.people import Town, buttons_of

SATURDAY_NIGHT = datetime(2026, 11, 21, 19, 30, tzinfo=UTC)  # half past eight in Amsterdam
SECRET = "demo-token-without-any-power"

QUESTION = re.compile("Typ je antwoord|Er begint een gesprek")
"""What somebody is asked first: the question of the talk, or at home how far the pupil takes part."""


# ------------------------------------------------------------ 1: a start that fails


def _start(folder: Path, url: str, token: str, **changed: str) -> "subprocess.CompletedProcess[str]":
    """`praatmaat run` until it ends by itself."""
    env = {**Process(folder, url, token).env, **changed}
    return subprocess.run(
        [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=env, capture_output=True, text=True, timeout=90
    )


def _home(folder: Path) -> Path:
    (folder / "data").mkdir()
    (folder / "key").mkdir()
    MasterKey.new(folder / "key" / "master.key")
    return folder


def _told(ended: "subprocess.CompletedProcess[str]", *fix: str) -> None:
    said = ended.stdout + ended.stderr
    assert "Traceback" not in said, said
    assert SECRET not in said
    for word in fix:
        assert word in said, said


async def test_a_start_without_settings_ends_and_names_each_of_them(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PRAATMAAT_")}
    ended = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert ended.returncode == 2
    _told(ended, "PRAATMAAT_TOKEN", "PRAATMAAT_DATA", "PRAATMAAT_KEY_FILE", "praatmaat key new")


async def test_a_token_telegram_does_not_know_ends_the_start(tmp_path: Path) -> None:
    async with Town() as town:
        wrong = town.token.replace("power", "powers")
        ended = await asyncio.to_thread(_start, _home(tmp_path), town.server.url, wrong)
    assert ended.returncode == 5
    _told(ended, "PRAATMAAT_TOKEN", "BotFather")


async def test_without_the_key_the_bot_does_not_start_and_says_how_to_make_one(tmp_path: Path) -> None:
    async with Town() as town:
        _home(tmp_path)
        (tmp_path / "key" / "master.key").unlink()
        ended = await asyncio.to_thread(_start, tmp_path, town.server.url, town.token)
    assert ended.returncode not in (0, -9)
    _told(ended, "praatmaat key new", "master.key")


async def test_with_the_key_of_another_database_the_bot_does_not_start(tmp_path: Path) -> None:
    async with Town() as town:
        process = Process(_home(tmp_path), town.server.url, town.token)
        await process.start()
        await process.ready(town)
        anna = await town.person("Anna")
        await anna.starts()
        await anna.sees("Doe mee")  # now there is something sealed
        process.stop()
        assert await process.ended() == 0
        (tmp_path / "key" / "master.key").unlink()
        MasterKey.new(tmp_path / "key" / "master.key")
        ended = await asyncio.to_thread(_start, tmp_path, town.server.url, town.token)
    assert ended.returncode not in (0, -9)
    _told(ended, "sleutel")


async def test_a_database_of_a_newer_praatmaat_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(_home(tmp_path) / "data" / "praatmaat.db")) as newer:
        newer.execute("PRAGMA user_version = 4711")
    async with Town() as town:
        ended = await asyncio.to_thread(_start, tmp_path, town.server.url, town.token)
    assert ended.returncode not in (0, -9)
    _told(ended, "4711")


async def test_a_second_bot_in_the_same_folder_ends_and_the_first_goes_on(tmp_path: Path) -> None:
    async with Town() as town:
        first = Process(_home(tmp_path), town.server.url, town.token)
        await first.start()
        await first.ready(town)
        ended = await asyncio.to_thread(_start, tmp_path, town.server.url, town.token)
        assert ended.returncode == 3
        _told(ended, "PRAATMAAT_DATA")
        assert first.alive
        first.stop()
        assert await first.ended() == 0


async def test_a_second_bot_elsewhere_with_the_same_token_makes_one_of_them_stop(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        _home(tmp_path / name)
    async with Town() as town:
        both = [Process(tmp_path / name, town.server.url, town.token) for name in ("one", "two")]
        await both[0].start()
        await both[0].ready(town)
        await both[1].start()
        assert await asyncio.wait_for(both[0].ended(), 20) == 4
        assert "Praatmaat stopt" in (tmp_path / "one" / "log.txt").read_text()
        both[1].stop()
        assert await both[1].ended() == 0


# ------------------------------------------------------------ 4 and 6: agreements


async def test_three_weeks_later_there_is_one_question_and_no_apology_for_having_been_away(place: Place) -> None:
    kring = await place.circle()
    joost = kring.people[1]
    await place.agreed(kring, joost, "belt Anna", place.now().date() + timedelta(days=3))
    await place.jump(weeks=3)
    await joost.sees("Hoe is het gegaan?", seconds=20)
    await place.jump(hours=1)
    await joost.writes("/help")
    await joost.sees("/privacy")
    said = [text for person in kring.people for text in place.town.from_bot(person)] + kring.group.sees()
    assert sum("Hoe is het gegaan?" in text for text in said) == 1
    assert not any("ik was" in text.casefold() for text in said), said


async def test_a_button_pressed_late_changes_the_agreement_it_belongs_to(place: Place) -> None:
    """Joost opens the calendar for the one circle, makes an agreement in the other, and only then taps a day."""
    one = await place.circle("Rond Sam")
    joost = one.people[1]
    two = await place.circle("Rond Lisa", {"Lisa": Role.PUPIL, "Joost": Role.SCHOOL}, known={"Joost": joost})
    first = await place.agreed(one, joost, "belt Anna", place.now().date() + timedelta(days=1))
    await place.jump(days=2)
    await joost.sees("belt Anna", seconds=20)
    await joost.picks("nog niet")
    await joost.sees("Kan gebeuren")
    await joost.picks("Te weinig tijd")
    await joost.sees("Wat past nu het best?")
    await joost.picks("Een nieuwe dag")
    await joost.sees("Welke dag wordt het?")
    await joost.picks("Kies op de kalender")
    await place.town.until(lambda: len(joost.buttons()) > 20)
    calendar = next(m for m in reversed(place.town.messages(joost)) if buttons_of(m))

    await joost.says(two.group, "/afspraken")
    await reads(place.town, two.group, "geen afspraken")
    await joost.taps(two.group, "Afspraak maken")
    await joost.sees("Welke kleine stap")
    await joost.writes("groet Lisa")
    await joost.sees("Wat voor afspraak")
    await joost.picks("Iemand doet iets")
    await joost.sees("Wie doet dit?")
    await joost.picks("Ik")
    await joost.sees("Doet er nog iemand mee?")
    await joost.picks("Dit zijn ze")
    await joost.sees("Wanneer is het klaar?")
    await joost.taps(joost, "30", calendar)
    await joost.sees("Dat is maandag 30 november. Klopt dat?", seconds=20)
    await joost.picks("Ja, klopt")
    await joost.sees("maandag 30 november op terug", seconds=20)
    moved = await place.db(lambda tx: agreements.load(tx, place.bot.desk.vault, first.id))
    assert moved is not None and moved.promises[0].day == date(2026, 11, 30)

    await place.town.until(lambda: "Over twee weken" in joost.keyboard(), 20)  # what had to make way is asked again
    await joost.writes("over 2 weken")
    await joost.sees("Dat is woensdag 9 december. Klopt dat?")
    await joost.picks("Ja, klopt")
    await joost.sees("Dit is je voorstel")
    await joost.picks("Ja, leg het voor")
    await joost.sees("Geef je akkoord?")
    both = await place.db(lambda tx: [a for k in (one, two) for a in agreements.of(tx, place.bot.desk.vault, k.id)])
    assert [a.promises[0].day for a in both] == [date(2026, 11, 30), date(2026, 12, 9)]


# ------------------------------------------------------------ 5: the hours


async def test_a_talk_started_on_saturday_night_writes_to_nobody_before_their_own_morning(place_at: At) -> None:
    async with place_at(SATURDAY_NIGHT) as place:
        kring = await place.circle()
        anna, joost, sam = kring.people
        await anna.says(kring.group, "/gesprek")
        await reads(place.town, kring.group, "Waar willen jullie")
        await anna.taps(kring.group, "Investeer in de relatie")
        await reads(place.town, kring.group, "Hoeveel tijd")
        await anna.taps(kring.group, "Verspreid over een paar dagen")
        await reads(place.town, kring.group, "Mijn voorstel")
        await anna.taps(kring.group, "Een andere werkvorm")
        await reads(place.town, kring.group, "Welke werkvorm")
        await anna.taps(kring.group, "Kaarten omdraaien")
        await reads(place.town, kring.group, "Daarna krijgt ieder apart een vraag")
        await anna.taps(kring.group, "Begin alvast")
        await reads(place.town, kring.group, "0 van de 3")  # the board is an answer to an act: at once
        await joost.writes("/help")
        await joost.sees("/privacy")  # and so is a reply
        waiting = await place.db(lambda tx: [asked(tx, person.id) for person in kring.people])
        assert waiting == ["hoe-ver", "eerst-alleen", "hoe-ver"]  # home says first how far the pupil takes part
        assert not any(QUESTION.search(text) for p in kring.people for text in place.town.from_bot(p))

        for hours, who in ((11.4, ()), (0.2, (anna, sam)), (23.8, (anna, sam)), (0.2, (anna, joost, sam))):
            await place.jump(hours=hours)  # Sunday 7.54 and 8.06, Monday 7.54 and 8.06
            await asyncio.sleep(2.5)
            heard = [p for p in kring.people if any(QUESTION.search(text) for text in place.town.from_bot(p))]
            assert heard == list(who), place.now()


# ------------------------------------------------------------ 7: the audience


async def test_someone_comes_in_before_the_cards_turn_and_the_sharers_are_asked_first(place: Place) -> None:
    kring = await place.circle()
    anna, joost, sam = kring.people
    await place.talk(kring)
    for person, text in ((anna, "Hij lachte om de hond."), (joost, "Hij hielp een ander.")):
        await person.sees("Typ je antwoord")
        await answers(person, text)
        await person.sees("Je antwoord ligt klaar")
    piet = await place.town.person("Piet")
    await kring.group.adds(piet, by=anna)
    await sam.sees("Typ je antwoord")
    await sam.picks("Ik sla over")
    for person in (anna, joost):
        await place.town.until(lambda p=person: "Ja, laat zien" in p.keyboard(), 20)  # type: ignore[misc]
    assert not any("lachte" in text or "hielp" in text for text in kring.group.sees())
    await anna.picks("Ja, laat zien")
    await joost.picks("Ja, laat zien")
    await reads(place.town, kring.group, "dit zeggen jullie", 20)
    assert any("lachte" in text and "hielp" in text for text in kring.group.sees())


# ------------------------------------------------------------ 10: consent


async def test_of_someone_without_consent_not_one_word_is_on_disk(place: Place) -> None:
    kring = await place.circle()
    piet = await place.town.person("Pietronella")
    await kring.group.adds(piet, by=kring.people[0])
    await piet.starts()
    await piet.sees("Doe mee")
    await piet.writes("kolibrievleugel in privé")
    await piet.voice(3)
    await piet.photo("kolibrievleugel onder een foto")
    await piet.says(kring.group, "kolibrievleugel in de groep")
    await piet.says(kring.group, "/gesprek kolibrievleugel")
    await reads(place.town, kring.group, "doe")
    await piet.says(kring.group, "kolibrievleugel als antwoord", reply_to=place.town.messages(kring.group)[-1])
    await place.town.until(lambda: sum("niet bewaard" in text for text in place.town.from_bot(piet)) >= 2, 20)
    await kring.people[0].writes("Anna schrijft zandloper")
    await kring.people[0].sees("niet bewaard")
    await place.town.until(lambda: not len(place.town.world.updates))
    found = {
        path.name: word
        for path in (place.folder / "data").rglob("*")
        if path.is_file()
        for word in (b"kolibrievleugel", b"Pietronella", b"zandloper", b"Rond Sam")
        if word in path.read_bytes()
    }
    assert not found
    assert any(path.name.endswith("-wal") for path in (place.folder / "data").iterdir()), "the WAL was looked at too"
