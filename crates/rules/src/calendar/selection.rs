//! One calendar of one region, ready to count on.

use jiff::{
    SignedDuration, ToSpan,
    civil::{Date, Weekday},
};

use super::{Day, DayKind};
use crate::{count::CountError, source::Source, text::Text};

/// How many days a week works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Week {
    /// The calendar's weekend is off.
    Five,
    /// Only Sundays are off.
    Six,
}

/// How to read a day off that is still to be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unconfirmed {
    /// As the calendar has it.
    DaysOff,
    /// As if it were not confirmed.
    WorkingDays,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Working,
    Weekend,
    Holiday(u16),
    Decreed(u16),
    InExchange(Option<Date>),
    WorkingWeekend(Option<Date>),
}

/// A day's answers, worked out once so that counting only looks them up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub kind: Kind,
    pub to_confirm: bool,
    works: [[bool; 2]; 2],
}

impl Entry {
    /// `weekend` is the ordinary weekend day below a holiday, if it is one.
    pub fn new(date: Date, kind: Kind, to_confirm: bool, weekend: bool) -> Self {
        let working = matches!(kind, Kind::Working | Kind::WorkingWeekend(_));
        let sunday = date.weekday() == Weekday::Sunday;
        let five = working;
        let six = working || (kind == Kind::Weekend && !sunday);
        let works = if to_confirm { [[five, !weekend], [six, !sunday]] } else { [[five, five], [six, six]] };
        Self { kind, to_confirm, works }
    }
}

/// The days of one country or institution, in one of its regions.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub(super) id: String,
    pub(super) region: Option<String>,
    pub(super) version: String,
    pub(super) time_zone: String,
    pub(super) title: Text,
    pub(super) note: Option<Text>,
    pub(super) sources: Vec<Source>,
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) names: Vec<Text>,
    pub(super) days: Vec<Entry>,
}

impl Calendar {
    /// `RU`, or `DE-BE` in a region.
    #[must_use]
    pub fn id(&self) -> String {
        match &self.region {
            Some(region) => format!("{}-{region}", self.id),
            None => self.id.clone(),
        }
    }

    /// The version of the data.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// IANA time zone in which its days begin and end.
    #[must_use]
    pub fn time_zone(&self) -> &str {
        &self.time_zone
    }

    /// Its name, of the region where it is one.
    #[must_use]
    pub fn title(&self, lang: &str) -> &str {
        self.title.get(lang)
    }

    /// What a reader has to know.
    #[must_use]
    pub fn note(&self, lang: &str) -> Option<&str> {
        self.note.as_ref().map(|n| n.get(lang))
    }

    /// Where its days were read.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// First and last day covered.
    #[must_use]
    pub const fn range(&self) -> (Date, Date) {
        (self.first, self.last)
    }

    /// Whether the calendar covers a day.
    #[must_use]
    pub fn covers(&self, date: Date) -> bool {
        (self.first..=self.last).contains(&date)
    }

    /// What the calendar says of a day.
    ///
    /// # Errors
    /// When it does not cover it.
    pub fn day(&self, date: Date) -> Result<Day<'_>, CountError> {
        let entry = self.days.get(self.index(date)?).ok_or_else(|| self.beyond(date))?;
        let name = |i: u16| self.names.get(usize::from(i));
        let kind = match entry.kind {
            Kind::Working => DayKind::Working,
            Kind::Weekend => DayKind::Weekend,
            Kind::Holiday(i) => name(i).map_or(DayKind::Weekend, DayKind::Holiday),
            Kind::Decreed(i) => name(i).map_or(DayKind::Weekend, DayKind::Decreed),
            Kind::InExchange(other) => DayKind::InExchange(other),
            Kind::WorkingWeekend(other) => DayKind::WorkingWeekend(other),
        };
        Ok(Day { kind, to_confirm: entry.to_confirm })
    }

    /// Whether a day works.
    ///
    /// # Errors
    /// When the calendar does not cover it.
    pub fn works(&self, date: Date, week: Week, unconfirmed: Unconfirmed) -> Result<bool, CountError> {
        let entry = self.days.get(self.index(date)?).ok_or_else(|| self.beyond(date))?;
        Ok(entry.works[week as usize][unconfirmed as usize])
    }

    /// The `n`-th working day from `first` on, which itself may be it. With no days asked, `first`.
    ///
    /// # Errors
    /// When the count leaves the calendar.
    pub fn nth_working_day(&self, first: Date, n: u32, week: Week, unconfirmed: Unconfirmed) -> Result<Date, CountError> {
        if n == 0 {
            return Ok(first);
        }
        let start = self.index(first)?;
        let days = self.days.get(start..).unwrap_or(&[]);
        let mut left = n;
        for (passed, entry) in days.iter().enumerate() {
            left -= u32::from(entry.works[week as usize][unconfirmed as usize]);
            if left == 0 {
                let passed = i64::try_from(passed).map_err(|_| CountError::BeyondDates)?;
                return first.checked_add(passed.days()).map_err(|_| CountError::BeyondDates);
            }
        }
        Err(self.beyond(self.last.checked_add(1.day()).unwrap_or(self.last)))
    }

    /// The `n`-th working day from `last` back, which itself may be it. With no days asked, `last`.
    ///
    /// # Errors
    /// When the count leaves the calendar.
    pub fn nth_working_day_back(&self, last: Date, n: u32, week: Week, unconfirmed: Unconfirmed) -> Result<Date, CountError> {
        if n == 0 {
            return Ok(last);
        }
        let end = self.index(last)?;
        let days = self.days.get(..=end).unwrap_or(&[]);
        let mut left = n;
        for (passed, entry) in days.iter().rev().enumerate() {
            left -= u32::from(entry.works[week as usize][unconfirmed as usize]);
            if left == 0 {
                let passed = i64::try_from(passed).map_err(|_| CountError::BeyondDates)?;
                return last.checked_sub(passed.days()).map_err(|_| CountError::BeyondDates);
            }
        }
        Err(self.beyond(self.first.checked_sub(1.day()).unwrap_or(self.first)))
    }

    fn index(&self, date: Date) -> Result<usize, CountError> {
        if !self.covers(date) {
            return Err(self.beyond(date));
        }
        let passed: SignedDuration = date.duration_since(self.first);
        usize::try_from(passed.as_hours() / 24).map_err(|_| self.beyond(date))
    }

    fn beyond(&self, needed: Date) -> CountError {
        CountError::OutOfCalendar { calendar: self.id(), version: self.version.clone(), needed, from: self.first, to: self.last }
    }
}
