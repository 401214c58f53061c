"""What people chose about when Praatmaat may speak, taken from their dialogues and shown to them again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot import check_ins, held
from bot.acts import Cause
from bot.beginnings import begin_in_group, begin_private
from bot.days import days_of
from bot.desk import Desk, Follow
from bot.storage import people
from bot.storage import wishes as kept_wishes
from bot.storage.database import Tx
from bot.storage.people import Member
from bot.storage.runs import RunRecord
from bot.telling import tell_group
from flows import manners
from flows.dates import read_date
from flows.effects import Deed, Do
from flows.line import Count, Day, Line, Lines, Value, Word, ui
from flows.manners import LONGEST_PAUSE, WEEK, Days, Manners, Period, Region
from flows.names import CircleId, FlowId, Language, OptionId, PersonId, StepId, TextKey

SETTINGS, PAUSE = FlowId("instellingen"), FlowId("pauze")
CIRCLE_PAUSE, CIRCLE_DAYS = FlowId("groep-pauze"), FlowId("vakantie")
QUIET: Mapping[str, tuple[int, int]] = {"geen": (0, 0), "na-zes": (18, 8), "schooltijd": (8, 15)}
PACE: Mapping[str, int] = {"een": 1, "twee": 2, "drie": 3, "vijf": 5}
STRETCH: Mapping[str, int] = {"week-1": 7, "week-2": 14, "week-4": 28}


# ------------------------------------------------------------ one person


def begin_settings(desk: Desk, tx: Tx, member: Member, **more: Value) -> Sequence[Follow]:
    """Show what somebody chose and what waits for them, and ask what they want to change."""
    chosen = _chosen(tx, member.person)
    today = desk.at(tx, member.circle).date()
    free = manners.still_to_come(chosen.free, today=today)
    days = chosen.days_of(member.role)
    about: dict[str, Value] = {
        "moment-nu": Word(TextKey(f"ui/moment-{chosen.moment}")),
        "stil-nu": Lines((_quiet(chosen),)),
        "dagen-nu": Lines((_week(days),)),
        "vaak-nu": Lines((ui("vaak", n=Count(chosen.pace)),)),
        "vrij-nu": Lines((_periods(free),)),
        "wacht": Lines(held.lines(desk, tx, member)),
        **{day: Word(TextKey(f"ui/dag-{'aan' if n in days else 'uit'}")) for n, day in enumerate(WEEK)},
        **({"vrij-gekozen": Count(len(free))} if free else {}),
        **more,
    }
    return begin_private(desk, tx, SETTINGS, member.circle, member.id, about=about)


def begin_pause(desk: Desk, tx: Tx, member: Member) -> Sequence[Follow]:
    """Ask until when; somebody who has rest already sees until when, and what waits."""
    until = _chosen(tx, member.person).paused_until
    running = until is not None and until > desk.at(tx, member.circle).date()
    about: dict[str, Value] = {"wacht": Lines(held.lines(desk, tx, member))}
    if until is not None and running:
        about["pauze-tot"] = Day(until)
    return begin_private(desk, tx, PAUSE, member.circle, member.id, about=about)


def pause_person(desk: Desk, tx: Tx, person: PersonId, until: date | None) -> None:
    """Rest for this person until the day; None ends it."""
    kept_wishes.choose(tx, person, replace(_chosen(tx, person), paused_until=until))


def of_person(desk: Desk, tx: Tx, record: RunRecord, effect: Do) -> Sequence[Follow]:
    """Somebody chose something for themself; after a setting the screen comes back as it is now."""
    assert record.person is not None and effect.by is not None
    member = people.member(tx, effect.by)
    assert member is not None
    chosen, today = _chosen(tx, member.person), desk.at(tx, record.circle).date()
    match effect.deed:
        case Deed.PAUSE:
            pause_person(desk, tx, member.person, _day(record, "tot"))
            return ()
        case Deed.END_PAUSE:
            pause_person(desk, tx, member.person, None)
            return ()
        case Deed.TURN_DAY:
            changed = manners.day_turned(chosen, _option(record, "dagen"), member.role)
            more: dict[str, Value] = {"bij-dagen": Count(1)}
        case _:
            changed, more = _changed(chosen, record, today), {}
    kept_wishes.choose(tx, member.person, changed)
    for own in people.circles_of(tx, member.person):
        check_ins.plan_again(desk, tx, own.id)
    return begin_settings(desk, tx, member, **more)


def _changed(chosen: Manners, record: RunRecord, today: date) -> Manners:
    match _option(record, "wat"):
        case "moment":
            return replace(chosen, moment=manners.DayPart(_option(record, "moment")))
        case "stil":
            preset = QUIET.get(_option(record, "stil"))
            start, end = preset or (_hour(record, "stil-van"), _hour(record, "stil-tot"))
            return manners.quiet_from(chosen, start, end)
        case "vaak":
            return replace(chosen, pace=PACE[_option(record, "vaak")])
        case _:
            if _option(record, "vrij") == "wissen":
                return replace(chosen, free=())
            period = (_day(record, "vrij-van"), _day(record, "vrij-tot"))
            return replace(chosen, free=manners.with_period(chosen.free, period, today=today))


def _chosen(tx: Tx, person: PersonId) -> Manners:
    return kept_wishes.manners_of(people.person(tx, person))


def _option(record: RunRecord, step: str) -> OptionId:
    return record.run.kept[StepId(step)]


def _hour(record: RunRecord, step: str) -> int:
    return int(_option(record, step).removeprefix("uur-"))


def _day(record: RunRecord, name: str) -> date:
    day = record.run.about[name]
    assert isinstance(day, Day)
    return day.day


# ------------------------------------------------------------ a circle


def begin_circle_pause(desk: Desk, tx: Tx, member: Member) -> Sequence[Follow]:
    """Ask in the group how long, or whether it may be over."""
    days = days_of(tx, member.circle, desk.clock)
    running = days.paused_until is not None and days.paused_until > desk.at(tx, member.circle).date()
    about: dict[str, Value] = {"stand": Lines((ui("groep-pauze-geen"),))}
    if days.paused_until is not None and running:
        until = Day(days.paused_until)
        about = {"stand": Lines((ui("groep-pauze-nu", tot=until),)), "pauze-tot": until}
    return begin_in_group(desk, tx, CIRCLE_PAUSE, member.circle, member.id, about=about)


def begin_circle_days(desk: Desk, tx: Tx, member: Member) -> Sequence[Follow]:
    """Show the circle's region, the next holiday and its own free days, and ask what to change."""
    circle = people.circle(tx, member.circle)
    about: dict[str, Value] = {"stand": Lines(_calendar(desk, tx, member.circle))}
    if circle is not None and circle.free_days:
        about["vrij-gekozen"] = Count(len(circle.free_days))
    return begin_in_group(desk, tx, CIRCLE_DAYS, member.circle, member.id, about=about)


