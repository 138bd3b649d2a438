//! A decision, from draft to effect. Each step is a type of its own that only the step before it can make.
//!
//! `Heard` comes from a case whose sides were heard, [`Draft`] needs a `Heard`, [`Confirmed`] a draft and a second officer, [`Served`] a
//! confirmed decision and its delivery, [`Final`] a served decision whose time for an appeal is over, [`Ending`] a final decision. None
//! can be written down, read from storage or made in another way:
//!
//! ```compile_fail,E0451
//! // A hearing cannot be made up.
//! # use doorstep_register::{CaseId, case::{Heard, Kind, Outcome}};
//! # fn f(case: CaseId) {
//! let heard = Heard { case, kind: Kind::Stranger, outcome: Outcome::RegistrationEnds, sides: vec![] };
//! # }
//! ```
//! ```compile_fail,E0423
//! // Reasons are parsed, not wrapped: an empty text is none.
//! let reasons = doorstep_register::case::Reasons(String::new());
//! ```
//! ```compile_fail,E0061
//! // A draft without evidence that the sides were heard.
//! # use doorstep_register::case::{Draft, Finding};
//! # fn f(finding: Finding, officer: doorstep_register::StaffId) {
//! let draft = Draft::write(finding, officer);
//! # }
//! ```
//! ```compile_fail,E0063
//! // A finding without its reasons.
//! # use doorstep_register::case::{Finding, Outcome};
//! # fn f(facts: doorstep_register::Words, rule: doorstep_register::Line) {
//! let finding = Finding { outcome: Outcome::RegistrationEnds, facts, rule, grounds: vec![] };
//! # }
//! ```
//! ```compile_fail,E0061
//! // A confirmation without a second officer.
//! # fn f(draft: doorstep_register::case::Draft) {
//! let confirmed = draft.confirm();
//! # }
//! ```
//! ```compile_fail,E0451
//! // A confirmation written down.
//! # use doorstep_register::case::{Confirmed, Draft};
//! # fn f(draft: Draft) {
//! let confirmed = Confirmed { draft, second: None };
//! # }
//! ```
//! ```compile_fail,E0599
//! // From a draft straight to its effect.
//! # fn f(draft: doorstep_register::case::Draft, officer: doorstep_register::StaffId, now: jiff::Timestamp) {
//! let done = draft.put_in_effect(officer, now);
//! # }
//! ```
//! ```compile_fail,E0599
//! // From a confirmed decision to its effect, without its delivery and the time for an appeal.
//! # fn f(confirmed: doorstep_register::case::Confirmed, officer: doorstep_register::StaffId, now: jiff::Timestamp) {
//! let done = confirmed.put_in_effect(officer, now);
//! # }
//! ```
//! ```compile_fail,E0624
//! // A delivery that only the file of the case can attest.
//! # use doorstep_register::case::{Confirmed, Until};
//! # fn f(confirmed: Confirmed, on: jiff::civil::Date, until: Until) {
//! let served = confirmed.served(on, Some(until));
//! # }
//! ```
//! ```compile_fail,E0624
//! // From a served decision to its effect by anybody but the case itself, which knows the time.
//! # fn f(served: doorstep_register::case::Served, officer: doorstep_register::StaffId, now: jiff::Timestamp) {
//! let done = served.put_in_effect(officer, now);
//! # }
//! ```
//! ```compile_fail,E0599
//! // The end of a registration out of a decision that is not final.
//! # fn f(confirmed: doorstep_register::case::Confirmed) {
//! let ending = confirmed.ending();
//! # }
//! ```
//! ```compile_fail,E0451
//! // The end of a registration out of nothing.
//! # use doorstep_register::{CaseId, StaffId, case::Ending};
//! # fn f(case: CaseId, officer: StaffId, at: jiff::Timestamp) {
//! let ending = Ending { case, first: officer, second: officer, in_effect_by: officer, at };
//! # }
//! ```
//! ```compile_fail,E0277
//! // Nor out of a text.
//! let done: doorstep_register::case::Final = serde_json::from_str("{}").unwrap();
//! ```

