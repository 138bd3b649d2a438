//! Our calendars against what independent sources say of every day: PyPI `holidays` (its answers are committed in
//! `rulepacks/crosscheck.json`), and the collected decrees and holidays of more countries where these are at hand.

use std::{collections::BTreeSet, fs, path::Path};

use doorstep_rules::{Calendars, DayKind, Unconfirmed, Week};
use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use serde_json::Value;

/// Days off here that `holidays` 0.109 calls working days: first and last day of each group, and why we differ.
const KNOWN: [(&str, &str, &str); 8] = [
    ("2014-03-10", "2014-03-10", "8 March 2014 fell on a Saturday and moved to Monday (Labour Code art. 112); missing in the library"),
    ("2020-03-30", "2020-04-03", "paid days off, presidential decree 206 of 25 March 2020"),
    ("2020-04-06", "2020-04-30", "paid days off, presidential decree 239 of 2 April 2020"),
    ("2020-05-06", "2020-05-08", "paid days off, presidential decree 294 of 28 April 2020"),
    ("2020-06-24", "2020-06-24", "the parade, presidential decree 345 of 29 May 2020"),
    ("2020-07-01", "2020-07-01", "the vote on the constitution, presidential decree 354 of 1 June 2020"),
    ("2021-05-04", "2021-05-07", "paid days off, presidential decree 242 of 23 April 2021"),
    ("2021-11-01", "2021-11-03", "paid days off, presidential decree 595 of 20 October 2021"),
];

fn committed() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulepacks/crosscheck.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn shared(file: &str) -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/calendars").join(file);
    match fs::read_to_string(&path) {
        Ok(text) => Some(serde_json::from_str(&text).unwrap()),
        Err(_) => {
            eprintln!("SKIPPED: {} is not there", path.display());
            None
        }
    }
}

fn year(of: i16) -> impl Iterator<Item = Date> {
    date(of, 1, 1).series(1.day()).take_while(move |d| d.year() == of)
}

fn names(of: &Value, key: &str, day: Date) -> bool {
    match &of[key] {
        Value::Object(days) => days.contains_key(&day.to_string()),
        Value::Array(days) => days.iter().any(|d| d == &Value::String(day.to_string())),
        _ => false,
    }
}

fn weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Every day of Russia 2013 to 2027 against PyPI `holidays`: the differences are those that are listed with their reason, and no others.
#[test]
fn every_russian_day_of_pypi_holidays() {
    let (table, calendars) = (committed(), Calendars::embedded());
    assert_eq!(table["package"], "holidays 0.109");
    let russia = calendars.select("RU", None).unwrap();
    let (mut differ, mut compared) = (BTreeSet::new(), 0);
    for number in 2013..=2027 {
        let of = &table["RU"][number.to_string()];
        let listed = |key: &str, day: Date| {
            let day = day.strftime("%m-%d").to_string();
            of[key].as_array().unwrap().iter().any(|d| d == &Value::String(day.clone()))
        };
        for day in year(number) {
            let theirs = if weekend(day) { listed("working_on_weekends", day) } else { !listed("off_on_weekdays", day) };
            let ours = russia.works(day, Week::Five, Unconfirmed::DaysOff).unwrap();
            if ours != theirs {
                assert!(!ours, "{day} works here and is off there");
                differ.insert(day);
            }
            compared += 1;
        }
    }
    let day = |text: &str| text.parse::<Date>().unwrap();
    let groups = KNOWN.iter().flat_map(|(first, last, _)| day(first).series(1.day()).take_while(|d| *d <= day(last)));
    // Weekends within a group are off in both.
    let known: BTreeSet<Date> = groups.filter(|day| !weekend(*day)).collect();
    assert_eq!(differ, known);
    assert_eq!((compared, known.len()), (5_478, 37));
}

/// Every holiday of every Land, 2024 to 2028, also those on weekends, against PyPI `holidays`. No difference.
#[test]
fn every_holiday_of_the_laender() {
    let (table, calendars) = (committed(), Calendars::embedded());
    let laender = table["DE"].as_object().unwrap();
    for (land, years) in laender {
        let calendar = calendars.select("DE", Some(&format!("DE-{land}"))).unwrap();
        for (number, theirs) in years.as_object().unwrap() {
            let is_holiday = |day: &Date| matches!(calendar.day(*day).unwrap().kind, DayKind::Holiday(_));
            let ours: Vec<Value> =
                year(number.parse().unwrap()).filter(is_holiday).map(|d| d.strftime("%m-%d").to_string().into()).collect();
            assert_eq!(&ours, theirs.as_array().unwrap(), "{land} {number}");
        }
        assert_eq!(years.as_object().unwrap().len(), 5);
    }
    assert_eq!(laender.len(), 16);
}

/// Every day of Russia's production calendar, 2013 to 2027, and the yearly number of working days.
#[test]
fn every_russian_day_of_the_decrees() {
    let Some(decrees) = shared("working-days-ru-by-kz-uz.json") else { return };
    let calendars = Calendars::embedded();
    let russia = calendars.select("RU", None).unwrap();
    for (number, of) in decrees["RU"].as_object().unwrap() {
        let mut working = 0;
        for day in year(number.parse().unwrap()) {
            let expected = if weekend(day) { names(of, "working_weekend_days", day) } else { !names(of, "weekday_days_off", day) };
            let works = russia.works(day, Week::Five, Unconfirmed::DaysOff).unwrap();
            assert_eq!(works, expected, "{day}");
            working += u64::from(works);
        }
        assert_eq!(working, of["working_days"].as_u64().unwrap(), "{number}");
    }
}

/// Every day of every calendar, 2024 to 2028 as far as each goes, against PyPI `holidays`.
#[test]
fn every_day_of_pypi_holidays() {
    let Some(document) = shared("holidays-2024-2028.json") else { return };
    let calendars = Calendars::embedded();
    let mut compared = 0;
    for (place, years) in document["data"].as_object().unwrap() {
        let (country, region) = place.split_once('-').map_or((place.as_str(), None), |(c, _)| (c, Some(place.as_str())));
        let calendar = calendars.select(country, region).unwrap();
        for (number, of) in years.as_object().unwrap() {
            for day in year(number.parse().unwrap()).filter(|d| calendar.covers(*d)) {
                let off = names(of, "days_off", day) || weekend(day);
                let expected = !off || names(of, "working_weekend_days", day);
                let works = calendar.works(day, Week::Five, Unconfirmed::DaysOff).unwrap();
                assert_eq!(works, expected, "{place} {day}");
                compared += 1;
            }
        }
    }
    assert!(compared > 70_000, "{compared}");
}
