//! The form in which a calendar is written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::CalendarError;
use crate::{place::Place, source::Source, text::Text};

/// A calendar file is never larger, in bytes.
const MAX_BYTES: usize = 512 * 1024;

/// A day of the week, in English lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DayOfWeek {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl DayOfWeek {
    pub(super) const fn weekday(self) -> jiff::civil::Weekday {
        use jiff::civil::Weekday as W;
        match self {
            Self::Monday => W::Monday,
            Self::Tuesday => W::Tuesday,
            Self::Wednesday => W::Wednesday,
            Self::Thursday => W::Thursday,
            Self::Friday => W::Friday,
            Self::Saturday => W::Saturday,
            Self::Sunday => W::Sunday,
        }
    }
}

/// A calendar of working days: one country, or one body of institutions.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// ISO 3166-1 alpha-2, or `EU` for the institutions of the Union.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Changes whenever a day changes.
    pub version: String,
    /// IANA time zone in which its days begin and end.
    pub time_zone: String,
    /// First year covered, whole.
    pub first_year: i16,
    /// Last year covered, whole.
    pub last_year: i16,
    /// The ordinary days off.
    pub weekend: Vec<DayOfWeek>,
    /// Where the days were read.
    pub sources: Vec<Source>,
    /// What a reader has to know.
    pub note: Option<Text>,
    /// The names that days refer to.
    #[serde(default)]
    pub names: BTreeMap<String, Text>,
    /// Every covered year, by number.
    pub year: BTreeMap<String, YearFile>,
    /// Regions that have further days, by ISO 3166-2 without the country (`BE` of `DE-BE`).
    #[serde(default)]
    pub region: BTreeMap<String, RegionFile>,
}

/// What differs in a region.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegionFile {
    /// Its name.
    pub title: Text,
    /// Its further days, by year.
    #[serde(default)]
    pub year: BTreeMap<String, YearFile>,
}

/// The days of one year that are not what their weekday says; keys are `MM-DD`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct YearFile {
    /// Public holidays, also on weekends, with the key of their name.
    #[serde(default)]
    pub holidays: BTreeMap<String, String>,
    /// Days off in exchange for a date, or `unknown`.
    #[serde(default)]
    pub in_exchange: BTreeMap<String, String>,
    /// Weekend days that work, with the date of the day off they were exchanged for, or `unknown`.
    #[serde(default)]
    pub working: BTreeMap<String, String>,
    /// Days made non-working by a decree, with the key of its name.
    #[serde(default)]
    pub decreed: BTreeMap<String, String>,
    /// Which of these days are estimates.
    #[serde(default)]
    pub to_confirm: Vec<String>,
}

impl CalendarFile {
    /// Reads a calendar.
    ///
    /// # Errors
    /// On size, syntax, unknown keys and wrong values, with line and column.
    pub fn parse(text: &str) -> Result<Self, CalendarError> {
        if text.len() > MAX_BYTES {
            return Err(CalendarError::TooLarge(text.len()));
        }
        toml::from_str(text).map_err(|error| {
            let Place { line, column } = Place::of(text, error.span().map_or(0, |s| s.start));
            CalendarError::Syntax { line, column, message: error.message().to_owned() }
        })
    }
}

/// `MM-DD` in `year`.
pub(super) fn day_of(year: i16, key: &str) -> Result<Date, String> {
    let wrong = || format!("`{key}` is not a day of {year} in the form MM-DD");
    let (month, day) = key.split_once('-').ok_or_else(wrong)?;
    let number = |part: &str| (part.len() == 2).then(|| part.parse::<i8>().ok()).flatten().ok_or_else(wrong);
    Date::new(year, number(month)?, number(day)?).map_err(|_| wrong())
}

/// A date, or `unknown`.
pub(super) fn exchanged(value: &str) -> Result<Option<Date>, String> {
    if value == "unknown" {
        return Ok(None);
    }
    value.parse().map(Some).map_err(|_| format!("`{value}` is neither a date in the form YYYY-MM-DD nor `unknown`"))
}
