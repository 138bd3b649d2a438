//! Terms that end before their event: "at least three working days before it expires".
//!
//! The codes say little of them; courts mirror the rules for terms that run forwards (BGB §§ 187(1), 188 by analogy): the day of
//! the event is not counted. In the strict reading the day of the act is not counted either, so that n whole days lie between.

use jiff::{ToSpan, civil::Date};

use super::{CountError, Reading, Term, Unit, days};
use crate::calendar::{Calendar, Unconfirmed};

/// Counts back from an event.
pub(super) fn count(term: &Term, event: Date, calendar: Option<&Calendar>, unconfirmed: Unconfirmed) -> Result<Reading, CountError> {
    let n = term.n();
    if n == 0 {
        return Ok(Reading { last_day: event, deadline: event, strict: event });
    }
    let back = |span: jiff::Span| event.checked_sub(span).map_err(|_| CountError::BeyondDates);
    let last_day = match term.unit() {
        Unit::CalendarDays => back(i64::from(n).days())?,
        Unit::Weeks => back(i64::from(n).weeks())?,
        Unit::Months => back(i64::from(n).months())?,
        Unit::WorkingDays | Unit::WorkingDaysSixDayWeek => {
            let calendar = calendar.ok_or(CountError::CalendarNeeded)?;
            calendar.nth_working_day_back(days::shift(event, -1)?, n, days::week_of(term.unit()), unconfirmed)?
        }
        Unit::Hours => return Err(CountError::Event("hours are counted from an instant, not from a day".into())),
    };
    Ok(Reading { last_day, deadline: last_day, strict: days::shift(last_day, -1)? })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        calendar::Calendars,
        count::{CountFrom, Roll},
    };

    fn term(n: u32, unit: Unit) -> Term {
        Term::new(n, unit, CountFrom::DayBefore, Roll::None, 0).unwrap()
    }

    /// Until Tuesday 12 May 2026: Monday 11 is a day off in exchange, 9 and 10 a holiday and a Sunday; 8, 7 and 6 May are counted.
    #[test]
    fn working_days_before_an_end() {
        let calendars = Calendars::embedded();
        let russia = calendars.select("RU", None).unwrap();
        let got = count(&term(3, Unit::WorkingDays), date(2026, 5, 12), Some(russia), Unconfirmed::DaysOff).unwrap();
        assert_eq!((got.deadline, got.strict), (date(2026, 5, 6), date(2026, 5, 5)));
    }

    #[test]
    fn other_units_before_an_end() {
        let back = |n, unit, y, m, d| count(&term(n, unit), date(y, m, d), None, Unconfirmed::DaysOff).unwrap();
        assert_eq!(back(5, Unit::CalendarDays, 2026, 3, 3).deadline, date(2026, 2, 26));
        assert_eq!(back(2, Unit::Weeks, 2026, 3, 3).deadline, date(2026, 2, 17));
        assert_eq!(back(1, Unit::Months, 2026, 3, 31).deadline, date(2026, 2, 28), "a month that lacks the number");
        assert_eq!(back(1, Unit::Months, 2026, 3, 31).strict, date(2026, 2, 27));
        assert_eq!(back(0, Unit::Months, 2026, 3, 31).strict, date(2026, 3, 31));
    }
}
