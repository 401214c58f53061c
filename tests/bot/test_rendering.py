"""Rendering: the reader's language, inert whatever people are called or write, and never a failed send."""

import logging
from collections.abc import AsyncIterator
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import markup
from bot.keys import MasterKey, Vault
from bot.rendering import Reader, Renderer
from bot.storage import circles, people, words
from bot.storage.database import Database
from bot.strings import BrokenStrings, Said, Strings
from flows.dates import say_date
from flows.line import Count, Day, Line, People, Quote, Who, Word
from flows.names import CircleId, Form, Language, MemberId, Role, TextKey, WordsId
from flows.schools import School, Wording
from flows.texts import Texts
from tests.bot.sending import FTL, ui
from tests.clock import ManualClock

NL, EN = Language("nl"), Language("en")
ENGLISH = "hoi = Hello { $wie }.\ndag = Until { $dag }.\ndatum = Friday { $dag } March\n"


class Seen(HTMLParser):
    """What a reader of HTML gets: tags and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append("/" + tag)

    def handle_comment(self, data: str) -> None:
        self.tags.append("!--")

    def handle_decl(self, decl: str) -> None:
        self.tags.append("!")

    def handle_data(self, data: str) -> None:
        self.text += data


anything = st.text(st.characters(codec=None), max_size=200) | st.text(
    alphabet="<>&\"'/ab;#x\u202e\u2066\u2068\u2069\u200d\u0301\u0336\n\r\x00{}$*_[]()~`|\ud800\U0001f469", max_size=80
)


@settings(deadline=None)
@given(anything)
def test_whatever_someone_writes_is_inert(text: str) -> None:
    html = markup.safe(text)
    seen = Seen(html)
    assert seen.tags == []
    assert not set(markup.clean(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00")
    html.encode("utf-8")
    for line in html.split("\n"):
        assert line == "" or (line.startswith("\u2068") and line.endswith("\u2069"))  # direction stays within
    assert markup.bare(html) == "\n".join(line if line.strip() else "" for line in markup.clean(text).split("\n"))


@settings(deadline=None)
@given(anything)
def test_whatever_someone_is_called_is_inert_and_on_one_line(name: str) -> None:
    html = markup.safe_name(name)
    assert Seen(html).tags == [] and "\n" not in html and len(markup.bare(html)) <= 64


@settings(deadline=None)
@given(st.text(alphabet="a\u0301\u0302\u0303\u0304\u0305", max_size=60))
def test_a_tower_of_marks_is_cut_at_three(text: str) -> None:
    row = 0
    for character in markup.clean(text):
        row = row + 1 if "\u0300" <= character <= "\u036f" else 0
        assert row <= 3


def test_a_family_of_four_stays_a_family() -> None:
    assert markup.clean("👨‍👩‍👧‍👦") == "👨‍👩‍👧‍👦"


class Home:
    """A circle with an owner and a reader."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self.database, self.vault = database, vault
        self.renderer = Renderer(vault, Strings({NL: FTL, EN: ENGLISH}))
        self.circle: CircleId
        self.anna: MemberId
        self.bo: MemberId

    async def move_in(self, name: str = "Anna") -> None:
        def meet(tx):
            self.circle = people.ensure_circle(tx, -5)
            ids = []
            for chat, who, role in ((1, name, Role.PARENT), (2, "Bo", Role.SCHOOL)):
                person = people.ensure_person(tx, chat, "nl")
                ids.append(
                    people.add_member(
                        tx,
                        self.vault,
                        circle=self.circle,
                        person=person,
                        role=role,
                        name=who,
                        consent_version="1",
                        at=1.0,
                    ).id
                )
            self.anna, self.bo = ids

        await self.database.transact(meet)

    async def say(self, text: str, form: Form = Form.TEXT) -> WordsId:
        return await self.database.transact(
            lambda tx: words.store(
                tx, self.vault, owner=self.anna, circle=self.circle, run=None, form=form, body=text, at=1.0
            )
        )

    async def html(self, line: Line, reader: Reader | None = None) -> str:
        reader = reader or Reader(language=NL, circle=self.circle, member=self.anna)
        return await self.database.transact(lambda tx: self.renderer.html(tx, line, reader))


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[Home]:
    async with Database.open(tmp_path / "r.db", clock=ManualClock()) as database:
        home = Home(database, Vault(MasterKey.new(tmp_path / "key")))
        await home.move_in()
        yield home


