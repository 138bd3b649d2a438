//! Counts worked out by hand from the law, each with the article that decides it.

use doorstep_rules::{Calendars, CountRequest, answer};
use serde_json::json;

/// `[last_day, deadline, strict]`.
fn counted(request: serde_json::Value) -> [String; 3] {
    let request: CountRequest = serde_json::from_value(request).unwrap();
    let got = answer(&request, &Calendars::embedded()).unwrap();
    [got.last_day, got.deadline, got.strict]
}

fn refused(request: serde_json::Value) -> String {
    let request: CountRequest = serde_json::from_value(request).unwrap();
    answer(&request, &Calendars::embedded()).unwrap_err().to_string()
}

/// GK RF 191: the day after the event is the first. Thursday 29 October 2026 + 3 working days: 30 October, 2 and
/// 3 November; 4 November is a holiday.
#[test]
fn a_russian_term_starts_on_the_next_day() {
    let got = counted(json!({"event": "2026-10-29", "n": 3, "unit": "working_days", "calendar": "RU"}));
    assert_eq!(got, ["2026-11-03", "2026-11-03", "2026-11-02"]);
}

/// The decree of 2025: Saturday 1 November works, Monday 3 is off.
#[test]
fn a_working_saturday_counts() {
    let got = counted(json!({"event": "2025-10-31", "n": 1, "unit": "working_days", "calendar": "RU"}));
    assert_eq!(got, ["2025-11-01", "2025-11-01", "2025-10-31"]);
}

/// GK RF 193: 15 days from 7 February 2026 end on Sunday 22; Monday 23 is a holiday.
#[test]
fn a_russian_term_that_ends_on_a_day_off_moves() {
    let got = counted(json!({
        "event": "2026-02-07", "n": 15, "unit": "calendar_days", "calendar": "RU", "roll": "next_working_day"
    }));
    assert_eq!(got, ["2026-02-22", "2026-02-24", "2026-02-21"]);
}

/// GK RF 192(3): a month that lacks the number ends on its last day.
#[test]
fn a_month_ends_on_its_last_day() {
    let got = counted(json!({"event": "2027-01-31", "n": 1, "unit": "months"}));
    assert_eq!(got, ["2027-02-28", "2027-02-28", "2027-02-27"]);
    let leap = counted(json!({"event": "2027-08-31", "n": 6, "unit": "months"}));
    assert_eq!(leap, ["2028-02-29", "2028-02-29", "2028-02-28"]);
}

/// BGB 187(1), 188(2), 193: two weeks from Thursday 28 May 2026 end on 11 June; Corpus Christi is a week before.
#[test]
fn german_weeks_end_on_the_same_weekday() {
    let week = |region: &str| {
        counted(json!({
            "event": "2026-05-21", "n": 2, "unit": "weeks", "calendar": "DE", "region": region, "roll": "next_working_day"
        }))
    };
    assert_eq!(week("DE-BE"), ["2026-06-04", "2026-06-04", "2026-06-03"]);
    assert_eq!(week("DE-BY"), ["2026-06-04", "2026-06-05", "2026-06-03"], "Corpus Christi");
}

/// BGB 187(2), 188(2): where the first day counts, a month ends on the day before its number.
#[test]
fn a_german_month_from_the_first_day() {
    let got = counted(json!({"event": "2026-09-01", "n": 1, "unit": "months", "count_from": "same_day"}));
    assert_eq!(got, ["2026-09-30", "2026-09-30", "2026-09-30"]);
}

/// 1182/71 art. 3(4) and 3(5) in Belgium: two days from Wednesday 23 December 2026 hold the 24th and the holiday; the
/// term moves to Monday 28 and then holds two working days, 24 and 28.
#[test]
fn a_union_term_holds_two_working_days() {
    let two = |event: &str| {
        counted(json!({
            "event": event, "n": 2, "unit": "calendar_days", "calendar": "BE",
            "roll": "next_working_day", "min_working_days": 2
        }))
    };
    assert_eq!(two("2026-12-23"), ["2026-12-25", "2026-12-28", "2026-12-24"]);
    assert_eq!(two("2026-12-24"), ["2026-12-26", "2026-12-29", "2026-12-25"]);
}

/// 1182/71 art. 3(5) speaks of "two days or more": one day is not lengthened.
#[test]
fn a_union_term_of_one_day_does_not() {
    let got = counted(json!({
        "event": "2026-12-24", "n": 1, "unit": "calendar_days", "calendar": "BE",
        "roll": "next_working_day", "min_working_days": 2
    }));
    assert_eq!(got, ["2026-12-25", "2026-12-28", "2026-12-24"]);
}

/// VwVfG 31(6): hours run through the weekend; the night of the clock change has 25 hours.
#[test]
fn hours_run_through_a_clock_change() {
    let got = counted(json!({"event": "2026-10-24T18:30:00+02:00", "n": 48, "unit": "hours", "calendar": "IT"}));
    assert_eq!(got, ["2026-10-26T17:30:00+01:00"; 3].map(str::to_owned));
    let spring = counted(json!({"event": "2027-03-27T12:00:00+01:00", "n": 24, "unit": "hours", "calendar": "DE"}));
    assert_eq!(spring[1], "2027-03-28T13:00:00+02:00");
}

/// Without a calendar the offset stays as written.
#[test]
fn hours_without_a_calendar() {
    let got = counted(json!({"event": "2026-10-24T18:30:00+02:00", "n": 48, "unit": "hours"}));
    assert_eq!(got[1], "2026-10-26T18:30:00+02:00");
}

