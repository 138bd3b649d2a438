//! Opaque identifiers. None of them is derived from anything about a person.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id!(
    /// Whom a record is about.
    PersonId
);
id!(
    /// Somebody who works for an office.
    StaffId
);
id!(
    /// A case: the reason why an officer may open a record.
    CaseId
);
id!(
    /// One document that a person added as evidence.
    EvidenceId
);

/// The short public name of an office, as people see it in "who looked".
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Office(pub String);
