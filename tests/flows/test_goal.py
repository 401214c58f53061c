"""A goal: who stands behind it, who would say it otherwise, and what becomes of it when someone leaves."""

from flows import goal as rules
from flows.goal import Goal
from flows.line import People
from flows.names import CircleId, MemberId, WordsId

ANNA, SAM, JOOST = MemberId(1), MemberId(2), MemberId(3)
GOAL = Goal(circle=CircleId(1), sentence=WordsId(10), agree=(ANNA,))


def test_who_says_it_otherwise_does_not_stand_behind_it_and_the_other_way_round() -> None:
    otherwise = rules.otherwise(rules.shared(GOAL, SAM), SAM, WordsId(11))
    assert (otherwise.agree, otherwise.otherwise) == ((ANNA,), {SAM: WordsId(11)})
    assert rules.shared(otherwise, SAM) == Goal(circle=CircleId(1), sentence=WordsId(10), agree=(ANNA, SAM))


def test_of_who_leaves_only_the_sentence_stays() -> None:
    goal = rules.otherwise(rules.shared(GOAL, JOOST), SAM, WordsId(11))
    rest = rules.without(rules.without(goal, SAM), ANNA)
    assert rest == Goal(circle=CircleId(1), sentence=WordsId(10), agree=(JOOST,))
    assert goal.words == (WordsId(10), WordsId(11))


def test_nobody_is_named_who_said_nothing() -> None:
    said = rules.about(GOAL)
    assert said["eens"] == People((ANNA,)) and said["anders"] is None
