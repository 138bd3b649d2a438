//! Weeks and months.

use jiff::{ToSpan, civil::Date};

use super::{CountError, CountFrom, days::shift};

/// The last day of `n` weeks: the weekday of the event (BGB 188(2), 1182/71 3(2)(c)), or the day before it
/// where the day of the event counts (BGB 187(2), 188(2)).
pub(super) fn weeks(event: Date, n: u32, from: CountFrom) -> Result<Date, CountError> {
    let counted_today = i64::from(n > 0 && from == CountFrom::SameDay);
    shift(event, i64::from(n) * 7 - counted_today)
}

/// The last day of `n` months. With `next_day`: the day with the event's number, else the last of the month
/// (GK RF 192(3), BGB 188(2)–(3), 1182/71 3(2)(c)). With `same_day`: the day before that number, else the last
/// of the month (BGB 187(2), 188(2)–(3)).
pub(super) fn months(event: Date, n: u32, from: CountFrom) -> Result<Date, CountError> {
    let same_number = event.checked_add(i64::from(n).months()).map_err(|_| CountError::BeyondDates)?;
    if n == 0 || from != CountFrom::SameDay {
        return Ok(same_number);
    }
    if event.day() == 1 {
        return shift(same_number, -1);
    }
    let number = (event.day() - 1).min(same_number.days_in_month());
    Date::new(same_number.year(), same_number.month(), number).map_err(|_| CountError::BeyondDates)
}

/// The earliest date that anybody reads out of `n` months: the day before the `next_day` reading. At the end of
/// a month it lies a day before the reading of BGB 188(3).
pub(super) fn earliest_months(event: Date, n: u32) -> Result<Date, CountError> {
    let last = months(event, n, CountFrom::NextDay)?;
    if n == 0 { Ok(last) } else { shift(last, -1) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn month_ends() {
        let next = |y, m, d, n| months(date(y, m, d), n, CountFrom::NextDay).unwrap();
        let same = |y, m, d, n| months(date(y, m, d), n, CountFrom::SameDay).unwrap();
        assert_eq!(next(2026, 1, 31, 1), date(2026, 2, 28));
        assert_eq!(next(2027, 11, 30, 3), date(2028, 2, 29));
        assert_eq!(next(2026, 2, 28, 1), date(2026, 3, 28));
        assert_eq!(same(2026, 3, 1, 1), date(2026, 3, 31));
        assert_eq!(same(2026, 3, 15, 1), date(2026, 4, 14));
        assert_eq!(same(2026, 1, 31, 1), date(2026, 2, 28));
        assert_eq!(same(2026, 3, 31, 1), date(2026, 4, 30));
    }

    #[test]
    fn the_earliest_reading_is_a_day_before() {
        assert_eq!(earliest_months(date(2026, 1, 30), 1).unwrap(), date(2026, 2, 27));
        assert_eq!(earliest_months(date(2028, 1, 31), 1).unwrap(), date(2028, 2, 28));
        assert_eq!(earliest_months(date(2028, 1, 31), 0).unwrap(), date(2028, 1, 31));
    }

    #[test]
    fn says_when_dates_end() {
        assert_eq!(months(Date::MAX, 1, CountFrom::NextDay), Err(CountError::BeyondDates));
        assert_eq!(weeks(Date::MAX, 1, CountFrom::NextDay), Err(CountError::BeyondDates));
    }
}
