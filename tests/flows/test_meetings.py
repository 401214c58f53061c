"""A meeting is noted, gathers its agreements, and is looked back on until that is done or put to rest."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.manners import Days, Holidays, Region
from flows.meetings import (
    AFTER_WEEKS,
    Did,
    Meeting,
    State,
    Wait,
    announce,
    capture,
    capture_moment,
    comes_back,
    heard,
    heard_moment,
    heard_until,
    leave,
    look_back_moment,
    looked_back,
    move,
    plan,
)
from flows.names import CircleId, MeetingId, MemberId, WordsId
from tests.dutch_calendar import public_holidays, school_holidays

TUESDAY = date(2026, 11, 24)
ANNA, SAM, ILSE = MemberId(1), MemberId(2), MemberId(3)
SCHOOL = {Region(region): days for region, days in school_holidays().items()}
DAYS = Days(region=Region.MIDDLE, holidays=Holidays(public=public_holidays(), school=SCHOOL))
ALL_DAYS = st.dates(date(2026, 8, 1), date(2030, 6, 1))


def noted(day: date = TUESDAY, on: date = TUESDAY) -> Meeting:
    return announce(
        MeetingId(1), circle=CircleId(1), by=ANNA, day=day, present=(ANNA, SAM, ILSE), others=WordsId(9), on=on
    )


def dids(meeting: Meeting) -> list[Did]:
    return [entry.did for entry in meeting.story]


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(("days_on", "state"), [(-7, State.CAPTURING), (0, State.CAPTURING), (1, State.COMING)])
def test_a_meeting_that_was_held_or_is_today_is_open_at_once_and_one_that_comes_waits(
    days_on: int, state: State
) -> None:
    assert noted(TUESDAY + timedelta(days=days_on)).state is state


def test_a_coming_meeting_may_be_opened_early_and_only_once() -> None:
    coming = noted(TUESDAY + timedelta(days=3))
    opened = capture(coming, SAM, on=TUESDAY)

    assert opened.state is State.CAPTURING
    assert opened.story[-1].by == SAM
    assert capture(opened, None, on=TUESDAY) == opened


def test_a_meeting_can_be_moved_until_it_is_looked_back_on() -> None:
    coming, later = noted(TUESDAY + timedelta(days=3)), TUESDAY + timedelta(days=10)

    moved = move(coming, SAM, later, present=(ANNA,), others=None, on=TUESDAY)

    assert (moved.day, moved.present, moved.others, dids(moved)[-1]) == (later, (ANNA,), None, Did.MOVED)
    assert move(noted(), SAM, later, present=(), others=None, on=TUESDAY).state is State.CAPTURING
    over = looked_back(noted(), Did.DONE, ANNA, on=TUESDAY)
    assert move(over, SAM, later, present=(), others=None, on=TUESDAY) == over


def test_the_circle_looks_back_after_six_weeks_unless_it_chose_a_day() -> None:
    assert noted().back == TUESDAY + timedelta(weeks=AFTER_WEEKS)
    chosen = plan(noted(), ANNA, regie=ILSE, evaluate=date(2027, 1, 12), on=TUESDAY)
    assert (chosen.back, chosen.regie) == (date(2027, 1, 12), ILSE)


@pytest.mark.parametrize(("did", "state"), [(Did.DONE, State.DONE), (Did.SKIPPED, State.SKIPPED)])
def test_after_done_or_skipped_nothing_comes_of_it_any_more(did: Did, state: State) -> None:
    over = looked_back(noted(), did, ANNA, on=TUESDAY)

    assert (over.state, over.over, over.back) == (state, True, None)
    assert look_back_moment(over, DAYS, now=noon(TUESDAY)) is None
    assert looked_back(over, Did.LATER, SAM, on=TUESDAY, back=TUESDAY) == over
    assert plan(over, SAM, regie=SAM, evaluate=TUESDAY, on=TUESDAY) == over


def test_who_wants_to_talk_about_it_again_is_remembered_until_the_card_says_otherwise() -> None:
    again = looked_back(noted(), Did.AGAIN, SAM, on=TUESDAY, back=date(2026, 12, 8))

    assert (noted().to_discuss, again.to_discuss) == (None, TUESDAY)
    assert looked_back(again, Did.DONE, SAM, on=date(2026, 12, 8)).to_discuss is None


def test_whether_someone_felt_heard_is_asked_once_or_dropped_with_its_reason() -> None:
    asked = heard(noted(), on=TUESDAY, in_time=True)
    late = heard(noted(), on=TUESDAY, in_time=False)

    assert (dids(asked)[-1], dids(late)[-1]) == (Did.ASKED_HEARD, Did.TOO_LATE_TO_ASK)
    assert heard(asked, on=TUESDAY, in_time=False) == asked


def test_who_leaves_was_not_there_any_more_and_holds_no_regie() -> None:
    planned = plan(noted(), ANNA, regie=ILSE, evaluate=TUESDAY, on=TUESDAY)

    assert leave(planned, ILSE).regie is None
    assert leave(planned, ILSE).present == (ANNA, SAM)
    assert leave(planned, SAM).regie == ILSE


def test_the_morning_of_its_day_asks_for_its_agreements() -> None:
    assert capture_moment(noted(), DAYS) == datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


def test_felt_heard_is_asked_the_same_afternoon_or_the_next_school_day_and_not_after_two() -> None:
    friday = noted(date(2026, 11, 27))

    assert heard_moment(friday, DAYS, now=noon(TUESDAY)) == datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
    assert heard_until(friday, DAYS) == datetime(2026, 12, 1, 15, 0, tzinfo=UTC)
    assert heard_moment(friday, DAYS, now=noon(date(2026, 11, 28))) == datetime(2026, 11, 30, 15, 0, tzinfo=UTC)
    assert heard_moment(friday, DAYS, now=noon(date(2026, 12, 2))) is None


@given(ALL_DAYS, st.lists(st.sampled_from([Did.LATER, Did.AGAIN, Did.UNANSWERED]), max_size=5), st.sampled_from(Wait))
def test_the_card_comes_back_on_a_school_afternoon_until_it_is_ended(day: date, taps: list[Did], wait: Wait) -> None:
    meeting, now = noted(day, day), noon(day)
    for did in taps:
        moment = look_back_moment(meeting, DAYS, now=now)
        assert moment is not None and moment > now
        local = moment.astimezone(ZoneInfo(DAYS.zone))
        assert DAYS.closed(local.date()) is None and local.hour == 16
        now = moment
        back = comes_back(wait, DAYS, now=now)
        assert timedelta(days=7) <= back - local.date() <= timedelta(days=80)
        meeting = looked_back(meeting, did, ANNA, on=local.date(), back=back)
    assert look_back_moment(meeting, DAYS, now=now) is not None
    assert look_back_moment(looked_back(meeting, Did.DONE, ANNA, on=day), DAYS, now=now) is None


@given(ALL_DAYS, st.integers(-10, 10))
def test_felt_heard_is_never_asked_before_the_meeting_on_a_closed_day_or_too_late(day: date, noted_after: int) -> None:
    meeting, now = noted(day, day), noon(day + timedelta(days=noted_after))
    moment = heard_moment(meeting, DAYS, now=now)
    if moment is None:
        assert now > noon(day), "in time it is always asked"
        return
    local = moment.astimezone(ZoneInfo(DAYS.zone))
    assert local.date() >= day and DAYS.closed(local.date()) is None
    assert now < moment <= heard_until(meeting, DAYS)


def test_without_a_single_school_day_the_moments_still_come() -> None:
    shut = Days(free=((date(2026, 1, 1), date(2040, 1, 1)),))
    assert look_back_moment(noted(), shut, now=noon(TUESDAY)) is not None
