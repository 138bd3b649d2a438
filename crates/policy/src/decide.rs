//! The decision. A closed table: what is not written here is refused.

use crate::field::{Field, Fields};
use crate::grant::{Grant, HomeGrant, Purpose, Reader, Role};
use crate::subject::{CaseKind, Subject};
use doorstep_register::PersonId;
use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

/// Why a record may not be opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum Refusal {
    /// Neither the person nor somebody who acts for them.
    #[error("not the person's own record")]
    NotYours,
    /// The clerk has nobody, or somebody else, in front of them.
    #[error("the person is not at this desk")]
    NotAtThisDesk,
    /// The case is about other people.
    #[error("the case is not about this person")]
    NotInThisCase,
    /// The case belongs to somebody else, to another office, or is closed.
    #[error("not the officer's open case")]
    NotYourCase,
    /// The home is not shown to be the host's.
    #[error("not the host's home")]
    NotYourHome,
    /// This role never opens a record for this purpose.
    #[error("not a purpose of this role")]
    WrongPurpose,
}

/// How long a grant opens anything, in seconds: one page, not a working day.
pub const fn limit_seconds() -> i64 {
    60
}

/// Decides whether a subject may open a person's record for a purpose, and which fields the purpose needs.
pub fn decide(subject: &Subject, person: PersonId, purpose: Purpose, now: Timestamp) -> Result<Grant, Refusal> {
    let until = now.saturating_add(SignedDuration::from_secs(limit_seconds())).unwrap_or(Timestamp::MAX);
    let grant = |fields, case, reader| Grant { person, fields, purpose, case, reader, until };
    match (subject, purpose) {
        (Subject::Resident { person: own, .. }, Purpose::Own) => {
            if *own == person {
                Ok(grant(Fields::ALL, None, Reader::Own))
            } else {
                Err(Refusal::NotYours)
            }
        }
        (Subject::Resident { household, .. }, Purpose::Household | Purpose::HouseholdList) => {
            let fields = if purpose == Purpose::Household { Fields::ALL } else { Fields::of(&[Field::Names, Field::Address]) };
            if household.contains(&person) { Ok(grant(fields, None, Reader::Household)) } else { Err(Refusal::NotYours) }
        }
        (Subject::Post, Purpose::Delivery) => Ok(grant(Fields::of(&[Field::Private]), None, Reader::Own)),
        (Subject::Clerk(desk), Purpose::DeskHelp) => {
            if !desk.present.contains(&person) {
                return Err(Refusal::NotAtThisDesk);
            }
            let reader =
                Reader::Staff { staff: desk.staff, office: desk.office.clone(), role: Role::Clerk, pseudonym: desk.pseudonym.clone() };
            Ok(grant(Fields::ALL, None, reader))
        }
        (Subject::Officer(officer, case), _) => {
            let (needed, fields) = needs(case.kind);
            if purpose != needed {
                return Err(Refusal::WrongPurpose);
            }
            if !case.open || case.office != officer.office || case.assigned_to != Some(officer.staff) {
                return Err(Refusal::NotYourCase);
            }
            if !case.people.contains(&person) {
                return Err(Refusal::NotInThisCase);
            }
            let reader = Reader::Staff {
                staff: officer.staff,
                office: officer.office.clone(),
                role: Role::Officer,
                pseudonym: officer.pseudonym.clone(),
            };
            Ok(grant(fields, Some(case.id), reader))
        }
        (Subject::Host { host, homes, home }, Purpose::HostView) => {
            if !homes.contains(home) {
                return Err(Refusal::NotYourHome);
            }
            Ok(grant(Fields::of(&[Field::Names, Field::Address]), None, Reader::Host { host: *host }))
        }
        _ => Err(Refusal::WrongPurpose),
    }
}

/// The purpose that a kind of case has, and the fields that it needs.
fn needs(kind: CaseKind) -> (Purpose, Fields) {
    use Field::{Address, Birth, Document, Evidence, Explanations, Names, Questions};
    match kind {
        CaseKind::PossibleDuplicate => (Purpose::PossibleDuplicate, Fields::of(&[Names, Birth, Document])),
        CaseKind::UnlistedAddress => (Purpose::UnlistedAddress, Fields::of(&[Address, Evidence])),
        CaseKind::LateReason => (Purpose::LateReason, Fields::of(&[Names, Address, Explanations])),
        CaseKind::LookQuestion => (Purpose::LookQuestion, Fields::of(&[Questions])),
    }
}

/// Decides whether a host may see how many people declared a home.
pub fn decide_home(host: PersonId, homes: &[[u8; 32]], home: [u8; 32], now: Timestamp) -> Result<HomeGrant, Refusal> {
    if !homes.contains(&home) {
        return Err(Refusal::NotYourHome);
    }
    let until = now.saturating_add(SignedDuration::from_secs(limit_seconds())).unwrap_or(Timestamp::MAX);
    Ok(HomeGrant { host, home, until })
}
