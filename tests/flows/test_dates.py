"""People type a day the way they say it: the day they mean, two to choose from, or an honest 'I don't follow'."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.dates import read_date, say_date

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
1-1-2027   | 31 december            | past 31-12-2027
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
if __name__ == "__main__":
    for t, typed, expected in TABLE:
        got = what_came_of(typed, t)
        if got != expected:
            print(t, repr(typed), "expected", expected, "got", got, read_date(typed, today=t))
