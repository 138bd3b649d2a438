//! Deadlines per second on one core: `cargo bench -p doorstep-rules`.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use doorstep_rules::{
    Calendars, Event, Trigger, Unit,
    count::{CountFrom, Roll, Term, count},
    duties, embedded_packs,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};

fn main() {
    let calendars = Calendars::embedded();
    let russia = calendars.select("RU", None).expect("embedded");
    let bavaria = calendars.select("DE", Some("DE-BY")).expect("embedded");
    let events: Vec<Date> = (0..1_000).map(|d| date(2024, 6, 1).saturating_add(d.days())).collect();
    let term = |n, unit, roll| Term::new(n, unit, CountFrom::NextDay, roll, 0).expect("a term");

    let seven = term(7, Unit::WorkingDays, Roll::None);
    measure("7 working days, RU", &events, |event| {
        black_box(count(&seven, event, Some(russia)).expect("covered"));
    });
    let weeks = term(2, Unit::Weeks, Roll::NextWorkingDay);
    measure("2 weeks rolled, DE-BY", &events, |event| {
        black_box(count(&weeks, event, Some(bavaria)).expect("covered"));
    });
    let ninety = term(90, Unit::CalendarDays, Roll::NextWorkingDay);
    measure("90 days rolled, RU", &events, |event| {
        black_box(count(&ninety, event, Some(russia)).expect("covered"));
    });
    let packs = embedded_packs();
    let moscow = packs.iter().find(|p| p.id() == "ru-mow").expect("embedded");
    measure("all duties of an arrival, with words, sources and days", &events, |date| {
        let event = Event { trigger: Trigger::Arrival, date };
        black_box(duties(moscow, &calendars, &event, None).expect("covered"));
    });
}

#[expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
fn measure(what: &str, events: &[Date], mut work: impl FnMut(Date)) {
    let start = Instant::now();
    let mut done = 0_u32;
    while start.elapsed() < Duration::from_secs(1) {
        for event in events {
            work(*event);
            done += 1;
        }
    }
    let per_second = f64::from(done) / start.elapsed().as_secs_f64();
    println!("{per_second:>14.0} a second  {what}");
}
