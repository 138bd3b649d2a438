//! Hashes of the tree: SHA-256 with a prefix that tells leaves from nodes (RFC 6962 §2.1).

use crate::text;
use sha2::{Digest, Sha256};
use std::fmt;

/// A hash of the tree: 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The root of a tree without leaves: SHA-256 of nothing (RFC 6962 §2.1).
    pub fn empty() -> Hash {
        Hash(Sha256::digest([]).into())
    }

    /// As the texts write it: base64, 44 characters.
    pub fn to_base64(&self) -> String {
        text::encode(&self.0)
    }

    /// Reads 44 characters of base64.
    pub fn parse(text: &str) -> Option<Hash> {
        text::decode32(text).map(Hash)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_base64())
    }
}

/// The hash of a leaf's bytes: `SHA-256(0x00 ‖ leaf)`.
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update([0]).chain_update(leaf).finalize().into())
}

/// The hash of two neighbours: `SHA-256(0x01 ‖ left ‖ right)`.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Hash(Sha256::new().chain_update([1]).chain_update(left.0).chain_update(right.0).finalize().into())
}
