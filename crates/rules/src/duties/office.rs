//! What the office owes after a declaration.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    calendar::Calendars,
    count::{CountError, count},
    pack::Pack,
};

/// The office's own deadlines for one declaration; `None` where the pack names none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OfficeDates {
    /// The last day on which the office enters it.
    pub entered_by: Option<Date>,
    /// The last day of checks; the day after, silence has confirmed it.
    pub confirmed_after: Option<Date>,
}

/// Counts the office's terms from the day of the declaration, in favour of the person where the law has two readings:
/// the later reading is not used against them, because nothing here is theirs to do.
///
/// # Errors
/// When a calendar is missing or does not cover the count.
pub fn office_dates(pack: &Pack, calendars: &Calendars, declared: Date) -> Result<OfficeDates, CountError> {
    let calendar = calendars.select(pack.calendar(), pack.region())?;
    let date =
        |term: Option<&crate::pack::OfficeTerm>| term.map(|t| count(t.term(), declared, Some(calendar)).map(|r| r.deadline)).transpose();
    Ok(OfficeDates { entered_by: date(pack.entered_within())?, confirmed_after: date(pack.silence_confirms())? })
}
