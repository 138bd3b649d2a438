//! Why a deadline cannot be told.

use jiff::civil::Date;

use super::TermError;

/// Counting says so rather than guess.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// The count touches a day that the calendar does not cover.
    #[error("{needed} is outside the calendar {calendar} (version {version}), which covers {from} to {to}")]
    OutOfCalendar {
        /// Which calendar.
        calendar: String,
        /// Its version.
        version: String,
        /// The first day that would have been needed and is not there.
        needed: Date,
        /// First day covered.
        from: Date,
        /// Last day covered.
        to: Date,
    },
    /// The term counts or ends on working days, and no calendar was named.
    #[error("this term depends on working days: name a calendar")]
    CalendarNeeded,
    /// No such calendar.
    #[error("there is no calendar `{0}`")]
    UnknownCalendar(String),
    /// No such region in that calendar.
    #[error("the calendar {calendar} has no region `{region}`")]
    UnknownRegion {
        /// Which calendar.
        calendar: String,
        /// What was asked.
        region: String,
    },
    /// The result lies beyond the dates that can be represented.
    #[error("the result lies beyond the year 9999")]
    BeyondDates,
    /// The parts do not make a term.
    #[error(transparent)]
    Term(#[from] TermError),
    /// The event is not written as the unit asks.
    #[error("{0}")]
    Event(String),
    /// No such rule in that pack.
    #[error("there is no rule `{0}`")]
    UnknownRule(String),
}
