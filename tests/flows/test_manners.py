"""When people are left in peace, when they may hear something, and how long a while is."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.holidays import around
from flows.manners import (
    Days,
    DeliveryClass,
    Duration,
    Go,
    Hold,
    Manners,
    Never,
    Reader,
    Region,
    Unit,
    Why,
    after,
    at,
    check_in_moment,
    gate,
    read_duration,
    read_manners,
    write_manners,
)
from flows.manners.gate import HORIZON
from flows.names import Role

CALM = settings(deadline=None)  # a busy machine is no reason to fail
HOME = "Europe/Amsterdam"
SCHOOL = Days(region=Region.MIDDLE, holidays=around(2026)[0])
PARENT = Reader.of(Manners(), role=Role.PARENT)
MENTOR = Reader.of(Manners(), role=Role.SCHOOL)
REPLY, REVEAL, PROMPT, NUDGE = DeliveryClass


def wall(text: str, zone: str = HOME) -> datetime:
    """An instant by what a clock on the wall shows: '2026-11-28 20:30'."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def asked(kind, now, reader=PARENT, days=SCHOOL, sent=()):
    """What the gate says, in short: 'go', 'never', or until when and why."""
    verdict = gate(kind, now=wall(now), reader=reader, days=days, sent_nudges=[wall(x) for x in sent])
    match verdict:
        case Go():
            return "go"
        case Never(why=why):
            return f"never {why}"
        case Hold(until=until, why=why):
            return f"{until.astimezone(ZoneInfo(reader.zone)):%Y-%m-%d %H:%M} {why}"


# ------------------------------------------------------------ the table of decision 0005


@pytest.mark.parametrize(
    ("kind", "parent_waits", "mentor_waits"),
    [
        (REPLY, "go", "go"),
        (REVEAL, "2026-11-29 08:00 hours", "2026-11-29 08:00 hours"),
        (PROMPT, "2026-11-29 08:00 hours", "2026-11-30 08:00 not-working"),
        (NUDGE, "2026-11-30 08:00 weekend", "2026-11-30 08:00 not-working"),
    ],
)
def test_a_talk_started_on_saturday_evening_keeps_to_the_table(kind, parent_waits, mentor_waits):
    assert asked(kind, "2026-11-28 20:30", PARENT) == parent_waits
    assert asked(kind, "2026-11-28 20:30", MENTOR) == mentor_waits


@pytest.mark.parametrize("kind", [REVEAL, PROMPT, NUDGE])
def test_the_hours_run_from_eight_until_just_before_eight(kind):
    assert asked(kind, "2026-11-24 07:59") == "2026-11-24 08:00 hours"
    assert asked(kind, "2026-11-24 08:00") == asked(kind, "2026-11-24 19:59") == "go"
    assert asked(kind, "2026-11-24 20:00") == "2026-11-25 08:00 hours"


def test_a_message_held_past_eight_by_telegram_waits_for_the_morning():
    assert asked(REVEAL, "2026-11-24 20:01") == "2026-11-25 08:00 hours"


def test_an_answer_to_what_somebody_just_did_always_comes():
    for now in ("2026-11-24 03:00", "2026-12-25 23:59", "2026-11-29 12:00"):
        assert asked(REPLY, now, Reader(paused_until=date(2030, 1, 1), pace=0)) == "go"


def test_someone_hears_nothing_in_their_own_quiet_hours():
    reader = Reader(quiet=((time(12), time(13)), (time(18, 30), time(9, 15))))
    assert asked(PROMPT, "2026-11-24 12:30", reader) == "2026-11-24 13:00 quiet"
    assert asked(PROMPT, "2026-11-24 18:30", reader) == "2026-11-25 09:15 quiet"
    assert asked(REVEAL, "2026-11-25 08:00", reader) == "2026-11-25 09:15 quiet"
    assert asked(REVEAL, "2026-11-25 07:00", reader) == "2026-11-25 09:15 hours"
    assert asked(PROMPT, "2026-11-24 13:00", reader) == "go"


def test_quiet_hours_that_touch_are_one_long_quiet():
    reader = Reader(quiet=((time(8), time(10)), (time(10), time(11)), (time(10, 30), time(14))))
    assert asked(PROMPT, "2026-11-24 06:00", reader) == "2026-11-24 14:00 hours"


