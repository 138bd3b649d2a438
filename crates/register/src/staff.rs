//! What people who work for an office do there.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// What a member of staff does. Whoever has none of these roles cannot sign in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffRole {
    /// Works at a desk.
    Clerk,
    /// Works on cases.
    Officer,
    /// Sees a sample of what clerks opened.
    Supervisor,
    /// Member of the body that hears appeals, which is another office.
    Appeal,
    /// Data-protection officer: finds out whose a pseudonym is, and leaves a note of it.
    Dpo,
}

/// The text names no role.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{0:?} is no role; there are clerk, officer, supervisor, appeal and dpo")]
pub struct UnknownRole(pub String);

impl StaffRole {
    /// All of them.
    pub const EVERY: [StaffRole; 5] = [StaffRole::Clerk, StaffRole::Officer, StaffRole::Supervisor, StaffRole::Appeal, StaffRole::Dpo];

    /// Its word, as it is stored and as a provider of sign-ins says it.
    pub const fn word(self) -> &'static str {
        match self {
            StaffRole::Clerk => "clerk",
            StaffRole::Officer => "officer",
            StaffRole::Supervisor => "supervisor",
            StaffRole::Appeal => "appeal",
            StaffRole::Dpo => "dpo",
        }
    }
}

impl fmt::Display for StaffRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for StaffRole {
    type Err = UnknownRole;

    fn from_str(word: &str) -> Result<Self, UnknownRole> {
        StaffRole::EVERY.into_iter().find(|role| role.word() == word).ok_or_else(|| UnknownRole(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_its_word_and_nothing_like_it() {
        for role in StaffRole::EVERY {
            assert_eq!(role.word().parse(), Ok(role));
            assert_eq!(serde_json::to_string(&role).unwrap(), format!("\"{role}\""));
        }
        for other in ["", "Clerk", "clerk ", "admin", "officers", "*"] {
            assert_eq!(other.parse::<StaffRole>(), Err(UnknownRole(other.to_owned())));
        }
    }
}
