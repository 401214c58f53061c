"""A month in two minutes, in the demo: a step that was too big becomes smaller, is kept, noticed, and has a story."""

from __future__ import annotations

import time

from playwright.async_api import Locator, Page, expect

from tests.demo.test_demo import PICTURES, Visitor, demo, page_at, write
from tests.demo.test_page import WIDE

TWO_MINUTES = 120.0
MANY = 30  # moments: far more than a month has


async def presses(phone: Locator, *labels: str) -> None:
    for label in labels:
        await phone.get_by_role("button", name=label, exact=True).last.click()


async def waits_for(page: Page, phone: Locator, text: str) -> None:
    """From one moment of the calendar to the next, until this phone says so."""
    clock = page.get_by_role("group", name="Klok")
    for _ in range(MANY):
        if await phone.get_by_text(text).count():
            return
        await clock.get_by_role("button", name="Volgend moment").click()
        await page.wait_for_timeout(1500)
    raise AssertionError(f"a month went by without: {text}")


async def test_a_month_of_follow_up_is_played_in_two_minutes(update_chats: bool) -> None:
    async with demo() as address, page_at(address, WIDE) as page:

        async def picture(name: str) -> None:
            if update_chats:
                await page.screenshot(path=PICTURES / f"month-{name}.png")

        visitor = Visitor(page, address)
        await page.get_by_role("button", name="Sluit de uitleg").click()
        await visitor.joins("Anna", "Ouder of verzorger")
        await visitor.joins("Joost", "Onderwijs: ik werk op school")
        began = time.monotonic()
        group, anna, joost = visitor.phone(""), visitor.phone("Anna"), visitor.phone("Joost")

        await visitor.becomes("Joost")
        await write(group, "/afspraken")
        await presses(group, "Afspraak maken")
        await expect(joost).to_contain_text("Welke kleine stap")
        await write(joost, "belt Anna elke vrijdag vijf minuten")
        await presses(joost, "Iemand doet iets", "Ik", "Dit zijn ze", "Over een week", "Ja, klopt")
        await presses(joost, "Ja, leg het voor", "akkoord")
        await waits_for(page, group, "Afgesproken")  # at night the group hears it in the morning

        await waits_for(page, joost, "Hoe is het gegaan?")
        await presses(joost, "nog niet", "De stap was te groot")
        await expect(joost).to_contain_text("in stukjes")
        await picture("1-too-big")
        await presses(joost, "Kleiner maken")
        await expect(joost).to_contain_text("Wat is een kleinere stap?")
        await write(joost, "stuurt Anna vrijdag één bericht")
        await presses(joost, "Over een week", "Ja, klopt")
        await expect(joost).to_contain_text("Ik kom er op")
        await write(joost, "/afspraken")
        await presses(joost, "1")
        await expect(joost).to_contain_text("Wat er gebeurde")
        await picture("2-its-story")

        asked = await joost.get_by_text("Hoe is het gegaan?").count()
        clock = page.get_by_role("group", name="Klok")
        for _ in range(MANY):
            if await joost.get_by_text("Hoe is het gegaan?").count() > asked:
                break
            await clock.get_by_role("button", name="Volgend moment").click()
            await page.wait_for_timeout(1500)
        await presses(joost, "gelukt", "Ja, vertel het")
        await waits_for(page, group, "Gelukt")
        await picture("3-kept")

        await waits_for(page, anna, "Heb jij er iets van gemerkt?")
        await visitor.becomes("Anna")
        await presses(anna, "Een beetje")
        await expect(anna).to_contain_text("Hielp het?")  # else the first question's own "Ja" is tapped once more
        await presses(anna, "Ja", "Ja, met mijn naam")
        await expect(joost).to_contain_text("Anna")
        await picture("4-noticed")

        assert time.monotonic() - began < TWO_MINUTES
