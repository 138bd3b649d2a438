//! Hours: real ones, through days off and clock changes.

use jiff::{RoundMode, SignedDuration, Unit as TimeUnit, Zoned, ZonedRound};
use serde::Serialize;

use super::{CountError, CountFrom, Term, Unit};

/// What a term in hours comes to. Instants, shown in local time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HourReading {
    /// The instant at which the term ends.
    pub deadline: Zoned,
    /// The earliest reading: counted from the instant of the event itself.
    pub strict: Zoned,
}

/// Counts a term in hours from an instant in local time. Hours run through weekends and holidays (VwVfG § 31(6),
/// 1182/71 art. 3(3)) and are of sixty minutes also in the night in which the clocks change.
/// With `next_hour` the hour of the event is not counted (1182/71 art. 3(1)).
///
/// # Errors
/// When the unit is not hours, or the result lies beyond the dates that can be represented.
pub fn count_hours(term: &Term, event: &Zoned) -> Result<HourReading, CountError> {
    if term.unit() != Unit::Hours {
        return Err(CountError::Event("only hours are counted from an instant".into()));
    }
    let length = SignedDuration::from_hours(i64::from(term.n()));
    let after = |start: &Zoned| start.checked_add(length).map_err(|_| CountError::BeyondDates);
    let strict = after(event)?;
    let deadline = match term.count_from() {
        CountFrom::NextHour => after(&next_full_hour(event)?)?,
        _ => strict.clone(),
    };
    Ok(HourReading { deadline, strict })
}

fn next_full_hour(event: &Zoned) -> Result<Zoned, CountError> {
    event.round(ZonedRound::new().smallest(TimeUnit::Hour).mode(RoundMode::Ceil)).map_err(|_| CountError::BeyondDates)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZoneDatabase;

    use super::*;
    use crate::count::Roll;

    fn rome(y: i16, m: i8, d: i8, h: i8, min: i8) -> Zoned {
        let zone = TimeZoneDatabase::bundled().get("Europe/Rome").unwrap();
        jiff::civil::date(y, m, d).at(h, min, 0, 0).to_zoned(zone).unwrap()
    }

    fn hours(n: u32, from: CountFrom) -> Term {
        Term::new(n, Unit::Hours, from, Roll::None, 0).unwrap()
    }

    #[test]
    fn run_through_clock_changes() {
        let two_days = hours(48, CountFrom::Instant);
        let autumn = count_hours(&two_days, &rome(2026, 10, 24, 18, 30)).unwrap();
        assert_eq!(autumn.deadline, rome(2026, 10, 26, 17, 30));
        let spring = count_hours(&two_days, &rome(2026, 3, 28, 18, 30)).unwrap();
        assert_eq!(spring.deadline, rome(2026, 3, 30, 19, 30));
    }

    #[test]
    fn may_start_at_the_next_full_hour() {
        let eu = count_hours(&hours(48, CountFrom::NextHour), &rome(2026, 7, 20, 18, 30)).unwrap();
        assert_eq!(eu.deadline, rome(2026, 7, 22, 19, 0));
        assert_eq!(eu.strict, rome(2026, 7, 22, 18, 30));
    }
}
