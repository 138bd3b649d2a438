//! What the office owes after a declaration.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    calendar::{Calendar, Calendars},
    count::{CountError, DayNote, Term, Unit, count, explain},
    pack::{Basis, CaseClock, OfficeTerm, Pack},
    source::Source,
};

/// One of the office's own terms, counted from the day of a declaration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfficeCount {
    /// The last day.
    pub deadline: Date,
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
    /// Law, or a promise of the operator.
    pub basis: Basis,
    /// Where it was read, or what it was modelled on.
    pub sources: Vec<Source>,
    /// The count: one note for the day of the declaration and one for each day to the last.
    pub days: Vec<DayNote>,
}

/// The office's own deadlines for one declaration; `None` where the pack names none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfficeCounts {
    /// When the office has entered it.
    pub entered: Option<OfficeCount>,
    /// When checks are over; the day after, silence has confirmed it.
    pub confirmed: Option<OfficeCount>,
}

/// Counts the office's terms from the day of the declaration, in the later reading: nothing here is the person's to do.
///
/// # Errors
/// When a calendar is missing or does not cover the count.
pub fn office_counts(pack: &Pack, calendars: &Calendars, declared: Date) -> Result<OfficeCounts, CountError> {
    let calendar = calendars.select(pack.calendar(), pack.region())?;
    let counted = |term: Option<&OfficeTerm>| -> Result<Option<OfficeCount>, CountError> {
        term.map(|office| counted(office.term(), declared, calendar, office.basis(), pack.sources(office.sources()))).transpose()
    };
    Ok(OfficeCounts { entered: counted(pack.entered_within())?, confirmed: counted(pack.silence_confirms())? })
}

fn counted(term: &Term, from: Date, calendar: &Calendar, basis: Basis, sources: Vec<Source>) -> Result<OfficeCount, CountError> {
    let reading = count(term, from, Some(calendar))?;
    let days = explain(term, from, &reading, Some(calendar))?;
    Ok(OfficeCount { deadline: reading.deadline, n: term.n(), unit: term.unit(), basis, sources, days })
}

/// A term of a case that starts with the event on `from`, counted in the later reading, with each day of its count.
///
/// # Errors
/// When a calendar is missing or does not cover the count.
pub fn case_count(pack: &Pack, calendars: &Calendars, clock: CaseClock, from: Date) -> Result<OfficeCount, CountError> {
    let calendar = calendars.select(pack.calendar(), pack.region())?;
    let term = pack.case_term(clock);
    counted(term.term(), from, calendar, term.basis(), pack.sources(term.sources()))
}

/// The last day of a term of a case that starts with the event on `from`, in the later reading: nobody is late before it has passed.
///
/// # Errors
/// When a calendar is missing or does not cover the count.
pub fn case_last_day(pack: &Pack, calendars: &Calendars, clock: CaseClock, from: Date) -> Result<Date, CountError> {
    let calendar = calendars.select(pack.calendar(), pack.region())?;
    Ok(count(pack.case_term(clock).term(), from, Some(calendar))?.deadline)
}
