//! Rows of cases. What was said in them is sealed.

use super::BlindIndex;
use crate::seal::Sealed;
use doorstep_policy::CaseKind;
use doorstep_register::{CaseId, Office, PersonId, StaffId};
use jiff::Timestamp;

/// Where a case stands, as far as the queue needs to know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CaseStage {
    /// Both sides are told and heard.
    Hearing,
    /// A draft lies with the second officer.
    Drafted,
    /// Decided; the notice is on its way.
    Confirmed,
    /// Served; an appeal is possible.
    Appealable,
    /// The appeal body, or after it a court, hears the appeal.
    Appealed,
    /// The decision has effect.
    Settled,
    /// It ended without a decision in effect.
    Closed,
    /// It ended with a decision that was annulled.
    Annulled,
}

impl CaseStage {
    /// All stages.
    pub const EVERY: [CaseStage; 8] = [
        CaseStage::Hearing,
        CaseStage::Drafted,
        CaseStage::Confirmed,
        CaseStage::Appealable,
        CaseStage::Appealed,
        CaseStage::Settled,
        CaseStage::Closed,
        CaseStage::Annulled,
    ];

    /// Its word, as stored.
    pub const fn word(self) -> &'static str {
        match self {
            CaseStage::Hearing => "hearing",
            CaseStage::Drafted => "drafted",
            CaseStage::Confirmed => "confirmed",
            CaseStage::Appealable => "appealable",
            CaseStage::Appealed => "appealed",
            CaseStage::Settled => "settled",
            CaseStage::Closed => "closed",
            CaseStage::Annulled => "annulled",
        }
    }
}

/// What every reader of the record is told because of a case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CaseMark {
    /// The registration is disputed. It counts as before.
    Disputed,
    /// A field is under correction.
    UnderCorrection,
}

impl CaseMark {
    /// Its word, as stored.
    pub const fn word(self) -> &'static str {
        match self {
            CaseMark::Disputed => "disputed",
            CaseMark::UnderCorrection => "under_correction",
        }
    }
}

/// A case. What is said in it is in its acts, sealed with the record of its owner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// Why it was opened.
    pub kind: CaseKind,
    /// Which office works on it.
    pub office: Office,
    /// Where it stands.
    pub stage: CaseStage,
    /// What every reader of the record is told meanwhile.
    pub mark: Option<CaseMark>,
    /// The number of its acts, so that two officers cannot both decide.
    pub version: u32,
    /// By when the office should act next. The queue is in this order; its passing does nothing.
    pub due_at: Timestamp,
    /// The blind index of the address, where the case is about an address.
    pub home: Option<BlindIndex>,
    /// Whose it is.
    pub assigned_to: Option<StaffId>,
    /// Who is asked to confirm the draft.
    pub second: Option<StaffId>,
    /// Who hears the appeal.
    pub appeal_by: Option<StaffId>,
    /// Whose it may not be: it asks what they did.
    pub not_for: Option<StaffId>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was closed, or its decision took effect.
    pub closed_at: Option<Timestamp>,
}

/// One sealed act of a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseActRow {
    /// Whose record the case belongs to.
    pub person: PersonId,
    /// Which case.
    pub case: CaseId,
    /// Its number in the case, from 1.
    pub seq: u32,
    /// The act and the opening of its leaf.
    pub sealed: Sealed,
}
