//! What a calendar says of one day.

use jiff::civil::Date;

use crate::text::Text;

/// The kind of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// An ordinary working day.
    Working,
    /// An ordinary weekend day.
    Weekend,
    /// A public holiday, also one that falls on a weekend.
    Holiday(&'a Text),
    /// A day made non-working by a decree that is no holiday law (paid days off of 2020 in Russia).
    Decreed(&'a Text),
    /// A day off in exchange for the date named, where the calendar says which.
    InExchange(Option<Date>),
    /// A weekend day that works, its day off being on the date named, where the calendar says which.
    WorkingWeekend(Option<Date>),
}

impl DayKind<'_> {
    /// Whether the day is off in a week of five days.
    #[must_use]
    pub const fn is_off(&self) -> bool {
        !matches!(self, Self::Working | Self::WorkingWeekend(_))
    }
}

/// One day of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day<'a> {
    /// Its kind.
    pub kind: DayKind<'a>,
    /// A day off that is an estimate (a lunar holiday) or was not read in the decree itself.
    pub to_confirm: bool,
}
