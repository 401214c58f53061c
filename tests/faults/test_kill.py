"""The short form of `python -m tests.faults.kill`; its long form is recorded in docs/explanation/promises.md."""

import random
from pathlib import Path

from tests.faults.kill import work


async def test_killed_again_and_again_the_bot_loses_no_word_and_counts_none_twice(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    result = await work(tmp_path, kills=8, updates=120, seed=seed, circles=5, nudging=3)
    assert not result.problems, "\n".join((result.table(), *result.problems))
    assert result.kills == 8 and result.updates >= 120 and result.pieces > 10, result.table()
