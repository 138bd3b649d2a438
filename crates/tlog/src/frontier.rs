//! Appending: the right edge of the tree is one partial tile on each level, and a new leaf changes nothing else.

use crate::hash::{Hash, leaf_hash, node_hash};
use crate::leaf::Leaf;
use crate::tile::{HASHES, Level, TileId};
use std::collections::BTreeMap;
use thiserror::Error;

const FULL: usize = 32 * HASHES as usize;

/// What is stored is not the edge of a tree of this size.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("tile {0} is missing or too short for the size of the log")]
pub struct FrontierError(pub TileId);

/// The right edge of a tree, and the tiles that changed since it was loaded.
#[derive(Clone, Debug)]
pub struct Frontier {
    size: u64,
    loaded: u64,
    /// The hashes of the unfinished tile on each level, lowest first.
    edge: [Vec<u8>; 8],
    changed: BTreeMap<TileId, Vec<u8>>,
}

impl Frontier {
    /// The tiles that the edge of a tree of `size` leaves consists of.
    pub fn edge_of(size: u64) -> impl Iterator<Item = TileId> {
        (0..8u8).filter_map(move |level| {
            let hashes = size >> (8 * u32::from(level));
            let width = (hashes % HASHES) as u16;
            (width > 0).then_some(TileId { level: Level::Hashes(level), number: hashes / HASHES, width })
        })
    }

    /// Loads the edge; `bytes` answers the stored bytes of a tile.
    pub fn load(size: u64, mut bytes: impl FnMut(TileId) -> Option<Vec<u8>>) -> Result<Frontier, FrontierError> {
        let mut edge: [Vec<u8>; 8] = Default::default();
        for id in Frontier::edge_of(size) {
            let mut held = bytes(id).ok_or(FrontierError(id))?;
            let wanted = 32 * usize::from(id.width);
            if held.len() < wanted {
                return Err(FrontierError(id));
            }
            held.truncate(wanted);
            if let Level::Hashes(level) = id.level {
                edge[usize::from(level)] = held;
            }
        }
        Ok(Frontier { size, loaded: size, edge, changed: BTreeMap::new() })
    }

    /// The number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf.
    pub fn append(&mut self, leaf: &Leaf) {
        self.append_hash(leaf_hash(&leaf.0));
    }

    /// Appends a leaf by its hash.
    pub fn append_hash(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for level in 0..8u8 {
            let edge = &mut self.edge[usize::from(level)];
            edge.extend_from_slice(&hash.0);
            if edge.len() < FULL {
                break;
            }
            let full = std::mem::take(edge);
            hash = peaks(&full).into_iter().next().unwrap_or(hash);
            let number = (self.size >> (8 * u32::from(level))) / HASHES;
            self.changed.insert(TileId { level: Level::Hashes(level), number, width: HASHES as u16 }, full);
        }
        self.size += 1;
    }

    /// The tiles that changed since the edge was loaded, each as wide as it now is.
    pub fn changed(&self) -> BTreeMap<TileId, Vec<u8>> {
        let mut changed = self.changed.clone();
        for id in Frontier::edge_of(self.size) {
            if let Level::Hashes(level) = id.level
                && self.size >> (8 * u32::from(level)) != self.loaded >> (8 * u32::from(level))
            {
                changed.insert(id, self.edge[usize::from(level)].clone());
            }
        }
        changed
    }

    /// The root (RFC 6962 §2.1): the complete subtrees of the edge, folded from the right.
    pub fn root(&self) -> Hash {
        let subtrees: Vec<Hash> = self.edge.iter().rev().flat_map(|tile| peaks(tile)).collect();
        subtrees.into_iter().rev().reduce(|right, left| node_hash(&left, &right)).unwrap_or_else(Hash::empty)
    }
}

/// The roots of the complete subtrees that a tile's hashes make, largest first.
fn peaks(tile: &[u8]) -> Vec<Hash> {
    let mut stack: Vec<(u32, Hash)> = Vec::new();
    for chunk in tile.chunks_exact(32) {
        let mut here = (0, Hash(chunk.try_into().expect("a chunk of 32")));
        while let Some((height, left)) = stack.pop_if(|(height, _)| *height == here.0) {
            here = (height + 1, node_hash(&left, &here.1));
        }
        stack.push(here);
    }
    stack.into_iter().map(|(_, hash)| hash).collect()
}
