//! What a pack or calendar file must not say.

use doorstep_rules::{CalendarError, Calendars, Pack, PackError};
use proptest::prelude::*;

const PACK: &str = r#"id = "xx"
version = "1"
jurisdiction = ["XX"]
calendar = "RU"
time_zone = "Europe/Moscow"
first_event = "arrival"
name = { en = "Nowhere" }

[groups]
NEIGHBOURS = ["UZB", "TJK"]

[sources]
law = { title = "The law", url = "https://example.org/" }

[[rule]]
id = "xx.arrival"
triggers = ["arrival"]
name = { en = "Registration" }
plain = { en = "Register." }
who = ["resident"]
who_must = { en = "You." }
term = { n = 7, unit = "working_days", count_from = "next_day" }
facts = [{ about = ["term", "count", "who"], confidence = "high", sources = ["law"] }]
"#;

const CALENDAR: &str = r#"id = "XX"
version = "1"
time_zone = "Europe/Moscow"
first_year = 2026
last_year = 2026
weekend = ["saturday", "sunday"]
title = { en = "Nowhere" }
sources = [{ title = "The decree", url = "https://example.org/" }]

[names]
new-year = { en = "New Year" }

[year.2026]
holidays = { 01-01 = "new-year" }
in_exchange = { 01-09 = "2026-01-03" }
working = { 01-10 = "unknown" }
"#;

/// The place and words of the refusal after one change.
fn refused(from: &str, to: &str) -> String {
    assert!(PACK.contains(from));
    match Pack::parse(&PACK.replacen(from, to, 1)) {
        Err(PackError::At { line, column, message }) => format!("{line}:{column} {message}"),
        other => panic!("{other:?}"),
    }
}

