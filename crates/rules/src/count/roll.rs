//! What happens at the end of a term.

use jiff::civil::Date;

use super::{CountError, CountFrom, Roll, Term, days::shift};
use crate::calendar::{Calendar, Unconfirmed, Week};

/// The deadline that follows from the last counted day: moved to the next working day where the law says so
/// (GK RF 193, BGB 193, 1182/71 3(4)), then on until the term holds its minimum of working days (1182/71 3(5)).
pub(super) fn deadline(
    term: &Term,
    event: Date,
    last_day: Date,
    calendar: Option<&Calendar>,
    unconfirmed: Unconfirmed,
) -> Result<Date, CountError> {
    if term.unit().is_working() || !term.needs_calendar() {
        return Ok(last_day);
    }
    let calendar = calendar.ok_or(CountError::CalendarNeeded)?;
    let rolled = match term.roll() {
        Roll::None => last_day,
        Roll::NextWorkingDay => calendar.nth_working_day(last_day, 1, Week::Five, unconfirmed)?,
    };
    if !term.minimum_applies() {
        return Ok(rolled);
    }
    let first = match term.count_from() {
        CountFrom::SameDay => event,
        _ => shift(event, 1)?,
    };
    let enough = calendar.nth_working_day(first, term.min_working_days(), Week::Five, unconfirmed)?;
    Ok(rolled.max(enough))
}