async def test_values_are_filled_in_in_the_readers_language(home: Home) -> None:
    line = ui("hoi", wie=People((home.anna, home.bo)))
    assert markup.bare(await home.html(line)) == "Dag Anna en Bo."
    english = Reader(language=EN, circle=home.circle, member=home.anna)
    assert markup.bare(await home.html(ui("hoi", wie=Who(home.bo)), english)) == "Hello Bo."
    day = date(2026, 3, 13)
    assert await home.html(ui("dag", dag=Day(day))) == "Tot vrijdag 13 maart."
    assert await home.html(ui("dag", dag=Day(day)), english) == "Until Friday 13 March."
    assert await home.html(ui("nummer", n=Count(3)), english) == "Bericht 3."  # what English lacks is said in Dutch


async def test_the_child_has_the_nickname_the_circle_chose(home: Home) -> None:
    assert await home.html(ui("vraag")) == "Hoe gaat het met jullie kind?"
    teacher = Reader(language=NL, circle=home.circle, member=home.bo)
    assert await home.html(ui("vraag"), teacher) == "Hoe gaat het met dit kind?"  # it is not theirs
    await home.database.transact(lambda tx: people.set_child(tx, home.vault, home.circle, "<b>Sam</b>"))
    assert Seen(await home.html(ui("vraag"))).tags == []
    assert markup.bare(await home.html(ui("vraag"))) == "Hoe gaat het met <b>Sam</b>?"


async def test_texts_of_the_revision_are_filled_in_once_and_only_once(home: Home) -> None:
    texts = Texts(
        by_language={NL: {TextKey("v"): "<b>{titel}</b>: {wat} van {kind} in {kring}", TextKey("title"): "Rust"}}
    )
    said = await home.say("{kind} en {titel} & <i>")
    line = Line(TextKey("v"), {"titel": Word(TextKey("title")), "wat": Quote((said,))})
    html = await home.html(line, Reader(language=NL, circle=home.circle, member=home.anna, texts=texts))
    assert Seen(html).tags == ["b", "/b"]
    assert markup.bare(html) == "Rust: {kind} en {titel} & <i> van jullie kind in jullie groep"


async def test_what_is_missing_never_stops_a_send_and_is_an_alarm(home: Home, caplog: pytest.LogCaptureFixture) -> None:
    for line in (ui("hoi"), ui("bestaat-niet"), Line(TextKey("ook-niet")), ui("hoi", wie=Word(TextKey("ui/nee")))):
        caplog.clear()
        assert await home.html(line)
        assert [r.levelno for r in caplog.records] == [logging.ERROR] and "alarm" in caplog.text


async def test_words_are_not_shown_to_another_reader(home: Home) -> None:
    said = await home.say("geheim")
    line = ui("zegt", wie=Who(home.anna), wat=Quote((said,)))
    other = Reader(language=NL, circle=home.circle, member=home.bo)
    group = Reader(language=NL, circle=home.circle, group=True)
    nobody = Reader(language=NL, circle=home.circle)
    assert "geheim" in await home.html(line)
    for reader in (other, group, nobody):
        assert "geheim" not in await home.html(line, reader)
    await home.database.transact(lambda tx: words.open_to_circle(tx, home.vault, (said,)))
    assert "geheim" in await home.html(line, group) and "geheim" in await home.html(line, other)


async def test_erased_words_and_names_leave_a_gap(home: Home) -> None:
    said = await home.say("weg")
    await home.database.transact(lambda tx: words.erase(tx, (said,)))
    assert "weg" not in await home.html(ui("zegt", wie=Who(MemberId(404)), wat=Quote((said,))))
    assert (await home.html(ui("hoi", wie=Who(MemberId(404))))) == "Dag iemand."


async def test_voice_notes_and_photos_are_named(home: Home) -> None:
    voice = await home.say("file1", Form.VOICE)
    photo = await home.say('{"file_id": "f", "caption": "kijk <hier>"}', Form.PHOTO)
    html = await home.html(ui("zegt", wie=Who(home.anna), wat=Quote((voice, photo))))
    assert markup.bare(html) == "Anna zegt: (spraakbericht)\n(foto)\nkijk <hier>"
    assert "file1" not in html


async def test_an_answer_of_four_thousand_letters_is_quoted_whole(home: Home) -> None:
    said = await home.say("verhaal " * 500)
    assert (await home.html(ui("zegt", wie=Who(home.anna), wat=Quote((said,))))).count("verhaal") == 500


