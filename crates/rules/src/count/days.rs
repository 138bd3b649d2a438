//! Calendar days and working days.

use jiff::{ToSpan, civil::Date};

use super::{CountError, CountFrom, Unit};
use crate::calendar::{Calendar, Unconfirmed, Week};

/// `date` moved by `days`, which may be negative.
pub(super) fn shift(date: Date, days: i64) -> Result<Date, CountError> {
    date.checked_add(days.days()).map_err(|_| CountError::BeyondDates)
}

/// The last of `n` calendar days. With `next_day` that is the event + n (GK RF 191, BGB 187(1), 1182/71 3(1));
/// with `same_day` one day earlier (BGB 187(2)). No days at all end on the event.
pub(super) fn calendar_days(event: Date, n: u32, from: CountFrom) -> Result<Date, CountError> {
    let counted_today = i64::from(n > 0 && from == CountFrom::SameDay);
    shift(event, i64::from(n) - counted_today)
}

/// The week that a unit of working days counts in.
pub(super) const fn week_of(unit: Unit) -> Week {
    match unit {
        Unit::WorkingDaysSixDayWeek => Week::Six,
        _ => Week::Five,
    }
}

/// The `n`-th working day from the day after the event, or from the event itself where it is one.
pub(super) fn working_days(
    event: Date,
    n: u32,
    from: CountFrom,
    calendar: &Calendar,
    week: Week,
    unconfirmed: Unconfirmed,
) -> Result<Date, CountError> {
    if n == 0 {
        return Ok(event);
    }
    let first = match from {
        CountFrom::SameDay => event,
        _ => shift(event, 1)?,
    };
    calendar.nth_working_day(first, n, week, unconfirmed)
}