def test_quiet_hours_of_no_length_close_nothing():
    assert asked(PROMPT, "2026-11-24 09:00", Reader(quiet=((time(9), time(9)),))) == "go"


def test_someone_who_is_quiet_all_day_is_never_spoken_to_and_that_is_said():
    assert asked(REVEAL, "2026-11-24 09:00", Reader(quiet=((time(7), time(21)),))) == "never quiet"


def test_a_question_in_a_talk_reaches_a_parent_on_sunday_and_a_mentor_on_the_next_school_day():
    assert asked(PROMPT, "2026-12-20 10:00", PARENT) == "go"
    assert asked(PROMPT, "2026-12-18 20:00", MENTOR) == "2027-01-04 08:00 hours"
    assert asked(PROMPT, "2026-12-21 10:00", MENTOR) == "2027-01-04 08:00 holiday"


def test_a_professional_who_works_on_saturdays_gets_questions_then_but_no_nudges():
    weekend_worker = Reader.of(Manners(working_days=frozenset({2, 5})), role=Role.CARE)
    assert asked(PROMPT, "2026-11-27 10:00", weekend_worker) == "2026-11-28 08:00 not-working"
    assert asked(PROMPT, "2026-11-28 10:00", weekend_worker) == "go"
    assert asked(NUDGE, "2026-11-28 10:00", weekend_worker) == "2026-12-02 08:00 weekend"


def test_a_parents_own_days_hold_for_questions_too():
    reader = Reader.of(
        Manners(working_days=frozenset({0, 1}), free=((date(2026, 11, 30), date(2026, 11, 30)),)), role=Role.PARENT
    )
    assert asked(PROMPT, "2026-11-25 10:00", reader) == "2026-12-01 08:00 not-working"
    assert asked(PROMPT, "2026-11-30 10:00", reader) == "2026-12-01 08:00 free"
    assert asked(REVEAL, "2026-11-30 10:00", reader) == "go"


def test_nothing_is_started_on_public_holidays_or_in_the_circles_school_holidays():
    assert asked(NUDGE, "2027-03-29 10:00") == "2027-03-30 08:00 holiday"  # Easter Monday
    assert asked(NUDGE, "2027-04-23 20:00") == "2027-05-03 08:00 hours"  # the May holiday follows
    assert asked(NUDGE, "2027-05-04 20:00") == "2027-05-07 08:00 hours"  # Bevrijdingsdag, then Ascension


def test_the_circles_own_free_days_count_to_the_last_one():
    study_days = Days(region=Region.MIDDLE, free=((date(2026, 11, 24), date(2026, 11, 26)),))
    assert asked(NUDGE, "2026-11-24 10:00", days=study_days) == "2026-11-27 08:00 holiday"
    assert asked(PROMPT, "2026-11-24 10:00", MENTOR, study_days) == "2026-11-27 08:00 holiday"
    assert asked(PROMPT, "2026-11-24 10:00", PARENT, study_days) == "go"


def test_a_pause_stops_nudges_until_its_day_for_the_person_or_the_circle_but_no_questions():
    paused = Reader(paused_until=date(2026, 12, 1))
    rest = Days(paused_until=date(2026, 12, 2))
    assert asked(NUDGE, "2026-11-24 10:00", paused) == "2026-12-01 08:00 paused"
    assert asked(NUDGE, "2026-11-24 10:00", paused, rest) == "2026-12-02 08:00 paused"
    assert asked(NUDGE, "2026-12-02 08:00", paused, rest) == "go"
    assert asked(PROMPT, "2026-11-24 10:00", paused, rest) == "go"


def test_the_fourth_nudge_in_seven_days_waits_until_the_first_is_a_week_past():
    sent = ["2026-11-18 16:00", "2026-11-20 16:00", "2026-11-23 16:00"]
    assert asked(NUDGE, "2026-11-24 10:00", sent=sent[1:]) == "go"
    assert asked(NUDGE, "2026-11-24 10:00", sent=sent) == "2026-11-25 08:00 pace"
    assert asked(NUDGE, "2026-11-25 08:00", sent=sent) == "go"
    assert asked(PROMPT, "2026-11-24 10:00", sent=sent) == "go"


