"""An agreement stands only by the akkoord of each who does it, and each rules only over their own part."""

from collections.abc import Callable
from dataclasses import replace
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


def test_who_proposed_it_may_take_it_back_while_nobody_else_said_yes_and_nobody_else_may() -> None:
    for yes, by, taken_back in (
        ((), ANNA, True),
        ((), JOOST, False),
        ((ANNA,), ANNA, True),
        ((JOOST,), ANNA, False),
        ((ANNA, JOOST), ANNA, False),
    ):
        agreement = proposal(ANNA, JOOST)
        for owner in yes:
            agreement = accept(agreement, owner)

        after = rules.withdraw(agreement, by, on=TODAY)

        assert (after.state is State.DROPPED, after == agreement) == (taken_back, not taken_back)
    waiting = rules.wait(proposal(ANNA, JOOST), JOOST)
    assert rules.withdraw(waiting, ANNA, on=TODAY) == waiting, "Joost said yes, as soon as there is room"


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
HISTORIES_OF_ONE = st.lists(st.tuples(ACTS, OWNERS), max_size=30)
OTHER_WORDS = st.sampled_from([WordsId(8), WordsId(9)])
ACTS = st.one_of(
    ACTS,
    st.builds(lambda other: lambda a, o: rules.hand_over(a, o, other, on=TODAY), OWNERS),
    st.builds(lambda words: lambda a, o: rules.wish(a, o, words, on=TODAY), OTHER_WORDS),
    st.builds(lambda words: lambda a, o: rules.agree_to(a, o, words, on=TODAY), OTHER_WORDS),
    st.builds(lambda words: lambda a, o: rules.keep_as_it_is(a, o, words), OTHER_WORDS),
    st.just(lambda a, o: rules.help_with(a, o, on=TODAY)),
    st.just(lambda a, o: rules.keep(a, o, on=TODAY)),
)  # fmt: skip
HISTORIES = st.lists(st.tuples(ACTS, OWNERS), max_size=30)


@given(HISTORIES)
def test_whatever_people_do_it_stands_only_when_every_owner_said_yes_themself(
    history: list[tuple[Act, MemberId]],
) -> None:
    agreement, said_yes, asked = proposal(ANNA, JOOST, NOOR), set(), {ANNA, JOOST, NOOR}
    for act, owner in history:
        before = agreement.promise(owner)
        agreement = act(agreement, owner)
        after = agreement.promise(owner)
        if before and after and before.akkoord is not after.akkoord and after.akkoord is Akkoord.YES:
            said_yes.add(owner)
        took_over = set(agreement.owners) - asked
        said_yes |= took_over  # by their own akkoord: bot.changes hands over on the tap of who takes it
        asked |= took_over
        if agreement.state in (State.STANDING, State.FINISHED):
            assert {p.owner for p in agreement.promises if not p.stopped} <= said_yes
            assert said_yes


@given(HISTORIES)
def test_whatever_people_do_it_is_never_nobodys_by_handing_it_over_and_new_words_need_all_of_them(
    history: list[tuple[Act, MemberId]],
) -> None:
    agreement = standing(ANNA, JOOST, NOOR)
    for act, owner in history:
        before, agreement = agreement, act(agreement, owner)
        if agreement.story and agreement.story[-1].did is Did.HANDED_OVER and agreement.story != before.story:
            assert len(agreement.owners) == len(before.owners) and owner not in agreement.owners
        if agreement.what != before.what:
            assert before.wish is None or before.wish.words == agreement.what
            agreed = (before.wish.agreed if before.wish is not None else set()) | {owner}
            assert {p.owner for p in before.promises if not p.over} <= agreed, "somebody's words were changed for them"


@given(HISTORIES_OF_ONE)
def test_whatever_someone_does_changes_only_their_own_part(history: list[tuple[Act, MemberId]]) -> None:
    agreement = proposal(ANNA, JOOST, NOOR)
    for act, owner in history:
        before, agreement = agreement, act(agreement, owner)
        assert set(before.owners) - set(agreement.owners) <= {owner} and set(agreement.owners) <= set(before.owners)
        assert (agreement.what, agreement.by, agreement.id) == (before.what, before.by, before.id)
        for old, new in zip(before.promises, agreement.promises, strict=True):
            assert old == new or old.owner == owner


@given(HISTORIES_OF_ONE)
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


# ------------------------------------------------------------ hands, words and helpers


def test_it_moves_on_with_its_day_and_is_the_others_from_then_on() -> None:
    moved = rules.hand_over(move(standing(JOOST, NOOR), JOOST, LATER), JOOST, ANNA, on=TODAY)

    assert (moved.owners, moved.promises[0].day, moved.state) == ((ANNA, NOOR), LATER, State.STANDING)
    assert moved.story[-1] == Change(on=TODAY, by=JOOST, did=Did.HANDED_OVER, other=ANNA)


def test_it_is_not_handed_to_who_does_it_already_nor_by_who_has_nothing_left_to_do() -> None:
    agreement = standing(JOOST, NOOR)

    assert rules.hand_over(agreement, JOOST, NOOR, on=TODAY) == agreement
    assert rules.hand_over(agreement, ANNA, STRANGER, on=TODAY) == agreement
    done = report(agreement, JOOST, Result.DONE)
    assert rules.hand_over(done, JOOST, ANNA, on=TODAY) == done


