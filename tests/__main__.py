"""Runs every check there is, goes on after a failure, and ends with one summary."""

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True, kw_only=True)
class Check:
    """One command, and what it watches over in a few words."""

    watches: str
    command: tuple[str, ...]

    @property
    def name(self) -> str:
        return " ".join(word for word in self.command[:2] if word[0] not in ".-")


QUICK = (
    Check(watches="the shape of the code", command=("ruff", "format", "--check", ".")),
    Check(watches="the house rules", command=("ruff", "check", ".")),
    Check(watches="the direction of imports", command=("lint-imports",)),
    Check(watches="the content", command=("praatmaat", "check")),
)
TYPES = Check(watches="the types", command=("mypy",))
PYTEST = ("pytest", "-q", "-p", "no:cacheprovider", "--dist", "worksteal", "--durations", "8")
PURE = ("tests/flows", "tests/content", "tests/problems")
# Those are arithmetic; the other tests mostly wait for a bot that paces itself. Beside each other they keep two cores
# busy, and so does mypy, which takes half a minute of one.
COVERAGE = ("--cov", "--cov-branch", "--cov-report", "term", "--cov-fail-under", "100")
LANES = (
    (
        Check(
            watches="the program with a real database, network and browser",
            command=(*PYTEST, "-n", "6", "tests", *(f"--ignore={folder}" for folder in PURE)),
        ),
    ),
    (
        TYPES,
        Check(
            watches="what is said when, and every branch of flows/",
            command=(*PYTEST, "-n", "2", *PURE, "-m", "not law", *COVERAGE),
        ),
        # Thousands of random histories: watching their every branch as well would only make them slow.
        Check(watches="the laws, whatever people do", command=(*PYTEST, "-n", "2", *PURE, "-m", "law")),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    check: Check
    ok: bool
    seconds: float

    def line(self) -> str:
        verdict = "ok    " if self.ok else "FAILED"
        return f"  {verdict} {self.seconds:6.1f} s  {self.check.name:<16} {self.check.watches}"


def run(check: Check, *, live: bool = True) -> Outcome:
    """Run one check; its output is in view at once, or (not `live`) as a whole when it is done."""
    began = time.monotonic()
    title = f"\n── {' '.join(check.command)}"
    if live:
        print(title, flush=True)
    done = subprocess.run(
        [BIN / check.command[0], *check.command[1:]],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=None if live else subprocess.PIPE,
        stderr=None if live else subprocess.STDOUT,
        text=True,
    )
    if not live:
        print(title, done.stdout, sep="\n", flush=True)
    return Outcome(check=check, ok=done.returncode == 0, seconds=time.monotonic() - began)


def main() -> int:
    """Run the checks; the exit code is 0 only when every one of them is content."""
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave the test suites out")
    quick = parser.parse_args().quick
    # Every worker and every bot that a test starts would compile all modules anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    outcomes = [run(check) for check in ((*QUICK, TYPES) if quick else QUICK)]
    if not quick:
        with ThreadPoolExecutor() as beside:
            for lane in beside.map(lambda lane: [run(check, live=lane is LANES[0]) for check in lane], LANES):
                outcomes += lane

    print("\n── Summary")
    for outcome in outcomes:
        print(outcome.line())
    failed = [outcome.check.name for outcome in outcomes if not outcome.ok]
    print("Everything is in order." if not failed else f"Not in order: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
