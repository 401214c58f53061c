"""The files round the code keep their word: locks, commands, links, and no traces of one machine."""

import ast
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def files(*patterns: str) -> list[Path]:
    """The files of the project, new ones included, without what git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


# Written in halves, so that this file doesn't name them either.
TRACES = [
    "pypi" + ".org",
    "python" + "hosted",
    "registry." + "npmjs",
    "deb." + "debian.org",
    "/opt/" + "pypi",
    "/" + "work/",
    "/" + "root/",
    "/" + "home/",
]


def test_no_file_names_a_package_host_or_a_path_of_one_machine() -> None:
    found = [f"{path.relative_to(ROOT)}: {trace}" for path in files() for trace in TRACES if trace in text_of(path)]

    assert not found


def pinned(lock: str) -> dict[str, str]:
    """Package to version, as a lock file has them."""
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.M))


def test_the_tests_run_on_the_very_versions_that_the_bot_runs_on() -> None:
    bot, tests = pinned("requirements.lock"), pinned("requirements-test.lock")

    assert bot and bot.items() <= tests.items()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_locked_package_carries_its_hashes(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", (ROOT / lock).read_text(encoding="utf-8"), flags=re.M)

    assert [entry.split()[0] for entry in entries if entry.strip() and "--hash=sha256:" not in entry] == []


def test_everything_asked_for_is_locked() -> None:
    project = PYPROJECT["project"]
    wanted = {
        "requirements.lock": project["dependencies"],
        "requirements-test.lock": [*project["dependencies"], *project["optional-dependencies"]["test"]],
    }

    for lock, requirements in wanted.items():
        names = {re.split(r"[^\w.-]", asked)[0].lower().replace(".", "-") for asked in requirements}
        assert names - set(pinned(lock)) == set()


def test_ci_runs_the_test_command_of_the_readme() -> None:
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split("\n")[-2]

    assert last.startswith("make test")
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_an_old_python_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "set-up", tmp_path / "scripts")
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    old = tmp_path / "old-python"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)

    done = subprocess.run(
        [tmp_path / "scripts" / "set-up", "requirements.lock"],
        env={**os.environ, "PYTHON": str(old)},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert "needs Python 3.11 or newer; here is: Python 3.9.2" in done.stderr
    assert "make PYTHON=" in done.stderr


def test_every_link_in_a_page_leads_somewhere() -> None:
    dead = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in files("*.md")
        for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]

    assert not dead


def modules() -> list[Path]:
    return [path for path in files("bot/*.py", "flows/*.py", "tests/*.py") if path.stat().st_size]


def test_every_module_says_its_job_in_its_first_line() -> None:
    silent = [
        module.relative_to(ROOT).as_posix()
        for module in modules()
        if not (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0].endswith(".")
    ]

    assert not silent


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "misc"}

    assert not [path for path in modules() if drawers & {*path.relative_to(ROOT).with_suffix("").parts}]
