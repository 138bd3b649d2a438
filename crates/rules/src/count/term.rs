//! A term as a law states it: how many, of what, from when, and what happens at the end.

use serde::{Deserialize, Serialize};

/// What a term is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days that the calendar calls working, in a week of five days.
    WorkingDays,
    /// All days except Sundays and the calendar's days off.
    WorkingDaysSixDayWeek,
    /// Every day.
    CalendarDays,
    /// Seven days each.
    Weeks,
    /// To the same number, or the last day of a shorter month.
    Months,
    /// Sixty minutes each, from an instant.
    Hours,
}

impl Unit {
    /// Whether only working days count.
    #[must_use]
    pub const fn is_working(self) -> bool {
        matches!(self, Self::WorkingDays | Self::WorkingDaysSixDayWeek)
    }
}

/// Where counting starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CountFrom {
    /// The day after the event is day one.
    NextDay,
    /// The day of the event is day one.
    SameDay,
    /// The day before the event is day one, and counting runs backwards: "at least n days before".
    DayBefore,
    /// The moment of the event (hours).
    Instant,
    /// The first full hour after the event (hours; 1182/71 art. 3(1) and 3(2)(a)).
    NextHour,
}

/// What happens when the last day is a day off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// Nothing.
    #[default]
    None,
    /// The term ends on the next working day.
    NextWorkingDay,
}

/// Why numbers and words do not make a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermError {
    /// Too long to be a term of administrative law.
    #[error("a term of {n} is too long: at most {max}")]
    TooLong {
        /// What was asked.
        n: u32,
        /// The limit of that unit.
        max: u32,
    },
    /// Hours need an instant.
    #[error("hours are counted from `instant` or `next_hour`")]
    HoursNeedInstant,
    /// Days, weeks and months need a day.
    #[error("days, weeks and months are counted from `next_day`, `same_day` or `day_before`")]
    DaysNeedDay,
    /// A day off at the end of a term that runs backwards gives no more time: what is to be done before an event is not
    /// put off past it (BGB § 193 and 1182/71 art. 3(4) speak of terms that run forwards).
    #[error("a term that runs backwards does not roll and has no minimum of working days")]
    BackwardsDoesNotRoll,
    /// A term in hours ends at its hour (1182/71 art. 3(4), VwVfG § 31(6)).
    #[error("a term in hours does not roll and has no minimum of working days")]
    HoursDoNotRoll,
    /// More working days are demanded than any law does.
    #[error("a minimum of {0} working days is too many: at most 31")]
    MinimumTooLarge(u32),
}

/// A term. Cannot hold a combination that no law could mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Term {
    n: u32,
    unit: Unit,
    count_from: CountFrom,
    roll: Roll,
    min_working_days: u32,
}

impl Term {
    /// Builds a term.
    ///
    /// # Errors
    /// When the parts contradict each other or exceed the limits (10,000 days, 1,200 months, 100,000 hours).
    pub const fn new(n: u32, unit: Unit, count_from: CountFrom, roll: Roll, min_working_days: u32) -> Result<Self, TermError> {
        let max = match unit {
            Unit::WorkingDays | Unit::WorkingDaysSixDayWeek | Unit::CalendarDays => 10_000,
            Unit::Weeks => 1_500,
            Unit::Months => 1_200,
            Unit::Hours => 100_000,
        };
        if n > max {
            return Err(TermError::TooLong { n, max });
        }
        if min_working_days > 31 {
            return Err(TermError::MinimumTooLarge(min_working_days));
        }
        let from_instant = matches!(count_from, CountFrom::Instant | CountFrom::NextHour);
        match unit {
            Unit::Hours if !from_instant => return Err(TermError::HoursNeedInstant),
            Unit::Hours if !matches!(roll, Roll::None) || min_working_days > 0 => {
                return Err(TermError::HoursDoNotRoll);
            }
            Unit::Hours => {}
            _ if from_instant => return Err(TermError::DaysNeedDay),
            _ if matches!(count_from, CountFrom::DayBefore) && (!matches!(roll, Roll::None) || min_working_days > 0) => {
                return Err(TermError::BackwardsDoesNotRoll);
            }
            _ => {}
        }
        Ok(Self { n, unit, count_from, roll, min_working_days })
    }

    /// How many units.
    #[must_use]
    pub const fn n(&self) -> u32 {
        self.n
    }

    /// The unit.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// Where counting starts.
    #[must_use]
    pub const fn count_from(&self) -> CountFrom {
        self.count_from
    }

    /// Whether the term ends before its event.
    #[must_use]
    pub const fn runs_backwards(&self) -> bool {
        matches!(self.count_from, CountFrom::DayBefore)
    }

    /// What happens at a day off.
    #[must_use]
    pub const fn roll(&self) -> Roll {
        self.roll
    }

    /// How many working days the term must hold if it is at least that many days long; 0 when the law asks none.
    #[must_use]
    pub const fn min_working_days(&self) -> u32 {
        self.min_working_days
    }

    /// Whether 1182/71 art. 3(5) and its likes apply: "any period of two days or more".
    pub(super) const fn minimum_applies(&self) -> bool {
        self.min_working_days > 0
            && match self.unit {
                Unit::CalendarDays => self.n >= self.min_working_days,
                Unit::Weeks | Unit::Months => self.n > 0,
                Unit::WorkingDays | Unit::WorkingDaysSixDayWeek | Unit::Hours => false,
            }
    }

    /// Whether counting has to know which days are working days.
    #[must_use]
    pub const fn needs_calendar(&self) -> bool {
        self.unit.is_working() || matches!(self.roll, Roll::NextWorkingDay) || self.min_working_days > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_no_law_means() {
        let t = |n, unit, from, roll, min| Term::new(n, unit, from, roll, min).err();
        assert_eq!(t(48, Unit::Hours, CountFrom::NextDay, Roll::None, 0), Some(TermError::HoursNeedInstant));
        assert_eq!(t(7, Unit::WorkingDays, CountFrom::Instant, Roll::None, 0), Some(TermError::DaysNeedDay));
        assert_eq!(t(48, Unit::Hours, CountFrom::Instant, Roll::NextWorkingDay, 0), Some(TermError::HoursDoNotRoll));
        assert_eq!(t(10_001, Unit::CalendarDays, CountFrom::NextDay, Roll::None, 0), Some(TermError::TooLong { n: 10_001, max: 10_000 }));
        assert_eq!(t(2, Unit::Weeks, CountFrom::NextDay, Roll::None, 32), Some(TermError::MinimumTooLarge(32)));
        assert_eq!(t(3, Unit::Weeks, CountFrom::DayBefore, Roll::NextWorkingDay, 0), Some(TermError::BackwardsDoesNotRoll));
        assert_eq!(t(3, Unit::Weeks, CountFrom::DayBefore, Roll::None, 2), Some(TermError::BackwardsDoesNotRoll));
        assert_eq!(t(3, Unit::Hours, CountFrom::DayBefore, Roll::None, 0), Some(TermError::HoursNeedInstant));
    }
}
