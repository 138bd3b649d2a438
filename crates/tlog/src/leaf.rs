//! A leaf: `kind ‖ HMAC-SHA256(salt, canonical record)`, 33 bytes that say nothing by themselves. The salt is fresh for each entry and kept
//! only beside the sealed record, so that erasing the record turns the leaf into noise.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What a leaf commits to. One byte on the wire.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// An act or a look. They share one byte, so that the public log does not tell how often people are looked at.
    Entry = 0x01,
    /// A person's record was erased.
    Erasure = 0x02,
}

/// Length of a salt in bytes.
pub const SALT: usize = 32;

/// A leaf: one kind byte, then 32 bytes of HMAC-SHA256 (RFC 2104 with FIPS 180-4).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leaf(pub [u8; 33]);

/// Commits to a canonical record under a fresh salt.
pub fn commit(kind: Kind, salt: &[u8; SALT], canonical: &[u8]) -> Leaf {
    let mut mac = Hmac::<Sha256>::new_from_slice(salt).expect("HMAC takes a key of any length");
    mac.update(canonical);
    let mut leaf = [0; 33];
    leaf[0] = kind as u8;
    leaf[1..].copy_from_slice(&mac.finalize().into_bytes());
    Leaf(leaf)
}

/// Whether a leaf commits to this record: what the holder of the opening checks. Not secret-dependent: both sides are the holder's.
pub fn opens(leaf: &Leaf, kind: Kind, salt: &[u8; SALT], canonical: &[u8]) -> bool {
    commit(kind, salt, canonical) == *leaf
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leaf_is_the_hmac_of_rfc_4231() {
        // RFC 4231 test case 2: key "Jefe" padded by HMAC itself; ours is always 32 bytes, so the key is zero-padded here, which HMAC defines as equal.
        let mut salt = [0; SALT];
        salt[..4].copy_from_slice(b"Jefe");
        let leaf = commit(Kind::Entry, &salt, b"what do ya want for nothing?");
        let hex: String = leaf.0.iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "015bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn another_salt_kind_or_record_does_not_open_it() {
        let leaf = commit(Kind::Entry, &[1; SALT], b"record");
        assert!(opens(&leaf, Kind::Entry, &[1; SALT], b"record"));
        assert!(!opens(&leaf, Kind::Entry, &[2; SALT], b"record"));
        assert!(!opens(&leaf, Kind::Erasure, &[1; SALT], b"record"));
        assert!(!opens(&leaf, Kind::Entry, &[1; SALT], b"recore"));
    }
}
