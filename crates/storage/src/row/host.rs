//! Rows of homes and of what passes between hosts and residents.

use super::{BlindIndex, TokenHash};
use crate::seal::Sealed;
use doorstep_register::{PersonId, StaffId};
use jiff::Timestamp;
use uuid::Uuid;

/// How a home was shown to belong to a host.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HomeProof {
    /// A letter to its address came back with its code. Who gets the letters of a house does not own its flats.
    Letter,
    /// Somebody saw an extract of the property register. It is for the whole home, with each flat and room in it.
    Extract,
}

impl HomeProof {
    /// Its word, as stored.
    pub const fn word(self) -> &'static str {
        match self {
            HomeProof::Letter => "letter",
            HomeProof::Extract => "extract",
        }
    }
}

/// A home that is shown to belong to a host.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HomeRow {
    /// The host.
    pub host: PersonId,
    /// The blind index of the home.
    pub home: BlindIndex,
    /// Its address, for the host.
    pub sealed: Sealed,
    /// How it was shown.
    pub proof: HomeProof,
    /// Who saw the extract.
    pub helped_by: Option<StaffId>,
    /// When it was shown.
    pub shown_at: Timestamp,
}

/// A link by which somebody without an account answers once as the host of one resident.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HostLinkRow {
    /// Hash of the token in the link.
    pub token: TokenHash,
    /// The resident.
    pub person: PersonId,
    /// The blind index of the home; where the resident no longer lives there, it opens nothing.
    pub home: BlindIndex,
    /// The letter whose code made it. `None`: the resident made it, and shows it.
    pub letter: Option<Uuid>,
    /// Which way of writing their name the resident shows.
    pub spelling: String,
    /// The link itself, sealed under the resident's key, so that they can show it again.
    pub sealed: Option<Sealed>,
    /// After this moment it does nothing.
    pub expires_at: Timestamp,
}

/// What a letter to an address is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HostLetterFor {
    /// To ask whoever is the host whether a resident lives there.
    Entry,
    /// To show that a home is a person's who says so.
    Home,
}

impl HostLetterFor {
    /// Its word, as stored.
    pub const fn word(self) -> &'static str {
        match self {
            HostLetterFor::Entry => "entry",
            HostLetterFor::Home => "home",
        }
    }
}

/// A letter with a code to an address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HostLetterRow {
    /// Which.
    pub id: Uuid,
    /// The resident whom it asks about, or the person who says that the home is theirs.
    pub person: PersonId,
    /// What it is for.
    pub purpose: HostLetterFor,
    /// The blind index of the home.
    pub home: BlindIndex,
    /// The address, sealed under the person's key.
    pub sealed: Sealed,
    /// Hash of its number, once it is printed.
    pub number: Option<TokenHash>,
    /// Keyed hash of its code, once it is printed.
    pub code: Option<TokenHash>,
    /// How many wrong codes were typed.
    pub wrong: u32,
    /// When it was asked for.
    pub made_at: Timestamp,
    /// When it was printed.
    pub printed_at: Option<Timestamp>,
    /// When its code was used.
    pub used_at: Option<Timestamp>,
    /// After this moment its code does nothing.
    pub until: Timestamp,
}

/// What a host confirmed, until the resident adds it to their record or throws it away.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HostWordRow {
    /// The resident.
    pub person: PersonId,
    /// UUIDv7, so that they sort by time.
    pub id: Uuid,
    /// What was said, sealed under the resident's key.
    pub sealed: Sealed,
}

/// A link that begins a declaration at an address. It tells nothing of whoever follows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvitationRow {
    /// Hash of the public half of the link.
    pub token: TokenHash,
    /// The host who made it; so that it is erased with them.
    pub host: PersonId,
    /// The host's home for which it was made; so that it goes when the home is given up.
    pub home: BlindIndex,
    /// The address, sealed under a key that is in the link. The key store can make it again, so that printed sheets go on working.
    pub sealed: Sealed,
    /// After this moment it does nothing.
    pub expires_at: Timestamp,
}
