//! The key store: wraps the key of each person, and makes blind indexes. A file by default; an HSM behind the same trait.

use crate::seal::{PersonKey, Sealed, open_with, seal_with};
use doorstep_register::PersonId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use thiserror::Error;
use zeroize::Zeroizing;

/// What a blind index is made of. Each kind has a key of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Blind {
    /// A document number.
    Document,
    /// An e-mail address to sign in with.
    Email,
    /// A home.
    Home,
    /// The server's word that somebody tried at a moment.
    Attempt,
    /// The server's word that an e-mail address was given by a person.
    Confirmation,
}

/// Why the key store refused.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum KeyError {
    /// The wrapped key is of another person, of another master key, or damaged.
    #[error("the wrapped key does not open")]
    Unwrap,
    /// The key file is not 32 bytes in hexadecimal.
    #[error("the key file is not 64 hexadecimal digits")]
    File,
}

/// A key store.
pub trait Keys: Send + Sync {
    /// Wraps a person's key; bound to the person.
    fn wrap(&self, person: PersonId, key: &PersonKey, nonce: [u8; 12]) -> Vec<u8>;
    /// Unwraps it.
    fn unwrap(&self, person: PersonId, wrapped: &[u8]) -> Result<PersonKey, KeyError>;
    /// A keyed hash of a value in its normal form.
    fn blind(&self, what: Blind, value: &[u8]) -> [u8; 32];
}

/// A master key in memory, read from a file by the operator.
pub struct FileKeys {
    wrapping: Zeroizing<[u8; 32]>,
    blinding: Zeroizing<[u8; 32]>,
}

fn derive(master: &[u8], label: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(master).expect("HMAC takes a key of any length");
    mac.update(label);
    mac.finalize().into_bytes().into()
}

impl FileKeys {
    /// Takes the 32 bytes of the master key.
    pub fn new(master: [u8; 32]) -> Self {
        let master = Zeroizing::new(master);
        FileKeys {
            wrapping: Zeroizing::new(derive(&*master, b"doorstep wrapping 1")),
            blinding: Zeroizing::new(derive(&*master, b"doorstep blinding 1")),
        }
    }

    /// Reads a key file: 64 hexadecimal digits, white space around them ignored.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        if text.len() != 64 || !text.is_ascii() {
            return Err(KeyError::File);
        }
        let mut master = [0; 32];
        for (i, byte) in master.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|_| KeyError::File)?;
        }
        Ok(Self::new(master))
    }
}

impl Keys for FileKeys {
    fn wrap(&self, person: PersonId, key: &PersonKey, nonce: [u8; 12]) -> Vec<u8> {
        seal_with(&self.wrapping, nonce, person.0.as_bytes(), key.bytes()).to_stored().to_vec()
    }

    fn unwrap(&self, person: PersonId, wrapped: &[u8]) -> Result<PersonKey, KeyError> {
        let plain = open_with(&self.wrapping, person.0.as_bytes(), &Sealed::from_stored(wrapped.to_vec())).ok_or(KeyError::Unwrap)?;
        plain.as_slice().try_into().map(PersonKey::new).map_err(|_| KeyError::Unwrap)
    }

    fn blind(&self, what: Blind, value: &[u8]) -> [u8; 32] {
        let label: &[u8] = match what {
            Blind::Document => b"document",
            Blind::Email => b"email",
            Blind::Home => b"home",
            Blind::Attempt => b"attempt",
            Blind::Confirmation => b"confirmation",
        };
        derive(&derive(&*self.blinding, label), value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_wrapped_key_belongs_to_one_person_and_one_master() {
        let (a, b) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let keys = FileKeys::new([1; 32]);
        let wrapped = keys.wrap(a, &PersonKey::new([9; 32]), [0; 12]);
        assert_eq!(keys.unwrap(a, &wrapped).unwrap().bytes(), &[9; 32]);
        assert!(keys.unwrap(b, &wrapped).is_err());
        assert!(FileKeys::new([2; 32]).unwrap(a, &wrapped).is_err());
    }

    #[test]
    fn a_key_file_is_64_digits() {
        assert!(FileKeys::parse(&format!("{}\n", "0f".repeat(32))).is_ok());
        assert!(FileKeys::parse("").is_err());
        assert!(FileKeys::parse(&"zz".repeat(32)).is_err());
        assert!(FileKeys::parse(&"я".repeat(32)).is_err());
    }

    #[test]
    fn one_value_has_another_index_in_each_use() {
        let keys = FileKeys::new([1; 32]);
        assert_ne!(keys.blind(Blind::Document, b"x"), keys.blind(Blind::Email, b"x"));
    }
}
