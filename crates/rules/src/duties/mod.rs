//! Which duties an event starts for a person, and by when.

mod citizenship;
mod duty;
mod office;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use citizenship::{Citizenship, NotACitizenship};
pub use duty::{Alternative, Duty};
pub use office::{OfficeCount, OfficeCounts, case_count, case_last_day, office_counts};

use crate::{
    calendar::{Calendar, Calendars},
    count::CountError,
    pack::{Pack, Rule, Trigger},
};

/// What happened, on which local day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What.
    pub trigger: Trigger,
    /// When.
    pub date: Date,
}

/// The duties that an event starts, soonest first. Rules for which the law names no counted term are not among them
/// ([`Pack::rules`] has them).
///
/// A treaty or statute can only give a person more time: where the general rule is more generous on these dates (a
/// treaty of 15 days over the New Year holidays), the general rule holds, and the treaty is told as an alternative.
///
/// # Errors
/// When a calendar is missing or does not cover the count.
pub fn duties(pack: &Pack, calendars: &Calendars, event: &Event, citizenship: Option<&Citizenship>) -> Result<Vec<Duty>, CountError> {
    let calendar = calendars.select(pack.calendar(), pack.region())?;
    let started = |rule: &&Rule| rule.starts_on(event.trigger, event.date);
    let is = |codes: &[String]| citizenship.is_some_and(|c| c.is_one_of(codes));
    let mut found = Vec::new();
    for general in pack.rules().filter(|r| r.overrides().is_none()).filter(started) {
        if is(&general.exempt_citizens) {
            continue;
        }
        let relaxed = pack.rules().filter(started).filter(|r| r.overrides() == Some(general.id()) && is(&r.citizens));
        if let Some(duty) = most_generous(pack, calendar, event, general, relaxed)? {
            found.push(duty);
        }
    }
    found.sort_by(|a, b| (a.strict, a.deadline, &a.rule).cmp(&(b.strict, b.deadline, &b.rule)));
    Ok(found)
}

fn most_generous<'a>(
    pack: &Pack,
    calendar: &Calendar,
    event: &Event,
    general: &'a Rule,
    relaxed: impl Iterator<Item = &'a Rule>,
) -> Result<Option<Duty>, CountError> {
    let Some(mut best) = Duty::of(pack, calendar, event, general)? else { return Ok(None) };
    for rule in relaxed {
        if let Some(other) = Duty::of(pack, calendar, event, rule)? {
            best = best.or(other);
        }
    }
    Ok(Some(best))
}