fn calendar_refused(from: &str, to: &str) -> String {
    assert!(CALENDAR.contains(from));
    match Calendars::parse([CALENDAR.replacen(from, to, 1).as_str()]) {
        Err(CalendarError::Syntax { line, column, message }) => format!("{line}:{column} {message}"),
        Err(CalendarError::Content { message, .. }) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_examples_are_good() {
    Pack::parse(PACK).unwrap();
    Calendars::parse([CALENDAR]).unwrap();
}

#[test]
fn unknown_keys_are_refused_with_their_place() {
    let top = refused("first_event", "penalty = 1\nfirst_event");
    assert!(top.starts_with("6:1 unknown field `penalty`"), "{top}");
    let rule = refused("plain =", "deadlin = 3\nplain =");
    assert!(rule.starts_with("19:1 unknown field `deadlin`"), "{rule}");
    let term = refused("count_from", "rol = \"none\", count_from");
    assert!(term.starts_with("22:40 unknown field `rol`"), "{term}");
    let calendar = calendar_refused("weekend", "weekends = []\nweekend");
    assert!(calendar.starts_with("6:1 unknown field `weekends`"), "{calendar}");
}

#[test]
fn wrong_values_are_refused_with_their_place() {
    assert!(refused("\"working_days\"", "\"workdays\"").starts_with("22:24 unknown variant `workdays`"));
    assert!(refused("n = 7", "n = -7").starts_with("22:14 "));
    assert_eq!(refused("n = 7", "n = 70000"), "22:8 a term of 70000 is too long: at most 10000");
    assert_eq!(refused("\"working_days\"", "\"hours\""), "22:8 hours are counted from `instant` or `next_hour`");
    assert!(refused("{ en = \"You.\" }", "{ ru = \"Вы.\" }").ends_with("the text lacks the language `en`"));
}

#[test]
fn every_statement_needs_a_source() {
    assert_eq!(refused("[\"law\"] }]", "[] }]"), "16:6 xx.arrival: a statement has no source");
    assert_eq!(refused("[\"law\"] }]", "[\"lore\"] }]"), "16:6 there is no source `lore`");
    assert_eq!(refused(", \"who\"]", "]"), "16:6 xx.arrival: the statement about Who has no source");
    let fee = refused("facts =", "fee = [{ text = { en = \"1\" } }]\nfacts =");
    assert_eq!(fee, "16:6 xx.arrival: the statement about Fee has no source");
}

#[test]
fn overrides_are_whole() {
    let half = refused("who = [", "overrides = \"xx.arrival\"\nwho = [");
    assert_eq!(half, "16:6 xx.arrival: `overrides` and `citizens` belong together");
    let unknown = refused("who = [", "overrides = \"xx.other\"\ncitizens = [\"UZB\"]\nwho = [");
    assert!(unknown.contains("`xx.other` is no general rule"), "{unknown}");
    let itself = refused("who = [", "overrides = \"xx.arrival\"\ncitizens = [\"UZB\"]\nwho = [");
    assert!(itself.contains("is no general rule"), "{itself}");
    assert!(refused("\"TJK\"]", "\"ZZZ\"]").ends_with("group NEIGHBOURS: `ZZZ` is no citizenship"));
    let exempt = refused("facts =", "exempt = [{ citizens = [\"Uzbeks\"], text = { en = \"x\" } }]\nfacts =");
    assert!(exempt.contains("source") || exempt.contains("citizenship"), "{exempt}");
}

#[test]
fn calendars_are_whole() {
    assert_eq!(calendar_refused("last_year = 2026", "last_year = 2027"), "the year 2027 is missing");
    assert_eq!(calendar_refused("01-01 = \"new-year\"", "01-01 = \"newyear\""), "2026: there is no name `newyear`");
    assert_eq!(calendar_refused("01-01 =", "02-30 ="), "`02-30` is not a day of 2026 in the form MM-DD");
    assert_eq!(calendar_refused("01-10 =", "01-12 ="), "2026-01-12 works anyway");
    assert_eq!(calendar_refused("01-10 =", "01-09 ="), "2026-01-09 is there twice");
    assert!(calendar_refused("\"2026-01-03\"", "\"3 January\"").contains("neither a date"));
    let estimate = calendar_refused("[year.2026]", "[year.2026]\nto_confirm = [\"03-01\"]");
    assert_eq!(estimate, "2026-03-01 is to be confirmed, but is no day off");
}

#[test]
fn sizes_are_limited() {
    let long = format!("{PACK}# {}", "x".repeat(600_000));
    assert!(matches!(Pack::parse(&long), Err(PackError::TooLarge(_))));
    assert!(matches!(Calendars::parse([long.as_str()]), Err(CalendarError::TooLarge(_))));
    let deep = format!("a = {}1{}", "[".repeat(50_000), "]".repeat(50_000));
    assert!(Pack::parse(&deep).is_err());
}

proptest! {
    /// No text makes the parsers panic.
    #[test]
    fn any_text(text in "\\PC{0,200}") {
        let _ = Pack::parse(&text);
        let _ = Calendars::parse([text.as_str()]);
    }

    /// Nor does a document with a piece cut out or doubled.
    #[test]
    fn any_damage(start in 0_usize..900, length in 0_usize..60, twice: bool) {
        for document in [PACK, CALENDAR] {
            let start = start.min(document.len());
            let end = (start + length).min(document.len());
            if document.is_char_boundary(start) && document.is_char_boundary(end) {
                let piece = &document[start..end];
                let middle = if twice { piece.repeat(2) } else { String::new() };
                let damaged = format!("{}{middle}{}", &document[..start], &document[end..]);
                let _ = Pack::parse(&damaged);
                let _ = Calendars::parse([damaged.as_str()]);
            }
        }
    }
}

#[test]
fn one_reading_needs_certainty() {
    Pack::parse(&PACK.replacen("facts =", "one_reading = true\nfacts =", 1)).unwrap();
    let unsure = PACK.replacen("facts =", "one_reading = true\nfacts =", 1).replacen("\"high\"", "\"medium\"", 1);
    assert!(matches!(Pack::parse(&unsure), Err(PackError::At { line: 16, .. })));
}