def test_who_stopped_once_may_take_it_over_later_and_who_helped_does_it_then() -> None:
    agreement = rules.help_with(stop(standing(JOOST, NOOR), NOOR), NOOR, on=TODAY)
    assert agreement.helper == NOOR

    moved = rules.hand_over(agreement, JOOST, NOOR, on=TODAY)

    assert (moved.owners, moved.helper, len(moved.promises)) == ((NOOR,), None, 1)


def test_what_was_wished_before_it_moved_on_is_not_said_for_who_took_it() -> None:
    wished = rules.wish(standing(JOOST, NOOR), JOOST, WordsId(8), on=TODAY)

    assert rules.hand_over(wished, NOOR, ANNA, on=TODAY).wish is None


def test_nobody_helps_with_what_is_their_own_or_over_or_twice() -> None:
    agreement = standing(JOOST)
    helped = rules.help_with(agreement, NOOR, on=TODAY)

    assert (helped.helper, helped.story[-1].did) == (NOOR, Did.HELPS)
    assert rules.help_with(helped, NOOR, on=TODAY) == helped
    assert rules.help_with(agreement, JOOST, on=TODAY) == agreement
    over = stop(agreement, JOOST)
    assert rules.help_with(over, NOOR, on=TODAY) == over
    assert rules.without_helper(helped, ANNA) == helped
    assert rules.without_helper(helped, NOOR).helper is None


def test_other_words_stand_when_everyone_who_still_does_it_agreed() -> None:
    agreement = report(standing(ANNA, JOOST, NOOR), NOOR, Result.DONE)
    wished = rules.wish(agreement, ANNA, WordsId(8), on=TODAY)
    assert (wished.what, wished.wish and wished.wish.agreed) == (agreement.what, {ANNA})

    agreed = rules.agree_to(wished, JOOST, WordsId(8), on=TODAY)

    assert (agreed.what, agreed.wish) == (WordsId(8), None)
    assert agreed.story[-1] == Change(on=TODAY, by=ANNA, did=Did.REWORDED, words=agreement.what)


def test_who_made_their_part_smaller_does_what_all_agreed_on_once_the_new_words_stand() -> None:
    smaller = rules.make_smaller(standing(JOOST, NOOR), JOOST, WordsId(7), on=TODAY)
    wished = rules.wish(smaller, NOOR, WordsId(8), on=TODAY)
    assert wished.part_of(JOOST) == WordsId(7)

    reworded = rules.agree_to(wished, JOOST, WordsId(8), on=TODAY)

    assert reworded.part_of(JOOST) == WordsId(8)


def test_akkoord_to_words_that_are_not_wished_any_more_means_nothing() -> None:
    wished = rules.wish(standing(ANNA, JOOST), ANNA, WordsId(8), on=TODAY)

    assert rules.agree_to(wished, JOOST, WordsId(9), on=TODAY) == wished
    assert rules.agree_to(wished, STRANGER, WordsId(8), on=TODAY) == wished
    assert rules.keep_as_it_is(wished, JOOST, WordsId(9)) == wished
    assert rules.keep_as_it_is(wished, STRANGER, WordsId(8)) == wished
    assert rules.keep_as_it_is(wished, JOOST, WordsId(8)).wish is None
    plain = standing(ANNA, JOOST)
    assert rules.agree_to(plain, JOOST, WordsId(8), on=TODAY) == plain
    assert rules.keep_as_it_is(plain, JOOST, WordsId(8)) == plain
    assert rules.wish(plain, STRANGER, WordsId(8), on=TODAY) == plain


def test_what_is_over_is_not_said_otherwise_any_more() -> None:
    wished = rules.wish(standing(ANNA, JOOST), ANNA, WordsId(8), on=TODAY)
    over = stop(stop(wished, ANNA), JOOST)

    assert rules.settle(over, on=TODAY).what == wished.what


def test_akkoord_may_wait_for_room_without_binding_anybody() -> None:
    waiting = rules.wait(proposal(JOOST, NOOR), JOOST)

    assert [p.waits for p in waiting.promises] == [True, False]
    assert waiting.state is State.PROPOSED
    assert not rules.wait(waiting, JOOST, waits=False).promises[0].waits
    assert rules.wait(standing(JOOST), JOOST) == standing(JOOST)


def test_working_agreements_stand_apart_and_go_on_until_those_who_keep_them_say_otherwise() -> None:
    working = rules.propose(AgreementId(2), circle=CircleId(1), by=ANNA, what=WordsId(2), owners=(JOOST,), day=FRIDAY,
                            on=TODAY, kind=Kind.WORKING)  # fmt: skip
    assert rules.working_agreements((standing(JOOST), working)) == ()
    kept = rules.keep(accept(working, JOOST), JOOST, on=TODAY)

    assert rules.working_agreements((standing(JOOST), kept)) == (kept,)
    assert kept.story[-1].did is Did.KEPT
    assert rules.keep(kept, ANNA, on=TODAY) == kept
    assert rules.keep(standing(JOOST), JOOST, on=TODAY) == standing(JOOST)


def test_it_concerns_who_does_it_who_proposed_it_and_who_helps_and_nobody_else() -> None:
    agreement = standing(JOOST)

    assert [rules.concerns(agreement, member) for member in (ANNA, JOOST, NOOR)] == [True, True, False]
    assert rules.concerns(replace(agreement, helper=NOOR), NOOR)
