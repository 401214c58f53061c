"""Starts bots without paying for their imports each time: this process has them done, and forks.

Each line on stdin is one birth; each birth and each death is a line on stdout. A bot born here runs the same
`praatmaat run` in a process of its own.
"""

import os
import sys


def main() -> None:
    """Until stdin closes."""
    from bot import __main__ as program
    from bot import app  # noqa: F401  # all that `run` imports

    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            code = program.main(["run"])
            sys.stderr.flush()
            os._exit(code)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
