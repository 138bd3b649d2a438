//! A calendar: parsed or refused with a reason; what parses counts, explains and compares without a panic.
#![no_main]

use doorstep_rules::{
    Calendars, Unit,
    count::{CountFrom, Roll, Term, count, explain},
    diff_calendars,
};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let calendars = match Calendars::parse([text]) {
        Ok(calendars) => calendars,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    let embedded = Calendars::embedded();
    for calendar in calendars.iter() {
        for (unit, from, roll) in [
            (Unit::WorkingDays, CountFrom::NextDay, Roll::None),
            (Unit::WorkingDaysSixDayWeek, CountFrom::DayBefore, Roll::None),
            (Unit::Months, CountFrom::SameDay, Roll::NextWorkingDay),
        ] {
            let term = Term::new(7, unit, from, roll, 0).expect("a term");
            for event in [calendar.range().0, calendar.range().1, date(2026, 11, 20)] {
                if let Ok(reading) = count(&term, event, Some(calendar)) {
                    drop(explain(&term, event, &reading, Some(calendar)));
                }
            }
        }
        if let Ok(other) = embedded.select("RU", None) {
            drop(diff_calendars(other, calendar));
        }
    }
});
