"""What follows on 'not yet' and on 'done': an owner rules over their own part, and hears only what others allow."""

from dataclasses import replace
from datetime import date

import pytest

from flows import agreements as rules
from flows.agreements import Agreement, Change, Did, Noticed, Result, State
from flows.names import AgreementId, CircleId, MemberId, WordsId

ANNA, JOOST, NOOR, STRANGER = MemberId(1), MemberId(2), MemberId(3), MemberId(9)
TODAY, FRIDAY = date(2026, 11, 20), date(2026, 11, 27)
WHAT, SMALL, SMALLER = WordsId(1), WordsId(2), WordsId(3)


def standing(*owners: MemberId) -> Agreement:
    agreement = rules.propose(
        AgreementId(1), circle=CircleId(1), by=ANNA, what=WHAT, owners=owners, day=FRIDAY, on=TODAY
    )
    for owner in owners:
        agreement = rules.accept(agreement, owner, on=TODAY)
    return agreement


def done(*owners: MemberId) -> Agreement:
    agreement = standing(*owners)
    for owner in owners:
        agreement = rules.report(agreement, owner, Result.DONE, on=TODAY)
    return agreement


def test_who_does_it_alone_makes_the_agreement_smaller_and_the_old_words_stay_in_its_story() -> None:
    agreement = rules.make_smaller(standing(JOOST), JOOST, SMALL, on=TODAY)

    assert (agreement.what, agreement.part_of(JOOST), agreement.state) == (SMALL, SMALL, State.STANDING)
    assert agreement.seen_by(ANNA)[-1] == Change(on=TODAY, by=JOOST, did=Did.REWORDED, words=WHAT)


def test_who_does_it_with_others_makes_only_their_own_part_smaller() -> None:
    agreement = rules.make_smaller(standing(JOOST, NOOR), JOOST, SMALL, on=TODAY)
    again = rules.make_smaller(agreement, JOOST, SMALLER, on=TODAY)

    assert (again.what, again.part_of(NOOR), again.part_of(JOOST)) == (WHAT, WHAT, SMALLER)
    assert [change.words for change in again.story if change.did is Did.REWORDED] == [WHAT, SMALL]


def test_nobody_makes_smaller_what_is_over_or_not_theirs() -> None:
    over, alive = done(JOOST), standing(JOOST)

    assert rules.make_smaller(over, JOOST, SMALL, on=TODAY) == over
    assert rules.make_smaller(alive, STRANGER, SMALL, on=TODAY) == alive


def test_asking_later_moves_the_question_and_not_the_day_of_the_agreement() -> None:
    agreement = rules.snooze(standing(JOOST), JOOST, date(2026, 12, 1), on=TODAY)

    assert agreement.promises[0].day == FRIDAY
    assert rules.asked_on(standing(JOOST), JOOST) == FRIDAY
    assert rules.asked_on(agreement, JOOST) == date(2026, 12, 1)
    assert rules.asked_on(rules.move(agreement, JOOST, FRIDAY, on=TODAY), JOOST) == FRIDAY
    assert rules.asked_on(done(JOOST), JOOST) is None
    assert agreement.seen_by(JOOST)[-1].did is Did.SNOOZED
    assert Did.SNOOZED not in [change.did for change in agreement.seen_by(ANNA)]
    assert rules.snooze(done(JOOST), JOOST, FRIDAY, on=TODAY) == done(JOOST)


def test_the_first_who_offers_help_is_the_helper() -> None:
    asked = rules.ask_help(standing(JOOST), JOOST, on=TODAY)
    helped = rules.help_out(asked, JOOST, NOOR, on=TODAY)

    assert rules.seeks_help(asked, JOOST) and not rules.seeks_help(helped, JOOST)
    assert helped.helper == NOOR
    assert helped.seen_by(ANNA)[-1] == Change(on=TODAY, by=JOOST, did=Did.HELPS, other=NOOR)
    assert rules.help_out(helped, JOOST, ANNA, on=TODAY) == helped


def test_help_is_asked_once_and_may_be_asked_again_after_somebody_helped() -> None:
    asked = rules.ask_help(standing(JOOST), JOOST, on=TODAY)
    helped = rules.help_out(asked, JOOST, NOOR, on=TODAY)

    assert rules.ask_help(asked, JOOST, on=TODAY) == asked
    assert rules.seeks_help(rules.ask_help(helped, JOOST, on=TODAY), JOOST)


def test_nobody_helps_themself_or_with_what_is_over() -> None:
    asked = rules.ask_help(standing(JOOST), JOOST, on=TODAY)
    over = rules.report(asked, JOOST, Result.DONE, on=TODAY)

    assert rules.help_out(asked, JOOST, JOOST, on=TODAY) == asked
    assert rules.help_out(over, JOOST, NOOR, on=TODAY) == over
    assert rules.ask_help(done(JOOST), JOOST, on=TODAY) == done(JOOST)


@pytest.mark.parametrize("by", [ANNA, None], ids=["by name", "unnamed"])
def test_what_someone_noticed_is_for_the_owner_alone(by: MemberId | None) -> None:
    agreement = rules.notice(done(JOOST), JOOST, Noticed.YES, Noticed.LITTLE, by=by, on=TODAY)

    told = agreement.seen_by(JOOST)[-1]
    assert (told.did, told.other, told.noticed, told.helped) == (Did.NOTICED, by, Noticed.YES, Noticed.LITTLE)
    assert Did.NOTICED not in [change.did for change in agreement.seen_by(ANNA)]
    assert rules.notice(agreement, STRANGER, Noticed.YES, None, by=by, on=TODAY) == agreement


def test_it_concerns_who_proposed_it_does_it_too_helps_or_watches_over_it() -> None:
    agreement = replace(standing(JOOST, NOOR), helper=MemberId(4), regie=NOOR)

    assert agreement.concerned(JOOST) == (ANNA, NOOR, MemberId(4))
    assert standing(ANNA).concerned(ANNA) == ()


def test_who_leaves_helps_no_longer_and_watches_over_nothing() -> None:
    agreement = replace(standing(JOOST), helper=NOOR, regie=NOOR)

    without = rules.without(agreement, NOOR, on=TODAY)
    assert (without.helper, without.regie, without.owners) == (None, None, (JOOST,))
    assert rules.without(agreement, JOOST, on=TODAY).owners == ()
