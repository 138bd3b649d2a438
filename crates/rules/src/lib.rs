//! Law as data: duties, day counting, calendars and rule packs.
//!
//! Pure: no I/O, no clock, no async, and no country. A [`Pack`] says which event starts which duty and how its term is
//! counted; [`Calendars`] say which days work; [`duties`] puts both together for one person and one event, and each
//! [`Duty`] says of every day why it counted or not.
//!
//! ```
//! use doorstep_rules::{Calendars, Citizenship, Event, Trigger, duties, embedded_packs};
//! use jiff::civil::date;
//!
//! let packs = embedded_packs();
//! let moscow = packs.iter().find(|p| p.id() == "ru-mow").unwrap();
//! let arrived = Event { trigger: Trigger::Arrival, date: date(2025, 12, 26) };
//! let due = duties(moscow, &Calendars::embedded(), &arrived, None).unwrap();
//! assert_eq!(due[0].deadline, date(2026, 1, 16));
//! assert_eq!(due[0].strict, date(2026, 1, 15));
//! ```
//!
//! Time and the outside world come in by the door: dates are arguments. Packs and calendars are documents in
//! `rulepacks/`, which says how they are written.

mod calendar;
mod code;
pub mod count;
mod diff;
mod duties;
mod embedded;
mod pack;
mod place;
mod print;
mod promise;
mod request;
#[cfg(test)]
mod schema;
mod source;
mod text;

pub use calendar::{Calendar, CalendarError, Calendars, Day, DayKind, Unconfirmed, Week};
pub use count::{CountError, DayNote, Reading, Term, Unit, Why};
pub use diff::{DayChange, RuleChange, diff_calendars, diff_packs};
pub use duties::{
    Alternative, Citizenship, Duty, Event, NotACitizenship, OfficeCount, OfficeCounts, case_count, case_last_day, duties, office_counts,
};
pub use embedded::embedded_packs;
pub use pack::{
    About, Basis, CaseClock, CaseTerm, CaseTerms, CutOff, Exemption, Fact, Fee, GENERIC_CASE_TERM, NOT_REVIEWED, OfficeTerm, Pack,
    PackError, Retention, Rule, Statement, Trigger, Who,
};
pub use print::{print_duty, print_rule};
pub use promise::{Kept, Promise};
pub use request::{CountAnswer, CountRequest, answer, answer_line};
pub use source::{Confidence, Source};
pub use text::Text;
