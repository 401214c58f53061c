"""Runs every check there is, goes on after a failure, and ends with one summary."""

import argparse
import subprocess
import sys
import time
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
    Check(watches="the types", command=("mypy",)),
    Check(watches="the content", command=("praatmaat", "check")),
)
# Many tests wait for a bot that paces itself, so seven processes keep two cores busy. Who is ready takes work from the
# others; the slowest tests stay mostly behind one another, because many at once make a browser miss its moments.
SUITE = Check(
    watches="the behaviour, and every branch of flows/",
    command=(
        *("pytest", "-q", "-n", "7", "--dist", "worksteal", "--durations", "12"),
        *("--cov", "--cov-branch", "--cov-report", "term", "--cov-fail-under", "100"),
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


def run(check: Check) -> Outcome:
    """Run one check with its output in view."""
    print(f"\n── {' '.join(check.command)}", flush=True)
    began = time.monotonic()
    done = subprocess.run([BIN / check.command[0], *check.command[1:]], cwd=ROOT, stdin=subprocess.DEVNULL)
    return Outcome(check=check, ok=done.returncode == 0, seconds=time.monotonic() - began)


def main() -> int:
    """Run the checks; the exit code is 0 only when every one of them is content."""
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave the test suite out")
    checks = QUICK if parser.parse_args().quick else (*QUICK, SUITE)
    outcomes = [run(check) for check in checks]

    print("\n── Summary")
    for outcome in outcomes:
        print(outcome.line())
    failed = [outcome.check.name for outcome in outcomes if not outcome.ok]
    print("Everything is in order." if not failed else f"Not in order: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
