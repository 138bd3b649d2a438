//! The count, day by day, as a person can check it.

use jiff::civil::Date;
use serde::Serialize;

use super::{CountError, CountFrom, Reading, Term, days};
use crate::{
    calendar::{Calendar, DayKind, Unconfirmed, Week},
    text::Text,
};

/// Why a day counted or did not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The day of the event.
    Event,
    /// The first day that counts.
    FirstDay,
    /// An ordinary day that counts.
    Counted,
    /// An ordinary weekend.
    Weekend,
    /// A public holiday, by its name.
    Holiday(Text),
    /// A day off in exchange for the day named, if the calendar says which.
    Transferred(Option<Date>),
    /// A day that a decree made non-working, by the name of the decree.
    Decreed(Text),
    /// A weekend day that works; its day off moved to the day named, if the calendar says which.
    WorkingSaturday(Option<Date>),
    /// The term would have ended on a day off and moved here.
    Rolled,
    /// The term moved on until it held the working days that the law promises (1182/71 art. 3(5)).
    Minimum,
}

/// One day of a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayNote {
    /// Which day.
    pub date: Date,
    /// Whether it is one of the term's days.
    pub counted: bool,
    /// Its number in the term, from 1, if it is.
    pub number: Option<u32>,
    /// Why.
    pub why: Why,
    /// The calendar calls this a day off "to be confirmed".
    pub to_confirm: bool,
}

/// One note for the day of the event and one for each day between it and the deadline: `|deadline - event| + 1` in all, by date.
///
/// # Errors
/// When the calendar does not cover a day that the term depends on.
pub fn explain(term: &Term, event: Date, reading: &Reading, calendar: Option<&Calendar>) -> Result<Vec<DayNote>, CountError> {
    if term.runs_backwards() {
        return explain_backwards(term, event, reading, calendar);
    }
    let mut notes = Vec::new();
    let mut number = 0;
    let mut rolled = false;
    let mut date = event;
    loop {
        let in_term = term.n() > 0 && date <= reading.last_day && (date > event || term.count_from() == CountFrom::SameDay);
        let day = Day::of(term, date, calendar)?;
        let counted = in_term && day.counts;
        if counted {
            number += 1;
        }
        let why = if date == event {
            Why::Event
        } else if date > reading.last_day && day.works {
            if rolled || reading.last_day_works(calendar)? {
                Why::Minimum
            } else {
                rolled = true;
                Why::Rolled
            }
        } else if let Some(reason) = day.reason.filter(|_| !counted || day.is_working_weekend) {
            reason
        } else if number == 1 && counted {
            Why::FirstDay
        } else {
            Why::Counted
        };
        notes.push(DayNote { date, counted, number: counted.then_some(number), why, to_confirm: day.to_confirm });
        if date >= reading.deadline {
            return Ok(notes);
        }
        date = days::shift(date, 1)?;
    }
}

/// From the deadline to the event; the number of a day says how many are left.
fn explain_backwards(term: &Term, event: Date, reading: &Reading, calendar: Option<&Calendar>) -> Result<Vec<DayNote>, CountError> {
    let mut notes = Vec::new();
    let mut number = 0;
    let mut date = event;
    loop {
        let day = Day::of(term, date, calendar)?;
        let counted = date < event && term.n() > 0 && day.counts;
        number += u32::from(counted);
        let why = match day.reason {
            _ if date == event => Why::Event,
            Some(reason) if !counted || day.is_working_weekend => reason,
            _ if number == 1 => Why::FirstDay,
            _ => Why::Counted,
        };
        notes.push(DayNote { date, counted, number: counted.then_some(number), why, to_confirm: day.to_confirm });
        if date <= reading.deadline {
            notes.reverse();
            return Ok(notes);
        }
        date = days::shift(date, -1)?;
    }
}

impl Reading {
    fn last_day_works(&self, calendar: Option<&Calendar>) -> Result<bool, CountError> {
        match calendar {
            Some(calendar) => calendar.works(self.last_day, Week::Five, Unconfirmed::DaysOff),
            None => Ok(true),
        }
    }
}

/// What a term sees in a day.
struct Day {
    counts: bool,
    works: bool,
    is_working_weekend: bool,
    to_confirm: bool,
    reason: Option<Why>,
}

impl Day {
    fn of(term: &Term, date: Date, calendar: Option<&Calendar>) -> Result<Self, CountError> {
        // Without a calendar, or past its end where the term does not depend on it, every day is alike.
        let known = calendar.filter(|c| term.needs_calendar() || c.covers(date));
        let Some(calendar) = known else {
            return Ok(Self { counts: true, works: true, is_working_weekend: false, to_confirm: false, reason: None });
        };
        if term.needs_calendar() && !term.unit().is_working() && !calendar.covers(date) {
            // Only the end of such a term has to be covered.
            return Ok(Self { counts: true, works: false, is_working_weekend: false, to_confirm: false, reason: None });
        }
        let day = calendar.day(date)?;
        let week = days::week_of(term.unit());
        let works = calendar.works(date, week, Unconfirmed::DaysOff)?;
        let reason = match day.kind {
            DayKind::Working => None,
            DayKind::Weekend if works => None,
            DayKind::Weekend => Some(Why::Weekend),
            DayKind::Holiday(name) => Some(Why::Holiday(name.clone())),
            DayKind::Decreed(name) => Some(Why::Decreed(name.clone())),
            DayKind::InExchange(other) => Some(Why::Transferred(other)),
            DayKind::WorkingWeekend(other) => Some(Why::WorkingSaturday(other)),
        };
        Ok(Self {
            counts: !term.unit().is_working() || works,
            works,
            is_working_weekend: term.unit().is_working() && matches!(day.kind, DayKind::WorkingWeekend(_)),
            to_confirm: day.to_confirm,
            reason,
        })
    }
}
