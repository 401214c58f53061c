"""The data folder belongs to one running bot at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another bot works in this folder; the text says so in Dutch."""

    exit_code = 3


@contextmanager
def only_instance(folder: Path) -> Iterator[None]:
    """Hold the folder while the block runs; raises AlreadyRunning. The lock goes with the process, however it ends."""
    descriptor = os.open(folder / "praatmaat.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning(
                f"Er draait al een Praatmaat in {folder}. Stop die eerst, of kies met PRAATMAAT_DATA een andere map."
            ) from error
        yield
    finally:
        os.close(descriptor)
