//! The clocks of a case. Terms come from the rule pack; below the floors here no pack can go.

use super::refusal::Refusal;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A letter that was posted on the last day is in time; so long is waited for it before a decision may be put in effect, in days.
pub const LETTER_DAYS: i64 = 7;

/// A term that a case knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// From sending a notice to the day before which it does not count as delivered.
    Delivery,
    /// From delivery to the end of the time for an answer.
    Answer,
    /// From the invitation to the first day on which a hearing can be held.
    Hearing,
    /// From opening to the day by which the office should have decided. Its passing changes nothing.
    Decide,
    /// From the draft to the day by which the second officer should have read it. Its passing changes nothing.
    Confirm,
    /// From delivery of a decision to the end of the time for an appeal.
    Appeal,
    /// From delivery of the appeal body's decision to the end of the time to go to court.
    Court,
}

impl Clock {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Delivery, Self::Answer, Self::Hearing, Self::Decide, Self::Confirm, Self::Appeal, Self::Court];

    /// The least number of calendar days that the term holds, whatever a rule pack says.
    pub const fn floor(self) -> i64 {
        match self {
            Self::Answer | Self::Appeal | Self::Court => 14,
            Self::Hearing => 5,
            Self::Delivery => 1,
            Self::Decide | Self::Confirm => 0,
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Delivery => "delivery",
            Self::Answer => "an answer",
            Self::Hearing => "a hearing",
            Self::Decide => "a decision",
            Self::Confirm => "the second officer",
            Self::Appeal => "an appeal",
            Self::Court => "going to court",
        })
    }
}

/// Counts terms. Whoever runs cases implements it with the rule pack in force (`doorstep_rules::case_last_day`).
pub trait Counts {
    /// The last day of a term that starts with the event on `from`, in the later reading. `None` where the calendar does not reach.
    fn last_day(&self, clock: Clock, from: Date) -> Option<Date>;
}

/// The clocks of one case: how terms are counted, and where days end.
#[derive(Clone, Copy)]
pub struct Clocks<'a> {
    /// The terms.
    pub counts: &'a dyn Counts,
    /// The time zone of the office.
    pub office: &'a TimeZone,
    /// The time zone in which the person lives, where it is known to be another one.
    pub person: Option<&'a TimeZone>,
}

/// The end of a term.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Until {
    /// The last day on which something is in time.
    pub last_day: Date,
    /// The moment at which that day has ended in the office's time zone and in the person's: the later of both.
    pub ends: Timestamp,
}

impl Until {
    /// Whether the term has ended.
    pub fn over(&self, now: Timestamp) -> bool {
        now >= self.ends
    }

    /// Whether the term has ended, and letters posted on its last day have had the time to arrive.
    pub fn over_with_letters(&self, now: Timestamp) -> bool {
        self.ends.checked_add(SignedDuration::from_hours(24 * LETTER_DAYS)).is_ok_and(|wait| now >= wait)
    }

    /// Whether something that arrives now is in time: by the clock, or by the day on which it was posted.
    pub fn in_time(&self, now: Timestamp, posted_on: Option<Date>) -> bool {
        !self.over(now) || posted_on.is_some_and(|day| day <= self.last_day)
    }
}

impl Clocks<'_> {
    /// The day at the office.
    pub fn today(&self, now: Timestamp) -> Date {
        now.to_zoned(self.office.clone()).date()
    }

    /// The end of a term that starts with the event on `from`; never less than the floor.
    pub fn until(&self, clock: Clock, from: Date) -> Result<Until, Refusal> {
        let refused = Refusal::Term(clock);
        let floor = floor_day(clock, from).ok_or(refused)?;
        let last_day = self.counts.last_day(clock, from).ok_or(refused)?.max(floor);
        let end_of_day = |zone: &TimeZone| {
            let next = last_day.checked_add(1.day()).ok()?;
            next.to_zoned(zone.clone()).ok().map(|z| z.timestamp())
        };
        let office = end_of_day(self.office).ok_or(refused)?;
        let person = self.person.and_then(end_of_day).unwrap_or(office);
        Ok(Until { last_day, ends: office.max(person) })
    }
}

fn floor_day(clock: Clock, from: Date) -> Option<Date> {
    from.checked_add(clock.floor().days()).ok()
}

/// Whether the end of a term that stands in an act can be: not below the floor, and not before its day has ended anywhere.
pub(super) fn plausible(clock: Clock, from: Date, until: &Until) -> bool {
    let floor = floor_day(clock, from).is_some_and(|floor| until.last_day >= floor);
    // The first place on earth where a day ends is fourteen hours ahead of UTC.
    let day_end = until.last_day.checked_add(1.day()).ok().and_then(|next| next.to_zoned(TimeZone::UTC).ok());
    let earliest = day_end.and_then(|z| z.timestamp().checked_sub(SignedDuration::from_hours(14)).ok());
    floor && earliest.is_some_and(|earliest| until.ends >= earliest)
}
