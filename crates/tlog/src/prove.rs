//! Making proofs (RFC 6962 §2.1.1 and §2.1.2) over whatever knows the hashes of complete subtrees.

use crate::hash::{Hash, node_hash};
use crate::tile::TileId;
use crate::verify::ProofError;
use std::collections::BTreeSet;
use std::convert::Infallible;
use thiserror::Error;

/// A hash that a proof needs is not there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum Missing {
    /// Nobody loaded this tile.
    #[error("tile {0} is needed")]
    Tile(TileId),
    /// There is no such proof.
    #[error(transparent)]
    Proof(#[from] ProofError),
}

impl From<Infallible> for Missing {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// Knows the hashes of complete subtrees.
pub trait Nodes {
    /// What it says when it does not know one.
    type Error;

    /// The hash over the `2^level` leaves from `index · 2^level` on.
    fn node(&mut self, level: u8, index: u64) -> Result<Hash, Self::Error>;
}

/// The largest power of two below `n`, which is at least 2.
fn split(n: u64) -> u64 {
    1 << (63 - (n - 1).leading_zeros())
}

/// MTH(D[from:to]); `from` is a multiple of the power of two at or above `to - from`.
fn range<N: Nodes>(nodes: &mut N, from: u64, to: u64) -> Result<Hash, N::Error> {
    let n = to - from;
    if n.is_power_of_two() {
        let level = n.trailing_zeros();
        return nodes.node(level as u8, from >> level);
    }
    let middle = from + split(n);
    Ok(node_hash(&range(nodes, from, middle)?, &range(nodes, middle, to)?))
}

/// The root of the first `size` leaves.
pub fn root<N: Nodes>(nodes: &mut N, size: u64) -> Result<Hash, N::Error> {
    if size == 0 { Ok(Hash::empty()) } else { range(nodes, 0, size) }
}

/// PATH(index, D[size]): from the leaf's sibling upwards.
pub fn inclusion<N: Nodes>(nodes: &mut N, index: u64, size: u64) -> Result<Vec<Hash>, Missing>
where
    Missing: From<N::Error>,
{
    if index >= size {
        return Err(ProofError::Sizes.into());
    }
    let (mut from, mut to) = (0, size);
    let mut path = Vec::new();
    while to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            path.push(range(nodes, middle, to)?);
            to = middle;
        } else {
            path.push(range(nodes, from, middle)?);
            from = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// PROOF(size1, D[size2]); empty when one of them is empty or they are the same.
pub fn consistency<N: Nodes>(nodes: &mut N, size1: u64, size2: u64) -> Result<Vec<Hash>, Missing>
where
    Missing: From<N::Error>,
{
    if size1 > size2 {
        return Err(ProofError::Sizes.into());
    }
    if size1 == 0 || size1 == size2 {
        return Ok(Vec::new());
    }
    let (mut from, mut to) = (0, size2);
    let mut path = Vec::new();
    // SUBPROOF walks down to where the older tree ends.
    while to != size1 {
        let middle = from + split(to - from);
        if size1 <= middle {
            path.push(range(nodes, middle, to)?);
            to = middle;
        } else {
            path.push(range(nodes, from, middle)?);
            from = middle;
        }
    }
    if from != 0 {
        path.push(range(nodes, from, to)?);
    }
    path.reverse();
    Ok(path)
}

/// Notes which tiles are asked for.
struct Asking {
    size: u64,
    tiles: BTreeSet<TileId>,
}

impl Nodes for Asking {
    type Error = Infallible;

    fn node(&mut self, level: u8, index: u64) -> Result<Hash, Infallible> {
        self.tiles.insert(TileId::of_node(level, index, self.size));
        Ok(Hash::empty())
    }
}

/// The tiles of a tree of `size` leaves that such a proof needs: an inclusion proof of each of `indexes`, a consistency proof from each of
/// `sizes`, and the root.
pub fn tiles_needed(size: u64, indexes: &[u64], sizes: &[u64]) -> Result<BTreeSet<TileId>, Missing> {
    let mut asking = Asking { size, tiles: BTreeSet::new() };
    let _root: Result<Hash, Infallible> = root(&mut asking, size);
    for &index in indexes {
        inclusion(&mut asking, index, size)?;
    }
    for &size1 in sizes {
        consistency(&mut asking, size1, size)?;
    }
    Ok(asking.tiles)
}
