"""Writes down what PyPI `holidays` says of every day of Russia 2013-2027 and of the Laender 2024-2028, for the tests of `crates/rules`.

    pip install holidays==0.109 && python rulepacks/crosscheck.py > rulepacks/crosscheck.json

The table is committed, so that the comparison needs no Python and no network (`cargo test -p doorstep-rules --test crosscheck`); run this
again to see that it is what that version says. It holds facts only: dates.
"""

import datetime
import json

import holidays

LAENDER = ["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"]


def days(year):
    day = datetime.date(year, 1, 1)
    while day.year == year:
        yield day
        day += datetime.timedelta(1)


def russia(year):
    theirs = holidays.country_holidays("RU", years=year)
    works = {day: theirs.is_working_day(day) for day in days(year)}
    return {
        "off_on_weekdays": [f"{day:%m-%d}" for day in works if day.weekday() < 5 and not works[day]],
        "working_on_weekends": [f"{day:%m-%d}" for day in works if day.weekday() >= 5 and works[day]],
    }


def land(code, year):
    return [f"{day:%m-%d}" for day in sorted(holidays.country_holidays("DE", subdiv=code, years=year)) if day.year == year]


table = {
    "package": f"holidays {holidays.__version__}",
    "RU": {str(year): russia(year) for year in range(2013, 2028)},
    "DE": {code: {str(year): land(code, year) for year in range(2024, 2029)} for code in LAENDER},
}


def line(key, value):
    return f"  {json.dumps(key)}: {json.dumps(value)}"


print("{")
print(f' "package": {json.dumps(table["package"])},')
print(' "RU": {\n' + ",\n".join(line(year, of) for year, of in table["RU"].items()) + "\n },")
print(' "DE": {\n' + ",\n".join(line(code, of) for code, of in table["DE"].items()) + "\n }")
print("}")