async def test_a_label_is_plain_and_the_same_again(home: Home) -> None:
    await home.database.transact(lambda tx: people.set_name(tx, home.vault, home.anna, "R&D <b>"))
    reader = Reader(language=NL, circle=home.circle, member=home.anna)
    label = await home.database.transact(lambda tx: home.renderer.label(tx, ui("hoi", wie=Who(home.anna)), reader))
    assert label == "Dag R&D <b>."


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=anything, text=anything)
async def test_any_name_and_any_words_come_out_inert_through_the_whole_road(home: Home, name: str, text: str) -> None:
    await home.database.transact(lambda tx: people.set_name(tx, home.vault, home.anna, name))
    said = await home.say(text)
    html = await home.html(ui("zegt", wie=Who(home.anna), wat=Quote((said,))))
    assert Seen(html).tags == []
    assert " zegt: " in html


def test_every_day_of_a_year_is_written_as_it_is_understood() -> None:
    strings = Strings.load()
    for number in range(366):
        day = date(2028, 1, 1) + timedelta(number)
        said = strings.say(NL, "datum", {"weekdag": day.isoweekday(), "dag": day.day, "maand": day.month})
        assert said == Said(say_date(day))


def test_a_string_file_with_a_mistake_is_refused_with_its_line() -> None:
    with pytest.raises(BrokenStrings, match=r"nl\.ftl:2"):
        Strings({NL: "goed = Goed\nniet goed\n"})


def test_the_strings_that_come_with_the_program_are_sound_and_hold_what_delivery_says_itself() -> None:
    strings = Strings.load()
    ours = "neutrale-eerste-regel mogelijk-dubbel even-weg meer-vragen een-spraakbericht een-foto van-wie verwijderd"
    for key in f"{ours} iemand en jullie-kind dit-kind de-groep de-groep-rond".split():
        assert strings.has(key), key
    for role in Role:
        assert strings.has(f"rol-{role}")
    assert strings.has("hoe-delen-onbekend") and strings.has("hoe-delen-spraak-onbekend")


async def test_a_group_reads_the_words_of_its_school_and_nobodys_name_or_words_change(home: Home) -> None:
    texts = Texts(by_language={NL: {TextKey("v"): "Mentor {wie} zegt als leerling: {wat}"}, EN: {}})
    jargon = Texts(by_language={NL: {TextKey("woord.x"): "Een leerling.", TextKey("vonk.x"): "Een leerling."}})
    strings = Strings({NL: "hoi = De leerling en { $wie }\n", EN: "hoi = The pupil and { $wie }\n"})
    words_there = {NL: {"leerling": "student", "mentor": "begeleider"}, EN: {"pupil": "student", "mentor": "coach"}}
    home.renderer = Renderer(home.vault, strings, jargon, {School.VOCATIONAL: Wording(words_there)})
    await home.database.transact(lambda tx: people.set_name(tx, home.vault, home.anna, "Leerling"))
    wrote = await home.say("mijn mentor, zei de leerling")
    line = Line(TextKey("v"), {"wie": Who(home.anna), "wat": Quote((wrote,))})

    async def reads(language: Language, line: Line) -> str:
        reader = Reader(language=language, circle=home.circle, member=home.anna, texts=texts)
        return markup.bare(await home.html(line, reader))

    assert await reads(NL, line) == "Mentor Leerling zegt als leerling: mijn mentor, zei de leerling"
    await home.database.transact(lambda tx: circles.set_school(tx, home.circle, School.VOCATIONAL))
    assert await reads(NL, line) == "Begeleider Leerling zegt als student: mijn mentor, zei de leerling"
    assert await reads(EN, line) == await reads(NL, line)  # what English lacks is said in Dutch, with Dutch words
    assert await reads(NL, ui("hoi", wie=Who(home.anna))) == "De student en Leerling"
    assert await reads(EN, ui("hoi", wie=Who(home.anna))) == "The student and Leerling"
    assert await reads(NL, Line(TextKey("naslag/woord.x"))) == "Een leerling."
    assert await reads(NL, Line(TextKey("naslag/vonk.x"))) == "Een student."
    nowhere = Reader(language=NL)
    assert await home.html(Line(TextKey("naslag/vonk.x")), nowhere) == "Een leerling."
