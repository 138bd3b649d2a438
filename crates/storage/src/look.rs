//! Looks: the entries that grants leave.

use doorstep_policy::{Fields, Grant, Purpose, Reader, Role};
use doorstep_register::{CaseId, Office, StaffId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who looked, as the person sees it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "reader", rename_all = "snake_case")]
pub enum LookReader {
    /// Somebody who works for an office.
    Staff {
        /// The office.
        office: Office,
        /// The role.
        role: Role,
        /// A pseudonym that the data-protection officer can resolve.
        pseudonym: String,
        /// Who, as an id of chance, so that the data-protection officer can resolve the pseudonym. No page and no export shows it; the proof
        /// file of a look does, because it is a part of what the leaf commits to.
        staff: StaffId,
    },
    /// The host of the person's home.
    Host,
    /// A member of the person's household.
    Household,
}

/// One look.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Look {
    /// Its number in the person's history, from 1, without gaps.
    pub seq: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: LookReader,
    /// Why.
    pub purpose: Purpose,
    /// In which case.
    pub case: Option<CaseId>,
    /// Which parts of the record.
    pub fields: Fields,
}

impl Look {
    /// The look that a grant leaves; none for the person's own reading.
    pub fn of(grant: &Grant, seq: u32, at: Timestamp) -> Option<Look> {
        let by = match grant.reader() {
            Reader::Own => return None,
            Reader::Staff { staff, office, role, pseudonym } => {
                LookReader::Staff { office: office.clone(), role: *role, pseudonym: pseudonym.clone(), staff: *staff }
            }
            Reader::Host { .. } => LookReader::Host,
            Reader::Household => LookReader::Household,
        };
        Some(Look { seq, at, by, purpose: grant.purpose(), case: grant.case(), fields: grant.fields() })
    }
}
