"""People type a day the way they say it: the day they mean, two to choose from, or an honest 'I don't follow'."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.dates import Unread, read_date, say_date

CALM = settings(deadline=None)  # a busy machine is no reason to fail
TUESDAY = date(2026, 11, 24)

# What is typed on Tuesday 24 November 2026 | the day, or two to choose from; '-' is not understood, 'past' is over.
ON_A_TUESDAY = """
vandaag                           | 24-11-2026
Vandaag!                          | 24-11-2026
vanmiddag                         | 24-11-2026
vanavond                          | 24-11-2026
vanochtend                        | 24-11-2026
morgen                            | 25-11-2026
MORGEN                            | 25-11-2026
morgen graag                      | 25-11-2026
morgenochtend                     | 25-11-2026
morgen ochtend                    | 25-11-2026
morgenmiddag                      | 25-11-2026
morgenavond                       | 25-11-2026
overmorgen                        | 26-11-2026
overmorgen.                       | 26-11-2026
vrijdag                           | 27-11-2026
Vrijdag                           | 27-11-2026
  vrijdag  .                      | 27-11-2026
vr                                | 27-11-2026
vr.                               | 27-11-2026
vrijdagmiddag                     | 27-11-2026
vrijdag 's middags                | 27-11-2026
vrijdag ’s ochtends               | 27-11-2026
vrijdag in de ochtend             | 27-11-2026
in de avond vrijdag               | 27-11-2026
op vrijdag                        | 27-11-2026
graag op vrijdag                  | 27-11-2026
uiterlijk vrijdag                 | 27-11-2026
uiterlijk op vrijdag 27 november  | 27-11-2026
vrijdag denk ik                   | 27-11-2026
ik denk vrijdag                   | 27-11-2026
ja, vrijdag                       | 27-11-2026
oke vrijdag                       | 27-11-2026
oké, vrijdag!                     | 27-11-2026
liefst vrijdag                    | 27-11-2026
vrijdag aub                       | 27-11-2026
vrijdag a.u.b.                    | 27-11-2026
vrijdag alsjeblieft               | 27-11-2026
vrijdag alstublieft               | 27-11-2026
vrijdag 👍                        | 27-11-2026
vrijdag 👍🏽                       | 27-11-2026
a.s. vrijdag                      | 27-11-2026
as vrijdag                        | 27-11-2026
vrijdag a.s.                      | 27-11-2026
aanstaande vrijdag                | 27-11-2026
komende vrijdag                   | 27-11-2026
aankomende vrijdag                | 27-11-2026
deze vrijdag                      | 27-11-2026
vrijdag deze week                 | 27-11-2026
deze week vrijdag                 | 27-11-2026
ma                                | 30-11-2026
di                                | 24-11-2026 1-12-2026
wo                                | 25-11-2026
do                                | 26-11-2026
za                                | 28-11-2026
zo                                | 29-11-2026
maandag                           | 30-11-2026
woensdag                          | 25-11-2026
zondag                            | 29-11-2026
dinsdag                           | 24-11-2026 1-12-2026
komende dinsdag                   | 1-12-2026
aanstaande dinsdag                | 1-12-2026
volgende vrijdag                  | 27-11-2026 4-12-2026
volgende maandag                  | 30-11-2026 7-12-2026
volgende week dinsdag             | 1-12-2026
volgende week di                  | 1-12-2026
dinsdag volgende week             | 1-12-2026
volgende week maandag             | 30-11-2026
volgende week zondag              | 6-12-2026
volgende week op woensdag         | 2-12-2026
over een week                     | 1-12-2026
over één week                     | 1-12-2026
over 1 week                       | 1-12-2026
over twee weken                   | 8-12-2026
over 2 weken                      | 8-12-2026
over 3 weken                      | 15-12-2026
over tien dagen                   | 4-12-2026
over 10 dagen                     | 4-12-2026
over veertien dagen               | 8-12-2026
over eenentwintig dagen           | 15-12-2026
over een dag                      | 25-11-2026
over een maand                    | 24-12-2026
over twee maanden                 | 24-1-2027
over 3 maanden                    | 24-2-2027
over een half jaar                | 24-5-2027
over een jaar                     | 24-11-2027
over 366 dagen                    | 25-11-2027
over 367 dagen                    | -
over 13 maanden                   | -
morgen over een week              | 2-12-2026
vandaag over 2 weken              | 8-12-2026
vrijdag over een week             | 4-12-2026
vrijdag over 2 weken              | 11-12-2026
over 2 weken vrijdag              | 11-12-2026
maandag over een week             | 30-11-2026 7-12-2026
dinsdag over een week             | 1-12-2026 8-12-2026
27 november                       | 27-11-2026
vrijdag 27 november               | 27-11-2026
vr 27 nov                         | 27-11-2026
vr. 27 nov.                       | 27-11-2026
vrijdag, 27 november              | 27-11-2026
vrijdag 27-11                     | 27-11-2026
donderdag 27 november             | -
24 november                       | 24-11-2026
12 maart                          | 12-3-2027
12 mrt                            | 12-3-2027
12 Maart                          | 12-3-2027
12 maart graag                    | 12-3-2027
de 12e maart                      | 12-3-2027
12e maart                         | 12-3-2027
twaalf maart                      | 12-3-2027
twaalfde maart                    | 12-3-2027
12 maart 2027                     | 12-3-2027
12 mrt 2027                       | 12-3-2027
12-3                              | 12-3-2027
12/3                              | 12-3-2027
12.3                              | 12-3-2027
12-03                             | 12-3-2027
12-3-2027                         | 12-3-2027
12/3/2027                         | 12-3-2027
12.3.2027                         | 12-3-2027
12-3-27                           | 12-3-2027
12-03-2027                        | 12-3-2027
2027-03-12                        | 12-3-2027
vrijdag 12 maart                  | 12-3-2027
vrijdag 12 maart 2027             | 12-3-2027
vrijdag 12-3                      | 12-3-2027
maandag 12 maart                  | -
maandag 12 april                  | 12-4-2027
zondag 12 april                   | -
1 jan                             | 1-1-2027
1 feb                             | 1-2-2027
1 april                           | 1-4-2027
1 apr                             | 1-4-2027
5 mei                             | 5-5-2027
5 juni                            | 5-6-2027
5 jun                             | 5-6-2027
5 jul                             | 5-7-2027
5 aug                             | 5-8-2027
5 sep                             | past
5 sept                            | past
31 dec                            | 31-12-2026
5 december                        | 5-12-2026
10 november                       | past
1 okt                             | past
1 nov                             | past
12 maart 2026                     | past
12-3-2026                         | past
gisteren                          | past
12 maart 2028                     | -
25 november 2027                  | 25-11-2027
26 november 2027                  | -
31 april                          | -
31-4-2027                         | -
32 maart                          | -
0 maart                           | -
12-13                             | -
3/15/2027                         | -
29 februari                       | -
29 februari 2027                  | -
29-2-2028                         | -
de 30e                            | 30-11-2026
de 15e                            | 15-12-2026
15e                               | 15-12-2026
de vijftiende                     | 15-12-2026
de 31e                            | 31-12-2026
vrijdag de 27e                    | 27-11-2026
vrijdag de 13e                    | -
zondag de 13e                     | 13-12-2026
eind van de week                  | 27-11-2026
aan het eind van de week          | 27-11-2026
het einde van de week             | 27-11-2026
eind deze week                    | 27-11-2026
begin volgende week               | 30-11-2026
eind volgende week                | 4-12-2026
eind van volgende week            | 4-12-2026
midden volgende week              | 2-12-2026
eind van de maand                 | 30-11-2026
eind volgende maand               | 31-12-2026
na het weekend                    | 30-11-2026
dit weekend                       | 28-11-2026 29-11-2026
in het weekend                    | 28-11-2026 29-11-2026
komend weekend                    | 28-11-2026 29-11-2026
maandag of dinsdag                | -
woensdag of donderdag             | 25-11-2026 26-11-2026
vrijdag om 3 uur                  | 27-11-2026
vrijdag 15.30u                    | 27-11-2026
vrijdag 15:30                     | 27-11-2026
om half negen vrijdag             | 27-11-2026
27 november om half negen         | 27-11-2026
27-11 15:30                       | 27-11-2026
vrijdag rond kwart over drie      | 27-11-2026
vrijdag na school                 | 27-11-2026
volgende week dinsdag om 10 uur   | 1-12-2026
komende week vrijdag              | 27-11-2026 4-12-2026
maandag komende week              | 30-11-2026
de eerste maandag van maart       | 1-3-2027
eerste maandag van de maand       | past
laatste vrijdag van de maand      | 27-11-2026
de laatste vrijdag van december   | 25-12-2026
tweede dinsdag van volgende maand | 8-12-2026
maandag week 49                   | 30-11-2026
week 2 dinsdag                    | 12-1-2027
begin maart                       | 1-3-2027
eind maart                        | 31-3-2027
half maart                        | 15-3-2027
12 volgende maand                 | 12-12-2026
over acht dagen                   | 1-12-2026 2-12-2026
over 8 dagen                      | 2-12-2026
vrijdag...                        | 27-11-2026
vrijdag 12.10                     | -
27-11 12.03                       | -
vijfde vrijdag van de maand       | -
ik kan vrijdag                    | 27-11-2026
ik kan vrijdag niet               | -
het kan niet vrijdag              | -
voor vrijdag                      | 26-11-2026 27-11-2026
vóór 12 maart                     | 11-3-2027 12-3-2027
uiterlijk voor morgen             | 24-11-2026 25-11-2026
voor vandaag                      | 24-11-2026
voor dinsdag                      | -
voor gisteren                     | past
5 voor 12 maart                   | -
1 of 2 december                   | 1-12-2026 2-12-2026
de 1e of de 2e december           | 1-12-2026 2-12-2026
1 of 31 november                  | -
5 dec. a.s.                       | 5-12-2026
donderdagmiddag 3 december        | 3-12-2026
donderdagmiddag 4 december        | -
donderdagmiddag om 3 uur          | 26-11-2026
eind v.d. week                    | 27-11-2026
1e dinsdag van december           | 1-12-2026
vd                                | -
volgende week                     | -
volgende maand                    | -
deze week                         | -
volgend weekend                   | -
in maart                          | -
over een paar dagen               | -
over een dag of tien              | -
zo snel mogelijk                  | -
binnenkort                        | -
niet vrijdag                      | -
vrijdag niet                      | -
nee                               | -
liever niet                       | -
12                                | -
maart                             | -
om 3 uur                          | -
over 3 uur                        | -
vrijdag over 3 uur                | -
twee                              | -
half maart 2000                   | -
vrijdag zaterdag                  | -
vrijdag en zaterdag               | -
maandag dinsdag of woensdag       | -
12-15 maart                       | -
tussen 12 en 15 maart             | -
na vrijdag                        | -
elke vrijdag                      | -
vrijdag of later                  | -
vrijdag vandaag                   | -
dat weet ik niet                  | -
met Fatima                        | -
vrijdag met Fatima                | -
ik bel mei                        | -
12 maart 12 april                 | -
?                                 | -
👍                                | -
"""

# today | what is typed | as above
ON_OTHER_DAYS = """
27-11-2026 | vrijdag                | 27-11-2026 4-12-2026
27-11-2026 | komende vrijdag        | 4-12-2026
27-11-2026 | deze vrijdag           | 27-11-2026
27-11-2026 | eind van de week       | 27-11-2026
27-11-2026 | na het weekend         | 30-11-2026
28-11-2026 | dit weekend            | 28-11-2026 29-11-2026
29-11-2026 | dit weekend            | 29-11-2026
28-11-2026 | komend weekend         | -
28-11-2026 | na het weekend         | 30-11-2026
29-11-2026 | na het weekend         | 30-11-2026
30-11-2026 | na het weekend         | 7-12-2026
29-11-2026 | volgende week maandag  | 30-11-2026
29-11-2026 | morgen                 | 30-11-2026
30-11-2026 | morgen                 | 1-12-2026
30-11-2026 | eind van de maand      | 30-11-2026
25-11-2026 | woensdag over 2 weken  | 9-12-2026 16-12-2026
26-11-2026 | woensdag over 2 weken  | 9-12-2026 16-12-2026
23-11-2026 | woensdag over 2 weken  | 9-12-2026
31-12-2026 | morgen                 | 1-1-2027
31-12-2026 | overmorgen             | 2-1-2027
31-12-2026 | 1 januari              | 1-1-2027
31-12-2026 | 31 december            | 31-12-2026
31-12-2026 | de 1e                  | 1-1-2027
31-12-2026 | over een maand         | 31-1-2027
31-12-2026 | over twee maanden      | 28-2-2027
31-12-2026 | vrijdag                | 1-1-2027
1-1-2027   | 31 december 2026       | past
1-1-2027   | 31 december            | past
10-1-2027  | 20 december            | past
10-1-2027  | zondag 20 december     | past
10-1-2027  | maandag 20 december    | 20-12-2027
27-11-2026 | vrijdag over 52 weken  | -
1-1-2027   | 1 januari              | 1-1-2027
31-1-2027  | over een maand         | 28-2-2027
31-1-2028  | over een maand         | 29-2-2028
28-2-2027  | morgen                 | 1-3-2027
28-2-2027  | eind van de maand      | 28-2-2027
28-2-2028  | morgen                 | 29-2-2028
28-2-2028  | 29 februari            | 29-2-2028
28-2-2028  | 29-2                   | 29-2-2028
28-2-2028  | overmorgen             | 1-3-2028
28-2-2028  | eind van de maand      | 29-2-2028
29-2-2028  | 29 februari            | 29-2-2028
29-2-2028  | dinsdag 29 februari    | 29-2-2028
29-2-2028  | over een jaar          | 28-2-2029
1-3-2028   | 29 februari            | past
1-6-2027   | 29 februari 2028       | 29-2-2028
30-4-2027  | de 31e                 | 31-5-2027
30-4-2027  | vrijdag 30 april       | 30-4-2027
13-4-2027  | maandag 12 april       | past
13-4-2027  | 12 april               | past
12-3-2027  | 12 maart               | 12-3-2027
13-3-2027  | 12 maart               | past
12-8-2027  | 12 maart               | 12-3-2028
12-8-2027  | zondag 12 maart        | 12-3-2028
12-8-2027  | vrijdag 12 maart       | -
13-5-2027  | donderdag de 13e       | 13-5-2027
1-8-2027   | vrijdag de 13e         | 13-8-2027
"""


def day(text):
    return date(*reversed([int(part) for part in text.split("-")]))


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def what_came_of(text, today):
    read = read_date(text, today=today)
    if read.past:
        assert read.days == ()
        return "past"
    return " ".join(f"{d.day}-{d.month}-{d.year}" for d in read.days) or "-"


TABLE = [(TUESDAY, typed, expected) for typed, expected in rows(ON_A_TUESDAY)]
TABLE += [(day(today), typed, expected) for today, typed, expected in rows(ON_OTHER_DAYS)]


@pytest.mark.parametrize(("today", "typed", "expected"), TABLE, ids=[f"{t:%d-%m-%Y} {typed}" for t, typed, _ in TABLE])
def test_what_someone_types_is_the_day_they_mean_or_a_choice_or_honestly_not_understood(today, typed, expected):
    assert what_came_of(typed, today) == expected


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("vrijdag", None),
        ("vrijdag na school", None),
        ("vrijdag 's middags", None),
        ("vrijdag om 3 uur", time(15)),
        ("vrijdag om drie uur", time(15)),
        ("vrijdag om 3", time(15)),
        ("vrijdag 15 uur", time(15)),
        ("vrijdag 15.30u", time(15, 30)),
        ("vrijdag 15:30", time(15, 30)),
        ("vrijdag om 15.30", time(15, 30)),
        ("vrijdag 8:30", time(8, 30)),
        ("vrijdag om 08.30 uur", time(8, 30)),
        ("vrijdag 15u30", time(15, 30)),
        ("om half negen vrijdag", time(8, 30)),
        ("vrijdag half negen 's avonds", time(20, 30)),
        ("vrijdag 's avonds om half negen", time(20, 30)),
        ("vrijdag om half drie", time(14, 30)),
        ("vrijdag kwart over drie", time(15, 15)),
        ("vrijdag kwart voor drie", time(14, 45)),
        ("vrijdag tien over half vier", time(15, 40)),
        ("vrijdag om 12 uur", time(12)),
        ("vrijdag om 9 uur in de ochtend", time(9)),
        ("vrijdag om 7 uur in de avond", time(19)),
        ("vrijdag om 2 uur in de middag", time(14)),
        ("vrijdag 03:00", time(3)),
    ],
)
def test_a_time_beside_the_day_is_heard_as_people_who_meet_by_day_mean_it(typed, clock):
    read = read_date(typed, today=TUESDAY)
    assert (read.days, read.clock) == ((date(2026, 11, 27),), clock)


@pytest.mark.parametrize(
    "typed",
    [
        "vrijdag 25:00",
        "vrijdag 15:75",
        "vrijdag om 24 uur",
        "vrijdag om 0 uur",
        "vrijdag 's ochtends om 3 uur 's middags",
        "vrijdag om 15 uur in de ochtend",
        "vrijdag om 9 uur in de middag",
        "vrijdag om 3 uur in de avond",
        "vrijdag om 3 uur om 4 uur",
        "vrijdag om",
    ],
)
def test_a_time_that_cannot_be_is_asked_back_with_its_day(typed):
    assert read_date(typed, today=TUESDAY).days == ()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("blauw", Unread.UNKNOWN),
        ("", Unread.UNKNOWN),
        ("vrijdag " * 20, Unread.UNKNOWN),
        ("vrijdag over 10 dagen", Unread.UNKNOWN),
        ("volgende week", Unread.VAGUE),
        ("volgend weekend", Unread.VAGUE),
        ("komende dinsdag of vrijdag deze week of maandag", Unread.VAGUE),
        ("vorige week vrijdag", Unread.PAST),
        ("12 maart 2026", Unread.PAST),
        ("31 april", Unread.IMPOSSIBLE),
        ("31-4-2027", Unread.IMPOSSIBLE),
        ("de 32e", Unread.IMPOSSIBLE),
        ("maandag week 54", Unread.IMPOSSIBLE),
        ("maandag 27 november", Unread.MISMATCH),
        ("morgen, vrijdag", Unread.MISMATCH),
        ("vrijdag 13", Unread.MISMATCH),
        ("over 2 jaar", Unread.TOO_FAR),
        ("12 maart 2028", Unread.TOO_FAR),
    ],
)
def test_who_is_not_understood_can_be_told_why(typed, why):
    read = read_date(typed, today=TUESDAY)
    assert (read.days, read.why) == ((), why)


def test_a_day_is_said_as_people_say_it_and_with_the_year_only_when_it_is_another():
    assert say_date(date(2027, 3, 12)) == "vrijdag 12 maart"
    assert say_date(date(2027, 3, 12), today=date(2027, 1, 1)) == "vrijdag 12 maart"
    assert say_date(date(2027, 3, 12), today=TUESDAY) == "vrijdag 12 maart 2027"


TODAYS = st.dates(date(2026, 1, 1), date(2032, 12, 31))
KNOWN = ["vrijdag", "maandag", "12", "maart", "29", "februari", "over", "2", "weken", "een", "week", "volgende", "de",
         "15e", "om", "3", "uur", "graag", "half", "eind", "van", "maand", "morgen", "12-3", "2027", "of", "voor",
         "weekend", "deze", "'s middags", "kwart", "acht", "dagen", "na", "het"]  # fmt: skip
STRANGE = ["niet", "nooit", "Fatima", "bellen", "behalve", "tenzij", "school?niet", "lente", "xxvii", "١٢", "mrtt"]


@CALM
@given(today=TODAYS, ahead=st.integers(0, 366))
def test_every_day_of_the_coming_year_that_the_bot_says_is_read_back_as_that_day(today, ahead):
    chosen = today + timedelta(days=ahead)
    assert read_date(say_date(chosen, today=today), today=today).days == (chosen,)
    assert read_date(say_date(chosen), today=today).days in {(chosen,), ()}  # '24 november' a year on is today


@CALM
@given(today=TODAYS, ahead=st.integers(0, 366), form=st.sampled_from(["{0:%d-%m-%Y}", "{0:%Y-%m-%d}", "{0:%d/%m/%y}"]))
def test_a_date_in_figures_with_its_year_is_that_day_whatever_day_it_is_today(today, ahead, form):
    chosen = today + timedelta(days=ahead)
    assert read_date(form.format(chosen), today=today).days == (chosen,)


@CALM
@given(today=TODAYS, words=st.lists(st.sampled_from(KNOWN), max_size=6), strange=st.sampled_from(STRANGE), at=st.data())
def test_one_word_that_is_not_understood_and_no_day_is_taken_from_the_rest(today, words, strange, at):
    place = at.draw(st.integers(0, len(words)))
    assert read_date(" ".join([*words[:place], strange, *words[place:]]), today=today).days == ()


@CALM
@given(today=TODAYS, typed=st.one_of(st.lists(st.sampled_from(KNOWN), max_size=7).map(" ".join), st.text(max_size=30)))
def test_whatever_is_typed_the_days_offered_lie_ahead_within_a_year_and_are_two_at_most(today, typed):
    read = read_date(typed, today=today)
    assert len(read.days) <= 2
    assert list(read.days) == sorted(set(read.days))
    assert all(today <= day <= today + timedelta(days=366) for day in read.days)
    assert (read.why is None) == bool(read.days)
    assert not (read.past and read.days)


@CALM
@given(today=TODAYS, weekday=st.integers(0, 6))
def test_a_weekday_alone_is_always_within_the_week_and_never_passes_over_today_in_silence(today, weekday):
    names = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    read = read_date(names[weekday], today=today)
    assert all(day.weekday() == weekday for day in read.days)
    assert (today in read.days) == (today.weekday() == weekday)
    assert read.days[0] - today < timedelta(days=7)


# What is typed on that Tuesday where a day may also have been: the day of a meeting.
MAY_HAVE_BEEN = """
gisteren                    | 23-11-2026
eergisteren                 | 22-11-2026
gisteren om 10 uur          | 23-11-2026
vandaag                     | 24-11-2026
vanochtend                  | 24-11-2026
afgelopen vrijdag           | 20-11-2026
verleden vrijdag            | 20-11-2026
vrijdag j.l.                | 20-11-2026
vorige vrijdag              | 20-11-2026
vorige maandag              | 16-11-2026 23-11-2026
vorige week donderdag       | 19-11-2026
donderdag vorige week       | 19-11-2026
donderdag van de vorige week| 19-11-2026
vrijdag                     | 20-11-2026 27-11-2026
dinsdag                     | 17-11-2026 24-11-2026
woensdagmiddag              | 18-11-2026 25-11-2026
de 15e                      | 15-11-2026 15-12-2026
de 30e                      | 30-10-2026 30-11-2026
12 november                 | 12-11-2026
donderdag 12 november       | 12-11-2026
12-11                       | 12-11-2026
3 dagen geleden             | 21-11-2026
twee weken geleden          | 10-11-2026
morgen                      | 25-11-2026
volgende week dinsdag       | 01-12-2026
over 6 weken                | 05-01-2027
1 maart                     | 01-03-2027
maandag 12 november         | -
vorige week                 | past
1 januari 2020              | past
20 weken geleden            | past
iets anders                 | -
"""


@pytest.mark.parametrize(("typed", "expected"), rows(MAY_HAVE_BEEN))
def test_the_day_of_a_meeting_may_have_been_and_where_it_may_be_either_both_are_offered(typed, expected):
    read = read_date(typed, today=TUESDAY, past=True)
    said = " ".join(f"{d:%d-%m-%Y}" for d in read.days) or ("past" if read.past else "-")
    assert said == expected


@CALM
@given(TODAYS, st.integers(-90, 366))
def test_every_day_that_has_been_or_will_be_is_read_back_as_that_day_in_figures(today, away):
    meant = today + timedelta(days=away)
    assert read_date(f"{meant:%d-%m-%Y}", today=today, past=True).days == (meant,)


@CALM
@given(TODAYS, st.integers(1, 31))
def test_a_day_of_the_month_that_may_have_been_is_never_more_than_two_days_to_choose_from(today, number):
    days = read_date(f"de {number}e", today=today, past=True).days
    assert len(days) <= 2 and all(d.day == number for d in days)
