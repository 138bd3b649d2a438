//! The answer to one count.

use jiff::{
    Timestamp, Zoned,
    civil::{Date, DateTime},
    fmt::temporal::Pieces,
    tz::{Offset, TimeZone, TimeZoneDatabase},
};
use serde::Serialize;

use super::CountRequest;
use crate::{
    calendar::{Calendar, Calendars},
    count::{CountError, CountFrom, DayNote, Term, Unit, count, count_hours, explain},
};

/// What a count comes to. Days are `YYYY-MM-DD` and end at 24:00 local time; instants carry their local offset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountAnswer {
    /// As asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The last day, before anything rolls.
    pub last_day: String,
    /// The deadline, after rolling and minimum where asked.
    pub deadline: String,
    /// The reading in which the day of the event counts and nothing rolls.
    pub strict: String,
    /// The calendar that was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// Its version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar_version: Option<String>,
    /// Days off in the count that are estimates: a person has to confirm the date.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to_confirm: Vec<Date>,
    /// The count, day by day, if asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<Vec<DayNote>>,
}

/// Answers one count.
///
/// # Errors
/// When the request is no term, the calendar is unknown, or the count leaves it.
pub fn answer(request: &CountRequest, calendars: &Calendars) -> Result<CountAnswer, CountError> {
    let usual = if request.unit == Unit::Hours { CountFrom::Instant } else { CountFrom::NextDay };
    let term = Term::new(
        request.n,
        request.unit,
        request.count_from.unwrap_or(usual),
        request.roll.unwrap_or_default(),
        request.min_working_days.unwrap_or(0),
    )?;
    let calendar = match (&request.calendar, &request.region) {
        (Some(calendar), region) => Some(calendars.select(calendar, region.as_deref())?),
        (None, Some(_)) => return Err(CountError::CalendarNeeded),
        (None, None) => None,
    };
    if request.unit == Unit::Hours { in_hours(request, &term, calendar) } else { in_days(request, &term, calendar) }
}

fn in_days(request: &CountRequest, term: &Term, calendar: Option<&Calendar>) -> Result<CountAnswer, CountError> {
    let event = day_of(&request.event)?;
    let reading = count(term, event, calendar)?;
    let days = explain(term, event, &reading, calendar)?;
    let to_confirm = days.iter().filter(|d| d.to_confirm && term.needs_calendar()).map(|d| d.date).collect();
    Ok(CountAnswer {
        id: request.id.clone(),
        last_day: reading.last_day.to_string(),
        deadline: reading.deadline.to_string(),
        strict: reading.strict.to_string(),
        calendar: calendar.map(Calendar::id),
        calendar_version: calendar.map(|c| c.version().to_owned()),
        to_confirm,
        days: request.explain.unwrap_or(false).then_some(days),
    })
}

fn in_hours(request: &CountRequest, term: &Term, calendar: Option<&Calendar>) -> Result<CountAnswer, CountError> {
    let event = instant_of(&request.event, calendar)?;
    let reading = count_hours(term, &event)?;
    let shown = |instant: &Zoned| instant.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    Ok(CountAnswer {
        id: request.id.clone(),
        last_day: shown(&reading.deadline),
        deadline: shown(&reading.deadline),
        strict: shown(&reading.strict),
        calendar: calendar.map(Calendar::id),
        calendar_version: calendar.map(|c| c.version().to_owned()),
        to_confirm: Vec::new(),
        days: None,
    })
}

/// The local day of an event, as written: an instant's own date.
fn day_of(event: &str) -> Result<Date, CountError> {
    let wrong = || CountError::Event("the event is not a date in the form YYYY-MM-DD".into());
    if event.len() > 64 {
        return Err(wrong());
    }
    match event.parse::<Date>() {
        Ok(date) if event.len() == 10 => Ok(date),
        _ => event.parse::<Timestamp>().and_then(|_| event.parse::<DateTime>()).map(|at| at.date()).map_err(|_| wrong()),
    }
}

/// The instant of an event, in the calendar's time zone, else in the offset that it is written with.
fn instant_of(event: &str, calendar: Option<&Calendar>) -> Result<Zoned, CountError> {
    let wrong = || CountError::Event("hours need an event with time and offset: 2026-10-24T18:30:00+02:00".into());
    if event.len() > 64 {
        return Err(wrong());
    }
    let instant: Timestamp = event.parse().map_err(|_| wrong())?;
    let zone = match calendar {
        Some(calendar) => TimeZoneDatabase::bundled()
            .get(calendar.time_zone())
            .map_err(|_| CountError::Event(format!("there is no time zone `{}`", calendar.time_zone())))?,
        None => TimeZone::fixed(written_offset(event).unwrap_or(Offset::UTC)),
    };
    Ok(instant.to_zoned(zone))
}

fn written_offset(event: &str) -> Option<Offset> {
    Pieces::parse(event).ok()?.to_numeric_offset()
}
