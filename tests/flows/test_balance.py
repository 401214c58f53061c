"""What school and care do beside what home does: numbers, without a word about anybody."""

from datetime import date

from flows import agreements as rules
from flows.agreements import Agreement, Kind, Result
from flows.line import Count, ui
from flows.names import AgreementId, CircleId, MemberId, Role, WordsId

ANNA, SAM, OMA, JOOST, NOOR = (MemberId(n) for n in range(1, 6))
TODAY = date(2026, 11, 20)
EVERYONE = {
    ANNA: Role.PARENT,
    SAM: Role.PUPIL,
    OMA: Role.SUPPORTER,
    JOOST: Role.SCHOOL,
    NOOR: Role.CARE,
}


def proposed(*owners: MemberId, kind: Kind = Kind.ACTION) -> Agreement:
    return rules.propose(AgreementId(1), circle=CircleId(1), by=ANNA, what=WordsId(1), owners=owners, day=TODAY,
                         on=TODAY, kind=kind)  # fmt: skip


def standing(*owners: MemberId, kind: Kind = Kind.ACTION) -> Agreement:
    agreement = proposed(*owners, kind=kind)
    for owner in owners:
        agreement = rules.accept(agreement, owner, on=TODAY)
    return agreement


def test_pupil_parents_and_supporters_are_home_and_school_and_care_stand_beside_it() -> None:
    actions = (standing(ANNA, JOOST), standing(SAM), standing(OMA, NOOR), standing(NOOR))

    expected = ui("afspraken-balans", thuis=Count(3), school=Count(1), zorg=Count(2))
    assert rules.balance(actions, EVERYONE) == expected


def test_only_what_stands_and_is_not_done_counts() -> None:
    done = rules.report(standing(JOOST), JOOST, Result.DONE, on=TODAY)
    actions = (standing(ANNA), standing(OMA), proposed(JOOST), done, standing(JOOST, kind=Kind.WORKING))

    line = rules.balance(actions, EVERYONE)

    assert line == ui("afspraken-balans", thuis=Count(2), school=Count(0), zorg=Count(0))
    assert rules.balance(actions[1:], EVERYONE) is None, "of one action there is no balance"


def test_a_side_that_is_not_in_the_circle_is_not_counted() -> None:
    actions = (standing(ANNA), standing(JOOST), standing(NOOR))
    home, school, care = {ANNA: Role.PARENT}, {JOOST: Role.SCHOOL}, {NOOR: Role.CARE}

    assert rules.balance(actions, home | school) == ui("afspraken-balans-school", thuis=Count(1), school=Count(1))
    assert rules.balance(actions, home | care) == ui("afspraken-balans-zorg", thuis=Count(1), zorg=Count(1))
    assert rules.balance(actions, home) is None
    assert rules.balance(actions, school | care) is None


def test_school_and_care_are_asked_only_when_something_is_agreed_and_nothing_of_it_is_theirs() -> None:
    assert rules.without_professionals((standing(ANNA), proposed(OMA)), EVERYONE)
    assert not rules.without_professionals((standing(ANNA), proposed(JOOST)), EVERYONE)
    assert not rules.without_professionals((), EVERYONE)
    dropped = rules.stop(standing(ANNA), ANNA, on=TODAY)
    assert not rules.without_professionals((dropped,), EVERYONE)
