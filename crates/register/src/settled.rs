//! What a settled case leaves on a record. Nothing else of a case touches one.

use crate::case::Ending;
use crate::id::{CaseId, PersonId, StaffId};
use crate::place::Place;
use crate::reference::Reference;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// That a registration ended by a decision in effect. Its only constructor takes an [`Ending`], which only a final decision gives.
///
/// ```compile_fail,E0451
/// // Not by hand.
/// # use doorstep_register::{CaseId, DecidedEnd, Reference, StaffId};
/// # fn f(case: CaseId, first: StaffId, second: StaffId, reference: Reference, on: jiff::civil::Date) {
/// let end = DecidedEnd { reference, on, case, first, second };
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecidedEnd {
    reference: Reference,
    on: Date,
    case: CaseId,
    first: StaffId,
    second: StaffId,
}

impl DecidedEnd {
    /// The end of the registration with this number, on the day on which the decision took effect.
    pub fn of(ending: &Ending, reference: Reference, on: Date) -> Self {
        let (first, second) = ending.officers();
        DecidedEnd { reference, on, case: ending.case(), first, second }
    }

    /// The number of the declaration that began the registration.
    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The last day.
    pub fn on(&self) -> Date {
        self.on
    }

    /// The case that holds facts, rule and reasons.
    pub fn case(&self) -> CaseId {
        self.case
    }

    /// Who decided: the first officer, then the second, who is another person.
    pub fn officers(&self) -> (StaffId, StaffId) {
        (self.first, self.second)
    }
}

/// What a case did on a record, in effect.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case", deny_unknown_fields)]
pub enum Effect {
    /// The registration ended by a final decision.
    Ended {
        /// Which, when and by whom.
        end: DecidedEnd,
    },
    /// An appeal that was posted in time came after the decision had taken effect: the registration is as if it had not ended.
    Restored {
        /// The number of the declaration that began it.
        reference: Reference,
    },
    /// The person has died, by a document that an officer saw.
    Died {
        /// The day.
        on: Date,
    },
    /// An address that the person had described was found in the official register.
    Matched {
        /// The number of the declaration that described it.
        reference: Reference,
        /// The same place as the register names it.
        place: Place,
    },
    /// The address is hidden from hosts, co-residents and results, because the person asked for it.
    Hidden {},
    /// It is no longer hidden.
    Shown {},
    /// This record and another were found to be one person's. Nothing is moved: whoever signs in to one of them reads both.
    Joined {
        /// The other record.
        with: PersonId,
    },
    /// They were taken apart again.
    Parted {
        /// The other record.
        with: PersonId,
    },
}
