//! A map of everybody's last numbers, of which one root stands for all: so that the person and the auditor cannot be told different counts.
//! A tree over 256-bit labels in which a subtree with one entry is that entry; what it answers for a label, presence or absence, follows
//! from the root alone (Dahlberg, Pulls, Peeters, *Efficient Sparse Merkle Trees*, 2016; the short form is that of Libra's state tree, 2019).
//!
//! A label is to be the output of a VRF (RFC 9381) over the person, so that nobody finds a person in the map and the operator has one
//! place for each. The VRF, the day's job and the leaf that carries the root are not built; this is what they will rest on.

use crate::hash::Hash;
use crate::leaf::{Leaf, SALT};
use crate::text;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use thiserror::Error;

/// Where an entry stands: 32 bytes, read from the highest bit of the first.
pub type Label = [u8; 32];

/// What a person's two histories have come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Counts {
    /// Whose: a UUID, 16 bytes.
    pub person: [u8; 16],
    /// How many acts, and the leaf of the last one; `None` if there are none.
    pub acts: Option<(u32, Leaf)>,
    /// How many looks, and the leaf of the last one.
    pub looks: Option<(u32, Leaf)>,
}

impl Counts {
    /// The value of an entry: HMAC-SHA256 under a salt that the person has and the public has not.
    ///
    /// ```text
    /// doorstep.counts.1
    /// <person, 32 hexadecimal digits>
    /// act 4 AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAh
    /// look 0 -
    /// ```
    pub fn commit(&self, salt: &[u8; SALT]) -> Hash {
        let person: String = self.person.iter().map(|b| format!("{b:02x}")).collect();
        let count = |last: Option<(u32, Leaf)>| last.map_or("0 -".to_owned(), |(n, leaf)| format!("{n} {}", text::encode(&leaf.0)));
        let canonical = format!("doorstep.counts.1\n{person}\nact {}\nlook {}\n", count(self.acts), count(self.looks));
        let mut mac = Hmac::<Sha256>::new_from_slice(salt).expect("HMAC takes a key of any length");
        mac.update(canonical.as_bytes());
        Hash(mac.finalize().into_bytes().into())
    }
}

/// What stands where the way to a label ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// The label's own entry, of this value.
    Value(Hash),
    /// Another entry alone, so that the label has none.
    Other(Label, Hash),
    /// Nothing.
    Empty,
}

/// The way to a label: the sibling at each fork from the root down, and where it ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lookup {
    /// From the root down; at most 256.
    pub siblings: Vec<Hash>,
    /// What is there.
    pub end: End,
}

/// A way that does not lead from this root.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum LookupError {
    /// More than 256 forks, or an end that is not on the way to the label.
    #[error("this is not the way to this label")]
    Way,
    /// It leads from another root.
    #[error("the way leads from another root")]
    Root,
}

/// Prefixes that neither leaves (0) nor nodes (1) of the log have.
fn entry_hash(label: &Label, value: &Hash) -> Hash {
    Hash(Sha256::new().chain_update([2]).chain_update(label).chain_update(value.0).finalize().into())
}

fn fork_hash(left: &Hash, right: &Hash) -> Hash {
    Hash(Sha256::new().chain_update([3]).chain_update(left.0).chain_update(right.0).finalize().into())
}

/// The hash of nothing: no SHA-256 that anybody knows the beginning of.
const EMPTY: Hash = Hash([0; 32]);

fn goes_right(label: &Label, depth: usize) -> bool {
    label[depth / 8] >> (7 - depth % 8) & 1 == 1
}

/// The entries of one day.
#[derive(Clone, Default, Debug)]
pub struct HeadMap {
    entries: BTreeMap<Label, Hash>,
}

impl HeadMap {
    /// Adds or replaces an entry.
    pub fn insert(&mut self, label: Label, value: Hash) {
        self.entries.insert(label, value);
    }

    /// The root over all entries.
    pub fn root(&self) -> Hash {
        hash(&self.sorted(), 0)
    }

    fn sorted(&self) -> Vec<(Label, Hash)> {
        self.entries.iter().map(|(label, value)| (*label, *value)).collect()
    }

    /// What the map says of a label, and the way there.
    pub fn look_up(&self, label: &Label) -> Lookup {
        let sorted = self.sorted();
        let (mut here, mut siblings) = (sorted.as_slice(), Vec::new());
        while here.len() > 1 {
            let depth = siblings.len();
            let (left, right) = here.split_at(here.partition_point(|(label, _)| !goes_right(label, depth)));
            let (on, aside) = if goes_right(label, depth) { (right, left) } else { (left, right) };
            siblings.push(hash(aside, depth + 1));
            here = on;
        }
        let end = match here {
            [(there, value)] if there == label => End::Value(*value),
            [(there, value)] => End::Other(*there, *value),
            _ => End::Empty,
        };
        Lookup { siblings, end }
    }
}

/// The hash over sorted entries that share their first `depth` bits.
fn hash(entries: &[(Label, Hash)], depth: usize) -> Hash {
    match entries {
        [] => EMPTY,
        [(label, value)] => entry_hash(label, value),
        entries => {
            let (left, right) = entries.split_at(entries.partition_point(|(label, _)| !goes_right(label, depth)));
            fork_hash(&hash(left, depth + 1), &hash(right, depth + 1))
        }
    }
}

/// Checks the way to a label, and says what the map of this root holds for it: its value, or nothing.
pub fn check_lookup(root: &Hash, label: &Label, lookup: &Lookup) -> Result<Option<Hash>, LookupError> {
    let depth = lookup.siblings.len();
    if depth > 256 {
        return Err(LookupError::Way);
    }
    let (end, found) = match &lookup.end {
        End::Value(value) => (entry_hash(label, value), Some(*value)),
        End::Other(other, value) => {
            let on_the_way = other != label && (0..depth).all(|n| goes_right(other, n) == goes_right(label, n));
            (on_the_way.then(|| entry_hash(other, value)).ok_or(LookupError::Way)?, None)
        }
        End::Empty => (EMPTY, None),
    };
    let top =
        lookup.siblings.iter().enumerate().rev().fold(end, |here, (depth, sibling)| {
            if goes_right(label, depth) { fork_hash(sibling, &here) } else { fork_hash(&here, sibling) }
        });
    if top == *root { Ok(found) } else { Err(LookupError::Root) }
}
