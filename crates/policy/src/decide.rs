//! The decision. The policies allow or refuse; what no policy permits is refused. Rust says who asks, and only why it was refused.

use crate::grant::{ExportGrant, FindGrant, Finder, Grant, HomeGrant, Identifier, Purpose, Reader, Role};
use crate::policies::embedded;
use crate::question::Question;
use crate::subject::Subject;
use doorstep_register::PersonId;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};
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
    /// The clerk has no letter to this person in hand.
    #[error("no letter to this person is in the clerk's hand")]
    NoLetter,
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

fn until(now: Timestamp) -> Timestamp {
    now.saturating_add(SignedDuration::from_secs(limit_seconds())).unwrap_or(Timestamp::MAX)
}

/// How many answers are remembered. There are some hundred different questions, and more only by the size of households.
const REMEMBERED: usize = 4096;

/// Whether the embedded policies allow it. Without policies nothing is allowed. Cedar is asked once for each question about nobody in
/// particular; people who ask the same get the same answer.
fn allowed(question: &Question) -> bool {
    static ANSWERS: LazyLock<RwLock<HashMap<Question, bool>>> = LazyLock::new(RwLock::default);
    let Ok(policies) = embedded() else { return false };
    let question = question.about_nobody();
    if let Some(answer) = ANSWERS.read().unwrap_or_else(PoisonError::into_inner).get(&question) {
        return *answer;
    }
    let answer = policies.allow(&question);
    let mut answers = ANSWERS.write().unwrap_or_else(PoisonError::into_inner);
    if answers.len() >= REMEMBERED {
        answers.clear();
    }
    answers.insert(question, answer);
    answer
}

/// Decides whether a subject may open a person's record for a purpose. What it shows is what the purpose needs.
pub fn decide(subject: &Subject, person: PersonId, purpose: Purpose, now: Timestamp) -> Result<Grant, Refusal> {
    if !allowed(&Question::of_record("open", subject, person, purpose)) {
        return Err(refusal(subject, purpose));
    }
    let case = match subject {
        Subject::Officer(_, file) | Subject::Party(_, file) => Some(file.id),
        _ => None,
    };
    Ok(Grant { person, fields: purpose.fields(), purpose, case, reader: reader(subject, purpose), until: until(now) })
}

/// Decides whether a subject may take a copy of all that is kept about a person: to open it, and to export it.
pub fn decide_export(subject: &Subject, person: PersonId, purpose: Purpose, now: Timestamp) -> Result<ExportGrant, Refusal> {
    if !allowed(&Question::of_record("export", subject, person, purpose)) {
        return Err(refusal(subject, purpose));
    }
    decide(subject, person, purpose, now).map(ExportGrant)
}

/// Decides whether a host may see how many people declared a home, and which records these are.
pub fn decide_home(host: PersonId, homes: &[[u8; 32]], home: [u8; 32], now: Timestamp) -> Result<HomeGrant, Refusal> {
    let asked = |action| allowed(&Question::of_home(action, host, homes, &home));
    if asked("count_home") && asked("list_home") { Ok(HomeGrant { host, home, until: until(now) }) } else { Err(Refusal::NotYourHome) }
}

/// Decides whether it may be found whose a value is, given the value's blind index.
pub fn decide_find(finder: Finder<'_>, by: Identifier, value: [u8; 32], now: Timestamp) -> Result<FindGrant, Refusal> {
    if !allowed(&Question::of_value(finder, by, &value)) {
        return Err(Refusal::WrongPurpose);
    }
    Ok(FindGrant { by, value, until: until(now) })
}

/// Who is shown to look. Only a person's own reading and the post are nobody's look.
fn reader(subject: &Subject, purpose: Purpose) -> Reader {
    match subject {
        Subject::Resident { .. } if purpose == Purpose::Own => Reader::Own,
        Subject::Resident { .. } => Reader::Household,
        Subject::Post => Reader::Own,
        Subject::Clerk(desk) => {
            Reader::Staff { staff: desk.staff, office: desk.office.clone(), role: Role::Clerk, pseudonym: desk.pseudonym.clone() }
        }
        Subject::Mailroom(room) => {
            Reader::Staff { staff: room.staff, office: room.office.clone(), role: Role::Clerk, pseudonym: room.pseudonym.clone() }
        }
        Subject::Officer(officer, _) => Reader::Staff {
            staff: officer.staff,
            office: officer.office.clone(),
            role: Role::Officer,
            pseudonym: officer.pseudonym.clone(),
        },
        Subject::Host { host, .. } | Subject::Party(host, _) => Reader::Host { host: *host },
    }
}

/// Why it was refused, in words for whoever asked. It was refused already, whatever this says.
fn refusal(subject: &Subject, purpose: Purpose) -> Refusal {
    match (subject, purpose) {
        (Subject::Resident { .. }, Purpose::Own | Purpose::Household | Purpose::HouseholdList) => Refusal::NotYours,
        (Subject::Clerk(_), Purpose::DeskHelp | Purpose::DeskDocument | Purpose::DeskPost) => Refusal::NotAtThisDesk,
        (Subject::Clerk(_) | Subject::Mailroom(_), Purpose::PostLetter) => Refusal::NoLetter,
        (Subject::Officer(officer, case), _) if purpose == Purpose::of_case(case.kind) => {
            let own = case.open && case.office == officer.office && case.assigned_to == Some(officer.staff);
            if own { Refusal::NotInThisCase } else { Refusal::NotYourCase }
        }
        (Subject::Host { .. }, Purpose::HostView) => Refusal::NotYourHome,
        (Subject::Party(..), Purpose::HostCase) => Refusal::NotInThisCase,
        _ => Refusal::WrongPurpose,
    }
}
