//! Spans of time as the register writes them: `["2015-09-25 16:54:40.06+02",)`, lower bound within, upper bound not.

/// Seconds since 1970, UTC. The default is before everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Instant(i64);

impl Default for Instant {
    fn default() -> Self {
        Instant(i64::MIN)
    }
}

impl Instant {
    /// Parses `2015-09-25 16:54:40.06+02`; parts of a second are cut off.
    pub(super) fn parse(text: &str) -> Option<Instant> {
        let part = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
        let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
        let (hour, minute, second) = (part(11, 13)?, part(14, 16)?, part(17, 19)?);
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 24 || minute > 59 || second > 60 {
            return None;
        }
        let zone_at = text.get(19..)?.find(['+', '-'])? + 19;
        let zone = text.get(zone_at..)?;
        let (hours, minutes) = (zone.get(..3)?.parse::<i64>().ok()?, zone.get(4..6).map_or(Some(0), |m| m.parse().ok())?);
        let offset = hours * 3600 + if zone.starts_with('-') { -minutes } else { minutes } * 60;
        Some(Instant(days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset))
    }

    /// The day, UTC: `2015-09-25`.
    pub(super) fn date(self) -> String {
        if self == Instant::default() {
            return String::new();
        }
        // Civil from days, after Howard Hinnant's public-domain algorithm.
        let shifted = self.0.div_euclid(86_400) + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        format!("{year:04}-{month:02}-{day:02}")
    }
}

/// Days since 1970-01-01 of a civil date.
pub(in crate::import) fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
}

/// From one instant to before another, or open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: Instant,
    pub(super) to: Option<Instant>,
}

impl Span {
    /// Parses a span; `None` when it is of another form.
    pub(super) fn parse(text: &str) -> Option<Span> {
        let inner = text.strip_prefix(['[', '('])?.strip_suffix([')', ']'])?;
        let (from, to) = inner.split_once(',')?;
        let bound = |text: &str| {
            let text = text.trim_matches('"');
            if text.is_empty() { Some(None) } else { Instant::parse(text).map(Some) }
        };
        Some(Span { from: bound(from)?.unwrap_or_default(), to: bound(to)? })
    }

    /// Does it hold at that moment?
    pub(super) fn covers(self, at: Instant) -> bool {
        self.from <= at && self.to.is_none_or(|to| at < to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_in_two_zones_are_one() {
        assert_eq!(Instant::parse("2015-09-25 16:54:40.06+02"), Instant::parse("2015-09-25 15:54:40+01"));
        assert_eq!(Instant::parse("1970-01-01 00:00:00+00"), Some(Instant(0)));
        assert_eq!(Instant::parse("1970-01-01 00:00:00-01:30"), Some(Instant(5400)));
        assert_eq!(Instant::parse("2000-02-29 12:00:00+00").unwrap().date(), "2000-02-29");
        assert_eq!(Instant::parse("2015-13-25 16:54:40+02"), None);
        assert_eq!(Instant::parse("yesterday"), None);
    }

    #[test]
    fn spans_hold_from_their_start_to_before_their_end() {
        let span = Span::parse("[\"2015-01-01 00:00:00+00\",\"2016-01-01 00:00:00+00\")").unwrap();
        let at = |text: &str| span.covers(Instant::parse(text).unwrap());
        assert!(at("2015-01-01 00:00:00+00") && !at("2016-01-01 00:00:00+00") && !at("2014-12-31 23:59:59+00"));
        assert_eq!(Span::parse("[\"2015-01-01 00:00:00+00\",)").unwrap().to, None);
        assert_eq!(Span::parse("2015"), None);
    }
}
