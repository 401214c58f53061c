"""The page with the phones, in a real browser against the real server; the test plays the bot by hand."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
import pytest_asyncio
from aiohttp import FormData
from playwright.async_api import Browser, BrowserContext, Locator, Page, Route, ViewportSize, async_playwright, expect

from bot.demo.model import Json, JsonObject
from tests.people import Group, Person, Town

pytestmark = pytest.mark.asyncio(loop_scope="module")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
SMALL, TABLET, WIDE = (360, 780), (820, 1180), (1400, 900)
LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
INLINE = {"inline_keyboard": [[{"text": "Doe mee", "callback_data": "join"}]]}


@dataclass
class Scribe:
    """The bot, played by hand: plain HTTP to the Bot API, as any bot would do it."""

    town: Town
    offset: int = 0
    heard: list[JsonObject] = field(default_factory=list)

    async def call(self, method: str, **params: object) -> JsonObject:
        async with self.town.http.post(f"/bot{self.town.token}/{method}", json=params) as response:
            body = await response.json()
            assert body["ok"], f"{method}: {body['description']}"
            return cast(JsonObject, body["result"])

    async def says(self, chat: Person | Group, text: str, **more: object) -> int:
        message = await self.call("sendMessage", chat_id=chat.id, text=text, **more)
        return cast(int, message["message_id"])

    async def hears(self, kind: str) -> JsonObject:
        """The next update of this kind; others are passed over."""
        async with asyncio.timeout(10):
            while True:
                if not self.heard:
                    found = await self.call("getUpdates", offset=self.offset, timeout=9)
                    self.heard = [cast(JsonObject, update) for update in cast(list[Json], found)]
                    if not self.heard:
                        continue
                update = self.heard.pop(0)
                self.offset = cast(int, update["update_id"]) + 1
                if kind in update:
                    return cast(JsonObject, update[kind])

    async def hears_text(self, text: str) -> JsonObject:
        """The next message with this text; others are passed over."""
        while (message := await self.hears("message")).get("text") != text:
            pass
        return message

    async def answers_a_tap(self, **answer: object) -> JsonObject:
        query = await self.hears("callback_query")
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **answer)
        return query


@dataclass
class Kring:
    """Anna, Sam, Meester Joost and Noor, with the bot, in one group."""

    town: Town
    bot: Scribe
    anna: Person
    sam: Person
    joost: Person
    noor: Person
    group: Group


Visit = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all tests here."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium or Chrome here, so the page of the demo is not tested")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def kring() -> AsyncIterator[Kring]:
    """A fresh town per test."""
    async with Town() as town:
        anna, sam, joost, noor = [await town.person(name) for name in ("Anna", "Sam", "Meester Joost", "Noor")]
        group = await town.group("Rond Sam", anna, sam, joost, noor)
        yield Kring(town, Scribe(town), anna, sam, joost, noor, group)


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser, kring: Kring) -> AsyncIterator[Visit]:
    """Opens the page; at the end there was no error in it, and not one request to elsewhere."""
    trouble: list[str] = []
    asked: list[str] = []
    contexts: list[BrowserContext] = []

    async def open_page(
        size: tuple[int, int] = WIDE, *, welcome: bool = False, dark: bool = False, calm: bool = False
    ) -> Page:
        context = await browser.new_context(
            viewport=ViewportSize(width=size[0], height=size[1]),
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if calm else "no-preference",
        )
        contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
        page.on("request", lambda request: asked.append(request.url))
        await page.goto(kring.town.server.url)
        await expect(person(page, kring.noor)).to_be_visible()
        if not welcome:
            await page.get_by_role("button", name="Sluit de uitleg").click()
        return page

    yield open_page
    for context in contexts:
        await context.close()
    trouble = [said for said in trouble if "Failed to load resource" not in said]  # a refusal is one too
    outside = [url for url in asked if not url.startswith((kring.town.server.url, "data:"))]
    assert (trouble, outside) == ([], [])


def person(page: Page, who: Person) -> Locator:
    return page.locator(f"label[data-person='{who.id}']")


def phone(page: Page, chat: Person | Group) -> Locator:
    return page.locator(f".phone[data-chat='{chat.id}']")


def message(page: Page, chat: Person | Group, number: int) -> Locator:
    return phone(page, chat).locator(f"[data-message-id='{number}']")


def focused(page: Page) -> Locator:
    return page.locator("*:focus")


async def open_chat(page: Page, chat: Group | None = None) -> None:
    """On a small screen: from the list of chats to the group, or to the own chat with Praatmaat."""
    kind = "group" if chat else "private"
    await page.locator(f"#chat-list [data-kind={kind}]").click()


# -- what there is to see ---------------------------------------------------------------------------------


async def test_on_a_wide_screen_everyone_has_a_phone_around_the_group(kring: Kring, visit: Visit) -> None:
    page = await visit(WIDE)
    boxes = [await phone(page, chat).bounding_box() for chat in (kring.anna, kring.group, kring.sam)]
    lefts = [box["x"] for box in boxes if box]
    assert len(lefts) == 3 and lefts == sorted(lefts)
    for who in (kring.joost, kring.noor):
        await expect(phone(page, who)).to_be_visible()
    await expect(person(page, kring.sam)).to_contain_text("leerling")


async def test_a_folded_phone_opens_for_who_wants_to_be_that_person(kring: Kring, visit: Visit) -> None:
    page = await visit(WIDE)
    await page.get_by_role("button", name="Open Noor").click()
    await expect(phone(page, kring.noor).get_by_role("button", name="Start", exact=True)).to_be_visible()
    await expect(phone(page, kring.group)).to_contain_text("je bent Noor")
    await expect(page.get_by_role("button", name="Open Sam")).to_be_visible()


async def test_on_a_small_screen_there_is_one_phone_with_everyone_below_it(kring: Kring, visit: Visit) -> None:
    page = await visit(SMALL)
    await kring.bot.says(kring.group, "Hoi allemaal")
    await expect(page.get_by_role("heading", name="Telefoon van Anna")).to_be_visible()
    await open_chat(page, kring.group)
    await expect(phone(page, kring.group)).to_contain_text("Hoi allemaal")
    await person(page, kring.sam).click()
    await expect(phone(page, kring.group)).to_contain_text("je bent Sam")
    await page.get_by_role("button", name="Terug naar alle chats").click()
    await open_chat(page)
    await expect(phone(page, kring.sam)).to_contain_text("Sam kent Praatmaat nog niet")
    await expect(phone(page, kring.group)).to_be_hidden()


async def test_nothing_sticks_out_sideways(kring: Kring, visit: Visit) -> None:
    page = await visit(SMALL, welcome=True)
    await kring.bot.says(kring.group, f"Een {'heel' * 60} lang woord", reply_markup=INLINE)
    await open_chat(page, kring.group)
    await expect(phone(page, kring.group)).to_contain_text("lang woord")
    wide = (
        "[...document.querySelectorAll('body, .main, .scroller, .people-list')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className)"
    )
    for width in (320, 360, 400, 700, 820, 1080, 1400, 1700):
        await page.set_viewport_size({"width": width, "height": 780})
        assert await page.evaluate(wide) == [], width


async def test_the_uitleg_goes_away_and_comes_back_on_request(kring: Kring, visit: Visit) -> None:
    page = await visit(WIDE, welcome=True)
    await expect(page.get_by_role("region", name="Welkom")).to_be_visible()
    await page.get_by_role("button", name="Sluit de uitleg").focus()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("region", name="Welkom")).to_be_hidden()
    await expect(focused(page)).to_have_accessible_name("Uitleg")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("region", name="Welkom")).to_be_visible()


async def test_a_changed_message_is_changed_in_place_and_a_deleted_one_is_gone(kring: Kring, visit: Visit) -> None:
    page = await visit()
    board = await kring.bot.says(kring.group, "1 van de 4 zijn klaar")
    await kring.bot.says(kring.group, "Later bericht")
    gone = await kring.bot.says(kring.group, "Vergissing")
    await expect(message(page, kring.group, gone)).to_be_visible()
    await kring.bot.call("editMessageText", chat_id=kring.group.id, message_id=board, text="2 zijn klaar")
    await kring.bot.call("deleteMessage", chat_id=kring.group.id, message_id=gone)
    await expect(message(page, kring.group, board)).to_contain_text("2 zijn klaar")
    await expect(message(page, kring.group, board)).to_contain_text("bewerkt")
    await expect(message(page, kring.group, gone)).to_have_count(0)


# -- what people do ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_doe_mee_leads_to_the_private_chat(kring: Kring, visit: Visit, size: tuple[int, int]) -> None:
    page = await visit(size)
    await kring.bot.says(kring.group, "Hoi, ik ben Praatmaat", reply_markup=INLINE)
    if size == SMALL:
        await open_chat(page, kring.group)
    await phone(page, kring.group).get_by_role("button", name="Doe mee", exact=True).click()
    link = f"https://t.me/{kring.town.world.username}?start=abc123"
    query = await kring.bot.answers_a_tap(url=link)
    assert query["data"] == "join"
    await kring.bot.hears_text("/start abc123")
    own = phone(page, kring.anna)
    await expect(own).to_contain_text("/start")
    await expect(own).not_to_contain_text("abc123")
    await expect(focused(page)).to_have_text("Anna")


async def test_a_button_with_a_link_to_praatmaat_opens_the_private_chat_too(kring: Kring, visit: Visit) -> None:
    page = await visit(SMALL)
    link = f"https://t.me/{kring.town.world.username}?start=card"
    keys = {"inline_keyboard": [[{"text": "Mijn antwoord", "url": link}]]}
    await kring.bot.says(kring.group, "Ieder krijgt een vraag", reply_markup=keys)
    await open_chat(page, kring.group)
    await page.locator("[data-button='Mijn antwoord']").click()
    await kring.bot.hears_text("/start card")
    await expect(phone(page, kring.anna)).to_be_visible()


async def test_an_alert_waits_in_a_box_and_gives_the_focus_back(kring: Kring, visit: Visit) -> None:
    page = await visit()
    board = await kring.bot.says(kring.group, "Hoi", reply_markup=INLINE)
    button = phone(page, kring.group).get_by_role("button", name="Doe mee", exact=True)
    await button.press("Enter")
    await kring.bot.answers_a_tap(text="Je doet al mee.", show_alert=True)
    box = page.get_by_role("dialog")
    await expect(box).to_contain_text("Je doet al mee.")
    again = {"inline_keyboard": [[{"text": "Doe mee", "callback_data": "second"}]]}
    await kring.bot.call(  # the button that was pressed is made anew behind the box
        "editMessageText", chat_id=kring.group.id, message_id=board, text="Hoi weer", reply_markup=again
    )
    await expect(message(page, kring.group, board)).to_contain_text("Hoi weer")
    await page.keyboard.press("Escape")
    await expect(box).to_be_hidden()
    await expect(focused(page)).to_have_text("Doe mee")


async def test_a_short_answer_is_a_line_that_is_also_read_aloud(kring: Kring, visit: Visit) -> None:
    page = await visit()
    await kring.bot.says(kring.group, "Hoi", reply_markup=INLINE)
    await phone(page, kring.group).get_by_role("button", name="Doe mee", exact=True).click()
    await kring.bot.answers_a_tap(text="Je doet al mee.")
    await expect(page.get_by_role("status", name="Meldingen")).to_contain_text("Je doet al mee.")
    await page.get_by_role("button", name="Sluit de melding").click()
    await expect(page.get_by_role("status", name="Meldingen")).to_be_empty()


async def test_big_buttons_send_their_label_and_go_when_the_bot_says_so(kring: Kring, visit: Visit) -> None:
    await kring.anna.starts()
    keys = {"keyboard": [["Delen met mijn naam"], ["Alleen voor mij"]], "input_field_placeholder": "Kies"}
    await kring.bot.says(kring.anna, "Hoe wil je het delen?", reply_markup=keys)
    page = await visit()
    own = phone(page, kring.anna)
    await expect(own.get_by_role("textbox")).to_have_attribute("placeholder", "Kies")
    await own.get_by_role("button", name="Alleen voor mij").press("Space")
    await kring.bot.hears_text("Alleen voor mij")
    await kring.bot.says(kring.anna, "Dank je.", reply_markup={"remove_keyboard": True})
    await expect(own).to_contain_text("Dank je.")
    await expect(own.get_by_role("button", name="Alleen voor mij")).to_have_count(0)
    await expect(own.get_by_role("textbox")).to_be_focused()  # whose button was pressed is not left nowhere


async def test_text_voice_and_drawing_reach_the_bot(kring: Kring, visit: Visit) -> None:
    await kring.anna.starts()
    page = await visit()
    own = phone(page, kring.anna)
    await own.get_by_role("textbox").fill("Eerste regel")
    await own.get_by_role("textbox").press("Shift+Enter")
    await own.get_by_role("textbox").press_sequentially("tweede")
    await own.get_by_role("textbox").press("Enter")
    await kring.bot.hears_text("Eerste regel\ntweede")
    await expect(own.get_by_role("textbox")).to_have_value("")
    await own.get_by_role("button", name="Stuur een spraakbericht").click()
    assert cast(JsonObject, (await kring.bot.hears("message"))["voice"])["duration"] == 7
    await own.get_by_role("textbox").fill("Zo zie ik ons")
    await own.get_by_role("button", name="Stuur een foto").click()
    photo = await kring.bot.hears("message")
    assert photo["caption"] == "Zo zie ik ons"
    assert max(cast(int, cast(JsonObject, size)["file_size"]) for size in cast(list[Json], photo["photo"])) > 2000
    await expect(own.get_by_role("img", name="Foto van Anna")).to_be_visible()


async def test_a_reply_in_the_group_reaches_the_bot_with_what_it_answers(kring: Kring, visit: Visit) -> None:
    page = await visit()
    asked = await kring.bot.says(kring.group, "Wat zie je?")
    await message(page, kring.group, asked).get_by_role("button", name="Antwoord op bericht").click()
    await expect(phone(page, kring.group)).to_contain_text("Antwoord op Praatmaat")
    await focused(page).fill("Twee mensen")
    await page.keyboard.press("Enter")
    heard = await kring.bot.hears_text("Twee mensen")
    assert cast(JsonObject, heard["reply_to_message"])["message_id"] == asked


async def test_an_own_message_is_changed_through_its_menu_with_keys_only(kring: Kring, visit: Visit) -> None:
    await kring.anna.starts()
    page = await visit()
    own = phone(page, kring.anna)
    number = await kring.anna.writes("Maandag")
    await expect(message(page, kring.anna, number)).to_be_visible()
    more = message(page, kring.anna, number).get_by_role("button", name="Meer met je eigen bericht")
    await more.press("Enter")
    await expect(focused(page)).to_have_text("Antwoorden")
    await page.keyboard.press("Escape")
    await expect(more).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(own.get_by_role("textbox")).to_have_value("Maandag")
    await own.get_by_role("textbox").fill("Dinsdag")
    await page.keyboard.press("Enter")
    assert (await kring.bot.hears("edited_message"))["text"] == "Dinsdag"
    await expect(message(page, kring.anna, number)).to_contain_text("bewerkt")


async def test_a_command_in_a_text_can_be_tapped(kring: Kring, visit: Visit) -> None:
    page = await visit()
    await kring.bot.says(kring.group, "Starten: /gesprek")
    await phone(page, kring.group).get_by_role("button", name="/gesprek").click()
    heard = await kring.bot.hears_text("/gesprek")
    assert cast(JsonObject, heard["from"])["first_name"] == "Anna"


async def test_who_blocks_praatmaat_can_let_it_in_again(kring: Kring, visit: Visit) -> None:
    await kring.anna.starts()
    page = await visit()
    await page.get_by_role("button", name="Menu van Anna").click()
    await page.get_by_role("menuitem", name="Praatmaat blokkeren").click()
    own = phone(page, kring.anna)
    await expect(own).to_contain_text("Praatmaat is geblokkeerd")
    assert kring.town.world.user(kring.anna.id).blocked
    await own.get_by_role("button", name="Deblokkeren").click()
    await expect(own.get_by_role("textbox")).to_be_visible()
    assert not kring.town.world.user(kring.anna.id).blocked


async def test_who_leaves_the_group_can_be_put_back(kring: Kring, visit: Visit) -> None:
    page = await visit()
    await person(page, kring.sam).click()
    await page.get_by_role("button", name="Menu van de groep").click()
    await page.get_by_role("menuitem", name="Groep verlaten als Sam").click()
    room = phone(page, kring.group)
    await expect(room).to_contain_text("Sam gaat weg")
    await room.get_by_role("button", name="Sam toevoegen").click()
    await expect(room.get_by_role("textbox", name="Bericht als Sam")).to_be_visible()
    assert kring.sam.id in kring.town.world.chat(kring.group.id).members


async def test_someone_new_comes_in_the_group_and_is_who_you_are_then(kring: Kring, visit: Visit) -> None:
    page = await visit()
    await page.get_by_role("button", name="Nieuw persoon").click()
    await page.get_by_label("Voornaam").fill("Oma Riet")
    await page.get_by_label("Wie is dat?").fill("steunfiguur")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("radio", name="Oma Riet")).to_be_checked()
    await expect(phone(page, kring.group)).to_contain_text("voegt Oma Riet toe")
    await expect(page.get_by_role("heading", name="Oma Riet")).to_be_visible()
    await expect(page.get_by_role("radio", name="Oma Riet, steunfiguur")).to_have_count(1)


async def test_a_refusal_is_told_and_the_text_is_not_lost(kring: Kring, visit: Visit) -> None:
    page = await visit()
    room = phone(page, kring.group)
    await room.get_by_role("textbox").fill("Hallo")
    await page.route("**/demo/send", lambda route: route.abort())
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status", name="Meldingen")).to_contain_text("Dat lukte niet")
    await expect(room.get_by_role("textbox")).to_have_value("Hallo")


# -- the clock --------------------------------------------------------------------------------------------


async def test_the_clock_jumps_and_tells_what_arrived(kring: Kring, visit: Visit) -> None:
    await kring.anna.starts()
    page = await visit()
    before = await page.locator("#clock-full").inner_text()
    await page.get_by_role("group", name="Klok").get_by_role("button", name="1 week").click()
    await expect(page.locator("#clock-full")).not_to_have_text(before)
    assert kring.town.world.offset == timedelta(weeks=1)
    await kring.bot.says(kring.anna, "Is het gelukt?")
    await expect(page.locator("#clock-news")).to_have_text("Nieuw: voor Anna (1).")


async def test_volgend_moment_goes_to_the_next_message_or_says_that_there_is_none(kring: Kring, visit: Visit) -> None:
    page = await visit(SMALL)
    await page.get_by_role("button", name="Klok").click()
    await page.get_by_role("button", name="Volgend moment").click()
    await expect(page.locator("#clock-news")).to_have_text("Er staat nu niets klaar voor later.")

    async def in_three_days() -> datetime:
        return kring.town.world.now() + timedelta(days=3)

    kring.town.server.control.next_moment = in_three_days
    await page.get_by_role("button", name="Volgend moment").click()
    await expect(page.locator("#clock-news")).not_to_have_text("Er staat nu niets klaar voor later.")
    assert timedelta(days=3) <= kring.town.world.offset < timedelta(days=3, minutes=1)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Volgend moment")).to_be_hidden()


# -- what arrives -----------------------------------------------------------------------------------------


async def test_what_arrives_elsewhere_is_counted_and_leaves_the_focus_where_it_is(kring: Kring, visit: Visit) -> None:
    for who in (kring.anna, kring.joost):
        await who.starts()
    page = await visit(WIDE)
    room = phone(page, kring.group)
    await room.get_by_role("textbox").fill("Ik typ nog")
    for text in ("Een vraag", "Nog een vraag"):
        await kring.bot.says(kring.joost, text)
    await expect(page.get_by_role("radio", name="Meester Joost, mentor, 2 nieuw")).to_have_count(1)
    await expect(phone(page, kring.joost)).to_contain_text("Nog een vraag")
    await expect(page.locator("#announcer")).to_contain_text("Praatmaat, voor Meester Joost: Een vraag")
    await expect(room.get_by_role("textbox")).to_be_focused()
    await expect(room.get_by_role("textbox")).to_have_value("Ik typ nog")
    await page.get_by_role("button", name="Open Meester Joost, 2 nieuw").click()
    await expect(page.get_by_role("radio", name="Meester Joost, mentor", exact=True)).to_have_count(1)


async def test_who_reads_back_is_not_dragged_to_the_end(kring: Kring, visit: Visit) -> None:
    for number in range(30):
        await kring.bot.says(kring.group, f"Bericht {number}")
    page = await visit(SMALL)
    await open_chat(page, kring.group)
    room = phone(page, kring.group)
    scroller = room.locator(".scroller")
    await expect(room.get_by_text("Bericht 29")).to_be_in_viewport()
    await scroller.evaluate("e => e.scrollTo(0, 0)")
    await expect(room.get_by_role("button", name="Naar de nieuwste berichten")).to_be_visible()
    await kring.bot.says(kring.group, "Het nieuwste")
    await expect(room.get_by_text("Het nieuwste")).to_have_count(1)
    assert await scroller.evaluate("e => e.scrollTop") == 0
    await room.get_by_role("button", name="Naar de nieuwste berichten").click()
    await expect(room.get_by_text("Het nieuwste")).to_be_in_viewport()


async def test_three_hundred_messages_stay_quick_to_add_to(kring: Kring, visit: Visit) -> None:
    for number in range(300):
        await kring.bot.says(kring.group, f"Bericht {number}", reply_markup=INLINE)
    page = await visit(WIDE)
    room = phone(page, kring.group)
    await expect(room.locator("li.message")).to_have_count(304)  # with the lines on who came in
    await expect(room.get_by_text("Bericht 299")).to_be_in_viewport()
    took = await page.evaluate(
        """async ([chat, user]) => {
          const list = document.querySelector(`.phone[data-chat='${chat}'] ol`);
          const came = new Promise(resolve => new MutationObserver(resolve).observe(list, {childList: true}));
          const start = performance.now();
          await fetch('/demo/send', {method: 'POST', body: JSON.stringify({user, chat, text: 'Nog een'})});
          await came;
          return performance.now() - start;
        }""",
        [kring.group.id, kring.anna.id],
    )
    await expect(room.get_by_text("Nog een")).to_be_in_viewport()
    assert took < 1500, f"a new message took {took:.0f} ms"


async def test_without_events_the_page_keeps_looking_itself(kring: Kring, browser: Browser) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await page.route("**/demo/events", lambda route: route.abort())
    await page.goto(kring.town.server.url)
    await expect(person(page, kring.noor)).to_be_visible()
    await expect(page.get_by_text("De verbinding is weg")).to_be_visible()
    await kring.bot.says(kring.group, "Zonder lijn")
    await expect(phone(page, kring.group)).to_contain_text("Zonder lijn", timeout=30_000)
    await page.unroute("**/demo/events")
    await expect(page.get_by_text("De verbinding is weg")).to_be_hidden(timeout=30_000)
    await context.close()


# -- safety -----------------------------------------------------------------------------------------------


async def test_a_text_with_code_in_it_is_only_text(kring: Kring, visit: Visit) -> None:
    page = await visit()
    evil = "<img src=x onerror=\"document.title='gekraakt'\"> <script>document.title='gekraakt'</script>"
    await kring.anna.says(kring.group, evil)
    await expect(phone(page, kring.group)).to_contain_text(evil)
    assert await page.title() == "Praatmaat proberen"


async def test_even_bad_html_from_the_server_gets_no_further_than_known_tags(kring: Kring, browser: Browser) -> None:
    number = await kring.anna.says(kring.group, "hier")
    bad = (
        "<b onclick='x()'>vet</b><img src=x onerror=\"document.title='gekraakt'\"><iframe src='/'></iframe>"
        "<a href=\"javascript:document.title='gekraakt'\">link</a><svg><script>document.title='gekraakt'</script></svg>"
        "<style>body{display:none}</style><i>schuin</i>"
    )

    async def poison(route: Route) -> None:
        response = await route.fetch()
        state = await response.json()
        for said in state["messages"][str(kring.group.id)]:
            if said["message_id"] == number:
                said["html"] = bad
        await route.fulfill(response=response, json=state)

    page = await (await browser.new_context()).new_page()
    await page.route("**/demo/state", poison)
    await page.goto(kring.town.server.url)
    text = message(page, kring.group, number).locator(".text")
    await expect(text.locator("i")).to_have_text("schuin")
    tags = "e => [...e.querySelectorAll('*')].map(n => n.tagName + [...n.attributes].map(a => a.name).join())"
    assert await text.evaluate(tags) == ["B", "I"]
    assert await page.title() == "Praatmaat proberen"
    await page.context.close()


async def test_a_file_of_the_bot_can_be_saved_under_its_own_name(kring: Kring, visit: Visit) -> None:
    await kring.anna.starts()
    form = FormData({"chat_id": str(kring.anna.id), "caption": "Open dit bestand"})
    form.add_field("document", b"BEGIN:VCALENDAR", filename="afspraken.ics", content_type="text/calendar")
    async with kring.town.http.post(f"/bot{kring.town.token}/sendDocument", data=form) as response:
        assert response.status == 200
    page = await visit(WIDE)
    async with page.expect_download() as saving:
        await phone(page, kring.anna).get_by_role("link", name="afspraken.ics").click()
    download = await saving.value
    assert download.suggested_filename == "afspraken.ics"
    assert (await download.path()).read_bytes() == b"BEGIN:VCALENDAR"


# -- for everyone -----------------------------------------------------------------------------------------


async def lively(kring: Kring) -> None:
    """A town in which each kind of thing there is to see, is to be seen."""
    bot = kring.bot
    await bot.says(kring.group, "Hoi, /privacy zegt meer", reply_markup=INLINE)
    number = await kring.anna.says(kring.group, "Fijn")
    await kring.joost.says(kring.group, "Zeker", reply_to=kring.town.messages(kring.group)[-2])
    await kring.anna.edits(number, "Heel fijn", group=kring.group)
    for who in (kring.anna, kring.sam):
        await who.starts()
        await who.voice()
        await who.photo("Ons")
        await who.document()
        await bot.says(who, "<b>Vraag</b> <code>x</code>", parse_mode="HTML", reply_markup={"keyboard": [["Klaar"]]})


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [SMALL, TABLET, WIDE])
async def test_everything_has_a_name_a_size_and_contrast(
    kring: Kring, visit: Visit, size: tuple[int, int], dark: bool
) -> None:
    await lively(kring)
    page = await visit(size, welcome=True, dark=dark, calm=True)
    problems = list(await page.evaluate(LOOK))
    if size == SMALL:
        await open_chat(page, kring.group)
        problems += await page.evaluate(LOOK)
        await page.get_by_role("button", name="Terug naar alle chats").click()
        await open_chat(page)
        problems += await page.evaluate(LOOK)
        await page.locator("#clock-toggle").click()
        problems += await page.evaluate(LOOK)
    if size == TABLET:
        await kring.bot.says(kring.sam, "Nieuw")
        await expect(page.locator(".badge:visible").first).to_be_visible()
        problems += await page.evaluate(LOOK)
    assert problems == []


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_tab_key_visits_everything_in_reading_order_and_shows_where_it_is(
    kring: Kring, visit: Visit, size: tuple[int, int]
) -> None:
    await lively(kring)
    page = await visit(size, welcome=True)
    await page.evaluate("document.body.focus()")
    stops: list[str] = []
    for _ in range(60):
        await page.keyboard.press("Tab")
        where = await page.evaluate(
            """() => {
              const e = document.activeElement;
              if (e === document.body) return null;
              const shown = e.matches('[type=radio]') ? e.closest('label') : e;
              if (getComputedStyle(shown).outlineStyle === 'none') return 'no focus to be seen on ' + e.outerHTML;
              const place = e.closest('.top, #people, #welcome, #chats, .phone');
              return place.id || place.dataset.person + ':' + place.dataset.kind || place.className;
            }"""
        )
        if where is None:
            break
        if not stops or stops[-1] != where:
            stops.append(where)
    a, s, j, n = (f"{who.id}:private" for who in (kring.anna, kring.sam, kring.joost, kring.noor))
    if size == SMALL:
        assert stops[1:] == ["welcome", "chats", "people"]
    else:
        assert stops[1:] == ["people", "welcome", a, j, f"{kring.anna.id}:group", s, n]


async def test_the_arrow_keys_choose_who_you_are_and_walk_through_the_messages(kring: Kring, visit: Visit) -> None:
    first = await kring.bot.says(kring.group, "Eerste", reply_markup=INLINE)
    last = await kring.bot.says(kring.group, "Laatste")
    page = await visit()
    await page.get_by_role("radio", name="Anna").focus()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("radio", name="Sam")).to_be_checked()
    await expect(page.get_by_role("radio", name="Sam")).to_be_focused()
    await message(page, kring.group, last).focus()
    await page.keyboard.press("ArrowUp")
    await expect(message(page, kring.group, first)).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await expect(focused(page)).to_have_text("Doe mee")
    await page.keyboard.press("Enter")
    assert cast(JsonObject, (await kring.bot.answers_a_tap())["from"])["first_name"] == "Sam"


async def test_a_board_that_changes_keeps_the_focus_on_its_button(kring: Kring, visit: Visit) -> None:
    board = await kring.bot.says(kring.group, "1 klaar", reply_markup=INLINE)
    page = await visit()
    await phone(page, kring.group).get_by_role("button", name="Doe mee", exact=True).focus()
    await kring.bot.call(
        "editMessageText", chat_id=kring.group.id, message_id=board, text="2 klaar", reply_markup=INLINE
    )
    await expect(message(page, kring.group, board)).to_contain_text("2 klaar")
    await expect(focused(page)).to_have_text("Doe mee")


async def test_nothing_moves_for_who_wants_no_motion(kring: Kring, visit: Visit) -> None:
    page = await visit(WIDE, calm=True)
    await kring.bot.says(kring.group, "Nieuw")
    await expect(phone(page, kring.group)).to_contain_text("Nieuw")
    assert await page.evaluate("document.getAnimations().length") == 0
