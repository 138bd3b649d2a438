//! Sealing: AES-256-GCM-SIV (RFC 8452) under a key per person, bound to table, row and column.

use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Key, Nonce};
use doorstep_register::PersonId;
use doorstep_register::world::Random;
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

/// 32 secret bytes in one place in memory: moving it moves a pointer and leaves no copy behind, and it is wiped when dropped.
pub(crate) struct Secret(Box<Zeroizing<[u8; 32]>>);

impl Secret {
    pub(crate) fn filled(fill: impl FnOnce(&mut [u8; 32])) -> Self {
        let mut secret = Box::new(Zeroizing::new([0; 32]));
        fill(&mut secret);
        Secret(secret)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A person's data key in memory: not printable, not readable, not copied, wiped when dropped. No struct keeps one: it lives inside one
/// opening or append, and so no longer than a transaction.
pub struct PersonKey(Secret);

impl PersonKey {
    /// A new key.
    pub(crate) fn fresh(random: &dyn Random) -> Self {
        PersonKey(Secret::filled(|bytes| random.fill(bytes)))
    }

    /// What a key store unwrapped; `None` if it is not 32 bytes.
    pub fn unwrapped(plain: &[u8]) -> Option<Self> {
        let plain: &[u8; 32] = plain.try_into().ok()?;
        Some(PersonKey(Secret::filled(|bytes| bytes.copy_from_slice(plain))))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
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
    let cipher = Aes256GcmSiv::new(<&Key<Aes256GcmSiv>>::from(key));
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
    let cipher = Aes256GcmSiv::new(<&Key<Aes256GcmSiv>>::from(key));
    cipher.decrypt(&Nonce::from(*nonce), Payload { msg: body, aad: associated }).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;
    use zeroize::ZeroizeOnDrop;

    fn key(byte: u8) -> PersonKey {
        PersonKey::unwrapped(&[byte; 32]).unwrap()
    }

    #[test]
    fn a_key_is_wiped_when_dropped_and_moves_without_a_copy() {
        fn wiped(_: &impl ZeroizeOnDrop) {}
        let key = key(1);
        wiped(&*key.0.0);
        let stands_at = std::ptr::from_ref(key.bytes());
        let moved = Box::new(key);
        assert_eq!(std::ptr::from_ref(moved.bytes()), stands_at);
    }

    #[test]
    fn a_key_has_32_bytes() {
        assert!(PersonKey::unwrapped(&[1; 31]).is_none());
        assert!(PersonKey::unwrapped(&[1; 33]).is_none());
    }

    /// In all crates: a key that is a field outlives the transaction that unwrapped it.
    #[test]
    fn no_struct_keeps_a_key() {
        let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
        let mut seen = 0;
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if entry.is_dir() {
                    folders.push(entry);
                } else if entry.extension().is_some_and(|ending| ending == "rs") && entry.components().any(|part| part.as_os_str() == "src")
                {
                    let text = std::fs::read_to_string(&entry).unwrap();
                    for body in text.split("struct ").skip(1).filter_map(|rest| rest.split(['}', ';']).next()) {
                        assert!(!body.contains("PersonKey") || body.starts_with("PersonKey(") || body.starts_with("KeyToWrap<"), "{body}");
                    }
                    seen += 1;
                }
            }
        }
        assert!(seen > 100, "only {seen} sources found");
    }

    #[test]
    fn a_sealed_value_opens_in_its_own_place_only() {
        let person = PersonId(Uuid::from_u128(1));
        let cell = Cell { table: "act", person, row: &[0, 0, 0, 1], column: "sealed" };
        let sealed = key(1).seal(cell, [3; 12], b"Amina");
        let open = |byte: u8, cell: Cell<'_>| key(byte).open(cell, &sealed).map(|z| z.to_vec());
        assert_eq!(open(1, cell).as_deref(), Some(b"Amina".as_slice()));
        assert_eq!(open(2, cell), None);
        assert_eq!(open(1, Cell { table: "look", ..cell }), None);
        assert_eq!(open(1, Cell { person: PersonId(Uuid::from_u128(2)), ..cell }), None);
        assert_eq!(open(1, Cell { row: &[0, 0, 0, 2], ..cell }), None);
        assert_eq!(open(1, Cell { column: "home", ..cell }), None);
    }

    #[test]
    fn a_changed_or_short_value_does_not_open() {
        let cell = Cell { table: "act", person: PersonId(Uuid::nil()), row: b"", column: "sealed" };
        let key = key(1);
        let sealed = key.seal(cell, [0; 12], b"x");
        for i in 0..sealed.0.len() {
            let mut changed = sealed.clone();
            changed.0[i] ^= 1;
            assert!(key.open(cell, &changed).is_none());
            assert!(key.open(cell, &Sealed(sealed.0[..i].to_vec())).is_none());
        }
    }
}
