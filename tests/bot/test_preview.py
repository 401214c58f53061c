"""The page with every screen: everything is in it, once, and it can be read on a phone without a network."""

import io
import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from bot.preview.command import PAGE, PICTURES, page, preview
from flows.names import Role
from tests.content.formats import FORMATS, LIBRARY

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE = {"width": 360, "height": 780}
MOST_BYTES = 3_000_000

EVERY_CHOICE = """() => {
  const bad = [];
  const pick = (id, value) => { const s = document.getElementById(id); s.value = value; s.onchange(); };
  const values = (id) => [...document.getElementById(id).options].map((option) => option.value);
  for (const flow of values("flow")) {
    pick("flow", flow);
    const cards = document.getElementById("card").disabled ? [] : values("card"), roles = values("role");
    const looks = [[null, null], ...cards.map((card, at) => [card, roles[at % roles.length]])];
    for (const [card, role] of looks) {
      if (card) { pick("card", card); pick("role", role); }
      const text = document.getElementById("phones").innerText;
      if (/[⚠⟦⟧]|undefined/.test(text) || text.length < 20) bad.push([flow, card, role, text.slice(0, 80)]);
    }
  }
  return bad;
}"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview")
    assert preview(folder, io.StringIO()) == 0
    return folder / PAGE


def test_every_format_has_what_each_role_and_the_group_see_in_it(written: Path) -> None:
    html = written.read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
    assert found is not None
    data = json.loads(found[1])
    assert sorted(one["id"] for one in data["formats"]) == FORMATS
    assert set(data["cards"]) == {card.id for card in LIBRARY.cards}
    for one in data["formats"]:
        seen = {who for talk in one["talks"].values() for who, _, _ in talk}
        assert seen == {"groep", *Role}, one["id"]
    assert len({json.dumps(said) for said in data["screens"][0]}) == len(data["screens"][0]), "a screen is kept twice"
    fixed = next(one for one in data["flows"] if one["id"] == "ui")["talks"]
    said = [data["screens"][0][number][0] for screens in fixed.values() for _, number, _ in screens]
    assert len(said) > 400 and "Doe mee" in said
    assert len(html.encode()) < MOST_BYTES
    drawn = {path.stem for path in (written.parent / PICTURES).iterdir() if path.read_bytes().startswith(b"\x89PNG")}
    assert drawn == set(data["cards"])


def test_no_text_can_end_the_data_of_the_page_too_early() -> None:
    assert "</script><b>" not in page(json.dumps({"x": "</script><b>"}))


async def test_on_a_phone_every_choice_shows_its_screens_whole_and_nothing_is_fetched(written: Path) -> None:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium or Chrome here, so the preview is not looked at")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        sheet = await browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        asked: list[str] = []
        wrong: list[str] = []
        sheet.on("request", lambda request: asked.append(request.url))
        sheet.on("pageerror", lambda error: wrong.append(str(error)))
        await sheet.goto(written.as_uri())
        assert await sheet.evaluate(EVERY_CHOICE) == []
        assert await sheet.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        await sheet.fill("#word", f"{LIBRARY.cards[0].title.text} leerling")
        await sheet.click("#hits button")
        assert await sheet.input_value("#role") == "leerling"
        assert await sheet.input_value("#card") == LIBRARY.cards[0].id
        await browser.close()
    assert wrong == [] and [url for url in asked if not url.startswith("file:")] == []
