//! Commands: what a person wants, checked against their record. Each answers with the act to append.

use crate::act::{Change, Declaration, Kind, What};
use crate::identity::Names;
use crate::place::Place;
use crate::record::Record;
use crate::reference::Reference;
use crate::text::{Line, Words};
use jiff::{ToSpan, civil::Date};
use thiserror::Error;

/// How far ahead a declaration may be made that ends no other registration, in days.
const AHEAD_DAYS: i64 = 183;
/// How far ahead a registration in force may be ended by a move or by leaving, in days. A declaration takes effect when it is made, so that
/// somebody who announced a move months ahead would stand on the record at a place where they do not live.
const END_AHEAD_DAYS: i64 = 14;

/// Why a command cannot be done. Each has a translated sentence that says what to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum Refusal {
    /// The person has not said who they are.
    #[error("the person has not said who they are")]
    NotIntroduced,
    /// There is no registration in force to renew or to leave.
    #[error("no registration is in force")]
    NoRegistration,
    /// The first declaration was made already; this is a move.
    #[error("a registration is in force already")]
    AlreadyRegistered,
    /// No earlier address to come back to.
    #[error("no earlier address")]
    NoEarlierAddress,
    /// The day is before the person was born.
    #[error("before the day of birth")]
    BeforeBirth,
    /// The day is before they came into the country.
    #[error("before the day of arrival")]
    BeforeArrival,
    /// The day is before the registration that it would end.
    #[error("before the registration began")]
    BeforeSince,
    /// More than half a year ahead.
    #[error("too far ahead")]
    TooFarAhead,
    /// It would end the registration in force, and is more than two weeks ahead.
    #[error("would end the registration in force too far ahead")]
    EndsTooFarAhead,
    /// The end is before the beginning.
    #[error("ends before it begins")]
    EndsBeforeBegins,
    /// The field already has this value.
    #[error("nothing would change")]
    NothingChanges,
}

fn too_far(day: Date, today: Date, days: i64) -> bool {
    today.checked_add(days.days()).is_ok_and(|limit| day > limit)
}

/// A declaration of a new place, or of the same one after an absence.
pub fn declare(record: &Record, declaration: Declaration, today: Date) -> Result<What, Refusal> {
    let identity = record.identity.as_ref().ok_or(Refusal::NotIntroduced)?;
    match declaration.kind {
        Kind::Renewal => return renew(record, declaration),
        Kind::Arrival if record.current().is_some() => return Err(Refusal::AlreadyRegistered),
        Kind::Same if record.residences.is_empty() => return Err(Refusal::NoEarlierAddress),
        _ => {}
    }
    let since = declaration.since;
    if identity.birth.and_then(|b| b.earliest()).is_some_and(|born| since < born) {
        return Err(Refusal::BeforeBirth);
    }
    may_begin(record, since, declaration.arrived, today)?;
    if declaration.until.is_some_and(|until| until < since) {
        return Err(Refusal::EndsBeforeBegins);
    }
    Ok(What::Declared { declaration })
}

/// Whether somebody can say that they live in a new place from this day.
pub fn may_begin(record: &Record, since: Date, arrived: Option<Date>, today: Date) -> Result<(), Refusal> {
    if arrived.is_some_and(|arrived| since < arrived) {
        return Err(Refusal::BeforeArrival);
    }
    if too_far(since, today, AHEAD_DAYS) {
        return Err(Refusal::TooFarAhead);
    }
    match record.current() {
        Some(old) if since < old.declaration.since => Err(Refusal::BeforeSince),
        Some(_) if too_far(since, today, END_AHEAD_DAYS) => Err(Refusal::EndsTooFarAhead),
        _ => Ok(()),
    }
}

/// "Still there": the place must be the one in force.
pub fn renew(record: &Record, declaration: Declaration) -> Result<What, Refusal> {
    let current = record.current().ok_or(Refusal::NoRegistration)?;
    if declaration.until.is_some_and(|until| until < current.declaration.since) {
        return Err(Refusal::EndsBeforeBegins);
    }
    let place: &Place = current.place();
    let since = current.declaration.since;
    Ok(What::Declared { declaration: Declaration { kind: Kind::Renewal, place: place.clone(), since, ..declaration } })
}

/// Leaving the country.
pub fn leave(record: &Record, reference: Reference, on: Date, to: Option<Line>, today: Date) -> Result<What, Refusal> {
    let current = record.current().ok_or(Refusal::NoRegistration)?;
    if on < current.declaration.since {
        return Err(Refusal::BeforeSince);
    }
    if too_far(on, today, END_AHEAD_DAYS) {
        return Err(Refusal::EndsTooFarAhead);
    }
    Ok(What::Left { reference, on, to })
}

/// Correcting a field.
pub fn correct(record: &Record, reference: Reference, change: Change, why: Option<Words>) -> Result<What, Refusal> {
    let identity = record.identity.as_ref().ok_or(Refusal::NotIntroduced)?;
    let same = match &change {
        Change::Names(names) => Names::eq(&identity.names, names),
        Change::Birth(birth) => identity.birth == *birth,
        Change::Citizenship(code) => identity.citizenship == *code,
        Change::Document(document) => identity.document == *document,
    };
    if same { Err(Refusal::NothingChanges) } else { Ok(What::Corrected { reference, change, why }) }
}
