//! Checking proofs: the two algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2, which accept the proofs of RFC 6962.

use crate::hash::{Hash, node_hash};
use thiserror::Error;

/// Why a proof shows nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum ProofError {
    /// The leaf lies outside the tree, or the later tree is smaller.
    #[error("the sizes do not fit each other")]
    Sizes,
    /// More or fewer hashes than these sizes need.
    #[error("the proof has another length than these sizes need")]
    Length,
    /// The hashes lead to another root.
    #[error("the proof leads to another root")]
    Root,
}

/// Whether a leaf stands at `index` in the tree of `size` leaves with this root. `proof` goes from the leaf's sibling upwards.
pub fn check_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::Sizes);
    }
    let (mut here, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in proof {
        if last == 0 {
            return Err(ProofError::Length);
        }
        if here & 1 == 1 || here == last {
            hash = node_hash(sibling, &hash);
            while here & 1 == 0 && here != 0 {
                here >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        here >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(ProofError::Length);
    }
    if hash == *root { Ok(()) } else { Err(ProofError::Root) }
}

/// Whether the tree with `root2` begins with the leaves of the tree with `root1`. There is no proof from the empty tree (RFC 9162 §2.1.4),
/// which every tree follows.
pub fn check_consistency(size1: u64, size2: u64, proof: &[Hash], root1: &Hash, root2: &Hash) -> Result<(), ProofError> {
    if size1 == 0 || size1 > size2 {
        return Err(ProofError::Sizes);
    }
    if size1 == size2 {
        return match (proof.is_empty(), root1 == root2) {
            (false, _) => Err(ProofError::Length),
            (true, false) => Err(ProofError::Root),
            (true, true) => Ok(()),
        };
    }
    let (start, rest) = if size1.is_power_of_two() {
        (*root1, proof)
    } else {
        let (first, rest) = proof.split_first().ok_or(ProofError::Length)?;
        (*first, rest)
    };
    let (mut here, mut last) = (size1 - 1, size2 - 1);
    let shared = here.trailing_ones();
    here >>= shared;
    last >>= shared;
    let (mut old, mut new) = (start, start);
    for sibling in rest {
        if last == 0 {
            return Err(ProofError::Length);
        }
        if here & 1 == 1 || here == last {
            old = node_hash(sibling, &old);
            new = node_hash(sibling, &new);
            while here & 1 == 0 && here != 0 {
                here >>= 1;
                last >>= 1;
            }
        } else {
            new = node_hash(&new, sibling);
        }
        here >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(ProofError::Length);
    }
    if old == *root1 && new == *root2 { Ok(()) } else { Err(ProofError::Root) }
}
