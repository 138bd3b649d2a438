//! The project's public deadline vectors, where they are at hand.

use std::{fs, path::Path};

use doorstep_rules::{Calendars, CountRequest, answer};
use serde_json::{Value, json};

/// Calendar and region of a vector; the rule names the country.
fn calendar(vector: &Value) -> (String, Option<String>) {
    let rule = vector["rule"].as_str().unwrap();
    match vector["jurisdiction"].as_str() {
        Some(region) if region.contains('-') => (region[..2].to_owned(), Some(region.to_owned())),
        Some(country) => (country.to_owned(), None),
        None => (rule[..2].to_uppercase(), None),
    }
}

fn request(vector: &Value) -> CountRequest {
    let (calendar, region) = calendar(vector);
    let rule = vector["rule"].as_str().unwrap();
    let eu = rule.starts_with("eu.");
    let rolls = eu || vector.get("deadline_rolled_to_working_day").is_some();
    let count_from = vector["count_from"].as_str().and_then(|c| c.split(' ').next()).unwrap_or("next_day");
    serde_json::from_value(json!({
        "event": vector["event"],
        "n": vector["n"],
        "unit": vector["unit"],
        "count_from": count_from,
        "calendar": calendar,
        "region": region,
        "roll": if rolls { "next_working_day" } else { "none" },
        "min_working_days": if eu { 2 } else { 0 },
    }))
    .unwrap()
}

#[test]
fn all_public_vectors() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/deadline-vectors/vectors.json");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("SKIPPED: the public deadline vectors are not at {}", path.display());
        return;
    };
    let document: Value = serde_json::from_str(&text).unwrap();
    let vectors = document.as_object().unwrap().values().find_map(Value::as_array).unwrap();
    let calendars = Calendars::embedded();
    for vector in vectors {
        let got = answer(&request(vector), &calendars).unwrap();
        let check = |key: &str, got: &str| {
            if let Some(expected) = vector.get(key).and_then(Value::as_str) {
                assert_eq!(got, expected, "{key} of {vector}");
            }
        };
        check("deadline", &got.deadline);
        check("deadline_rolled_to_working_day", &got.deadline);
        check("last_day_without_roll", &got.last_day);
        check("strict_reading_if_event_day_counts", &got.strict);
        check("safe_reminder_target", &got.strict);
        check("same_number_reading", &got.deadline);
        check("minus_one_day_reading", &got.strict);
    }
    assert_eq!(vectors.len(), 100);
}
