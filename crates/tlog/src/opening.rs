//! The opening of a leaf, as it stands in the `extra` line of our proof files: the salt, then the canonical record.

use crate::leaf::{Kind, Leaf, SALT, commit};

/// What makes a leaf again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opening {
    /// The salt.
    pub salt: [u8; SALT],
    /// The canonical bytes of the statement.
    pub canonical: Vec<u8>,
}

impl Opening {
    /// Takes the extra bytes of a proof file apart.
    pub fn parse(extra: &[u8]) -> Option<Opening> {
        let (salt, canonical) = extra.split_first_chunk()?;
        Some(Opening { salt: *salt, canonical: canonical.to_vec() })
    }

    /// The extra bytes of a proof file.
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.salt.as_slice(), &self.canonical].concat()
    }

    /// The leaf that it opens.
    pub fn leaf(&self) -> Leaf {
        commit(Kind::Entry, &self.salt, &self.canonical)
    }
}
