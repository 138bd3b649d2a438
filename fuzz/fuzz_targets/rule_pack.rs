//! A rule pack: parsed or refused with a reason; what parses counts without a panic.
#![no_main]

use doorstep_rules::{Calendars, Event, Pack, Trigger, diff_packs, duties, office_counts, print_duty};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Pack::parse(text) {
        Ok(pack) => {
            let (calendars, day) = (Calendars::embedded(), date(2026, 11, 20));
            for trigger in [Trigger::Arrival, Trigger::Move, Trigger::Renewal] {
                for duty in duties(&pack, &calendars, &Event { trigger, date: day }, None).unwrap_or_default() {
                    assert!(duty.strict <= duty.deadline);
                    drop(print_duty(&pack, &duty, "ru"));
                }
            }
            drop(office_counts(&pack, &calendars, day));
            assert!(diff_packs((&pack, &calendars), (&pack, &calendars), day, day).is_empty());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
