//! One person's history: each entry is in the log, happened between two moments that witnesses vouch for, and none is missing between.
//!
//! Standard verifiers check inclusion only. A log that is honest about what it shows can still write an entry late and date it back; the
//! cosignatures tell: the entry was logged after the last cosigned tree without it and before the first cosigned tree with it.

use crate::cosign::{Cosigned, Policy, PolicyError};
use crate::hash::leaf_hash;
use crate::leaf::Leaf;
use crate::note::Note;
use crate::opening::Opening;
use crate::proof::{Proof, ProofFileError};
use crate::statement::{Chain, Statement, StatementError};
use crate::verify::{ProofError, check_inclusion};
use thiserror::Error;

/// How far the clocks of a log and its witnesses may differ, in seconds.
pub const CLOCKS: u64 = 5;

/// Why an entry is not shown to be true.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum EntryError {
    /// Not a proof file.
    #[error(transparent)]
    File(#[from] ProofFileError),
    /// The checkpoint is not one that the policy trusts.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// The file does not say what the leaf is made of.
    #[error("the proof file does not open its leaf")]
    Unopened,
    /// What it opens is not an entry.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// The leaf is not in the tree.
    #[error("the entry is not in the log: {0}")]
    Proof(#[from] ProofError),
    /// The checkpoint given as the one before already holds the entry.
    #[error("the earlier checkpoint is not from before the entry")]
    NotBefore,
}

/// What the witnesses say about the moment that an entry claims. All in seconds since 1970.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Timing {
    /// The claimed moment lies between the two checkpoints.
    Between {
        /// The last cosigned tree without the entry.
        from: u64,
        /// The first cosigned tree with it.
        to: u64,
    },
    /// The claim is earlier: the entry was dated back, or inserted later.
    BackDated {
        /// It was not in the log at this time.
        from: u64,
    },
    /// The claim is later than the tree that already holds the entry.
    PostDated {
        /// It was in the log by this time.
        to: u64,
    },
    /// The checkpoints are further apart than was asked for, so that they say too little.
    TooWide {
        /// The last cosigned tree without the entry; `None` if there was none.
        from: Option<u64>,
        /// The first cosigned tree with it.
        to: u64,
    },
    /// No witness is trusted, so that nobody but the log says when.
    Unwitnessed,
}

/// Checks one proof file: the policy, the opening, the inclusion. `before` is the last cosigned checkpoint without the entry, `window` the
/// widest time between the two that says enough, in seconds.
pub fn check_entry(policy: &Policy, proof: &Proof, before: Option<&Note>, window: u64) -> Result<(Statement, Leaf, Timing), EntryError> {
    let upper = policy.check(&proof.checkpoint)?;
    let opening = proof.extra.as_deref().and_then(Opening::parse).ok_or(EntryError::Unopened)?;
    let statement = Statement::parse(&opening.canonical)?;
    let leaf = opening.leaf();
    check_inclusion(&leaf_hash(&leaf.0), proof.index, upper.checkpoint.size, &proof.hashes, &upper.checkpoint.root)?;
    let lower = before.map(|note| policy.check(note)).transpose()?;
    if lower.as_ref().is_some_and(|lower| lower.checkpoint.size > proof.index) {
        return Err(EntryError::NotBefore);
    }
    let timing = timing(statement.at, lower.as_ref(), &upper, window);
    Ok((statement, leaf, timing))
}

/// The widest reading: from the first cosignature of the one to the last of the other, so that an honest log is never blamed.
fn timing(at: i64, lower: Option<&Cosigned>, upper: &Cosigned, window: u64) -> Timing {
    let Some((_, to)) = upper.times else { return Timing::Unwitnessed };
    let at = u64::try_from(at.div_euclid(1_000_000)).unwrap_or(0);
    let from = lower.and_then(|lower| lower.times).map(|(from, _)| from);
    match from {
        _ if at > to.saturating_add(CLOCKS) => Timing::PostDated { to },
        Some(from) if at.saturating_add(CLOCKS) < from => Timing::BackDated { from },
        Some(from) if to.saturating_sub(from) <= window => Timing::Between { from, to },
        from => Timing::TooWide { from, to },
    }
}

/// Why entries are not the whole of a history.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum ChainError {
    /// A number is missing or stands twice.
    #[error("entry {0} is missing")]
    Gap(u32),
    /// An entry does not name the leaf of the one before.
    #[error("entry {0} does not follow from the one before")]
    Broken(u32),
    /// An entry is of another person or another history.
    #[error("entry {0} is somebody else's")]
    Stranger(u32),
    /// Somebody says that there are more.
    #[error("{said} entries were promised, {found} are here")]
    Short {
        /// How many there should be.
        said: u32,
        /// How many there are.
        found: u32,
    },
}

/// Checks one entry of a history: it is of this person's acts or looks, has this number, and names this leaf as the one before it.
pub fn check_link(chain: Chain, person: [u8; 16], number: u32, previous: Option<Leaf>, statement: &Statement) -> Result<(), ChainError> {
    if statement.chain != chain || statement.person != person {
        return Err(ChainError::Stranger(number));
    }
    if statement.seq != number {
        return Err(ChainError::Gap(number));
    }
    if statement.previous == previous { Ok(()) } else { Err(ChainError::Broken(number)) }
}

/// Checks that entries, oldest first, are all `said` entries of one person's acts or looks: numbered from 1, each naming the leaf before.
pub fn check_chain(chain: Chain, person: [u8; 16], entries: &[(Statement, Leaf)], said: u32) -> Result<(), ChainError> {
    let mut previous = None;
    for (number, (statement, leaf)) in (1u32..).zip(entries) {
        check_link(chain, person, number, previous, statement)?;
        previous = Some(*leaf);
    }
    let found = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    if found == said { Ok(()) } else { Err(ChainError::Short { said, found }) }
}
