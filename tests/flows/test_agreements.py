"""An agreement stands only by the akkoord of each who does it, and each rules only over their own part."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from flows import agreements as rules
from flows.agreements import FINAL, MOST_OPEN, Agreement, Akkoord, Change, Did, Kind, Obstacle, Result, State
from flows.names import AgreementId, CircleId, MemberId, WordsId

ANNA, JOOST, NOOR, STRANGER = MemberId(1), MemberId(2), MemberId(3), MemberId(9)
TODAY = date(2026, 11, 20)
accept, decline, report, move, tell, stop, propose = (
    partial(act, on=TODAY)
    for act in (rules.accept, rules.decline, rules.report, rules.move, rules.tell, rules.stop, rules.propose)
)
FRIDAY, LATER = date(2026, 11, 27), date(2026, 12, 4)


def proposal(*owners: MemberId) -> Agreement:
    return propose(AgreementId(1), circle=CircleId(1), by=ANNA, what=WordsId(1), owners=owners or (JOOST, NOOR),
                   day=FRIDAY)  # fmt: skip


def standing(*owners: MemberId) -> Agreement:
    agreement = proposal(*owners)
    for owner in agreement.owners:
        agreement = accept(agreement, owner)
    return agreement


def test_a_proposal_binds_nobody_also_not_who_made_it() -> None:
    agreement = proposal(ANNA, JOOST)

    assert agreement.state is State.PROPOSED
    assert [p.akkoord for p in agreement.promises] == [Akkoord.OPEN, Akkoord.OPEN]


def test_it_stands_once_the_last_owner_said_akkoord() -> None:
    agreement = accept(proposal(JOOST, NOOR), JOOST)
    assert agreement.state is State.PROPOSED

    assert accept(agreement, NOOR).state is State.STANDING


def test_each_owner_may_take_a_day_of_their_own() -> None:
    agreement = accept(accept(proposal(JOOST, NOOR), JOOST, LATER), NOOR)

    assert [p.day for p in agreement.promises] == [LATER, FRIDAY]


def test_what_one_owner_would_rather_not_do_is_dropped_while_another_has_not_answered_yet() -> None:
    agreement = decline(proposal(JOOST, NOOR), JOOST)

    assert agreement.state is State.DROPPED
    assert accept(agreement, NOOR).state is State.DROPPED


def test_akkoord_and_no_are_said_once() -> None:
    yes, no = standing(JOOST), decline(proposal(JOOST), JOOST)

    assert decline(yes, JOOST) == yes
    assert accept(yes, JOOST, LATER) == yes
    assert accept(no, JOOST) == no


def test_who_is_not_asked_has_nothing_to_say() -> None:
    agreement = standing(JOOST)
    for act in (accept, decline, tell, stop):
        assert act(agreement, STRANGER) == agreement
    assert report(agreement, STRANGER, Result.DONE) == agreement
    assert move(agreement, STRANGER, LATER) == agreement


def test_who_leaves_before_saying_yes_does_not_hold_up_the_others() -> None:
    agreement = stop(accept(proposal(JOOST, NOOR), JOOST), NOOR)

    assert agreement.state is State.STANDING
    assert accept(agreement, NOOR) == agreement


def test_when_everyone_stopped_it_is_dropped() -> None:
    assert stop(stop(standing(JOOST, NOOR), JOOST), NOOR).state is State.DROPPED


def test_it_is_finished_when_each_part_is() -> None:
    agreement = report(standing(JOOST, NOOR), JOOST, Result.DONE)
    assert agreement.state is State.STANDING

    assert report(agreement, NOOR, Result.NOT_NEEDED).state is State.FINISHED


def test_not_yet_may_become_done_but_done_stays_done() -> None:
    agreement = report(standing(JOOST), JOOST, Result.NOT_YET)
    done = report(agreement, JOOST, Result.DONE)

    assert done.promises[0].result is Result.DONE
    assert report(done, JOOST, Result.NOT_YET) == done
    assert move(done, JOOST, LATER) == done
    assert stop(done, JOOST) == done


def test_a_result_before_akkoord_does_not_exist() -> None:
    agreement = proposal(JOOST)

    assert report(agreement, JOOST, Result.DONE) == agreement
    assert move(agreement, JOOST, LATER) == agreement
    assert tell(agreement, JOOST) == agreement


def test_the_rest_of_what_was_done_in_part_gets_a_new_day_and_is_told_anew() -> None:
    told = tell(report(standing(JOOST), JOOST, Result.PARTLY), JOOST)
    assert told.promises[0].told
    assert told.state is State.FINISHED

    again = move(told, JOOST, LATER)

    promise = again.promises[0]
    assert (promise.day, promise.result, promise.told) == (LATER, Result.NOT_YET, False)
    assert again.state is State.STANDING
    assert move(stop(again, JOOST), JOOST, FRIDAY) == stop(again, JOOST)


def test_who_moved_the_day_before_saying_how_it_went_has_still_said_nothing() -> None:
    assert move(standing(JOOST), JOOST, LATER).promises[0].result is None


Act = Callable[[Agreement, MemberId], Agreement]
OWNERS = st.sampled_from([ANNA, JOOST, NOOR, STRANGER])
DAYS = st.integers(0, 60).map(lambda n: FRIDAY + timedelta(days=n))
ACTS = st.one_of(
    st.builds(lambda day: lambda a, o: accept(a, o, day), st.none() | DAYS),
    st.just(decline),
    st.builds(lambda result: lambda a, o: report(a, o, result), st.sampled_from(Result)),
    st.builds(lambda day: lambda a, o: move(a, o, day), DAYS),
    st.just(tell),
    st.just(stop),
)  # fmt: skip
HISTORIES = st.lists(st.tuples(ACTS, OWNERS), max_size=30)


@given(HISTORIES)
def test_whatever_people_do_it_stands_only_when_every_owner_said_yes_themself(
    history: list[tuple[Act, MemberId]],
) -> None:
    agreement, said_yes = proposal(ANNA, JOOST, NOOR), set()
    for act, owner in history:
        before = agreement.promise(owner)
        agreement = act(agreement, owner)
        after = agreement.promise(owner)
        if before and after and before.akkoord is not after.akkoord and after.akkoord is Akkoord.YES:
            said_yes.add(owner)
        if agreement.state in (State.STANDING, State.FINISHED):
            assert {p.owner for p in agreement.promises if not p.stopped} <= said_yes
            assert said_yes


@given(HISTORIES)
def test_whatever_someone_does_changes_only_their_own_part(history: list[tuple[Act, MemberId]]) -> None:
    agreement = proposal(ANNA, JOOST, NOOR)
    for act, owner in history:
        before, agreement = agreement, act(agreement, owner)
        assert set(before.owners) - set(agreement.owners) <= {owner} and set(agreement.owners) <= set(before.owners)
        assert (agreement.what, agreement.by, agreement.id) == (before.what, before.by, before.id)
        for old, new in zip(before.promises, agreement.promises, strict=True):
            assert old == new or old.owner == owner


@given(HISTORIES)
def test_nothing_changes_any_more_once_it_is_over_save_that_the_group_is_told(
    history: list[tuple[Act, MemberId]],
) -> None:
    agreement = proposal(ANNA, JOOST, NOOR)
    for act, owner in history:
        before = agreement.promise(owner)
        agreement = act(agreement, owner)
        after = agreement.promise(owner)
        if before is None or after is None:
            continue
        if before.stopped or before.akkoord is Akkoord.NO or before.result in FINAL - {Result.PARTLY}:
            assert (after.day, after.akkoord, after.result) == (before.day, before.akkoord, before.result)


def test_the_story_tells_everyone_what_concerns_everyone_and_the_owner_also_what_is_theirs() -> None:
    agreement = report(standing(JOOST), JOOST, Result.NOT_YET, obstacle=Obstacle.TIME)
    agreement = tell(report(move(agreement, JOOST, LATER), JOOST, Result.DONE), JOOST)

    theirs = [Did.PROPOSED, Did.AGREED, Did.REPORTED, Did.MOVED, Did.REPORTED, Did.TOLD]
    assert [change.did for change in agreement.seen_by(JOOST)] == theirs
    assert [change.did for change in agreement.seen_by(ANNA)] == [Did.PROPOSED, Did.AGREED, Did.TOLD]
    assert agreement.story[2] == Change(
        on=TODAY, by=JOOST, did=Did.REPORTED, mine=True, result=Result.NOT_YET, obstacle=Obstacle.TIME
    )


def test_who_would_rather_not_is_not_named_in_the_story() -> None:
    agreement = decline(proposal(JOOST, NOOR), JOOST)

    assert [change.did for change in agreement.seen_by(NOOR)] == [Did.PROPOSED]


def test_open_actions_are_those_someone_said_akkoord_to_and_still_has_to_do() -> None:
    working = rules.propose(AgreementId(2), circle=CircleId(1), by=ANNA, what=WordsId(2), owners=(JOOST,), day=FRIDAY,
                            on=TODAY, kind=Kind.WORKING)  # fmt: skip
    done = report(standing(JOOST), JOOST, Result.DONE)

    assert rules.open_actions((standing(JOOST), proposal(JOOST), accept(working, JOOST), done), JOOST) == (
        standing(JOOST),
    )
    assert MOST_OPEN == 3
