"""One process per data folder: two would fight over Telegram's updates and send everything twice."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another process works in this data folder."""

    exit_code = 3


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder while running. Raises AlreadyRunning; a killed process holds nothing."""
    with (folder / "praatmaat.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyRunning(
                f"Er draait al een Praatmaat met de map {folder}. Stop die eerst, of kies een andere PRAATMAAT_DATA."
            ) from None
        yield
