//! Dates in words. The patterns are texts too (`date-long`, `date-weekday`, `moment`), so that a translator decides on them.

use crate::{Arg, Locale};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

impl Locale {
    /// `16 January 2026`.
    pub fn date(self, date: Date) -> String {
        let month = self.t(&format!("month-{}", date.month()));
        self.ta("date-long", &[("day", date.day().into()), ("month", month.into()), ("year", Arg::Text(date.year().to_string()))])
    }

    /// `Friday 16 January 2026`.
    pub fn date_with_weekday(self, date: Date) -> String {
        let weekday = self.t(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
        self.ta("date-weekday", &[("weekday", weekday.into()), ("date", self.date(date).into())])
    }

    /// `16 January 2026, 14:05`, in the given time zone.
    pub fn moment(self, at: Timestamp, zone: &TimeZone) -> String {
        let local = at.to_zoned(zone.clone());
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        self.ta("moment", &[("date", self.date(local.date()).into()), ("time", time.into())])
    }
}
