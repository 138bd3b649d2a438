//! Our calendars against what two independent sources say of every day, where these are at hand.

use std::{fs, path::Path};

use doorstep_rules::{Calendars, Unconfirmed, Week};
use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use serde_json::Value;

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
