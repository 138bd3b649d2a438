//! Sealing: AES-256-GCM-SIV (RFC 8452) under a key per person, bound to table, row and column.

use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Key, Nonce};
use doorstep_register::PersonId;
use zeroize::Zeroizing;

const NONCE: usize = 12;

/// Bytes that only a grant opens: a nonce of 12 bytes, then ciphertext and tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Takes stored bytes.
    pub fn from_stored(bytes: Vec<u8>) -> Self {
        Sealed(bytes)
    }

    /// The bytes to store.
    pub fn to_stored(&self) -> &[u8] {
        &self.0
    }
}

/// Where a sealed value stands. A value moved to another place does not open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cell<'a> {
    /// The table.
    pub table: &'static str,
    /// Whose row.
    pub person: PersonId,
    /// Which row of theirs.
    pub row: &'a [u8],
    /// The column.
    pub column: &'static str,
}

impl Cell<'_> {
    fn associated(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(64);
        for part in [self.table.as_bytes(), self.person.0.as_bytes(), self.row, self.column.as_bytes()] {
            out.extend_from_slice(&(part.len() as u32).to_be_bytes());
            out.extend_from_slice(part);
        }
        out
    }
}

/// A person's data key in memory: not printable, not readable, wiped when dropped.
pub struct PersonKey(Zeroizing<[u8; 32]>);

impl PersonKey {
    /// Takes 32 bytes of chance, or what a key store unwrapped.
    pub fn new(bytes: [u8; 32]) -> Self {
        PersonKey(Zeroizing::new(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals a value for one place under a fresh nonce.
    pub fn seal(&self, cell: Cell<'_>, nonce: [u8; NONCE], plain: &[u8]) -> Sealed {
        seal_with(self.bytes(), nonce, &cell.associated(), plain)
    }

    pub(crate) fn open(&self, cell: Cell<'_>, sealed: &Sealed) -> Option<Zeroizing<Vec<u8>>> {
        open_with(self.bytes(), &cell.associated(), sealed)
    }
}

pub(crate) fn seal_with(key: &[u8; 32], nonce: [u8; NONCE], associated: &[u8], plain: &[u8]) -> Sealed {
    let cipher = Aes256GcmSiv::new(&Key::<Aes256GcmSiv>::from(*key));
    let sealed = cipher
        .encrypt(&Nonce::from(nonce), Payload { msg: plain, aad: associated })
        .expect("AES-GCM-SIV seals anything below 64 GiB, and every caller bounds its input");
    let mut out = Vec::with_capacity(NONCE + sealed.len());
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&sealed);
    Sealed(out)
}

pub(crate) fn open_with(key: &[u8; 32], associated: &[u8], sealed: &Sealed) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, body) = sealed.0.split_first_chunk::<NONCE>()?;
    let cipher = Aes256GcmSiv::new(&Key::<Aes256GcmSiv>::from(*key));
    cipher.decrypt(&Nonce::from(*nonce), Payload { msg: body, aad: associated }).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_sealed_value_opens_in_its_own_place_only() {
        let person = PersonId(Uuid::from_u128(1));
        let cell = Cell { table: "act", person, row: &[0, 0, 0, 1], column: "sealed" };
        let sealed = PersonKey::new([1; 32]).seal(cell, [3; 12], b"Amina");
        let open = |key: [u8; 32], cell: Cell<'_>| PersonKey::new(key).open(cell, &sealed).map(|z| z.to_vec());
        assert_eq!(open([1; 32], cell).as_deref(), Some(b"Amina".as_slice()));
        assert_eq!(open([2; 32], cell), None);
        assert_eq!(open([1; 32], Cell { table: "look", ..cell }), None);
        assert_eq!(open([1; 32], Cell { person: PersonId(Uuid::from_u128(2)), ..cell }), None);
        assert_eq!(open([1; 32], Cell { row: &[0, 0, 0, 2], ..cell }), None);
        assert_eq!(open([1; 32], Cell { column: "home", ..cell }), None);
    }

    #[test]
    fn a_changed_or_short_value_does_not_open() {
        let cell = Cell { table: "act", person: PersonId(Uuid::nil()), row: b"", column: "sealed" };
        let key = PersonKey::new([1; 32]);
        let sealed = key.seal(cell, [0; 12], b"x");
        for i in 0..sealed.0.len() {
            let mut changed = sealed.clone();
            changed.0[i] ^= 1;
            assert!(key.open(cell, &changed).is_none());
            assert!(key.open(cell, &Sealed(sealed.0[..i].to_vec())).is_none());
        }
    }
}