pub use super::finding::{Finding, Ground, Reasons, ReasonsError};

use super::clock::Until;
use super::kind::{Kind, Outcome};
use super::refusal::Refusal;
use super::side::Side;
use crate::id::{CaseId, StaffId};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;

/// How a side was heard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HeardHow {
    /// It opened the case and said why.
    Opened,
    /// It answered in writing or at a desk.
    Answered,
    /// It was heard orally, with a record.
    Orally,
    /// It was told, by as many channels as the case asks for, and the time for an answer passed.
    HadItsTime,
    /// The decision takes nothing from it.
    NotNeeded,
}

/// Evidence that each side of a case was heard. Only [`Case::heard`](super::Case::heard) makes it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Heard {
    pub(super) case: CaseId,
    pub(super) kind: Kind,
    pub(super) outcome: Outcome,
    pub(super) sides: Vec<(Side, HeardHow)>,
}

impl Heard {
    /// The outcome that the hearing is enough for.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Each side, and how it was heard.
    pub fn sides(&self) -> &[(Side, HeardHow)] {
        &self.sides
    }
}

/// What one named officer would decide. It has no effect.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Draft {
    heard: Heard,
    finding: Finding,
    by: StaffId,
}

impl Draft {
    /// Writes a draft. Refuses outcomes that the hearing was not for, and grounds that do not carry what they should.
    pub fn write(heard: Heard, finding: Finding, by: StaffId) -> Result<Self, Refusal> {
        if heard.outcome != finding.outcome || !heard.kind.outcomes().contains(&finding.outcome) {
            return Err(Refusal::NotAnOutcome);
        }
        if heard.kind.weighs(finding.outcome) && !finding.grounds.iter().any(|g| g.carries()) {
            return Err(Refusal::GroundsDoNotCarry);
        }
        Ok(Self { heard, finding, by })
    }

    /// What was found and why.
    pub fn finding(&self) -> &Finding {
        &self.finding
    }

    /// How each side was heard.
    pub fn heard(&self) -> &Heard {
        &self.heard
    }

    /// Who wrote it.
    pub fn by(&self) -> StaffId {
        self.by
    }

    /// Whether a second officer has to confirm it.
    pub fn weighs(&self) -> bool {
        self.heard.kind.weighs(self.finding.outcome)
    }

    /// Confirmed by a second officer, who is another person.
    pub fn confirm(self, second: StaffId) -> Result<Confirmed, Refusal> {
        if second == self.by { Err(Refusal::SameOfficer) } else { Ok(Confirmed { draft: self, second: Some(second) }) }
    }

    /// Signed by its writer alone, where nothing is taken from anybody.
    pub fn sign(self) -> Result<Confirmed, Refusal> {
        if self.weighs() { Err(Refusal::SecondOfficer) } else { Ok(Confirmed { draft: self, second: None }) }
    }
}

/// A decision. Nobody has been told, and it has no effect.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Confirmed {
    draft: Draft,
    second: Option<StaffId>,
}

impl Confirmed {
    /// The draft that was confirmed.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// What is decided.
    pub fn outcome(&self) -> Outcome {
        self.draft.finding.outcome
    }

    /// The second officer; `None` only where none is needed.
    pub fn second(&self) -> Option<StaffId> {
        self.second
    }

    /// The appeal body's own outcome instead, which takes nothing from anybody.
    pub(super) fn replaced(mut self, outcome: Outcome, reasons: Reasons, by: StaffId) -> Self {
        self.draft.finding = Finding { outcome, reasons, ..self.draft.finding };
        self.draft.heard.outcome = outcome;
        self.draft.by = by;
        Self { draft: self.draft, second: None }
    }

