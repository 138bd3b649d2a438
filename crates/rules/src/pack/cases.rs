//! The terms of cases: notice, answer, hearing, decision, appeal.

use serde::{Deserialize, Serialize};

use super::Basis;
use crate::{
    count::{CountFrom, Roll, Term, Unit},
    source::Confidence,
};

/// What a term that the program gives itself says, where a pack names none.
pub const GENERIC_CASE_TERM: &str =
    "No rule of this jurisdiction was collected. A promise of the program, generous to the person; not reviewed by a lawyer.";

/// One of the terms of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseClock {
    /// From sending a notice to the day before which it does not count as delivered.
    Delivery,
    /// From delivery to the end of the time for an answer.
    Answer,
    /// From the invitation to the first day on which a hearing can be held.
    Hearing,
    /// From opening to the day by which the office should have decided.
    Decide,
    /// From the draft to the day by which the second officer should have read it.
    Confirm,
    /// From delivery of a decision to the end of the time for an appeal.
    Appeal,
    /// From delivery of the appeal body's decision to the end of the time to go to court.
    Court,
}

impl CaseClock {
    /// All of them, in the order in which a case meets them.
    pub const ALL: [Self; 7] = [Self::Delivery, Self::Answer, Self::Hearing, Self::Decide, Self::Confirm, Self::Appeal, Self::Court];
}

/// A term of a case, with where it comes from and how sure the collectors are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseTerm {
    pub(super) term: Term,
    pub(super) basis: Basis,
    pub(super) confidence: Confidence,
    pub(super) sources: Vec<String>,
    pub(super) note: Option<String>,
}

impl CaseTerm {
    /// The count.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.term
    }

    /// Law or promise.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// How sure the collectors are.
    #[must_use]
    pub const fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// Keys of the pack's sources.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// What a reviewer has to look at.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// What the program gives where a pack names no term.
    pub(super) fn generic(clock: CaseClock) -> Self {
        let note = Some(GENERIC_CASE_TERM.to_owned());
        Self { term: generic_term(clock), basis: Basis::Operator, confidence: Confidence::Low, sources: Vec::new(), note }
    }
}

const fn generic_term(clock: CaseClock) -> Term {
    let (n, unit) = match clock {
        CaseClock::Delivery => (7, Unit::CalendarDays),
        CaseClock::Answer | CaseClock::Appeal | CaseClock::Court => (30, Unit::CalendarDays),
        CaseClock::Hearing => (10, Unit::CalendarDays),
        CaseClock::Decide => (3, Unit::Months),
        CaseClock::Confirm => (14, Unit::CalendarDays),
    };
    match Term::new(n, unit, CountFrom::NextDay, Roll::None, 0) {
        Ok(term) => term,
        Err(_) => panic!("a generic term is a term"),
    }
}

/// The terms of cases in one jurisdiction: of its pack, else generic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseTerms(pub(super) Vec<(CaseClock, CaseTerm)>);

impl CaseTerms {
    pub(super) fn of(&self, clock: CaseClock) -> Option<&CaseTerm> {
        self.0.iter().find(|(c, _)| *c == clock).map(|(_, term)| term)
    }
}
