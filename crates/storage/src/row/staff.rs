//! Rows of the members of offices.

use super::TokenHash;
use doorstep_register::{Office, StaffId, StaffRole};
use jiff::Timestamp;
use uuid::Uuid;

/// A member of an office.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StaffRow {
    /// Who.
    pub id: StaffId,
    /// Their office.
    pub office: Office,
    /// What they do there.
    pub role: StaffRole,
    /// What people see instead of the name.
    pub pseudonym: String,
    /// The name, for the data-protection officer.
    pub name: String,
    /// Since when they no longer work for the office; they stay as long as looks name them.
    pub left_at: Option<Timestamp>,
}

/// Whose a pseudonym is, for the data-protection officer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedStaff {
    /// Who.
    pub id: StaffId,
    /// Their office.
    pub office: Office,
    /// The name.
    pub name: String,
    /// Since when they no longer work for the office.
    pub left_at: Option<Timestamp>,
}

/// A note that somebody learned whose a pseudonym is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResolvedRow {
    /// UUIDv7.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// The data-protection officer.
    pub by: StaffId,
    /// Whose pseudonym it is.
    pub staff: StaffId,
    /// Why, as a word.
    pub reason: String,
    /// The number of the letter or case that asks for it.
    pub reference: String,
}

/// A passkey of a member of staff. It signs nobody in: it shows that it is they who decide.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StaffPasskeyRow {
    /// Whose.
    pub staff: StaffId,
    /// SHA-256 of the credential id.
    pub credential: TokenHash,
    /// The public key and counters, as JSON. Nothing in it is secret.
    pub key: String,
    /// When it was added.
    pub created_at: Timestamp,
}
