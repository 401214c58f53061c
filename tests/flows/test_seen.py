"""On which list an agreement stands for whom, and what each may know of the others."""

from dataclasses import replace

import pytest

from flows import agreements as rules
from flows.agreements import Agreement, Kind, Place, Result
from flows.names import MemberId
from tests.flows.test_agreements import (
    ANNA,
    FRIDAY,
    JOOST,
    LATER,
    NOOR,
    STRANGER,
    accept,
    decline,
    move,
    proposal,
    report,
    standing,
    stop,
    tell,
)


def working(*owners: MemberId) -> Agreement:
    return replace(standing(*owners), kind=Kind.WORKING)


@pytest.mark.parametrize(
    ("member", "agreement", "place"),
    [
        pytest.param(JOOST, proposal(JOOST), Place.MINE, id="my akkoord is asked"),
        pytest.param(JOOST, standing(JOOST), Place.MINE, id="I still have to do it"),
        pytest.param(ANNA, proposal(JOOST), Place.WAITING, id="I proposed it, another has to say yes"),
        pytest.param(ANNA, standing(JOOST), Place.WAITING, id="I proposed it, another does it"),
        pytest.param(JOOST, accept(proposal(JOOST, NOOR), JOOST), Place.WAITING, id="I said yes, another not yet"),
        pytest.param(
            JOOST, report(standing(JOOST, NOOR), JOOST, Result.DONE), Place.WAITING, id="I did mine, another not yet"
        ),
        pytest.param(NOOR, replace(standing(JOOST), helper=NOOR), Place.WAITING, id="I help"),
        pytest.param(NOOR, replace(standing(JOOST), regie=NOOR), Place.WAITING, id="I watch over it"),
        pytest.param(NOOR, standing(JOOST), Place.OTHERS, id="it is of others"),
        pytest.param(NOOR, stop(proposal(JOOST, NOOR), NOOR), Place.OTHERS, id="I stepped out before I said anything"),
        pytest.param(NOOR, working(JOOST), Place.WORKING, id="a way of working is for all to read"),
        pytest.param(JOOST, working(JOOST), Place.WORKING, id="a way of working is not a thing to do"),
        pytest.param(
            JOOST, replace(proposal(JOOST), kind=Kind.WORKING), Place.MINE, id="a way of working asks my akkoord first"
        ),
        pytest.param(
            NOOR, replace(proposal(JOOST), kind=Kind.WORKING), Place.OTHERS, id="a way of working nobody agreed to yet"
        ),
        pytest.param(JOOST, report(standing(JOOST), JOOST, Result.DONE), None, id="it is finished"),
        pytest.param(JOOST, decline(proposal(JOOST), JOOST), None, id="it does not stand"),
    ],
)
def test_each_finds_an_agreement_on_the_list_that_fits_them(
    member: MemberId, agreement: Agreement, place: Place | None
) -> None:
    assert rules.place(agreement, member) is place


def test_who_did_it_looks_back_on_it_and_others_once_it_was_told() -> None:
    done = report(standing(JOOST), JOOST, Result.DONE)

    assert [rules.behind(agreement, JOOST) for agreement in (standing(JOOST), done)] == [False, True]
    assert [rules.behind(agreement, ANNA) for agreement in (done, tell(done, JOOST))] == [False, True]


def test_what_someone_said_is_theirs_until_the_group_is_told() -> None:
    agreement = report(standing(JOOST), JOOST, Result.NOT_YET)
    promise = agreement.promise(JOOST)
    assert promise is not None
    assert [rules.result_for(promise, reader) for reader in (JOOST, ANNA)] == [Result.NOT_YET, None]

    told = tell(agreement, JOOST).promise(JOOST)
    assert told is not None and rules.result_for(told, ANNA) is Result.NOT_YET


def test_each_reads_their_own_day_and_others_the_first_one() -> None:
    agreement = move(standing(JOOST, NOOR), JOOST, LATER)

    assert [rules.day_for(agreement, reader) for reader in (JOOST, NOOR, STRANGER)] == [LATER, FRIDAY, FRIDAY]
    assert rules.day_for(stop(agreement, NOOR), STRANGER) == LATER
    assert rules.day_for(report(agreement, JOOST, Result.DONE), JOOST) == FRIDAY
    assert rules.day_for(stop(stop(agreement, NOOR), JOOST), JOOST) == FRIDAY


def test_nobody_sees_on_another_list_that_someone_did_their_part_before_it_is_told() -> None:
    both = standing(JOOST, NOOR)

    done = report(both, JOOST, Result.DONE)

    for reader in (ANNA, NOOR, STRANGER):
        assert rules.place(done, reader) is rules.place(both, reader)
        assert rules.day_for(done, reader) == rules.day_for(both, reader)
