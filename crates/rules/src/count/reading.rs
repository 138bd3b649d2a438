//! One count, with its readings.

use jiff::civil::Date;
use serde::Serialize;

use super::{CountError, CountFrom, Term, Unit, backwards, days, months, roll};
use crate::calendar::{Calendar, Unconfirmed};

/// What a term that started at an event comes to, in days; each ends at 24:00 local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Reading {
    /// The last day before anything rolls.
    pub last_day: Date,
    /// The last day on which the person is in time: after rolling and minimum, where the law has them.
    pub deadline: Date,
    /// The earliest reading: the day of the event counts and nothing rolls; in a term that runs backwards, the day of the act does
    /// not count. Never after `last_day`.
    pub strict: Date,
}

/// Counts a term in days, weeks or months.
///
/// # Errors
/// When the calendar is missing or does not cover the count, or the unit is hours (see [`super::count_hours`]).
pub fn count(term: &Term, event: Date, calendar: Option<&Calendar>) -> Result<Reading, CountError> {
    count_with(term, event, calendar, Unconfirmed::DaysOff)
}

/// The same with every "to be confirmed" day off read as a working day: what holds if none is confirmed.
///
/// # Errors
/// As [`count`].
pub fn count_if_unconfirmed_work(term: &Term, event: Date, calendar: Option<&Calendar>) -> Result<Reading, CountError> {
    count_with(term, event, calendar, Unconfirmed::WorkingDays)
}

fn count_with(term: &Term, event: Date, calendar: Option<&Calendar>, unconfirmed: Unconfirmed) -> Result<Reading, CountError> {
    if term.runs_backwards() {
        return backwards::count(term, event, calendar, unconfirmed);
    }
    let last_day = last_day(term, event, term.count_from(), calendar, unconfirmed)?;
    let strict = match term.unit() {
        Unit::Months => months::earliest_months(event, term.n())?,
        _ => self::last_day(term, event, CountFrom::SameDay, calendar, unconfirmed)?,
    };
    let deadline = roll::deadline(term, event, last_day, calendar, unconfirmed)?;
    Ok(Reading { last_day, deadline, strict: strict.min(last_day) })
}

fn last_day(term: &Term, event: Date, from: CountFrom, calendar: Option<&Calendar>, unconfirmed: Unconfirmed) -> Result<Date, CountError> {
    let n = term.n();
    match term.unit() {
        Unit::CalendarDays => days::calendar_days(event, n, from),
        Unit::Weeks => months::weeks(event, n, from),
        Unit::Months => months::months(event, n, from),
        Unit::WorkingDays | Unit::WorkingDaysSixDayWeek => {
            let calendar = calendar.ok_or(CountError::CalendarNeeded)?;
            days::working_days(event, n, from, calendar, days::week_of(term.unit()), unconfirmed)
        }
        Unit::Hours => Err(CountError::Event("hours are counted from an instant, not from a day".into())),
    }
}
