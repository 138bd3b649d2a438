//! The key store: wraps the key of each person under a master key, and makes blind indexes. A file by default; a token behind PKCS#11 in
//! `doorstep-hsm`.
//!
//! Master keys have a version. What is wrapped begins with the version under which it is, so that the master key can be changed while
//! people are served: the new one wraps from now on, every key is wrapped anew ([`crate::Rewrapping`]), and then the old one is destroyed.
//! The keys of blind indexes are others and stay: a change of those means making every index anew.

mod file;
mod limited;
mod ring;

pub use file::FileKeys;
pub use limited::{LimitedKeys, LookupRate};

use crate::seal::PersonKey;
use doorstep_register::PersonId;
use doorstep_register::world::Random;
use thiserror::Error;

/// What a blind index is made of. Each kind has a key of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Blind {
    /// A document number.
    Document,
    /// An e-mail address that somebody typed to sign in.
    Email,
    /// The same index, of an address that stands in a record which is open: nothing is looked up that is not known.
    EmailInRecord,
    /// A home.
    Home,
    /// The server's word that an e-mail address was given by a person.
    Confirmation,
    /// A member's account at the provider by which staff sign in. Under the key of the server's words; what it is made of begins in another
    /// way, so that neither is ever taken for the other, and a token needs no key more.
    Staff,
}

impl Blind {
    /// One of each key.
    pub const EVERY: [Blind; 4] = [Blind::Document, Blind::Email, Blind::Home, Blind::Confirmation];

    /// The name by which its key is told from the others.
    pub fn name(self) -> &'static str {
        match self {
            Blind::Document => "document",
            Blind::Email | Blind::EmailInRecord => "email",
            Blind::Home => "home",
            Blind::Confirmation | Blind::Staff => "confirmation",
        }
    }
}

/// Why the key store refused.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum KeyError {
    /// The wrapped key is of another person, of another master key, or damaged.
    #[error("the wrapped key does not open")]
    Unwrap,
    /// The key is wrapped under a master key that the key store does not have, or has no more.
    #[error("the key is wrapped under master key {0}, which is not in the key store")]
    Version(u8),
    /// The text is no key file.
    #[error("a key file is 64 hexadecimal digits, or a line `blind` and lines `master N`")]
    File,
    /// The key store does not answer, or refuses.
    #[error("the key store: {0}")]
    Unavailable(String),
    /// More blind indexes of one kind than anybody needs who does not try values out.
    #[error("too many look-ups of one kind in a short time: {}", .0.name())]
    Busy(Blind),
}

/// A person's key on its way into a key store. Only the vault makes one, so that an implementation of [`Keys`] sees the bytes that it has
/// to wrap, and nobody else does.
pub struct KeyToWrap<'a>(pub(crate) &'a PersonKey);

impl KeyToWrap<'_> {
    /// The 32 bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }
}

/// A key store.
pub trait Keys: Send + Sync {
    /// The version of the master key that wraps from now on.
    fn newest(&self) -> Result<u8, KeyError>;
    /// Wraps a person's key under the newest master key; bound to the person. `nonce` is for stores that have no chance of their own.
    fn wrap(&self, person: PersonId, key: KeyToWrap<'_>, nonce: [u8; 12]) -> Result<Vec<u8>, KeyError>;
    /// Unwraps it, under whichever master key it is.
    fn unwrap(&self, person: PersonId, wrapped: &[u8]) -> Result<PersonKey, KeyError>;
    /// A keyed hash of a value in its normal form.
    fn blind(&self, what: Blind, value: &[u8]) -> Result<[u8; 32], KeyError>;
    /// The server's word that somebody tried at a moment. It cannot fail: it is asked for when something else has.
    fn attempt(&self, signed: &[u8]) -> [u8; 32];
}

/// What an operator does with master keys. The service has no need of it.
pub trait MasterKeys: Keys {
    /// The versions that are there, the newest last.
    fn versions(&self) -> Result<Vec<u8>, KeyError>;
    /// Makes another master key, which wraps from now on; its version.
    fn add_master(&self, random: &dyn Random) -> Result<u8, KeyError>;
    /// Destroys a master key for ever. The newest is refused.
    fn destroy_master(&self, version: u8) -> Result<(), KeyError>;
}

/// The version under which a key is wrapped, and the rest. Keys from before there were versions are 60 bytes: nonce, key and tag.
pub fn split_version(wrapped: &[u8]) -> Result<(u8, &[u8]), KeyError> {
    match wrapped.len() {
        60 => Ok((1, wrapped)),
        61 => Ok((wrapped[0], &wrapped[1..])),
        _ => Err(KeyError::Unwrap),
    }
}

/// The version after the last.
pub fn next_version(versions: &[u8]) -> Result<u8, KeyError> {
    let last = versions.last().copied().unwrap_or(0);
    last.checked_add(1).ok_or_else(|| KeyError::Unavailable("255 master keys have been made; there is no further version".into()))
}

/// To what a wrapped key is bound.
pub fn wrapping_context(version: u8, person: PersonId) -> [u8; 17] {
    let mut context = [version; 17];
    context[1..].copy_from_slice(person.0.as_bytes());
    context
}