/// Uzbek law counts Saturdays: Friday 4 September 2026 + 3 = 5, 7, 8.
#[test]
fn a_week_of_six_days() {
    let got = counted(json!({"event": "2026-09-04", "n": 3, "unit": "working_days_six_day_week", "calendar": "UZ"}));
    assert_eq!(got, ["2026-09-08", "2026-09-08", "2026-09-07"]);
}

/// "The fourth day counting from the day of arrival": over a holiday, without roll.
#[test]
fn the_day_of_arrival_counts_in_poland() {
    let got = counted(json!({"event": "2026-05-01", "n": 4, "unit": "calendar_days", "count_from": "same_day"}));
    assert_eq!(got, ["2026-05-04", "2026-05-04", "2026-05-04"]);
}

/// The strict reading never leaves the term, also where the event is a day off.
#[test]
fn strict_equals_deadline_after_a_day_off() {
    let got = counted(json!({"event": "2026-01-05", "n": 7, "unit": "working_days", "calendar": "RU"}));
    assert_eq!(got, ["2026-01-20", "2026-01-20", "2026-01-20"]);
}

/// A term of no days ends with its event.
#[test]
fn no_days() {
    let got = counted(json!({"event": "2026-01-05", "n": 0, "unit": "working_days", "calendar": "RU"}));
    assert_eq!(got, ["2026-01-05"; 3].map(str::to_owned));
}

/// The end of a calendar is an error that says so, never a guess.
#[test]
fn outside_the_calendar() {
    let late = refused(json!({"event": "2027-12-28", "n": 7, "unit": "working_days", "calendar": "RU"}));
    assert_eq!(late, "2028-01-01 is outside the calendar RU (version 2026-09), which covers 2013-01-01 to 2027-12-31");
    let early = refused(json!({"event": "2012-12-28", "n": 7, "unit": "working_days", "calendar": "RU"}));
    assert!(early.starts_with("2012-12-29 is outside the calendar RU"), "{early}");
    let roll = json!({"event": "2027-12-30", "n": 3, "unit": "calendar_days", "calendar": "RU", "roll": "next_working_day"});
    assert!(refused(roll).starts_with("2028-01-02 is outside"));
}

/// Days that do not depend on the calendar may leave it.
#[test]
fn calendar_days_do_not_need_a_calendar() {
    let got = counted(json!({"event": "2027-12-30", "n": 3, "unit": "calendar_days", "calendar": "RU"}));
    assert_eq!(got[1], "2028-01-02");
}

#[test]
fn refusals_say_what_is_wrong() {
    let base = |key: &str, value: serde_json::Value| {
        let mut r = json!({"event": "2026-01-05", "n": 7, "unit": "working_days", "calendar": "RU"});
        r[key] = value;
        r
    };
    assert_eq!(refused(base("calendar", json!("XX"))), "there is no calendar `XX`");
    assert_eq!(refused(base("region", json!("RU-MOW"))), "the calendar RU has no region `RU-MOW`");
    assert_eq!(refused(base("calendar", json!(null))), "this term depends on working days: name a calendar");
    assert_eq!(refused(base("event", json!("5.1.2026"))), "the event is not a date in the form YYYY-MM-DD");
    assert_eq!(refused(base("event", json!("2026-02-30"))), "the event is not a date in the form YYYY-MM-DD");
    assert_eq!(refused(base("n", json!(4_000_000))), "a term of 4000000 is too long: at most 10000");
    assert_eq!(refused(base("unit", json!("hours"))), "hours need an event with time and offset: 2026-10-24T18:30:00+02:00");
}

#[test]
fn a_batch_answers_each_line() {
    let calendars = Calendars::embedded();
    let line = |text: &str| doorstep_rules::answer_line(text, &calendars);
    assert_eq!(
        line(r#"{"id":"a","event":"2025-12-26","n":7,"unit":"working_days","count_from":"next_day","calendar":"RU"}"#),
        r#"{"id":"a","last_day":"2026-01-16","deadline":"2026-01-16","strict":"2026-01-15","calendar":"RU","calendar_version":"2026-09"}"#
    );
    assert!(line(r#"{"event":"2025-12-26","n":7,"unit":"working_days","calender":"RU"}"#).contains("unknown field `calender`"));
    assert!(line("[[[[").starts_with(r#"{"error":"#));
    assert!(line(&"[".repeat(100_000)).contains("at most"));
}

/// The count shows each day between, and why.
#[test]
fn the_count_day_by_day() {
    let request: CountRequest = serde_json::from_value(json!({
        "event": "2025-10-30", "n": 3, "unit": "working_days", "calendar": "RU", "explain": true
    }))
    .unwrap();
    let days = answer(&request, &Calendars::embedded()).unwrap().days.unwrap();
    let told: Vec<String> = days
        .iter()
        .map(|d| {
            let why = match &d.why {
                doorstep_rules::Why::Holiday(name) => name.get("ru").to_owned(),
                other => format!("{other:?}"),
            };
            format!("{} {} {why}", d.date, d.number.map_or("-".into(), |n| n.to_string()))
        })
        .collect();
    assert_eq!(
        told,
        [
            "2025-10-30 - Event",
            "2025-10-31 1 FirstDay",
            "2025-11-01 2 WorkingSaturday(Some(2025-11-03))",
            "2025-11-02 - Weekend",
            "2025-11-03 - Transferred(Some(2025-11-01))",
            "2025-11-04 - День народного единства",
            "2025-11-05 3 Counted",
        ]
    );
}