def of_circle(desk: Desk, tx: Tx, record: RunRecord, effect: Do, cause: Cause) -> Sequence[Follow]:
    """A member chose something for the circle: the group sees it."""
    assert record.circle is not None
    match effect.deed:
        case Deed.PAUSE_CIRCLE:
            ahead = STRETCH.get(_option(record, "hoe-lang"))
            today = desk.at(tx, record.circle).date()
            until = today + timedelta(days=ahead) if ahead is not None else None
            said = pause_of_circle(desk, tx, record.circle, until)
        case _:
            said = _region_or_no_free_days(desk, tx, record.circle, _option(record, "regio"))
    tell_group(desk, tx, record.circle, said, cause)
    return ()


def pause_of_circle(desk: Desk, tx: Tx, circle: CircleId, until: date | None) -> Line:
    """Rest for the circle until the day, None: no more; what to say of it in the group."""
    people.set_pause(tx, circle, until)
    kept_wishes.judge_circle_again(tx, circle)
    return ui("groep-pauze-staat", tot=Day(until)) if until is not None else ui("groep-pauze-over")


def free_days_of_circle(desk: Desk, tx: Tx, circle: CircleId, period: Period) -> Line:
    """Own free days beside those of the region; what to say of it in the group."""
    found = people.circle(tx, circle)
    assert found is not None
    free = manners.with_period(found.free_days, period, today=desk.at(tx, circle).date())
    people.set_calendar(tx, circle, region=found.region, free_days=free)
    kept_wishes.judge_circle_again(tx, circle)
    return ui("vakantie-staat", stand=Lines(_calendar(desk, tx, circle)))


def _region_or_no_free_days(desk: Desk, tx: Tx, circle: CircleId, option: str) -> Line:
    found = people.circle(tx, circle)
    assert found is not None
    region, free = (found.region, ()) if option == "wissen" else (Region(option), found.free_days)
    people.set_calendar(tx, circle, region=region, free_days=free)
    kept_wishes.judge_circle_again(tx, circle)
    return ui("vakantie-staat", stand=Lines(_calendar(desk, tx, circle)))


def _calendar(desk: Desk, tx: Tx, circle: CircleId) -> tuple[Line, ...]:
    days, today = days_of(tx, circle, desk.clock), desk.at(tx, circle).date()
    region = ui("regio", naam=Word(TextKey(f"ui/regio-{days.region}"))) if days.region is not None else ui("regio-geen")
    free = manners.still_to_come(days.free, today=today)
    return (region, *_next_holiday(days, today), *((ui("eigen-vrij", dagen=Lines((_periods(free),))),) if free else ()))


def _next_holiday(days: Days, today: date) -> tuple[Line, ...]:
    found = days.holidays.next_school(days.region, today) if days.region is not None else None
    if found is None:
        return ()
    name = Word(TextKey(f"ui/vakantie-{found.name.lower()}"))
    return (ui("vakantie-eerst", naam=name, van=Day(found.first), tot=Day(found.last)),)


# ------------------------------------------------------------ in words


def pause_day(text: str, today: date, language: Language) -> date | None:
    """The day a pause may last until, as typed ('tot 3 januari'); None when it is not one certain day within reach."""
    first, _, rest = text.strip().partition(" ")
    read = read_date(rest if first.lower() in ("tot", "until", "till") else text, today=today, language=language)
    fits = len(read.days) == 1 and today < read.days[0] <= today + timedelta(days=LONGEST_PAUSE)
    return read.days[0] if fits else None


def _quiet(chosen: Manners) -> Line:
    if not chosen.quiet:
        return ui("stil-geen")
    start, end = chosen.quiet[0]
    return ui("stil-van-tot", van=Count(start.hour), tot=Count(end.hour))


def _week(days: frozenset[int]) -> Line:
    if days == manners.WHOLE_WEEK:
        return ui("dagen-alle")
    return ui("dagen-werkweek") if days == manners.SCHOOL_WEEK else ui("dagen-aantal", n=Count(len(days)))


def _periods(periods: Sequence[Period]) -> Line:
    if not periods:
        return ui("vrij-geen")
    lines = (
        ui("vrij-dag", dag=Day(first)) if first == last else ui("vrij-van-tot", van=Day(first), tot=Day(last))
        for first, last in periods
    )
    return ui("vrij-lijst", dagen=Lines(tuple(lines)))
