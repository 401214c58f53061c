"""The Dutch school and public holidays as the ministry set them, written down apart from any package."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

MONTHS = dict(jan=1, feb=2, mrt=3, apr=4, mei=5, jun=6, jul=7, aug=8, sep=9, okt=10, nov=11, dec=12)

# Saturday to Sunday inclusive. One line per holiday: name, then noord, midden, zuid.
SCHOOL_HOLIDAYS = """
Zomervakantie     | 4 jul 2026 - 16 aug 2026  | 18 jul 2026 - 30 aug 2026 | 11 jul 2026 - 23 aug 2026
Herfstvakantie    | 10 okt 2026 - 18 okt 2026 | 17 okt 2026 - 25 okt 2026 | 17 okt 2026 - 25 okt 2026
Kerstvakantie     | 19 dec 2026 - 3 jan 2027  | 19 dec 2026 - 3 jan 2027  | 19 dec 2026 - 3 jan 2027
Voorjaarsvakantie | 20 feb 2027 - 28 feb 2027 | 20 feb 2027 - 28 feb 2027 | 13 feb 2027 - 21 feb 2027
Meivakantie       | 24 apr 2027 - 2 mei 2027  | 24 apr 2027 - 2 mei 2027  | 24 apr 2027 - 2 mei 2027
Zomervakantie     | 10 jul 2027 - 22 aug 2027 | 17 jul 2027 - 29 aug 2027 | 24 jul 2027 - 5 sep 2027
Herfstvakantie    | 16 okt 2027 - 24 okt 2027 | 16 okt 2027 - 24 okt 2027 | 23 okt 2027 - 31 okt 2027
Kerstvakantie     | 25 dec 2027 - 9 jan 2028  | 25 dec 2027 - 9 jan 2028  | 25 dec 2027 - 9 jan 2028
Voorjaarsvakantie | 19 feb 2028 - 27 feb 2028 | 26 feb 2028 - 5 mrt 2028  | 26 feb 2028 - 5 mrt 2028
Meivakantie       | 29 apr 2028 - 7 mei 2028  | 29 apr 2028 - 7 mei 2028  | 29 apr 2028 - 7 mei 2028
Zomervakantie     | 15 jul 2028 - 27 aug 2028 | 8 jul 2028 - 20 aug 2028  | 22 jul 2028 - 3 sep 2028
Herfstvakantie    | 14 okt 2028 - 22 okt 2028 | 21 okt 2028 - 29 okt 2028 | 21 okt 2028 - 29 okt 2028
Kerstvakantie     | 23 dec 2028 - 7 jan 2029  | 23 dec 2028 - 7 jan 2029  | 23 dec 2028 - 7 jan 2029
Voorjaarsvakantie | 17 feb 2029 - 25 feb 2029 | 17 feb 2029 - 25 feb 2029 | 10 feb 2029 - 18 feb 2029
Meivakantie       | 28 apr 2029 - 6 mei 2029  | 28 apr 2029 - 6 mei 2029  | 28 apr 2029 - 6 mei 2029
Zomervakantie     | 21 jul 2029 - 2 sep 2029  | 7 jul 2029 - 19 aug 2029  | 14 jul 2029 - 26 aug 2029
Herfstvakantie    | 20 okt 2029 - 28 okt 2029 | 20 okt 2029 - 28 okt 2029 | 13 okt 2029 - 21 okt 2029
Kerstvakantie     | 22 dec 2029 - 6 jan 2030  | 22 dec 2029 - 6 jan 2030  | 22 dec 2029 - 6 jan 2030
Voorjaarsvakantie | 16 feb 2030 - 24 feb 2030 | 23 feb 2030 - 3 mrt 2030  | 23 feb 2030 - 3 mrt 2030
Meivakantie       | 27 apr 2030 - 5 mei 2030  | 27 apr 2030 - 5 mei 2030  | 27 apr 2030 - 5 mei 2030
Zomervakantie     | 20 jul 2030 - 1 sep 2030  | 13 jul 2030 - 25 aug 2030 | 6 jul 2030 - 18 aug 2030
"""
REGIONS = ("noord", "midden", "zuid")
SET_FROM, SET_UNTIL = date(2026, 7, 1), date(2030, 9, 1)

# One line per day; the columns are 2026 to 2030.
PUBLIC_HOLIDAYS = """
Nieuwjaarsdag      | 1 jan  | 1 jan  | 1 jan  | 1 jan  | 1 jan
Goede vrijdag      | 3 apr  | 26 mrt | 14 apr | 30 mrt | 19 apr
Eerste paasdag     | 5 apr  | 28 mrt | 16 apr | 1 apr  | 21 apr
Tweede paasdag     | 6 apr  | 29 mrt | 17 apr | 2 apr  | 22 apr
Koningsdag         | 27 apr | 27 apr | 27 apr | 27 apr | 27 apr
Bevrijdingsdag     | 5 mei  | 5 mei  | 5 mei  | 5 mei  | 5 mei
Hemelvaartsdag     | 14 mei | 6 mei  | 25 mei | 10 mei | 30 mei
Eerste pinksterdag | 24 mei | 16 mei | 4 jun  | 20 mei | 9 jun
Tweede pinksterdag | 25 mei | 17 mei | 5 jun  | 21 mei | 10 jun
Eerste kerstdag    | 25 dec | 25 dec | 25 dec | 25 dec | 25 dec
Tweede kerstdag    | 26 dec | 26 dec | 26 dec | 26 dec | 26 dec
"""


def _cells(table: str) -> Iterator[list[str]]:
    return ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())


def _day(text: str) -> date:
    day, month, year = text.split()
    return date(int(year), MONTHS[month], int(day))


def school_holidays() -> Mapping[str, Mapping[date, str]]:
    """Per region every day of every school holiday, with its name."""
    found: dict[str, dict[date, str]] = {region: {} for region in REGIONS}
    for name, *periods in _cells(SCHOOL_HOLIDAYS):
        for region, period in zip(REGIONS, periods, strict=True):
            first, last = map(_day, period.split(" - "))
            assert (first.weekday(), last.weekday()) == (5, 6)
            found[region] |= {first + timedelta(days=n): name for n in range((last - first).days + 1)}
    return found


def public_holidays() -> Mapping[date, str]:
    """Every public holiday of 2026 to 2030, with its name."""
    return {
        _day(f"{cell} {year}"): name
        for name, *cells in _cells(PUBLIC_HOLIDAYS)
        for year, cell in zip(range(2026, 2031), cells, strict=True)
    }
