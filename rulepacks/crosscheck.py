"""Compares every working day of the Russian calendar 2013-2027 and every holiday of the Laender with PyPI `holidays`.

    pip install holidays==0.109 && python rulepacks/crosscheck.py

Fails on a difference that is not listed below with its reason.
"""

import datetime
import pathlib
import tomllib

import holidays

HERE = pathlib.Path(__file__).parent / "calendars"

# Days off here that `holidays` has as working days.
KNOWN = {
    "Labour Code art. 112: 8 March 2014 fell on a Saturday and moved to Monday; missing in the library": ["2014-03-10"],
    "presidential decree 206 of 2020 (non-working week)": [f"2020-03-{d}" for d in (30, 31)] + [f"2020-04-0{d}" for d in (1, 2, 3)],
    "presidential decree 239 of 2020": [f"2020-04-{d:02}" for d in range(6, 31) if datetime.date(2020, 4, d).weekday() < 5],
    "presidential decree 294 of 2020": ["2020-05-06", "2020-05-07", "2020-05-08"],
    "presidential decree 345 of 2020 (parade)": ["2020-06-24"],
    "presidential decree 354 of 2020 (vote on the constitution)": ["2020-07-01"],
    "presidential decree 242 of 2021": ["2021-05-04", "2021-05-05", "2021-05-06", "2021-05-07"],
    "presidential decree 595 of 2021": ["2021-11-01", "2021-11-02", "2021-11-03"],
}


def days(year):
    day = datetime.date(year, 1, 1)
    while day.year == year:
        yield day
        day += datetime.timedelta(1)


def russia():
    ours = tomllib.loads((HERE / "ru.toml").read_text())["year"]
    theirs = holidays.country_holidays("RU", years=range(2013, 2028))
    known = {day for group in KNOWN.values() for day in group}
    found, compared = set(), 0
    for year in range(2013, 2028):
        of = ours[str(year)]
        off = {*of.get("holidays", {}), *of.get("in_exchange", {}), *of.get("decreed", {})}
        for day in days(year):
            key = day.strftime("%m-%d")
            works = (day.weekday() < 5 and key not in off) or key in of.get("working", {})
            compared += 1
            if works != theirs.is_working_day(day):
                found.add(day.isoformat())
    assert found == known, (found - known, known - found)
    print(f"RU: {compared} days, {len(found)} known differences")


def laender():
    ours = tomllib.loads((HERE / "de.toml").read_text())
    for land, of in ours["region"].items():
        theirs = holidays.country_holidays("DE", subdiv=land, years=range(2024, 2029))
        for year in range(2024, 2029):
            mine = {*ours["year"][str(year)]["holidays"], *of.get("year", {}).get(str(year), {}).get("holidays", {})}
            expected = {day.strftime("%m-%d") for day in theirs if day.year == year}
            assert mine == expected, (land, year, mine ^ expected)
    print(f"DE: {len(ours['region'])} Laender, no difference")


russia()
laender()
