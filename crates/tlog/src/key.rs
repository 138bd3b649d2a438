//! Keys by which notes are signed (c2sp.org/signed-note, "Verifier keys"): Ed25519, RFC 8032. Type 0x01 signs notes, type 0x04 cosigns checkpoints.

use crate::note::Signature;
use crate::text;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt;
use thiserror::Error;

pub(crate) const NOTE: u8 = 0x01;
pub(crate) const COSIGNATURE: u8 = 0x04;

/// A key that cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum KeyError {
    /// Not `name+id+base64`.
    #[error("a verifier key is written name+id+base64")]
    Form,
    /// A name with white space or `+`, or none.
    #[error("a key name is 1 to 200 characters without white space or +")]
    Name,
    /// Neither 0x01 nor 0x04.
    #[error("only Ed25519 signatures and cosignatures are known here")]
    Type,
    /// The id is not the hash of name and key.
    #[error("the key id does not belong to this name and key")]
    Id,
    /// Not a point of the curve.
    #[error("these bytes are not an Ed25519 key")]
    Point,
}

pub(crate) fn is_name(name: &str) -> bool {
    (1..=200).contains(&name.len()) && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+')
}

/// The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key).
fn id(name: &str, kind: u8, key: &[u8; 32]) -> [u8; 4] {
    let digest = Sha256::new().chain_update(name).chain_update([b'\n', kind]).chain_update(key).finalize();
    [digest[0], digest[1], digest[2], digest[3]]
}

/// Who signed, as others know them.
#[derive(Clone, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    kind: u8,
    key: VerifyingKey,
}

impl Verifier {
    fn new(name: &str, kind: u8, key: [u8; 32]) -> Result<Verifier, KeyError> {
        if !is_name(name) {
            return Err(KeyError::Name);
        }
        if kind != NOTE && kind != COSIGNATURE {
            return Err(KeyError::Type);
        }
        let key = VerifyingKey::from_bytes(&key).map_err(|_| KeyError::Point)?;
        Ok(Verifier { name: name.to_owned(), kind, key })
    }

    /// Reads `name+id+base64(type ‖ key)`.
    pub fn parse(vkey: &str) -> Result<Verifier, KeyError> {
        if vkey.len() > 400 {
            return Err(KeyError::Form);
        }
        let (name, rest) = vkey.split_once('+').ok_or(KeyError::Form)?;
        let (hex, key) = rest.split_once('+').ok_or(KeyError::Form)?;
        let bytes = text::decode(key).ok_or(KeyError::Form)?;
        let (&kind, key) = bytes.split_first().ok_or(KeyError::Form)?;
        let verifier =
            Verifier::new(name, kind, key.try_into().map_err(|_| if kind > COSIGNATURE { KeyError::Type } else { KeyError::Form })?)?;
        if verifier.hex_id() == hex { Ok(verifier) } else { Err(KeyError::Id) }
    }

    /// The name of the key; for a log its origin.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether this is a key of a witness.
    pub fn cosigns(&self) -> bool {
        self.kind == COSIGNATURE
    }

    /// The four bytes by which signatures name it.
    pub fn id(&self) -> [u8; 4] {
        id(&self.name, self.kind, self.key.as_bytes())
    }

    fn hex_id(&self) -> String {
        self.id().iter().map(|b| format!("{b:02x}")).collect()
    }

    /// Whether `signature` is this key's over `message`. Strict: no signature of small order.
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        let Ok(signature) = ed25519_dalek::Signature::from_slice(signature) else { return false };
        self.key.verify_strict(message, &signature).is_ok()
    }
}

impl fmt::Display for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = [&[self.kind], self.key.as_bytes().as_slice()].concat();
        write!(f, "{}+{}+{}", self.name, self.hex_id(), text::encode(&key))
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A key that signs. It is wiped when dropped and prints nothing of itself.
pub struct Signer {
    key: SigningKey,
    public: Verifier,
}

impl Signer {
    /// The key of a log, from its 32 secret bytes; `origin` is the log's name.
    pub fn log(origin: &str, secret: &[u8; 32]) -> Result<Signer, KeyError> {
        Signer::new(origin, NOTE, secret)
    }

    /// The key of a witness.
    pub fn witness(name: &str, secret: &[u8; 32]) -> Result<Signer, KeyError> {
        Signer::new(name, COSIGNATURE, secret)
    }

    fn new(name: &str, kind: u8, secret: &[u8; 32]) -> Result<Signer, KeyError> {
        let key = SigningKey::from_bytes(secret);
        let public = Verifier::new(name, kind, key.verifying_key().to_bytes())?;
        Ok(Signer { key, public })
    }

    /// The public half.
    pub fn verifier(&self) -> &Verifier {
        &self.public
    }

    pub(crate) fn sign(&self, message: &[u8], before: &[u8]) -> Signature {
        let bytes = [before, &self.key.sign(message).to_bytes()].concat();
        Signature { name: self.public.name.clone(), id: self.public.id(), bytes }
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.public)
    }
}
