"""Nothing sealed is shown before its reveal, whatever people do: the whole bot below HTTP, in random histories."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.delivery import delivery
from bot.delivery.send import Grew
from flows import answering
from flows.asking import Own
from flows.effects import Erase
from flows.names import MemberId, StepId
from flows.run import Answer, Run
from tests.faults.leaks import Lab, Leak, Move, follow_ups, moves

ENOUGH = 60


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder: Path = tmp_path_factory.mktemp("leaks")
    found = Lab(folder)
    yield found
    found.close()


def test_whatever_people_do_nothing_sealed_is_shown_and_whoever_speaks_hears_something(lab: Lab) -> None:
    @settings(max_examples=ENOUGH, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(moves, st.integers(0, 7), st.booleans(), st.booleans())
    def run(history: list[Move], card: int, live: bool, both: bool) -> None:
        lab.history(history, card, live, both)

    run()
    assert lab.counts["messages with turned cards"] > 10, "cards were turned at all"


def test_who_shared_without_a_number_and_does_not_answer_when_told_one_has_not_agreed_to_it(lab: Lab) -> None:
    lab.history([("label", 0, 25), ("uncounted", 1, 43), ("all answer", 5, 45), ("moves on", 1, 46)], 5, False, False)


def test_whatever_people_do_with_what_they_agreed_no_promise_of_follow_up_is_broken(lab: Lab) -> None:
    """Closed time, pace, rest and results that were not told, in lives with agreements, mdo's and settings."""
    before = Counter(lab.counts)
    dice = random.Random(20261124)

    for _ in range(15):
        lab.history(follow_ups(dice), 0, False, False, talk=False)

    came = lab.counts - before
    assert came["agreements put forward"] > 5 and came["class: nudge"] > 10, "there was something to follow up"


TURNED: list[Move] = [("all answer", 0, 0), ("time", 0, 0)]


def test_this_history_turns_cards_so_that_the_cheats_below_have_something_to_show(lab: Lab) -> None:
    before = lab.counts["messages with turned cards"]

    lab.history(TURNED, 0, True, False)

    assert lab.counts["messages with turned cards"] > before


def test_a_bot_that_turned_what_was_only_for_its_writer_would_be_caught(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cheat(run: Run, of: StepId) -> dict[MemberId, Answer]:
        return {p.member: a for p in run.in_order() if (a := run.answers.get(of, {}).get(p.member)) is not None}

    monkeypatch.setattr(Run, "shared", cheat)
    with pytest.raises(Leak, match="was not shared"):
        lab.history([("all answer", 0, 2), ("time", 0, 0)], 0, True, False)


def test_a_bot_that_turned_the_cards_for_a_larger_group_would_be_caught(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = delivery._judge

    def cheat(*given: object) -> object:
        judged = honest(*given)  # type: ignore[arg-type]
        return judged.count if isinstance(judged, Grew) else judged

    monkeypatch.setattr(delivery, "_judge", cheat)
    grows: list[Move] = [("answers", 0, 0), ("answers", 1, 0), ("answers", 2, 0), ("comes", 5, 0), ("answers", 3, 0)]
    with pytest.raises(Leak, match="its writer agreed to"):
        lab.history(grows, 0, True, False)


def test_a_bot_that_kept_the_answer_of_someone_who_starts_again_would_be_caught(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = answering._started_over

    def cheat(own: Own) -> answering.Heard:
        fresh, effects = honest(own)
        return replace(fresh, words=own.writer.words), tuple(e for e in effects if not isinstance(e, Erase))

    monkeypatch.setattr(answering, "_started_over", cheat)
    with pytest.raises(Leak, match="was taken back"):
        lab.history([("answers", 0, 7), ("all answer", 0, 0), ("time", 0, 3)], 0, True, False)
