"""`praatmaat demo` as a newcomer meets it: the real command, the real bot, a real browser; be everyone in turn."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import signal
import sys
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from tests.demo.test_page import BROWSERS, QUIET, SMALL, WIDE

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SLOW = 20_000  # milliseconds: the bot paces itself, one message a second in a chat


@asynccontextmanager
async def demo() -> AsyncIterator[str]:
    """The command on a free port; at the end it stops on Ctrl-C with exit code 0 and nothing to complain of."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", "0", stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    try:
        line = (await asyncio.wait_for(process.stderr.readline(), 90)).decode()
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert address is not None, line
        try:
            yield address[0]
        finally:
            process.send_signal(signal.SIGINT)
            said = (await asyncio.wait_for(process.stderr.read(), 30)).decode()
        assert (await process.wait(), said) == (0, "")
    finally:
        if process.returncode is None:  # nothing of a test that failed lives on
            process.kill()
            await process.wait()


@asynccontextmanager
async def page_at(address: str, size: tuple[int, int]) -> AsyncIterator[Page]:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium or Chrome here, so the demo is not tried in a browser")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=list(QUIET))
        page = await browser.new_page(viewport={"width": size[0], "height": size[1]})
        page.set_default_timeout(SLOW)
        expect.set_options(timeout=SLOW)
        await page.goto(address)
        yield page
        await browser.close()


def chats(address: str) -> tuple[dict[str, int], int]:
    """The ids of the people by name, and of the group."""
    with urllib.request.urlopen(f"{address}/demo/state") as answer:
        state = json.load(answer)
    people = {user["first_name"]: user["id"] for user in state["users"]}
    return people, next(chat["id"] for chat in state["chats"] if chat["type"] != "private")


class Visitor:
    """Plays everyone on one page."""

    def __init__(self, page: Page, address: str, *, small: bool = False) -> None:
        self.page, self.small = page, small
        self.people, self.group_id = chats(address)

    def phone(self, name: str) -> Locator:
        return self.page.locator(f".phone[data-chat='{self.people.get(name, self.group_id)}']")

    async def becomes(self, name: str) -> None:
        await self.page.locator(f"label[data-person='{self.people[name]}']").click()

    async def in_group(self, name: str) -> Locator:
        await self.becomes(name)
        await self.opens("group")
        return self.phone("")

    async def opens(self, kind: str) -> None:
        """On a small screen: from wherever they are, by the list of chats."""
        if not self.small:
            return
        back = self.page.get_by_role("button", name="Terug naar alle chats")
        if await back.is_visible():
            await back.click()
        await self.page.locator(f"#chat-list [data-kind={kind}]").click()

    async def joins(self, name: str, role: str) -> None:
        group = await self.in_group(name)
        await group.get_by_role("button", name="Doe mee", exact=True).first.click()
        own = self.phone(name)
        for label in ("Ja, ik doe mee", role, "Nederlands"):
            await own.get_by_role("button", name=label, exact=True).click()
        await expect(own).to_contain_text("Je doet mee")

    async def answers(self, name: str, text: str) -> None:
        await self.becomes(name)
        await self.opens("private")
        own = self.phone(name)
        await expect(own.get_by_role("button", name="Ik sla over")).to_be_visible()
        await own.get_by_role("textbox").fill(text)
        await own.get_by_role("textbox").press("Enter")
        await own.get_by_role("button", name="Klaar", exact=True).click()
        await own.get_by_role("button", name="Delen met mijn naam", exact=True).click()
        await expect(own).to_contain_text("Dank je")


async def write(place: Locator, text: str) -> None:
    await place.get_by_role("textbox").fill(text)
    await place.get_by_role("textbox").press("Enter")


async def test_a_newcomer_plays_a_talk_and_sees_the_question_arrive_weeks_later(update_chats: bool) -> None:
    async with demo() as address, page_at(address, WIDE) as page:
        visitor = Visitor(page, address)
        await page.get_by_role("button", name="Sluit de uitleg").click()
        await visitor.joins("Anna", "Ouder of verzorger")
        await visitor.joins("Joost", "Onderwijs: ik werk op school")
        group = await visitor.in_group("Anna")
        await write(group, "/gesprek")
        for button in ("Acht principes", "Je hebt elkaar nodig", "Nu, kort", "andere werkvorm", "Kaarten omdraaien"):
            await group.get_by_role("button", name=button).click()
        await visitor.answers("Anna", "Ik zie hoe hij thuis bijkomt van een schooldag.")
        await visitor.answers("Joost", "Ik zie hem in de klas, maar nooit daarna.")
        await expect(group).to_contain_text("dit zeggen jullie")
        await expect(group).to_contain_text("Ik zie hoe hij thuis bijkomt")
        if update_chats:
            PICTURES.mkdir(exist_ok=True)
            await page.screenshot(path=PICTURES / "demo-wide.png")
        await visitor.becomes("Anna")
        await group.get_by_role("button", name="We zijn uitgepraat").click()
        await expect(group).to_contain_text("voor jou belangrijk")
        await group.get_by_role("button", name="We zijn uitgepraat").last.click()
        await visitor.becomes("Joost")
        joost = visitor.phone("Joost")
        await joost.get_by_role("button", name="Ja, ik zet een stap").click()
        await expect(joost).to_contain_text("Welke kleine stap")
        await write(joost, "belt Anna elke vrijdag vijf minuten")
        for label in ("Over twee weken", "Ja, klopt", "Ja, leg het voor", "akkoord"):
            await joost.get_by_role("button", name=label, exact=True).click()
        await expect(group).to_contain_text("Afgesproken")
        await visitor.becomes("Anna")
        await group.get_by_role("button", name="Klaar", exact=True).click()
        clock = page.get_by_role("group", name="Klok")
        for _ in range(8):  # first the questions of the talk run out, then the day of the agreement comes
            if await joost.get_by_role("button", name="gelukt", exact=True).count():
                break
            await clock.get_by_role("button", name="Volgend moment").click()
            await page.wait_for_timeout(2500)
        await visitor.becomes("Joost")
        await joost.get_by_role("button", name="gelukt", exact=True).click()
        await expect(joost).to_contain_text("Mag de groep het weten?")


async def test_the_demo_works_on_a_phone_from_doe_mee_to_an_answer(update_chats: bool) -> None:
    async with demo() as address, page_at(address, SMALL) as page:
        visitor = Visitor(page, address, small=True)
        await page.get_by_role("button", name="Sluit de uitleg").click()
        await visitor.joins("Anna", "Ouder of verzorger")
        group = await visitor.in_group("Anna")
        await write(group, "/gesprek")
        for button in ("Investeer in de relatie", "Nu, kort", "Een andere werkvorm", "Kaarten omdraaien"):
            await group.get_by_role("button", name=button).click()
        await visitor.answers("Anna", "Elke maand vijf minuten bellen zou mij rust geven.")
        if update_chats:
            PICTURES.mkdir(exist_ok=True)
            await page.screenshot(path=PICTURES / "demo-phone.png")
