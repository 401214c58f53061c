"""Each rule about imports and forbidden calls is seen to fail on a deliberate cheat."""

import json
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {contract["id"]: contract for contract in PYPROJECT["tool"]["importlinter"]["contracts"]}
BANNED = PYPROJECT["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]


@dataclass(frozen=True, kw_only=True)
class Cheat:
    """One line planted in one module, against one contract."""

    contract: str
    file: str
    line: str
    caught: str
    """What the report then says, besides the name of the contract."""


CHEATS = (
    Cheat(
        contract="direction",
        file="flows/names.py",
        line="import bot.clock",
        caught="flows.names -> bot.clock",
    ),
    Cheat(
        contract="direction",
        file="flows/names.py",
        line="import content",
        caught="flows.names -> content",
    ),
    Cheat(
        contract="direction",
        file="content/__init__.py",
        line="import bot.clock",
        caught="content -> bot.clock",
    ),
    Cheat(
        contract="engine-layers",
        file="flows/names.py",
        line="from flows import engine",
        caught="flows.names -> flows.engine",
    ),
    Cheat(
        contract="engine-layers",
        file="flows/helpers.py",
        line='"""A module without a place of its own."""',
        caught="helpers",
    ),
    Cheat(
        contract="kinds-are-strangers",
        file="flows/steps/say.py",
        line="from flows.steps import ask",
        caught="flows.steps.say -> flows.steps.ask",
    ),
    *(
        Cheat(
            contract="engine-is-pure",
            file="flows/steps/say.py",
            line=f"import {module}",
            caught=f"flows.steps.say -> {module}",
        )
        for module in CONTRACTS["engine-is-pure"]["forbidden_modules"]
    ),
    Cheat(
        contract="telegram-has-two-doors",
        file="bot/keys.py",
        line="import telegram",
        caught="bot.keys",
    ),
    Cheat(
        contract="sql-has-one-door",
        file="bot/keys.py",
        line="import aiosqlite",
        caught="bot.keys",
    ),
    Cheat(
        contract="the-ticker-stands-alone",
        file="bot/keys.py",
        line="from apscheduler.schedulers.asyncio import AsyncIOScheduler",
        caught="bot.keys",
    ),
    Cheat(
        contract="nobody-knows-the-demo",
        file="bot/keys.py",
        line="from bot.demo import world",
        caught="bot.keys",
    ),
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house, to do wrong in."""
    for package in ("bot", "content", "flows"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(house: Path, file: str, line: str) -> None:
    with (house / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")


def lint_imports(house: Path, contract: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BIN / "lint-imports", "--no-cache", "--contract", contract],
        cwd=house,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_contract_catches_the_cheats_planted_against_it(house: Path, contract: str) -> None:
    before = lint_imports(house, contract)
    assert before.returncode == 0, before.stdout + before.stderr

    for cheat in CHEATS:
        if cheat.contract == contract:
            plant(house, cheat.file, cheat.line)
    after = lint_imports(house, contract)

    report = " ".join((after.stdout + after.stderr).split())
    assert after.returncode == 1, report
    missed = [cheat for cheat in CHEATS if cheat.contract == contract and cheat.caught not in report]
    assert not missed, report


def test_no_contract_stands_without_a_cheat() -> None:
    assert {cheat.contract for cheat in CHEATS} == set(CONTRACTS)


def ruff(house: Path, *paths: str) -> list[tuple[str, str]]:
    """What ruff forbids there: file and message."""
    done = subprocess.run(
        [BIN / "ruff", "check", "--no-cache", "--select", "TID251", "--output-format", "json", *paths],
        cwd=house,
        capture_output=True,
        text=True,
    )
    return [
        (str(Path(found["filename"]).relative_to(house.resolve())), found["message"])
        for found in json.loads(done.stdout)
    ]


def calls_everything_banned() -> str:
    """A module that does all that is forbidden, written as people would write it."""
    lines = []
    for name in BANNED:
        module, _, call = name.partition(".")
        lines.append(f"import {name}" if name in ("random", "uuid", "pickle", "telegram.ext") else f"import {module}")
        lines.append(f"{name}()" if call else f"{name}.something()")
    return "\n".join(dict.fromkeys(lines))


@pytest.mark.parametrize("place", ["bot", "bot/demo", "flows", "tests/flows"])
def test_what_is_banned_is_seen_wherever_it_is_used(house: Path, place: str) -> None:
    (house / place).mkdir(parents=True, exist_ok=True)
    plant(house, f"{place}/cheat.py", calls_everything_banned())

    found = ruff(house, f"{place}/cheat.py")

    for name, rule in BANNED.items():
        assert (f"{place}/cheat.py", f"`{name}` is banned: {rule['msg']}") in found


def test_only_the_clock_itself_may_read_the_time(house: Path) -> None:
    plant(house, "bot/clock.py", "import time\ntime.time()")
    plant(house, "bot/keys.py", "import time\ntime.time()")

    assert {file for file, _ in ruff(house, "bot")} == {"bot/keys.py"}
