//! The count of a duty as month sheets: each day with why it counted or not.

use super::words::why;
use doorstep_locales::Locale;
use doorstep_rules::{DayNote, Why};
use jiff::ToSpan;
use jiff::civil::Date;

/// One month.
pub(super) struct Sheet {
    pub(super) month: String,
    /// Weeks from Monday to Sunday; `None` for days of other months.
    pub(super) weeks: Vec<[Option<Cell>; 7]>,
}

/// One day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Cell {
    pub(super) date: Date,
    /// `event`, `counted`, `off`, `holiday`, `deadline`, or nothing.
    pub(super) state: Option<&'static str>,
    /// The running number of a counted day.
    pub(super) number: Option<u32>,
    /// What a screen reader says after the day.
    pub(super) words: Option<String>,
}

fn state(note: &DayNote) -> Option<&'static str> {
    match note.why {
        Why::Event => Some("event"),
        _ if note.counted => Some("counted"),
        Why::Weekend => Some("off"),
        Why::Holiday(_) | Why::Decreed(_) | Why::Transferred(_) => Some("holiday"),
        _ => None,
    }
}

fn cell(l: Locale, date: Date, days: &[DayNote], deadline: Date) -> Cell {
    let note = days.iter().find(|note| note.date == date);
    let words = note.map(|note| why(l, note));
    if date != deadline {
        return Cell { date, state: note.and_then(state), number: note.and_then(|note| note.number), words };
    }
    let words = words.map_or_else(|| l.t("calendar-deadline"), |words| l.t1("calendar-last-day", "why", words));
    Cell { date, state: Some("deadline"), number: note.and_then(|note| note.number), words: Some(words) }
}

/// The weeks of the month that holds `day`, Monday first.
fn weeks(day: Date, make: impl Fn(Date) -> Cell) -> Vec<[Option<Cell>; 7]> {
    let first = day.first_of_month();
    let mut weeks = Vec::new();
    let mut week: [Option<Cell>; 7] = Default::default();
    for date in first.series(1.day()).take(usize::from(first.days_in_month().unsigned_abs())) {
        let column = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
        week[column] = Some(make(date));
        if column == 6 {
            weeks.push(std::mem::take(&mut week));
        }
    }
    if week.iter().any(Option::is_some) {
        weeks.push(week);
    }
    weeks
}

/// The greatest number of months that are drawn; a count that is longer is told in words.
const MONTHS: usize = 4;

/// The months of a count, from its first day to its last or to the deadline; none where they would be too many to read.
pub(super) fn sheets(l: Locale, days: &[DayNote], deadline: Date) -> Vec<Sheet> {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let (first, last) = (first.date.min(deadline), last.date.max(deadline));
    let months: Vec<Date> = first.first_of_month().series(1.month()).take_while(|month| *month <= last).take(MONTHS + 1).collect();
    if months.len() > MONTHS {
        return Vec::new();
    }
    let sheet = |first: Date| Sheet {
        month: l.t2("calendar-month", ("month", l.t(&format!("month-name-{}", first.month()))), ("year", first.year().to_string())),
        weeks: weeks(first, |date| cell(l, date, days, deadline)),
    };
    months.into_iter().map(sheet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn plain(date: Date) -> Cell {
        Cell { date, state: None, number: None, words: None }
    }

    #[test]
    fn a_month_begins_on_its_own_weekday_and_has_all_its_days() {
        // November 2026 begins on a Sunday; February 2027 on a Monday with four whole weeks.
        let november = weeks(date(2026, 11, 22), plain);
        assert_eq!(november.len(), 6);
        assert!(november[0][..6].iter().all(Option::is_none));
        assert_eq!(november[0][6], Some(plain(date(2026, 11, 1))));
        assert_eq!(november.iter().flatten().flatten().count(), 30);
        let february = weeks(date(2027, 2, 1), plain);
        assert_eq!((february.len(), february[3][6].clone()), (4, Some(plain(date(2027, 2, 28)))));
    }

    #[test]
    fn a_count_over_new_year_is_drawn_on_two_sheets() {
        use doorstep_rules::{Calendars, Event, Trigger, duties, embedded_packs};
        let pack = embedded_packs().into_iter().find(|p| p.id() == "ru-mow").unwrap();
        let arrived = Event { trigger: Trigger::Arrival, date: date(2025, 12, 26) };
        let duty = duties(&pack, &Calendars::embedded(), &arrived, None).unwrap().remove(0);
        let sheets = sheets(Locale::En, &duty.days, duty.deadline);
        assert_eq!(sheets.len(), 2);
        let cells: Vec<&Cell> = sheets.iter().flat_map(|s| s.weeks.iter().flatten().flatten()).collect();
        let of = |day: Date| cells.iter().find(|c| c.date == day).unwrap();
        assert_eq!(of(date(2025, 12, 26)).state, Some("event"));
        assert_eq!(of(date(2026, 1, 16)).state, Some("deadline"));
        assert_eq!(of(date(2026, 1, 1)).state, Some("holiday"));
        assert_eq!(of(date(2026, 1, 20)).state, None);
    }

    #[test]
    fn a_day_that_was_promised_is_marked_though_the_count_ends_before() {
        use doorstep_rules::{Calendars, Event, Trigger, duties, embedded_packs};
        let pack = embedded_packs().into_iter().find(|p| p.id() == "ru-mow").unwrap();
        let arrived = Event { trigger: Trigger::Arrival, date: date(2026, 11, 19) };
        let duty = duties(&pack, &Calendars::embedded(), &arrived, None).unwrap().remove(0);
        let sheets = sheets(Locale::En, &duty.days, date(2026, 12, 2));
        assert_eq!(sheets.len(), 2);
        let marked = sheets.iter().flat_map(|s| s.weeks.iter().flatten().flatten()).filter(|c| c.state == Some("deadline"));
        assert_eq!(marked.map(|c| c.date).collect::<Vec<_>>(), [date(2026, 12, 2)]);
    }
}