def test_someone_who_wants_no_nudges_gets_none():
    assert asked(NUDGE, "2026-11-24 10:00", Reader(pace=0)) == "never pace"


def test_the_clock_on_the_readers_own_wall_counts():
    family_abroad = Reader(zone="America/Paramaribo")
    assert asked(REVEAL, "2026-11-24 10:00", family_abroad) == "2026-11-24 08:00 hours"  # six there
    assert asked(REVEAL, "2026-11-24 22:00", family_abroad) == "go"  # eighteen there


# ------------------------------------------------------------ the gate against a plain reading of the rules

FIVE = timedelta(minutes=5)
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from(range(0, 60, 5)))
SOME_DAYS = st.dates(date(2026, 10, 1), date(2027, 10, 31))
PERIODS = st.tuples(SOME_DAYS, st.integers(0, 9)).map(lambda p: (p[0], p[0] + timedelta(days=p[1])))
ZONES = st.sampled_from([HOME, "America/Paramaribo", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"])
READERS = st.builds(
    Reader,
    zone=ZONES,
    quiet=st.lists(st.tuples(TIMES, TIMES), max_size=2).map(tuple),
    working_days=st.sets(st.integers(0, 6), min_size=1).map(frozenset),
    free=st.lists(PERIODS, max_size=2).map(tuple),
    school_calendar=st.booleans(),
    pace=st.integers(1, 3),
    paused_until=st.none() | SOME_DAYS,
)
CALENDARS = st.builds(
    Days,
    region=st.none() | st.sampled_from(Region),
    free=st.lists(PERIODS, max_size=2).map(tuple),
    holidays=st.just(around(2026)[0]),
)
MOMENTS = st.builds(
    lambda day, clock: datetime.combine(day, clock, UTC),
    st.dates(date(2026, 10, 1), date(2027, 10, 31)),
    TIMES,
)


def in_peace(kind, moment, reader, days, sent):
    """The rules of docs/explanation/rules.md, read out one by one: whether this is no moment to speak."""
    local = moment.astimezone(ZoneInfo(reader.zone))
    clock, day = local.time(), local.date()
    if clock < time(8) or clock >= time(20):
        return True
    for start, end in reader.quiet:
        if (start < end and start <= clock < end) or (start > end and (clock >= start or clock < end)):
            return True
    if kind is REVEAL:
        return False
    if day.weekday() not in reader.working_days or any(a <= day <= b for a, b in reader.free):
        return True
    regions = [days.region] if days.region else list(Region)
    off = day in days.holidays.public or any(day in days.holidays.school[r] for r in regions)
    off = off or any(a <= day <= b for a, b in days.free)
    if kind is PROMPT:
        return off and reader.school_calendar
    if off or day.weekday() >= 5 or (reader.paused_until is not None and day < reader.paused_until):
        return True
    week = [s for s in sent if day - timedelta(days=7) < s.astimezone(ZoneInfo(reader.zone)).date()]
    return len(week) >= reader.pace


@settings(deadline=None, max_examples=150)
@given(
    kind=st.sampled_from([REVEAL, PROMPT, NUDGE]),
    now=MOMENTS,
    reader=READERS,
    days=CALENDARS,
    ago=st.lists(st.integers(0, 200), max_size=4),
)
def test_what_is_held_goes_at_the_first_moment_it_may_and_no_sooner(kind, now, reader, days, ago):
    sent = [now - timedelta(hours=hours) for hours in ago]
    verdict = gate(kind, now=now, reader=reader, days=days, sent_nudges=sent)
    if isinstance(verdict, Never):
        assert all(in_peace(kind, now + n * 12 * FIVE, reader, days, sent) for n in range(24 * HORIZON // 8))
        return
    until = verdict.until if isinstance(verdict, Hold) else now
    assert until >= now and until.tzinfo is UTC
    assert isinstance(verdict, Go) == (until == now)
    assert not in_peace(kind, until, reader, days, sent)
    assert gate(kind, now=until, reader=reader, days=days, sent_nudges=sent) == Go()
    near = max(now, until - timedelta(days=3))
    while near < until:  # every five minutes of the last days
        assert in_peace(kind, near, reader, days, sent)
        near += FIVE
    far = now
    while far < until:  # and every two hours before
        assert in_peace(kind, far, reader, days, sent)
        far += timedelta(hours=2)


PEOPLE = {
    "mother in the north": (Region.NORTH, Reader()),
    "mother in the south": (Region.SOUTH, Reader()),
    "father of a circle without a region": (None, Reader()),
    "night nurse": (Region.MIDDLE, Reader(quiet=((time(8), time(14)),), pace=2)),
    "mentor": (Region.NORTH, Reader.of(Manners(working_days=frozenset({0, 1, 3})), role=Role.SCHOOL)),
    "head of school": (None, Reader.of(Manners(pace=1), role=Role.SCHOOL)),
    "care worker": (Region.SOUTH, Reader.of(Manners(free=((date(2027, 6, 1), date(2027, 6, 25)),)), role=Role.CARE)),
    "father abroad": (Region.MIDDLE, Reader(zone="America/New_York", quiet=((time(19), time(7)),))),
    "grandmother": (Region.NORTH, Reader(zone="America/Paramaribo", paused_until=date(2027, 1, 18), pace=1)),
    "pupil": (Region.MIDDLE, Reader(quiet=((time(8, 30), time(15, 30)),))),
}


def nudges_of_a_year(reader, days, due, end):
    """When this reader is nudged until then, and of what: whatever waits goes along with the next one."""
    sent: list[tuple[datetime, list[int]]] = []
    waiting: list[int] = []
    coming, now = list(enumerate(due)), due[0]
    while now < end:
        while coming and coming[0][1] <= now:
            waiting.append(coming.pop(0)[0])
        verdict = gate(NUDGE, now=now, reader=reader, days=days, sent_nudges=[moment for moment, _ in sent[-8:]])
        match verdict:
            case Hold(until=until) if waiting:
                now = until
                continue
            case Go() if waiting:
                sent.append((now, waiting))
                waiting = []
        now = coming[0][1] if coming else end
    return sent


@pytest.mark.parametrize("name", PEOPLE)
def test_a_year_with_both_clock_changes_brings_no_nudge_at_a_wrong_moment_and_none_twice(name):
    region, reader = PEOPLE[name]
    days, there = Days(region=region, holidays=around(2026)[0]), ZoneInfo(reader.zone)
    due = [  # far more than anyone's pace, also in the nights of the clock changes
        at(date(2026, 10, 1) + timedelta(days=n), clock, reader.zone)
        for n in range(396)
        for clock in (time(2, 30), time(16), time(19, 59))
    ]
    sent = nudges_of_a_year(reader, days, due, at(date(2027, 11, 1), time(0), reader.zone))
    for moment, _ in sent:
        assert not in_peace(NUDGE, moment, reader, days, ()), f"{name} hears something at {moment.astimezone(there)}"
    told = [item for _, items in sent for item in items]
    assert told == list(range(len(told)))  # each once, in order
    assert len(told) > len(due) - 3 * 21  # and nothing but what fell due in the last autumn holiday still waits
    local = [moment.astimezone(there).date() for moment, _ in sent]
    assert all(sum(day <= other < day + timedelta(days=7) for other in local) <= reader.pace for day in local)
    assert len({day.isocalendar()[:2] for day in local}) > 25  # it does speak in school weeks


# ------------------------------------------------------------ wall clocks


@pytest.mark.parametrize(
    ("day", "clock", "zone", "instant"),
    [
        ("2026-11-24", "16:00", HOME, "2026-11-24T15:00"),
        ("2027-03-28", "02:30", HOME, "2027-03-28T01:00"),  # skipped: the next minute that exists is 3.00
        ("2027-03-28", "02:30:20", HOME, "2027-03-28T01:00"),
        ("2027-03-28", "03:00", HOME, "2027-03-28T01:00"),
        ("2026-10-25", "02:30", HOME, "2026-10-25T00:30"),  # comes twice: the first
        ("2026-10-04", "02:10", "Australia/Lord_Howe", "2026-10-03T15:30"),  # skips half an hour only
        ("2011-12-30", "10:00", "Pacific/Apia", "2011-12-30T10:00"),  # a whole day skipped
    ],
)
def test_a_time_on_the_wall_is_one_moment(day, clock, zone, instant):
    assert at(date.fromisoformat(day), time.fromisoformat(clock), zone) == datetime.fromisoformat(instant + "+00:00")


@CALM
@given(day=SOME_DAYS, clock=TIMES, zone=ZONES)
def test_the_wall_shows_the_time_that_was_meant_or_the_first_one_after_it(day, clock, zone):
    shown = at(day, clock, zone).astimezone(ZoneInfo(zone))
    assert shown.date() == day and shown.time() >= clock and shown.fold == 0
    assert (
        shown.time() == clock
        or (shown - timedelta(0)).utcoffset()
        != (at(day, clock, zone) - timedelta(minutes=1)).astimezone(ZoneInfo(zone)).utcoffset()
    )


# ------------------------------------------------------------ durations


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2 schooldagen", Duration(2, Unit.SCHOOL_DAYS)),
        ("1 schooldag", Duration(1, Unit.SCHOOL_DAYS)),
        ("3 dagen", Duration(3, Unit.DAYS)),
        ("1 dag", Duration(1, Unit.DAYS)),
        ("20 minuten", Duration(20, Unit.MINUTES)),
        ("1 minuut", Duration(1, Unit.MINUTES)),
        ("4 uur", Duration(4, Unit.HOURS)),
        (" 6  weken ", Duration(6, Unit.WEEKS)),
        ("1 week", Duration(1, Unit.WEEKS)),
        *((text, None) for text in ("", "dag", "0 dagen", "1000 dagen", "2 jaar", "twee dagen", "-1 dag", "2 dagen 3")),
    ],
)
def test_an_editor_writes_a_duration_that_says_what_it_means(written, meant):
    assert read_duration(written) == meant


@given(n=st.integers(1, 999), unit=st.sampled_from(Unit))
def test_a_duration_reads_back_as_it_was_written(n, unit):
    assert read_duration(str(Duration(n, unit))) == Duration(n, unit)


@pytest.mark.parametrize(
    ("start", "duration", "over"),
    [
        ("2026-11-27 15:00", "2 schooldagen", "2026-12-01 15:00"),  # Friday: Tuesday
        ("2026-11-27 15:00", "1 schooldag", "2026-11-30 15:00"),
        ("2026-11-28 12:00", "2 schooldagen", "2026-12-02 08:00"),  # Saturday: counted from Monday eight o'clock
        ("2026-11-27 21:00", "1 schooldag", "2026-12-01 08:00"),
        ("2026-11-27 06:00", "1 schooldag", "2026-11-30 08:00"),
        ("2026-12-17 15:00", "2 schooldagen", "2027-01-04 15:00"),  # over the Christmas holidays
        ("2026-12-24 15:00", "1 schooldag", "2027-01-05 08:00"),
        ("2027-05-04 10:00", "1 schooldag", "2027-05-07 10:00"),  # over Bevrijdingsdag and Ascension
        ("2026-11-27 15:00", "3 dagen", "2026-11-30 15:00"),
        ("2026-11-27 23:00", "2 dagen", "2026-11-30 08:00"),
        ("2026-11-27 05:00", "2 dagen", "2026-11-29 08:00"),
        ("2026-11-27 15:00", "2 weken", "2026-12-11 15:00"),
        ("2027-03-27 15:00", "1 dag", "2027-03-28 15:00"),  # the night of the clock change lasts an hour less
        ("2026-11-27 19:50", "20 minuten", "2026-11-27 20:10"),  # a talk held now goes on after eight
        ("2026-11-27 15:00", "4 uur", "2026-11-27 19:00"),
        ("2026-11-27 18:00", "4 uur", "2026-11-28 10:00"),
        ("2026-11-27 19:00", "1 uur", "2026-11-28 08:00"),
        ("2026-11-27 22:00", "1 uur", "2026-11-28 09:00"),
        ("2026-11-27 06:00", "25 uur", "2026-11-29 09:00"),
    ],
)
def test_a_while_is_counted_in_open_time(start, duration, over):
    length = read_duration(duration)
    assert length is not None
    assert after(wall(start), length, SCHOOL) == wall(over)


UNITS_BUT_MINUTES = st.sampled_from([u for u in Unit if u is not Unit.MINUTES])


@CALM
@given(start=MOMENTS, n=st.integers(1, 20), unit=UNITS_BUT_MINUTES, days=CALENDARS)
def test_a_while_ends_later_within_the_hours_and_a_longer_one_later_still(start, n, unit, days):
    ends = after(start, Duration(n, unit), days)
    local = ends.astimezone(ZoneInfo(days.zone))
    assert start < ends < after(start, Duration(n + 1, unit), days)
    assert time(8) <= local.time() < time(20)
    assert unit is not Unit.SCHOOL_DAYS or days.closed(local.date()) is None


@CALM
@given(start=MOMENTS, n=st.integers(1, 8), days=CALENDARS)
def test_just_so_many_school_days_pass(start, n, days):
    first, last = (
        m.astimezone(ZoneInfo(HOME)).date() for m in (start, after(start, Duration(n, Unit.SCHOOL_DAYS), days))
    )
    passed = [first + timedelta(days=k) for k in range(1, (last - first).days + 1)]
    counted = sum(days.closed(day) is None for day in passed)
    assert counted in (n, n + 1)  # one more when the counting could only begin on a later day


CLOSED_FOR_GOOD = Days(free=((date(2020, 1, 1), date(2040, 1, 1)),))


def test_in_a_circle_without_school_days_ordinary_days_are_counted():
    assert after(wall("2026-11-27 15:00"), Duration(2, Unit.SCHOOL_DAYS), CLOSED_FOR_GOOD) == wall("2026-11-29 15:00")
    assert check_in_moment(date(2026, 11, 27), CLOSED_FOR_GOOD) == wall("2026-11-27 16:00")


# ------------------------------------------------------------ check-ins and stored manners


def test_an_owner_is_asked_in_the_first_suitable_afternoon():
    assert check_in_moment(date(2026, 11, 27), SCHOOL) == wall("2026-11-27 16:00")
    assert check_in_moment(date(2026, 11, 28), SCHOOL) == wall("2026-11-30 16:00")
    assert check_in_moment(date(2026, 12, 18), SCHOOL) == wall("2026-12-18 16:00")
    assert check_in_moment(date(2026, 12, 19), SCHOOL) == wall("2027-01-04 16:00")
    assert check_in_moment(date(2026, 11, 28), SCHOOL, clock=time(9)) == wall("2026-11-30 09:00")


def test_an_owner_is_asked_on_a_day_they_work():
    reader = Reader.of(
        Manners(working_days=frozenset({1, 3}), free=((date(2026, 12, 1), date(2026, 12, 1)),)), role=Role.SCHOOL
    )
    assert check_in_moment(date(2026, 11, 27), SCHOOL, reader=reader) == wall("2026-12-03 16:00")


def test_who_promises_something_for_today_after_four_is_asked_tomorrow():
    today = date(2026, 11, 24)
    assert check_in_moment(today, SCHOOL, now=wall("2026-11-24 15:59")) == wall("2026-11-24 16:00")
    assert check_in_moment(today, SCHOOL, now=wall("2026-11-24 16:00")) == wall("2026-11-25 16:00")


def test_manners_nobody_chose_take_no_room_and_read_back_as_the_usual_ones():
    assert write_manners(Manners()) == "{}"
    assert read_manners("{}") == Manners()


@given(
    st.builds(
        Manners,
        quiet=st.lists(st.tuples(TIMES, TIMES), max_size=2).map(tuple),
        working_days=st.none() | st.sets(st.integers(0, 6)).map(frozenset),
        free=st.lists(PERIODS, max_size=2).map(tuple),
        pace=st.integers(0, 3),
        paused_until=st.none() | SOME_DAYS,
    )
)
def test_manners_read_back_as_they_were_chosen(manners):
    assert read_manners(write_manners(manners)) == manners


def test_what_is_no_manners_is_refused():
    with pytest.raises(ValueError):
        read_manners('{"quiet": [["acht", "negen"]]}')


def test_every_reason_to_wait_has_its_own_word():
    assert len({str(why) for why in Why}) == len(Why)