    /// `until` is `None` where no appeal is left.
    pub(super) fn served(self, on: Date, until: Option<Until>) -> Served {
        Served { confirmed: self, on, until }
    }

    /// In effect at once, where somebody gets what they asked for and nothing is taken from anybody.
    pub(super) fn at_once(self, by: StaffId, at: Timestamp) -> Result<Final, Refusal> {
        if self.outcome().favours() { Ok(Final { decided: Decided::AtOnce(self), by, at }) } else { Err(Refusal::AppealOpen) }
    }
}

/// A decision whose notice counts as delivered. The time for an appeal runs; it has no effect.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Served {
    confirmed: Confirmed,
    on: Date,
    until: Option<Until>,
}

impl Served {
    /// The decision.
    pub fn confirmed(&self) -> &Confirmed {
        &self.confirmed
    }

    /// The day on which the last notice counted as delivered.
    pub fn on(&self) -> Date {
        self.on
    }

    /// Until when an appeal is possible; `None` after a court's judgment.
    pub fn until(&self) -> Option<&Until> {
        self.until.as_ref()
    }

    pub(super) fn again(self) -> Confirmed {
        self.confirmed
    }

    /// Whether an appeal that arrives now is in time.
    pub fn appeal_in_time(&self, now: Timestamp, posted_on: Option<Date>) -> bool {
        self.until.is_some_and(|until| until.in_time(now, posted_on))
    }

    /// Puts the decision in effect: the act of a named officer after the time for an appeal, with a week for letters. No timer does it.
    pub(super) fn put_in_effect(self, by: StaffId, now: Timestamp) -> Result<Final, Refusal> {
        let over = self.until.is_none_or(|until| until.over_with_letters(now));
        if over { Ok(Final { decided: Decided::AfterAppeal(self), by, at: now }) } else { Err(Refusal::AppealOpen) }
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Decided {
    AtOnce(Confirmed),
    AfterAppeal(Served),
}

/// A decision in effect.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Final {
    decided: Decided,
    by: StaffId,
    at: Timestamp,
}

impl Final {
    /// The decision.
    pub fn confirmed(&self) -> &Confirmed {
        match &self.decided {
            Decided::AtOnce(confirmed) => confirmed,
            Decided::AfterAppeal(served) => &served.confirmed,
        }
    }

    /// Its delivery and the time for an appeal; `None` where it took nothing from anybody and had effect at once.
    pub fn served(&self) -> Option<&Served> {
        match &self.decided {
            Decided::AtOnce(_) => None,
            Decided::AfterAppeal(served) => Some(served),
        }
    }

    /// What was decided.
    pub fn outcome(&self) -> Outcome {
        self.confirmed().outcome()
    }

    /// Who put it in effect.
    pub fn by(&self) -> StaffId {
        self.by
    }

    /// When.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// The end of the registration, if that is what was decided. There is no other way to an [`Ending`].
    pub fn ending(&self) -> Option<Ending> {
        let Confirmed { draft, second } = &self.served()?.confirmed;
        let (case, second) = (draft.heard.case, (*second)?);
        let ends = self.outcome() == Outcome::RegistrationEnds;
        ends.then_some(Ending { case, first: draft.by, second, in_effect_by: self.by, at: self.at })
    }
}

/// That a registration ends by a final decision: what an act of the record is made from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct Ending {
    case: CaseId,
    first: StaffId,
    second: StaffId,
    in_effect_by: StaffId,
    at: Timestamp,
}

impl Ending {
    /// The case that holds facts, rule and reasons.
    pub fn case(&self) -> CaseId {
        self.case
    }

    /// Who decided: the first officer, then the second.
    pub fn officers(&self) -> (StaffId, StaffId) {
        (self.first, self.second)
    }

    /// Who put it in effect, and when.
    pub fn in_effect(&self) -> (StaffId, Timestamp) {
        (self.in_effect_by, self.at)
    }
}
