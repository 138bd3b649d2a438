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
impl CaseId {
    /// The short number by which people name a case: the last eight characters of its id, in capitals. Two cases can have the same.
    pub fn number(self) -> String {
        let text = self.0.simple().to_string();
        text[text.len() - 8..].to_uppercase()
    }
}

id!(
    /// One document that a person added as evidence.
    EvidenceId
);

/// The short public name of an office, as people see it in "who looked".
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Office(pub String);

#[cfg(test)]
mod tests {
    use super::CaseId;
    use uuid::Uuid;

    #[test]
    fn a_case_is_named_by_the_end_of_its_id() {
        assert_eq!(CaseId(Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_ab12_cd34)).number(), "AB12CD34");
    }
}
