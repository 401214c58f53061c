"""Settings that are wrong are named, with the fix, and never shown."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot import settings
from bot.instance import AlreadyRunning, only_one
from bot.settings import BadSettings

ROOT = Path(__file__).parents[2]
TOKEN = "123456:kanarie-AAbbCCddEEff"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("PRAATMAAT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PRAATMAAT_TOKEN", TOKEN)
    monkeypatch.setenv("PRAATMAAT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PRAATMAAT_KEY_FILE", str(tmp_path / "key"))


def test_with_the_three_that_are_needed_the_bot_can_start(tmp_path: Path) -> None:
    found = settings.load()
    assert found.token.get_secret_value() == TOKEN
    assert (found.api_url, found.log_level) == ("https://api.telegram.org", "info")
    assert found.is_real_telegram and found.clock_offset_file is None
    assert found.database == tmp_path / "data" / "praatmaat.db"
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_all_that_is_missing_is_named_at_once_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TOKEN", "DATA"):
        monkeypatch.delenv(f"PRAATMAAT_{name}")
    monkeypatch.setenv("PRAATMAAT_KEY_FILE", "")
    with pytest.raises(BadSettings) as caught:
        settings.load()
    assert str(caught.value).splitlines() == [
        "Praatmaat kan niet starten. Zet deze instellingen goed:",
        "  PRAATMAAT_TOKEN ontbreekt: het token van je bot, van @BotFather, zoals 123456789:AA…",
        "  PRAATMAAT_DATA ontbreekt: een map waar Praatmaat alles mag bewaren; hij moet beschrijfbaar zijn",
        "  PRAATMAAT_KEY_FILE ontbreekt: het bestand met de hoofdsleutel; maak er een met: praatmaat key new BESTAND",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN", "kanarie"),
        ("TOKEN", "abc:kanarie"),
        ("TOKEN", "123:kan arie"),
        ("TOKEN", "123:"),
        ("API_URL", "api.telegram.org"),
        ("API_URL", "ftp://x"),
        ("API_URL", f"https://api.telegram.org/bot{TOKEN}"),
        ("DATA", "/proc/kanarie"),
        ("DATA", "/etc/hostname"),
        ("LOG_LEVEL", "kanarie"),
    ],
)
def test_a_wrong_setting_is_named_and_its_value_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"PRAATMAAT_{name}", value)
    with pytest.raises(BadSettings) as caught:
        settings.load()
    assert f"PRAATMAAT_{name} klopt niet: " in str(caught.value)
    assert "kanarie" not in str(caught.value)
    assert caught.value.__cause__ is None and caught.value.__suppress_context__


def test_a_clock_that_can_be_moved_is_refused_on_the_real_telegram(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PRAATMAAT_CLOCK_OFFSET_FILE", str(tmp_path / "offset"))
    with pytest.raises(BadSettings, match="PRAATMAAT_CLOCK_OFFSET_FILE"):
        settings.load()
    monkeypatch.setenv("PRAATMAAT_API_URL", "http://127.0.0.1:8081/")
    found = settings.load()
    assert found.clock_offset_file == tmp_path / "offset"
    assert found.api_url == "http://127.0.0.1:8081" and not found.is_real_telegram


@pytest.mark.parametrize("url", ["https://API.telegram.org", "https://x.telegram.org:443", "https://telegram.org/"])
def test_the_real_telegram_is_recognised_however_it_is_written(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("PRAATMAAT_API_URL", url)
    assert settings.load().is_real_telegram


def test_the_token_does_not_show_when_settings_are_printed() -> None:
    assert "kanarie" not in repr(settings.load()) + str(settings.load())


def test_the_level_may_be_written_in_capitals_and_unknown_settings_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRAATMAAT_LOG_LEVEL", "DEBUG")
    monkeypatch.setenv("PRAATMAAT_SOMETHING", "else")
    assert settings.load().log_level == "debug"


# ------------------------------------------------------------ one bot in one folder


def test_a_second_bot_in_the_same_folder_is_told_so(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(AlreadyRunning, match="draait al"), only_one(tmp_path):
        pass
    with only_one(tmp_path):
        pass


def test_a_bot_that_was_killed_does_not_keep_its_folder_locked(tmp_path: Path) -> None:
    script = f"""
from pathlib import Path
from bot.instance import only_one
with only_one(Path({str(tmp_path)!r})):
    print("holding", flush=True)
    input()
"""
    held = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with held:
        assert held.stdout is not None and held.stdout.readline() == "holding\n"
        with pytest.raises(AlreadyRunning), only_one(tmp_path):
            pass
        held.kill()
        held.wait(10)
    with only_one(tmp_path):
        pass
