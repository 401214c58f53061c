"""Logs tell what happened without telling what people wrote, and never the token."""

import io
import json
import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import log

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAkanarie-token_bbCCddEEff00112233"


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    yield
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    logging.captureWarnings(False)
    logging.raiseExceptions = True


@pytest.fixture(params=[True, False], ids=["plain", "json"])
def said(request: pytest.FixtureRequest) -> io.StringIO:
    stream = io.StringIO()
    log.set_up("debug", secret=TOKEN, plain=request.param, stream=stream)
    return stream


def test_our_own_lines_are_shown_with_level_and_origin(said: io.StringIO) -> None:
    logging.getLogger("bot.intake.poll").warning("update %d stored", 7)
    line = said.getvalue()
    assert "update 7 stored" in line and "bot.intake.poll" in line and "warning" in line


@pytest.mark.parametrize(
    ("template", "argument"),
    [
        ("calling https://api.telegram.org/bot%s/getUpdates", TOKEN),
        ("token %r", TOKEN),
        ("%s", f"https://x/file/bot{TOKEN}/voice/1.oga"),
        ("another bot: %s", "987654321:BBother-kanarie-token_aaaaaaaaaaa"),
        ("/bot1:kort-kanarie/getMe %s", ""),
    ],
)
def test_no_token_is_ever_shown(said: io.StringIO, template: str, argument: str) -> None:
    logging.getLogger("bot").error(template, argument)
    logging.getLogger("somelibrary").error(template % argument)
    shown = said.getvalue()
    assert "kanarie" not in shown and "[token]" in shown


def test_of_an_exception_class_and_place_are_shown_and_never_its_words(said: io.StringIO) -> None:
    def reads(answer: str) -> None:
        try:
            int(answer)
        except ValueError as error:
            raise RuntimeError(f"can't read {answer}") from error

    try:
        reads("kanarie van Rosa")
    except RuntimeError:
        logging.getLogger("bot.runner").exception("handler failed")
    shown = said.getvalue()
    assert "kanarie" not in shown
    assert "RuntimeError" in shown and "ValueError" in shown and "test_log.py:" in shown and "reads" in shown


def test_what_libraries_put_in_their_lines_is_left_out(said: io.StringIO) -> None:
    update = {"message": {"text": "kanarie"}}
    for name in ("telegram.ext.Updater", "httpx", "aiosqlite", "asyncio", "unknown"):
        logging.getLogger(name).critical("Error while handling %s", update, stack_info=True)
        logging.getLogger(name).critical("Task exception was never retrieved\nfuture: ValueError('kanarie')")
    shown = said.getvalue()
    assert "kanarie" not in shown
    assert "Error while handling %s" in shown and "Task exception was never retrieved" in shown


@pytest.mark.parametrize("name", ["httpx", "httpcore", "telegram", "telegram.Bot", "apscheduler", "aiosqlite"])
def test_chatty_libraries_are_quiet_even_at_debug(said: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("a chatty line")
    assert said.getvalue() == ""


def test_that_a_busy_machine_skips_a_tick_is_no_news_and_that_a_tick_failed_is(said: io.StringIO) -> None:
    ticks = logging.getLogger("apscheduler.scheduler")
    ticks.warning('Execution of job "%s" skipped: maximum number of running instances reached (%d)', "tick", 1)
    assert said.getvalue() == ""
    ticks.error("Error submitting job %s", "tick")
    assert "Error submitting job" in said.getvalue()


def test_warnings_of_python_go_the_same_way(said: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("kanarie", stacklevel=1)
    assert "kanarie" not in said.getvalue() and "UserWarning" in said.getvalue()


def test_json_lines_are_one_object_each() -> None:
    stream = io.StringIO()
    log.set_up("info", stream=stream)
    logging.getLogger("bot").info("eerste\nregel")
    logging.getLogger("bot").debug("niet")
    (line,) = stream.getvalue().splitlines()
    assert json.loads(line)["message"] == "eerste\nregel"


def test_a_program_that_falls_over_does_not_print_what_it_was_working_on() -> None:
    script = """
from bot import log
log.set_up("info", plain=True)
def handle(text): raise ValueError(text)
handle("kanarie")
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 1
    assert "ValueError" in done.stderr and "kanarie" not in done.stderr + done.stdout
