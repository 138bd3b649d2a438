//! A rule pack: parsed or refused with a reason; what parses counts without a panic.
#![no_main]

use doorstep_rules::{Calendars, Event, Pack, Trigger, duties};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Pack::parse(text) {
        Ok(pack) => {
            for trigger in [Trigger::Arrival, Trigger::Move, Trigger::Renewal] {
                drop(duties(&pack, &Calendars::embedded(), &Event { trigger, date: date(2026, 11, 20) }, None));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
